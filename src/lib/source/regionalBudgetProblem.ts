import type { Problem } from './problem';
import type { Origin } from './layout';
import type { Text } from '$lib/text/language';

/** Why a row of a regional budget is left out. */
export interface RowFault {
  code: string;
  message: Text;
  fix: Text;
  /** Field whose cell is shown; the account where absent. */
  field?: string;
}

const fixAmount: Text = {
  id: 'Perbaiki nilainya di ekspor, atau tetapkan "angka" di tepat.json.',
  en: 'Correct the value in the export, or set "angka" in tepat.json.'
};

/** An amount that is no number in the style of its column. */
export const badAmount: RowFault = {
  code: 'angka',
  message: { id: 'bukan angka dalam format kolomnya.', en: 'is not a number in the format of its column.' },
  fix: fixAmount
};

/** A leaf without any amount; blank is not zero. */
export const blankAmounts: RowFault = {
  code: 'kosong',
  message: { id: 'anggaran dan realisasinya kosong.', en: 'it has neither anggaran nor realisasi.' },
  fix: { id: 'Isi selnya di ekspor; nol harus ditulis 0.', en: 'Fill in the cell; write 0 for zero.' }
};

/** An account above the components, or one that the year's chart does not have. */
export const tooCoarse: RowFault = {
  code: 'akun',
  message: {
    id: 'akun ini mencakup beberapa komponen, atau tidak dikenal pada tahunnya; komponennya tidak dapat ditentukan.',
    en: 'this account covers several components, or is not known in its year; its component cannot be told.'
  },
  fix: {
    id: 'Ekspor ulang sekurang-kurangnya sampai tingkat jenis (4.1.01), dengan uraian.',
    en: 'Export again down to jenis at least (4.1.01), with names.'
  }
};

/** An account cell that holds no account. */
export function badAccount(text: string | null): RowFault {
  const fix = { id: 'Tulis kode akun, misalnya 4.2.01.07.', en: 'Write an account code such as 4.2.01.07.' };
  const field = 'kode_akun';
  return text === null
    ? {
        code: 'tanpa-kode',
        field,
        message: { id: 'jumlah tanpa kode akun.', en: 'an amount without an account.' },
        fix
      }
    : { code: 'kode', field, message: { id: 'kode akun tidak dikenali.', en: 'the account is not recognised.' }, fix };
}

/** The same account twice in one budget. */
export function repeatedAccount(row: number): RowFault {
  return {
    code: 'two-rows',
    message: {
      id: `akun ini sudah ada di baris ${row} untuk daerah, tahun, dan tahap yang sama; yang dipakai baris ${row}.`,
      en: `this account stands in row ${row} for the same region, year and stage; row ${row} was used.`
    },
    fix: { id: 'Sisakan satu baris untuk tiap akun.', en: 'Leave one row for each account.' }
  };
}

/** A name that means another transfer than its code; the name is followed. */
export function contradictingName(origin: Origin, kode: string, uraian: string): Problem {
  return {
    kind: 'warning',
    code: 'account-name',
    place: { ...origin, value: `${kode} ${uraian}` },
    message: {
      id: 'uraiannya menyebut jenis transfer lain daripada kodenya; yang diikuti uraiannya.',
      en: 'its name says another kind of transfer than its code; the name was followed.'
    },
    fix: { id: 'Periksa kode akunnya menurut tahun anggarannya.', en: 'Check the account against its budget year.' }
  };
}
