import { EngineError } from '$lib/database/error';
import type { BrowserDatabase } from '$lib/database/browserDatabase';
import { openEngine, type EngineOptions } from '$lib/database/engine';
import { latest } from '$lib/database/latest';
import { fetchExtracts } from '$lib/database/manifest';
import type { Query } from '$lib/query/define';

/** What a rejected promise held, as far as a test can see it from outside the page. */
export interface Told {
  name: string;
  message: string;
  fault: string | null;
  id: string | null;
  en: string | null;
}

/** The page under test: opens the engine over the extracts beside it, as a page of the site would. */
export interface EnginePage {
  database: BrowserDatabase | null;
  progress: [bytes: number, total: number][];
  latest: typeof latest;
  open(options?: Pick<EngineOptions, 'signal'>): Promise<void>;
  /** Rows, or what was thrown. */
  ask(
    sql: string,
    columns: Query['columns'],
    params?: Query['params'],
    values?: Record<string, unknown>
  ): Promise<unknown>;
  told(error: unknown): Told;
}

declare global {
  interface Window {
    tepat: EnginePage;
  }
}

window.tepat = {
  database: null,
  progress: [],
  latest,
  async open({ signal } = {}) {
    const extracts = await fetchExtracts('extract/datapackage.json', signal);
    const onProgress = (bytes: number, total: number) => window.tepat.progress.push([bytes, total]);
    window.tepat.database = await openEngine({ engine: 'engine', extracts, onProgress, ...(signal && { signal }) });
  },
  ask: (sql, columns, params = {}, values = {}) =>
    window.tepat.database!.all({ sql, columns, params }, values as never),
  told(error) {
    const { name, message } = error as Error;
    const text = error instanceof EngineError ? error.text : null;
    const fault = error instanceof EngineError ? error.fault : null;
    return { name, message, fault, id: text?.id ?? null, en: text?.en ?? null };
  }
};
