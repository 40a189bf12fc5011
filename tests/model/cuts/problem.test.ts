import { describe, expect, test } from 'vitest';
import { buildProblem } from '$lib/model/cuts/build';
import { check } from '$lib/model/cuts/check';
import { findDemands, sourceShocks } from '$lib/model/cuts/demand';
import type { CutLine } from '$lib/model/cuts/line';
import { cutInProportion } from '$lib/model/cuts/proportional';
import { proposeRole } from '$lib/model/cuts/role';
import { roomOf } from '$lib/model/cuts/room';
import { defaultRules, type LineDecision, type Rules, type Scenario } from '$lib/model/cuts/scenario';
import { classWeights } from '$lib/model/cuts/weights';
import { aidOf, inputOf, lineOf, scenarioOf } from './support/input';

describe('proposed role', () => {
  test.for([
    { name: 'cash aid', kodeSubkegiatan: '1.06.05.2.02.0006', kodeAkun: '5.1.06.01.01.0001', role: 'langsung' },
    {
      name: 'goods for the public',
      kodeSubkegiatan: '1.06.04.2.01.0001',
      kodeAkun: '5.1.02.01.01.0039',
      role: 'langsung'
    },
    {
      name: 'aid even in the office program',
      kodeSubkegiatan: '1.06.01.2.06.0009',
      kodeAkun: '5.1.06.01.01.0001',
      role: 'langsung'
    },
    {
      name: 'travel of a service',
      kodeSubkegiatan: '1.06.04.2.01.0001',
      kodeAkun: '5.1.02.04.01.0001',
      role: 'penunjang'
    },
    { name: 'data on the poor', kodeSubkegiatan: '1.06.05.2.02.0002', kodeAkun: '5.1.02.04.01.0001', role: 'data' },
    { name: 'the office', kodeSubkegiatan: '1.06.01.2.06.0009', kodeAkun: '5.1.02.04.01.0001', role: 'umum' }
  ] as const)('$name is $role', ({ role, ...line }) => expect(proposeRole({ ...line, aid: [] })).toBe(role));

  test('what is said to pay an aid is aid, whatever its account', () => {
    const line = { kodeSubkegiatan: '1.06.02.2.03.0004', kodeAkun: '5.1.02.02.01.0003' };
    expect(proposeRole({ ...line, aid: [{ kodeBantuan: 'P', bagian: 1 }] })).toBe('langsung');
  });
});

describe('what must be found', () => {
  const from = (sumber: string | null, pagu: number) => lineOf({ id: `${sumber}`, pagu, sources: [{ sumber, pagu }] });
  const lines = [from('DAU', 600), from('DBH', 300), from('PAD', 1000), from('DAK', 240), from(null, 120)];
  const asked = (shocks: Scenario['shocks'], given: Partial<Scenario> = {}) =>
    findDemands(inputOf(lines), { ...scenarioOf({ shocks }), ...given }).map(({ jumlah }) => jumlah);

  test.for([
    { name: 'a percent falls on what is still to come', shocks: { DAU: [0.5] }, mulai: 7, expected: [150, 0] },
    { name: 'in January that is the whole year', shocks: { DAU: [0.5] }, mulai: 1, expected: [300, 0] },
    { name: 'in December one twelfth', shocks: { PAD: [0.12] }, mulai: 12, expected: [10, 0] },
    { name: 'TKD is every source of TKD, earmarked or not', shocks: { TKD: [0.1] }, mulai: 1, expected: [90, 24] },
    { name: 'a source of its own leaves TKD', shocks: { TKD: [0.1], DAK: [0] }, mulai: 1, expected: [90, 0] },
    {
      name: 'a rise of free money counts against falls',
      shocks: { DAU: [0.5], DBH: [-0.5] },
      mulai: 1,
      expected: [150, 0]
    },
    { name: 'a rise beyond the falls asks for nothing', shocks: { DAU: [0.1], DBH: [-1] }, mulai: 1, expected: [0, 0] },
    {
      name: 'a rise of earmarked money frees nothing',
      shocks: { DAU: [0.5], DAK: [-1] },
      mulai: 1,
      expected: [300, 0]
    },
    { name: 'a source that nobody knows is left out', shocks: { LAIN: [0.5] }, mulai: 1, expected: [0, 0] }
  ])('$name', ({ shocks, mulai, expected }) => {
    const percents = Object.entries(shocks).map(([kode, [nilai]]) => [
      kode,
      { jenis: 'persen' as const, nilai: nilai! }
    ]);
    expect(asked(Object.fromEntries(percents), { mulai })).toEqual(expected);
  });

  test('rupiah are the regency’s where a share is given, and spread over TKD by pagu to the rupiah', () => {
    const shocks = { TKD: { jenis: 'rupiah', nilai: 1001 } } as const;
    expect(asked(shocks, { bagian: 0.5 })).toEqual([396, 105]);
    const parts = sourceShocks(inputOf(lines), scenarioOf({ shocks })).map(({ jumlah }) => jumlah);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(1001);
  });

  test('rupiah of TKD fall on free money where the agency names no source of TKD', () => {
    const shocks = { TKD: { jenis: 'rupiah', nilai: 50 } } as const;
    expect(findDemands(inputOf([from(null, 120)]), scenarioOf({ shocks }))).toMatchObject([{ jumlah: 50 }]);
  });

  test('with the rule off, earmarked money is found anywhere', () => {
    const rules = { ...defaultRules, terikat: false };
    expect(asked({ DAK: { jenis: 'persen', nilai: 0.5 } }, { rules })).toEqual([120]);
  });

  test('a plan in thousands finds no less than is lost', () =>
    expect(asked({ PAD: { jenis: 'rupiah', nilai: 1 } }, { rounding: 1000 })).toEqual([1000, 0]));
});

describe('how far a line may be cut', () => {
  const line = (given: Partial<CutLine>) => lineOf({ id: 'b', pagu: 1000, spent: 100, ...given });
  const cases: {
    name: string;
    line: Partial<CutLine>;
    rules?: Partial<Rules>;
    decision?: LineDecision;
    unknown?: boolean;
    expected: [number, string | null];
  }[] = [
    { name: 'all that is not spent', line: {}, expected: [900, null] },
    { name: 'nothing where spending is not known', line: { spent: null }, expected: [0, 'terpakai'] },
    { name: 'nothing where more was spent than granted', line: { spent: 1200 }, expected: [0, 'terpakai'] },
    { name: 'not what is signed or due', line: { committed: 200, obligations: 50 }, expected: [650, 'komitmen'] },
    { name: 'more than all signed is not below zero', line: { committed: 2000 }, expected: [0, 'komitmen'] },
    {
      name: 'with the rule off contracts bind nothing',
      line: { committed: 200 },
      rules: { komitmen: false },
      expected: [900, null]
    },
    {
      name: 'aid of SPM stays',
      line: { spm: true, kodeAkun: '5.1.06.01.01.0001' },
      rules: { spm: 0.5 },
      expected: [0, 'spm']
    },
    {
      name: 'the rest of SPM keeps its share of the pagu, spent money within',
      line: { spm: true },
      rules: { spm: 0.8 },
      expected: [200, 'spm']
    },
    { name: 'pay stays', line: { kodeAkun: '5.1.01.01.01.0001' }, expected: [0, 'akun'] },
    { name: 'a prefix ends at a dot', line: { kodeAkun: '5.30.01' }, expected: [900, null] },
    { name: 'data work stays', line: { role: 'data' }, expected: [0, 'data'] },
    { name: 'a limit is of the pagu', line: { cap: 0.3 }, expected: [300, 'batas'] },
    {
      name: 'the tighter of limit and contract binds',
      line: { cap: 0.3, committed: 700 },
      expected: [200, 'komitmen']
    },
    { name: 'a locked line stays', line: {}, decision: { locked: true }, expected: [0, 'kunci'] },
    { name: 'harm nobody measured keeps a line whole', line: {}, unknown: true, expected: [0, 'tak_terukur'] },
    { name: 'until the reader allows it', line: {}, unknown: true, decision: { allowed: true }, expected: [900, null] }
  ];
  test.for(cases)('$name', ({ line: given, rules, decision, unknown = false, expected }) => {
    const { room, bound } = roomOf(line(given), { ...defaultRules, ...rules }, decision, unknown);
    expect([room, bound]).toEqual(expected);
  });
});

describe('weights', () => {
  const list = [
    { kelas: 1, jumlah: 10 },
    { kelas: 4, jumlah: 20 },
    { kelas: 'desil_kosong', jumlah: 5 }
  ] as const;

  test.for([
    { name: 'the poorest count four', kelas: 1, expected: 4 },
    { name: 'above desil 4 a quarter', kelas: 7, expected: 0.25 },
    { name: 'without a desil: as the aid’s others on average', kelas: 'desil_kosong', expected: 2 },
    { name: 'hidden likewise', kelas: 'disembunyikan', expected: 2 }
  ] as const)('$name', ({ kelas, expected }) => expect(classWeights(list, false)(kelas)).toBe(expected));

  test('equal weights are 1, and where nobody is known too', () => {
    expect(classWeights(list, true)(1)).toBe(1);
    expect(classWeights([{ kelas: 'disembunyikan', jumlah: 9 }], false)('disembunyikan')).toBe(1);
  });
});

describe('the problem', () => {
  const sub = '1.06.05.2.02.0006';
  const aidLine = lineOf({
    ...{ id: 'BLT', pagu: 1200, kodeSubkegiatan: sub, kodeAkun: '5.1.06.01.01.0001', role: 'langsung' },
    aid: [{ kodeBantuan: 'P', bagian: 1 }]
  });
  const truck = lineOf({ id: 'TRUK', pagu: 100, kodeSubkegiatan: sub, role: 'penunjang' });
  const stray = lineOf({ id: 'LAIN', pagu: 100, kodeSubkegiatan: '1.06.02.2.03.0001', role: 'penunjang' });
  const office = lineOf({ id: 'ATK', pagu: 100 });
  const lines = [aidLine, truck, stray, office];
  const people = aidOf({
    ...{ kode: 'P', perMonth: 10, months: 10 },
    recipients: [
      { kelas: 1, jumlah: 6 },
      { kelas: 6, jumlah: 4 }
    ]
  });
  const build = (given: Parameters<typeof scenarioOf>[0] = {}, aids = [people], from = lines) =>
    buildProblem(inputOf(from, aids), scenarioOf(given));

  test('delivery of a measured aid harms through the aid; without one its harm is unknown and it stays', () => {
    const problem = build();
    expect(problem.lines.map(({ unknown, bound }) => [unknown, bound])).toEqual([
      [false, null],
      [false, null],
      [true, 'tak_terukur'],
      [false, null]
    ]);
    expect(problem.couplings).toEqual([{ delivery: 1, aid: [0] }]);
  });

  test('with the rule off delivery is free, as the price of the rule needs', () => {
    const problem = build({ rules: { penunjang: false } });
    expect(problem.couplings).toEqual([]);
    expect(problem.lines[1]).toMatchObject({ room: 100, unknown: false, stretches: [] });
  });

  test.for([
    { name: 'without a price', aid: { ...people, perMonth: null } },
    { name: 'without recipients', aid: { ...people, recipients: null } },
    { name: 'with a list that names nobody', aid: { ...people, recipients: [] } },
    { name: 'whose months are over', aid: { ...people, months: 0 } }
  ])('harm of aid $name is unknown, never zero', ({ aid }) => {
    expect(build({}, [aid]).lines[0]).toMatchObject({ unknown: true, room: 0, bound: 'tak_terukur', stretches: [] });
  });

  test('a role the reader sets counts, and unlocks what it unlocks', () => {
    const problem = build({ decisions: { LAIN: { role: 'umum' } } });
    expect(problem.lines[2]).toMatchObject({ unknown: false, room: 100, line: { role: 'umum' } });
  });

  test('classes lose alike: one stretch with the mean harm of all the money left', () => {
    const mean = (0.6 * 4 + 0.4 * 0.25) / 10;
    expect(build().lines[0]!.stretches).toEqual([{ width: 1200, harm: expect.closeTo(mean, 12) }]);
  });

  test('or the not eligible first: each class as much as it gets, and money beyond the list last', () => {
    expect(build({ dropping: 'tepat' }).lines[0]!.stretches).toEqual([
      { width: 400, harm: 0.025 },
      { width: 600, harm: 0.4 },
      { width: 200, harm: 0.4 }
    ]);
  });

  test('where money is short for the months planned, every class is paid for the same fewer months', () => {
    const short = [{ ...aidLine, spent: 700 }];
    expect(build({ dropping: 'tepat' }, [people], short).lines[0]!.stretches).toEqual([
      { width: 200, harm: 0.025 },
      { width: 300, harm: 0.4 }
    ]);
  });

  test('recipients of an aid are attributed to its lines by what each pays', () => {
    const two = [aidLine, { ...aidLine, id: 'BLT2', pagu: 400, sources: [{ sumber: 'PAD', pagu: 400 }] }];
    const problem = build({ dropping: 'tepat' }, [{ ...people, perMonth: 16 }], two);
    expect(problem.lines.map(({ stretches }) => stretches.map(({ width }) => width))).toEqual([
      [480, 720],
      [160, 240]
    ]);
  });

  test.for([
    { name: 'keeps three quarters', minimum: 0.75, given: {}, room: 1200, keepAbove: 300 },
    { name: 'is bound by no minimum beyond its room', minimum: 0.5, given: { cap: 0.4 }, room: 480, keepAbove: null },
    { name: 'cannot be closed under a limit', minimum: 0.75, given: { cap: 0.4 }, room: 300, keepAbove: null }
  ])('aid $name', ({ minimum, given, room, keepAbove }) => {
    const problem = build({ rules: { minimum } }, [people], [{ ...aidLine, ...given }]);
    expect(problem.lines[0]).toMatchObject({ room, keepAbove });
  });

  test('a kecamatan that loses more than its share breaks the row, and one that bears its share does not', () => {
    const second = lineOf({
      ...{ id: 'KUBE', pagu: 1000, role: 'langsung', kodeSubkegiatan: '1.06.05.2.02.0004' },
      aid: [{ kodeBantuan: 'K', bagian: 1 }]
    });
    const places = (utara: number, hulu: number) => [
      { kodeWilayah: '64.02.01', jumlah: utara },
      { kodeWilayah: '64.02.02', jumlah: hulu }
    ];
    const aids = [
      { ...people, byRegion: places(10, 0) },
      { ...people, kode: 'K', byRegion: places(0, 10) }
    ];
    const problem = build({ rules: { kecamatan: 1.2 } }, aids, [aidLine, second]);
    expect(problem.equity.map(({ name }) => name)).toEqual(['64.02.01', '64.02.02']);
    const broken = (amounts: number[]) =>
      check(problem, { byPool: amounts.map((amount) => [amount]) }).map(({ rule, at }) => `${rule} ${at}`);
    expect(broken([500, 0])).toEqual(['kecamatan 0']);
    expect(broken([0, 500])).toEqual(['kecamatan 1']);
    expect(broken([500, 500])).toEqual([]);
  });

  test('an aid with a hidden kecamatan stands in no row of equity', () => {
    const hidden = { ...people, byRegion: [{ kodeWilayah: '64.02.01', jumlah: null }] };
    expect(build({ rules: { kecamatan: 1 } }, [hidden]).equity).toEqual([]);
  });

  test('delivery follows its aid: neither gives more of its pagu, and the office gives the rest', () => {
    const problem = build(
      { shocks: { PAD: { jenis: 'rupiah', nilai: 700 } }, rules: { batas: true } },
      [people],
      [{ ...aidLine, cap: 0.5 }, truck, office]
    );
    const { cuts, unmet } = cutInProportion(problem);
    expect(cuts.byPool.flat()).toEqual([561, 46, 93]);
    expect(unmet).toEqual([0]);
  });
});
