import { lightColours } from '$lib/chart/lightColours';
import { escapeMarkup } from '$lib/ui/markup';

/** Size that sites which show previews agree on, in pixels. */
export const previewSize = { width: 1200, height: 630 } as const;

/** What the picture of a page says; every text in the language of the page. */
export interface Preview {
  /** The headline, a whole sentence. */
  title: string;
  /** The page's first number, with what it is; null where the headline says it. */
  number: { value: string; label: string; detail: string | null } | null;
  /** The sentence below the headline, where there is no number; null for none. */
  lead: string | null;
  /** Whose figures. */
  agency: string;
  /** Date and stage. */
  label: string | null;
  /** "DATA CONTOH" on invented data, else null. */
  sample: string | null;
}

/** Measures a text as the picture draws it, in pixels. */
export type Measure = (text: string, attributes: string) => Promise<number>;

const left = 72;
const room = previewSize.width - left * 2;
const token = (name: string) => lightColours[`--${name}`]!;
const serif = (size: number) => `font-family="Gelasio" font-weight="700" font-size="${size}"`;
const sans = (size: number, bold = false) =>
  `font-family="PT Sans" font-weight="${bold ? 700 : 400}" font-size="${size}"`;

/** The picture as SVG: headline in the largest size that fits, then its number or its next sentence, then whose and of when. */
export async function previewSvg(preview: Preview, measure: Measure): Promise<string> {
  const parts: string[] = [];
  const text = (x: number, y: number, style: string, ink: string, words: string) =>
    parts.push(`<text x="${x}" y="${Math.round(y)}" ${style} fill="${token(ink)}">${escapeMarkup(words)}</text>`);

  const top = 64;
  if (preview.sample !== null) {
    const wide = Math.ceil(await measure(escapeMarkup(preview.sample), sans(26, true)));
    parts.push(`<rect x="${left}" y="${top}" width="${wide + 36}" height="46" rx="4" fill="${token('tinta')}"/>`);
    text(left + 18, top + 32, sans(26, true), 'kertas', preview.sample);
  }
  const { size, lines } = await headline(preview.title, preview.number === null ? 290 : 215, measure);
  let y = top + (preview.sample === null ? 0 : 72);
  for (const line of lines) text(left, (y += size * 1.22) - size * 0.2, serif(size), 'tinta', line);
  if (preview.number !== null) await writeNumber(preview.number, y, text, measure);
  else if (preview.lead !== null) {
    y += 24;
    const lead = await sentences(preview.lead, Math.floor((previewSize.height - 118 - y) / 40), measure);
    for (const line of lead) text(left, (y += 40), sans(30), 'redup', line);
  }

  parts.push(`<path d="M${left} 538H${previewSize.width - left}" stroke="${token('garis')}" stroke-width="2"/>`);
  const [agency] = await fitted(preview.agency, 1, sans(27, true), measure, room * 0.62);
  const label = preview.label === null ? [] : await fitted(preview.label, 1, sans(25), measure, room * 0.9);
  text(left, 580, sans(27, true), 'tinta', `Tepat · ${agency ?? ''}`);
  if (label[0] !== undefined) text(left, 610, sans(23), 'redup', label[0]);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${previewSize.width}" height="${previewSize.height}">` +
    `<rect width="100%" height="100%" fill="${token('kertas')}"/>` +
    `<rect width="18" height="100%" fill="${token('apbd')}"/>${parts.join('')}</svg>`
  );
}

type Write = (x: number, y: number, style: string, ink: string, words: string) => void;

async function writeNumber(
  { value, label, detail }: NonNullable<Preview['number']>,
  from: number,
  write: Write,
  measure: Measure
): Promise<void> {
  const size = 108;
  const base = Math.max(from + 118, 462);
  write(left, base, sans(size, true), 'apbd', value);
  const beside = left + Math.ceil(await measure(escapeMarkup(value), sans(size, true))) + 36;
  const width = previewSize.width - left - beside;
  const [name] = await fitted(label, 1, sans(30, true), measure, width);
  const lines = detail === null ? [] : await fitted(detail, 2, sans(27), measure, width);
  const first = base - 40 - lines.length * 17 + 16;
  if (name !== undefined) write(beside, first, sans(30, true), 'tinta', name);
  for (const [at, line] of lines.entries()) write(beside, first + 36 * (at + 1), sans(27), 'redup', line);
}

/** The headline in the largest of a few sizes whose lines fit the height. */
async function headline(title: string, height: number, measure: Measure): Promise<{ size: number; lines: string[] }> {
  for (const size of [64, 56, 49, 43]) {
    const lines = await wrapped(title, serif(size), measure, room);
    if (lines.length * size * 1.22 <= height) return { size, lines };
  }
  const size = 38;
  return { size, lines: await fitted(title, Math.floor(height / (size * 1.22)), serif(size), measure) };
}

/** The first sentences of a text that fit whole; of one that does not, as much as fits. */
async function sentences(text: string, most: number, measure: Measure): Promise<string[]> {
  const all = text.split(/(?<=\.) /);
  for (let count = all.length; count > 0; count--) {
    const lines = await wrapped(all.slice(0, count).join(' '), sans(30), measure, room);
    if (lines.length <= most) return lines;
  }
  return fitted(all[0] ?? '', most, sans(30), measure);
}

/** Lines of a text, at most so many; what does not fit ends in an ellipsis. */
async function fitted(text: string, most: number, style: string, measure: Measure, width = room): Promise<string[]> {
  const lines = await wrapped(text, style, measure, width);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, Math.max(0, most));
  const last = kept.pop();
  if (last === undefined) return [];
  let words = last.split(' ');
  while (words.length > 1 && (await measure(escapeMarkup(`${words.join(' ')} …`), style)) > width)
    words = words.slice(0, -1);
  return [...kept, `${words.join(' ').replace(/[,;:.]$/, '')} …`];
}

async function wrapped(text: string, style: string, measure: Measure, width: number): Promise<string[]> {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && (await measure(escapeMarkup(longer), style)) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
