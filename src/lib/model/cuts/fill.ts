import type { Cuts, Problem } from './problem';
import { waterFill } from './waterFill';

/** Lines that may pay each demand, by stage, lowest first. */
export type Stages = readonly (readonly Entry[])[][];

/** One line as it pays one demand. */
interface Entry {
  line: number;
  /** Place of the demand in the pools of the line. */
  slot: number;
  weight: number;
  key: string;
}

/** Who pays each demand, in which order and by which weight; a line of several sources by the part each has of its pagu. */
export function stagesOf(
  problem: Problem,
  way: { weight: (line: number) => number; stage: (line: number) => number }
): Stages {
  const byStage = problem.demands.map(() => new Map<number, Entry[]>());
  problem.lines.forEach(({ pools, line: { id } }, line) => {
    const pagu = pools.reduce((sum, pool) => sum + pool.pagu, 0);
    pools.forEach((pool, slot) => {
      const weight = (way.weight(line) * pool.pagu) / pagu;
      if (!(weight > 0)) return;
      const stages = byStage[pool.pool]!;
      const entries = stages.get(way.stage(line)) ?? [];
      entries.push({ line, slot, weight, key: id });
      stages.set(way.stage(line), entries);
    });
  });
  return byStage.map((stages) => [...stages].sort(([a], [b]) => a - b).map(([, entries]) => entries));
}

/** Pays each demand once: forced cuts first, then earmarked demands, then free money, stage by stage. */
export function fill(
  problem: Problem,
  stages: Stages,
  caps: readonly number[],
  forced: ReadonlyMap<number, number>
): Cuts {
  const byPool = problem.lines.map(({ pools }) => pools.map(() => 0));
  const lack = problem.demands.map(({ jumlah }) => jumlah);
  const order = payingOrder(problem);
  for (const [line, cut] of forced) payForced(problem, byPool[line]!, { line, cut, lack, order });
  const used = byPool.map((parts) => parts.reduce((sum, part) => sum + part, 0));
  for (const pool of order) {
    for (const entries of stages[pool]!) {
      if (lack[pool]! <= 0) break;
      const open = entries.filter(({ line }) => !forced.has(line));
      const vessels = open.map(({ line, slot, weight, key }) => {
        const { pagu } = problem.lines[line]!.pools[slot]!;
        return { weight, key, cap: Math.min(pagu, caps[line]! - used[line]!) };
      });
      waterFill(vessels, lack[pool]!, problem.rounding).forEach((amount, at) => {
        const { line, slot } = open[at]!;
        byPool[line]![slot] = amount;
        used[line]! += amount;
        lack[pool]! -= amount;
      });
    }
  }
  return { byPool };
}

/** Earmarked demands first: few lines can pay them, while free money is found anywhere. */
function payingOrder({ demands }: Problem): number[] {
  return demands
    .map((_, pool) => pool)
    .sort((a, b) => Number(demands[b]!.terikat) - Number(demands[a]!.terikat) || a - b);
}

/** A cut that stands is paid by the sources of the line where something lacks, then by whatever it has left. */
function payForced(
  problem: Problem,
  parts: number[],
  { line, cut, lack, order }: { line: number; cut: number; lack: number[]; order: readonly number[] }
): void {
  const { pools } = problem.lines[line]!;
  const slots = pools
    .map((_, slot) => slot)
    .sort((a, b) => order.indexOf(pools[a]!.pool) - order.indexOf(pools[b]!.pool));
  let left = cut;
  const take = (slot: number, most: number) => {
    const taken = Math.max(0, Math.min(left, pools[slot]!.pagu - parts[slot]!, most));
    parts[slot]! += taken;
    lack[pools[slot]!.pool]! -= taken;
    left -= taken;
  };
  for (const slot of slots) take(slot, lack[pools[slot]!.pool]!);
  for (const slot of slots) take(slot, Infinity);
}
