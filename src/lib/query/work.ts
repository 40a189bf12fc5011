import { defineQuery, type RowOf } from './define';

// What stands beside the money of a sub kegiatan: work done, outputs, contracts, obligations. State at the end of a month.

/** Latest report of physical progress at or before a month, with problem and follow-up where the extract is internal. */
export const progress = defineQuery({
  params: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR', bulan: 'INTEGER' },
  columns: {
    kodeSkpd: 'VARCHAR',
    kodeSubkegiatan: 'VARCHAR',
    bulan: 'INTEGER',
    /** Cumulative, a ratio; null where the report leaves it blank. */
    fisik: 'DOUBLE?',
    masalah: 'VARCHAR?',
    tindakLanjut: 'VARCHAR?'
  },
  sql: `
    SELECT
      kode_skpd AS kodeSkpd,
      kode_subkegiatan AS kodeSubkegiatan,
      max(bulan)::INTEGER AS bulan,
      arg_max(fisik, bulan) AS fisik,
      arg_max(masalah, bulan) AS masalah,
      arg_max(tindak_lanjut, bulan) AS tindakLanjut
    FROM kinerja
    WHERE tahun = $1 AND starts_with(kode_skpd, coalesce($2, '')) AND bulan <= $3
    GROUP BY kode_skpd, kode_subkegiatan
    ORDER BY kodeSkpd, kodeSubkegiatan`
});
export type ProgressRow = RowOf<typeof progress>;

/** Contracts and unpaid obligations of each line as last listed at or before a month, rupiah. */
export const commitments = defineQuery({
  params: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR', bulan: 'INTEGER' },
  columns: {
    kodeSkpd: 'VARCHAR',
    kodeSubkegiatan: 'VARCHAR',
    kodeJenis: 'VARCHAR',
    bulan: 'INTEGER',
    /** Value of contracts, work orders, grants and decrees. */
    nilai: 'DOUBLE',
    /** Their part not yet paid; an unknown payment counts as none. */
    belumTerbayar: 'DOUBLE',
    /** Bills of earlier periods not yet paid. */
    utang: 'DOUBLE'
  },
  sql: `
    WITH latest AS (
      SELECT kode_skpd, max(bulan) AS bulan
      FROM cakupan
      WHERE tabel = 'komitmen' AND tahun = $1 AND bulan <= $3
      GROUP BY kode_skpd
    )
    SELECT
      k.kode_skpd AS kodeSkpd,
      k.kode_subkegiatan AS kodeSubkegiatan,
      left(k.kode_akun, 6) AS kodeJenis,
      k.bulan,
      coalesce(sum(k.nilai) FILTER (k.jenis <> 'utang'), 0)::DOUBLE AS nilai,
      coalesce(sum(k.nilai - coalesce(k.terbayar, 0)) FILTER (k.jenis <> 'utang'), 0)::DOUBLE AS belumTerbayar,
      coalesce(sum(k.nilai - coalesce(k.terbayar, 0)) FILTER (k.jenis = 'utang'), 0)::DOUBLE AS utang
    FROM komitmen AS k
    JOIN latest USING (kode_skpd, bulan)
    WHERE k.tahun = $1 AND starts_with(k.kode_skpd, coalesce($2, ''))
    GROUP BY ALL
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeJenis`
});
export type CommitmentRow = RowOf<typeof commitments>;

/** Months of each unit for which a contract list was delivered, so that "no contract" differs from "no list". */
export const commitmentMonths = defineQuery({
  params: { tahun: 'INTEGER', bulan: 'INTEGER' },
  columns: { kodeSkpd: 'VARCHAR', bulan: 'INTEGER' },
  sql: `
    SELECT kode_skpd AS kodeSkpd, max(bulan)::INTEGER AS bulan
    FROM cakupan
    WHERE tabel = 'komitmen' AND tahun = $1 AND bulan <= $2
    GROUP BY kode_skpd
    ORDER BY kodeSkpd`
});

/** Monthly obligations still to come after a month: pay, honoraria, subscriptions and the like, rupiah to year-end. */
export const obligations = defineQuery({
  params: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR', bulan: 'INTEGER' },
  columns: { kodeSkpd: 'VARCHAR', kodeSubkegiatan: 'VARCHAR', kodeJenis: 'VARCHAR', sisa: 'DOUBLE' },
  sql: `
    SELECT
      kode_skpd AS kodeSkpd,
      kode_subkegiatan AS kodeSubkegiatan,
      left(kode_akun, 6) AS kodeJenis,
      sum(per_bulan * greatest(0, sampai_bulan - $3))::DOUBLE AS sisa
    FROM kewajiban
    WHERE tahun = $1 AND starts_with(kode_skpd, coalesce($2, ''))
    GROUP BY ALL
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeJenis`
});
export type ObligationRow = RowOf<typeof obligations>;

/** Outputs at or before a month: target of the year and achievement so far, in the indicator's own unit. */
export const outputs = defineQuery({
  params: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR', bulan: 'INTEGER' },
  columns: {
    kodeSkpd: 'VARCHAR',
    kodeSubkegiatan: 'VARCHAR',
    urutan: 'INTEGER',
    indikator: 'VARCHAR',
    satuan: 'VARCHAR',
    target: 'DOUBLE?',
    /** Null where no report up to the month says it. */
    capaian: 'DOUBLE?',
    /** Month of the achievement shown; null with it. */
    bulan: 'INTEGER?'
  },
  sql: `
    SELECT
      kode_skpd AS kodeSkpd,
      kode_subkegiatan AS kodeSubkegiatan,
      urutan,
      arg_max(indikator, bulan) AS indikator,
      arg_max(satuan, bulan) AS satuan,
      arg_max(target, bulan) FILTER (target IS NOT NULL) AS target,
      arg_max(capaian, bulan) FILTER (capaian IS NOT NULL) AS capaian,
      (max(bulan) FILTER (capaian IS NOT NULL))::INTEGER AS bulan
    FROM keluaran
    WHERE tahun = $1 AND starts_with(kode_skpd, coalesce($2, '')) AND bulan <= $3
    GROUP BY kode_skpd, kode_subkegiatan, urutan
    ORDER BY kodeSkpd, kodeSubkegiatan, urutan`
});
export type OutputRow = RowOf<typeof outputs>;

/**
 * Accounts of one sub kegiatan (or of all below a code) in one jenis or all: pagu at the stage in force in a month, or at an
 * earlier one (`urutanTahap`), and realisasi to that month, rupiah. An account without spending is at 0 where its unit delivered every month so far.
 */
export const accounts = defineQuery({
  params: {
    tahun: 'INTEGER',
    kodeSkpd: 'VARCHAR',
    kode: 'VARCHAR',
    bulan: 'INTEGER',
    kodeJenis: 'VARCHAR',
    urutanTahap: 'INTEGER'
  },
  columns: {
    kodeSubkegiatan: 'VARCHAR',
    kodeAkun: 'VARCHAR',
    nama: 'VARCHAR?',
    /** Null where the stage does not hold the account. */
    pagu: 'DOUBLE?',
    /** Null where a figure spans the month, or a unit did not deliver a month up to it. */
    realisasi: 'DOUBLE?'
  },
  sql: `
    WITH stage AS (
      SELECT kode_skpd, max(urutan_tahap) AS urutan_tahap
      FROM pagu
      WHERE tahun = $1 AND sah AND berlaku_bulan <= $4 AND ($6 IS NULL OR urutan_tahap <= $6)
      GROUP BY kode_skpd
    ),
    complete AS (
      SELECT kode_skpd
      FROM cakupan
      WHERE tabel = 'realisasi' AND tahun = $1 AND bulan <= $4
      GROUP BY kode_skpd
      HAVING count(DISTINCT bulan) = $4
    ),
    granted AS (
      SELECT kode_skpd, kode_subkegiatan, kode_akun, sum(pagu) AS pagu
      FROM pagu
      JOIN stage USING (kode_skpd, urutan_tahap)
      WHERE tahun = $1 AND starts_with(kode_skpd, coalesce($2, ''))
        AND (kode_subkegiatan = $3 OR starts_with(kode_subkegiatan, concat($3, '.')))
        AND starts_with(kode_akun, coalesce($5, ''))
      GROUP BY ALL
    ),
    spent AS (
      SELECT kode_skpd, kode_subkegiatan, kode_akun, sum(realisasi) AS realisasi, bool_or(bulan > $4) AS passes
      FROM realisasi
      WHERE tahun = $1 AND starts_with(kode_skpd, coalesce($2, '')) AND sejak_bulan <= $4
        AND (kode_subkegiatan = $3 OR starts_with(kode_subkegiatan, concat($3, '.')))
        AND starts_with(kode_akun, coalesce($5, ''))
      GROUP BY kode_skpd, kode_subkegiatan, kode_akun
    ),
    line AS (
      SELECT kode_subkegiatan, kode_akun, pagu,
        CASE WHEN c.kode_skpd IS NOT NULL AND NOT coalesce(passes, false) THEN coalesce(realisasi, 0) END AS realisasi
      FROM granted
      FULL JOIN spent USING (kode_skpd, kode_subkegiatan, kode_akun)
      LEFT JOIN complete AS c USING (kode_skpd)
    )
    SELECT
      l.kode_subkegiatan AS kodeSubkegiatan,
      l.kode_akun AS kodeAkun,
      any_value(a.nama) AS nama,
      sum(l.pagu)::DOUBLE AS pagu,
      (CASE WHEN count(*) = count(l.realisasi) THEN sum(l.realisasi) END)::DOUBLE AS realisasi
    FROM line AS l
    LEFT JOIN akun AS a ON a.tahun = $1 AND a.kode = l.kode_akun
    GROUP BY l.kode_subkegiatan, l.kode_akun
    ORDER BY kodeSubkegiatan, kodeAkun`
});
export type AccountRow = RowOf<typeof accounts>;

/** The files behind the agency's figures of a year: what a "why?" names as the source. Files of whole regions cover no SKPD. */
export const sourceFiles = defineQuery({
  params: { tahun: 'INTEGER' },
  columns: { idBerkas: 'VARCHAR', nama: 'VARCHAR?', layout: 'VARCHAR', tahap: 'VARCHAR?', perTanggal: 'VARCHAR?' },
  sql: `
    SELECT id_berkas AS idBerkas, nama, layout, tahap, per_tanggal::VARCHAR AS perTanggal
    FROM berkas
    WHERE tahun = $1 AND id_berkas IN (SELECT id_berkas FROM cakupan)
    ORDER BY nama NULLS LAST, idBerkas`
});
export type SourceFileRow = RowOf<typeof sourceFiles>;
