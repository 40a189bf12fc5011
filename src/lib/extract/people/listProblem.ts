import { columnLetter } from '$lib/source/layout';
import type { PeopleSheet } from '$lib/source/people/sheet';
import type { Problem } from '$lib/source/problem';

// Problems of lists of recipients. They say where and how many, never what a cell holds.

function settings(file: string, text: string): string {
  return `${JSON.stringify(file)}: ${text}`;
}

/** Rows whose programme is in no column, title or setting. */
export function noProgram({ file, sheet }: PeopleSheet, rows: number): Problem {
  return {
    kind: 'question',
    code: 'people-program',
    place: { file, sheet },
    message: {
      id: `${rows} baris tidak menyebut bantuannya; belum diimpor.`,
      en: `${rows} rows do not say which aid they are of; not imported yet.`
    },
    fix: { id: 'Tetapkan "bantuan" di tepat.json.', en: 'Set "bantuan" in tepat.json.' },
    tepatJson: settings(file, '{ "bantuan": "KODE-BANTUAN" }')
  };
}

/** Rows whose year is in no column, title or setting. */
export function noPeriod({ file, sheet }: PeopleSheet, rows: number): Problem {
  return {
    kind: 'question',
    code: 'people-period',
    place: { file, sheet },
    message: {
      id: `${rows} baris tidak menyebut tahunnya; belum diimpor.`,
      en: `${rows} rows do not say their year; not imported yet.`
    },
    fix: { id: 'Tetapkan "periode" atau "tahun" di tepat.json.', en: 'Set "periode" or "tahun" in tepat.json.' },
    tepatJson: settings(file, '{ "periode": "2025" }')
  };
}

/** The column taken for the programme holds names of persons, or far too many different texts. */
export function programIsName({ file, sheet }: PeopleSheet): Problem {
  return {
    kind: 'question',
    code: 'people-program-column',
    place: { file, sheet },
    message: {
      id: 'kolom bantuan atau periode memuat terlalu banyak isi yang berbeda atau nama orang; daftar ini belum diimpor.',
      en: 'the column of the aid or the period holds too many different texts, or names of persons; this list is not imported yet.'
    },
    fix: {
      id: 'Tetapkan kolom yang benar dengan "kolom", atau bantuannya dengan "bantuan", di tepat.json.',
      en: 'Name the right columns with "kolom", or the aid with "bantuan", in tepat.json.'
    },
    tepatJson: settings(file, '{ "bantuan": "KODE-BANTUAN" }')
  };
}

/** A list without amounts, whose rows are worth the unit value of their aid. */
export function priced({ file, sheet }: PeopleSheet, codes: readonly string[]): Problem {
  return {
    kind: 'decision',
    code: 'people-tariff',
    place: { file, sheet },
    message: {
      id: `daftar tidak memuat nominal; tiap baris dihitung sebesar nilai satuan bantuan ${codes.join(', ')}.`,
      en: `the list has no amounts; each row counts the unit value of aid ${codes.join(', ')}.`
    }
  };
}

/** A list whose rows name instalments. */
export function instalments({ file, sheet }: PeopleSheet): Problem {
  return {
    kind: 'decision',
    code: 'people-instalment',
    place: { file, sheet },
    message: {
      id: 'kolom tahap dibaca sebagai tahap penyaluran: baris ganda hanya baris kedua dalam bantuan, periode, dan tahap yang sama; rupiah semua tahap dijumlahkan. Tahap yang menyebut triwulan, semester, atau bulan masuk ke bulan itu, tahap bernomor saja masuk ke tahunnya.',
      en: 'the column of stages is read as instalments: a duplicate is a second row within the same aid, period and instalment; rupiah of all instalments are added up. One that names a quarter, half year or month counts in that month, one with a number only in its year.'
    },
    fix: {
      id: 'Bila satu tahap berarti satu triwulan, namai kolomnya begitu: "kolom": { "Judul kolom": "triwulan" } di tepat.json.',
      en: 'If a stage is a quarter, name the column so: "kolom": { "Its header": "triwulan" } in tepat.json.'
    }
  };
}

/** A list of instalments without amounts: a unit value is for the whole year. */
export function unpricedInstalments({ file, sheet }: PeopleSheet): Problem {
  return {
    kind: 'warning',
    code: 'people-instalment-tariff',
    place: { file, sheet },
    message: {
      id: 'daftar tidak memuat nominal, dan nilai satu tahap tidak diketahui dari nilai satuan bantuannya; rupiahnya dikosongkan.',
      en: 'the list has no amounts, and what one instalment is worth does not follow from the unit value of the aid; its rupiah stay empty.'
    },
    fix: { id: 'Minta daftar dengan kolom nominal.', en: 'Ask for a list with a column of amounts.' }
  };
}

/** Rows whose amount is blank or unreadable beside others that have one. */
export function unreadAmounts({ file, sheet, columns }: PeopleSheet, rows: number, first: number): Problem {
  return {
    kind: 'warning',
    code: 'people-amount',
    place: { file, sheet, row: first, column: columnLetter(columns.nominal!) },
    message: {
      id: `${rows} baris tanpa nominal yang terbaca; rupiah wilayah dan kelas yang memuatnya dikosongkan.`,
      en: `${rows} rows have no amount that can be read; the rupiah of the regions and classes they belong to stay empty.`
    },
    fix: { id: 'Lengkapi kolom nominal.', en: 'Complete the column of amounts.' }
  };
}

/** Rows whose amount is below zero: paid back, or a slip of the pen. */
export function negativeAmounts({ file, sheet, columns }: PeopleSheet, rows: number, first: number): Problem {
  return {
    kind: 'warning',
    code: 'people-amount-negative',
    place: { file, sheet, row: first, column: columnLetter(columns.nominal!) },
    message: {
      id: `${rows} baris dengan nominal di bawah nol; dihitung apa adanya, sehingga mengurangi rupiah penerimanya.`,
      en: `${rows} rows hold an amount below zero; it counts as it is, and so lessens the rupiah of their recipients.`
    },
    fix: {
      id: 'Bila itu pengembalian, biarkan; bila salah tulis, perbaiki di berkas asal.',
      en: 'If it was paid back, leave it; if it is a slip of the pen, correct it in the original file.'
    }
  };
}

/** A column of stages that holds far more different texts than a payment has instalments. */
export function manyInstalments({ file, sheet, columns }: PeopleSheet): Problem {
  return {
    kind: 'question',
    code: 'people-instalment-column',
    place: { file, sheet, column: columnLetter(columns.tahap!) },
    message: {
      id: 'kolom tahap memuat jauh lebih banyak isi yang berbeda daripada tahap penyaluran; kolom itu tidak dipakai.',
      en: 'the column of stages holds far more different texts than there are instalments; it is not used.'
    },
    fix: {
      id: 'Sebut kolom tahap yang benar dengan "kolom" di tepat.json.',
      en: 'Name the right column of stages with "kolom" in tepat.json.'
    },
    tepatJson: settings(file, '{ "kolom": { "Nama kolom": "tahap" } }')
  };
}

/** A list that says its year only in the days of its rows. */
export function yearOfDays({ file, sheet, columns }: PeopleSheet, tahun: number): Problem {
  return {
    kind: 'decision',
    code: 'people-year-of-days',
    place: { file, sheet, column: columnLetter(columns.tanggal_daftar!) },
    message: {
      id: `tahun daftar diambil dari kolom tanggalnya: ${tahun}.`,
      en: `the year of the list is taken from its column of days: ${tahun}.`
    }
  };
}

/** Rows of people in other regencies who are not in this one's registry. */
export function outsideRows({ file, sheet }: Pick<PeopleSheet, 'file' | 'sheet'>, rows: number): Problem {
  return {
    kind: 'decision',
    code: 'people-outside',
    place: { file, sheet },
    message: {
      id: `${rows} baris beralamat di kabupaten/kota lain dan tidak tercatat di registri; tidak dihitung di sini.`,
      en: `${rows} rows live in another regency and are not in the registry; they do not count here.`
    }
  };
}

/** Lines of a csv that are no rows of its table. */
export function brokenLines({ file, sheet }: PeopleSheet, lines: readonly number[]): Problem[] {
  const message = {
    id: 'baris ini tidak sesuai dengan kolomnya (pemisah lebih, atau tanda kutip tidak ditutup); tidak diimpor.',
    en: 'this line does not fit the columns (an extra separator, or a quote that is not closed); it is not imported.'
  };
  const fix = { id: 'Perbaiki baris itu di berkas asal.', en: 'Correct the line in the original file.' };
  return lines.map((row) => ({ kind: 'reject', code: 'people-line', place: { file, sheet, row }, message, fix }));
}
