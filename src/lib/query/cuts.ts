import { defineQuery, type RowOf } from './define';

// What the cut model reads. `mulai` is the first month a plan may touch, 1–12: pagu is that of the stage in force in it, and what is
// spent or signed is as known at the end of the month before. A line is unit × sub kegiatan × deepest account. Every query gives all
// units of the extract, so that another unit asks nothing new.

const line = { kodeSkpd: 'VARCHAR', kodeSubkegiatan: 'VARCHAR', kodeAkun: 'VARCHAR' } as const;

/** Years with an enacted pagu, the latest first, with the units that have one. */
export const cutYears = defineQuery({
  params: {},
  columns: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR', nama: 'VARCHAR?' },
  sql: `
    WITH granted AS (
      SELECT tahun, kode_skpd
      FROM pagu
      WHERE sah
      GROUP BY ALL
    )
    SELECT g.tahun, g.kode_skpd AS kodeSkpd, s.nama
    FROM granted AS g
    LEFT JOIN skpd AS s ON s.tahun = g.tahun AND s.kode = g.kode_skpd
    ORDER BY g.tahun DESC, kodeSkpd`
});
export type CutYearRow = RowOf<typeof cutYears>;

/** Every line with its pagu and what was spent of it before `mulai`, rupiah. A line without pagu at that stage has no row. */
export const cutLines = defineQuery({
  params: { tahun: 'INTEGER', mulai: 'INTEGER' },
  columns: {
    ...line,
    pagu: 'DOUBLE',
    /** Null where the unit did not deliver every month before `mulai`, or a figure spans its beginning; 0 for January. */
    realisasi: 'DOUBLE?',
    /** True where the sub kegiatan belongs to the minimum service standards. */
    spm: 'BOOLEAN'
  },
  sql: `
    WITH stage AS (
      SELECT kode_skpd, max(urutan_tahap) AS urutan_tahap
      FROM pagu
      WHERE tahun = $1 AND sah AND berlaku_bulan <= $2
      GROUP BY kode_skpd
    ),
    granted AS (
      SELECT p.kode_skpd, p.kode_subkegiatan, p.kode_akun, sum(p.pagu) AS pagu
      FROM pagu AS p
      JOIN stage USING (kode_skpd, urutan_tahap)
      WHERE p.tahun = $1 AND p.sah
      GROUP BY ALL
      HAVING sum(p.pagu) > 0
    ),
    complete AS (
      SELECT kode_skpd
      FROM cakupan
      WHERE tabel = 'realisasi' AND tahun = $1 AND bulan < $2
      GROUP BY kode_skpd
      HAVING count(DISTINCT bulan) = $2 - 1
    ),
    spent AS (
      SELECT kode_skpd, kode_subkegiatan, kode_akun, sum(realisasi) AS realisasi, bool_or(bulan >= $2) AS passes
      FROM realisasi
      WHERE tahun = $1 AND sejak_bulan < $2
      GROUP BY kode_skpd, kode_subkegiatan, kode_akun
    )
    SELECT
      g.kode_skpd AS kodeSkpd,
      g.kode_subkegiatan AS kodeSubkegiatan,
      g.kode_akun AS kodeAkun,
      g.pagu::DOUBLE AS pagu,
      (CASE
        WHEN ($2 = 1 OR c.kode_skpd IS NOT NULL) AND NOT coalesce(s.passes, false) THEN coalesce(s.realisasi, 0)
      END)::DOUBLE AS realisasi,
      coalesce(n.spm, false) AS spm
    FROM granted AS g
    LEFT JOIN spent AS s USING (kode_skpd, kode_subkegiatan, kode_akun)
    LEFT JOIN complete AS c ON c.kode_skpd = g.kode_skpd
    LEFT JOIN nomenklatur AS n ON n.tahun = $1 AND n.kode = g.kode_subkegiatan
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeAkun`
});
export type CutLineRow = RowOf<typeof cutLines>;

/** Pagu of every line by source of funds at the stage in force in `mulai`, rupiah; a null source is one the exports do not name. */
export const cutSources = defineQuery({
  params: { tahun: 'INTEGER', mulai: 'INTEGER' },
  columns: { ...line, kodeSumberDana: 'VARCHAR?', pagu: 'DOUBLE' },
  sql: `
    WITH stage AS (
      SELECT kode_skpd, max(urutan_tahap) AS urutan_tahap
      FROM pagu
      WHERE tahun = $1 AND sah AND berlaku_bulan <= $2
      GROUP BY kode_skpd
    )
    SELECT
      p.kode_skpd AS kodeSkpd,
      p.kode_subkegiatan AS kodeSubkegiatan,
      p.kode_akun AS kodeAkun,
      p.kode_sumber_dana AS kodeSumberDana,
      sum(p.pagu)::DOUBLE AS pagu
    FROM pagu AS p
    JOIN stage USING (kode_skpd, urutan_tahap)
    WHERE p.tahun = $1 AND p.sah
    GROUP BY ALL
    HAVING sum(p.pagu) <> 0
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeAkun, kodeSumberDana NULLS LAST`
});
export type CutSourceRow = RowOf<typeof cutSources>;

/** Stage in force in `mulai` of each unit. */
export const cutStages = defineQuery({
  params: { tahun: 'INTEGER', mulai: 'INTEGER' },
  columns: { kodeSkpd: 'VARCHAR', tahap: 'VARCHAR', berlakuBulan: 'INTEGER', disimpulkan: 'BOOLEAN' },
  sql: `
    SELECT
      kode_skpd AS kodeSkpd,
      arg_max(tahap, urutan_tahap) AS tahap,
      arg_max(berlaku_bulan, urutan_tahap)::INTEGER AS berlakuBulan,
      arg_max(disimpulkan, urutan_tahap) AS disimpulkan
    FROM pagu
    WHERE tahun = $1 AND sah AND berlaku_bulan <= $2
    GROUP BY kode_skpd
    ORDER BY kodeSkpd`
});
export type CutStageRow = RowOf<typeof cutStages>;

/**
 * What each line owes on paper by its unit's latest list before `mulai`, rupiah: for each kind max(0, nilai − terbayar), where an
 * unknown payment counts as none. Lists of an earlier year are not read: what they left unpaid is `utang` in this year's list.
 */
export const cutCommitments = defineQuery({
  params: { tahun: 'INTEGER', mulai: 'INTEGER' },
  columns: {
    ...line,
    /** Month of the list. */
    bulan: 'INTEGER',
    /** Contracts, work orders and grant agreements, signed by both sides. */
    kontrak: 'DOUBLE',
    /** Decrees that name recipients: the regency's own word, without a second party. */
    skPenerima: 'DOUBLE',
    /** Bills of earlier periods. */
    utang: 'DOUBLE'
  },
  sql: `
    WITH latest AS (
      SELECT kode_skpd, max(bulan) AS bulan
      FROM cakupan
      WHERE tabel = 'komitmen' AND tahun = $1 AND bulan < $2
      GROUP BY kode_skpd
    ),
    unpaid AS (
      SELECT k.kode_skpd, k.kode_subkegiatan, k.kode_akun, k.bulan, k.jenis,
        greatest(0, k.nilai - coalesce(k.terbayar, 0)) AS sisa
      FROM komitmen AS k
      JOIN latest USING (kode_skpd, bulan)
      WHERE k.tahun = $1
    )
    SELECT
      kode_skpd AS kodeSkpd,
      kode_subkegiatan AS kodeSubkegiatan,
      kode_akun AS kodeAkun,
      bulan,
      coalesce(sum(sisa) FILTER (jenis NOT IN ('utang', 'sk_penerima')), 0)::DOUBLE AS kontrak,
      coalesce(sum(sisa) FILTER (jenis = 'sk_penerima'), 0)::DOUBLE AS skPenerima,
      coalesce(sum(sisa) FILTER (jenis = 'utang'), 0)::DOUBLE AS utang
    FROM unpaid
    GROUP BY ALL
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeAkun`
});
export type CutCommitmentRow = RowOf<typeof cutCommitments>;

/** Latest list of contracts of each unit before `mulai`, so that "no contract" differs from "no list". */
export const cutCommitmentMonths = defineQuery({
  params: { tahun: 'INTEGER', mulai: 'INTEGER' },
  columns: { kodeSkpd: 'VARCHAR', bulan: 'INTEGER' },
  sql: `
    SELECT kode_skpd AS kodeSkpd, max(bulan)::INTEGER AS bulan
    FROM cakupan
    WHERE tabel = 'komitmen' AND tahun = $1 AND bulan < $2
    GROUP BY kode_skpd
    ORDER BY kodeSkpd`
});
export type CutCommitmentMonthRow = RowOf<typeof cutCommitmentMonths>;

/** Monthly obligations of each line from `mulai` to their last month, both ends included, rupiah; 0 where they ended before. */
export const cutObligations = defineQuery({
  params: { tahun: 'INTEGER', mulai: 'INTEGER' },
  columns: { ...line, sisa: 'DOUBLE' },
  sql: `
    SELECT
      kode_skpd AS kodeSkpd,
      kode_subkegiatan AS kodeSubkegiatan,
      kode_akun AS kodeAkun,
      sum(per_bulan * greatest(0, sampai_bulan - $2 + 1))::DOUBLE AS sisa
    FROM kewajiban
    WHERE tahun = $1
    GROUP BY ALL
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeAkun`
});
export type CutObligationRow = RowOf<typeof cutObligations>;

/** Rules of the agency for one year; `kelompokAkun` is the account, or the head of the accounts, that a rule is for. */
export const cutRules = defineQuery({
  params: { tahun: 'INTEGER' },
  columns: {
    kodeSkpd: 'VARCHAR',
    kodeSubkegiatan: 'VARCHAR',
    kelompokAkun: 'VARCHAR',
    peran: 'VARCHAR',
    batas: 'DOUBLE?',
    prioritas: 'INTEGER?',
    templat: 'DOUBLE?',
    /** Rupiah. */
    satuanPotong: 'DOUBLE?',
    dasar: 'VARCHAR'
  },
  sql: `
    SELECT
      kode_skpd AS kodeSkpd,
      kode_subkegiatan AS kodeSubkegiatan,
      kelompok_akun AS kelompokAkun,
      peran,
      batas,
      prioritas,
      templat,
      satuan_potong::DOUBLE AS satuanPotong,
      dasar
    FROM aturan_potong
    WHERE tahun = $1
    ORDER BY kodeSkpd, kodeSubkegiatan, kelompokAkun`
});
export type CutRuleRow = RowOf<typeof cutRules>;

/** Names of the deepest accounts that the pagu of a year uses. */
export const cutAccountNames = defineQuery({
  params: { tahun: 'INTEGER' },
  columns: { kode: 'VARCHAR', nama: 'VARCHAR' },
  sql: `
    SELECT kode, nama
    FROM akun
    WHERE tahun = $1 AND kode IN (SELECT kode_akun FROM pagu WHERE tahun = $1)
    ORDER BY kode`
});
