/** Whose money a part is: the region's own, a transfer from the centre, the rest. */
export type Tone = 'apbd' | 'tkd' | 'lain';

/** One component in one year, rupiah; null where no source tells it. `step` 0 is the strongest of its tone, lighter after. */
export interface StackedPart {
  key: string;
  name: string;
  value: number | null;
  tone: Tone;
  step: number;
}

/** The components of one year, first at zero; null for a year without data. `note` stands under the year, such as its months. */
export interface StackedYear {
  tahun: number;
  note: string | null;
  isFull: boolean;
  parts: readonly StackedPart[] | null;
}

/** A part on its place in the stack, rupiah; `share` is of the year's total, null where a part is not known or below zero. */
export interface StackedSpan extends StackedPart {
  value: number;
  from: number;
  to: number;
  share: number | null;
}

/** A year added up, rupiah. `total` is null when no part is known; `unknown` names the parts that are missing from it. */
export interface YearStack {
  tahun: number;
  total: number | null;
  unknown: string[];
  spans: StackedSpan[];
  low: number;
  high: number;
}

/** Adds up one year: what is above zero upwards, what is below it downwards, so that nothing covers anything. */
export function yearStack({ tahun, parts }: StackedYear): YearStack {
  const known = (parts ?? []).filter((part): part is StackedPart & { value: number } => part.value !== null);
  const total = known.length === 0 ? null : known.reduce((sum, { value }) => sum + value, 0);
  const unknown = (parts ?? []).filter(({ value }) => value === null).map(({ name }) => name);
  const isWhole = unknown.length === 0 && known.every(({ value }) => value >= 0);
  let [low, high] = [0, 0];
  const spans = known.map((part) => {
    const from = part.value < 0 ? low : high;
    const to = from + part.value;
    if (part.value < 0) low = to;
    else high = to;
    return { ...part, from, to, share: isWhole && total ? part.value / total : null };
  });
  return { tahun, total, unknown, spans, low, high };
}

/** The largest total, rupiah, which chooses the unit of every label; 0 without data. */
export function largestTotal(years: readonly StackedYear[]): number {
  return Math.max(0, ...years.map((year) => Math.abs(yearStack(year).total ?? 0)));
}

/** How much of a part's colour lies on the paper, 0–1: less for each step, and half in a year that is not full. */
export function opacityOf({ tone, step }: Pick<StackedPart, 'tone' | 'step'>, isFull: boolean): number {
  const ladder = [1, 0.78, 0.48, 0.38, 0.29, 0.21, 0.14];
  const strongest = tone === 'lain' ? 0.55 : 1;
  return Number((strongest * (ladder[step] ?? ladder.at(-1)!) * (isFull ? 1 : 0.48)).toFixed(3));
}

/** Colour of text on a part: each is at least 4.5 : 1 on its fill in both schemes. */
export function inkOf({ tone, step }: Pick<StackedPart, 'tone' | 'step'>, isFull: boolean): 'paper' | 'black' | 'ink' {
  if (tone === 'lain' || step > 1 || !isFull) return 'ink';
  return tone === 'tkd' && step === 1 ? 'black' : 'paper';
}

/** Every component that is drawn in some year: those of the last year with data in its order, then those that ended before. */
export function namedParts(stacks: readonly YearStack[]): StackedPart[] {
  const parts = new Map<string, StackedPart>();
  for (const { spans } of stacks.toReversed()) {
    for (const span of spans) if (span.value !== 0 && !parts.has(span.key)) parts.set(span.key, span);
  }
  return [...parts.values()];
}
