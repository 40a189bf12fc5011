import { defineQuery, type RowOf } from './define';

// Who receives the aid that cuts may hit, by desil and by region.

/** Recipients of every aid of a year by desil in one region. A null count is hidden where `tersembunyi`, and missing otherwise. */
export const cutDesil = defineQuery({
  params: { tahun: 'INTEGER', kodeWilayah: 'VARCHAR' },
  columns: {
    kodeBantuan: 'VARCHAR',
    vintase: 'VARCHAR',
    desil: 'INTEGER',
    penerima: 'INTEGER?',
    tersembunyi: 'BOOLEAN'
  },
  sql: `
    SELECT
      kode_bantuan AS kodeBantuan,
      vintase,
      desil,
      penerima,
      coalesce(list_contains(kolom_tersembunyi, 'penerima'), false) AS tersembunyi
    FROM sasaran_desil
    WHERE tahun = $1 AND kode_wilayah = $2
    ORDER BY kodeBantuan, vintase, desil`
});
export type CutDesilRow = RowOf<typeof cutDesil>;

const inRegion = {
  kodeBantuan: 'VARCHAR',
  periode: 'VARCHAR',
  vintase: 'VARCHAR',
  kodeWilayah: 'VARCHAR',
  penerima: 'INTEGER?',
  tersembunyi: 'BOOLEAN'
} as const;

/** Recipients of every list of a year in some regions `w`; a null count is hidden where `tersembunyi`, and missing otherwise. */
const recipientsIn = (regions: string) =>
  defineQuery({
    params: { tahun: 'INTEGER', kodeInduk: 'VARCHAR' },
    columns: inRegion,
    sql: `
    SELECT
      s.kode_bantuan AS kodeBantuan,
      s.periode,
      s.vintase,
      s.kode_wilayah AS kodeWilayah,
      s.penerima,
      coalesce(list_contains(s.kolom_tersembunyi, 'penerima'), false) AS tersembunyi
    FROM sasaran AS s
    JOIN wilayah AS w ON w.kode = s.kode_wilayah
    ${regions}
    ORDER BY kodeBantuan, s.periode, s.vintase, kodeWilayah`
  });

/** In each kecamatan of one regency. */
export const cutDistricts = recipientsIn(`WHERE s.tahun = $1 AND w.kode_induk = $2 AND w.tingkat = 'kecamatan'`);
export type CutDistrictRow = RowOf<typeof cutDistricts>;

/** In each desa and kelurahan of one regency; asked of an internal extract alone. */
export const cutDesa = recipientsIn(
  `JOIN wilayah AS k ON k.kode = w.kode_induk
    WHERE s.tahun = $1 AND k.kode_induk = $2 AND w.tingkat IN ('desa', 'kelurahan')`
);
