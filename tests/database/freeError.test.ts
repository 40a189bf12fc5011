import { expect, test } from 'vitest';
import { freeQueryError } from '$lib/database/freeError';

test.for([
  {
    name: 'a message that DuckDB-WASM repeats is told once, with its place',
    message:
      'Parser Error: syntax error at or near "selec"\n\nLINE 1: selec 1\n        ^\n\nLINE 1: selec 1\n        ^',
    above: 0,
    expected: 'Parser Error: syntax error at or near "selec"\n\nLINE 1: selec 1\n        ^',
    place: { line: 1, column: 1 }
  },
  {
    name: 'lines of ours above the statement do not count, also where the number gets shorter',
    message: 'Conversion Error: tidak bisa\n\nLINE 10: SELECT x::INT\n                 ^',
    above: 1,
    expected: 'Conversion Error: tidak bisa\n\nLINE 9: SELECT x::INT\n                ^',
    place: { line: 9, column: 9 }
  },
  {
    name: 'a long line that DuckDB cut has no column',
    message: 'Binder Error: tidak ada\n\nLINE 2: ...a, b, c FROM d...\n              ^',
    above: 0,
    expected: 'Binder Error: tidak ada\n\nLINE 2: ...a, b, c FROM d...\n              ^',
    place: { line: 2, column: null }
  },
  {
    name: 'a place in a line of ours is not told',
    message: 'Binder Error: tidak ada\n\nLINE 1: FROM (\n        ^',
    above: 1,
    expected: 'Binder Error: tidak ada',
    place: null
  },
  {
    name: 'a trace of the engine is left out',
    message: 'INTERNAL Error: rusak\n\nStack Trace:\n\nduckdb::Exception(…)\n0x00',
    above: 0,
    expected: 'INTERNAL Error: rusak',
    place: null
  }
])('$name', ({ message, above, expected, place }) => {
  const error = freeQueryError(message, above);
  expect(error.message).toBe(expected);
  expect(error.place).toEqual(place);
  expect(error.isMemory).toBe(false);
});

test('want of memory is told apart from what was written', () =>
  expect(freeQueryError('Out of Memory Error: Allocation failure', 0).isMemory).toBe(true));
