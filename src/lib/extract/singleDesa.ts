import type { ExtractTables, Row } from './assemble';

/** A figure of a region above the desa that is the figure of one desa alone, since no other desa below it has anybody. */
export interface SingleDesa {
  table: string;
  /** What the rows have in common besides their region: year, aid, vintage. */
  of: string;
  /** Kecamatan or kabupaten. */
  kodeInduk: string;
  kodeDesa: string;
}

/** Tables about people, the columns that part them, and the count that says whether a desa has anybody. */
const peopleTables = [
  { table: 'registri', parts: ['vintase'], count: 'keluarga' },
  { table: 'sasaran', parts: ['tahun', 'periode', 'kode_bantuan'], count: 'penerima' },
  { table: 'sasaran_desil', parts: ['tahun', 'kode_bantuan'], count: 'penerima' },
  { table: 'pasangan_bantuan', parts: ['tahun', 'kode_bantuan', 'kode_bantuan_lain'], count: 'keluarga' }
] as const;

/**
 * Where a published kecamatan or regency gives away one desa: figures by desil, by aid or by month are not published by desa, but a parent
 * with a single desa says the same. To be asked of the exact tables; the answer names desa and is for the publisher alone.
 */
export function singleDesa(tables: ExtractTables): SingleDesa[] {
  return peopleTables.flatMap(({ table, parts, count }) => {
    const desa = new Map<string, { of: string; kodeInduk: string; below: Set<string> }>();
    for (const row of tables[table] ?? []) {
      const kode = String(row.kode_wilayah);
      if (kode.split('.').length !== 4 || !(Number(row[count]) > 0)) continue;
      const of = partsOf(row, parts);
      for (const kodeInduk of parentsOf(kode)) {
        const key = `${of}|${kodeInduk}`;
        const found = desa.get(key) ?? { of, kodeInduk, below: new Set<string>() };
        desa.set(key, { ...found, below: found.below.add(kode) });
      }
    }
    return [...desa.values()]
      .filter(({ below }) => below.size === 1)
      .map(({ of, kodeInduk, below }) => ({ table, of, kodeInduk, kodeDesa: [...below][0]! }));
  });
}

function partsOf(row: Row, parts: readonly string[]): string {
  return [...new Set(parts.map((name) => String(row[name])))].join(' ');
}

/** Kecamatan and kabupaten of a desa, by its code. */
function parentsOf(kode: string): string[] {
  const parts = kode.split('.');
  return [parts.slice(0, 3).join('.'), parts.slice(0, 2).join('.')];
}
