import { expect, test } from 'vitest';
import { defineQuery, type Database } from '$lib/query/define';
import { remember } from '$lib/view/remember';

const query = defineQuery({ params: { tahun: 'INTEGER' }, columns: { tahun: 'INTEGER' }, sql: 'SELECT $1 AS tahun' });

/** A database that notes what it was asked; it fails as long as `fails` says so. */
function counting(fails: () => boolean = () => false): { database: Database; asked: unknown[] } {
  const asked: unknown[] = [];
  const all = async (_query: unknown, params: unknown) => {
    asked.push(params);
    if (fails()) throw new Error('no answer');
    return [params];
  };
  return { asked, database: { all } as unknown as Database };
}

test('a question asked twice reaches the database once, and both have the same rows', async () => {
  const { database, asked } = counting();
  const remembered = remember(database);
  const [first, second] = await Promise.all([
    remembered.all(query, { tahun: 2025 }),
    remembered.all(query, { tahun: 2025 })
  ]);
  expect(first).toBe(second);
  expect(asked).toEqual([{ tahun: 2025 }]);
});

test('another parameter or another query is another question', async () => {
  const { database, asked } = counting();
  const remembered = remember(database);
  await remembered.all(query, { tahun: 2025 });
  await remembered.all(query, { tahun: 2026 });
  await remembered.all({ ...query, sql: 'SELECT $1 + 0 AS tahun' }, { tahun: 2026 });
  expect(asked).toHaveLength(3);
});

test('a question that failed is asked again', async () => {
  let broken = true;
  const { database, asked } = counting(() => broken);
  const remembered = remember(database);
  await expect(remembered.all(query, { tahun: 2025 })).rejects.toThrow('no answer');
  broken = false;
  expect(await remembered.all(query, { tahun: 2025 })).toEqual([{ tahun: 2025 }]);
  expect(asked).toHaveLength(2);
});

test('the answer longest unused goes first when there are too many', async () => {
  const { database, asked } = counting();
  const remembered = remember(database, 2);
  for (const tahun of [2023, 2024, 2023, 2025, 2023, 2024]) await remembered.all(query, { tahun });
  expect(asked).toEqual([{ tahun: 2023 }, { tahun: 2024 }, { tahun: 2025 }, { tahun: 2024 }]);
});
