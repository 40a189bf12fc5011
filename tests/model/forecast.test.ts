import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandHalfWidth, bornhuetterFerguson, residuals, yearProfile } from '$lib/model/bornhuetterFerguson';
import { chooseForecast, straightLine, type ForecastInput, type PastYear } from '$lib/model/forecast';
import { forecastPath } from '$lib/model/forecastPath';
import a19 from '../golden/a19-forecast.json';

const quarters = a19.past.map(({ tahun, totals }): PastYear => ({ tahun, totals, pagu: [1200, 1200, 1200, 1200] }));
const agency: ForecastInput = {
  month: 2,
  totals: [115, 360, null, null],
  pagu: a19.pagu,
  rencana: [200, 500, 800, 1150],
  past: quarters
};

describe('golden A19', () => {
  const result = chooseForecast(agency);

  test('chain ladder: 1,095, with the log-ratio band cut at the pagu', () => {
    expect(result).toMatchObject({ method: 'chain-ladder', reason: 'history', years: [2021, 2022, 2023, 2024] });
    expect(result.forecast).toBeCloseTo(a19.forecast, 9);
    expect(result.low).toBeCloseTo(a19.logRatio.low, 2);
    expect(result.high).toBe(a19.capped);
    expect(result.uncappedHigh).toBeCloseTo(a19.logRatio.high, 2);
    expect(result.standardError).toBeCloseTo(a19.mackStandardError, 4);
    expect(result.share).toBeCloseTo(1440 / 4380, 12);
  });

  test('leave-one-year-out as printed, and its mean', () => {
    expect(result.backtest.map(({ tahun }) => tahun)).toEqual([2021, 2022, 2023, 2024]);
    a19.leaveOneOut.forEach(({ error, forecast }, i) => {
      const found = result.backtest[i]?.error ?? NaN;
      expect(found).toBeCloseTo(error, 4);
      expect((1 + found) * (a19.past[i]?.totals[3] ?? NaN)).toBeCloseTo(forecast, 2);
    });
    expect(result.meanAbsoluteError).toBeCloseTo((0.0049 + 0.0566 + 0.1003 + 0.043) / 4, 4);
  });

  test('Bornhuetter–Ferguson with final rate .94 gives 1,085.60', () => {
    const profile = { share: 1440 / 4380, finalRate: a19.finalRate };
    expect(bornhuetterFerguson(360, a19.pagu, profile)).toBeCloseTo(a19.bornhuetterFerguson, 2);
  });

  test('a straight line would say 720', () => expect(straightLine(360, 2, 4)).toBe(a19.straightLine));
});

describe('which method, and why', () => {
  const twoYears = quarters.slice(0, 2);
  test.for<{ name: string; change: Partial<ForecastInput>; method: string | null; reason: string }>([
    { name: 'four years, second quarter', change: {}, method: 'chain-ladder', reason: 'history' },
    {
      name: 'first quarter is early: about a tenth is usually spent',
      change: { month: 1 },
      method: 'bornhuetter-ferguson',
      reason: 'early-in-year'
    },
    {
      name: 'the reader may call less of a year early',
      change: { month: 1, earlyShare: 0.1 },
      method: 'chain-ladder',
      reason: 'history'
    },
    { name: 'two years only', change: { past: twoYears }, method: 'bornhuetter-ferguson', reason: 'short-history' },
    {
      name: 'nothing spent yet',
      change: { totals: [0, 0, null, null] },
      method: 'bornhuetter-ferguson',
      reason: 'nothing-spent'
    },
    {
      name: 'a past year had spent nothing by now',
      change: { past: [...quarters, { tahun: 2025, totals: [0, 0, 10, 900], pagu: [1000, 1000, 1000, 1000] }] },
      method: 'bornhuetter-ferguson',
      reason: 'nothing-spent'
    },
    { name: 'no history: the plan', change: { past: [] }, method: 'cash-plan', reason: 'no-history' },
    {
      name: 'history without pagu, too short for the ladder: the plan',
      change: { past: twoYears.map((year) => ({ ...year, pagu: [null, null, null, null] })) },
      method: 'cash-plan',
      reason: 'no-history'
    },
    { name: 'no history, no plan', change: { past: [], rencana: null }, method: null, reason: 'no-history-no-plan' },
    {
      name: 'no history, and a plan that is not known to year-end',
      change: { past: [], rencana: [200, 500, 800, null] },
      method: null,
      reason: 'no-history-no-plan'
    },
    {
      name: 'no data for the month',
      change: { totals: [115, null, null, null] },
      method: null,
      reason: 'month-missing'
    },
    { name: 'no ceiling', change: { pagu: null }, method: null, reason: 'pagu-unknown' },
    {
      name: 'the year is over, whatever else is missing',
      change: { month: 4, totals: [115, 360, null, 1001], pagu: null, past: [] },
      method: 'complete',
      reason: 'year-complete'
    }
  ])('$name', ({ change, method, reason }) => {
    const result = chooseForecast({ ...agency, ...change });
    expect(result).toMatchObject({ method, reason });
    expect(result.forecast === null).toBe(method === null);
    if (method === null) expect([result.low, result.high, result.uncapped]).toEqual([null, null, null]);
  });

  test('years that are not used are listed with the reason', () => {
    const [first, second, third, fourth] = quarters;
    if (!first || !second || !third || !fourth) throw new Error('the golden case has four years');
    const past = [
      { ...first, oneOff: true },
      { ...second, totals: [120, 370, null, 1080] },
      third,
      { ...fourth, pagu: [1200, null, 1200, 1200] }
    ];
    const result = chooseForecast({ ...agency, past });
    expect(result.method).toBe('bornhuetter-ferguson');
    expect(result.years).toEqual([2023]);
    expect(result.leftOut).toEqual([
      { tahun: 2021, reason: 'one-off' },
      { tahun: 2022, reason: 'incomplete' },
      { tahun: 2024, reason: 'no-pagu' }
    ]);
  });

  test('a gap before the month of the forecast does not cost the year', () => {
    const past = quarters.map((year) => ({ ...year, totals: [null, ...year.totals.slice(1)] }));
    expect(chooseForecast({ ...agency, past })).toMatchObject({
      method: 'chain-ladder',
      years: [2021, 2022, 2023, 2024]
    });
  });

  test('a year with other periods than this one is left out', () => {
    const monthly = { tahun: 2020, totals: Array(12).fill(100), pagu: Array(12).fill(100) };
    expect(chooseForecast({ ...agency, past: [...quarters, monthly] }).leftOut).toEqual([
      { tahun: 2020, reason: 'incomplete' }
    ]);
  });
});

describe('Bornhuetter–Ferguson', () => {
  const years = [
    { tahun: 2023, realisasi: 10, total: 90, pagu: 100 },
    { tahun: 2024, realisasi: 30, total: 180, pagu: 200 },
    { tahun: 2025, realisasi: 8, total: 80, pagu: 100 }
  ];

  test('profile: counts are added up, then divided', () =>
    expect(yearProfile(years)).toEqual({ share: 48 / 350, finalRate: 350 / 400 }));

  test('residuals and band by hand', () => {
    // 2023 from the others: share 38/260, rate 260/300, so 10 + (1 − 38/260) · 100 · 260/300 = 84; residual 6/100.
    // 2024: share 18/170, rate 170/200: 30 + (152/170) · 200 · .85 = 182; residual −2/200.
    // 2025: share 40/270, rate 270/300: 8 + (230/270) · 100 · .9 = 84.6667; residual −4.6667/100.
    const found = residuals(years);
    [84, 182, 84 + 2 / 3].forEach((forecast, i) => expect(found[i]?.forecast).toBeCloseTo(forecast, 9));
    const errors = [0.06, -0.01, -0.14 / 3];
    errors.forEach((error, i) => expect(found[i]?.ofPagu).toBeCloseTo(error, 9));
    const mean = errors.reduce((a, b) => a + b, 0) / 3;
    const s = Math.sqrt(errors.reduce((sum, e) => sum + (e - mean) ** 2, 0) / 2);
    expect(bandHalfWidth(found, 500)).toBeCloseTo(1.8856181 * s * Math.sqrt(4 / 3) * 500, 4);
  });

  test('one year gives a point, no band and no backtest', () => {
    const result = chooseForecast({ ...agency, past: quarters.slice(0, 1) });
    expect(result.forecast).toBeCloseTo(360 + (1 - 0.33) * 1150 * (1000 / 1200), 9);
    expect(result).toMatchObject({ low: null, high: null, backtest: [], meanAbsoluteError: null });
  });

  test('the band lies evenly about the uncapped forecast, and a past year without pagu is not used', () => {
    const [first, second, third] = quarters;
    if (!first || !second || !third) throw new Error('the golden case has four years');
    const past = [first, second, { ...third, pagu: [0, 0, 0, 0] }];
    const result = chooseForecast({ ...agency, month: 1, totals: [115, null, null, null], past });
    expect(result).toMatchObject({ method: 'bornhuetter-ferguson', years: [2021, 2022] });
    expect(result.leftOut).toEqual([{ tahun: 2023, reason: 'no-pagu' }]);
    const [low, middle, high] = [result.uncappedLow ?? NaN, result.uncapped ?? NaN, result.uncappedHigh ?? NaN];
    expect(high - middle).toBeCloseTo(middle - low, 9);
    // Each year from the other: 110 + (1 − 120/1080) · 1200 · 1080/1200 = 1070, and 120 + (1 − 110/1000) · 1000 = 1010.
    const errors = [(1000 - 1070) / 1200, (1080 - 1010) / 1200];
    const s = Math.abs((errors[0] ?? NaN) - (errors[1] ?? NaN)) / Math.SQRT2;
    expect(high - middle).toBeCloseTo(3.0776835 * s * Math.sqrt(1.5) * a19.pagu, 4);
  });

  test('years that ended at nothing say nothing', () => {
    expect(yearProfile([{ tahun: 2024, realisasi: 0, total: 0, pagu: 10 }])).toBeNull();
    expect(yearProfile([])).toBeNull();
  });

  test('pagu and final rate are those of the stage in force at that month', () => {
    const past = quarters.slice(0, 2).map((year) => ({ ...year, pagu: [5000, 1000, 9999, 9999] }));
    expect(chooseForecast({ ...agency, past }).uncapped).toBeCloseTo(360 + (1 - 700 / 2080) * 1150 * (2080 / 2000), 9);
  });
});

describe('limits', () => {
  test('above the pagu already: the forecast is what is booked, and the uncapped one is published', () => {
    const result = chooseForecast({ ...agency, totals: [115, 1200, null, null] });
    expect([result.forecast, result.low, result.high]).toEqual([1200, 1200, 1200]);
    expect(result.uncapped).toBeCloseTo((1200 * 4380) / 1440, 6);
  });

  test('the plan has no band of its own', () => {
    const result = chooseForecast({ ...agency, past: [] });
    expect(result).toMatchObject({ forecast: 1010, low: null, high: null, share: null, years: [] });
  });

  test('one dominant year can put the point outside the log band; the band is widened to hold it', () => {
    const small = [1, 2, 3, 4, 5].map((i) => ({ tahun: 2015 + i, totals: [500, 1000], pagu: [1000, 1000] }));
    const past = [...small, { tahun: 2024, totals: [1e6, 1.5e6], pagu: [2e6, 2e6] }];
    const result = chooseForecast({ month: 1, totals: [100, null], pagu: 1000, rencana: null, past });
    expect(result.method).toBe('chain-ladder');
    expect(result.low).toBeLessThanOrEqual(result.forecast ?? NaN);
    expect(result.uncappedLow).toBeLessThanOrEqual(result.uncapped ?? NaN);
  });
});

const amount = fc.integer({ min: 0, max: 1e12 });
const series = fc.array(fc.integer({ min: -1e8, max: 1e11 }), { minLength: 12, maxLength: 12 }).map((steps) => {
  let sum = 0;
  return steps.map((step) => (sum += step));
});
const input = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }),
    totals: series,
    pagu: amount,
    rencana: fc.option(series),
    past: fc.array(fc.record({ totals: series, pagu: fc.array(amount, { minLength: 12, maxLength: 12 }) }), {
      maxLength: 6
    })
  })
  .map(({ past, ...now }): ForecastInput => ({ ...now, past: past.map((year, i) => ({ tahun: 2015 + i, ...year })) }));

describe('properties', () => {
  test('never below realisasi, never above pagu unless already there, inside its own band', () => {
    fc.assert(
      fc.property(input, (one) => {
        const { forecast, low, high } = chooseForecast(one);
        if (forecast === null) return;
        const realisasi = one.totals[one.month - 1] ?? NaN;
        expect(forecast).toBeGreaterThanOrEqual(realisasi);
        if (one.month < 12) expect(forecast).toBeLessThanOrEqual(Math.max(realisasi, one.pagu ?? NaN));
        if (low === null || high === null) return;
        expect(low).toBeGreaterThanOrEqual(realisasi);
        expect(low).toBeLessThanOrEqual(forecast);
        expect(high).toBeGreaterThanOrEqual(forecast);
      })
    );
  });

  test('at the end of the year it is exact, with no width', () => {
    fc.assert(
      fc.property(input, (one) => {
        const { forecast, low, high, uncapped } = chooseForecast({ ...one, month: 12 });
        expect([forecast, low, high, uncapped]).toEqual(Array(4).fill(one.totals[11]));
      })
    );
  });

  test('the order of the past years changes nothing that is printed', () => {
    fc.assert(
      fc.property(input, (one) => {
        const a = chooseForecast(one);
        const b = chooseForecast({ ...one, past: [...one.past].reverse() });
        expect(b.method).toBe(a.method);
        for (const key of ['forecast', 'low', 'high'] as const) {
          if (a[key] === null) expect(b[key]).toBeNull();
          else expect(Math.abs((b[key] ?? NaN) - a[key])).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(a[key])));
        }
      })
    );
  });

  test('the path starts at realisasi without width and ends at the forecast and its band', () => {
    fc.assert(
      fc.property(input, (one) => {
        const result = chooseForecast(one);
        const path = forecastPath(one, result);
        if (result.forecast === null) return void expect(path).toEqual([]);
        const realisasi = one.totals[one.month - 1];
        expect(path).toHaveLength(13 - one.month);
        if (one.month < 12) expect(path[0]).toMatchObject({ month: one.month, forecast: realisasi });
        expect(path.at(-1)).toEqual({ month: 12, forecast: result.forecast, low: result.low, high: result.high });
      })
    );
  });
});

describe('path', () => {
  test('chain ladder uncapped: each month is realisasi × summed months of the past', () => {
    const one = { ...agency, pagu: 5000 };
    const path = forecastPath(one, chooseForecast(one));
    expect(path.map(({ month }) => month)).toEqual([2, 3, 4]);
    expect(path[1]?.forecast).toBeCloseTo(a19.nextPeriod, 9);
  });

  test('by the plan: parallel to it, and unknown where the plan is', () => {
    const one = { ...agency, past: [] };
    expect(forecastPath(one, chooseForecast(one)).map(({ forecast }) => forecast)).toEqual([360, 660, 1010]);
    const gap = { ...one, rencana: [200, 500, null, 1150] };
    expect(forecastPath(gap, chooseForecast(gap)).map(({ forecast }) => forecast)).toEqual([360, null, 1010]);
  });

  test('nothing left to plan: an even, flat line', () => {
    const one = { ...agency, past: [], rencana: [500, 500, 500, 500] };
    expect(forecastPath(one, chooseForecast(one)).map(({ forecast }) => forecast)).toEqual([360, 360, 360]);
  });
});
