import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildProblem } from '$lib/model/cuts/build';
import { cutByHand } from '$lib/model/cuts/byHand';
import { check, couplingLimit, totalsOf } from '$lib/model/cuts/check';
import { effect, planHarm } from '$lib/model/cuts/effect';
import type { CutAid, CutInput, CutLine, LineRole, RecipientClass } from '$lib/model/cuts/line';
import { cutByPriority } from '$lib/model/cuts/priority';
import type { Problem } from '$lib/model/cuts/problem';
import { cutBySamePercent, cutInProportion } from '$lib/model/cuts/proportional';
import { largestRemainder } from '$lib/model/cuts/round';
import type { LineDecision, Scenario } from '$lib/model/cuts/scenario';
import { cutByTemplate } from '$lib/model/cuts/template';
import { waterFill } from '$lib/model/cuts/waterFill';
import { aidOf, inputOf, lineOf, scenarioOf } from './support/input';

const methods = [cutInProportion, cutBySamePercent, cutByPriority, cutByTemplate, cutByHand];
const classes: RecipientClass[] = [1, 2, 3, 4, 5, 8, 'desil_kosong', 'tidak_tercatat', 'disembunyikan'];

const aid = (kode: string): fc.Arbitrary<CutAid> =>
  fc
    .record({
      perMonth: fc.option(fc.integer({ min: 1, max: 300_000 }), { freq: 8 }),
      months: fc.integer({ min: 1, max: 12 }),
      oneOff: fc.boolean(),
      recipients: fc.option(
        fc
          .uniqueArray(fc.constantFrom(...classes), { minLength: 1, maxLength: 6 })
          .chain((picked) =>
            fc.tuple(...picked.map((kelas) => fc.integer({ min: 0, max: 400 }).map((jumlah) => ({ kelas, jumlah }))))
          ),
        { freq: 8 }
      ),
      missed: fc.option(fc.integer({ min: 0, max: 500 })),
      cells: fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 9 }), { maxLength: 4 })
    })
    .map(({ cells, ...rest }) =>
      aidOf({ kode, ...rest, byRegion: cells.map((jumlah, at) => ({ kodeWilayah: `64.02.0${at}`, jumlah })) })
    );

const line = (at: number): fc.Arbitrary<CutLine> =>
  fc
    .record({
      parts: fc.tuple(fc.nat(40_000_000), fc.nat(40_000_000), fc.nat(10_000_000)),
      hasSources: fc.constantFrom([true, false, false], [false, true, false], [true, true, false], [true, false, true]),
      sub: fc.constantFrom('1.06.05.2.02.0006', '1.06.04.2.01.0001'),
      kodeAkun: fc.constantFrom('5.1.06.01.01.0001', '5.1.02.01.01.0024', '5.1.01.01.01.0001', '5.2.02.10.01.0002'),
      role: fc.constantFrom<LineRole>('langsung', 'langsung', 'penunjang', 'umum', 'data'),
      spentShare: fc.option(fc.double({ min: 0, max: 1.1, noNaN: true }), { freq: 9 }),
      committed: fc.oneof(fc.constant(0), fc.nat(5_000_000)),
      cap: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      priority: fc.option(fc.integer({ min: 1, max: 4 })),
      step: fc.option(fc.integer({ min: 1, max: 9_000_000 })),
      spm: fc.boolean(),
      aid: fc.constantFrom(
        [],
        [{ kodeBantuan: 'P', bagian: 1 }],
        [
          { kodeBantuan: 'P', bagian: 0.3 },
          { kodeBantuan: 'Q', bagian: 0.5 }
        ]
      )
    })
    .map(({ parts, hasSources, sub, spentShare, ...rest }) => {
      const sources = ['PAD', 'DAK', null]
        .map((sumber, slot) => ({ sumber, pagu: hasSources[slot] ? parts[slot]! : 0 }))
        .filter(({ pagu }) => pagu > 0);
      const pagu = sources.reduce((sum, one) => sum + one.pagu, 0);
      const spent = spentShare === null ? null : Math.floor(pagu * spentShare);
      return lineOf({ id: `b${at}`, pagu, sources, kodeSubkegiatan: sub, spent, ...rest });
    });

const input: fc.Arbitrary<CutInput> = fc
  .integer({ min: 1, max: 8 })
  .chain((count) =>
    fc.record({
      lines: fc.tuple(...Array.from({ length: count }, (_, at) => line(at))),
      aids: fc.tuple(aid('P'), aid('Q'))
    })
  )
  .map(({ lines, aids }) => inputOf(lines, aids));

const decision: fc.Arbitrary<LineDecision> = fc.record(
  { allowed: fc.boolean(), locked: fc.boolean(), cut: fc.integer({ min: -10, max: 60_000_000 }) },
  { requiredKeys: [] }
);

const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    pad: fc.integer({ min: -5_000_000, max: 150_000_000 }),
    dak: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40_000_000 })),
    rounding: fc.constantFrom(1 as const, 1000 as const),
    dropping: fc.constantFrom('rata' as const, 'tepat' as const),
    objective: fc.constantFrom('bulan' as const, 'rupiah' as const),
    equal: fc.boolean(),
    terikat: fc.boolean(),
    penunjang: fc.boolean(),
    satuan: fc.boolean(),
    batas: fc.boolean(),
    data: fc.boolean(),
    spm: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    minimum: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    decisions: fc.dictionary(fc.constantFrom('b0', 'b1', 'b2', 'b3'), decision, { maxKeys: 2 })
  })
  .map(({ pad, dak, rounding, dropping, objective, equal, decisions, ...rules }) =>
    scenarioOf({
      shocks: { PAD: { jenis: 'rupiah', nilai: pad }, DAK: { jenis: 'rupiah', nilai: dak } },
      ...{ rounding, dropping, objective, equal, decisions, rules }
    })
  );

/** Rules that a plan without a solver may break: the request itself may be too large, and hands may cut delivery too deep. */
const mayBreak = (problem: Problem, rule: string, at: number) =>
  rule === 'belum_tertutup' || (rule === 'penunjang' && problem.lines[problem.couplings[at]!.delivery]!.fixed !== null);

describe('every method that needs no solver', () => {
  test.for(methods)('%o keeps every rule, whatever the budget', (cut) => {
    fc.assert(
      fc.property(input, scenario, (given, asked) => {
        const problem = buildProblem(given, asked);
        const { cuts, unmet } = cut(problem);
        const broken = check(problem, cuts);
        expect(broken.filter(({ rule, at }) => !mayBreak(problem, rule, at))).toEqual([]);
        expect(broken.filter(({ rule }) => rule === 'belum_tertutup').map(({ by }) => by)).toEqual(
          unmet.filter((lack) => lack > 0)
        );
      }),
      { numRuns: 500 }
    );
  });

  test('no line falls below what was spent, and none whose spending is not known is cut', () => {
    fc.assert(
      fc.property(input, scenario, (given, asked) => {
        const problem = buildProblem(given, asked);
        totalsOf(cutInProportion(problem).cuts).forEach((cut, at) => {
          const { pagu, spent } = given.lines[at]!;
          expect(cut).toBeLessThanOrEqual(spent === null ? 0 : Math.max(0, pagu - spent));
        });
      })
    );
  });

  test('a cut by hand is the cut of the plan under every method, as far as it may be', () => {
    fc.assert(
      fc.property(input, scenario, fc.constantFrom(...methods), (given, asked, cut) => {
        const problem = buildProblem(given, asked);
        const totals = totalsOf(cut(problem).cuts);
        problem.lines.forEach(({ fixed }, at) => {
          if (fixed !== null) expect(totals[at]).toBe(fixed);
        });
      })
    );
  });

  test('without steps, delivery and minimum a demand is met to the rupiah, or all that may be cut is', () => {
    const plain = fc.record({
      rooms: fc.array(fc.nat(2_000_000_000_000), { minLength: 1, maxLength: 9 }),
      lost: fc.nat(6_000_000_000_000),
      method: fc.constantFrom(cutInProportion, cutBySamePercent, cutByPriority),
      rounding: fc.constantFrom(1 as const, 1000 as const)
    });
    fc.assert(
      fc.property(plain, ({ rooms, lost, method, rounding }) => {
        const lines = rooms.map((pagu, at) => lineOf({ id: `b${at}`, pagu, priority: (at % 4) + 1 }));
        const asked = scenarioOf({ shocks: { PAD: { jenis: 'rupiah', nilai: lost } }, rounding });
        const { cuts, unmet } = method(buildProblem(inputOf(lines), asked));
        const cut = totalsOf(cuts).reduce((sum, one) => sum + one, 0);
        const wanted = Math.ceil(lost / rounding) * rounding;
        const most = rooms.reduce((sum, room) => sum + room - (room % rounding), 0);
        expect(cut).toBe(Math.min(wanted, most));
        expect(unmet).toEqual([wanted - cut]);
      })
    );
  });
});

describe('harm', () => {
  test('cutting more of a line never harms less, and its harm rises from stretch to stretch', () => {
    fc.assert(
      fc.property(input, scenario, fc.double({ min: 0, max: 1, noNaN: true }), (given, asked, share) => {
        const problem = buildProblem(given, asked);
        const at = (part: number) => ({
          byPool: problem.lines.map(({ room, pools }) =>
            pools.map((_, slot) => (slot === 0 ? Math.floor(room * part) : 0))
          )
        });
        expect(planHarm(problem, at(1))).toBeGreaterThanOrEqual(planHarm(problem, at(share)));
        for (const { stretches, room } of problem.lines) {
          const harms = stretches.map(({ harm }) => harm);
          expect(harms).toEqual(harms.toSorted((a, b) => a - b));
          const width = stretches.reduce((sum, stretch) => sum + stretch.width, 0);
          if (stretches.length > 0) expect(width).toBeGreaterThanOrEqual(room - 1e-3);
        }
      })
    );
  });

  test('with equal weights and enough need, harm is what is counted: recipient-months, or rupiah of aid', () => {
    fc.assert(
      fc.property(input, scenario, fc.constantFrom('bulan' as const, 'rupiah' as const), (given, asked, objective) => {
        const needed = given.aids.map((one) => ({
          ...one,
          perMonth: one.perMonth === null ? null : one.perMonth * 1e6
        }));
        const rich = { ...given, aids: needed };
        const even: Scenario = { ...asked, equal: true, objective };
        const problem = buildProblem(rich, even);
        const { cuts } = cutInProportion(problem);
        const found = effect(rich, problem, cuts, even);
        const counted = objective === 'bulan' ? found.months : found.rupiah;
        expect(found.harm).toBeCloseTo(counted, objective === 'bulan' ? 6 : -1);
      })
    );
  });

  test('recipients add up: by aid, by class and by unit they are one whole number, and nobody loses who was not there', () => {
    fc.assert(
      fc.property(input, scenario, (given, asked) => {
        const problem = buildProblem(given, asked);
        const found = effect(given, problem, cutInProportion(problem).cuts, asked);
        const total = (rows: readonly { lost: number }[]) => rows.reduce((sum, { lost }) => sum + lost, 0);
        expect(total(found.byAid)).toBe(found.lost);
        expect(total(found.byClass)).toBe(found.lost);
        expect(found.lostByUnit.orang + found.lostByUnit.keluarga).toBe(found.lost);
        for (const { lost, before } of found.byClass) expect(lost).toBeLessThanOrEqual(before);
        for (const { before, lost } of found.byRegion) {
          if (before !== null) expect(lost).toBeLessThanOrEqual(before);
        }
        expect(found.cut).toBeGreaterThanOrEqual(found.rupiah + found.unmeasured - 1);
      })
    );
  });
});

describe('rounding', () => {
  test('whole numbers add up to the total, each within one of its share', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 }), (shares) => {
        const total = Math.round(shares.reduce((sum, share) => sum + share, 0));
        const keys = shares.map((_, at) => `k${at}`);
        const whole = largestRemainder(shares, total, keys);
        expect(whole.reduce((sum, one) => sum + one, 0)).toBe(total);
        whole.forEach((one, at) => expect(Math.abs(one - shares[at]!)).toBeLessThan(1 + 1e-6));
      })
    );
  });

  test('a tie goes to the lower code, in whatever order the codes stand', () => {
    expect(largestRemainder([0.5, 0.5], 1, ['B', 'A'])).toEqual([0, 1]);
    expect(largestRemainder([0.5, 0.5], 1, ['A', 'B'])).toEqual([1, 0]);
  });

  test('filling gives each its weight of the amount, save those that are full', () => {
    const vessel = fc.record({ weight: fc.nat(1_000_000), cap: fc.nat(1_000_000_000) });
    fc.assert(
      fc.property(fc.array(vessel, { minLength: 1, maxLength: 20 }), fc.nat(3_000_000_000), (given, target) => {
        const vessels = given.map((one, at) => ({ ...one, key: `k${at}` }));
        const filled = waterFill(vessels, target, 1);
        const open = filled.flatMap((amount, at) => {
          const { weight, cap } = vessels[at]!;
          expect(amount).toBeLessThanOrEqual(cap);
          return weight > 0 && amount < cap - 1 ? [{ low: (amount - 1) / weight, high: (amount + 1) / weight }] : [];
        });
        const [low, high] = [Math.max(...open.map((one) => one.low)), Math.min(...open.map((one) => one.high))];
        if (open.length > 1) expect(low).toBeLessThanOrEqual(high * (1 + 1e-9));
      })
    );
  });
});

test('delivery is held exactly at the rate of its aid, where numbers no longer fit a double', () => {
  const problem = buildProblem(
    inputOf([
      lineOf({ id: 'AID', pagu: 3_000_000_000_001, role: 'langsung', kodeSubkegiatan: 'S' }),
      lineOf({ id: 'TRUK', pagu: 2_999_999_999_999, role: 'penunjang', kodeSubkegiatan: 'S' })
    ]),
    scenarioOf()
  );
  const exact = (2_999_999_999_999n * 1_234_567_890_123n) / 3_000_000_000_001n;
  expect(couplingLimit(problem, problem.couplings[0]!, [1_234_567_890_123, 0])).toBe(Number(exact));
});
