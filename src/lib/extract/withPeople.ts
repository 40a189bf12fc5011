import type { CellValue } from '$lib/contract/order';
import type { TableName } from '$lib/contract/tables';
import type { Problem } from '$lib/source/problem';
import type { ExtractTables, Row } from './assemble';
import type { LinkedPeople } from './people/linkPeople';

/** What rows of a table tell of one thing: where lists of people tell it too, tables that came counted do not. */
const subjects: Partial<Record<TableName, readonly string[]>> = {
  vintase: ['vintase'],
  registri: ['vintase', 'kode_wilayah'],
  kesegaran: ['vintase', 'kode_wilayah', 'kelompok'],
  sasaran: ['tahun', 'periode', 'kode_bantuan', 'kode_wilayah'],
  sasaran_desil: ['tahun', 'kode_bantuan', 'kode_wilayah'],
  tumpang_tindih: ['tahun', 'kode_wilayah'],
  pasangan_bantuan: ['tahun', 'kode_wilayah', 'kode_bantuan', 'kode_bantuan_lain']
};

/**
 * The tables of an extract with those that lists of people gave. Where a table that came counted (aggregates of another agency) and the
 * lists tell of the same region, aid and period, the lists hold, since their rows were counted one by one; that is reported.
 */
export function withPeople(
  tables: ExtractTables,
  linked: LinkedPeople
): { tables: ExtractTables; problems: Problem[] } {
  const merged: ExtractTables = { ...tables, bantuan: [...(tables.bantuan ?? []), ...newAid(tables, linked)] };
  const problems: Problem[] = [];
  for (const [name, subject] of Object.entries(subjects) as [keyof typeof linked.tables, readonly string[]][]) {
    const counted = new Set(linked.tables[name].map((row) => keyOf(row, subject)));
    const others = tables[name] ?? [];
    const kept = others.filter((row) => !counted.has(keyOf(row, subject)));
    if (kept.length < others.length) problems.push(overruled(name, others.length - kept.length));
    merged[name] = [...kept, ...linked.tables[name]];
  }
  return { tables: merged, problems };
}

/** Rows of `bantuan` that the folder does not give itself. */
function newAid(tables: ExtractTables, linked: LinkedPeople): Row[] {
  const given = new Set((tables.bantuan ?? []).map((row) => keyOf(row, ['tahun', 'kode_bantuan'])));
  return linked.tables.bantuan.filter((row) => !given.has(keyOf(row, ['tahun', 'kode_bantuan'])));
}

function keyOf(row: Row, names: readonly string[]): string {
  return JSON.stringify(names.map((name): CellValue => row[name] ?? null));
}

function overruled(name: string, rows: number): Problem {
  return {
    kind: 'decision',
    code: 'people-over-aggregate',
    place: { file: name },
    message: {
      id: `${rows} baris tabel agregat tidak dipakai: daftar orang menghitung wilayah, bantuan, dan masa yang sama baris demi baris.`,
      en: `${rows} rows of aggregate tables are not used: lists of people count the same region, aid and period row by row.`
    }
  };
}
