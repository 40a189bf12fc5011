import { describe, expect, test } from 'vitest';
import { stageInForce, stages, years, type Year } from '../../data/contoh/calendar';
import { stories } from '../../data/contoh/story';
import { add, dinas, key, months, paguByLine, truth } from './numbers';
import { csvOf } from './support';

const complete = [2023, 2024, 2025] as const;

describe('the money of the years', () => {
  test('the total lies between Rp60 and Rp75 miliar at every stage', () => {
    for (const total of Object.values(truth.total.pagu)) {
      expect(total).toBeGreaterThan(60e9);
      expect(total).toBeLessThan(75e9);
    }
  });

  test.for(years)('%i: both pergeseran keep the total, and move something', (year) => {
    const [murni, first, second] = stages.map((stage) => truth.total.pagu[`${year} ${stage}`]);
    expect([first, second]).toEqual([murni, murni]);
    const moved = (from: string, to: string) =>
      truth.pagu.filter(
        (row) =>
          row.tahun === year &&
          row.tahap === from &&
          paguByLine.get(`${key(row)} ${from}`) !== paguByLine.get(`${key(row)} ${to}`)
      ).length;
    expect(moved('murni', 'pergeseran-1')).toBeGreaterThan(10);
    expect(moved('pergeseran-1', 'pergeseran-2')).toBeGreaterThan(10);
  });

  test('the perubahan of 2026 cuts between 5 and 10 %', () => {
    const ratio = (truth.total.pagu['2026 perubahan'] ?? 0) / (truth.total.pagu['2026 murni'] ?? 1);
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(0.95);
  });

  test('only one line is ever spent beyond the pagu in force', () => {
    const above = new Set<string>();
    const cumulative = new Map<string, number>();
    for (const row of truth.realisasi) {
      cumulative.set(key(row), (cumulative.get(key(row)) ?? 0) + row.realisasi);
      const limit = paguByLine.get(`${key(row)} ${stageInForce(row.tahun, row.bulan)}`) ?? 0;
      if ((cumulative.get(key(row)) ?? 0) > limit) above.add(key(row));
    }
    expect([...above]).toEqual([`2026 ${dinas} ${stories.abovePagu.kodeSubkegiatan} ${stories.abovePagu.kodeAkun}`]);
  });

  test('every amount is whole rupiah', () => {
    const amounts = [
      ...truth.pagu.map((row) => row.pagu),
      ...truth.realisasi.map((row) => row.realisasi),
      ...truth.rencanaKas.map((row) => row.rencana),
      ...truth.komitmen.flatMap((row) => [row.nilai, row.terbayar]),
      ...truth.kewajiban.map((row) => row.perBulan)
    ];
    expect(amounts.every(Number.isSafeInteger)).toBe(true);
  });

  test('some lines of every year have two sources, and the parts are those of the csv', () => {
    for (const year of years) {
      for (const stage of stages) {
        const rows = csvOf(`pagu_${year}_${stage}.csv`);
        const expected = truth.pagu.filter((row) => row.tahun === year && row.tahap === stage);
        expect(
          rows.map((row) => [
            row.kode_sub_unit,
            row.kode_sub_kegiatan,
            row.kode_rekening,
            row.kode_sumber_dana,
            Number(row.pagu)
          ])
        ).toEqual(
          expected.map((row) => [row.kodeSkpd, row.kodeSubkegiatan, row.kodeAkun, row.kodeSumberDana, row.pagu])
        );
        expect(new Set(expected.map(key)).size).toBeLessThan(expected.length);
      }
    }
  });

  test('a line is added by the perubahan of 2024 and one is removed by that of 2026', () => {
    const lines = (year: Year, stage: string) =>
      new Set(truth.pagu.filter((row) => row.tahun === year && row.tahap === stage).map(key));
    expect([...lines(2024, 'perubahan')].filter((line) => !lines(2024, 'murni').has(line))).toEqual([
      `2024 ${dinas} 1.06.07.2.01.0001 5.2.03.01.01.0001`
    ]);
    expect([...lines(2026, 'murni')].filter((line) => !lines(2026, 'perubahan').has(line))).toEqual([
      `2026 ${dinas} 1.06.01.2.06.0009 5.1.02.04.01.0005`
    ]);
  });
});

describe('the shape of the years', () => {
  test.for(complete)(
    '%i ends at 88–94 %% of its pagu, a quarter to a third of it by June, with a December of 2.5–3.5 ordinary months',
    (year) => {
      const spending = months(year);
      const total = truth.total.pagu[`${year} perubahan`] ?? NaN;
      const december = spending[11] ?? NaN;
      expect(add(spending) / total).toBeGreaterThan(0.88);
      expect(add(spending) / total).toBeLessThan(0.94);
      expect(add(spending.slice(0, 6)) / total).toBeGreaterThan(0.25);
      expect(add(spending.slice(0, 6)) / total).toBeLessThan(0.35);
      expect(december / (add(spending.slice(0, 11)) / 11)).toBeGreaterThan(2.5);
      expect(december / (add(spending.slice(0, 11)) / 11)).toBeLessThan(3.5);
    }
  );

  test('2026 has ten months and is on its way: 60–75 % of its pagu', () => {
    const spending = months(2026);
    expect(spending).toHaveLength(10);
    expect(spending.every((month) => month > 0)).toBe(true);
    expect(add(spending) / (truth.total.pagu['2026 perubahan'] ?? NaN)).toBeGreaterThan(0.6);
    expect(add(spending) / (truth.total.pagu['2026 perubahan'] ?? NaN)).toBeLessThan(0.75);
  });

  test('the holiday and 13th pay stand in their months', () => {
    const gaji = (year: Year, month: number) =>
      truth.realisasi.find((row) => row.tahun === year && row.bulan === month && row.kodeAkun === '5.1.01.01.01.0001')
        ?.realisasi ?? NaN;
    for (const [year, month] of [
      [2023, 4],
      [2024, 3],
      [2025, 3],
      [2026, 3],
      [2026, 6]
    ] as const) {
      expect(gaji(year, month) / gaji(year, 2)).toBeCloseTo(2, 3);
    }
  });
});
