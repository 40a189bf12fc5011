import { solveCuts, type CutSolution } from '$lib/model/cuts/solve';
import type { LinearProgress } from '$lib/model/cuts/linear';
import type { Problem } from '$lib/model/cuts/problem';
import { sharedCutSolver } from '$lib/solver/browserSolver';

/** The page under test: asks the optimiser as a page of the site would. */
export interface SolverPage {
  progress: LinearProgress[];
  /** The answer, or the message of what was thrown; `cancelAfter` in milliseconds. */
  ask(problem: Problem, cancelAfter?: number): Promise<CutSolution | { thrown: string }>;
  /** Whether the main thread ran while a question was worked on: turns of its queue until the answer. */
  turnsDuring(problem: Problem): Promise<number>;
}

declare global {
  interface Window {
    solver: SolverPage;
  }
}

async function ask(problem: Problem, cancelAfter?: number): Promise<CutSolution | { thrown: string }> {
  const signal = cancelAfter === undefined ? undefined : AbortSignal.timeout(cancelAfter);
  const onProgress = (progress: LinearProgress) => window.solver.progress.push(progress);
  return solveCuts(problem, await sharedCutSolver(), { onProgress, ...(signal && { signal }) }).catch(
    (error: unknown) => ({ thrown: String(error) })
  );
}

window.solver = {
  progress: [],
  ask,
  async turnsDuring(problem) {
    let [turns, isDone] = [0, false];
    const answer = ask(problem).finally(() => (isDone = true));
    while (!isDone) {
      await new Promise((resolve) => setTimeout(resolve));
      turns++;
    }
    await answer;
    return turns;
  }
};
