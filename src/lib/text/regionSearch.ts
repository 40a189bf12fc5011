import type { Text } from './language';

/** Words of the search for a desa. */
export const searchText = {
  label: { id: 'Cari desa atau kelurahan', en: 'Find a desa or kelurahan' },
  hint: { id: 'Nama desa, misalnya Sumber Sari', en: 'Name, for example Sumber Sari' },
  all: { id: 'Semua desa dan kelurahan', en: 'All desa and kelurahan' },
  none: {
    id: 'Tidak ada desa, kelurahan, atau kecamatan bernama begitu.',
    en: 'No desa, kelurahan or kecamatan has this name.'
  },
  failed: {
    id: 'Daftar nama tidak dapat dimuat. Pakai daftar semua desa.',
    en: 'The list of names could not be loaded. Use the list of all desa.'
  },
  choose: {
    id: 'Beberapa wilayah bernama mirip: pilih kecamatannya.',
    en: 'Several regions have such a name: choose the kecamatan.'
  },
  more: { id: 'Ketik lebih lengkap untuk mempersempit.', en: 'Type more to narrow it down.' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' }
} as const satisfies Record<string, Text>;
