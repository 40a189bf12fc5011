import type { Text } from './language';

/** Words of the funding page that are not sentences made from numbers. */
export const fundingLabels = {
  title: { id: 'Pendanaan', en: 'Funding' },
  description: {
    id: 'Dari mana uang daerah datang, bagaimana itu berubah, dan program mana yang bergantung pada transfer pusat.',
    en: 'Where the region’s money comes from, how that changed, and which programmes stand on central transfers.'
  },
  choices: { id: 'Cara menampilkan', en: 'How to show it' },
  series: { id: 'Sumber angka', en: 'Source of the figures' },
  best: { id: 'terlengkap', en: 'the most complete' },
  ukuran: { id: 'Ukuran', en: 'Measure' },
  realisasi: { id: 'Realisasi', en: 'Realised' },
  anggaran: { id: 'Anggaran', en: 'Budget' },
  riil: { id: 'harga tetap (riil)', en: 'constant prices (real)' },
  kapita: { id: 'per penduduk', en: 'per resident' },
  tahunDasar: { id: 'Tahun dasar', en: 'Base year' },
  automatic: { id: 'otomatis', en: 'automatic' },
  tkdShare: { id: 'Bagian TKD dalam pendapatan', en: 'TKD as a share of revenue' },
  padShare: { id: 'Bagian PAD dalam pendapatan', en: 'PAD as a share of revenue' },
  tkdChange: { id: 'Anggaran TKD', en: 'Budgeted TKD' },
  agencyTkd: { id: 'Pagu dinas yang bertumpu pada TKD', en: 'Agency pagu resting on TKD' },
  tahun: { id: 'Tahun', en: 'Year' },
  until: { id: 's.d.', en: 'to' },
  jumlah: { id: 'Jumlah', en: 'Total' },
  komponen: { id: 'Komponen', en: 'Component' },
  change: { id: 'Perubahan', en: 'Change' },
  rate: { id: 'Perubahan, persen', en: 'Change, percent' },
  byYear: { id: 'Bagian TKD dan PAD tiap tahun', en: 'Shares of TKD and PAD by year' },
  share: { id: 'Bagian', en: 'Share' },
  onePercent: { id: 'Bila turun 1 %, daerah kehilangan', en: 'One percent less costs the region' },
  agencyOnePercent: { id: 'dinas kehilangan', en: 'costs the agency' },
  programMonths: { id: 'bulan program', en: 'programme-months' },
  exposure: { id: 'Bila satu komponen turun satu persen', en: 'When a component falls by one percent' },
  peers: { id: 'Dibanding daerah sekelas', en: 'Among regions of the same class' },
  region: { id: 'Daerah', en: 'Region' },
  errors: { id: 'Anggaran dibanding yang datang', en: 'Budgeted against received' },
  meanError: { id: 'Selisih rata-rata', en: 'Mean error' },
  spread: { id: 'Besar selisih (RMS)', en: 'Size of error (RMS)' },
  years: { id: 'Tahun dihitung', en: 'Years counted' },
  programs: { id: 'Program mana dibayar sumber mana', en: 'Which programmes each source pays for' },
  program: { id: 'Program', en: 'Programme' },
  source: { id: 'Sumber dana', en: 'Funding source' },
  use: { id: 'Penggunaan', en: 'Use' },
  earmarked: { id: 'terikat', en: 'earmarked' },
  free: { id: 'bebas', en: 'free' },
  unnamed: { id: 'belum dirinci', en: 'not named' },
  pagu: { id: 'Pagu', en: 'Pagu' },
  months: { id: 'Berapa bulan yang didanai', en: 'How many months are funded' },
  work: { id: 'Sub kegiatan', en: 'Sub-activity' },
  funded: { id: 'Didanai (bulan)', en: 'Funded (months)' },
  due: { id: 'Perlu (bulan)', en: 'Due (months)' },
  shortfall: { id: 'Kurang', en: 'Short by' },
  fall: { id: 'Bila sumber ini turun', en: 'If this source falls' },
  fallBy: { id: 'sebesar (persen)', en: 'by (percent)' },
  noFall: { id: 'tidak ada yang turun', en: 'nothing falls' },
  noShort: {
    id: 'Semua belanja rutin yang dikenal didanai sampai bulan terakhirnya.',
    en: 'All recurring spending that is known is funded to its last month.'
  },
  simulate: { id: 'Apa yang dipotong bila ini terjadi?', en: 'What would be cut if this happened?' },
  monthsNote: {
    id: 'Hanya belanja yang berulang tiap bulan: menurut daftar kewajiban, atau menurut rencana kas yang rata. Yang lain tidak punya ukuran bulan.',
    en: 'Only spending that recurs each month: by the list of obligations, or by an even cash plan. The rest has no measure in months.'
  },
  arrival: { id: 'Kapan transfer datang', en: 'When transfers arrive' },
  arrivalUnit: {
    id: 'TKD diterima sejak Januari, persen dari anggaran TKD tahun itu',
    en: 'TKD received since January, percent of that year’s budgeted TKD'
  },
  noMonthlyPlan: {
    id: 'Rencana penyaluran per bulan tidak ada di sumber mana pun; pembandingnya tahun-tahun lalu.',
    en: 'No source gives a monthly plan of payments; past years are the measure.'
  },
  owed: { id: 'Belum diterima pada akhir tahun', en: 'Not received by year-end' },
  received: { id: 'Diterima', en: 'Received' },
  agency: {
    id: 'Apakah anggaran dinas tetap stabil saat TKD turun?',
    en: 'Did the agency stay stable while TKD fell?'
  },
  agencyName: { id: 'Dinas', en: 'Agency' },
  tkdName: { id: 'TKD daerah', en: 'Region’s TKD' },
  indexUnit: { id: 'Indeks', en: 'Index' },
  balance: { id: 'Pemeriksaan: Pendapatan − Belanja + Pembiayaan', en: 'Check: revenue − spending + financing' },
  balanceNote: {
    id: 'Anggaran harus bersisa nol; realisasi menyisakan SiLPA. Selisih di bawah pembulatan sumber dianggap cocok.',
    en: 'A budget must leave nothing; what was realised leaves SiLPA. A difference below the rounding of the source counts as a match.'
  },
  balances: { id: 'seimbang', en: 'balances' },
  differs: { id: 'selisih', en: 'differs by' },
  incomplete: { id: 'tidak lengkap', en: 'incomplete' },
  silpa: { id: 'SiLPA realisasi', en: 'SiLPA realised' },
  revenue: { id: 'Pendapatan', en: 'Revenue' },
  spending: { id: 'Belanja', en: 'Spending' },
  financing: { id: 'Pembiayaan neto', en: 'Net financing' },
  result: { id: 'Hasil', en: 'Result' },
  published: { id: 'Angka yang diterbitkan', en: 'Published figures' },
  publishedNote: {
    id: 'Dari berita dan siaran pers, dengan tahap dan sumbernya. Yang bertentangan ditampilkan semua, tidak dirata-ratakan, dan tidak dipakai dalam hitungan di atas.',
    en: 'From news and press releases, with stage and source. Conflicting ones are all shown, never averaged, and not used in the figures above.'
  },
  exceeds: {
    id: 'menyamai atau melebihi keseluruhannya:',
    en: 'reaches or exceeds the whole it is part of:'
  },
  publishedReal: {
    id: 'Angka di tabel ini nyata, juga bila halaman lain memuat data contoh.',
    en: 'The figures in this table are real, even where other pages hold sample data.'
  },
  seePublished: { id: 'Semua angka terbitan, dengan sumbernya', en: 'All published figures, with their sources' },
  agreement: { id: 'Kecocokan', en: 'Agreement' },
  stage: { id: 'Tahap', en: 'Stage' },
  date: { id: 'Tanggal', en: 'Date' },
  amount: { id: 'Rupiah', en: 'Rupiah' },
  note: { id: 'Catatan', en: 'Note' },
  nation: { id: 'Indonesia', en: 'Indonesia' },
  noData: {
    id: 'Ekstrak ini tidak memuat pendapatan daerah. Taruh berkas portal DJPK (APBD, TKDD) atau LRA daerah di folder masukan.',
    en: 'This extract holds no regional revenue. Put files of the DJPK portal (APBD, TKDD) or a regional LRA into the input folder.'
  },
  otherSeries: {
    id: 'Sumber atau ukuran yang diminta tidak ada dalam data ini; yang ditampilkan sumber lain.',
    en: 'The source or measure asked for is not in these data; another source is shown.'
  },
  picked: {
    id: 'Ekstrak memuat beberapa daerah dan tidak menyebut yang mana daerah dinas; yang ditampilkan daerah dengan data terbanyak. Tetapkan "wilayah" di tepat.json.',
    en: 'The extract holds several regions and does not say which is the agency’s; the one with most data is shown. Set "wilayah" in tepat.json.'
  },
  reset: { id: 'Kembali ke tampilan awal', en: 'Back to the first view' },
  allProgramSources: { id: 'Semua program menurut sumber', en: 'Every programme by source' }
} as const satisfies Record<string, Text>;
