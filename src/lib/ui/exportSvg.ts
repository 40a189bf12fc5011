/** What an exported picture says around its drawing, since it travels alone. */
export interface PictureText {
  title: string;
  unit: string;
  source: string;
}

/** Colours and fonts of an exported picture, as the page shows them now. */
export interface PictureLook {
  paper: string;
  ink: string;
  faint: string;
  serif: string;
  sans: string;
}

/** What CSS decides about a drawing, written into the exported file, which has no stylesheet. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-weight',
  'font-size',
  'text-anchor'
] as const;

/** The drawing of a figure that the reader sees: the others are hidden by their place's width. */
export function shownDrawing(figure: Element): SVGSVGElement | null {
  return (
    [...figure.querySelectorAll<SVGSVGElement>('.drawing svg')].find((svg) => svg.getClientRects().length > 0) ?? null
  );
}

/** A drawing as a file of its own: computed styles inlined, title and source added. */
export function standaloneSvg(svg: SVGSVGElement, text: PictureText): string {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inlineStyles(svg, copy);
  // Hatches are for print, the cursor for the moment; classes mean nothing without a stylesheet.
  for (const part of copy.querySelectorAll('.hatch, .cursor, defs')) part.remove();
  for (const part of copy.querySelectorAll('[class]')) part.removeAttribute('class');
  const inner = [...copy.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join('');
  return composeSvg({ width, height, inner, fontSize: Number(svg.getAttribute('font-size') ?? 14) }, text, lookOf(svg));
}

/** Puts a drawing between its title and its source, on paper; pure, in SVG units. */
export function composeSvg(
  drawing: { width: number; height: number; inner: string; fontSize: number },
  text: PictureText,
  look: PictureLook
): string {
  const margin = 24;
  const titleSize = drawing.width < 400 ? 17 : 20;
  const titles = wrap(text.title, Math.floor(drawing.width / (titleSize * 0.5)));
  const sources = wrap(text.source, Math.floor(drawing.width / 6.6));
  const units = wrap(text.unit, Math.floor(drawing.width / 7.4));
  const top = margin + titles.length * titleSize * 1.3 + units.length * 20 + 14;
  const below = top + drawing.height + 28;
  const height = below + (sources.length - 1) * 17 + margin;
  const width = drawing.width + margin * 2;
  const lines = (all: readonly string[], y: number, step: number, style: string) =>
    all
      .map((line, index) => `<text x="${margin}" y="${round(y + index * step)}" ${style}>${escape(line)}</text>`)
      .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}">`,
    `<title>${escape(text.title)}</title><rect width="100%" height="100%" fill="${escape(look.paper)}"/>`,
    lines(
      titles,
      margin + titleSize,
      titleSize * 1.3,
      `font-family="${escape(look.serif)}" font-weight="700" font-size="${titleSize}" fill="${escape(look.ink)}"`
    ),
    lines(
      units,
      margin + titles.length * titleSize * 1.3 + 16,
      20,
      `font-family="${escape(look.sans)}" font-size="14" fill="${escape(look.faint)}"`
    ),
    `<g transform="translate(${margin} ${round(top)})" font-size="${drawing.fontSize}">${drawing.inner}</g>`,
    lines(sources, below, 17, `font-family="${escape(look.sans)}" font-size="12" fill="${escape(look.faint)}"`),
    '</svg>\n'
  ].join('');
}

/** An SVG file as PNG bytes at twice its size, through a data: image, which is all the page's policy allows. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2d canvas, so it cannot draw a PNG.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error(`This browser could not encode a PNG of ${canvas.width} by ${canvas.height} pixels.`);
  return blob;
}

function inlineStyles(shown: Element, copy: Element): void {
  const style = getComputedStyle(shown);
  for (const property of properties) {
    const value = style.getPropertyValue(property);
    if (value) copy.setAttribute(property, value);
  }
  if (style.display === 'none') copy.setAttribute('display', 'none');
  [...shown.children].forEach((child, index) => inlineStyles(child, copy.children[index]!));
}

function lookOf(svg: SVGSVGElement): PictureLook {
  const style = getComputedStyle(svg);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: token('--kertas'),
    ink: token('--tinta'),
    faint: token('--redup'),
    serif: token('--serif'),
    sans: token('--sans')
  };
}

function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
