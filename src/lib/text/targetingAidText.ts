import type { Text } from './language';

/** Headings and columns of the page about each aid. */
export const targetingAidText = {
  description: {
    id: 'Siapa yang terjangkau bantuan di tiap desa, siapa yang belum, dan seberapa pasti: kecocokan daftar penerima dengan DTSEN, bukan ukuran kemiskinan.',
    en: 'Who is reached by aid in each desa, who is not yet, and how sure that is: agreement of recipient lists with DTSEN, not a measure of poverty.'
  },
  noData: {
    id: 'Ekstrak ini belum memuat daftar penerima dan registri. Letakkan keduanya di data/masukan, lalu jalankan npm run extract.',
    en: 'This extract holds no recipient lists and no registry yet. Put them into data/masukan and run npm run extract.'
  },
  bantuan: { id: 'Bantuan', en: 'Aid' },
  desil: { id: 'Desil', en: 'Desil' },
  terlewat: { id: 'Belum terjangkau', en: 'Not yet reached' },
  diLuar: { id: 'Penerima di luar desil layak', en: 'Recipients outside the eligible desil' },
  belumDinilai: { id: 'Belum dapat dinilai', en: 'Not yet decided' },
  penerima: { id: 'Penerima', en: 'Recipients' },
  byDesilUnit: {
    id: 'bagian keluarga tiap desil yang menerima',
    en: 'share of the families of each desil that receives'
  },
  money: { id: 'Rupiah yang sampai', en: 'Where the rupiah went' },
  terdaftar: { id: 'Terdaftar', en: 'Registered' },
  cakupan: { id: 'Cakupan', en: 'Coverage' },
  rupiah: { id: 'Rupiah', en: 'Rupiah' },
  bagianRupiah: { id: 'Bagian rupiah', en: 'Share of rupiah' },
  rupiahLayak: { id: 'Kepada yang layak', en: 'To the eligible' },
  rupiahTakDiketahui: { id: 'Belum dapat dinilai', en: 'Not yet decided' },
  rupiahGanda: { id: 'Atas baris ganda', en: 'On duplicate rows' },
  programs: { id: 'Bantuan satu per satu', en: 'Aid by aid' },
  kuota: { id: 'Kuota', en: 'Quota' },
  penyelenggara: { id: 'Penyelenggara', en: 'Run by' },
  registri: { id: 'Registri', en: 'Registry' },
  overlap: { id: 'Keluarga dengan lebih dari satu bantuan', en: 'Families with more than one aid' },
  jumlahBantuan: { id: 'Banyaknya bantuan', en: 'Number of aids' },
  keluarga: { id: 'Keluarga', en: 'Families' },
  bagian: { id: 'Bagian', en: 'Share' },
  pasangan: { id: 'Pasangan bantuan', en: 'Pair of aid' },
  aturan: { id: 'Aturan', en: 'Rule' },
  tidakBolehBersama: { id: 'tidak boleh bersama', en: 'may not go together' },
  boleh: { id: 'boleh bersama', en: 'may go together' },
  payments: { id: 'Daftar penerima dibanding pembayaran', en: 'Recipient lists against payments' },
  dibayarDaftar: { id: 'Menurut daftar', en: 'By the list' },
  dibayarBelanja: { id: 'Realisasi belanjanya', en: 'Realisasi of its lines' },
  selisih: { id: 'Selisih', en: 'Difference' },
  keterangan: { id: 'Keterangan', en: 'Remark' },
  hidden: { id: 'disembunyikan', en: 'hidden' }
} as const satisfies Record<string, Text>;
