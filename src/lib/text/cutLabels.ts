import type { Text } from './language';

/** Words of the page of cuts: headings, controls, columns. Sentences with numbers are in cutSentences. */
export const cutLabels = {
  title: { id: 'Simulasi pemotongan', en: 'Cut simulation' },
  description: {
    id: 'Bila TKD turun: apa yang dipotong, siapa yang kehilangan bantuan, dan berapa harga tiap perlindungan.',
    en: 'If transfers fall: what is cut, who loses aid, and what each protection costs.'
  },
  question: { id: 'Apa yang terjadi', en: 'What happens' },
  tkdFall: { id: 'TKD turun', en: 'Transfers fall by' },
  tkdRise: { id: 'TKD naik', en: 'Transfers rise by' },
  percent: { id: 'persen dari sisa tahun ini', en: 'percent of the rest of this year' },
  percentWrong: {
    id: 'Isi angka dari −100 sampai 100. Yang tampak adalah skenario sebelumnya.',
    en: 'Enter a number from −100 to 100. Shown is the scenario before.'
  },
  sourceWrong: {
    id: 'Isi angka: persen dari −1.000 sampai 100, atau juta rupiah (negatif berarti naik). Yang tampak adalah skenario sebelumnya.',
    en: 'Enter a number: percent from −1,000 to 100, or millions of rupiah (negative is a rise). Shown is the scenario before.'
  },
  shareWrong: {
    id: 'Isi angka dari 0 sampai 100, atau kosongkan. Yang tampak adalah skenario sebelumnya.',
    en: 'Enter a number from 0 to 100, or leave it empty. Shown is the scenario before.'
  },
  shockNote: {
    id: 'Persen dihitung dari uang yang masih akan datang sejak bulan mulai; yang sudah diterima tidak berubah. Dana terikat semula tetap: atur sendiri di bawah.',
    en: 'Percent are of the money still to come from the starting month on; what has arrived does not change. Earmarked money stays at first: set it below.'
  },
  year: { id: 'Tahun anggaran', en: 'Budget year' },
  noChange: { id: 'tetap', en: 'no change' },
  shareDefault: { id: 'Bagian dinas dari APBD yang bebas', en: 'The agency’s share of the free budget' },
  presets: { id: 'Mulai dari', en: 'Start from' },
  mulai: { id: 'Mulai bulan', en: 'Starting month' },
  bySource: { id: 'Atur tiap sumber dana', en: 'Set each source' },
  source: { id: 'Sumber dana', en: 'Source' },
  earmarked: { id: 'terikat', en: 'earmarked' },
  free: { id: 'bebas', en: 'free' },
  sourcePagu: { id: 'Pagu dari sumber ini', en: 'Pagu from this source' },
  stillToCome: { id: 'Masih akan datang', en: 'Still to come' },
  shock: { id: 'Turun', en: 'Falls by' },
  shockUnit: { id: 'Satuan', en: 'Unit' },
  asPercent: { id: '%', en: '%' },
  asRupiah: { id: 'Rp juta', en: 'Rp million' },
  likeTkd: { id: 'ikut TKD', en: 'as TKD' },
  bagian: { id: 'Bagian dinas dari penurunan daerah', en: 'Share of the regency’s fall that the agency bears' },
  bagianHint: {
    id: 'Isi bila angka rupiah di atas adalah penurunan seluruh kabupaten.',
    en: 'Fill in if the rupiah above are the fall of the whole regency.'
  },
  how: { id: 'Cara memotong', en: 'How to cut' },
  objective: { id: 'Dampak dihitung dari', en: 'Harm counts' },
  bulan: { id: 'bulan bantuan yang hilang', en: 'months of aid lost' },
  rupiah: { id: 'rupiah bantuan yang hilang', en: 'rupiah of aid lost' },
  dropping: { id: 'Siapa yang kehilangan', en: 'Who loses' },
  rata: { id: 'semua kelas sama rata', en: 'every class alike' },
  tepat: { id: 'yang tidak layak lebih dulu', en: 'those not eligible first' },
  equal: { id: 'Bobot semua kelas sama', en: 'Equal weights for all classes' },
  rounding: { id: 'Bulatkan ke ribuan rupiah', en: 'Round to thousands of rupiah' },
  undo: { id: 'Urungkan', en: 'Undo' },
  redo: { id: 'Ulangi', en: 'Redo' },
  reset: { id: 'Kembali ke awal', en: 'Start over' },
  solving: { id: 'Mencari potongan dengan dampak terkecil …', en: 'Looking for the least harmful cut …' },
  cancel: { id: 'Batalkan', en: 'Cancel' },
  cancelled: {
    id: 'Dibatalkan. Yang tampak adalah rencana sebelumnya.',
    en: 'Cancelled. Shown is the plan before.'
  },
  retry: { id: 'Coba lagi', en: 'Try again' },
  solverFailed: {
    id: 'Pemecah persoalan tidak dapat dijalankan di peramban ini; yang tampak tidak memakainya. Cara lain tetap dapat dipakai.',
    en: 'The solver cannot run in this browser; what is shown does without it. The other methods still work.'
  },
  cut: { id: 'Dipotong', en: 'Cut' },
  losing: { id: 'Kehilangan bantuan', en: 'Losing aid' },
  poorest: { id: 'Di antaranya desil 1–4', en: 'Of them in desil 1–4' },
  unmet: { id: 'Belum tertutup', en: 'Not yet found' },
  methods: { id: 'Cara lain untuk potongan yang sama', en: 'Other ways to make the same cut' },
  method: { id: 'Cara', en: 'Method' },
  recipientMonths: { id: 'Bulan bantuan hilang', en: 'Months of aid lost' },
  aidRupiah: { id: 'Rupiah bantuan hilang', en: 'Rupiah of aid lost' },
  choose: { id: 'Pakai', en: 'Use' },
  chosen: { id: 'dipakai', en: 'in use' },
  plan: { id: 'Rencana potongan', en: 'The plan' },
  planAll: { id: 'Tampilkan semua baris, juga yang tidak dipotong', en: 'Show every line, cut or not' },
  kode: { id: 'Kode', en: 'Code' },
  uraian: { id: 'Uraian', en: 'Description' },
  sebelum: { id: 'Sebelum', en: 'Before' },
  potongan: { id: 'Potongan', en: 'Cut' },
  sesudah: { id: 'Sesudah', en: 'After' },
  alasan: { id: 'Alasan', en: 'Reason' },
  jumlah: { id: 'Jumlah', en: 'Total' },
  byHand: { id: 'Potongan sendiri (Rp)', en: 'Own cut (Rp)' },
  role: { id: 'Peran', en: 'Role' },
  lock: { id: 'Kunci', en: 'Lock' },
  allow: { id: 'Boleh dipotong', en: 'May be cut' },
  langsung: { id: 'bantuan langsung', en: 'the aid itself' },
  penunjang: { id: 'penyaluran', en: 'delivery' },
  data: { id: 'data', en: 'data' },
  umum: { id: 'perkantoran', en: 'office' },
  proposed: { id: 'usulan dari kode', en: 'proposed from the code' },
  losers: { id: 'Siapa yang kehilangan', en: 'Who loses' },
  byAid: { id: 'Menurut bantuan', en: 'By aid' },
  aid: { id: 'Bantuan', en: 'Aid' },
  before: { id: 'Penerima', en: 'Recipients' },
  lost: { id: 'Kehilangan', en: 'Losing' },
  lossRate: { id: 'Bagian', en: 'Share' },
  months: { id: 'Bulan terdanai', en: 'Months funded' },
  exclusion: { id: 'Layak belum terjangkau', en: 'In need, not reached' },
  byDesil: { id: 'Menurut desil', en: 'By desil' },
  byKecamatan: { id: 'Menurut kecamatan', en: 'By kecamatan' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  rules: { id: 'Yang dijaga, dan harganya', en: 'What is protected, and its price' },
  price: { id: 'Harga', en: 'Price' },
  basis: { id: 'Dasar', en: 'Ground' },
  infeasible: { id: 'Permintaan ini tidak dapat dipenuhi', en: 'This request cannot be met' },
  uncertain: { id: 'Seberapa pasti', en: 'How certain' },
  tornado: { id: 'Yang paling menentukan', en: 'What matters most' },
  scenarios: { id: 'Skenario tersimpan', en: 'Saved scenarios' },
  nameIt: { id: 'Nama skenario', en: 'Name of the scenario' },
  save: { id: 'Simpan untuk dibandingkan', en: 'Keep to compare' },
  open: { id: 'Buka', en: 'Open' },
  remove: { id: 'Hapus', en: 'Remove' },
  compare: { id: 'Bandingkan', en: 'Compare' },
  download: { id: 'Unduh berkas skenario', en: 'Download the scenarios' },
  upload: { id: 'Buka berkas skenario', en: 'Open a file of scenarios' },
  copyLink: { id: 'Salin tautan', en: 'Copy the link' },
  copied: { id: 'Tautan disalin.', en: 'Link copied.' },
  memo: { id: 'Cetak telaahan (A4)', en: 'Print the memo (A4)' },
  xlsx: { id: 'Unduh rencana (XLSX)', en: 'Download the plan (XLSX)' },
  needsScript: {
    id: 'Mengubah skenario memerlukan JavaScript. Tanpa itu halaman ini menunjukkan skenario awal selengkapnya.',
    en: 'Changing the scenario needs JavaScript. Without it this page shows the first scenario in full.'
  },
  assumed: { id: 'Yang diandaikan', en: 'What is assumed' },
  notEnough: {
    id: 'Ekstrak ini tidak memuat pagu, sehingga tidak ada yang dapat dipotong.',
    en: 'This extract holds no pagu, so there is nothing to cut.'
  },
  breaksEquity: {
    id: 'Melanggar batas beban antar kecamatan.',
    en: 'Breaks the limit on the burden between kecamatan.'
  },
  weightsNote: {
    id: 'Bobot dampak: desil 1 empat kali, desil 2 tiga kali, desil 3 dua kali, desil 4 satu kali, desil 5–10 seperempat; yang desilnya tidak diketahui memakai rata-rata bantuannya.',
    en: 'Weights of harm: desil 1 fourfold, desil 2 threefold, desil 3 twofold, desil 4 once, desil 5–10 a quarter; where the desil is not known, the mean of the aid.'
  },
  accounts: { id: 'Sampai rekening', en: 'Down to accounts' },
  accountsFailed: {
    id: 'Rekening tidak dapat diambil. Periksa sambungan, lalu coba lagi.',
    en: 'The accounts could not be had. Check the connection and try again.'
  },
  allHidden: {
    id: 'Yang kehilangan menurut kecamatan disembunyikan: penerima di tiap kecamatan terlalu sedikit untuk ditunjukkan.',
    en: 'Losses by kecamatan are hidden: recipients in each are too few to be shown.'
  },
  search: { id: 'Cari kode atau nama', en: 'Find a code or name' },
  edit: { id: 'Ubah baris satu per satu', en: 'Change lines one by one' },
  fullRupiah: { id: 'Rupiah lengkap', en: 'Full rupiah' },
  decide: { id: 'Keputusan', en: 'Decision' },
  noRows: { id: 'Tidak ada baris yang cocok.', en: 'No line fits.' },
  missedBefore: { id: 'Layak terlewat, sebelum', en: 'In need and missed, before' },
  missedAfter: { id: 'Layak terlewat, sesudah', en: 'In need and missed, after' },
  keluarga: { id: 'keluarga', en: 'families' },
  orang: { id: 'orang', en: 'people' },
  once: { id: 'sekali bayar', en: 'paid once' },
  of: { id: 'dari', en: 'of' },
  priceFromQuota: { id: 'harga = pagu ÷ kuota', en: 'price = pagu ÷ quota' },
  kelas: { id: 'Kelas', en: 'Class' },
  recipientsUnit: {
    id: 'Penerima yang kehilangan, dan bagiannya dari penerima semula',
    en: 'Recipients who lose, and their share of the recipients before'
  },
  lostNote: {
    id: 'Kehilangan dihitung setara: bulan bantuan yang hilang dibagi bulan yang tersisa. Siapa yang menerima dua bantuan terhitung dua kali.',
    en: 'Losing is counted as an equivalent: months of aid lost ÷ months left. Who receives two aids counts twice.'
  },
  keepShare: { id: 'Bagian yang disisakan', en: 'Share that is kept' },
  times: { id: 'Paling banyak sekian kali', en: 'At most so many times' },
  accountHeads: { id: 'Awalan rekening', en: 'Accounts that begin with' },
  keptIn: { id: 'ditahan pada', en: 'held back in' },
  lines: { id: 'baris', en: 'lines' },
  alsoKept: { id: 'Yang juga tidak dipotong', en: 'Also not cut' },
  ofPagu: { id: 'dari pagu', en: 'of the pagu' },
  ofLosers: { id: 'dari yang kehilangan', en: 'of those who lose' },
  ofDemand: { id: 'dari', en: 'of' },
  atLeast: { id: 'paling sedikit', en: 'at least' },
  nobody: { id: 'tidak ada penerima', en: 'no recipient' },
  route: { id: 'Persetujuan yang mungkin diperlukan', en: 'Approval that may be needed' },
  sourceLine: {
    id: 'pagu, realisasi, dan daftar penerima pada ekstrak ini; model potongan Tepat',
    en: 'pagu, spending and recipient lists of this extract; the cut model of Tepat'
  },
  perluDicek: { id: 'perlu dicek TAPD', en: 'to be checked by TAPD' }
} as const satisfies Record<string, Text>;
