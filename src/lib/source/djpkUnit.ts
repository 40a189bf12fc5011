import type { AmountColumn } from './amountColumn';
import { cellText, columnLetter, type FileSettings, type ReadContext } from './layout';
import { dissect } from './numberText';
import type { Problem } from './problem';
import type { Cell, Sheet } from './sheet';
import type { Text } from '$lib/text/language';

type Unit = NonNullable<FileSettings['satuan']>;
/** A unit that amounts may be printed in. */
export interface UnitOfAmounts {
  unit: Unit;
  /** Power of ten over one rupiah. */
  power: number;
  /** The word that stands behind a number in this unit. */
  word: string;
  header: RegExp;
  name: Text;
}

/** A unit and what decided it. */
interface Decided {
  unit: UnitOfAmounts;
  by: 'settings' | 'header' | 'size';
}

const units: readonly UnitOfAmounts[] = [
  {
    unit: 'triliun',
    power: 12,
    word: 'T',
    header: /tril+[iy]*un/i,
    name: { id: 'triliun rupiah', en: 'trillions of rupiah' }
  },
  {
    unit: 'miliar',
    power: 9,
    word: 'M',
    header: /mil[iy]ar/i,
    name: { id: 'miliar rupiah', en: 'billions of rupiah' }
  },
  { unit: 'juta', power: 6, word: 'jt', header: /juta/i, name: { id: 'juta rupiah', en: 'millions of rupiah' } },
  { unit: 'ribu', power: 3, word: 'rb', header: /ribu/i, name: { id: 'ribu rupiah', en: 'thousands of rupiah' } },
  { unit: 'rupiah', power: 0, word: '', header: /\brp\b|rupiah/i, name: { id: 'rupiah', en: 'rupiah' } }
];

/**
 * No regency of the country has a budget below 0.2 or above 100 triliun rupiah, so that one unit at most makes a stated total possible.
 * In sen.
 */
const smallestBudget = 2n * 10n ** 13n;
const largestBudget = 10n ** 16n;

/** Sizes of one column in sen as if its numbers were rupiah: the largest total of a whole budget, and the largest amount of all. */
export interface ColumnSize {
  total: bigint;
  part: bigint;
}

interface Evidence {
  context: ReadContext;
  /** Of each column, anggaran first; null where numbers without any unit are rupiah. */
  sizes: readonly ColumnSize[] | null;
  /** Some cells name their unit themselves. */
  suffixed: boolean;
}

/**
 * The unit of the cells that name none: tepat.json's, else the one in the headers or titles, else the only one that makes the budgeted
 * total the size of a regional budget. Null where cells name their unit and one that does not has lost it, and where nothing decides.
 */
export function decideUnit(
  sheet: Sheet,
  header: number,
  columns: readonly AmountColumn[],
  { context, sizes, suffixed }: Evidence
): { unit: UnitOfAmounts | null; problems: Problem[] } {
  const given = units.find(({ unit }) => unit === context.settings.satuan);
  const decided: Decided | null =
    given !== undefined
      ? { unit: given, by: 'settings' }
      : suffixed
        ? null
        : (spoken(sheet, header, columns) ?? bySize(sizes));
  const place = {
    file: context.file,
    sheet: sheet.name,
    column: columns.map(({ column }) => columnLetter(column)).join(', ')
  };
  if (decided === null) return { unit: null, problems: suffixed ? [] : [unknown(place)] };
  if (decided.unit.unit === 'rupiah') return { unit: decided.unit, problems: [] };
  const { name } = decided.unit;
  const why = reasons[decided.by];
  const message = {
    id: `angka tanpa satuan dibaca dalam ${name.id}: ${why.id}.`,
    en: `numbers without a unit are read as ${name.en}: ${why.en}.`
  };
  return { unit: decided.unit, problems: [{ kind: 'decision', code: 'unit', place, message }] };
}

/** Whether a cell names its unit: `5.509,68 M`. */
export function isScaled(cell: Cell): boolean {
  return typeof cell === 'string' && (dissect(cell)?.scale ?? 0) > 0;
}

/** The largest of some amounts; 0 where there is none above it. */
export function largest(amounts: readonly bigint[]): bigint {
  return amounts.reduce((most, sen) => (sen > most ? sen : most), 0n);
}

/** Headers first, then titles that speak of a unit. */
function spoken(sheet: Sheet, header: number, columns: readonly AmountColumn[]): Decided | null {
  const titles = sheet.rows.slice(0, header).flatMap((row) => row.map(cellText).filter((text) => text !== null));
  const texts = [...columns.map(({ label }) => label), ...titles.filter((title) => /dalam|satuan|\(.*\)/i.test(title))];
  for (const text of texts) {
    const unit = units.find((one) => one.header.test(text.replace(/_/g, ' ')));
    if (unit !== undefined) return { unit, by: 'header' };
  }
  return null;
}

/** What is budgeted is for the whole year in every month, what is realised is not: only the first has the size of a budget. */
function bySize(sizes: readonly ColumnSize[] | null): Decided | null {
  const rupiah = units.at(-1)!;
  if (sizes === null || sizes.every(({ part }) => part === 0n)) return { unit: rupiah, by: 'size' };
  const { total, part } = sizes[0]!;
  if (part === 0n)
    return largest(sizes.map((size) => size.part)) >= smallestBudget ? { unit: rupiah, by: 'size' } : null;
  // without a total only the largest part is known, which is at least a tenth of the whole
  const [low, high] = total > 0n ? [total, total] : [part, 10n * part];
  const possible = units.filter(({ power }) => {
    const scale = 10n ** BigInt(power);
    return high * scale >= smallestBudget && low * scale <= largestBudget;
  });
  return possible.length === 1 ? { unit: possible[0]!, by: 'size' } : null;
}

const reasons: Readonly<Record<Decided['by'], Text>> = {
  settings: { id: 'ditetapkan di tepat.json', en: 'as tepat.json says' },
  header: { id: 'disebut di judulnya', en: 'as its header says' },
  size: {
    id: 'hanya dengan satuan itu jumlah anggarannya seukuran APBD',
    en: 'only so is what is budgeted the size of a regional budget'
  }
};

function unknown(place: Problem['place']): Problem {
  return {
    kind: 'question',
    code: 'unit',
    place,
    message: {
      id: 'satuan angkanya tidak disebut, dan besarnya tidak memutuskan; belum diimpor.',
      en: 'the unit of its numbers is not named, and their size does not decide; not imported yet.'
    },
    fix: { id: 'Tetapkan "satuan" di tepat.json.', en: 'Set "satuan" in tepat.json.' },
    tepatJson: `${JSON.stringify(place.file)}: { "satuan": "miliar" }`
  };
}
