import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { conflictOf } from '$lib/model/cuts/conflict';
import { findDemands } from '$lib/model/cuts/demand';
import type { LinearSolver } from '$lib/model/cuts/linear';
import type { Scenario, Shock } from '$lib/model/cuts/scenario';
import { solveCuts } from '$lib/model/cuts/solve';
import { startHighs } from '$lib/solver/highsSolver';
import {
  askPlan,
  cutsOverFalls,
  cutsPerDraw,
  fallOver,
  rangeQuantiles,
  uncertainMoney,
  withFreeFall,
  type CertaintyQuestion
} from '$lib/view/cutsCertainty';
import { bearable, letGo, releases } from '$lib/view/cutsConflict';
import { problemOf } from '$lib/view/cutsPlan';
import type { CutErrors } from '$lib/view/cutsPreset';
import { cutsRegret, lostInVain } from '$lib/view/cutsRegret';
import { cutsTornado, movedQuestion, tornadoInputs } from '$lib/view/cutsTornado';
import { aidOf, inputOf, lineOf, scenarioOf } from '../model/cuts/support/input';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await startHighs();
});

const persen = (nilai: number): Shock => ({ jenis: 'persen', nilai });

/** An office of 400 and cash aid of 600 for 50 families (12 months at Rp1), half DAU and half PAD, and a DAK line of its own. */
const office = lineOf({ id: '1', pagu: 400, sources: [{ sumber: 'DAU', pagu: 400 }] });
const cash = lineOf({
  id: '2',
  pagu: 600,
  role: 'langsung',
  kodeAkun: '5.1.06.01.01.0001',
  kodeSubkegiatan: '1.06.05.2.02.0006',
  sources: [
    { sumber: 'DAU', pagu: 200 },
    { sumber: 'PAD', pagu: 400 }
  ],
  aid: [{ kodeBantuan: 'BLT', bagian: 1 }]
});
const dak = lineOf({ id: '3', pagu: 100, sources: [{ sumber: 'DAK', pagu: 100 }] });
const blt = aidOf({
  kode: 'BLT',
  recipients: [
    { kelas: 1, jumlah: 30 },
    { kelas: 5, jumlah: 20 }
  ]
});
const input = inputOf([office, cash, dak], [blt]);
const asked = (given: Parameters<typeof scenarioOf>[0] = {}): CertaintyQuestion => ({
  input,
  scenario: scenarioOf({ shocks: { DAU: persen(0.5) }, method: 'terbaik', ...given })
});
const errorsOf = (komponen: string, errors: (number | null)[]): CutErrors => ({
  ...{ sumber: 'X', sumberAnggaran: 'X', tahun: errors.map((_, at) => 2020 + at), tahap: errors.map(() => null) },
  components: [{ komponen, kelompok: 'TKD', errors }]
});

describe('the range of each source', () => {
  test('without past budgets half the fall either way is assumed, and at least five points', () => {
    const { ranges, atScenario, certain } = uncertainMoney(input, asked().scenario, null);
    expect(ranges).toMatchObject([
      { kode: 'DAU', base: 600, fall: { low: 0.25, mode: 0.5, high: 0.75 }, basis: 'asumsi', years: 0 }
    ]);
    expect([atScenario, certain]).toEqual([300, 0]);
    const still = uncertainMoney(input, asked({ shocks: {} }).scenario, null);
    expect(still.ranges[0]!.fall).toEqual({ low: -0.05, mode: 0, high: 0.05 });
  });

  test('five years of budget errors give the width about the fall of the scenario, four do not', () => {
    const errors = [0.1, -0.1, 0.05, -0.05, 0];
    const [range] = uncertainMoney(input, asked().scenario, errorsOf('dau', errors)).ranges;
    expect(range).toMatchObject({ basis: 'sejarah', years: 5 });
    expect(range!.fall.mode).toBe(0.5);
    expect(range!.fall.high - 0.5).toBeCloseTo(0.5 - range!.fall.low, 9);
    expect(range!.fall.high).toBeGreaterThan(0.58);
    const few = uncertainMoney(input, asked().scenario, errorsOf('dau', errors.slice(1)));
    expect(few.ranges[0]!.basis).toBe('asumsi');
  });

  test('the reader’s ends hold where the scenario lies between them, and are left out where it no longer does', () => {
    const own = { DAU: { low: 0.4, high: 0.9 } };
    expect(uncertainMoney(input, asked().scenario, null, own).ranges[0]).toMatchObject({
      ...{ basis: 'sendiri', fall: { low: 0.4, mode: 0.5, high: 0.9 } }
    });
    const other = uncertainMoney(input, asked({ shocks: { DAU: persen(0.1) } }).scenario, null, own);
    expect(other.ranges[0]!.basis).toBe('asumsi');
  });

  test('earmarked money is not drawn, unless everything is one pool; money that is no TKD is taken as sure', () => {
    const shocks = { DAU: persen(0.5), DAK: persen(0.5), PAD: persen(0.1) };
    const apart = uncertainMoney(input, asked({ shocks }).scenario, null);
    expect(apart.ranges.map(({ kode }) => kode)).toEqual(['DAU']);
    expect(apart.certain).toBe(40);
    const pooled = uncertainMoney(input, asked({ shocks, rules: { terikat: false } }).scenario, null);
    expect(pooled.ranges.map(({ kode }) => kode)).toEqual(['DAK', 'DAU']);
    expect(pooled.atScenario).toBe(390);
  });
});

describe('the draws', () => {
  test('are the same each time, hold what is sure, and of one source have its own quantiles', () => {
    const money = uncertainMoney(input, asked({ shocks: { DAU: persen(0.5), PAD: persen(0.1) } }).scenario, null);
    const [one, again] = [fallOver(money, 0.5), fallOver(money, 0.5)];
    expect(one.falls).toEqual(again.falls);
    const exact = rangeQuantiles(money.ranges[0]!);
    expect(one.p5).toBeCloseTo(exact.p5 + 40, 0);
    expect(one.p95).toBeCloseTo(exact.p95 + 40, 0);
  });

  test('read off the grid, nobody loses while the office can bear the fall, and above it each family costs Rp12', async () => {
    const question = asked();
    const money = uncertainMoney(input, question.scenario, null);
    const over = await cutsOverFalls(question, fallOver(money, 0), { solver });
    expect(over.most).toBe(1000);
    expect(over.notEnough).toBe(0);
    expect(over.grid).toHaveLength(11);
    expect(over.lost.p5).toBe(0);
    for (const { fall, lost } of over.grid) expect(lost).toBe(Math.round(Math.max(0, fall - 400) / 12));
  });

  test('the chance that money is not enough is the share of draws above what may be cut', async () => {
    const question = asked({ shocks: { DAU: persen(0.5) }, decisions: { [cash.id]: { locked: true } } });
    const open = { DAU: { low: 0, high: 1 } };
    const fall = fallOver(uncertainMoney(input, question.scenario, null, open), 0);
    const over = await cutsOverFalls(question, fall, { solver });
    expect(over.most).toBe(400);
    // A triangle from 0 to 600 about 300: above 400 lies (600 − 400)² ÷ (600 × 300) of it.
    expect(over.notEnough).toBeCloseTo(200 ** 2 / (600 * 300), 2);
    expect(over.lost).toMatchObject({ p5: 0, p50: 0, p95: null });
    expect(over.lost.infeasible).toBeCloseTo(over.notEnough, 9);
  });

  test('whatever is asked, chances are shares, quantiles rise, and no plan is asked for more than can be found', async () => {
    const share = fc.double({ min: -0.3, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(share, fc.constantFrom(0, 0.5, 0.8), fc.boolean(), async (nilai, rho, locked) => {
        const question = asked({
          ...{ shocks: { DAU: persen(nilai) }, method: 'sebanding' },
          decisions: locked ? { [cash.id]: { locked } } : {}
        });
        const fall = fallOver(uncertainMoney(input, question.scenario, null), rho);
        const { notEnough, most, grid, lost } = await cutsOverFalls(question, fall, { solver });
        expect(notEnough).toBeGreaterThanOrEqual(0);
        expect(notEnough).toBeLessThanOrEqual(1);
        expect(lost.infeasible).toBeCloseTo(notEnough, 9);
        expect(fall.p5 <= fall.p50 && fall.p50 <= fall.p95).toBe(true);
        const known = [lost.p5, lost.p50, lost.p95].flatMap((one) => one ?? []);
        expect(known).toEqual(known.toSorted((a, b) => a - b));
        for (const one of grid) expect(one.fall).toBeLessThanOrEqual(most);
      }),
      { numRuns: 40 }
    );
  });

  test('a cancelled question rejects and finds nothing', async () => {
    const question = asked();
    const stopped = AbortSignal.abort(new Error('stop'));
    const fall = fallOver(uncertainMoney(input, question.scenario, null), 0);
    await expect(cutsOverFalls(question, fall, { solver, signal: stopped })).rejects.toThrow('stop');
  });
});

describe('the tornado', () => {
  test('stands about the scenario’s own plan; a dearer aid loses fewer, and what changes nothing has no swing', async () => {
    const question = asked({ shocks: { DAU: persen(0.9) } });
    const money = uncertainMoney(input, question.scenario, null);
    const { atMode, bars } = await cutsTornado(question, money, { solver });
    const own = await askPlan(question, problemOf(question, question.scenario), { solver });
    expect(atMode).toBe(own.lost);
    const of = (name: string) => bars.find((bar) => bar.name === name)!;
    expect(of('harga').low!).toBeGreaterThan(of('harga').high!);
    expect(of('sumber:DAU')).toMatchObject({ low: 0, high: Math.round(200 / 12) });
    expect(of('bobot')).toMatchObject({ low: own.lost, swing: 0 });
    expect(bars.map(({ name }) => name).toSorted()).toEqual(['bobot', 'harga', 'penerima', 'siapa', 'sumber:DAU']);
  });

  test('moves one input at a time: the fall of a source moves the demand, recipients and prices the data', () => {
    const question = asked();
    const { ranges } = uncertainMoney(input, question.scenario, null);
    const moved = (name: string, value: number) => movedQuestion(question, ranges, new Map([[name, value]]));
    expect(moved('sumber:DAU', 0.75).fall).toBe(450);
    expect(moved('harga', 1.1).input.aids[0]).toMatchObject({ perMonth: 1.1, recipients: blt.recipients });
    expect(moved('penerima', 0.9).input.aids[0]).toMatchObject({
      perMonth: 1,
      recipients: [{ jumlah: 27 }, { jumlah: 18 }]
    });
    expect(moved('siapa', 1).scenario.dropping).toBe('tepat');
    expect(moved('bobot', 1)).toMatchObject({ fall: 300, scenario: { equal: true } });
  });

  test('the agency’s share is an input only where rupiah of the regency are shared', () => {
    const rupiah = asked({ shocks: { DAU: { jenis: 'rupiah', nilai: 600 } }, bagian: 0.5 });
    const { ranges } = uncertainMoney(input, rupiah.scenario, null);
    expect(tornadoInputs(rupiah, ranges)).toContainEqual({
      ...{ name: 'bagian', range: { low: 0.375, mode: 0.5, high: 0.625 } }
    });
    expect(movedQuestion(rupiah, ranges, new Map([['bagian', 0.25]])).fall).toBe(150);
    expect(tornadoInputs(asked({ bagian: 0.5 }), ranges).map(({ name }) => name)).not.toContain('bagian');
  });
});

describe('regret', () => {
  test('a plan for a small fall falls short of a large one; a plan for a large one is never short and cuts in vain', async () => {
    const question = asked({ shocks: { DAU: persen(0.75) } });
    const money = uncertainMoney(input, question.scenario, null);
    const { falls, rows, hopeless } = await cutsRegret(question, money, { p5: 300, p95: 580 }, { solver });
    expect(hopeless).toEqual([]);
    expect(falls.map(({ rupiah }) => rupiah)).toEqual([300, 450, 580]);
    const best = rows.filter(({ method }) => method === 'terbaik');
    expect(best.map(({ madeFor }) => madeFor)).toEqual(['p5', 'skenario', 'p95']);
    expect(best.map(({ short }) => short)).toEqual([
      [0, 150, 280],
      [0, 0, 130],
      [0, 0, 0]
    ]);
    best.forEach(({ regrets }, at) => expect(regrets[at]).toBeCloseTo(0, 6));
    expect(best[2]!.regrets[0]!).toBeGreaterThan(0);
    expect(rows.filter(({ isLeast }) => isLeast)).toEqual([best[2]]);
    expect(lostInVain({ rows })).toBe(best[2]!.lost - best[0]!.lost);
    for (const { regrets, short } of rows)
      regrets.forEach((regret, at) =>
        expect(regret === null ? short[at]! > 0 : regret >= 0 && short[at] === 0).toBe(true)
      );
  });

  test('a fall that no plan finds is named and tells plans apart in nothing', async () => {
    const question = asked({ decisions: { [cash.id]: { locked: true } } });
    const money = uncertainMoney(input, question.scenario, null);
    const { hopeless, rows } = await cutsRegret(question, money, { p5: 200, p95: 450 }, { solver });
    expect(hopeless).toEqual(['p95']);
    expect(rows.every(({ regrets }) => regrets[2] === null)).toBe(true);
    expect(rows.some(({ isLeast }) => isLeast)).toBe(true);
  });

  test('cuts by hand stand beside the methods where there are any', async () => {
    const question = asked({ decisions: { [office.id]: { cut: 100 } } });
    const money = uncertainMoney(input, question.scenario, null);
    const { rows } = await cutsRegret(question, money, { p5: 200, p95: 400 }, { solver });
    expect(rows.find(({ method }) => method === 'tangan')!.short).toEqual([100, 200, 300]);
  });
});

describe('a request that cannot be met', () => {
  const build = (scenario: Scenario) => problemOf({ input }, scenario);

  test('letting go of locks makes it possible where nothing else stands in the way, and so does the lowered fall', async () => {
    const { scenario } = asked({
      ...{ shocks: { TKD: persen(0.9) }, rules: { terikat: true } },
      decisions: { [cash.id]: { locked: true }, [dak.id]: { locked: true } }
    });
    const conflict = (await conflictOf(scenario, build, solver))!;
    expect(conflict.rules).toContain('kunci');
    const freed = letGo(scenario, 'kunci', build(scenario));
    expect(freed.decisions).toEqual({});
    expect((await solveCuts(build(freed), solver)).status).toBe('optimal');
    const lower = bearable(input, scenario, conflict)!;
    expect((await solveCuts(build(lower), solver)).status).toBe('optimal');
  });

  test('each release is solved with all other rules on, and says what is still short', async () => {
    // Locks hold the aid back, and its limit, which is not in the same smallest set, all but a tenth of it.
    const capped = { ...input, lines: [office, { ...cash, cap: 0.1 }, dak] };
    const own = (scenario: Scenario) => problemOf({ input: capped }, scenario);
    const { scenario } = asked({ shocks: { DAU: persen(0.9) }, decisions: { [cash.id]: { locked: true } } });
    const found = await releases(scenario, { rules: ['kunci', 'data'] }, own, { solver });
    expect(found.map(({ one, unmet }) => [one, unmet])).toEqual([
      ['kunci', 540 - 400 - 60],
      ['data', 540 - 400]
    ]);
    const free = await releases(scenario, { rules: ['kunci'] }, build, { solver });
    expect(free[0]).toMatchObject({ unmet: 0, scenario: { decisions: {} } });
  });

  test('lines of unmeasured harm are allowed, and nothing else is decided about them', () => {
    const unknown = { ...input, aids: [{ ...blt, perMonth: null }] };
    const { scenario } = asked();
    const next = letGo(scenario, 'tak_terukur', problemOf({ input: unknown }, scenario));
    expect(next.decisions).toEqual({ [cash.id]: { allowed: true } });
  });

  test('lowered falls never ask for more than can be found, and keep rises', () => {
    const amount = fc.oneof(
      fc.double({ min: -0.5, max: 1, noNaN: true }).map(persen),
      fc.integer({ min: -300, max: 900 }).map((nilai): Shock => ({ jenis: 'rupiah', nilai }))
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('TKD', 'DAU', 'DBH', 'DAK', 'PAD'), amount),
        fc.integer({ min: 0, max: 1000 }),
        (shocks, most) => {
          const { scenario } = asked({ shocks });
          const demands = findDemands(input, scenario);
          const found = demands.map(({ jumlah }) => Math.min(jumlah, most));
          const lower = bearable(input, scenario, { found });
          if (lower === null) return;
          findDemands(input, lower).forEach(({ jumlah }, at) => expect(jumlah).toBeLessThanOrEqual(found[at]!));
          for (const [kode, { nilai }] of Object.entries(shocks))
            if (nilai <= 0) expect(lower.shocks[kode]!.nilai).toBe(nilai);
            else expect(lower.shocks[kode]!.nilai).toBeLessThanOrEqual(nilai);
        }
      )
    );
  });

  test('one fall of free money can always be lowered', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.integer({ min: 20, max: 500 }), (nilai, most) => {
        const { scenario } = asked({ shocks: { DAU: persen(nilai) } });
        const found = findDemands(input, scenario).map(({ jumlah }) => Math.min(jumlah, most));
        expect(bearable(input, scenario, { found })).not.toBeNull();
      })
    );
  });
});

describe('earmarked money that falls too', () => {
  const shocks = { DAU: persen(0.5), DAK: persen(0.5) };

  test('is drawn per draw, each solved on its own, and how many is said; the same again gives the same', async () => {
    const question = asked({ shocks });
    const money = uncertainMoney(input, question.scenario, null);
    expect(money.earmarked).toMatchObject([{ kode: 'DAK', base: 100, fall: { low: 0.25, mode: 0.5, high: 0.75 } }]);
    let solved = 0;
    const found = (await cutsPerDraw(question, money, 0.5, { solver, onSolved: () => void solved++ }, 12))!;
    expect([found.draws, solved, found.notMet]).toEqual([12, 12, 0]);
    expect(found.lost.p5).toBe(0);
    expect(await cutsPerDraw(question, money, 0.5, { solver }, 12)).toEqual(found);
  });

  test('a draw that its own lines cannot bear is not met, whatever free money there is', async () => {
    const capped = { ...input, lines: [office, cash, { ...dak, cap: 0.5 }] };
    const question = { input: capped, scenario: asked({ shocks }).scenario };
    const ends = { DAK: { low: 0.5, high: 0.9 } };
    const money = uncertainMoney(capped, question.scenario, null, ends);
    const found = (await cutsPerDraw(question, money, 0, { solver }, 12))!;
    expect(found.notMet).toBe(1);
    expect(found.lost).toMatchObject({ p5: null, p50: null, p95: null });
  });

  test('where the scenario leaves it alone, nothing is drawn', async () => {
    const question = asked({ shocks: { DAU: persen(0.5) } });
    const money = uncertainMoney(input, question.scenario, null);
    expect(money.earmarked).toEqual([]);
    expect(await cutsPerDraw(question, money, 0.5, { solver })).toBeNull();
  });
});

test('earmarked demands stay as they are when free money falls otherwise', () => {
  const { scenario } = asked({ shocks: { DAK: persen(0.5) } });
  const problem = withFreeFall(problemOf({ input }, scenario), 123.4);
  expect(problem.demands.map(({ jumlah }) => jumlah)).toEqual([124, 50]);
});
