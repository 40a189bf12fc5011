import { expect, test } from 'vitest';
import { rememberedStanding, standingOf } from '$lib/view/targetingStanding';

const parts = Array.from({ length: 12 }, (_, i) => ({
  kode: `64.02.01.20${10 + i}`,
  x: 3 + ((i * 7) % 20),
  n: 40 + i
}));

test('what is kept is what would be worked out, and another count, region or target is worked out anew', () => {
  const remembered = rememberedStanding(2);
  const first = remembered(parts, 0.2);
  expect(first).toEqual(standingOf(parts, 0.2));
  expect(remembered([...parts], 0.2)).toBe(first);
  const others: Parameters<typeof standingOf>[] = [
    [parts, 0.3],
    [parts.map((part, i) => (i === 0 ? { ...part, x: 4 } : part)), 0.2],
    [parts.map((part, i) => (i === 0 ? { ...part, kode: '64.02.02.2001' } : part)), 0.2],
    [parts.map((part, i) => (i === 0 ? { ...part, x: 'disembunyikan' as const } : part)), 0.2]
  ];
  for (const [other, theta] of others) {
    const found = remembered(other, theta);
    expect(found).toEqual(standingOf(other, theta));
    expect(found).not.toEqual(first);
  }
  // Two are kept, and five were asked for since.
  expect(remembered(parts, 0.2)).not.toBe(first);
});
