import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestSql, statementOf } from '$lib/database/statement';

describe('one reading statement is taken as it was written', () => {
  test.for([
    { name: 'plain', text: 'SELECT 1', word: 'SELECT' },
    { name: 'in small letters, on lines', text: 'with a as (\n select 1)\nfrom a', word: 'WITH' },
    { name: 'in brackets', text: '((select 1))', word: 'SELECT' },
    { name: 'from first', text: 'FROM pagu', word: 'FROM' },
    { name: 'a list of values', text: 'VALUES (1), (2)', word: 'VALUES' },
    { name: 'a table', text: 'TABLE pagu', word: 'TABLE' },
    { name: 'a description', text: 'DESCRIBE pagu', word: 'DESCRIBE' },
    { name: 'the tables', text: 'SHOW TABLES', word: 'SHOW' },
    { name: 'a summary', text: 'summarize pagu', word: 'SUMMARIZE' },
    { name: 'a plan', text: 'EXPLAIN SELECT 1', word: 'EXPLAIN' },
    { name: 'a semicolon in a text', text: "SELECT ';'", word: 'SELECT' },
    { name: 'a semicolon in an escaped text', text: String.raw`SELECT e'\';'`, word: 'SELECT' },
    { name: 'a semicolon between dollars', text: 'SELECT $a$;$a$', word: 'SELECT' },
    { name: 'a semicolon in a name', text: 'SELECT 1 AS ";"', word: 'SELECT' },
    { name: 'a semicolon in a comment', text: 'SELECT 1 -- ; DROP\n', word: 'SELECT' },
    { name: 'a semicolon in nested comments', text: 'SELECT /* a /* b */ ; DROP */ 1', word: 'SELECT' },
    { name: 'a comment before', text: '-- berapa?\nSELECT 1', word: 'SELECT' },
    {
      name: 'a column named as a writing word in brackets',
      text: 'WITH a AS (SELECT 1 AS update) FROM a',
      word: 'WITH'
    }
  ])('$name', ({ text, word }) => expect(statementOf(text)).toEqual({ sql: text, word }));

  test('closing semicolons and what follows them are left out', () =>
    expect(statementOf('SELECT 1;; -- selesai')).toEqual({ sql: 'SELECT 1', word: 'SELECT' }));

  test('semicolons before it leave its line and column where they were', () =>
    expect(statementOf(';\n ;SELECT 1')).toEqual({ sql: ' \n  SELECT 1', word: 'SELECT' }));
});

describe('anything else is refused with what is wrong', () => {
  test.for([
    { text: '', problem: { kind: 'empty' } },
    { text: ' \n ; -- nanti', problem: { kind: 'empty' } },
    { text: 'SELECT 1; SELECT 2', problem: { kind: 'several' } },
    { text: "SELECT ''; DROP TABLE pagu", problem: { kind: 'several' } },
    { text: 'SELECT /* */ 1; /* */ DROP TABLE pagu', problem: { kind: 'several' } },
    ...[
      'INSERT INTO pagu VALUES (1)',
      'UPDATE pagu SET pagu = 0',
      'DELETE FROM pagu',
      'DROP TABLE pagu',
      'CREATE TEMP TABLE a (b INTEGER)',
      'ALTER TABLE pagu DROP pagu',
      "ATTACH 'a.db'",
      "COPY pagu TO 'a.csv'",
      "EXPORT DATABASE 'a'",
      'INSTALL httpfs',
      'LOAD httpfs',
      'SET threads = 1',
      'RESET threads',
      'PRAGMA database_list',
      'CALL pragma_version()',
      'EXECUTE a',
      'PREPARE a AS SELECT 1',
      'COMMIT',
      'USE memory',
      'VACUUM',
      'selec 1',
      '1 + 1'
    ].map((text) => ({ text, problem: { kind: 'notReading', word: text === '1 + 1' ? 'other' : text.split(' ')[0] } })),
    { text: 'WITH a AS (SELECT 1) INSERT INTO pagu FROM a', problem: { kind: 'notReading', word: 'INSERT' } },
    { text: 'EXPLAIN ANALYZE delete FROM pagu', problem: { kind: 'notReading', word: 'delete' } },
    { text: `SELECT '${'x'.repeat(longestSql)}'`, problem: { kind: 'long' } }
  ])('$text', ({ text, problem }) => expect(statementOf(text.slice(0, longestSql + 1))).toEqual(problem));
});

test('any text is answered, and a statement that was taken is taken again as the same', () => {
  const piece = fc.constantFrom(
    ..."SELECT|1|;|'|\"|/*|*/|--|\n|$$|$a$|(|)|e'|\\|WITH|DROP|a| |é".split('|').map((text) => text)
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const found = statementOf(pieces.join(' '));
      if ('sql' in found) expect(statementOf(found.sql)).toEqual(found);
      else expect(['empty', 'several', 'notReading']).toContain(found.kind);
    })
  );
});
