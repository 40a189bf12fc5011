import type { DisclosureCell, DisclosureRule, DisclosureSystem } from '$lib/model/disclosure/system';
import type { ExtractTables, Row } from './assemble';
import { publishedRules, type RuleBook } from './disclosureRules';
import { hiddenByRow, peopleCounts, type PeopleTable, peopleTables, placeOf } from './peopleCounts';
import { neverReleased, type Released } from './released';

/** One count of one published row; null for a number that nobody printed and everybody can compute. */
export type CellPlace = { table: PeopleTable; row: Row; column: string } | null;

/** The published counts of people as one system: what shows, what is hidden, and what joins them. */
export interface PublishedSystem {
  system: DisclosureSystem;
  hidden: ReadonlySet<number>;
  /** Where each cell stands in the published tables. */
  places: readonly CellPlace[];
}

/**
 * How dear a count is when others may be hidden for it: what all errors are made of dearest, the sum of recipients cheapest, since the
 * classes beside it say more. A matter of taste, not of safety.
 */
const importance: Readonly<Record<string, number>> = {
  'registri keluarga': 4,
  'registri jiwa': 4,
  'kesegaran keluarga': 4,
  'sasaran layak': 25,
  'sasaran layak_terlewat': 25,
  'sasaran tidak_layak': 25,
  'sasaran penerima': 0.05,
  'sasaran baris_ganda': 0.5,
  'sasaran tidak_layak_di_luar': 0.3,
  'sasaran desil_kosong_di_luar': 0.3,
  'sasaran_desil terdaftar': 4
};

/** Figures of the whole regency are headlines: parts of it are hidden for them, not they for their parts. */
function isRegency({ kode_wilayah }: Row): boolean {
  return String(kode_wilayah).split('.').length < 3;
}

/**
 * The system of all published tables of people together. `exact` holds the counts before anything was hidden, `published` the same rows
 * as they go out; a row that is not published is not seen. A count that `released` showed, or one close to it, counts as shown.
 */
export function publishedSystem(
  exact: ExtractTables,
  published: ExtractTables,
  k: number,
  released: Released = neverReleased
): PublishedSystem {
  const cells: DisclosureCell[] = [];
  const places: CellPlace[] = [];
  const hidden = new Set<number>();
  const index = new Map<string, number>();
  for (const table of peopleTables) {
    const before = new Map((exact[table] ?? []).map((row) => [placeOf(table, row), row]));
    for (const row of published[table] ?? []) {
      const place = placeOf(table, row);
      const whole = before.get(place);
      for (const column of peopleCounts[table]) {
        const value = whole?.[column];
        if (typeof value !== 'number') continue;
        // what a release showed is known, whatever this one hides
        const known = released.shown(table, row, column).some((one) => Math.abs(one - value) < k);
        const isHidden = row[column] === null && !known;
        if (isHidden) hidden.add(cells.length);
        const id = `${place} ${column}`;
        index.set(id, cells.length);
        places.push({ table, row, column });
        cells.push({
          id,
          value,
          floor: 0,
          least: 0,
          mask: hiddenByRow.has(table) ? place : id,
          primary: isHidden ? (isFew(value, k) ? 'few' : 'group') : null,
          hideable: !known,
          dear: isRegency(row),
          weight: (importance[`${table} ${column}`] ?? 1) * (value + 1)
        });
      }
    }
  }
  const shown = withFloors(cells, places);
  const book = ruleBook(shown, k, (table, row, column) => index.get(`${placeOf(table, row)} ${column}`) ?? null);
  publishedRules(published, book);
  for (let cell = shown.length; cell < book.cells.length; cell++) {
    hidden.add(cell);
    places.push(null);
  }
  return { system: { cells: withLeast(book.cells, book.rules), rules: book.rules, k }, hidden, places };
}

function isFew(value: number, k: number): boolean {
  return value > 0 && value < k;
}

/**
 * Hidden is mostly at least 1, since zeros show. Rows that hide the same columns look alike: where one of them hides a zero, a hidden
 * count of that column may be one in all of them.
 */
function withFloors(cells: readonly DisclosureCell[], places: readonly CellPlace[]): DisclosureCell[] {
  const look = places.map((place) => {
    const { table, row, column } = place!;
    const columns = peopleCounts[table].filter((name) => row[name] === null);
    return columns.includes(column as never) ? `${table} ${column}: ${columns.join(' ')}` : null;
  });
  const zeros = new Set(cells.flatMap(({ value }, cell) => (value === 0 && look[cell] !== null ? [look[cell]] : [])));
  return cells.map((cell, i) => {
    const floor = zeros.has(look[i]!) ? 0 : 1;
    return { ...cell, floor, hideable: cell.hideable && cell.value >= floor };
  });
}

/** What is known of a sum anyway: as many as it has parts that are not zero, over all levels. */
function withLeast(cells: readonly DisclosureCell[], rules: readonly DisclosureRule[]): DisclosureCell[] {
  const least = cells.map((cell) => Math.min(Math.max(cell.least, cell.floor), cell.value));
  for (let changed = true; changed;) {
    changed = false;
    for (const { terms } of rules) {
      const wholes = terms.filter(([, coefficient]) => coefficient === -1);
      if (wholes.length !== 1) continue;
      const [whole] = wholes[0]!;
      const sum = terms.reduce((total, [cell, by]) => (by > 0 ? total + by * partLeast(cell) : total), 0);
      if (sum <= least[whole]!) continue;
      least[whole] = sum;
      changed = true;
    }
  }
  return cells.map((cell, i) => ({ ...cell, least: least[i]! }));

  /** A virtual part may be nobody. */
  function partLeast(cell: number): number {
    return cells[cell]!.floor === 0 ? Math.min(least[cell]!, cells[cell]!.least) : least[cell]!;
  }
}

/** Collects what everybody knows of the cells. A sum enters where it holds: an outsider may guess that it does, so he is taken to know it. */
function ruleBook(
  shown: readonly DisclosureCell[],
  k: number,
  find: RuleBook['find']
): RuleBook & { cells: DisclosureCell[]; rules: DisclosureRule[] } {
  const cells = [...shown];
  const rules: DisclosureRule[] = [];
  const joinAll = (terms: readonly (readonly [number | null, number])[], orLess: boolean): void => {
    const there = terms.filter((term): term is readonly [number, number] => term[0] !== null && term[1] !== 0);
    const sum = there.reduce((total, [cell, coefficient]) => total + coefficient * cells[cell]!.value, 0);
    if (terms.some(([cell]) => cell === null) || sum > 0 || (sum < 0 && !orLess)) return;
    rules.push({ terms: there, least: sum === 0 ? 0 : -Infinity, most: 0 });
  };
  const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + cells[part]!.value, 0);
  return {
    cells,
    rules,
    find,
    sums: (parts, whole) => {
      const there = parts.filter((part) => part !== null);
      if (there.length === 0 || whole === null || sumOf(there) > cells[whole]!.value) return;
      const terms = [...there.map((part) => [part, 1] as const), [whole, -1] as const];
      rules.push({ terms, least: sumOf(there) === cells[whole]!.value ? 0 : -Infinity, most: 0 });
    },
    equal: (terms) => joinAll(terms, false),
    atMost: (terms) => joinAll(terms, true),
    within: (parts, whole, what) => {
      const there = parts.filter((part) => part !== null);
      if (there.length < parts.length || whole === null) return;
      const rest = cells[whole]!.value - sumOf(there);
      if (rest < 0) return;
      const terms = [...there.map((part) => [part, 1] as const), [whole, -1] as const];
      if (!isFew(rest, k)) return void rules.push({ terms, least: -Infinity, most: 0 });
      const id = `${cells[whole]!.id} less ${what}`;
      cells.push({
        id,
        value: rest,
        floor: 0,
        least: 1,
        mask: id,
        primary: 'few',
        hideable: false,
        dear: false,
        weight: 1
      });
      rules.push({ terms: [...terms, [cells.length - 1, 1]], least: 0, most: 0 });
    }
  };
}
