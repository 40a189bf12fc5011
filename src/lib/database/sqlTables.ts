/**
 * Names that stand after FROM or JOIN in a query, each once: the tables it may read, with any names of its own WITH clauses
 * among them. Words in text and comments do not count; a list after FROM (`FROM a, b`) is not read, so queries join. The
 * engine's own parser cannot be asked: it needs the columns of tables that are not loaded yet.
 */
export function tablesRead(sql: string): string[] {
  const code = sql
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/--[^\n]*/g, ' ')
    .replace(/\/\*[\s\S]*?\*\//g, ' ');
  return [...new Set([...code.matchAll(/\b(?:from|join)\s+"?(\w+)"?/gi)].map((match) => match[1]!.toLowerCase()))];
}
