import type { RowOf } from '$lib/contract/define';
import type { tables } from '$lib/contract/tables';
import { akunLevels, nomenklaturLevels } from '$lib/contract/values';
import { groupBy } from './group';
import { normalisedName } from './reference';
import { parentCode, readCode } from '$lib/source/code';

type Named = 'skpd' | 'nomenklatur' | 'akun';
export type SkpdRow = RowOf<(typeof tables)['skpd']>;
export type NomenklaturRow = RowOf<(typeof tables)['nomenklatur']>;
export type AkunRow = RowOf<(typeof tables)['akun']>;

/** A code of one year with the name printed beside it. */
export interface YearName {
  table: Named;
  tahun: number;
  kode: string;
  nama: string;
}

/** A code a fact uses in a year. */
export interface UsedCode {
  table: Named;
  tahun: number;
  kode: string;
}

export interface NameTables {
  skpd: SkpdRow[];
  nomenklatur: NomenklaturRow[];
  akun: AkunRow[];
}

/**
 * Reference rows for every code that is named, and for every code that is used with all its parents. The first name of a year wins; a code that no
 * file names takes `official` (code → name), else its own code. `mapped` is peta_kode.csv: `table|tahun|kode` → kode_tetap.
 */
export function buildNames(
  names: readonly YearName[],
  used: readonly UsedCode[],
  official: ReadonlyMap<string, string>,
  mapped: ReadonlyMap<string, string>
): NameTables {
  const of = (table: Named): NameRow[] => {
    const rows = new Map<string, NameRow>();
    for (const name of names) if (name.table === table) add(rows, table, name.tahun, name.kode);
    for (const code of used) if (code.table === table) addWithParents(rows, table, code.tahun, code.kode);
    for (const name of names) {
      const row = name.table === table ? rows.get(`${name.tahun} ${name.kode}`) : undefined;
      if (row && row.nama === null) row.nama = name.nama;
    }
    for (const row of rows.values()) row.nama ??= official.get(`${table}|${row.kode}`) ?? null;
    assignIdentity([...rows.values()], (row) => mapped.get(`${table}|${row.tahun}|${row.kode}`));
    return [...rows.values()];
  };
  const common = ({ tahun, kode, nama, kodeInduk, kodeTetap }: NameRow) => ({
    tahun,
    kode,
    nama: nama ?? kode,
    kode_induk: kodeInduk,
    kode_tetap: kodeTetap
  });
  return {
    skpd: of('skpd').map((row) => ({ ...common(row), tingkat: row.kodeInduk === null ? 'skpd' : 'unit' })),
    nomenklatur: of('nomenklatur').map((row) => ({
      ...common(row),
      tingkat: nomenklaturLevel(row.kode),
      spm: isSpm(row.kode)
    })),
    akun: of('akun').map((row) => ({ ...common(row), tingkat: akunLevels[row.kode.split('.').length - 1]! }))
  };
}

interface NameRow {
  tahun: number;
  kode: string;
  nama: string | null;
  kodeInduk: string | null;
  kodeTetap: string | null;
}

function add(rows: Map<string, NameRow>, table: Named, tahun: number, kode: string): void {
  rows.set(`${tahun} ${kode}`, { tahun, kode, nama: null, kodeInduk: parentOf(table, kode), kodeTetap: null });
}

function addWithParents(rows: Map<string, NameRow>, table: Named, tahun: number, kode: string): void {
  for (let code: string | null = kode; code !== null; code = parentOf(table, code)) {
    const key = `${tahun} ${code}`;
    if (!rows.has(key)) add(rows, table, tahun, code);
  }
}

function parentOf(table: Named, kode: string): string | null {
  return table === 'akun' ? (kode.includes('.') ? kode.slice(0, kode.lastIndexOf('.')) : null) : parentCode(kode);
}

function nomenklaturLevel(kode: string): (typeof nomenklaturLevels)[number] {
  const kind = readCode(kode, 'nomenklatur')?.kind;
  return nomenklaturLevels.find((level) => level === kind) ?? 'subkegiatan';
}

/** SPM of social affairs: 1.06.04.2.01 and 1.06.06.2.01 with all below (PP 2/2018, Permensos 9/2018). */
export function isSpm(kode: string): boolean {
  return ['1.06.04.2.01', '1.06.06.2.01'].some((prefix) => kode === prefix || kode.startsWith(`${prefix}.`));
}

/**
 * Identity across years, from the top down: one code per year with the same parent and the same normalised name, unique both
 * ways. The identity is the latest year's code, marked with its year where that code means something else by then.
 * Null where a name repeats under its parent, or is unknown: such rows are never joined across years.
 */
function assignIdentity(rows: readonly NameRow[], mapped: (row: NameRow) => string | undefined): void {
  const byKey = new Map(rows.map((row) => [`${row.tahun} ${row.kode}`, row]));
  const parent = (row: NameRow): NameRow | undefined =>
    row.kodeInduk === null ? undefined : byKey.get(`${row.tahun} ${row.kodeInduk}`);
  const depth = (row: NameRow): number => (parent(row) === undefined ? 0 : 1 + depth(parent(row)!));
  const claimed = new Map<string, string>();
  const levels = groupBy(rows, depth);
  for (const level of [...levels.keys()].sort((a, b) => a - b)) {
    const groups = groupBy(levels.get(level)!, (row) => identityKey(row, parent(row)) ?? '');
    const latest = (group: readonly NameRow[]): NameRow => group.reduce((a, b) => (b.tahun > a.tahun ? b : a));
    const clean = [...groups].filter(
      ([key, group]) => key !== '' && new Set(group.map(({ tahun }) => tahun)).size === group.length
    );
    for (const [key, group] of clean.toSorted(
      ([a, x], [b, y]) => latest(y).tahun - latest(x).tahun || (a < b ? -1 : 1)
    )) {
      const { kode, tahun } = latest(group);
      const identity = claimed.has(kode) ? `${kode}@${tahun}` : kode;
      claimed.set(identity, key);
      for (const row of group) row.kodeTetap = identity;
    }
    for (const row of levels.get(level)!) row.kodeTetap = mapped(row) ?? row.kodeTetap;
  }
}

/** Parent's identity and own name; null where either is unknown, since a code alone joins nothing. */
function identityKey(row: NameRow, parent: NameRow | undefined): string | null {
  if (row.nama === null || (row.kodeInduk !== null && (parent?.kodeTetap ?? null) === null)) return null;
  return `${parent?.kodeTetap ?? ''}|${normalisedName(row.nama)}`;
}
