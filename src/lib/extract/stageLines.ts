import { unknownSubkegiatan } from '$lib/source/flatRealisasi';
import type { PaguFact } from '$lib/source/layout';

/** A line within its unit, year and stage. */
export function lineOf({ kodeSubkegiatan, kodeAkun }: { kodeSubkegiatan: string; kodeAkun: string }): string {
  return `${kodeSubkegiatan}|${kodeAkun}`;
}

/** Pagu of each line in sen, over its sources of funds. */
export function lineSums(facts: readonly PaguFact[]): Map<string, bigint> {
  const out = new Map<string, bigint>();
  for (const fact of facts) out.set(lineOf(fact), (out.get(lineOf(fact)) ?? 0n) + fact.pagu);
  return out;
}

/**
 * Whether the lines an LRA shows are those of a stage, up to lines of zero. An LRA that stops above the sixth account level, or names no
 * sub kegiatan, is compared with the stage added up to its own lines.
 */
export function shows(shown: ReadonlyMap<string, bigint>, stage: ReadonlyMap<string, bigint>): boolean {
  const coarse = [...shown.keys()].map((key) => key.split('|') as [string, string]);
  const whole = coarse.every(([sub, akun]) => sub !== unknownSubkegiatan && akun.split('.').length === 6);
  const added = whole ? stage : addedUpTo(new Set(shown.keys()), stage);
  const covers = (x: ReadonlyMap<string, bigint>, y: ReadonlyMap<string, bigint>): boolean =>
    [...x].every(([key, value]) => (y.get(key) ?? 0n) === value);
  return covers(shown, added) && covers(added, shown);
}

/** Sums of a stage by the coarser lines an LRA prints; what fits none of them keeps its own key. */
function addedUpTo(lines: ReadonlySet<string>, stage: ReadonlyMap<string, bigint>): Map<string, bigint> {
  const out = new Map<string, bigint>();
  for (const [key, sum] of stage) {
    const [sub, akun] = key.split('|') as [string, string];
    const parts = akun.split('.');
    const accounts = parts.map((_, i) => parts.slice(0, parts.length - i).join('.'));
    const candidates = [sub, unknownSubkegiatan].flatMap((one) => accounts.map((account) => `${one}|${account}`));
    const line = candidates.find((candidate) => lines.has(candidate)) ?? key;
    out.set(line, (out.get(line) ?? 0n) + sum);
  }
  return out;
}

/** Pagu of all lines, in sen. */
export function total(sums: ReadonlyMap<string, bigint>): bigint {
  return [...sums.values()].reduce((a, b) => a + b, 0n);
}
