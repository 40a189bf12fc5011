import type { AidCategory } from '$lib/contract/values';
import { columnLetter } from '$lib/source/layout';
import type { CategoryRole } from '$lib/source/people/category';
import type { PeopleSheet } from '$lib/source/people/sheet';
import type { Place, Problem } from '$lib/source/problem';
import type { Aid } from './aids';
import type { Group } from './groups';

// Problems of categories (disability, neglect) beside desil. They say where and how many, never what a cell holds.

/** A column of only 1 and 2: yes and no, or a kind, or a number. */
export function unclearCategory(sheet: PeopleSheet, role: CategoryRole): Problem {
  return {
    kind: 'warning',
    code: 'people-category-unclear',
    place: placeOf(sheet, role),
    message: {
      id: `kolom ${role} hanya berisi 1 dan 2: tidak jelas mana yang berarti ya; kolom ini tidak dipakai.`,
      en: `the column ${role} holds only 1 and 2: which of them means yes is not clear; it is not used.`
    },
    fix: { id: 'Ganti isinya dengan Ya dan Tidak.', en: 'Write Ya and Tidak instead.' }
  };
}

/** Rows whose cell does not say. */
export function undecidedCategory(sheet: PeopleSheet, role: CategoryRole, rows: number): Problem {
  return {
    kind: 'warning',
    code: 'people-category-undecided',
    place: placeOf(sheet, role),
    message: {
      id: `${rows} baris tidak menyebut jelas kolom ${role}; kategorinya dihitung belum ditentukan.`,
      en: `${rows} rows do not say clearly in the column ${role}; their category counts as not decided.`
    },
    fix: { id: 'Isi dengan Ya atau Tidak.', en: 'Write Ya or Tidak.' }
  };
}

/** What the aids of some groups ask of a vintage that it cannot answer, each aid once; `answer` is null where it answers nowhere. */
export function categoryFindings(
  groups: readonly Group[],
  vintase: string,
  answer: (aid: Aid) => { known: readonly boolean[] } | undefined
): Problem[] {
  const aids = new Map(groups.map(({ aid }) => [aid.kode, aid]));
  return [...aids.values()].flatMap((aid) => {
    const { kode, populasi, kategori } = aid;
    if (populasi !== 'khusus') return [];
    if (kategori.length === 0) return [noCategory(kode)];
    const known = answer(aid)?.known;
    return known?.every(Boolean) === true
      ? []
      : [unknownCategory(kode, vintase, { kategori, somewhere: known !== undefined })];
  });
}

/** Aid of a category that nobody named: who is missed cannot be counted, whatever the registry knows. */
function noCategory(kode: string): Problem {
  return {
    kind: 'decision',
    code: 'people-category-none',
    place: { file: 'bantuan', value: kode },
    message: {
      id: 'bantuan menurut kategori tanpa nama kategori: layak terlewat tidak dihitung.',
      en: 'aid by category without a named category: who is missed is not counted.'
    },
    fix: { id: 'Sebut kategorinya bila registri memuatnya.', en: 'Name the category if the registry knows it.' },
    tepatJson: `"bantuan": { ${JSON.stringify(kode)}: { "populasi": "khusus", "kategori": ["disabilitas"] } }`
  };
}

/** Aid of a category that a vintage does not know, or not everywhere. */
function unknownCategory(
  kode: string,
  vintase: string,
  { kategori, somewhere }: { kategori: readonly AidCategory[]; somewhere: boolean }
): Problem {
  const names = kategori.join(', ');
  return {
    kind: 'decision',
    code: 'people-category-unknown',
    place: { file: 'bantuan', value: kode },
    message: somewhere
      ? {
          id: `registri ${vintase} memuat kategori ${names} hanya di sebagian wilayah; di wilayah lain layak terlewat tidak dihitung.`,
          en: `the registry ${vintase} knows the category ${names} in a part of the regions only; elsewhere who is missed is not counted.`
        }
      : {
          id: `registri ${vintase} tidak memuat kategori ${names}; layak terlewat tidak dihitung.`,
          en: `the registry ${vintase} does not know the category ${names}; who is missed is not counted.`
        },
    fix: {
      id: 'Pakai daftar registri dengan kolom kategori itu (tiap orang, atau jumlahnya tiap keluarga).',
      en: 'Use a registry list with a column of that category (of each person, or how many in each family).'
    }
  };
}

function placeOf({ file, sheet, columns }: PeopleSheet, role: CategoryRole): Place {
  return { file, sheet, column: columnLetter(columns[role]!) };
}
