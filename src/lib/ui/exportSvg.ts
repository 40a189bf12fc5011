import { lightColours } from '$lib/chart/lightColours';
import {
  composeSvg,
  keySigns,
  lookFrom,
  type DrawnPicture,
  type KeyItem,
  type PictureLook,
  type PictureText
} from './pictureSvg';

/** What CSS decides about a drawing, written into the exported file, which has no stylesheet. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
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

/** The drawing of a figure for the width of a column of text; the shown one where the page holds no other. */
export function columnDrawing(figure: Element): SVGSVGElement | null {
  return figure.querySelector<SVGSVGElement>('.drawing:is(.tablet, .wide) svg') ?? shownDrawing(figure);
}

/** A drawing as a file of its own: computed styles inlined, title and source added. */
export function standaloneSvg(svg: SVGSVGElement, text: PictureText): string {
  return composeSvg(drawnPicture(svg), text, lookOf(svg));
}

/** A drawing with its computed styles inside and without anything that names or links to another place of its page. */
export function drawnPicture(svg: SVGSVGElement): DrawnPicture {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inlineStyles(svg, copy);
  // Hatches are for print, the cursor for the moment; classes mean nothing without a stylesheet.
  for (const part of copy.querySelectorAll('.hatch, .cursor, defs')) part.remove();
  for (const link of copy.querySelectorAll('a')) link.replaceWith(groupOf(link));
  for (const part of copy.querySelectorAll('*'))
    for (const { name } of [...part.attributes])
      if (/^(class|id|role|tabindex|style|href|xlink:href|aria-.*|data-.*|on.*)$/.test(name))
        part.removeAttribute(name);
  const patterns = inlinePatterns(copy);
  const whole = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  for (const property of properties) {
    const value = copy.getAttribute(property);
    if (value !== null) whole.setAttribute(property, value);
  }
  whole.append(...copy.childNodes);
  const inner = new XMLSerializer().serializeToString(whole).replace(' xmlns="http://www.w3.org/2000/svg"', '');
  const fontSize = Number(svg.getAttribute('font-size') ?? 14);
  return { width, height, fontSize, inner: patterns + inner, keys: keysOf(svg.closest('figure')) };
}

/** Reads something off a figure as it looks on light paper, whatever the reader's own colours are. */
export function inLightColours<Read>(figure: HTMLElement, read: () => Read): Read {
  for (const [name, value] of Object.entries(lightColours)) figure.style.setProperty(name, value);
  try {
    return read();
  } finally {
    for (const name of Object.keys(lightColours)) figure.style.removeProperty(name);
  }
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

/** Colours and fonts of an element's place, as the page shows them now. */
export function lookOf(element: Element): PictureLook {
  const style = getComputedStyle(element);
  return lookFrom((name) => style.getPropertyValue(name).trim());
}

/** Writes what an element has other than the one it stands in: all of these properties are inherited. */
function inlineStyles(shown: Element, copy: Element, around: CSSStyleDeclaration | null = null): void {
  const style = getComputedStyle(shown);
  for (const property of properties) {
    const value = style.getPropertyValue(property);
    if (value && value !== around?.getPropertyValue(property)) copy.setAttribute(property, value);
    else copy.removeAttribute(property);
  }
  if (style.display === 'none' && around !== null) copy.setAttribute('display', 'none');
  [...shown.children].forEach((child, index) => inlineStyles(child, copy.children[index]!, style));
}

function groupOf(link: Element): Element {
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  for (const { name, value } of [...link.attributes]) if (name !== 'href') group.setAttribute(name, value);
  group.append(...link.childNodes);
  return group;
}

/** Patterns that marks are filled with stand elsewhere on the page: they come along, under a name that no other figure has. */
function inlinePatterns(copy: Element): string {
  const found = new Map<string, string>();
  for (const part of copy.querySelectorAll('[fill*="url("]')) {
    const [, name] = /url\("?#([^")]+)"?\)/.exec(part.getAttribute('fill')!) ?? [];
    const pattern = name === undefined ? null : document.getElementById(name);
    if (name === undefined || pattern === null) continue;
    const own = `tepat-${name}-${copy.outerHTML.length.toString(36)}`;
    part.setAttribute('fill', `url(#${own})`);
    if (!found.has(name)) found.set(name, patternAs(pattern, own));
  }
  return found.size === 0 ? '' : `<defs>${[...found.values()].join('')}</defs>`;
}

function patternAs(pattern: Element, id: string): string {
  const copy = pattern.cloneNode(true) as Element;
  inlineStyles(pattern, copy);
  for (const part of copy.querySelectorAll('[class]')) part.removeAttribute('class');
  copy.removeAttribute('class');
  copy.setAttribute('id', id);
  return new XMLSerializer().serializeToString(copy);
}

/** The lines of a figure's key that are not inside its drawing. */
function keysOf(figure: Element | null): KeyItem[][] {
  return [...(figure?.querySelectorAll('.picture p.note') ?? [])].map((note) => {
    const items: KeyItem[] = [];
    for (const node of note.childNodes) {
      const text = (node.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
      if (node instanceof Element && text === '') items.push({ sign: signOf(node), text: '' });
      else if (text !== '' && items.length > 0)
        items.at(-1)!.text = [items.at(-1)!.text, text].filter(Boolean).join(' ');
      else if (text !== '') items.push({ sign: null, text });
    }
    return items;
  });
}

function signOf(element: Element): KeyItem['sign'] {
  const name = [...element.classList].find((one) => one in keySigns);
  return name === undefined ? null : keySigns[name]!;
}
