/**
 * Keeps only the newest of overlapping questions: asking again aborts the one before, whose promise becomes undefined.
 * Each call of `latest` starts a sequence of its own, such as one per view.
 */
export function latest<T>(): (ask: (signal: AbortSignal) => Promise<T>) => Promise<T | undefined> {
  let current = new AbortController();
  return async (ask) => {
    current.abort();
    const mine = (current = new AbortController());
    try {
      const answer = await ask(mine.signal);
      return mine.signal.aborted ? undefined : answer;
    } catch (error) {
      if (mine.signal.aborted) return undefined;
      throw error;
    }
  };
}
