import type { BudgetLine } from './budget';
import { lastMonth, stageInForce, stageStart, stages } from './calendar';
import { patternOf } from './pattern';
import { between } from './random';
import {
  isAbovePagu,
  plansMonth,
  repayment,
  santunanMonths,
  santunanPeople,
  santunanPerMonth,
  stories,
  storySpending
} from './story';
import { lineKey } from './tables';

/** A line's year in money; arrays have twelve months, January first. */
export interface SpendingLine extends BudgetLine {
  /** Rupiah spent in the month. Months after `lastMonth` are simulated (contracts need them) and never written as spending. */
  realisasi: number[];
  /** Cash plan of the original budget; adds up to the pagu murni. */
  rencanaMurni: number[];
  /** Cash plan after the perubahan; adds up to the pagu perubahan. */
  rencanaPerubahan: number[];
}

/** Adds a year of spending and both cash plans to a budget line. */
export function spend(budgetLine: BudgetLine): SpendingLine {
  const rencanaMurni = plan(budgetLine, budgetLine.pagu.murni, []);
  const start = stageStart(budgetLine.tahun, 'perubahan');
  const kept = keepWithin(rencanaMurni.slice(0, start - 1), budgetLine.pagu.perubahan);
  return {
    ...budgetLine,
    realisasi: spending(budgetLine),
    rencanaMurni,
    rencanaPerubahan: plan(budgetLine, budgetLine.pagu.perubahan, kept)
  };
}

/** Rupiah spent from January to the end of a month (0 for month 0), as far as the files go. */
export function spentTo(line: SpendingLine, month: number): number {
  return sum(line.realisasi.slice(0, Math.min(month, lastMonth(line.tahun))));
}

/** Cash plan in force from January to the end of a month, rupiah. */
export function plannedTo(line: SpendingLine, month: number): number {
  const revised = stageInForce(line.tahun, month) === 'perubahan';
  return sum((revised ? line.rencanaPerubahan : line.rencanaMurni).slice(0, month));
}

/** The sum of some rupiah. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function spending(budgetLine: BudgetLine): number[] {
  const { line, tahun } = budgetLine;
  if (line.pola === 'santunan') return santunan(budgetLine);
  const cumulative = cumulated(spendingWeights(budgetLine)).map((share) => share * yearTotal(budgetLine));
  let before = 0;
  return cumulative.map((target, index) => {
    const correction = repayment(line, tahun, index + 1);
    const now = Math.min(Math.round(target / 100) * 100, ceiling(budgetLine, index + 1));
    const month = correction ?? (restsForRepayment(budgetLine, index + 1) ? 0 : Math.max(0, now - before));
    before += month;
    return month;
  });
}

/** In the month of a repayment the other lines of that sub kegiatan rest, so that the month is negative at every level below the program. */
function restsForRepayment({ line, tahun }: BudgetLine, month: number): boolean {
  const { kodeSubkegiatan, month: when } = stories.negative;
  return tahun === 2026 && month === when && line.kodeSubkegiatan === kodeSubkegiatan;
}

function yearTotal({ line, tahun, pagu }: BudgetLine): number {
  const [low, high] = patternOf(line.pola, tahun).absorbed;
  const share = storySpending(line, tahun)?.absorbed ?? between(low, high, tahun, lineKey(line), 'absorbed');
  return pagu.perubahan * (isAbovePagu(line, tahun) ? stories.abovePagu.octoberShare * 1.15 : share);
}

function spendingWeights(budgetLine: BudgetLine): number[] {
  const { line, tahun, pagu } = budgetLine;
  if (isAbovePagu(line, tahun)) return [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5]; // 10 of 11.5 by October
  const { spend: weights, noisy } = patternOf(line.pola, tahun);
  return (storySpending(line, tahun)?.weights ?? weights).map((weight, index) => {
    if (pagu[stageInForce(tahun, index + 1)] === 0) return 0;
    const common = between(0.94, 1.06, tahun, index, 'month');
    return noisy ? weight * common * between(0.75, 1.25, tahun, lineKey(line), index, 'swing') : weight;
  });
}

/** What may have been spent by the end of a month: the smallest pagu of the stage in force and those that follow. */
function ceiling({ line, tahun, pagu }: BudgetLine, month: number): number {
  if (isAbovePagu(line, tahun)) return Number.MAX_SAFE_INTEGER;
  const current = stageInForce(tahun, month);
  return Math.min(...stages.slice(stages.indexOf(current)).map((stage) => pagu[stage]));
}

/** Santunan is paid for three months at a time, to those whose papers are in order. */
function santunan({ tahun, pagu }: BudgetLine): number[] {
  const paidMonths = [4, 7, 10, 12].slice(0, santunanMonths(tahun) / 3);
  const people = Math.min(santunanPeople[tahun], pagu.murni / (santunanMonths(tahun) * santunanPerMonth));
  return Array.from({ length: 12 }, (_, index) => {
    const quarter = paidMonths.indexOf(index + 1);
    if (quarter < 0) return 0;
    const reached = between(0.955, 0.97, tahun, quarter, 'santunan') + quarter * 0.005;
    return Math.round(people * reached) * 3 * santunanPerMonth;
  });
}

/** Spreads a pagu over the months by the plan's weights, keeping the months already planned. Whole thousands; adds up exactly. */
function plan(budgetLine: BudgetLine, pagu: number, kept: readonly number[]): number[] {
  if (pagu === 0) return Array.from({ length: 12 }, () => 0);
  const { line, tahun } = budgetLine;
  const weights = patternOf(line.pola, tahun).plan.map((weight, index) =>
    plansMonth(line, tahun, index + 1) ? weight : 0
  );
  const rest = pagu - sum(kept);
  const open = weights.slice(kept.length);
  const usable = sum(open) > 0 ? open : open.map((_, index) => (index === 0 ? 1 : 0));
  const shares = cumulated(usable).map((share, index, all) =>
    index === all.length - 1 ? rest : thousand(share * rest)
  );
  return [...kept, ...shares.map((value, index) => value - (shares[index - 1] ?? 0))];
}

/** A plan that a cut has overtaken is scaled down to fit below the new pagu. */
function keepWithin(planned: readonly number[], pagu: number): number[] {
  const total = sum(planned);
  if (total <= pagu) return [...planned];
  return planned.map((value) => Math.floor((value * (pagu / total)) / 1000) * 1000);
}

function thousand(rupiah: number): number {
  return Math.round(rupiah / 1000) * 1000;
}

/** Cumulative shares of weights, the last exactly 1; all zero where there is no weight. */
function cumulated(weights: readonly number[]): number[] {
  const total = sum(weights);
  let running = 0;
  return weights.map((weight, index) => {
    running += weight;
    return total === 0 ? 0 : index === weights.length - 1 ? 1 : running / total;
  });
}
