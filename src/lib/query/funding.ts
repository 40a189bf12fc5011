import { defineQuery, type RowOf } from './define';

// Regional budgets, indices, population and published figures. Rows of `apbd_daerah` are leaves of one (sumber, basis, tahap,
// sampai_bulan): each query keeps those four apart, so that nothing here adds over them. A leaf that is blank while the other
// column of its row holds money is counted as blank (`…Kosong`): its component is then not known. Blank beside 0 or blank says nothing.

/** The home region: the regency whose kecamatan the extract holds; without any, the region with most rows of revenue. No row without regions. */
export const homeRegion = defineQuery({
  params: {},
  columns: {
    kodeWilayah: 'VARCHAR',
    nama: 'VARCHAR?',
    /** Class of regions it may be compared with; null where nobody set one. */
    kelasSebanding: 'VARCHAR?',
    /** Rows of its revenue in `apbd_daerah`. */
    baris: 'INTEGER',
    /** True where it has kecamatan, or is the only region; false where it was one of several alike. */
    pasti: 'BOOLEAN'
  },
  sql: `
    WITH figures AS (
      SELECT kode_wilayah, count(*) AS baris
      FROM apbd_daerah
      WHERE jenis = 'pendapatan'
      GROUP BY kode_wilayah
    ),
    districts AS (
      SELECT kode_induk, count(*) AS kecamatan
      FROM wilayah
      WHERE tingkat = 'kecamatan'
      GROUP BY kode_induk
    ),
    regions AS (
      SELECT kode, nama, kelas_sebanding
      FROM wilayah
      WHERE tingkat = 'kabupaten'
    )
    SELECT
      coalesce(r.kode, f.kode_wilayah) AS kodeWilayah,
      r.nama,
      r.kelas_sebanding AS kelasSebanding,
      coalesce(f.baris, 0)::INTEGER AS baris,
      d.kecamatan IS NOT NULL OR count(*) OVER () = 1 AS pasti
    FROM regions AS r
    FULL JOIN figures AS f ON f.kode_wilayah = r.kode
    LEFT JOIN districts AS d ON d.kode_induk = coalesce(r.kode, f.kode_wilayah)
    ORDER BY coalesce(d.kecamatan, 0) DESC, baris DESC, kodeWilayah
    LIMIT 1`
});

/** Revenue of one region by component, every source, basis, stage and month apart. Rupiah; a budget is of the year, realisasi cumulative from January. */
export const regionalRevenue = defineQuery({
  params: { kodeWilayah: 'VARCHAR' },
  columns: {
    tahun: 'INTEGER',
    sumber: 'VARCHAR',
    basis: 'VARCHAR',
    tahap: 'VARCHAR?',
    sampaiBulan: 'INTEGER',
    komponen: 'VARCHAR',
    anggaran: 'DOUBLE?',
    /** Leaves without a budget though they have realisasi. */
    anggaranKosong: 'INTEGER',
    realisasi: 'DOUBLE?',
    /** Leaves without realisasi though they have a budget. */
    realisasiKosong: 'INTEGER'
  },
  sql: `
    SELECT
      tahun,
      sumber,
      basis,
      tahap,
      sampai_bulan AS sampaiBulan,
      komponen,
      sum(anggaran)::DOUBLE AS anggaran,
      (count(*) FILTER (anggaran IS NULL AND realisasi <> 0))::INTEGER AS anggaranKosong,
      sum(realisasi)::DOUBLE AS realisasi,
      (count(*) FILTER (realisasi IS NULL AND anggaran <> 0))::INTEGER AS realisasiKosong
    FROM apbd_daerah
    WHERE kode_wilayah = $1 AND jenis = 'pendapatan'
    GROUP BY ALL
    ORDER BY tahun, sumber, basis, tahap NULLS FIRST, sampaiBulan, komponen`
});
export type RevenueRow = RowOf<typeof regionalRevenue>;

/** How many regions of a peer class have revenue, by source, basis, stage and year, at twelve months. */
export const peerCoverage = defineQuery({
  params: { kelasSebanding: 'VARCHAR' },
  columns: {
    tahun: 'INTEGER',
    sumber: 'VARCHAR',
    basis: 'VARCHAR',
    tahap: 'VARCHAR?',
    wilayah: 'INTEGER'
  },
  sql: `
    SELECT a.tahun, a.sumber, a.basis, a.tahap, count(DISTINCT a.kode_wilayah)::INTEGER AS wilayah
    FROM apbd_daerah AS a
    JOIN wilayah AS w ON w.kode = a.kode_wilayah
    WHERE w.tingkat = 'kabupaten' AND w.kelas_sebanding = $1 AND a.jenis = 'pendapatan' AND a.sampai_bulan = 12
    GROUP BY ALL
    ORDER BY a.tahun DESC, a.sumber, a.basis, a.tahap NULLS FIRST`
});
export type PeerCoverageRow = RowOf<typeof peerCoverage>;

/** Revenue of every region of a peer class in one full year of one source and basis, as in regionalRevenue. `tahap` null reads rows without a stage. */
export const peerRevenue = defineQuery({
  params: { kelasSebanding: 'VARCHAR', tahun: 'INTEGER', sumber: 'VARCHAR', basis: 'VARCHAR', tahap: 'VARCHAR' },
  columns: {
    kodeWilayah: 'VARCHAR',
    nama: 'VARCHAR',
    komponen: 'VARCHAR',
    anggaran: 'DOUBLE?',
    anggaranKosong: 'INTEGER',
    realisasi: 'DOUBLE?',
    realisasiKosong: 'INTEGER'
  },
  sql: `
    SELECT
      a.kode_wilayah AS kodeWilayah,
      any_value(w.nama) AS nama,
      a.komponen,
      sum(a.anggaran)::DOUBLE AS anggaran,
      (count(*) FILTER (a.anggaran IS NULL AND a.realisasi <> 0))::INTEGER AS anggaranKosong,
      sum(a.realisasi)::DOUBLE AS realisasi,
      (count(*) FILTER (a.realisasi IS NULL AND a.anggaran <> 0))::INTEGER AS realisasiKosong
    FROM apbd_daerah AS a
    JOIN wilayah AS w ON w.kode = a.kode_wilayah
    WHERE w.tingkat = 'kabupaten' AND w.kelas_sebanding = $1 AND a.tahun = $2 AND a.sumber = $3 AND a.basis = $4
      AND coalesce(a.tahap, '') = coalesce($5, '') AND a.sampai_bulan = 12 AND a.jenis = 'pendapatan'
    GROUP BY a.kode_wilayah, a.komponen
    ORDER BY kodeWilayah, a.komponen`
});
export type PeerRow = RowOf<typeof peerRevenue>;

/** Consumer price indices of the nation and of one region, by year and month; `basis` says which year is 100. */
export const priceIndices = defineQuery({
  params: { kodeWilayah: 'VARCHAR' },
  columns: {
    kodeWilayah: 'VARCHAR',
    tahun: 'INTEGER',
    bulan: 'INTEGER',
    /** ihk_2018 or ihk_2022. */
    indikator: 'VARCHAR',
    nilai: 'DOUBLE',
    sumber: 'VARCHAR'
  },
  sql: `
    SELECT kode_wilayah AS kodeWilayah, tahun, bulan, indikator, nilai, sumber
    FROM indikator
    WHERE indikator IN ('ihk_2018', 'ihk_2022') AND bulan IS NOT NULL AND kode_wilayah IN ('00', $1)
    ORDER BY kodeWilayah, indikator, tahun, bulan, sumber`
});
export type PriceRow = RowOf<typeof priceIndices>;

/** Official population of a region by year and source, persons; several sources may differ. */
export const populations = defineQuery({
  params: { kodeWilayah: 'VARCHAR' },
  columns: { tahun: 'INTEGER', jiwa: 'DOUBLE', sumber: 'VARCHAR' },
  sql: `
    SELECT tahun, nilai AS jiwa, sumber
    FROM indikator
    WHERE indikator = 'penduduk' AND kode_wilayah = $1
    ORDER BY tahun, sumber`
});
export type PopulationRow = RowOf<typeof populations>;

/** Figures that publications give for the nation (00) and one region, each as published; rupiah. */
export const publishedFigures = defineQuery({
  params: { kodeWilayah: 'VARCHAR' },
  columns: {
    kodeWilayah: 'VARCHAR',
    tahun: 'INTEGER',
    ukuran: 'VARCHAR',
    tahap: 'VARCHAR',
    /** As-of date, YYYY-MM-DD; null where the publication gives none. */
    perTanggal: 'VARCHAR?',
    rupiah: 'DOUBLE',
    sumber: 'VARCHAR',
    catatan: 'VARCHAR?',
    catatanEn: 'VARCHAR?'
  },
  sql: `
    SELECT
      kode_wilayah AS kodeWilayah,
      tahun,
      ukuran,
      tahap,
      per_tanggal::VARCHAR AS perTanggal,
      rupiah::DOUBLE AS rupiah,
      sumber,
      catatan,
      catatan_en AS catatanEn
    FROM angka_terbit
    WHERE kode_wilayah IN ('00', $1)
    ORDER BY kodeWilayah, ukuran, tahun, tahap, sumber`
});
export type PublishedRow = RowOf<typeof publishedFigures>;

/** Files behind the revenue of a region: name, year and as-of date. */
export const regionalFiles = defineQuery({
  params: { kodeWilayah: 'VARCHAR' },
  columns: { sumber: 'VARCHAR', basis: 'VARCHAR', tahun: 'INTEGER', nama: 'VARCHAR?', perTanggal: 'VARCHAR?' },
  sql: `
    SELECT a.sumber, a.basis, a.tahun, b.nama, max(b.per_tanggal)::VARCHAR AS perTanggal
    FROM apbd_daerah AS a
    JOIN berkas AS b ON b.id_berkas = a.id_berkas
    WHERE a.kode_wilayah = $1 AND a.jenis = 'pendapatan'
    GROUP BY ALL
    ORDER BY a.tahun DESC, a.sumber, a.basis, b.nama DESC NULLS LAST`
});
export type RegionalFileRow = RowOf<typeof regionalFiles>;

/** Sums by block of each budget of one region, for the identity Pendapatan − Belanja + Pembiayaan; a block nobody gives, or blank where the other column holds money, is null. Rupiah. */
export const budgetBlocksOf = defineQuery({
  params: { kodeWilayah: 'VARCHAR' },
  columns: {
    tahun: 'INTEGER',
    sumber: 'VARCHAR',
    tahap: 'VARCHAR?',
    sampaiBulan: 'INTEGER',
    anggaranPendapatan: 'DOUBLE?',
    anggaranBelanja: 'DOUBLE?',
    anggaranPembiayaan: 'DOUBLE?',
    realisasiPendapatan: 'DOUBLE?',
    realisasiBelanja: 'DOUBLE?',
    realisasiPembiayaan: 'DOUBLE?'
  },
  sql: `
    WITH signed AS (
      SELECT
        tahun, sumber, tahap, sampai_bulan, jenis,
        CASE WHEN jenis = 'pengeluaran_pembiayaan' THEN -anggaran ELSE anggaran END AS anggaran,
        CASE WHEN jenis = 'pengeluaran_pembiayaan' THEN -realisasi ELSE realisasi END AS realisasi,
        anggaran IS NULL AND realisasi <> 0 AS anggaran_kosong,
        realisasi IS NULL AND anggaran <> 0 AS realisasi_kosong
      FROM apbd_daerah
      WHERE kode_wilayah = $1 AND basis = 'apbd'
    ),
    blocks AS (
      SELECT
        tahun, sumber, tahap, sampai_bulan,
        CASE WHEN jenis IN ('pendapatan', 'belanja') THEN jenis ELSE 'pembiayaan' END AS blok,
        CASE WHEN bool_or(anggaran_kosong) THEN NULL ELSE sum(anggaran) END AS anggaran,
        CASE WHEN bool_or(realisasi_kosong) THEN NULL ELSE sum(realisasi) END AS realisasi
      FROM signed
      GROUP BY ALL
    )
    SELECT
      tahun, sumber, tahap, sampai_bulan AS sampaiBulan,
      max(anggaran) FILTER (blok = 'pendapatan')::DOUBLE AS anggaranPendapatan,
      max(anggaran) FILTER (blok = 'belanja')::DOUBLE AS anggaranBelanja,
      max(anggaran) FILTER (blok = 'pembiayaan')::DOUBLE AS anggaranPembiayaan,
      max(realisasi) FILTER (blok = 'pendapatan')::DOUBLE AS realisasiPendapatan,
      max(realisasi) FILTER (blok = 'belanja')::DOUBLE AS realisasiBelanja,
      max(realisasi) FILTER (blok = 'pembiayaan')::DOUBLE AS realisasiPembiayaan
    FROM blocks
    GROUP BY tahun, sumber, tahap, sampai_bulan
    HAVING count(DISTINCT blok) FILTER (blok <> 'pembiayaan') = 2
    ORDER BY tahun DESC, sumber, tahap NULLS FIRST, sampai_bulan DESC`
});
