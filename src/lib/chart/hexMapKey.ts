import type { Point } from './label';
import { textWidth } from './size';

/** From the middle of a sign of the key to its text, SVG units. */
export const signRoom = 13;

/**
 * The items of a key in rows as wide as the drawing, each at the middle of its sign with its text `signRoom` further right, and the
 * height that they take.
 */
export function placeKey<Item extends { text: string }>(
  items: readonly Item[],
  width: number,
  fontSize: number
): { items: (Item & Point)[]; height: number } {
  const rowHeight = fontSize * 1.7;
  let [x, row] = [0, 0];
  const placed = items.map((item) => {
    const room = signRoom * 2 + textWidth(item.text, fontSize);
    if (x > 0 && x + room > width) [x, row] = [0, row + 1];
    const at = { ...item, x: Math.round(x + 9), y: Math.round((row + 0.5) * rowHeight) };
    x += room + 4;
    return at;
  });
  return { items: placed, height: items.length === 0 ? 0 : Math.ceil((row + 1) * rowHeight + 8) };
}

/** Which way an arrow key points. */
export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** Whether a key moves between cells. */
export function isDirection(key: string): key is Direction {
  return /^Arrow(Left|Right|Up|Down)$/.test(key);
}

/**
 * The cell that an arrow key leads to: the nearest one on that side, one straight ahead before one aside. Null at the edge of the map.
 */
export function cellTowards(cells: readonly Point[], from: number, direction: Direction): number | null {
  const start = cells[from];
  if (!start) return null;
  const isAcross = direction === 'ArrowLeft' || direction === 'ArrowRight';
  const sign = direction === 'ArrowLeft' || direction === 'ArrowUp' ? -1 : 1;
  let best: { index: number; cost: number } | null = null;
  cells.forEach(({ x, y }, index) => {
    const ahead = (isAcross ? x - start.x : y - start.y) * sign;
    const aside = Math.abs(isAcross ? y - start.y : x - start.x);
    if (ahead <= 0) return;
    const cost = ahead + aside * (isAcross ? 4 : 1.5);
    if (best === null || cost < best.cost) best = { index, cost };
  });
  return (best as { index: number } | null)?.index ?? null;
}
