import type { Text } from './language';

/** Words of the parts of the page of cuts that are worked out when asked for; what they then say is fetched with them. */
export const onAsking = {
  certain: { id: 'Seberapa pasti', en: 'How certain' },
  certainIntro: {
    id: 'Penurunan dana belum pasti. Rencana dihitung pada banyak penurunan yang mungkin: seberapa sering dana tidak tertutup, apa yang paling menentukan, dan rencana mana yang paling sedikit disesali.',
    en: 'How much falls away is not certain. Plans are worked out for many possible falls: how often the money cannot be found, what matters most, and which plan is regretted least.'
  },
  certainStart: { id: 'Hitung seberapa pasti', en: 'Work out how certain' },
  notFetched: {
    id: 'Bagian ini tidak dapat diambil. Periksa sambungan, lalu coba lagi; bila tetap gagal, muat ulang halaman ini.',
    en: 'This part could not be fetched. Check the connection and try again; if it still fails, reload this page.'
  },
  prices: { id: 'Hitung harga tiap aturan', en: 'Work out the price of each rule' },
  pricing: { id: 'Menghitung harga …', en: 'Working out prices …' },
  pricesFailed: {
    id: 'Harga tidak dapat dihitung. Periksa sambungan, lalu coba lagi; bila tetap gagal, muat ulang halaman ini.',
    en: 'Prices could not be worked out. Check the connection and try again; if it still fails, reload this page.'
  },
  pricesNote: {
    id: 'Harga: rencana terbaik dengan aturan dikurangi rencana terbaik bila aturan itu dilonggarkan selangkah, keduanya dihitung ulang tanpa bobot; bulan dan rupiah masing-masing dari rencana terbaik menurut ukurannya.',
    en: 'Price: the best plan with the rule less the best plan with it relaxed by one step, both worked out anew without weights; months and rupiah each from the plan that is best by that measure.'
  },
  cancel: { id: 'Batalkan', en: 'Cancel' }
} as const satisfies Record<string, Text>;
