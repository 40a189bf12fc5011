import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LinearSolver } from '$lib/model/cuts/linear';
import type { CutAid, CutInput, CutLine, CutSource } from '$lib/model/cuts/line';
import type { Method, Scenario } from '$lib/model/cuts/scenario';
import { solveCuts } from '$lib/model/cuts/solve';
import { openNative } from '$lib/server/native';
import { startHighs } from '$lib/solver/highsSolver';
import { cutData } from '$lib/view/cuts';
import { foldedView, isWhole } from '$lib/view/cutsFold';
import { planView, problemOf, type PlanView } from '$lib/view/cutsPlan';
import { aidOf, inputOf, lineOf, scenarioOf, sources } from '../model/cuts/support/input';
import { sampleExtract } from '../support/sampleExtract';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await startHighs();
});

const juta = 1_000_000;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const methods: Record<Method, true> = {
  ...{ sebanding: true, rata_pagu: true, prioritas: true, templat: true, terbaik: true, tangan: true }
};
const names = {
  skpd: { A: 'Dinas Sosial' },
  nomenklatur: { '1.06.05': 'Program Perlindungan', '1.06.05.2.02.0006': 'Santunan' },
  akun: { '5.1.06.01.01.0001': 'Bantuan uang' }
};

const aidAccount = '5.1.06.01.01.0001';
/** A small agency: two offices, cash aid with its delivery, equipment from an earmarked source, and pay. */
const lines: readonly CutLine[] = [
  lineOf({ id: 'kantor', pagu: 120 * juta, sources: [{ sumber: 'DAU', pagu: 120 * juta }] }),
  lineOf({ id: 'rapat', pagu: 60 * juta, spent: 20 * juta, cap: 0.5 }),
  lineOf({
    ...{ id: 'santunan', pagu: 240 * juta, kodeSubkegiatan: '1.06.05.2.02.0006', kodeAkun: aidAccount },
    ...{
      role: 'langsung',
      aid: [{ kodeBantuan: 'SANTUNAN', bagian: 1 }],
      sources: [{ sumber: 'DAU', pagu: 240 * juta }]
    }
  }),
  lineOf({ id: 'antar', pagu: 30 * juta, kodeSubkegiatan: '1.06.05.2.02.0006', role: 'penunjang' }),
  lineOf({ id: 'alat', pagu: 80 * juta, sources: [{ sumber: 'DAK', pagu: 80 * juta }] }),
  lineOf({ id: 'gaji', pagu: 500 * juta, kodeAkun: '5.1.01.01.01.0001' })
];
const aids: readonly CutAid[] = [
  aidOf({
    ...{ kode: 'SANTUNAN', nama: 'Santunan', perMonth: 200_000, months: 12, missed: 40 },
    recipients: [
      { kelas: 1, jumlah: 40 },
      { kelas: 2, jumlah: 30 },
      { kelas: 6, jumlah: 30 }
    ],
    byRegion: [
      { kodeWilayah: '64.02.01', jumlah: 60 },
      { kodeWilayah: '64.02.02', jumlah: 40 }
    ]
  })
];
const half: Scenario = scenarioOf({ shocks: { TKD: { jenis: 'persen', nilai: 0.5 } }, method: 'terbaik' });

async function viewOf(input: CutInput, scenario: Scenario): Promise<PlanView> {
  const problem = problemOf({ input }, scenario);
  const solved = await solveCuts(problem, solver);
  return planView({ input, names }, scenario, problem, solved.status === 'dibatalkan' ? null : solved);
}
const small = (scenario: Scenario) => viewOf(inputOf(lines, aids), scenario);

/** Every row above an account is the sum of the rows below it, to the rupiah; the first row is everything. */
function addsUp({ rows, effect, demand, unmet, demands, byRole }: PlanView): void {
  for (const row of rows) {
    expect(row.sesudah).toBe(row.sebelum - row.potongan);
    if (row.level === 'akun') {
      expect([row.potongan >= 0, row.sesudah >= 0, Number.isInteger(row.potongan)]).toEqual([true, true, true]);
      continue;
    }
    for (const key of ['sebelum', 'potongan', 'sesudah'] as const)
      expect(row[key]).toBe(sum(row.children.map((at) => rows[at]![key])));
  }
  expect(rows[0]).toMatchObject({ level: 'jumlah', potongan: effect.cut });
  expect(sum(Object.values(byRole))).toBe(effect.cut);
  expect(sum(demands.map(({ jumlah }) => jumlah))).toBe(demand);
  expect(sum(demands.map((one) => one.unmet))).toBe(unmet);
  for (const { jumlah, unmet } of demands) expect([unmet >= 0, unmet <= jumlah]).toEqual([true, true]);
  expect(sum(effect.byAid.map(({ lost }) => lost))).toBe(effect.lost);
  expect(sum(effect.byClass.map(({ lost }) => lost))).toBe(effect.lost);
}

describe('on a small agency whose free TKD and DAK fall by half', () => {
  let view: PlanView;
  beforeAll(async () => {
    view = await small(half);
  });

  test('every row is the sum of those below it, and accounts name their line and its reason', () => {
    addsUp(view);
    const accounts = view.rows.filter(({ level }) => level === 'akun');
    expect(accounts.map(({ id }) => id).toSorted()).toEqual(lines.map(({ id }) => id).toSorted());
    for (const row of view.rows)
      expect([row.id === null, row.reason === null]).toEqual(Array(2).fill(row.level !== 'akun'));
    expect(accounts.find(({ id }) => id === 'gaji')).toMatchObject({ potongan: 0, reason: { bound: 'akun', room: 0 } });
    expect(accounts.find(({ id }) => id === 'rapat')!.reason).toMatchObject({ bound: 'batas', room: 30 * juta });
  });

  test('a name comes with its code; a code without a name has none', () => {
    const nameOf = (level: string, kode: string) =>
      view.rows.find((row) => row.level === level && row.kode === kode)?.nama;
    expect(nameOf('skpd', 'A')).toBe('Dinas Sosial');
    expect(nameOf('subkegiatan', '1.06.05.2.02.0006')).toBe('Santunan');
    expect(nameOf('akun', aidAccount)).toBe('Bantuan uang');
    expect(nameOf('program', '1.06.01')).toBeNull();
  });

  test('what is to be found stands by demand: free money as one, the earmarked source alone, and only it lacks', () => {
    const [free, dak] = view.demands;
    expect(view.demands).toHaveLength(2);
    expect(free).toMatchObject({ terikat: false, jumlah: 180 * juta, unmet: 0 });
    expect(free!.sumber).toEqual(expect.arrayContaining([null, 'DAU', 'DBH', 'PAD']));
    expect(dak).toEqual({ sumber: ['DAK'], terikat: true, jumlah: 40 * juta, unmet: 0 });
    expect(view.demand).toBe(220 * juta);
  });

  test('where an earmarked source loses more than its lines may give, its demand alone is short', async () => {
    const locked = await small({ ...half, decisions: { alat: { locked: true } } });
    addsUp(locked);
    expect(locked.demands.map((one) => one.unmet)).toEqual([0, 40 * juta]);
    expect(locked.unmet).toBe(40 * juta);
  });

  test('every method has one row, and that of the chosen one is what the page shows', async () => {
    expect(view.methods.map(({ method }) => method).toSorted()).toEqual(Object.keys(methods).toSorted());
    for (const method of Object.keys(methods) as Method[]) {
      const chosen = await small({ ...half, method });
      addsUp(chosen);
      const row = chosen.methods.find((one) => one.method === method)!;
      const { cut, lost, poorest, months, rupiah } = chosen.effect;
      expect(row).toEqual({ method, cut, lost, poorest, months, rupiah, unmet: chosen.unmet, breaks: 0 });
      expect(chosen.methods).toEqual(view.methods);
    }
  });

  test('the least harmful plan meets the demand with no more loss than any other that meets it', () => {
    const best = view.methods.find(({ method }) => method === 'terbaik')!;
    expect(best.unmet).toBe(0);
    for (const { unmet, months } of view.methods)
      if (unmet === 0) expect(best.months).toBeLessThanOrEqual(months + 1e-6);
    expect(view.methods.find(({ method }) => method === 'tangan')).toMatchObject({ cut: 0, unmet: 220 * juta });
  });

  test('each source says its pagu, what is still to come, and what it loses', async () => {
    expect(view.sources.map(({ kode, pagu, lost, terikat }) => ({ kode, pagu, lost, terikat }))).toEqual([
      { kode: 'DAK', pagu: 80 * juta, lost: 40 * juta, terikat: true },
      { kode: 'DAU', pagu: 360 * juta, lost: 180 * juta, terikat: false },
      { kode: 'PAD', pagu: 590 * juta, lost: 0, terikat: false }
    ]);
    const october = await viewOf(inputOf(lines, aids, 10), { ...half, mulai: 10 });
    expect(october.sources.find(({ kode }) => kode === 'DAU')).toMatchObject({ toCome: 90 * juta, lost: 45 * juta });
  });

  test('a rise of free money is counted against falls, and what is left over asks for nothing', async () => {
    const shocks = { DAU: { jenis: 'persen', nilai: -0.5 }, PAD: { jenis: 'rupiah', nilai: 100 * juta } } as const;
    const rise = await small({ ...half, shocks });
    addsUp(rise);
    expect(rise.sources.find(({ kode }) => kode === 'DAU')!.lost).toBe(-180 * juta);
    expect([rise.demand, rise.unmet, rise.effect.cut, rise.effect.lost]).toEqual([0, 0, 0, 0]);
  });

  test('folded, as a page carries it, it keeps every sum and the reasons of what is cut, and names no account', () => {
    const folded = foldedView(view);
    expect([isWhole(view), isWhole(folded)]).toEqual([true, false]);
    expect({ ...folded, rows: [] }).toEqual({ ...view, rows: [] });
    const kept = view.rows.filter(({ level }) => ['jumlah', 'skpd', 'program', 'subkegiatan'].includes(level));
    expect(folded.rows).toEqual(kept.map((row) => ({ ...row, children: [] })));
    for (const row of view.rows.filter(({ level }) => level === 'subkegiatan')) {
      const cut = row.children.map((at) => view.rows[at]!).filter(({ potongan }) => potongan > 0);
      const roles = (of: readonly { reason: { role: string } | null }[]) =>
        new Set(of.map(({ reason }) => reason!.role));
      expect(roles(row.parts!)).toEqual(roles(cut));
    }
  });

  test('a cut by hand above what a line may lose is told, with what became of it', async () => {
    const clamped = await small({ ...half, decisions: { rapat: { cut: 50 * juta } } });
    expect(clamped.clamps).toEqual([{ id: 'rapat', asked: 50 * juta, given: 30 * juta, reason: 'batas' }]);
    const row = clamped.rows.find(({ id }) => id === 'rapat')!;
    expect([row.potongan, row.reason!.fixed]).toEqual([30 * juta, 30 * juta]);
  });

  test('without the solver the other methods are there, the page shows one of them, and nothing is called proven', () => {
    const input = inputOf(lines, aids);
    const alone = planView({ input, names }, half, problemOf({ input }, half), null);
    addsUp(alone);
    expect(alone.methods.map(({ method }) => method)).toEqual([
      'sebanding',
      'rata_pagu',
      'prioritas',
      'templat',
      'tangan'
    ]);
    expect(alone.effect.cut).toBe(alone.methods.find(({ method }) => method === 'sebanding')!.cut);
    expect(alone.gap).toBe(0);
  });
});

describe('hidden counts', () => {
  const hidden: CutAid = {
    ...aids[0]!,
    recipients: [
      { kelas: 1, jumlah: 60 },
      { kelas: 'disembunyikan', jumlah: 40 }
    ],
    byRegion: [
      { kodeWilayah: '64.02.01', jumlah: 70 },
      { kodeWilayah: '64.02.02', jumlah: null },
      { kodeWilayah: '64.02.03', jumlah: null }
    ],
    missed: null
  };
  test('a class that is hidden is in no row of its own, a kecamatan that is hidden has no number, a rate on it none', async () => {
    const { effect } = await viewOf(inputOf(lines, [hidden]), { ...half, method: 'sebanding' });
    expect(effect.lost).toBeGreaterThan(0);
    expect(effect.byClass.filter(({ before }) => before > 0).map(({ kelas }) => kelas)).toEqual([1, 'disembunyikan']);
    const [shown, ...others] = effect.byRegion;
    expect(shown).toMatchObject({ kodeWilayah: '64.02.01', before: 70 });
    for (const one of others) expect(one).toMatchObject({ before: null, lost: null, exact: null });
    expect([effect.burden40, effect.poorShare, effect.concentration, effect.regionVariation]).toEqual(
      Array(4).fill(null)
    );
    expect(effect.byAid[0]!.exclusion).toBeNull();
  });
  test('the sample, public profile: what the extract hides is hidden in the view, never alone and never in a pool below ten', async () => {
    const database = await openNative(sampleExtract());
    const data = (await cutData(database, { tahun: 2026, mulai: 1, kodeSkpd: null }))!;
    database.close();
    const scenario = scenarioOf({ shocks: { TKD: { jenis: 'persen', nilai: 0.6 } } });
    const { effect } = planView(data, scenario, problemOf(data, scenario), null);
    const losing = new Set(effect.byAid.filter(({ lost }) => lost > 0).map(({ kode }) => kode));
    const cells = data.input.aids.filter(({ kode }) => losing.has(kode)).flatMap(({ byRegion }) => byRegion);
    const hiddenCells = new Set(cells.filter(({ jumlah }) => jumlah === null).map(({ kodeWilayah }) => kodeWilayah));
    expect(hiddenCells.size).toBeGreaterThan(1);
    const hiddenRows = effect.byRegion.filter(({ before, lost, exact }) => [before, lost, exact].includes(null));
    expect(new Set(hiddenRows.map(({ kodeWilayah }) => kodeWilayah))).toEqual(hiddenCells);
    for (const { before, lost, exact } of hiddenRows) expect([before, lost, exact]).toEqual([null, null, null]);
    const pooled = effect.byClass.find(({ kelas }) => kelas === 'disembunyikan');
    if (pooled !== undefined && pooled.before > 0) expect(pooled.before).toBeGreaterThanOrEqual(10);
  });
});

/** An agency of a few lines of any kind, with a shock of any size. */
const anyCase = fc
  .record({
    lines: fc.array(
      fc.record({
        pagu: fc.integer({ min: 1, max: 400 }).map((value) => value * 100_000),
        spent: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 5 }),
        source: fc.constantFrom(null, 'DAK', 'DAU', 'PAD'),
        role: fc.constantFrom(...(['langsung', 'penunjang', 'data', 'umum'] as const)),
        account: fc.constantFrom(aidAccount, '5.1.02.01.01.0052', '5.1.01.01.01.0001'),
        cap: fc.option(fc.constantFrom(0.3, 0.5), { freq: 3 }),
        step: fc.option(fc.constant(300_000), { freq: 5 }),
        priority: fc.option(fc.integer({ min: 1, max: 4 })),
        template: fc.option(fc.constantFrom(0.4, 0.5, 1)),
        cut: fc.option(fc.integer({ min: 0, max: 20_000_000 }), { freq: 6 })
      }),
      { minLength: 1, maxLength: 8 }
    ),
    fall: fc.double({ min: -0.5, max: 1, noNaN: true }),
    rounding: fc.constantFrom(1 as const, 1000 as const),
    terikat: fc.boolean(),
    minimum: fc.constantFrom(null, 0.25)
  })
  .map(({ lines, fall, rounding, terikat, minimum }) => {
    const own = lines.map(({ pagu, spent, source, role, account, cap, step, priority, template }, at) =>
      lineOf({
        ...{ id: `b${at}`, pagu, spent: spent === null ? null : Math.round(pagu * spent), role, kodeAkun: account },
        ...{ cap, step, priority, template, sources: [{ sumber: source, pagu }] },
        kodeSubkegiatan: `1.06.05.2.02.000${at % 3}`,
        aid: role === 'langsung' ? [{ kodeBantuan: 'SANTUNAN', bagian: 1 }] : []
      })
    );
    const decisions = Object.fromEntries(lines.flatMap(({ cut }, at) => (cut === null ? [] : [[`b${at}`, { cut }]])));
    const shocks = { TKD: { jenis: 'persen' as const, nilai: fall } };
    return { lines: own, scenario: scenarioOf({ shocks, rounding, decisions, rules: { terikat, minimum } }) };
  });

test('whatever the agency and the fall: rows add up, and no method cuts a line beyond its room or finds more than there is', async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ lines, scenario }) => {
      const input = inputOf(lines, aids);
      for (const method of Object.keys(methods) as Method[]) {
        const view = await viewOf(input, { ...scenario, method });
        addsUp(view);
        for (const { reason, potongan } of view.rows)
          if (reason !== null) expect(potongan).toBeLessThanOrEqual(reason.room);
        for (const { cut } of view.methods) expect(cut).toBeLessThanOrEqual(view.room);
        for (const { cut, unmet } of view.methods) expect(cut + unmet).toBeGreaterThanOrEqual(view.demand);
      }
    }),
    { numRuns: 60 }
  );
});

test('sources that nobody describes and sources without money are told apart from those the agency has', async () => {
  const described: readonly CutSource[] = sources.filter(({ kode }) => kode !== 'PAD');
  const view = await viewOf({ ...inputOf(lines, aids), sources: described }, half);
  expect(view.sources.find(({ kode }) => kode === 'PAD')).toMatchObject({
    nama: 'PAD',
    kelompok: 'LAIN',
    terikat: false
  });
  expect(view.sources.some(({ kode }) => kode === 'DBH')).toBe(false);
});
