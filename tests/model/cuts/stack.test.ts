import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultScenario } from '$lib/model/cuts/defaultScenario';
import { defaultRules, type LineDecision, type Rules, type Scenario, type Shock } from '$lib/model/cuts/scenario';
import { stackScenarios, stricterRules } from '$lib/model/cuts/stack';

const base = defaultScenario(2026, 7, {});
const persen = (nilai: number): Shock => ({ jenis: 'persen', nilai });
const rupiah = (nilai: number): Shock => ({ jenis: 'rupiah', nilai });
const withShocks = (shocks: Scenario['shocks']): Scenario => ({ ...base, shocks });

describe('shocks', () => {
  test('those of both hold', () => {
    expect(stackScenarios(withShocks({ PAD: persen(0.1) }), withShocks({ SILPA: rupiah(5) }))).toEqual({
      scenario: withShocks({ PAD: persen(0.1), SILPA: rupiah(5) }),
      conflicts: []
    });
  });

  test('of two falls of one source the deeper one holds, and it is said', () => {
    const { scenario, conflicts } = stackScenarios(withShocks({ TKD: persen(0.1) }), withShocks({ TKD: persen(0.3) }));
    expect(scenario.shocks).toEqual({ TKD: persen(0.3) });
    expect(conflicts).toEqual([
      { di: 'shocks.TKD', pertama: persen(0.1), kedua: persen(0.3), dipakai: 'kedua', sebab: 'lebih_ketat' }
    ]);
  });

  test('a share and rupiah cannot be compared: the first one holds, and it is said', () => {
    const { scenario, conflicts } = stackScenarios(withShocks({ TKD: rupiah(1) }), withShocks({ TKD: persen(0.9) }));
    expect(scenario.shocks).toEqual({ TKD: rupiah(1) });
    expect(conflicts).toEqual([
      { di: 'shocks.TKD', pertama: rupiah(1), kedua: persen(0.9), dipakai: 'pertama', sebab: 'berbeda' }
    ]);
  });

  test.for([
    { name: 'first', order: [0, 1], pertama: persen(0.3), kedua: persen(0.2), dipakai: 'kedua' },
    { name: 'second', order: [1, 0], pertama: persen(0.2), kedua: persen(0.3), dipakai: 'pertama' }
  ])(
    'a source of its own beside TKD of the $name is said: it may fall by less',
    ({ order, pertama, kedua, dipakai }) => {
      const both = [withShocks({ TKD: persen(0.3) }), withShocks({ DBH: persen(0.2) })];
      const { scenario, conflicts } = stackScenarios(both[order[0]!]!, both[order[1]!]!);
      expect(scenario.shocks).toEqual({ TKD: persen(0.3), DBH: persen(0.2) });
      expect(conflicts).toEqual([{ di: 'shocks.DBH', pertama, kedua, dipakai, sebab: 'berbeda' }]);
    }
  );
});

describe('rules', () => {
  test('the stricter of each holds', () => {
    const first: Rules = {
      ...defaultRules,
      terikat: false,
      spm: 0.8,
      akun: ['5.1.01.01', '5.3'],
      minimum: null,
      kecamatan: 1.5
    };
    const second: Rules = { ...defaultRules, data: false, spm: 0.9, akun: ['5.1.01'], minimum: 0.2, kecamatan: 1.2 };
    expect(stricterRules(first, second)).toEqual({
      ...defaultRules,
      spm: 0.9,
      akun: ['5.1.01', '5.3'],
      minimum: 0.2,
      kecamatan: 1.2
    });
  });

  test('a rule that one of them does not have is the other’s', () =>
    expect(stricterRules({ ...defaultRules, spm: null }, { ...defaultRules, spm: 0.5 }).spm).toBe(0.5));

  test('the order does not matter, and twice is once', () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    const anyRules: fc.Arbitrary<Rules> = fc.record({
      terikat: fc.boolean(),
      komitmen: fc.boolean(),
      spm: share,
      akun: fc.array(fc.constantFrom('5', '5.1', '5.1.01', '5.1.02', '5.3')),
      penunjang: fc.boolean(),
      data: fc.boolean(),
      batas: fc.boolean(),
      satuan: fc.boolean(),
      minimum: share,
      kecamatan: share
    });
    fc.assert(
      fc.property(anyRules, anyRules, (a, b) => {
        const both = stricterRules(a, b);
        expect(stricterRules(b, a)).toEqual(both);
        expect(stricterRules(both, a)).toEqual(both);
      })
    );
  });
});

describe('decisions', () => {
  const stacked = (first: LineDecision, second: LineDecision) => {
    const decided = (decision: LineDecision): Scenario => ({ ...base, decisions: { L: decision } });
    const { scenario, conflicts } = stackScenarios(decided(first), decided(second));
    return { decision: scenario.decisions.L, said: conflicts.map(({ di, dipakai }) => [di, dipakai]) };
  };

  test.for<{ name: string; first: LineDecision; second: LineDecision; decision: LineDecision; said: string[][] }>([
    {
      name: 'parts of both',
      first: { role: 'umum' },
      second: { cut: 5 },
      decision: { role: 'umum', cut: 5 },
      said: []
    },
    { name: 'the same twice', first: { cut: 5 }, second: { cut: 5 }, decision: { cut: 5 }, said: [] },
    {
      name: 'two cuts: the first',
      first: { cut: 5 },
      second: { cut: 9 },
      decision: { cut: 5 },
      said: [['decisions.L.cut', 'pertama']]
    },
    {
      name: 'two roles: the first',
      first: { role: 'data' },
      second: { role: 'umum' },
      decision: { role: 'data' },
      said: [['decisions.L.role', 'pertama']]
    },
    {
      name: 'allowed and not: not',
      first: { allowed: true },
      second: { allowed: false },
      decision: { allowed: false },
      said: [['decisions.L.allowed', 'kedua']]
    },
    {
      name: 'a cut and a lock: the lock',
      first: { cut: 5 },
      second: { locked: true },
      decision: { locked: true },
      said: [['decisions.L.locked', 'kedua']]
    },
    {
      name: 'a lock and a cut: the lock',
      first: { locked: true },
      second: { cut: 5 },
      decision: { locked: true },
      said: [['decisions.L.locked', 'pertama']]
    },
    {
      name: 'a lock given up by the other: the lock',
      first: { locked: false },
      second: { locked: true },
      decision: { locked: true },
      said: []
    }
  ])('$name', ({ first, second, decision, said }) => expect(stacked(first, second)).toEqual({ decision, said }));

  test('those on other lines stand beside each other', () => {
    const first: Scenario = { ...base, decisions: { A: { cut: 1 } } };
    const second: Scenario = { ...base, decisions: { B: { locked: true } } };
    expect(stackScenarios(first, second)).toEqual({
      scenario: { ...base, decisions: { A: { cut: 1 }, B: { locked: true } } },
      conflicts: []
    });
  });
});

test('what one plan can have only once is the first one’s, and it is said', () => {
  const other: Scenario = {
    ...base,
    tahun: 2025,
    mulai: 3,
    bagian: 0.2,
    method: 'templat',
    dropping: 'tepat',
    equal: true
  };
  const { scenario, conflicts } = stackScenarios(base, other);
  expect(scenario).toEqual(base);
  expect(conflicts.map(({ di }) => di)).toEqual(['tahun', 'mulai', 'bagian', 'method', 'dropping', 'equal']);
});

test('thousands of rupiah are rupiah as well', () =>
  expect(stackScenarios(base, { ...base, rounding: 1000 })).toEqual({
    scenario: { ...base, rounding: 1000 },
    conflicts: []
  }));

test('a scenario on top of itself is itself', () => {
  const full: Scenario = {
    ...base,
    shocks: { TKD: persen(0.3), DBH: persen(0.2), SILPA: rupiah(-7) },
    decisions: { A: { cut: 1, allowed: true }, B: { locked: true, cut: 4 } }
  };
  expect(stackScenarios(full, full)).toEqual({ scenario: full, conflicts: [] });
});
