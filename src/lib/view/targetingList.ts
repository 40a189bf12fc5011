import { targetingAcross, type ClassRow, type RegionRow } from '$lib/query/targeting';
import type { AidRow } from '$lib/query/targetingAid';
import { ruleOf, type AidRule } from './targetingClasses';
import { measuredOf } from './targetingMeasured';
import { allAid, mergedList, type AidList, type TargetingSource } from './targetingSource';
import { freshnessOf } from './targetingFreshness';
import type { Freshness, Measure, Measured } from './targetingView';

/** A list with its rows in every region, by code. */
export interface ListRows {
  list: AidList | null;
  rule: AidRule;
  rows: ReadonlyMap<string, ClassRow>;
}

/** Freshness by code, of every family; null where no registry says it. */
export type FreshByCode = ReadonlyMap<string, Freshness & { tingkat: string }> | null;

/** The rows of a list at every level; none without a list. */
export async function listRows(
  { database }: TargetingSource,
  list: AidList | null,
  aid: AidRow | undefined
): Promise<ListRows> {
  const rule = ruleOf(aid, list);
  if (list === null) return { list, rule, rows: new Map() };
  const { tahun, periode, kode: kodeBantuan, vintase } = list;
  const rows = await database.all(targetingAcross, { tahun, periode, kodeBantuan, vintase });
  return { list, rule, rows: new Map(rows.map((row) => [row.kodeWilayah, row])) };
}

/** What regions are compared by whatever the filter: all aid merged in the latest year with desa, and the freshness of the registry. */
export interface DesaFacts extends ListRows {
  fresh: FreshByCode;
  freshRecipients: FreshByCode;
  /** Missed by choice, of every desa (of every kecamatan where there are none); without a list nothing in it has a number. */
  choice: Measured;
}

/** Asks for it once; see DesaFacts. */
export async function desaFacts(source: TargetingSource): Promise<DesaFacts> {
  const [rows, fresh, freshRecipients] = await Promise.all([
    listRows(source, mergedList(source) ?? null, undefined),
    freshnessOf(source, 'semua'),
    freshnessOf(source, 'penerima')
  ]);
  const choice = await measured(source, { ...rows, fresh, measure: 'ee_choice' });
  return { ...rows, fresh, freshRecipients, choice };
}

/** One measure of a list over all its desa or kecamatan. */
export function measured(
  source: TargetingSource,
  facts: ListRows & {
    fresh: FreshByCode;
    measure: Measure;
    desil?: number | null;
    isListed?: (region: RegionRow) => boolean;
  }
): Promise<Measured> {
  return measuredOf(source, { desil: null, isListed: () => true, ...facts });
}

/** Name of what a list holds in `bantuan`; all aid merged has no row of its own. */
export function aidOf(aids: ReadonlyMap<string, AidRow>, kode: string): AidRow | undefined {
  return kode === allAid ? undefined : aids.get(kode);
}
