import { constraintOf, satisfies } from './constraint';
import type { Column, Table } from './define';
import { compareKeys, type CellValue } from './order';
import { isStage, stageOrder } from './stage';

type Row = Readonly<Record<string, unknown>>;
/** Says what is wrong with a value, or null. */
type Check = (value: unknown) => string | null;

/** At most this many messages are returned, with a last one that counts the rest. */
const limit = 100;

/**
 * What is wrong with rows that are to be written to a table, one sentence each, naming table, row (from 1) and column: missing or
 * unknown columns, wrong types, null where not allowed, values outside a closed list, pattern or range, a stage and its order that
 * disagree, duplicate keys, rows out of the order of the key. Empty when all is well.
 */
export function checkRows(table: Table, rows: readonly Row[]): string[] {
  const problems = collect(table.name);
  const checks = Object.entries(table.columns).map(
    ([name, column]) => [name, columnCheck(table.name, name, column)] as const
  );
  for (const [i, row] of rows.entries()) {
    for (const [name, check] of checks) {
      const wrong = name in row ? check(row[name]) : 'column is missing. Give null where the value is not known.';
      if (wrong !== null) problems.add(i, name, wrong);
    }
    for (const name of Object.keys(row))
      if (!Object.hasOwn(table.columns, name)) problems.add(i, name, 'is no column of this table.');
    const disagreement = stageDisagreement(row);
    if (disagreement !== null) problems.add(i, 'urutan_tahap', disagreement);
  }
  // Keys are compared only where every value has its type: comparing others would add noise.
  if (problems.none()) checkKeys(table, rows as readonly Record<string, CellValue>[], problems);
  return problems.list();
}

interface Problems {
  add(index: number, column: string, wrong: string): void;
  none(): boolean;
  list(): string[];
}

function collect(table: string): Problems {
  let count = 0;
  const texts: string[] = [];
  return {
    add(index, column, wrong) {
      count++;
      if (texts.length < limit) texts.push(`${table}, row ${index + 1}, column ${column}: ${wrong}`);
    },
    none: () => count === 0,
    list: () =>
      count === texts.length ? texts : [...texts, `${table}: ${count - texts.length} more problems like these.`]
  };
}

function checkKeys(table: Table, rows: readonly Record<string, CellValue>[], problems: Problems): void {
  const key = table.key.join(' + ');
  let sorted = true;
  for (let i = 1; i < rows.length; i++) {
    const order = compareKeys(rows[i - 1]!, rows[i]!, table.key);
    if (order < 0) continue;
    const text = `key ${keyText(table, rows[i]!)}`;
    problems.add(
      i,
      key,
      order === 0
        ? `${text} is the key of row ${i} too.`
        : `${text} comes before that of row ${i}. Sort by the whole key.`
    );
    if (order > 0) sorted = false;
  }
  if (!sorted) checkDistantKeys(table, rows, problems);
}

/** Rows of one key stand side by side only when they are sorted; elsewhere all keys are remembered. */
function checkDistantKeys(table: Table, rows: readonly Record<string, CellValue>[], problems: Problems): void {
  const seen = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    const text = keyText(table, row);
    const first = seen.get(text);
    if (first === undefined) seen.set(text, i);
    else if (keyText(table, rows[i - 1]!) !== text)
      problems.add(i, table.key.join(' + '), `key ${text} is the key of row ${first + 1} too.`);
  }
}

function keyText(table: Table, row: Record<string, CellValue>): string {
  return JSON.stringify(table.key.map((name) => (typeof row[name] === 'bigint' ? String(row[name]) : row[name])));
}

function columnCheck(table: string, name: string, column: Column): Check {
  const nullable = column.type.endsWith('?');
  const type = nullable ? column.type.slice(0, -1) : column.type;
  const list = type.endsWith('[]');
  const one = valueCheck(table, name, column, list ? type.slice(0, -2) : type);
  return (value) => {
    if (value === null || value === undefined) return nullable && value === null ? null : 'null is not allowed here.';
    if (!list) return one(value);
    if (!Array.isArray(value)) return `${show(value)} is no list.`;
    return value.map(one).find((wrong) => wrong !== null) ?? null;
  };
}

function valueCheck(table: string, name: string, column: Column, type: string): Check {
  const { pattern, minimum = -Infinity, maximum = Infinity } = constraintOf(table, name, column);
  const whole = pattern === undefined ? null : new RegExp(`^(?:${pattern})$`);
  const allowed = column.values === undefined ? null : new Set(column.values);
  return (value) => {
    if (!hasType(value, type)) return `${show(value)} is no ${type}.`;
    if (typeof value === 'string') {
      if (value.trim() === '') return 'empty text; write null where the value is not known.';
      if (allowed !== null && !allowed.has(value)) return `${show(value)} is not one of ${column.values!.join(', ')}.`;
      if (whole !== null && !satisfies(name, value, whole)) return `${show(value)} is not in the form ${pattern}.`;
    }
    if (typeof value === 'number' && (value < minimum || value > maximum))
      return `${value} is outside ${minimum} to ${maximum}.`;
    return null;
  };
}

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'VARCHAR':
      return typeof value === 'string' && !/[\0\p{Surrogate}]/u.test(value);
    case 'INTEGER':
      return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
    case 'DOUBLE':
      return Number.isFinite(value);
    case 'BOOLEAN':
      return typeof value === 'boolean';
    case 'DECIMAL(20,2)':
      return typeof value === 'bigint' && value > -(10n ** 20n) && value < 10n ** 20n;
    default:
      return type === 'DATE' && isDate(value);
  }
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function stageDisagreement(row: Row): string | null {
  const { tahap, urutan_tahap: order } = row;
  if (typeof tahap !== 'string' || typeof order !== 'number' || !isStage(tahap) || stageOrder(tahap) === order)
    return null;
  return `${order} is not the order of tahap "${tahap}", which is ${stageOrder(tahap)}.`;
}

function show(value: unknown): string {
  const text = typeof value === 'bigint' ? `${value}n` : typeof value === 'string' ? `"${value}"` : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
