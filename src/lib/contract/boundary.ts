import { idBerkas, kodeWilayah } from './shared';
import { contractTable } from './table';

/** Grid of `batas_wilayah.titik`: so many steps to a degree, each about a metre. */
export const boundaryGrid = 100_000;

/** Boundaries of regions where the user supplied them, simplified, one row a ring. */
export const batasWilayah = contractTable({
  name: 'batas_wilayah',
  title: { id: 'Batas wilayah', en: 'Boundaries of regions' },
  description: {
    id: 'Satu baris tiap cincin poligon desa, kelurahan, atau kecamatan, disederhanakan untuk peta kecil: bukan batas resmi dan bukan untuk mengukur luas. Wilayah tanpa baris berarti berkasnya tidak memuat batasnya.',
    en: 'One row for each ring of the polygon of a desa, kelurahan or kecamatan, simplified for a small map: no official boundary, and not for measuring areas. A region without rows has none in the files.'
  },
  source: 'Berkas batas (GeoJSON) dari pengguna',
  key: ['kode_wilayah', 'poligon', 'cincin'],
  columns: {
    kode_wilayah: kodeWilayah,
    poligon: {
      type: 'INTEGER',
      description: {
        id: 'Nomor poligon wilayah ini, dari 0; yang terluas lebih dahulu.',
        en: 'Number of the polygon of this region, from 0; the largest first.'
      }
    },
    cincin: {
      type: 'INTEGER',
      description: {
        id: 'Nomor cincin dalam poligonnya: 0 garis luar, selebihnya lubang.',
        en: 'Number of the ring in its polygon: 0 the outer line, the others holes.'
      }
    },
    titik: {
      type: 'INTEGER[]',
      unit: '0,00001 derajat',
      description: {
        id: 'Sudut cincin, bujur lalu lintang berselang-seling (WGS 84); sudut pertama tidak diulang di akhir.',
        en: 'Corners of the ring, longitude and latitude in turn (WGS 84); the first corner is not repeated at the end.'
      }
    },
    sumber: {
      type: 'VARCHAR?',
      description: {
        id: 'Asal batas seperti ditulis berkasnya; kosong bila berkasnya tidak menyebut.',
        en: 'Origin of the boundary as its file says; null where it says nothing.'
      }
    },
    id_berkas: idBerkas
  }
});
