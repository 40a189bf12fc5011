import { group } from 'd3-array';
import type { LineAssessment } from '$lib/model/assessment';
import type { Finding, Thresholds } from '$lib/model/exceptionRules';
import { decision, exceptions, type Action, type Exception } from '$lib/model/exceptions';
import { realizationRate } from '$lib/model/realization';
import type { RiskExclusion } from '$lib/model/rupiahAtRisk';
import { sumOrNull, valueAt } from '$lib/model/series';
import { workKey } from './line';
import type { PaguOf } from './stage';

/** Names by code, as the year's own tables have them; the code itself where there is none. */
export interface Labels {
  subkegiatan: (kode: string) => string;
  unit: (kode: string) => string;
  jenis: (kode: string) => string;
}

/** What was found about one line, or about the whole sub kegiatan (jenis null). */
export interface FindingView {
  finding: FindingWords;
  kodeJenis: string | null;
}

/** A finding with what its sentence needs; its size has done its work once the rows are in order. */
export type FindingWords = WithoutSize<Finding>;
type WithoutSize<F> = F extends Finding ? Omit<F, 'rupiah'> : never;

/** A sub kegiatan of one unit with everything that stands out about it. Rupiah; rates are ratios; null is not known. */
export interface ExceptionView {
  kodeSkpd: string;
  namaSkpd: string;
  kodeSubkegiatan: string;
  nama: string;
  /** Most directly actionable first. */
  findings: FindingView[];
  /** Rupiah at risk of its lines whose forecast stays below what is meant, band included, two months running; 0 when none does. */
  rupiahAtRisk: number;
  /** What was left out of it, rupiah by reason. */
  apart: { rupiah: number; reason: RiskExclusion }[];
  pagu: number | null;
  realisasi: number | null;
  rate: number | null;
  planRate: number | null;
  fisik: number | null;
  masalah: string | null;
  tindakLanjut: string | null;
}

/** What a table shows of an exception beside its reasons, which are words. */
export type ExceptionRow = Pick<
  ExceptionView,
  'kodeSubkegiatan' | 'nama' | 'rupiahAtRisk' | 'rate' | 'planRate' | 'fisik'
>;

/** The part of an exception that a page carries. */
export function exceptionRow(view: ExceptionView): ExceptionRow {
  const { kodeSubkegiatan, nama, rupiahAtRisk, rate, planRate, fisik } = view;
  return { kodeSubkegiatan, nama, rupiahAtRisk, rate, planRate, fisik };
}

export interface DecisionView {
  kodeSubkegiatan: string;
  nama: string;
  namaSkpd: string;
  rupiahAtRisk: number;
  action: Action;
  /** Last month to act in, 1–12. */
  untilMonth: number;
  /** Pagu the action can still move, rupiah. */
  open: number;
  isCommitmentUnknown: boolean;
}

/** What exceptions are looked for in. */
export interface Looked {
  /** The lines shown. */
  assessed: readonly LineAssessment[];
  /** Every line of their sub kegiatan: work is reported for the whole, so money against work is of the whole too. */
  wholeWorks: readonly LineAssessment[];
  bulan: number;
  labels: Labels;
  thresholds: Partial<Thresholds>;
  /** The pagu that rates are measured against. */
  paguOf: PaguOf;
}

/** Sub kegiatan with exceptions at the end of a month: most rupiah at risk first, then the largest finding, ties by code. */
export function exceptionRows(looked: Looked): ExceptionView[] {
  const groups = new Map<string, Exception[]>();
  for (const one of found(looked)) {
    const key = workKey(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .map((same) => ({ view: row(same, looked), largest: Math.max(...same.map(({ finding }) => finding.rupiah)) }))
    .sort(
      (a, b) =>
        b.view.rupiahAtRisk - a.view.rupiahAtRisk ||
        b.largest - a.largest ||
        (a.view.kodeSubkegiatan + a.view.kodeSkpd < b.view.kodeSubkegiatan + b.view.kodeSkpd ? -1 : 1)
    )
    .map(({ view }) => view);
}

/** Findings about the lines shown, and about the whole sub kegiatan they belong to. */
function found({ assessed, wholeWorks, bulan, thresholds }: Looked): Exception[] {
  const shown = new Set(assessed.map(({ line }) => line.kode));
  return exceptions(wholeWorks, bulan, thresholds).filter(
    ({ kode, kodeJenis }) => kodeJenis === null || shown.has(kode)
  );
}

/**
 * The one decision asked: in the order of the table of exceptions, the first sub kegiatan with rupiah at risk about which
 * somebody can still act on this month. The amount is the sub kegiatan's, as in the table.
 */
export function decisionRow(looked: Looked, rows: readonly ExceptionView[]): DecisionView | null {
  const { assessed, bulan } = looked;
  const listed = new Map(
    assessed.flatMap(({ line, risk }) => (risk.isListed ? [[line.kode, risk.rupiah ?? 0] as const] : []))
  );
  const all = found(looked);
  for (const { rupiahAtRisk, kodeSubkegiatan, kodeSkpd, nama, namaSkpd } of rows) {
    const own = all.filter((one) => one.kodeSkpd === kodeSkpd && one.kodeSubkegiatan === kodeSubkegiatan);
    const asked = rupiahAtRisk > 0 ? decision(byRule(own, listed), bulan) : null;
    if (asked === null) continue;
    const { action, untilMonth, open, isCommitmentUnknown } = asked;
    return { kodeSubkegiatan, nama, namaSkpd, rupiahAtRisk, action, untilMonth, open, isCommitmentUnknown };
  }
  return null;
}

/** What one rule found about the lines of a sub kegiatan, together; as in the table, a line that is not listed adds nothing. */
function byRule(own: readonly Exception[], listed: ReadonlyMap<string, number>): Exception[] {
  return [...group(own, ({ finding }) => finding.rule).values()].map((same) => {
    const lines = same.flatMap((one) => one.lines);
    return { ...same[0]!, lines, rupiahAtRisk: lines.reduce((sum, { kode }) => sum + (listed.get(kode) ?? 0), 0) };
  });
}

function row(found: readonly Exception[], { assessed, bulan, labels, paguOf }: Looked): ExceptionView {
  const { kodeSkpd, kodeSubkegiatan } = found[0]!;
  const members = assessed.filter(({ line }) => workKey(line) === workKey({ kodeSkpd, kodeSubkegiatan }));
  const lines = members.map(({ line }) => line);
  const pagu = sumOrNull(lines.map(paguOf));
  const realisasi = sumOrNull(lines.map((line) => valueAt(line.totals, bulan)));
  const rencana = sumOrNull(lines.map((line) => line.rencana && valueAt(line.rencana, bulan)));
  return {
    kodeSkpd,
    namaSkpd: labels.unit(kodeSkpd),
    kodeSubkegiatan,
    nama: labels.subkegiatan(kodeSubkegiatan),
    findings: found.map(({ finding: { rupiah: _size, ...finding }, kodeJenis }) => ({
      finding: finding as FindingWords,
      kodeJenis
    })),
    rupiahAtRisk: members.reduce((sum, { risk }) => sum + (risk.isListed ? (risk.rupiah ?? 0) : 0), 0),
    apart: members.flatMap(({ risk }) => (risk.apart === null ? [] : [risk.apart])),
    pagu,
    realisasi,
    rate: realizationRate(realisasi, pagu),
    planRate: realizationRate(rencana, pagu),
    fisik: lines[0]?.fisik ?? null,
    masalah: lines[0]?.masalah ?? null,
    tindakLanjut: lines[0]?.tindakLanjut ?? null
  };
}
