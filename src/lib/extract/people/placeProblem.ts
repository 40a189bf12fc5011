import type { PeopleSheet } from '$lib/source/people/sheet';
import type { Problem } from '$lib/source/problem';
import type { Text } from '$lib/text/language';

/** Why places were not found, with how many rows name them; never which. */
export interface UnresolvedReason {
  reason: Text;
  question?: boolean;
  rows: number;
  places: number;
}

/** One problem for each reason. The rows count in the kecamatan or the regency, so nothing is lost. */
export function unresolvedPlaces({ file, sheet }: PeopleSheet, reasons: readonly UnresolvedReason[]): Problem[] {
  return reasons
    .toSorted((a, b) => b.rows - a.rows || (a.reason.en < b.reason.en ? -1 : 1))
    .map(({ reason, question, rows, places }) => ({
      kind: question ? 'question' : 'warning',
      code: 'people-place',
      place: { file, sheet },
      message: {
        id: `${rows} baris (${places} sebutan wilayah) belum dapat ditempatkan pada desa: ${reason.id}`,
        en: `${rows} rows (${places} names of places) cannot be placed in a desa: ${reason.en}`
      },
      fix: {
        id: 'Perbaiki nama atau kode wilayahnya di berkas, atau tetapkan "sistem_kode" di tepat.json; sementara itu baris ini dihitung pada kecamatan atau kabupaten.',
        en: 'Correct the name or code in the file, or set "sistem_kode" in tepat.json; meanwhile these rows count in the kecamatan or the regency.'
      }
    }));
}

/** The columns of places hold something else, such as addresses. */
export function manyPlaces({ file, sheet }: PeopleSheet): Problem {
  return {
    kind: 'question',
    code: 'people-many-places',
    place: { file, sheet },
    message: {
      id: 'kolom wilayah memuat jauh lebih banyak sebutan daripada jumlah desa; kolom itu tidak dipakai.',
      en: 'the columns of places hold far more names than there are desa; they are not used.'
    },
    fix: {
      id: 'Tetapkan kolom yang benar dengan "kolom" di tepat.json.',
      en: 'Name the right columns with "kolom" in tepat.json.'
    },
    tepatJson: `${JSON.stringify(file)}: { "kolom": { "Nama kolom": "desa" } }`
  };
}
