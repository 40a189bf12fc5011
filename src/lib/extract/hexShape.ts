/** The block of a kecamatan on the hexagon grid, in cells: its desa, and above them the room of its name. */
export interface BlockShape {
  /** Columns that desa or name take, whichever is wider. */
  width: number;
  /** Rows of the name and of the desa. */
  height: number;
  labelRows: number;
  rows: number;
}

/** Height of a row in widths of a hexagon. */
export const rowHeight = Math.sqrt(3) / 2;

/**
 * The most compact block for `count` desa and a name, its text `size` widths of a hexagon high. Wide enough for the name on one or two
 * lines, and neither a strip nor a tower.
 */
export function blockShape(count: number, name: string, size: number): BlockShape {
  const shapes = labels(name, size).flatMap(({ columns: labelColumns, rows: labelRows }) => {
    const most = Math.min(count, Math.max(labelColumns, Math.ceil(Math.sqrt(count) * 1.6)));
    return Array.from({ length: most }, (_, index) => {
      const rows = Math.ceil(count / (index + 1));
      return { width: Math.max(Math.ceil(count / rows), labelColumns), height: rows + labelRows, labelRows, rows };
    });
  });
  return shapes.reduce((best, shape) => (costOf(shape) < costOf(best) ? shape : best));
}

/** Area with the gap to the next block, more where one side is much longer than the other. */
function costOf({ width, height }: BlockShape): number {
  const [across, down] = [width + 1, height * rowHeight];
  return across * down + (across - down * 1.6) ** 2 * 0.3;
}

/** Room that a name takes on one line and on two, in cells. */
function labels(name: string, size: number): { columns: number; rows: number }[] {
  const words = name.split(' ');
  const splits = words.map((_, index) => [words.slice(0, index).join(' '), words.slice(index).join(' ')]);
  const lines = splits
    .map((pair) => pair.filter((line) => line !== ''))
    .toSorted((a, b) => longest(a) - longest(b))
    .filter((pair, index) => pair.length === 1 || index === 0);
  return lines.map((pair) => ({
    columns: Math.ceil(longest(pair) * letterWidth * size),
    rows: Math.max(1, Math.round((pair.length * lineHeight * size) / rowHeight))
  }));
}

const letterWidth = 0.6;
const lineHeight = 1.15;

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map(({ length }) => length));
}
