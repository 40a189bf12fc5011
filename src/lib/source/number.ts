import type { Cell } from './sheet';
import { dissect, isMissing, readBody, type Mark } from './numberText';
import type { Text } from '$lib/text/language';

/**
 * How the numbers of ONE column are written. The decision is the column's: `1.234` alone says nothing.
 * `native`: the container holds numbers; `whole`: digits without any mark; `comma`: the decimal mark is a comma (`1.234.567,89`);
 * `dot`: it is a dot (`1,234,567.89`); `ambiguous`: both readings explain the column, or contradict each other equally;
 * `none`: no cell is a number. Native numbers are read as they are in every style.
 */
export interface NumberStyle {
  kind: 'native' | 'whole' | 'comma' | 'dot' | 'ambiguous' | 'none';
  /** False when long numbers stand without thousands marks and none stands with them: then a lone `12,345` is rejected, not guessed. */
  grouped: boolean;
  /** At least one cell is a text scale such as `1.234,5 M` (miliar, 10^9). */
  scaled: boolean;
  /** At least one cell ends in `%`. */
  percent: boolean;
  /** Cells that are numbers as text, cells that are native numbers, blank cells, other text, and numeric text that the style cannot read. */
  counts: { text: number; native: number; missing: number; other: number; against: number };
  /** One cell that decided, or the first that could not be decided; null when none was needed. */
  example: string | null;
  /** For `ambiguous`: the same column read with a comma and with a dot as decimal mark, likelier first for rupiah; else empty. */
  readings: readonly NumberStyle[];
}

interface Evidence {
  text: number;
  native: number;
  missing: number;
  other: number;
  scaled: boolean;
  percent: boolean;
  /** Cells that only one decimal mark can explain, and one of them. */
  only: Record<Mark, { cells: number; decimals: number; example: string | null }>;
  /** Cells such as `1.234`, which a reading takes for thousands: by the decimal mark of that reading. */
  lone: Record<Mark, { cells: number; example: string | null }>;
  groupProven: boolean;
  groupDenied: boolean;
}

/** So many lone `1.234` outweigh one cell such as `1.5`: real decimals would end in a zero more often than one time in twenty. */
const outweighs = 20;

/** Decides the number style of a column from all its cells (headers and labels among them are ignored, but counted). */
export function decideNumbers(cells: Iterable<Cell>): NumberStyle {
  const seen = gather(cells);
  const { comma, dot } = seen.only;
  const loneOf = { comma: seen.lone.comma.cells, dot: seen.lone.dot.cells };
  if (seen.text === 0) return style(seen, seen.native > 0 ? 'native' : 'none');
  if (comma.cells === 0 && dot.cells === 0) {
    if (loneOf.comma + loneOf.dot === 0) return style(seen, 'whole');
    return undecided(seen, loneOf.comma >= loneOf.dot ? 'comma' : 'dot');
  }
  if (comma.cells === dot.cells) return undecided(seen, loneOf.comma >= loneOf.dot ? 'comma' : 'dot');
  const winner: Mark = comma.cells > dot.cells ? 'comma' : 'dot';
  const other: Mark = winner === 'comma' ? 'dot' : 'comma';
  // the winner's evidence is only "this mark cannot be thousands", while almost every cell looks like thousands with that same mark
  const { cells: decided, decimals } = seen.only[winner];
  if (decided === decimals && loneOf[other] >= outweighs * decided) return undecided(seen, other);
  return style(seen, winner);
}

/** Decides columns of one sheet together: an ambiguous column takes the decimal mark that every decided column agrees on, if any does. */
export function decideTogether(columns: readonly Iterable<Cell>[]): NumberStyle[] {
  const styles = columns.map((column) => decideNumbers(column));
  const marks = new Set(styles.map(({ kind }) => kind).filter((kind) => kind === 'comma' || kind === 'dot'));
  const [mark] = marks;
  if (marks.size !== 1 || mark === undefined) return styles;
  return styles.map((each) => resolveNumbers(each, mark));
}

/** An ambiguous style settled from outside (other columns, a check sum, tepat.json); any other style is returned as it is. */
export function resolveNumbers(ambiguous: NumberStyle, decimal: Mark): NumberStyle {
  return ambiguous.readings.find(({ kind }) => kind === decimal) ?? ambiguous;
}

/** The decision in words, for the importer's report. */
export function describeNumbers({ kind, grouped, scaled, percent, example, counts }: NumberStyle): Text {
  const words: Record<NumberStyle['kind'], Text> = {
    native: { id: 'angka asli lembar kerja', en: 'numbers of the spreadsheet itself' },
    whole: { id: 'angka bulat tanpa tanda', en: 'whole numbers without marks' },
    comma: grouped
      ? { id: 'koma desimal, titik ribuan (1.234,56)', en: 'decimal comma, dots for thousands (1.234,56)' }
      : { id: 'koma desimal tanpa tanda ribuan (1234,56)', en: 'decimal comma without thousands marks (1234,56)' },
    dot: grouped
      ? { id: 'titik desimal, koma ribuan (1,234.56)', en: 'decimal dot, commas for thousands (1,234.56)' }
      : { id: 'titik desimal tanpa tanda ribuan (1234.56)', en: 'decimal dot without thousands marks (1234.56)' },
    ambiguous: {
      id: 'mendua: titik atau koma bisa desimal, bisa ribuan',
      en: 'ambiguous: the mark may be decimal or thousands'
    },
    none: { id: 'tidak ada angka', en: 'no numbers' }
  };
  const extra = [scaled ? 'M/jt/T' : '', percent ? '%' : '', example === null ? '' : `"${example}"`]
    .filter(Boolean)
    .join(', ');
  const tail = extra === '' ? '' : ` (${extra})`;
  const { id, en } = words[kind];
  if (counts.against === 0) return { id: id + tail, en: en + tail };
  return {
    id: `${id}${tail}; ${counts.against} sel tidak cocok`,
    en: `${en}${tail}; ${counts.against} cells do not fit`
  };
}

function gather(cells: Iterable<Cell>): Evidence {
  const seen: Evidence = {
    text: 0,
    native: 0,
    missing: 0,
    other: 0,
    scaled: false,
    percent: false,
    only: { comma: { cells: 0, decimals: 0, example: null }, dot: { cells: 0, decimals: 0, example: null } },
    lone: { comma: { cells: 0, example: null }, dot: { cells: 0, example: null } },
    groupProven: false,
    groupDenied: false
  };
  for (const cell of cells) {
    if (typeof cell === 'number') seen.native++;
    else if (isMissing(cell)) seen.missing++;
    else if (typeof cell === 'string') weigh(cell, seen);
    else seen.other++;
  }
  return seen;
}

/** Adds one text cell to the evidence. */
function weigh(cell: string, seen: Evidence): void {
  const parts = dissect(cell);
  const comma = parts && readBody(parts.body, 'comma', parts.wholeRupiah);
  const dot = parts && readBody(parts.body, 'dot', parts.wholeRupiah);
  if (!parts || (!comma && !dot)) {
    seen.other++;
    return;
  }
  seen.text++;
  seen.scaled ||= parts.scale > 0;
  seen.percent ||= parts.percent;
  if (comma && dot) {
    if (comma.integer === dot.integer && comma.fraction === dot.fraction) return;
    // both explain it: the reading under which it has thousands marks is named after that reading's decimal mark
    const mark: Mark = comma.groups > 0 ? 'comma' : 'dot';
    seen.lone[mark].cells++;
    seen.lone[mark].example ??= cell;
    return;
  }
  const mark: Mark = comma ? 'comma' : 'dot';
  const read = comma ?? dot;
  const only = seen.only[mark];
  only.cells++;
  only.example ??= cell;
  if (!read) return;
  if (read.groups === 0) only.decimals++;
  seen.groupProven ||= read.groups > 0;
  seen.groupDenied ||= read.groups === 0 && read.integer.length > 3;
}

function style(seen: Evidence, kind: NumberStyle['kind']): NumberStyle {
  const { text, native, missing, other, scaled, percent } = seen;
  const against = kind === 'comma' ? seen.only.dot.cells : kind === 'dot' ? seen.only.comma.cells : 0;
  return {
    kind,
    grouped: seen.groupProven || !seen.groupDenied,
    scaled,
    percent,
    counts: { text, native, missing, other, against },
    example: kind === 'comma' || kind === 'dot' ? (seen.only[kind].example ?? seen.lone[kind].example) : null,
    readings: []
  };
}

function undecided(seen: Evidence, likelier: Mark): NumberStyle {
  const readings = (likelier === 'comma' ? (['comma', 'dot'] as const) : (['dot', 'comma'] as const)).map((mark) =>
    style(seen, mark)
  );
  const example = seen.lone[likelier].example ?? seen.only[likelier].example;
  return { ...style(seen, 'ambiguous'), example, readings };
}
