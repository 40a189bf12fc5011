import type { RowOf } from '$lib/contract/define';
import { publishedMeasures, publishedStages } from '$lib/contract/published';
import { tables } from '$lib/contract/tables';
import { parseDate } from '$lib/source/date';
import { type ExtractTables, fileId, type Row } from './assemble';
import { readCsv } from './referenceCsv';

type Indicator = Omit<RowOf<typeof tables.indikator>, 'id_berkas'>;
type Published = Omit<RowOf<typeof tables.angka_terbit>, 'id_berkas'>;

/** A table of data/rujukan whose rows go into every extract they concern. */
export interface ReferenceFile {
  /** Name in data/rujukan, such as `ihk.csv`. */
  nama: string;
  /** SHA-256 of its bytes, hexadecimal. */
  sha256: string;
  table: 'indikator' | 'angka_terbit';
  /** Contract rows, still without `id_berkas`. */
  rows: readonly Row[];
}

/** The nation, in columns of regions. */
const nation = '00';
const indexNames = ['2018', '2022'] as const;

/** Rows of `indikator` from data/rujukan/ihk.csv: `ihk_2018` and `ihk_2022`, the national price index with its base year as 100. */
export function readIhk(text: string): Indicator[] {
  return readCsv(text, 'ihk.csv', ['tahun', 'bulan', 'dasar', 'nilai', 'sumber']).map((row) => {
    const dasar = row.oneOf('dasar', indexNames);
    return {
      kode_wilayah: nation,
      tahun: row.number('tahun'),
      bulan: row.number('bulan'),
      indikator: `ihk_${dasar}`,
      nilai: row.number('nilai'),
      satuan: `${dasar}=100`,
      sumber: row.text('sumber')
    };
  });
}

/** Rows of `indikator` from data/rujukan/penduduk.csv: `penduduk`, people of a region in a year, one row a source. */
export function readPenduduk(text: string): Indicator[] {
  return readCsv(text, 'penduduk.csv', ['kode_wilayah', 'nama', 'tahun', 'jiwa', 'sumber']).map((row) => ({
    kode_wilayah: row.text('kode_wilayah'),
    tahun: row.number('tahun'),
    bulan: null,
    indikator: 'penduduk',
    nilai: row.number('jiwa'),
    satuan: 'jiwa',
    sumber: row.text('sumber')
  }));
}

/** Rows of `angka_terbit` from data/rujukan/angka_terbit.csv; rupiah there are whole. */
export function readAngkaTerbit(text: string): Published[] {
  const columns = [
    'kode_wilayah',
    'tahun',
    'ukuran',
    'tahap',
    'per_tanggal',
    'rupiah',
    'sumber',
    'catatan',
    'catatan_en'
  ];
  return readCsv(text, 'angka_terbit.csv', columns).map((row) => {
    const rupiah = row.text('rupiah');
    if (!/^-?\d+$/.test(rupiah)) throw row.fault('rupiah', 'is no whole rupiah');
    const date = row.optional('per_tanggal');
    if (date !== null && parseDate(date) !== date) throw row.fault('per_tanggal', 'is no date such as 2025-06-30');
    return {
      kode_wilayah: row.text('kode_wilayah'),
      tahun: row.number('tahun'),
      ukuran: row.oneOf(
        'ukuran',
        publishedMeasures.map(({ kata }) => kata)
      ),
      tahap: row.oneOf(
        'tahap',
        publishedStages.map(({ kata }) => kata)
      ),
      per_tanggal: date,
      rupiah: BigInt(rupiah) * 100n,
      sumber: row.text('sumber'),
      catatan: row.optional('catatan'),
      catatan_en: row.optional('catatan_en')
    };
  });
}

/**
 * The tables of an extract with the reference rows that concern it: those of the nation, and of the provinces its `wilayah` lies in. A row
 * that the user's own files give with the same key stands instead. Each file used gets its row in `berkas`. The argument is left as it is.
 */
export function withReference(extract: ExtractTables, files: readonly ReferenceFile[]): ExtractTables {
  const provinces = new Set((extract.wilayah ?? []).map(({ kode }) => provinceOf(kode)));
  const concerns = ({ kode_wilayah: kode }: Row): boolean => kode === nation || provinces.has(provinceOf(kode));
  const out: ExtractTables = { ...extract };
  for (const file of files) {
    const used = file.rows.filter(concerns);
    if (used.length === 0) continue;
    const idBerkas = fileId(file.sha256);
    const taken = new Set((out[file.table] ?? []).map((row) => keyOf(file.table, row)));
    const added = used.filter((row) => !taken.has(keyOf(file.table, row)));
    out[file.table] = [...(out[file.table] ?? []), ...added.map((row) => ({ ...row, id_berkas: idBerkas }))];
    if (!(out.berkas ?? []).some(({ id_berkas: id }) => id === idBerkas))
      out.berkas = [...(out.berkas ?? []), fileRow(file, used.length)];
  }
  return out;
}

/** `rupiah` is null: figures of different measures and stages, some in conflict, have no sum. */
function fileRow({ nama, sha256 }: ReferenceFile, baris: number): Row {
  return {
    id_berkas: fileId(sha256),
    nama: `rujukan/${nama}`,
    layout: 'rujukan',
    tahun: null,
    tahap: null,
    per_tanggal: null,
    sha256,
    baris,
    rupiah: null
  };
}

function keyOf(table: ReferenceFile['table'], row: Row): string {
  return tables[table].key.map((name) => String(row[name])).join('|');
}

function provinceOf(kode: Row[string] | undefined): string {
  return String(kode).slice(0, 2);
}
