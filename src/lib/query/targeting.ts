import { defineQuery, type RowOf } from './define';

// Every fact holds one row for each region at each level, counted before hiding, and a level is not the sum of the one below: each query
// here gives regions one by one and adds nothing over kode_wilayah. `tingkat` reads kelurahan as desa. A cell that is null is hidden
// where its column stands in `tersembunyi` (names joined by commas), and missing otherwise.

/** Regions with their place in the hexagon layout; the regency, its kecamatan and desa, and whatever other regencies the extract names. */
export const regions = defineQuery({
  params: {},
  columns: {
    kode: 'VARCHAR',
    nama: 'VARCHAR',
    /** kabupaten, kecamatan, desa or kelurahan. */
    tingkat: 'VARCHAR',
    kodeInduk: 'VARCHAR?',
    dapil: 'VARCHAR?',
    kelasSebanding: 'VARCHAR?',
    kolom: 'INTEGER?',
    baris: 'INTEGER?'
  },
  sql: `
    SELECT kode, nama, tingkat, kode_induk AS kodeInduk, dapil, kelas_sebanding AS kelasSebanding, kolom, baris
    FROM wilayah
    ORDER BY kode`
});
export type RegionRow = RowOf<typeof regions>;

/** Versions of the registry, the latest first. */
export const vintages = defineQuery({
  params: {},
  columns: { vintase: 'VARCHAR', registri: 'VARCHAR', berlakuSejak: 'VARCHAR' },
  sql: `
    SELECT vintase, registri, berlaku_sejak::VARCHAR AS berlakuSejak
    FROM vintase
    ORDER BY berlaku_sejak DESC, vintase DESC`
});
export type VintageRow = RowOf<typeof vintages>;

/** The day that the registry's ages are counted to; null without a registry. */
export const asOfDate = defineQuery({
  params: {},
  columns: { perTanggal: 'VARCHAR?' },
  sql: `
    SELECT max(per_tanggal)::VARCHAR AS perTanggal
    FROM kesegaran`
});

/** Which lists there are: every aid, period and vintage, with the levels that have rows of it. */
export const lists = defineQuery({
  params: {},
  columns: { tahun: 'INTEGER', periode: 'VARCHAR', kodeBantuan: 'VARCHAR', vintase: 'VARCHAR', tingkat: 'VARCHAR' },
  sql: `
    SELECT DISTINCT s.tahun, s.periode, s.kode_bantuan AS kodeBantuan, s.vintase,
      CASE w.tingkat WHEN 'kelurahan' THEN 'desa' ELSE w.tingkat END AS tingkat
    FROM sasaran AS s
    JOIN wilayah AS w ON w.kode = s.kode_wilayah
    ORDER BY s.tahun DESC, s.periode, kodeBantuan, s.vintase, tingkat`
});
export type ListRow = RowOf<typeof lists>;

const classes = {
  kodeWilayah: 'VARCHAR',
  tingkat: 'VARCHAR',
  /** YYYY-MM-DD; null where the files do not say. */
  tanggalDaftar: 'VARCHAR?',
  penerima: 'INTEGER?',
  layak: 'INTEGER?',
  tidakLayak: 'INTEGER?',
  desilKosong: 'INTEGER?',
  tidakTercatat: 'INTEGER?',
  layakTerlewat: 'INTEGER?',
  tidakLayakDiLuar: 'INTEGER?',
  desilKosongDiLuar: 'INTEGER?',
  barisGanda: 'INTEGER?',
  rupiahLayak: 'DOUBLE?',
  rupiahTidakLayak: 'DOUBLE?',
  rupiahTakDiketahui: 'DOUBLE?',
  rupiahGanda: 'DOUBLE?',
  tersembunyi: 'VARCHAR'
} as const;

/** The cells of `classes`, from sasaran AS s and wilayah AS w. */
const classCells = `s.kode_wilayah AS kodeWilayah,
      CASE w.tingkat WHEN 'kelurahan' THEN 'desa' ELSE w.tingkat END AS tingkat,
      s.tanggal_daftar::VARCHAR AS tanggalDaftar,
      s.penerima,
      s.layak,
      s.tidak_layak AS tidakLayak,
      s.desil_kosong AS desilKosong,
      s.tidak_tercatat AS tidakTercatat,
      s.layak_terlewat AS layakTerlewat,
      s.tidak_layak_di_luar AS tidakLayakDiLuar,
      s.desil_kosong_di_luar AS desilKosongDiLuar,
      s.baris_ganda AS barisGanda,
      s.rupiah_layak::DOUBLE AS rupiahLayak,
      s.rupiah_tidak_layak::DOUBLE AS rupiahTidakLayak,
      s.rupiah_tak_diketahui::DOUBLE AS rupiahTakDiketahui,
      s.rupiah_ganda::DOUBLE AS rupiahGanda,
      coalesce(array_to_string(s.kolom_tersembunyi, ','), '') AS tersembunyi`;

/** The classes of one list in every region at every level, units of the aid and rupiah. */
export const targetingAcross = defineQuery({
  params: { tahun: 'INTEGER', periode: 'VARCHAR', kodeBantuan: 'VARCHAR', vintase: 'VARCHAR' },
  columns: classes,
  sql: `
    SELECT
      ${classCells}
    FROM sasaran AS s
    JOIN wilayah AS w ON w.kode = s.kode_wilayah
    WHERE s.tahun = $1 AND s.periode = $2 AND s.kode_bantuan = $3 AND s.vintase = $4
    ORDER BY kodeWilayah`
});
export type ClassRow = RowOf<typeof targetingAcross>;

/** Every aid and period of a year in one region: what targetingAcross gives, with aid, period and vintage. */
export const targetingAt = defineQuery({
  params: { tahun: 'INTEGER', kodeWilayah: 'VARCHAR' },
  columns: { kodeBantuan: 'VARCHAR', periode: 'VARCHAR', vintase: 'VARCHAR', ...classes },
  sql: `
    SELECT
      s.kode_bantuan AS kodeBantuan,
      s.periode,
      s.vintase,
      ${classCells}
    FROM sasaran AS s
    JOIN wilayah AS w ON w.kode = s.kode_wilayah
    WHERE s.tahun = $1 AND s.kode_wilayah = $2
    ORDER BY kodeBantuan, s.periode, s.vintase`
});
export type ListClassRow = RowOf<typeof targetingAt>;

const desilColumns = {
  kodeWilayah: 'VARCHAR',
  tingkat: 'VARCHAR',
  desil: 'INTEGER',
  terdaftar: 'INTEGER?',
  penerima: 'INTEGER?',
  rupiah: 'DOUBLE?',
  tersembunyi: 'VARCHAR'
} as const;

/** Registered and receiving by desil in one region. */
export const desilAt = defineQuery({
  params: { tahun: 'INTEGER', kodeBantuan: 'VARCHAR', vintase: 'VARCHAR', kodeWilayah: 'VARCHAR' },
  columns: desilColumns,
  sql: `
    SELECT
      d.kode_wilayah AS kodeWilayah,
      CASE w.tingkat WHEN 'kelurahan' THEN 'desa' ELSE w.tingkat END AS tingkat,
      d.desil,
      d.terdaftar,
      d.penerima,
      d.rupiah::DOUBLE AS rupiah,
      coalesce(array_to_string(d.kolom_tersembunyi, ','), '') AS tersembunyi
    FROM sasaran_desil AS d
    JOIN wilayah AS w ON w.kode = d.kode_wilayah
    WHERE d.tahun = $1 AND d.kode_bantuan = $2 AND d.vintase = $3 AND d.kode_wilayah = $4
    ORDER BY d.desil`
});
export type DesilCountRow = RowOf<typeof desilAt>;

/** One desil in every region. */
export const desilAcross = defineQuery({
  params: { tahun: 'INTEGER', kodeBantuan: 'VARCHAR', vintase: 'VARCHAR', desil: 'INTEGER' },
  columns: desilColumns,
  sql: `
    SELECT
      d.kode_wilayah AS kodeWilayah,
      CASE w.tingkat WHEN 'kelurahan' THEN 'desa' ELSE w.tingkat END AS tingkat,
      d.desil,
      d.terdaftar,
      d.penerima,
      d.rupiah::DOUBLE AS rupiah,
      coalesce(array_to_string(d.kolom_tersembunyi, ','), '') AS tersembunyi
    FROM sasaran_desil AS d
    JOIN wilayah AS w ON w.kode = d.kode_wilayah
    WHERE d.tahun = $1 AND d.kode_bantuan = $2 AND d.vintase = $3 AND d.desil = $4
    ORDER BY kodeWilayah`
});

/** Families and persons of one region in the registry by desil; a null desil is one not yet decided. `disembunyikan` hides both. */
export const registryAt = defineQuery({
  params: { vintase: 'VARCHAR', kodeWilayah: 'VARCHAR' },
  columns: { desil: 'INTEGER?', keluarga: 'INTEGER?', jiwa: 'INTEGER?', disembunyikan: 'BOOLEAN' },
  sql: `
    SELECT desil, keluarga, jiwa, disembunyikan
    FROM registri
    WHERE vintase = $1 AND kode_wilayah = $2
    ORDER BY desil NULLS LAST`
});
export type RegistryRow = RowOf<typeof registryAt>;

/** Age of the registry's entries in every region; `kelompok` is semua or penerima. Ages in days, counts in families. */
export const freshnessAcross = defineQuery({
  params: { vintase: 'VARCHAR', kelompok: 'VARCHAR' },
  columns: {
    kodeWilayah: 'VARCHAR',
    tingkat: 'VARCHAR',
    perTanggal: 'VARCHAR',
    keluarga: 'INTEGER?',
    segar: 'INTEGER?',
    tanpaTanggal: 'INTEGER?',
    tanggalDepan: 'INTEGER?',
    median: 'DOUBLE?',
    p90: 'DOUBLE?',
    tersembunyi: 'VARCHAR'
  },
  sql: `
    SELECT
      k.kode_wilayah AS kodeWilayah,
      CASE w.tingkat WHEN 'kelurahan' THEN 'desa' ELSE w.tingkat END AS tingkat,
      k.per_tanggal::VARCHAR AS perTanggal,
      k.keluarga,
      k.segar_12_bulan AS segar,
      k.tanpa_tanggal AS tanpaTanggal,
      k.tanggal_depan AS tanggalDepan,
      k.umur_median_hari AS median,
      k.umur_p90_hari AS p90,
      coalesce(array_to_string(k.kolom_tersembunyi, ','), '') AS tersembunyi
    FROM kesegaran AS k
    JOIN wilayah AS w ON w.kode = k.kode_wilayah
    WHERE k.vintase = $1 AND k.kelompok = $2
    ORDER BY kodeWilayah`
});
export type FreshnessRow = RowOf<typeof freshnessAcross>;

/** Families of one region by the number of aids they receive. `disembunyikan` hides the count. */
export const overlapAt = defineQuery({
  params: { tahun: 'INTEGER', kodeWilayah: 'VARCHAR' },
  columns: { vintase: 'VARCHAR', jumlah: 'INTEGER', keluarga: 'INTEGER?', disembunyikan: 'BOOLEAN' },
  sql: `
    SELECT vintase, jumlah_bantuan AS jumlah, keluarga, disembunyikan
    FROM tumpang_tindih
    WHERE tahun = $1 AND kode_wilayah = $2
    ORDER BY vintase, jumlah`
});
export type OverlapRow = RowOf<typeof overlapAt>;

/** Families of one region that receive both of two aids. `disembunyikan` hides the count. */
export const pairsAt = defineQuery({
  params: { tahun: 'INTEGER', kodeWilayah: 'VARCHAR' },
  columns: { kode: 'VARCHAR', lain: 'VARCHAR', keluarga: 'INTEGER?', disembunyikan: 'BOOLEAN' },
  sql: `
    SELECT kode_bantuan AS kode, kode_bantuan_lain AS lain, keluarga, disembunyikan
    FROM pasangan_bantuan
    WHERE tahun = $1 AND kode_wilayah = $2
    ORDER BY kode, lain`
});
export type PairRow = RowOf<typeof pairsAt>;
