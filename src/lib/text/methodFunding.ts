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
      pages: ['/pendanaan', '/'],
      code: ['funding/revenue', 'dependencyOf']
    },
    {
      id: 'susunan-pendapatan',
      name: { id: 'Susunan pendapatan dan perubahannya', en: 'Composition of revenue and its change' },
      definition: {
        id: 'Pendapatan tiap tahun menurut komponennya, dari satu sumber.',
        en: 'Revenue of each year by component, from one source.'
      },
      formula: {
        id: 'jumlah komponen terdalam yang diberikan sumber; perubahan = tahun ini − tahun lalu, dan ÷ tahun lalu',
        en: 'sum of the deepest components that the source gives; change = this year − last year, and ÷ last year'
      },
      nothing: {
        id: 'Perubahan dibagi tahun sebelumnya. – bila satu komponen tidak diketahui atau tahun sebelumnya nol.',
        en: 'The change is divided by the year before. – where a component is not known or the year before is zero.'
      },
      edge: {
        id: 'Sumber, basis, dan tahap tidak pernah dicampur. Komponen yang tidak dirinci semua tahun dilipat menjadi satu; tahun yang belum penuh tidak masuk perubahan.',
        en: 'Sources, bases and stages are never mixed. Components not itemised in all years are folded into one; a year not over is left out of the change.'
      },
      source: ownRule,
      pages: ['/pendanaan'],
      code: ['funding/fold', 'compositionOver']
    },
    {
      id: 'satu-persen-lebih-sedikit',
      name: { id: 'Dampak satu persen lebih sedikit', en: 'What one percent less takes away' },
      definition: {
        id: 'Rupiah dan bulan program yang hilang bila satu komponen turun satu persen.',
        en: 'Rupiah and programme-months lost when one component falls by one percent.'
      },
      formula: {
        id: '1 persen × komponen; di dinas 1 persen × pagu yang dibiayai komponen itu; bulan program = rupiah itu ÷ kebutuhan sebulan belanja berulang yang dibayarnya',
        en: '1 percent × component; in the agency 1 percent × pagu it funds; programme-months = that rupiah ÷ monthly need of the recurring spending it pays for'
      },
      nothing: {
        id: 'Penyebut bulan program adalah kebutuhan sebulan. – bila dinas tidak menyebut sumber dana, atau tidak ada belanja berulang dari komponen itu.',
        en: 'Programme-months are divided by the need of a month. – where the agency names no source, or nothing recurring is paid from it.'
      },
      edge: {
        id: 'Komponen yang tidak dirinci oleh daerah atau dinas menjadi satu baris. Satu persen adalah ukuran, bukan ramalan.',
        en: 'Components that the region or the agency does not itemise share a row. One percent is a measure, not a forecast.'
      },
      source: ownRule,
      pages: ['/pendanaan'],
      code: ['funding/monthsFunded', 'programMonths']
    },
    {
      id: 'bulan-terbiayai',
      name: { id: 'Bulan terbiayai', en: 'Months funded' },
      definition: {
        id: 'Sampai bulan apa pagu cukup untuk belanja yang berulang.',
        en: 'Until which month a pagu pays for what recurs.'
      },
      formula: {
        id: 'dari Januari, pagu setelah penurunan dikurangi kebutuhan tiap bulan sampai habis',
        en: 'from January, pagu after the fall less the need of each month until it runs out'
      },
      nothing: {
        id: 'Dalam bulan, tanpa penyebut. – bila tidak ada kebutuhan yang berulang atau pagunya tidak diketahui.',
        en: 'In months, no denominator. – where nothing recurs or the pagu is not known.'
      },
      edge: {
        id: 'Penurunan satu sumber dibagi rata pada semua yang dibayarnya. Bulan tanpa kebutuhan dianggap terbiayai.',
        en: 'A fall of a source is shared evenly by all it pays for. A month with nothing due counts as funded.'
      },
      source: ownRule,
      pages: ['/pendanaan'],
      code: ['funding/monthsFunded', 'monthsFunded']
    },
    {
      id: 'kedatangan-tkd',
      name: { id: 'Kedatangan TKD', en: 'Arrival of TKD' },
      definition: {
        id: 'Bagian TKD setahun yang sudah diterima, dibanding tahun-tahun lalu pada bulan yang sama.',
        en: 'The share of a year’s TKD received so far, against past years at the same month.'
      },
      formula: {
        id: 'TKD diterima sejak Januari ÷ anggaran TKD tahun itu',
        en: 'TKD received since January ÷ budgeted TKD of the year'
      },
      nothing: {
        id: 'Penyebutnya anggaran TKD. – bila bulan itu atau anggarannya tidak ada.',
        en: 'Divided by the budgeted TKD. – where the month or the budget is missing.'
      },
      edge: {
        id: 'Bulan tanpa berkas kosong, bukan nol. Satu angka yang sama di setiap bulan adalah angka tahunan dan hanya dihitung pada Desember.',
        en: 'A month without a file is empty, not zero. One figure repeated in every month is an annual one and counts in December only.'
      },
      source: ownRule,
      pages: ['/pendanaan'],
      code: ['funding/arrival', 'arrivalPace']
    },
    {
      id: 'galat-anggaran',
      name: { id: 'Galat anggaran pendapatan', en: 'Error of the revenue budget' },
      definition: {
        id: 'Seberapa jauh pendapatan yang diterima meleset dari anggarannya.',
        en: 'How far revenue received was from its budget.'
      },
      formula: {
        id: '(realisasi − anggaran) ÷ anggaran, tiap tahun penuh; rata-rata, dan akar rata-rata kuadratnya',
        en: '(realised − budgeted) ÷ budgeted, each full year; mean, and root of the mean square'
      },
      nothing: {
        id: 'Penyebutnya anggaran. – bila anggaran nol atau kurang; akar rata-rata kuadrat – bila kurang dari dua tahun.',
        en: 'Divided by the budget. – where it is zero or less; the root mean square is – with fewer than two years.'
      },
      edge: {
        id: 'Komponen yang tidak disebut dalam realisasi satu tahun dihitung nol; yang tidak dianggarkan tidak punya galat.',
        en: 'A component that a year’s outturn does not list came to zero; one that was not budgeted has no error.'
      },
      source: { id: 'PEFA 2016, indikator PI-3 untuk nilai hurufnya.', en: 'PEFA 2016, indicator PI-3 for its grade.' },
      pages: ['/pendanaan'],
      code: ['funding/budgetError', 'budgetErrors']
    },
    {
      id: 'posisi-di-kelas',
      name: { id: 'Posisi di antara daerah sekelas', en: 'Standing among regions of its class' },
      definition: {
        id: 'Berapa bagian daerah sekelas yang ketergantungannya lebih rendah.',
        en: 'What share of the regions of the class depends less.'
      },
      formula: {
        id: 'persentil = (daerah lain yang lebih rendah + separuh yang sama) ÷ daerah lain',
        en: 'percentile = (other regions below + half of the ties) ÷ other regions'
      },
      nothing: {
        id: 'Penyebutnya daerah lain yang angkanya diketahui. – bila kurang dari lima daerah lain.',
        en: 'Divided by other regions with a known figure. – with fewer than five others.'
      },
      edge: {
        id: 'Semua dari sumber, tahun, dan tahap yang sama. Bukan peringkat: kedudukan tinggi bukan nilai buruk.',
        en: 'All from the same source, year and stage. No ranking: a high standing is not a bad mark.'
      },
      source: ownRule,
      pages: ['/pendanaan'],
      code: ['funding/peers', 'standingAmong']
    },
    {
      id: 'keseimbangan-anggaran',
      name: { id: 'Keseimbangan anggaran daerah', en: 'Balance of the regional budget' },
      definition: {
        id: 'Pemeriksaan bahwa bagian-bagian anggaran satu sumber menjumlah.',
        en: 'A check that the parts of a budget of one source add up.'
      },
      formula: {
        id: 'pendapatan − belanja + penerimaan pembiayaan − pengeluaran pembiayaan',
        en: 'revenue − spending + financing receipts − financing outlays'
      },
      nothing: {
        id: 'Dalam rupiah, tanpa penyebut. – bila pendapatan atau belanja tidak diketahui.',
        en: 'In rupiah, no denominator. – where revenue or spending is not known.'
      },
      edge: {
        id: 'Pada anggaran harus nol, pada realisasi sama dengan SiLPA. Sisa di bawah 0,01 persen belanja dianggap pembulatan sumber.',
        en: 'Zero in a budget, SiLPA in an outturn. A remainder below 0.01 percent of spending counts as rounding of the source.'
      },
      source: ownRule,
      pages: ['/pendanaan'],
      code: ['funding/balance', 'balanceOf']
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
      pages: ['/pendanaan'],
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
      pages: ['/pendanaan'],
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
      pages: ['/pendanaan'],
      code: ['funding/stability', 'stabilityOf']
    }
  ]
};
