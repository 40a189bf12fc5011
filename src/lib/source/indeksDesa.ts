import { type FigureColumn, regionTable, type RowFault } from './aggregate';
import { field } from './flatTable';

/** The index and its three parts: header, indicator and what it is. */
const indices = [
  { key: 'idm', headers: /^(?:(?:nilai|skor|indeks)_)?(?:idm|indeks_desa(?:_membangun)?|id)(?:_20\d\d)?$/ },
  { key: 'iks', headers: /^(?:(?:nilai|skor)_)?(?:iks|indeks_ketahanan_sosial)(?:_20\d\d)?$/ },
  { key: 'ike', headers: /^(?:(?:nilai|skor)_)?(?:ike|indeks_ketahanan_ekonomi)(?:_20\d\d)?$/ },
  { key: 'ikl', headers: /^(?:(?:nilai|skor)_)?(?:ikl|indeks_ketahanan_(?:lingkungan|ekologi))(?:_20\d\d)?$/ }
] as const;

/** Classes of the index from the lowest, each with the value it goes up to. */
const statuses = [
  { nama: 'sangat tertinggal', sampai: 0.4907 },
  { nama: 'tertinggal', sampai: 0.5989 },
  { nama: 'berkembang', sampai: 0.7072 },
  { nama: 'maju', sampai: 0.8155 },
  { nama: 'mandiri', sampai: 1 }
] as const;
const scale = 'indeks 0–1';
const statusScale = '1 sangat tertinggal – 5 mandiri';

/**
 * Indeks Desa (IDM): `idm`, `iks`, `ike`, `ikl` from 0 to 1, and `status_idm` from 1 (sangat tertinggal) to 5 (mandiri) as the file says it.
 */
export const indeksDesa = regionTable({
  name: 'indeks-desa',
  title: { id: 'Indeks Desa (IDM)', en: 'Indeks Desa, the village index' },
  score: 0.93,
  fields: [field('status', 'status_(?:idm|desa|indeks_desa)', 'klasifikasi'), field('sumber')],
  required: ['desa'],
  figures: (_, labels) => {
    const columns = indices.flatMap(({ key, headers }): FigureColumn[] => {
      const column = labels.findIndex((label) => headers.test(label));
      return column < 0 ? [] : [{ key, column, kind: 'plain' }];
    });
    return columns.some(({ key }) => key === 'idm') ? columns : [];
  },
  take(row, columns) {
    const outside = columns.find(({ key }) => (row.figure(key) ?? 0) < 0 || (row.figure(key) ?? 0) > 1);
    if (outside !== undefined) return notAnIndex(outside.column);
    const shared = { tahun: row.integer('tahun'), bulan: null, sumber: row.text('sumber') };
    const figures = columns.map(({ key }) => ({ indikator: key, nilai: row.figure(key), satuan: scale }));
    const status = statusOf(row.text('status'));
    if (status === undefined) return unknownStatus;
    const all =
      status === null ? figures : [...figures, { indikator: 'status_idm', nilai: status, satuan: statusScale }];
    return all
      .filter(({ nilai }) => nilai !== null)
      .map((values) => ({ table: 'indikator', values: { ...shared, ...values } }));
  }
});

/** 1 to 5; null where the file says none, undefined where it says something else. */
function statusOf(text: string | null): number | null | undefined {
  if (text === null) return null;
  const word = text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  const at = statuses.findIndex(({ nama }) => nama === word);
  return at < 0 ? undefined : at + 1;
}

/** The class that a value falls into, 1 to 5; for comparing it with what a file says. */
export function statusOfIndex(idm: number): number {
  return statuses.findIndex(({ sampai }) => idm <= sampai) + 1;
}

const unknownStatus: RowFault = {
  code: 'status',
  message: { id: 'status desa tidak dikenali.', en: 'the class of the desa is not recognised.' },
  fix: {
    id: 'Pakai Sangat Tertinggal, Tertinggal, Berkembang, Maju, atau Mandiri.',
    en: 'Use Sangat Tertinggal, Tertinggal, Berkembang, Maju or Mandiri.'
  }
};

function notAnIndex(column: number): RowFault {
  return {
    code: 'indeks',
    column,
    message: { id: 'indeks di luar 0 sampai 1.', en: 'the index is outside 0 to 1.' },
    fix: { id: 'Periksa tanda desimalnya di ekspor.', en: 'Check its decimal mark in the export.' }
  };
}
