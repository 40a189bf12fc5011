import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBBindings, DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import { readParquet } from 'parquet-wasm/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { longestCell, mostRows, type FreeAnswer } from '$lib/database/freeAnswer';
import { FreeQueryError } from '$lib/database/freeError';
import { askFree, type FreeConnection, type PendingQueries } from '$lib/database/freeQuery';
import { lockingSql } from '$lib/database/settings';
import { statementOf } from '$lib/database/statement';
import { everyType, fixture, type Fixture } from './support/fixture';
import { startWasmNode } from './support/wasmNode';

// The engine of the browser itself, locked as there, whose tables come one by one as there.
let files: Fixture;
let connection: DuckDBConnection;
let loaded: string[] = [];

beforeAll(async () => {
  files = await fixture({
    segala: everyType,
    pagu: "SELECT i::INTEGER AS bulan, 'A' || i AS kode, (i * 10.5)::DECIMAL(20,2) AS pagu FROM range(1, 6) r(i)",
    akun: "SELECT 'A' || i AS kode, 'Akun ' || i AS nama FROM range(1, 4) r(i)",
    wilayah: "SELECT 'A1' AS kode"
  });
  connection = (await startWasmNode()).connection;
  connection.query("SET memory_limit='120MB'");
  for (const sql of lockingSql) connection.query(sql);
});
afterAll(async () => {
  connection.close();
  await files.remove();
});
beforeEach(() => {
  for (const name of loaded) connection.query(`DROP TABLE ${name}`);
  loaded = [];
});

async function load(names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (!['segala', 'pagu', 'akun', 'wilayah'].includes(name) || loaded.includes(name)) continue;
    loaded.push(name);
    const bytes = new Uint8Array(await readFile(join(files.folder, `${name}.parquet`)));
    connection.insertArrowFromIPCStream(readParquet(bytes).intoIPCStream(), { name, create: true });
  }
}

function ask(text: string, signal = new AbortController().signal, over: FreeConnection = connection) {
  const statement = statementOf(text);
  if (!('sql' in statement)) throw new Error(`"${text}" is refused before it is asked: ${statement.kind}`);
  return askFree(statement, { connection: over, load, signal });
}

async function all(text: string): Promise<(string | null)[][]> {
  const answer = await ask(text);
  return answer.rows(0, answer.length);
}

const refused = (text: string): Promise<unknown> =>
  ask(text).then(
    (answer: FreeAnswer) => answer.rows(0, 5),
    (error: unknown) => error
  );

describe('a table is loaded when the statement names it, and no other', () => {
  test.for([
    { sql: 'SELECT 1', tables: [] },
    { sql: "SELECT 'pagu' AS akun -- segala", tables: [] },
    { sql: 'FROM pagu', tables: ['pagu'] },
    { sql: 'SELECT * FROM "PAGU", akun', tables: ['akun', 'pagu'] },
    { sql: 'SELECT nama FROM pagu JOIN akun USING (kode)', tables: ['akun', 'pagu'] },
    {
      sql: 'SELECT (SELECT max(nama) FROM akun) FROM pagu JOIN wilayah USING (kode)',
      tables: ['akun', 'pagu', 'wilayah']
    },
    { sql: 'WITH akun AS (FROM pagu) FROM akun', tables: ['pagu'] },
    { sql: 'DESCRIBE akun', tables: ['akun'] },
    { sql: 'SUMMARIZE pagu', tables: ['pagu'] },
    { sql: 'EXPLAIN SELECT * FROM main.wilayah', tables: ['wilayah'] },
    { sql: "FROM query_table('akun')", tables: ['akun'] }
  ])('$sql', async ({ sql, tables }) => {
    expect((await ask(sql)).columns.length).toBeGreaterThan(0);
    expect(loaded.toSorted()).toEqual(tables);
  });
});

test('every type comes as exact text, with its kind', async () => {
  const answer = await ask('SELECT * FROM segala ORDER BY urutan');
  expect(answer.columns.map(({ name, kind, scale }) => `${name} ${kind} ${scale}`)).toEqual([
    'urutan integer 0',
    'nama text 0',
    'rupiah decimal 2',
    'nilai double 0',
    'terikat boolean 0',
    'tanggal date 0',
    'desil text 0',
    'kode text 0'
  ]);
  expect(answer.rows(0, 9)).toEqual([
    [
      '1',
      'Muara Kaman Ulu 😀 "é"',
      '12345678901234567.89',
      '1.5',
      'true',
      '2025-03-31',
      '[1, NULL, 3]',
      "[a, NULL, '']"
    ],
    ['2', '', '-0.01', '-0.1', 'false', '1899-12-31', '[]', '[]'],
    ['3', null, null, null, null, null, null, null]
  ]);
});

test('sums keep every digit, names that are there twice are two columns, and the order of the statement stays', async () => {
  const answer = await ask(
    'SELECT bulan, sum(pagu * 1000000000000000) AS a, 12345678901234567890123456789::HUGEINT AS a, 0.1::DOUBLE + 0.2 AS b FROM pagu GROUP BY bulan ORDER BY bulan DESC -- akhir'
  );
  expect(answer.columns.map(({ kind }) => kind)).toEqual(['integer', 'decimal', 'integer', 'double']);
  expect(answer.rows(0, 2)).toEqual([
    ['5', '52500000000000000.00', '12345678901234567890123456789', '0.30000000000000004'],
    ['4', '42000000000000000.00', '12345678901234567890123456789', '0.30000000000000004']
  ]);
});

test.for([
  { sql: 'SHOW TABLES', rows: [] },
  { sql: 'VALUES (1, NULL)', rows: [['1', null]] },
  { sql: 'TABLE wilayah', rows: [['A1']] },
  { sql: 'SELECT * FROM pagu WHERE false', rows: [] },
  { sql: '(SELECT 1);', rows: [['1']] }
])('$sql is answered', async ({ sql, rows }) => expect(await all(sql)).toEqual(rows));

test('a plan is shown as the engine draws it', async () => {
  expect((await all('EXPLAIN FROM pagu'))[0]![1]).toContain('SEQ_SCAN');
});

describe('an answer without end is cut, and the engine goes on', () => {
  test.for(['SELECT * FROM range(1000000000)', 'SELECT a.range, b.range FROM range(31623) a, range(31623) b'])(
    '%s',
    async (sql) => {
      const answer = await ask(sql);
      expect([answer.length, answer.isCut]).toEqual([mostRows, true]);
      expect(answer.rows(mostRows - 1, mostRows + 5)).toHaveLength(1);
    }
  );

  test('so is a text of two million characters', async () => {
    const answer = await ask("SELECT repeat('x', 2000000) AS a");
    const [[text]] = answer.rows(0, 1) as [[string]];
    expect([text.length, text.endsWith('x…')]).toEqual([longestCell + 1, true]);
  });

  test('and what does not fit into memory is said to be that', async () => {
    const error = (await refused('SELECT list(range) FROM range(30000000)')) as FreeQueryError;
    expect(error).toBeInstanceOf(FreeQueryError);
    expect(error.isMemory).toBe(true);
    expect(await all('FROM wilayah')).toEqual([['A1']]);
  });
});

/** The connection, with something done at each step of a statement. */
function stepped(atStep: (step: number) => void): FreeConnection {
  let step = 0;
  const bindings = (real: DuckDBBindings): PendingQueries => ({
    startPendingQuery: (...given) => real.startPendingQuery(...given),
    cancelPendingQuery: (id) => real.cancelPendingQuery(id),
    fetchQueryResults: (id) => real.fetchQueryResults(id),
    pollPendingQuery: (id) => {
      atStep(++step);
      return real.pollPendingQuery(id);
    }
  });
  return {
    getTableNames: (sql) => connection.getTableNames(sql),
    prepare: (sql) => connection.prepare(sql),
    query: (sql) => connection.query(sql),
    useUnsafe: (use) => connection.useUnsafe((real, id) => use(bindings(real), id))
  };
}

test('given up between two steps, an endless recursion ends with the reason, and the next question is answered', async () => {
  const controller = new AbortController();
  const reason = new DOMException('cukup', 'AbortError');
  const over = stepped((step) => step === 2 && controller.abort(reason));
  const endless = 'WITH RECURSIVE t AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM t) SELECT max(i) FROM t';
  await expect(ask(endless, controller.signal, over)).rejects.toBe(reason);
  expect(await all('FROM wilayah')).toEqual([['A1']]);
});

describe('nothing is reached but the tables, and nothing of them is changed', () => {
  test.for([
    "FROM read_csv('http://127.0.0.1:9/a.csv')",
    "SELECT * FROM read_parquet('https://127.0.0.1:9/a.parquet')",
    "SELECT * FROM 'a.csv'",
    "FROM read_text('/etc/passwd')",
    "FROM read_blob('*')",
    "SELECT * FROM glob('*')",
    "SELECT * FROM sniff_csv('a.csv')",
    "FROM parquet_metadata('a.parquet')"
  ])('no file and no address: %s', async (sql) => {
    const error = (await refused(sql)) as FreeQueryError;
    expect(error).toBeInstanceOf(FreeQueryError);
    expect(error.message).toMatch(/^(Permission|Catalog) Error|disabled by configuration/);
  });

  // As the engine itself refuses them, should a way be found past the check of the text.
  const past = (sql: string) =>
    askFree({ sql, word: 'SELECT' }, { connection, load, signal: new AbortController().signal });
  test.for([
    'SELECT 1; DROP TABLE pagu',
    'SELECT 1) AS a; DROP TABLE pagu; FROM (SELECT 1',
    'COMMIT; DROP TABLE pagu',
    'DROP TABLE pagu',
    'INSERT INTO pagu FROM pagu',
    'UPDATE pagu SET pagu = 0',
    'DELETE FROM pagu',
    'CREATE TABLE lain AS FROM pagu',
    'CREATE TEMP TABLE lain AS FROM pagu',
    "COPY pagu TO 'a.csv'",
    "ATTACH 'a.db'",
    'INSTALL httpfs',
    'LOAD httpfs',
    'SET threads = 4',
    'SET VARIABLE a = 1',
    'PRAGMA enable_profiling',
    'CALL pragma_version()',
    'WITH a AS (SELECT 1) INSERT INTO pagu FROM a'
  ])('the engine refuses by itself: %s', async (sql) => {
    await load(['pagu']);
    await expect(past(sql)).rejects.toBeInstanceOf(FreeQueryError);
    expect(await all('SELECT sum(pagu) AS pagu FROM pagu')).toEqual([['157.50']]);
    expect(await all('SHOW TABLES')).toEqual([['pagu']]);
  });

  test('also inside a plan', async () => {
    await load(['pagu']);
    const analyzed = { sql: 'EXPLAIN ANALYZE DELETE FROM pagu', word: 'EXPLAIN' };
    await expect(askFree(analyzed, { connection, load, signal: new AbortController().signal })).rejects.toThrow(
      'read-only'
    );
    expect(await all('SELECT count(*) FROM pagu')).toEqual([['5']]);
  });

  test('the settings can be read, and say that the engine is locked', async () => {
    expect(
      await all(
        "SELECT value FROM duckdb_settings() WHERE name IN ('enable_external_access', 'lock_configuration') ORDER BY name"
      )
    ).toEqual([['false'], ['true']]);
  });
});

describe('what is wrong is told in the words of the engine, where it is in what was written', () => {
  test.for([
    { sql: 'SELECT kodee\nFROM pagu', line: 1, column: 8, words: 'kodee' },
    { sql: 'SELECT kode\nFROM pagu\nWHERE zzz = 1', line: 3, column: 7, words: 'zzz' },
    { sql: "SELECT\n  'a'::INT", line: 2, column: 6, words: 'Could not convert' },
    { sql: 'SELECT 1 FORM pagu WHERE', line: 1, column: 15, words: 'pagu' },
    { sql: 'FROM tidak_ada', line: 1, column: 6, words: 'tidak_ada' }
  ])('$sql', async ({ sql, line, column, words }) => {
    const error = (await refused(sql)) as FreeQueryError;
    expect(error).toBeInstanceOf(FreeQueryError);
    expect(error.message).toContain(words);
    expect(error.message).not.toMatch(/jawaban|duckdb::|\bat .*\.(js|ts)/);
    expect(error.place).toEqual({ line, column });
  });
});
