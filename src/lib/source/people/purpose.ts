import { cellText } from '$lib/source/layout';
import type { Cell } from '$lib/source/sheet';
import { aliases, ofRegistry, relation } from './aliases';
import { type PeopleHeader, sampleOf } from './header';

/** What a table about people says of itself. */
export interface Evidence {
  header: PeopleHeader;
  /** Titles above the header, the sheet's name, the file's name. */
  texts: readonly string[];
  /** A programme is named somewhere. */
  named: boolean;
}

/** Columns that say when a payment was for; a registry has none of them. */
const periodRoles = ['periode', 'bulan', 'triwulan', 'semester', 'tahap'] as const;

/** A list of recipients or a registry: the one with more evidence; null when both have as much. */
export function kindOf({ header: { columns, labels }, texts, named }: Evidence): 'penerima' | 'registri' | null {
  const flat = labels.flat();
  const has = (pattern: RegExp) => flat.some((text) => pattern.test(text));
  const said = (pattern: RegExp) => texts.some((text) => pattern.test(text));
  const points = (...conditions: (readonly [boolean, number])[]) =>
    conditions.reduce((sum, [holds, weight]) => sum + (holds ? weight : 0), 0);
  const penerima = points(
    [columns.nominal !== undefined, 3],
    [columns.program !== undefined, 3],
    [named, 3],
    [columns.tanggal_daftar !== undefined, 2],
    [periodRoles.some((role) => columns[role] !== undefined), 2],
    [flat.some((text) => /kpm|penerima|ppks/.test(text) && !aliases.ppks.some(({ pattern }) => pattern.test(text))), 2],
    [said(/bnba|by name by address|nominatif|penerima|(?<![a-z])kpm(?![a-z])|penyaluran|realisasi salur/i), 2]
  );
  const registri = points(
    [columns.desil !== undefined, 2],
    [said(/(?<![a-z])(?:dtsen|dtks|registri|regsosek|p3ke)(?![a-z])/i), 3],
    [columns.tanggal !== undefined, 1],
    [columns.anggota !== undefined, 1],
    [has(relation), 1],
    [columns.id_keluarga !== undefined || has(ofRegistry), 1]
  );
  return penerima === registri ? null : penerima > registri ? 'penerima' : 'registri';
}

/** One row a person: the header names the place in the family, or the same KK stands on several rows; else one row a family. */
export function rowsPer({ columns, labels }: PeopleHeader, body: readonly (readonly Cell[])[]): 'keluarga' | 'orang' {
  if (labels.flat().some((text) => relation.test(text))) return 'orang';
  const family = columns.kk ?? columns.id_keluarga;
  if (family === undefined) return 'orang';
  const keys = sampleOf(body, family).map(cellText);
  const repeated = keys.length - new Set(keys).size;
  // a list of families may have a few twice; with a column of members it takes more to say that its rows are persons
  const few = columns.anggota === undefined ? 0.05 : 0.2;
  return repeated > 1 && repeated > keys.length * few ? 'orang' : 'keluarga';
}
