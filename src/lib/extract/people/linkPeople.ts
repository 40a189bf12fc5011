import { allAid } from '$lib/contract/values';
import type { PeopleSheet } from '$lib/source/people/sheet';
import { limited, type Problem } from '$lib/source/problem';
import type { ExtractTables } from '../assemble';
import type { Dominated } from '../peopleCounts';
import { aidBook } from './aids';
import { categoryTable } from './categories';
import {
  answeredTables,
  askCategories,
  type CategoryQuestion,
  dropCategories,
  leftOutside,
  questionKey,
  rolledLeft
} from './categoryCount';
import { categoryFindings } from './categoryProblem';
import { type Cells, readCells, readRegistryCells } from './cells';
import type { PeopleContext, PeopleWork } from './context';
import type { PeopleEngine } from './engine';
import { readFamilies } from './families';
import { createAncestors, freshnessRows } from './freshness';
import type { Group } from './groups';
import { type LinkedTables, linkRows } from './link';
import { lastDayOf } from './listPeriod';
import { type PeriodPlan, type Plan, planOf, type YearPlan } from './plan';
import { readSheets, type ReadSheets } from './readSheets';
import { regionIndex } from './regionIndex';
import { makeFamilies } from './registry';
import { planProblems, registryFindings, undescribed } from './registryProblem';
import { rolledCells, rolledRegistry, type RegistryByDesil } from './rollUp';
import {
  allAidRule,
  type Counted,
  desilRows,
  dominatedRows,
  noVintage,
  overlapRows,
  pairRows,
  registryRows,
  sasaranRows
} from './rows';
import type { SheetTally } from './tally';
import { settleTallies } from './settle';
import { tallyProblems } from './tallyProblem';
import { freshnessDate, type Vintage } from './vintages';

/** Tables of targeting as people files give them, every level, nothing hidden yet. */
export type PeopleTables = Required<
  Pick<
    ExtractTables,
    | 'bantuan'
    | 'vintase'
    | 'registri'
    | 'kesegaran'
    | 'sasaran'
    | 'sasaran_desil'
    | 'tumpang_tindih'
    | 'pasangan_bantuan'
  >
>;

/** What linking gives. */
export interface LinkedPeople {
  /** `bantuan` holds only rows that were not given: aids nobody described, or not for that year. */
  tables: PeopleTables;
  /** Money that the public profile hides since one recipient's amount would follow. */
  dominated: Dominated;
  /** What became of the rows and rupiah of each sheet, in the order of file and sheet. */
  tallies: SheetTally[];
  problems: Problem[];
}

/**
 * Links lists of recipients to the registry and counts them, methods.md §1.1: all work on records is SQL in the engine, only counts come
 * back. The same rows in any order of sheets, and however they are split. Throws an Error when rows or rupiah were lost on the way.
 */
export async function linkPeople(
  engine: PeopleEngine,
  sheets: readonly PeopleSheet[],
  context: PeopleContext
): Promise<LinkedPeople> {
  const idBerkas = context.idBerkas ?? 'orang';
  const index = regionIndex(context.wilayah, context.homeRegion);
  const work: PeopleWork = { ...context, index, book: aidBook(context.aids, idBerkas) };
  const read = await readSheets(engine, sheets, work);
  const problems = [...read.problems];
  for (const vintage of read.vintages)
    problems.push(...registryFindings(vintage, await makeFamilies(engine, vintage.number)));
  const plan = planOf(read.groups.all(), read.vintages, context.perTanggal);
  problems.push(...planProblems(plan, read.vintages, context.perTanggal));
  await createAncestors(engine, index);
  const tables = emptyTables();
  const dominated = new Map<string, readonly string[]>();
  const compared = read.vintages.length > 0 || plan.periods.length === 0 ? read.vintages : [null];
  for (const vintage of compared)
    await countVintage(engine, vintage, { work, plan, read, idBerkas, tables, dominated, problems });
  problems.push(...tallyProblems(read.tallies));
  const added = work.book.added();
  tables.bantuan.push(...added.map(({ row }) => row));
  problems.push(...added.map(({ row, from }) => undescribed(String(row.kode_bantuan), Number(row.tahun), from)));
  return { tables, dominated, tallies: read.tallies, problems: limited(problems) };
}

function emptyTables(): PeopleTables {
  return {
    bantuan: [],
    vintase: [],
    registri: [],
    kesegaran: [],
    sasaran: [],
    sasaran_desil: [],
    tumpang_tindih: [],
    pasangan_bantuan: []
  };
}

interface Counting {
  work: PeopleWork;
  plan: Plan;
  read: ReadSheets;
  idBerkas: string;
  tables: PeopleTables;
  dominated: Map<string, readonly string[]>;
  problems: Problem[];
}

/** Everything that is compared with one vintage; null: lists without a registry. */
async function countVintage(engine: PeopleEngine, vintage: Vintage | null, counting: Counting): Promise<void> {
  const { work, plan, idBerkas, tables } = counting;
  const { index } = work;
  const number = vintage?.number ?? null;
  const registry = vintage === null ? null : rolledRegistry(await readRegistryCells(engine, vintage.number), index);
  const isOwn = (one: { vintage: Vintage | null }): boolean => one.vintage?.kode === vintage?.kode;
  const periods = plan.periods.filter(isOwn);
  const years = plan.years.filter(isOwn);
  const all = plan.all.filter(isOwn);
  const groups = [...new Set([...periods, ...years, ...all].flatMap((one) => one.groups))];
  const linked = groups.length === 0 ? null : await linkRows(engine, number, groups);
  if (linked !== null) {
    const questions = await questionsOf(engine, vintage, { counting, groups });
    const answered = await answeredTables(engine, linked, { groups, questions });
    await countPeriods(engine, answered, { counting, vintage, registry, questions, periods, years });
    await dropCategories(engine, questions, answered);
    for (const year of all) await countAll(engine, linked, { counting, vintage, registry, year });
  }
  if (vintage === null || registry === null) return;
  const { kode, registri, berlakuSejak } = vintage;
  tables.vintase.push({ vintase: kode, registri, berlaku_sejak: berlakuSejak, id_berkas: idBerkas });
  tables.registri.push(...registryRows(index, kode, registry, idBerkas));
  tables.kesegaran.push(
    ...(await freshnessRows(engine, index, {
      vintage: vintage.number,
      kode,
      perTanggal: freshnessDate(counting.read.vintages, vintage, asOf(counting)),
      idBerkas,
      recipients: linked === null ? [] : [linked.utama]
    }))
  );
  await engine.run(`DROP TABLE keluarga_${vintage.number}`);
  await engine.run(`DROP TABLE registri_${vintage.number}`);
  await engine.run(`DROP TABLE ${categoryTable(vintage.number)}`);
}

/** Categories of aid that the vintage knows somewhere; what it does not know is said. */
async function questionsOf(
  engine: PeopleEngine,
  vintage: Vintage | null,
  { counting, groups }: { counting: Counting; groups: readonly Group[] }
): Promise<ReadonlyMap<string, CategoryQuestion>> {
  if (vintage === null) return new Map();
  const { read, work } = counting;
  const book = read.categories.get(vintage.number)!;
  const questions = await askCategories(engine, vintage.number, { groups, book, index: work.index });
  counting.problems.push(...categoryFindings(groups, vintage.kode, (aid) => questions.get(questionKey(aid) ?? '')));
  return questions;
}

/** The as-of date: the folder's, else the last day of which the lists speak, else the first day of the last vintage. Never today. */
function asOf({ work, plan, read }: Counting): string {
  const days = plan.periods.flatMap(({ groups }) => groups.map((group) => group.tanggal ?? lastDayOf(group)));
  return work.perTanggal ?? [...days, read.vintages.at(-1)!.berlakuSejak].reduce((a, b) => (a > b ? a : b));
}

interface PartCounting {
  counting: Counting;
  vintage: Vintage | null;
  registry: readonly RegistryByDesil[] | null;
}

async function countPeriods(
  engine: PeopleEngine,
  linked: LinkedTables,
  part: PartCounting & {
    questions: ReadonlyMap<string, CategoryQuestion>;
    periods: readonly PeriodPlan[];
    years: readonly YearPlan[];
  }
): Promise<void> {
  const { counting, vintage, questions, periods, years } = part;
  const { work } = counting;
  const groups = periods.flatMap((period) => period.groups);
  const persons = groups.filter(({ aid }) => aid.unit === 'orang').map(({ g }) => g);
  const bundle = new Map(groups.map(({ g }) => [g, [g]]));
  const cells = await readCells(engine, linked, bundle, { vintage: vintage?.number ?? null, persons });
  await settleTallies(engine, linked, { groups, index: work.index, tallies: counting.read.tallies, cells });
  const months = periods.filter(({ bulan }) => bulan !== null);
  const ofMonths = await cellsOf(engine, linked, { plans: months, cells, vintage });
  const leftOf = async ({ aid, groups: own }: YearPlan): Promise<Counted['left']> => {
    const question = questions.get(questionKey(aid!) ?? '');
    if (question === undefined || vintage === null) return undefined;
    const asked = { groups: own.map(({ g }) => g), question, vintage: vintage.number };
    return rolledLeft(await leftOutside(engine, linked, asked), work.index, question);
  };
  for (const plan of months) {
    const { y, aid, tahun, periode, tanggal } = plan;
    const rule = { tahun, periode, kode: aid.kode, rule: aid, tanggal, left: await leftOf(plan) };
    const one = countedOf(part, ofMonths.get(y)!, rule);
    addProgramme(counting, one, false);
  }
  const ofYears = await cellsOf(engine, linked, { plans: years, cells, vintage });
  for (const plan of years) {
    const { y, tahun, aid, tanggal } = plan;
    const left = await leftOf(plan);
    const rule = { tahun, periode: String(tahun), kode: aid!.kode, rule: aid!, tanggal, left };
    const year = countedOf(part, ofYears.get(y)!, rule);
    addProgramme(counting, year, true);
  }
}

/** The rows of one programme; desil are counted for whole years. */
function addProgramme({ work, tables, dominated, idBerkas }: Counting, one: Counted, isYear: boolean): void {
  tables.sasaran.push(...sasaranRows(work.index, one, idBerkas));
  if (isYear) tables.sasaran_desil.push(...desilRows(work.index, one, idBerkas));
  for (const [place, columns] of dominatedRows(work.index, one, isYear)) dominated.set(place, columns);
}

/** What is one list is that list, when it was compared with the same vintage; only where there are more are its units counted anew. */
async function cellsOf(
  engine: PeopleEngine,
  linked: LinkedTables,
  { plans, cells, vintage }: { plans: readonly YearPlan[]; cells: ReadonlyMap<number, Cells>; vintage: Vintage | null }
): Promise<Map<number, Cells>> {
  const many = plans.filter(({ groups }) => groups.length > 1 || !cells.has(groups[0]!.g));
  const counted = await readCells(engine, linked, new Map(many.map(({ y, groups }) => [y, groups.map(({ g }) => g)])), {
    vintage: vintage?.number ?? null,
    persons: many.filter(({ aid }) => aid?.unit === 'orang').map(({ y }) => y)
  });
  return new Map(plans.map(({ y, groups }) => [y, counted.get(y) ?? cells.get(groups[0]!.g)!]));
}

function countedOf(
  { counting, vintage, registry }: PartCounting,
  cells: Cells,
  one: Omit<Counted, 'vintase' | 'byRegion' | 'registry'>
): Counted {
  const byRegion = rolledCells(cells, counting.work.index);
  return { ...one, vintase: vintage?.kode ?? noVintage, byRegion, registry };
}

async function countAll(
  engine: PeopleEngine,
  linked: LinkedTables,
  { counting, vintage, registry, year }: PartCounting & { year: YearPlan }
): Promise<void> {
  const { work, idBerkas, tables } = counting;
  const aids = [...new Set(year.groups.map(({ aid }) => aid.kode))].sort();
  const places = new Map(year.groups.map(({ g, aid }) => [g, aids.indexOf(aid.kode)]));
  const families = await readFamilies(
    engine,
    linked,
    year.groups.map(({ g }) => g),
    places
  );
  const vintase = vintage?.kode ?? noVintage;
  const one: Counted = {
    tahun: year.tahun,
    periode: String(year.tahun),
    kode: allAid,
    rule: allAidRule,
    vintase,
    tanggal: year.tanggal,
    byRegion: rolledCells(families.cells, work.index),
    registry
  };
  addProgramme(counting, one, true);
  const overlap = { tahun: year.tahun, vintase, aids, sets: families.sets, registry };
  tables.tumpang_tindih.push(...overlapRows(work.index, overlap, idBerkas));
  tables.pasangan_bantuan.push(...pairRows(work.index, overlap, idBerkas));
}
