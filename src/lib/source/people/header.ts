import { plainHeader } from '$lib/source/flatTable';
import { cellText } from '$lib/source/layout';
import type { Cell } from '$lib/source/sheet';
import { aliases, budgetary, type Evidence, personal } from './aliases';
import { peopleRoles, type PeopleRole } from './sheet';

/** The header of a table about people; rows and columns count from 0. */
export interface PeopleHeader {
  /** First and last row of the header: two rows where a group of columns has a title of its own. */
  first: number;
  last: number;
  columns: Partial<Record<PeopleRole, number>>;
  /** Every header in plain form, by column; a column under a group's title has both, the own one first. */
  labels: readonly (readonly string[])[];
}

/** As many rows as titles and a letterhead may take. */
const searched = 60;
const sampled = 400;

/**
 * Finds the header of a table about people: the rows that name a NIK or KK, or names beside other columns that only lists of persons have.
 * `given` names columns by hand: header to role. Null when the sheet is about something else.
 */
export function findPeopleHeader(
  rows: readonly (readonly Cell[])[],
  given: Readonly<Record<string, string>> = {}
): PeopleHeader | null {
  let best: PeopleHeader | null = null;
  for (let first = 0; first < Math.min(searched, rows.length); first++) {
    for (const last of [first, first + 1]) {
      const found = headerAt(rows, first, last, given);
      if (found === null || !isAboutPeople(found)) continue;
      if (best === null || weight(found) > weight(best)) best = found;
    }
  }
  return best;
}

/** Cells of a column in the first data rows, blank ones left out. */
export function sampleOf(rows: readonly (readonly Cell[])[], column: number, from = 0): Cell[] {
  return rows.slice(from, from + sampled).flatMap((row) => {
    const cell = row[column] ?? null;
    return cell === null || cellText(cell) === null ? [] : [cell];
  });
}

/** Whether a cell can be a NIK or KK, whole or damaged by a spreadsheet: 15 to 17 digits, or scientific notation of that size. */
export function looksLikeKey(cell: Cell): boolean {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 1e14 && cell < 1e17;
  const text = typeof cell === 'string' ? cell.replace(/[^\d.,eE+xX*]/g, '') : '';
  if (/^\d[.,]?\d*[eE]\+?1[456]$/.test(text)) return true;
  return /^[\dxX*]{15,17}$/.test(text.replace(/[.,]0+$/, '')) && /\d{4}/.test(text);
}

/** Of the cells, the share that can be keys; 0 of none. */
export function keyShare(cells: readonly Cell[]): number {
  return cells.length === 0 ? 0 : cells.filter(looksLikeKey).length / cells.length;
}

function headerAt(
  rows: readonly (readonly Cell[])[],
  first: number,
  last: number,
  given: Readonly<Record<string, string>>
): PeopleHeader | null {
  const header = rows.slice(first, last + 1);
  if (header.length !== last - first + 1 || header.some((row) => row.length === 0 || row.some(isData))) return null;
  const labels = last === first ? header[0]!.map((cell) => [label(cell)]) : stacked(header[0]!, header[1]!);
  const columns = assign(labels, rows.slice(last + 1), given);
  return { first, last, columns, labels };
}

/** Two header rows as one: a cell below a group's title is read by itself, then with the title, then by the title alone. */
function stacked(upper: readonly Cell[], lower: readonly Cell[]): string[][] {
  const width = Math.max(upper.length, lower.length);
  let group = '';
  return Array.from({ length: width }, (_, i) => {
    const [above, below] = [label(upper[i] ?? null), label(lower[i] ?? null)];
    if (above !== '' || below === '') group = above;
    return [below, below && group ? `${below}_${group}` : '', below === '' ? above : ''].filter(Boolean);
  });
}

/** Each role to the first column with the best of its aliases; a header written by hand in tepat.json comes first. */
function assign(
  labels: readonly (readonly string[])[],
  body: readonly (readonly Cell[])[],
  given: Readonly<Record<string, string>>
): Partial<Record<PeopleRole, number>> {
  const columns: Partial<Record<PeopleRole, number>> = {};
  const taken = new Set<number>();
  for (const [name, role] of Object.entries(given)) {
    const column = labels.findIndex((each) => each.includes(plainHeader(name)));
    if (column < 0) continue;
    taken.add(column);
    if (isRole(role)) columns[role] = column;
  }
  for (const role of peopleRoles) {
    if (columns[role] !== undefined) continue;
    const column = columnOf(role, labels, body, taken);
    if (column === null) continue;
    columns[role] = column;
    taken.add(column);
  }
  return columns;
}

function columnOf(
  role: PeopleRole,
  labels: readonly (readonly string[])[],
  body: readonly (readonly Cell[])[],
  taken: ReadonlySet<number>
): number | null {
  for (const { pattern, evidence } of aliases[role]) {
    const found = labels.flatMap((each, i) =>
      !taken.has(i) && each.some((text) => pattern.test(text)) && (evidence === undefined || shows(body, i, evidence))
        ? [i]
        : []
    );
    // of two columns with one header, the one that holds something
    const column = found.length < 2 ? found[0] : (found.find((i) => sampleOf(body, i).length > 0) ?? found[0]);
    if (column !== undefined) return column;
  }
  return null;
}

function shows(body: readonly (readonly Cell[])[], column: number, evidence: Evidence): boolean {
  const cells = sampleOf(body, column);
  if (evidence === 'keys') return keyShare(cells) > 0.5;
  // a code in parts (province, regency, …, each in a column of its own) names no place by itself
  if (evidence === 'codes')
    return cells.filter((cell) => String(cell).replace(/\D/g, '').length >= 6).length > cells.length / 2;
  const money = cells.filter((cell) =>
    typeof cell === 'number' ? cell >= 1000 : /\d{4}|\d[.,]\d{3}/.test(String(cell))
  );
  return money.length > cells.length / 2;
}

/**
 * A NIK or KK, whatever else there is; a family's identifier beside a name; or, outside budgets, a name beside what is asked only of
 * persons.
 */
function isAboutPeople({ columns, labels }: PeopleHeader): boolean {
  if (columns.nik !== undefined || columns.kk !== undefined) return true;
  if (columns.nama === undefined || labels.flat().some((text) => budgetary.test(text))) return false;
  if (columns.id_keluarga !== undefined) return true;
  const named = labels[columns.nama]!.some((text) => /penerima|kpm|krt|kepala_keluarga|pengurus|lengkap/.test(text));
  const placed = columns.desa !== undefined || columns.kecamatan !== undefined;
  return labels.flat().some((text) => personal.test(text)) || (named && placed);
}

/** Roles found, a second header row costing a little, so that one row is preferred when both find as much. */
function weight({ columns, first, last }: PeopleHeader): number {
  const keys = (columns.nik === undefined ? 0 : 3) + (columns.kk === undefined ? 0 : 3);
  return Object.keys(columns).length + keys - (last - first) / 2;
}

function label(cell: Cell): string {
  return typeof cell === 'string' ? plainHeader(cell.replace(/\(.*?\)/g, ' ').trim() || cell) : '';
}

/** A cell that no header holds: a number of a spreadsheet that is no year, or text with a long number. */
function isData(cell: Cell): boolean {
  if (typeof cell === 'number') return cell > 2100;
  return typeof cell === 'string' && (/\d{8,}/.test(cell) || looksLikeKey(cell));
}

function isRole(text: string): text is PeopleRole {
  return (peopleRoles as readonly string[]).includes(text);
}
