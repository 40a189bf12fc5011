import type { CutAid, RegionCount } from './line';
import { compareKeys, largestRemainder } from './round';
import type { WholeLoss } from './recipients';

/** Recipients of one region over all aids whose regions are known. */
export interface RegionLoss {
  kodeWilayah: string;
  /** Recipients before, and those who lose; null where a cell of this region is hidden or not known. */
  before: number | null;
  lost: number | null;
  /** Those who lose before rounding, as rates need it; null as above. */
  exact: number | null;
  /** A cell of this region is hidden; not there where none is. */
  isHidden?: true;
}

/** Stands for recipients who are in no known region; sorts behind every code. */
const elsewhere = '~';

/** Losses by kecamatan, see lossesBy. */
export function regionLosses(losses: readonly WholeLoss[]): RegionLoss[] {
  return lossesBy(losses, ({ byRegion }) => byRegion);
}

/** Losses by desa, see lossesBy; empty where the extract does not say who lives where. */
export function desaLosses(losses: readonly WholeLoss[]): RegionLoss[] {
  return lossesBy(losses, ({ byDesa }) => byDesa ?? []);
}

/**
 * Losses by region, of the aids that lose: an aid that is left alone hides nothing here. Each region loses the share of an aid's losses that
 * it has of the aid's recipients, since no budget line says where its recipients live. Whole recipients by largest remainder within each
 * aid. Computed from published counts alone, so a hidden cell stays hidden: its region is null, and the others take only their own
 * published share.
 */
function lossesBy(losses: readonly WholeLoss[], regionsOf: (aid: CutAid) => readonly RegionCount[]): RegionLoss[] {
  const regions = new Map<string, RegionLoss>();
  for (const loss of losses) {
    const { recipients } = loss.aid;
    const byRegion = regionsOf(loss.aid);
    const known = byRegion.reduce((sum, { jumlah }) => sum + (jumlah ?? 0), 0);
    const all = Math.max(
      known,
      (recipients ?? []).reduce((sum, { jumlah }) => sum + jumlah, 0)
    );
    if (all <= 0 || loss.exact <= 0) continue;
    const counts = [...byRegion.map(({ jumlah }) => jumlah ?? 0), all - known];
    const exact = counts.map((count) => (loss.exact * count) / all);
    const whole = largestRemainder(exact, loss.lost, [...byRegion.map(({ kodeWilayah }) => kodeWilayah), elsewhere]);
    byRegion.forEach(({ kodeWilayah, jumlah, tersembunyi }, at) => {
      const so = regions.get(kodeWilayah) ?? { kodeWilayah, before: 0, lost: 0, exact: 0 };
      const add = (sum: number | null, part: number) => (sum === null || jumlah === null ? null : sum + part);
      regions.set(kodeWilayah, {
        kodeWilayah,
        before: add(so.before, jumlah ?? 0),
        lost: add(so.lost, whole[at]!),
        exact: add(so.exact, exact[at]!),
        ...((so.isHidden || (jumlah === null && tersembunyi)) && { isHidden: true as const })
      });
    });
  }
  return [...regions.values()].sort((a, b) => compareKeys(a.kodeWilayah, b.kodeWilayah));
}
