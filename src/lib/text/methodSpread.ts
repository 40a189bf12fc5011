import { ownRule, type MethodGroup } from './method';

/** How desa are set side by side, and what is hidden of people. */
export const spreadMethods: MethodGroup = {
  id: 'antar-desa',
  name: { id: 'Membandingkan desa dan melindungi orang', en: 'Comparing desa and protecting people' },
  methods: [
    {
      id: 'batas-corong',
      name: { id: 'Batas corong', en: 'Funnel limits' },
      definition: {
        id: 'Batas di mana angka desa masih dapat berbeda dari kabupaten karena kebetulan saja.',
        en: 'Limits within which a desa may differ from the regency by chance alone.'
      },
      formula: {
        id: 'batas = (r − α) ÷ n; r bilangan terkecil dengan P(R ≤ r) ≥ p, α = (P(R ≤ r) − p) ÷ P(R = r), R binomial (n, angka kabupaten); p = 0,025 dan 0,975 (95 persen), 0,001 dan 0,999 (99,8 persen)',
        en: 'limit = (r − α) ÷ n; r the smallest count with P(R ≤ r) ≥ p, α = (P(R ≤ r) − p) ÷ P(R = r), R binomial (n, rate of the regency); p = 0.025 and 0.975 (95 percent), 0.001 and 0.999 (99.8 percent)'
      },
      nothing: {
        id: 'n adalah penyebut desa itu. – tanpa angka kabupaten; tidak ada tanda bila n di bawah 10.',
        en: 'n is the denominator of the desa. – without a rate of the regency; nothing is flagged where n is below 10.'
      },
      edge: {
        id: 'Hanya di luar batas 99,8 persen yang ditandai. Bila desa berbeda lebih dari kebetulan (sedikitnya 10 desa), batas dilebarkan.',
        en: 'Only what is outside 99.8 percent is flagged. Where desa differ by more than chance (at least 10 desa), limits widen.'
      },
      source: {
        id: 'Spiegelhalter (2005), Statistics in Medicine 24: 1185, lampiran A.1.1.',
        en: 'Spiegelhalter (2005), Statistics in Medicine 24: 1185, appendix A.1.1.'
      },
      pages: ['/sasaran'],
      code: ['targeting/funnel', 'binomialLimit']
    },
    {
      id: 'angka-disusutkan',
      name: { id: 'Angka yang disusutkan', en: 'Shrunk estimate' },
      definition: {
        id: 'Angka desa kecil ditarik ke arah angka semua desa, sebab jumlah kecil mudah berayun.',
        en: 'The rate of a small desa drawn towards that of all, since small numbers swing.'
      },
      formula: {
        id: '(x + a) ÷ (n + a + b); a dan b dari sebaran beta atas semua desa',
        en: '(x + a) ÷ (n + a + b); a and b of a beta distribution over all desa'
      },
      nothing: {
        id: 'x pembilang, n penyebut desa. – bila angkanya tidak ada atau disembunyikan.',
        en: 'x the numerator, n the denominator of the desa. – where the rate is missing or hidden.'
      },
      edge: {
        id: 'a dan b dengan kemungkinan terbesar; di bawah 10 desa atau bila gagal, dengan momen. Bila desa tidak berbeda lebih dari kebetulan, semua memakai angka bersama.',
        en: 'a and b by maximum likelihood; with fewer than 10 desa or where that fails, by moments. Where desa differ by no more than chance, all take the common rate.'
      },
      source: {
        id: 'Empirical Bayes; momen Martuzzi–Elliott seperti pada paket spdep (EBest).',
        en: 'Empirical Bayes; Martuzzi–Elliott moments as in the spdep package (EBest).'
      },
      pages: ['/sasaran'],
      code: ['targeting/shrunk', 'shrunk']
    },
    {
      id: 'rentang-peringkat',
      name: { id: 'Rentang peringkat', en: 'Rank bands' },
      definition: {
        id: 'Peringkat yang mungkin bagi satu desa, bukan satu nomor.',
        en: 'The ranks a desa may have, not one number.'
      },
      formula: {
        id: 'rentang 90 persen dari peringkat dalam tarikan acak Beta(x + a, n − x + b) semua desa',
        en: '90 percent range of the rank in random draws of Beta(x + a, n − x + b) of all desa'
      },
      nothing: {
        id: '– bila n di bawah 10 atau angkanya disembunyikan.',
        en: '– where n is below 10 or the rate is hidden.'
      },
      edge: {
        id: 'Tarikannya tetap sama setiap kali. Bila semua desa memakai angka bersama, setiap peringkat mungkin.',
        en: 'The draws are the same each time. Where all desa take the common rate, every rank is possible.'
      },
      source: {
        id: 'Aturan situs ini; Spiegelhalter (2005) tentang mengapa daftar peringkat menyesatkan.',
        en: 'A rule of this site; Spiegelhalter (2005) on why league tables mislead.'
      },
      pages: ['/sasaran'],
      code: ['targeting/ranks', 'rankBands']
    },
    {
      id: 'aturan-penyembunyian',
      name: { id: 'Aturan penyembunyian (k = {k})', en: 'Disclosure rule (k = {k})' },
      definition: {
        id: 'Jumlah orang atau keluarga dari 1 sampai {k-1} tidak diterbitkan.',
        en: 'A number of people or families from 1 to {k-1} is not published.'
      },
      formula: { id: 'disembunyikan bila 1 ≤ jumlah < k, k = {k}', en: 'hidden where 1 ≤ count < k, k = {k}' },
      nothing: {
        id: '"Disembunyikan" bukan nol dan bukan –. Semua angka yang dihitung darinya ikut disembunyikan.',
        en: 'Hidden is neither zero nor –. Every figure made from it is hidden too.'
      },
      edge: {
        id: 'Sel lain ikut disembunyikan bila darinya angka itu dapat dihitung. Rupiah yang hampir seluruhnya diterima satu penerima juga disembunyikan, bersama jumlah penerimanya (aturan p %, p = 10). Keluarga, orang, rupiah, dan baris ganda satu sel disembunyikan bersama. Tingkat dicetak dalam persen bulat.',
        en: 'Other cells are hidden too where the number could be worked out from them. Rupiah of which one recipient holds nearly all is hidden too, with its count (the p% rule, p = 10). Families, people, rupiah and duplicates of a cell are hidden together. Rates are printed in whole percent.'
      },
      source: {
        id: 'ESSnet, Handbook on Statistical Disclosure Control, bab 4–5; UU 27/2022 pasal 4.',
        en: 'ESSnet, Handbook on Statistical Disclosure Control, chapters 4–5; Law 27/2022, article 4.'
      },
      pages: ['/sasaran', '/sasaran/bantuan', '/sasaran/[kode]', '/data'],
      code: ['disclosure/suppress', 'suppress']
    }
  ]
};

/** Indicators of the page of cuts. */
export const cutMethods: MethodGroup = {
  id: 'simulasi',
  name: { id: 'Simulasi', en: 'Cuts' },
  methods: [
    {
      id: 'dampak-pemotongan',
      name: { id: 'Dampak pemotongan: rata dan tepat', en: 'Harm of a cut: rata and tepat' },
      definition: {
        id: 'Bulan bantuan yang hilang bagi penerima, dengan bobot lebih besar bagi desil rendah.',
        en: 'Months of aid that recipients lose, weighted more for low desil.'
      },
      formula: {
        id: 'Σ bobot desil × bulan-penerima yang hilang (atau × rupiahnya); bobot 4, 3, 2, 1 untuk desil 1–4 dan 0,25 di atasnya; rata: semua kelas kehilangan bagian yang sama; tepat: yang tidak layak lebih dahulu, lalu desil tertinggi',
        en: 'Σ weight of desil × recipient-months lost (or × their rupiah); weights 4, 3, 2, 1 for desil 1–4 and 0.25 above; rata: every class loses the same share; tepat: the not eligible first, then the highest desil'
      },
      nothing: {
        id: 'Dampak yang tidak diukur siapa pun bukan nol: belanja itu dilindungi sampai pembaca memutuskan.',
        en: 'Harm that nobody measured is not zero: the line is protected until the reader decides.'
      },
      edge: {
        id: 'Penerima tanpa desil memakai bobot rata-rata bantuannya. Selisih rata dan tepat adalah nilai dari data yang lebih baik.',
        en: 'Recipients without a desil take the mean weight of their aid. The difference of rata and tepat is the value of better data.'
      },
      source: ownRule,
      pages: ['/simulasi'],
      code: ['cuts/loss', 'aidLosses']
    },
    {
      id: 'harga-aturan',
      name: { id: 'Harga sebuah aturan', en: 'Price of a rule' },
      definition: {
        id: 'Tambahan dampak karena satu aturan pelindung dipakai.',
        en: 'The harm that one protecting rule adds.'
      },
      formula: {
        id: 'dampak terkecil dengan aturan − dampak terkecil dengan aturan dilonggarkan satu langkah (0,05) atau dimatikan',
        en: 'least harm with the rule − least harm with it relaxed by one step (0.05) or switched off'
      },
      nothing: {
        id: '– bila salah satu rencana menyisakan uang yang harus dicari; saat itu disebut rupiah yang bertambah.',
        en: '– where one of the plans leaves money to be found; then the rupiah gained are named.'
      },
      edge: {
        id: 'Keduanya diselesaikan ulang; harga bayangan tidak dipakai, sebab barang utuh membuatnya tidak bermakna.',
        en: 'Both are solved anew; shadow prices are not used, since whole things make them meaningless.'
      },
      source: ownRule,
      pages: ['/simulasi'],
      code: ['cuts/price', 'pricesOf']
    },
    {
      id: 'beban-warga-miskin',
      name: { id: 'Beban pada desil 1–4', en: 'Burden on desil 1–4' },
      definition: {
        id: 'Apakah pemotongan lebih berat bagi desil 1–4 daripada bagi semua penerima.',
        en: 'Whether a cut weighs more on desil 1–4 than on all recipients.'
      },
      formula: {
        id: '(hilang ÷ semula pada desil 1–4) ÷ (hilang ÷ semula pada semua)',
        en: '(lost ÷ before in desil 1–4) ÷ (lost ÷ before in all)'
      },
      nothing: {
        id: '1 = netral, di bawah 1 melindungi. – bila tidak ada yang hilang atau tidak ada penerima semula.',
        en: '1 = neutral, below 1 protects. – where nothing is lost or there was nobody before.'
      },
      edge: {
        id: 'Hanya penerima yang desilnya diketahui.',
        en: 'Only recipients whose desil is known.'
      },
      source: ownRule,
      pages: ['/simulasi'],
      code: ['cuts/equity', 'burden40']
    },
    {
      id: 'penyesalan',
      name: { id: 'Penyesalan', en: 'Regret' },
      definition: {
        id: 'Dampak lebih yang ditanggung karena memutuskan sekarang, dibanding rencana terbaik andai keadaannya sudah diketahui.',
        en: 'The extra harm of deciding now, against the best plan had the outcome been known.'
      },
      formula: {
        id: 'dampak rencana − dampak terkecil dari semua rencana, pada tiap besar penurunan; dipilih yang penyesalan terbesarnya paling kecil',
        en: 'harm of the plan − least harm of all plans, at each size of the fall; the plan whose largest regret is smallest is chosen'
      },
      nothing: {
        id: '– bila rencana tidak menutup penurunan itu, atau tidak satu pun menutupnya.',
        en: '– where the plan does not cover that fall, or none does.'
      },
      edge: {
        id: 'Rencana yang gagal ketika rencana lain cukup selalu di belakang. Yang sama disebut bersama.',
        en: 'A plan that fails where another holds always comes after. Ties are named together.'
      },
      source: ownRule,
      pages: ['/simulasi'],
      code: ['cuts/regret', 'regretOf']
    },
    {
      id: 'peluang-tidak-cukup',
      name: { id: 'Peluang uang bebas tidak cukup', en: 'Probability that free money is not enough' },
      definition: {
        id: 'Peluang transfer turun melebihi yang boleh dipotong.',
        en: 'The probability that transfers fall by more than may be cut.'
      },
      formula: {
        id: 'banyak tarikan dengan penurunan > yang dapat dipotong ÷ banyak tarikan',
        en: 'draws with a fall > what can be cut ÷ draws'
      },
      nothing: {
        id: 'Penyebutnya 10.000 tarikan bila tidak disebut lain. – tanpa tarikan.',
        en: 'Divided by 10,000 draws unless another number is given. – without draws.'
      },
      edge: {
        id: 'Komponen TKD bergerak bersama (korelasi 0,5), sebab menganggapnya lepas mengecilkan kemungkinan terburuk. Tarikan sama di setiap perangkat.',
        en: 'Components of TKD move together (correlation 0.5), since independence would understate the worst. Draws are the same on every device.'
      },
      source: ownRule,
      pages: ['/simulasi'],
      code: ['cuts/monteCarlo', 'probabilityAbove']
    }
  ]
};
