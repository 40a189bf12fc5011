import { glossary, type Term } from './glossary';

const meant = (name: string, id: string, en: string, english = name): Term => ({
  name: { id: name, en: english },
  meaning: { id, en }
});

/** Words that only the method page explains; those of other pages are in the glossary. */
export const methodTerms = {
  apbd: meant('APBD', 'Anggaran pendapatan dan belanja daerah satu tahun.', 'The budget of a region for one year.'),
  pad: meant(
    'PAD',
    'Pendapatan asli daerah: pajak, retribusi, dan hasil daerah sendiri.',
    'A region’s own revenue: local taxes, fees and returns.'
  ),
  tkd: meant(
    'TKD',
    'Transfer ke daerah: uang dari APBN untuk daerah dan desa.',
    'Transfers from the national budget to regions and villages.'
  ),
  dbh: meant(
    'DBH',
    'Dana bagi hasil: bagian daerah dari pajak dan sumber daya alam yang dipungut pusat.',
    'A region’s share of taxes and natural resource revenue collected by the centre.'
  ),
  dau: meant(
    'DAU',
    'Dana alokasi umum: transfer untuk memeratakan kemampuan keuangan daerah; sebagian sudah ditentukan penggunaannya.',
    'The general grant that evens out what regions can afford; part of it is earmarked.'
  ),
  dak: meant(
    'DAK',
    'Dana alokasi khusus: transfer yang hanya boleh dipakai untuk kegiatan yang ditetapkan.',
    'The grant that may be used only for the activities it is given for.'
  ),
  silpa: meant(
    'SiLPA',
    'Sisa lebih perhitungan anggaran: uang yang tersisa dari tahun sebelumnya.',
    'Money left over from the year before.'
  ),
  spm: meant(
    'SPM',
    'Standar pelayanan minimal: layanan dasar yang wajib diberikan pemerintah daerah kepada setiap warga yang berhak.',
    'Minimum service standards: basic services a region must give to every person entitled.'
  ),
  btt: meant(
    'BTT',
    'Belanja tidak terduga: cadangan untuk keadaan darurat dan mendesak.',
    'The contingency of the budget, for emergencies.'
  ),
  ihk: meant('IHK', 'Indeks harga konsumen, diterbitkan BPS.', 'The consumer price index published by BPS.'),
  dtsen: meant(
    'DTSEN',
    'Data Tunggal Sosial dan Ekonomi Nasional: registri keluarga yang menjadi acuan bantuan.',
    'The national social and economic registry of families that aid is based on.'
  ),
  desil: meant(
    'desil',
    'Sepersepuluh keluarga secara nasional menurut kesejahteraan; desil 1 yang terendah.',
    'A tenth of the nation’s families by welfare; desil 1 is the lowest.'
  ),
  usulSanggah: meant(
    'usul-sanggah',
    'Jalan bagi warga untuk mengusulkan penerima atau menyanggah yang terdaftar.',
    'How residents propose a recipient or object to one on the list.'
  ),
  musdes: meant(
    'musdes',
    'Musyawarah desa, atau muskel di kelurahan: rapat warga yang antara lain membahas siapa yang diusulkan.',
    'The village meeting that, among other things, discusses who is proposed.'
  ),
  siksNg: meant(
    'SIKS-NG',
    'Aplikasi Kementerian Sosial tempat operator desa memperbarui data dan mengusulkan penerima.',
    'The social ministry’s application in which desa operators update data and propose recipients.'
  )
} as const satisfies Record<string, Term>;

/** Every word of the site that is explained, by its Indonesian name. */
export function allTerms(): Term[] {
  return [...Object.values(glossary), ...Object.values(methodTerms)].sort((a, b) =>
    a.name.id.localeCompare(b.name.id, 'id')
  );
}
