/**
 * A seeded source of ratios in [0, 1). Each figure has a generator of its own, seeded by what it is (year, line, purpose), so that adding a
 * line does not change the others. Only integer arithmetic, so that every machine draws the same.
 */
export function randomOf(...key: (string | number)[]): () => number {
  let state = hash(key.join('|'));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A ratio between `low` and `high`, the same for the same key. */
export function between(low: number, high: number, ...key: (string | number)[]): number {
  return low + (high - low) * randomOf(...key)();
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state | 0;
}
