import { plainHeader } from '$lib/source/flatTable';
import { cellText } from '$lib/source/layout';
import { type PeopleHeader, sampleOf } from './header';
import type { KnownProgram } from './program';
import type { PeopleTable } from './table';

/** Words that sheets of lists are named with, beside places and programmes. */
const plainWords =
  /^(?:sheet|lembar|data|daftar|bnba|rekap|dtsen|dtks|kpm|penerima|bantuan|bansos|registri|keluarga|anggota|orang|individu|per|dan|kab|kabupaten|kota|kec|kecamatan|desa|kel|kelurahan|januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|jan|feb|mar|apr|jun|jul|agu|agt|sep|okt|nov|des|triwulan|tw|tahap|termin|semester|smt|tahun|ta|bulan|periode|murni|perubahan|final|baru|lama|sk|i{1,3}|iv|v|\d{1,4})$/;

/**
 * The name by which reports call a sheet of a file about people: its own where it is that of a place or programme of its rows, or made of
 * plain words; else its place in the workbook, since a sheet may be named after a person.
 */
export function sheetLabel(table: PeopleTable, header: PeopleHeader | null, programs: readonly KnownProgram[]): string {
  if (table.number === null) return table.name;
  const known = [...placesOf(table, header), ...programs.flatMap(({ kode, nama }) => [kode, nama])].map(plainHeader);
  const name = plainHeader(table.name);
  const rest = name
    .split('_')
    .filter((word) => !plainWords.test(word))
    .join('_');
  return rest === '' || known.includes(name) || known.includes(rest) ? table.name : `ke-${table.number}`;
}

function placesOf({ rows }: PeopleTable, header: PeopleHeader | null): string[] {
  if (header === null) return [];
  return (['kabupaten', 'kecamatan', 'desa', 'program'] as const).flatMap((role) => {
    const column = header.columns[role];
    return column === undefined ? [] : sampleOf(rows, column, header.last + 1).flatMap((cell) => cellText(cell) ?? []);
  });
}
