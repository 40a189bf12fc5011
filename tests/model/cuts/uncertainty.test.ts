import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate, calibrateAll } from '$lib/model/cuts/calibration';
import { commonFactorDraws, normalBelow, normalQuantile } from '$lib/model/cuts/copula';
import {
  drawFalls,
  harmAt,
  harmOver,
  probabilityAbove,
  quantileSorted,
  shockGrid,
  simulateFall,
  type FallDistribution as Falls,
  type UncertainComponent
} from '$lib/model/cuts/monteCarlo';
import { tornado, tornadoOf, tornadoQuestions } from '$lib/model/cuts/tornado';
import { meanOf, quantileOf, varianceOf, type Spread, type Triangle } from '$lib/model/cuts/triangular';

// Source: methods of the project, §4.5, golden A23: national bases of 2025 (unofficial) and falls in per cent, signs turned.
const national: UncertainComponent[] = [
  { kode: 'DAU', base: 431, fall: { low: 0.05, mode: 0.13, high: 0.2 } },
  { kode: 'DBH', base: 160, fall: { low: 0.4, mode: 0.7, high: 0.8 } },
  { kode: 'DAK', base: 166.7, fall: { low: 0, mode: 0.07, high: 0.15 } },
  { kode: 'DANA_DESA', base: 71, fall: { low: 0.1, mode: 0.15, high: 0.2 } }
];
const triangle: fc.Arbitrary<Triangle> = fc
  .tuple(...[0, 1, 2].map(() => fc.double({ min: -2, max: 1, noNaN: true })))
  .map((three) => three.toSorted((a, b) => a - b))
  .map(([low, mode, high]) => ({ low: low!, mode: mode!, high: high! }));
const spreads: Spread[] = ['segitiga', 'pert'];

describe('golden A23', () => {
  test('mean, standard deviation and sum at the modes are exact', () => {
    const { mean, sdIndependent, atMode } = simulateFall(national, { draws: 10 });
    expect(mean).toBeCloseTo(178.8013, 4);
    expect(sdIndependent).toBeCloseTo(19.6847, 4);
    expect(atMode).toBeCloseTo(190.349, 10);
  });

  test.for([
    { rho: 0, p5: 145.2, p50: 179.4, p95: 210.2, tolerance: 0.5 },
    { rho: 0.5, p5: 131.6, p50: 180.1, p95: 222.0, tolerance: 0.7 }
  ])('10,000 draws with rho $rho, and 100,000 whatever the seed', ({ rho, tolerance, ...expected }) => {
    const runs = [{ rho }, { rho, draws: 100_000, seed: 2 }, { rho, draws: 100_000, seed: 3 }];
    for (const options of runs) {
      const { p5, p50, p95 } = simulateFall(national, options);
      for (const [name, value] of Object.entries({ p5, p50, p95 })) {
        const off = Math.abs(value - expected[name as keyof typeof expected]);
        expect(off, `${name} of ${JSON.stringify(options)} is ${value}`).toBeLessThanOrEqual(tolerance);
      }
    }
  });

  test('components that move together make the tails wider and leave the mean', () => {
    const [apart, together] = [0, 0.5].map((rho) => simulateFall(national, { rho })) as [Falls, Falls];
    const { p5, p95, falls } = together;
    expect(p95 - p5).toBeGreaterThan(apart.p95 - apart.p5 + 20);
    expect(falls.reduce((sum, fall) => sum + fall, 0) / falls.length).toBeCloseTo(178.8013, 0);
  });

  test('the tornado has the swings 64.65, 64.00, 25.005 and 7.1, widest first', () => {
    const inputs = national.map(({ kode, fall }) => ({ name: kode, range: fall }));
    const sum = (shares: ReadonlyMap<string, number>) =>
      national.reduce((total, { kode, base }) => total + base * shares.get(kode)!, 0);
    const { atMode, bars } = tornado(inputs, sum);
    expect(atMode).toBeCloseTo(190.349, 10);
    expect(bars.map(({ name }) => name)).toEqual(['DAU', 'DBH', 'DAK', 'DANA_DESA']);
    for (const [at, swing] of [64.65, 64, 25.005, 7.1].entries()) expect(bars[at]!.swing).toBeCloseTo(swing, 10);
  });
});

describe('triangles', () => {
  test.for(spreads)('the quantiles of %s rise from the low to the high end', (spread) => {
    fc.assert(
      fc.property(triangle, fc.double({ min: 0, max: 1, noNaN: true }), (three, p) => {
        const [at, further] = [quantileOf(three, p, spread), quantileOf(three, Math.min(1, p + 0.01), spread)];
        expect(at).toBeGreaterThanOrEqual(three.low - 1e-12);
        expect(further).toBeGreaterThanOrEqual(at - 1e-12);
        expect(quantileOf(three, 0, spread)).toBeCloseTo(three.low, 12);
        expect(quantileOf(three, 1, spread)).toBeCloseTo(three.high, 12);
      }),
      { numRuns: 50 }
    );
  });

  test.for(spreads)('mean and variance of %s are those of its quantiles', (spread) => {
    for (const three of [
      { low: -0.2, mode: -0.13, high: -0.05 },
      { low: 0, mode: 0, high: 1 },
      { low: -1, mode: 3, high: 3 }
    ]) {
      const values = Array.from({ length: 4000 }, (_, at) => quantileOf(three, (at + 0.5) / 4000, spread));
      const mean = values.reduce((sum, value) => sum + value, 0) / 4000;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4000;
      expect(mean).toBeCloseTo(meanOf(three, spread), 4);
      expect(variance).toBeCloseTo(varianceOf(three, spread), 3);
    }
  });

  test('the share below the mode is (mode − low) ÷ (high − low)', () =>
    expect(quantileOf({ low: 0, mode: 1, high: 4 }, 0.25)).toBe(1));

  test('what is certain stays what it is', () => {
    for (const spread of spreads) {
      const sure = { low: 0.3, mode: 0.3, high: 0.3 };
      expect([quantileOf(sure, 0.9, spread), meanOf(sure, spread)]).toEqual([0.3, expect.closeTo(0.3, 12)]);
      expect(varianceOf(sure, spread)).toBeCloseTo(0, 12);
    }
  });

  test.for([
    { low: 1, mode: 0, high: 2 },
    { low: 0, mode: 3, high: 2 },
    { low: NaN, mode: 0, high: 1 },
    { low: -Infinity, mode: 0, high: 1 }
  ])('low $low, mode $mode, high $high is refused', (three) => {
    expect(() => quantileOf(three, 0.5)).toThrow(RangeError);
    expect(() => meanOf(three)).toThrow(RangeError);
  });
});

describe('draws', () => {
  test('the normal distribution: known values, and its quantile undoes it', () => {
    // Source: Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.1.
    for (const [z, p] of [
      [0, 0.5],
      [1, 0.841344746068543],
      [2, 0.977249868051821],
      [-3, 0.00134989803163]
    ] as const)
      expect(normalBelow(z)).toBeCloseTo(p, 14);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 10);
    for (let p = 1e-6; p < 1; p += 0.00137) expect(normalBelow(normalQuantile(p))).toBeCloseTo(p, 11);
    expect([normalBelow(-40), normalBelow(40)]).toEqual([0, 1]);
  });

  test('the same seed gives the same draws, another seed others', () => {
    const options = { count: 3, draws: 50, rho: 0.5, seed: 7 };
    expect(commonFactorDraws(options)).toEqual(commonFactorDraws(options));
    expect(commonFactorDraws(options)).not.toEqual(commonFactorDraws({ ...options, seed: 8 }));
  });

  test.for([0, 0.5, 1])('with rho %s each margin is uniform and any two are that much correlated', (rho) => {
    const lists = commonFactorDraws({ count: 3, draws: 4000, rho, seed: 1 });
    for (const list of lists) {
      expect(quantileSorted(list.toSorted(), 0.25)).toBeCloseTo(0.25, 1);
      expect(list.every((u) => u >= 0 && u <= 1)).toBe(true);
    }
    const [first, second] = lists.map((list) => list.map((u) => normalQuantile(Math.min(Math.max(u, 1e-9), 1 - 1e-9))));
    const product = first!.reduce((sum, z, at) => sum + z * second![at]!, 0) / 4000;
    expect(Math.abs(product - rho)).toBeLessThan(0.05);
  });

  test('a correlation outside 0 to 1 is refused', () =>
    expect(() => commonFactorDraws({ count: 1, draws: 1, rho: 1.1, seed: 1 })).toThrow(RangeError));

  test('PERT draws have the mean of PERT', () => {
    const { falls, mean } = simulateFall(national, { spread: 'pert' });
    expect(falls.reduce((sum, fall) => sum + fall, 0) / falls.length).toBeCloseTo(mean, 0);
    expect(mean).toBeCloseTo(431 * 0.1283333 + 160 * 0.6666667 + 166.7 * 0.0716667 + 71 * 0.15, 3);
  });

  test('the draws of single components add up to those of the whole', () => {
    const options = { draws: 200, seed: 4 };
    const single = drawFalls(national, options);
    const sums = Float64Array.from({ length: 200 }, (_, draw) => single.reduce((sum, list) => sum + list[draw]!, 0));
    expect(sums.sort()).toEqual(simulateFall(national, options).falls);
    national.forEach(({ base, fall }, at) => {
      expect(Math.min(...single[at]!)).toBeGreaterThanOrEqual(base * fall.low);
      expect(Math.max(...single[at]!)).toBeLessThanOrEqual(base * fall.high);
    });
  });

  test('nothing that is uncertain falls by nothing', () =>
    expect(simulateFall([], { draws: 5 })).toMatchObject({ p5: 0, p95: 0, mean: 0, sdIndependent: 0 }));
});

describe('what the draws say', () => {
  const falls = Float64Array.of(-10, 0, 10, 20, 30);

  test.for([
    { free: 15, expected: 0.4 },
    { free: 20, expected: 0.2 },
    { free: 30, expected: 0 },
    { free: -11, expected: 1 }
  ])('more than $free falls away in $expected of the draws', ({ free, expected }) =>
    expect(probabilityAbove(falls, free)).toBe(expected)
  );

  test('no draw says nothing', () => {
    expect(probabilityAbove(new Float64Array(), 1)).toBeNull();
    expect(harmOver(new Float64Array(), [0], [0])).toBeNull();
  });

  test('the grid runs from nothing to the largest fall', () => {
    expect(shockGrid(falls, 4)).toEqual([0, 10, 20, 30]);
    expect(shockGrid(Float64Array.of(-2, -1))).toEqual([0]);
  });

  test('harm is read off between shocks, and no plan stays no plan', () => {
    const [grid, harms] = [
      [0, 10, 20, 30],
      [0, 5, 25, null]
    ];
    expect([-5, 0, 5, 10, 15, 20].map((shock) => harmAt(shock, grid!, harms!))).toEqual([0, 0, 2.5, 5, 15, 25]);
    expect([21, 30, 31].map((shock) => harmAt(shock, grid!, harms!))).toEqual([null, null, null]);
    expect(harmOver(falls, grid!, harms!)).toEqual({ p5: 0, p50: 5, p95: null, infeasible: 0.2 });
  });

  test('reading off a convex harm is never below it', () => {
    const harm = (shock: number) => Math.max(0, shock - 3) ** 2;
    const grid = shockGrid(Float64Array.of(40), 9);
    for (let shock = 0; shock <= 40; shock += 0.37)
      expect(harmAt(shock, grid, grid.map(harm))).toBeGreaterThanOrEqual(harm(shock) - 1e-9);
  });
});

describe('tornado', () => {
  const inputs = ['b', 'a', 'c'].map((name) => ({ name, range: { low: 0, mode: 1, high: 2 } }));

  test('one input is moved at a time, the others stay at their mode', () => {
    const questions = tornadoQuestions(inputs);
    expect(questions).toHaveLength(7);
    for (const { name, end, values } of questions)
      for (const [input, value] of values) expect(value).toBe(input !== name ? 1 : end === 'low' ? 0 : 2);
  });

  test('an end without a plan stands first, and ties go by name', () => {
    const { atMode, bars } = tornado(inputs, (values) => (values.get('c') === 2 ? null : 10));
    expect(atMode).toBe(10);
    expect(bars).toEqual([
      { name: 'c', low: 10, high: null, swing: null },
      { name: 'a', low: 10, high: 10, swing: 0 },
      { name: 'b', low: 10, high: 10, swing: 0 }
    ]);
  });

  test('a question that was not answered is no answer', () =>
    expect(tornadoOf(tornadoQuestions(inputs), [3]).bars.every(({ swing }) => swing === null)).toBe(true));
});

describe('ranges from past budgets', () => {
  test('four years are too few, five will do, and years not known do not count', () => {
    expect(calibrate([0.1, 0, -0.1, null, 0.05])).toBeNull();
    expect(calibrate([0.1, 0, -0.1, null, 0.05, -0.2])?.n).toBe(5);
  });

  test('a tenth of the triangle lies below the P10 of the falls and a tenth above the P90; the mode is their median', () => {
    const errors = fc.array(fc.double({ min: -0.4, max: 0.6, noNaN: true }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(errors, (past) => {
        const { fall, p10, p90, median } = calibrate(past)!;
        expect(fall.mode).toBe(median);
        expect(quantileOf(fall, 0.1)).toBeCloseTo(p10, 9);
        if (fall.high < 1) expect(quantileOf(fall, 0.9)).toBeCloseTo(p90, 9);
      })
    );
  });

  test('less than the budget is a fall: errors of −10 to −30 % give falls about 20 %', () => {
    const { fall } = calibrate([-0.1, -0.15, -0.2, -0.25, -0.3])!;
    expect(fall.mode).toBeCloseTo(0.2, 12);
    // Even about the mode: (0.2 − P10) ÷ (1 − √0.2), with P10 = 0.12.
    expect([fall.low, fall.high]).toEqual([expect.closeTo(0.2 - 0.144721, 5), expect.closeTo(0.2 + 0.144721, 5)]);
  });

  test('money that always came as budgeted is certain, and nothing falls by more than all of it', () => {
    expect(calibrate([0, 0, 0, 0, 0])?.fall).toEqual({ low: 0, mode: 0, high: 0 });
    expect(calibrate([-0.1, -0.5, -0.9, -1, -1])?.fall.high).toBe(1);
  });

  test('components are taken from the budget errors of the funding page', () => {
    const row = (komponen: string, realisasi: (number | null)[]) => ({
      komponen,
      kelompok: null,
      anggaran: [100, 100, 100, 100, 100],
      realisasi,
      n: 5,
      mean: null,
      rmse: null,
      sd: null
    });
    const ranges = calibrateAll([row('DAU', [90, 90, 90, 90, 90]), row('DBH', [90, null, 90, 90, 90])]);
    expect(ranges.get('DAU')?.fall.mode).toBeCloseTo(0.1, 12);
    expect(ranges.get('DBH')).toBeNull();
  });
});
