import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { formatSqlLink, parseSqlLink } from '$lib/url/sqlLink';

test('a short query can be read in the address, a long one is packed', async () => {
  expect(await formatSqlLink('SELECT 1')).toBe('sql=SELECT%201');
  const long = 'SELECT tahun, pagu FROM pagu WHERE tahun > 2000\n'.repeat(100);
  const link = await formatSqlLink(long);
  expect(link).toMatch(/^z=[\w-]{20,200}$/);
  expect(await parseSqlLink(`#${link}`)).toEqual({ sql: long, problem: null });
  expect(await formatSqlLink(' \n')).toBe('');
});

test('every query comes back from its link as it was', () =>
  fc.assert(
    fc.asyncProperty(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 2000 })
        .filter((sql) => sql.trim() !== '' && !sql.includes('\0')),
      async (sql) => {
        expect(await parseSqlLink(await formatSqlLink(sql))).toEqual({ sql, problem: null });
      }
    ),
    { numRuns: 50 }
  ));

test.for(['', '#', '#isi', '#pagu', '#sqlx=1'])('an address that holds no query, "%s", is no fault', async (hash) =>
  expect(await parseSqlLink(hash)).toEqual({ sql: null, problem: null })
);

const packed = (text: string) => `z=${deflateSync(text).toString('base64url')}`;
test.for([
  { name: 'half a percent sign', hash: '#sql=%E0%A4%A' },
  { name: 'nothing in it', hash: '#sql=%20' },
  { name: 'a NUL', hash: '#sql=SELECT%00' },
  { name: 'a packed query cut short', hash: packed('SELECT tahun FROM pagu').slice(0, -6) },
  { name: 'letters that pack nothing', hash: '#z=!!!' },
  { name: 'nothing packed', hash: '#z=' },
  { name: 'ten million characters packed into a few', hash: packed('x'.repeat(10_000_000)) },
  { name: 'a query longer than is asked', hash: packed(`SELECT '${'x'.repeat(20_000)}'`) }
])('a link with $name says so and gives no query', async ({ hash }) => {
  const { sql, problem } = await parseSqlLink(hash);
  expect(sql).toBeNull();
  expect(problem?.id).toMatch(/rusak/);
});

test('one letter changed in a packed link is noticed or gives the query as it was', async () => {
  const sql = 'SELECT kode_subkegiatan, sum(realisasi) FROM realisasi GROUP BY ALL ORDER BY 2 DESC '.repeat(8);
  const link = await formatSqlLink(sql);
  for (let at = 2; at < link.length; at++) {
    const other = link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
    expect([sql, null]).toContain((await parseSqlLink(other)).sql);
  }
});
