// Source: the worked examples A22 and A23 of the specification of methods (§4.3, §4.4), computed there by hand and by brute force.
import { describe, expect, test } from 'vitest';
import { buildProblem } from '$lib/model/cuts/build';
import { check } from '$lib/model/cuts/check';
import { effect, planHarm } from '$lib/model/cuts/effect';
import { burden40, lossConcentration, lossRate, lossVariation, poorShareOfLoss } from '$lib/model/cuts/equity';
import type { CutAid, CutLine } from '$lib/model/cuts/line';
import { cutBySamePercent, cutInProportion } from '$lib/model/cuts/proportional';
import type { Cuts } from '$lib/model/cuts/problem';
import { concentrationCoefficient } from '$lib/model/targeting/concentration';
import { aidOf, inputOf, lineOf, scenarioOf } from './support/input';

const juta = 1_000_000;

/** Aid of one price for a class of one weight, so that a juta cut harms as the example says: weight ÷ price. */
const aids: CutAid[] = [
  aidOf({ kode: 'BLT', months: 1, perMonth: 2 * juta, recipients: [{ kelas: 2, jumlah: 500 }] }),
  aidOf({ kode: 'BEASISWA', months: 1, perMonth: 2.5 * juta, recipients: [{ kelas: 2, jumlah: 240 }] }),
  aidOf({
    kode: 'RTLH',
    months: 1,
    oneOff: true,
    perMonth: 20 * juta,
    recipients: [
      { kelas: 1, jumlah: 20 },
      { kelas: 2, jumlah: 20 }
    ]
  })
];

function aidLine(kode: string, pagu: number, most: number, step: number): CutLine {
  return lineOf({
    id: kode,
    pagu: pagu * juta,
    role: 'langsung',
    cap: most / pagu,
    step: step * juta,
    aid: [{ kodeBantuan: kode, bagian: 1 }]
  });
}

const lines: CutLine[] = [
  aidLine('BLT', 1000, 600, 2),
  aidLine('BEASISWA', 600, 300, 1),
  aidLine('RTLH', 800, 390, 20),
  lineOf({ id: 'PERJADIN', pagu: 500 * juta, cap: 0.5, step: juta })
];
/** Pay that is kept, and a road that only its own earmarked source pays, which loses 40. */
const beside: CutLine[] = [
  lineOf({ id: 'GAJI', pagu: 3000 * juta, kodeAkun: '5.1.01.01.01.0001' }),
  lineOf({ id: 'JALAN', pagu: 400 * juta, sources: [{ sumber: 'DAK', pagu: 400 * juta }] })
];

const lost = (jumlah: number) => ({ PAD: { jenis: 'rupiah', nilai: jumlah * juta } }) as const;
const asCuts = (amounts: readonly number[]): Cuts => ({ byPool: amounts.map((amount) => [amount * juta]) });

describe('A22: 700 of free money to be found', () => {
  const stepless = scenarioOf({ shocks: lost(700), rules: { satuan: false } });
  const problem = buildProblem(inputOf(lines, aids), scenarioOf({ shocks: lost(700) }));

  test('a juta of each line may be cut as far, and harms as much, as the example says', () => {
    expect(problem.lines.map(({ room }) => room / juta)).toEqual([600, 300, 390, 250]);
    expect(problem.lines.map(({ stretches }) => (stretches[0]?.harm ?? 0) * juta)).toEqual([1.5, 1.2, 0.175, 0]);
    expect(problem.lines.map(({ step }) => step! / juta)).toEqual([2, 1, 20, 1]);
    expect(problem.demands).toMatchObject([{ terikat: false, jumlah: 700 * juta }]);
  });

  test.for([
    { name: 'same percent of budget', cut: cutBySamePercent, harm: 569.6552 },
    { name: 'in proportion to what may be cut', cut: cutInProportion, harm: 603.75 }
  ])('$name costs $harm', ({ cut, harm }) => {
    const open = buildProblem(inputOf(lines, aids), stepless);
    const { cuts, unmet } = cut(open);
    expect(planHarm(open, cuts)).toBeCloseTo(harm, 4);
    expect(unmet).toEqual([0]);
    expect(check(open, cuts)).toEqual([]);
  });

  test('pay and an earmarked road with a shock of its own change none of it', () => {
    const scenario = { ...stepless, shocks: { ...lost(700), DAK: { jenis: 'rupiah' as const, nilai: 40 * juta } } };
    const open = buildProblem(inputOf([...lines, ...beside], aids), scenario);
    const { cuts } = cutInProportion(open);
    expect(planHarm(open, cuts)).toBeCloseTo(603.75, 4);
    expect(cuts.byPool.slice(-2)).toEqual([[0], [40 * juta]]);
    expect(check(open, cuts)).toEqual([]);
  });

  test('the optimum found by hand costs 150.5, and keeps every rule', () => {
    const cuts = asCuts([0, 70, 380, 250]);
    expect(planHarm(problem, cuts)).toBeCloseTo(150.5, 9);
    expect(check(problem, cuts)).toEqual([]);
    const { cut, rupiah, months, harm, unmet } = effect(inputOf(lines, aids), problem, cuts, scenarioOf());
    expect({ cut, rupiah, harm, unmet }).toEqual({ cut: 700 * juta, rupiah: 450 * juta, harm: 150.5, unmet: [0] });
    expect(months).toBeCloseTo(70 / 2.5 + 380 / 20, 9);
  });

  test.for([
    { name: 'half a house', amounts: [0, 60, 390, 250], rules: ['satuan'] },
    { name: 'more travel than may be cut', amounts: [0, 69, 380, 251], rules: ['batas'] },
    { name: 'one juta too little', amounts: [0, 69, 380, 250], rules: ['belum_tertutup'] },
    { name: 'a line that grows', amounts: [-2, 72, 380, 250], rules: ['negatif'] }
  ])('$name is noticed', ({ amounts, rules }) =>
    expect(check(problem, asCuts(amounts)).map(({ rule }) => rule)).toEqual(rules)
  );

  test.for([cutInProportion, cutBySamePercent])('with whole houses the method still finds exactly 700', (cut) => {
    const { cuts, unmet } = cut(problem);
    expect(unmet).toEqual([0]);
    expect(check(problem, cuts)).toEqual([]);
    expect(cuts.byPool.flat().reduce((sum, part) => sum + part, 0)).toBe(700 * juta);
  });
});

describe('A23: who bears a cut', () => {
  const before = [120, 110, 90, 80, 50, 30, 15, 5, 0, 0];
  const losses = [6, 8, 10, 12, 20, 20, 12, 4, 0, 0];
  const byDesil = before.map((count, at) => ({ before: count, lost: losses[at]! }));
  const regions = [
    { before: 200, lost: 20 },
    { before: 150, lost: 36 },
    { before: 100, lost: 10 },
    { before: 50, lost: 26 }
  ];

  test('desil 1–4 had four fifths of the aid and bear two fifths of the loss', () => {
    expect(poorShareOfLoss(byDesil)).toBeCloseTo(0.391304, 6);
    expect(poorShareOfLoss(byDesil.map((one) => ({ ...one, lost: one.before })))).toBeCloseTo(0.8, 12);
    expect(burden40(byDesil)).toBeCloseTo(0.48913, 6);
  });

  test('losses lie less on the poor than the aid did', () => {
    expect(concentrationCoefficient(before.map((benefit) => ({ people: 1, benefit })))).toBeCloseTo(-0.498, 3);
    expect(lossConcentration(byDesil)).toBeCloseTo(-0.152174, 6);
  });

  test('regions lose 10, 24, 10 and 52 percent, 18.4 percent in all', () => {
    expect(regions.map((region) => lossRate([region]))).toEqual([0.1, 0.24, 0.1, 0.52]);
    expect(lossRate(regions)).toBeCloseTo(0.184, 12);
    expect(lossVariation(regions)).toBeCloseTo(0.697348, 6);
  });

  test('where nothing is lost there is no burden, and where nobody was, no rate', () => {
    const nothing = byDesil.map((one) => ({ ...one, lost: 0 }));
    expect([burden40(nothing), lossConcentration(nothing), lossVariation(nothing), lossRate([])]).toEqual([
      null,
      null,
      null,
      null
    ]);
  });
});
