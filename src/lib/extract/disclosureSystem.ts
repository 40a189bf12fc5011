import type { TableName } from '$lib/contract/tables';
import { tables as contract } from '$lib/contract/tables';
import type { DisclosureCell, DisclosureRule, DisclosureSystem } from '$lib/model/disclosure/system';
import type { ExtractTables, Row } from './assemble';
import { groupBy } from './group';

/** Counts of people or families by table: what an outsider would want to know. Rupiah and ages follow their counts' mask. */
const counts = {
  registri: ['keluarga', 'jiwa'],
  kesegaran: ['keluarga', 'segar_12_bulan', 'tanpa_tanggal', 'tanggal_depan'],
  sasaran: [
    'penerima',
    'layak',
    'tidak_layak',
    'desil_kosong',
    'tidak_tercatat',
    'layak_terlewat',
    'tidak_layak_di_luar',
    'desil_kosong_di_luar',
    'baris_ganda'
  ],
  sasaran_desil: ['terdaftar', 'penerima'],
  tumpang_tindih: ['keluarga'],
  pasangan_bantuan: ['keluarga']
} as const satisfies Partial<Record<TableName, readonly string[]>>;

type PeopleTable = keyof typeof counts;
const peopleTables = Object.keys(counts) as PeopleTable[];

/** The published counts of people as one system: what shows, what is hidden, and what joins them. */
export interface PublishedSystem {
  system: DisclosureSystem;
  hidden: ReadonlySet<number>;
  /** Table of each cell, for reports. */
  tableOf: readonly PeopleTable[];
}

/**
 * The system of all published tables of people together. `exact` holds the counts before anything was hidden, `published` the same rows
 * as they go out; a row that is not published is not seen. A sum that everybody would expect (desa to their kecamatan, classes to all
 * recipients) enters where it holds: an outsider may guess that it does, so he is taken to know it.
 */
export function publishedSystem(exact: ExtractTables, published: ExtractTables, k: number): PublishedSystem {
  const cells: DisclosureCell[] = [];
  const tableOf: PeopleTable[] = [];
  const hidden = new Set<number>();
  const index = new Map<string, number>();
  for (const table of peopleTables) {
    const key = contract[table].key as readonly string[];
    const before = new Map((exact[table] ?? []).map((row) => [idOf(row, key), row]));
    for (const row of published[table] ?? []) {
      const place = `${table} ${idOf(row, key)}`;
      const whole = before.get(idOf(row, key));
      for (const column of counts[table]) {
        const value = whole?.[column];
        if (typeof value !== 'number') continue;
        const isHidden = row[column] === null;
        if (isHidden) hidden.add(cells.length);
        const id = `${place} ${column}`;
        index.set(id, cells.length);
        tableOf.push(table);
        const few = value > 0 && value < k;
        const primary = isHidden ? (few ? 'few' : 'group') : null;
        // families of the registry and their members tell of each other; other columns hide one by one
        const mask = table === 'registri' ? place : id;
        cells.push({ id, value, floor: 0, mask, primary, hideable: true, weight: value + 1 });
      }
    }
  }
  const rules = rulesOf(published, (table, row, column) => {
    const key = contract[table].key as readonly string[];
    return index.get(`${table} ${idOf(row, key)} ${column}`) ?? null;
  });
  const system = { cells: withFloors(cells, hidden, tableOf), rules: rules.filter(holds(cells)), k };
  return { system, hidden, tableOf };
}

/** Where no zero of a table is hidden, an outsider sees that, and knows that what is hidden is at least 1. */
function withFloors(
  cells: readonly DisclosureCell[],
  hidden: ReadonlySet<number>,
  tableOf: readonly PeopleTable[]
): DisclosureCell[] {
  const zeros = new Set([...hidden].filter((cell) => cells[cell]!.value === 0).map((cell) => tableOf[cell]));
  return cells.map((cell, i) => {
    const floor = zeros.has(tableOf[i]!) ? 0 : 1;
    return { ...cell, floor, hideable: cell.value >= floor };
  });
}

type Finder = (table: PeopleTable, row: Row, column: string) => number | null;

function rulesOf(published: ExtractTables, find: Finder): DisclosureRule[] {
  return [
    ...peopleTables.flatMap((table) => levelRules(table, published[table] ?? [], find)),
    ...classRules(published, find),
    ...registryRules(published, find),
    ...desilRules(published, find)
  ];
}

/** Σ parts = whole, and Σ parts ≤ whole; the first is left out where it does not hold. Parts that are not there make no rule. */
function sums(parts: readonly (number | null)[], whole: number | null): DisclosureRule[] {
  const there = parts.filter((part) => part !== null);
  if (whole === null || there.length === 0) return [];
  const terms = [...there.map((part) => [part, 1] as const), [whole, -1] as const];
  return [
    { terms, least: 0, most: 0 },
    { terms, least: -Infinity, most: 0 }
  ];
}

/** Regions of one level add up to the region they lie in. */
function levelRules(table: PeopleTable, rows: readonly Row[], find: Finder): DisclosureRule[] {
  const rest = (contract[table].key as readonly string[]).filter((name) => name !== 'kode_wilayah');
  return [...groupBy(rows, (row) => idOf(row, rest)).values()].flatMap((same) => {
    const within = groupBy(same, (row) => parentOf(String(row.kode_wilayah)));
    return same.flatMap((row) => {
      const children = within.get(String(row.kode_wilayah)) ?? [];
      return counts[table].flatMap((column) =>
        sums(
          children.map((child) => find(table, child, column)),
          find(table, row, column)
        )
      );
    });
  });
}

function parentOf(kode: string): string {
  return kode.split('.').slice(0, -1).join('.');
}

/** Classes of recipients add up to all recipients; classes of the registry's families to all of its families. */
function classRules({ sasaran = [], kesegaran = [] }: ExtractTables, find: Finder): DisclosureRule[] {
  const families = new Map(
    kesegaran
      .filter(({ kelompok }) => kelompok === 'semua')
      .map((row) => [idOf(row, ['vintase', 'kode_wilayah']), find('kesegaran', row, 'keluarga')])
  );
  return sasaran.flatMap((row) => {
    const of = (names: readonly string[]): (number | null)[] => names.map((name) => find('sasaran', row, name));
    const registered = ['layak', 'tidak_layak', 'desil_kosong', 'layak_terlewat', 'tidak_layak_di_luar'];
    return [
      ...sums(of(['layak', 'tidak_layak', 'desil_kosong', 'tidak_tercatat']), find('sasaran', row, 'penerima')),
      ...sums(of([...registered, 'desil_kosong_di_luar']), families.get(idOf(row, ['vintase', 'kode_wilayah'])) ?? null)
    ];
  });
}

/** Desil of the registry, and numbers of aid, add up to its families; parts of freshness stay within them. */
function registryRules(published: ExtractTables, find: Finder): DisclosureRule[] {
  const { registri = [], kesegaran = [], tumpang_tindih = [] } = published;
  const region = ['vintase', 'kode_wilayah'];
  const desil = groupBy(registri, (row) => idOf(row, region));
  const numbers = groupBy(tumpang_tindih, (row) => idOf(row, region));
  return kesegaran.flatMap((row) => {
    const all = find('kesegaran', row, 'keluarga');
    const parts = ['segar_12_bulan', 'tanpa_tanggal', 'tanggal_depan'].map((name) => find('kesegaran', row, name));
    if (row.kelompok !== 'semua') return sums(parts, all);
    const ofYears = groupBy(numbers.get(idOf(row, region)) ?? [], ({ tahun }) => String(tahun));
    return [
      ...sums(parts, all),
      ...sums(
        (desil.get(idOf(row, region)) ?? []).map((one) => find('registri', one, 'keluarga')),
        all
      ),
      ...[...ofYears.values()].flatMap((same) =>
        sums(
          same.map((one) => find('tumpang_tindih', one, 'keluarga')),
          all
        )
      )
    ];
  });
}

/** At each desil recipients are some of the registered, and the registered those of the registry. */
function desilRules({ sasaran_desil = [], registri = [] }: ExtractTables, find: Finder): DisclosureRule[] {
  const key = ['vintase', 'kode_wilayah', 'desil'];
  const families = new Map(registri.map((row) => [idOf(row, key), find('registri', row, 'keluarga')]));
  return sasaran_desil.flatMap((row) => {
    const registered = find('sasaran_desil', row, 'terdaftar');
    return [
      ...sums([find('sasaran_desil', row, 'penerima')], registered),
      ...sums([registered], families.get(idOf(row, key)) ?? null)
    ];
  });
}

/** Whether a rule holds for the true counts. */
function holds(cells: readonly DisclosureCell[]): (rule: DisclosureRule) => boolean {
  return ({ terms, least, most }) => {
    const sum = terms.reduce((total, [cell, coefficient]) => total + coefficient * cells[cell]!.value, 0);
    return sum >= least && sum <= most;
  };
}

function idOf(row: Row, names: readonly string[]): string {
  return names.map((name) => String(row[name])).join(' ');
}
