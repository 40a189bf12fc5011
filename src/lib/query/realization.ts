import { defineQuery, type RowOf } from './define';

// Every query takes the budget year, and most an SKPD: `kodeSkpd` is a unit's whole code, or the first seven parts of an
// SKPD's code for all its units; null for every unit of the extract. `kodeJenis` is the account's first three parts (5.1.02):
// six characters, since the contract gives every part its width, and `left` costs less than half of a split, which counts over millions of rows.

/** Years with realisasi, and the last month each unit delivered of them; latest year first. */
export const deliveredMonths = defineQuery({
  params: {},
  columns: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR', bulan: 'INTEGER' },
  sql: `
    SELECT tahun, kode_skpd AS kodeSkpd, bulan
    FROM cakupan
    WHERE tabel = 'realisasi'
    GROUP BY tahun, kode_skpd, bulan
    ORDER BY tahun DESC, kodeSkpd, bulan`
});
export type DeliveredRow = RowOf<typeof deliveredMonths>;

/** Names of the units of one year. `tingkat` is skpd or unit. */
export const units = defineQuery({
  params: { tahun: 'INTEGER' },
  columns: { kode: 'VARCHAR', nama: 'VARCHAR', tingkat: 'VARCHAR' },
  sql: `
    SELECT kode, nama, tingkat
    FROM skpd
    WHERE tahun = $1
    ORDER BY kode`
});

/** Official names of programme codes of one year, all levels. */
export const nomenklaturNames = defineQuery({
  params: { tahun: 'INTEGER' },
  columns: { kode: 'VARCHAR', nama: 'VARCHAR', tingkat: 'VARCHAR', spm: 'BOOLEAN' },
  sql: `
    SELECT kode, nama, tingkat, spm
    FROM nomenklatur
    WHERE tahun = $1
    ORDER BY kode`
});

/** Official names of accounts of one year down to jenis belanja (5.1.02). */
export const jenisNames = defineQuery({
  params: { tahun: 'INTEGER' },
  columns: { kode: 'VARCHAR', nama: 'VARCHAR' },
  sql: `
    SELECT kode, nama
    FROM akun
    WHERE tahun = $1 AND tingkat IN ('akun', 'kelompok', 'jenis')
    ORDER BY kode`
});

/** Sources of funds that the pagu of one year names. */
export const sumberDanaNames = defineQuery({
  params: { tahun: 'INTEGER' },
  columns: { kode: 'VARCHAR', nama: 'VARCHAR', kelompok: 'VARCHAR', terikat: 'BOOLEAN' },
  sql: `
    SELECT s.kode, s.nama, s.kelompok, s.terikat
    FROM sumber_dana AS s
    WHERE s.kode IN (SELECT kode_sumber_dana FROM pagu WHERE tahun = $1)
    ORDER BY s.kode`
});

/** Stages of each unit in a year, drafts apart: their pagu and the month from which they are in force. Rupiah. */
export const stages = defineQuery({
  params: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR' },
  columns: {
    kodeSkpd: 'VARCHAR',
    tahap: 'VARCHAR',
    urutanTahap: 'INTEGER',
    berlakuBulan: 'INTEGER',
    disimpulkan: 'BOOLEAN',
    pagu: 'DOUBLE',
    idBerkas: 'VARCHAR'
  },
  sql: `
    SELECT
      kode_skpd AS kodeSkpd,
      tahap,
      urutan_tahap AS urutanTahap,
      min(berlaku_bulan)::INTEGER AS berlakuBulan,
      bool_or(disimpulkan) AS disimpulkan,
      sum(pagu)::DOUBLE AS pagu,
      min(id_berkas) AS idBerkas
    FROM pagu
    WHERE tahun = $1 AND sah AND starts_with(kode_skpd, coalesce($2, ''))
    GROUP BY kode_skpd, tahap, urutan_tahap
    ORDER BY kodeSkpd, urutanTahap`
});
export type StageRow = RowOf<typeof stages>;

/** Pagu of each line (unit × sub kegiatan × jenis) at each stage that is or was in force, rupiah; lines a stage lacks have no row. */
export const linePagu = defineQuery({
  params: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR' },
  columns: {
    kodeSkpd: 'VARCHAR',
    kodeSubkegiatan: 'VARCHAR',
    kodeJenis: 'VARCHAR',
    urutanTahap: 'INTEGER',
    pagu: 'DOUBLE',
    /** Blocked part; null where the exports do not say. */
    diblokir: 'DOUBLE?'
  },
  sql: `
    SELECT
      kode_skpd AS kodeSkpd,
      kode_subkegiatan AS kodeSubkegiatan,
      left(kode_akun, 6) AS kodeJenis,
      urutan_tahap AS urutanTahap,
      sum(pagu)::DOUBLE AS pagu,
      sum(diblokir)::DOUBLE AS diblokir
    FROM pagu
    WHERE tahun = $1 AND sah AND starts_with(kode_skpd, coalesce($2, ''))
    GROUP BY ALL
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeJenis, urutanTahap`
});
export type LinePaguRow = RowOf<typeof linePagu>;

/** Lines that a source of funds (its code, or the head of it) pays for at the stage in force in a month. Realisasi is not recorded by source. */
export const linesOfSource = defineQuery({
  params: { tahun: 'INTEGER', kodeSumberDana: 'VARCHAR', bulan: 'INTEGER' },
  columns: {
    kodeSkpd: 'VARCHAR',
    kodeSubkegiatan: 'VARCHAR',
    kodeJenis: 'VARCHAR',
    pagu: 'DOUBLE',
    paguSumber: 'DOUBLE'
  },
  sql: `
    WITH latest AS (
      SELECT kode_skpd, max(urutan_tahap) AS urutan_tahap
      FROM pagu
      WHERE tahun = $1 AND sah AND berlaku_bulan <= $3
      GROUP BY kode_skpd
    )
    SELECT
      p.kode_skpd AS kodeSkpd,
      p.kode_subkegiatan AS kodeSubkegiatan,
      left(p.kode_akun, 6) AS kodeJenis,
      sum(p.pagu)::DOUBLE AS pagu,
      sum(p.pagu) FILTER (p.kode_sumber_dana = $2 OR starts_with(p.kode_sumber_dana, concat($2, '.')))::DOUBLE AS paguSumber
    FROM pagu AS p
    JOIN latest USING (kode_skpd, urutan_tahap)
    WHERE p.tahun = $1 AND p.sah
    GROUP BY ALL
    HAVING paguSumber IS NOT NULL
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeJenis`
});

/** Spending of each line in spans of months, rupiah; corrections may be negative. */
export const lineSpending = defineQuery({
  params: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR' },
  columns: {
    kodeSkpd: 'VARCHAR',
    kodeSubkegiatan: 'VARCHAR',
    kodeJenis: 'VARCHAR',
    sejakBulan: 'INTEGER',
    bulan: 'INTEGER',
    realisasi: 'DOUBLE'
  },
  sql: `
    SELECT
      kode_skpd AS kodeSkpd,
      kode_subkegiatan AS kodeSubkegiatan,
      left(kode_akun, 6) AS kodeJenis,
      sejak_bulan AS sejakBulan,
      bulan,
      sum(realisasi)::DOUBLE AS realisasi
    FROM realisasi
    WHERE tahun = $1 AND starts_with(kode_skpd, coalesce($2, ''))
    GROUP BY ALL
    HAVING sum(realisasi) <> 0 OR sejakBulan < bulan
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeJenis, sejakBulan, bulan`
});
export type LineSpendingRow = RowOf<typeof lineSpending>;

/**
 * The cash plan of each line by month at the plan in force in a month: the latest whose stage is in force by then. A plan of a
 * stage that starts later is none yet; one of a stage that no pagu names may be used, since nobody says when it starts. Rupiah.
 */
export const linePlan = defineQuery({
  params: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR', bulanBerlaku: 'INTEGER' },
  columns: {
    kodeSkpd: 'VARCHAR',
    kodeSubkegiatan: 'VARCHAR',
    kodeJenis: 'VARCHAR',
    tahap: 'VARCHAR',
    sejakBulan: 'INTEGER',
    bulan: 'INTEGER',
    rencana: 'DOUBLE'
  },
  sql: `
    WITH stage AS (
      SELECT kode_skpd, max(urutan_tahap) AS berlaku
      FROM pagu
      WHERE tahun = $1 AND sah AND berlaku_bulan <= $3
      GROUP BY kode_skpd
    ),
    later AS (
      SELECT DISTINCT kode_skpd, urutan_tahap
      FROM pagu
      WHERE tahun = $1 AND sah AND berlaku_bulan > $3
    ),
    plan AS (
      SELECT r.kode_skpd, coalesce(max(r.urutan_tahap) FILTER (r.urutan_tahap <= s.berlaku), min(r.urutan_tahap)) AS urutan_tahap
      FROM rencana_kas AS r
      LEFT JOIN stage AS s USING (kode_skpd)
      ANTI JOIN later ON later.kode_skpd = r.kode_skpd AND later.urutan_tahap = r.urutan_tahap
      WHERE r.tahun = $1
      GROUP BY r.kode_skpd
    )
    SELECT
      r.kode_skpd AS kodeSkpd,
      r.kode_subkegiatan AS kodeSubkegiatan,
      left(r.kode_akun, 6) AS kodeJenis,
      r.tahap,
      r.sejak_bulan AS sejakBulan,
      r.bulan,
      sum(r.rencana)::DOUBLE AS rencana
    FROM rencana_kas AS r
    JOIN plan USING (kode_skpd, urutan_tahap)
    WHERE r.tahun = $1 AND starts_with(r.kode_skpd, coalesce($2, ''))
    GROUP BY ALL
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeJenis, sejakBulan, r.bulan`
});
export type LinePlanRow = RowOf<typeof linePlan>;
