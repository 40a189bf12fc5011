import { blankFault, type FigureColumn, regionTable, type RegionRow } from './aggregate';
import { field, type FlatHeader } from './flatTable';
import type { PlaceFact } from './layout';

type Fact = Omit<PlaceFact, 'place' | 'origin'>;

/** Words for a count of families, and of persons, in headers. */
const families = '(?:jumlah_|jml_)?(?:keluarga|kk|kpm|ruta|rumah_tangga)';
const persons = '(?:jumlah_|jml_)?(?:jiwa|orang|individu|art|anggota|anggota_keluarga)';
const undecided =
  '(?:tanpa_desil|desil_(?:kosong|belum_ditentukan|0)|belum_(?:ditentukan|ada_desil|berdesil)|non_desil)';

/** Families (and persons) of a registry by desil, one column a desil: `Desil 1`, `desil_1_kk`, `jiwa_desil_1`. */
export const desilWide = regionTable({
  name: 'desil-per-wilayah',
  title: { id: 'keluarga menurut desil, satu kolom tiap desil', en: 'families by desil, one column each' },
  score: 0.9,
  fields: [],
  required: [],
  figures: (_, labels) => {
    const columns = labels.flatMap((label, column): FigureColumn[] => {
      const found = desilOf(label);
      return found === null ? [] : [{ key: found, column, kind: 'count' }];
    });
    const wanted = columns.filter(({ key }) => key.startsWith('keluarga'));
    return new Set(wanted.map(({ key }) => key)).size >= 4 ? distinct(columns) : [];
  },
  take(row, columns) {
    const desils = new Set(columns.map(({ key }) => key.split(' ')[1]!));
    const hasPersons = columns.some(({ key }) => key.startsWith('jiwa'));
    return [...desils].map((desil) => ({
      table: 'registri',
      values: {
        ...timeOf(row),
        desil: desil === '-' ? null : Number(desil),
        keluarga: row.figure(`keluarga ${desil}`),
        jiwa: hasPersons ? row.figure(`jiwa ${desil}`) : null
      }
    }));
  }
});

/** `keluarga 3` or `jiwa 3` for the header of a column; `keluarga -` for families without a desil. */
function desilOf(label: string): string | null {
  const plain = new RegExp(`^(?:${families}_)?(?:desil|d|dsl)_?(10|[1-9])(?:_${families})?$`).exec(label);
  if (plain) return `keluarga ${plain[1]}`;
  const jiwa =
    new RegExp(`^${persons}_(?:desil|d)_?(10|[1-9])$`).exec(label) ??
    new RegExp(`^(?:desil|d)_?(10|[1-9])_${persons}$`).exec(label);
  if (jiwa) return `jiwa ${jiwa[1]}`;
  return new RegExp(`^(?:${families}_)?${undecided}(?:_${families})?$`).test(label) ? 'keluarga -' : null;
}

/** Families (and persons) of a registry by desil in long form: a row for each region and desil. */
export const desilLong = regionTable({
  name: 'desil-panjang',
  title: { id: 'keluarga menurut desil, satu baris tiap desil', en: 'families by desil, one row each' },
  score: 0.9,
  fields: [
    field('desil', 'desil_nasional', 'desil_kesejahteraan'),
    field('keluarga', families),
    field('jiwa', persons)
  ],
  required: ['desil', 'keluarga'],
  figures: (header) => counts(header, ['keluarga', 'jiwa']),
  take(row) {
    const text = row.text('desil');
    const desil = /^(?:desil[ _-]?)?(10|[1-9])(?:\.0+)?$/i.exec(text ?? '')?.[1];
    const none = text === null || /^(-|0|kosong|belum|tanpa|tidak ada)/i.test(text);
    if (desil === undefined && !none)
      return {
        code: 'desil',
        message: { id: 'desil bukan 1 sampai 10.', en: 'the desil is not 1 to 10.' },
        fix: { id: 'Tulis 1 sampai 10, kosong bila belum ditentukan.', en: 'Write 1 to 10, blank where undecided.' }
      };
    const values = {
      ...timeOf(row),
      desil: desil === undefined ? null : Number(desil),
      keluarga: row.figure('keluarga'),
      jiwa: row.figure('jiwa')
    };
    return [{ table: 'registri', values }];
  }
});

/** Aid that is known by its own name, without a word such as `bantuan` before it. */
const knownAid =
  '(?:pkh|bpnt|sembako|blt|blt_dd|blt_dana_desa|bst|pbi|pbi_jk|pip|kip|kis|pena|atensi|permakanan|rutilahu|rtlh)';
const aidWords = '(?:jumlah_|jml_)?(?:keluarga_|kpm_|kk_)?(?:penerima|bantuan|bansos|subsidi)';

/** Recipients of each aid by region, one column an aid: `bantuan_pkh`, `Penerima Sembako`, `PKH`. */
export const recipientsWide = regionTable({
  name: 'penerima-per-wilayah',
  title: { id: 'jumlah penerima, satu kolom tiap bantuan', en: 'recipients, one column for each aid' },
  score: 0.86,
  fields: [],
  required: [],
  figures: (header, labels) => {
    const named = new Set(header.columns.values());
    return distinct(
      labels.flatMap((label, column): FigureColumn[] => {
        const aid = named.has(column) ? null : aidOf(label);
        return aid === null ? [] : [{ key: aid, column, kind: 'count' }];
      })
    );
  },
  take: (row, columns) =>
    columns.map(({ key }) => ({
      table: 'sasaran',
      values: { ...timeOf(row), bantuan: key, penerima: row.figure(key) }
    }))
});

/** The aid a column counts recipients of, as words; null when the header names none. A subsidy keeps its word, which is part of its name. */
function aidOf(label: string): string | null {
  if (new RegExp(`^${knownAid}$`).test(label)) return label.replaceAll('_', ' ');
  const found = new RegExp(`^${aidWords}_(.+)$`).exec(label)?.[1];
  if (found === undefined || /^(total|jumlah|semua|rp|rupiah|nominal|nilai|uang|aktif|per_)/.test(found)) return null;
  const words = found.replace(/^bantuan_/, '').replaceAll('_', ' ');
  return /^(?:jumlah_|jml_)?subsidi/.test(label) ? `subsidi ${words}` : words;
}

/** Recipients by region and aid in long form. */
export const recipientsLong = regionTable({
  name: 'penerima-panjang',
  title: { id: 'jumlah penerima, satu baris tiap bantuan', en: 'recipients, one row for each aid' },
  score: 0.87,
  fields: [
    field('bantuan', 'kode_bantuan', 'nama_bantuan|program|nama_program|jenis_bantuan|jenis_bansos|bansos'),
    field('penerima', `(?:jumlah_|jml_)?(?:penerima|penerima_manfaat|realisasi_penerima)|${families}|${persons}`)
  ],
  required: ['bantuan', 'penerima'],
  figures: (header) => counts(header, ['penerima']),
  take(row) {
    const bantuan = row.text('bantuan');
    if (bantuan === null) return blankFault(undefined);
    return [{ table: 'sasaran', values: { ...timeOf(row), bantuan, penerima: row.figure('penerima') } }];
  }
});

/** Families by the number of aid programmes they receive, in long form. */
export const programCounts = regionTable({
  name: 'jumlah-bantuan',
  title: { id: 'keluarga menurut banyaknya bantuan', en: 'families by number of programmes' },
  score: 0.92,
  fields: [
    field('jumlah_bantuan', '(?:n|jumlah|jml|banyak|banyaknya)_(?:prog|program|bantuan|bansos)'),
    field('keluarga', families)
  ],
  required: ['jumlah_bantuan', 'keluarga'],
  figures: (header) => counts(header, ['jumlah_bantuan', 'keluarga']),
  take(row, columns) {
    const jumlah = row.figure('jumlah_bantuan');
    if (jumlah === null) return blankFault(columns[0]!.column);
    const values = { ...timeOf(row), jumlah_bantuan: jumlah, keluarga: row.figure('keluarga') };
    return [{ table: 'tumpang_tindih', values }];
  }
});

/** Year, month and period of a row; each null where the row does not say. */
function timeOf(row: RegionRow): Fact['values'] {
  return { tahun: row.integer('tahun'), bulan: row.integer('bulan'), periode: row.text('periode') };
}

function counts(header: FlatHeader, names: readonly string[]): FigureColumn[] {
  return names.flatMap((key) => {
    const column = header.columns.get(key);
    return column === undefined ? [] : [{ key, column, kind: 'count' as const }];
  });
}

/** The first column of each key; a second one of the same aid or desil stays unused and is reported so. */
function distinct(columns: readonly FigureColumn[]): FigureColumn[] {
  return columns.filter(({ key }, i) => columns.findIndex((other) => other.key === key) === i);
}
