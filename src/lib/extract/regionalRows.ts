import { isStage } from '$lib/contract/stage';
import type { RegionalFact } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import type { Text } from '$lib/text/language';
import type { Row } from './assemble';
import { type SheetInput, sheetYear } from './deliveries';
import { groupBy } from './group';
import { type Held, heldRows } from './held';
import type { ReferenceData } from './referenceData';
import { checkIdentities, checkTwins, flatSeries } from './regionalChecks';
import { flatMonths, noStage, noYear, overlaid, sameAgain, twoVersions, unknownStage } from './regionalProblem';
import { type Located, locateFacts } from './regionalRegion';
import type { FolderSettings } from './settings';

/** A budget of one region, year, source, basis, stage and month, with its leaves by key. */
export interface RegionalBudget {
  tahun: number;
  kodeWilayah: string;
  sumber: RegionalFact['sumber'];
  basis: RegionalFact['basis'];
  tahap: string | null;
  sampaiBulan: number;
  /** Files that gave it, in order of name. */
  files: string[];
  leaves: Map<string, RegionalLeaf>;
}

/** Amounts in sen of one component, with the rows they come from. */
export interface RegionalLeaf {
  fact: RegionalFact;
  anggaran: bigint | null;
  realisasi: bigint | null;
  idBerkas: string;
  facts: RegionalFact[];
}

export interface RegionalRead {
  rows: Row[];
  problems: Problem[];
  held: Held[];
}

/** One sheet's part of a budget. */
interface Delivery {
  input: SheetInput;
  budget: RegionalBudget;
}

/** Rows of `apbd_daerah` from every sheet that holds a regional budget; leaves only, nothing added over sources, bases, stages or months. */
export function regionalRows(
  sheets: readonly SheetInput[],
  folder: FolderSettings,
  reference: ReferenceData
): RegionalRead {
  const out: RegionalRead = { rows: [], problems: [], held: [] };
  const inputs = sheets.filter(({ sheet }) => sheet.regional.length > 0);
  const { located, problems } = locateFacts(inputs, folder.wilayah, reference);
  out.problems.push(...problems);
  const deliveries = located.flatMap((one) => deliveriesOf(one, folder, out));
  const budgets = [...groupBy(deliveries, ({ budget }) => budgetKey(budget)).values()].flatMap((same) =>
    merged(same, out)
  );
  const series = flatSeries(budgets);
  for (const { kept, dropped } of series) {
    const problem = flatMonths(kept, dropped);
    out.problems.push(problem);
    hold(dropped.flatMap(factsOf), problem.message, out);
  }
  const gone = new Set(series.flatMap(({ dropped }) => dropped));
  const used = budgets.filter((budget) => !gone.has(budget));
  out.problems.push(...checkTwins(used), ...checkIdentities(used));
  out.rows = used.flatMap(rowsOf);
  return out;
}

/** A budget's parts of one sheet, each with its year, month and stage; what nobody says is asked about, once a sheet. */
function deliveriesOf({ input, facts, region }: Located, folder: FolderSettings, out: RegionalRead): Delivery[] {
  const { sheet, settings } = input;
  if (typeof region !== 'string') return leave(facts, region, out);
  const fallback = sheetYear(input, folder);
  const yearless = facts.filter(({ tahun }) => (tahun ?? fallback) === null);
  if (yearless.length > 0) leave(yearless, noYear(sheet.file, sheet.sheet), out);
  const dated = facts.filter(({ tahun }) => (tahun ?? fallback) !== null);
  const spoken = (fact: RegionalFact): string | null =>
    fact.tahap ?? settings.tahap ?? (fact.sumber.startsWith('DJPK') ? null : sheet.period.tahap);
  const staged = dated.filter((fact) => {
    const tahap = spoken(fact);
    if (tahap === null || isStage(tahap)) return true;
    leave([fact], tahap === 'pergeseran' ? noStage(sheet.file, sheet.sheet) : unknownStage(fact.origin, tahap), out);
    return false;
  });
  const budgets = staged.map((fact) => ({
    tahun: (fact.tahun ?? fallback)!,
    kodeWilayah: region,
    sumber: fact.sumber,
    basis: fact.basis,
    tahap: spoken(fact),
    sampaiBulan: fact.sampaiBulan ?? settings.bulan ?? sheet.period.bulan ?? 12,
    files: [sheet.file],
    leaves: new Map<string, RegionalLeaf>([[leafKey(fact), leafOf(fact, input.idBerkas)]])
  }));
  return [...groupBy(budgets, budgetKey).values()].map((parts) => ({
    input,
    budget: { ...parts[0]!, leaves: addedLeaves(parts) }
  }));
}

/** Leaves of one key within one sheet are parts of a component, such as two kinds of financing: they are added. */
function addedLeaves(parts: readonly RegionalBudget[]): Map<string, RegionalLeaf> {
  const leaves = new Map<string, RegionalLeaf>();
  for (const [key, leaf] of parts.flatMap((part) => [...part.leaves])) {
    const earlier = leaves.get(key);
    leaves.set(key, earlier === undefined ? leaf : added(earlier, leaf));
  }
  return leaves;
}

function added(a: RegionalLeaf, b: RegionalLeaf): RegionalLeaf {
  const sum = (x: bigint | null, y: bigint | null): bigint | null => (x === null ? y : y === null ? x : x + y);
  return {
    ...a,
    anggaran: sum(a.anggaran, b.anggaran),
    realisasi: sum(a.realisasi, b.realisasi),
    facts: [...a.facts, ...b.facts]
  };
}

/** One budget of several sheets: the same leaves count once, leaves of different blocks stand beside each other, contradicting sheets are all held. */
function merged(same: readonly Delivery[], out: RegionalRead): RegionalBudget[] {
  const [first, ...others] = same as [Delivery, ...Delivery[]];
  const differing = others.find((other) => contradicts(first.budget, other.budget));
  if (differing !== undefined) {
    const problem = twoVersions(first.budget, differing.input.sheet.file);
    leave(
      same.flatMap(({ budget }) => factsOf(budget)),
      problem,
      out
    );
    return [];
  }
  const leaves = new Map(first.budget.leaves);
  for (const { budget } of others) {
    const again = [...budget.leaves].filter(([key]) => leaves.has(key)).map(([, leaf]) => leaf);
    if (again.length > 0) {
      const problem = sameAgain(budget, first.budget.files[0]!, again.length);
      out.problems.push(problem);
      hold(
        again.flatMap(({ facts }) => facts),
        problem.message,
        out
      );
    }
    for (const [key, leaf] of budget.leaves) if (!leaves.has(key)) leaves.set(key, leaf);
  }
  const files = [...new Set(same.flatMap(({ budget }) => budget.files))];
  return [{ ...first.budget, files, leaves: withoutParents(leaves, out) }];
}

/** An account that another file itemises is a subtotal. */
function withoutParents(leaves: ReadonlyMap<string, RegionalLeaf>, out: RegionalRead): Map<string, RegionalLeaf> {
  const parents = new Set([...leaves.values()].flatMap(({ fact }) => codesAbove(fact.kodeAkun ?? '')));
  const kept = [...leaves].filter(([, { fact, facts }]) => {
    const isParent = fact.kodeAkun !== null && parents.has(fact.kodeAkun);
    if (isParent) hold(facts, overlaid, out);
    return !isParent;
  });
  return new Map(kept);
}

/** `4.1` and `4` above `4.1.01`. */
function codesAbove(kode: string): string[] {
  const parts = kode.split('.');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
}

function contradicts(a: RegionalBudget, b: RegionalBudget): boolean {
  return [...b.leaves].some(([key, leaf]) => {
    const other = a.leaves.get(key);
    return other !== undefined && (other.anggaran !== leaf.anggaran || other.realisasi !== leaf.realisasi);
  });
}

function budgetKey({ tahun, kodeWilayah, sumber, basis, tahap, sampaiBulan }: RegionalBudget): string {
  return [tahun, kodeWilayah, sumber, basis, tahap, sampaiBulan].join('|');
}

function leafKey({ jenis, komponen, kodeAkun, subkomponen }: RegionalFact): string {
  return [jenis, komponen, kodeAkun, subkomponen].join('|');
}

function leafOf(fact: RegionalFact, idBerkas: string): RegionalLeaf {
  return { fact, anggaran: fact.anggaran, realisasi: fact.realisasi, idBerkas, facts: [fact] };
}

function factsOf({ leaves }: RegionalBudget): RegionalFact[] {
  return [...leaves.values()].flatMap(({ facts }) => facts);
}

function leave(facts: readonly RegionalFact[], problem: Problem, out: RegionalRead): [] {
  hold(facts, problem.message, out);
  const asked = out.problems.some(
    ({ code, place }) =>
      code === problem.code && place.file === problem.place.file && place.value === problem.place.value
  );
  if (!asked) out.problems.push(problem);
  return [];
}

function hold(facts: readonly RegionalFact[], reason: Text, out: RegionalRead): void {
  out.held.push(...heldRows(facts, reason));
}

function rowsOf(budget: RegionalBudget): Row[] {
  return [...budget.leaves.values()].map(({ fact, anggaran, realisasi, idBerkas }) => ({
    tahun: budget.tahun,
    kode_wilayah: budget.kodeWilayah,
    tahap: budget.tahap,
    sampai_bulan: budget.sampaiBulan,
    jenis: fact.jenis,
    komponen: fact.komponen,
    subkomponen: fact.subkomponen,
    kode_akun: fact.kodeAkun,
    anggaran,
    realisasi,
    basis: budget.basis,
    sumber: budget.sumber,
    id_berkas: idBerkas
  }));
}
