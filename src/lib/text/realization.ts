import type { Text } from './language';

/** Words of the realization page and the summary that are not sentences made from numbers. */
export const realizationText = {
  title: { id: 'Realisasi anggaran', en: 'Budget realization' },
  description: {
    id: 'Seberapa jauh anggaran dinas sudah terpakai, terhadap rencana kas dan tahun-tahun lalu, dengan perkiraan akhir tahun.',
    en: 'How far the agency’s budget has been spent, against its cash plan and past years, with a year-end forecast.'
  },
  filters: { id: 'Persempit', en: 'Narrow down' },
  tahun: { id: 'Tahun', en: 'Year' },
  bulan: { id: 'Sampai bulan', en: 'Up to' },
  skpd: { id: 'SKPD atau unit', en: 'Agency or unit' },
  kode: { id: 'Program', en: 'Programme' },
  jenis: { id: 'Jenis belanja', en: 'Type of spending' },
  sumberDana: { id: 'Sumber dana', en: 'Funding source' },
  tahap: { id: 'Persentase terhadap', en: 'Percentages against' },
  all: { id: 'semua', en: 'all' },
  inForce: { id: 'tahap yang berlaku', en: 'the stage in force' },
  latest: { id: 'bulan terakhir', en: 'latest month' },
  reset: { id: 'Kembali ke tampilan awal', en: 'Back to the first view' },
  curveUnit: { id: 'Realisasi kumulatif, persen', en: 'Cumulative realization, percent' },
  bridgeUnit: {
    id: 'setiap langkah menjumlah sampai rupiah terakhir',
    en: 'every step adds up to the last rupiah'
  },
  monthsUnit: { id: 'Realisasi tiap bulan', en: 'Realization in each month' },
  exceptions: { id: 'Yang perlu dilihat', en: 'What needs a look' },
  threeExceptions: { id: 'Tiga yang perlu Anda lihat', en: 'Three to look at' },
  ranked: {
    id: 'Diurutkan menurut rupiah yang berisiko tidak terpakai',
    en: 'Ranked by rupiah at risk of staying unspent'
  },
  noExceptions: { id: 'Tidak ada yang keluar dari batas di bawah ini.', en: 'Nothing is outside the limits below.' },
  limits: { id: 'Aturan dan batasnya', en: 'The rules and their limits' },
  bawahRencana: { id: 'Di bawah rencana kas mulai (persen)', en: 'Below the cash plan from (percent)' },
  jarakFisik: { id: 'Jarak keuangan dan fisik mulai (poin)', en: 'Money and work apart from (points)' },
  lonjakan: { id: 'Menumpuk mulai (kali biasanya)', en: 'Piling up from (times the usual)' },
  minimalJuta: {
    id: 'Abaikan yang lebih kecil dari (juta rupiah)',
    en: 'Leave out what is smaller than (million rupiah)'
  },
  subkegiatan: { id: 'Sub kegiatan', en: 'Sub-activity' },
  reasons: { id: 'Sebab', en: 'Why' },
  risk: { id: 'Berisiko', en: 'At risk' },
  keuangan: { id: 'Keuangan', en: 'Money' },
  fisik: { id: 'Fisik', en: 'Work' },
  pace: { id: 'Realisasi | rencana', en: 'Spent | planned' },
  pagu: { id: 'Pagu', en: 'Pagu' },
  realisasi: { id: 'Realisasi', en: 'Realization' },
  rate: { id: 'Terpakai', en: 'Spent' },
  planRate: { id: 'Rencana', en: 'Planned' },
  kontrak: { id: 'Kontrak belum dibayar', en: 'Contracts not paid' },
  utang: { id: 'Utang belum dibayar', en: 'Bills not paid' },
  kewajiban: { id: 'Gaji dan kewajiban sampai Desember', en: 'Pay and obligations to December' },
  problem: { id: 'Masalah', en: 'Problem' },
  followUp: { id: 'Tindak lanjut', en: 'Follow-up' },
  programs: { id: 'Menurut program', en: 'By programme' },
  kegiatans: { id: 'Menurut kegiatan', en: 'By activity' },
  subkegiatans: { id: 'Menurut sub kegiatan', en: 'By sub-activity' },
  accounts: { id: 'Menurut rekening', en: 'By account' },
  allSubkegiatan: { id: 'Semua sub kegiatan', en: 'Every sub-activity' },
  program: { id: 'Program', en: 'Programme' },
  kegiatan: { id: 'Kegiatan', en: 'Activity' },
  rekening: { id: 'Rekening', en: 'Account' },
  nama: { id: 'Nama', en: 'Name' },
  kodeHeading: { id: 'Kode', en: 'Code' },
  outputs: { id: 'Apa yang dihasilkan uang itu', en: 'What the money brought about' },
  outputsUnit: {
    id: 'Target dan capaian di samping uangnya; persentase uang saja tidak bercerita',
    en: 'Target and achievement beside the money; a percentage of money alone tells little'
  },
  indikator: { id: 'Keluaran', en: 'Output' },
  target: { id: 'Target', en: 'Target' },
  capaian: { id: 'Capaian', en: 'Achieved' },
  perUnit: { id: 'Biaya per satuan', en: 'Cost per unit' },
  satuan: { id: 'Satuan', en: 'Unit' },
  noOutputs: { id: 'Berkas keluaran belum ada.', en: 'No output file was delivered.' },
  obligations: { id: 'Yang sudah mengikat tetapi belum dibayar', en: 'Bound but not yet paid' },
  credibility: { id: 'Seberapa dekat anggaran dengan kenyataan', en: 'How close the budget comes to what happens' },
  spike: { id: 'Belanja akhir tahun', en: 'Year-end spending' },
  stages: { id: 'Tahap anggaran', en: 'Budget stages' },
  stageHeading: { id: 'Tahap', en: 'Stage' },
  since: { id: 'Berlaku sejak', en: 'In force since' },
  inferred: { id: 'disimpulkan dari LRA', en: 'inferred from the LRA' },
  sourcesNote: {
    id: 'Sumber dana membiayai baris anggaran, tetapi realisasi tidak dicatat per sumber: yang tampak adalah seluruh baris yang dibiayai sumber ini, juga bila sebagian.',
    en: 'A source pays for budget lines, but realization is not recorded by source: shown are all lines this source pays for, in whole or in part.'
  },
  bandNote: {
    id: 'Rentang 80 %: dari sepuluh tahun serupa, kira-kira delapan berakhir di dalamnya.',
    en: 'An 80% range: of ten such years, about eight end within it.'
  },
  dividedNote: {
    id: 'Bagian dari kelompok yang lebih besar: perkiraan kelompok dibagi menurut rencana kas, begitu juga rentangnya.',
    en: 'Part of larger groups: their forecast is divided by cash plan, and so is its range.'
  },
  noData: {
    id: 'Belum ada realisasi dalam ekstrak ini. Taruh LRA di data/masukan lalu jalankan npm start.',
    en: 'This extract holds no realization yet. Put LRA files into data/masukan and run npm start.'
  },
  changed: { id: 'Yang berubah sejak bulan lalu', en: 'What changed since last month' },
  seeFunding: { id: 'Lihat pendanaan', en: 'See funding' },
  seeAll: { id: 'Lihat semuanya di Realisasi', en: 'See all of it under Realization' },
  seeLine: { id: 'Lihat barisnya', en: 'See the line' },
  perUnitNote: {
    id: 'Biaya per satuan: seluruh realisasi sub kegiatan ÷ keluaran utamanya.',
    en: 'Cost per unit: all realization of the sub-activity ÷ its main output.'
  },
  key: { id: 'Empat angka', en: 'Four numbers' },
  free: { id: 'Masih bebas', en: 'Still free' },
  freeDetail: { id: 'setelah kontrak, gaji, dan utang', en: 'after contracts, pay and bills' },
  freeUnknown: { id: 'daftar kontrak atau kewajiban belum ada', en: 'no list of contracts or obligations yet' },
  yearEnd: { id: 'Perkiraan akhir tahun', en: 'Year-end forecast' },
  atRisk: { id: 'Berisiko tidak terpakai', en: 'At risk of staying unspent' },
  share: { id: 'Tautan tampilan ini', en: 'Link to this view' },
  copyLink: { id: 'Salin tautan', en: 'Copy the link' },
  copiedLink: { id: 'Tautan disalin.', en: 'Link copied.' }
} as const satisfies Record<string, Text>;
