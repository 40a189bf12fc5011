import { findDemands } from './demand';
import { equityRows } from './equityRows';
import type { CutInput, CutLine } from './line';
import type { Coupling, Problem, ProblemLine } from './problem';
import { roomOf } from './room';
import { roundDown } from './round';
import type { LineDecision, Scenario } from './scenario';
import { measuredAids, slicesOf, stretchesOf, type MeasuredAid } from './stretch';

/**
 * The cut problem of methods.md §4.2: every line of the input in its order, with the role the reader gave it. Harm is measured for aid
 * (`langsung`) with price and recipients; the office and data work harm nobody; delivery (`penunjang`) is bound to the aid of its own
 * unit and sub kegiatan and has no harm of its own there. Delivery without a measured aid, and aid that is not measured, is unknown and
 * stays whole until the reader allows it. With the rule `penunjang` off, delivery of measured aid is free to cut at no harm: that is
 * the price of the rule, not a claim that it harms nobody.
 */
export function buildProblem(input: CutInput, scenario: Scenario): Problem {
  const lines = input.lines.map((line) => withRole(line, scenario.decisions[line.id]));
  const measured = measuredAids({ ...input, lines });
  const demands = findDemands(input, scenario);
  const serving = servingOf(lines, measured);
  const poolOf = new Map(demands.flatMap(({ sumber }, pool) => sumber.map((kode) => [kode, pool] as const)));
  return {
    lines: lines.map((line) => problemLine(line, { scenario, measured, poolOf, serving })),
    demands,
    couplings: scenario.rules.penunjang ? couplingsOf(lines, serving) : [],
    equity: scenario.rules.kecamatan === null ? [] : equityRows(lines, measured, scenario.rules.kecamatan),
    rounding: scenario.rounding
  };
}

function withRole(line: CutLine, decision: LineDecision | undefined): CutLine {
  return decision?.role === undefined || decision.role === line.role ? line : { ...line, role: decision.role };
}

interface Context {
  scenario: Scenario;
  measured: ReadonlyMap<string, MeasuredAid>;
  poolOf: ReadonlyMap<string | null, number>;
  serving: ReadonlyMap<string, Serving>;
}

function problemLine(line: CutLine, { scenario, measured, poolOf, serving }: Context): ProblemLine {
  const { rules, rounding } = scenario;
  const decision = scenario.decisions[line.id];
  const slices = line.role === 'langsung' ? slicesOf(line, measured, scenario) : [];
  const unknown = slices === null || (line.role === 'penunjang' && !serving.get(servingKey(line))?.measured);
  const step = rules.satuan && line.step !== null && line.step > 0 ? line.step : null;
  const grain = step === null ? rounding : 1;
  const pools = poolsOf(line, poolOf, grain);
  const most = roomOf(line, rules, decision, unknown);
  const paid = pools.reduce((sum, { pagu }) => sum + pagu, 0);
  const room = roundDown(Math.min(most.room, paid), grain);
  const kept = keptOf(line, { ...most, room }, rules.minimum, step ?? rounding);
  return {
    ...{ line, bound: most.bound, step, pools, unknown },
    ...kept,
    fixed: decision?.cut === undefined ? null : fixedCut(decision.cut, kept, step ?? rounding),
    stretches: unknown || slices === null ? [] : stretchesOf(slices, scenario.dropping)
  };
}

/** The pagu of a line by pool, in multiples of `grain`. */
function poolsOf(
  line: CutLine,
  poolOf: ReadonlyMap<string | null, number>,
  grain: number
): { pool: number; pagu: number }[] {
  const pagu = new Map<number, number>();
  for (const part of line.sources) {
    const pool = poolOf.get(part.sumber);
    if (pool !== undefined) pagu.set(pool, (pagu.get(pool) ?? 0) + part.pagu);
  }
  return [...pagu]
    .map(([pool, whole]) => ({ pool, pagu: roundDown(Math.floor(whole), grain) }))
    .filter(({ pagu }) => pagu > 0)
    .sort((a, b) => a.pool - b.pool);
}

/**
 * Minimum viable program, for aid: a cut leaves at least `minimum` of the pagu, or takes all that the line has left. Where a limit keeps
 * the line from being closed, the room itself ends at the minimum.
 */
function keptOf(
  line: CutLine,
  { room, bound }: { room: number; bound: ProblemLine['bound'] },
  minimum: number | null,
  grain: number
): { room: number; keepAbove: number | null } {
  if (minimum === null || line.role !== 'langsung') return { room, keepAbove: null };
  const keepAbove = roundDown(Math.max(0, Math.floor(line.pagu * (1 - minimum) + 1e-6)), grain);
  if (room <= keepAbove) return { room, keepAbove: null };
  const closes = (bound === null || bound === 'komitmen') && room % grain === 0;
  return closes ? { room, keepAbove } : { room: keepAbove, keepAbove: null };
}

/** A cut by hand as far as the room, the step, the rounding and the minimum let it: rounded down, never up. */
function fixedCut(
  asked: number,
  { room, keepAbove }: { room: number; keepAbove: number | null },
  grain: number
): number {
  const within = roundDown(Math.floor(Math.min(Math.max(0, asked || 0), room)), grain);
  return keepAbove !== null && within > keepAbove && within !== room ? keepAbove : within;
}

/** Aid beside which delivery stands, by unit and sub kegiatan. */
interface Serving {
  /** Places of the lines of aid, measured or not. */
  aid: number[];
  /** Whether the harm of at least one of them is measured. */
  measured: boolean;
}

function servingOf(lines: readonly CutLine[], measured: ReadonlyMap<string, MeasuredAid>): Map<string, Serving> {
  const serving = new Map<string, Serving>();
  lines.forEach((line, index) => {
    if (line.role !== 'langsung' || line.pagu <= 0) return;
    const isMeasured = line.aid.length > 0 && line.aid.every(({ kodeBantuan }) => measured.has(kodeBantuan));
    const known = serving.get(servingKey(line)) ?? { aid: [], measured: false };
    known.aid.push(index);
    serving.set(servingKey(line), { aid: known.aid, measured: known.measured || isMeasured });
  });
  return serving;
}

/** One for each delivery line with aid beside it, measured or not. */
function couplingsOf(lines: readonly CutLine[], serving: ReadonlyMap<string, Serving>): Coupling[] {
  return lines.flatMap((line, delivery) => {
    const beside = line.role === 'penunjang' ? serving.get(servingKey(line)) : undefined;
    return beside === undefined ? [] : [{ delivery, aid: beside.aid }];
  });
}

function servingKey({ kodeSkpd, kodeSubkegiatan }: CutLine): string {
  return `${kodeSkpd}|${kodeSubkegiatan}`;
}
