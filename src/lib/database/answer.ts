import type { ParamsOf, ParamType, Query, ResultType, RowOf } from '$lib/query/define';

/** What a parameter is bound as, in the order of $1, $2, …; null is SQL NULL. */
export type BoundValue = string | number | null;

/** A column as either engine hands it over, before it becomes rows. */
export interface AnswerColumn {
  name: string;
  /** DuckDB's name of the type, as `typeof` prints it. */
  type: string;
  /** The value of one row; null is SQL NULL. */
  get(row: number): unknown;
}

/** A question that could not be answered as asked: what is wrong, and the SQL that asked. */
export class QueryError extends Error {
  constructor(
    message: string,
    readonly sql: string,
    options?: ErrorOptions
  ) {
    super(`${message}\nin the query:\n${sql.trim()}`, options);
    this.name = 'QueryError';
  }
}

/** Parameter values in declared order. A value that its type cannot hold is refused, for the engines would differ on it. */
export function bindValues<Q extends Query>(query: Q, params: ParamsOf<Q>): BoundValue[] {
  return Object.entries(query.params).map(([name, type]) => {
    const value: unknown = params[name];
    const problem = misfit(value, type);
    if (problem) throw new QueryError(`parameter ${name} (${type}) ${problem}: ${JSON.stringify(value)}`, query.sql);
    // WASM binds by JSON, which has no negative zero, and reads some numbers half a digit off: a DOUBLE goes as text.
    const given = value === 0 ? 0 : (value as BoundValue);
    return type === 'DOUBLE' && given !== null ? String(given) : given;
  });
}

function misfit(value: unknown, type: ParamType): string | null {
  if (value === null) return null;
  if (type === 'VARCHAR') {
    if (typeof value !== 'string') return 'is not text; give text or null';
    if (/\p{Surrogate}|\0/u.test(value)) return 'holds half a character or NUL, which SQL text cannot';
    return null;
  }
  if (typeof value !== 'number') return 'is not a number; give a number or null';
  if (!Number.isFinite(value)) return 'is not finite; give null for "not known"';
  if (type === 'INTEGER' && (!Number.isInteger(value) || Math.abs(value) > 2147483647)) {
    return 'is not a whole number of 32 bits';
  }
  return null;
}

/**
 * The SQL with each `$n` cast to its declared type. WASM binds every number as DOUBLE and stops for good when an untyped
 * parameter changes type between two runs; native binds what it is given. Cast, both see the same.
 */
export function typedSql(query: Query): string {
  const types = Object.values(query.params);
  const used = new Set<number>();
  const sql = replacePlaceholders(query.sql, (position) => {
    const type = types[position - 1];
    if (!type) throw new QueryError(`$${position} has no declared parameter (${types.length} declared)`, query.sql);
    used.add(position);
    return `CAST($${position} AS ${type})`;
  });
  const unused = Object.keys(query.params).filter((_, index) => !used.has(index + 1));
  if (unused.length > 0) throw new QueryError(`declared but not used: ${unused.join(', ')}`, query.sql);
  return sql;
}

/** Text in which a `$1` is not a parameter: strings (plain, E'…', $$…$$), quoted names, comments. */
const quoted = String.raw`\b[eE]'(?:\\.|''|[^'\\])*'|'(?:''|[^'])*'|"(?:""|[^"])*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/`;

function replacePlaceholders(sql: string, replace: (position: number) => string): string {
  return sql.replace(new RegExp(`${quoted}|\\$(\\d+)`, 'g'), (found, _tag: string, position: string | undefined) =>
    position === undefined ? found : replace(Number(position))
  );
}

/** Rows of plain JavaScript. Columns must be those the query declares: names, order, types, and null only where declared. */
export function answerRows<Q extends Query>(query: Q, columns: AnswerColumn[], length: number): RowOf<Q>[] {
  checkColumns(query, columns);
  const nullable = Object.values(query.columns).map((type) => type.endsWith('?'));
  return Array.from({ length }, (_, index) => {
    const row: Record<string, unknown> = {};
    columns.forEach(({ name, get }, column) => {
      const value = get(index) ?? null;
      if (value === null && !nullable[column]) {
        throw new QueryError(`column ${name} is null in row ${index + 1}; declare it with "?"`, query.sql);
      }
      row[name] = value;
    });
    return row as RowOf<Q>;
  });
}

function checkColumns(query: Query, columns: AnswerColumn[]): void {
  const declared = Object.entries(query.columns).map(([name, type]) => `${name} ${baseOf(type)}`);
  const actual = columns.map(({ name, type }) => `${name} ${type}`);
  if (declared.join() === actual.join()) return;
  const fix = 'cast each column to VARCHAR, INTEGER, DOUBLE or BOOLEAN, in the declared order';
  throw new QueryError(`answers (${actual.join(', ')}) but declares (${declared.join(', ')}): ${fix}`, query.sql);
}

function baseOf(type: ResultType): string {
  return type.replace('?', '');
}

/** DuckDB's own message from an error of either engine; WASM wraps some in JSON. */
export function sqlMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  try {
    const { exception_type: kind, exception_message: detail } = JSON.parse(message) as Record<string, unknown>;
    return typeof detail === 'string' ? `${String(kind)} Error: ${detail}` : message;
  } catch {
    return message;
  }
}
