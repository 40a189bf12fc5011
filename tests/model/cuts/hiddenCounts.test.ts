import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildProblem } from '$lib/model/cuts/build';
import { effect, type Effect } from '$lib/model/cuts/effect';
import type { CutAid, RegionCount } from '$lib/model/cuts/line';
import { cutByPriority } from '$lib/model/cuts/priority';
import { cutBySamePercent, cutInProportion } from '$lib/model/cuts/proportional';
import type { Scenario } from '$lib/model/cuts/scenario';
import { aidOf, inputOf, lineOf, scenarioOf } from './support/input';

const places = ['64.02.01', '64.02.02', '64.02.03'];
const ways = [cutInProportion, cutBySamePercent, cutByPriority];

/** Cells of an aid as an extract publishes them: counts, hidden ones, and ones that nobody counted. */
const cells = fc.tuple(
  ...places.map((kodeWilayah) =>
    fc
      .oneof(
        { weight: 4, arbitrary: fc.nat(90).map((jumlah) => ({ jumlah })) },
        { weight: 2, arbitrary: fc.constant({ jumlah: null, tersembunyi: true }) },
        { weight: 1, arbitrary: fc.constant({ jumlah: null }) }
      )
      .map((cell): RegionCount => ({ kodeWilayah, ...cell }))
  )
);
const aids = fc
  .tuple(cells, cells, cells)
  .map((given) =>
    given.map((byRegion, at) =>
      aidOf({ kode: 'PQR'[at]!, byRegion, byDesa: byRegion, recipients: [{ kelas: 1, jumlah: 300 }] })
    )
  );
const lines = ['P', 'Q', 'R'].map((kode, at) =>
  lineOf({
    ...{ id: kode, pagu: 3600, role: 'langsung', aid: [{ kodeBantuan: kode, bagian: 1 }], priority: at + 1 },
    kodeAkun: '5.1.06.01.01.0001'
  })
);

/** Any shock with any of the rules that say who loses; lines may be locked or cut by hand. */
const scenario = fc
  .record({
    nilai: fc.nat(12_000),
    dropping: fc.constantFrom<Scenario['dropping']>('rata', 'tepat'),
    minimum: fc.option(fc.constantFrom(0.3, 0.6)),
    kecamatan: fc.option(fc.constantFrom(1, 1.5)),
    decided: fc.array(fc.constantFrom('free', 'locked', 'hand'), { minLength: 3, maxLength: 3 }),
    way: fc.constantFrom(...ways)
  })
  .map(({ nilai, dropping, minimum, kecamatan, decided, way }) => ({
    way,
    asked: scenarioOf({
      ...{ shocks: { PAD: { jenis: 'rupiah', nilai } }, dropping, rules: { minimum, kecamatan } },
      decisions: Object.fromEntries(
        decided.flatMap((one, at) =>
          one === 'free' ? [] : [['PQR'[at]!, one === 'locked' ? { locked: true } : { cut: 600 }]]
        )
      )
    })
  }));

function effectOf(given: readonly CutAid[], { way, asked }: { way: (typeof ways)[number]; asked: Scenario }): Effect {
  const input = inputOf(lines, given);
  const problem = buildProblem(input, asked);
  return effect(input, problem, way(problem).cuts, asked);
}

/** What anybody can work out from published cells: the share of each aid's losses; null where a cell of an aid that loses is not published. */
function fromPublished(given: readonly CutAid[], { byAid }: Effect, place: string): number | null {
  const losing = byAid.filter(({ months }) => months > 0);
  return losing.reduce((sum: number | null, { kode, months }) => {
    const aid = given.find((one) => one.kode === kode)!;
    const cell = aid.byRegion.find(({ kodeWilayah }) => kodeWilayah === place)!.jumlah;
    const known = aid.byRegion.reduce((all, { jumlah }) => all + (jumlah ?? 0), 0);
    return sum === null || cell === null ? null : sum + ((months / aid.months) * cell) / Math.max(known, 300);
  }, 0);
}

test('whatever falls and whichever rules hold, every loss of a region follows from published cells, and none stands where one is hidden', () =>
  fc.assert(
    fc.property(aids, fc.array(scenario, { minLength: 1, maxLength: 4 }), (given, asked) => {
      for (const found of asked.map((one) => effectOf(given, one))) {
        expect(found.byDesa).toEqual(found.byRegion);
        for (const { kodeWilayah, before, lost, exact, isHidden } of found.byRegion) {
          const published = fromPublished(given, found, kodeWilayah);
          if (published === null) expect([before, lost, exact]).toEqual([null, null, null]);
          else {
            expect(exact).toBeCloseTo(published, 9);
            expect(Math.abs(lost! - published)).toBeLessThan(3);
          }
          const hides = found.byAid.some(
            ({ kode, months }) =>
              months > 0 &&
              given
                .find((one) => one.kode === kode)!
                .byRegion.some((cell) => cell.kodeWilayah === kodeWilayah && cell.tersembunyi)
          );
          expect(isHidden ?? false).toBe(hides);
        }
      }
    })
  ));

test('a public extract has no row by desa', () => {
  const given = [aidOf({ kode: 'P', recipients: [{ kelas: 1, jumlah: 300 }] })];
  const asked = scenarioOf({ shocks: { PAD: { jenis: 'rupiah', nilai: 3000 } } });
  expect(effectOf(given, { way: cutInProportion, asked }).byDesa).toEqual([]);
});
