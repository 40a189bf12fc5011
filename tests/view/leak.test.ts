import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExtractTables } from '$lib/extract/assemble';
import { changeWords } from '$lib/text/realizationWords';
import type { RealizationView } from '$lib/view/realization';
import { even, file, goods, look, openTables, pay, smallTables, unitA, type Opened, type SmallLine } from './support';

// The same year twice: once whole, once as it was to be known at the end of May. A view of May must not tell them apart.
const social = '1.06.04.2.01.0001';
const relief = '1.06.05.2.02.0003';
const late = '1.06.07.2.01.0001';
const past = [2023, 2024, 2025].map((tahun) => ({
  tahun,
  lines: [
    { sub: social, pagu: { murni: 1200 }, spent: even(1000 + (tahun - 2023) * 60) },
    { sub: relief, akun: pay, pagu: { murni: 600 }, spent: even(550 - (tahun - 2023) * 10) }
  ] satisfies SmallLine[]
}));

function tables(bulan: 5 | 12): ExtractTables {
  const whole = bulan === 12;
  const upTo = (months: readonly number[]) => months.slice(0, bulan);
  const plan = (whole: readonly number[]) => ({ murni: even(1200), ...(bulan === 12 ? { perubahan: whole } : {}) });
  const lines: SmallLine[] = [
    {
      sub: social,
      pagu: { murni: 1200, ...(whole ? { perubahan: 2000 } : {}) },
      spent: upTo([50, 60, 70, 80, 90, 300, 300, 300, 300, 300, 300, 300]),
      rencana: plan(even(2000))
    },
    {
      sub: relief,
      akun: pay,
      pagu: { murni: 600, ...(whole ? { perubahan: 100 } : {}) },
      spent: upTo([10, 10, 0, 10, 10, 50, 50, 50, 50, 50, 50, 50]),
      rencana: { murni: even(600), ...(whole ? { perubahan: even(100) } : {}) }
    },
    ...(whole
      ? [{ sub: late, akun: '5.2.02.01.01.0001', pagu: { perubahan: 900 }, spent: [...Array(9).fill(null), 1, 2, 3] }]
      : [])
  ];
  const codes = { tahun: 2026, kode_skpd: unitA, kode_subkegiatan: social, id_berkas: file(2026) };
  const months = whole ? [4, 9] : [4];
  return smallTables([...past, { tahun: 2026, lines, starts: { perubahan: 9 } }], {
    kinerja: months.map((month) => ({ ...codes, bulan: month, fisik: month / 10, masalah: null, tindak_lanjut: null })),
    keluaran: months.map((month) => ({
      ...codes,
      bulan: month,
      urutan: 1,
      indikator: 'jumlah orang',
      satuan: 'orang',
      target: month * 10,
      capaian: month
    })),
    komitmen: months.map((month) => ({
      ...codes,
      bulan: month,
      kode_akun: goods,
      kode_sumber_dana: null,
      jenis: 'kontrak',
      nilai: BigInt(month * 10_000),
      terbayar: 0n
    })),
    cakupan: months.map((month) => ({
      tabel: 'komitmen',
      tahun: 2026,
      bulan: month,
      kode_skpd: unitA,
      id_berkas: file(2026)
    }))
  });
}

let whole: Opened;
let known: Opened;
let later: RealizationView;
let then: RealizationView;

beforeAll(async () => {
  [whole, known] = [await openTables(tables(12)), await openTables(tables(5))];
  [later, then] = [await look(whole, { bulan: 5 }), await look(known, { bulan: 5 })];
});
afterAll(() => [whole, known].forEach((one) => one.close()));

/** Everything but what says which months and files the extract holds. */
const parts = [
  'pagu',
  'realisasi',
  'rencana',
  'totals',
  'plan',
  'planStage',
  'planBefore',
  'denominator',
  'past',
  'monthly',
  'pace',
  'forecast',
  'bridge',
  'stages',
  'kontrakSisa',
  'utang',
  'kewajibanSisa',
  'exceptions',
  'atRisk',
  'decision',
  'tree',
  'outputs',
  'credibility',
  'jenis'
] as const satisfies (keyof RealizationView)[];

describe('a view of May sees nothing of what came after May', () => {
  test.for(parts)('%s', (part) => expect(later[part]).toEqual(then[part]));

  test('the view of December does see it, so the test can fail', async () => {
    const now = await look(whole, { bulan: 12 });
    expect(now.bulan).toBe(12);
    for (const part of [
      'pagu',
      'plan',
      'planStage',
      'stages',
      'forecast',
      'kontrakSisa',
      'outputs',
      'tree',
      'jenis'
    ] as const)
      expect(now[part], part).not.toEqual(then[part]);
  });
});

test('a cash plan of a stage that starts later is no plan yet', async () => {
  const lines = [
    { sub: social, pagu: { murni: 1200, perubahan: 2000 }, spent: even(1200), rencana: { perubahan: even(2000) } }
  ];
  const opened = await openTables(smallTables([{ tahun: 2026, lines, starts: { perubahan: 9 } }]));
  expect((await look(opened, { bulan: 5 })).planStage).toBeNull();
  expect((await look(opened, { bulan: 5 })).rencana).toBeNull();
  expect((await look(opened, { bulan: 9 })).planStage).toBe('perubahan');
  opened.close();
});

test('last month stays as it was: a plan revised this month does not move it, nor "two months running"', async () => {
  const lines = [
    {
      sub: social,
      pagu: { murni: 1200, perubahan: 1200 },
      spent: even(600),
      rencana: { murni: even(600), perubahan: even(2400) }
    }
  ];
  const opened = await openTables(smallTables([{ tahun: 2026, lines, starts: { perubahan: 9 } }]));
  const [august, september] = [await look(opened, { bulan: 8 }), await look(opened, { bulan: 9 })];
  expect([august.rencana, september.planBefore]).toEqual([400, 400]);
  expect(september.rencana).toBeCloseTo(1800, 6);
  expect(august.planBefore).toBeCloseTo(350, 6);
  expect(changeWords(september).id, 'on plan in August, 1,350 of 1,200 behind in September').toContain('melebar 112,5');
  expect((await look(opened, { bulan: 1 })).planBefore).toBeNull();
  opened.close();
});

test('a cash plan whose stage no pagu has is used as it is: nobody says that it starts later', async () => {
  const lines = [{ sub: social, pagu: { murni: 1200 }, spent: even(1200), rencana: { perubahan: even(1200) } }];
  const opened = await openTables(smallTables([{ tahun: 2026, lines }]));
  expect((await look(opened, { bulan: 5 })).rencana).toBeCloseTo(500, 6);
  opened.close();
});

test('a source pays for the lines of the stage in force in the month, not of a later one', async () => {
  const rows = smallTables([
    {
      tahun: 2026,
      starts: { perubahan: 9 },
      lines: [
        { sub: social, pagu: { murni: 100, perubahan: 100 }, spent: even(60) },
        { sub: relief, pagu: { murni: 50, perubahan: 50 }, spent: even(24) }
      ]
    }
  ]);
  const ofSource = (row: Record<string, unknown>): string =>
    (row.kode_subkegiatan === social) === (row.tahap === 'murni') ? '1.1' : '2.1';
  const opened = await openTables({
    ...rows,
    pagu: rows.pagu!.map((row) => ({ ...row, kode_sumber_dana: ofSource(row) })),
    sumber_dana: ['1.1', '2.1'].map((kode) => ({
      kode,
      nama: kode,
      kelompok: 'PAD',
      komponen_tkd: null,
      terikat: false
    }))
  });
  expect((await look(opened, { bulan: 8, sumberDana: '1.1' })).realisasi).toBe(40);
  expect((await look(opened, { bulan: 9, sumberDana: '1.1' })).realisasi).toBe(18);
  opened.close();
});

test('a span that runs past the month gives nothing to the months after it either', async () => {
  const lines = [
    { sub: social, pagu: { murni: 1200 }, spans: [[1, 9, 900]] as const },
    { sub: relief, pagu: { murni: 600 }, spent: even(600) }
  ];
  const opened = await openTables(smallTables([{ tahun: 2026, lines }]));
  const view = await look(opened, { bulan: 6, kode: social });
  expect(view.realisasi).toBeNull();
  expect(view.totals.every((total) => total === null)).toBe(true);
  expect((await look(opened, { bulan: 9, kode: social })).realisasi).toBe(900);
  opened.close();
});
