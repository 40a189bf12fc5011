import type { Database, ParamsOf, Query, RowOf } from '$lib/query/define';

/**
 * A database that keeps the answers it gave, the least recently used going first: an extract does not change while it is
 * open, so the same question has the same rows, and they may be shared. A question that failed is asked again.
 */
export function remember(database: Database, most = 300): Database {
  const kept = new Map<string, Promise<unknown>>();
  return {
    all<Q extends Query>(query: Q, params: ParamsOf<Q>): Promise<RowOf<Q>[]> {
      const key = JSON.stringify([query.sql, params]);
      const answer = (kept.get(key) as Promise<RowOf<Q>[]> | undefined) ?? database.all(query, params);
      kept.delete(key);
      kept.set(key, answer);
      answer.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return answer;
    }
  };
}
