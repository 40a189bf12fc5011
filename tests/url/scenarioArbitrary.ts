import fc from 'fast-check';
import { defaultScenario } from '$lib/model/cuts/defaultScenario';
import type { LineDecision, Rules, Scenario, Shock } from '$lib/model/cuts/scenario';
import type { KnownData } from '$lib/url/scenario';

/** As many lines as an agency has, as the exports name them. */
export const lineIds: readonly string[] = Array.from({ length: 200 }, (_, at) => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `1.06.0.00.0.00.01.0000|1.06.0${at % 7}.2.0${at % 3}.00${two(at % 31)}|5.1.02.01.01.00${two(at % 97)}`;
});

export const known: KnownData = {
  base: defaultScenario(2026, 7),
  lines: lineIds,
  sources: ['1.1', '2.1.01', '2.1.02', '2.2.01.15', 'SILPA'],
  years: [2025, 2026],
  dataVersion: 'a1b2c3d4'
};

const rupiah = fc.oneof(fc.integer({ min: 0, max: 1e15 }), fc.constantFrom(0, 1, 127, 128, 16_384, 2_500_000_000));
const shock: fc.Arbitrary<Shock> = fc.oneof(
  fc.record({
    jenis: fc.constant('persen' as const),
    nilai: fc.oneof(
      fc.double({ min: -10, max: 1, noNaN: true }).map((value) => value + 0),
      fc.integer({ min: -1000, max: 1000 }).map((value) => value / 1000)
    )
  }),
  fc.record({ jenis: fc.constant('rupiah' as const), nilai: fc.integer({ min: -1e15, max: 1e15 }) })
);
const share = fc.oneof(fc.constantFrom(null, 0, 1), fc.double({ min: 0.000001, max: 1, noNaN: true }));
const rules: fc.Arbitrary<Rules> = fc.record({
  terikat: fc.boolean(),
  komitmen: fc.boolean(),
  spm: share,
  akun: fc.oneof(
    fc.constant(['5.1.01', '5.3']),
    fc.array(fc.constantFrom('5.1.01', '5.1.06', '5.3'), { maxLength: 4 })
  ),
  penunjang: fc.boolean(),
  data: fc.boolean(),
  batas: fc.boolean(),
  satuan: fc.boolean(),
  minimum: share,
  kecamatan: fc.option(fc.double({ min: 0.5, max: 100, noNaN: true }))
});
const decision: fc.Arbitrary<LineDecision> = fc
  .record(
    {
      role: fc.constantFrom('langsung' as const, 'penunjang' as const, 'data' as const, 'umum' as const),
      allowed: fc.boolean(),
      locked: fc.boolean(),
      cut: rupiah
    },
    { requiredKeys: [] }
  )
  .filter((given) => Object.keys(given).length > 0);

const ends = fc
  .tuple(fc.double({ min: -10, max: 1, noNaN: true }), fc.double({ min: -10, max: 1, noNaN: true }))
  .map(([a, b]) => ({ low: Math.min(a, b) + 0, high: Math.max(a, b) + 0 }));
const uncertainty = fc.record({
  rho: share,
  ends: fc.dictionary(fc.constantFrom(...known.sources!), ends, { noNullPrototype: true })
});

const plainScenario: fc.Arbitrary<Scenario> = fc.record({
  tahun: fc.constantFrom(2025, 2026),
  mulai: fc.integer({ min: 1, max: 12 }),
  shocks: fc.dictionary(fc.constantFrom('TKD', ...known.sources!), shock, { noNullPrototype: true }),
  bagian: share,
  method: fc.constantFrom('sebanding', 'rata_pagu', 'prioritas', 'templat', 'terbaik', 'tangan'),
  dropping: fc.constantFrom('rata', 'tepat'),
  objective: fc.constantFrom('bulan', 'rupiah'),
  equal: fc.boolean(),
  rounding: fc.constantFrom(1, 1000),
  rules,
  decisions: fc.dictionary(fc.constantFrom(...lineIds), decision, { maxKeys: 40, noNullPrototype: true })
});

/** Any scenario a reader can make of the known data; one in two says how uncertain its shocks are. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
  .tuple(plainScenario, fc.option(uncertainty, { nil: undefined }))
  .map(([plain, said]) => (said === undefined ? plain : { ...plain, uncertainty: said }));
