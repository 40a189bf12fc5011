/** The three drawings of every figure, by width in SVG units: each is drawn for its place, not shrunk into it. */
export type Drawing = 'phone' | 'tablet' | 'desk';
export const drawings: readonly Drawing[] = ['phone', 'tablet', 'desk'];

/** Size of a drawing and of its text, in SVG units, which are close to CSS pixels where the drawing is shown. */
export interface Size {
  drawing: Drawing;
  width: number;
  height: number;
  fontSize: number;
}

const widths = { phone: 336, tablet: 640, desk: 1080 } as const;
const fontSizes = { phone: 14, tablet: 14, desk: 14.5 } as const;

/** The size of one drawing, with the height a chart gives it. */
export function sizeOf(drawing: Drawing, height: number): Size {
  return { drawing, width: widths[drawing], height, fontSize: fontSizes[drawing] };
}

/** Room a text takes, in SVG units; an estimate on the wide side, since the server has no fonts. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let units = 0;
  for (const letter of text) units += /[ .,:;ijltfI|'’·]/.test(letter) ? 0.36 : /[mwMW%]/.test(letter) ? 0.95 : 0.62;
  return units * fontSize * (bold ? 1.07 : 1);
}

/** Words of a text on lines of a width in SVG units; a longer word keeps its own line. */
export function linesWithin(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** CSS pixels in the reader's root size of text. */
export function rems(width: number): number {
  return width / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The drawing that a place of so many CSS pixels shows: the same limits as drawing.css. */
export function fitting(width: number): Drawing {
  const rem = rems(width);
  return rem < 33 ? 'phone' : rem < 56 ? 'tablet' : 'desk';
}
