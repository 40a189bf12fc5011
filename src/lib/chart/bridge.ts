import { rupiahUnit, type RupiahUnit } from '$lib/format/number';

/** One step of a bridge, rupiah. A `total` stands on zero; a `change` and a `use` move the running sum by their signed amount. */
export interface BridgeStep {
  key: string;
  label: string;
  /** Signed: what is spent or bound is negative. Null: no data, drawn as an outline, and the sum is unknown from there on. */
  rupiah: number | null;
  kind: 'total' | 'change' | 'use' | 'bound';
}

export interface BridgeBar extends BridgeStep {
  /** The running sum before and after, rupiah; for a total from 0 to itself. Null where unknown. */
  from: number | null;
  to: number | null;
  /** For a total: itself less the sum of the steps before it; 0 when the bridge adds up, null where unknown. */
  residual: number | null;
}

/** The steps of the bridge model with their names, ready to draw: realisasi is spent, contracts and obligations are bound, the rest changes the pagu. */
export function namedSteps(
  steps: readonly { key: string; kind: 'total' | 'change'; rupiah: number }[],
  nameOf: (key: string) => string
): BridgeStep[] {
  const kinds: Record<string, BridgeStep['kind']> = { realisasi: 'use', komitmen: 'bound', kewajiban: 'bound' };
  return steps.map(({ key, kind, rupiah }) => ({
    key,
    label: nameOf(key),
    rupiah,
    kind: kind === 'total' ? kind : (kinds[key] ?? kind)
  }));
}

/** The bars of a bridge, and whether it adds up at each total. The first total sets the start. */
export function bridgeBars(steps: readonly BridgeStep[]): BridgeBar[] {
  let sum: number | null = null;
  return steps.map((step, index) => {
    if (step.kind === 'total') {
      const residual: number | null = index === 0 ? 0 : difference(step.rupiah, sum);
      sum = step.rupiah;
      return { ...step, from: step.rupiah === null ? null : 0, to: step.rupiah, residual };
    }
    const from: number | null = sum;
    sum = from === null || step.rupiah === null ? null : from + step.rupiah;
    return { ...step, from: sum === null ? null : from, to: sum, residual: null };
  });
}

/** The least and greatest running sum, rupiah, always with zero. */
export function bridgeExtent(bars: readonly BridgeBar[]): [number, number] {
  const ends = bars.flatMap(({ from, to }) => [from ?? 0, to ?? 0]);
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}

/** The unit of every label of a bridge, for its unit line too. */
export function bridgeUnit(steps: readonly BridgeStep[]): RupiahUnit {
  return rupiahUnit(Math.max(...bridgeExtent(bridgeBars(steps)).map(Math.abs)));
}

/** Words of a label on at most `lines` lines of about `letters` letters; a longer word keeps its own line. */
export function wrapWords(text: string, letters: number, lines = 3): string[] {
  const wrapped: string[] = [];
  for (const word of text.split(' ')) {
    const last = wrapped.at(-1);
    if (last !== undefined && (last.length + 1 + word.length <= letters || wrapped.length === lines)) {
      wrapped[wrapped.length - 1] = `${last} ${word}`;
    } else wrapped.push(word);
  }
  return wrapped;
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
