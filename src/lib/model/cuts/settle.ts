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
    const refused = new Set<number>();
    for (let turn = 0; turn < mostTurns(ledger) && ledger.lack[pool]! < 0; turn++) {
      const place = mostHarmful(ledger, pool, refused);
      if (place === null) return;
      const { line, at, end } = place;
      const { grain } = ledger.limits[line]!;
      const most = Math.min(-ledger.lack[pool]!, ledger.cuts[line]![at]!, Math.max(end, grain));
      if (!entered(ledger, line, at, -Math.floor(most / grain) * grain)) refused.add(line);
    }
  });
}

function mostTurns({ problem }: Ledger): number {
  return 4 + 2 * problem.lines.reduce((sum, { stretches, pools }) => sum + stretches.length + pools.length, 0);
}

/** Raises the line whose next rupiah of this pool harms least; false where none can be raised. */
function raiseMildest(ledger: Ledger, pool: number): boolean {
  const refused = new Set<number>();
  for (let place = mildest(ledger, pool, refused); place; place = mildest(ledger, pool, refused)) {
    const { line, at, most, end } = place;
    const { grain } = ledger.limits[line]!;
    const wanted = Math.ceil(Math.min(ledger.lack[pool]!, end) / grain) * grain;
    // A rule with other lines may allow some of it and not all: halve rather than give up.
    for (let amount = Math.min(wanted, most); amount > 0; amount = Math.floor(amount / 2 / grain) * grain)
      if (entered(ledger, line, at, amount)) return true;
    refused.add(line);
  }
  return false;
}

interface Place {
  line: number;
  at: number;
  /** Rupiah that line and pool still allow, a multiple of the grain. */
  most: number;
  /** Harm of the next rupiah, and rupiah over which it stays the same. */
  harm: number;
  end: number;
}

function mildest(ledger: Ledger, pool: number, refused: ReadonlySet<number>): Place | null {
  let best: Place | null = null;
  for (const { line, at, most } of places(ledger, pool, refused)) {
    if (most <= 0) continue;
    const { harm, end } = ahead(ledger.problem.lines[line]!.stretches, ledger.totals[line]!);
    if (best === null || harm < best.harm) best = { line, at, most, harm, end };
  }
  return best;
}

function mostHarmful(ledger: Ledger, pool: number, refused: ReadonlySet<number>): Place | null {
  let best: Place | null = null;
  for (const { line, at, most } of places(ledger, pool, refused)) {
    if (Math.min(ledger.cuts[line]![at]!, -ledger.lack[pool]!) < ledger.limits[line]!.grain) continue;
    const { harm, end } = behind(ledger.problem.lines[line]!.stretches, ledger.totals[line]!);
    if (best === null || harm > best.harm) best = { line, at, most, harm, end };
  }
  return best;
}

/** Lines of a pool whose total may still change. */
function* places(ledger: Ledger, pool: number, refused: ReadonlySet<number>) {
  const { problem, limits, cuts, totals, most, settled } = ledger;
  for (let line = 0; line < cuts.length; line++) {
    if (settled[line] || refused.has(line)) continue;
    const { pools } = problem.lines[line]!;
    for (let at = 0; at < pools.length; at++) {
      if (pools[at]!.pool !== pool) continue;
      const left = Math.min(most[line]! - totals[line]!, pools[at]!.pagu - cuts[line]![at]!);
      yield { line, at, most: Math.floor(left / limits[line]!.grain) * limits[line]!.grain };
    }
  }
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
      const end = mildest(ledger, pool, new Set());
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
