import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bridge, toSen, type BridgeStep } from '$lib/model/bridge';

const brief = ({ kind, key, rupiah }: BridgeStep) => `${kind} ${key} ${rupiah}`;

test('from murni to what is still free, each step signed', () => {
  const { steps, unknown } = bridge({
    murni: 1000,
    stages: [
      { tahap: 'pergeseran-1', pagu: 1000 },
      { tahap: 'pergeseran-2', pagu: 1200.5 },
      { tahap: 'perubahan', pagu: 900 }
    ],
    realisasi: 400.25,
    komitmen: 300,
    kewajiban: 250
  });
  expect(steps.map(brief)).toEqual([
    'total murni 1000',
    'change pergeseran-1 0',
    'change pergeseran-2 200.5',
    'change perubahan -300.5',
    'total pagu 900',
    'change realisasi -400.25',
    'total sisa 499.75',
    'change komitmen -300',
    'change kewajiban -250',
    'total bebas -50.25'
  ]);
  expect(unknown).toEqual([]);
});

test('without later stages murni is the pagu; unknown promises end the bridge before "free"', () => {
  const { steps, unknown } = bridge({ murni: 10, stages: [], realisasi: 12, komitmen: null, kewajiban: 1 });
  expect(steps.map(brief)).toEqual(['total murni 10', 'change realisasi -12', 'total sisa -2', 'change kewajiban -1']);
  expect(unknown).toEqual(['komitmen']);
});

describe('to the sen', () => {
  const rupiah = fc.integer({ min: -1e14, max: 1e15 }).map((sen) => sen / 100);
  const input = fc.record({
    murni: rupiah,
    stages: fc.array(fc.record({ tahap: fc.string(), pagu: rupiah }), { maxLength: 5 }),
    realisasi: rupiah,
    komitmen: fc.option(rupiah),
    kewajiban: fc.option(rupiah)
  });

  test('every total is the one before it plus the changes between, exactly', () => {
    fc.assert(
      fc.property(input, (one) => {
        const { steps } = bridge(one);
        let level = steps[0]?.sen ?? 0n;
        for (const { kind, sen } of steps.slice(1)) {
          if (kind === 'change') level += sen;
          else expect(sen).toBe(level);
        }
        expect(steps[0]?.sen).toBe(toSen(one.murni));
      })
    );
  });

  test('murni + all changes of stages − realisasi = sisa = last pagu − realisasi', () => {
    fc.assert(
      fc.property(input, (one) => {
        const pagu = one.stages.at(-1)?.pagu ?? one.murni;
        const sisa = bridge(one).steps.find((step) => step.kind === 'total' && step.key === 'sisa');
        expect(sisa?.sen).toBe(toSen(pagu) - toSen(one.realisasi));
      })
    );
  });

  test('where doubles drift, sen do not', () => {
    const { steps } = bridge({
      murni: 0.3,
      stages: [{ tahap: 'p', pagu: 0.1 }],
      realisasi: 0.3,
      komitmen: 0,
      kewajiban: 0
    });
    expect(steps.map(({ sen }) => sen)).toEqual([30n, -20n, 10n, -30n, -20n, 0n, 0n, -20n]);
    expect(toSen(45_000_000_000_000.37)).toBe(4_500_000_000_000_037n);
  });

  test.for([NaN, Infinity])('%s is not an amount', (value) => expect(() => toSen(value)).toThrow(RangeError));
});
