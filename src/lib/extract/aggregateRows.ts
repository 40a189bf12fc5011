import { tables } from '$lib/contract/tables';
import { sheetVintage } from '$lib/source/people/said';
import type { Problem } from '$lib/source/problem';
import { statusOfIndex } from '$lib/source/indeksDesa';
import type { ExtractTables, Row } from './assemble';
import { sheetYear } from './deliveries';
import { groupBy } from './group';
import { heldRows } from './held';
import { type AidBook, aidBook } from './people/aids';
import { leaveOut, type PlacedFact, type Trouble } from './placedFacts';
import { withSums } from './regionSums';
import type { FolderSettings } from './settings';

export interface AggregateRows extends Trouble {
  tables: ExtractTables;
}

/** A contract row with the fact it was made from. */
export interface AggregateRow {
  row: Row;
  from: PlacedFact;
}

/** `vintase` where there was no registry to compare with. */
export const noVintage = 'tanpa';
type CountTable = 'registri' | 'sasaran' | 'tumpang_tindih';
/** The figures of each table that are added over regions. */
const added: Record<CountTable, readonly string[]> = {
  registri: ['keluarga', 'jiwa'],
  sasaran: ['penerima'],
  tumpang_tindih: ['keluarga']
};

/**
 * Contract rows from tables of counts: `registri`, `sasaran` (recipients only), `tumpang_tindih`, and `indikator` from Indeks Desa. Rows of a
 * kecamatan and of the regency are added up from those of their desa only within one table, whose families stand in one desa each, and only
 * where every desa is in it. Programmes are never added to each other. `aids` are the rows of `bantuan` known so far.
 */
export function aggregateRows(
  placed: readonly PlacedFact[],
  folder: FolderSettings,
  wilayah: readonly Row[],
  aids: readonly Row[]
): AggregateRows {
  const out: AggregateRows = { tables: {}, problems: [], held: [] };
  const book = aidBook(aids, '');
  const rows = placed.flatMap((one) => rowOf(one, folder, book, out));
  for (const table of ['registri', 'sasaran', 'tumpang_tindih'] as const) {
    const own = distinct(
      table,
      rows.filter(({ from }) => from.fact.table === table),
      out
    );
    if (own.length > 0) out.tables[table] = withSums(own, { table, added: added[table], wilayah, out });
  }
  const indices = distinct(
    'indikator',
    rows.filter(({ from }) => from.fact.table === 'indikator'),
    out
  );
  if (indices.length > 0) out.tables.indikator = indices.map(({ row }) => row);
  out.problems.push(...statusProblems(indices));
  const vintages = vintageRows(rows);
  if (vintages.length > 0) out.tables.vintase = vintages;
  addAids(out, book);
  return out;
}

function rowOf(one: PlacedFact, folder: FolderSettings, book: AidBook, out: AggregateRows): AggregateRow[] {
  const { fact, input, kode } = one;
  const { tahun: said, bulan, periode: _, bantuan, ...values } = fact.values;
  const shared = { kode_wilayah: kode, id_berkas: input.idBerkas };
  if (fact.table === 'wilayah') return [];
  if (fact.table === 'registri') {
    const vintage = vintageOf(one);
    if (vintage === null) return leaveOut([fact], noVintageSaid(one), out);
    return [{ row: { vintase: vintage.kode, ...values, ...shared, disembunyikan: false }, from: one }];
  }
  const period = periodOf(one, folder);
  if (period === null) return leaveOut([fact], noYear(one), out);
  const tahun = Number(period.slice(0, 4));
  if (fact.table === 'indikator') {
    const { sumber } = fact.values;
    return [
      {
        row: {
          ...values,
          ...shared,
          tahun: (said as number | null) ?? tahun,
          bulan: bulan ?? null,
          sumber: sumber ?? input.sheet.file
        },
        from: one
      }
    ];
  }
  if (fact.table === 'tumpang_tindih')
    return [{ row: { tahun, vintase: noVintage, ...values, ...shared, disembunyikan: false }, from: one }];
  const kodeBantuan = book.codeOf(String(input.settings.bantuan ?? bantuan));
  book.of(kodeBantuan, tahun);
  const row = recipientRow({
    tahun,
    periode: period,
    kode_bantuan: kodeBantuan,
    penerima: values.penerima ?? null,
    ...shared
  });
  return [{ row: { ...row, tanggal_daftar: input.settings.tanggal_daftar ?? null }, from: one }];
}

/** A row of `sasaran` that says how many receive and nothing of who they are. */
function recipientRow(values: Row): Row {
  const columns = Object.keys(tables.sasaran.columns);
  const nothing = Object.fromEntries(columns.map((name) => [name, null]));
  return { ...nothing, ...values, vintase: noVintage, disembunyikan: false, kolom_tersembunyi: [] };
}

function vintageOf({ input: { sheet, settings } }: PlacedFact): ReturnType<typeof sheetVintage> {
  const base = sheet.file.split(/[\\/]/).pop()!;
  return sheetVintage([...sheet.titles, sheet.sheet, base], settings);
}

/** `2025` or `2025-03`: tepat.json, else the row, else what titles and names of the sheet say; null without a year. */
function periodOf({ fact, input }: PlacedFact, folder: FolderSettings): string | null {
  if (input.settings.periode !== undefined) return input.settings.periode;
  const own = /^(20[1-4]\d)(?:[-/.]?(0[1-9]|1[0-2]))?$/.exec(String(fact.values.periode ?? ''));
  if (own) return own[2] === undefined ? own[1]! : `${own[1]}-${own[2]}`;
  const tahun = (fact.values.tahun as number | null) ?? sheetYear(input, folder);
  if (tahun === null) return null;
  const bulan = (fact.values.bulan as number | null) ?? input.settings.bulan ?? input.sheet.period.bulan;
  return bulan === null ? String(tahun) : `${tahun}-${String(bulan).padStart(2, '0')}`;
}

/** One row a key. The same figure twice counts once; two different ones cannot both be true, and neither is used. */
function distinct(table: CountTable | 'indikator', rows: readonly AggregateRow[], out: AggregateRows): AggregateRow[] {
  const key = ({ row }: AggregateRow): string => tables[table].key.map((name) => String(row[name])).join('|');
  return [...groupBy(rows, key).values()].flatMap((same) => {
    const first = same[0]!;
    const differing = same.filter(({ row }) => !sameFigures(row, first.row));
    if (differing.length === 0) return [first];
    const problem = twoFigures(differing[0]!.from, first.from);
    out.problems.push(problem);
    out.held.push(
      ...heldRows(
        same.map(({ from }) => from.fact),
        problem.message
      )
    );
    return [];
  });
}

function sameFigures(a: Row, b: Row): boolean {
  return Object.keys(a).every(
    (name) => name === 'id_berkas' || name === 'sumber' || String(a[name]) === String(b[name])
  );
}

function vintageRows(rows: readonly AggregateRow[]): Row[] {
  const own = rows.filter(({ from }) => from.fact.table === 'registri');
  return [...groupBy(own, ({ row }) => String(row.vintase)).values()].map((same) => {
    const { kode, registri, berlakuSejak } = vintageOf(same[0]!.from)!;
    return { vintase: kode, registri, berlaku_sejak: berlakuSejak, id_berkas: same[0]!.row.id_berkas! };
  });
}

/** Aid that only these tables name, with the defaults of an aid nobody described, and a question for each. */
function addAids(out: AggregateRows, book: AidBook): void {
  const rows = book.added();
  if (rows.length === 0) return;
  const source = new Map((out.tables.sasaran ?? []).map((row) => [`${row.kode_bantuan} ${row.tahun}`, row.id_berkas!]));
  const used = rows.filter(({ row }) => source.has(`${row.kode_bantuan} ${row.tahun}`));
  out.tables.bantuan = used.map(({ row }) => ({ ...row, id_berkas: source.get(`${row.kode_bantuan} ${row.tahun}`)! }));
  const unknown = [
    ...new Set(used.flatMap(({ row, from }) => (from === null ? [String(row.kode_bantuan)] : [])))
  ].sort();
  if (unknown.length > 0) out.problems.push(undescribed(unknown));
}

/** What a file calls a desa against what its value makes it. */
function statusProblems(rows: readonly AggregateRow[]): Problem[] {
  const key = ({ row }: AggregateRow): string => `${row.id_berkas} ${row.kode_wilayah} ${row.tahun}`;
  const idm = new Map(rows.flatMap((one) => (one.row.indikator === 'idm' ? [[key(one), Number(one.row.nilai)]] : [])));
  const wrong = rows.filter((one) => {
    const value = one.row.indikator === 'status_idm' ? idm.get(key(one)) : undefined;
    return value !== undefined && statusOfIndex(value) !== one.row.nilai;
  });
  return [...groupBy(wrong, ({ row }) => row.id_berkas).values()].map((same) => {
    const { file, sheet, row } = same[0]!.from.fact.origin;
    return {
      kind: 'warning',
      code: 'status-idm',
      place: { file, sheet, row },
      message: {
        id: `status ${same.length} desa tidak sesuai nilai IDM-nya; keduanya dicatat seperti di berkas.`,
        en: `the class of ${same.length} desa does not fit their IDM value; both are entered as the file has them.`
      }
    };
  });
}

function undescribed(kodes: readonly string[]): Problem {
  const example = kodes.map((kode) => `${JSON.stringify(kode)}: { "unit": "keluarga", "desil_layak": [1, 2, 3, 4] }`);
  return {
    kind: 'question',
    code: 'bantuan-baru',
    place: { file: 'tepat.json', value: kodes.join(', ') },
    message: {
      id: 'bantuan ini belum dijelaskan; sementara dianggap diberikan kepada keluarga desil 1 sampai 4, tanpa kuota.',
      en: 'nobody described this aid; until then it is taken as given to families of desil 1 to 4, without quota.'
    },
    fix: {
      id: `Tulis "bantuan": { ${example.join(', ')} } di tepat.json, atau beri tabel bantuan.`,
      en: `Write "bantuan": { ${example.join(', ')} } in tepat.json, or add a table of aid.`
    }
  };
}

function noYear({
  fact: {
    origin: { file, sheet }
  }
}: PlacedFact): Problem {
  return {
    kind: 'question',
    code: 'no-tahun',
    place: { file, sheet },
    message: {
      id: 'tahun tidak ada di judul, nama lembar, atau nama berkas; lembar ini belum diimpor.',
      en: 'the year is not in the titles, the sheet name or the file name; this sheet is not imported yet.'
    },
    fix: { id: 'Tetapkan "tahun" di tepat.json.', en: 'Set "tahun" in tepat.json.' },
    tepatJson: `${JSON.stringify(file)}: { "tahun": 2025 }`
  };
}

function noVintageSaid({
  fact: {
    origin: { file, sheet }
  }
}: PlacedFact): Problem {
  return {
    kind: 'question',
    code: 'vintase',
    place: { file, sheet },
    message: {
      id: 'triwulan atau bulan registri tidak disebut; lembar ini belum diimpor.',
      en: 'the quarter or month of the registry is not named; this sheet is not imported yet.'
    },
    fix: { id: 'Tetapkan "vintase" di tepat.json.', en: 'Set "vintase" in tepat.json.' },
    tepatJson: `${JSON.stringify(file)}: { "vintase": "2025-T3" }`
  };
}

function twoFigures({ fact: differing, kode }: PlacedFact, { fact: first }: PlacedFact): Problem {
  const { file, sheet, row } = differing.origin;
  return {
    kind: 'reject',
    code: 'two-figures',
    place: { file, sheet, row, value: kode },
    message: {
      id: `angka untuk wilayah dan kunci yang sama berbeda dari ${first.origin.file} baris ${first.origin.row}; keduanya tidak dipakai.`,
      en: `the figure for the same region and key differs from ${first.origin.file} row ${first.origin.row}; neither is used.`
    },
    fix: { id: 'Sisakan yang benar.', en: 'Leave the right one.' }
  };
}
