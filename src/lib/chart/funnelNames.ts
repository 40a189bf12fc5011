import type { FunnelDot } from './funnel';
import { crosses, leaderTo, type Box, type Point } from './label';
import { textWidth, type Drawing } from './size';

/** A name beside its dot: start and baseline of its text, and a line to the dot where it stands apart. */
export interface PlacedName {
  kode: string;
  text: string;
  x: number;
  y: number;
  box: Box;
  leader: { x1: number; y1: number; x2: number; y2: number } | null;
}

interface Room {
  plot: Box;
  fontSize: number;
  drawing: Drawing;
  /** Boxes that no name may cover. */
  taken: readonly Box[];
  /** Lines that a name had better not cross. */
  lines: readonly (readonly Point[])[];
}

const most = { phone: 4, tablet: 8, desk: 14 } as const;

/**
 * Names of the dots outside the limits, those furthest out on either side first, as many as have room: no name lies on another, on a
 * dot outside, or beyond the plot. The rest are named where the reader points, and in the table.
 */
export function placeNames(outside: readonly FunnelDot[], room: Room): PlacedName[] {
  const taken = [...room.taken, ...outside.map(({ x, y }) => ({ left: x - 5, top: y - 5, width: 10, height: 10 }))];
  const names: PlacedName[] = [];
  for (const dot of byImportance(outside)) {
    if (names.length >= most[room.drawing]) break;
    const box = freeBox(dot, room, taken);
    if (box === null) continue;
    taken.push(box);
    const leader = leaderTo(dot, box);
    const isApart = Math.hypot(leader.x2 - leader.x1, leader.y2 - leader.y1) > 12;
    names.push({
      kode: dot.kode,
      text: dot.nama,
      x: tenth(box.left),
      y: tenth(box.top + room.fontSize * 0.85),
      box,
      leader: isApart ? { ...leader, x2: tenth(leader.x2), y2: tenth(leader.y2) } : null
    });
  }
  return names;
}

/** From both sides in turn: highest, lowest, second highest and so on. Among equal rates the larger first. */
function byImportance(outside: readonly FunnelDot[]): FunnelDot[] {
  const sorted = (flag: 'tinggi' | 'rendah', sign: number) =>
    outside
      .filter((dot) => dot.flag === flag)
      .sort((a, b) => (b.rate - a.rate) * sign || b.n - a.n || (a.kode < b.kode ? -1 : 1));
  const [high, low] = [sorted('tinggi', 1), sorted('rendah', -1)];
  return Array.from({ length: Math.max(high.length, low.length) }).flatMap((_, at) =>
    [high[at], low[at]].filter((dot) => dot !== undefined)
  );
}

/** The free place for a name nearest to its dot: right, left, then above and below, further away in steps. */
function freeBox(dot: FunnelDot, { plot, fontSize, lines }: Room, taken: readonly Box[]): Box | null {
  const [width, height] = [textWidth(dot.nama, fontSize), fontSize * 1.15];
  const segments = lines.flatMap((line) => line.slice(1).map((end, at) => [line[at]!, end] as const));
  for (const isStrict of [true, false]) {
    for (const { left, top } of places(dot, width, height)) {
      const box = { left, top, width, height };
      if (!isInside(box, plot) || taken.some((other) => overlap(box, other))) continue;
      if (isStrict && segments.some(([from, to]) => crosses(from, to, box))) continue;
      return box;
    }
  }
  return null;
}

function* places({ x, y, flag }: FunnelDot, width: number, height: number) {
  const out = flag === 'tinggi' ? -1 : 1;
  for (let step = 0; step < 5; step++) {
    for (const dy of step === 0 ? [0] : [step * 8 * out, -step * 8 * out]) {
      yield { left: x + 8 + step * 2, top: y - height / 2 + dy };
      yield { left: x - 8 - step * 2 - width, top: y - height / 2 + dy };
    }
    yield { left: x - width / 2, top: out < 0 ? y - 8 - height - step * 8 : y + 8 + step * 8 };
  }
}

function isInside(box: Box, plot: Box): boolean {
  return (
    box.left >= plot.left + 2 &&
    box.left + box.width <= plot.left + plot.width + 12 &&
    box.top >= plot.top - 14 &&
    box.top + box.height <= plot.top + plot.height + 2
  );
}

function overlap(one: Box, two: Box): boolean {
  return (
    one.left < two.left + two.width &&
    two.left < one.left + one.width &&
    one.top < two.top + two.height &&
    two.top < one.top + one.height
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
