import type { AidFact } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import type { ExtractTables, Row } from './assemble';
import { noSkpd, type SheetInput, sheetYear } from './deliveries';
import { groupBy } from './group';
import { type Held, heldRows } from './held';
import { defaultDesil } from './people/aids';
import type { AidSettings, FolderSettings } from './settings';

export interface AidRows {
  tables: ExtractTables;
  problems: Problem[];
  held: Held[];
}

const keys: Record<AidFact['table'], readonly string[]> = {
  bantuan: ['tahun', 'kode_bantuan'],
  bantuan_belanja: ['tahun', 'kode_bantuan', 'kode_skpd', 'kode_subkegiatan', 'kode_akun']
};
/** Shares are written with a few decimals, so thirds do not add to 1 exactly. */
const shareTolerance = 0.005;

/**
 * Rows of `bantuan` and `bantuan_belanja` from tables of the folder and from tepat.json, where a table wins. What is left out of an aid has
 * the default of methods.md §1.1: family, kabupaten, by desil, 1 to 4, no quota. Entries of tepat.json without a year hold for each of
 * `years`. Shares of a budget line that do not add to 1 are warned about.
 */
export function aidRows(sheets: readonly SheetInput[], folder: FolderSettings, years: readonly number[]): AidRows {
  const out: AidRows = { tables: {}, problems: [], held: [] };
  const facts = sheets.flatMap((input) => input.sheet.aids.map((fact) => ({ fact, input })));
  for (const [table, group] of groupBy(facts, ({ fact }) => fact.table)) {
    const rows = group.flatMap(({ fact, input }) => withYear(fact, input, folder, out));
    out.tables[table] = distinct(rows, out);
  }
  const own = out.tables.bantuan ?? [];
  const taken = new Set(own.map(keyOf));
  const described = settingsAids(folder, years).filter((row) => !taken.has(keyOf(row)));
  if (own.length + described.length > 0) out.tables.bantuan = [...own, ...described];
  out.problems.push(...noYears(folder, described, own), ...shareProblems(out.tables.bantuan_belanja ?? []));
  return out;
}

function keyOf({ tahun, kode_bantuan }: Row): string {
  return `${tahun} ${kode_bantuan}`;
}

/** `id_berkas` of rows that tepat.json describes; `berkas` has a row of this name then. */
export const settingsFile = 'tepat.json';

/** Rows of `bantuan` that tepat.json describes: for the year of the entry, else for each of `years`. */
export function settingsAids(folder: FolderSettings, years: readonly number[]): Row[] {
  return Object.entries(folder.bantuan ?? {}).flatMap(([kode, aid]) => {
    const own = aid.tahun === undefined ? years : [aid.tahun];
    return own.map((tahun) => withDefaults(settingsValues(kode, aid, tahun), settingsFile));
  });
}

function settingsValues(kode: string, aid: AidSettings, tahun: number): Row {
  const { nilai_satuan: rupiah = null } = aid;
  return {
    tahun,
    kode_bantuan: kode,
    nama: aid.nama ?? kode,
    unit: aid.unit ?? null,
    penyelenggara: aid.penyelenggara ?? null,
    populasi: aid.populasi ?? null,
    kategori: aid.kategori === undefined ? null : sorted(aid.kategori),
    desil_layak: aid.desil_layak === undefined ? null : sorted(aid.desil_layak),
    kuota: aid.kuota ?? null,
    satuan: aid.satuan ?? null,
    nilai_satuan: rupiah === null ? null : BigInt(Math.round(rupiah * 100)),
    bulan: aid.bulan ?? null,
    tidak_boleh_bersama: aid.tidak_boleh_bersama === undefined ? null : sorted(aid.tidak_boleh_bersama)
  };
}

function sorted<T extends number | string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
}

/** What nobody said of an aid. An aid that names a category is chosen by it, with no rule by desil unless it says so. */
function withDefaults(row: Row, idBerkas: string): Row {
  const kategori = (row.kategori ?? []) as readonly string[];
  const populasi = row.populasi ?? (kategori.length > 0 ? 'khusus' : 'desil');
  return {
    ...row,
    unit: row.unit ?? 'keluarga',
    penyelenggara: row.penyelenggara ?? 'kabupaten',
    populasi,
    kategori: populasi === 'khusus' ? kategori : [],
    desil_layak: row.desil_layak ?? (populasi === 'desil' ? [...defaultDesil] : []),
    satuan: row.satuan ?? 'penerima',
    tidak_boleh_bersama: row.tidak_boleh_bersama ?? [],
    id_berkas: idBerkas
  };
}

interface Complete {
  fact: AidFact;
  row: Row;
}

function withYear(fact: AidFact, input: SheetInput, folder: FolderSettings, out: AidRows): Complete[] {
  const tahun = (fact.values.tahun as number | null) ?? sheetYear(input, folder);
  const problem = tahun === null ? noYear(fact) : fact.values.kode_skpd === '' ? noSkpd(fact.origin) : null;
  if (problem !== null) {
    out.held.push(...heldRows([fact], problem.message));
    if (!out.problems.some(({ code, place }) => code === problem.code && place.file === problem.place.file))
      out.problems.push(problem);
    return [];
  }
  const row: Row = { ...fact.values, tahun };
  const whole = fact.table === 'bantuan' ? withDefaults(row, input.idBerkas) : { ...row, id_berkas: input.idBerkas };
  return [{ fact, row: whole }];
}

/** One row a key; the same row twice counts once, another is left out and reported. */
function distinct(rows: readonly Complete[], out: AidRows): Row[] {
  const table = rows[0]?.fact.table ?? 'bantuan';
  return [...groupBy(rows, ({ row }) => keys[table].map((name) => row[name]).join('|')).values()].map((same) => {
    const [first, ...others] = same;
    const differing = others.filter(({ row }) => printed(row) !== printed(first!.row));
    for (const { fact } of differing) {
      const problem = twoRows(fact, first!.fact);
      out.problems.push(problem);
      out.held.push(...heldRows([fact], problem.message));
    }
    return first!.row;
  });
}

function printed(row: Row): string {
  const { id_berkas: _, ...values } = row;
  return JSON.stringify(values, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

/** Budget lines whose shares do not add to 1: aid would be compared with too much or too little spending. */
function shareProblems(rows: readonly Row[]): Problem[] {
  const lines = groupBy(rows, (row) =>
    ['tahun', 'kode_skpd', 'kode_subkegiatan', 'kode_akun'].map((name) => row[name]).join(' ')
  );
  return [...lines].flatMap(([line, same]) => {
    const sum = same.reduce((all, { bagian }) => all + Number(bagian), 0);
    if (Math.abs(sum - 1) <= shareTolerance) return [];
    return [shareProblem(line, Math.round(sum * 1000) / 1000)];
  });
}

function shareProblem(value: string, sum: number): Problem {
  return {
    kind: 'warning',
    code: 'bagian',
    place: { file: 'bantuan_belanja', value },
    message: {
      id: `bagian rekening ini berjumlah ${String(sum).replace('.', ',')}, bukan 1.`,
      en: `the shares of this budget line add to ${sum}, not 1.`
    },
    fix: {
      id: 'Perbaiki bagiannya, atau tambahkan bantuan lain yang dibiayai rekening ini.',
      en: 'Correct the shares, or add the other aid that this line pays for.'
    }
  };
}

/** Aid of tepat.json that no year could be given to. */
function noYears(folder: FolderSettings, described: readonly Row[], own: readonly Row[]): Problem[] {
  const known = new Set([...described, ...own].map(({ kode_bantuan }) => kode_bantuan));
  const without = Object.keys(folder.bantuan ?? {}).filter((kode) => !known.has(kode));
  return without.map((value) => ({
    kind: 'question',
    code: 'bantuan-tahun',
    place: { file: settingsFile, value },
    message: {
      id: 'bantuan ini tidak bertahun, dan tidak ada berkas yang menyebut tahun.',
      en: 'this aid has no year, and no file says one.'
    },
    fix: { id: 'Tambahkan "tahun" pada entri bantuan itu.', en: 'Add "tahun" to its entry.' }
  }));
}

function noYear({ origin: { file, sheet, row } }: AidFact): Problem {
  return {
    kind: 'question',
    code: 'no-tahun',
    place: { file, sheet, row },
    message: {
      id: 'tahun kosong pada baris ini dan baris sejenis; baris itu belum diimpor.',
      en: 'the year is blank on this row and rows like it; they are not imported yet.'
    },
    fix: {
      id: 'Isi kolomnya atau tetapkan "tahun" di tepat.json.',
      en: 'Fill in the column or set "tahun" in tepat.json.'
    },
    tepatJson: `${JSON.stringify(file)}: { "tahun": 2026 }`
  };
}

function twoRows({ origin: { file, sheet, row } }: AidFact, { origin: first }: AidFact): Problem {
  return {
    kind: 'reject',
    code: 'two-rows',
    place: { file, sheet, row },
    message: {
      id: `isinya berbeda dari ${first.file} baris ${first.row} untuk kunci yang sama, yang dipakai.`,
      en: `differs from ${first.file} row ${first.row} for the same key, which was used.`
    },
    fix: { id: 'Sisakan satu baris untuk tiap kunci.', en: 'Leave one row for each key.' }
  };
}
