import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProblem } from '$lib/model/cuts/build';
import { defaultScenario } from '$lib/model/cuts/defaultScenario';
import { openNative, type NativeDatabase } from '$lib/server/native';
import { cutData, type CutData } from '$lib/view/cuts';
import { freeTkdFall } from '$lib/view/cutsPreset';
import { sampleTruth } from '../../data/contoh/truth';
import { sampleExtract } from '../support/sampleExtract';

let database: NativeDatabase;
const from = new Map<number, CutData>();
beforeAll(async () => {
  database = await openNative(sampleExtract());
  for (const mulai of [1, 7, 11]) from.set(mulai, (await cutData(database, { tahun: 2026, mulai, kodeSkpd: null }))!);
});
afterAll(() => database.close());

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the sample, public profile', () => {
  test.for([
    { mulai: 1, tahap: 'murni' },
    { mulai: 7, tahap: 'pergeseran-2' },
    { mulai: 11, tahap: 'perubahan' }
  ])(
    'from month $mulai the lines are the budget of $tahap and what was spent before, to the rupiah',
    ({ mulai, tahap }) => {
      const { input, stages } = from.get(mulai)!;
      const truth = sampleTruth();
      expect(new Set(stages.map((stage) => stage.tahap))).toEqual(new Set([tahap]));
      expect(sum(input.lines.map(({ pagu }) => pagu))).toBe(truth.total.pagu[`2026 ${tahap}`]);
      const spent = truth.realisasi.filter((row) => row.tahun === 2026 && row.bulan < mulai);
      const held = new Set(input.lines.map(({ id }) => id));
      const own = spent.filter((row) => held.has(`${row.kodeSkpd}|${row.kodeSubkegiatan}|${row.kodeAkun}`));
      expect(sum(input.lines.map((line) => line.spent ?? NaN))).toBe(sum(own.map(({ realisasi }) => realisasi)));
      expect(input.missing).toEqual([]);
    }
  );

  test('a line pays for one aid at most its whole, its sources add up to it, and every source is described', () => {
    const { input } = from.get(7)!;
    const codes = new Set(input.sources.map(({ kode }) => kode));
    for (const { pagu, sources, aid } of input.lines) {
      expect(sum(sources.map((part) => part.pagu))).toBe(pagu);
      expect(sum(aid.map(({ bagian }) => bagian))).toBeLessThanOrEqual(1);
      expect(sources.every(({ sumber }) => sumber !== null && codes.has(sumber))).toBe(true);
    }
  });

  test('every aid of the regency has a price and recipients; no class or pool shows a count below ten that is hidden', () => {
    const { input, gaps } = from.get(7)!;
    expect(input.aids.map(({ kode }) => kode)).toEqual(['ALAT-BANTU', 'KUBE', 'PERMAKANAN', 'SANTUNAN']);
    expect(input.aids.every(({ perMonth, recipients }) => perMonth !== null && recipients !== null)).toBe(true);
    expect(input.aids.filter(({ priceBasis }) => priceBasis !== 'harga').map(({ kode }) => kode)).toEqual([
      'ALAT-BANTU'
    ]);
    const pools = input.aids.flatMap(({ recipients }) => recipients!.filter(({ kelas }) => kelas === 'disembunyikan'));
    expect(pools.every(({ jumlah }) => jumlah >= 10)).toBe(true);
    expect(gaps.aids.every(({ periode, vintase }) => periode === '2026' && vintase === '2026-T1')).toBe(true);
  });

  test("last year's fall is that of the regency's budgets, by component and for each source of the agency", () => {
    const { lastYear } = from.get(7)!.presets;
    expect(lastYear).toMatchObject({ sumber: 'LRA daerah', from: 2025, to: 2026 });
    const { parts, shocks, before, after, rate } = lastYear!;
    expect(sum(parts.map((part) => part.before))).toBeCloseTo(before, 0);
    expect(sum(parts.map((part) => part.after))).toBeCloseTo(after, 0);
    expect(rate).toBeCloseTo(after / before - 1, 12);
    const dbh = parts.filter(({ komponen }) => komponen.startsWith('dbh_'));
    const fall = 1 - sum(dbh.map((part) => part.after)) / sum(dbh.map((part) => part.before));
    expect(shocks['1.2.01.01.01']!.nilai).toBeCloseTo(fall, 12);
    expect(shocks['1.2.01.01.02']!.nilai).toBeLessThan(0);
    expect(Object.keys(shocks)).toHaveLength(4);
  });

  test('the news is one source against itself, with its date; a change alone stays rupiah', () => {
    const { news } = from.get(7)!.presets;
    expect(news[0]).toMatchObject({ ukuran: 'dtu', sumber: 'katakaltim, 8-10-2025', perTanggal: '2025-10-08' });
    expect(news[0]!.rate).toBeCloseTo(3.88 / 7.85 - 1, 12);
    const alone = news.find(({ tahap }) => tahap === 'selisih_tahun_lalu')!;
    expect(alone).toMatchObject({ before: null, rate: null, change: -1_900_000_000_000, shocks: {} });
  });

  test("the agency's share is its free money ÷ the regency's free revenue; budget errors are by year", () => {
    const { share, errors } = from.get(7)!.presets;
    const { input } = from.get(7)!;
    const bound = new Set(input.sources.filter((s) => s.terikat || s.kelompok === 'SILPA').map(({ kode }) => kode));
    const free = input.lines.flatMap(({ sources }) => sources).filter(({ sumber }) => !bound.has(sumber!));
    expect(share!.agency).toBe(sum(free.map(({ pagu }) => pagu)));
    expect(share!.bagian).toBeCloseTo(share!.agency / share!.regency, 12);
    expect(share!.bagian).toBeGreaterThan(0.005);
    expect(share!.bagian).toBeLessThan(0.05);
    expect(errors!.components.every((one) => one.errors.length === errors!.tahun.length)).toBe(true);
  });

  test.for([1, 7, 11])(
    'from month %i a fall of free TKD by 30 %% can be found, and earmarked money is not asked',
    (mulai) => {
      const { input } = from.get(mulai)!;
      const scenario = defaultScenario(2026, mulai, freeTkdFall(input.sources, 0.3));
      const { demands, lines } = buildProblem(input, scenario);
      expect(demands.filter(({ terikat }) => terikat).map(({ jumlah }) => jumlah)).toEqual([0, 0]);
      const asked = demands.find(({ terikat }) => !terikat)!.jumlah;
      const tkd = new Set(input.sources.filter((s) => s.kelompok === 'TKD' && !s.terikat).map(({ kode }) => kode));
      const pagu = input.lines.flatMap(({ sources }) => sources).filter(({ sumber }) => tkd.has(sumber!));
      expect(asked / ((0.3 * sum(pagu.map((part) => part.pagu)) * (13 - mulai)) / 12)).toBeCloseTo(1, 8);
      expect(sum(lines.map(({ room }) => room))).toBeGreaterThan(asked);
    }
  );
});
