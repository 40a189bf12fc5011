import type { Place, Problem } from './problem';
import type { Text } from '$lib/text/language';

const again: Text = { id: 'Unduh atau salin ulang berkasnya.', en: 'Download or copy the file again.' };
const exportAgain: Text = {
  id: 'Ekspor ulang dari aplikasi asalnya sebagai .xlsx atau .csv.',
  en: 'Export it again from its application as .xlsx or .csv.'
};
const saveAs: Text = {
  id: 'Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx atau .csv.',
  en: 'Open it in Excel or LibreOffice and save it as .xlsx or .csv.'
};
const look: Text = { id: 'Periksa baris itu di berkasnya.', en: 'Look at that row in the file.' };

/** What can be wrong with a container, by code: kind, message and remedy. `{}` is replaced by a detail. */
const catalogue = {
  empty: ['reject', 'berkas kosong (0 bita).', 'the file is empty (0 bytes).', again],
  'zip-truncated': [
    'reject',
    'buku kerja terpotong: akhir berkasnya hilang.',
    'the workbook is cut short: the end of the file is missing.',
    again
  ],
  damaged: [
    'reject',
    'isi berkas rusak ({}), jadi angkanya tidak dapat dipercaya.',
    'the file is damaged ({}), so its numbers cannot be trusted.',
    again
  ],
  password: [
    'reject',
    'berkas dilindungi kata sandi.',
    'the file is protected by a password.',
    {
      id: 'Buka dengan kata sandinya, hapus kata sandi itu, lalu simpan lagi.',
      en: 'Open it with its password, remove the password, and save it again.'
    }
  ],
  'not-a-workbook': ['reject', 'bukan lembar kerja, melainkan {}.', 'this is not a spreadsheet but {}.', exportAgain],
  'web-page': [
    'reject',
    'isinya halaman web (halaman masuk atau pesan galat), bukan ekspor.',
    'it holds a web page (a login page or an error), not an export.',
    { id: 'Masuk ke aplikasinya, lalu ekspor lagi.', en: 'Sign in to the application and export again.' }
  ],
  unreadable: ['reject', 'isinya tidak dapat dibaca ({}).', 'its content cannot be read ({}).', saveAs],
  binary: ['reject', 'isinya bukan tabel dan bukan teks.', 'it holds neither a table nor text.', exportAgain],
  'too-large': [
    'reject',
    'terlalu besar untuk dibaca sekaligus ({}).',
    'it is too large to be read at once ({}).',
    { id: 'Pecah menjadi beberapa berkas.', en: 'Split it into several files.' }
  ],
  'no-rows': ['reject', 'tidak ada satu baris pun yang berisi.', 'not a single row holds anything.', exportAgain],
  'sheet-unreadable': ['reject', 'lembar ini tidak dapat dibaca.', 'this sheet cannot be read.', saveAs],
  extension: [
    'decision',
    'nama berkas berakhiran {}; dibaca menurut isinya.',
    'the name of the file ends in {}; it is read by its content.',
    undefined
  ],
  dialect: ['decision', 'dibaca sebagai {}.', 'read as {}.', undefined],
  'nul-removed': [
    'warning',
    '{} karakter NUL dibuang dari teksnya.',
    '{} NUL characters were removed from the text.',
    { id: 'Periksa apakah berkasnya tersalin utuh.', en: 'Check that the file was copied whole.' }
  ],
  'bytes-damaged': [
    'warning',
    '{} huruf tidak dapat dibaca dan diganti tanda \ufffd.',
    '{} letters cannot be read and became \ufffd.',
    { id: 'Simpan ulang sebagai CSV UTF-8.', en: 'Save it again as CSV UTF-8.' }
  ],
  'stray-quote': [
    'warning',
    'tanda kutip tidak ditutup; dibaca sebagai huruf biasa.',
    'a quotation mark is never closed; it is read as a letter.',
    look
  ],
  'blank-run': [
    'warning',
    '{} baris kosong berturut-turut dilewati; nomor baris sesudahnya lebih kecil sebanyak itu.',
    '{} blank rows in a row were skipped; row numbers after them are smaller by as many.',
    { id: 'Hapus baris kosong itu.', en: 'Delete those blank rows.' }
  ],
  'epoch-1904': [
    'warning',
    'tanggal di buku kerja ini dihitung dari 1904; tanggal yang berupa angka bergeser 1.462 hari.',
    'dates in this workbook count from 1904; dates held as numbers are off by 1,462 days.',
    { id: 'Matikan sistem tanggal 1904 di Excel.', en: 'Turn the 1904 date system off in Excel.' }
  ]
} as const satisfies Record<string, readonly [Problem['kind'], string, string, Text | undefined]>;

/** Stable names of what can be wrong with, or was decided about, a container. */
export type ContainerCode = keyof typeof catalogue;

/** A problem of the catalogue at a place; `detail` fills the `{}` of its sentence. */
export function problem(code: ContainerCode, place: Place, detail: Text | string = ''): Problem {
  const [kind, id, en, fix] = catalogue[code];
  const words = typeof detail === 'string' ? { id: detail, en: detail } : detail;
  // a function, because "$&" in a detail would mean something to replace()
  const message = { id: id.replace('{}', () => words.id), en: en.replace('{}', () => words.en) };
  return fix === undefined ? { kind, code, place, message } : { kind, code, place, message, fix };
}
