import { bridgeBars, bridgeExtent, wrapWords, type BridgeBar, type BridgeStep } from './bridge';
import { bandScale, linearScale } from './scale';
import { sizeOf, type Drawing, type Size } from './size';

/** One bar as drawn, in SVG units. */
export interface DrawnBar extends BridgeBar {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The name, on its lines, from its first baseline. */
  name: { lines: readonly string[]; x: number; y: number; anchor: 'middle' | 'end' };
  value: { x: number; y: number; anchor: 'middle' | 'start' };
  /** From this bar's end to the next bar; null where the sum is unknown or nothing follows. */
  connector: { x1: number; y1: number; x2: number; y2: number } | null;
}

export interface BridgeGeometry {
  size: Size;
  bars: DrawnBar[];
  /** Where zero is: a horizontal line on desks, a vertical one on phones. */
  zero: { x1: number; y1: number; x2: number; y2: number };
}

const row = 40;
/** A step that is a hair against the whole still shows as a line. */
const leastThickness = 2;

/** The bridge as columns, or as rows on a phone. */
export function bridgeGeometry(steps: readonly BridgeStep[], drawing: Drawing): BridgeGeometry {
  return drawing === 'phone' ? rowsOf(bridgeBars(steps)) : columnsOf(bridgeBars(steps), drawing);
}

function columnsOf(bars: readonly BridgeBar[], drawing: Drawing): BridgeGeometry {
  const size = sizeOf(drawing, drawing === 'desk' ? 340 : 320);
  const nameRoom = size.fontSize * 1.25 * 3;
  const bottom = size.height - nameRoom - 8;
  const x = bandScale(bars.length, [0, size.width], { inner: 0.4, outer: 0.2 });
  const y = linearScale(bridgeExtent(bars), [bottom, size.fontSize * 1.8]);
  const letters = Math.floor(x.step / (size.fontSize * 0.58));
  const drawn = bars.map((bar, index): DrawnBar => {
    const left = x.start(index);
    const [from, to] = [y(bar.from ?? 0), y(bar.to ?? 0)];
    const [top, height] = thick(Math.min(from, to), Math.abs(to - from));
    const next = bars[index + 1];
    const centre = left + x.bandwidth / 2;
    return rounded({
      ...bar,
      x: left,
      y: top,
      width: x.bandwidth,
      height,
      name: { lines: wrapWords(bar.label, letters), x: centre, y: bottom + size.fontSize * 1.5, anchor: 'middle' },
      value: { x: centre, y: top - size.fontSize * 0.5, anchor: 'middle' },
      connector: joined(bar, next) ? { x1: left + x.bandwidth, y1: to, x2: x.start(index + 1), y2: to } : null
    });
  });
  return { size, bars: drawn, zero: { x1: 0, y1: y(0), x2: size.width, y2: y(0) } };
}

function rowsOf(bars: readonly BridgeBar[]): BridgeGeometry {
  const size = sizeOf('phone', bars.length * row);
  const [nameRoom, valueRoom] = [112, 62];
  const x = linearScale(bridgeExtent(bars), [nameRoom + 10, size.width - valueRoom]);
  const drawn = bars.map((bar, index): DrawnBar => {
    const [from, to] = [x(bar.from ?? 0), x(bar.to ?? 0)];
    const [left, width] = thick(Math.min(from, to), Math.abs(to - from));
    const lines = wrapWords(bar.label, 15, 2);
    const middle = index * row + row / 2;
    const next = bars[index + 1];
    return rounded({
      ...bar,
      x: left,
      y: index * row + 8,
      width,
      height: row - 16,
      name: { lines, x: nameRoom, y: middle + size.fontSize * (0.35 - 0.6 * (lines.length - 1)), anchor: 'end' },
      value: { x: left + width + 6, y: middle + size.fontSize * 0.35, anchor: 'start' },
      connector: joined(bar, next) ? { x1: to, y1: (index + 1) * row - 8, x2: to, y2: (index + 1) * row + 8 } : null
    });
  });
  return { size, bars: drawn, zero: { x1: x(0), y1: 0, x2: x(0), y2: size.height } };
}

function joined(bar: BridgeBar, next: BridgeBar | undefined): boolean {
  return next !== undefined && bar.to !== null && next.from !== null;
}

function thick(start: number, length: number): [number, number] {
  return length >= leastThickness ? [start, length] : [start + (length - leastThickness) / 2, leastThickness];
}

function rounded(bar: DrawnBar): DrawnBar {
  const near = (value: number) => Math.round(value * 10) / 10;
  const all = <T extends Record<string, unknown>>(part: T) =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [key, typeof value === 'number' ? near(value) : value])
    ) as T;
  return {
    ...bar,
    ...all({ x: bar.x, y: bar.y, width: bar.width, height: bar.height }),
    name: all(bar.name),
    value: all(bar.value),
    connector: bar.connector && all(bar.connector)
  };
}
