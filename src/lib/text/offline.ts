import { formatDate } from '$lib/format/date';
import { formatNumber } from '$lib/format/number';
import type { Language, Text } from './language';

/** Words of the page on reading without a signal. */
export const offlineText = {
  title: { id: 'Baca tanpa sinyal', en: 'Read without a signal' },
  description: {
    id: 'Simpan halaman Tepat di perangkat ini agar dapat dibuka tanpa internet, dan hapus lagi kapan saja.',
    en: 'Keep the pages of Tepat on this device so that they open without internet, and remove them at any time.'
  },
  lead: {
    id: 'Simpan selagi ada sinyal; setelah itu halaman terbuka tanpa internet. Tidak ada yang disimpan sebelum Anda memilih, dan tidak ada yang dikirim.',
    en: 'Keep them while there is a signal; after that the pages open without internet. Nothing is kept before you choose, and nothing is sent.'
  },
  choose: { id: 'Yang disimpan', en: 'What to keep' },
  save: { id: 'Simpan', en: 'Keep' },
  update: { id: 'Perbarui', en: 'Update' },
  remove: { id: 'Hapus dari perangkat', en: 'Remove from this device' },
  cancel: { id: 'Batalkan', en: 'Cancel' },
  status: { id: 'Di perangkat ini', en: 'On this device' },
  nothing: { id: 'Belum ada yang disimpan.', en: 'Nothing is kept yet.' },
  reading: { id: 'Memeriksa …', en: 'Looking …' },
  removed: { id: 'Semua sudah dihapus dari perangkat ini.', en: 'All of it is removed from this device.' },
  cancelled: {
    id: 'Dibatalkan. Yang sudah terambil dipakai bila Anda menyimpan lagi.',
    en: 'Cancelled. What has come is used when you keep again.'
  },
  current: { id: 'Salinannya sama dengan yang terbit sekarang.', en: 'The copy is what is published now.' },
  outdated: {
    id: 'Sudah terbit yang lebih baru. Perbarui selagi ada sinyal.',
    en: 'There is something newer. Update while there is a signal.'
  },
  unsupported: {
    id: 'Peramban atau alamat ini tidak dapat menyimpan halaman: perlu https dan peramban yang belum terlalu lama. Anda tetap dapat mencetak halaman desa.',
    en: 'This browser or address cannot keep pages: that needs https and a browser that is not too old. You can still print the page of a village.'
  },
  internal: {
    id: 'Situs berprofil internal tidak disimpan di perangkat: isinya hanya untuk mesin dinas.',
    en: 'A site of the internal profile is not kept on devices: what it holds is for the agency’s own machines.'
  },
  needsScript: {
    id: 'Menyimpan halaman memerlukan JavaScript. Tanpa itu, cetak halaman yang Anda perlukan.',
    en: 'Keeping pages needs JavaScript. Without it, print the pages you need.'
  },
  noNetwork: {
    id: 'Tidak ada sinyal: yang terbit sekarang tidak dapat diperiksa.',
    en: 'There is no signal: what is published now cannot be looked up.'
  },
  language: {
    id: 'Yang disimpan adalah halaman berbahasa Indonesia. Untuk bahasa Inggris, buka halaman ini dalam bahasa itu lalu simpan.',
    en: 'Pages in English are kept. For Indonesian, open this page in that language and keep again.'
  }
} as const satisfies Record<string, Text>;

/** Packages in the order in which they are offered. */
export const packageText = {
  utama: {
    name: { id: 'Halaman utama', en: 'Main pages' },
    what: {
      id: 'Ringkasan, realisasi, pendanaan, sasaran, simulasi, data, dan metode, seperti saat dibuka.',
      en: 'Summary, realization, funding, targeting, cuts, data and methods, as they open.'
    }
  },
  desa: {
    name: { id: 'Halaman semua desa, kelurahan, dan kecamatan', en: 'Pages of all villages and kecamatan' },
    what: { id: 'Untuk dibaca dan dicetak di kantor desa.', en: 'To be read and printed in the village office.' }
  },
  mesin: {
    name: { id: 'Mesin hitung dan semua tabel', en: 'The calculator and all tables' },
    what: {
      id: 'Agar saringan, simulasi pemotongan, dan konsol SQL menjawab tanpa sinyal.',
      en: 'So that filters, cuts and the SQL console answer without a signal.'
    }
  }
} as const satisfies Record<string, { name: Text; what: Text }>;

/** Why keeping failed; what was kept before still is. */
export const saveFaults: Readonly<Record<'network' | 'full' | 'changed', Text>> = {
  network: {
    id: 'Sambungan terputus. Yang sudah terambil tetap ada; coba lagi saat sinyal kembali.',
    en: 'The connection broke. What has come stays; try again when the signal is back.'
  },
  full: {
    id: 'Ruang di perangkat tidak cukup. Salinan lama, bila ada, tidak berubah. Kosongkan ruang atau pilih lebih sedikit.',
    en: 'There is not enough room on the device. An older copy, if any, is unchanged. Free some room or choose less.'
  },
  changed: {
    id: 'Situs sedang diperbarui oleh pengelolanya. Salinan lama, bila ada, tidak berubah. Coba lagi nanti.',
    en: 'The site is being updated by its publisher. An older copy, if any, is unchanged. Try again later.'
  }
};

const megabytes = (bytes: number, language: Language): string =>
  `${formatNumber(bytes / 1e6, language, { digits: 1 })} MB`;

/** `unduh 1,2 MB, memakan 5,3 MB` */
export function sizeText(sent: number, bytes: number): Text {
  return {
    id: `unduh ${megabytes(sent, 'id')}, memakan ${megabytes(bytes, 'id')}`,
    en: `${megabytes(sent, 'en')} to fetch, ${megabytes(bytes, 'en')} on the device`
  };
}

/** `1,2 dari 5,3 MB` */
export function progressText(done: number, all: number): Text {
  const number = (bytes: number, language: Language) => formatNumber(bytes / 1e6, language, { digits: 1 });
  return {
    id: `Menyimpan: ${number(done, 'id')} dari ${number(all, 'id')} MB`,
    en: `Keeping: ${number(done, 'en')} of ${number(all, 'en')} MB`
  };
}

/** When a copy was fetched, and of what date its data are. */
export function keptText(at: string, asOf: string | null): Text {
  const said = (language: Language): string => {
    const day = formatDate(at.slice(0, 10), language);
    if (asOf === null) return language === 'id' ? `disimpan ${day}` : `kept on ${day}`;
    return language === 'id'
      ? `data per ${formatDate(asOf, 'id')}, disimpan ${day}`
      : `data as of ${formatDate(asOf, 'en')}, kept on ${day}`;
  };
  return { id: said('id'), en: said('en') };
}

/** Above a page that was read from the copy. */
export function copyText(at: string, asOf: string | null): Text {
  const kept = keptText(at, asOf);
  return {
    id: `Salinan di perangkat ini: ${kept.id}.`,
    en: `A copy on this device: ${kept.en}.`
  };
}

/** A copy that was brought up to date while something was read. */
export function updatedText(asOf: string | null): Text {
  return {
    id: `Salinan di perangkat ini sudah diperbarui${asOf === null ? '' : ` ke data per ${formatDate(asOf, 'id')}`}.`,
    en: `The copy on this device was brought up to date${asOf === null ? '' : ` with data as of ${formatDate(asOf, 'en')}`}.`
  };
}

/** A page that was asked for without a network and is not kept. */
export function notKeptText(address: string): Text {
  return {
    id: `Tidak ada sinyal, dan halaman “${address}” tidak tersimpan di perangkat ini.`,
    en: `There is no signal, and the page “${address}” is not kept on this device.`
  };
}
