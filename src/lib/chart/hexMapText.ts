import { formatPercent, formatPercentRange } from '$lib/format/number';
import { figureText } from '$lib/text/figure';
import type { Language, Text } from '$lib/text/language';
import type { HexMapCell, HexValue } from './hexMap';

/** What a cell is drawn as: a step of the scale from 0 (least) to 5, hidden, or missing. */
export type HexClass = 0 | 1 | 2 | 3 | 4 | 5 | 'hidden' | 'missing';

/** One line of the key. */
export interface KeyItem {
  kind: HexClass | 'tinggi' | 'rendah';
  text: string;
}

/** Words on the maps and funnels of desa. */
export const hexMapText = {
  hidden: { id: 'disembunyikan', en: 'hidden' },
  tinggi: { id: 'di atas batas', en: 'above the limits' },
  rendah: { id: 'di bawah batas', en: 'below the limits' },
  keys: {
    id: 'Tombol panah berpindah desa, Enter membuka halamannya.',
    en: 'Arrow keys move between desa, Enter opens the page.'
  }
} as const satisfies Record<string, Text>;

/** The step of a ratio: breaks are the lower ends of all steps but the first, rising. Few steps spread over the whole scale. */
export function hexClass(value: HexValue, steps: readonly number[]): HexClass {
  if (value === 'disembunyikan') return 'hidden';
  if (value === null) return 'missing';
  return stepOf(steps.filter((step) => value >= step).length, steps.length);
}

/** The key: every step with its range, and of the rest only what the map shows. */
export function keyItems(cells: readonly HexMapCell[], steps: readonly number[], language: Language): KeyItem[] {
  const digits = steps.some((step) => Math.abs(step * 100 - Math.round(step * 100)) > 1e-9) ? 1 : 0;
  const percent = (ratio: number) => formatPercent(ratio, language, { digits });
  const ranges = [...steps.slice(0, -1).map((step, at) => formatPercentRange(step, steps[at + 1]!, language, digits))];
  const texts = steps.length === 0 ? [] : [`< ${percent(steps[0]!)}`, ...ranges, `≥ ${percent(steps.at(-1)!)}`];
  const shown = (kind: KeyItem['kind'], isShown: boolean, text: string) => (isShown ? [{ kind, text }] : []);
  return [
    ...texts.map((text, at) => ({ kind: stepOf(at, steps.length), text })),
    ...shown(
      'hidden',
      cells.some(({ value }) => value === 'disembunyikan'),
      hexMapText.hidden[language]
    ),
    ...shown(
      'missing',
      cells.some(({ value }) => value === null),
      figureText.noData[language]
    ),
    ...shown(
      'tinggi',
      cells.some(({ flag }) => flag === 'tinggi'),
      hexMapText.tinggi[language]
    ),
    ...shown(
      'rendah',
      cells.some(({ flag }) => flag === 'rendah'),
      hexMapText.rendah[language]
    )
  ];
}

/** A cell as a screen reader says it and a pointer shows it: "Perian: 38 %, di atas batas". */
export function cellTitle({ nama, text, flag }: HexMapCell, language: Language): string {
  return `${nama}: ${text}${flag === null ? '' : `, ${hexMapText[flag][language]}`}`;
}

/** One of the six colours for a step of a scale of `last + 1` steps. */
function stepOf(at: number, last: number): 0 | 1 | 2 | 3 | 4 | 5 {
  return (last === 0 ? 0 : Math.round((at * 5) / last)) as 0 | 1 | 2 | 3 | 4 | 5;
}
