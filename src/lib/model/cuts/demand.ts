import type { CutInput, CutSource } from './line';
import type { Demand } from './problem';
import { compareKeys, largestRemainder, roundUp } from './round';
import type { Scenario, Shock } from './scenario';

/** What one source loses. */
export interface SourceShock {
  /** Null: money whose source the exports do not name, or no line is paid from it. */
  sumber: string | null;
  terikat: boolean;
  /** Pagu the agency has from it, rupiah. */
  pagu: number;
  /** What is lost, whole rupiah; negative where it rises. */
  jumlah: number;
}

/** Key of `Scenario.shocks` for every source of TKD that has no entry of its own. */
export const tkdKey = 'TKD';

/**
 * What each source loses from the starting month, methods.md §4.2. A percent is of what is still to come: S = p × pagu × (13 − mulai) ÷
 * 12, p a ratio. Rupiah are as typed, times `bagian` where that is set. Rupiah for all of TKD are spread over its sources by pagu; they
 * fall on free money where the agency names none. A shock of a source that nobody knows is left out.
 */
export function sourceShocks(input: CutInput, scenario: Scenario): SourceShock[] {
  const pagu = paguBySource(input);
  const known = new Map(input.sources.map((source) => [source.kode, source]));
  const codes = [...new Set([...known.keys(), ...[...pagu.keys()].filter((kode) => kode !== null)])].sort(compareKeys);
  const group = codes.filter((kode) => known.get(kode)?.kelompok === 'TKD' && !Object.hasOwn(scenario.shocks, kode));
  const spread = spreadRupiah(group, pagu, scenario);
  const tkd = scenario.shocks[tkdKey];
  const shocks = codes.map((kode): SourceShock => {
    const own = Object.hasOwn(scenario.shocks, kode) ? scenario.shocks[kode] : undefined;
    const shock = own ?? (group.includes(kode) && tkd?.jenis === 'persen' ? tkd : undefined);
    const lost = spread.get(kode) ?? (shock === undefined ? 0 : lostFrom(shock, pagu.get(kode) ?? 0, scenario));
    return { sumber: kode, terikat: isEarmarked(known.get(kode)), pagu: pagu.get(kode) ?? 0, jumlah: lost };
  });
  const unnamed = spread.get(null) ?? 0;
  return [{ sumber: null, terikat: false, pagu: pagu.get(null) ?? 0, jumlah: unnamed }, ...shocks];
}

/**
 * Money to be found: first one pool of all free money (also where its source is not known), then one for each earmarked source that pays
 * a line or is shocked, by code. Under the rule `terikat` off everything is one pool. A rise of free money counts against its falls; no
 * pool asks for less than 0. Amounts are rounded up to `rounding`, so that a plan in round amounts finds no less than is lost.
 */
export function findDemands(input: CutInput, scenario: Scenario): Demand[] {
  const shocks = sourceShocks(input, scenario);
  const pooled = (shock: SourceShock) => !scenario.rules.terikat || !shock.terikat;
  const free = shocks.filter(pooled);
  const own = shocks.filter((shock) => !pooled(shock) && (shock.pagu > 0 || shock.jumlah !== 0));
  const asked = (lost: number) => roundUp(Math.max(0, lost), scenario.rounding);
  return [
    {
      sumber: free.map(({ sumber }) => sumber),
      terikat: false,
      jumlah: asked(free.reduce((sum, { jumlah }) => sum + jumlah, 0))
    },
    ...own.map(({ sumber, jumlah }) => ({ sumber: [sumber], terikat: true, jumlah: asked(jumlah) }))
  ];
}

function paguBySource(input: CutInput): Map<string | null, number> {
  const pagu = new Map<string | null, number>();
  for (const { sources } of input.lines)
    for (const part of sources) pagu.set(part.sumber, (pagu.get(part.sumber) ?? 0) + part.pagu);
  return pagu;
}

/** A source that no table describes is taken for free money, as one without a name is. */
function isEarmarked(source: CutSource | undefined): boolean {
  return source?.terikat ?? false;
}

function lostFrom(shock: Shock, pagu: number, { mulai, bagian }: Scenario): number {
  return Math.round(shock.jenis === 'persen' ? (shock.nilai * pagu * (13 - mulai)) / 12 : shock.nilai * (bagian ?? 1));
}

/** Rupiah lost by TKD as a whole, by source; empty where TKD has no amount in rupiah. */
function spreadRupiah(
  group: readonly string[],
  pagu: ReadonlyMap<string | null, number>,
  scenario: Scenario
): Map<string | null, number> {
  const shock = scenario.shocks[tkdKey];
  if (shock?.jenis !== 'rupiah') return new Map();
  const lost = lostFrom(shock, 0, scenario);
  const all = group.reduce((sum, kode) => sum + (pagu.get(kode) ?? 0), 0);
  if (all === 0) return new Map([[null, lost]]);
  const shares = group.map((kode) => ((pagu.get(kode) ?? 0) / all) * Math.abs(lost));
  const parts = largestRemainder(shares, Math.abs(lost), group);
  return new Map(group.map((kode, at) => [kode, Math.sign(lost) * parts[at]!]));
}
