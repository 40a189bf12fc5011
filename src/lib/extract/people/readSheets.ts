import type { PeopleSheet } from '$lib/source/people/sheet';
import type { Problem } from '$lib/source/problem';
import { type CategoryBook, createCategories, readCategories } from './categories';
import type { PeopleWork } from './context';
import type { PeopleEngine } from './engine';
import { groupBook, type GroupBook } from './groups';
import { keyClassCounts, readKeys } from './keys';
import { brokenLines } from './listProblem';
import { listTable, readList } from './lists';
import { placeTable, readPlaces } from './places';
import { createRegistry, readRegistry } from './registry';
import { noVintageKnown, registryOutside } from './registryProblem';
import { rawTable } from './sheetSql';
import { emptyTally, type SheetTally } from './tally';
import { damagedKeys } from './tallyProblem';
import { type Vintage, vintagesOf } from './vintages';

/** All sheets in the engine, as rows of lists and of registries. */
export interface ReadSheets {
  /** In the order of the sheets' numbers. */
  tallies: SheetTally[];
  vintages: readonly Vintage[];
  groups: GroupBook;
  /** What the sheets of each vintage tell of categories, by its number. */
  categories: ReadonlyMap<number, CategoryBook>;
  problems: Problem[];
}

/** Loads sheets one after the other; of each only keys, groups, places and values stay, the text of its cells goes at once. */
export async function readSheets(
  engine: PeopleEngine,
  sheets: readonly PeopleSheet[],
  work: PeopleWork
): Promise<ReadSheets> {
  const vintages = vintagesOf(sheets.filter(({ kind }) => kind === 'registri'));
  const categories = new Map(vintages.map(({ number }): [number, CategoryBook] => [number, new Map()]));
  const out: ReadSheets = { tallies: [], vintages, groups: groupBook(), categories, problems: [] };
  await engine.run(listTable);
  for (const { number } of vintages) {
    await createRegistry(engine, number);
    await createCategories(engine, number);
  }
  for (const [i, sheet] of inOrder(sheets).entries()) {
    const tally = emptyTally(sheet.file, sheet.sheet, sheet.kind);
    out.tallies.push(tally);
    out.problems.push(...(await readSheet(engine, sheet, i + 1, { work, out, tally })));
  }
  return out;
}

function inOrder(sheets: readonly PeopleSheet[]): PeopleSheet[] {
  const key = ({ file, sheet }: PeopleSheet): string => `${file}\n${sheet}`;
  return sheets.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

async function readSheet(
  engine: PeopleEngine,
  sheet: PeopleSheet,
  number: number,
  { work, out, tally }: { work: PeopleWork; out: ReadSheets; tally: SheetTally }
): Promise<Problem[]> {
  const raw = rawTable(number);
  const loaded = await engine.load(sheet, raw);
  tally.baris.dibaca = loaded.rows + loaded.broken.length;
  const keys = await readKeys(engine, sheet, number);
  tally.kunci = {
    nik: await keyClassCounts(engine, raw, 'nik', keys.nik),
    kk: await keyClassCounts(engine, raw, 'kk', keys.kk)
  };
  const problems = [...brokenLines(sheet, loaded.broken), ...damagedKeys(sheet, tally.kunci)];
  problems.push(...(await readPlaces(engine, sheet, number, { resolve: work.regions(sheet.file), index: work.index })));
  if (sheet.kind === 'penerima') {
    const list = await readList(engine, sheet, number, { keys, work, groups: out.groups });
    tally.baris.dipakai = list.used;
    if (list.rupiah !== null) tally.rupiah = moneyOf(list.rupiah);
    problems.push(...list.problems);
  } else {
    const vintage = out.vintages.find(({ kode }) => kode === sheet.vintase?.kode);
    if (vintage === undefined) problems.push(noVintageKnown(sheet));
    else {
      const rows = await readRegistry(engine, sheet, number, {
        keys,
        vintage: vintage.number,
        outside: work.index.outside
      });
      tally.baris.dipakai = rows.used;
      tally.baris.luar_wilayah = rows.outside;
      if (rows.outside > 0) problems.push(registryOutside(sheet, rows.outside));
      const { told, problems: unclear } = await readCategories(engine, sheet, number, vintage.number);
      out.categories.get(vintage.number)!.set(number, told);
      problems.push(...rows.problems, ...unclear);
    }
  }
  const { dibaca, dipakai, luar_wilayah } = tally.baris;
  tally.baris.ditolak = dibaca - dipakai - luar_wilayah;
  for (const table of [raw, placeTable(number), `kelompok_${number}`])
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
  return problems;
}

function moneyOf({ dibaca, dipakai }: { dibaca: bigint; dipakai: bigint }): NonNullable<SheetTally['rupiah']> {
  return { dibaca, dipakai, ganda: 0n, luar_wilayah: 0n, ditolak: dibaca - dipakai };
}
