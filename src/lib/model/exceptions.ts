import { group } from 'd3-array';
import type { BudgetLine, LineAssessment } from '$lib/model/assessment';
import {
  defaultThresholds,
  lineFindings,
  rules,
  workFinding,
  type Finding,
  type Rule,
  type Thresholds
} from '$lib/model/exceptionRules';
import type { RiskExclusion } from '$lib/model/rupiahAtRisk';
import { valueAt } from '$lib/model/series';

/** Something that stands out, and where. */
export interface Exception {
  finding: Finding;
  /** Of the line; of a finding about a whole sub kegiatan, unit and sub kegiatan. Order of ties. */
  kode: string;
  kodeSkpd: string;
  kodeSubkegiatan: string;
  /** null: the finding is about the whole sub kegiatan. */
  kodeJenis: string | null;
  /** The lines it is about. */
  lines: readonly BudgetLine[];
  /** Rupiah at risk of those lines added up, by which exceptions are ranked; null when one of them has no forecast. */
  rupiahAtRisk: number | null;
  /** What was left out of it, rupiah, by reason. */
  apart: { rupiah: number; reason: RiskExclusion }[];
}

/** Every exception at the end of a month, most rupiah at risk first, unknown last, ties by kode and then by rule. */
export function exceptions(
  assessed: readonly LineAssessment[],
  month: number,
  thresholds: Partial<Thresholds> = {}
): Exception[] {
  const limits = { ...defaultThresholds, ...thresholds };
  const ofLines = assessed.flatMap((one) =>
    lineFindings(one, month, limits).map((finding) => exception(finding, [one], one.line.kode, one.line.kodeJenis))
  );
  const bySubkegiatan = group(assessed, ({ line }) => `${line.kodeSkpd} ${line.kodeSubkegiatan}`);
  const ofWork = [...bySubkegiatan].flatMap(([kode, members]) => {
    const finding = workFinding(
      members.map(({ line }) => line),
      month,
      limits
    );
    return finding === null ? [] : [exception(finding, members, kode, null)];
  });
  return [...ofLines, ...ofWork].sort(byRisk);
}

/** What somebody is asked to do. */
export type Action =
  /** Begin: procurement, or the decree that names the recipients. */
  | 'start'
  /** Bill and pay for work that is done. */
  | 'bill'
  /** Bring spending back to its cash plan. */
  | 'speed-up'
  /** Speed up, or move the money to where it can still be used. */
  | 'speed-up-or-shift'
  /** Look at the work before paying on. */
  | 'inspect';

/** The one decision asked of the head of agency. */
export interface Decision {
  exception: Exception;
  action: Action;
  /** Last month to act in, 1–12. */
  untilMonth: number;
  /** Pagu not spent, not blocked and not under contract (for `bill`: not spent), rupiah: what the action can still move. */
  open: number;
  /** Contracts were not delivered for some line, so `open` may be smaller than it says. */
  isCommitmentUnknown: boolean;
}

const actions: Partial<Record<Rule, Action>> = {
  nothingSpent: 'start',
  moneyBehindWork: 'bill',
  behindPlan: 'speed-up',
  forecastBelow: 'speed-up-or-shift',
  lateSurge: 'speed-up-or-shift',
  moneyAheadOfWork: 'inspect'
};

/**
 * The exception with most rupiah at risk that someone can still act on this month; null when there is none. That is: the
 * data reach November at the latest; rupiah is at risk after what is left out (BTT, disaster, blocked, transfer not
 * arrived); its rule has an action (nothing undoes a booking above the pagu or a correction, and only the budget office
 * lifts a block); and pagu is still open, which means not spent, not blocked and not under contract, save where the action
 * is to bill work already done. Ties as in `exceptions`. To be done before the end of the month after `month`.
 */
export function decision(found: readonly Exception[], month: number): Decision | null {
  if (month >= 12) return null;
  for (const candidate of [...found].sort(byRisk)) {
    const action = actions[candidate.finding.rule];
    if (action === undefined || candidate.rupiahAtRisk === null || candidate.rupiahAtRisk <= 0) continue;
    const open = openPagu(candidate.lines, month, action === 'bill');
    if (open === null || open <= 0) continue;
    const isCommitmentUnknown = action !== 'bill' && candidate.lines.some((line) => line.komitmen === null);
    return { exception: candidate, action, untilMonth: month + 1, open, isCommitmentUnknown };
  }
  return null;
}

function openPagu(lines: readonly BudgetLine[], month: number, withContracts: boolean): number | null {
  let open = 0;
  for (const { pagu, totals, diblokir, komitmen } of lines) {
    const inForce = valueAt(pagu, month);
    const realisasi = valueAt(totals, month);
    if (inForce === null || realisasi === null) return null;
    // Line by line: what one line has overspent cannot be paid from another.
    open += Math.max(0, inForce - diblokir - realisasi - (withContracts ? 0 : (komitmen ?? 0)));
  }
  return open;
}

function exception(
  finding: Finding,
  assessed: readonly LineAssessment[],
  kode: string,
  kodeJenis: string | null
): Exception {
  const { kodeSkpd = '', kodeSubkegiatan = '' } = assessed[0]?.line ?? {};
  const risks = assessed.map(({ risk }) => risk);
  const isKnown = risks.every(({ rupiah }) => rupiah !== null);
  const apart = group(
    risks.flatMap((risk) => risk.apart ?? []),
    ({ reason }) => reason
  );
  return {
    finding,
    kode,
    kodeSkpd,
    kodeSubkegiatan,
    kodeJenis,
    lines: assessed.map(({ line }) => line),
    rupiahAtRisk: isKnown ? risks.reduce((sum, { rupiah }) => sum + (rupiah ?? 0), 0) : null,
    apart: [...apart].map(([reason, parts]) => ({ reason, rupiah: parts.reduce((sum, part) => sum + part.rupiah, 0) }))
  };
}

function byRisk(a: Exception, b: Exception): number {
  const risk = (one: Exception) => one.rupiahAtRisk ?? -1;
  if (risk(a) !== risk(b)) return risk(b) - risk(a);
  if (a.kode !== b.kode) return a.kode < b.kode ? -1 : 1;
  return rules.indexOf(a.finding.rule) - rules.indexOf(b.finding.rule);
}
