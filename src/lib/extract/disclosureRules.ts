import { tables as contract } from '$lib/contract/tables';
import { allAid } from '$lib/contract/values';
import type { ExtractTables, Row } from './assemble';
import { groupBy } from './group';
import { idOf, peopleCounts, type PeopleTable, peopleTables } from './peopleCounts';

type Cell = number | null;

/** Takes down what an outsider knows of the published counts. Cells that are not there (null) make no rule. */
export interface RuleBook {
  /** The cell of a count of a published row; null where it was never known. */
  find(table: PeopleTable, row: Row, column: string): Cell;
  /** Parts add up to the whole, or stay below it where some of it has no part. */
  sums(parts: readonly Cell[], whole: Cell): void;
  /** Σ coefficient × cell = 0, where that holds and all cells are there. */
  equal(terms: readonly (readonly [Cell, number])[]): void;
  /** Σ coefficient × cell = 0, or ≤ 0 where it is less. */
  atMost(terms: readonly (readonly [Cell, number])[]): void;
  /** Parts are some of the whole, and what is left over is people too: a few of them are a count that nobody printed (methods §5.2). */
  within(parts: readonly Cell[], whole: Cell, what: string): void;
}

/** Everything that joins the published counts, within a row, between tables, levels, aids and periods (methods §5.4). */
export function publishedRules(published: ExtractTables, book: RuleBook): void {
  for (const table of peopleTables) levelRules(table, published[table] ?? [], book);
  const at = published.sasaran ?? [];
  classRules(at, book);
  registryRules(published, book);
  desilRules(published, book);
  overlapRules(published, book);
  mergedRules(published, book);
  periodRules(at, book);
}

const region = ['vintase', 'kode_wilayah'] as const;
const year = ['tahun', ...region] as const;
const list = ['tahun', 'kode_bantuan', ...region] as const;
const receiving = ['layak', 'tidak_layak', 'desil_kosong', 'tidak_tercatat'] as const;
const outside = ['layak_terlewat', 'tidak_layak_di_luar', 'desil_kosong_di_luar'] as const;

/** Regions of one level add up to the region they lie in. */
function levelRules(table: PeopleTable, rows: readonly Row[], { find, sums }: RuleBook): void {
  const rest = (contract[table].key as readonly string[]).filter((name) => name !== 'kode_wilayah');
  for (const same of groupBy(rows, (row) => idOf(row, rest)).values()) {
    const within = groupBy(same, (row) => parentOf(String(row.kode_wilayah)));
    for (const row of same) {
      const children = within.get(String(row.kode_wilayah)) ?? [];
      for (const column of peopleCounts[table])
        sums(
          children.map((child) => find(table, child, column)),
          find(table, row, column)
        );
    }
  }
}

function parentOf(kode: string): string {
  return kode.split('.').slice(0, -1).join('.');
}

/** Classes of recipients add up to all recipients; an aid without a rule by desil leaves some of them without a class. */
function classRules(rows: readonly Row[], { find, sums }: RuleBook): void {
  for (const row of rows)
    sums(
      receiving.map((name) => find('sasaran', row, name)),
      find('sasaran', row, 'penerima')
    );
}

/** Desil of the registry, and its classes, add up to its families; parts of freshness stay within them, recipients within all. */
function registryRules({ registri = [], kesegaran = [], sasaran = [] }: ExtractTables, book: RuleBook): void {
  const { find, sums, within } = book;
  const desil = groupBy(registri, (row) => idOf(row, region));
  const classes = groupBy(sasaran, (row) => idOf(row, region));
  const receivers = new Map(
    kesegaran.filter(({ kelompok }) => kelompok !== 'semua').map((row) => [idOf(row, region), row])
  );
  for (const row of kesegaran) {
    const all = find('kesegaran', row, 'keluarga');
    const parts = ['segar_12_bulan', 'tanpa_tanggal', 'tanggal_depan'].map((name) => find('kesegaran', row, name));
    within(parts, all, 'dated families, older than 12 months');
    if (row.kelompok !== 'semua') continue;
    const one = receivers.get(idOf(row, region));
    if (one !== undefined)
      for (const name of peopleCounts.kesegaran)
        within([find('kesegaran', one, name)], find('kesegaran', row, name), 'those who receive');
    sums(
      (desil.get(idOf(row, region)) ?? []).map((part) => find('registri', part, 'keluarga')),
      all
    );
    for (const same of classes.get(idOf(row, region)) ?? [])
      sums(
        ['layak', 'tidak_layak', 'desil_kosong', ...outside].map((name) => find('sasaran', same, name)),
        all
      );
  }
}

/** Recipients by desil are the eligible and the other ones of their list, and so are the registered. */
function desilRules(
  { sasaran = [], sasaran_desil = [], registri = [], bantuan = [] }: ExtractTables,
  book: RuleBook
): void {
  const { find, sums, equal, within } = book;
  const lists = new Map(
    sasaran.filter(({ tahun, periode }) => periode === String(tahun)).map((row) => [idOf(row, list), row])
  );
  const families = new Map(registri.map((row) => [`${idOf(row, region)} ${row.desil}`, row]));
  const eligible = new Map(
    bantuan.map((row) => [idOf(row, ['tahun', 'kode_bantuan']), new Set(row.desil_layak as readonly number[])])
  );
  for (const [key, rows] of groupBy(sasaran_desil, (row) => idOf(row, list))) {
    for (const row of rows) {
      const registered = find('sasaran_desil', row, 'terdaftar');
      within([find('sasaran_desil', row, 'penerima')], registered, 'those who receive');
      const inRegistry = families.get(`${idOf(row, region)} ${row.desil}`);
      if (inRegistry !== undefined) sums([registered], find('registri', inRegistry, 'keluarga'));
    }
    const whole = lists.get(key);
    if (whole === undefined) continue;
    const rule = eligible.get(idOf(rows[0]!, ['tahun', 'kode_bantuan'])) ?? new Set([1, 2, 3, 4]);
    const groups = [
      ['layak', 'layak_terlewat', rows.filter(({ desil }) => rule.has(Number(desil)))],
      ['tidak_layak', 'tidak_layak_di_luar', rows.filter(({ desil }) => !rule.has(Number(desil)))]
    ] as const;
    for (const [inside, left, same] of groups) {
      const those = (column: string) => same.map((row) => [find('sasaran_desil', row, column), 1] as const);
      const of = (name: string) => [find('sasaran', whole, name), -1] as const;
      equal([...those('penerima'), of(inside)]);
      equal([...those('terdaftar'), of(inside), of(left)]);
    }
    const unclassed = ['desil_kosong', 'tidak_tercatat'].map((name) => [find('sasaran', whole, name), 1] as const);
    equal([
      ...rows.map((row) => [find('sasaran_desil', row, 'penerima'), 1] as const),
      ...unclassed,
      [find('sasaran', whole, 'penerima'), -1]
    ]);
  }
}

/** Families by number of aid: all of the registry, those of all aid merged, and one for each aid they are counted under. */
function overlapRules(published: ExtractTables, { find, sums, equal, atMost }: RuleBook): void {
  const { tumpang_tindih = [], pasangan_bantuan = [], kesegaran = [], sasaran = [] } = published;
  const registry = new Map(
    kesegaran.filter(({ kelompok }) => kelompok === 'semua').map((row) => [idOf(row, region), row])
  );
  const lists = groupBy(
    sasaran.filter(({ tahun, periode }) => periode === String(tahun)),
    (row) => idOf(row, year)
  );
  const pairs = groupBy(pasangan_bantuan, (row) => idOf(row, ['tahun', 'kode_wilayah']));
  for (const [key, rows] of groupBy(tumpang_tindih, (row) => idOf(row, year))) {
    const families = (weight: (number: number) => number) =>
      rows.map((row) => [find('tumpang_tindih', row, 'keluarga'), weight(Number(row.jumlah_bantuan))] as const);
    const all = registry.get(idOf(rows[0]!, region));
    if (all !== undefined)
      sums(
        rows.map((row) => find('tumpang_tindih', row, 'keluarga')),
        find('kesegaran', all, 'keluarga')
      );
    const inRegistry = (row: Row, sign: number) =>
      ['layak', 'tidak_layak', 'desil_kosong'].map((name) => [find('sasaran', row, name), sign] as const);
    const recipients = (row: Row) => [find('sasaran', row, 'penerima'), -1] as const;
    const merged = (lists.get(key) ?? []).filter(({ kode_bantuan }) => kode_bantuan === allAid);
    const single = (lists.get(key) ?? []).filter(({ kode_bantuan }) => kode_bantuan !== allAid);
    for (const row of merged) {
      // whether those outside the registry are in these numbers depends on the lists: what holds is taken
      equal([...families((n) => Math.min(n, 1)), ...inRegistry(row, -1)]);
      equal([...families((n) => Math.min(n, 1)), recipients(row)]);
      if (all === undefined) continue;
      const none = families((n) => (n === 0 ? 1 : 0));
      equal([...none, ...inRegistry(row, 1), [find('kesegaran', all, 'keluarga'), -1]]);
    }
    if (single.length > 0) {
      equal([...families((n) => n), ...single.flatMap((row) => inRegistry(row, -1))]);
      // an aid of persons counts a family once here, and each of its persons there
      atMost([...families((n) => n), ...single.map(recipients)]);
    }
    const both = pairs.get(idOf(rows[0]!, ['tahun', 'kode_wilayah'])) ?? [];
    if (both.length > 0)
      equal([
        ...families((n) => (n * (n - 1)) / 2),
        ...both.map((row) => [find('pasangan_bantuan', row, 'keluarga'), -1] as const)
      ]);
  }
}

/** Families of one aid are some of all aid merged, class by class and desil by desil; those of a pair some of each of the two. */
function mergedRules(
  { sasaran = [], sasaran_desil = [], pasangan_bantuan = [], bantuan = [] }: ExtractTables,
  book: RuleBook
): void {
  const { find, within } = book;
  const byFamily = new Set(
    bantuan.filter(({ unit }) => unit === 'keluarga').map((row) => idOf(row, ['tahun', 'kode_bantuan']))
  );
  const counted = (row: Row): boolean => byFamily.has(idOf(row, ['tahun', 'kode_bantuan']));
  const years = sasaran.filter(({ tahun, periode }) => periode === String(tahun));
  const merged = new Map(
    years.filter(({ kode_bantuan }) => kode_bantuan === allAid).map((row) => [idOf(row, year), row])
  );
  for (const row of years.filter(counted)) {
    const all = merged.get(idOf(row, year));
    if (all === undefined) continue;
    for (const name of receiving)
      within([find('sasaran', row, name)], find('sasaran', all, name), String(row.kode_bantuan));
  }
  const desil = [...year, 'desil'];
  const mergedDesil = new Map(
    sasaran_desil.filter(({ kode_bantuan }) => kode_bantuan === allAid).map((row) => [idOf(row, desil), row])
  );
  for (const row of sasaran_desil.filter(counted)) {
    const all = mergedDesil.get(idOf(row, desil));
    if (all !== undefined)
      within(
        [find('sasaran_desil', row, 'penerima')],
        find('sasaran_desil', all, 'penerima'),
        String(row.kode_bantuan)
      );
  }
  const known = new Map(years.map((row) => [idOf(row, ['tahun', 'kode_wilayah', 'kode_bantuan']), row]));
  for (const row of pasangan_bantuan)
    for (const kode of [row.kode_bantuan, row.kode_bantuan_lain]) {
      const one = known.get(`${row.tahun} ${row.kode_wilayah} ${kode}`);
      if (one !== undefined && counted(one))
        within([find('pasangan_bantuan', row, 'keluarga')], find('sasaran', one, 'penerima'), 'the pair');
    }
}

/** Who is on a list of a month is on the list of its year. */
function periodRules(rows: readonly Row[], { find, within }: RuleBook): void {
  const years = new Map(
    rows.filter(({ tahun, periode }) => periode === String(tahun)).map((row) => [idOf(row, list), row])
  );
  for (const row of rows.filter(({ tahun, periode }) => periode !== String(tahun))) {
    const whole = years.get(idOf(row, list));
    if (whole === undefined) continue;
    for (const name of ['penerima', ...receiving])
      within([find('sasaran', row, name)], find('sasaran', whole, name), String(row.periode));
  }
}
