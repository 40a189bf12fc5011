import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  developmentFactors,
  factorRoute,
  logRatioInterval,
  meanAndDeviation,
  telescopedRoute
} from '$lib/model/chainLadder';
import { mack, mackStandardError } from '$lib/model/mack';
import ukMotor from '../golden/a12-ukmotor.json';
import a19 from '../golden/a19-forecast.json';

const rows = a19.past.map((year) => year.totals);

describe('golden A12, UKMotor', () => {
  const result = mack(ukMotor.triangle);

  test('factors as published', () => {
    expect(result?.factors).toHaveLength(6);
    ukMotor.factors.forEach((factor, k) => expect(result?.factors[k]).toBeCloseTo(factor, 4));
  });

  test('each row: ultimate, amount to go and standard error as published', () => {
    expect(result?.rows).toHaveLength(7);
    result?.rows.forEach(({ ultimate, standardError }, i) => {
      const latest = ukMotor.triangle[i]?.findLast((value) => value !== null) ?? NaN;
      expect(Math.round(ultimate)).toBe(ukMotor.ultimate[i]);
      expect(Math.round(ultimate - latest)).toBe(ukMotor.toGo[i]);
      expect(standardError).toBeCloseTo(ukMotor.standardError[i] ?? NaN, 2);
    });
  });

  test('total with the covariance of the rows as published', () => {
    expect(result?.total.ultimate).toBeCloseTo(ukMotor.total.ultimate, 2);
    expect(result?.total.standardError).toBeCloseTo(ukMotor.total.standardError, 2);
    const quadrature = Math.hypot(...(result?.rows.map((row) => row.standardError) ?? []));
    expect(result?.total.standardError).toBeGreaterThan(quadrature);
  });

  test('the order of the rows changes nothing', () => {
    const reversed = mack([...ukMotor.triangle].reverse());
    expect(reversed?.total.standardError).toBeCloseTo(result?.total.standardError ?? NaN, 8);
    expect(reversed?.rows[0]?.ultimate).toBeCloseTo(result?.rows[6]?.ultimate ?? NaN, 8);
  });
});

describe('golden A19, one agency by quarter', () => {
  test('factors, and the next quarter', () => {
    developmentFactors(rows).forEach((factor, k) => expect(factor).toBeCloseTo(a19.factors[k] ?? NaN, 6));
    expect(360 * (developmentFactors(rows)[1] ?? NaN)).toBeCloseTo(a19.nextPeriod, 9);
  });

  test('both routes give 1,095', () => {
    expect(factorRoute(rows, 360, 2)).toBeCloseTo(a19.forecast, 9);
    expect(telescopedRoute(rows, 360, 2)).toBeCloseTo(a19.forecast, 9);
  });

  test('Mack standard error, and the normal band it would give', () => {
    const error = mackStandardError(rows, 360, 2) ?? NaN;
    expect(error).toBeCloseTo(a19.mackStandardError, 4);
    expect(error / a19.forecast).toBeCloseTo(a19.mackCv, 5);
    expect(a19.forecast - 1.2815516 * error).toBeCloseTo(a19.normal80[0] ?? NaN, 2);
    expect(a19.forecast + 1.2815516 * error).toBeCloseTo(a19.normal80[1] ?? NaN, 2);
  });

  test('log-ratio interval', () => {
    const interval = logRatioInterval(rows, 360, 2);
    expect(interval?.mean).toBeCloseTo(a19.logRatio.mean, 6);
    expect(interval?.deviation).toBeCloseTo(a19.logRatio.deviation, 7);
    expect(interval?.point).toBeCloseTo(a19.logRatio.point, 2);
    expect(interval?.low).toBeCloseTo(a19.logRatio.low, 2);
    expect(interval?.high).toBeCloseTo(a19.logRatio.high, 2);
  });

  test('the mean of the yearly shares gives nearly the same, but is not the definition', () => {
    const shares = rows.map((row) => (row[1] ?? NaN) / (row[3] ?? NaN));
    expect(360 / meanAndDeviation(shares).mean).toBeCloseTo(a19.meanOfShares, 2);
  });
});

describe('properties', () => {
  const year = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 12, maxLength: 12 }).map((steps) => {
    let sum = 0;
    return steps.map((step) => (sum += step));
  });
  const history = fc.array(year, { minLength: 2, maxLength: 6 });
  const month = fc.integer({ min: 1, max: 12 });

  test('the factor route and the telescoped route agree for complete years', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 1e9 }), month, (years, realisasi, t) => {
        const telescoped = telescopedRoute(years, realisasi, t) ?? NaN;
        expect(Math.abs((factorRoute(years, realisasi, t) ?? NaN) - telescoped)).toBeLessThanOrEqual(1e-9 * telescoped);
      })
    );
  });

  test('neither the unit nor the order of the years matters', () => {
    fc.assert(
      fc.property(history, month, (years, t) => {
        const interval = logRatioInterval(years, 1e6, t);
        const other = logRatioInterval(
          [...years].reverse().map((row) => row.map((value) => value * 4)),
          4e6,
          t
        );
        expect((other?.high ?? NaN) / (4 * (interval?.high ?? NaN))).toBeCloseTo(1, 9);
        expect((other?.low ?? NaN) / (4 * (interval?.low ?? NaN))).toBeCloseTo(1, 9);
      })
    );
  });

  test('the interval holds the middle and grows with the level', () => {
    fc.assert(
      fc.property(history, month, (years, t) => {
        const [narrow, wide] = [0.5, 0.8].map((level) => logRatioInterval(years, 1e6, t, level));
        expect(wide?.low).toBeLessThanOrEqual((narrow?.low ?? NaN) * (1 + 1e-12));
        expect(narrow?.low).toBeLessThanOrEqual((narrow?.point ?? NaN) * (1 + 1e-12));
        expect(wide?.high).toBeGreaterThanOrEqual((narrow?.high ?? NaN) * (1 - 1e-12));
      })
    );
  });
});

describe('what cannot be said', () => {
  test.for([
    { name: 'one year has no spread', rows: [[5, 10]] },
    {
      name: 'a year with nothing by then has no ratio',
      rows: [
        [0, 10],
        [5, 10]
      ]
    },
    {
      name: 'a year with an unknown end',
      rows: [
        [5, null],
        [5, 10]
      ]
    }
  ])('logRatioInterval: $name', ({ rows }) => expect(logRatioInterval(rows, 5, 1)).toBeNull());

  test.for([
    {
      name: 'a gap inside a row',
      triangle: [
        [1, null, 3],
        [1, 2, 3],
        [1, 2, null]
      ]
    },
    {
      name: 'an empty row',
      triangle: [
        [null, null],
        [1, 2],
        [1, 2]
      ]
    },
    {
      name: 'an amount of zero',
      triangle: [
        [0, 2],
        [1, 2],
        [1, null]
      ]
    },
    {
      name: 'a step seen once and no two steps before it',
      triangle: [
        [1, 2, 3],
        [1, 2, null]
      ]
    }
  ])('mack: $name', ({ triangle }) => expect(mack(triangle)).toBeNull());

  test('factors and routes are null where nothing is known', () => {
    expect(developmentFactors([[0, 5]])).toEqual([null]);
    expect(factorRoute([[0, 5]], 3, 1)).toBeNull();
    expect(telescopedRoute([[0, 5]], 3, 1)).toBeNull();
    expect(telescopedRoute([[null, 5]], 3, 1)).toBeNull();
  });
});
