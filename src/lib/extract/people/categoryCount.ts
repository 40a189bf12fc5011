import type { AidCategory } from '$lib/contract/values';
import type { Aid } from './aids';
import { bundleSql } from './cells';
import { answers, step } from './categoryClass';
import { type CategoryBook, categoryTable } from './categories';
import { categoryNumber } from './categorySql';
import { wholeOf, type PeopleEngine } from './engine';
import type { Group } from './groups';
import type { LinkedTables } from './link';
import type { RegionIndex } from './regionIndex';
import { familyTable, registryTable } from './registry';
import { nikOffset, unnamedOffset } from './sheetSql';

/** Categories and unit that one or several aids ask a vintage for. */
export interface CategoryQuestion {
  kategori: readonly AidCategory[];
  unit: Aid['unit'];
  /** Part of the names of its tables. */
  name: string;
  /** By number of a region: whether every family of the registry in it comes from a sheet that tells of all the categories. */
  known: readonly boolean[];
}

/** What is left of the registry outside a list, by what it says of the category; null where persons of a family are not counted. */
export interface Left {
  dalam: number;
  ragu: number;
  luar: number | null;
}
/** By region, then by desil. */
export type LeftCells = Map<number, Map<number, Left>>;

/** Under which name the categories and unit of an aid are asked for; null where it names no category. */
export function questionKey({ kategori, unit }: Aid): string | null {
  return kategori.length === 0 ? null : `${unit} ${[...kategori].sort().join(' ')}`;
}

/**
 * The questions of the aids of some groups that a vintage can answer somewhere, by `questionKey`, each with its tables: families with
 * persons of the categories, and the persons of those families whom the registry names.
 */
export async function askCategories(
  engine: PeopleEngine,
  vintage: number,
  { groups, book, index }: { groups: readonly Group[]; book: CategoryBook; index: RegionIndex }
): Promise<Map<string, CategoryQuestion>> {
  const out = new Map<string, CategoryQuestion>();
  for (const { aid } of groups) {
    const key = questionKey(aid);
    if (key === null || out.has(key)) continue;
    const [kategori, unit] = [[...aid.kategori].sort(), aid.unit];
    const known = await knownRegions(engine, vintage, { kategori, unit, book, index });
    if (!known.some(Boolean)) continue;
    const question = { kategori, unit, name: `${vintage}_${out.size}`, known };
    await createMarks(engine, vintage, question);
    out.set(key, question);
  }
  return out;
}

/** Persons can be told apart where each has a row, or where a family's row counts those of the one category. */
function tells(
  told: ReadonlyMap<AidCategory, string> | undefined,
  { kategori, unit }: Pick<CategoryQuestion, 'kategori' | 'unit'>
): boolean {
  return kategori.every((category) => {
    const detail = told?.get(category);
    if (detail === undefined || unit === 'keluarga') return detail !== undefined;
    return detail === 'orang' || (detail === 'jumlah' && kategori.length === 1);
  });
}

async function knownRegions(
  engine: PeopleEngine,
  vintage: number,
  { book, index, ...asked }: Pick<CategoryQuestion, 'kategori' | 'unit'> & { book: CategoryBook; index: RegionIndex }
): Promise<boolean[]> {
  const rows = await engine.rows(
    `SELECT DISTINCT w::INTEGER AS w, s::INTEGER AS s FROM ${registryTable(vintage)} ORDER BY ALL`
  );
  const nobody = index.regions.map(() => false);
  if (!rows.some(({ s }) => tells(book.get(wholeOf(s)!), asked))) return nobody;
  const blind = new Set(
    rows.flatMap(({ w, s }) => (tells(book.get(wholeOf(s)!), asked) ? [] : index.chain(wholeOf(w)!)))
  );
  const lived = new Set(rows.flatMap(({ w }) => index.chain(wholeOf(w)!)));
  // where the registry has no family, it knows as much as of the regency
  return index.regions.map((_, w) => !blind.has(lived.has(w) ? w : index.home));
}

async function createMarks(engine: PeopleEngine, vintage: number, { kategori, name }: CategoryQuestion): Promise<void> {
  const rows = registryTable(vintage);
  const some = `(SELECT r, n FROM ${categoryTable(vintage)} WHERE kategori IN (${kategori.map(categoryNumber).join(', ')}))`;
  const persons = `SELECT g.f, CASE WHEN g.orang THEN coalesce(g.nik, -g.r) END AS o, max(k.n) AS n
    FROM ${some} k JOIN ${rows} g ON k.r = g.r GROUP BY ALL`;
  // rows of persons count one each; of a family's own rows the largest number holds
  await engine.run(`CREATE TABLE golongan_${name} AS SELECT f, count(o) > 0 AS rinci,
      (CASE WHEN count(o) > 0 THEN count(*) FILTER (o IS NOT NULL AND n > 0) ELSE coalesce(max(n), 0) END)::INTEGER AS n,
      (CASE WHEN count(o) > 0 THEN count(*) FILTER (o IS NOT NULL AND n IS NULL) ELSE (max(n) IS NULL)::INTEGER END)::INTEGER AS ragu
    FROM (${persons}) GROUP BY f`);
  await engine.run(`CREATE TABLE anggota_${name} AS SELECT g.nik,
      CASE WHEN bool_or(k.n > 0) THEN ${answers.dalam} WHEN count(k.r) > 0 THEN ${answers.ragu} ELSE ${answers.luar} END AS jawab
    FROM ${rows} g LEFT JOIN ${some} k ON k.r = g.r
    WHERE g.orang AND g.nik IS NOT NULL AND g.f IN (SELECT f FROM golongan_${name}) GROUP BY g.nik`);
}

/**
 * Linked recipients with the answer of the registry in `d`, for groups of aid whose category it knows and units that live where it does;
 * all others as they are. A person of a family without anybody of the category is not of it; one whom the registry does not name is
 * undecided where it names the family's members, and of the category where it only counts them.
 */
export async function answeredTables(
  engine: PeopleEngine,
  linked: LinkedTables,
  { groups, questions }: { groups: readonly Group[]; questions: ReadonlyMap<string, CategoryQuestion> }
): Promise<LinkedTables> {
  if (questions.size === 0) return linked;
  const ofQuestion = [...questions].map(([key, question]) => ({
    question,
    own: groups.filter(({ aid }) => questionKey(aid) === key).map(({ g }) => g)
  }));
  const asked = ofQuestion.flatMap(({ own }) => own);
  const parts = ofQuestion.map(({ question, own }) => answeredSql(linked.utama, question, own));
  const rest = `SELECT r, s, g, rp, d::INTEGER AS d, w, fam, u FROM ${linked.utama} WHERE g NOT IN (${asked.join(', ')})`;
  const name = `${linked.utama}_golongan`;
  await engine.run(`CREATE TABLE ${name}_isi AS ${parts.join(' UNION ALL ')}`);
  await engine.run(`CREATE VIEW ${name} AS ${rest} UNION ALL SELECT * FROM ${name}_isi`);
  return { utama: name, ganda: linked.ganda };
}

function answeredSql(utama: string, { name, unit, known }: CategoryQuestion, groups: readonly number[]): string {
  const family = `CASE WHEN coalesce(k.n, 0) > 0 THEN ${answers.dalam} WHEN coalesce(k.ragu, 0) > 0 THEN ${answers.ragu} ELSE ${answers.luar} END`;
  const person = `CASE WHEN p.jawab IS NOT NULL THEN p.jawab WHEN k.rinci THEN ${answers.ragu} ELSE ${family} END`;
  const places = known.flatMap((isKnown, w) => (isKnown ? [w] : []));
  const isAsked = `t.d >= 0 AND t.w IN (${[-1, ...places].join(', ')})`;
  const members =
    unit === 'orang'
      ? `LEFT JOIN anggota_${name} p ON t.u BETWEEN ${nikOffset} AND ${unnamedOffset - 1n} AND t.u - ${nikOffset} = p.nik`
      : '';
  return `SELECT t.r, t.s, t.g, t.rp,
      (CASE WHEN ${isAsked} THEN t.d + ${step} * (${unit === 'orang' ? person : family}) ELSE t.d END)::INTEGER AS d, t.w, t.fam, t.u
    FROM ${utama} t LEFT JOIN golongan_${name} k ON t.fam = k.f ${members} WHERE t.g IN (${groups.join(', ')})`;
}

/**
 * Units of the registry that do not receive, by place, desil and category: of each family those of the category less the recipients of
 * it, never below nobody. `groups` are counted together, each unit once.
 */
export async function leftOutside(
  engine: PeopleEngine,
  { utama }: LinkedTables,
  { groups, question, vintage }: { groups: readonly number[]; question: CategoryQuestion; vintage: number }
): Promise<LeftCells> {
  const { unit, name, known } = question;
  const received = (answer: number): string => `(count(DISTINCT u) FILTER (d // ${step} = ${answer}))::INTEGER`;
  const families = `SELECT fam, ${received(1)} AS dalam, ${received(2)} AS ragu, ${received(3)} AS luar
    FROM ${utama} JOIN ${bundleSql(new Map([[1, groups]]))} USING (g) WHERE d >= ${step} GROUP BY fam`;
  const inside = '(coalesce(c.n, 0) > 0)';
  const unsure = '(coalesce(c.n, 0) = 0 AND coalesce(c.ragu, 0) > 0)';
  const own =
    unit === 'orang'
      ? `k.w, k.desil, coalesce(c.n, 0) AS n, coalesce(c.ragu, 0) AS tak, k.jiwa - coalesce(c.n, 0) - coalesce(c.ragu, 0) AS sisa`
      : `k.w, k.desil, (${inside})::INTEGER AS n, (${unsure})::INTEGER AS tak, (NOT ${inside} AND NOT ${unsure})::INTEGER AS sisa`;
  const places = known.flatMap((isKnown, w) => (isKnown ? [w] : []));
  const rows = await engine.rows(`SELECT w::INTEGER AS w, coalesce(desil, 0)::INTEGER AS d,
      sum(greatest(n - coalesce(o.dalam, 0), 0))::INTEGER AS dalam, sum(greatest(tak - coalesce(o.ragu, 0), 0))::INTEGER AS ragu,
      (CASE WHEN count(sisa) = count(*) THEN sum(greatest(sisa - coalesce(o.luar, 0), 0)) END)::INTEGER AS luar
    FROM (SELECT k.f, ${own} FROM ${familyTable(vintage)} k LEFT JOIN golongan_${name} c ON k.f = c.f
      WHERE k.w IN (${[-1, ...places].join(', ')})) a LEFT JOIN (${families}) o ON a.f = o.fam GROUP BY ALL ORDER BY ALL`);
  const out: LeftCells = new Map();
  for (const row of rows) {
    const w = wholeOf(row.w)!;
    const left = { dalam: wholeOf(row.dalam)!, ragu: wholeOf(row.ragu)!, luar: wholeOf(row.luar) };
    out.set(w, (out.get(w) ?? new Map<number, Left>()).set(wholeOf(row.d)!, left));
  }
  return out;
}

/** What is left in every region, from that of places; null where the registry does not know the category in all of the region. */
export function rolledLeft(
  cells: LeftCells,
  index: RegionIndex,
  { known }: CategoryQuestion
): (ReadonlyMap<number, Left> | null)[] {
  const out = index.regions.map(() => new Map<number, Left>());
  for (const [w, byDesil] of cells) {
    for (const region of index.chain(w)) {
      for (const [d, left] of byDesil) {
        const was = out[region]!.get(d) ?? { dalam: 0, ragu: 0, luar: 0 };
        const luar = was.luar === null || left.luar === null ? null : was.luar + left.luar;
        out[region]!.set(d, { dalam: was.dalam + left.dalam, ragu: was.ragu + left.ragu, luar });
      }
    }
  }
  return out.map((byDesil, region) => (known[region] ? byDesil : null));
}

/** Takes the tables of the questions away. */
export async function dropCategories(
  engine: PeopleEngine,
  questions: ReadonlyMap<string, CategoryQuestion>,
  { utama }: LinkedTables
): Promise<void> {
  if (questions.size === 0) return;
  await engine.run(`DROP VIEW ${utama}`);
  await engine.run(`DROP TABLE ${utama}_isi`);
  for (const { name } of questions.values()) {
    await engine.run(`DROP TABLE golongan_${name}`);
    await engine.run(`DROP TABLE anggota_${name}`);
  }
}
