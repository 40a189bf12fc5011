import { rowHeight } from './hexShape';

/** A block on the grid: its first column and row, and the columns and rows it takes. */
export interface Block {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Empty columns between two blocks; rows need none, since each block begins with the row of its name. */
const gap = 1;

/**
 * Blocks that keep apart and lie to each other as their wished middles do: of two blocks, the one further west or further north stays
 * so, in the direction in which they are further apart for their size. Whole columns and rows; the same blocks give the same answer.
 */
export function separated(wishes: readonly Block[]): Block[] {
  const ordered = { x: pairsOf(wishes, 'x'), y: pairsOf(wishes, 'y') };
  let blocks = wishes.map((wish) => ({ ...wish }));
  for (const axis of ['x', 'y'] as const) blocks = alongAxis(blocks, wishes, axis, ordered[axis]);
  // Only neighbours keep their order for good. What lies far apart keeps it while it stands in the way, so that the map closes up.
  const isNear = nearness(wishes);
  const kept = { x: ordered.x.filter(isNear), y: ordered.y.filter(isNear) };
  for (let round = 0; round < rounds; round++) {
    for (const axis of ['y', 'x'] as const) {
      blocks = alongAxis(blocks, wishes, axis, [...kept[axis], ...facing(blocks, axis)]);
    }
  }
  return blocks;
}

const rounds = 3;
type Axis = 'x' | 'y';
/** The first of a pair stays before the second. */
type Pair = readonly [number, number];
const sizeOn = { x: 'width', y: 'height' } as const;
const other = { x: 'y', y: 'x' } as const;

function extent(block: Block, axis: Axis): number {
  return block[sizeOn[axis]] + (axis === 'x' ? gap : 0);
}

/** Pairs that this axis keeps apart. */
function pairsOf(wishes: readonly Block[], axis: Axis): Pair[] {
  const pairs: Pair[] = [];
  for (let a = 0; a < wishes.length; a++) {
    for (let b = a + 1; b < wishes.length; b++) {
      const [one, two] = [wishes[a]!, wishes[b]!];
      if (furtherAxis(one, two) === axis) pairs.push(one[axis] <= two[axis] ? [a, b] : [b, a]);
    }
  }
  return pairs;
}

/** Tells pairs of which one is among the few nearest of the other. */
function nearness(wishes: readonly Block[]): (pair: Pair) => boolean {
  const nearest = wishes.map((one) => {
    const far = wishes.map((two) => (one.x - two.x) ** 2 + (one.y - two.y) ** 2);
    const order = wishes.map((_, index) => index).sort((a, b) => far[a]! - far[b]! || a - b);
    return new Set(order.slice(0, nearestCount + 1));
  });
  return ([a, b]) => nearest[a]!.has(b) || nearest[b]!.has(a);
}

const nearestCount = 5;

/** The axis along which two blocks are further apart, in units of the room that they need. */
function furtherAxis(one: Block, two: Block): Axis {
  const across = Math.abs(one.x - two.x) / (extent(one, 'x') + extent(two, 'x'));
  const down = Math.abs(one.y - two.y) / ((extent(one, 'y') + extent(two, 'y')) * rowHeight);
  return across >= down ? 'x' : 'y';
}

/** Pairs that would meet if they moved along this axis. */
function facing(blocks: readonly Block[], axis: Axis): Pair[] {
  const side = other[axis];
  const pairs: Pair[] = [];
  for (let a = 0; a < blocks.length; a++) {
    for (let b = a + 1; b < blocks.length; b++) {
      const [one, two] = [blocks[a]!, blocks[b]!];
      const meet = one[side] < two[side] + extent(two, side) && two[side] < one[side] + extent(one, side);
      if (meet) pairs.push(one[axis] < two[axis] ? [a, b] : [b, a]);
    }
  }
  return pairs;
}

/** Blocks as near to their wishes on one axis as the pairs allow, on the shortest axis that holds them. */
function alongAxis(blocks: readonly Block[], wishes: readonly Block[], axis: Axis, pairs: readonly Pair[]): Block[] {
  const sizes = blocks.map((block) => extent(block, axis));
  const [preceding, following] = neighbours(blocks.length, pairs);
  const first = blocks.map(() => 0);
  const order = topological(preceding, following);
  for (const index of order) first[index] = Math.max(0, ...preceding[index]!.map((one) => first[one]! + sizes[one]!));
  const total = Math.max(...first.map((start, index) => start + sizes[index]!));
  const ideal = scaledWishes(wishes, sizes, axis, total);
  const at = [...first];
  // Each in turn to its wish, as far as its neighbours let it: from the end, so that room opens, then from the start.
  for (const index of [...order.toReversed(), ...order, ...order.toReversed(), ...order]) {
    const low = Math.max(0, ...preceding[index]!.map((one) => at[one]! + sizes[one]!));
    const high = Math.min(total, ...following[index]!.map((one) => at[one]!)) - sizes[index]!;
    at[index] = Math.min(Math.max(ideal[index]!, low), high);
  }
  return blocks.map((block, index) => ({ ...block, [axis]: at[index]! }));
}

/** Where each block would begin if the wishes filled the axis. */
function scaledWishes(wishes: readonly Block[], sizes: readonly number[], axis: Axis, total: number): number[] {
  const places = wishes.map((wish) => wish[axis]);
  const [low, high] = [Math.min(...places), Math.max(...places)];
  return places.map((place, index) =>
    Math.round(high === low ? (total - sizes[index]!) / 2 : ((place - low) / (high - low)) * (total - sizes[index]!))
  );
}

function neighbours(count: number, pairs: readonly Pair[]): [number[][], number[][]] {
  const preceding = Array.from({ length: count }, (): number[] => []);
  const following = Array.from({ length: count }, (): number[] => []);
  for (const [a, b] of pairs) {
    preceding[b]!.push(a);
    following[a]!.push(b);
  }
  return [preceding, following];
}

/** An order in which every block comes after those before it; pairs follow one axis, so there is one. */
function topological(preceding: readonly number[][], following: readonly number[][]): number[] {
  const waiting = preceding.map(({ length }) => length);
  const order = waiting.flatMap((count, index) => (count === 0 ? [index] : []));
  for (const index of order) {
    for (const next of following[index]!) if (--waiting[next]! === 0) order.push(next);
  }
  return order;
}
