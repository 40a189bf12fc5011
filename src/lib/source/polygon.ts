/** A ring of corners, each x then y; the last may repeat the first. */
export type Ring = readonly (readonly [x: number, y: number])[];
/** An outer ring and its holes. */
export type Polygon = readonly Ring[];

interface Point {
  x: number;
  y: number;
}
interface Square extends Point {
  /** Half its side. */
  half: number;
  /** Distance of its middle from the edge; negative outside. */
  distance: number;
}

/** Whether a point lies in a polygon, its edge included as it falls; holes are outside. */
export function holdsPoint(polygon: Polygon, { x, y }: Point): boolean {
  let inside = false;
  for (const ring of polygon) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i]!;
      const [bx, by] = ring[j]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/**
 * The point of the largest polygon that lies farthest from its edge, to a hundredth of its width: where a label stands best. Found by halving
 * squares, the most promising first. Null where no polygon has an area.
 */
export function innerPoint(polygons: readonly Polygon[]): Point | null {
  const largest = polygons.reduce<Polygon | null>(
    (best, polygon) => (best === null || area(polygon) > area(best) ? polygon : best),
    null
  );
  if (largest === null || area(largest) === 0) return null;
  const [xs, ys] = [largest[0]!.map(([x]) => x), largest[0]!.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const half = Math.min(right - left, top - bottom) / 2;
  const precision = Math.max(right - left, top - bottom) / 100;
  const square = (x: number, y: number, size: number): Square => ({
    x,
    y,
    half: size,
    distance: fromEdge(largest, { x, y })
  });
  let open: Square[] = [];
  for (let x = left + half; x < right + half; x += 2 * half)
    for (let y = bottom + half; y < top + half; y += 2 * half) open.push(square(x, y, half));
  let best = open.reduce((a, b) => (b.distance > a.distance ? b : a));
  // 40 halvings are far beyond the precision asked for: an end for shapes nobody foresaw
  for (let turn = 0; turn < 40 && open.length > 0; turn++) {
    const next = open
      .filter(({ distance, half: size }) => distance + size * Math.SQRT2 > best.distance + precision)
      .flatMap(({ x, y, half: size }) =>
        [-1, 1].flatMap((dx) => [-1, 1].map((dy) => square(x + (dx * size) / 2, y + (dy * size) / 2, size / 2)))
      );
    best = next.reduce((a, b) => (b.distance > a.distance ? b : a), best);
    open = next;
  }
  return best.distance > 0 ? { x: best.x, y: best.y } : null;
}

/** Twice the area of the outer ring, without sign. */
function area([outer = []]: Polygon): number {
  return Math.abs(
    outer.reduce((sum, [x, y], i) => {
      const [nx, ny] = outer[(i + 1) % outer.length]!;
      return sum + x * ny - nx * y;
    }, 0)
  );
}

function fromEdge(polygon: Polygon, point: Point): number {
  let nearest = Infinity;
  for (const ring of polygon)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
      nearest = Math.min(nearest, squaredDistance(point, ring[i]!, ring[j]!));
  return Math.sqrt(nearest) * (holdsPoint(polygon, point) ? 1 : -1);
}

/** Squared distance of a point from the stretch between two others. */
function squaredDistance(
  { x, y }: Point,
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number]
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along =
    dx === 0 && dy === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  const [ex, ey] = [x - ax - along * dx, y - ay - along * dy];
  return ex * ex + ey * ey;
}
