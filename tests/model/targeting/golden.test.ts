import { describe, expect, test } from 'vitest';
import { concentrationCoefficient, concentrationCurve, gini } from '$lib/model/targeting/concentration';
import type { Count } from '$lib/model/targeting/count';
import { approximateZ, limitsAt, outside } from '$lib/model/targeting/funnel';
import { atkinsonHalf, herfindahl, rosenbluth } from '$lib/model/targeting/inequality';
import { clopperPearson, jeffreys, wilson, z998, type Interval } from '$lib/model/targeting/interval';
import { analystRates, paidRates, targetingRates, widestErrors, type ClassCounts } from '$lib/model/targeting/rates';
import { gapClosed } from '$lib/model/targeting/povertyGap';
import { matchedPrior, maximumLikelihood, momentEstimate, moments, posterior } from '$lib/model/targeting/shrink';
import { shrunk, type Prior } from '$lib/model/targeting/shrunk';
import a1 from '../../golden/a1-ten-people.json';
import a10 from '../../golden/a10-inequality.json';
import a11 from '../../golden/a11-concentration.json';
import a17 from '../../golden/a17-villages.json';
import a18 from '../../golden/a18-shrunk-and-funnel.json';
import a2 from '../../golden/a2-indonesia-640.json';
import a3 from '../../golden/a3-two-by-two.json';
import a4 from '../../golden/a4-mcc-f1.json';
import a5 from '../../golden/a5-leakage-money.json';
import a6 from '../../golden/a6-proportions.json';
import a7 from '../../golden/a7-wilson.json';
import a8 from '../../golden/a8-funnel-z.json';
import a9 from '../../golden/a9-beta-prior.json';

/** Counts without anybody undecided. */
function classes(layak: number, tidakLayak: number, layakTerlewat: number, tidakLayakDiLuar: number): ClassCounts {
  const penerima = layak + tidakLayak;
  return {
    penerima,
    layak,
    tidakLayak,
    desilKosong: 0,
    tidakTercatat: 0,
    layakTerlewat,
    tidakLayakDiLuar,
    desilKosongDiLuar: 0
  };
}

function near(found: Count, wanted: number | null, digits = 6): void {
  if (wanted === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(wanted, digits);
}

function nearInterval(found: Interval | null, wanted: readonly number[] | null, digits = 6): void {
  if (wanted === null) return expect(found).toBeNull();
  expect(found).not.toBeNull();
  near(found![0], wanted[0]!, digits);
  near(found![1], wanted[1]!, digits);
}

describe('golden A1: ten people of the World Bank', () => {
  const counts = (recipients: readonly number[], poor: number): ClassCounts => {
    const layak = recipients.filter((one) => one <= poor).length;
    return classes(layak, recipients.length - layak, poor - layak, 10 - poor - (recipients.length - layak));
  };
  for (const { name, recipients, ...lines } of a1.scenarios) {
    for (const [line, poor] of Object.entries(a1.lines)) {
      test(`${name} against ${line}: errors and the book's differential`, () => {
        const wanted = lines[line as keyof typeof lines];
        const found = targetingRates(counts(recipients, poor));
        near(found.ee, wanted.ee / 100);
        near(found.ie, wanted.ie / 100);
        near(analystRates(counts(recipients, poor)).tdWb, wanted.td / 100);
      });
    }
    test(`${name}: share of money to the poor against their share of the nation`, () => {
      const poor = a1.lines.PL;
      const own = counts(recipients, poor);
      const paid = { layak: own.layak, tidakLayak: own.tidakLayak, takDiketahui: 0, ganda: 0 };
      near(paidRates(paid, own, 4).cghNat, a1.computed.cghNat[name as keyof typeof a1.computed.cghNat]);
    });
  }
  test.for(Object.entries(a1.computed.tdRav))(
    '%s: the differential of Galasso and Ravallion is another number',
    ([name, td]) => {
      const { recipients } = a1.scenarios.find((scenario) => scenario.name === name)!;
      near(analystRates(counts(recipients, a1.lines.P20)).tdRav, td);
    }
  );
});

test('golden A1: money that closes the gap of the poor, and how much less unequal it leaves the ten', () => {
  const { incomes, line, budget, gini: before, costBenefit, gapClosed: gap, giniDrop } = a1.money;
  near(gini(incomes), before);
  for (const { name, recipients } of a1.scenarios) {
    const receives = incomes.map((_, i) => recipients.includes(i + 1));
    const each = budget / recipients.length;
    const gaps = incomes.map((income) => Math.max(0, line - income));
    const found = gapClosed(gaps, receives, each);
    near(found.costBenefit, costBenefit[name as keyof typeof costBenefit]);
    if (name in gap) near(found.share, gap[name as keyof typeof gap]);
    const after = gini(incomes.map((income, i) => income + (receives[i] ? each : 0)))!;
    if (name in giniDrop) near(1 - after / before, giniDrop[name as keyof typeof giniDrop], 4);
  }
  expect(gapClosed([0, 0], [true, false], 5)).toEqual({ share: null, costBenefit: 0 });
  expect(gapClosed([3, 0], [false, false], 5)).toEqual({ share: 0, costBenefit: null });
});

test('golden A2: what the 640 villages call inclusion error is our coverage of the not eligible', () => {
  const of = (poor: boolean) => a2.groups.filter((group) => group.poor === poor);
  const errors = (groups: typeof a2.groups) => groups.reduce((sum, { n, error }) => sum + n * error, 0);
  const people = (groups: typeof a2.groups) => groups.reduce((sum, { n }) => sum + n, 0);
  const [fn, fp] = [errors(of(true)), errors(of(false))];
  const counts = classes(people(of(true)) - fn, fp, fn, people(of(false)) - fp);
  const found = targetingRates(counts);
  near(found.fpr, a2.exact.fpr, 5);
  near(found.fpr, a2.published.fpr, 2);
  near(found.ee, a2.exact.ee, 5);
  near(found.ee, a2.published.ee, 2);
  near((fn + fp) / people(a2.groups), a2.published.overall, 2);
  const { fpr, ee } = a2.published;
  near((ee * people(of(true)) + fpr * people(of(false))) / people(a2.groups), a2.exact.overall, 5);
  const [poor, others] = [people(of(true)), people(of(false))];
  const printed = targetingRates(classes((1 - ee) * poor, fpr * others, ee * poor, (1 - fpr) * others));
  near(printed.ie, a2.computed.ie, 4);
  near(printed.covAll, a2.computed.covAll, 4);
});

test('golden A3: a two by two table with published sensitivity and specificity', () => {
  const { counts, computed, published } = a3;
  const own = classes(counts.layak, counts.tidakLayak, counts.layakTerlewat, counts.tidakLayakDiLuar);
  const found = { ...targetingRates(own), ...analystRates(own) };
  for (const name of ['ee', 'ie', 'fpr', 'tdRav', 'f1', 'mcc'] as const) near(found[name], computed[name]);
  near(found.covElig, published.sensitivity[0]!, 2);
  near(1 - (found.fpr as number), published.specificity[0]!, 2);
  const reached = clopperPearson(counts.layak, counts.layak + counts.layakTerlewat);
  const kept = clopperPearson(counts.tidakLayakDiLuar, counts.tidakLayak + counts.tidakLayakDiLuar);
  nearInterval(reached, computed.clopperPearsonReached);
  nearInterval(kept, computed.clopperPearsonNotEligible);
  nearInterval(reached, published.sensitivity.slice(1), 2);
});

test.for(a4.cases)('golden A4: Matthews and F1 of $name', ({ truth, given, mcc, f1 }) => {
  const count = (eligible: number, received: number) =>
    truth.filter((one, i) => one === eligible && given[i] === received).length;
  const found = analystRates(classes(count(1, 1), count(0, 1), count(1, 0), count(0, 0)));
  near(found.mcc, mcc);
  if (f1 !== null) near(found.f1, f1);
});

test.for(a5.cases)('golden A5: $name', ({ recipients, eligible, transfers, benefit, gapCut }) => {
  const each = transfers / recipients;
  expect(Math.abs(each - benefit)).toBeLessThan(0.5);
  const toPoor = each * eligible;
  const paid = { layak: toPoor, tidakLayak: transfers - toPoor, takDiketahui: 0, ganda: 0 };
  const found = paidRates(paid, classes(eligible, recipients - eligible, a5.poor - eligible, 8000), 2);
  near(found.share40, eligible / recipients);
  near(found.leakCostRatio, recipients / eligible);
  near(((found.share40 as number) * transfers) / (a5.poor * a5.gap), gapCut, 2);
});

test.for(a6.cases)('golden A6: $x of $n, Wilson and Jeffreys', ({ x, n, wilson: wanted, jeffreys: other }) => {
  nearInterval(wilson(x, n), wanted);
  if (other !== null) nearInterval(jeffreys(x, n), other);
});

test.for(a7.cases)('golden A7: $x of $n, Wilson at 95 and 99.8 %', ({ x, n, p95, p998 }) => {
  nearInterval(wilson(x, n), p95, 9);
  nearInterval(wilson(x, n, z998), p998, 9);
});

test.for([
  { name: 'x below 0', x: -1, n: 10 },
  { name: 'n of 0', x: 0, n: 0 },
  { name: 'x above n', x: 11, n: 10 }
])('an interval of $name is refused', ({ x, n }) => {
  for (const interval of [wilson, jeffreys, clopperPearson]) expect(() => interval(x, n)).toThrow(RangeError);
});

test.for(a8.cases as [number, number, number, boolean, boolean][])(
  'golden A8: %d of %d in the approximate funnel',
  ([x, n, z, outer80, outer95]) => {
    const found = Math.abs(approximateZ({ x, n }, a8.theta));
    near(found, z);
    expect(found > a8.z80).toBe(outer80);
    expect(found > 1.959964).toBe(outer95);
  }
);

describe('golden A9: seventy groups', () => {
  const groups = a9.groups.map(([x, n]) => ({ x: x!, n: n! }));

  test('prior by mean and deviation as published, kept for comparison', () => {
    const rates = groups.map(({ x, n }) => x / n);
    const mean = rates.reduce((a, b) => a + b, 0) / rates.length;
    const sd = Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (rates.length - 1));
    near(mean, a9.matched.mean, 8);
    near(sd, a9.matched.sd, 8);
    const { a, b } = matchedPrior(mean, sd);
    near(a, a9.matched.a);
    near(b, a9.matched.b);
    near(a, a9.matched.published[0]!, 1);
    near(b, a9.matched.published[1]!, 1);
    near(shrunk(a9.newGroup, { method: 'momen', a, b, mean }), a9.newGroup.mean);
    near(shrunk(a9.newGroup, { method: 'momen', a, b, mean }), a9.newGroup.publishedMean, 3);
  });

  test('beta-binomial maximum likelihood', () => {
    const found = maximumLikelihood(groups)!;
    near(found.a, a9.mle.a, 5);
    near(found.b, a9.mle.b, 4);
    near(found.a / (found.a + found.b), a9.mle.mean);
  });

  test('moments of Martuzzi and Elliott', () => {
    const found = moments(groups);
    near(found.m, a9.martuzziElliott.m);
    near(found.s2, a9.martuzziElliott.s2);
    near(momentEstimate(groups[0]!, found), a9.martuzziElliott.first, 5);
    near(momentEstimate(groups.at(-1)!, found), a9.martuzziElliott.last, 5);
  });
});

test('golden A10: Gini, plain and corrected for its bias; Herfindahl, Rosenbluth, Atkinson', () => {
  near(gini(a10.amounts), a10.gini, 7);
  near(herfindahl(a10.amounts), a10.herfindahl, 7);
  near(rosenbluth(a10.amounts), a10.rosenbluth, 7);
  near(atkinsonHalf(a10.amounts), a10.atkinsonHalf, 7);
  for (const index of [gini, herfindahl, rosenbluth, atkinsonHalf]) expect(index([0, 0])).toBeNull();
  for (const population of a10.corrected.populations)
    near(gini(population)! * (population.length / (population.length - 1)), a10.corrected.gini);
});

test('golden A11: concentration of grouped data', () => {
  const groups = a11.people.map((people, i) => ({ people, benefit: people * a11.estimate[i]! }));
  near(concentrationCoefficient(groups), a11.exact, 10);
  near(concentrationCoefficient(groups), a11.rci, 7);
});

describe('golden A17: three villages with every edge, and their regency as the sum of counts', () => {
  for (const [name, village] of Object.entries(a17.villages)) {
    test(`${name}: errors, intervals, bounds`, () => {
      const found = { ...targetingRates(village.counts), ...analystRates(village.counts) };
      for (const rate of ['ee', 'ie', 'fpr', 'tdRav', 'tdWb', 'f1', 'mcc'] as const) near(found[rate], village[rate]);
      const { layak, tidakLayak, layakTerlewat } = village.counts;
      if (village.eeWilson !== null) nearInterval(wilson(layakTerlewat, layak + layakTerlewat), village.eeWilson);
      if (village.ieWilson !== null) nearInterval(wilson(tidakLayak, layak + tidakLayak), village.ieWilson);
      const bounds = widestErrors(village.counts);
      nearInterval(bounds.ee, village.eeBounds);
      nearInterval(bounds.ie, village.ieBounds);
    });
    test(`${name}: rupiah and concentration`, () => {
      const [layak = 0, tidakLayak = 0, takDiketahui = 0, ganda = 0] = village.paid;
      const paid = paidRates({ layak, tidakLayak, takDiketahui, ganda }, village.counts, 4);
      near(paid.cghNat, village.cghNat);
      near(paid.cghLoc, village.cghLoc);
      const groups = village.registered.map((people, i) => ({ people, benefit: village.received[i]! * 600_000 }));
      near(concentrationCoefficient(groups), village.cc);
    });
  }
  test('the curve runs from nobody to everybody, and is empty where nothing was given', () => {
    const groups = a17.villages.X.registered.map((people, i) => ({ people, benefit: a17.villages.X.received[i]! }));
    const curve = concentrationCurve(groups);
    expect(curve[0]).toEqual([0, 0]);
    expect(curve.at(-1)).toEqual([1, 1]);
    expect(concentrationCurve(groups.map(({ people }) => ({ people, benefit: 0 })))).toEqual([]);
  });
});

describe('golden A18: small numbers are drawn in, and the funnel flags only what chance does not explain', () => {
  const theta = a18.theta[0]! / a18.theta[1]!;
  const prior: Prior = { method: 'mle', ...a18.prior, mean: 0.2 };
  test.for(a18.villages)('village $name', ({ x, n, mean, credible, above, limits, flag }) => {
    near(shrunk({ x, n }, prior), mean);
    const found = posterior({ x, n }, prior, theta)!;
    nearInterval(found.interval, credible, 4);
    near(found.above, above, 4);
    const own = limitsAt(n, theta);
    if (limits !== null) nearInterval([own.lo95, own.hi95], limits, 4);
    expect(outside({ x, n }, own, 95)).toBe(flag);
    expect(outside({ x, n }, own)).toBeNull();
  });
});
