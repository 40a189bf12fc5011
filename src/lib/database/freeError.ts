/** A free question that the engine could not answer: DuckDB's own words, and where in the reader's text. */
export class FreeQueryError extends Error {
  constructor(
    /** What DuckDB says, without a trace of its own code. */
    message: string,
    /** Line and column from 1; null where DuckDB does not say. */
    readonly place: { line: number; column: number | null } | null,
    /** The engine refused for want of memory, not for what was written. */
    readonly isMemory: boolean,
    options?: ErrorOptions
  ) {
    super(message, options);
    this.name = 'FreeQueryError';
  }
}

/** `LINE 2: …` and the mark below it, as DuckDB ends a message. A long line is cut, with dots at either end. */
const pointer = /\n*^LINE (\d+): (.*)\n( *)\^[^\n]*/m;

/** DuckDB's message as a reader needs it: once, with the lines counted from the reader's first, `above` of them being ours. */
export function freeQueryError(message: string, above: number, options?: ErrorOptions): FreeQueryError {
  const whole = message.replace(/\n+Stack Trace:[\s\S]*$/i, '').trimEnd();
  const isMemory = /^Out of Memory Error/.test(whole);
  const match = pointer.exec(whole);
  if (match === null) return new FreeQueryError(whole, null, isMemory, options);
  const [, counted, text, indent] = match;
  const line = Number(counted) - above;
  const head = whole.slice(0, match.index);
  if (line < 1) return new FreeQueryError(head, null, isMemory, options);
  const offset = indent!.length - `LINE ${counted}: `.length;
  const mark = `LINE ${line}: `;
  const shown = `${head}\n\n${mark}${text}\n${' '.repeat(mark.length + Math.max(0, offset))}^`;
  const column = text!.startsWith('...') ? null : offset + 1;
  return new FreeQueryError(shown, { line, column }, isMemory, options);
}
