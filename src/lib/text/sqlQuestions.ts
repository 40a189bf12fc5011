import type { Text } from './language';

/** Ready-made questions of the SQL console in words, by their id in `query/ready`. */
export const sqlQuestions: Readonly<Record<string, Text>> = {
  'realisasi-program': {
    id: 'Berapa yang sudah dibelanjakan tiap program, dari pagu berapa?',
    en: 'How much has each program spent, and of which pagu?'
  },
  'realisasi-bulan': {
    id: 'Berapa realisasi tiap bulan tahun ini?',
    en: 'How much was spent in each month of this year?'
  },
  'sisa-pagu': {
    id: 'Sub kegiatan mana yang paling besar sisa pagunya?',
    en: 'Which sub kegiatan have the most pagu left?'
  },
  'belanja-jenis': { id: 'Uangnya dibelanjakan untuk jenis apa?', en: 'What kinds of spending did the money go to?' },
  'belum-dibayar': {
    id: 'Berapa kontrak dan kewajiban yang belum dibayar?',
    en: 'How much of contracts and obligations is still unpaid?'
  },
  'sumber-dana': { id: 'Sumber dana mana yang membiayai pagu?', en: 'Which sources of funds pay for the pagu?' },
  'pendapatan-tahun': {
    id: 'Berapa pendapatan daerah, dianggarkan dan diterima, tiap tahun?',
    en: 'How much revenue was budgeted and received in each year?'
  },
  'komponen-pendapatan': {
    id: 'Dari komponen apa pendapatan daerah tahun terakhir?',
    en: 'Which components make up the revenue of the newest year?'
  },
  'angka-terbit': {
    id: 'Angka apa saja yang diterbitkan pihak lain untuk tahun terakhir?',
    en: 'Which figures have others published for the newest year?'
  },
  'luar-desil-kecamatan': {
    id: 'Di kecamatan mana penerima di luar desil layak paling banyak?',
    en: 'Which kecamatan have the most recipients outside the eligible desil?'
  },
  'layak-belum-desa': {
    id: 'Di desa mana keluarga layak yang belum terjangkau paling banyak?',
    en: 'Which desa have the most eligible families not reached?'
  },
  'penerima-desil': {
    id: 'Berapa keluarga penerima di tiap desil?',
    en: 'How many families receive aid in each desil?'
  },
  'layak-bantuan': {
    id: 'Berapa penerima tiap bantuan, dan berapa yang desilnya layak?',
    en: 'How many receive each aid, and how many of them are in an eligible desil?'
  },
  'jumlah-bantuan': {
    id: 'Berapa keluarga yang menerima lebih dari satu bantuan?',
    en: 'How many families receive more than one aid?'
  },
  'kewajiban-rutin': {
    id: 'Kewajiban bulanan apa yang tidak dapat ditunda?',
    en: 'Which monthly obligations cannot be put off?'
  },
  'aturan-potong': {
    id: 'Berapa baris belanja yang dibatasi pemotongannya, menurut perannya?',
    en: 'How many spending lines have a limit on cuts, by their role?'
  },
  'umur-registri': {
    id: 'Di kecamatan mana data registri paling lama tidak diperbarui?',
    en: 'Where has the registry gone longest without an update?'
  },
  'bulan-terakhir': {
    id: 'Sampai bulan berapa tiap tabel terisi?',
    en: 'Up to which month does each table reach?'
  },
  'berkas-asal': {
    id: 'Dari berkas apa angka-angka ini, dan per tanggal berapa?',
    en: 'Which files do the figures come from, and as of when?'
  },
  tersembunyi: {
    id: 'Berapa baris sasaran yang angkanya disembunyikan?',
    en: 'How many rows of targeting have hidden figures?'
  }
};

/** Names of the topics of `query/ready`. */
export const sqlTopics: Readonly<Record<string, Text>> = {
  realisasi: { id: 'Realisasi', en: 'Spending' },
  pendanaan: { id: 'Pendanaan', en: 'Funding' },
  sasaran: { id: 'Sasaran', en: 'Targeting' },
  pemotongan: { id: 'Pemotongan', en: 'Cuts' },
  mutu: { id: 'Umur dan asal data', en: 'Age and origin of the data' }
};
