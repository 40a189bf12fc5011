import { isNumber, ratio, type Count } from '$lib/model/targeting/count';
import { desilAcross, type ClassRow, type DesilCountRow, type RegionRow } from '$lib/query/targeting';
import { cellOf, classFigures, noValue, type AidRule, type ClassFigures } from './targetingClasses';
import { lackOfFreshness } from './targetingFreshness';
import type { Standing, StandingOfUnit } from './targetingStanding';
import { allAid, isClosedYear, type AidList, type TargetingSource } from './targetingSource';
import type { Freshness, Measure, Measured, NoValue, Unit } from './targetingView';

/** What a measure is made from. */
export interface MeasureFacts {
  measure: Measure;
  desil: number | null;
  /** Null where the year has no list: freshness alone can be measured then. */
  list: AidList | null;
  rule: AidRule;
  /** Rows of the list at every level, by code. */
  rows: ReadonlyMap<string, ClassRow>;
  fresh: ReadonlyMap<string, Freshness & { tingkat: string }> | null;
  isListed: (region: RegionRow) => boolean;
}

/** Numerator and denominator of one region, with why there is none. */
interface Part {
  x: Count;
  n: Count;
  lack: NoValue | null;
}

/**
 * One measure over the desa, or over the kecamatan where the extract has no desa of the list: value, interval, shrunk value, band of
 * ranks, and which stand outside the funnel. The target is the regency's own row.
 */
export async function measuredOf(source: TargetingSource, facts: MeasureFacts): Promise<Measured> {
  const byDesil = await desilRows(source, facts);
  const partsOf = (regions: readonly RegionRow[]) =>
    regions.map((region) => ({ region, ...partOf(region.kode, facts, byDesil) }));
  const byDesa = hasDesa(facts, byDesil) ? partsOf(source.desa) : [];
  const byKecamatan = partsOf(source.kecamatan);
  const isAtDesa = byDesa.length > 0 && !isMostlyHidden(byDesa, byKecamatan);
  const found = isAtDesa ? byDesa : byKecamatan;
  const target = partOf(source.home.kode, facts, byDesil);
  const theta = ratio(target.x, target.n);
  const standing = source.standingOf(
    found.map(({ region, x, n }) => ({ kode: region.kode, x, n })),
    theta
  );
  const units = found.map((one) => unitOf(one, facts, standing));
  return {
    ...{ measure: facts.measure, desil: facts.measure === 'desil' ? facts.desil : null, units, theta },
    tingkat: isAtDesa ? 'desa' : 'kecamatan',
    why: isAtDesa ? null : byDesa.length > 0 ? 'disembunyikan' : whyNoDesa(source, facts),
    lack: target.lack,
    ...standing.shared,
    steps: stepsOf(units.flatMap(({ value }) => (isNumber(value) ? [value] : []))),
    counts: countsOf(units)
  };
}

/** Desa of which fewer than a tenth have a number say less than their kecamatan. */
function isMostlyHidden(byDesa: readonly Part[], byKecamatan: readonly Part[]): boolean {
  const share = (parts: readonly Part[]) =>
    parts.length === 0 ? 0 : parts.filter(({ x, n }) => isNumber(ratio(x, n))).length / parts.length;
  return share(byDesa) < 0.1 && share(byKecamatan) > share(byDesa);
}

type DesilRows = ReadonlyMap<string, DesilCountRow>;

async function desilRows(source: TargetingSource, { measure, desil, list }: MeasureFacts): Promise<DesilRows> {
  if (measure !== 'desil' || desil === null || list === null) return new Map();
  const { tahun, kode: kodeBantuan, vintase } = list;
  const rows = await source.database.all(desilAcross, { tahun, kodeBantuan, vintase, desil });
  return new Map(rows.map((row) => [row.kodeWilayah, row]));
}

function hasDesa({ measure, rows, fresh }: MeasureFacts, byDesil: DesilRows): boolean {
  const found = measure === 'fresh' ? (fresh ?? byDesil) : measure === 'desil' ? byDesil : rows;
  return [...found.values()].some(({ tingkat }) => tingkat === 'desa');
}

/** The public profile has desa only of all aid merged in a year that is over, and never by desil. */
function whyNoDesa(source: TargetingSource, { measure, list }: MeasureFacts): Measured['why'] {
  if (!source.bulat || list === null || measure === 'fresh') return 'tidak-ada';
  if (list.kode !== allAid || measure === 'desil') return 'profil';
  return isClosedYear(source, list.tahun) === false ? 'tahun-berjalan' : 'tidak-ada';
}

/** Numerator and denominator of one region, with why there is no ratio. */
interface Part {
  x: Count;
  n: Count;
  lack: NoValue | null;
  /** Null where the measure does not come from the list. */
  figures: ClassFigures;
}

function partOf(kode: string, facts: MeasureFacts, byDesil: DesilRows): Part {
  const { measure, rows, rule, fresh } = facts;
  const figures = classFigures(rows.get(kode), rule);
  if (measure === 'fresh') {
    const row = fresh?.get(kode);
    return { x: row?.segar ?? null, n: row?.keluarga ?? null, lack: lackOfFreshness(row), figures };
  }
  if (measure === 'desil') return { ...desilPart(byDesil.get(kode)), figures };
  return { ...classPart(measure, figures), figures };
}

function desilPart(row: DesilCountRow | undefined): Omit<Part, 'figures'> {
  if (row === undefined) return { x: null, n: null, lack: 'daftar' };
  const [x, n] = [cellOf(row, row.penerima, 'penerima'), cellOf(row, row.terdaftar, 'terdaftar')];
  return { x, n, lack: noValue(ratio(x, n), n, 'keluarga') };
}

/** Each measure's own numerator and denominator, methods §1.3. */
function classPart(measure: Exclude<Measure, 'fresh' | 'desil'>, figures: ClassFigures): Omit<Part, 'figures'> {
  const { classes, eligible, classified, missedByChoice, undecided, registered, lacks } = figures;
  const other = (x: Count, n: Count, empty: NoValue) => {
    const known = noValue(ratio(x, n), n, empty);
    return { x, n, lack: known === 'tidak-diberikan' ? (structural(lacks.ee) ?? known) : known };
  };
  if (measure === 'ee') return { x: classes.layakTerlewat, n: eligible, lack: lacks.ee };
  if (measure === 'ee_choice') return { x: missedByChoice, n: eligible, lack: lackOfChoice(figures) };
  if (measure === 'ie') return { x: classes.tidakLayak, n: classified, lack: lacks.ie };
  return measure === 'unk'
    ? other(undecided, classes.penerima, 'penerima')
    : other(classes.penerima, registered, 'keluarga');
}

function lackOfChoice({ missedByChoice, eligible, lacks }: ClassFigures): NoValue | null {
  return lacks.ee ?? noValue(ratio(missedByChoice, eligible), eligible, 'layak');
}

/** What keeps every measure of a list from being worked out, whatever its own denominator. */
function structural(lack: NoValue | null): NoValue | null {
  return lack === 'daftar' || lack === 'registri' || lack === 'khusus' || lack === 'kategori' ? lack : null;
}

function unitOf(
  { region, x, n, lack, figures }: Part & { region: RegionRow },
  { isListed }: MeasureFacts,
  standing: Standing
): Unit {
  const { kode, nama, dapil, kolom, baris, tingkat, kodeInduk } = region;
  const { classes, eligible, undecided } = figures;
  return {
    ...{ kode, nama, dapil, kolom, baris, x, n, lack },
    kecamatan: tingkat === 'kecamatan' ? kode : (kodeInduk ?? ''),
    listed: isListed(region),
    value: ratio(x, n),
    ...lightened(standing.units.get(kode)),
    ...{ penerima: classes.penerima, eligible, undecided },
    ...{ layak: classes.layak, layakTerlewat: classes.layakTerlewat, tidakLayak: classes.tidakLayak }
  };
}

/** Four digits are more than a page prints or draws, and a page carries some hundred of them. */
function lightened(own: StandingOfUnit | undefined): StandingOfUnit {
  if (own === undefined) return { interval: null, credible: null, shrunk: null, ranks: null, flag: null, warned: null };
  const short = (ratio: number) => Number(ratio.toFixed(4));
  return {
    ...own,
    interval: own.interval && [short(own.interval[0]), short(own.interval[1])],
    credible: own.credible && [short(own.credible[0]), short(own.credible[1])],
    shrunk: own.shrunk === null ? null : short(own.shrunk)
  };
}

/** Widths that a class of the map may have. */
const widths = [0.01, 0.02, 0.05, 0.1, 0.2];
/** Classes of the map. */
const classes = 6;

/** Lower ends of all classes of the map but the first: even steps of a round width that take in every value. Empty without two values. */
export function stepsOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  // The few highest stand in the last, open step, so that the colours tell the many apart.
  const [low, high] = [sorted[0] ?? 0, sorted[Math.ceil((sorted.length - 1) * 0.95)] ?? 0];
  if (values.length < 2 || low === high) return [];
  for (const width of widths) {
    const start = Math.floor(Number((low / width).toPrecision(12)));
    if (width === widths.at(-1) || (start + classes) * width >= high)
      return Array.from({ length: classes - 1 }, (_, i) => Number(((start + i + 1) * width).toFixed(2)));
  }
  return [];
}

function countsOf(units: readonly Unit[]): Measured['counts'] {
  const count = (isOne: (unit: Unit) => boolean) => units.filter(isOne).length;
  return {
    known: count(({ value }) => isNumber(value)),
    hidden: count(({ lack }) => lack === 'disembunyikan'),
    missing: count(({ value, lack }) => !isNumber(value) && lack !== 'disembunyikan'),
    high: count(({ flag }) => flag === 'tinggi'),
    low: count(({ flag }) => flag === 'rendah')
  };
}
