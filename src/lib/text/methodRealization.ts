import { ownRule, type MethodGroup } from './method';

/** Indicators of the realization page. */
export const realizationMethods: MethodGroup = {
  id: 'realisasi',
  name: { id: 'Realisasi', en: 'Realization' },
  methods: [
    {
      id: 'tingkat-realisasi',
      name: { id: 'Tingkat realisasi', en: 'Realization rate' },
      definition: {
        id: 'Bagian pagu yang sudah dibayarkan sejak Januari.',
        en: 'The share of the pagu that has been paid since January.'
      },
      formula: {
        id: 'realisasi kumulatif ÷ pagu pada tahap anggaran yang berlaku',
        en: 'cumulative realization ÷ pagu at the budget stage in force'
      },
      nothing: {
        id: 'Penyebutnya pagu. – bila pagu nol atau salah satunya tidak diketahui.',
        en: 'Divided by the pagu. – where the pagu is zero or either is not known.'
      },
      edge: {
        id: 'Di atas 100 persen tetap ditampilkan apa adanya. Setelah APBD Perubahan berlaku, penyebutnya berganti.',
        en: 'Above 100 percent is shown as it is. Once the amended budget is in force, the denominator changes.'
      },
      source: ownRule,
      pages: ['/realisasi', '/', '/simulasi'],
      code: ['realization', 'realizationRate']
    },
    {
      id: 'laju-terhadap-rencana-kas',
      name: { id: 'Laju terhadap rencana kas', en: 'Pace against the cash plan' },
      definition: {
        id: 'Jarak realisasi dari rencana kas dinas sendiri, sampai bulan yang sama.',
        en: 'How far realization is from the agency’s own cash plan, up to the same month.'
      },
      formula: { id: '(realisasi − rencana kas) ÷ rencana kas', en: '(realization − cash plan) ÷ cash plan' },
      nothing: {
        id: 'Penyebutnya rencana kas kumulatif. – bila rencana nol atau negatif padahal ada realisasi, atau salah satunya tidak diketahui.',
        en: 'Divided by the cumulative cash plan. – where the plan is zero or negative while money was booked, or either is not known.'
      },
      edge: {
        id: 'Nol bila keduanya nol. Negatif berarti di bawah rencana; sebagian laporan daerah memakai tanda sebaliknya.',
        en: 'Zero where both are zero. Negative means below plan; some local reports use the opposite sign.'
      },
      source: {
        id: 'Serupa dengan Deviasi Halaman III DIPA pada IKPA kementerian (PER-5/PB/2024), yang tidak mengikat kabupaten.',
        en: 'Similar to the deviation indicator of central ministries (IKPA, PER-5/PB/2024), which does not bind regencies.'
      },
      pages: ['/realisasi', '/'],
      code: ['realization', 'planDeviation']
    },
    {
      id: 'perkiraan-akhir-tahun',
      name: { id: 'Perkiraan akhir tahun dan rentangnya', en: 'Year-end forecast and its range' },
      definition: {
        id: 'Realisasi Desember bila tahun ini berjalan seperti tahun-tahun yang sudah lengkap.',
        en: 'Realization in December if this year goes as the complete years before it did.'
      },
      formula: {
        id: 'chain ladder: realisasi × jumlah realisasi setahun ÷ jumlah realisasi sampai bulan yang sama, semua tahun lengkap; awal tahun (pola di bawah 25 persen) atau kurang dari tiga tahun: Bornhuetter–Ferguson, realisasi + (1 − bagian yang biasa tercapai) × pagu × rata-rata realisasi akhir',
        en: 'chain ladder: realization × sum of full-year totals ÷ sum of totals to the same month, over complete years; early in the year (pattern below 25 percent) or with fewer than three years: Bornhuetter–Ferguson, realization + (1 − usual share by now) × pagu × mean final realization rate'
      },
      nothing: {
        id: '– bila bulan ini atau pagu tidak diketahui, atau tidak ada tahun lalu maupun rencana kas.',
        en: '– where the month or the pagu is not known, or there is neither a past year nor a cash plan.'
      },
      edge: {
        id: 'Tidak pernah di bawah realisasi atau di atas pagu. Tanpa tahun lalu dipakai rencana kas, tanpa rentang. Rentang 80 persen dari sebaran logaritma rasio (atau sisa galat) tahun lalu dengan t Student.',
        en: 'Never below realization or above the pagu. Without past years the cash plan is used, with no range. The 80 percent range is from the spread of log ratios (or of errors) of past years with Student’s t.'
      },
      source: {
        id: 'Galat baku Mack, diuji pada data UKMotor paket ChainLadder; OBR Working Paper 13 (2018) tentang mengapa garis lurus menyesatkan.',
        en: 'Mack’s standard error, tested on the UKMotor data of the ChainLadder package; OBR Working Paper 13 (2018) on why a straight line misleads.'
      },
      pages: ['/realisasi', '/'],
      code: ['forecast', 'chooseForecast']
    },
    {
      id: 'realisasi-bulanan',
      name: { id: 'Realisasi tiap bulan', en: 'Realization by month' },
      definition: { id: 'Yang dibayarkan dalam satu bulan saja.', en: 'What was paid within one month.' },
      formula: {
        id: 'realisasi kumulatif bulan ini − realisasi kumulatif bulan sebelumnya',
        en: 'cumulative realization of the month − that of the month before'
      },
      nothing: {
        id: 'Dalam rupiah, tanpa penyebut. – bila bulan itu atau bulan sebelumnya tidak diserahkan; itu bukan nol.',
        en: 'In rupiah, no denominator. – where the month or the one before was not delivered; that is not zero.'
      },
      edge: {
        id: 'Berkas bulanan dipakai apa adanya. Angka negatif adalah koreksi dan tetap ditampilkan. Satu angka untuk beberapa bulan tidak dibagi rata.',
        en: 'Monthly files are taken as they are. A negative amount is a correction and is shown. One amount for several months is not spread over them.'
      },
      source: ownRule,
      pages: ['/realisasi'],
      code: ['series', 'perPeriod']
    },
    {
      id: 'rupiah-berisiko',
      name: { id: 'Rupiah berisiko', en: 'Rupiah at risk' },
      definition: {
        id: 'Uang yang semestinya terpakai sampai Desember tetapi diperkirakan tidak.',
        en: 'Money meant to be spent by December that is not forecast to be.'
      },
      formula: {
        id: 'maks(0, min(pagu, rencana kas setahun) − perkiraan), pagu tanpa bagian yang diblokir',
        en: 'max(0, min(pagu, cash plan of the year) − forecast), pagu without its blocked part'
      },
      nothing: {
        id: 'Dalam rupiah, tanpa penyebut. – bila pagu atau perkiraan tidak diketahui.',
        en: 'In rupiah, no denominator. – where the pagu or the forecast is not known.'
      },
      edge: {
        id: 'Masuk daftar hanya bila ujung atas rentang tetap di bawah rencana dua bulan berturut-turut. Belanja tidak terduga, bencana, dan transfer yang belum tiba dipisahkan.',
        en: 'Listed only where the upper end of the range stays below what is meant for two months running. Contingency, disaster lines and transfers not arrived stand apart.'
      },
      source: ownRule,
      pages: ['/realisasi', '/'],
      code: ['rupiahAtRisk', 'rupiahAtRisk']
    },
    {
      id: 'jembatan-pagu',
      name: { id: 'Jembatan pagu sampai uang bebas', en: 'Bridge from the budget to free money' },
      definition: {
        id: 'Dari pagu murni sampai uang yang belum terikat apa pun, langkah demi langkah.',
        en: 'From the original budget to money not promised to anything, step by step.'
      },
      formula: {
        id: 'pagu murni ± tiap pergeseran dan perubahan = pagu berlaku; − realisasi = sisa; − kontrak belum dibayar − kewajiban lain = bebas',
        en: 'original budget ± each reallocation and the amendment = pagu in force; − realization = left; − contracts not paid − other obligations = free'
      },
      nothing: {
        id: 'Dalam rupiah, tanpa penyebut. – bila tahap, kontrak, atau kewajiban tahun itu tidak diserahkan.',
        en: 'In rupiah, no denominator. – where the stages, contracts or obligations of the year were not delivered.'
      },
      edge: {
        id: 'Setiap langkah menjumlah sampai sen terakhir. Sisa negatif berarti realisasi melebihi pagu; bebas negatif berarti janji melebihi sisa.',
        en: 'Steps add up to the last sen. Left below zero means more was booked than appropriated; free below zero means promises exceed what is left.'
      },
      source: ownRule,
      pages: ['/realisasi', '/'],
      code: ['bridge', 'bridge']
    },
    {
      id: 'penumpukan-akhir-tahun',
      name: { id: 'Penumpukan akhir tahun', en: 'Year-end spike' },
      definition: {
        id: 'Seberapa banyak belanja setahun menumpuk di bulan-bulan terakhir.',
        en: 'How much of a year’s spending piles up in its last months.'
      },
      formula: {
        id: 'bagian triwulan IV = realisasi Oktober–Desember ÷ setahun; kelipatan Desember = Desember ÷ rata-rata Januari–November; HHI = jumlah kuadrat bagian tiap bulan',
        en: 'share of the fourth quarter = October–December ÷ year; December multiple = December ÷ mean of January–November; HHI = sum of squared monthly shares'
      },
      nothing: {
        id: 'Penyebutnya realisasi setahun. – bila satu bulan tidak diketahui atau jumlah setahun nol atau kurang.',
        en: 'Divided by the year’s realization. – where a month is not known or the year sums to zero or less.'
      },
      edge: {
        id: 'HHI – bila ada bulan negatif (koreksi); kelipatan Desember – bila Januari–November berjumlah nol atau kurang.',
        en: 'HHI is – with a negative month (a correction); the December multiple is – where January–November sum to zero or less.'
      },
      source: {
        id: 'Liebman dan Mahoney (2017), American Economic Review 107: 3510, tentang belanja akhir tahun.',
        en: 'Liebman and Mahoney (2017), American Economic Review 107: 3510, on year-end spending.'
      },
      pages: ['/realisasi'],
      code: ['spike', 'spikeIndices']
    },
    {
      id: 'kredibilitas-anggaran',
      name: { id: 'Kredibilitas anggaran', en: 'Budget credibility' },
      definition: {
        id: 'Seberapa dekat belanja akhir tahun dengan APBD murni, jumlahnya dan susunannya.',
        en: 'How close the year’s spending came to the original budget, in total and in composition.'
      },
      formula: {
        id: 'PI-1 = jumlah realisasi ÷ jumlah APBD murni; PI-2.1 dan PI-2.2 = Σ|realisasi − anggaran × r| ÷ Σ(anggaran × r), r = jumlah realisasi ÷ jumlah anggaran; PI-2.3 = belanja tidak terduga ÷ APBD murni',
        en: 'PI-1 = total outturn ÷ total original budget; PI-2.1 and PI-2.2 = Σ|outturn − budget × r| ÷ Σ(budget × r), r = total outturn ÷ total budget; PI-2.3 = contingency spent ÷ original budget'
      },
      nothing: {
        id: 'Penyebutnya APBD murni. – bila anggaran nol; nilai huruf – bila kurang dari tiga tahun lengkap.',
        en: 'Divided by the original budget. – where it is zero; the grade is – with fewer than three complete years.'
      },
      edge: {
        id: 'PI-2.1 tanpa belanja tidak terduga dan bunga, 20 pos terbesar dan sisanya satu pos. PI-2.2 dengan bunga, tanpa belanja tidak terduga.',
        en: 'PI-2.1 leaves out contingency and interest, 20 largest heads and the rest as one. PI-2.2 has interest, not contingency.'
      },
      source: {
        id: 'PEFA 2016, indikator PI-1 dan PI-2 (pefa.org).',
        en: 'PEFA 2016, indicators PI-1 and PI-2 (pefa.org).'
      },
      pages: ['/realisasi'],
      code: ['credibility', 'compositionVariance']
    }
  ]
};
