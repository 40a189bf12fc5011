import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { sqlMessage, typedSql } from '$lib/database/answer';
import { EngineError, faultOf, statementFault, type EngineFault } from '$lib/database/error';
import { latest } from '$lib/database/latest';
import { extractsOf } from '$lib/database/manifest';
import { startProgress } from '$lib/database/progress';
import { abortable, queue } from '$lib/database/queue';
import { languages } from '$lib/text/language';

test.for([
  { name: 'plain', sql: 'SELECT $1, $2', typed: 'SELECT CAST($1 AS INTEGER), CAST($2 AS VARCHAR)' },
  { name: 'next to other text', sql: 'f($1)+$2', typed: 'f(CAST($1 AS INTEGER))+CAST($2 AS VARCHAR)' },
  {
    name: 'after a string with quotes',
    sql: "'it''s $3' $1 $2",
    typed: "'it''s $3' CAST($1 AS INTEGER) CAST($2 AS VARCHAR)"
  },
  { name: 'after an escape string', sql: "E'\\'$3' $1 $2", typed: "E'\\'$3' CAST($1 AS INTEGER) CAST($2 AS VARCHAR)" },
  { name: 'after a quoted name', sql: '"$3""" $1 $2', typed: '"$3""" CAST($1 AS INTEGER) CAST($2 AS VARCHAR)' },
  {
    name: 'after comments',
    sql: '-- $3\n/* $4 */ $1 $2',
    typed: '-- $3\n/* $4 */ CAST($1 AS INTEGER) CAST($2 AS VARCHAR)'
  },
  { name: 'after dollar quotes', sql: '$a$ $3 $a$ $1 $2', typed: '$a$ $3 $a$ CAST($1 AS INTEGER) CAST($2 AS VARCHAR)' }
])('placeholders carry their declared type: $name', ({ sql, typed }) => {
  const query = { params: { tahun: 'INTEGER', nama: 'VARCHAR' }, columns: {}, sql } as const;
  expect(typedSql(query)).toBe(typed);
});

test('the tenth placeholder is not the first', () => {
  const params = Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`p${i}`, i === 9 ? 'VARCHAR' : 'INTEGER'] as const)
  );
  const sql = Object.keys(params)
    .map((_, i) => `$${i + 1}`)
    .join();
  expect(typedSql({ params, columns: {}, sql })).toMatch(/CAST\(\$1 AS INTEGER\).*CAST\(\$10 AS VARCHAR\)$/);
});

test.for([
  {
    error: new Error('{"exception_type":"Binder","exception_message":"no such column"}'),
    expected: 'Binder Error: no such column'
  },
  { error: new Error('Catalog Error: Table x'), expected: 'Catalog Error: Table x' },
  { error: new Error('[1]'), expected: '[1]' },
  { error: 'text', expected: 'text' }
])('the SQL message of $error', ({ error, expected }) => expect(sqlMessage(error)).toBe(expected));

test.for<[string, EngineFault | null]>([
  ['RangeError: WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance', 'memory'],
  ['RangeError: WebAssembly.Memory(): could not allocate memory', 'memory'],
  [
    "CompileError: WebAssembly.instantiateStreaming(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because 'unsafe-eval'",
    'blocked'
  ],
  ['CompileError: WebAssembly.instantiateStreaming(): expected magic word', null]
])('%s: %s', ([message, fault]) => expect(faultOf(message)).toBe(fault));

test.for<[string, EngineFault | null]>([
  ['Out of Memory Error: could not allocate block of size 256.0 KiB', 'memory'],
  ['FATAL Error: Failed: database has been invalidated', 'stopped'],
  ['INTERNAL Error: Invalid PhysicalType', 'stopped'],
  ['memory access out of bounds', 'stopped'],
  ["Parser Error: syntax error at or near 'FATAL Error'\nLINE 1: Out of Memory Error", null],
  ['Conversion Error: Could not convert string "unreachable" to INT32', null]
])('of a statement, %s: %s', ([message, fault]) => expect(statementFault(message)).toBe(fault));

test('each fault has one sentence in each language, without a word that accuses', () => {
  const faults: EngineFault[] = ['unsupported', 'blocked', 'memory', 'missing', 'network', 'damaged', 'stopped'];
  for (const language of languages) {
    const texts = faults.map((fault) => new EngineError(fault, '').text[language]);
    expect(new Set(texts).size).toBe(faults.length);
    texts.forEach((text) => expect(text).not.toMatch(/bocor|salah sasaran|kerugian|error|gagal/i));
  }
});

test('only the newest of overlapping questions is answered, whatever the order of the answers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 6 }), async (scheduler, count) => {
      const ask = latest<number>();
      const answers = Array.from({ length: count }, (_, i) => ask(() => scheduler.schedule(Promise.resolve(i))));
      await scheduler.waitAll();
      expect(await Promise.all(answers)).toEqual([...Array<undefined>(count - 1).fill(undefined), count - 1]);
    })
  );
});

test('an overtaken question is aborted, and its failure is nobody’s; the newest fails aloud', async () => {
  const ask = latest<number>();
  const signals: AbortSignal[] = [];
  const overtaken = ask(async (signal) => (signals.push(signal), Promise.reject(new Error('lama'))));
  const newest = ask(async (signal) => (signals.push(signal), Promise.reject(new Error('baru'))));
  expect(await overtaken).toBeUndefined();
  await expect(newest).rejects.toThrow('baru');
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
});

test('a queue works in order, also after a failure', async () => {
  const inTurn = queue();
  const done: number[] = [];
  const tasks = [3, 1, 2].map((n) =>
    inTurn(async () => {
      for (let i = 0; i < n; i++) await Promise.resolve();
      done.push(n);
      if (n === 1) throw new Error('satu');
      return n;
    })
  );
  expect((await Promise.allSettled(tasks)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(done).toEqual([3, 1, 2]);
});

test('abortable rejects with the reason at once, and otherwise is the promise', async () => {
  const controller = new AbortController();
  const waiting = abortable(new Promise(() => {}), controller.signal);
  controller.abort(new Error('batal'));
  await expect(waiting).rejects.toThrow('batal');
  await expect(abortable(Promise.resolve(1), controller.signal)).rejects.toThrow('batal');
  expect(await abortable(Promise.resolve(1), new AbortController().signal)).toBe(1);
  expect(await abortable(Promise.resolve(1), undefined)).toBe(1);
});

test('progress only grows and ends at the total, also when a host inflates or a file is asked for twice', () => {
  const listener = vi.fn();
  const progress = startProgress(listener);
  progress.expect('a', 100);
  progress.expect('b', 50);
  progress.arrived('a', 40);
  progress.arrived('a', 30);
  progress.arrived('b', 700);
  progress.arrived('c', 5);
  progress.done('a');
  progress.expect('d', 10);
  progress.expect('d', 10);
  progress.arrived('d', 10);
  const calls = listener.mock.calls as [number, number][];
  expect(calls).toEqual([
    [0, 100],
    [0, 150],
    [40, 150],
    [90, 150],
    [150, 150],
    [150, 160],
    [150, 160],
    [160, 160]
  ]);
});

const hash = `sha256:${'0a'.repeat(32)}`;
test('the extract lists its parquet files beside datapackage.json', () => {
  const datapackage = {
    resources: [
      { name: 'pagu', path: 'pagu.parquet', bytes: 12, hash },
      { name: 'kualitas', path: 'kualitas.json', bytes: 1, hash }
    ]
  };
  expect(extractsOf(datapackage, 'https://dinsos.example/tepat/extract/datapackage.json')).toEqual([
    { name: 'pagu', bytes: 12, sha256: '0a'.repeat(32), url: 'https://dinsos.example/tepat/extract/pagu.parquet' }
  ]);
});

test.for([
  { name: 'no resources', datapackage: {}, message: /no resources/ },
  { name: 'not an object', datapackage: null, message: /no resources/ },
  {
    name: 'no hash',
    datapackage: { resources: [{ name: 'pagu', path: 'pagu.parquet', bytes: 1 }] },
    message: /pagu needs/
  },
  {
    name: 'another hash',
    datapackage: { resources: [{ name: 'pagu', path: 'p.parquet', bytes: 1, hash: 'md5:1' }] },
    message: /pagu needs/
  }
])('an extract that cannot be checked is not used: $name', ({ datapackage, message }) => {
  expect(() => extractsOf(datapackage, 'https://dinsos.example/datapackage.json')).toThrow(message);
});
