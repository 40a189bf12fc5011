import { formatNumber } from '$lib/format/number';
import type { Language, Text } from './language';

/** Words of the SQL console. */
export const sqlText = {
  description: {
    id: 'Tanyakan sendiri kepada semua tabel situs ini dengan SQL, di peramban Anda; tidak ada yang dikirim.',
    en: 'Ask every table of this site in SQL, in your browser; nothing is sent.'
  },
  lead: {
    id: 'Pilih pertanyaan atau tulis SQL sendiri. Semuanya dihitung di peramban Anda: kueri tidak dikirim dan tidak disimpan.',
    en: 'Choose a question or write SQL of your own. All is computed in your browser: queries are neither sent nor kept.'
  },
  first: {
    id: 'Kali pertama, mesin hitung sekitar 9 MB diunduh; setelah itu hanya tabel yang disebut kueri.',
    en: 'The first time, a calculator of about 9 MB is downloaded; after that only the tables a query names.'
  },
  hiddenNote: {
    id: 'Angka orang dan keluarga yang kecil disembunyikan. Dalam SQL ia kosong (NULL), sama seperti yang tidak diketahui, dan bukan nol: sum() melewatinya, jadi jumlahnya terlalu kecil. Kolom disembunyikan dan kolom_tersembunyi mengatakan yang mana. Jangan menjumlahkan kode_wilayah: desa, kecamatan, dan kabupaten punya baris masing-masing.',
    en: 'Small counts of persons and families are hidden. In SQL they are empty (NULL), like what is not known, and not zero: sum() passes over them, so such a sum is too small. The columns disembunyikan and kolom_tersembunyi say which. Never add over kode_wilayah: desa, kecamatan and kabupaten each have rows of their own.'
  },
  needsScript: {
    id: 'Menjalankan kueri memerlukan JavaScript. Tanpa itu, pertanyaan dengan SQL-nya dan isi tiap tabel tetap dapat dibaca di bawah, dan semua tabel dapat diunduh.',
    en: 'Running a query needs JavaScript. Without it, the questions with their SQL and what each table holds can be read below, and every table can be downloaded.'
  },
  question: { id: 'Pertanyaan siap pakai', en: 'Ready-made question' },
  chooseQuestion: { id: 'Pilih pertanyaan …', en: 'Choose a question …' },
  editor: { id: 'Kueri SQL', en: 'SQL query' },
  keys: { id: 'Ctrl+Enter menjalankan, Esc membatalkan.', en: 'Ctrl+Enter runs, Esc cancels.' },
  run: { id: 'Jalankan', en: 'Run' },
  cancel: { id: 'Batalkan', en: 'Cancel' },
  copyLink: { id: 'Salin tautan', en: 'Copy link' },
  linkCopied: { id: 'Tautan disalin.', en: 'Link copied.' },
  linkFailed: {
    id: 'Tautan tidak dapat disalin; alamat halaman ini sama dengan tautannya.',
    en: 'The link could not be copied; the address of this page is the same.'
  },
  fromLink: {
    id: 'Kueri dari tautan, belum dijalankan. Baca dahulu, lalu tekan Jalankan.',
    en: 'A query from a link, not run yet. Read it first, then press Run.'
  },
  starting: { id: 'Menyiapkan mesin hitung dan tabel', en: 'Getting the calculator and tables ready' },
  running: { id: 'Menjalankan kueri …', en: 'Running the query …' },
  stopping: { id: 'Menghentikan …', en: 'Stopping …' },
  cancelled: { id: 'Dibatalkan.', en: 'Cancelled.' },
  tooLong: {
    id: 'Kueri dihentikan karena berjalan lebih dari dua menit. Persempit dengan WHERE, atau gabungkan tabel dengan JOIN … USING.',
    en: 'The query was stopped, for it ran longer than two minutes. Narrow it with WHERE, or join tables with JOIN … USING.'
  },
  wrong: { id: 'Kueri ini tidak dapat dijalankan', en: 'This query cannot be run' },
  memory: {
    id: 'Kueri ini memerlukan lebih banyak memori daripada yang tersedia. Persempit dengan WHERE atau LIMIT.',
    en: 'This query needs more memory than there is. Narrow it with WHERE or LIMIT.'
  },
  several: {
    id: 'Hanya satu pernyataan yang dijalankan sekali jalan. Hapus yang lain; titik koma di akhir boleh. PIVOT memerlukan IN (…).',
    en: 'One statement is run at a time. Remove the others; a semicolon at the end may stay. PIVOT needs IN (…).'
  },
  empty: {
    id: 'Belum ada kueri. Pilih pertanyaan atau tulis SQL.',
    en: 'There is no query yet. Choose a question or write SQL.'
  },
  long: {
    id: 'Kueri ini lebih panjang dari 20.000 huruf; pendekkan.',
    en: 'This query is longer than 20,000 characters; shorten it.'
  },
  unexpected: {
    id: 'Mesin hitung di peramban ini tidak dapat menjawab. Coba jalankan lagi.',
    en: 'The calculator in this browser could not answer. Try to run it again.'
  },
  own: { id: 'Kueri sendiri', en: 'A query of your own' },
  result: { id: 'Hasil', en: 'Result' },
  resultTable: { id: 'Tabel hasil', en: 'Table of the result' },
  noRows: { id: 'Tidak ada baris yang cocok.', en: 'No row matches.' },
  csv: { id: 'Unduh CSV', en: 'Download CSV' },
  copy: { id: 'Salin tabel', en: 'Copy table' },
  copied: { id: 'Tabel disalin.', en: 'Table copied.' },
  copyFailed: { id: 'Tabel tidak dapat disalin.', en: 'The table could not be copied.' },
  nullNote: {
    id: '– adalah kosong (NULL): tidak diketahui, tidak ada, atau disembunyikan.',
    en: '– is empty (NULL): not known, not there, or hidden.'
  },
  source: {
    id: 'dihitung di peramban ini dari tabel terbitan',
    en: 'computed in this browser from the published tables'
  },
  questions: { id: 'Pertanyaan dan SQL-nya', en: 'The questions and their SQL' },
  use: { id: 'Pakai kueri ini', en: 'Use this query' },
  schema: { id: 'Tabel dan kolom', en: 'Tables and columns' },
  schemaHint: {
    id: 'Pilih nama untuk menyisipkannya ke dalam kueri.',
    en: 'Choose a name to insert it into the query.'
  },
  insert: { id: 'Sisipkan', en: 'Insert' },
  toConsole: {
    id: 'Tanyakan sendiri kepada tabel-tabel ini: konsol SQL',
    en: 'Ask these tables yourself: the SQL console'
  }
} as const satisfies Record<string, Text>;

/** The headline: what there is to ask. */
export function sqlHeadline(tables: string, questions: string): Text {
  return {
    id: `Konsol SQL: ${tables} tabel, ${questions} pertanyaan siap pakai`,
    en: `SQL console: ${tables} tables, ${questions} ready-made questions`
  };
}

/** A statement that does more than read, by its word; `other` is a sign. */
export function notReadingText(word: string): Text {
  const named = word === 'other' ? null : `“${word.slice(0, 20)}”`;
  return {
    id: `Konsol ini hanya membaca: kueri dimulai dengan SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW, SUMMARIZE, atau EXPLAIN${named === null ? '' : `, bukan ${named}`}.`,
    en: `This console only reads: a query begins with SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW, SUMMARIZE or EXPLAIN${named === null ? '' : `, not ${named}`}.`
  };
}

/** What is wrong with a query, with its place from 1 where it is known. */
export function wrongAtText(place: { line: number; column: number | null } | null): Text {
  if (place === null) return { id: `${sqlText.wrong.id}. Kata DuckDB:`, en: `${sqlText.wrong.en}. DuckDB says:` };
  const { line, column } = place;
  return {
    id: `${sqlText.wrong.id}: lihat baris ${line}${column === null ? '' : `, huruf ke-${column}`}. Kata DuckDB:`,
    en: `${sqlText.wrong.en}: see line ${line}${column === null ? '' : `, character ${column}`}. DuckDB says:`
  };
}

/** How many rows there are, and how many of them are shown; `isCut` when there are more than were fetched. */
export function rowsText(shown: number, fetched: number, isCut: boolean): Text {
  const number = (value: number, language: Language) => formatNumber(value, language);
  const row = shown === 1 ? 'row' : 'rows';
  if (shown === fetched && !isCut) return { id: `${number(shown, 'id')} baris.`, en: `${number(shown, 'en')} ${row}.` };
  const [id, en] = [number(fetched - shown, 'id'), number(fetched - shown, 'en')];
  const more = fetched > shown;
  return {
    id: `${number(shown, 'id')} baris pertama tampak; ${isCut ? (more ? `lebih dari ${id} baris lagi` : 'masih ada baris lain') : `${id} baris lagi`}. CSV memuat ${number(fetched, 'id')} baris${isCut ? ' pertama' : ''}.`,
    en: `The first ${number(shown, 'en')} ${row} are shown; ${isCut ? (more ? `more than ${en} more` : 'there are more') : `${en} more`}. The CSV has ${isCut ? 'the first ' : ''}${number(fetched, 'en')} rows.`
  };
}

/** Faults of the engine, in words of the console; by `EngineFault`. */
export const sqlFaults: Readonly<Record<string, Text>> = {
  unsupported: {
    id: 'Peramban ini belum dapat menjalankan kueri. Semua tabel dapat diunduh sebagai CSV.',
    en: 'This browser cannot run queries. Every table can be downloaded as CSV.'
  },
  blocked: {
    id: 'Pengaturan keamanan peramban atau situs ini tidak mengizinkan kueri. Semua tabel dapat diunduh sebagai CSV.',
    en: 'A security setting of this browser or site does not allow queries. Every table can be downloaded as CSV.'
  },
  memory: {
    id: 'Memori perangkat ini tidak cukup untuk kueri dan tabelnya. Persempit kueri, atau coba di perangkat lain.',
    en: 'This device has too little memory for the query and its tables. Narrow the query, or try another device.'
  },
  missing: {
    id: 'Berkas yang diperlukan untuk kueri tidak ditemukan di situs ini.',
    en: 'A file needed for the query was not found on this site.'
  },
  network: {
    id: 'Sambungan terputus sebelum berkas diterima seluruhnya. Jalankan lagi saat sambungan pulih.',
    en: 'The connection was lost before the files had arrived. Run it again when it is back.'
  },
  damaged: {
    id: 'Berkas yang diterima tidak utuh atau bukan versi yang diterbitkan, jadi tidak dipakai. Muat ulang halaman.',
    en: 'A file arrived incomplete or is not the published version, so it is not used. Reload the page.'
  },
  stopped: {
    id: 'Mesin hitung berhenti di tengah jalan dan dibuka lagi pada kueri berikutnya.',
    en: 'The calculator stopped halfway; it is opened again with the next query.'
  }
};
