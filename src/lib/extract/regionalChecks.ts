import type { Problem } from '$lib/source/problem';
import { groupBy } from './group';
import { identity, identityDiffers, twins } from './regionalProblem';
import type { RegionalBudget, RegionalLeaf } from './regionalRows';

const measures = ['anggaran', 'realisasi'] as const;
/** So many equal months are a series that does not move; so many equal amounts are no accident. */
const enoughMonths = 3;
const enoughLeaves = 5;

/** Months of one region, year and source whose realisasi is the same in every component: the figure of the year, repeated. */
export function flatSeries(budgets: readonly RegionalBudget[]): { kept: RegionalBudget; dropped: RegionalBudget[] }[] {
  const series = groupBy(budgets, ({ tahun, kodeWilayah, sumber, basis, tahap }) =>
    [tahun, kodeWilayah, sumber, basis, tahap].join('|')
  );
  return [...series.values()].flatMap((months) => {
    if (months.length < enoughMonths) return [];
    const sorted = months.toSorted((a, b) => a.sampaiBulan - b.sampaiBulan);
    const last = sorted.at(-1)!;
    const realised = signature(last, ['realisasi']);
    if (realised === null) return [];
    const dropped = sorted.slice(0, -1).filter((month) => signature(month, ['realisasi']) === realised);
    return dropped.length + 1 < enoughMonths ? [] : [{ kept: last, dropped }];
  });
}

/** Two regions whose budgets of one year, source and month are the same to the last digit: one file was saved under both names. */
export function checkTwins(budgets: readonly RegionalBudget[]): Problem[] {
  const alike = groupBy(budgets, (budget) => {
    const content = signature(budget, measures);
    const { tahun, sumber, basis, tahap, sampaiBulan, kodeWilayah } = budget;
    // a budget with too little in it is like itself only
    return [tahun, sumber, basis, tahap, sampaiBulan, content ?? kodeWilayah].join('|');
  });
  return [...alike.values()].flatMap(([first, ...others]) => others.map((other) => twins(first!, other)));
}

/** Pendapatan − Belanja + Pembiayaan for each budget: zero for what is budgeted, SiLPA for what is realised. Budgets without both sides have no such sum. */
export function checkIdentities(budgets: readonly RegionalBudget[]): Problem[] {
  return budgets.flatMap((budget) => {
    const leaves = [...budget.leaves.values()];
    const has = (jenis: string): boolean => leaves.some(({ fact }) => fact.jenis === jenis);
    if (budget.basis !== 'apbd' || !has('pendapatan') || !has('belanja')) return [];
    const [anggaran, realisasi] = measures.map((measure) => balance(leaves, measure));
    if (anggaran === null || anggaran === undefined) return [identity(budget, realisasi ?? null)];
    const rounding = leaves.reduce((sum, { fact }) => sum + fact.pembulatan, 0n);
    const size = anggaran < 0n ? -anggaran : anggaran;
    return size > rounding
      ? [identityDiffers(budget, anggaran, realisasi ?? null)]
      : [identity(budget, realisasi ?? null, anggaran)];
  });
}

function balance(leaves: readonly RegionalLeaf[], measure: (typeof measures)[number]): bigint | null {
  const known = leaves.filter((leaf) => leaf[measure] !== null);
  const sides = new Set(known.map(({ fact }) => fact.jenis));
  if (!sides.has('pendapatan') || !sides.has('belanja')) return null;
  return known.reduce((sum, leaf) => {
    const outgoing = leaf.fact.jenis === 'belanja' || leaf.fact.jenis === 'pengeluaran_pembiayaan';
    return outgoing ? sum - leaf[measure]! : sum + leaf[measure]!;
  }, 0n);
}

/** Every component with its amounts, as one text; null where too few amounts are other than zero. */
function signature({ leaves }: RegionalBudget, of: readonly (typeof measures)[number][]): string | null {
  const filled = [...leaves.values()].filter((leaf) => of.some((measure) => (leaf[measure] ?? 0n) !== 0n));
  if (filled.length < enoughLeaves) return null;
  return [...leaves]
    .map(([key, leaf]) => `${key}=${of.map((measure) => leaf[measure]).join('/')}`)
    .sort()
    .join(';');
}
