import type { EngineError } from '$lib/database/error';
import { latest } from '$lib/database/latest';
import { isEngineOpen, sharedEngine } from '$lib/database/session';
import type { Database } from '$lib/query/define';
import type { Text } from '$lib/text/language';
import type { EngineState } from '$lib/ui/engineState';
import { breath } from '$lib/ui/afterPaint';

const unexpected: Text = {
  id: 'Mesin hitung di peramban ini tidak dapat menjawab.',
  en: 'The calculator in this browser could not answer.'
};

/** What the engine answered in place of the numbers a page was built with, and how far it is. */
export class EngineAnswer<View> {
  /** Null while the page shows what it was built with. */
  view = $state.raw<View | null>(null);
  state = $state.raw<EngineState>({ kind: 'idle' });
  #newest = latest<View | null>();

  /** Whether an answer is on its way; what is shown stays meanwhile. */
  get busy(): boolean {
    return this.state.kind === 'starting' || this.state.kind === 'asking';
  }

  /** Whether the last question was given up, by the reader or by a failure: the same may be asked again. */
  get stopped(): boolean {
    return this.state.kind === 'cancelled' || this.state.kind === 'failed';
  }

  /** Goes back to what the page was built with; an answer still on its way is dropped. */
  async reset(): Promise<void> {
    await this.#newest(() => Promise.resolve(null));
    this.view = null;
    this.state = { kind: 'idle' };
  }

  /** Asks the shared engine, which starts at the first question; a newer question overtakes an older. Failures end in `state`. */
  async ask(question: (database: Database) => Promise<View | null>): Promise<void> {
    document.documentElement.classList.add('answered');
    try {
      this.state = isEngineOpen() ? { kind: 'asking' } : { kind: 'starting', bytes: 0, total: 0 };
      const found = await this.#newest(async (signal) => {
        const database = await sharedEngine((bytes, total) => {
          if (this.state.kind === 'starting') this.state = { kind: 'starting', bytes, total };
        });
        if (signal.aborted) return null;
        if (this.state.kind !== 'asking') this.state = { kind: 'asking' };
        const answer = await question(database);
        // Reckoning and drawing are two tasks, so that neither holds up a tap for long.
        await breath();
        return answer;
      });
      if (found === undefined) return;
      this.view = found;
      this.state = { kind: 'idle' };
    } catch (error) {
      this.view = null;
      if (error instanceof DOMException && error.name === 'AbortError') this.state = { kind: 'cancelled' };
      else this.state = { kind: 'failed', text: isEngineError(error) ? error.text : unexpected };
    }
  }
}

/** By its name: its sentences come with the engine. */
function isEngineError(error: unknown): error is EngineError {
  return error instanceof Error && error.name === 'EngineError';
}
