import type { ClassCount, CutAid, RecipientClass, RegionCount } from '$lib/model/cuts/line';
import type { CutDesilRow, CutDistrictRow } from '$lib/query/cutRecipients';
import type { ListClassRow } from '$lib/query/targeting';
import type { AidRow } from '$lib/query/targetingAid';

/** Counts of 1 to 9 are hidden in public files, so no pool of hidden classes may be shown that is smaller. */
const leastPool = 10;

/** One line's money for an aid, rupiah; `spent` null where it is not known. */
export interface AidMoney {
  pagu: number;
  spent: number | null;
}

/** What an aid is built from. */
export interface AidRows {
  aid: AidRow;
  /** Every list of the year in the regency. */
  lists: readonly ListClassRow[];
  desil: readonly CutDesilRow[];
  districts: readonly CutDistrictRow[];
  /** By desa, of an internal extract alone. */
  desa: readonly CutDistrictRow[];
  /** The parts of its lines within the scope, and of all units. */
  money: readonly AidMoney[];
  moneyOfAll: readonly AidMoney[];
}

/** An aid with what its recipients rest on. */
export interface BuiltAid {
  aid: CutAid;
  /** List that says who receives it; null without one. */
  periode: string | null;
  vintase: string | null;
  /** Classes that the published files hide and no published total lets count: they are in no figure. */
  hiddenClasses: number;
  /** Recipients of the list, before it was fitted to the month or the money; null without one. */
  listed: number | null;
  /** Rupiah that aid by the month owes for the months before `mulai`, paid or not; 0 for aid paid once or without a set price. */
  dueBefore: number;
}

/**
 * An aid at the starting month. T runs from `mulai` to its last paid month, where the months paid are taken to begin in January; 1
 * where it is paid once. Without a set price one recipient-month is pagu ÷ (quota × months), which the page names as an assumption.
 */
export function buildAid(rows: AidRows, mulai: number): BuiltAid {
  const { aid, moneyOfAll } = rows;
  const { perMonth, priceBasis } = priceOf(aid, moneyOfAll);
  const list = listOf(rows);
  const found = list === null ? null : classesOf(list, desilOf(rows, list));
  const listed = found === null ? null : sum(found.classes.map(({ jumlah }) => jumlah));
  const factor = listed === null || listed === 0 ? null : fitted(rows, { perMonth, listed });
  const total = listed === null || factor === null ? null : Math.round(listed * factor);
  const oneOff = aid.bulan === null;
  return {
    aid: {
      ...{
        kode: aid.kode,
        nama: aid.nama,
        unit: aid.unit === 'orang' ? 'orang' : 'keluarga',
        perMonth,
        priceBasis,
        oneOff
      },
      months: oneOff ? 1 : Math.max(0, Math.min(12, aid.bulan!) - mulai + 1),
      eligible: aid.desilLayak === '' ? [] : aid.desilLayak.split(',').map(Number),
      recipients: found === null || total === null ? null : scaled(found.classes, total),
      missed: list?.layakTerlewat ?? null,
      byRegion: regionsOf(rows, rows.districts, { list, factor }),
      ...(rows.desa.length > 0 && { byDesa: regionsOf(rows, rows.desa, { list, factor }) })
    },
    ...{ periode: list?.periode ?? null, vintase: list?.vintase ?? null },
    ...{ hiddenClasses: found?.hidden ?? 0, listed },
    dueBefore:
      oneOff || priceBasis !== 'harga' ? 0 : perMonth! * (total ?? 0) * Math.min(mulai - 1, Math.min(12, aid.bulan!))
  };
}

/** Rupiah of one recipient-month, or of one piece of aid paid once. */
function priceOf(aid: AidRow, money: readonly AidMoney[]): Pick<CutAid, 'perMonth' | 'priceBasis'> {
  const { nilaiSatuan, bulan, kuota, satuan } = aid;
  if (nilaiSatuan !== null && nilaiSatuan > 0)
    return { perMonth: bulan === null ? nilaiSatuan : nilaiSatuan / monthsOf(satuan), priceBasis: 'harga' };
  const pagu = sum(money.map((one) => one.pagu));
  const perMonth = kuota !== null && kuota > 0 && pagu > 0 ? pagu / (kuota * (bulan ?? 1)) : null;
  return { perMonth, priceBasis: 'pagu_per_kuota' };
}

/** Months that one value of an aid covers, by the words of its `satuan`: a quarter, half a year, a year; else one. */
function monthsOf(satuan: string): number {
  const words: readonly [RegExp, number][] = [
    [/triwulan|tiga bulan|3 bulan/i, 3],
    [/semester|enam bulan|6 bulan/i, 6],
    [/dua bulan|2 bulan/i, 2],
    [/tahun/i, 12]
  ];
  return words.find(([word]) => word.test(satuan))?.[1] ?? 1;
}

/** The list of the whole year, since counts by desil are of the year; else the latest list of a month. */
function listOf({ aid, lists }: AidRows): ListClassRow | null {
  const own = lists.filter(({ kodeBantuan }) => kodeBantuan === aid.kode);
  const ofYear = own.filter(({ periode }) => periode.length === 4);
  return ofYear.at(-1) ?? own.at(-1) ?? null;
}

/** Recipients of the latest list of a month; null where there is none, or it is hidden. */
function latestCount({ aid, lists }: AidRows): number | null {
  return lists.findLast(({ kodeBantuan, periode }) => kodeBantuan === aid.kode && periode.length > 4)?.penerima ?? null;
}

function desilOf({ aid, desil }: AidRows, { vintase }: ListClassRow): CutDesilRow[] {
  return desil.filter((row) => row.kodeBantuan === aid.kode && row.vintase === vintase);
}

/**
 * How many recipients of the model stand for one of the list. Aid paid by the month: recipients of the latest month with a list ÷ those
 * of the whole year, who were never all on it at once, × the share of the aid's pagu within the scope. Aid paid once: whom the money left
 * still pays for, since the list names those who had it already and shows only who they are.
 */
function fitted(rows: AidRows, { perMonth, listed }: { perMonth: number | null; listed: number }): number {
  const { aid, money, moneyOfAll } = rows;
  if (aid.bulan !== null || perMonth === null) {
    const all = sum(moneyOfAll.map(({ pagu }) => pagu));
    return ((latestCount(rows) ?? listed) / listed) * (all > 0 ? sum(money.map(({ pagu }) => pagu)) / all : 1);
  }
  const left = sum(money.map(({ pagu, spent }) => Math.max(0, pagu - (spent ?? 0))));
  return left / perMonth / listed;
}

/**
 * Recipients by class from published cells alone. What a published total leaves beside the published classes is one class; where that
 * would give a hidden cell away (one class alone, or fewer than ten), the smallest published classes join it.
 */
function classesOf(
  list: ListClassRow,
  desil: readonly CutDesilRow[]
): { classes: ClassCount[]; hidden: number } | null {
  const hiddenColumns = list.tersembunyi.split(',');
  const cells: { kelas: RecipientClass; jumlah: number | null; isHidden: boolean }[] = [
    ...desil.map(({ desil: kelas, penerima, tersembunyi }) => ({
      kelas: kelas as RecipientClass,
      jumlah: penerima,
      isHidden: tersembunyi
    })),
    { kelas: 'desil_kosong', jumlah: list.desilKosong, isHidden: hiddenColumns.includes('desil_kosong') },
    { kelas: 'tidak_tercatat', jumlah: list.tidakTercatat, isHidden: hiddenColumns.includes('tidak_tercatat') }
  ];
  const classes = cells.flatMap(({ kelas, jumlah }) => (jumlah === null ? [] : [{ kelas, jumlah }]));
  const hidden = cells.filter(({ jumlah, isHidden }) => jumlah === null && isHidden).length;
  if (list.penerima === null) return classes.length === 0 ? null : { classes, hidden };
  const rest = list.penerima - sum(classes.map(({ jumlah }) => jumlah));
  if (rest <= 0) return { classes, hidden: 0 };
  return { classes: hidden > 0 ? pooled(classes, rest, hidden) : withoutDesil(classes, rest), hidden: 0 };
}

function pooled(classes: readonly ClassCount[], rest: number, hidden: number): ClassCount[] {
  const bySize = classes.filter(({ jumlah }) => jumlah > 0).toSorted((a, b) => a.jumlah - b.jumlah);
  const joined = new Set<RecipientClass>();
  let jumlah = rest;
  for (const one of bySize) {
    if (hidden + joined.size >= 2 && jumlah >= leastPool) break;
    joined.add(one.kelas);
    jumlah += one.jumlah;
  }
  return [...classes.filter(({ kelas }) => !joined.has(kelas)), { kelas: 'disembunyikan', jumlah }];
}

/** Recipients of whom no file says a class are those without a desil. */
function withoutDesil(classes: readonly ClassCount[], rest: number): ClassCount[] {
  const known = classes.find(({ kelas }) => kelas === 'desil_kosong')?.jumlah ?? 0;
  return [...classes.filter(({ kelas }) => kelas !== 'desil_kosong'), { kelas: 'desil_kosong', jumlah: known + rest }];
}

/** Counts in the same proportions that add up to a total exactly: largest remainders, ties by their order. */
function scaled(classes: readonly ClassCount[], total: number): ClassCount[] {
  const all = sum(classes.map(({ jumlah }) => jumlah));
  const exact = classes.map(({ jumlah }) => (all === 0 ? 0 : (jumlah * total) / all));
  const whole = exact.map(Math.floor);
  const missing = total - sum(whole);
  const order = exact.map((value, i) => ({ i, rest: value - whole[i]! })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, missing)) whole[i]! += 1;
  return classes.map(({ kelas }, i) => ({ kelas, jumlah: whole[i]! }));
}

/** Recipients by region of the same list, fitted as its total is; null stays null. */
function regionsOf(
  { aid }: AidRows,
  regions: readonly CutDistrictRow[],
  { list, factor }: { list: ListClassRow | null; factor: number | null }
): RegionCount[] {
  if (list === null) return [];
  const { periode, vintase } = list;
  return regions
    .filter((row) => row.kodeBantuan === aid.kode && row.periode === periode && row.vintase === vintase)
    .map(({ kodeWilayah, penerima, tersembunyi }) => ({
      kodeWilayah,
      jumlah: penerima === null || factor === null ? null : Math.round(penerima * factor),
      ...(tersembunyi && { tersembunyi })
    }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
