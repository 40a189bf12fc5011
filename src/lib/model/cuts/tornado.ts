import type { Triangle } from './triangular';

/** Something uncertain that an answer follows from. */
export interface UncertainInput {
  name: string;
  range: Triangle;
}

/** One question to be asked: all inputs at their mode but one. */
export interface TornadoQuestion {
  /** The input that is moved; null for the one with all at their mode. */
  name: string | null;
  end: 'low' | 'high' | null;
  values: ReadonlyMap<string, number>;
}

/** What moving one input does to the answer, in the unit of the answer. */
export interface TornadoBar {
  name: string;
  /** Answer with the input at its low and at its high end; null where there is none (no plan exists). */
  low: number | null;
  high: number | null;
  /** |high − low|; null where either has no answer. */
  swing: number | null;
}

/** A tornado: bars about the answer with every input at its mode (null where there is none). */
export interface Tornado {
  atMode: number | null;
  /** Those with an end without an answer first, then the widest; ties by name. */
  bars: TornadoBar[];
}

/** The questions of a tornado, the one with all at their mode first: for an answer that takes time, each asked on its own. */
export function tornadoQuestions(inputs: readonly UncertainInput[]): TornadoQuestion[] {
  const modes = new Map(inputs.map(({ name, range }) => [name, range.mode]));
  const moved = inputs.flatMap(({ name, range }) =>
    (['low', 'high'] as const).map((end) => ({ name, end, values: new Map([...modes, [name, range[end]]]) }))
  );
  return [{ name: null, end: null, values: modes }, ...moved];
}

/** The tornado of the answers to `tornadoQuestions`, in the same order. */
export function tornadoOf(questions: readonly TornadoQuestion[], answers: readonly (number | null)[]): Tornado {
  const answerTo = (name: string | null, end: 'low' | 'high' | null): number | null =>
    answers[questions.findIndex((question) => question.name === name && question.end === end)] ?? null;
  const names = questions.flatMap(({ name, end }) => (name !== null && end === 'low' ? name : []));
  const bars = names.map((name): TornadoBar => {
    const [low, high] = [answerTo(name, 'low'), answerTo(name, 'high')];
    return { name, low, high, swing: low === null || high === null ? null : Math.abs(high - low) };
  });
  return { atMode: answerTo(null, null), bars: bars.sort(widestFirst) };
}

/** A tornado of an answer that is at hand at once. Methods §4.5. */
export function tornado(
  inputs: readonly UncertainInput[],
  evaluate: (values: ReadonlyMap<string, number>) => number | null
): Tornado {
  const questions = tornadoQuestions(inputs);
  return tornadoOf(
    questions,
    questions.map(({ values }) => evaluate(values))
  );
}

function widestFirst(a: TornadoBar, b: TornadoBar): number {
  const [wide, other] = [a.swing ?? Infinity, b.swing ?? Infinity];
  if (wide !== other) return wide > other ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
