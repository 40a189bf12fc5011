import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { stageInForce, type Year } from '../../data/contoh/calendar';
import { sampleTruth, type LineCodes } from '../../data/contoh/truth';
import { totalForecast } from '$lib/model/aggregateForecast';
import { chooseForecast, type Forecast } from '$lib/model/forecast';
import { whyCurve } from '$lib/text/realizationWords';
import { goods, look, openSample, openTables, pay, smallTables, type Opened, type SmallLine } from './support';

const social = '1.06.04.2.01.0001';
const relief = '1.06.05.2.02.0003';
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('two groups of three years, by hand', () => {
  // Realisasi of the first half and of the year, by group: everything else follows from them.
  const goodsYears = { 2023: [480, 1080], 2024: [420, 1140], 2025: [600, 1200] } as const;
  const payYears = { 2023: [300, 600], 2024: [330, 612], 2025: [312, 648] } as const;
  const halves = ([first, whole]: readonly [number, number]) =>
    Array.from({ length: 12 }, (_, i) => (i < 6 ? first / 6 : (whole - first) / 6));
  const lines = (tahun: 2023 | 2024 | 2025): SmallLine[] => [
    { sub: social, pagu: { murni: 1200 }, spent: halves(goodsYears[tahun]) },
    { sub: relief, akun: pay, pagu: { murni: 660 }, spent: halves(payYears[tahun]) }
  ];
  let opened: Opened;

  beforeAll(async () => {
    const now: SmallLine[] = [
      { sub: social, pagu: { murni: 900 }, spent: [50, 50, 50, 50, 50, 50], rencana: { murni: halves([450, 900]) } },
      { sub: relief, pagu: { murni: 400 }, spent: [20, 20, 20, 20, 20, 20], rencana: { murni: halves([100, 400]) } },
      {
        sub: relief,
        akun: pay,
        pagu: { murni: 700 },
        spent: [54, 54, 54, 54, 54, 54],
        rencana: { murni: halves([324, 648]) }
      }
    ];
    const past = ([2023, 2024, 2025] as const).map((tahun) => ({ tahun, lines: lines(tahun) }));
    opened = await openTables(smallTables([...past, { tahun: 2026, lines: now }]));
  });
  afterAll(() => opened.close());

  // forecast = R × sum of totals ÷ sum of year-to-date
  const goodsForecast = (420 * (1080 + 1140 + 1200)) / (480 + 420 + 600);
  const payForecast = (324 * (600 + 612 + 648)) / (300 + 330 + 312);

  test('whole agency: the groups’ own forecasts added up', async () => {
    const { forecast } = await look(opened);
    expect(forecast.forecast).toBeCloseTo(goodsForecast + payForecast, 6);
    expect(forecast.forecastRate).toBeCloseTo((goodsForecast + payForecast) / 2000, 9);
    expect(forecast).toMatchObject({
      method: 'chain-ladder',
      reason: 'history',
      divided: false,
      years: [2023, 2024, 2025]
    });
    expect(forecast.low!).toBeLessThan(forecast.forecast!);
    expect(forecast.high!).toBeGreaterThan(forecast.forecast!);
    expect(forecast.high!).toBeLessThanOrEqual(2000);
  });

  test('backtest: each year from the two others, errors of the groups in rupiah over the year', async () => {
    const { forecast } = await look(opened);
    const tahun = [2023, 2024, 2025] as const;
    const errors = tahun.map((left) => {
      const others = tahun.filter((year) => year !== left);
      const of = (years: typeof goodsYears | typeof payYears) => {
        const factor = sum(others.map((year) => years[year][1])) / sum(others.map((year) => years[year][0]));
        return { forecast: years[left][0] * factor, total: years[left][1] };
      };
      const [a, b] = [of(goodsYears), of(payYears)];
      return (a.forecast + b.forecast) / (a.total + b.total) - 1;
    });
    expect(forecast.backtest.map((year) => year.tahun)).toEqual(tahun);
    forecast.backtest.forEach(({ error }, i) => expect(error).toBeCloseTo(errors[i]!, 9));
    expect(forecast.meanAbsoluteError).toBeCloseTo(sum(errors.map(Math.abs)) / 3, 9);
  });

  test('a group that past years cannot test is counted beside the backtest, and said', async () => {
    expect((await look(opened)).forecast.untested).toEqual({ groups: 0, of: 2 });
    expect(whyCurve(await look(opened), 'id').note).not.toContain('uji mundur tanpa');
    const past = ([2023, 2024, 2025] as const).map((tahun) => ({ tahun, lines: lines(tahun) }));
    const capital = '5.2.02.05.01.0001';
    const now: SmallLine[] = [social, relief].map((sub) => ({
      sub,
      akun: sub === social ? goods : capital,
      pagu: { murni: 900 },
      spent: [50, 50, 50, 50, 50, 50],
      rencana: { murni: halves([450, 900]) }
    }));
    const one = await openTables(smallTables([...past, { tahun: 2026, lines: now }]));
    const view = await look(one);
    expect(view.forecast.untested).toEqual({ groups: 1, of: 2 });
    expect(view.forecast.backtest).toHaveLength(3);
    expect(whyCurve(view, 'id').note).toContain('uji mundur tanpa 1 dari 2 kelompok');
    expect(whyCurve(view, 'en').note).toContain('leaves out 1 of 2 groups');
    one.close();
  });

  test('parts of a group: realisasi and a share of what is left by cash plan, adding up to the group', async () => {
    const part = async (kode: string) => (await look(opened, { kode, jenis: '5.1.02' })).forecast;
    const [first, second] = [await part(social), await part(relief)];
    expect([first.divided, second.divided]).toEqual([true, true]);
    // Cash plan still ahead: 450 and 300.
    expect(first.forecast).toBeCloseTo(300 + (450 / 750) * (goodsForecast - 420), 6);
    expect(second.forecast).toBeCloseTo(120 + (300 / 750) * (goodsForecast - 420), 6);
    const group = (await look(opened, { jenis: '5.1.02' })).forecast;
    for (const end of ['forecast', 'low', 'high'] as const)
      expect(first[end]! + second[end]!, end).toBeCloseTo(group[end]!, 6);
  });

  test('the way to year-end starts after the last month and ends at the forecast', async () => {
    for (const filter of [{}, { jenis: '5.1.02' }, { kode: relief }, { kode: social }]) {
      const { forecast, bulan } = await look(opened, filter);
      expect(forecast.path.map((point) => point.bulan)).toEqual([7, 8, 9, 10, 11, 12]);
      expect(forecast.path[0]!.bulan).toBe(bulan + 1);
      const last = forecast.path.at(-1)!;
      for (const [rate, whole] of [
        [last.rate, forecast.forecastRate],
        [last.low, forecast.lowRate],
        [last.high, forecast.highRate]
      ])
        expect(rate).toBeCloseTo(whole!, 6);
    }
  });

  test('with two years there is no chain ladder, and the reason is said', async () => {
    const past = ([2024, 2025] as const).map((tahun) => ({ tahun, lines: lines(tahun) }));
    const now = [{ sub: social, pagu: { murni: 900 }, spent: [50, 50, 50, 50, 50, 50] }];
    const short = await openTables(smallTables([...past, { tahun: 2026, lines: now }]));
    const { forecast } = await look(short);
    // R + (1 − share) × P × rho, all sums of the two years.
    const [share, rho] = [(420 + 600) / (1140 + 1200), (1140 + 1200) / 2400];
    expect(forecast).toMatchObject({ method: 'bornhuetter-ferguson', reason: 'short-history' });
    expect(forecast.forecast).toBeCloseTo(300 + (1 - share) * 900 * rho, -1);
    short.close();
  });
});

describe('the sample', () => {
  let opened: Opened;
  beforeAll(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    opened = await openSample();
  });
  afterAll(() => opened.close());

  /** The groups’ forecasts from the numbers behind the files, by the model’s own rules. */
  function groupsOf(bulan: number): { kode: string; result: Forecast; realisasi: number; pagu: number }[] {
    const truth = sampleTruth();
    const group = (row: LineCodes) => `${row.kodeSkpd} ${row.kodeAkun.split('.').slice(0, 3).join('.')}`;
    const kinds = [...new Set(truth.pagu.filter(({ tahun }) => tahun === 2026).map(group))].sort();
    return kinds.map((kode) => {
      const own = {
        pagu: truth.pagu.filter((row) => group(row) === kode),
        spent: truth.realisasi.filter((row) => group(row) === kode)
      };
      const to = (tahun: Year, month: number) =>
        sum(own.spent.filter((row) => row.tahun === tahun && row.bulan <= month).map((row) => row.realisasi));
      const paguIn = (tahun: Year, month: number) =>
        sum(
          own.pagu
            .filter((row) => row.tahun === tahun && row.tahap === stageInForce(tahun, month))
            .map((row) => row.pagu)
        );
      const plan = stageInForce(2026, bulan) === 'perubahan' ? 'perubahan' : 'murni';
      const planTo = (month: number) =>
        sum(
          truth.rencanaKas
            .filter((row) => row.tahun === 2026 && row.tahap === plan && row.bulan <= month && group(row) === kode)
            .map((row) => row.rencana)
        );
      const months = Array.from({ length: 12 }, (_, i) => i + 1);
      const years = ([2023, 2024, 2025] as const).filter((tahun) => own.pagu.some((row) => row.tahun === tahun));
      const past = years.map((tahun) => ({
        tahun,
        totals: months.map((month) => to(tahun, month)),
        pagu: months.map((month) => paguIn(tahun, month))
      }));
      const totals = months.map((month) => (month <= bulan ? to(2026, month) : null));
      const pagu = paguIn(2026, bulan);
      const result = chooseForecast({ month: bulan, totals, pagu, rencana: months.map(planTo), past });
      return { kode, result, realisasi: to(2026, bulan), pagu };
    });
  }

  test.for([10, 4])('to month %i the whole agency is the total of its groups, band included', async (bulan) => {
    const groups = groupsOf(bulan);
    const expected = totalForecast(groups);
    const { forecast } = await look(opened, { tahun: 2026, bulan });
    expect(groups.length).toBeGreaterThan(3);
    for (const end of ['forecast', 'low', 'high'] as const) expect(forecast[end], end).toBeCloseTo(expected[end]!, 2);
    expect(forecast.methods.reduce((all, one) => all + one.groups, 0)).toBe(groups.length);
  });

  test('the forecasts of all sub kegiatan add up to the agency’s', async () => {
    const whole = await look(opened, { tahun: 2026 });
    const codes = whole.tree.filter(({ tingkat }) => tingkat === 'subkegiatan').map(({ kode }) => kode);
    const parts = await Promise.all(codes.map((kode) => look(opened, { tahun: 2026, kode })));
    expect(codes.length).toBeGreaterThan(10);
    expect(sum(parts.map(({ forecast }) => forecast.forecast!))).toBeCloseTo(whole.forecast.forecast!, 1);
    for (const { forecast, realisasi } of parts) expect(forecast.forecast!).toBeGreaterThanOrEqual(realisasi! - 1e-6);
  });
});
