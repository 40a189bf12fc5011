import { columnLetter } from '$lib/source/layout';
import type { PeopleSheet } from '$lib/source/people/sheet';
import type { Problem } from '$lib/source/problem';
import type { KeyClass } from './keyClass';
import { outsideRows } from './listProblem';
import type { SheetTally } from './tally';

/** Ways in which a key stands in a cell without being one. */
const damaged: readonly KeyClass[] = ['ilmiah', 'lima_belas_angka', 'kurang_atau_lebih'];

/** What the tallies of lists say as a whole: a list of another regency, a list that repeats another one, rows that live elsewhere. */
export function tallyProblems(tallies: readonly SheetTally[]): Problem[] {
  return tallies
    .filter(({ kind }) => kind === 'penerima')
    .flatMap(({ file, sheet, baris: { dipakai, ganda, luar_wilayah: elsewhere } }) => {
      const place = { file, sheet };
      if (dipakai === 0 && ganda === 0 && elsewhere > 0) return [listElsewhere(place)];
      const out = elsewhere > 0 ? [outsideRows(place, elsewhere)] : [];
      return dipakai === 0 && ganda > 1 ? [...out, listTwice(place)] : out;
    });
}

/** Keys of a sheet that are damaged, one problem for each column. */
export function damagedKeys({ file, sheet, columns }: PeopleSheet, kunci: SheetTally['kunci']): Problem[] {
  return (['nik', 'kk'] as const).flatMap((role): Problem[] => {
    const rows = damaged.reduce((sum, name) => sum + (kunci[role]?.[name] ?? 0), 0);
    if (rows === 0) return [];
    const name = role.toUpperCase();
    return [
      {
        kind: 'warning',
        code: 'people-keys-damaged',
        place: { file, sheet, column: columnLetter(columns[role]!) },
        message: {
          id: `${rows} baris dengan ${name} yang bukan 16 angka utuh (notasi ilmiah, angka terakhir hilang, atau kurang dan lebih); tidak dibetulkan dengan dugaan, dan tidak dipakai untuk mencocokkan.`,
          en: `${rows} rows hold a ${name} that is not 16 whole digits (scientific notation, last digit lost, too few or too many); it is not repaired by guess, and not used for matching.`
        },
        fix: {
          id: `Ekspor ulang dengan kolom ${name} sebagai teks, bukan angka.`,
          en: `Export again with column ${name} as text, not as numbers.`
        }
      }
    ];
  });
}

function listElsewhere({ file, sheet }: { file: string; sheet: string }): Problem {
  return {
    kind: 'question',
    code: 'people-elsewhere',
    place: { file, sheet },
    message: {
      id: 'semua barisnya beralamat di kabupaten/kota lain dan tidak tercatat di registri di sini; tidak ada yang dihitung.',
      en: 'all of its rows live in another regency and are not in the registry here; none is counted.'
    },
    fix: {
      id: 'Bila berkas ini memang milik kabupaten/kota lain, abaikan; bila tidak, periksa "wilayah" di tepat.json dan kode wilayah di berkasnya.',
      en: 'If the file is another regency\u2019s, ignore it; if not, check "wilayah" in tepat.json and the codes in the file.'
    },
    tepatJson: `${JSON.stringify(file)}: { "abaikan": true }`
  };
}

function listTwice({ file, sheet }: { file: string; sheet: string }): Problem {
  return {
    kind: 'warning',
    code: 'people-list-twice',
    place: { file, sheet },
    message: {
      id: 'semua penerimanya sudah ada di daftar lain untuk bantuan dan periode yang sama; semua barisnya dihitung ganda.',
      en: 'all of its recipients are on another list of the same aid and period; all of its rows count as duplicates.'
    },
    fix: {
      id: 'Bila berkas ini salinan, keluarkan dari folder; bila periodenya lain, tetapkan "periode" di tepat.json.',
      en: 'If the file is a copy, take it out of the folder; if it is of another period, set "periode" in tepat.json.'
    }
  };
}
