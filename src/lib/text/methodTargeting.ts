import { ownRule, type MethodGroup } from './method';

const worldBank = {
  id: 'World Bank (2022), Revisiting Targeting in Social Assistance, bab 7.',
  en: 'World Bank (2022), Revisiting Targeting in Social Assistance, chapter 7.'
};

/** Indicators of the targeting page: who is reached and by how much. */
export const targetingMethods: MethodGroup = {
  id: 'sasaran',
  name: { id: 'Sasaran', en: 'Targeting' },
  methods: [
    {
      id: 'galat-eksklusi',
      name: { id: 'Galat eksklusi (layak tetapi terlewat)', en: 'Exclusion error' },
      definition: {
        id: 'Bagian yang layak tetapi tidak menerima.',
        en: 'The share of the eligible who do not receive.'
      },
      formula: {
        id: 'layak yang tidak menerima ÷ semua yang layak = bagian kuota + bagian pilihan; kuota = 1 − min(penerima berdesil, layak) ÷ layak; pilihan = (min(penerima berdesil, layak) − penerima layak) ÷ layak',
        en: 'eligible who do not receive ÷ all eligible = part of quota + part of choice; quota = 1 − min(recipients with a desil, eligible) ÷ eligible; choice = (min(recipients with a desil, eligible) − eligible recipients) ÷ eligible'
      },
      nothing: {
        id: 'Penyebutnya yang layak (desil 1–4 bila bantuan tidak menetapkan lain). – bila tidak ada yang layak atau registri tidak mengenal syaratnya.',
        en: 'Divided by the eligible (desil 1–4 unless the aid says otherwise). – where nobody is eligible or the registry does not know its condition.'
      },
      edge: {
        id: 'Desa tidak menentukan kuotanya, sehingga tanda dan urutan memakai bagian pilihan. Bila lebih dari 5 persen penerima tidak berdesil atau tidak tercatat, batas bawah dan atas disebut. Bantuan menurut kategori (mis. disabilitas): yang layak adalah yang berkategori itu di registri, bila registri memuatnya di seluruh wilayah itu; bila tidak, –.',
        en: 'A desa does not set its quota, so flags and ranks use the part of choice. Where over 5 percent of recipients have no desil or are not in the registry, bounds are given. Aid by category (such as disability): eligible are those of the category in the registry, where it knows the category in all of the region; else –.'
      },
      source: worldBank,
      pages: ['/sasaran', '/sasaran/bantuan', '/'],
      code: ['targeting/rates', 'targetingRates']
    },
    {
      id: 'galat-inklusi',
      name: { id: 'Galat inklusi (penerima tidak layak)', en: 'Inclusion error' },
      definition: {
        id: 'Bagian penerima berdesil yang desilnya di luar syarat.',
        en: 'The share of recipients with a desil whose desil is outside the rule.'
      },
      formula: {
        id: 'penerima tidak layak ÷ (penerima layak + penerima tidak layak)',
        en: 'recipients not eligible ÷ (eligible recipients + recipients not eligible)'
      },
      nothing: {
        id: 'Penyebutnya penerima yang desilnya diketahui. – bila tidak ada.',
        en: 'Divided by recipients whose desil is known. – where there is none.'
      },
      edge: {
        id: 'Penerima yang tidak tercatat bukan bukti tidak layak dan tidak dihitung. Dibagi seluruh warga tidak layak, angkanya lain dan namanya cakupan warga tidak layak.',
        en: 'A recipient not in the registry is no evidence of ineligibility and is not counted. Divided by all not eligible it is another number, named coverage of the not eligible.'
      },
      source: worldBank,
      pages: ['/sasaran', '/sasaran/bantuan'],
      code: ['targeting/rates', 'targetingRates']
    },
    {
      id: 'cakupan-layak',
      name: { id: 'Cakupan yang layak (desil 1–4)', en: 'Coverage of the eligible (desil 1–4)' },
      definition: { id: 'Bagian yang layak dan menerima.', en: 'The share of the eligible who receive.' },
      formula: {
        id: 'penerima layak ÷ semua yang layak = 1 − galat eksklusi',
        en: 'eligible recipients ÷ all eligible = 1 − exclusion error'
      },
      nothing: {
        id: 'Penyebutnya yang layak. – bila tidak ada.',
        en: 'Divided by the eligible. – where there is none.'
      },
      edge: {
        id: 'Cakupan satu desil dibagi yang tercatat pada desil itu. Desil berlaku nasional: satu kabupaten tidak memuat 10 persen keluarga di tiap desil.',
        en: 'Coverage of one desil is divided by those registered in it. Desil are national: a regency does not hold 10 percent of its families in each.'
      },
      source: worldBank,
      pages: ['/sasaran/[kode]', '/sasaran'],
      code: ['targeting/rates', 'targetingRates']
    },
    {
      id: 'cakupan-desil',
      name: { id: 'Cakupan tiap desil', en: 'Coverage of each desil' },
      definition: {
        id: 'Bagian yang menerima di antara yang tercatat pada satu desil.',
        en: 'The share of those registered in one desil who receive.'
      },
      formula: {
        id: 'penerima pada desil itu ÷ yang tercatat pada desil itu; koefisien konsentrasi = 2 Σ (bagian manfaat × titik tengah urutan) − 1',
        en: 'recipients in the desil ÷ registered in the desil; concentration coefficient = 2 Σ (share of the benefit × mid-rank) − 1'
      },
      nothing: {
        id: 'Penyebutnya yang tercatat pada desil itu. – bila tidak ada; "disembunyikan" bila salah satunya disembunyikan.',
        en: 'Divided by those registered in the desil. – where there is none; hidden where either is.'
      },
      edge: {
        id: 'Koefisien di bawah nol berarti desil bawah menerima lebih banyak. Hanya dari kecamatan ke atas: desil tidak diterbitkan per desa.',
        en: 'A coefficient below zero means that lower desil receive more. From kecamatan up only: desil are not published by desa.'
      },
      source: worldBank,
      pages: ['/sasaran/bantuan'],
      code: ['targeting/concentration', 'concentrationCoefficient']
    },
    {
      id: 'cakupan-semua',
      name: { id: 'Cakupan semua yang tercatat', en: 'Coverage of everybody registered' },
      definition: {
        id: 'Bagian dari semua yang tercatat di registri yang menerima, layak atau tidak.',
        en: 'The share of everybody in the registry who receives, eligible or not.'
      },
      formula: {
        id: 'semua penerima ÷ semua yang tercatat, dalam satuan bantuan itu',
        en: 'all recipients ÷ everybody registered, in the unit of the aid'
      },
      nothing: {
        id: 'Penyebutnya semua yang tercatat. – bila tidak ada registri.',
        en: 'Divided by everybody registered. – without a registry.'
      },
      edge: {
        id: 'Penerima yang tidak tercatat ikut di pembilang, jadi dapat melebihi 100 persen. Bukan ukuran ketepatan.',
        en: 'Recipients not in the registry are in the numerator, so it may exceed 100 percent. It does not measure accuracy.'
      },
      source: worldBank,
      pages: ['/sasaran'],
      code: ['targeting/rates', 'targetingRates']
    },
    {
      id: 'belum-dapat-dinilai',
      name: { id: 'Belum dapat dinilai', en: 'Not yet decided' },
      definition: {
        id: 'Bagian penerima yang kelayakannya tidak dapat diketahui dari registri.',
        en: 'The share of recipients whose eligibility the registry cannot tell.'
      },
      formula: {
        id: '(penerima tanpa desil + penerima yang tidak ada di registri) ÷ semua penerima',
        en: '(recipients without a desil + recipients not in the registry) ÷ all recipients'
      },
      nothing: {
        id: 'Penyebutnya semua penerima. – bila tidak ada penerima.',
        en: 'Divided by all recipients. – where there is none.'
      },
      edge: {
        id: 'Bukan bukti tidak layak. Bila lebih dari 5 persen, angka lain disebut dengan batas bawah dan atas.',
        en: 'No evidence of ineligibility. Above 5 percent, other figures are given with bounds.'
      },
      source: ownRule,
      pages: ['/sasaran'],
      code: ['targeting/rates', 'targetingRates']
    },
    {
      id: 'insidensi-manfaat',
      name: { id: 'Insidensi manfaat', en: 'Benefit incidence' },
      definition: {
        id: 'Bagian rupiah yang sampai kepada yang layak.',
        en: 'The share of rupiah that reaches the eligible.'
      },
      formula: {
        id: 'rupiah kepada yang layak ÷ (rupiah kepada yang layak + rupiah kepada yang tidak layak)',
        en: 'rupiah to the eligible ÷ (rupiah to the eligible + rupiah to the not eligible)'
      },
      nothing: {
        id: 'Penyebutnya rupiah kepada penerima berdesil. – bila tidak ada rupiah.',
        en: 'Divided by rupiah to recipients with a desil. – where there is no rupiah.'
      },
      edge: {
        id: 'Rasio terhadap 40 persen penduduk nasional hanya untuk kabupaten; antar desa dipakai bagian keluarga layak di tempat itu.',
        en: 'The ratio to 40 percent of the nation is for the regency only; between desa the local share of eligible families is used.'
      },
      source: {
        id: 'Coady, Grosh, dan Hoddinott (2004), World Bank Research Observer 19(1).',
        en: 'Coady, Grosh and Hoddinott (2004), World Bank Research Observer 19(1).'
      },
      pages: ['/sasaran/bantuan'],
      code: ['targeting/count', 'ratio']
    },
    {
      id: 'kelas-rupiah',
      name: { id: 'Rupiah menurut kelas penerima', en: 'Rupiah by class of recipient' },
      definition: {
        id: 'Seluruh rupiah bantuan dibagi menurut siapa yang menerimanya.',
        en: 'All rupiah of an aid by who received it.'
      },
      formula: {
        id: 'jumlah = kepada yang layak + yang tidak layak + yang desilnya tidak diketahui atau tidak tercatat + baris ganda',
        en: 'total = to the eligible + the not eligible + those without a desil or not in the registry + duplicate rows'
      },
      nothing: {
        id: 'Dalam rupiah. – bila daftar tidak memuat rupiah; "disembunyikan" bila kelasnya disembunyikan.',
        en: 'In rupiah. – where the list has none; hidden where its class is.'
      },
      edge: {
        id: 'Baris ganda adalah baris kedua dari penerima yang sama pada bantuan yang sama; keluarga dengan dua bantuan bukan baris ganda.',
        en: 'A duplicate is a second row of the same recipient in the same aid; a family with two aids is not one.'
      },
      source: ownRule,
      pages: ['/sasaran/bantuan'],
      code: ['targeting/count', 'sum']
    },
    {
      id: 'daftar-terhadap-pembayaran',
      name: { id: 'Daftar terhadap pembayaran', en: 'Lists against payments' },
      definition: {
        id: 'Rupiah menurut daftar penerima, di samping yang dibayarkan rekeningnya.',
        en: 'Rupiah by the list of recipients, beside what its budget lines paid.'
      },
      formula: {
        id: 'selisih = rupiah menurut daftar sampai bulan itu − Σ (realisasi rekening × bagian bantuan itu) sejak Januari',
        en: 'difference = rupiah by the list up to the month − Σ (realization of the line × share of the aid) since January'
      },
      nothing: {
        id: 'Dalam rupiah; cocok bila selisihnya paling banyak 0,5 persen dari yang lebih besar. – bila daftar tidak memuat rupiah atau rekeningnya tidak disebut.',
        en: 'In rupiah; they agree where the difference is at most 0.5 percent of the larger. – where the list has no rupiah or no line is named.'
      },
      edge: {
        id: 'Selisih bukan kesalahan: pembayaran dapat mendahului daftar atau menyusul. Hanya untuk seluruh kabupaten.',
        en: 'A difference is no error: payments may come before the list or after it. For the whole regency only.'
      },
      source: ownRule,
      pages: ['/sasaran/bantuan'],
      code: ['targeting/count', 'combine']
    },
    {
      id: 'kesegaran',
      name: { id: 'Kesegaran registri', en: 'Freshness of the registry' },
      definition: {
        id: 'Bagian keluarga yang datanya diperbarui paling lama 365 hari sebelum tanggal data.',
        en: 'The share of families whose entry was updated at most 365 days before the date of the data.'
      },
      formula: {
        id: 'keluarga dengan umur data ≤ 365 hari ÷ semua keluarga',
        en: 'families with an entry of ≤ 365 days ÷ all families'
      },
      nothing: {
        id: 'Penyebutnya semua keluarga di registri, termasuk yang tidak bertanggal. – bila tidak ada keluarga.',
        en: 'Divided by all families in the registry, undated ones included. – where there is no family.'
      },
      edge: {
        id: 'Umur 365 hari masih segar, 366 tidak. Tanpa tanggal dihitung tidak segar; tanggal setelah tanggal data dilaporkan sebagai kesalahan.',
        en: '365 days is fresh, 366 is not. Undated counts as not fresh; a date after the date of the data is reported as an error.'
      },
      source: ownRule,
      pages: ['/sasaran', '/sasaran/daftar-kerja', '/sasaran/[kode]'],
      code: ['targeting/count', 'ratio']
    },
    {
      id: 'tumpang-tindih',
      name: { id: 'Tumpang tindih bantuan', en: 'Overlap of aid' },
      definition: {
        id: 'Keluarga yang menerima dua bantuan atau lebih dalam tahun yang sama.',
        en: 'Families who receive two aids or more in the same year.'
      },
      formula: { id: 'jumlah keluarga dengan ≥ 2 bantuan', en: 'number of families with ≥ 2 aids' },
      nothing: {
        id: 'Jumlah keluarga, tanpa penyebut. – bila tahun itu tidak memuatnya.',
        en: 'A number of families, no denominator. – where the year does not give it.'
      },
      edge: {
        id: 'Tumpang tindih bukan kesalahan; hanya pasangan yang dilarang oleh aturan bantuan yang ditandai.',
        en: 'Overlap is no error; only pairs that the aid’s own rule forbids are marked.'
      },
      source: ownRule,
      pages: ['/sasaran/bantuan'],
      code: ['targeting/count', 'sum']
    }
  ]
};
