import { afterEach, describe, expect, test } from 'vitest';
import type { ExtractTables } from '$lib/extract/assemble';
import { accounts } from '$lib/query/work';
import * as words from '$lib/text/realizationWords';
import { noFilter } from '$lib/url/filter';
import type { RealizationView } from '$lib/view/realization';
import { importFiles, lra, lines as lraLines, monthly } from '../extract/support';
import {
  even,
  file,
  goods,
  look,
  openTables,
  pay,
  smallTables,
  unitA,
  unitB,
  type Opened,
  type SmallYear
} from './support';

const social = '1.06.04.2.01.0001';
const relief = '1.06.05.2.02.0003';
const opened: Opened[] = [];
afterEach(() => opened.splice(0).forEach((one) => one.close()));

async function open(years: readonly SmallYear[], more: ExtractTables = {}): Promise<Opened> {
  const one = await openTables(smallTables(years, more));
  opened.push(one);
  return one;
}

/** Every sentence that the pages make from a view. */
function sentences(view: RealizationView): string[] {
  const texts = [
    words.headline(view),
    words.forecastWords(view),
    words.curveTitle(view),
    words.changeWords(view),
    words.decisionWords(view),
    words.percentNote(view),
    words.gapWords(view),
    words.atRiskWords(view)
  ];
  const why = (['id', 'en'] as const).flatMap((language) =>
    [words.whyRate, words.whyCurve, words.whyRows, words.whyMonths, words.whyBridge, words.whyRisk].map((of) =>
      JSON.stringify(of(view, language))
    )
  );
  return [...texts.flatMap(({ id, en }) => [id, en]), ...why];
}

function expectReadable(view: RealizationView): void {
  for (const sentence of sentences(view)) expect(sentence).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
}

describe('missing is missing, and zero is zero', () => {
  test('a month without a file is a gap from there on; a month without spending is carried on', async () => {
    const one = await open([
      {
        tahun: 2026,
        delivered: { [unitA]: [1, 2, 4, 5] },
        lines: [{ sub: social, pagu: { murni: 100 }, spent: [10, null, null, 5, 5] }]
      }
    ]);
    const view = await look(one);
    expect(view.bulan).toBe(5);
    expect(view.totals).toEqual([10, 10, ...Array(10).fill(null)]);
    expect(view.monthly.slice(0, 5)).toEqual([10, 0, null, null, null]);
    expect([view.realisasi, view.pagu, view.bridge, view.forecast.forecast]).toEqual([null, 100, null, null]);
    expect(view.forecast.reason).toBe('month-missing');
    expect(words.headline(view).id).not.toMatch(/\d ?%/);
    expectReadable(view);
  });

  test('a unit that is a month late holds the common month back, and is whole in it', async () => {
    const lines = [
      { skpd: unitA, sub: social, pagu: { murni: 100 }, spent: [10, 10, 10] },
      { skpd: unitB, sub: social, pagu: { murni: 50 }, spent: [5, 5] }
    ];
    const one = await open([{ tahun: 2026, lines }]);
    expect(await look(one)).toMatchObject({ bulan: 2, realisasi: 30 });
    expect(await look(one, { skpd: unitB })).toMatchObject({ bulan: 2, realisasi: 10 });
    expect((await look(one)).years).toEqual([{ tahun: 2026, lastMonth: 2 }]);
  });

  test('a figure that spans months is not known inside its span and right after it', async () => {
    const lines = [
      { sub: social, pagu: { murni: 100 }, spans: [[1, 4, 40]] as const, spent: [null, null, null, null, 7] }
    ];
    const one = await open([{ tahun: 2026, lines, delivered: { [unitA]: [4, 5] } }]);
    const view = await look(one);
    expect(view.totals).toEqual([null, null, null, 40, 47, ...Array(7).fill(null)]);
    expect(view.monthly.slice(3, 5)).toEqual([null, 7]);
    expect((await look(one, { bulan: 3 })).realisasi).toBeNull();
    expect((await look(one, { bulan: 4 })).realisasi).toBe(40);
  });

  test('an extract with nothing has no view', async () => {
    const one = await open([]);
    expect(await one.views(noFilter)).toBeNull();
  });

  test('a unit with pagu and no realisasi at all says so', async () => {
    const lines = [
      { skpd: unitA, sub: social, pagu: { murni: 100 }, spent: [10] },
      { skpd: unitB, sub: social, pagu: { murni: 50 } }
    ];
    const view = await look(await open([{ tahun: 2026, lines }]), { skpd: unitB });
    expect(view).toMatchObject({ bulan: 0, realisasi: null, bridge: null, decision: null, exceptions: [] });
    for (const word of [words.headline(view), words.forecastWords(view), words.decisionWords(view)])
      expect(word.id).not.toMatch(/NaN|undefined|null/);
  });

  test('a code that nothing has shows nothing, not zero', async () => {
    const one = await open([{ tahun: 2026, lines: [{ sub: social, pagu: { murni: 100 }, spent: even(90) }] }]);
    const view = await look(one, { kode: '1.06.99' });
    expect(view).toMatchObject({
      pagu: null,
      realisasi: null,
      rencana: null,
      kontrakSisa: null,
      tree: [],
      bridge: null
    });
    expect(view.forecast.forecast).toBeNull();
    expectReadable(view);
  });
});

describe('an LRA of one year and nothing else', () => {
  test('nothing is invented, and the reasons are said', async () => {
    const files = Object.fromEntries(
      [1, 2, 3].map((month) => [
        `LRA bulan ${['Januari', 'Februari', 'Maret'][month - 1]} 2026 bulanan.xlsx`,
        lra(monthly(month))
      ])
    );
    const { tables } = await importFiles(files);
    const one = await openTables(tables);
    opened.push(one);
    const view = await look(one);
    const spent = monthly(3);
    expect(view.realisasi).toBeGreaterThan(0);
    expect(view.pagu).toBe(lraLines.reduce((sum, { anggaran }) => sum + Number(anggaran ?? 0), 0));
    expect(spent.length).toBe(lraLines.length);
    expect(view).toMatchObject({ bulan: 3, planStage: null, rencana: null, plan: [], past: [], outputs: [] });
    expect(view).toMatchObject({ kontrakSisa: null, utang: null, kewajibanSisa: null });
    expect(view.bridge!.unknown).toEqual(['komitmen', 'kewajiban']);
    expect(view.bridge!.steps.map(({ key }) => key)).not.toContain('bebas');
    expect(view.forecast).toMatchObject({
      method: null,
      reason: 'no-history-no-plan',
      forecast: null,
      low: null,
      path: []
    });
    expect(view.forecast.backtest).toEqual([]);
    expect(view.atRisk).toEqual({ rupiah: null, count: 0 });
    expect(view.decision).toBeNull();
    for (const rating of Object.values(view.credibility)) expect(rating.grade ?? null).toBeNull();
    expect(
      view.tree.every(({ fisik, rencana, kontrakSisa }) => fisik === null && rencana === null && kontrakSisa === null)
    ).toBe(true);
    expect(words.headline(view).id).toContain('rencana kas belum ada');
    expect(words.atRiskWords(view).id).toContain('tanpa perkiraan');
    expectReadable(view);
  });
});

describe('figures that look wrong are shown as they are', () => {
  test('a month below zero stays, and is an exception', async () => {
    const lines = [{ sub: social, pagu: { murni: 100 }, spent: [10, 20, -5, 1] }];
    const view = await look(await open([{ tahun: 2026, lines }]));
    expect(view.totals.slice(0, 4)).toEqual([10, 30, 25, 26]);
    expect(view.monthly.slice(0, 4)).toEqual([10, 20, -5, 1]);
    const found = view.exceptions.flatMap(({ findings }) => findings.map(({ finding }) => finding));
    expect(found).toContainEqual({ rule: 'negativeMonth', month: 3, amount: -5 });
    const march = await look(await open([{ tahun: 2026, lines }]), { bulan: 3 });
    expect(words.changeWords(march).id).toContain('berkurang');
    expectReadable(march);
  });

  test('realisasi above pagu is not cut down', async () => {
    const lines = [{ sub: social, pagu: { murni: 100 }, spent: even(120), rencana: { murni: even(100) } }];
    const one = await open([{ tahun: 2026, lines }]);
    const view = await look(one);
    expect(view.realisasi).toBeCloseTo(120, 6);
    expect(view.tree[0]!.realisasi! / view.tree[0]!.pagu!).toBeCloseTo(1.2, 9);
    expect(view.bridge!.steps.find(({ key }) => key === 'sisa')!.rupiah).toBeCloseTo(-20, 6);
    expect(view.forecast.forecast).toBeCloseTo(120, 6);
    expect((await look(one, { bulan: 11 })).forecast.forecast).toBeCloseTo(110, 6);
    expect(words.headline(view).id).toContain('120');
    expectReadable(view);
  });

  test.for([
    { name: 'nothing spent', spent: even(0), says: /belum ada|0 ?%|belum terpakai|tidak ada/i },
    { name: 'all of it', spent: even(1200), says: /100 ?%|seluruh/i }
  ])('the headline of $name', async ({ spent, says }) => {
    const lines = [{ sub: social, pagu: { murni: 1200 }, spent, rencana: { murni: even(1200) } }];
    const view = await look(await open([{ tahun: 2026, lines }]));
    expect(words.headline(view).id).toMatch(says);
    expectReadable(view);
  });

  test('a pagu of zero has no percentage', async () => {
    const view = await look(await open([{ tahun: 2026, lines: [{ sub: social, pagu: { murni: 0 }, spent: [5] }] }]));
    expect([view.pagu, view.realisasi, view.tree[0]!.pagu, view.forecast.forecastRate]).toEqual([0, 5, 0, null]);
    expect(words.headline(view).id).not.toMatch(/\d ?%/);
    expectReadable(view);
  });
});

describe('past years', () => {
  const year = (tahun: number, tetap: SmallYear['tetap']): SmallYear => ({
    tahun,
    ...(tetap ? { tetap } : {}),
    lines: [{ sub: social, pagu: { murni: 120 }, spent: even(96 + 12 * (tahun - 2023)) }]
  });

  test('a code that means something else now does not get the past of what it meant', async () => {
    const one = await open([year(2025, { [social]: 'was' }), { ...year(2026, { [social]: 'is' }) }]);
    const view = await look(one, { kode: social });
    expect(view.past.flatMap(({ monthly }) => monthly.filter((value) => value !== null))).toEqual([]);
    const whole = await look(one);
    expect(whole.past[0]!.monthly[0], 'the unit and the jenis keep it').toBeCloseTo(120 / 12, 9);
  });

  test('a code without identity is never joined, not even to itself', async () => {
    const one = await open([year(2025, { [social]: null }), year(2026, { [social]: null })]);
    const { past } = await look(one, { kode: social });
    expect(past.flatMap(({ monthly }) => monthly.filter((value) => value !== null))).toEqual([]);
  });

  test('a past month that was not delivered is not known, nor is any after it', async () => {
    const lines = (skpd: string) => [{ skpd, sub: social, pagu: { murni: 120 }, spent: even(96) }];
    const gap = await open([
      {
        tahun: 2025,
        lines: [{ sub: social, pagu: { murni: 120 }, spent: [8, 8, null, 8] }],
        delivered: { [unitA]: [1, 2, 4] }
      },
      { tahun: 2026, lines: lines(unitA) }
    ]);
    expect((await look(gap)).past[0]!.rates.slice(0, 4)).toEqual([8 / 120, 16 / 120, null, null]);
  });
});

describe('promises', () => {
  const lines = [
    { skpd: unitA, sub: social, pagu: { murni: 100 }, spent: [10, 10] },
    { skpd: unitB, sub: relief, pagu: { murni: 60 }, spent: [5, 5] }
  ];
  const contract = (kode_skpd: string, kode_subkegiatan: string, jenis: string, nilai: number, terbayar: number) => ({
    ...{ tahun: 2026, bulan: 2, kode_skpd, kode_subkegiatan, kode_akun: goods, kode_sumber_dana: null, jenis },
    ...{ nilai: BigInt(nilai * 100), terbayar: BigInt(terbayar * 100), id_berkas: file(2026) }
  });
  const listed = (kode_skpd: string) => ({
    ...{ tabel: 'komitmen', tahun: 2026, bulan: 2, kode_skpd, id_berkas: file(2026) }
  });
  const duty = (kode_skpd: string, kode_subkegiatan: string) => ({
    ...{ tahun: 2026, kode_skpd, kode_subkegiatan, kode_akun: goods, per_bulan: 300n, sampai_bulan: 12 },
    id_berkas: file(2026)
  });

  test('with a list of one unit only, the sum of both is not known', async () => {
    const one = await open([{ tahun: 2026, lines }], {
      komitmen: [contract(unitA, social, 'kontrak', 50, 20), contract(unitA, social, 'utang', 4, 0)],
      kewajiban: [duty(unitA, social)],
      cakupan: [listed(unitA)]
    });
    expect(await look(one)).toMatchObject({ kontrakSisa: null, utang: null, kewajibanSisa: null });
    expect(await look(one, { skpd: unitB })).toMatchObject({ kontrakSisa: null, utang: null, kewajibanSisa: null });
    const known = await look(one, { kode: '1.06.04' });
    expect(known).toMatchObject({ kontrakSisa: 30, utang: 4, kewajibanSisa: 30 });
    expect(known.bridge!.steps.at(-1)).toEqual({ kind: 'total', key: 'bebas', rupiah: 100 - 20 - 30 - 4 - 30 });
  });

  test('without a list of pay, what is still free is not known either', async () => {
    const one = await open([{ tahun: 2026, lines: [lines[0]!] }], {
      komitmen: [contract(unitA, social, 'utang', 4, 0)],
      cakupan: [listed(unitA)]
    });
    const view = await look(one);
    expect(view).toMatchObject({ kontrakSisa: 0, utang: 4, kewajibanSisa: null });
    expect(view.bridge!.unknown).toEqual(['kewajiban']);
  });
});

test('money against work is of the whole sub kegiatan, also where one jenis is shown', async () => {
  const lines = [
    { sub: social, akun: pay, pagu: { murni: 100 }, spent: [0, 0, 20] },
    { sub: social, akun: goods, pagu: { murni: 100 }, spent: [0, 0, 80] }
  ];
  const fisik = { tahun: 2026, bulan: 3, kode_skpd: unitA, kode_subkegiatan: social, fisik: 0.5, masalah: null };
  const one = await open([{ tahun: 2026, lines }], {
    kinerja: [{ ...fisik, tindak_lanjut: null, id_berkas: file(2026) }]
  });
  for (const jenis of [null, '5.1.01', '5.1.02']) {
    const view = await look(one, { jenis });
    const rules = view.exceptions.flatMap(({ findings }) => findings.map(({ finding }) => finding.rule));
    expect(rules, `jenis ${jenis}`).not.toContain('moneyBehindWork');
    expect(rules, `jenis ${jenis}`).not.toContain('moneyAheadOfWork');
  }
});

describe('accounts of a sub kegiatan', () => {
  const kode = social;
  const ask = async (one: Opened, bulan: number, of = kode) =>
    (
      await one.database.all(accounts, {
        tahun: 2026,
        kodeSkpd: null,
        kode: of,
        bulan,
        kodeJenis: null,
        urutanTahap: null
      })
    ).map(({ kodeAkun, pagu, realisasi }) => [kodeAkun, pagu, realisasi]);

  test('an account nobody spent from yet is at zero; after a month without a file nothing is known', async () => {
    const one = await open([
      {
        tahun: 2026,
        delivered: { [unitA]: [1, 2, 4] },
        lines: [
          { sub: social, akun: goods, pagu: { murni: 100 }, spent: [10, 10, null, 10] },
          { sub: social, akun: pay, pagu: { murni: 50 } }
        ]
      }
    ]);
    expect(await ask(one, 2)).toEqual([
      [pay, 50, 0],
      [goods, 100, 20]
    ]);
    expect(await ask(one, 4)).toEqual([
      [pay, 50, null],
      [goods, 100, null]
    ]);
  });

  test('a code is that code or lies below it, never one that only begins alike', async () => {
    const one = await open([{ tahun: 2026, lines: [{ sub: social, pagu: { murni: 100 }, spent: [1] }] }]);
    for (const above of [social, '1.06.04.2.01', '1.06.04'])
      expect(await ask(one, 1, above)).toEqual([[goods, 100, 1]]);
    for (const alike of ['1.06.04.2.01.00', '1.06.0', '1.06.04.2.0']) expect(await ask(one, 1, alike)).toEqual([]);
  });

  test('a figure that spans the month is not known in it and right at its end', async () => {
    const lines = [{ sub: social, pagu: { murni: 100 }, spans: [[1, 4, 40]] as const }];
    const one = await open([{ tahun: 2026, lines, delivered: { [unitA]: [1, 2, 3, 4] } }]);
    expect(await ask(one, 3)).toEqual([[goods, 100, null]]);
    expect(await ask(one, 4)).toEqual([[goods, 100, 40]]);
  });
});
