import type { PeopleRole } from './sheet';

/** What the values of an ambiguous column must look like for it to have the role. */
export type Evidence = 'keys' | 'money' | 'codes';

/** One way a header of a role is written, earlier ones preferred; headers are compared as `plainHeader` writes them. */
export interface Alias {
  pattern: RegExp;
  /** The header alone says too little: `KK` may head family numbers or counts of families, `JUMLAH` rupiah or parcels. */
  evidence?: Evidence;
}

const sure = (pattern: RegExp): Alias => ({ pattern });
const number = '(?:no|nomor|nomer|nmr|num|number)';
const day = '(?:tanggal|tgl|tg|date|waktu)';
/** Other people than the one a row is about. */
const others = '(?!.*(?:ibu|ayah|bapak|pasangan|suami|istri|wali|pendamping|petugas|operator|agen|saksi|ahli_waris))';

const flagged =
  '(?:(?:penyandang|status|jenis|ragam|kategori|tipe|kode|kd|ada|memiliki|punya|has|is|flag|jumlah|jml|jlh|anggota|art|jiwa|orang|individu|keluarga|dengan)_)*';
/** A column that says of a row whether, how many or of which kind. */
const flag = (words: string): Alias =>
  sure(new RegExp(`^${flagged}(?:${words})(?:_(?:ya_tidak|y_t|anggota|keluarga|art|dtsen|dtks))?$`));
const disability = 'disabilitas|difabel|cacat|kecacatan|kedisabilitasan';
const elderly = 'lansia|lanjut_usia|lanjut_umur';
const neglected = '_ter?lantar';

/** Headers of each role as agencies write them (`domain.md` B3 and their variants). Order of roles: the surest headers first. */
export const aliases: Readonly<Record<PeopleRole, readonly Alias[]>> = {
  nik: [
    sure(new RegExp(`^(?:${number}_?)?(?:nik|n_i_k)$`)),
    sure(new RegExp(`^(?:${number}_)?induk_kependudukan(?:_nik)?$`)),
    sure(
      new RegExp(
        `^${others}(?:${number}_?)?(?:nik|ktp|e_ktp|nik_ktp|ktp_nik|identitas)(?:_(?!valid|padan|status|ket|cek|hasil|jumlah|total|persen|aktif|belum|tidak|anomali|ganda|invalid|sesuai$).*)?$`
      )
    ),
    sure(new RegExp(`^${others}(?:${number}_)?induk_kependudukan_.*$`)),
    sure(new RegExp(`^nik_(?:kpm|pengurus|penerima|krt|kepala_keluarga|pm|individu).*$`)),
    sure(/^(?:id|nomor|no)_?penduduk$/)
  ],
  kk: [
    sure(new RegExp(`^(?:${number}_?)kk$`)),
    sure(new RegExp(`^(?:${number}_)?(?:kartu_keluarga|k_k)(?:_kk)?$`)),
    sure(/^(?:nkk|nokk|id_kk|no_kk_.*|nomor_kk_.*|nomor_kartu_keluarga_.*|no_kartu_keluarga_.*)$/),
    { pattern: /^(?:kk|kk_.*|keluarga)$/, evidence: 'keys' }
  ],
  id_keluarga: [sure(/^(?:id_?keluarga|id_?rumah_?tangga|id_?ruta|id_?krt|kode_keluarga)(?:_.*)?$/)],
  nama: [
    sure(
      /^(?:nama|nama_lengkap|nama_(?:penerima|kpm|pm|ppks|pmks|pengurus|krt|individu|anggota|art|lansia|peserta|warga|orang|penduduk)(?:_.*)?)$/
    ),
    sure(
      /^(?:nama_(?:kepala_keluarga|kepala_rumah_tangga|kk|kep_?kel|ktp|sesuai_ktp|di_ktp)(?:_.*)?|kepala_keluarga)$/
    ),
    sure(/^(?:penerima|nama_calon_penerima|name|full_?name|nm_(?!prov|kab|kota|kec|kel|desa|ds|dusun).*|nama_pen.*)$/)
  ],
  kode_wilayah: [
    { pattern: /^(?:kode|kd|id|no)_?(?:wilayah|kemendagri|kemdagri|wil)(?:_.*)?$/, evidence: 'codes' },
    {
      pattern: /^(?:kode|kd|id|no)_?(?:desa|kel|kelurahan|desa_kel|desa_kelurahan|kel_desa|kelurahan_desa)(?:_.*)?$/,
      evidence: 'codes'
    },
    { pattern: /^(?:kode|kd|id)_?(?:bps|prop_?kab_?kec_?desa|prov_?kab_?kec_?desa)(?:_.*)?$/, evidence: 'codes' },
    { pattern: /^(?:kode|kd|id|no)_?(?:kec|kecamatan)(?:_.*)?$/, evidence: 'codes' }
  ],
  kabupaten: [
    sure(/^(?:nama_|nm_?)?(?:kab|kabupaten|kab_?kota?|kabupaten_?kota|kota_kabupaten|kota)(?:_(?:ktp|domisili|dom))?$/)
  ],
  kecamatan: [
    sure(/^(?:nama_|nm_?)?(?:kec|kecamatan)$/),
    sure(/^(?:nama_|nm_?)?(?:kec|kecamatan)_(?:domisili|dom|dtsen|dtks|kpm|penerima|ktp|kk|tinggal)$/)
  ],
  desa: [
    sure(
      /^(?:nama_|nm_?)?(?:desa|kelurahan|kel|ds|desa_?(?:kel|kelurahan|keluarahan)|ds_kel|kel_?(?:desa|ds)|kelurahan_?desa|kel_?des|des_?kel)$/
    ),
    sure(
      /^(?:nama_|nm_?)?(?:desa|kelurahan|kel|desa_?kel|desa_?kelurahan|kelurahan_?desa|kel_?desa)_(?:domisili|dom|dtsen|dtks|kpm|penerima|ktp|kk|tinggal)$/
    ),
    sure(/^(?:nama_)?(?:kampung|nagari|gampong|pekon|negeri)$/)
  ],
  desil: [
    sure(/^(?:desil|desil_nasional|desil_dtsen|desil_keluarga|desil_kesejahteraan(?:_nasional)?)$/),
    sure(/^(?!.*(?:kab|kota|prov|lokal|daerah|desa|jumlah))(?:[a-z]+_)*(?:desil|decile)(?:_[a-z][a-z_]*)?$/)
  ],
  tanggal: [
    sure(
      new RegExp(
        `^(?:${day}_)?(?:terakhir_)?(?:verifikasi|verval|validasi|pemutakhiran|pembaruan|pembaharuan|pendataan|update|ground_?check|gc|survei|survey|musdes|musdesus|padan|cek)(?:_.*)?$`
      )
    ),
    sure(/^(?:terakhir|akhir)_(?:di)?(?:verifikasi|perbarui|perbaharui|mutakhirkan|update|ubah|data)(?:_.*)?$/),
    sure(/^(?:last|date)_?(?:updated?|verified|verification|survey)(?:_.*)?$|^updated?_?(?:at|on|date)$/)
  ],
  anggota: [
    sure(
      /^(?!.*(?:disab|difabel|cacat|lansia|lanjut|lantar))(?:jumlah|jml|jlh|banyak(?:nya)?)_(?:anggota|art|jiwa|orang|individu)(?:_.*)?$/
    ),
    sure(/^(?:anggota|anggota_keluarga|jiwa|art|jumlah_anggota_?keluarga|family_size)$/)
  ],
  program: [
    sure(/^(?:kode_)?(?:program|bantuan|bansos)(?:_(?:bantuan|bansos|sosial))?$/),
    sure(/^(?:nama|jenis|kategori|macam|nama_jenis)_(?:program|bantuan|bansos)(?:_.*)?$/),
    sure(/^(?:bantuan|bansos)_yang_diterima$/)
  ],
  periode: [sure(/^(?:periode|masa)(?:_.*)?$/)],
  triwulan: [sure(/^(?:triwulan|tri_wulan|tw|kuartal)(?:_(?!\d|i{1,3}v?(?:_|$)|iv(?:_|$)).*)?$/)],
  semester: [sure(/^(?:semester|smt)(?:_(?!\d|ii?(?:_|$)).*)?$/)],
  tahap: [
    sure(
      /^(?:tahap|tahapan|termin|angsuran)(?:_(?:ke|ke_berapa|salur|penyaluran|bayar|pembayaran|pencairan|bantuan))*$/
    ),
    sure(/^(?:penyaluran|pencairan|pembayaran|salur)_ke(?:_berapa)?$/)
  ],
  bulan: [sure(/^(?:bulan|bln)(?:_(?!lahir).*)?$/)],
  tahun: [
    sure(/^(?:tahun|thn|ta|tahun_anggaran|thn_anggaran|year)(?:_(?:salur|penyaluran|bantuan|bayar|anggaran|data))?$/)
  ],
  tanggal_daftar: [
    sure(new RegExp(`^${day}_(?:sk|daftar|penetapan|ditetapkan|bnba|surat_keputusan)(?:_.*)?$`)),
    sure(
      new RegExp(
        `^${day}_(?:salur|penyaluran|bayar|pembayaran|terima|penerimaan|pencairan|cair|serah|transfer|ambil)(?:_.*)?$`
      )
    )
  ],
  nominal: [
    sure(/^(?:nominal|besaran|rupiah|rp)(?:_.*)?$/),
    sure(
      /^(?:nilai|jumlah|jml|total|besar|uang)_(?:rp|rupiah|uang|dana|nominal|salur|disalurkan|dibayar|dibayarkan|diterima|yang_diterima|transfer|pembayaran)(?:_.*)?$/
    ),
    sure(/^nilai_(?:bantuan|bansos|manfaat)(?:_.*)?$/),
    { pattern: /^(?:jumlah|jml|total|besar)_(?:bantuan|bansos)(?:_.*)?$/, evidence: 'money' },
    { pattern: /^(?:nilai|jumlah|jml|total|uang|dana|bantuan_rp|amount)$/, evidence: 'money' }
  ],
  disabilitas: [flag(disability)],
  disabilitas_telantar: [flag(`(?:${disability})${neglected}`)],
  lansia: [flag(elderly)],
  lansia_telantar: [flag(`(?:${elderly})${neglected}`)],
  anak_telantar: [flag(`(?:anak|balita)${neglected}`)],
  ppks: [sure(/^(?:(?:kategori|jenis|kluster|klaster|status|ragam)_)?(?:ppks|pmks)(?:_(?:kategori|jenis))?$/)]
};

/** Headers that only a list of persons has, so that names without keys are still known for what they are. */
export const personal =
  /^(?:alamat(?:_.*)?|rt|rw|rt_rw|dusun|jenis_kelamin|jk|kelamin|l_p|tempat_lahir|tanggal_lahir|tgl_lahir|ttl|tempat_tanggal_lahir|umur|usia|pekerjaan|nama_ibu(?:_.*)?|no_hp|no_telp|no_rekening|nomor_rekening|norek|agama|status_kawin)$/;

/** Headers that say how a row stands to the head of its family: one row is one person. */
export const relation =
  /^(?:hub(?:ungan)?|status_hub(?:ungan)?|shdk|stat_hbkel|status_hubungan)(?:_(?:dalam_|dengan_|dlm_|dg_)?(?:keluarga|kk|krt|kepala_keluarga|kep_keluarga|rumah_tangga))*$|^(?:hubungan|hub)_.*keluarga.*$|^status_(?:di_?|dalam_|dlm_)?keluarga$|^shdk$/;

/** Headers that only budgets have: names beside them (SIPD prints NAMA PENERIMA BANTUAN) do not make a list of persons. */
export const budgetary =
  /(?:^|_)(?:rekening_belanja|kode_rekening|kode_akun|nama_akun|akun|sub_?kegiatan|sub_?giat|pagu|anggaran|sumber_dana|skpd|kode_urusan)(?:_|$)/;

/** Headers that speak for a registry: identifiers of DTKS and flags of aid beside a family. */
export const ofRegistry =
  /^(?:id_?(?:dtks|dtsen|bdt|semesta|prelist|dtsen_.*)|peringkat(?:_.*)?|percentile|persentil|pbi_nas|pbi_pemda|has_.*|status_kesejahteraan)$/;

/** Rankings that are not the national desil, each with the reason why it is not used. */
export const otherRankings =
  /^(?:percentile|persentil|persentil_.*|peringkat(?:_.*)?|(?:[a-z]+_)*desil_(?:.*_)?(?:kab|kabupaten|kota|kab_kota|prov|provinsi|lokal|daerah|desa)(?:_.*)?)$/;
