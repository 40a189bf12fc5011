import { untrack } from 'svelte';
import { isAsBuilt } from '$lib/chart/asBuilt';
import { afterPaint } from './afterPaint';

/** Rows drawn with the answer itself: about as many as a screen holds. */
export const atOnce = 20;
/** Rows drawn in one go afterwards: few enough that a tap in between is not held up. */
const atATime = 40;

/** The rows of a long table as they are drawn, below the first `atOnce`. */
export interface LaterRows<Row> {
  /** Those that were drawn, then those of before that are still to be replaced. */
  readonly rows: readonly Row[];
  /** Whether some still are: what stands there is of the answer before, and must not be seen. */
  readonly pending: boolean;
  /** Draws what is left now, as for paper. */
  finish(): void;
}

/**
 * Draws rows below the first screen after the answer was painted, some at a time: hundreds of them take longer to draw than all else
 * that a change of filter asks. A page as it was built has all of them. Called while a component starts.
 */
export function laterRows<Row>(wanted: () => readonly Row[]): LaterRows<Row> {
  const asBuilt = isAsBuilt();
  let rows = $state.raw<readonly Row[]>(wanted());
  let pending = $state(false);
  let turn = 0;

  function finish(): void {
    turn++;
    rows = wanted();
    pending = false;
  }

  async function draw(all: readonly Row[]): Promise<void> {
    const mine = ++turn;
    pending = true;
    for (let done = atATime; pending; done += atATime) {
      await afterPaint();
      // A newer answer draws its own.
      if (mine !== turn) return;
      if (done < all.length) rows = [...all.slice(0, done), ...rows.slice(done)];
      else finish();
    }
  }

  $effect(() => {
    const all = wanted();
    untrack(() => {
      if (all === rows) return;
      if (asBuilt()) finish();
      else void draw(all);
    });
  });
  return {
    get rows() {
      return rows;
    },
    get pending() {
      return pending;
    },
    finish
  };
}
