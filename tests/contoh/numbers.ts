import { lastMonth, type Year } from '../../data/contoh/calendar';
import { sampleTruth, type LineCodes } from '../../data/contoh/truth';

/** The numbers behind the files. */
export const truth = sampleTruth();
/** Code of the agency itself, without its UPT. */
export const dinas = '1.06.0.00.0.00.01.0000';

/** The sum; 0 for none. */
export function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** What identifies a line in a year. */
export function key(row: LineCodes): string {
  return [row.tahun, row.kodeSkpd, row.kodeSubkegiatan, row.kodeAkun].join(' ');
}

/** Pagu of each line at each stage. */
export const paguByLine = new Map<string, number>();
for (const row of truth.pagu) {
  const at = `${key(row)} ${row.tahap}`;
  paguByLine.set(at, (paguByLine.get(at) ?? 0) + row.pagu);
}

/** Rupiah spent in each month that has files. */
export function months(year: Year): number[] {
  return Array.from(
    { length: lastMonth(year) },
    (_, index) => truth.total.realisasi[`${year}-${String(index + 1).padStart(2, '0')}`] ?? NaN
  );
}

/** Rupiah spent from January to a month by what the filter keeps. */
export function spent(year: Year, month: number, keeps: (row: LineCodes) => boolean): number {
  return add(
    truth.realisasi.filter((row) => row.tahun === year && row.bulan <= month && keeps(row)).map((row) => row.realisasi)
  );
}

/** Rupiah spent from January by line and month. */
export function cumulativeByLineAndMonth(): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of truth.realisasi) {
    sums.set(`${key(row)} ${row.bulan}`, (sums.get(`${key(row)} ${row.bulan - 1}`) ?? 0) + row.realisasi);
  }
  return sums;
}

/** Pagu of a stage by what the filter keeps, rupiah. */
export function pagu(year: Year, stage: string, keeps: (row: LineCodes) => boolean): number {
  return add(
    truth.pagu.filter((row) => row.tahun === year && row.tahap === stage && keeps(row)).map((row) => row.pagu)
  );
}

/** Keeps the lines of one sub kegiatan of the agency itself. */
export const ofSub = (kode: string) => (row: LineCodes) => row.kodeSkpd === dinas && row.kodeSubkegiatan === kode;
