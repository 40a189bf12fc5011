import type { Text } from './language';

/** What a page says while it asks the engine, and when it cannot. */
export const engineText = {
  start: { id: 'Menyiapkan mesin hitung di peramban Anda', en: 'Getting the calculator ready in your browser' },
  ask: { id: 'Menghitung …', en: 'Working it out …' },
  cancel: { id: 'Batalkan', en: 'Cancel' },
  cancelled: {
    id: 'Dibatalkan. Yang tampak adalah angka semula, tanpa penyaring.',
    en: 'Cancelled. Shown are the numbers as before, without the filters.'
  },
  failed: {
    id: 'Yang tampak adalah angka semula, tanpa penyaring.',
    en: 'Shown are the numbers as before, without the filters.'
  },
  tryAgain: { id: 'Coba lagi', en: 'Try again' },
  needsScript: {
    id: 'Penyaring memerlukan JavaScript. Tanpa itu halaman ini tetap lengkap untuk semuanya.',
    en: 'The filters need JavaScript. Without it this page is complete for the whole.'
  }
} as const satisfies Record<string, Text>;
