import { defineQuery, type RowOf } from './define';

// What the agency's own budget says of its sources. The stage in force at a month is per unit the highest enacted one that has begun.

/**
 * Pagu and realisasi of all units of the extract by year, rupiah. `pagu` is that of the stages in force at the last month every
 * unit delivered (at year-end without realisasi), `paguMurni` the original budget.
 */
export const agencyYears = defineQuery({
  params: {},
  columns: {
    tahun: 'INTEGER',
    /** Number of units with a pagu: where it changes, years are compared with care. */
    unit: 'INTEGER',
    /** Null where a unit has no stage murni. */
    paguMurni: 'DOUBLE?',
    /** Null where a unit has no stage in force. */
    pagu: 'DOUBLE?',
    /** Last month that every unit delivered realisasi; null without any. */
    bulan: 'INTEGER?',
    /** From January to `bulan`; null where a unit misses a month up to it, or a figure spans it. */
    realisasi: 'DOUBLE?'
  },
  sql: `
    WITH months AS (
      SELECT tahun, kode_skpd, max(bulan) AS bulan
      FROM cakupan
      WHERE tabel = 'realisasi'
      GROUP BY tahun, kode_skpd
    ),
    reach AS (
      SELECT tahun, min(bulan) AS bulan
      FROM months
      GROUP BY tahun
    ),
    gaps AS (
      SELECT c.tahun, c.kode_skpd
      FROM cakupan AS c
      JOIN reach AS r ON r.tahun = c.tahun
      WHERE c.tabel = 'realisasi' AND c.bulan <= r.bulan
      GROUP BY c.tahun, c.kode_skpd, r.bulan
      HAVING count(DISTINCT c.bulan) < r.bulan
    ),
    gap_years AS (
      SELECT tahun, count(*) AS unit
      FROM gaps
      GROUP BY tahun
    ),
    stage AS (
      SELECT tahun, kode_skpd, urutan_tahap, min(berlaku_bulan) AS berlaku_bulan, sum(pagu) AS pagu
      FROM pagu
      WHERE sah
      GROUP BY tahun, kode_skpd, urutan_tahap
    ),
    unit_pagu AS (
      SELECT s.tahun, s.kode_skpd,
        max(s.pagu) FILTER (s.urutan_tahap = 0) AS murni,
        arg_max(s.pagu, s.urutan_tahap) FILTER (s.berlaku_bulan <= coalesce(r.bulan, 12)) AS pagu
      FROM stage AS s
      LEFT JOIN reach AS r ON r.tahun = s.tahun
      GROUP BY s.tahun, s.kode_skpd
    ),
    granted AS (
      SELECT tahun, count(*) AS unit,
        CASE WHEN count(murni) = count(*) THEN sum(murni) END AS murni,
        CASE WHEN count(pagu) = count(*) THEN sum(pagu) END AS pagu
      FROM unit_pagu
      GROUP BY tahun
    ),
    spent AS (
      SELECT s.tahun, sum(s.realisasi) AS realisasi, bool_or(s.bulan > r.bulan) AS spans
      FROM realisasi AS s
      JOIN reach AS r ON r.tahun = s.tahun
      WHERE s.sejak_bulan <= r.bulan
      GROUP BY s.tahun
    )
    SELECT
      coalesce(g.tahun, r.tahun) AS tahun,
      coalesce(g.unit, 0)::INTEGER AS unit,
      g.murni::DOUBLE AS paguMurni,
      g.pagu::DOUBLE AS pagu,
      r.bulan,
      (CASE WHEN gap.unit IS NULL AND NOT s.spans THEN s.realisasi END)::DOUBLE AS realisasi
    FROM granted AS g
    FULL JOIN reach AS r ON r.tahun = g.tahun
    LEFT JOIN gap_years AS gap ON gap.tahun = r.tahun
    LEFT JOIN spent AS s ON s.tahun = r.tahun
    ORDER BY tahun`
});
export type AgencyYearRow = RowOf<typeof agencyYears>;

/** Pagu of each program by source of funds at the stage in force in a month, rupiah; a null source is one the exports do not name. */
export const programSources = defineQuery({
  params: { tahun: 'INTEGER', bulan: 'INTEGER' },
  columns: { kodeProgram: 'VARCHAR', kodeSumberDana: 'VARCHAR?', pagu: 'DOUBLE' },
  sql: `
    WITH stage AS (
      SELECT kode_skpd, max(urutan_tahap) AS urutan_tahap
      FROM pagu
      WHERE tahun = $1 AND sah AND berlaku_bulan <= $2
      GROUP BY kode_skpd
    )
    SELECT
      array_to_string(list_slice(string_split(p.kode_subkegiatan, '.'), 1, 3), '.') AS kodeProgram,
      p.kode_sumber_dana AS kodeSumberDana,
      sum(p.pagu)::DOUBLE AS pagu
    FROM pagu AS p
    JOIN stage USING (kode_skpd, urutan_tahap)
    WHERE p.tahun = $1 AND p.sah
    GROUP BY ALL
    ORDER BY kodeProgram, kodeSumberDana NULLS LAST`
});
export type ProgramSourceRow = RowOf<typeof programSources>;

/** Sources of funds that the pagu of one year names, with their component of TKD and whether their use is prescribed. */
export const fundingSources = defineQuery({
  params: { tahun: 'INTEGER' },
  columns: {
    kode: 'VARCHAR',
    nama: 'VARCHAR',
    kelompok: 'VARCHAR',
    /** In the words of `apbd_daerah.komponen`; null where it is not TKD. */
    komponenTkd: 'VARCHAR?',
    terikat: 'BOOLEAN'
  },
  sql: `
    SELECT s.kode, s.nama, s.kelompok, s.komponen_tkd AS komponenTkd, s.terikat
    FROM sumber_dana AS s
    WHERE s.kode IN (SELECT kode_sumber_dana FROM pagu WHERE tahun = $1)
    ORDER BY s.kode`
});
export type FundingSourceRow = RowOf<typeof fundingSources>;

/**
 * What recurs each month, by line (unit × sub kegiatan × account): from the list of obligations (`kewajiban`), else from a cash plan
 * that asks about the same in each of twelve months (largest at most a tenth above the smallest). Rupiah a month, up to `sampaiBulan`.
 */
export const regularNeeds = defineQuery({
  params: { tahun: 'INTEGER', bulan: 'INTEGER' },
  columns: {
    kodeSkpd: 'VARCHAR',
    kodeSubkegiatan: 'VARCHAR',
    kodeAkun: 'VARCHAR',
    perBulan: 'DOUBLE',
    sampaiBulan: 'INTEGER',
    /** kewajiban or rencana_kas. */
    dasar: 'VARCHAR'
  },
  sql: `
    WITH stage AS (
      SELECT kode_skpd, max(urutan_tahap) AS urutan_tahap
      FROM pagu
      WHERE tahun = $1 AND sah AND berlaku_bulan <= $2
      GROUP BY kode_skpd
    ),
    plan_stage AS (
      SELECT r.kode_skpd, max(r.urutan_tahap) AS urutan_tahap
      FROM rencana_kas AS r
      JOIN stage AS s ON s.kode_skpd = r.kode_skpd
      WHERE r.tahun = $1 AND r.urutan_tahap <= s.urutan_tahap
      GROUP BY r.kode_skpd
    ),
    planned AS (
      SELECT r.kode_skpd, r.kode_subkegiatan, r.kode_akun, r.bulan, sum(r.rencana) AS rencana, min(r.sejak_bulan) AS sejak_bulan
      FROM rencana_kas AS r
      JOIN plan_stage USING (kode_skpd, urutan_tahap)
      WHERE r.tahun = $1
      GROUP BY r.kode_skpd, r.kode_subkegiatan, r.kode_akun, r.bulan
    ),
    regular_plan AS (
      SELECT kode_skpd, kode_subkegiatan, kode_akun, sum(rencana)::DOUBLE / 12 AS per_bulan
      FROM planned
      GROUP BY kode_skpd, kode_subkegiatan, kode_akun
      HAVING count(*) = 12 AND bool_and(sejak_bulan = bulan) AND min(rencana) > 0
        AND max(rencana)::DOUBLE <= min(rencana)::DOUBLE * 1.1
    ),
    listed AS (
      SELECT kode_skpd, kode_subkegiatan, kode_akun
      FROM kewajiban
      WHERE tahun = $1
      GROUP BY ALL
    )
    SELECT kode_skpd AS kodeSkpd, kode_subkegiatan AS kodeSubkegiatan, kode_akun AS kodeAkun,
      sum(per_bulan)::DOUBLE AS perBulan, sampai_bulan AS sampaiBulan, 'kewajiban' AS dasar
    FROM kewajiban
    WHERE tahun = $1
    GROUP BY ALL
    UNION ALL
    SELECT p.kode_skpd, p.kode_subkegiatan, p.kode_akun, p.per_bulan, 12::INTEGER, 'rencana_kas'
    FROM regular_plan AS p
    LEFT JOIN listed AS l USING (kode_skpd, kode_subkegiatan, kode_akun)
    WHERE l.kode_skpd IS NULL
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeAkun, sampaiBulan DESC, perBulan`
});
export type RegularNeedRow = RowOf<typeof regularNeeds>;

/** Pagu by source of funds of every line of a year at the stage in force in a month that is listed in `kewajiban` or has a cash plan, rupiah. */
export const linePaguBySource = defineQuery({
  params: { tahun: 'INTEGER', bulan: 'INTEGER' },
  columns: {
    kodeSkpd: 'VARCHAR',
    kodeSubkegiatan: 'VARCHAR',
    kodeAkun: 'VARCHAR',
    kodeSumberDana: 'VARCHAR?',
    pagu: 'DOUBLE'
  },
  sql: `
    WITH stage AS (
      SELECT kode_skpd, max(urutan_tahap) AS urutan_tahap
      FROM pagu
      WHERE tahun = $1 AND sah AND berlaku_bulan <= $2
      GROUP BY kode_skpd
    ),
    named AS (
      SELECT kode_skpd, kode_subkegiatan, kode_akun
      FROM kewajiban
      WHERE tahun = $1
      UNION
      SELECT kode_skpd, kode_subkegiatan, kode_akun
      FROM rencana_kas
      WHERE tahun = $1
    )
    SELECT
      p.kode_skpd AS kodeSkpd,
      p.kode_subkegiatan AS kodeSubkegiatan,
      p.kode_akun AS kodeAkun,
      p.kode_sumber_dana AS kodeSumberDana,
      sum(p.pagu)::DOUBLE AS pagu
    FROM pagu AS p
    JOIN stage USING (kode_skpd, urutan_tahap)
    JOIN named USING (kode_skpd, kode_subkegiatan, kode_akun)
    WHERE p.tahun = $1 AND p.sah
    GROUP BY p.kode_skpd, p.kode_subkegiatan, p.kode_akun, p.kode_sumber_dana
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeAkun, kodeSumberDana NULLS LAST`
});
export type LinePaguBySourceRow = RowOf<typeof linePaguBySource>;
