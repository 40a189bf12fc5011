/** What was shown, what is shown, and what was undone. States are taken as they are and must not be changed afterwards. */
export interface History<State> {
  /** Oldest first. */
  past: readonly State[];
  present: State;
  /** Next to be redone first. */
  future: readonly State[];
  /** States kept to go back to. */
  limit: number;
  /** What the last step changed: steps with the same name in a row are one step. Null after undo and redo. */
  step: string | null;
}

/** A history without steps that keeps `limit` states to go back to (at least 1); older ones are forgotten. */
export function startHistory<State>(present: State, limit = 100): History<State> {
  return { past: [], present, future: [], limit: Math.max(1, Math.floor(limit)), step: null };
}

/**
 * Shows another state and forgets what was undone. With a `step` (say the name of a slider), the same step again replaces the state
 * instead of adding one: a drag is undone at once.
 */
export function addStep<State>(history: History<State>, present: State, step: string | null = null): History<State> {
  if (Object.is(present, history.present)) return history;
  if (step !== null && step === history.step) return { ...history, present, future: [] };
  const past = [...history.past, history.present].slice(-history.limit);
  return { ...history, past, present, future: [], step };
}

/** The state before; the same history where there is none. */
export function undo<State>(history: History<State>): History<State> {
  if (history.past.length === 0) return history;
  const present = history.past.at(-1) as State;
  return {
    ...history,
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    step: null
  };
}

/** The state that was undone last; the same history where there is none. */
export function redo<State>(history: History<State>): History<State> {
  if (history.future.length === 0) return history;
  const [present, ...future] = history.future as [State, ...State[]];
  return { ...history, past: [...history.past, history.present], present, future, step: null };
}
