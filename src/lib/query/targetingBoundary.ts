import { defineQuery, type RowOf } from './define';

/** Every ring of every boundary, in order of region, polygon and ring; no rows where the folder held no boundaries. */
export const boundaryRings = defineQuery({
  params: {},
  columns: {
    kode: 'VARCHAR',
    poligon: 'INTEGER',
    cincin: 'INTEGER',
    /** Corners, longitude and latitude in turn, in steps of 0.00001 degree, parted by blanks. */
    titik: 'VARCHAR',
    /** Label point of the region in degrees; null where the files give none. */
    bujur: 'DOUBLE?',
    lintang: 'DOUBLE?'
  },
  sql: `
    SELECT b.kode_wilayah AS kode, b.poligon, b.cincin, array_to_string(b.titik, ' ') AS titik, w.bujur, w.lintang
    FROM batas_wilayah AS b
    JOIN wilayah AS w ON w.kode = b.kode_wilayah
    ORDER BY kode, b.poligon, b.cincin`
});
export type BoundaryRingRow = RowOf<typeof boundaryRings>;

/** Where the boundaries come from: the file, and what it says of its own origin; files of few regions last. */
export const boundarySources = defineQuery({
  params: {},
  columns: {
    nama: 'VARCHAR?',
    /** Origin as the file writes it; null where it writes nothing. */
    sumber: 'VARCHAR?',
    /** Regions whose boundary it gave. */
    wilayah: 'INTEGER'
  },
  sql: `
    SELECT f.nama, b.sumber, count(DISTINCT b.kode_wilayah)::INTEGER AS wilayah
    FROM batas_wilayah AS b
    LEFT JOIN berkas AS f ON f.id_berkas = b.id_berkas
    GROUP BY f.nama, b.sumber
    ORDER BY wilayah DESC, f.nama, b.sumber`
});
export type BoundarySourceRow = RowOf<typeof boundarySources>;
