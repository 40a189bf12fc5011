/**
 * Names that stand after FROM or JOIN in a query, each once: the tables it may read, with any names of its own WITH clauses
 * and aliases of subqueries among them. Words in text and comments do not count. The engine's own parser cannot be asked: it
 * needs the columns of tables that are not loaded yet.
 */
export function tablesRead(sql: string): string[] {
  const code = sql.replace(/'(?:[^']|'')*'/g, "''").replace(/--[^\n]*/g, ' ').replace(/\/\*[\s\S]*?\*\//g, ' ');
  const lists = code.matchAll(/\b(?:from|join)\s+((?:"[^"]+"|\w+)(?:\s+(?:as\s+)?\w+)?(?:\s*,\s*(?:"[^"]+"|\w+)(?:\s+(?:as\s+)?\w+)?)*)/gi);
  const names = [...lists].flatMap(([, list]) => list!.split(',').map((item) => /^\s*"?([^"\s]+)"?/.exec(item)![1]!.toLowerCase()));
  return [...new Set(names)];
}
