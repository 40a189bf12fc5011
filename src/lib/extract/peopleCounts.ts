import type { TableName } from '$lib/contract/tables';
import { tables as contract } from '$lib/contract/tables';
import type { Row } from './assemble';

/** Counts of people or families by table: what an outsider would want to know. Rupiah and ages follow their counts' mask. */
export const peopleCounts = {
  registri: ['keluarga', 'jiwa'],
  kesegaran: ['keluarga', 'segar_12_bulan', 'tanpa_tanggal', 'tanggal_depan'],
  sasaran: [
    'penerima',
    'layak',
    'tidak_layak',
    'desil_kosong',
    'tidak_tercatat',
    'layak_terlewat',
    'tidak_layak_di_luar',
    'desil_kosong_di_luar',
    'baris_ganda'
  ],
  sasaran_desil: ['terdaftar', 'penerima'],
  tumpang_tindih: ['keluarga'],
  pasangan_bantuan: ['keluarga']
} as const satisfies Partial<Record<TableName, readonly string[]>>;

export type PeopleTable = keyof typeof peopleCounts;
export const peopleTables = Object.keys(peopleCounts) as PeopleTable[];

/** Tables of which a row is hidden as a whole: they name no hidden columns. */
export const hiddenByRow: ReadonlySet<PeopleTable> = new Set(['registri', 'tumpang_tindih', 'pasangan_bantuan']);

/** Names a row by some of its columns. */
export function idOf(row: Row, names: readonly string[]): string {
  return names.map((name) => String(row[name])).join(' ');
}

/** Names one row of a table over all releases. */
export function placeOf(table: PeopleTable, row: Row): string {
  return `${table} ${idOf(row, contract[table].key)}`;
}

/** Columns of rupiah that give away the amount of one who was paid it, by `placeOf` of their rows. */
export type Dominated = ReadonlyMap<string, readonly string[]>;
