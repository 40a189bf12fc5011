import type { Text } from './language';

/** Words around the buttons that keep and hand on a scenario; those behind the buttons are in cutScenarios. */
export const keepLabels = {
  title: { id: 'Simpan, bandingkan, dan bagikan', en: 'Keep, compare and hand on' },
  note: {
    id: 'Skenario yang disimpan hanya ada di tab ini dan hilang bila tab ditutup. Untuk menyimpannya, unduh berkasnya atau salin tautannya.',
    en: 'Scenarios are kept in this tab alone and are gone when it is closed. To keep them for good, download the file or copy the link.'
  },
  xlsxOf: {
    id: 'Yang diunduh dan dicetak adalah rencana yang tampak di atas.',
    en: 'What is downloaded and printed is the plan shown above.'
  },
  failed: {
    id: 'Bagian ini tidak dapat diambil. Periksa sambungan, lalu coba lagi; bila tetap gagal, muat ulang halaman ini.',
    en: 'This part could not be fetched. Check the connection and try again; if it still fails, reload this page.'
  }
} as const satisfies Record<string, Text>;
