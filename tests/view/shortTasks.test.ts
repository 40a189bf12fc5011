import { expect, test } from 'vitest';
import { inShortTasks } from '$lib/view/shortTasks';

function* counting(steps: number, each: () => void): Generator<undefined, string> {
  for (let at = 0; at < steps; at++) {
    each();
    yield;
  }
  return 'done';
}

test('steps end in their result, and a failing step fails the whole', async () => {
  let done = 0;
  expect(await inShortTasks(counting(5, () => void done++))).toBe('done');
  expect(done).toBe(5);
  const failing = counting(1, () => {
    throw new Error('broken');
  });
  await expect(inShortTasks(failing)).rejects.toThrow('broken');
});

test('between long steps whatever waits has its turn', async () => {
  const order: string[] = [];
  const busy = () => {
    const until = performance.now() + 15;
    while (performance.now() < until);
    order.push('step');
  };
  setTimeout(() => order.push('reader'));
  await inShortTasks(counting(4, busy));
  expect(order.indexOf('reader')).toBeGreaterThan(0);
  expect(order.indexOf('reader')).toBeLessThan(order.lastIndexOf('step'));
});
