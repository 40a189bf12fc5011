import { type PortalLine } from './djpkTree';
import type { Place, Problem } from './problem';
import { rupiah } from './rupiah';
import type { Text } from '$lib/text/language';

/** A printed balance that its own rows contradict; `expected` in sen. */
export function balanceDiffers({ label, origin, money }: PortalLine, measure: string, expected: bigint): Problem {
  const own = money[measure === 'anggaran' ? 0 : 1]!.sen!;
  return {
    kind: 'warning',
    code: 'balance',
    place: { ...origin, column: measure, value: rupiah(own) },
    message: {
      id: `"${label}" tidak sama dengan selisih barisnya sendiri, ${rupiah(expected)}; baris ini tidak dipakai.`,
      en: `"${label}" differs from what its own rows give, ${rupiah(expected)}; this row is not used.`
    }
  };
}

/** Labels that lost letters, as printed and as they are read. */
export function mendedLabels(mended: ReadonlyMap<string, string>, place: Place): Problem {
  const words = [...mended].map(([printed, meant]) => `"${printed}" = "${meant}"`).join(', ');
  return {
    kind: 'decision',
    code: 'label-mended',
    place,
    message: {
      id: `nama akun yang kehilangan huruf dibaca menurut yang paling mirip: ${words}.`,
      en: `labels that lost letters are read as the nearest one: ${words}.`
    }
  };
}

/** Why rows of a portal table are left out, and how to mend them. */
export const unknownLabel: Text = { id: 'nama akun tidak dikenal.', en: 'the label is not known.' };
export const fixLabel: Text = {
  id: 'Perbaiki namanya seperti di portal; jumlahnya tetap terhitung sebagai bagian yang tidak dirinci.',
  en: 'Correct it as the portal prints it; until then its amount counts as not itemised.'
};
export const unknownUnit: Text = {
  id: 'satuan angkanya belum diketahui.',
  en: 'the unit of its numbers is not known.'
};
export const contradicts = (row: number): Text => ({
  id: `nama ini sudah ada di baris ${row} dengan jumlah lain, dan jumlah ini tidak melengkapi rinciannya; yang dipakai baris ${row}.`,
  en: `this label stands in row ${row} with other amounts, and these do not complete its details; row ${row} was used.`
});
export const fixRepeated: Text = {
  id: 'Cocokkan kedua baris dengan portal.',
  en: 'Compare both rows with the portal.'
};
export const swapped: Text = {
  id: 'kolom anggaran dan realisasi tertukar: persentasenya hanya cocok bila keduanya dibalik; tidak diimpor.',
  en: 'anggaran and realisasi change places: the percentages fit only the other way round; not imported.'
};
export const fixSwapped: Text = {
  id: 'Betulkan judul kolomnya, lalu impor lagi.',
  en: 'Correct the headers and import again.'
};

/** A table without one of its blocks: most likely it was cut short. */
export function incomplete(missing: readonly string[], place: Place): Problem {
  const blocks = missing.join(', ');
  return {
    kind: 'warning',
    code: 'incomplete',
    place,
    message: {
      id: `tabelnya tanpa ${blocks}: mungkin terpotong. Yang ada tetap diimpor.`,
      en: `the table has no ${blocks}: it may be cut short. What it has is imported.`
    },
    fix: { id: 'Unduh ulang tabelnya dari portal.', en: 'Download the table from the portal again.' }
  };
}
