import { formatDate } from '$lib/format/date';
import { formatNumber } from '$lib/format/number';

/** A line of the sheet that is read first: what it is in both languages, and its value. */
export type WorkbookNote = readonly [id: string, en: string, value: string];

/** Words of a table's workbook, which is one file for both languages. */
export const workbookText = {
  readFirst: 'Baca dulu',
  dictionary: 'Kamus',
  dictionaryHeads: ['Kolom / Column', 'Jenis', 'Satuan', 'Arti', 'Type', 'Unit', 'Meaning']
} as const;

/** What the workbook says of its table. */
export interface WorkbookTable {
  name: string;
  title: string;
  titleEn: string;
  description: string;
  descriptionEn: string;
  rowCount: number;
  /** `sha256:` and 64 hexadecimal digits, of the Parquet file. */
  hash: string;
  sources: readonly { title: string }[];
}

/** What it says of the data as a whole. */
export interface WorkbookFacts {
  judul: string;
  contoh: boolean;
  perTanggal: string | null;
  alamat: string | null;
  /** Id of the release that the table is of; null before its release. */
  release: string | null;
  licences: readonly string[];
}

/** What is read before the rows: what they are, whose, as of when, under which licence, and what an empty cell means. */
export function workbookNotes(table: WorkbookTable, facts: WorkbookFacts): WorkbookNote[] {
  const { perTanggal, contoh, alamat, release, licences } = facts;
  return [
    ['Tabel', 'Table', `${table.title} / ${table.titleEn} (${table.name})`],
    ...(contoh
      ? [
          [
            'DATA CONTOH',
            'SAMPLE DATA',
            'Angkanya dibuat-buat, bukan angka resmi. / The figures are made up, not official.'
          ] as const
        ]
      : []),
    ['Isi', '', table.description],
    ['', 'Content', table.descriptionEn],
    ['Instansi', 'Agency', facts.judul],
    ['Keadaan data', 'Data as of', perTanggal === null ? '–' : `${formatDate(perTanggal, 'id')} (${perTanggal})`],
    ['Rilis', 'Release', release ?? 'belum dirilis / not released'],
    ['Sumber', 'Source', table.sources.map(({ title }) => title).join('; ')],
    ['Lisensi', 'Licence', licences.length > 0 ? licences.join('; ') : 'tidak disebut / none named'],
    ['Baris', 'Rows', formatNumber(table.rowCount, 'id')],
    ['SHA-256 berkas Parquet', 'SHA-256 of the Parquet file', table.hash.replace(/^sha256:/, '')],
    ...(alamat === null ? [] : [['Alamat', 'Address', `${alamat}data/`] as const]),
    [
      'Sel kosong',
      '',
      'Tidak diketahui atau disembunyikan, bukan nol; kolom disembunyikan dan kolom_tersembunyi (bila ada) menyebut yang disembunyikan.'
    ],
    [
      '',
      'Empty cells',
      'Not known or hidden, not zero; the columns disembunyikan and kolom_tersembunyi, where there are any, say which are hidden.'
    ],
    ['Kode', 'Codes', 'Kode ditulis sebagai teks. / Codes are text.']
  ];
}
