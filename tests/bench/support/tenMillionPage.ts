import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { browserDatabase, type BrowserDatabase } from '$lib/database/browserDatabase';
import { fetchEngineManifest, fetchExtracts } from '$lib/database/manifest';
import { startProgress } from '$lib/database/progress';
import { lockingSql } from '$lib/database/settings';
import { startDecoder, startWorker } from '$lib/database/workers';
import { noFilter, type RealizationFilter } from '$lib/url/filter';
import { realizationViews } from '$lib/view/realization';

declare global {
  interface Window {
    tenMillion: {
      /** Starts the site's engine, loads the extract, and repeats realisasi to so many rows. Resolves to the rows there are. */
      open(rows: number): Promise<number>;
      /** Milliseconds of each filter change, from filter to view, nothing drawn. */
      ask(filters: Partial<RealizationFilter>[]): Promise<number[]>;
      /** Milliseconds of each question to the engine, by the start of its SQL. */
      asked: { sql: string; time: number }[];
    };
  }
}

let views: ReturnType<typeof realizationViews>;
const asked: { sql: string; time: number }[] = [];

/**
 * Each row of the extract becomes many accounts of the same line, so that questions read far more and answer the same lines.
 * Codes are held as ENUM, which is what fits, and read as the VARCHAR of the contract.
 */
const repeat = (times: number) => {
  const account = "concat(kode_akun[:13], lpad((i % 10000)::VARCHAR, 4, '0'))";
  const all = `realisasi CROSS JOIN range(${times}) AS t(i)`;
  return [
    'CREATE TYPE unit AS ENUM (SELECT DISTINCT kode_skpd FROM realisasi ORDER BY ALL)',
    'CREATE TYPE work AS ENUM (SELECT DISTINCT kode_subkegiatan FROM realisasi ORDER BY ALL)',
    `CREATE TYPE account AS ENUM (SELECT DISTINCT ${account} FROM ${all} ORDER BY ALL)`,
    `CREATE TABLE held AS
      SELECT realisasi.* REPLACE (kode_skpd::unit AS kode_skpd, kode_subkegiatan::work AS kode_subkegiatan, (${account})::account AS kode_akun)
      FROM ${all}`,
    'DROP TABLE realisasi',
    `CREATE VIEW realisasi AS
      SELECT * REPLACE (kode_skpd::VARCHAR AS kode_skpd, kode_subkegiatan::VARCHAR AS kode_subkegiatan, kode_akun::VARCHAR AS kode_akun)
      FROM held`
  ];
};

window.tenMillion = {
  asked,
  async open(rows) {
    const { version, files } = await fetchEngineManifest('engine');
    const folder = new URL(`engine/${version}/`, document.baseURI).href;
    const own = startWorker(`${folder}engine.worker.js`, startProgress());
    const decoder = startDecoder(`${folder}decode.worker.js`, startProgress());
    const db = new AsyncDuckDB(new VoidLogger(), own.worker);
    const wasm = files.find(({ name }) => name.startsWith('duckdb-') && name.endsWith('.wasm.bin'))!;
    await db.instantiate(`${folder}${wasm.name}`);
    await db.open({ path: ':memory:', filesystem: { allowFullHTTPReads: false } });
    const [reader, writer] = [await db.connect(), await db.connect()];
    for (const sql of lockingSql) await writer.query(sql);
    const extracts = await fetchExtracts('extract/datapackage.json');
    const fail = (error: unknown) => [own, decoder].forEach((part) => part.fail(error));
    const database = browserDatabase({ db, reader, writer, own, decoder, extracts, fail });
    await database.load(extracts.map(({ name }) => name));
    const count = async () => Number((await writer.query('SELECT count(*) FROM realisasi')).getChildAt(0)!.get(0));
    const times = Math.ceil(rows / (await count()));
    for (const sql of repeat(times)) await writer.query(sql);
    views = realizationViews(timed(database));
    return count();
  },
  async ask(filters) {
    const times: number[] = [];
    for (const filter of filters) {
      const begun = performance.now();
      await views({ ...noFilter, ...filter });
      times.push(performance.now() - begun);
    }
    return times;
  }
};

function timed(database: BrowserDatabase): BrowserDatabase {
  let last = Promise.resolve<unknown>(null);
  return {
    ...database,
    all(query, params) {
      // One after another, as the engine answers them anyway, so that each has its own time.
      const answer = last.then(async () => {
        const begun = performance.now();
        const rows = await database.all(query, params);
        const sql = query.sql.replace(/\s+/g, ' ').trim();
        asked.push({ sql: `${/FROM (\w+)/.exec(sql)?.[1]}: ${sql.slice(0, 60)}`, time: performance.now() - begun });
        return rows;
      });
      last = answer.catch(() => null);
      return answer;
    }
  };
}
