import { group } from 'd3-array';
import { totalForecast, type TotalForecast } from '$lib/model/aggregateForecast';
import { divideForecast, type LineForecast, type LineToForecast } from '$lib/model/allocation';
import { meantToSpend, planAhead } from '$lib/model/cashPlan';
import { chooseForecast, type Forecast, type ForecastInput, type PastYear } from '$lib/model/forecast';
import { rupiahAtRisk, type Risk } from '$lib/model/rupiahAtRisk';
import { sumOrNull, sumSeries, valueAt, type Series } from '$lib/model/series';

/** A sub kegiatan × jenis belanja of one unit in the running year. Amounts in rupiah. */
export interface BudgetLine {
  /** Unique name of the line, and the order of ties. */
  kode: string;
  kodeSkpd: string;
  kodeSubkegiatan: string;
  /** Jenis belanja, e.g. `5.1.02`. */
  kodeJenis: string;
  /** Pagu of the stage in force at the end of each month; 0 while that stage did not hold the line. */
  pagu: Series;
  /** Cumulative realisasi at the end of each month; a delivered month without a row is carried on, not null. */
  totals: Series;
  /** Cumulative cash plan now in force; null where the unit has none (a line the plan leaves out is all 0). */
  rencana: Series | null;
  /** Physical progress of the whole sub kegiatan, cumulative, a ratio; null when not reported. */
  fisik: number | null;
  /** Signed contracts not yet paid; null when no contracts were delivered. */
  komitmen: number | null;
  /** Obligations not yet paid, besides contracts; null when none were delivered. */
  kewajiban: number | null;
  /** Blocked part of the pagu; 0 when nothing is blocked. */
  diblokir: number;
  /** Cash plan and blocked part that were in force a month earlier; null in January. */
  before: Pick<BudgetLine, 'rencana' | 'diblokir'> | null;
  /** Whether the transfer that pays for the line has arrived; null when not known or not paid by a transfer. */
  transferArrived: boolean | null;
  /** Problem and follow-up as reported (internal extracts only). */
  masalah: string | null;
  tindakLanjut: string | null;
}

/** Past years of one group: `kode` as `groupOf` gives it. */
export interface GroupHistory {
  kode: string;
  years: readonly PastYear[];
}

/** A running year to assess. */
export interface AssessmentInput {
  /** Last month with data, 1–12. */
  month: number;
  lines: readonly BudgetLine[];
  history: readonly GroupHistory[];
  /** Settings of the forecast, defaults as in `ForecastInput`. */
  settings?: Pick<ForecastInput, 'level' | 'minimumYears' | 'earlyShare'>;
}

/** A line with its part of the forecast and what that leaves unspent. */
export interface LineAssessment {
  line: BudgetLine;
  forecast: LineForecast;
  risk: Risk;
}

/** Everything the realization page says about the year to come. */
export interface Assessment {
  groups: { kode: string; input: ForecastInput; result: Forecast }[];
  /** The groups together. */
  total: TotalForecast;
  /** In the order of their kode. */
  lines: LineAssessment[];
}

/** The group a line is forecast in: SKPD × jenis belanja, since pay, goods and capital each have a season of their own. */
export function groupOf(line: Pick<BudgetLine, 'kodeSkpd' | 'kodeJenis'>): string {
  return `${line.kodeSkpd} ${line.kodeJenis}`;
}

/** Forecasts every group, divides it over its lines, and holds each line against what it is meant to spend. */
export function assess(input: AssessmentInput): Assessment {
  const byGroup = group([...input.lines].sort(byKode), groupOf);
  const groups = [...byGroup]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kode, lines]) => ({ kode, ...forecastGroup(kode, lines, input) }));
  return {
    groups: groups.map(({ kode, input: made, result }) => ({ kode, input: made, result })),
    total: totalForecast(
      groups.map(({ kode, input: made, result }) => ({
        kode,
        result,
        realisasi: valueAt(made.totals, made.month) ?? 0,
        pagu: made.pagu ?? 0
      })),
      input.settings?.level
    ),
    lines: groups.flatMap((one) => one.lines).sort((a, b) => byKode(a.line, b.line))
  };
}

function forecastGroup(kode: string, lines: readonly BudgetLine[], { month, history, settings }: AssessmentInput) {
  const past = history.find((one) => one.kode === kode)?.years ?? [];
  const now = forecastLines(lines, month, past, settings);
  const linesBefore = lines.map(asBefore);
  const before =
    month > 1 && linesBefore.every((line) => line !== null)
      ? forecastLines(linesBefore, month - 1, past, settings)
      : null;
  const assessed = lines.map((line, i): LineAssessment => {
    const forecast = now.lines[i] ?? noLineForecast(line.kode);
    const earlier = before?.lines[i];
    const lineBefore = linesBefore[i];
    const previous = earlier && lineBefore ? { high: earlier.high, meantFree: meantFree(lineBefore, month - 1) } : null;
    const { kodeSubkegiatan, kodeJenis, transferArrived } = line;
    const meant = meantToSpend(valueAt(line.pagu, month), line.rencana);
    const facts = { kodeSubkegiatan, kodeJenis, transferArrived, meant, meantFree: meantFree(line, month) };
    return { line, forecast, risk: rupiahAtRisk({ ...facts, forecast, before: previous }) };
  });
  return { input: now.input, result: now.result, lines: assessed };
}

function forecastLines(
  lines: readonly BudgetLine[],
  month: number,
  past: readonly PastYear[],
  settings: AssessmentInput['settings']
): { input: ForecastInput; result: Forecast; lines: LineForecast[] } {
  const plans = lines.flatMap((line) => (line.rencana === null ? [] : [line.rencana]));
  const input: ForecastInput = {
    month,
    totals: sumSeries(lines.map((line) => line.totals)),
    pagu: sumOrNull(lines.map((line) => valueAt(line.pagu, month))),
    rencana: plans.length === lines.length ? sumSeries(plans) : null,
    past,
    ...settings
  };
  const result = chooseForecast(input);
  // A month that one line does not know is unknown for its group too; the group has no forecast then.
  if (result.forecast === null) return { input, result, lines: lines.map((line) => noLineForecast(line.kode)) };
  const divisible = lines.map((line): LineToForecast => ({
    kode: line.kode,
    realisasi: valueAt(line.totals, month) ?? 0,
    planAhead: line.rencana && planAhead(line.rencana, month),
    pagu: valueAt(line.pagu, month) ?? 0
  }));
  return { input, result, lines: divideForecast(result, divisible) };
}

function noLineForecast(kode: string): LineForecast {
  return { kode, forecast: null, low: null, high: null, share: null };
}

/** A line as it stood a month earlier: "two months running" must not judge last month by a plan or a block of this one. */
function asBefore(line: BudgetLine): BudgetLine | null {
  return line.before && { ...line, ...line.before };
}

function meantFree({ pagu, diblokir, rencana }: BudgetLine, month: number): number | null {
  const inForce = valueAt(pagu, month);
  return meantToSpend(inForce === null ? null : Math.max(0, inForce - diblokir), rencana);
}

function byKode(a: { kode: string }, b: { kode: string }): number {
  return a.kode < b.kode ? -1 : a.kode > b.kode ? 1 : 0;
}
