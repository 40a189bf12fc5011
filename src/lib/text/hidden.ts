import type { Text } from './language';

// What hidden figures are, in words; `ambang` is the smallest count of people that shows, other than 0.

/** Below a table: its three marks. */
export function hiddenNote(ambang: number): Text {
  return {
    id: `“disembunyikan”: 1 sampai ${ambang - 1}, atau angka yang akan membukanya; ditutup untuk melindungi orang. “–”: tidak ada angkanya. 0: memang nol.`,
    en: `“hidden”: 1 to ${ambang - 1}, or a figure that would reveal it; closed to protect people. “–”: there is no figure. 0: really zero.`
  };
}

/** Why figures are hidden, on the page of the data. */
export function whyHidden(ambang: number): Text {
  return {
    id: `Jumlah 1 sampai ${ambang - 1} disembunyikan karena dapat menunjuk keluarga tertentu, dan angka lain ikut disembunyikan bila dapat membuka jumlah itu, juga dari tabel, wilayah, atau rilis lain. Berkasnya diserang seperti oleh orang luar sebelum terbit.`,
    en: `Counts from 1 to ${ambang - 1} are hidden because they may point to a certain family, and other figures with them where they would reveal such a count, also from other tables, regions or releases. The files are attacked as an outsider would before they are published.`
  };
}
