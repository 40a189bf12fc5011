import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combine, hidden, ratio, sum, type Count } from '$lib/model/targeting/count';
import { dispersion, limitsAt } from '$lib/model/targeting/funnel';
import { jeffreys, wilson } from '$lib/model/targeting/interval';
import { rankBands } from '$lib/model/targeting/ranks';
import { classSums, errorBounds, targetingRates, widestErrors, type ClassCounts } from '$lib/model/targeting/rates';
import { fitPrior } from '$lib/model/targeting/shrink';
import { shrunk } from '$lib/model/targeting/shrunk';

const count = fc.integer({ min: 0, max: 400 });
const classes = fc
  .record({
    layak: count,
    tidakLayak: count,
    desilKosong: count,
    tidakTercatat: count,
    layakTerlewat: count,
    tidakLayakDiLuar: count,
    desilKosongDiLuar: count
  })
  .map((parts) => ({
    ...parts,
    penerima: parts.layak + parts.tidakLayak + parts.desilKosong + parts.tidakTercatat
  }));
const share = fc.tuple(count, count).map(([a, b]) => ({ x: Math.min(a, b), n: Math.max(a, b) }));

test('R (1 - IE) = E (1 - EE) = TP, and the two parts of EE add to it', () => {
  fc.assert(
    fc.property(classes, (counts) => {
      const { ee, ie, eeQuota, eeChoice } = targetingRates(counts);
      const { eligible, classified } = classSums(counts);
      if (eligible === 0) expect(ee).toBeNull();
      else {
        expect((eligible as number) * (1 - (ee as number))).toBeCloseTo(counts.layak, 6);
        expect((eeQuota as number) + (eeChoice as number)).toBeCloseTo(ee as number, 12);
        expect(eeQuota as number).toBeGreaterThanOrEqual(0);
      }
      if (classified === 0) expect(ie).toBeNull();
      else expect((classified as number) * (1 - (ie as number))).toBeCloseTo(counts.layak, 6);
    })
  );
});

test('bounds hold the errors as they are, and are given only when more than one in twenty is undecided', () => {
  fc.assert(
    fc.property(classes, (counts) => {
      const { ee, ie, unk } = targetingRates(counts);
      const bounds = widestErrors(counts);
      if (bounds.ie !== null && typeof ie === 'number') {
        expect(bounds.ie[0]).toBeLessThanOrEqual(ie + 1e-12);
        expect(bounds.ie[1]).toBeGreaterThanOrEqual(ie - 1e-12);
      }
      if (bounds.ee !== null && typeof ee === 'number') {
        expect(bounds.ee[0]).toBeLessThanOrEqual(ee + 1e-12);
        expect(bounds.ee[1]).toBeGreaterThanOrEqual(ee - 1e-12);
      }
      if (typeof unk !== 'number' || unk <= 0.05) expect(errorBounds(counts)).toEqual({ ee: null, ie: null });
    })
  );
});

test('what is made from a hidden count is hidden, from a missing one missing, never a number', () => {
  const names = ['layak', 'tidakLayak', 'layakTerlewat'] as const;
  const withGap = fc.tuple(classes, fc.constantFrom(...names), fc.constantFrom<Count>(hidden, null));
  fc.assert(
    fc.property(withGap, ([counts, name, gap]) => {
      const given: ClassCounts = { ...counts, [name]: gap };
      const { ee, ie, eeChoice } = targetingRates(given);
      if (name !== 'layakTerlewat') expect(ie).toBe(gap);
      if (name !== 'tidakLayak') expect(ee).toBe(gap);
      expect(typeof eeChoice === 'number' && name !== 'layak').toBe(false);
    })
  );
  expect(sum(1, null, hidden)).toBe(hidden);
  expect(sum(1, null)).toBeNull();
  expect(sum()).toBe(0);
  expect(ratio(0, 5)).toBe(0);
  expect(ratio(5, 0)).toBeNull();
  expect(combine([2, 3], Math.min)).toBe(2);
});

test("Wilson's interval holds the rate and agrees with Jeffreys' within two units of n", () => {
  fc.assert(
    fc.property(share, ({ x, n }) => {
      if (n === 0) return;
      const [low, high] = wilson(x, n);
      expect(low).toBeLessThanOrEqual(x / n);
      expect(high).toBeGreaterThanOrEqual(x / n);
      const [otherLow, otherHigh] = jeffreys(x, n);
      expect(Math.abs(low - otherLow)).toBeLessThan(2 / n);
      expect(Math.abs(high - otherHigh)).toBeLessThan(2 / n);
    }),
    { numRuns: 60 }
  );
});

test('limits hold the target, 99.8 % outside 95 %, and spread beyond chance never narrows them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 3000 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0, max: 0.05, noNaN: true }),
      (n, theta, tau2) => {
        const plain = limitsAt(n, theta);
        expect(plain.lo998).toBeLessThanOrEqual(plain.lo95);
        expect(plain.hi998).toBeGreaterThanOrEqual(plain.hi95);
        expect(plain.lo95).toBeLessThanOrEqual(theta);
        expect(plain.hi95).toBeGreaterThanOrEqual(theta - 1 / n);
        const wide = limitsAt(n, theta, tau2);
        expect(wide.lo998).toBeLessThanOrEqual(plain.lo998);
        expect(wide.hi998).toBeGreaterThanOrEqual(plain.hi998);
      }
    ),
    { numRuns: 60 }
  );
});

test('a shrunk rate lies between the raw rate and the mean of the prior', () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 2, maxLength: 30 }), (shares) => {
      const prior = fitPrior(shares);
      if (shares.every(({ n }) => n === 0)) return expect(prior).toBeNull();
      for (const one of shares.filter(({ n }) => n > 0)) {
        const [low, high] = [one.x / one.n, prior!.mean].sort((a, b) => a - b) as [number, number];
        expect(shrunk(one, prior!)).toBeGreaterThanOrEqual(low - 1e-9);
        expect(shrunk(one, prior!)).toBeLessThanOrEqual(high + 1e-9);
      }
    }),
    { numRuns: 60 }
  );
});

const alike = Array.from({ length: 20 }, () => ({ x: 20, n: 100 }));

test('regions that differ by no more than chance are pooled wholly, and nobody has a rank of their own', () => {
  const prior = fitPrior(alike)!;
  expect(prior).toMatchObject({ method: 'penuh', mean: 0.2 });
  expect(shrunk({ x: 1, n: 2 }, prior)).toBe(0.2);
  expect(rankBands(alike, prior)).toEqual(alike.map(() => [1, 20]));
  expect(dispersion(alike, 0.2)).toEqual({ phi: 0, tau2: 0 });
});

test('a region far from the rest has a narrow band at its end; one below ten has none; the same input gives the same bands', () => {
  const shares = [
    { x: 300, n: 400 },
    ...Array.from({ length: 15 }, (_, i) => ({ x: 60 + 4 * i, n: 400 })),
    { x: 1, n: 5 }
  ];
  const prior = fitPrior(shares)!;
  const bands = rankBands(shares, prior);
  expect(prior.method).toBe('mle');
  expect(bands[0]).toEqual([1, 1]);
  expect(bands.at(-1)).toBeNull();
  expect(bands[1]![1]).toBeGreaterThan(bands[1]![0]);
  expect(rankBands(shares, prior)).toEqual(bands);
  expect(dispersion(shares.slice(0, 9), 0.3)).toBeNull();
});

test('bands of ranks come from the posterior: of two regions the order is right as often as it says', () => {
  const prior = { method: 'mle', a: 2, b: 8, mean: 0.2 } as const;
  expect(
    rankBands(
      [
        { x: 30, n: 100 },
        { x: 12, n: 100 }
      ],
      prior
    )
  ).toEqual([
    [1, 1],
    [2, 2]
  ]);
  expect(
    rankBands(
      [
        { x: 22, n: 100 },
        { x: 20, n: 100 }
      ],
      prior
    )
  ).toEqual([
    [1, 2],
    [1, 2]
  ]);
  expect(
    rankBands(
      [
        { x: 0, n: 10 },
        { x: 10, n: 10 }
      ],
      { method: 'mle', a: 0.3, b: 0.3, mean: 0.5 }
    )
  ).toEqual([
    [2, 2],
    [1, 1]
  ]);
});
