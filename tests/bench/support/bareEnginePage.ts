import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';

declare global {
  interface Window {
    /** Starts the engine as its own documentation does, to the first connection. Milliseconds. */
    startBareEngine(): Promise<number>;
  }
}

window.startBareEngine = async () => {
  const begun = performance.now();
  const db = new AsyncDuckDB(new VoidLogger(), new Worker('duckdb-browser-eh.worker.js'));
  await db.instantiate('duckdb-eh.wasm');
  await db.connect();
  return performance.now() - begun;
};
