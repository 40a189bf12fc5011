/** Types a result column may end in: the ones that native DuckDB and DuckDB-WASM hand over as the same JavaScript. */
export type ResultType = BaseType | `${BaseType}?`;
type BaseType = 'VARCHAR' | 'INTEGER' | 'DOUBLE' | 'BOOLEAN';
export type ParamType = 'VARCHAR' | 'INTEGER' | 'DOUBLE';

/** One question: SQL, its parameters in the order of $1, $2, …, and the columns it answers with. */
export interface Query<
  Params extends Record<string, ParamType> = Record<string, ParamType>,
  Columns extends Record<string, ResultType> = Record<string, ResultType>
> {
  params: Params;
  columns: Columns;
  sql: string;
}

type JsOf<T> = T extends 'VARCHAR'
  ? string
  : T extends 'INTEGER' | 'DOUBLE'
    ? number
    : T extends 'BOOLEAN'
      ? boolean
      : never;
type ResultOf<T extends ResultType> = T extends `${infer Base}?` ? JsOf<Base> | null : JsOf<T>;

/** The parameters a query takes; null binds SQL NULL, which the queries here read as "any". */
export type ParamsOf<Q extends Query> = { [K in keyof Q['params']]: JsOf<Q['params'][K]> | null };
/** One row of a query's answer. */
export type RowOf<Q extends Query> = { [K in keyof Q['columns']]: ResultOf<Q['columns'][K]> };

/** Declares a query; the literal types of params and columns give the types of its rows. */
export function defineQuery<const P extends Record<string, ParamType>, const C extends Record<string, ResultType>>(
  query: Query<P, C>
): Query<P, C> {
  return query;
}

/** Either engine: native DuckDB at build time, DuckDB-WASM in the browser. Same query, same rows. */
export interface Database {
  /** Every row of the answer, in the query's own order. Throws an Error that names the SQL problem. */
  all<Q extends Query>(query: Q, params: ParamsOf<Q>): Promise<RowOf<Q>[]>;
}
