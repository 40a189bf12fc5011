import { hasHiddenDecimals, parseAmount } from './amount';
import { cellText, columnLetter, type ReadContext } from './layout';
import { decideTogether, describeNumbers, type NumberStyle, resolveNumbers } from './number';
import type { Problem } from './problem';
import type { Cell, Sheet } from './sheet';

/** A column of money: what it measures, where it stands, and its header as printed. */
export interface AmountColumn {
  measure: string;
  column: number;
  label: string;
  /** Account that stands for the column's group (Operasi is 5.1), in an LRA by group. */
  group?: string | undefined;
}

export interface AmountReader {
  /** Sen of a cell of that column; null when blank, undefined when it is no number in the column's style. */
  read(cell: Cell, column: AmountColumn): bigint | null | undefined;
  /** Columns whose style could not be decided: the question is asked once, not for every row. */
  undecided: ReadonlySet<number>;
}

/**
 * Decides how the numbers of each amount column are written, all columns of the sheet together, and reads cells that way.
 * A column that stays ambiguous (`1.234` only) is asked about and read as nothing until tepat.json says `"angka"`.
 */
export function amountReader(
  sheet: Sheet,
  first: number,
  columns: readonly AmountColumn[],
  context: ReadContext
): AmountReader & { problems: Problem[] } {
  const rows = sheet.rows.slice(first);
  const decided = decideTogether(columns.map(({ column }) => rows.map((row) => row[column] ?? null)));
  const given = context.settings.angka;
  const styles = new Map(
    columns.map(({ column }, i) => [
      column,
      given ? resolveNumbers(decided[i]!, given === 'id' ? 'comma' : 'dot') : decided[i]!
    ])
  );
  const problems = columns.flatMap((column) => describe(sheet, context, column, styles.get(column.column)!));
  problems.push(...hiddenDecimals(sheet, first, columns, styles, context));
  const undecided = new Set(
    columns.flatMap(({ column }) => (styles.get(column)!.kind === 'ambiguous' ? [column] : []))
  );
  return { read: (cell, { column }) => parseAmount(cell, styles.get(column)!), undecided, problems: merged(problems) };
}

function describe(sheet: Sheet, context: ReadContext, { column, label }: AmountColumn, style: NumberStyle): Problem[] {
  if (style.kind === 'none' || style.kind === 'native') return [];
  const words = describeNumbers(style);
  const place = { file: context.file, sheet: sheet.name, column: columnLetter(column) };
  if (style.kind !== 'ambiguous') {
    const message = { id: `angka dibaca dengan ${words.id}.`, en: `numbers read with ${words.en}.` };
    return [{ kind: 'decision', code: 'number-style', place, message }];
  }
  return [
    {
      kind: 'question',
      code: 'number-style',
      place: { ...place, value: style.example ?? '' },
      message: {
        id: `kolom "${label}": titik atau koma bisa berarti ribuan atau desimal, dan tidak ada kolom lain yang memutuskan; tidak diimpor.`,
        en: `column "${label}": its marks may mean thousands or decimals, and no other column decides; not imported.`
      },
      fix: {
        id: 'Tetapkan "angka": "id" bila 1.234 berarti seribu dua ratus tiga puluh empat.',
        en: 'Set "angka": "id" if 1.234 means one thousand two hundred and thirty-four.'
      },
      tepatJson: `${JSON.stringify(context.file)}: { "angka": "id" }`
    }
  ];
}

function hiddenDecimals(
  sheet: Sheet,
  first: number,
  columns: readonly AmountColumn[],
  styles: ReadonlyMap<number, NumberStyle>,
  context: ReadContext
): Problem[] {
  return columns.flatMap(({ column }) => {
    const rows = sheet.rows
      .slice(first)
      .flatMap((row, i) => (hasHiddenDecimals(row[column] ?? null, styles.get(column)!) ? [first + i] : []));
    const at = rows[0];
    if (at === undefined) return [];
    const place = {
      file: context.file,
      sheet: sheet.name,
      row: at + 1,
      column: columnLetter(column),
      value: cellText(sheet.rows[at]![column]) ?? ''
    };
    const message = {
      id: `${rows.length} nilai punya pecahan di bawah satu sen; dibulatkan ke sen terdekat.`,
      en: `${rows.length} values have a fraction below one sen; rounded to the nearest sen.`
    };
    return [{ kind: 'warning' as const, code: 'sub-sen', place, message }];
  });
}

/** Columns written alike are reported once. */
function merged(problems: Problem[]): Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of problems) {
    const key =
      problem.code === 'number-style' && problem.kind === 'decision'
        ? problem.message.id.replace(/".*"/, '')
        : `${problem.code}${problem.place.column}`;
    const earlier = seen.get(key);
    if (!earlier) seen.set(key, problem);
    else
      seen.set(key, {
        ...earlier,
        place: { ...earlier.place, column: `${earlier.place.column}, ${problem.place.column}` }
      });
  }
  return [...seen.values()];
}
