import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addStep, redo, startHistory, undo, type History } from '$lib/model/cuts/history';

test('undo goes back one step, redo forward, and a new step forgets what was undone', () => {
  const two = addStep(addStep(startHistory('a'), 'b'), 'c');
  expect(undo(two).present).toBe('b');
  expect(redo(undo(two)).present).toBe('c');
  const other = addStep(undo(two), 'd');
  expect(other.present).toBe('d');
  expect(redo(other)).toBe(other);
  expect(undo(undo(other)).present).toBe('a');
});

test('a drag of one slider is one step, and the next slider another', () => {
  let history = startHistory(0);
  for (const value of [1, 2, 3]) history = addStep(history, value, 'tkd');
  for (const value of [4, 5]) history = addStep(history, value, 'mulai');
  expect(undo(history).present).toBe(3);
  expect(undo(undo(history)).present).toBe(0);
});

test('a drag after an undo is a step of its own', () => {
  const dragged = addStep(addStep(startHistory(0), 1, 'tkd'), 2, 'tkd');
  const again = addStep(undo(dragged), 7, 'tkd');
  expect(undo(again).present).toBe(0);
});

test('the same state again is no step', () => {
  const history = addStep(startHistory('a'), 'b');
  expect(addStep(history, 'b')).toBe(history);
});

test('the ends stay where they are', () => {
  const history = startHistory('a');
  expect(undo(history)).toBe(history);
  expect(redo(history)).toBe(history);
});

test('no more states than the limit are kept, the newest ones', () => {
  let history = startHistory(0, 3);
  for (let value = 1; value <= 10; value++) history = addStep(history, value);
  expect(history.past).toEqual([7, 8, 9]);
  let back = history;
  for (let i = 0; i < 20; i++) back = undo(back);
  expect(back.present).toBe(7);
});

test('whatever was done: undoing all and redoing all ends where it was', () => {
  const move = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('undo', 'redo'));
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (moves, limit) => {
      let history: History<number> = startHistory(-1, limit);
      for (const one of moves)
        history = one === 'undo' ? undo(history) : one === 'redo' ? redo(history) : addStep(history, one as number);
      let walked = history;
      for (let i = 0; i <= limit + 60; i++) walked = undo(walked);
      for (let i = 0; i <= limit + 60; i++) walked = redo(walked);
      expect(walked.present).toBe(history.future.at(-1) ?? history.present);
      expect(history.past.length).toBeLessThanOrEqual(limit);
    })
  );
});
