import { defineQuery, type RowOf } from './define';

/** Aid of one year with its rules. Lists are joined by commas, empty where there is nothing in them; `nilaiSatuan` in rupiah. */
export const aidOfYear = defineQuery({
  params: { tahun: 'INTEGER' },
  columns: {
    kode: 'VARCHAR',
    nama: 'VARCHAR',
    unit: 'VARCHAR',
    penyelenggara: 'VARCHAR',
    populasi: 'VARCHAR',
    /** Eligible categories of aid that is not chosen by desil, `disabilitas,lansia_telantar`. */
    kategori: 'VARCHAR',
    /** Eligible desil, `1,2,3,4`. */
    desilLayak: 'VARCHAR',
    kuota: 'INTEGER?',
    satuan: 'VARCHAR',
    nilaiSatuan: 'DOUBLE?',
    bulan: 'INTEGER?',
    /** Codes of aid that may not be received with it. */
    tidakBolehBersama: 'VARCHAR'
  },
  sql: `
    SELECT
      kode_bantuan AS kode,
      nama,
      unit,
      penyelenggara,
      populasi,
      coalesce(array_to_string(kategori, ','), '') AS kategori,
      coalesce(array_to_string(desil_layak, ','), '') AS desilLayak,
      kuota,
      satuan,
      nilai_satuan::DOUBLE AS nilaiSatuan,
      bulan,
      coalesce(array_to_string(tidak_boleh_bersama, ','), '') AS tidakBolehBersama
    FROM bantuan
    WHERE tahun = $1
    ORDER BY kode`
});
export type AidRow = RowOf<typeof aidOfYear>;

/** Budget lines that pay for the aid of one year, with the share of each that is for the aid. */
export const aidLines = defineQuery({
  params: { tahun: 'INTEGER' },
  columns: {
    kodeBantuan: 'VARCHAR',
    kodeSkpd: 'VARCHAR',
    kodeSubkegiatan: 'VARCHAR',
    kodeAkun: 'VARCHAR',
    /** A ratio; adds to 1 for each line. */
    bagian: 'DOUBLE'
  },
  sql: `
    SELECT
      kode_bantuan AS kodeBantuan,
      kode_skpd AS kodeSkpd,
      kode_subkegiatan AS kodeSubkegiatan,
      kode_akun AS kodeAkun,
      bagian
    FROM bantuan_belanja
    WHERE tahun = $1
    ORDER BY kodeBantuan, kodeSkpd, kodeSubkegiatan, kodeAkun`
});
export type AidLineRow = RowOf<typeof aidLines>;

/** Spending of the lines that pay for aid, in spans of months, rupiah. */
export const aidSpending = defineQuery({
  params: { tahun: 'INTEGER' },
  columns: {
    kodeSkpd: 'VARCHAR',
    kodeSubkegiatan: 'VARCHAR',
    kodeAkun: 'VARCHAR',
    sejakBulan: 'INTEGER',
    bulan: 'INTEGER',
    realisasi: 'DOUBLE'
  },
  sql: `
    WITH lines AS (
      SELECT DISTINCT kode_skpd, kode_subkegiatan, kode_akun
      FROM bantuan_belanja
      WHERE tahun = $1
    )
    SELECT
      r.kode_skpd AS kodeSkpd,
      r.kode_subkegiatan AS kodeSubkegiatan,
      r.kode_akun AS kodeAkun,
      r.sejak_bulan AS sejakBulan,
      r.bulan,
      sum(r.realisasi)::DOUBLE AS realisasi
    FROM realisasi AS r
    JOIN lines USING (kode_skpd, kode_subkegiatan, kode_akun)
    WHERE r.tahun = $1
    GROUP BY ALL
    ORDER BY kodeSkpd, kodeSubkegiatan, kodeAkun, sejakBulan, r.bulan`
});
export type AidSpendingRow = RowOf<typeof aidSpending>;

/** Months of one year whose realisasi was delivered, by unit: what tells "nothing spent" from "no file". */
export const aidMonths = defineQuery({
  params: { tahun: 'INTEGER' },
  columns: { kodeSkpd: 'VARCHAR', bulan: 'INTEGER' },
  sql: `
    SELECT DISTINCT kode_skpd AS kodeSkpd, bulan
    FROM cakupan
    WHERE tabel = 'realisasi' AND tahun = $1
    ORDER BY kodeSkpd, bulan`
});
export type AidMonthRow = RowOf<typeof aidMonths>;
