import type { FlatFact } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import type { ExtractTables, Row } from './assemble';
import { noSkpd, type SheetInput, sheetYear } from './deliveries';
import { groupBy } from './group';
import { type Held, heldRows } from './held';
import type { ReferenceData } from './referenceData';
import { findRegion } from './region';
import type { FolderSettings } from './settings';

/** What makes a row of these tables one row. */
const keys: Record<FlatFact['table'], readonly string[]> = {
  kinerja: ['tahun', 'kode_skpd', 'kode_subkegiatan', 'bulan'],
  keluaran: ['tahun', 'kode_skpd', 'kode_subkegiatan', 'urutan', 'bulan'],
  komitmen: ['tahun', 'bulan', 'kode_skpd', 'kode_subkegiatan', 'kode_akun', 'kode_sumber_dana', 'jenis'],
  kewajiban: ['tahun', 'kode_skpd', 'kode_subkegiatan', 'kode_akun', 'per_bulan', 'sampai_bulan'],
  aturan_potong: ['tahun', 'kode_skpd', 'kode_subkegiatan', 'kelompok_akun'],
  indikator: ['kode_wilayah', 'indikator', 'tahun', 'bulan', 'sumber']
};
/** Rows of one key within one sheet are parts, such as two contracts of one account: these columns are added. */
const added: Partial<Record<FlatFact['table'], readonly string[]>> = {
  komitmen: ['nilai', 'terbayar'],
  kewajiban: ['per_bulan']
};

export interface FlatRead {
  tables: ExtractTables;
  problems: Problem[];
  held: Held[];
}

interface Completed {
  fact: FlatFact;
  row: Row;
}

/** Contract rows of the tables that exports hold one row a fact. A list delivered twice counts once; two that differ are asked about. */
export function flatRows(
  sheets: readonly SheetInput[],
  folder: FolderSettings,
  sources: ReadonlyMap<string, string>,
  reference: ReferenceData
): FlatRead {
  const out: FlatRead = { tables: {}, problems: [], held: [] };
  const rows = sheets.flatMap((input) =>
    input.sheet.flat.flatMap((fact) => completed(fact, input, folder, sources, reference, out))
  );
  for (const [table, group] of groupBy(rows, ({ fact }) => fact.table)) {
    out.tables[table] = distinct(table, table === 'indikator' ? latestOnly(group, out) : group, out);
  }
  return out;
}

/** A fact with the year, month, region and source that its sheet leaves to its titles; a missing one is asked about. */
function completed(
  fact: FlatFact,
  input: SheetInput,
  folder: FolderSettings,
  sources: ReadonlyMap<string, string>,
  reference: ReferenceData,
  out: FlatRead
): Completed[] {
  const { sheet, idBerkas, settings } = input;
  const { wilayah, kode_bps, versi, ...values } = fact.values;
  const row: Row = { ...values, id_berkas: idBerkas };
  if ('tahun' in row) row.tahun ??= sheetYear(input, folder);
  if ('bulan' in row && fact.table !== 'indikator') row.bulan ??= settings.bulan ?? sheet.period.bulan;
  if (typeof row.kode_sumber_dana === 'string')
    row.kode_sumber_dana = sources.get(row.kode_sumber_dana) ?? row.kode_sumber_dana;
  if (row.kode_skpd === '') return leaveOut(fact, noSkpd(fact.origin), out);
  for (const field of ['tahun', 'bulan'] as const) {
    if (field in row && row[field] === null && fact.table !== 'indikator')
      return leaveOut(fact, missing(fact, field), out);
  }
  if (fact.table === 'indikator') {
    const region = findRegion(
      { kode_wilayah: values.kode_wilayah, wilayah, kode_bps },
      settings.sistem_kode,
      reference.regions,
      fact
    );
    if (typeof region !== 'string') return leaveOut(fact, region, out);
    row.kode_wilayah = region;
  }
  if (fact.table === 'indikator') {
    if (row.nilai === null) return leaveOut(fact, blankValue(fact), out);
    row.satuan ??= '-';
    row.sumber ??= sheet.file;
  }
  return [{ fact, row }];
}

function leaveOut(fact: FlatFact, problem: Problem, out: FlatRead): [] {
  out.held.push(...heldRows([fact], problem.message));
  const { file, sheet, value } = problem.place;
  const same = out.problems.some(
    (other) =>
      other.code === problem.code &&
      other.place.file === file &&
      other.place.sheet === sheet &&
      other.place.value === value
  );
  if (!same) out.problems.push(problem);
  return [];
}

/** One row a key. Parts of one sheet are added; the same rows from another sheet count once; others are left out and reported. */
function distinct(table: FlatFact['table'], group: readonly Completed[], out: FlatRead): Row[] {
  const byKey = groupBy(group, ({ row }) => keys[table].map((name) => String(row[name])).join('|'));
  return [...byKey.values()].flatMap((same) => {
    const deliveries = [...groupBy(same, ({ fact }) => `${fact.origin.file}|${fact.origin.sheet}`).values()].map(
      (rows) => ({ rows, whole: wholeOf(table, rows) })
    );
    const chosen = deliveries[0]!;
    for (const other of deliveries) {
      const left = other.rows.filter(
        ({ row }) => !isPart(table, row, other.whole) || !equal(other.whole, chosen.whole)
      );
      const first = left[0];
      if (first === undefined) continue;
      const problem = twoRows(first.fact, chosen.rows[0]!.fact);
      out.held.push(
        ...heldRows(
          left.map(({ fact }) => fact),
          problem.message
        )
      );
      out.problems.push(problem);
    }
    return [chosen.whole];
  });
}

/** The row a sheet gives for one key: its parts added, else its first row. */
function wholeOf(table: FlatFact['table'], rows: readonly Completed[]): Row {
  const out = { ...rows[0]!.row };
  for (const name of added[table] ?? []) {
    const parts = rows.map(({ row }) => row[name] as bigint | null);
    out[name] = parts.includes(null) ? null : parts.reduce<bigint>((sum, part) => sum + part!, 0n);
  }
  return out;
}

/** Whether a row is in the whole: always where parts are added, else when it says the same. */
function isPart(table: FlatFact['table'], row: Row, whole: Row): boolean {
  return table in added || equal(row, whole);
}

/** Of several versions of one figure the last published; earlier ones are left out, which is said once a sheet. */
function latestOnly(facts: readonly Completed[], out: FlatRead): Completed[] {
  const date = ({ fact }: Completed): string => String(fact.values.versi ?? '');
  const key = ({ row }: Completed): string => keys.indikator.map((name) => String(row[name])).join('|');
  const newest = new Map<string, string>();
  for (const one of facts) if (date(one) > (newest.get(key(one)) ?? '')) newest.set(key(one), date(one));
  const old = new Set(facts.filter((one) => date(one) < (newest.get(key(one)) ?? '')));
  for (const sheet of groupBy(old, ({ fact }) => `${fact.origin.file}|${fact.origin.sheet}`).values()) {
    const problem = superseded(sheet[0]!.fact, sheet.length);
    out.held.push(
      ...heldRows(
        sheet.map(({ fact }) => fact),
        problem.message
      )
    );
    out.problems.push(problem);
  }
  return facts.filter((one) => !old.has(one));
}

function superseded({ origin: { file, sheet } }: FlatFact, count: number): Problem {
  const message = {
    id: `${count} nilai digantikan versi yang lebih baru.`,
    en: `${count} values are replaced by a newer version.`
  };
  return { kind: 'decision', code: 'superseded', place: { file, sheet }, message };
}

function equal(a: Row, b: Row): boolean {
  return Object.keys(a).every((name) => name === 'id_berkas' || name === 'sumber' || a[name] === b[name]);
}

function missing(fact: FlatFact, field: 'tahun' | 'bulan'): Problem {
  const { file, sheet, row } = fact.origin;
  return {
    kind: 'question',
    code: `no-${field}`,
    place: { file, sheet, row },
    message: {
      id: `${field} kosong pada baris ini dan baris sejenis; baris itu belum diimpor.`,
      en: `${field === 'tahun' ? 'the year' : 'the month'} is blank on this row and rows like it; they are not imported yet.`
    },
    fix: {
      id: `Isi kolomnya atau tetapkan "${field}" di tepat.json.`,
      en: `Fill in the column or set "${field}" in tepat.json.`
    },
    tepatJson: `${JSON.stringify(file)}: { "${field}": ${field === 'tahun' ? 2026 : 4} }`
  };
}

function blankValue({ origin: { file, sheet, row } }: FlatFact): Problem {
  return {
    kind: 'warning',
    code: 'blank-value',
    place: { file, sheet, row },
    message: {
      id: 'nilai kosong pada baris ini dan baris sejenis; kosong bukan nol, jadi tidak diimpor.',
      en: 'the value is blank on this row and rows like it; blank is not zero, so they are not imported.'
    }
  };
}

function twoRows(differing: FlatFact, first: FlatFact): Problem {
  const { file, sheet, row } = differing.origin;
  return {
    kind: 'reject',
    code: 'two-rows',
    place: { file, sheet, row },
    message: {
      id: `isinya berbeda dari ${first.origin.file} baris ${first.origin.row} untuk kunci yang sama, yang dipakai.`,
      en: `differs from ${first.origin.file} row ${first.origin.row} for the same key, which was used.`
    },
    fix: { id: 'Sisakan satu baris untuk tiap kunci.', en: 'Leave one row for each key.' }
  };
}
