import { defineQuery, type RowOf } from './define';

// Past years under this year's codes: `tahun` is this year, `kodeSkpd` the scope as in realization.ts. Codes change meaning between
// years, so what a past code is now is decided by kode_tetap, once, below.

/**
 * What each past unit, jenis and sub kegiatan is in this year. `unit` holds the units of the scope, and those without a counterpart
 * that belong to it or may: all of them for the whole extract; else those below an SKPD of the scope, for certain; else, where a
 * unit of the scope has no counterpart in that year either, those that nothing puts under another SKPD (an SKPD's code has 17
 * characters). A jenis that this year does not use keeps its code: nothing else is called so. An identity that two codes of
 * this year share (a mapping by hand can say so) joins neither, since rupiah would count twice.
 */
const counterparts = `
    WITH unit_now AS (
      SELECT kode_tetap, min(kode) AS kode FROM skpd WHERE tahun = $1 GROUP BY kode_tetap HAVING count(*) = 1
    ),
    type_now AS (
      SELECT kode_tetap, min(kode) AS kode FROM akun WHERE tahun = $1 AND tingkat = 'jenis' GROUP BY kode_tetap HAVING count(*) = 1
    ),
    work_now AS (
      SELECT kode_tetap, min(kode) AS kode FROM nomenklatur WHERE tahun = $1 GROUP BY kode_tetap HAVING count(*) = 1
    ),
    year_lacking AS (
      SELECT DISTINCT y.tahun
      FROM (SELECT DISTINCT tahun FROM skpd WHERE tahun < $1) AS y
      CROSS JOIN (SELECT kode_tetap FROM skpd WHERE tahun = $1 AND starts_with(kode, coalesce($2, ''))) AS u
      LEFT JOIN skpd AS p ON p.tahun = y.tahun AND p.kode_tetap = u.kode_tetap
      WHERE p.kode IS NULL
    ),
    unit AS (
      SELECT
        p.tahun,
        p.kode,
        u.kode AS kode_skpd,
        coalesce($2 IS NULL OR u.kode IS NOT NULL OR (starts_with(h.kode, $2) AND h.kode <> $2), false) AS is_in_scope
      FROM skpd AS p
      LEFT JOIN unit_now AS u USING (kode_tetap)
      LEFT JOIN skpd AS head ON head.tahun = p.tahun AND head.kode = p.kode_induk
      LEFT JOIN unit_now AS h ON h.kode_tetap = head.kode_tetap
      LEFT JOIN year_lacking AS y ON y.tahun = p.tahun
      WHERE p.tahun < $1 AND CASE
        WHEN u.kode IS NOT NULL OR $2 IS NULL THEN starts_with(coalesce(u.kode, ''), coalesce($2, ''))
        WHEN starts_with(h.kode, $2) AND h.kode <> $2 THEN true
        ELSE y.tahun IS NOT NULL AND (h.kode IS NULL OR starts_with($2, left(h.kode, 17)))
      END
    ),
    jenis AS (
      SELECT p.tahun, p.kode, coalesce(t.kode, CASE WHEN same.kode IS NULL THEN p.kode END) AS kode_jenis
      FROM akun AS p
      LEFT JOIN type_now AS t USING (kode_tetap)
      LEFT JOIN akun AS same ON same.tahun = $1 AND same.kode = p.kode
      WHERE p.tahun < $1 AND p.tingkat = 'jenis'
    ),
    work AS (
      SELECT p.tahun, p.kode, w.kode AS kode_subkegiatan
      FROM nomenklatur AS p
      JOIN work_now AS w USING (kode_tetap)
      WHERE p.tahun < $1
    )`;

/** Where a row of a past year belongs; the same in every query here. */
const place = {
  tahun: 'INTEGER',
  /** The unit's code in that year. */
  kodeDahulu: 'VARCHAR',
  /** Its code now; null without a counterpart: its rupiah are part of the scope, but of no unit of this year. */
  kodeSkpd: 'VARCHAR?',
  /** False: a unit without a counterpart that may have been part of the scope. Nobody knows, so its year cannot be compared. */
  isInScope: 'BOOLEAN'
} as const;

/**
 * Spending of past years by unit, sub kegiatan and jenis, under the codes those have in `tahun`: joined by kode_tetap, never
 * by code. What has no counterpart in `tahun` has null, and its rupiah still count. Rupiah.
 */
export const pastSpending = defineQuery({
  params: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR' },
  columns: {
    ...place,
    kodeSubkegiatan: 'VARCHAR?',
    /** Null where the code means something else in `tahun`. */
    kodeJenis: 'VARCHAR?',
    sejakBulan: 'INTEGER',
    bulan: 'INTEGER',
    realisasi: 'DOUBLE'
  },
  sql:
    counterparts +
    `,
    spent AS (
      SELECT tahun, kode_skpd AS kode_unit, kode_subkegiatan AS kode_kerja, left(kode_akun, 6) AS kode_belanja, sejak_bulan, bulan,
        sum(realisasi) AS realisasi
      FROM realisasi
      WHERE tahun < $1
      GROUP BY ALL
    )
    SELECT
      r.tahun,
      unit.kode AS kodeDahulu,
      unit.kode_skpd AS kodeSkpd,
      unit.is_in_scope AS isInScope,
      work.kode_subkegiatan AS kodeSubkegiatan,
      jenis.kode_jenis AS kodeJenis,
      r.sejak_bulan AS sejakBulan,
      r.bulan,
      sum(r.realisasi)::DOUBLE AS realisasi
    FROM spent AS r
    JOIN unit ON unit.tahun = r.tahun AND unit.kode = r.kode_unit
    LEFT JOIN jenis ON jenis.tahun = r.tahun AND jenis.kode = r.kode_belanja
    LEFT JOIN work ON work.tahun = r.tahun AND work.kode = r.kode_kerja
    GROUP BY ALL
    HAVING sum(r.realisasi) <> 0 OR r.sejak_bulan < r.bulan
    ORDER BY r.tahun, kodeDahulu, kodeSubkegiatan NULLS LAST, kodeJenis NULLS LAST, sejakBulan, r.bulan`
});
export type PastSpendingRow = RowOf<typeof pastSpending>;

/** Pagu of past years by unit, sub kegiatan and jenis, each stage with the month it is in force from, under the codes of `tahun` as in pastSpending. Rupiah. */
export const pastPagu = defineQuery({
  params: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR' },
  columns: {
    ...place,
    kodeSubkegiatan: 'VARCHAR?',
    /** Null where the code means something else in `tahun`. */
    kodeJenis: 'VARCHAR?',
    urutanTahap: 'INTEGER',
    berlakuBulan: 'INTEGER',
    pagu: 'DOUBLE'
  },
  sql:
    counterparts +
    `,
    granted AS (
      SELECT tahun, kode_skpd AS kode_unit, kode_subkegiatan AS kode_kerja, left(kode_akun, 6) AS kode_belanja, urutan_tahap,
        min(berlaku_bulan) AS berlaku_bulan, sum(pagu) AS pagu
      FROM pagu
      WHERE tahun < $1 AND sah
      GROUP BY tahun, kode_unit, kode_kerja, kode_belanja, urutan_tahap
    )
    SELECT
      p.tahun,
      unit.kode AS kodeDahulu,
      unit.kode_skpd AS kodeSkpd,
      unit.is_in_scope AS isInScope,
      work.kode_subkegiatan AS kodeSubkegiatan,
      jenis.kode_jenis AS kodeJenis,
      p.urutan_tahap AS urutanTahap,
      min(p.berlaku_bulan)::INTEGER AS berlakuBulan,
      sum(p.pagu)::DOUBLE AS pagu
    FROM granted AS p
    JOIN unit ON unit.tahun = p.tahun AND unit.kode = p.kode_unit
    LEFT JOIN jenis ON jenis.tahun = p.tahun AND jenis.kode = p.kode_belanja
    LEFT JOIN work ON work.tahun = p.tahun AND work.kode = p.kode_kerja
    GROUP BY p.tahun, kodeDahulu, kodeSkpd, isInScope, kodeSubkegiatan, kodeJenis, p.urutan_tahap
    ORDER BY p.tahun, kodeDahulu, kodeSubkegiatan NULLS LAST, kodeJenis NULLS LAST, urutanTahap`
});
export type PastPaguRow = RowOf<typeof pastPagu>;

/** Months of past years that each unit delivered, by its code then and in `tahun`. */
export const pastDelivered = defineQuery({
  params: { tahun: 'INTEGER', kodeSkpd: 'VARCHAR' },
  columns: { ...place, bulan: 'INTEGER' },
  sql:
    counterparts +
    `
    SELECT
      c.tahun,
      unit.kode AS kodeDahulu,
      unit.kode_skpd AS kodeSkpd,
      unit.is_in_scope AS isInScope,
      c.bulan
    FROM cakupan AS c
    JOIN unit ON unit.tahun = c.tahun AND unit.kode = c.kode_skpd
    WHERE c.tabel = 'realisasi' AND c.tahun < $1
    GROUP BY ALL
    ORDER BY c.tahun, kodeDahulu, c.bulan`
});
export type PastDeliveredRow = RowOf<typeof pastDelivered>;
