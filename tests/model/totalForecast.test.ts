import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalForecast, type GroupForecast } from '$lib/model/aggregateForecast';
import { divideForecast } from '$lib/model/allocation';
import { chooseForecast, type ForecastInput } from '$lib/model/forecast';
import { totalPath } from '$lib/model/forecastPath';
import a19 from '../golden/a19-forecast.json';

/** A group whose years ended at these multiples of the same half-year amount. */
function group(kode: string, endings: readonly number[], change: Partial<ForecastInput> = {}): GroupForecast {
  const past = endings.map((ending, i) => ({ tahun: 2020 + i, totals: [100, 100 * ending], pagu: [400, 400] }));
  const input: ForecastInput = { month: 1, totals: [100, null], pagu: 1000, rencana: null, past, ...change };
  return { kode, result: chooseForecast(input), realisasi: input.totals[0] ?? 0, pagu: input.pagu ?? 0 };
}

const width = ({ low, high }: { low: number | null; high: number | null }) => (high ?? NaN) - (low ?? NaN);

describe('totalForecast', () => {
  const up = [1.8, 2, 2.2, 2.4];
  const down = [2.4, 2.2, 2, 1.8];

  test('one group keeps its forecast and about its band', () => {
    const past = a19.past.map(({ tahun, totals }) => ({ tahun, totals, pagu: [1200, 1200, 1200, 1200] }));
    const result = chooseForecast({ month: 2, totals: [115, 360, null, null], pagu: 5000, rencana: null, past });
    const total = totalForecast([{ kode: 'a', result, realisasi: 360, pagu: 5000 }]);
    expect(total.forecast).toBe(result.forecast);
    expect(total.years).toEqual([2021, 2022, 2023, 2024]);
    expect(width(total) / width(result)).toBeGreaterThan(0.8);
    expect(width(total) / width(result)).toBeLessThan(1.25);
  });

  test('groups that move together: bands add up, as quadrature would not', () => {
    const one = totalForecast([group('a', up)]);
    const two = totalForecast([group('a', up), group('b', up)]);
    expect(width(two)).toBeCloseTo(2 * width(one), 6);
    expect(two.forecast).toBeCloseTo(2 * (one.forecast ?? NaN), 9);
  });

  test('groups that move against each other: the total is nearly certain', () => {
    expect(width(totalForecast([group('a', up), group('b', down)]))).toBeLessThan(1e-6);
  });

  test('each group is capped at its own pagu before it is added', () => {
    const total = totalForecast([group('a', up, { pagu: 210 }), group('b', up, { pagu: 210 })]);
    expect(total.high).toBe(420);
  });

  test('the order of the groups changes nothing, and a second call gives the same', () => {
    const groups = [group('a', up), group('b', [2, 2.5, 1.9, 2.2]), group('c', [3, 2.5, 2.8, 2.7])];
    const total = totalForecast(groups);
    const reversed = totalForecast([...groups].reverse());
    expect(totalForecast(groups)).toEqual(total);
    expect(reversed.low).toBeCloseTo(total.low ?? NaN, 6);
    expect(reversed.high).toBeCloseTo(total.high ?? NaN, 6);
  });

  test('many years are drawn from a fixed seed, and the band repeats', () => {
    const endings = Array.from({ length: 12 }, (_, i) => 2 + ((i * 7) % 12) / 20);
    const groups = [group('a', endings), group('b', [...endings].reverse())];
    expect(totalForecast(groups)).toEqual(totalForecast(groups));
    expect(width(totalForecast(groups))).toBeGreaterThan(0);
  });

  test('a group without a forecast: no total, and its name', () => {
    const none = group('b', [], { past: [] });
    expect(totalForecast([group('a', up), none])).toMatchObject({
      forecast: null,
      low: null,
      high: null,
      missing: ['b']
    });
  });

  test('a group whose error is not known is in the total, and named', () => {
    const planned = group('b', [], { past: [], rencana: [80, 180] });
    const total = totalForecast([group('a', up), planned]);
    expect(total).toMatchObject({ withoutBand: ['b'], withoutBandRupiah: 100, missing: [] });
    expect(total.forecast).toBeCloseTo(210 + 200, 9);
    expect(width(total)).toBeCloseTo(width(totalForecast([group('a', up)])), 6);
    expect(totalForecast([planned])).toMatchObject({ forecast: 200, low: null, high: null });
  });

  test('groups that share fewer than two years have no joint band', () => {
    const other = group('b', up);
    const moved = other.result.deviations.map(({ rupiah, tahun }) => ({ rupiah, tahun: tahun + 50 }));
    const total = totalForecast([group('a', up), { ...other, result: { ...other.result, deviations: moved } }]);
    expect(total).toMatchObject({ low: null, high: null, years: [] });
    expect(total.forecast).toBeCloseTo(420, 9);
  });

  test('a finished year is certain', () => {
    const done = group('a', up, { month: 2, totals: [100, 230] });
    expect(totalForecast([done])).toMatchObject({ forecast: 230, low: 230, high: 230 });
  });
});

describe('divideForecast', () => {
  const line = (kode: string, realisasi: number, planAhead: number | null, pagu = 1000) => ({
    kode,
    realisasi,
    planAhead,
    pagu
  });

  test('by the plan still ahead', () => {
    const [a, b] = divideForecast({ forecast: 160, low: 130, high: 190 }, [line('a', 60, 30), line('b', 40, 10)]);
    expect(a).toEqual({ kode: 'a', forecast: 105, low: 82.5, high: 127.5, share: 0.75 });
    expect(b).toEqual({ kode: 'b', forecast: 55, low: 47.5, high: 62.5, share: 0.25 });
  });

  test.for([
    {
      name: 'a line without a plan: by pagu not yet spent',
      lines: [line('a', 60, 30, 100), line('b', 40, null, 160)],
      shares: [0.25, 0.75]
    },
    {
      name: 'no plan left: by pagu not yet spent',
      lines: [line('a', 60, 0, 100), line('b', 40, 0, 160)],
      shares: [0.25, 0.75]
    },
    { name: 'an overspent line takes no more', lines: [line('a', 60, 0, 50), line('b', 40, 0, 60)], shares: [0, 1] },
    { name: 'no pagu left either: evenly', lines: [line('a', 60, 0, 60), line('b', 40, 0, 40)], shares: [0.5, 0.5] }
  ])('$name', ({ lines, shares }) =>
    expect(divideForecast({ forecast: 120, low: null, high: null }, lines).map(({ share }) => share)).toEqual(shares)
  );

  test('a group without a band gives lines without one', () => {
    expect(divideForecast({ forecast: 10, low: null, high: null }, [line('a', 4, 2)])).toEqual([
      { kode: 'a', forecast: 10, low: null, high: null, share: 1 }
    ]);
  });

  const money = fc.integer({ min: 0, max: 1e11 });
  const lines = fc.array(fc.record({ realisasi: money, planAhead: fc.option(money, { freq: 9 }), pagu: money }), {
    minLength: 1,
    maxLength: 12
  });

  test('lines add up to the group, and none falls below its own realisasi', () => {
    fc.assert(
      fc.property(lines, money, (parts, ahead) => {
        const named = parts.map((part, i) => ({ kode: String(i), ...part }));
        const forecast = named.reduce((sum, part) => sum + part.realisasi, 0) + ahead;
        const found = divideForecast({ forecast, low: forecast, high: forecast }, named);
        const sum = found.reduce((total, part) => total + (part.forecast ?? NaN), 0);
        expect(Math.abs(sum - forecast)).toBeLessThanOrEqual(1e-9 * (1 + forecast));
        found.forEach((part, i) => expect(part.forecast).toBeGreaterThanOrEqual(named[i]?.realisasi ?? NaN));
      })
    );
  });
});

describe('totalPath', () => {
  const shape = (scale: number) => [10, 20, 60, 100].map((value) => value * scale);
  const made = (month: number, scale: number, rencana: number[] | null = null) => {
    const pagu = Array(4).fill(200 * scale);
    const past = [0.9, 1, 1.2].map((lift, i) => ({
      tahun: 2021 + i,
      totals: shape(scale).map((value, k) => (k === 3 ? value * lift : value)),
      pagu
    }));
    const totals = shape(scale).map((value, i) => (i < month ? value : null));
    const input: ForecastInput = {
      month,
      totals,
      pagu: 200 * scale,
      rencana,
      past: rencana ? [] : past,
      earlyShare: 0
    };
    return { input, result: chooseForecast(input) };
  };
  const totalOf = (groups: ReturnType<typeof made>[]) =>
    totalForecast(
      groups.map(({ input, result }, i) => ({
        kode: String(i),
        result,
        realisasi: input.totals[input.month - 1] ?? 0,
        pagu: input.pagu ?? 0
      }))
    );

  test('starts at realisasi without width, ends at the total and its band, and its band only opens', () => {
    const groups = [made(2, 1), made(2, 5)];
    const total = totalOf(groups);
    const path = totalPath(groups, total);
    expect(path.map(({ month }) => month)).toEqual([2, 3, 4]);
    expect(path[0]).toEqual({ month: 2, forecast: 120, low: 120, high: 120 });
    expect(path.at(-1)).toEqual({ month: 4, forecast: total.forecast, low: total.low, high: total.high });
    const widths = path.map(({ low, high }) => (high ?? NaN) - (low ?? NaN));
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(path[1]?.forecast).toBeCloseTo(360, 9);
  });

  test('a group whose plan has a gap leaves that month open, not the year-end', () => {
    const [planned, other] = [made(2, 1, [10, 20, 50, 90]), made(2, 5)];
    const gap = { ...planned, input: { ...planned.input, rencana: [10, 20, null, 90] } };
    const path = totalPath([gap, other], totalOf([gap, other]));
    expect(path.map(({ forecast }) => forecast === null)).toEqual([false, true, false]);
  });

  test('without a total there is no path', () => {
    expect(totalPath([made(2, 1)], { forecast: null, low: null, high: null })).toEqual([]);
    expect(totalPath([], { forecast: 0, low: 0, high: 0 })).toEqual([]);
  });

  test('a finished year is one point', () => {
    const groups = [made(4, 1)];
    expect(totalPath(groups, totalOf(groups))).toEqual([{ month: 4, forecast: 100, low: 100, high: 100 }]);
  });
});

describe('calibration', () => {
  /** Park–Miller generator, so that the simulated years are the same in every run. */
  function normals(seed: number): () => number {
    let state = seed;
    const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647;
    return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  }

  test.for([
    { name: 'groups that have nothing to do with each other', correlation: 0 },
    { name: 'groups that are late together', correlation: 0.7 }
  ])('of 300 simulated years about 80 % end inside the band: $name', ({ correlation }) => {
    const normal = normals(20261031);
    let single = 0;
    let joint = 0;
    for (let run = 0; run < 300; run++) {
      const common = Array.from({ length: 5 }, normal);
      const groups = [1000, 2000, 3000, 4000].map((pagu, g) => {
        const years = common.map((shared) => {
          const late = Math.sqrt(correlation) * shared + Math.sqrt(1 - correlation) * normal();
          const total = pagu * 0.85 * Math.exp(0.05 * normal());
          return { now: total * 0.4 * Math.exp(0.12 * late), total };
        });
        const [now, ...before] = years;
        const past = before.map((year, i) => ({ tahun: 2021 + i, totals: [year.now, year.total], pagu: [pagu, pagu] }));
        const realisasi = now?.now ?? NaN;
        const input = { month: 1, totals: [realisasi, null], pagu: 3 * pagu, rencana: null, past };
        return { kode: String(g), result: chooseForecast(input), realisasi, pagu: 3 * pagu, ended: now?.total ?? NaN };
      });
      const isInside = (band: { low: number | null; high: number | null }, ended: number) =>
        (band.low ?? NaN) <= ended && ended <= (band.high ?? NaN);
      if (groups[0] && isInside(groups[0].result, groups[0].ended)) single++;
      const ended = groups.reduce((sum, group) => sum + group.ended, 0);
      if (isInside(totalForecast(groups), ended)) joint++;
    }
    for (const share of [single / 300, joint / 300]) {
      expect(share).toBeGreaterThan(0.74);
      expect(share).toBeLessThan(0.86);
    }
  });
});
