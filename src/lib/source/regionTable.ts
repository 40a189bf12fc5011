import { type FigureColumn, regionTable } from './aggregate';
import { field } from './flatTable';
import { swappedDegrees } from './degrees';

const notes = [
  { key: 'lintang', headers: /^(?:lat|latitude|lintang|y|lat_(?:label|titik|centroid)|centroid_lat)$/ },
  { key: 'bujur', headers: /^(?:lng|lon|long|longitude|bujur|x|lng_(?:label|titik|centroid)|centroid_(?:lng|lon))$/ }
] as const;

/** What else is known of regions: electoral district, class of regions to compare with, label point in degrees. */
export const wilayahCatatan = regionTable({
  name: 'catatan-wilayah',
  title: { id: 'catatan wilayah (dapil, kelas sebanding, titik)', en: 'notes on regions (district, class, point)' },
  score: 0.85,
  fields: [
    field('dapil', 'daerah_pemilihan|kode_dapil|nama_dapil'),
    field('kelas_sebanding', 'kelas|kelompok_sebanding')
  ],
  required: [],
  figures: (header, labels) => {
    const points = notes.flatMap(({ key, headers }): FigureColumn[] => {
      const column = labels.findIndex((label) => headers.test(label));
      return column < 0 ? [] : [{ key, column, kind: 'plain' }];
    });
    if (points.length === 2) return points;
    const noted = header.columns.get('dapil') ?? header.columns.get('kelas_sebanding');
    // a table without points is of this kind by its notes; they are no figures, so a column that is never read stands for them
    return noted === undefined ? [] : [{ key: 'catatan', column: labels.length, kind: 'plain' }];
  },
  take(row) {
    const [lintang, bujur] = [row.figure('lintang'), row.figure('bujur')];
    const point = lintang === null || bujur === null ? null : swappedDegrees(lintang, bujur);
    if (point === 'none')
      return {
        code: 'titik',
        message: {
          id: 'titik ini bukan derajat lintang dan bujur di Indonesia.',
          en: 'the point is not in degrees within Indonesia.'
        },
        fix: {
          id: 'Pakai derajat desimal, misalnya -0,42 dan 116,98.',
          en: 'Use decimal degrees such as -0.42 and 116.98.'
        }
      };
    const values = {
      dapil: row.text('dapil'),
      kelas_sebanding: row.text('kelas_sebanding'),
      lintang: point?.lintang ?? null,
      bujur: point?.bujur ?? null,
      ditukar: point?.swapped ?? false,
      di_dalam: null,
      dipindah: false
    };
    return [{ table: 'wilayah', values }];
  }
});
