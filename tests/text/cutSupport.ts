import fc from 'fast-check';
import { expect } from 'vitest';
import { defaultScenario } from '$lib/model/cuts/defaultScenario';
import type { Scenario } from '$lib/model/cuts/scenario';
import type { CutFacts } from '$lib/text/cutSentences';
import type { Text } from '$lib/text/language';
import { plain, readable } from './readable';

/** Words that the pages on cuts never use of people or of aid, beside those that no page uses. */
const never = /bocor|salah sasaran|kerugian|korban/i;

/** What holds for every sentence on cuts. */
export function readableCut(text: Text): void {
  readable(text);
  for (const said of [text.id, text.en]) expect(said).not.toMatch(never);
}

/** The sentence with ordinary spaces in both languages. */
export function both(text: Text): [string, string] {
  return [plain(text.id), plain(text.en)];
}

/** A scenario of January 2026, with what the test says otherwise. */
export function scenario(given: Partial<Scenario> = {}): Scenario {
  return { ...defaultScenario(2026, 1), ...given };
}

/** Facts of a plan in which free TKD falls by 30 % and 1.902 families lose aid, with what the test says otherwise. */
export function facts(
  given: Omit<Partial<CutFacts>, 'effect'> & { effect?: Partial<CutFacts['effect']> } = {}
): CutFacts {
  return {
    scenario: scenario({ shocks: { TKD: { jenis: 'persen', nilai: 0.3 }, DAK: { jenis: 'persen', nilai: 0 } } }),
    demand: 7_100_000_000,
    unmet: 0,
    byRole: { langsung: 2_000_000_000, penunjang: 100_000_000, data: 0, umum: 5_000_000_000 },
    inProportion: null,
    ...given,
    effect: {
      ...{ cut: 7_100_000_000, lost: 1902, lostByUnit: { keluarga: 1902, orang: 0 }, poorest: 431, unmeasured: 0 },
      ...given.effect
    }
  };
}

const rupiah = fc.oneof(fc.constantFrom(0, 1, 999, 1e6, 1e12), fc.integer({ min: 0, max: 1e13 }));
const count = fc.oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: 0, max: 900_000 }));

/** Facts of any plan there can be: counts add up, nothing else is assumed. */
export const anyFacts: fc.Arbitrary<CutFacts> = fc
  .record({
    percent: fc.double({ min: -10, max: 1, noNaN: true }),
    own: fc.option(fc.constantFrom(-0.5, 0, 0.2)),
    mulai: fc.integer({ min: 1, max: 12 }),
    method: fc.constantFrom(...(['sebanding', 'rata_pagu', 'prioritas', 'templat', 'terbaik', 'tangan'] as const)),
    keluarga: count,
    orang: count,
    poor: fc.double({ min: 0, max: 1, noNaN: true }),
    money: fc.array(rupiah, { minLength: 6, maxLength: 6 }),
    inProportion: fc.option(count)
  })
  .map(({ percent, own, mulai, method, keluarga, orang, poor, money, inProportion }) => {
    const [demand, short, unmeasured, langsung, penunjang, umum] = money as [
      number,
      number,
      number,
      number,
      number,
      number
    ];
    const lost = keluarga + orang;
    const shocks = {
      TKD: { jenis: 'persen' as const, nilai: percent },
      ...(own === null ? {} : { DAK: { jenis: 'persen' as const, nilai: own } })
    };
    const poorest = Math.floor(lost * poor);
    const effect = { cut: langsung + penunjang + umum, lost, lostByUnit: { keluarga, orang }, poorest, unmeasured };
    return {
      ...{ scenario: scenario({ shocks, mulai, method }), demand, unmet: Math.min(demand, short), effect },
      ...{ byRole: { langsung, penunjang, data: 0, umum }, inProportion }
    };
  });
