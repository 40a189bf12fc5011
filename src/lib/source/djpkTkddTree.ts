import { detailSum, measures, type PortalLine, reject } from './djpkTree';
import type { SheetRead } from './layout';
import { transferOfName } from './regionalBudgetAccount';
import { rupiah } from './rupiah';
import type { Text } from '$lib/text/language';

/** One row of the portal's table of transfers. */
export type TkddRow = Pick<PortalLine, 'label' | 'money' | 'origin' | 'cells'> & {
  /** `11`, `11_611111`, or with an asterisk for a figure that was derived; null in the plain form. */
  kode: string | null;
};

/** A component or total while the table is put together; `derived` is what a row with an asterisk says instead of it. */
export interface TkddLine extends PortalLine {
  children: TkddLine[];
  derived: TkddRow | null;
}

/**
 * Puts rows below each other: by code where there are codes (0 total, 1 and 2 its parts, 11 a component, 11_611111 its detail), else by
 * label and order. Rows that fit nowhere come back as `unplaced`.
 */
export function tkddTree(rows: readonly TkddRow[]): { tops: TkddLine[]; unplaced: TkddRow[] } {
  return rows.some(({ kode }) => kode !== null && /^\d{1,2}(_\d+)?$/.test(kode)) ? byCode(rows) : byLabel(rows);
}

function byCode(rows: readonly TkddRow[]): { tops: TkddLine[]; unplaced: TkddRow[] } {
  const lines = new Map<string, TkddLine>();
  const unplaced: TkddRow[] = [];
  const derived = rows.filter(({ kode }) => kode?.endsWith('*'));
  for (const row of rows) {
    if (row.kode?.endsWith('*')) continue;
    if (row.kode === null || !/^\d{1,2}(_\d+)?$/.test(row.kode) || lines.has(row.kode)) unplaced.push(row);
    else lines.set(row.kode, lineOf(row, row.kode.includes('_')));
  }
  for (const row of derived) {
    const line = lines.get(row.kode!.slice(0, -1));
    if (line === undefined) unplaced.push(row);
    else line.derived = row;
  }
  const tops: TkddLine[] = [];
  for (const [kode, line] of lines) {
    const above = codesAbove(kode).find((code) => lines.has(code));
    if (above === undefined) tops.push(line);
    else lines.get(above)!.children.push(line);
  }
  inherit(tops, null);
  return { tops, unplaced };
}

/** Nearest first: `11_611111` stands below 11, which stands below 1, which stands below 0. */
function codesAbove(kode: string): string[] {
  const [component = '', detail] = kode.split('_');
  const own = detail === undefined ? [] : [component];
  const part = component.length > 1 ? [component[0]!] : [];
  return component === '0' ? own : [...own, ...part, '0'];
}

/** A detail whose name says no component is of the component above it. */
function inherit(lines: readonly TkddLine[], above: string | null): void {
  for (const line of lines) {
    const own = componentOf(line.label);
    const fits = own !== null && (above === null || isWhole(above) || kind(own) === kind(above));
    // "Dana Alokasi Khusus" below DAK Fisik says no more than the line above it
    line.komponen = !fits
      ? (above ?? wholeKey)
      : own.endsWith('_tak_dirinci') && above !== null && !isWhole(above)
        ? above
        : own;
    inherit(line.children, line.komponen);
  }
}

const wholeKey = 'transfer_pusat_tak_dirinci';

/** Levels of the plain form: 0 the total, 1 its two parts, 2 components, 3 parts of DAK below a line of DAK, 4 details. */
function byLabel(rows: readonly TkddRow[]): { tops: TkddLine[]; unplaced: TkddRow[] } {
  const tops: TkddLine[] = [];
  const unplaced: TkddRow[] = [];
  const path: { level: number; line: TkddLine }[] = [];
  for (const row of rows) {
    const current = path.findLast(({ level }) => level === 2 || level === 3)?.line ?? null;
    const component = path.find(({ level }) => level === 2)?.line ?? null;
    const level = levelOf(row.label, current, component);
    if (level === null) {
      unplaced.push(row);
      continue;
    }
    while (path.length > 0 && path.at(-1)!.level >= level) path.pop();
    const line = lineOf(row, level === detailLevel);
    (path.at(-1)?.line.children ?? tops).push(line);
    path.push({ level, line });
  }
  inherit(tops, null);
  for (const top of tops) placeDanaDesa(top);
  return { tops, unplaced };
}

/** Until 2022 Dana Desa stood beside the other transfers, later among them; without codes the totals tell which. */
function placeDanaDesa(top: TkddLine): void {
  for (const part of top.children) {
    const desa = part.children.find(({ komponen }) => komponen === 'dana_desa');
    const own = desa?.money[0]?.sen ?? null;
    if (desa === undefined || own === null || !isWhole(part.komponen ?? '')) continue;
    const outside = part.money[0]!.sen === detailSum(part, 0) - own && top.money[0]!.sen === detailSum(top, 0) + own;
    if (!outside) continue;
    part.children = part.children.filter((child) => child !== desa);
    top.children.push(desa);
  }
}

/** Null where a row says no component and none is above it. */
function levelOf(label: string, current: TkddLine | null, component: TkddLine | null): number | null {
  const plain = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (/^(total|jumlah)/.test(plain) || /^(tkdd|tkd|transfer ke daerah dan dana desa)$/.test(plain)) return 0;
  if (/^transfer ke daerah$/.test(plain)) return 1;
  if (!heads.test(plain)) return current === null ? null : detailLevel;
  if (current === null) return 2;
  const own = transferOfName(label);
  if (own === transferOfName(current.label)) return detailLevel;
  return component !== null && transferOfName(component.label) === 'dak_tak_dirinci' && kind(own ?? '') === 'dak'
    ? 3
    : 2;
}

const detailLevel = 4;

/** Names of whole components, as the portal heads them. */
const heads =
  /^(dana )?(dbh|dau|dak|did|bagi hasil|alokasi umum|alokasi khusus|dak (non )?fisik|dak nonfisik|alokasi khusus (non )?fisik|alokasi khusus nonfisik|insentif daerah|insentif fiskal|desa|otonomi khusus|otsus|keistimewaan( diy)?)( (dbh|dau|dak|did))?$|^hibah ke daerah$|^insentif fiskal$/;

/** The component comes with `inherit`; only details have a name of their own beside it. */
function lineOf({ label, money, origin, cells }: TkddRow, isDetail: boolean): TkddLine {
  const base = { jenis: 'pendapatan' as const, komponen: null, negative: false };
  return { label, ...base, subkomponen: isDetail ? label : null, children: [], derived: null, money, origin, cells };
}

function componentOf(label: string): string | null {
  return /^(total|jumlah|transfer ke daerah|tkdd?\b)/i.test(label) ? wholeKey : transferOfName(label);
}

function isWhole(komponen: string): boolean {
  return komponen === wholeKey;
}

/** `dbh` of `dbh_pajak`. */
function kind(komponen: string): string {
  return komponen.split('_')[0]!;
}

/**
 * Looks for components that repeat another component's amounts while the total above says otherwise. Such a row is left out, and what the
 * total leaves for it (also where a derived row says so) stands in its place, so that the total is kept.
 */
export function damagedGroups(tops: readonly TkddLine[], result: SheetRead): PortalLine[] {
  const all = tops.flatMap(function flat(line): TkddLine[] {
    return [line, ...line.children.flatMap(flat)];
  });
  return tops.map((top) => mended(top, all, result));
}

function mended(line: TkddLine, all: readonly TkddLine[], result: SheetRead): PortalLine {
  const children = line.children.map((child) => mended(child, all, result));
  const repaired = { ...line, children };
  if (measures.every((_, i) => line.money[i]!.sen === null || line.money[i]!.sen === detailSum(line, i)))
    return countDerived(repaired, result);
  const suspects = line.children.filter((child) => child.derived !== null || repeatsAnother(child, line, all));
  const [suspect] = suspects;
  if (suspects.length !== 1 || suspect === undefined) return countDerived(repaired, result);
  const left = measures.map((_, i) => {
    const stated = line.money[i]!.sen;
    return stated === null ? null : stated - detailSum(line, i) + (suspect.money[i]!.sen ?? 0n);
  });
  if (left.some((sen) => sen === null || sen < 0n)) return countDerived(repaired, result);
  const money = left.map((sen) => ({ sen, fault: null }));
  const agrees = suspect.derived === null || measures.every((_, i) => suspect.derived!.money[i]!.sen === left[i]);
  leaveOut(suspect, all, { result, left: left as bigint[], agrees });
  const at = line.children.indexOf(suspect);
  // the row that is left out is no longer the origin: the derived one is, else the total that gave the amount
  const origin = suspect.derived?.origin ?? line.origin;
  const cells = suspect.derived?.cells ?? line.cells;
  const whole: PortalLine = { ...children[at]!, money, origin, cells, virtual: suspect.derived === null };
  return countDerived({ ...repaired, children: children.with(at, whole) }, result);
}

/** Derived rows that nobody needed stand for nothing: they are counted with the subtotals. */
function countDerived<Line extends PortalLine>(line: Line, result: SheetRead): Line {
  for (const { derived, origin } of line.children as TkddLine[])
    if (derived !== null && origin !== derived.origin) result.induk++;
  return line;
}

function repeatsAnother(child: TkddLine, parent: TkddLine, all: readonly TkddLine[]): boolean {
  const [anggaran, realisasi] = child.money.map(({ sen }) => sen);
  if (!anggaran || !realisasi) return false;
  const inside = (line: TkddLine): boolean => line === child || child.children.some((below) => below === line);
  return all.some(
    (line) =>
      !inside(line) &&
      line !== parent &&
      kind(line.komponen ?? '') !== kind(child.komponen ?? '') &&
      line.money[0]!.sen === anggaran &&
      line.money[1]!.sen === realisasi
  );
}

function leaveOut(
  suspect: TkddLine,
  all: readonly TkddLine[],
  { result, left, agrees }: { result: SheetRead; left: readonly bigint[]; agrees: boolean }
): void {
  const other = all.find(
    (line) =>
      line !== suspect &&
      kind(line.komponen ?? '') !== kind(suspect.komponen ?? '') &&
      line.money[0]!.sen === suspect.money[0]!.sen
  );
  const reason = damaged(suspect.label, other?.label ?? null, left.map(rupiah));
  const amounts = Object.fromEntries(measures.map((measure, i) => [measure, suspect.money[i]!.sen ?? 0n]));
  reject(result, suspect, reason, amounts);
  const place = { ...suspect.origin, value: suspect.label };
  result.problems.push({ kind: 'reject', code: 'row-damaged', place, message: reason, fix: fixDamaged });
  if (!agrees)
    result.problems.push({
      kind: 'warning',
      code: 'derived-differs',
      place: suspect.derived!.origin,
      message: derivedDiffers
    });
}

function damaged(label: string, other: string | null, left: readonly string[]): Text {
  const [id, en] = other === null ? ['', ''] : [` (sama dengan "${other}")`, ` (it repeats "${other}")`];
  return {
    id: `jumlah "${label}"${id} bertentangan dengan total di atasnya; yang dipakai sisa total itu: anggaran ${left[0]}, realisasi ${left[1]}.`,
    en: `the amount of "${label}"${en} contradicts the total above it; what that total leaves was used: budget ${left[0]}, realised ${left[1]}.`
  };
}

const fixDamaged: Text = { id: 'Unduh ulang tabelnya dari portal.', en: 'Download the table from the portal again.' };
const derivedDiffers: Text = {
  id: 'baris turunan berbeda dari sisa total di atasnya; yang dipakai sisa total.',
  en: 'the derived row differs from what the total above leaves; that was used.'
};
