import type { Text } from './language';

/** Words of the page for addresses that lead nowhere. */
export const errorText = {
  notFound: { id: 'Halaman ini tidak ada', en: 'There is no such page' },
  notFoundHint: {
    id: 'Alamatnya mungkin berubah atau salah ketik. Mulai lagi dari Ringkasan.',
    en: 'The address may have changed or been mistyped. Start again from the summary.'
  },
  failed: { id: 'Halaman ini gagal dibuka', en: 'This page could not be opened' },
  failedHint: {
    id: 'Muat ulang halaman. Bila tetap gagal, mulai lagi dari Ringkasan.',
    en: 'Reload the page. If it fails again, start from the summary.'
  },
  home: { id: 'Ke Ringkasan', en: 'To the summary' }
} as const satisfies Record<string, Text>;
