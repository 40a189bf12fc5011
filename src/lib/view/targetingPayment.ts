import { combine, hidden, sum, type Count } from '$lib/model/targeting/count';
import { targetingAt, type ListClassRow } from '$lib/query/targeting';
import {
  aidLines,
  aidMonths,
  aidSpending,
  type AidLineRow,
  type AidMonthRow,
  type AidRow,
  type AidSpendingRow
} from '$lib/query/targetingAid';
import { ruleOf } from './targetingClasses';
import { paidButExtra, paidOf } from './targetingFigures';
import { allAid, type TargetingSource } from './targetingSource';
import type { Payment, PaymentReason } from './targetingView';

/** A list and its payments that differ by at most this ratio of the larger one are said to agree. */
export const paymentTolerance = 0.005;

interface Spending {
  rows: readonly AidSpendingRow[];
  months: readonly AidMonthRow[];
}

/** Each list of the year beside what its budget lines paid in the same months, by code of the aid. Whole regency. */
export async function paymentViews(
  source: TargetingSource,
  tahun: number,
  aids: ReadonlyMap<string, AidRow>
): Promise<Payment[]> {
  const { database, home } = source;
  const [lists, lines, rows, months] = await Promise.all([
    database.all(targetingAt, { tahun, kodeWilayah: home.kode }),
    database.all(aidLines, { tahun }),
    database.all(aidSpending, { tahun }),
    database.all(aidMonths, { tahun })
  ]);
  const isRead = (row: ListClassRow) =>
    source.lists.some(
      ({ tahun: year, kode, periode, vintase }) =>
        year === tahun && kode === row.kodeBantuan && periode === row.periode && vintase === row.vintase
    );
  const codes = [...new Set(lists.map(({ kodeBantuan }) => kodeBantuan))].filter((kode) => kode !== allAid);
  return codes.map((kode) => {
    const own = lists.filter((row) => row.kodeBantuan === kode && isRead(row));
    const ofAid = lines.filter(({ kodeBantuan }) => kodeBantuan === kode);
    return payment({ kode, tahun, aid: aids.get(kode), lists: own, lines: ofAid, spending: { rows, months } });
  });
}

interface PaymentFacts {
  kode: string;
  tahun: number;
  aid: AidRow | undefined;
  lists: readonly ListClassRow[];
  lines: readonly AidLineRow[];
  spending: Spending;
}

function payment({ kode, tahun, aid, lists, lines, spending }: PaymentFacts): Payment {
  const rule = ruleOf(aid, null);
  const monthly = lists
    .filter(({ periode }) => periode.length > 4)
    .map((row) => ({ row, bulan: monthOf(row.periode) }));
  const delivered = lastDelivered(lines, spending.months);
  const lastListed = monthly.length === 0 ? 12 : Math.max(...monthly.map(({ bulan }) => bulan));
  const bulan = Math.min(lastListed, monthly.length === 0 || delivered === null ? 12 : delivered);
  const within = monthly.filter((one) => one.bulan <= bulan);
  const year = lists.find(({ periode }) => periode === String(tahun));
  // The year's own row where nothing is cut off: a single hidden month does not hide the year.
  const isWhole = within.length === monthly.length && year !== undefined;
  const rows = isWhole ? [year] : within.map(({ row }) => row);
  const whole = rows.length === 0 ? null : sum(...rows.map((row) => paidOf(row, rule)));
  // A few extra rows are hidden; what was paid on the others still compares.
  const isWithoutExtra = whole === hidden;
  const paid = isWithoutExtra ? sum(...rows.map((row) => paidButExtra(row, rule))) : whole;
  const shown = lines.map((line) => ({ ...withoutAid(line), realisasi: spentOn(line, bulan, spending) }));
  const realisasi = totalOf(shown.map(({ realisasi, bagian }) => (realisasi === null ? null : realisasi * bagian)));
  const bulanDaftar = monthly.length === 0 ? null : within.map((one) => one.bulan).sort((a, b) => a - b);
  const due = Math.floor((bulan * (aid?.bulan ?? 12)) / 12);
  const facts = {
    ...{ paid, realisasi, lines: lines.length, penyelenggara: aid?.penyelenggara },
    lacksMonths: bulanDaftar !== null && bulanDaftar.length < due,
    isShort: bulan < lastListed
  };
  return {
    ...{ kode, nama: aid?.nama ?? kode, bulan, bulanDaftar, paid, realisasi },
    isWithoutExtra: isWithoutExtra && paid !== hidden,
    difference: combine([paid, realisasi], (list, spent) => list - spent),
    reason: reasonOf(facts),
    lines: shown
  };
}

interface ReasonFacts {
  paid: Count;
  realisasi: number | null;
  lines: number;
  penyelenggara: string | undefined;
  /** The list has fewer payments than were due in these months. */
  lacksMonths: boolean;
  /** Realisasi ends before the list does. */
  isShort: boolean;
}

function reasonOf({ paid, realisasi, lines, penyelenggara, lacksMonths, isShort }: ReasonFacts): PaymentReason {
  if (paid === hidden) return 'disembunyikan';
  const isElsewhere = penyelenggara !== undefined && penyelenggara !== 'kabupaten';
  if (lines === 0) return isElsewhere ? 'penyelenggara' : 'tanpa-belanja';
  if (paid === null) return 'tanpa-rupiah';
  if (realisasi === null) return 'tanpa-realisasi';
  if (Math.abs(paid - realisasi) <= paymentTolerance * Math.max(Math.abs(paid), Math.abs(realisasi))) return 'sama';
  if (lacksMonths && paid < realisasi) return 'bulan-daftar';
  if (isShort) return 'bulan-realisasi';
  return isElsewhere ? 'penyelenggara' : 'terbuka';
}

function monthOf(periode: string): number {
  return Number(periode.slice(5));
}

/** The last month that every unit of the lines has delivered; null without any. */
function lastDelivered(lines: readonly AidLineRow[], months: readonly AidMonthRow[]): number | null {
  const units = [...new Set(lines.map(({ kodeSkpd }) => kodeSkpd))];
  const last = units.map((unit) =>
    Math.max(0, ...months.filter(({ kodeSkpd }) => kodeSkpd === unit).map(({ bulan }) => bulan))
  );
  const least = Math.min(...last);
  return last.length === 0 || least === 0 ? null : least;
}

/** Rupiah of a line from January to a month; null where a month was not delivered, or a figure spans the end. */
function spentOn(line: AidLineRow, bulan: number, { rows, months }: Spending): number | null {
  const delivered = new Set(months.filter(({ kodeSkpd }) => kodeSkpd === line.kodeSkpd).map((month) => month.bulan));
  for (let month = 1; month <= bulan; month++) if (!delivered.has(month)) return null;
  const own = rows.filter(
    (row) =>
      row.kodeSkpd === line.kodeSkpd &&
      row.kodeSubkegiatan === line.kodeSubkegiatan &&
      row.kodeAkun === line.kodeAkun &&
      row.sejakBulan <= bulan
  );
  if (own.some((row) => row.bulan > bulan)) return null;
  return own.reduce((total, row) => total + row.realisasi, 0);
}

function withoutAid({ kodeSkpd, kodeSubkegiatan, kodeAkun, bagian }: AidLineRow) {
  return { kodeSkpd, kodeSubkegiatan, kodeAkun, bagian };
}

function totalOf(values: readonly (number | null)[]): number | null {
  return values.length === 0 || values.includes(null)
    ? null
    : values.reduce<number>((total, one) => total + (one ?? 0), 0);
}
