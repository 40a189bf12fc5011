import type { FlatFact } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import type { ExtractTables, Row, SheetInput } from './assemble';
import { groupBy } from './group';
import type { ReferenceData } from './referenceData';
import type { FolderSettings } from './settings';

/** What makes a row of these tables one row; two different rows of one key are asked about. */
const keys: Record<FlatFact['table'], readonly string[]> = {
  kinerja: ['tahun', 'kode_skpd', 'kode_subkegiatan', 'bulan'],
  keluaran: ['tahun', 'kode_skpd', 'kode_subkegiatan', 'urutan', 'bulan'],
  komitmen: ['tahun', 'bulan', 'kode_skpd', 'kode_subkegiatan', 'kode_akun', 'kode_sumber_dana', 'jenis'],
  kewajiban: ['tahun', 'kode_skpd', 'kode_subkegiatan', 'kode_akun', 'per_bulan', 'sampai_bulan'],
  indikator: ['kode_wilayah', 'indikator', 'tahun', 'bulan', 'sumber'],
  apbd_daerah: ['tahun', 'kode_wilayah', 'tahap', 'kode_akun', 'basis', 'sumber']
};

/** Contract rows of the tables that exports hold one row a fact; rows of one contract are added, copies counted once. */
export function flatRows(sheets: readonly SheetInput[], folder: FolderSettings, sources: ReadonlyMap<string, string>, reference: ReferenceData, problems: Problem[]): ExtractTables {
  const rows = sheets.flatMap((input) => input.sheet.flat.flatMap((fact) => completed(fact, input, folder, sources, reference, problems)));
  const out: ExtractTables = {};
  for (const [table, group] of groupBy(rows, ({ fact }) => fact.table)) out[table] = distinct(table, group, problems);
  if (out.apbd_daerah) out.apbd_daerah = leavesOnly(out.apbd_daerah);
  return out;
}

interface Completed {
  fact: FlatFact;
  row: Row;
}

/** A fact with the year, month, region and source that its sheet leaves to its titles; a missing one is asked about. */
function completed(fact: FlatFact, { sheet, idBerkas, settings }: SheetInput, folder: FolderSettings, sources: ReadonlyMap<string, string>, reference: ReferenceData, problems: Problem[]): Completed[] {
  const { wilayah, kode_bps, kode_djpk, ...values } = fact.values;
  const row: Row = { ...values, id_berkas: idBerkas };
  if ('tahun' in row) row.tahun ??= settings.tahun ?? sheet.period.tahun ?? folder.tahun ?? null;
  if ('bulan' in row && fact.table !== 'indikator') row.bulan ??= settings.bulan ?? sheet.period.bulan;
  if (typeof row.kode_sumber_dana === 'string') row.kode_sumber_dana = sources.get(row.kode_sumber_dana) ?? row.kode_sumber_dana;
  for (const field of ['tahun', 'bulan'] as const) {
    if (row[field] !== null || !(field in row) || fact.table === 'indikator') continue;
    askOnce(problems, fact, field);
    return reject(sheet);
  }
  if (fact.table === 'indikator' || fact.table === 'apbd_daerah') {
    const kode = regionCode({ kode_wilayah: values.kode_wilayah, wilayah, kode_bps, kode_djpk }, reference);
    if (kode === null) {
      askRegion(problems, fact, String(wilayah ?? kode_bps ?? kode_djpk ?? ''));
      return reject(sheet);
    }
    row.kode_wilayah = kode;
  }
  if (fact.table === 'indikator') {
    if (row.nilai === null) return [];
    row.satuan ??= '-';
    row.sumber ??= sheet.file;
  }
  if (fact.table === 'apbd_daerah') Object.assign(row, { sampai_bulan: 12, subkomponen: null, basis: 'apbd', sumber: sheet.file.split('/').pop()!, tahap: row.tahap ?? settings.tahap ?? sheet.period.tahap });
  return [{ fact, row }];
}

function reject(sheet: SheetInput['sheet']): [] {
  sheet.tally.dipakai--;
  sheet.tally.ditolak++;
  return [];
}

/** The Kemendagri code of a region given in any of three systems; null where the code could mean two regions. */
function regionCode(given: Record<string, unknown>, { regions }: ReferenceData): string | null {
  const text = (name: string): string | null => (typeof given[name] === 'string' ? given[name] : null);
  const kemendagri = text('kode_wilayah');
  if (kemendagri !== null && /^\d\d(\.\d\d){0,2}(\.\d{4})?$/.test(kemendagri)) return kemendagri;
  const bps = text('kode_bps') ?? text('wilayah') ?? kemendagri;
  if (bps !== null && /^\d\d00$/.test(bps) && bps !== '1000') return bps.slice(0, 2);
  const found = regions.find(({ kodeBps, kodeDjpk }) => (bps !== null && kodeBps === bps) || (bps === null && kodeDjpk === text('kode_djpk')));
  return found?.kode ?? null;
}

/** Copies once; rows of one key added for contracts, else the first kept and the difference asked about. */
function distinct(table: FlatFact['table'], group: readonly Completed[], problems: Problem[]): Row[] {
  const byKey = groupBy(group, ({ row }) => keys[table].map((name) => String(row[name])).join('|'));
  return [...byKey.values()].flatMap((same) => {
    const first = same[0]!.row;
    if (same.length === 1) return [first];
    if (table === 'komitmen') return [addedUp(same)];
    const differing = same.find(({ row }) => Object.keys(row).some((name) => name !== 'id_berkas' && row[name] !== first[name]));
    if (differing) problems.push(twoRows(differing.fact, same[0]!.fact));
    return [first];
  });
}

/** Contracts of one line and kind, added within a file; the same list delivered twice counts once. */
function addedUp(same: readonly Completed[]): Row {
  const files = groupBy(same, ({ fact }) => `${fact.origin.file}|${fact.origin.sheet}`);
  const rows = [...files.values()][0]!.map(({ row }) => row);
  const sum = (name: string): bigint => rows.reduce((all, row) => all + ((row[name] as bigint | null) ?? 0n), 0n);
  const paid = rows.every(({ terbayar }) => terbayar === null) ? null : sum('terbayar');
  return { ...rows[0]!, nilai: sum('nilai'), terbayar: paid };
}

/** An account with another account of the same budget below it is a subtotal. */
function leavesOnly(rows: readonly Row[]): Row[] {
  const codes = new Set(rows.map((row) => `${row.tahun}|${row.kode_wilayah}|${row.sumber}|${row.kode_akun}`));
  const parents = new Set([...codes].flatMap((code) => parts(code)));
  return rows.filter((row) => !parents.has(`${row.tahun}|${row.kode_wilayah}|${row.sumber}|${row.kode_akun}`));
}

function parts(code: string): string[] {
  const at = code.lastIndexOf('|');
  const akun = code.slice(at + 1).split('.');
  return akun.slice(0, -1).map((_, i) => `${code.slice(0, at + 1)}${akun.slice(0, i + 1).join('.')}`);
}

function askOnce(problems: Problem[], fact: FlatFact, field: 'tahun' | 'bulan'): void {
  const { file, sheet } = fact.origin;
  if (problems.some(({ code, place }) => code === `no-${field}` && place.file === file && place.sheet === sheet)) return;
  problems.push({
    kind: 'question',
    code: `no-${field}`,
    place: { file, sheet, row: fact.origin.row },
    message: { id: `${field} kosong pada baris ini dan baris sejenis; baris itu belum diimpor.`, en: `${field === 'tahun' ? 'the year' : 'the month'} is blank on this row and rows like it; they are not imported yet.` },
    fix: { id: `Isi kolomnya atau tetapkan "${field}" di tepat.json.`, en: `Fill in the column or set "${field}" in tepat.json.` },
    tepatJson: `"${file}": { "${field}": ${field === 'tahun' ? 2026 : 4} }`
  });
}

function askRegion(problems: Problem[], fact: FlatFact, value: string): void {
  const { file, sheet, row } = fact.origin;
  if (problems.some(({ code, place }) => code === 'region' && place.file === file && place.value === value)) return;
  problems.push({
    kind: 'question',
    code: 'region',
    place: { file, sheet, row, value },
    message: { id: 'kode wilayah tidak dikenal atau dapat berarti dua wilayah; baris dengan kode ini belum diimpor.', en: 'the region code is unknown or may mean two regions; rows with it are not imported yet.' },
    fix: { id: 'Pakai kode Kemendagri dengan titik (64.02) di kolom kode_wilayah.', en: 'Use the Kemendagri code with dots (64.02) in a column kode_wilayah.' }
  });
}

function twoRows(differing: FlatFact, first: FlatFact): Problem {
  return {
    kind: 'warning',
    code: 'two-rows',
    place: { file: differing.origin.file, sheet: differing.origin.sheet, row: differing.origin.row },
    message: {
      id: `isinya berbeda dari ${first.origin.file} baris ${first.origin.row} untuk kunci yang sama; dipakai yang pertama.`,
      en: `differs from ${first.origin.file} row ${first.origin.row} for the same key; the first was used.`
    },
    fix: { id: 'Sisakan satu baris untuk tiap kunci.', en: 'Leave one row for each key.' }
  };
}
