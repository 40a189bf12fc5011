import { formatNumber } from '$lib/format/number';
import type { Text } from './language';

/** Words on and around figures and tables. */
export const figureText = {
  table: { id: 'Tabel', en: 'Table' },
  why: { id: 'mengapa?', en: 'why?' },
  method: { id: 'Metode lengkapnya', en: 'The whole method' },
  formula: { id: 'Rumus', en: 'Formula' },
  values: { id: 'Dengan angkanya', en: 'With its values' },
  sourceFile: { id: 'Berkas sumber', en: 'Source file' },
  stage: { id: 'Tahap anggaran', en: 'Budget stage' },
  asOf: { id: 'Per tanggal', en: 'As of' },
  source: { id: 'Sumber', en: 'Source' },
  embed: { id: 'Tanam', en: 'Embed' },
  download: { id: 'Unduh', en: 'Download' },
  search: { id: 'Cari di tabel', en: 'Search the table' },
  fullRupiah: { id: 'Rupiah penuh', en: 'Full rupiah' },
  copy: { id: 'Salin', en: 'Copy' },
  copied: { id: 'Tabel disalin', en: 'Table copied' },
  copyFailed: { id: 'Peramban menolak menyalin; pakai CSV', en: 'The browser refused to copy; use CSV' },
  noRows: { id: 'Tidak ada baris yang cocok. Kosongkan kotak pencarian.', en: 'No row matches. Clear the search box.' },
  emptyTable: { id: 'Belum ada baris.', en: 'There are no rows yet.' },
  month: { id: 'Bulan', en: 'Month' },
  noData: { id: 'belum ada data', en: 'no data yet' },
  mean: { id: 'rata-rata', en: 'mean' },
  difference: { id: 'Selisih', en: 'Difference' }
} as const satisfies Record<string, Text>;

/** How many rows a search leaves, for screen readers and the line above a table. */
export function rowCount(shown: number, all: number): Text {
  const [some, total] = [shown, all].map((count) => ({ id: formatNumber(count, 'id'), en: formatNumber(count, 'en') }));
  return shown === all
    ? { id: `${total!.id} baris`, en: `${total!.en} ${all === 1 ? 'row' : 'rows'}` }
    : { id: `${some!.id} dari ${total!.id} baris`, en: `${some!.en} of ${total!.en} rows` };
}
