import type { Database } from '$lib/query/define';
import type { RegionRow } from '$lib/query/targeting';
import type { TargetingFilter } from '$lib/url/targetingFilter';
import { remember } from './remember';
import { choicesOf, chooseList, type Chosen } from './targetingChoice';
import { cellOf, ruleOf } from './targetingClasses';
import { desilView } from './targetingDesil';
import { figuresOf } from './targetingFigures';
import { worklistOf } from './targetingFreshness';
import { aidOf, desaFacts, listRows, measured, type DesaFacts, type ListRows } from './targetingList';
import { overlapView } from './targetingOverlap';
import { paymentViews } from './targetingPayment';
import { programOf, programsOf } from './targetingProgram';
import {
  aidByCode,
  isClosedYear,
  listOf,
  targetingSource,
  type ExtractState,
  type TargetingSource
} from './targetingSource';
import type { DesilView, Freshness, Measured, TargetingPage, Worklist } from './targetingView';

/** What hangs on no filter. */
interface Kept {
  source: TargetingSource;
  desa: DesaFacts;
}

/**
 * Pages of one extract by filter: what hangs on no filter is asked and worked out once, and rows that were answered stay. Null where the
 * extract names no region, or has neither list nor registry.
 */
export function targetingPages(
  database: Database,
  state: ExtractState
): (filter: TargetingFilter) => Promise<TargetingPage | null> {
  const remembered = remember(database);
  let kept: Promise<Kept | null> | undefined;
  return async (filter) => {
    kept ??= keptOf(remembered, state);
    kept.catch(() => (kept = undefined));
    const found = await kept;
    return found === null ? null : pageOf(found, filter);
  };
}

async function keptOf(database: Database, state: ExtractState): Promise<Kept | null> {
  const source = await targetingSource(database, state);
  if (source === null || (source.lists.length === 0 && source.vintages.length === 0)) return null;
  return { source, desa: await desaFacts(source) };
}

async function pageOf({ source, desa }: Kept, filter: TargetingFilter): Promise<TargetingPage> {
  const chosen = chooseList(source, filter);
  const { tahun, bantuan, periode } = chosen.used;
  const aids = await aidByCode(source, tahun);
  const aid = aidOf(aids, bantuan);
  const list = listOf(source, tahun, bantuan, periode) ?? null;
  const region = chosen.used.kecamatan ?? source.home.kode;
  const at = { tahun, kodeWilayah: region, aids };
  const [own, desil, programs, overlap, payments] = await Promise.all([
    listRows(source, list, aid),
    list === null ? null : desilView(source, list, region, ruleOf(aid, list).desilLayak),
    programsOf(source, at),
    overlapView(source, at),
    paymentViews(source, tahun, aids)
  ]);
  const { used, replaced } = withDesil(chosen, desil);
  const figures = (of: RegionRow) => figuresOf(of, own.rows.get(of.kode), own.rule);
  const { kecamatan } = used;
  return {
    ...{ bulat: source.bulat, used, replaced, desil, programs, overlap, payments },
    wilayah: { kode: source.home.kode, nama: source.home.nama },
    choices: choicesOf(source, used, { aids, desil: desil?.rows.map((row) => row.desil) ?? [] }),
    aid: programOf(source, { kode: bantuan, aid, list, row: own.rows.get(region), kodeWilayah: region }),
    isClosed: isClosedYear(source, tahun),
    kabupaten: figures(source.home),
    kecamatan: kecamatan === null ? null : figures(source.regions.get(kecamatan)!),
    measured: await measuredFor(source, { desa, own, used }),
    districts: source.kecamatan.map(figures),
    freshness: { semua: without(desa.fresh?.get(region)), penerima: without(desa.freshRecipients?.get(region)) },
    worklist: worklistFor(source, desa, isListedBy(used))
  };
}

/** A desil is shown only where the list has rows of it. */
function withDesil({ used, replaced }: Chosen, desil: DesilView | null): Chosen {
  const isThere = used.desil === null || desil?.rows.some((row) => row.desil === used.desil) === true;
  return isThere ? { used, replaced } : { used: { ...used, desil: null }, replaced: [...replaced, 'desil'] };
}

type Used = TargetingPage['used'];

function measuredFor(
  source: TargetingSource,
  { desa, own, used }: { desa: DesaFacts; own: ListRows; used: Used }
): Promise<Measured> {
  const measure = used.desil === null ? used.ukuran : ('desil' as const);
  return measured(source, { ...own, fresh: desa.fresh, measure, desil: used.desil, isListed: isListedBy(used) });
}

/** Kecamatan and dapil choose what is listed and marked; totals stay those of a row of the extract. */
function isListedBy({ kecamatan, dapil }: Used): (region: RegionRow) => boolean {
  return ({ kode, kodeInduk, dapil: own }) =>
    (kecamatan === null || kode === kecamatan || kodeInduk === kecamatan) && (dapil === null || own === dapil);
}

function worklistFor(
  source: TargetingSource,
  { fresh, rows, choice, list }: DesaFacts,
  isListed: (region: RegionRow) => boolean
): Worklist | null {
  if (fresh === null) return null;
  const undecided = [...rows].map(([kode, row]) => {
    const desilKosong = cellOf(row, row.desilKosong, 'desil_kosong');
    return [kode, { desilKosong, tidakTercatat: cellOf(row, row.tidakTercatat, 'tidak_tercatat') }] as const;
  });
  return worklistOf(source, {
    fresh,
    units: new Map(choice.units.map((unit) => [unit.kode, unit])),
    undecided: new Map(undecided),
    tahun: [...rows.values()].some(({ tingkat }) => tingkat === 'desa') ? (list?.tahun ?? null) : null,
    isListed: (kode) => isListed(source.regions.get(kode)!)
  });
}

/** What the page needs of a row: its level is that of the region asked for. */
function without(row: (Freshness & { tingkat: string }) | undefined): Freshness | null {
  if (row === undefined) return null;
  const { tingkat: _, ...freshness } = row;
  return freshness;
}
