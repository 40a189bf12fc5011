/** A label that wants to stand at `y` (its centre) and takes `height`. */
export interface WantedLabel {
  y: number;
  height: number;
}

/**
 * Centres for labels in one column so that none overlap, each as near to its wish as the others allow (least squares), in the order of
 * the wishes. Inside [top, bottom] wherever they fit there; where they do not, they start at the top and keep their distances.
 */
export function spreadLabels(labels: readonly WantedLabel[], top: number, bottom: number): number[] {
  const order = labels.map((_, index) => index).sort((a, b) => labels[a]!.y - labels[b]!.y || a - b);
  const offsets = stackOffsets(order.map((index) => labels[index]!.height));
  const total = labels.reduce((sum, { height }) => sum + height, 0);
  const room = Math.max(0, bottom - top - total);
  // Without its offset in the stack, each label only has to keep the order: that is isotonic regression.
  const wishes = order.map((index, at) => labels[index]!.y - offsets[at]!);
  const placed = isotonic(wishes).map((start) => Math.min(Math.max(start, top), top + room));
  const centres = new Array<number>(labels.length);
  order.forEach((index, at) => (centres[index] = placed[at]! + offsets[at]!));
  return centres;
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}

/**
 * The free place for a box of `width` × `height` nearest to a point: it crosses none of the lines and stays inside `bounds`; where
 * every place crosses something, the one that crosses least. Nearest first, so the answer does not move without a reason.
 */
export function placeBox(
  near: Point,
  size: { width: number; height: number },
  lines: readonly (readonly Point[])[],
  bounds: Box
): Box {
  const segments = lines.flatMap((line) => line.slice(1).map((end, index) => [line[index]!, end] as const));
  const nearest = candidates(near, size)
    .filter(({ box }) => inside(box, bounds))
    .sort((a, b) => a.far - b.far);
  let [best, least] = [null as Box | null, Infinity];
  for (const { box } of nearest) {
    let crossed = 0;
    for (const [from, to] of segments) {
      // One that crosses as much as the best so far is no better.
      if (crossed === least) break;
      if (crosses(from, to, box)) crossed++;
    }
    if (crossed < least) [best, least] = [box, crossed];
    if (crossed === 0) break;
  }
  return best ?? { ...size, left: clampLeft(near.x, size.width, bounds), top: bounds.top };
}

/** A thin line from a point's dot to the nearest edge of its box. */
export function leaderTo(point: Point, box: Box): { x1: number; y1: number; x2: number; y2: number } {
  const x2 = Math.min(Math.max(point.x, box.left), box.left + box.width);
  const y2 = Math.min(Math.max(point.y, box.top), box.top + box.height);
  return { x1: point.x, y1: point.y, x2, y2 };
}

/** Whether the segment from one point to another touches a box. */
export function crosses(from: Point, to: Point, box: Box): boolean {
  const [right, bottom] = [box.left + box.width, box.top + box.height];
  // Liang–Barsky: the share of the segment that lies inside each pair of edges.
  if (Math.max(from.x, to.x) < box.left || Math.min(from.x, to.x) > right) return false;
  if (Math.max(from.y, to.y) < box.top || Math.min(from.y, to.y) > bottom) return false;
  let [enter, leave] = [0, 1];
  for (const [start, change, low, high] of [
    [from.x, to.x - from.x, box.left, right],
    [from.y, to.y - from.y, box.top, bottom]
  ] as const) {
    if (change === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [one, two] = [(low - start) / change, (high - start) / change];
    enter = Math.max(enter, Math.min(one, two));
    leave = Math.min(leave, Math.max(one, two));
  }
  return enter <= leave;
}

function stackOffsets(heights: readonly number[]): number[] {
  let sum = 0;
  return heights.map((height) => {
    sum += height;
    return sum - height / 2;
  });
}

/** Pool-adjacent-violators: the nearest non-decreasing sequence. */
function isotonic(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
}

function candidates(near: Point, { width, height }: { width: number; height: number }): { box: Box; far: number }[] {
  const boxes: { box: Box; far: number }[] = [];
  for (let dy = -200; dy <= 200; dy += 4) {
    for (let dx = -width - 120; dx <= 120; dx += 6) {
      const box = { left: near.x + dx, top: near.y + dy - height / 2, width, height };
      const far = distance(near, box);
      if (far >= 7 && far <= 150) boxes.push({ box, far });
    }
  }
  return boxes;
}

function distance(point: Point, box: Box): number {
  const dx = Math.max(box.left - point.x, 0, point.x - box.left - box.width);
  const dy = Math.max(box.top - point.y, 0, point.y - box.top - box.height);
  return Math.hypot(dx, dy);
}

function inside(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.top >= bounds.top &&
    box.left + box.width <= bounds.left + bounds.width &&
    box.top + box.height <= bounds.top + bounds.height
  );
}

function clampLeft(x: number, width: number, bounds: Box): number {
  return Math.min(Math.max(x, bounds.left), bounds.left + bounds.width - width);
}
