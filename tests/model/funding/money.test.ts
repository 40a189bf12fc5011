import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrivalPace, arrivals, owedAtYearEnd, type ArrivalFigure } from '$lib/model/funding/arrival';
import { budgetErrors, revenueOutturnGrade } from '$lib/model/funding/budgetError';
import { dueInYear, monthsFunded, paguAfterFall, programMonths, type Need } from '$lib/model/funding/monthsFunded';
import { publishedGroups } from '$lib/model/funding/published';
import type { ComponentFigure } from '$lib/model/funding/revenue';
import { indexedTo, stabilityOf } from '$lib/model/funding/stability';

const monthly = (perBulan: number, sampaiBulan = 12): Need => ({ perBulan, sampaiBulan });

describe('months funded', () => {
  test.for([
    { name: 'aid budgeted for nine months', pagu: 14.4, needs: [monthly(1.6)], expected: [9, 12, 3, 4.8] },
    { name: 'enough', pagu: 20, needs: [monthly(1.6)], expected: [12, 12, 0, 0] },
    { name: 'exactly enough', pagu: 12, needs: [monthly(1)], expected: [12, 12, 0, 0] },
    { name: 'nothing', pagu: 0, needs: [monthly(2)], expected: [0, 12, 12, 24] },
    { name: 'below nothing', pagu: -5, needs: [monthly(2)], expected: [0, 12, 12, 29] },
    { name: 'half a month', pagu: 5, needs: [monthly(2)], expected: [2.5, 12, 9.5, 19] },
    { name: 'due until June only', pagu: 10, needs: [monthly(1, 6)], expected: [6, 6, 0, 0] },
    { name: 'more is due in the first months', pagu: 12, needs: [monthly(1), monthly(3, 2)], expected: [6, 12, 6, 6] }
  ])('$name', ({ pagu, needs, expected: [months, ofMonths, unfunded, shortfall] }) => {
    const found = monthsFunded(pagu, needs)!;
    expect(found.months).toBeCloseTo(months!, 9);
    expect(found.ofMonths).toBe(ofMonths);
    expect(found.unfunded).toBeCloseTo(unfunded!, 9);
    expect(found.shortfall).toBeCloseTo(shortfall!, 9);
  });
  test.for([{ needs: [] }, { needs: [monthly(0)] }, { needs: [monthly(5, 0)] }])(
    'none where nothing recurs: $needs',
    ({ needs }) => expect(monthsFunded(5, needs)).toBeNull()
  );

  test('more money never funds fewer months, and what is due is all the shortfall when there is none', () => {
    const needs = fc.array(
      fc.record({ perBulan: fc.integer({ min: 1, max: 1e9 }), sampaiBulan: fc.integer({ min: 1, max: 12 }) }),
      { minLength: 1, maxLength: 4 }
    );
    fc.assert(
      fc.property(needs, fc.integer({ min: 0, max: 1e10 }), fc.integer({ min: 0, max: 1e10 }), (given, pagu, more) => {
        const [less, enough] = [monthsFunded(pagu, given)!, monthsFunded(pagu + more, given)!];
        expect(enough.months).toBeGreaterThanOrEqual(less.months);
        expect(less.months + less.unfunded).toBeCloseTo(less.ofMonths, 9);
        expect(monthsFunded(0, given)!.shortfall).toBe(dueInYear(given));
        expect(monthsFunded(dueInYear(given), given)!.unfunded).toBe(0);
      })
    );
  });

  const line = { needs: [monthly(1.6)], pagu: { dbh: 5.76, dau: 8.64 } };
  test('a source that falls takes its own part only', () => {
    expect(paguAfterFall(line, {})).toBeCloseTo(14.4, 9);
    expect(paguAfterFall(line, { dbh: 0.5 })).toBeCloseTo(11.52, 9);
    expect(paguAfterFall(line, { pad: 1 })).toBeCloseTo(14.4, 9);
    expect(monthsFunded(paguAfterFall(line, { dbh: 0.5 }), line.needs)!.months).toBeCloseTo(7.2, 9);
  });
  test('program-months divide by what the source pays of a mean month', () => {
    // DBH pays 40 % of 1.6 a month.
    expect(programMonths(0.64, [line], new Set(['dbh']))).toBeCloseTo(1, 9);
    expect(programMonths(1.6, [line], new Set(['dbh', 'dau']))).toBeCloseTo(1, 9);
    expect(programMonths(1, [line], new Set(['pad']))).toBeNull();
    expect(programMonths(1, [{ ...line, pagu: {} }], new Set(['dbh']))).toBeNull();
  });
});

describe('APBD stays stable though TKD falls', () => {
  const years = (rows: [number, number | null, number | null][]) =>
    rows.map(([tahun, agency, tkd]) => ({ tahun, agency, tkd }));
  test.for([
    {
      name: 'true',
      rows: [
        [2023, 100, 50],
        [2026, 96, 25]
      ],
      base: null,
      expected: ['true', 'stable', 2023, 2026]
    },
    {
      name: 'five percent exactly is stable',
      rows: [
        [2023, 100, 50],
        [2026, 95, 25]
      ],
      base: null,
      expected: ['true', 'stable', 2023, 2026]
    },
    {
      name: 'the agency fell too',
      rows: [
        [2023, 100, 50],
        [2026, 90, 25]
      ],
      base: null,
      expected: ['false', 'agency-fell', 2023, 2026]
    },
    {
      name: 'the agency rose',
      rows: [
        [2023, 100, 50],
        [2026, 110, 25]
      ],
      base: null,
      expected: ['false', 'agency-rose', 2023, 2026]
    },
    {
      name: 'TKD rose',
      rows: [
        [2023, 100, 50],
        [2026, 100, 60]
      ],
      base: null,
      expected: ['false', 'tkd-did-not-fall', 2023, 2026]
    },
    {
      name: 'TKD fell by one percent only',
      rows: [
        [2023, 100, 100],
        [2026, 100, 99]
      ],
      base: null,
      expected: ['false', 'tkd-did-not-fall', 2023, 2026]
    },
    {
      name: 'another base year turns the answer',
      rows: [
        [2023, 100, 50],
        [2024, 130, 80],
        [2026, 96, 25]
      ],
      base: 2024,
      expected: ['false', 'agency-fell', 2024, 2026]
    },
    {
      name: 'years without both are passed over',
      rows: [
        [2022, null, 70],
        [2023, 100, 50],
        [2026, 100, 25],
        [2027, 50, null]
      ],
      base: null,
      expected: ['true', 'stable', 2023, 2026]
    },
    { name: 'one year', rows: [[2026, 96, 25]], base: null, expected: ['unanswerable', 'too-few-years', 2026, 2026] },
    {
      name: 'no year has both',
      rows: [
        [2023, 100, null],
        [2026, null, 25]
      ],
      base: null,
      expected: ['unanswerable', 'too-few-years', null, null]
    },
    {
      name: 'a base year without TKD',
      rows: [
        [2023, 100, null],
        [2024, 100, 50],
        [2026, 96, 25]
      ],
      base: 2023,
      expected: ['unanswerable', 'base-unknown', 2023, 2026]
    },
    {
      name: 'the base is the last year',
      rows: [
        [2023, 100, 50],
        [2026, 96, 25]
      ],
      base: 2026,
      expected: ['unanswerable', 'too-few-years', 2026, 2026]
    },
    {
      name: 'all TKD gone',
      rows: [
        [2023, 100, 50],
        [2026, 100, 0]
      ],
      base: null,
      expected: ['true', 'stable', 2023, 2026]
    }
  ] as { name: string; rows: [number, number | null, number | null][]; base: number | null; expected: unknown[] }[])(
    '$name',
    ({ rows, base, expected }) => {
      const { answer, reason, tahunDasar, tahunAkhir } = stabilityOf(years(rows), base);
      expect([answer, reason, tahunDasar, tahunAkhir]).toEqual(expected);
    }
  );
  test('both lines are one in the base year', () => {
    const given = years([
      [2023, 100, 50],
      [2024, null, 25]
    ]);
    expect(indexedTo(given, 2023)).toEqual([
      { tahun: 2023, agency: 1, tkd: 1 },
      { tahun: 2024, agency: null, tkd: 0.5 }
    ]);
    expect(indexedTo(given, 2020).every(({ agency, tkd }) => agency === null && tkd === null)).toBe(true);
  });
});

describe('transfers month by month', () => {
  const figure = (
    tahun: number,
    sampaiBulan: number,
    realisasi: number | null,
    anggaran: number | null = 120
  ): ArrivalFigure => ({ tahun, sampaiBulan, realisasi, anggaran });
  const years = arrivals([
    figure(2026, 1, 10, 100),
    figure(2026, 3, 60, 100),
    ...Array.from({ length: 12 }, (_, i) => figure(2025, i + 1, 9 * (i + 1))),
    ...Array.from({ length: 12 }, (_, i) => figure(2021, i + 1, 77))
  ]);
  test('years in order; months without a file are unknown; an annual figure repeated counts once', () => {
    expect(years.map(({ tahun }) => tahun)).toEqual([2021, 2025, 2026]);
    expect(years[2]!.totals.slice(0, 4)).toEqual([10, null, 60, null]);
    expect(years[0]!.totals).toEqual([...Array(11).fill(null), 77]);
  });
  test('pace against past years at the same month', () =>
    expect(arrivalPace(years)).toEqual({
      tahun: 2026,
      bulan: 3,
      realisasi: 60,
      rate: 0.6,
      past: [{ tahun: 2025, rate: 0.225 }]
    }));
  test('owed of closed years only', () =>
    expect(owedAtYearEnd(years)).toEqual([
      { tahun: 2021, anggaran: 120, realisasi: 77, owed: 43 },
      { tahun: 2025, anggaran: 120, realisasi: 108, owed: 12 }
    ]));
  test('nothing known has no pace', () => {
    expect(arrivalPace([])).toBeNull();
    expect(arrivalPace(arrivals([figure(2026, 1, null)]))).toBeNull();
  });
});

describe('budget errors', () => {
  const list = (amounts: Record<string, number | null>): ComponentFigure[] =>
    Object.entries(amounts).map(([komponen, rupiah]) => ({
      komponen,
      kelompok: komponen.startsWith('pajak') ? 'PAD' : 'TKD',
      rupiah
    }));
  const outcome = (
    tahun: number,
    anggaran: Record<string, number | null>,
    realisasi: Record<string, number | null>
  ) => ({
    ...{ tahun, tahap: 'murni' },
    anggaran: list(anggaran),
    realisasi: list(realisasi)
  });
  const errors = budgetErrors([
    outcome(2025, { dbh_sda: 100, dau_block: 50, pajak_daerah: 10 }, { dbh_sda: 120, dau_block: 50, pajak_daerah: 8 }),
    outcome(2024, { dbh_sda: 100, dau_block: 50, pajak_daerah: 0 }, { dbh_sda: 90, dau_block: 50 })
  ]);
  const of = (komponen: string) => errors.find((one) => one.komponen === komponen)!;

  test('the whole comes first, oldest year first', () => {
    expect(errors[0]).toMatchObject({ komponen: 'jumlah', anggaran: [150, 160], realisasi: [140, 178], n: 2 });
    expect(of('TKD')).toMatchObject({ anggaran: [150, 150], realisasi: [140, 170] });
  });
  test('mean, root mean square and deviation', () => {
    expect(of('dbh_sda').mean).toBeCloseTo(0.05, 12);
    expect(of('dbh_sda').rmse).toBeCloseTo(Math.sqrt((0.1 ** 2 + 0.2 ** 2) / 2), 12);
    expect(of('dbh_sda').sd).toBeCloseTo(Math.sqrt(0.045), 12);
    expect(of('dau_block')).toMatchObject({ n: 2, mean: 0, rmse: 0, sd: 0 });
  });
  test('no budget, no error; not realised is nothing realised', () =>
    expect(of('pajak_daerah')).toMatchObject({ anggaran: [0, 10], realisasi: [0, 8], n: 1, sd: null }));
  test('no years, no errors', () =>
    expect(budgetErrors([])[0]).toMatchObject({ n: 0, mean: null, rmse: null, sd: null }));

  test.for([
    { name: 'A at the ends of its band', errors: [-0.03, 0.06, 0.5], grade: 'A' },
    { name: 'B', errors: [-0.06, 0.12, 0.01], grade: 'B' },
    { name: 'C', errors: [-0.08, 0.16, 0.5], grade: 'C' },
    { name: 'D', errors: [-0.09, 0.17, 0], grade: 'D' },
    { name: 'only the last three count', errors: [0.9, 0, 0, 0], grade: 'A' },
    { name: 'two years', errors: [0, 0], grade: null },
    { name: 'a year without', errors: [0, null, 0], grade: null }
  ])('PI-3.1: $name', ({ errors, grade }) => expect(revenueOutturnGrade(errors)).toBe(grade));
});

describe('published figures', () => {
  const figure = (ukuran: string, tahap: string, rupiah: number, tahun = 2025) => ({
    kodeWilayah: '64.02',
    tahun,
    ukuran,
    tahap,
    rupiah
  });
  const agreements = (figures: ReturnType<typeof figure>[]) =>
    Object.fromEntries(
      publishedGroups(figures).map(({ ukuran, agreement, exceeds }) => [ukuran, [agreement, exceeds]])
    );
  test.for([
    { name: 'one source', figures: [figure('tkd', 'pagu', 7)], expected: { tkd: ['single', null] } },
    {
      name: 'two that agree',
      figures: [figure('tkd', 'pagu', 7), figure('tkd', 'pagu', 7)],
      expected: { tkd: ['agree', null] }
    },
    {
      name: 'stages differ',
      figures: [figure('tkd', 'apbn', 9), figure('tkd', 'outlook', 8)],
      expected: { tkd: ['by-stage', null] }
    },
    {
      name: 'one stage, two figures',
      figures: [figure('tkd', 'pagu', 7), figure('tkd', 'pagu', 8)],
      expected: { tkd: ['conflicting', null] }
    },
    {
      name: 'DTU above TKD',
      figures: [figure('dtu', 'tidak_disebut', 7.85), figure('tkd', 'pagu', 7.08)],
      expected: { dtu: ['conflicting', 'tkd'], tkd: ['single', null] }
    },
    {
      name: 'PAD as large as all revenue',
      figures: [figure('pad', 'realisasi', 12.7), figure('pendapatan', 'realisasi', 12.7)],
      expected: { pad: ['conflicting', 'pendapatan'], pendapatan: ['single', null] }
    },
    {
      name: 'a year against half a year',
      figures: [figure('transfer', 'perubahan', 10), figure('pendapatan', 'semester_1', 3.6)],
      expected: { transfer: ['single', null], pendapatan: ['single', null] }
    },
    {
      name: 'a change is no level',
      figures: [figure('dbh', 'efisiensi', -13.9), figure('tkd', 'efisiensi', -50.6)],
      expected: { dbh: ['single', null], tkd: ['single', null] }
    },
    {
      name: 'other years do not meet',
      figures: [figure('tkd', 'pagu', 7), figure('tkd', 'pagu', 8, 2026)],
      expected: { tkd: ['single', null] }
    }
  ])('$name', ({ figures, expected }) => expect(agreements(figures)).toEqual(expected));
  test('all are kept', () => {
    const figures = [figure('tkd', 'pagu', 7), figure('tkd', 'pagu', 8), figure('dbh', 'pagu', 5)];
    expect(publishedGroups(figures).flatMap((group) => group.figures)).toEqual(figures);
  });
});
