import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, groupOf, type BudgetLine, type LineAssessment } from '$lib/model/assessment';
import { lineFindings, defaultThresholds, rules, workFinding, type Rule } from '$lib/model/exceptionRules';
import { decision, exceptions } from '$lib/model/exceptions';
import { rupiahAtRisk, type Risk, type RiskInput } from '$lib/model/rupiahAtRisk';

const even = (year: number) => Array.from({ length: 12 }, (_, i) => (year * (i + 1)) / 12);
const flat = (value: number | null) => Array.from({ length: 12 }, () => value);
/** Cumulative months, carried on with null after the last one given. */
const until = (...totals: (number | null)[]) => Array.from({ length: 12 }, (_, i) => totals[i] ?? null);

/** A line of 1,200 on an even plan, spent exactly to plan. */
function line(change: Partial<BudgetLine> = {}): BudgetLine {
  return {
    kode: 'a',
    kodeSkpd: '1.06.0.00.0.00.01.0000',
    kodeSubkegiatan: '1.06.04.2.01.0001',
    kodeJenis: '5.1.02',
    pagu: flat(1200),
    totals: even(1200),
    rencana: even(1200),
    fisik: null,
    komitmen: 0,
    kewajiban: 0,
    diblokir: 0,
    before: { rencana: change.rencana === undefined ? even(1200) : change.rencana, diblokir: change.diblokir ?? 0 },
    transferArrived: null,
    masalah: null,
    tindakLanjut: null,
    ...change
  };
}

const noRisk: Risk = { rupiah: 0, apart: null, isListed: false, notListed: null };
function assessed(change: Partial<BudgetLine> = {}, risk: Partial<Risk> = {}): LineAssessment {
  const one = line(change);
  const forecast = { kode: one.kode, forecast: 900, low: 800, high: 1000, share: 1 };
  return { line: one, forecast, risk: { ...noRisk, ...risk } };
}

const found = (change: Partial<BudgetLine>, month: number, limits = {}) =>
  lineFindings(assessed(change), month, { ...defaultThresholds, ...limits });

describe('rules about a line', () => {
  test('a line on its plan raises nothing in any month', () => {
    for (let month = 1; month <= 12; month++) expect(found({}, month)).toEqual([]);
  });

  test.for<{ name: string; line: Partial<BudgetLine>; month: number; limits?: object; expected: Rule[] }>([
    { name: '10 % behind plan', line: { totals: until(90) }, month: 1, expected: ['behindPlan'] },
    { name: '9 % behind plan', line: { totals: until(91) }, month: 1, expected: [] },
    {
      name: '9 % behind, the reader asks for 5 %',
      line: { totals: until(91) },
      month: 1,
      limits: { behindPlan: 0.05 },
      expected: ['behindPlan']
    },
    {
      name: 'behind, but below the smallest amount',
      line: { totals: until(90) },
      month: 1,
      limits: { minimumRupiah: 11 },
      expected: []
    },
    { name: 'nothing spent though planned', line: { totals: until(0) }, month: 1, expected: ['nothingSpent'] },
    {
      name: 'nothing spent, nothing planned yet',
      line: { totals: flat(0), rencana: until(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1200) },
      month: 6,
      expected: []
    },
    { name: 'nothing spent, no plan, first quarter', line: { totals: flat(0), rencana: null }, month: 3, expected: [] },
    {
      name: 'nothing spent, no plan, April',
      line: { totals: flat(0), rencana: null },
      month: 4,
      expected: ['nothingSpent']
    },
    {
      name: 'nothing spent because all is blocked',
      line: { totals: flat(0), diblokir: 1200 },
      month: 6,
      expected: ['blocked']
    },
    {
      name: 'no pagu and nothing spent is no line at all',
      line: { totals: flat(0), pagu: flat(0) },
      month: 6,
      expected: []
    },
    { name: 'above pagu', line: { totals: flat(1201) }, month: 6, expected: ['abovePagu'] },
    { name: 'exactly the pagu', line: { totals: flat(1200) }, month: 6, expected: [] },
    {
      name: 'spent without pagu',
      line: { totals: flat(5), pagu: flat(0), rencana: flat(0) },
      month: 6,
      expected: ['abovePagu']
    },
    { name: 'a month without a file raises nothing', line: { totals: flat(null) }, month: 6, expected: [] },
    { name: 'partly blocked', line: { diblokir: 1 }, month: 6, expected: ['blocked'] },
    {
      name: 'a correction this year',
      line: { totals: until(100, 210, 200, 410, 510, 610) },
      month: 6,
      expected: ['negativeMonth']
    },
    {
      name: 'a correction too long ago for the reader',
      line: { totals: until(100, 210, 200, 410, 510, 610) },
      month: 6,
      limits: { negativeWithin: 3 },
      expected: []
    },
    { name: 'a correction still to come', line: { totals: until(100, 210, 200) }, month: 2, expected: [] },
    {
      name: 'a slow start is the season',
      line: { totals: until(10, 20, 30, 40, 50, 60), rencana: null },
      month: 6,
      expected: []
    },
    {
      name: 'from July it is a late surge',
      line: { totals: until(10, 20, 30, 40, 50, 60, 70), rencana: null },
      month: 7,
      expected: ['lateSurge']
    },
    {
      name: 'December far above the rest',
      line: { totals: [...even(360).slice(0, 11), 1200], rencana: null },
      month: 12,
      expected: ['lateSurge']
    }
  ])('$name', ({ line, month, limits, expected }) =>
    expect(found(line, month, limits).map(({ rule }) => rule)).toEqual(expected)
  );

  test('each finding carries the values of its sentence', () => {
    expect(found({ totals: until(75) }, 1)).toEqual([
      { rule: 'behindPlan', rupiah: 25, realisasi: 75, rencana: 100, rate: -0.25 }
    ]);
    expect(found({ totals: until(0, 0) }, 2)).toEqual([
      { rule: 'nothingSpent', rupiah: 200, pagu: 1200, rencana: 200 }
    ]);
    expect(found({ totals: until(0, 0, 0, 0), rencana: null }, 4)).toEqual([
      { rule: 'nothingSpent', rupiah: 1200, pagu: 1200, rencana: null }
    ]);
    expect(found({ totals: flat(1300) }, 6)).toEqual([{ rule: 'abovePagu', rupiah: 100, realisasi: 1300, pagu: 1200 }]);
    expect(found({ totals: until(100, 90), rencana: null }, 2)).toEqual([
      { rule: 'negativeMonth', rupiah: 10, month: 2, amount: -10 }
    ]);
    expect(found({ totals: until(10, 20, 30, 40, 50, 60, 70), rencana: null }, 7)).toEqual([
      { rule: 'lateSurge', rupiah: 1130, perMonth: 226, usual: 10, ratio: 22.6 }
    ]);
    const [december] = found({ totals: [...even(360).slice(0, 11), 1200], rencana: null }, 12);
    expect(december).toMatchObject({ rule: 'lateSurge', perMonth: 870, ratio: 29 });
    expect(december).toMatchObject({ usual: expect.closeTo(30, 9) });
  });

  test('blocked budget is not waited for: the pace needed is that of the free part', () => {
    const totals = until(10, 20, 30, 40, 50, 60, 70);
    expect(found({ totals, rencana: null, diblokir: 1080 }, 7).map(({ rule }) => rule)).toEqual(['blocked']);
  });

  test('forecast below what is meant, only when the risk is listed', () => {
    const listed = assessed({}, { rupiah: 300, isListed: true });
    expect(lineFindings(listed, 6, defaultThresholds)).toEqual([
      { rule: 'forecastBelow', rupiah: 300, forecast: 900, high: 1000, meant: 1200 }
    ]);
    expect(lineFindings(assessed({}, { rupiah: 300 }), 6, defaultThresholds)).toEqual([]);
  });
});

describe('money against work, per sub kegiatan', () => {
  const two = (fisik: number | null) => [
    line({ fisik, totals: flat(600) }),
    line({ kode: 'b', fisik, totals: flat(840) })
  ];
  test.for([
    {
      name: '80 % built, 60 % paid',
      fisik: 0.8,
      expected: { rule: 'moneyBehindWork', realisasiRate: 0.6, fisik: 0.8 }
    },
    { name: '79 % built, 60 % paid', fisik: 0.79, expected: null },
    {
      name: '30 % built, 60 % paid',
      fisik: 0.3,
      expected: { rule: 'moneyAheadOfWork', realisasiRate: 0.6, fisik: 0.3 }
    },
    { name: 'nothing reported', fisik: null, expected: null },
    { name: 'nothing built is a report too', fisik: 0, expected: { rule: 'moneyAheadOfWork', fisik: 0 } }
  ])('$name', ({ fisik, expected }) => {
    const finding = workFinding(two(fisik), 6, defaultThresholds);
    if (expected === null) expect(finding).toBeNull();
    else expect(finding).toMatchObject(expected);
  });

  test('20 points exactly are 20 points, whatever the last binary digit says', () => {
    expect(0.3 - 0.1).toBeLessThan(0.2);
    expect(workFinding([line({ fisik: 0.3, totals: flat(120) })], 6, defaultThresholds)).not.toBeNull();
  });

  test('rupiah is the gap of the whole pagu', () =>
    expect(workFinding(two(0.8), 6, defaultThresholds)?.rupiah).toBeCloseTo(0.2 * 2400, 9));

  test('an unknown month or no pagu raises nothing', () => {
    expect(workFinding([line({ fisik: 0.9, totals: flat(null) })], 6, defaultThresholds)).toBeNull();
    expect(workFinding([line({ fisik: 0.9, pagu: flat(0) })], 6, defaultThresholds)).toBeNull();
  });
});

describe('rupiahAtRisk', () => {
  const base: RiskInput = {
    kodeSubkegiatan: '1.06.04.2.01.0001',
    kodeJenis: '5.1.02',
    meant: 1000,
    meantFree: 1000,
    transferArrived: null,
    forecast: { forecast: 700, high: 900 },
    before: { high: 950, meantFree: 1000 }
  };

  test.for<{ name: string; change: Partial<RiskInput>; expected: Risk }>([
    {
      name: 'below for two months',
      change: {},
      expected: { rupiah: 300, apart: null, isListed: true, notListed: null }
    },
    {
      name: 'below this month only',
      change: { before: { high: 1000, meantFree: 1000 } },
      expected: { rupiah: 300, apart: null, isListed: false, notListed: 'first-month' }
    },
    {
      name: 'no month before',
      change: { before: null },
      expected: { rupiah: 300, apart: null, isListed: false, notListed: 'first-month' }
    },
    {
      name: 'the band still reaches it',
      change: { forecast: { forecast: 700, high: 1000 } },
      expected: { rupiah: 300, apart: null, isListed: false, notListed: 'within-band' }
    },
    {
      name: 'no band',
      change: { forecast: { forecast: 700, high: null } },
      expected: { rupiah: 300, apart: null, isListed: false, notListed: 'no-band' }
    },
    {
      name: 'forecast above what is meant',
      change: { forecast: { forecast: 1100, high: 1200 } },
      expected: { rupiah: 0, apart: null, isListed: false, notListed: null }
    },
    {
      name: 'no forecast',
      change: { forecast: { forecast: null, high: null } },
      expected: { rupiah: null, apart: null, isListed: false, notListed: 'no-forecast' }
    },
    {
      name: 'no pagu',
      change: { meant: null, meantFree: null },
      expected: { rupiah: null, apart: null, isListed: false, notListed: 'no-forecast' }
    },
    {
      name: 'BTT stands apart',
      change: { kodeJenis: '5.3.01' },
      expected: { rupiah: 0, apart: { rupiah: 300, reason: 'btt' }, isListed: false, notListed: null }
    },
    {
      name: '5.30 is not BTT',
      change: { kodeJenis: '5.30' },
      expected: { rupiah: 300, apart: null, isListed: true, notListed: null }
    },
    {
      name: 'disaster stands apart',
      change: { kodeSubkegiatan: '1.06.06.2.01.0001' },
      expected: { rupiah: 0, apart: { rupiah: 300, reason: 'disaster' }, isListed: false, notListed: null }
    },
    {
      name: 'the transfer has not arrived',
      change: { transferArrived: false },
      expected: { rupiah: 0, apart: { rupiah: 300, reason: 'transfer-not-arrived' }, isListed: false, notListed: null }
    },
    {
      name: 'the transfer has arrived',
      change: { transferArrived: true },
      expected: { rupiah: 300, apart: null, isListed: true, notListed: null }
    },
    {
      name: 'a blocked part stands apart, the rest counts',
      change: { meantFree: 800, forecast: { forecast: 700, high: 750 }, before: { high: 750, meantFree: 800 } },
      expected: { rupiah: 100, apart: { rupiah: 200, reason: 'blocked' }, isListed: true, notListed: null }
    }
  ])('$name', ({ change, expected }) => expect(rupiahAtRisk({ ...base, ...change })).toEqual(expected));
});

describe('assess', () => {
  const season = [0.02, 0.06, 0.12, 0.2, 0.3, 0.4, 0.48, 0.55, 0.62, 0.7, 0.8, 0.9];
  const year = (tahun: number, pagu: number, lift = 1) => ({
    tahun,
    totals: season.map((rate) => rate * lift * pagu),
    pagu: flat(pagu)
  });
  const skpd = line().kodeSkpd;
  const history = [
    { kode: `${skpd} 5.1.02`, years: [year(2023, 2000, 1.01), year(2024, 2200, 0.99), year(2025, 2400)] }
  ];
  const onSeason = line({ kode: 'a', totals: season.map((rate, i) => (i < 8 ? rate * 1200 : null)) });
  const late = line({ kode: 'b', kodeSubkegiatan: '1.06.05.2.02.0006', totals: until(0, 0, 0, 0, 0, 60, 120, 180) });
  const pay = line({ kode: 'c', kodeJenis: '5.1.01', totals: until(100, 200, 300, 400, 500, 600, 700, 800) });
  const result = assess({ month: 8, lines: [late, pay, onSeason], history });

  test('groups are SKPD × jenis belanja; lines come in the order of their kode', () => {
    expect(result.groups.map(({ kode }) => kode)).toEqual([`${skpd} 5.1.01`, `${skpd} 5.1.02`]);
    expect(result.groups.map((group) => group.result.method)).toEqual(['cash-plan', 'chain-ladder']);
    expect(result.lines.map(({ line }) => line.kode)).toEqual(['a', 'b', 'c']);
    expect(groupOf(pay)).toBe(`${skpd} 5.1.01`);
  });

  test('lines add up to their groups and the groups to the total', () => {
    const sum = result.lines.reduce((total, one) => total + (one.forecast.forecast ?? NaN), 0);
    const groups = result.groups.reduce((total, one) => total + (one.result.forecast ?? NaN), 0);
    expect(sum).toBeCloseTo(groups, 6);
    expect(result.total.forecast).toBeCloseTo(groups, 6);
    expect(result.total.withoutBand).toEqual([`${skpd} 5.1.01`]);
  });

  test('the late line is at risk for the second month; pay on its plan is not', () => {
    const [, second, third] = result.lines;
    expect(second?.risk.isListed).toBe(true);
    expect(second?.risk.rupiah).toBeCloseTo(1200 - (second?.forecast.forecast ?? NaN), 6);
    expect(third?.risk).toMatchObject({ rupiah: 0, isListed: false });
  });

  test('in January there is no month before, so nothing is listed', () => {
    const first = assess({ month: 1, lines: [late, onSeason], history });
    expect(first.lines.every(({ risk }) => !risk.isListed)).toBe(true);
  });

  test.for([
    { name: 'the pagu of a month ago was smaller', change: { pagu: flat(1200).fill(200, 0, 7) } },
    { name: 'the month before is not known', change: { totals: until(0, 0, 0, 0, 0, 60, null, 180) } }
  ])('not yet listed: $name', ({ change }) => {
    const found = assess({ month: 8, lines: [{ ...late, ...change }, onSeason], history });
    expect(found.lines[1]?.risk).toMatchObject({ isListed: false, notListed: 'first-month' });
  });

  // Late spends 180 of 1,200 to August and is forecast far below; what was in force in July decides whether it was below then too.
  test.for([
    { name: 'the same plan a month ago', before: {}, isListed: true },
    { name: 'nothing blocked a month ago, half of it now', now: { diblokir: 600 }, before: {}, isListed: true },
    { name: 'all but 100 was blocked a month ago', before: { diblokir: 1100 }, isListed: false },
    { name: 'the plan of a month ago asked for 100', before: { rencana: even(100) }, isListed: false },
    { name: 'the plan of a month ago asked for more than the pagu', before: { rencana: even(5000) }, isListed: true },
    { name: 'no plan a month ago, so the pagu counts', before: { rencana: null }, isListed: true },
    { name: 'a plan of 100 now, of 1,200 a month ago', now: { rencana: even(100) }, before: {}, isListed: false }
  ])('two months running, by what was in force in each: $name', ({ now, before, isListed }) => {
    const inForce = { rencana: even(1200), diblokir: 0, ...before };
    const one = { ...late, ...now, before: inForce };
    const { risk } = assess({ month: 8, lines: [one, onSeason], history }).lines[1]!;
    expect(risk.isListed).toBe(isListed);
    if (!isListed && (risk.rupiah ?? 0) > 0) expect(risk.notListed).toBe('first-month');
  });

  test('without a month before, nothing is listed in any month', () => {
    const found = assess({ month: 8, lines: [late, onSeason].map((one) => ({ ...one, before: null })), history });
    expect(found.lines.some(({ risk }) => risk.isListed)).toBe(false);
  });

  test('a blocked part of the late line stands apart', () => {
    const found = assess({ month: 8, lines: [{ ...late, diblokir: 100 }, onSeason], history });
    expect(found.lines[1]?.risk.apart).toMatchObject({ reason: 'blocked', rupiah: expect.closeTo(100, 6) });
  });

  test('a line whose month is missing leaves its group without a forecast, not the other groups', () => {
    const gap = line({ kode: 'd', totals: flat(null) });
    const found = assess({ month: 8, lines: [pay, onSeason, gap], history });
    expect(found.groups.map((group) => group.result.reason)).toEqual(['no-history', 'month-missing']);
    expect(found.lines.map((one) => one.forecast.forecast === null)).toEqual([true, false, true]);
    expect(found.total).toMatchObject({ forecast: null, missing: [`${skpd} 5.1.02`] });
  });

  test('the order of the lines changes nothing', () => {
    expect(assess({ month: 8, lines: [onSeason, pay, late], history })).toEqual(result);
  });

  test('nothing to assess', () => {
    expect(assess({ month: 8, lines: [], history: [] })).toMatchObject({
      groups: [],
      lines: [],
      total: { forecast: 0 }
    });
  });

  test('ranked by rupiah at risk, and the decision is the late line', () => {
    const ranked = exceptions(result.lines, 8);
    expect(ranked[0]).toMatchObject({ kode: 'b' });
    expect(decision(ranked, 8)).toMatchObject({
      exception: { kode: 'b' },
      action: 'speed-up',
      untilMonth: 9,
      open: 1020
    });
  });
});

describe('exceptions', () => {
  const behind = { totals: until(50) };
  const ranked = exceptions(
    [
      assessed({ ...behind, kode: 'A' }, { rupiah: null }),
      assessed({ ...behind, kode: 'c' }, { rupiah: 10 }),
      assessed({ ...behind, kode: 'b' }, { rupiah: 10 }),
      assessed({ ...behind, kode: 'a' }, { rupiah: 0 }),
      assessed({ totals: until(0), kode: 'd', diblokir: 5 }, { rupiah: 99, apart: { rupiah: 5, reason: 'blocked' } })
    ],
    1
  );

  test('most rupiah at risk first, ties by kode then rule, unknown last', () =>
    expect(ranked.map(({ kode, finding }) => `${kode} ${finding.rule}`)).toEqual([
      'd nothingSpent',
      'd blocked',
      'b behindPlan',
      'c behindPlan',
      'a behindPlan',
      'A behindPlan'
    ]));

  test('what is left out of the risk comes with its reason', () => {
    expect(ranked[0]).toMatchObject({ rupiahAtRisk: 99, apart: [{ rupiah: 5, reason: 'blocked' }] });
  });

  test('a finding about a sub kegiatan adds its lines up', () => {
    const work = exceptions(
      [
        assessed({ kode: 'a', fisik: 1, totals: until(100) }, { rupiah: 3 }),
        assessed({ kode: 'b', fisik: 1, totals: until(100) }, { rupiah: 4 }),
        assessed({ kode: 'c', fisik: 0.1, totals: until(100), kodeSubkegiatan: '1.06.04.2.01.0002' }, { rupiah: 50 })
      ],
      1
    );
    expect(work).toHaveLength(1);
    expect(work[0]).toMatchObject({ kodeJenis: null, rupiahAtRisk: 7, finding: { rule: 'moneyBehindWork' } });
    expect(work[0]?.lines.map(({ kode }) => kode)).toEqual(['a', 'b']);
  });

  test('moved thresholds change what is found', () => {
    const one = [assessed({ totals: until(95) })];
    expect(exceptions(one, 1)).toEqual([]);
    expect(exceptions(one, 1, { behindPlan: 0.05 })).toHaveLength(1);
  });

  test('every rule has its place in the order', () => expect(new Set(rules).size).toBe(9));

  test('the order of the lines changes nothing', () => {
    const amounts = fc.array(fc.record({ spent: fc.integer({ min: 0, max: 1300 }), risk: fc.option(fc.nat(3)) }), {
      maxLength: 8
    });
    fc.assert(
      fc.property(amounts, (list) => {
        const lines = list.map(({ spent, risk }, i) =>
          assessed({ kode: `k${i}`, totals: until(spent) }, { rupiah: risk })
        );
        expect(exceptions([...lines].reverse(), 1)).toEqual(exceptions(lines, 1));
      })
    );
  });
});

describe('decision', () => {
  const behind = (change: Partial<BudgetLine> = {}, rupiah: number | null = 500) =>
    assessed({ totals: until(50, 50, 50, 50, 50, 50), ...change }, { rupiah });
  const asked = (month: number, ...lines: LineAssessment[]) => decision(exceptions(lines, month), month);

  test('the largest amount at risk that can still be moved, by the end of next month', () => {
    const found = asked(6, behind({ kode: 'a' }, 100), behind({ kode: 'b' }, 300));
    expect(found).toMatchObject({
      exception: { kode: 'b' },
      action: 'speed-up',
      untilMonth: 7,
      open: 1150,
      isCommitmentUnknown: false
    });
  });

  test('money under contract is not open', () => {
    expect(asked(6, behind({ komitmen: 1150 }))).toBeNull();
    expect(asked(6, behind({ kode: 'a', komitmen: 1150 }, 900), behind({ kode: 'b' }, 5))).toMatchObject({
      exception: { kode: 'b' }
    });
    expect(asked(6, behind({ komitmen: 1000 }))).toMatchObject({ open: 150 });
  });

  test('contracts not delivered: decided all the same, and said so', () =>
    expect(asked(6, behind({ komitmen: null }))).toMatchObject({ open: 1150, isCommitmentUnknown: true }));

  test('work that is done may be billed though it is under contract', () => {
    const found = asked(6, behind({ fisik: 0.9, komitmen: 1150 }));
    expect(found).toMatchObject({ action: 'bill', open: 1150, exception: { kodeJenis: null } });
  });

  test.for([
    { name: 'December is too late', month: 12, lines: [behind({ totals: flat(50) })] },
    { name: 'nothing is at risk', month: 6, lines: [behind({}, 0)] },
    { name: 'the risk is not known', month: 6, lines: [behind({}, null)] },
    { name: 'no exceptions', month: 6, lines: [] },
    {
      name: 'a booking above the pagu has no action',
      month: 6,
      lines: [assessed({ totals: flat(1300) }, { rupiah: 9 })]
    },
    { name: 'only blocked budget is left', month: 6, lines: [behind({ diblokir: 1150 })] }
  ])('none: $name', ({ month, lines }) => expect(asked(month, ...lines)).toBeNull());

  test('November can still be acted on, in December', () =>
    expect(asked(11, behind({ totals: flat(50) }))).toMatchObject({ untilMonth: 12 }));

  test('nothing spent is asked to start', () =>
    expect(asked(6, behind({ totals: flat(0) }))).toMatchObject({ action: 'start' }));
});
