import { enter, entered, type Ledger } from './ledger';
import type { Stretch } from './problem';

/*
 * The last rupiah of a plan: what rounding took is found where it harms least, and what is found beyond a demand is given back where it
 * helps most. Every move is in whole grains and is made only if each rule still holds.
 */

/** Finds what each demand still lacks; money may change its pool within a line on the way. Changes the ledger. */
export function fillDemands(ledger: Ledger): void {
  ledger.lack.forEach((_, pool) => {
    // A turn ends a stretch, a line, a pool or the demand; the limit only says so to the machine.
    for (let turn = 0; turn < mostTurns(ledger) && ledger.lack[pool]! > 0; turn++)
      if (!raiseMildest(ledger, pool) && !exchange(ledger, pool)) return;
  });
}

/** Gives back what is found beyond each demand, most harmful first. Changes the ledger. */
export function trimSurplus(ledger: Ledger): void {
  ledger.lack.forEach((_, pool) => {
    for (let turn = 0; turn < mostTurns(ledger) && ledger.lack[pool]! < 0; turn++)
      if (!lowerMostHarmful(ledger, pool)) return;
  });
}

function mostTurns({ problem }: Ledger): number {
  return 4 + 2 * problem.lines.reduce((sum, { stretches, pools }) => sum + stretches.length + pools.length, 0);
}

/** Raises the line whose next rupiah of this pool harms least of those that may be raised; false where none may. */
function raiseMildest(ledger: Ledger, pool: number): boolean {
  for (const { line, at, most, end } of mildestFirst(ledger, pool)) {
    const { grain } = ledger.limits[line]!;
    const wanted = Math.ceil(Math.min(ledger.lack[pool]!, end) / grain) * grain;
    // A rule with other lines may allow some of it and not all: halve rather than give up.
    for (let amount = Math.min(wanted, most); amount > 0; amount = Math.floor(amount / 2 / grain) * grain)
      if (entered(ledger, line, at, amount)) return true;
  }
  return false;
}

/**
 * Gives back from line to line, always where the last rupiah harms most: a line whose stretch ends takes its place anew by the harm of
 * the one before. Lines that a rule with others keeps are passed over; false where nothing could be given back.
 */
function lowerMostHarmful(ledger: Ledger, pool: number): boolean {
  const queue = lowerable(ledger, pool);
  let moved = false;
  for (let place = queue.pop(); place !== undefined && ledger.lack[pool]! < 0; place = queue.pop()) {
    if (!lower(ledger, pool, place)) continue;
    moved = true;
    const left = lowerablePlace(ledger, pool, place);
    if (left !== null) queue.splice(queue.findLastIndex((one) => comesBefore(one, left) < 0) + 1, 0, left);
  }
  return moved;
}

function lower(ledger: Ledger, pool: number, { line, at, end }: Lowerable): boolean {
  const { grain } = ledger.limits[line]!;
  const most = Math.min(-ledger.lack[pool]!, ledger.cuts[line]![at]!, Math.max(end, grain));
  return most >= grain && entered(ledger, line, at, -Math.floor(most / grain) * grain);
}

/** A line that may give back to a pool: harm of its last rupiah, and how far back it stays the same. */
type Lowerable = Pick<Place, 'line' | 'at'> & { harm: number; end: number };

/** Lines of a pool that may give something back, those whose last rupiah harms most at the end. */
function lowerable(ledger: Ledger, pool: number): Lowerable[] {
  return placesOf(ledger, pool)
    .flatMap((place) => lowerablePlace(ledger, pool, place) ?? [])
    .sort(comesBefore);
}

function lowerablePlace(ledger: Ledger, pool: number, { line, at }: Pick<Place, 'line' | 'at'>): Lowerable | null {
  const { problem, totals, cuts, limits, lack } = ledger;
  if (Math.min(cuts[line]![at]!, -lack[pool]!) < limits[line]!.grain) return null;
  return { line, at, ...behind(problem.lines[line]!.stretches, totals[line]!) };
}

function comesBefore(a: Lowerable, b: Lowerable): number {
  return a.harm - b.harm || b.line - a.line;
}

interface Place {
  line: number;
  at: number;
  /** Rupiah that line and pool still allow, a multiple of the grain. */
  most: number;
}

/** Lines of a pool that have room left, those whose next rupiah harms least first. */
function mildestFirst(ledger: Ledger, pool: number): (Place & { harm: number; end: number })[] {
  return placesOf(ledger, pool)
    .filter(({ most }) => most > 0)
    .map((place) => ({ ...place, ...ahead(ledger.problem.lines[place.line]!.stretches, ledger.totals[place.line]!) }))
    .sort((a, b) => a.harm - b.harm || a.line - b.line);
}

/** Lines of a pool whose total may still change. */
function placesOf({ problem, limits, cuts, totals, most, settled }: Ledger, pool: number): Place[] {
  return problem.lines.flatMap(({ pools }, line) => {
    const at = settled[line] ? -1 : pools.findIndex((part) => part.pool === pool);
    if (at < 0) return [];
    const left = Math.min(most[line]! - totals[line]!, pools[at]!.pagu - cuts[line]![at]!);
    return [{ line, at, most: Math.floor(left / limits[line]!.grain) * limits[line]!.grain }];
  });
}

/** Harm of the rupiah after a cut, and how far it stays the same. */
function ahead(stretches: readonly Stretch[], cut: number): { harm: number; end: number } {
  let left = cut;
  for (const { width, harm } of stretches) {
    if (left < width) return { harm, end: width - left };
    left -= width;
  }
  return { harm: stretches.at(-1)?.harm ?? 0, end: Infinity };
}

/** Harm of the last rupiah of a cut, and how far back it was the same. */
function behind(stretches: readonly Stretch[], cut: number): { harm: number; end: number } {
  let left = cut;
  for (const { width, harm } of stretches) {
    if (left <= width) return { harm, end: left };
    left -= width;
  }
  return { harm: stretches.at(-1)?.harm ?? 0, end: left };
}

/**
 * Finds money for a pool by paying a line's cut from another source: the line keeps its total, another pool then lacks as much, and at the
 * end of a chain of such changes a line is raised or a pool has more than it needs. False where no chain ends so.
 */
function exchange(ledger: Ledger, pool: number): boolean {
  const chain = shortestChain(ledger, pool);
  if (chain === null) return false;
  const rooms = chain.links.map(({ line, from, to }) => linkRoom(ledger, line, from, to));
  const grains = chain.links.map(({ line }) => (ledger.settled[line] ? 1 : ledger.limits[line]!.grain));
  const grain = Math.max(...grains, chain.end === null ? 1 : ledger.limits[chain.end.line]!.grain);
  const amount = Math.floor(Math.min(ledger.lack[pool]!, chain.most, ...rooms) / grain) * grain;
  if (amount <= 0) return false;
  if (chain.end && !entered(ledger, chain.end.line, chain.end.at, amount)) return false;
  for (const { line, from, to } of chain.links) {
    enter(ledger, line, from, -amount);
    enter(ledger, line, to, amount);
  }
  return true;
}

interface Link {
  line: number;
  /** Positions in the pools of the line: less is cut from one, and more from the other. */
  from: number;
  to: number;
}

interface Chain {
  links: Link[];
  /** The line that is raised at the end; null where the last pool has found more than it needs. */
  end: Place | null;
  most: number;
}

/** Breadth first over pools, from the one that lacks money. */
function shortestChain(ledger: Ledger, start: number): Chain | null {
  const queue: { pool: number; links: Link[] }[] = [{ pool: start, links: [] }];
  const seen = new Set([start]);
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const { link, pool } of linksInto(ledger, next.pool)) {
      if (seen.has(pool)) continue;
      seen.add(pool);
      const links = [...next.links, link];
      const surplus = -ledger.lack[pool]!;
      if (surplus > 0) return { links, end: null, most: surplus };
      const end = mildestFirst(ledger, pool)[0];
      if (end) return { links, end, most: end.most };
      queue.push({ pool, links });
    }
  }
  return null;
}

/** Ways to bring money of other pools into one, within lines that are paid from both. */
function linksInto(ledger: Ledger, pool: number): { link: Link; pool: number }[] {
  return ledger.problem.lines.flatMap(({ pools }, line) => {
    const to = pools.findIndex((part) => part.pool === pool);
    if (to < 0) return [];
    return pools.flatMap((part, from) =>
      from !== to && linkRoom(ledger, line, from, to) > 0 ? [{ link: { line, from, to }, pool: part.pool }] : []
    );
  });
}

function linkRoom({ problem, cuts }: Ledger, line: number, from: number, to: number): number {
  return Math.min(cuts[line]![from]!, problem.lines[line]!.pools[to]!.pagu - cuts[line]![to]!);
}
