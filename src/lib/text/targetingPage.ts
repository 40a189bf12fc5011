import type { Text } from './language';

/** Headings, columns and hints of the targeting page by desa and of the worklist. */
export const targetingText = {
  title: { id: 'Sasaran bantuan', en: 'Targeting of aid' },
  description: {
    id: 'Siapa yang terjangkau bantuan di tiap desa, siapa yang belum, dan seberapa pasti: kecocokan daftar penerima dengan DTSEN, bukan ukuran kemiskinan.',
    en: 'Who is reached by aid in each desa, who is not yet, and how sure that is: agreement of recipient lists with DTSEN, not a measure of poverty.'
  },
  noData: {
    id: 'Ekstrak ini belum memuat daftar penerima dan registri. Letakkan keduanya di data/masukan, lalu jalankan npm run extract.',
    en: 'This extract holds no recipient lists and no registry yet. Put them into data/masukan and run npm run extract.'
  },
  choices: { id: 'Pilih bantuan, waktu, dan ukuran', en: 'Choose aid, time and measure' },
  bantuan: { id: 'Bantuan', en: 'Aid' },
  semuaBantuan: { id: 'semua bantuan', en: 'all aid' },
  tahun: { id: 'Tahun', en: 'Year' },
  periode: { id: 'Periode', en: 'Period' },
  ukuran: { id: 'Ukuran di peta', en: 'Measure on the map' },
  perDesil: { id: 'Penerima di desil', en: 'Recipients in desil' },
  semuaDesil: { id: 'tidak dipilih', en: 'none chosen' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  dapil: { id: 'Dapil', en: 'Electoral district' },
  semua: { id: 'semua', en: 'all' },
  reset: { id: 'Kembali ke semula', en: 'Reset' },
  mapUnit: {
    id: 'satu segi enam satu desa atau kelurahan, dikelompokkan per kecamatan; letaknya mendekati peta',
    en: 'one hexagon for each desa or kelurahan, grouped by kecamatan; placed roughly as on a map'
  },
  funnel: { id: 'Mana yang sungguh berbeda, mana yang kebetulan?', en: 'Which differ in truth, which by chance?' },
  funnelUnit: {
    id: 'di dalam corong, perbedaan dengan angka kabupaten dapat terjadi karena angkanya kecil; garis putus 95 %, garis penuh 99,8 %',
    en: 'inside the funnel a difference from the regency may come from small numbers alone; dashed 95%, solid 99.8%'
  },
  bands: { id: 'Rentang, bukan peringkat', en: 'A range, not a rank' },
  bandsUnit: {
    id: 'rentang 95 % tiap desa sesudah disusutkan ke arah rata-rata; yang tertinggi dan terendah',
    en: '95% range of each desa once drawn towards the mean; the highest and lowest'
  },
  list: { id: 'Semua desa dan kelurahan', en: 'All desa and kelurahan' },
  listKecamatan: { id: 'Semua kecamatan', en: 'All kecamatan' },
  desa: { id: 'Desa/kelurahan', en: 'Desa/kelurahan' },
  rentang: { id: 'Rentang 95 %', en: '95% range' },
  urutan: { id: 'Urutan (rentang 90 %)', en: 'Rank (90% range)' },
  status: { id: 'Dibanding kabupaten', en: 'Against the regency' },
  tinggi: { id: 'jelas lebih banyak', en: 'clearly more' },
  rendah: { id: 'jelas lebih sedikit', en: 'clearly fewer' },
  sama: { id: 'tidak dapat dibedakan', en: 'cannot be told apart' },
  kecil: { id: 'terlalu kecil untuk dinilai', en: 'too small to judge' },
  layakKolom: { id: 'Layak menurut registri', en: 'Eligible by the registry' },
  terjangkau: { id: 'Terjangkau', en: 'Reached' },
  terlewat: { id: 'Belum terjangkau', en: 'Not yet reached' },
  diLuar: { id: 'Penerima di luar desil layak', en: 'Recipients outside the eligible desil' },
  belumDinilai: { id: 'Belum dapat dinilai', en: 'Not yet decided' },
  penerima: { id: 'Penerima', en: 'Recipients' },
  seeDesa: { id: 'Buka halaman desa ini', en: 'Open the page of this desa' },
  pick: {
    id: 'Sentuh, arahkan, atau pilih satu desa untuk membaca angkanya.',
    en: 'Touch, point at or focus a desa to read its numbers.'
  },
  seeAid: {
    id: 'Bantuan satu per satu: menurut desil, rupiah yang sampai, tumpang tindih, dan pembayaran',
    en: 'Aid by aid: by desil, where the rupiah went, overlap, and payments'
  },
  keluarga: { id: 'Keluarga', en: 'Families' },
  freshness: { id: 'Kesegaran registri', en: 'Freshness of the registry' },
  worklist: { id: 'Daftar kerja operator desa', en: 'Worklist for desa operators' },
  wholeWorklist: { id: 'Daftar kerja selengkapnya, semua desa', en: 'The whole worklist, all desa' },
  segar: { id: 'Diverifikasi 12 bulan', en: 'Verified in 12 months' },
  lama: { id: 'Belum diverifikasi 12 bulan', en: 'Not verified in 12 months' },
  tugas: { id: 'Yang dilakukan', en: 'What to do' },
  seeTargeting: { id: 'Lihat sasaran selengkapnya', en: 'See targeting in full' }
} as const satisfies Record<string, Text>;
