import type { Database } from '$lib/query/define';
import * as ask from '$lib/query/targeting';
import { aidOfYear, type AidRow } from '$lib/query/targetingAid';
import { rememberedStanding, type standingOf } from './targetingStanding';
import type { Basis } from './targetingView';

/** Code of all aid merged into distinct families, in `kode_bantuan`. */
export const allAid = 'SEMUA';
/** Vintage of a list that no registry was there to compare with. */
export const noVintage = 'tanpa';

/** What the extract's tables do not hold of it. */
export interface ExtractState {
  /** Rates are printed in whole percent: the public profile. */
  bulat: boolean;
}

/** One list of recipients, read against one vintage. */
export interface AidList {
  tahun: number;
  /** A year, or a month as 2025-03. */
  periode: string;
  kode: string;
  vintase: string;
  levels: readonly string[];
}

/** What hangs on no filter. */
export interface TargetingSource extends ExtractState {
  database: Database;
  /** As-of date of the registry's ages, YYYY-MM-DD; null without a registry. */
  perTanggal: string | null;
  home: ask.RegionRow;
  /** By code: the home region, its kecamatan and their desa. */
  regions: ReadonlyMap<string, ask.RegionRow>;
  kecamatan: ask.RegionRow[];
  desa: ask.RegionRow[];
  /** The latest first. */
  vintages: ask.VintageRow[];
  /** The latest year first; one vintage a list. */
  lists: AidList[];
  /** What regions are among the others, kept where it was worked out before. */
  standingOf: typeof standingOf;
}

/** Regions, vintages and lists of an extract; null where it names no home region. */
export async function targetingSource(database: Database, state: ExtractState): Promise<TargetingSource | null> {
  const [rows, vintages, found, [asOf]] = await Promise.all([
    database.all(ask.regions, {}),
    database.all(ask.vintages, {}),
    database.all(ask.lists, {}),
    database.all(ask.asOfDate, {})
  ]);
  const home = homeOf(rows);
  if (home === null) return null;
  const kecamatan = rows.filter(({ tingkat, kodeInduk }) => tingkat === 'kecamatan' && kodeInduk === home.kode);
  const within = new Set(kecamatan.map(({ kode }) => kode));
  const desa = rows.filter(({ tingkat, kodeInduk }) => isDesa(tingkat) && within.has(kodeInduk ?? ''));
  const regions = new Map([home, ...kecamatan, ...desa].map((region) => [region.kode, region]));
  const perTanggal = asOf?.perTanggal ?? null;
  return {
    ...state,
    perTanggal,
    database,
    home,
    regions,
    kecamatan,
    desa,
    vintages,
    lists: oneVintage(found, vintages),
    standingOf: rememberedStanding()
  };
}

/** True for both kinds of village. */
export function isDesa(tingkat: string): boolean {
  return tingkat === 'desa' || tingkat === 'kelurahan';
}

/** Whether a year is over by the extract's own date; null where that is not known. */
export function isClosedYear({ perTanggal }: TargetingSource, tahun: number): boolean | null {
  return perTanggal === null ? null : perTanggal > `${tahun}-12-31`;
}

/** The list of an aid for a period; undefined without one. */
export function listOf({ lists }: TargetingSource, tahun: number, kode: string, periode = String(tahun)) {
  return lists.find((list) => list.tahun === tahun && list.kode === kode && list.periode === periode);
}

/** All aid merged in the latest year that has desa rows of it: what desa are compared by. Without desa rows the latest year; undefined without a list. */
export function mergedList({ lists }: TargetingSource): AidList | undefined {
  const merged = lists.filter(({ kode, periode, tahun }) => kode === allAid && periode === String(tahun));
  return merged.find(({ levels }) => levels.includes('desa')) ?? merged[0];
}

/** Against which registry a list was read, and whether the list is older than it. */
export function basisOf({ vintages }: TargetingSource, vintase: string, tanggalDaftar: string | null): Basis {
  const found = vintages.find((one) => one.vintase === vintase);
  const berlakuSejak = found?.berlakuSejak ?? null;
  const isMismatch = tanggalDaftar !== null && berlakuSejak !== null && tanggalDaftar < berlakuSejak;
  return { vintase, registri: found?.registri ?? null, berlakuSejak, tanggalDaftar, isMismatch };
}

/** Aid of a year by code. */
export async function aidByCode({ database }: TargetingSource, tahun: number): Promise<Map<string, AidRow>> {
  const rows = await database.all(aidOfYear, { tahun });
  return new Map(rows.map((row) => [row.kode, row]));
}

/** The regency with most kecamatan; without kecamatan the only regency. */
function homeOf(rows: readonly ask.RegionRow[]): ask.RegionRow | null {
  const regencies = rows.filter(({ tingkat }) => tingkat === 'kabupaten');
  const below = new Map<string, number>();
  for (const { tingkat, kodeInduk } of rows)
    if (tingkat === 'kecamatan' && kodeInduk !== null) below.set(kodeInduk, (below.get(kodeInduk) ?? 0) + 1);
  const size = (region: ask.RegionRow) => below.get(region.kode) ?? 0;
  const [first] = regencies.toSorted((a, b) => size(b) - size(a));
  return first !== undefined && (size(first) > 0 || regencies.length === 1) ? first : null;
}

/** Of one aid and period only the latest vintage is read: a year's row must stand on one registry. */
function oneVintage(rows: readonly ask.ListRow[], vintages: readonly ask.VintageRow[]): AidList[] {
  const order = new Map(vintages.map(({ vintase }, i) => [vintase, vintages.length - i]));
  const lists = new Map<string, AidList>();
  for (const { tahun, periode, kodeBantuan: kode, vintase, tingkat } of rows) {
    const key = JSON.stringify([tahun, periode, kode]);
    const kept = lists.get(key);
    const isLater = kept !== undefined && (order.get(vintase) ?? 0) > (order.get(kept.vintase) ?? 0);
    if (kept === undefined || isLater) lists.set(key, { tahun, periode, kode, vintase, levels: [tingkat] });
    else if (kept.vintase === vintase) lists.set(key, { ...kept, levels: [...kept.levels, tingkat] });
  }
  return [...lists.values()];
}
