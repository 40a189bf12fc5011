import { ownRule, type MethodGroup } from './method';

/** Indicators of the funding page. */
export const fundingMethods: MethodGroup = {
  id: 'pendanaan',
  name: { id: 'Pendanaan', en: 'Funding' },
  methods: [
    {
      id: 'ketergantungan',
      name: { id: 'Ketergantungan pada TKD', en: 'Dependency on TKD' },
      definition: {
        id: 'Bagian pendapatan kabupaten yang berasal dari transfer pusat.',
        en: 'The share of the regency’s revenue that comes from central transfers.'
      },
      formula: { id: 'TKD ÷ seluruh pendapatan daerah', en: 'TKD ÷ total regional revenue' },
      nothing: {
        id: 'Penyebutnya seluruh pendapatan tahun itu. – bila sumbernya tidak memuat PAD dan TKD sekaligus, atau satu komponen tidak diketahui.',
        en: 'Divided by all revenue of the year. – where the source lacks own revenue or TKD, or a component is not known.'
      },
      edge: {
        id: 'Daftar transfer saja bukan seluruh pendapatan, jadi tidak dibagi. Anggaran dan realisasi tidak dicampur.',
        en: 'A list of transfers alone is not the whole revenue and is not divided. Budget and realization are never mixed.'
      },
      source: ownRule,
      page: '/pendanaan',
      code: ['funding/revenue', 'dependencyOf']
    },
    {
      id: 'rupiah-riil',
      name: { id: 'Rupiah riil', en: 'Real rupiah' },
      definition: {
        id: 'Rupiah tahun lain dinyatakan dengan harga satu tahun dasar.',
        en: 'Rupiah of other years stated at the prices of one base year.'
      },
      formula: {
        id: 'nominal × IHK tahun dasar ÷ IHK tahun itu',
        en: 'nominal × CPI of the base year ÷ CPI of that year'
      },
      nothing: {
        id: 'Penyebutnya IHK tahun itu. – bila indeks salah satu tahun tidak diketahui.',
        en: 'Divided by that year’s CPI. – where either year’s index is not known.'
      },
      edge: {
        id: 'Dasar 2018 disambung ke dasar 2022 dengan rasio keduanya pada bulan yang sama di tahun terakhir yang memuat keduanya.',
        en: 'The 2018 basis is joined to the 2022 basis by the ratio of both in the same month of the latest year that has both.'
      },
      source: { id: 'Indeks Harga Konsumen, BPS.', en: 'Consumer price index, Statistics Indonesia (BPS).' },
      page: '/pendanaan',
      code: ['funding/price', 'realFactor']
    },
    {
      id: 'per-penduduk',
      name: { id: 'Per penduduk', en: 'Per head' },
      definition: {
        id: 'Rupiah dibagi penduduk pada tahun yang sama.',
        en: 'Rupiah divided by the population of the same year.'
      },
      formula: {
        id: 'rupiah (nominal atau riil) ÷ penduduk tahun itu',
        en: 'rupiah (nominal or real) ÷ population of the year'
      },
      nothing: {
        id: 'Penyebutnya penduduk. – bila jumlah penduduk tahun itu tidak diketahui atau nol.',
        en: 'Divided by the population. – where that of the year is not known or zero.'
      },
      edge: {
        id: 'Sumber penduduk disebut di halaman, sebab angka resmi berbeda menurut penerbitnya.',
        en: 'The page names the source of the population, since official figures differ by publisher.'
      },
      source: ownRule,
      page: '/pendanaan',
      code: ['funding/price', 'unitFactor']
    },
    {
      id: 'stabilitas',
      name: { id: 'Stabilitas anggaran dinas', en: 'Stability of the agency’s budget' },
      definition: {
        id: 'Apakah anggaran dinas bertahan ketika TKD turun.',
        en: 'Whether the agency’s budget held while TKD fell.'
      },
      formula: {
        id: 'perubahan = tahun terakhir ÷ tahun dasar − 1; stabil bila TKD turun lebih dari 1 persen dan anggaran dinas berubah paling banyak 5 persen',
        en: 'change = last year ÷ base year − 1; stable where TKD fell by more than 1 percent and the agency’s budget moved by at most 5 percent'
      },
      nothing: {
        id: 'Penyebutnya tahun dasar. Tidak terjawab bila kurang dari dua tahun memuat keduanya.',
        en: 'Divided by the base year. Not answerable where fewer than two years have both.'
      },
      edge: {
        id: 'Bila TKD tidak turun, tidak ada yang diuji dan jawabannya bukan "stabil". Tahun dasar adalah tahun pertama yang lengkap kecuali dipilih lain.',
        en: 'Where TKD did not fall there is nothing to test and the answer is not “stable”. The base is the first year with both unless another is chosen.'
      },
      source: ownRule,
      page: '/pendanaan',
      code: ['funding/stability', 'stabilityOf']
    }
  ]
};
