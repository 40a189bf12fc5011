import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { rules } from '$lib/model/exceptionRules';
import { decisionRule } from '$lib/text/decision';
import type { RealizationFilter } from '$lib/url/filter';
import type { RealizationView } from '$lib/view/realization';
import { look, openSample, type Opened } from './support';

let opened: Opened;
let whole: RealizationView;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  opened = await openSample();
  whole = await look(opened);
});
afterAll(() => opened.close());

/** Filters of codes that exist, and some that do not. */
function filters(): fc.Arbitrary<Partial<RealizationFilter>> {
  const one = (values: readonly (string | null)[]) => fc.constantFrom(null, ...values);
  return fc.record({
    tahun: fc.constantFrom(2023, 2024, 2025, 2026),
    bulan: fc.integer({ min: 1, max: 12 }),
    skpd: one([...whole.units.map(({ kode }) => kode), '9.99']),
    kode: one([...whole.tree.map(({ kode }) => kode), '1.06.99']),
    jenis: one([...whole.jenis.map(({ kode }) => kode), '5.1', '5.4']),
    sumberDana: one([...whole.sumberDana.map(({ kode }) => kode), '1', '9']),
    tahap: one([...whole.stages.map(({ tahap }) => tahap), 'rapbd'])
  });
}

const always = (property: (view: RealizationView) => void, numRuns = 30) =>
  fc.assert(
    fc.asyncProperty(filters(), async (filter) => {
      property(await look(opened, filter));
    }),
    { numRuns, seed: 3 }
  );

describe('whatever the filter', () => {
  test('the bridge adds up to the rupiah, and stands on the pagu in force', () =>
    always(({ bridge, realisasi, stages }) => {
      if (bridge === null) return expect(realisasi === null || stages.length === 0).toBe(true);
      let level = 0n;
      const sen = (rupiah: number) => BigInt(Math.round(rupiah * 100));
      bridge.steps.forEach(({ kind, rupiah }, i) => {
        if (kind === 'change') level += sen(rupiah);
        else if (i > 0) expect(sen(rupiah)).toBe(level);
        if (kind === 'total') level = sen(rupiah);
      });
      const inForce = stages.find((stage) => stage.inForce)!;
      const left = bridge.steps.find(({ key }) => key === 'sisa')!.rupiah;
      expect(left).toBeCloseTo(inForce.pagu - realisasi!, 2);
    }));

  test('a rate is its realisasi ÷ its pagu, or neither is there', () =>
    always((view) => {
      const rate = (realisasi: number | null, pagu: number | null) =>
        realisasi === null || pagu === null || pagu === 0 ? null : realisasi / pagu;
      expect(view.denominator[view.bulan - 1] ?? null).toBe(view.pagu);
      for (const row of [...view.exceptions, ...view.outputs]) expect(row.rate).toBe(rate(row.realisasi, row.pagu));
      expect(view.forecast.forecastRate).toBe(rate(view.forecast.forecast, view.pagu));
    }));

  test('one stage is measured against, and only stages that have begun are offered', () =>
    always(({ stages, bulan, pagu }) => {
      expect(stages.filter(({ used }) => used)).toHaveLength(1);
      expect(stages.filter(({ inForce }) => inForce)).toHaveLength(1);
      expect(stages.every(({ berlakuBulan }) => berlakuBulan <= bulan)).toBe(true);
      if (pagu !== null) expect(stages.find(({ used }) => used)!.pagu).toBe(pagu);
    }));

  test('rows of each level add up to the total', () =>
    always(({ tree, pagu, realisasi }) => {
      for (const tingkat of ['program', 'kegiatan', 'subkegiatan']) {
        const rows = tree.filter((row) => row.tingkat === tingkat);
        if (rows.length === 0) expect(realisasi).toBeNull();
        else {
          expect(rows.reduce((sum, row) => sum + row.realisasi!, 0)).toBe(realisasi);
          expect(rows.reduce((sum, row) => sum + row.pagu!, 0)).toBe(pagu);
        }
      }
    }));

  test('exceptions stand in the order of rupiah at risk, and the total at risk is theirs', () =>
    always(({ exceptions, atRisk }) => {
      const risks = exceptions.map(({ rupiahAtRisk }) => rupiahAtRisk);
      expect(risks).toEqual(risks.toSorted((a, b) => b - a));
      expect(risks.every((risk) => risk >= 0)).toBe(true);
      if (atRisk.rupiah !== null)
        expect(atRisk.rupiah).toBeCloseTo(
          risks.reduce((sum, risk) => sum + risk, 0),
          2
        );
      expect(atRisk.count).toBe(risks.filter((risk) => risk > 0).length);
      const keys = exceptions.map(({ kodeSkpd, kodeSubkegiatan }) => `${kodeSkpd} ${kodeSubkegiatan}`);
      expect(new Set(keys).size).toBe(keys.length);
    }));

  test('a forecast is not below realisasi, its band holds it, and its band is not above pagu unless realisasi is', () =>
    always(({ forecast: { forecast, low, high }, realisasi }) => {
      if (forecast === null) return expect([low, high]).toEqual([null, null]);
      expect(forecast).toBeGreaterThanOrEqual(realisasi! - 0.01);
      if (low !== null && high !== null) {
        expect(low).toBeLessThanOrEqual(forecast + 0.01);
        expect(high).toBeGreaterThanOrEqual(forecast - 0.01);
        expect(low).toBeGreaterThanOrEqual(realisasi! - 0.01);
      }
    }));

  test('the decision is the first of the table that has an action, as the rule beside it says', () =>
    always(({ decision, exceptions, bulan }) => {
      expect(decisionRule.en).toMatch(/most rupiah at risk .*that can still be acted on/);
      const actionable = exceptions.filter(
        ({ rupiahAtRisk, findings }) =>
          rupiahAtRisk > 0 && findings.some(({ finding }) => !unmoved.includes(finding.rule))
      );
      if (decision === null)
        return expect(bulan === 12 || actionable.every(({ pagu, realisasi }) => pagu! >= 0 && realisasi !== null)).toBe(
          true
        );
      const chosen = exceptions.find(
        (row) => row.kodeSubkegiatan === decision.kodeSubkegiatan && row.namaSkpd === decision.namaSkpd
      )!;
      expect(chosen.rupiahAtRisk).toBe(decision.rupiahAtRisk);
      expect(decision.rupiahAtRisk).toBeGreaterThan(0);
      expect(decision.open).toBeGreaterThan(0);
      expect(decision.untilMonth).toBe(bulan + 1);
      expect(bulan).toBeLessThan(12);
    }));
});

/** Rules that nobody at the agency can act on. */
const unmoved: readonly string[] = ['abovePagu', 'negativeMonth', 'blocked'];

test('the sample asks for a decision, so that the rule is tried at all', () => {
  expect(rules).toEqual(expect.arrayContaining([...unmoved]));
  expect(whole.decision).not.toBeNull();
});
