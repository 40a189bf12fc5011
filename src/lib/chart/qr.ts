/** Light modules around a QR code: four, as its standard asks for, or readers may not find it. */
export const quietZone = 4;

/** The dark modules of a square of rows as one path, a run of them at a time; the first module stands at 0, 0. */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .map((row, y) => {
      let path = '';
      for (let x = 0; x < row.length; x++) {
        if (!row[x]) continue;
        const start = x;
        while (row[x + 1]) x++;
        path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
      }
      return path;
    })
    .join('');
}
