import { comparePlans, waterfallOf, type ComparedPlan, type Comparison } from '$lib/model/cuts/compare';
import type { PlanView, ShownRow } from './cutsPlan';

/** A plan that the page compares, under its name; `view` is null for the pagu as it is. */
export interface NamedPlan {
  nama: string;
  view: Pick<PlanView, 'rows'> | null;
}

/** The way from one plan to the next, by program; rupiah. */
export interface ComparisonWay {
  dari: string;
  ke: string;
  awal: number;
  /** `kode` is null for all smaller steps together, `banyak` programs. */
  steps: { kode: string | null; nama: string | null; banyak: number; perubahan: number }[];
  akhir: number;
}

/** What each plan cuts of one sub kegiatan, rupiah, in the order of the plans. */
export interface ComparedRow {
  kode: string;
  nama: string | null;
  potongan: number[];
}

/** Plans side by side: the way from each to the next, and the sub kegiatan that any of them cuts. */
export interface PlansCompared {
  ways: ComparisonWay[];
  rows: ComparedRow[];
  /** What each plan cuts, rupiah: the sum of its rows. */
  jumlah: number[];
}

/** Compares plans in their order; beyond `most` programs the smaller differences are one step. */
export function comparePlanViews(plans: readonly NamedPlan[], most = 8): PlansCompared {
  const compared = plans.map(comparedPlan);
  const names = namesOf(plans);
  const named = (kode: string) => names.get(kode) ?? null;
  const byProgram = comparePlans(compared, 'program');
  const bySub = comparePlans(compared, 'subkegiatan');
  return {
    ways: plans.slice(1).map((_, at) => wayOf(byProgram, at, most, named)),
    rows: bySub.rows.map(({ kode, potongan }) => ({ kode, nama: named(kode), potongan })),
    jumlah: bySub.jumlah
  };
}

function wayOf(
  comparison: Comparison,
  at: number,
  most: number,
  named: (kode: string) => string | null
): ComparisonWay {
  const { awal, steps, akhir } = waterfallOf(comparison, [at, at + 1], most);
  return {
    ...{ dari: comparison.nama[at]!, ke: comparison.nama[at + 1]!, awal, akhir },
    steps: steps.map(({ kode, banyak, perubahan }) => ({
      ...{ kode, banyak, perubahan },
      nama: kode === null ? null : named(kode)
    }))
  };
}

/** The lines of a plan, as its account rows hold them. */
function comparedPlan({ nama, view }: NamedPlan): ComparedPlan {
  const lines = (view?.rows ?? []).filter((row): row is ShownRow & { id: string } => row.id !== null);
  return {
    nama,
    lines: lines.map(({ id }) => ({ kodeSubkegiatan: id.split('|')[1]! })),
    cuts: lines.map(({ potongan }) => potongan)
  };
}

/** Names of programs and sub kegiatan by code, as any of the plans has them. */
function namesOf(plans: readonly NamedPlan[]): Map<string, string> {
  const rows = plans.flatMap(({ view }) => view?.rows ?? []);
  return new Map(
    rows.flatMap(({ level, kode, nama }): [string, string][] =>
      nama !== null && (level === 'program' || level === 'subkegiatan') ? [[kode, nama]] : []
    )
  );
}

const longestName = 80;

/** A name of one line of at most 80 characters that none of `taken` has: a number follows where it is taken. */
export function freeName(wanted: string, taken: readonly string[], fallback: string): string {
  const clean = wanted.replace(/[\p{C}\s]+/gu, ' ').trim() || fallback;
  const whole = clean.slice(0, longestName).trim();
  if (!taken.includes(whole)) return whole;
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const name = `${clean.slice(0, longestName - ending.length).trim()}${ending}`;
    if (!taken.includes(name)) return name;
  }
}
