import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watched } from '$lib/database/watched';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reason = new DOMException('cukup', 'AbortError');
const never = new Promise<never>(() => {});

test('what answers is answered, and nothing is ended', async () => {
  const end = vi.fn();
  expect(await watched(Promise.resolve(1), new AbortController().signal, end)).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
  expect(end).not.toHaveBeenCalled();
});

test('what stops by itself within a second of the cancel is not ended by force', async () => {
  const [end, controller] = [vi.fn(), new AbortController()];
  let stop!: (error: unknown) => void;
  const watching = watched(new Promise((_, reject) => (stop = reject)), controller.signal, end);
  controller.abort(reason);
  vi.advanceTimersByTime(900);
  stop(reason);
  await expect(watching).rejects.toBe(reason);
  vi.advanceTimersByTime(10_000);
  expect(end).not.toHaveBeenCalled();
});

test.for(['later', 'before'])('what never stops is ended a second after the cancel, given %s', async (when) => {
  const [end, controller] = [vi.fn(), new AbortController()];
  if (when === 'before') controller.abort(reason);
  const watching = watched(never, controller.signal, end);
  if (when === 'later') controller.abort(reason);
  const rejected = expect(watching).rejects.toBe(reason);
  vi.advanceTimersByTime(999);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  await rejected;
  expect(end).toHaveBeenCalledExactlyOnceWith(reason);
});
