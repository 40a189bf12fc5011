import { describe, expect, test } from 'vitest';
import { buildProblem } from '$lib/model/cuts/build';
import { cutByHand, handClamps } from '$lib/model/cuts/byHand';
import { totalsOf } from '$lib/model/cuts/check';
import { effect } from '$lib/model/cuts/effect';
import type { CutAid, CutLine } from '$lib/model/cuts/line';
import { cutByPriority } from '$lib/model/cuts/priority';
import { approvalRoute } from '$lib/model/cuts/route';
import { cutByTemplate, templateShare } from '$lib/model/cuts/template';
import { aidOf, inputOf, lineOf, scenarioOf } from './support/input';

const aidLine = lineOf({
  ...{ id: 'BLT', pagu: 12_000, kodeSubkegiatan: '1.06.05.2.02.0006', kodeAkun: '5.1.06.01.01.0001', role: 'langsung' },
  aid: [{ kodeBantuan: 'P', bagian: 1 }]
});
/** One hundred families, Rp10 a month for twelve months: 60 of desil 1, 20 of desil 4, 20 of desil 7. */
const people = aidOf({
  ...{ kode: 'P', perMonth: 10, months: 12, missed: 20 },
  recipients: [
    { kelas: 1, jumlah: 60 },
    { kelas: 4, jumlah: 20 },
    { kelas: 7, jumlah: 20 }
  ],
  byRegion: [
    { kodeWilayah: '64.02.01', jumlah: 70 },
    { kodeWilayah: '64.02.02', jumlah: 30 }
  ]
});

type Given = Parameters<typeof scenarioOf>[0];

/** The effect of cuts by hand. */
function effectOf(cuts: Record<string, number>, given: Given = {}, aids: CutAid[] = [people], lines = [aidLine]) {
  const decisions = Object.fromEntries(Object.entries(cuts).map(([id, cut]) => [id, { cut, allowed: true }]));
  const scenario = scenarioOf({ ...given, decisions });
  const input = inputOf(lines, aids);
  const problem = buildProblem(input, scenario);
  return effect(input, problem, cutByHand(problem).cuts, scenario);
}

describe('what a plan takes from recipients', () => {
  test('every class alike: a quarter of the money is a quarter of the families, of months and of rupiah', () => {
    const found = effectOf({ BLT: 3000 });
    expect(found).toMatchObject({ cut: 3000, months: 300, rupiah: 3000, lost: 25, poorest: 20, unmeasured: 0 });
    expect(found.byClass).toEqual([
      { kelas: 1, before: 60, lost: 15 },
      { kelas: 4, before: 20, lost: 5 },
      { kelas: 7, before: 20, lost: 5 }
    ]);
    expect(found.burden40).toBeCloseTo(1, 12);
  });

  test('by verified lists those who are not eligible lose first, and the poor are spared', () => {
    const found = effectOf({ BLT: 3000 }, { dropping: 'tepat' });
    expect(found).toMatchObject({ lost: 25, poorest: 5 });
    expect(found.byClass.map(({ lost }) => lost)).toEqual([0, 5, 20]);
    expect(found.burden40).toBeCloseTo(5 / 80 / 0.25, 12);
    expect(found.harm).toBeLessThan(effectOf({ BLT: 3000 }).harm);
  });

  test('eligible families who lose join the missed: exclusion error before and after', () => {
    expect(effectOf({ BLT: 3000 }).byAid[0]!.exclusion).toEqual({
      ...{ reached: 80, lost: 20, missed: 20 },
      ...{ before: 0.2, after: 0.4 }
    });
  });

  test.for([
    { name: 'nobody knows whom it misses', aid: { missed: null } },
    { name: 'it goes by a category', aid: { eligible: [] } },
    { name: 'a class is hidden', aid: { recipients: [{ kelas: 'disembunyikan' as const, jumlah: 100 }] } }
  ])('no exclusion error where $name', ({ aid }) =>
    expect(effectOf({ BLT: 3000 }, {}, [{ ...people, ...aid }]).byAid[0]!.exclusion).toBeNull()
  );

  test('kecamatan lose as they receive, in whole families that add up', () => {
    expect(effectOf({ BLT: 3000 }).byRegion.map(({ lost }) => lost)).toEqual([18, 7]);
    expect(effectOf({ BLT: 3000 }).regionVariation).toBeCloseTo(0, 12);
  });

  test('a hidden kecamatan stays hidden, and the others lose no more than their own share', () => {
    const byRegion = [
      { kodeWilayah: '64.02.01', jumlah: 70 },
      { kodeWilayah: '64.02.02', jumlah: null }
    ];
    const found = effectOf({ BLT: 6000 }, {}, [{ ...people, byRegion }]);
    expect(found.byRegion).toEqual([
      { kodeWilayah: '64.02.01', before: 70, lost: 35, exact: 35 },
      { kodeWilayah: '64.02.02', before: null, lost: null, exact: null }
    ]);
    expect(found.regionVariation).toBeNull();
  });

  test('without published kecamatan an aid is named as not placed', () => {
    const found = effectOf({ BLT: 3000 }, {}, [{ ...people, byRegion: [] }]);
    expect([found.byRegion, found.unplaced]).toEqual([[], ['P']]);
  });

  test('hidden classes: losers are counted, who they are is not known', () => {
    const recipients = [
      { kelas: 1, jumlah: 60 },
      { kelas: 'disembunyikan', jumlah: 40 }
    ] as const;
    const found = effectOf({ BLT: 3000 }, {}, [{ ...people, recipients }]);
    expect(found).toMatchObject({ lost: 25, poorest: 15, withoutDesil: 10, burden40: null, concentration: null });
  });

  test('a line nobody measured loses rupiah that stand apart from harm', () => {
    const found = effectOf({ BLT: 3000 }, {}, [{ ...people, perMonth: null }]);
    expect(found).toMatchObject({ cut: 3000, harm: 0, lost: 0, rupiah: 0, unmeasured: 3000, byAid: [] });
  });

  test('money beyond what the list needs takes no family twice', () => {
    const found = effectOf(
      { BLT: 20_000 },
      {},
      [people],
      [{ ...aidLine, pagu: 20_000, sources: [{ sumber: 'PAD', pagu: 20_000 }] }]
    );
    expect(found).toMatchObject({ lost: 100, months: 1200, rupiah: 20_000 });
  });
});

describe('months funded', () => {
  test('what is left pays fewer months if nobody is dropped', () => {
    expect(effectOf({ BLT: 3000 }).byAid[0]!.monthsFunded).toEqual({ planned: 12, before: 12, after: 9 });
  });

  test('a budget of nine months shows before any cut', () => {
    const nine: CutLine = { ...aidLine, pagu: 9000, sources: [{ sumber: 'PAD', pagu: 9000 }] };
    expect(effectOf({ BLT: 0 }, {}, [people], [nine]).byAid[0]!.monthsFunded).toEqual({
      planned: 12,
      before: 9,
      after: 9
    });
  });

  test('aid paid once has no months', () => {
    expect(effectOf({ BLT: 1000 }, {}, [{ ...people, oneOff: true, months: 1 }]).byAid[0]!.monthsFunded).toBeNull();
  });
});

describe('by hand', () => {
  const lines = [
    lineOf({ id: 'ATK', pagu: 1000, cap: 0.5 }),
    lineOf({ id: 'MOTOR', pagu: 900, step: 300 }),
    lineOf({ id: 'GAJI', pagu: 900, kodeAkun: '5.1.01.01.01.0001' }),
    lineOf({ id: 'SEWA', pagu: 900 })
  ];
  const shocks = { PAD: { jenis: 'rupiah', nilai: 2000 } } as const;
  const decisions = { ATK: { cut: 700 }, MOTOR: { cut: 500 }, GAJI: { cut: 10 }, SEWA: { cut: -5 } };
  const scenario = scenarioOf({ shocks, decisions });
  const problem = buildProblem(inputOf(lines), scenario);

  test('each cut stands as far as it may, and says what held it', () => {
    expect(handClamps(problem, scenario)).toEqual([
      { id: 'ATK', asked: 700, given: 500, reason: 'batas' },
      { id: 'MOTOR', asked: 500, given: 300, reason: 'satuan' },
      { id: 'GAJI', asked: 10, given: 0, reason: 'akun' },
      { id: 'SEWA', asked: -5, given: 0, reason: 'negatif' }
    ]);
  });

  test('what hands leave open is unmet, and nothing else is cut', () => {
    const { cuts, unmet } = cutByHand(problem);
    expect([totalsOf(cuts), unmet]).toEqual([[500, 300, 0, 0], [1200]]);
  });
});

describe('priority and template', () => {
  const lines = [
    lineOf({ id: 'P1', pagu: 100, priority: 1 }),
    lineOf({ id: 'P4', pagu: 100, priority: 4 }),
    lineOf({ id: 'TANPA', pagu: 100 }),
    lineOf({ id: 'P3', pagu: 100, priority: 3 })
  ];

  test('class 4 goes first, then 3 with those of no class, and 1 last', () => {
    const cut = (nilai: number) => {
      const scenario = scenarioOf({ shocks: { PAD: { jenis: 'rupiah', nilai } } });
      return totalsOf(cutByPriority(buildProblem(inputOf(lines), scenario)).cuts);
    };
    expect(cut(80)).toEqual([0, 80, 0, 0]);
    expect(cut(200)).toEqual([0, 100, 50, 50]);
    expect(cut(330)).toEqual([30, 100, 100, 100]);
  });

  test.for([
    { name: 'uniforms go', kodeAkun: '5.1.02.01.01.0063', share: 1 },
    { name: 'office supplies are halved', kodeAkun: '5.1.02.01.01.0024', share: 0.5 },
    { name: 'grants to institutions lose 40 percent', kodeAkun: '5.1.05.05.01.0001', share: 0.4 },
    { name: 'travel is not in the template', kodeAkun: '5.1.02.04.01.0001', share: null },
    { name: 'cash aid is not either', kodeAkun: '5.1.06.01.01.0001', share: null }
  ])('$name', ({ kodeAkun, share }) => expect(templateShare({ kodeAkun, template: null })).toBe(share));

  test('the agency’s own share goes before the built-in one', () =>
    expect(templateShare({ kodeAkun: '5.1.02.01.01.0024', template: 0.1 })).toBe(0.1));

  test('goods for people and SPM sub kegiatan are never cut by account, however much is asked', () => {
    const given = [
      lineOf({ id: 'BARANG', pagu: 1000, kodeAkun: '5.1.02.01.01.0039', role: 'langsung' }),
      lineOf({ id: 'SPM', pagu: 1000, kodeAkun: '5.1.02.01.01.0024', spm: true }),
      lineOf({ id: 'ATK', pagu: 1000, kodeAkun: '5.1.02.01.01.0024' }),
      lineOf({ id: 'SERAGAM', pagu: 300, kodeAkun: '5.1.02.01.01.0061' })
    ];
    const decisions = { BARANG: { allowed: true } };
    const cut = (nilai: number) => {
      const scenario = scenarioOf({ shocks: { PAD: { jenis: 'rupiah', nilai } }, decisions, rules: { spm: null } });
      const { cuts, unmet } = cutByTemplate(buildProblem(inputOf(given), scenario));
      return [totalsOf(cuts), unmet];
    };
    expect(cut(2000)).toEqual([[0, 0, 500, 300], [1200]]);
    expect(cut(400)).toEqual([[0, 0, 250, 150], [0]]);
  });
});

describe('likely approval', () => {
  const place = (kodeSubkegiatan: string, kodeAkun: string) => ({ kodeSkpd: 'A', kodeSubkegiatan, kodeAkun });
  const from = place('S', '5.1.02.01.01.0024');
  test.for([
    { name: 'within an objek', to: place('S', '5.1.02.01.02.0001'), route: 'rincian_objek' },
    { name: 'between objek of a jenis', to: place('S', '5.1.02.04.01.0001'), route: 'objek' },
    { name: 'between jenis', to: place('S', '5.2.02.10.01.0002'), route: 'jenis' },
    { name: 'to another sub kegiatan', to: place('T', '5.1.02.01.01.0024'), route: 'jenis' },
    { name: 'money that leaves the agency', to: null, route: 'jenis' }
  ])('$name: $route', ({ to, route }) => expect(approvalRoute(from, to)).toBe(route));
});

describe('what holds money back', () => {
  test('each bound with what it keeps, the largest first; a line with room left is held by none', () => {
    const lines = [
      lineOf({ id: 'ATK', pagu: 1000, cap: 0.5 }),
      lineOf({ id: 'GAJI', pagu: 900, kodeAkun: '5.1.01.01.01.0001' }),
      lineOf({ id: 'SEWA', pagu: 900 })
    ];
    expect(effectOf({ ATK: 500 }, {}, [], lines).binding).toEqual([
      { bound: 'akun', lines: 1, rupiah: 900 },
      { bound: 'batas', lines: 1, rupiah: 500 }
    ]);
  });
});
