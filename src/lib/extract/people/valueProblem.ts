import { columnLetter } from '$lib/source/layout';
import type { PeopleSheet } from '$lib/source/people/sheet';
import type { Place, Problem } from '$lib/source/problem';
import type { Text } from '$lib/text/language';
import type { DateStyles, UnreadCells } from './values';

// Problems of columns whose cells are read as values. They say where and how many, never what a cell holds.

/** What each column of values holds instead, by role. */
const says: Readonly<Record<UnreadCells['role'], { code: string; message: Text; fix: Text }>> = {
  desil: {
    code: 'people-desil-unread',
    message: {
      id: 'baris dengan isi desil yang bukan satu desil (1 sampai 10); keluarganya dihitung belum ditentukan desilnya.',
      en: 'rows hold something else than one desil (1 to 10); their families count as not decided.'
    },
    fix: {
      id: 'Tulis desil nasional 1 sampai 10, kosong bila belum ditentukan; bila kolomnya salah, sebut yang benar dengan "kolom" di tepat.json.',
      en: 'Write the national desil 1 to 10, blank where undecided; if the column is wrong, name the right one with "kolom" in tepat.json.'
    }
  },
  tanggal: {
    code: 'people-date-unread',
    message: {
      id: 'baris dengan tanggal pemutakhiran yang tidak terbaca; dihitung tanpa tanggal.',
      en: 'rows hold a day of the last check that cannot be read; they count as without one.'
    },
    fix: {
      id: 'Tulis tanggal dengan tahun empat angka, misalnya 31-03-2025, dalam satu urutan di seluruh kolom.',
      en: 'Write days with a year of four digits, such as 31-03-2025, in one order throughout the column.'
    }
  },
  tanggal_daftar: {
    code: 'people-date-unread',
    message: {
      id: 'baris dengan tanggal daftar atau penyaluran yang tidak terbaca; tidak dipakai untuk memilih registri pembanding.',
      en: 'rows hold a day of the list or payment that cannot be read; it does not help to choose the registry to compare with.'
    },
    fix: {
      id: 'Tulis tanggal dengan tahun empat angka, atau tetapkan "tanggal_daftar" di tepat.json.',
      en: 'Write days with a year of four digits, or set "tanggal_daftar" in tepat.json.'
    }
  },
  anggota: {
    code: 'people-members-unread',
    message: {
      id: 'baris dengan jumlah anggota yang bukan 1 sampai 99; jumlah jiwanya tidak diketahui.',
      en: 'rows hold a number of members that is not 1 to 99; their persons are not known.'
    },
    fix: { id: 'Perbaiki kolom jumlah anggota.', en: 'Correct the column of members.' }
  },
  nominal: {
    code: 'people-amount',
    message: { id: 'baris dengan nominal yang tidak terbaca.', en: 'rows hold an amount that cannot be read.' },
    fix: { id: 'Perbaiki kolom nominal.', en: 'Correct the column of amounts.' }
  }
};

/** One problem for each column with cells that are no values; a desil column without a single desil is a question. */
export function unreadValues(sheet: PeopleSheet, unread: readonly UnreadCells[]): Problem[] {
  return unread.map(({ role, rows, first, all }) => {
    const { code, message, fix } = says[role];
    const asks = role === 'desil' && all;
    return {
      kind: asks ? 'question' : 'warning',
      code,
      place: { ...placeOf(sheet, role), row: first },
      message: { id: `${rows} ${message.id}`, en: `${rows} ${message.en}` },
      fix,
      ...(asks ? { tepatJson: `${JSON.stringify(sheet.file)}: { "kolom": { "Nama kolom desil": "desil" } }` } : {})
    };
  });
}

/** How days without a plain reading were read, for the columns where that had to be decided. */
export function dateDecisions(sheet: PeopleSheet, styles: DateStyles): Problem[] {
  return (['tanggal', 'tanggal_daftar'] as const).flatMap((role): Problem[] => {
    const style = styles[role];
    if (style === undefined) return [];
    const place = placeOf(sheet, role);
    const said: Problem[] = [];
    if (style.order === 'month') said.push(decided(place, 'bulan di depan (3/31/2025)', 'month first (3/31/2025)'));
    if (style.compact === 'year')
      said.push(decided(place, 'tahun di depan tanpa tanda (20250331)', 'year first without marks (20250331)'));
    if (style.compact === 'day')
      said.push(decided(place, 'hari di depan tanpa tanda (31032025)', 'day first without marks (31032025)'));
    return style.order === null ? [...said, mixedOrder(place)] : said;
  });
}

function decided(place: Place, id: string, en: string): Problem {
  return {
    kind: 'decision',
    code: 'people-date-style',
    place,
    message: { id: `tanggal kolom ini dibaca dengan ${id}.`, en: `days of this column are read ${en}.` }
  };
}

function mixedOrder(place: Place): Problem {
  return {
    kind: 'warning',
    code: 'people-date-mixed',
    place,
    message: {
      id: 'sebagian tanggal kolom ini ditulis hari di depan, sebagian bulan di depan; yang ditulis dengan tiga bilangan begitu tidak dibaca.',
      en: 'some days of this column are written day first, some month first; those written in three such numbers are not read.'
    },
    fix: { id: 'Tulis semuanya hari-bulan-tahun.', en: 'Write them all as day-month-year.' }
  };
}

function placeOf({ file, sheet, columns }: PeopleSheet, role: UnreadCells['role']): Place {
  return { file, sheet, column: columnLetter(columns[role]!) };
}
