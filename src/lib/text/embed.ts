import type { Language, Text } from './language';

/** Words of a figure that is put into another site. */
export const embedText = {
  title: { id: 'Tanam gambar ini di situs lain', en: 'Put this figure on another site' },
  hint: {
    id: 'Tempel kode ini di blok HTML. Tidak ada skrip dan tidak ada permintaan ke situs lain. Bila pengelola situs membuang gambarnya, unggah berkas SVG atau PNG sebagai gambar.',
    en: 'Paste this code into an HTML block. It has no script and asks no other site for anything. If the site strips the picture, upload the SVG or PNG file as an image.'
  },
  what: { id: 'Isi kode', en: 'What the code holds' },
  withTable: { id: 'Gambar, sumber, dan tabel', en: 'Picture, source and table' },
  pictureOnly: { id: 'Gambar saja', en: 'Picture only' },
  code: { id: 'Kode', en: 'Code' },
  copy: { id: 'Salin kode', en: 'Copy the code' },
  copied: { id: 'Kode disalin.', en: 'The code is copied.' },
  copyFailed: {
    id: 'Peramban menolak menyalin. Kodenya sudah dipilih: tekan Ctrl+C.',
    en: 'The browser refused to copy. The code is selected: press Ctrl+C.'
  },
  htmlFile: { id: 'Unduh HTML', en: 'Download HTML' },
  svgFile: { id: 'Unduh SVG', en: 'Download SVG' },
  close: { id: 'Tutup', en: 'Close' },
  pngFailed: { id: 'Peramban ini tidak dapat membuat PNG; pakai SVG', en: 'This browser cannot make a PNG; use SVG' },
  svgFailed: { id: 'Gambar tidak dapat disimpan; pakai CSV', en: 'The picture could not be saved; use CSV' },
  picture: { id: 'Gambar', en: 'Figure' },
  numbersBelow: { id: 'Angkanya ada di tabel di bawah gambar.', en: 'Its numbers are in the table below.' },
  table: { id: 'Tabel angka', en: 'Table of numbers' },
  back: { id: 'Buka tampilan ini', en: 'Open this view' },
  from: { id: 'Dari', en: 'From' },
  here: { id: 'Ke halaman gambar ini', en: 'To the page of this figure' }
} as const satisfies Record<string, Text>;

/** Whose figure it is, as a picture without an address says it: site and agency. */
export function fromText(site: string, agency: string | null, language: Language): string {
  return `${embedText.from[language]} ${[site, agency].filter(Boolean).join(', ')}`;
}
