import { columnLetter } from '$lib/source/layout';
import type { Place, Problem } from '$lib/source/problem';
import type { Text } from '$lib/text/language';
import type { PeopleRole } from './sheet';

/** A sheet of a file about people. Problems name it, rows and columns, and never a value. */
export interface PeoplePlace {
  file: string;
  sheet: string;
}

/** The lines of tepat.json that answer a question about a file. */
function lines(file: string, answer: string): string {
  return `${JSON.stringify(file)}: { ${answer} }`;
}

function question(code: string, place: PeoplePlace, message: Text, fix: Text, answer: string): Problem {
  return { kind: 'question', code, place: { ...place }, message, fix, tepatJson: lines(place.file, answer) };
}

/** What a sheet was taken for, and which of its columns are read. */
export function recognised(place: PeoplePlace, what: Text, columns: Partial<Record<PeopleRole, number>>): Problem {
  const read = Object.entries(columns)
    .map(([role, column]) => `${role} ${columnLetter(column)}`)
    .join(', ');
  return {
    kind: 'decision',
    code: 'people-recognised',
    place: { ...place },
    message: {
      id: `dikenali sebagai ${what.id}; kolom yang dibaca: ${read}. Kolom lain tidak pernah dimuat.`,
      en: `recognised as ${what.en}; columns read: ${read}. No other column is ever loaded.`
    }
  };
}

/** Long numbers without a header that says what they are. */
export function noHeader(place: PeoplePlace): Problem {
  return {
    kind: 'reject',
    code: 'people-header',
    place: { ...place },
    message: {
      id: 'berisi nomor 16 angka seperti NIK atau KK, tetapi judul kolomnya tidak dikenali; tidak dibaca.',
      en: 'holds numbers of 16 digits such as NIK or KK, but its column headers are not recognised; not read.'
    },
    fix: {
      id: 'Beri baris judul dengan nama kolom seperti NIK, NO KK, NAMA, KECAMATAN, DESA, atau sebut kolomnya: "kolom": { "Nama kolom": "nik" } di tepat.json.',
      en: 'Add a header row with names such as NIK, NO KK, NAMA, KECAMATAN, DESA, or name the column: "kolom": { "Its header": "nik" } in tepat.json.'
    }
  };
}

/** A header with no row below it. */
export function noRows(place: PeoplePlace): Problem {
  return {
    kind: 'reject',
    code: 'people-empty',
    place: { ...place },
    message: { id: 'tidak ada satu baris pun di bawah judul kolom.', en: 'there is no row below the header.' },
    fix: { id: 'Ekspor ulang daftarnya.', en: 'Export the list again.' }
  };
}

/** A registry or a list of recipients: the sheet does not say which. */
export function whichKind(place: PeoplePlace): Problem {
  const message = {
    id: 'daftar orang, tetapi tidak jelas apakah daftar penerima bantuan atau registri (DTSEN); belum dibaca.',
    en: 'a list of persons, but whether of recipients or of the registry (DTSEN) is not clear; not read yet.'
  };
  const fix = {
    id: 'Tetapkan "bantuan" dengan kode bantuannya, atau, bila registri, "vintase" seperti "2025-T3".',
    en: 'Set "bantuan" to the code of the aid or, for a registry, "vintase" such as "2025-T3".'
  };
  return question('people-kind', place, message, fix, '"bantuan": "SEMBAKO"');
}

/** Recipients of what? Nothing says it, or several programmes are named. */
export function whichProgram(place: PeoplePlace, found: readonly string[]): Problem {
  const message =
    found.length === 0
      ? {
          id: 'daftar penerima tanpa nama bantuan di kolom, judul, lembar maupun nama berkas; belum dibaca.',
          en: 'a list of recipients with no aid named in a column, title, sheet or file name; not read yet.'
        }
      : {
          id: `daftar penerima yang menyebut beberapa bantuan (${found.join(', ')}); belum dibaca.`,
          en: `a list of recipients that names several aids (${found.join(', ')}); not read yet.`
        };
  const fix = { id: 'Tetapkan "bantuan" dengan kode bantuannya.', en: 'Set "bantuan" to the code of the aid.' };
  return question('people-program', place, message, fix, `"bantuan": ${JSON.stringify(found[0] ?? 'SEMBAKO')}`);
}

/** Recipients of when? */
export function whichYear(place: PeoplePlace): Problem {
  const message = {
    id: 'daftar penerima tanpa tahun di kolom, judul, lembar maupun nama berkas; belum dibaca.',
    en: 'a list of recipients with no year in a column, title, sheet or file name; not read yet.'
  };
  const fix = {
    id: 'Tetapkan "periode": tahun (2025) atau bulan (2025-03).',
    en: 'Set "periode": a year (2025) or a month (2025-03).'
  };
  return question('people-year', place, message, fix, '"periode": "2025"');
}

/** Which version of the registry? */
export function whichVintage(place: PeoplePlace): Problem {
  const message = {
    id: 'registri tanpa triwulan atau tanggal data; belum dibaca, karena daftar penerima dibandingkan dengan registri yang berlaku saat itu.',
    en: 'a registry without a quarter or a date of its data; not read yet, since lists are compared with the registry of their time.'
  };
  const fix = {
    id: 'Tetapkan "vintase", misalnya "2025-T3" (triwulan) atau "2025-03" (bulan).',
    en: 'Set "vintase", such as "2025-T3" (quarter) or "2025-03" (month).'
  };
  return question('people-vintage', place, message, fix, '"vintase": "2025-T3"');
}

/** The column under the header NIK or KK holds other things, and another column holds keys. */
export function swappedColumns(place: PeoplePlace, role: 'nik' | 'kk', column: number, other: number): Problem {
  const [here, there] = [columnLetter(column), columnLetter(other)];
  const message = {
    id: `kolom ${here} berjudul ${role.toUpperCase()} tetapi tidak berisi nomor 16 angka, sedangkan kolom ${there} berisi; tampaknya tertukar, belum dibaca.`,
    en: `column ${here} is headed ${role.toUpperCase()} but holds no numbers of 16 digits, while column ${there} does; they seem exchanged, not read yet.`
  };
  const fix = {
    id: 'Betulkan judul kolom di berkasnya, lalu jalankan lagi.',
    en: 'Correct the headers in the file and run again.'
  };
  return { ...question('people-swapped', place, message, fix, '"abaikan": true'), place: { ...place, column: here } };
}

/** Family numbers under NIK and personal numbers under KK. */
export function keysExchanged(place: PeoplePlace, nik: number, kk: number): Problem {
  const [person, family] = [columnLetter(nik), columnLetter(kk)];
  const message = {
    id: `kolom ${person} berjudul NIK dan kolom ${family} berjudul KK tampaknya tertukar: tanggal lahir perempuan (tanggal + 40) ada di nomor KK dan tidak ada di NIK; belum dibaca.`,
    en: `column ${person} headed NIK and column ${family} headed KK seem exchanged: days of birth of women (day + 40) are in the KK and not in the NIK; not read yet.`
  };
  const fix = {
    id: 'Betulkan judul kolom di berkasnya, lalu jalankan lagi.',
    en: 'Correct the headers in the file and run again.'
  };
  return { ...question('people-swapped', place, message, fix, '"abaikan": true'), place: { ...place, column: family } };
}

/** A column of names that holds keys, in a list without a NIK column. */
export function keysAsNames(place: PeoplePlace, column: number): Problem {
  return warning(
    'people-keys-as-names',
    { ...place, column: columnLetter(column) },
    {
      id: 'kolom nama berisi nomor 16 angka; nomor itu tidak dipakai untuk mencocokkan.',
      en: 'the column of names holds numbers of 16 digits; they are not used for matching.'
    },
    {
      id: 'Bila itu NIK, sebut kolomnya: "kolom": { "Judul kolom": "nik" } di tepat.json.',
      en: 'If they are NIK, name the column: "kolom": { "Its header": "nik" } in tepat.json.'
    }
  );
}

/** Amounts whose marks contradict each other. */
export function whichNumbers(place: PeoplePlace, column: number): Problem {
  const message = {
    id: 'nominal ditulis dengan titik dan koma yang saling bertentangan; rupiahnya belum dibaca.',
    en: 'amounts are written with dots and commas that contradict each other; rupiah are not read yet.'
  };
  const fix = {
    id: 'Tetapkan "angka": "id" bila 1.234 berarti seribu dua ratus tiga puluh empat.',
    en: 'Set "angka": "id" if 1.234 means one thousand two hundred and thirty-four.'
  };
  const at = { ...place, column: columnLetter(column) };
  return { ...question('people-numbers', place, message, fix, '"angka": "id"'), place: at };
}

/** Something of a sheet that is read, but should be looked at. */
export function warning(code: string, place: Place, message: Text, fix?: Text): Problem {
  return { kind: 'warning', code, place: { ...place }, message, fix };
}

/** Something that was decided about a sheet, with the reason. */
export function decision(code: string, place: Place, message: Text, fix?: Text): Problem {
  return { kind: 'decision', code, place: { ...place }, message, fix };
}
