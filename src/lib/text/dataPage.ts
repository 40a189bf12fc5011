import { formatDate } from '$lib/format/date';
import type { Language, Text } from './language';

/** Words of the page of the data. */
export const dataPageText = {
  description: {
    id: 'Semua tabel di balik angka situs ini: unduhan, kamus kolom, mutu, dan yang disembunyikan.',
    en: 'Every table behind the figures of this site: downloads, dictionary, quality and what is hidden.'
  },
  lead: {
    id: 'Semua angka situs ini dihitung dari tabel di bawah. Tidak ada nama, alamat, atau nomor orang di dalamnya.',
    en: 'Every figure of this site is computed from the tables below. They hold no name, address or number of a person.'
  },
  sample: {
    id: 'Angkanya contoh yang dibuat-buat, bukan angka resmi.',
    en: 'The figures are made-up samples, not official.'
  },
  public: {
    id: 'Profil publik: jumlah keluarga atau orang yang kecil disembunyikan.',
    en: 'Public profile: small counts of families or persons are hidden.'
  },
  internal: {
    id: 'Profil internal: jangan diterbitkan.',
    en: 'Internal profile: not to be published.'
  },
  asOf: { id: 'Keadaan per', en: 'As of' },
  package: { id: 'Deskripsi paket data', en: 'Data package descriptor' },
  quality: { id: 'Laporan mutu', en: 'Quality report' },
  cite: { id: 'Cara mengutip', en: 'How to cite' },
  version: { id: 'data versi', en: 'data version' },
  versionNote: {
    id: 'Versi data adalah 16 angka pertama SHA-256 dari datapackage.json; ia berubah bila satu berkas saja berubah.',
    en: 'The data version is the first 16 digits of the SHA-256 of datapackage.json; it changes when any file does.'
  },
  licence: { id: 'Lisensi', en: 'Licence' },
  noLicence: {
    id: 'Ekstrak ini tidak menyebut lisensi datanya. Perangkat lunak Tepat berlisensi MIT. Kode dan nama resmi memuat sumbernya.',
    en: 'This extract names no licence for its data. The software of Tepat is under the MIT licence. Official codes and names carry their sources.'
  },
  hidden: { id: 'Yang disembunyikan', en: 'What is hidden' },
  nothingHidden: { id: 'Tidak ada angka yang disembunyikan.', en: 'No figure is hidden.' },
  hidesNothing: { id: 'tidak ada angka tersembunyi', en: 'no hidden figure' },
  rowsHide: { id: 'baris dengan angka tersembunyi', en: 'rows with a hidden figure' },
  internalOnly: { id: 'kolom yang dikosongkan di profil publik', en: 'columns left empty in the public profile' },
  noXlsx: {
    id: 'terlalu besar untuk XLSX; pakai CSV atau Parquet',
    en: 'too large for XLSX; use CSV or Parquet'
  },
  hiddenRows: { id: 'Baris dengan angka tersembunyi', en: 'Rows with a hidden figure' },
  hiddenNumbers: { id: 'Angka tersembunyi', en: 'Hidden figures' },
  tables: { id: 'Tabel', en: 'Tables' },
  table: { id: 'Tabel', en: 'Table' },
  title: { id: 'Isi', en: 'Content' },
  rows: { id: 'Baris', en: 'Rows' },
  row: { id: 'baris', en: 'rows' },
  source: { id: 'Sumber', en: 'Source' },
  download: { id: 'Unduh', en: 'Download' },
  csvNote: {
    id: 'CSV: UTF-8, koma, titik desimal. Kode ditulis sebagai teks di antara tanda kutip: di Excel, impor kolomnya sebagai Teks. Teks yang mirip rumus diawali apostrof. XLSX: kode sudah berupa teks; lembar pertama menerangkan isinya, lembar kedua kamusnya.',
    en: 'CSV: UTF-8, commas, decimal points. Codes are quoted text: in Excel, import their columns as Text. Text that looks like a formula starts with an apostrophe. XLSX: codes are text already; the first sheet says what it holds, the second is the dictionary.'
  },
  dictionary: { id: 'Kamus kolom', en: 'Dictionary of columns' },
  column: { id: 'Kolom', en: 'Column' },
  type: { id: 'Jenis', en: 'Type' },
  unit: { id: 'Satuan', en: 'Unit' },
  meaning: { id: 'Arti', en: 'Meaning' },
  key: { id: 'kunci', en: 'key' },
  optional: { id: 'boleh kosong', en: 'may be empty' },
  qualityTitle: { id: 'Mutu: berkas yang dibaca', en: 'Quality: files read' },
  qualityNote: {
    id: 'Baris pembanding adalah subtotal yang dicocokkan; pada daftar orang, baris ganda atau di luar wilayah. Angka daftar orang dibulatkan.',
    en: 'Rows compared are subtotals; in lists of people they are duplicates or of another region. Figures of lists of people are rounded.'
  },
  layout: { id: 'Susunan', en: 'Layout' },
  files: { id: 'Berkas', en: 'Files' },
  read: { id: 'Dibaca', en: 'Read' },
  used: { id: 'Dipakai', en: 'Used' },
  compared: { id: 'Pembanding', en: 'Compared' },
  rejected: { id: 'Ditolak', en: 'Rejected' }
} as const satisfies Record<string, Text>;

const typeNames: Readonly<Record<string, Text>> = {
  VARCHAR: { id: 'teks', en: 'text' },
  INTEGER: { id: 'bilangan bulat', en: 'whole number' },
  DOUBLE: { id: 'bilangan', en: 'number' },
  BOOLEAN: { id: 'ya/tidak (true/false)', en: 'yes/no (true/false)' },
  DATE: { id: 'tanggal', en: 'date' },
  'DECIMAL(20,2)': { id: 'bilangan dengan dua desimal', en: 'number with two decimals' }
};

/** The type of a column in words; the SQL name itself for a type that has none. */
export function columnTypeName(sqlType: string): Text {
  const isList = sqlType.endsWith('[]');
  const name = typeNames[isList ? sqlType.slice(0, -2) : sqlType] ?? { id: sqlType, en: sqlType };
  return isList ? { id: `daftar ${name.id}`, en: `list of ${name.en}` } : name;
}

const unitNames: Readonly<Record<string, string>> = {
  baris: 'rows',
  orang: 'persons',
  derajat: 'degrees',
  '0,00001 derajat': '0.00001 degrees',
  keluarga: 'families',
  hari: 'days',
  penerima: 'recipients (families or persons)',
  bantuan: 'aids',
  rasio: 'ratio (1 = 100%)',
  tahun: 'year',
  bulan: 'month (1–12)'
};

/** The unit of a column; the contract's own word where it needs no translation. */
export function columnUnitName(unit: string): Text {
  return { id: unit === 'rasio' ? 'rasio (1 = 100%)' : unit, en: unitNames[unit] ?? unit };
}

/** The headline: how much there is. */
export function dataHeadline(tables: string, rows: string): Text {
  return { id: `Data terbuka: ${tables} tabel, ${rows} baris`, en: `Open data: ${tables} tables, ${rows} rows` };
}

/** Where a table's rows come from and as of when: only what its files say. */
export function originText(
  origin: {
    files: number | null;
    asOf: string | null;
    vintage: string | null;
    years: { first: number; last: number } | null;
  },
  language: Language
): string {
  const { files, asOf, vintage, years } = origin;
  const isIndonesian = language === 'id';
  const state = asOf !== null ? formatDate(asOf, language) : vintage;
  const span = years === null || years.first === years.last ? years?.first : `${years.first}–${years.last}`;
  return [
    `${dataPageText.asOf[language]} ${state ?? (isIndonesian ? '–: berkasnya tidak menyebut tanggal' : '–: its files name no date')}`,
    ...(asOf !== null && vintage !== null ? [`${isIndonesian ? 'registri' : 'registry'} ${vintage}`] : []),
    ...(span === undefined ? [] : [`${isIndonesian ? 'tahun' : 'years'} ${span}`]),
    ...(files === null
      ? []
      : [isIndonesian ? `dari ${files} berkas` : `from ${files} ${files === 1 ? 'file' : 'files'}`])
  ].join(' · ');
}
