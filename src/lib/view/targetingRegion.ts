import { combine, isNumber, sum, type Count } from '$lib/model/targeting/count';
import type { Database } from '$lib/query/define';
import { registryAt, type RegionRow } from '$lib/query/targeting';
import { remember } from './remember';
import { cellOf, defaultDesil } from './targetingClasses';
import { figuresOf } from './targetingFigures';
import { desaFacts, measured, type DesaFacts, type ListRows } from './targetingList';
import { programsOf } from './targetingProgram';
import {
  aidByCode,
  basisOf,
  isDesa,
  targetingSource,
  type ExtractState,
  type TargetingSource
} from './targetingSource';
import { mergedYears, trendOf } from './targetingTrend';
import type { Comparison, Figures, Measured, Program, RegionEntry, RegionPage, Unit } from './targetingView';

/** What the pages of all regions share. */
interface Kept {
  source: TargetingSource;
  desa: DesaFacts;
  /** Missed of the eligible, of all aid merged: over desa, or over kecamatan where no desa has a row. */
  missed: Measured;
  /** By code. */
  units: ReadonlyMap<string, Unit>;
  /** All aid merged, year by year. */
  years: ListRows[];
}

/** The page of one desa, kelurahan or kecamatan; null for a code that the home region does not have. What they share is asked once. */
export function regionPages(database: Database, state: ExtractState): (kode: string) => Promise<RegionPage | null> {
  const remembered = remember(database);
  const pages = new Map<string, Promise<RegionPage>>();
  let kept: Promise<Kept | null> | undefined;
  return async (kode) => {
    kept ??= keptOf(remembered, state);
    kept.catch(() => (kept = undefined));
    const found = await kept;
    const region = found?.source.regions.get(kode);
    if (!found || region === undefined || region.tingkat === 'kabupaten') return null;
    const page = pages.get(kode) ?? pageOf(found, region);
    page.catch(() => pages.delete(kode));
    pages.set(kode, page);
    return page;
  };
}

/** The page of one region, see regionPages. */
export function regionPage(database: Database, state: ExtractState, kode: string): Promise<RegionPage | null> {
  return regionPages(database, state)(kode);
}

/** Every region that has a page, by name and kecamatan; empty where the extract names no home region. */
export async function regionIndex(database: Database): Promise<RegionEntry[]> {
  const source = await targetingSource(database, { bulat: true });
  if (source === null) return [];
  const entries = [...source.kecamatan, ...source.desa].map(({ kode, nama, tingkat, kodeInduk }) => ({
    ...{ kode, nama, tingkat },
    kecamatan: isDesa(tingkat) ? (source.regions.get(kodeInduk ?? '')?.nama ?? null) : null
  }));
  return entries.sort((a, b) => a.nama.localeCompare(b.nama, 'id') || (a.kode < b.kode ? -1 : 1));
}

async function keptOf(database: Database, state: ExtractState): Promise<Kept | null> {
  const source = await targetingSource(database, state);
  if (source === null) return null;
  const desa = await desaFacts(source);
  const [missed, years] = await Promise.all([measured(source, { ...desa, measure: 'ee' }), mergedYears(source)]);
  return { source, desa, missed, years, units: new Map(missed.units.map((unit) => [unit.kode, unit])) };
}

async function pageOf(kept: Kept, region: RegionRow): Promise<RegionPage> {
  const { source, desa } = kept;
  const { kode, nama, tingkat, dapil, kolom } = region;
  const parent = isDesa(tingkat) ? (source.regions.get(region.kodeInduk ?? '') ?? null) : null;
  const row = desa.rows.get(kode);
  const reach = row === undefined ? null : figuresOf(region, row, desa.rule);
  const tahun = desa.list?.tahun ?? source.lists[0]?.tahun ?? null;
  return {
    bulat: source.bulat,
    wilayah: { kode, nama, tingkat, dapil, kolom },
    kecamatan: parent === null ? null : { kode: parent.kode, nama: parent.nama },
    kabupaten: { kode: source.home.kode, nama: source.home.nama },
    ...{ tahun, reach },
    basis: desa.list === null ? null : basisOf(source, desa.list.vintase, row?.tanggalDaftar ?? null),
    need: reach?.eligible ?? (await needOf(source, kode)),
    freshness: freshnessAt(desa, kode),
    around: {
      kecamatan: parent === null ? null : around(kept, parent),
      kabupaten: around(kept, source.home)
    },
    comparison: comparisonOf(kept, region),
    trend: trendOf(source, kept.years, parent === null ? [region] : [region, parent]),
    choiceFlag: desa.choice.units.find((unit) => unit.kode === kode)?.flag ?? null,
    ...(await aidAt(source, region, parent, tahun)),
    neighbours: neighboursOf(kept, region)
  };
}

/** Families of the eligible desil in the latest registry. */
async function needOf({ database, vintages }: TargetingSource, kodeWilayah: string): Promise<Count> {
  const [latest] = vintages;
  if (latest === undefined) return null;
  const rows = await database.all(registryAt, { vintase: latest.vintase, kodeWilayah });
  const eligible = rows.filter(({ desil }) => desil !== null && defaultDesil.includes(desil));
  const counts = eligible.map(({ keluarga, disembunyikan }) =>
    cellOf({ tersembunyi: disembunyikan ? 'keluarga' : '' }, keluarga, 'keluarga')
  );
  return rows.length === 0 ? null : sum(...counts);
}

function freshnessAt({ fresh }: DesaFacts, kode: string): RegionPage['freshness'] {
  const row = fresh?.get(kode);
  if (row === undefined) return null;
  const { tingkat: _, ...freshness } = row;
  return freshness;
}

function around({ source, desa }: Kept, region: RegionRow): { covElig: Count; fresh12: Count } {
  const figures: Figures = figuresOf(region, desa.rows.get(region.kode), desa.rule);
  return { covElig: figures.rates.covElig, fresh12: desa.fresh?.get(region.kode)?.fresh12 ?? null };
}

/** Similar regions at the level of the region; null where fewer than three of them have a number, or it has none itself. */
function comparisonOf({ source, missed, units }: Kept, region: RegionRow): Comparison | null {
  const own = units.get(region.kode);
  if (own === undefined || !isNumber(own.value)) return null;
  const kelas = region.kelasSebanding;
  const isSimilar = (unit: Unit) => kelas === null || source.regions.get(unit.kode)?.kelasSebanding === kelas;
  const reached = missed.units
    .filter(isSimilar)
    .flatMap(({ value }) => (isNumber(value) ? [1 - value] : []))
    .sort((a, b) => a - b);
  if (reached.length < 3) return null;
  const middle = (reached.length - 1) / 2;
  const places = { tinggi: 'lebih-sedikit', rendah: 'lebih-banyak' } as const;
  const isCompared = isNumber(missed.theta) && isNumber(own.n) && own.n >= 10;
  return {
    ...{ kelas, n: reached.length, low: reached[0]!, high: reached.at(-1)! },
    median: (reached[Math.floor(middle)]! + reached[Math.ceil(middle)]!) / 2,
    place: own.flag !== null ? places[own.flag] : isCompared ? 'tidak-dapat-dibedakan' : null
  };
}

/** Aid at the desa itself where the extract has it, else at its kecamatan; aid without a list at that level is left out. */
async function aidAt(
  source: TargetingSource,
  region: RegionRow,
  parent: RegionRow | null,
  tahun: number | null
): Promise<{ aid: Program[]; aidLevel: RegionPage['aidLevel'] }> {
  if (tahun === null) return { aid: [], aidLevel: null };
  const aids = await aidByCode(source, tahun);
  for (const one of parent === null ? [region] : [region, parent]) {
    const programs = await programsOf(source, { tahun, kodeWilayah: one.kode, aids });
    const aid = programs.filter(({ figures }) => figures !== null);
    if (aid.length > 0) return { aid, aidLevel: isDesa(one.tingkat) ? 'desa' : 'kecamatan' };
  }
  return { aid: [], aidLevel: null };
}

function neighboursOf({ source, desa, missed, units }: Kept, region: RegionRow): RegionPage['neighbours'] {
  const kecamatan = isDesa(region.tingkat) ? region.kodeInduk : region.kode;
  return source.desa
    .filter(({ kode, kodeInduk }) => kodeInduk === kecamatan && kode !== region.kode)
    .map(({ kode, nama }) => ({
      ...{ kode, nama },
      covElig: missed.tingkat === 'desa' ? combine([units.get(kode)?.value ?? null], (value) => 1 - value) : null,
      fresh12: desa.fresh?.get(kode)?.fresh12 ?? null
    }));
}
