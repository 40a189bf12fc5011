import type { Code } from './code';
import { nextCode, rowCode } from './codeCells';
import type { Sheet } from './sheet';

/** A row of the tree that is still open: rows may follow below it. */
export interface Placed {
  level: number;
  code: Code;
}

const levels = { urusan: 0, bidang: 1, program: 4, kegiatan: 5, subkegiatan: 6 } as const;

/** Level of an SKPD in a sheet: above urusan where the sheet begins with one, else below bidang. */
export function skpdLevelOf(sheet: Sheet, first: number, columns: readonly number[]): number {
  for (const cells of sheet.rows.slice(first)) {
    const code = rowCode(cells, columns);
    if (code !== null) return code.kind === 'skpd' ? -2 : 2;
  }
  return 2;
}

/** Depth of the accounts that stand directly below a sub kegiatan in a sheet; 6 where none does. */
export function topAccountOf(sheet: Sheet, first: number, columns: readonly number[]): number {
  let above: Code | null = null;
  for (const cells of sheet.rows.slice(first)) {
    const code = rowCode(cells, columns);
    if (above?.kind === 'subkegiatan' && code?.kind === 'akun') return code.parts;
    if (above?.kind === 'subkegiatan' && code?.kind === 'urusan') return 1;
    above = code;
  }
  return 6;
}

/** Level of a row in its tree; smaller numbers stand above larger ones. An account of n parts is at 6 + n. */
export function levelOf(
  code: Code,
  index: number,
  stack: readonly Placed[],
  sheet: Sheet,
  columns: readonly number[],
  skpdLevel: number
): number {
  if (code.kind === 'akun') return 6 + code.parts;
  if (code.kind !== 'skpd') return levels[code.kind];
  const above = stack.find((node) => node.code.kind === 'skpd');
  if (above === undefined || !sameSkpd(above.code.kode, code.kode)) return skpdLevel;
  // An SKPD's own row is followed at once by its unit's row, often of the same code; an SKPD that has programs of its own has no unit level.
  const unitLevel = stack.at(-1) === above || stack.some((node) => node.level === skpdLevel + 1);
  const ownUnitFollows = above.code.kode !== code.kode && nextCode(sheet, index, columns)?.kode === code.kode;
  return unitLevel && !ownUnitFollows ? skpdLevel + 1 : skpdLevel;
}

/**
 * A code that alone says too little. A bidang that a spreadsheet turned into a number has lost its zero (`1.1` for 1.10, while 1.01 keeps
 * its own), and a bare `5` is an urusan or the account of all spending: the codes below tell. Any other code is returned as it is.
 */
export function mendedCode(code: Code, text: string, index: number, sheet: Sheet, columns: readonly number[]): Code {
  if (code.kind === 'urusan')
    return isAccount(code, nextCode(sheet, index, columns)) ? { ...code, kind: 'akun' } : code;
  if (code.kind !== 'bidang' || !/^\d\.\d$/.test(text.trim())) return code;
  const tenfold = `${text.trim()}0`;
  for (let at = index + 1; at < sheet.rows.length; at++) {
    const below = rowCode(sheet.rows[at]!, columns);
    if (below === null || below.kind === 'urusan' || below.kind === 'skpd') continue;
    return below.kode.startsWith(`${tenfold}.`) ? { ...code, kode: tenfold } : code;
  }
  return code;
}

function isAccount(code: Code, below: Code | null): boolean {
  return below?.kind === 'akun' && below.kode.startsWith(`${code.kode}.`);
}

function sameSkpd(a: string, b: string): boolean {
  return a.split('.').slice(0, 7).join('.') === b.split('.').slice(0, 7).join('.');
}
