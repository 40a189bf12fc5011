import { distribute, type Plan } from './distribute';
import type { CutLine } from './line';
import type { Problem } from './problem';
import { isBelow } from './role';

/** Share of the pagu that a template cuts of the accounts below a code. */
export interface TemplateRow {
  kodeAkun: string;
  /** Ratio, 0–1. */
  bagian: number;
}

const inGroup = (group: string, bagian: number, ...leaves: string[]): TemplateRow[] =>
  leaves.map((leaf) => ({ kodeAkun: `${group}.${leaf}`, bagian }));

/**
 * A template that a local government used, by account, entered by hand (source: azzamweb/apbdanalysis2026, PERSENTASE.xlsx, as summed up in
 * domain.md E6). Of its 132 accounts those whose codes the summary gives: courses and rents, also at 40 %, are named there without a code.
 */
export const accountTemplate: readonly TemplateRow[] = [
  ...inGroup('5.1.02.01.01', 1, '0061', '0062', '0063', '0064', '0065', '0066', '0073', '0075', '0076'),
  ...inGroup('5.1.02.02.12', 1, '0002', '0003'),
  ...inGroup('5.2.02', 1, '02.01', '05.02.0001', '10'),
  ...inGroup('5.1.02.01.01', 0.5, '0024', '0025', '0026', '0027', '0039'),
  ...inGroup('5.1.02.02.01', 0.5, '0003', '0004'),
  ...inGroup('5.1.02.05.01', 0.5, '0001', '0002', '0003'),
  ...inGroup('5.1.02.05.01', 0.4, '0004'),
  ...inGroup('5.1.05', 0.4, '05'),
  ...inGroup('5.2', 0.4, '03', '04')
];

/** Share the template cuts of a line, 0–1: the agency's own where it set one, else the built-in one; null where neither names the account. */
export function templateShare({ template, kodeAkun }: Pick<CutLine, 'template' | 'kodeAkun'>): number | null {
  return template ?? accountTemplate.find((row) => isBelow(kodeAkun, row.kodeAkun))?.bagian ?? null;
}

/** Whether the guard keeps the template off a line: aid itself, and everything of an SPM sub kegiatan, which account codes cannot see. */
export function isGuarded({ role, spm }: Pick<CutLine, 'role' | 'spm'>): boolean {
  return role === 'langsung' || spm;
}

/**
 * Lines are cut by the share of their account. Where that gives more than is asked, all are scaled down alike; where it gives less, the
 * rest is unmet: a template does not know how much is needed.
 */
export function cutByTemplate(problem: Problem): Plan {
  const cut = (line: number) => {
    const { line: facts } = problem.lines[line]!;
    return isGuarded(facts) ? 0 : Math.floor(facts.pagu * (templateShare(facts) ?? 0));
  };
  return distribute(problem, { cap: cut, weight: cut, stage: () => 0 });
}
