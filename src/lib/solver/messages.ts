import type { LinearAnswer, LinearModel, LinearProgress, SolveOptions } from '$lib/model/cuts/linear';

/** What the page asks of the worker. Options that are functions or signals stay in the page. */
export interface SolveRequest {
  id: number;
  model: LinearModel;
  options: Pick<SolveOptions, 'gap' | 'enough'>;
}

/** What the worker tells the page. */
export type SolverMessage =
  | { kind: 'progress'; id: number; progress: LinearProgress }
  | { kind: 'answer'; id: number; answer: LinearAnswer }
  | { kind: 'failure'; id: number; detail: string };
