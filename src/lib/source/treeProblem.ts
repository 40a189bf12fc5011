import type { Place, Problem } from './problem';
import { rupiah } from './rupiah';
import type { Text } from '$lib/text/language';

/** Why a row of a budget tree is left out, and how to mend it. */
export interface TreeWhy {
  code: string;
  message: Text;
  fix: Text;
}

const fixNumber = {
  id: 'Perbaiki nilainya di ekspor, atau tetapkan "angka" di tepat.json.',
  en: 'Correct the value in the export, or set "angka" in tepat.json.'
};
/** The cell is no number in the format decided for its column. */
export const badAmount: TreeWhy = {
  code: 'angka',
  message: { id: 'bukan angka dalam format kolom ini.', en: 'is not a number in the format of this column.' },
  fix: fixNumber
};
/** Nobody has said yet what a separator means in this column, so its amounts wait. */
export const undecidedAmount: TreeWhy = {
  code: 'angka-mendua',
  message: { id: 'format angka kolomnya belum diputuskan.', en: 'the number format of its column is undecided.' },
  fix: fixNumber
};
/** An amount in a row without any code. */
export const noCode: TreeWhy = {
  code: 'tanpa-kode',
  message: { id: 'baris berisi jumlah tetapi tanpa kode.', en: 'the row has an amount but no code.' },
  fix: { id: 'Isi kodenya di ekspor, atau hapus barisnya.', en: 'Fill in the code in the export, or delete the row.' }
};
/** A code that is none of the nomenclature, of accounts or of units. */
export const badCode: TreeWhy = {
  code: 'kode',
  message: { id: 'kode tidak dikenali.', en: 'the code is not recognised.' },
  fix: {
    id: 'Tulis kode resmi, misalnya 1.06.04.2.01.0001 atau 5.1.02.01.01.0024.',
    en: 'Use an official code such as 1.06.04.2.01.0001 or 5.1.02.01.01.0024.'
  }
};
/** A row whose sub kegiatan cannot be read: whose it is, nobody knows. */
export const underBadCode: TreeWhy = {
  code: 'di-bawah-kode-rusak',
  message: {
    id: 'kode sub kegiatan di atasnya tidak terbaca.',
    en: 'the code of the sub kegiatan above it cannot be read.'
  },
  fix: { id: 'Perbaiki kode pada baris sub kegiatan itu.', en: 'Correct the code in the row of that sub kegiatan.' }
};
/** A sample row that the template of an export came with. */
export const templateRow: TreeWhy = {
  code: 'baris-contoh',
  message: { id: 'baris contoh dari templat.', en: "a template's sample row." },
  fix: { id: 'Hapus baris contoh dari ekspor.', en: 'Remove the sample row from the export.' }
};
/** An amount above sub kegiatan that no rows below it break down. */
export const noDetail: TreeWhy = {
  code: 'tanpa-rincian',
  message: {
    id: 'jumlah tanpa sub kegiatan di bawah atau di atasnya.',
    en: 'an amount with no sub kegiatan above or below it.'
  },
  fix: { id: 'Ekspor ulang sampai tingkat rekening.', en: 'Export again down to account level.' }
};

/** A subtotal whose own code or amount cannot be read: nothing is lost, since its details are used. */
export function damagedSubtotal(place: Place, what: 'kode' | 'angka'): Problem {
  const word = what === 'kode' ? { id: 'kode', en: 'code' } : { id: 'jumlah', en: 'amount' };
  return {
    kind: 'warning',
    code: `induk-${what}`,
    place,
    message: {
      id: `${word.id} baris subtotal tidak terbaca; rinciannya tetap dipakai.`,
      en: `the ${word.en} of a subtotal cannot be read; its details were used all the same.`
    },
    fix: { id: 'Perbaiki selnya di ekspor.', en: 'Correct the cell in the export.' }
  };
}

/** A subtotal or total that differs from the rows it stands for; the rows are what counts. */
export function mismatch(place: Place, kind: 'induk' | 'total', stated: bigint, sum: bigint): Problem {
  const twice = sum !== 0n && stated === 2n * sum;
  const [id, en] = kind === 'induk' ? ['subtotal', 'subtotal'] : ['jumlah', 'total'];
  const by = rupiah(stated - sum);
  return {
    kind: 'warning',
    code: kind === 'induk' ? 'parent-sum' : 'total-sum',
    place: { ...place, value: rupiah(stated) },
    message: {
      id: `${id} tidak sama dengan jumlah rinciannya ${rupiah(sum)} (selisih ${by}${twice ? ', tepat dua kali lipat' : ''}); yang dipakai rinciannya.`,
      en: `the ${en} differs from the sum of its details ${rupiah(sum)} (by ${by}${twice ? ', exactly twofold' : ''}); the details were used.`
    },
    fix: { id: 'Periksa rumus subtotal di ekspor asal.', en: 'Check the subtotal in the original export.' }
  };
}
