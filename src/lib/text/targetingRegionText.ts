import type { Text } from './language';

/** Headings, columns and hints of the page of a desa or kecamatan. */
export const targetingRegionText = {
  bantuan: { id: 'Bantuan', en: 'Aid' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  desa: { id: 'Desa/kelurahan', en: 'Desa/kelurahan' },
  terjangkau: { id: 'Terjangkau', en: 'Reached' },
  penerima: { id: 'Penerima', en: 'Recipients' },
  penyelenggara: { id: 'Penyelenggara', en: 'Run by' },
  segar: { id: 'Diverifikasi 12 bulan', en: 'Verified in 12 months' },
  compared: { id: 'Dibandingkan wilayah lain', en: 'Compared with other places' },
  trend: { id: 'Dari tahun ke tahun', en: 'Over the years' },
  tahun: { id: 'Tahun', en: 'Year' },
  berjalan: { id: 'berjalan', en: 'running' },
  rentang: { id: 'Rentang 95 %', en: '95% range' },
  registri: { id: 'Registri', en: 'Registry' },
  howTo: {
    id: 'Keluarga Anda layak tetapi belum terdaftar, atau datanya salah?',
    en: 'Is your family eligible but not registered, or are its data wrong?'
  },
  neighbours: { id: 'Desa lain di kecamatan ini', en: 'Other desa of this kecamatan' },
  desaHere: { id: 'Desa dan kelurahan di kecamatan ini', en: 'Desa and kelurahan of this kecamatan' },
  qr: { id: 'Kode QR alamat halaman ini', en: 'QR code of the address of this page' },
  qrHint: { id: 'Pindai untuk membuka halaman ini', en: 'Scan to open this page' },
  print: { id: 'Cetak untuk papan pengumuman', en: 'Print for the notice board' },
  findOther: { id: 'Cari desa lain', en: 'Find another desa' },
  seeTargeting: { id: 'Lihat sasaran selengkapnya', en: 'See targeting in full' }
} as const satisfies Record<string, Text>;
