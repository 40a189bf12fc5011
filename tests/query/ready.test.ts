import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tablesRead } from '$lib/database/sqlTables';
import { statementOf } from '$lib/database/statement';
import { readyQuestions, readyTopics } from '$lib/query/ready';
import { sqlQuestions, sqlTopics } from '$lib/text/sqlQuestions';
import { sampleExtract } from '../support/sampleExtract';

type Row = Record<string, unknown>;
let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
  const folder = sampleExtract();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.parquet')))
    await connection.run(`CREATE VIEW "${basename(file, '.parquet')}" AS FROM '${join(folder, file)}'`);
});
afterAll(() => {
  connection?.closeSync();
  instance?.closeSync();
});

const rowsOf = async (sql: string): Promise<Row[]> => (await connection.runAndReadAll(sql)).getRowObjectsJS();
const sqlOf = (id: string) => readyQuestions.find((question) => question.id === id)!.sql;

/** Tables of persons and families, in which a number may be hidden. */
const masked = ['registri', 'kesegaran', 'sasaran', 'sasaran_desil', 'tumpang_tindih', 'pasangan_bantuan'];
const ofPeople = readyQuestions.filter(({ sql }) => tablesRead(sql).some((table) => masked.includes(table)));

describe.each(readyQuestions)('$id', ({ id, sql }) => {
  test('is one reading statement, in words of both languages', () => {
    expect(statementOf(sql)).toMatchObject({ sql });
    for (const words of Object.values(sqlQuestions[id]!)) expect(words).toMatch(/^[A-Z].{15,75}\?$/);
  });

  test('answers over the sample, the same in the same order each time', async () => {
    const rows = await rowsOf(sql);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.length).toBeLessThanOrEqual(1000);
    expect(await rowsOf(sql)).toEqual(rows);
    expect(Object.keys(rows[0]!).filter((name) => !/^[a-z][a-z_0-9]*$/.test(name))).toEqual([]);
  });
});

test('every question is told apart by its id and its SQL, has a topic, and no words are left over', () => {
  expect(new Set(readyQuestions.map(({ id }) => id)).size).toBe(readyQuestions.length);
  expect(new Set(readyQuestions.map(({ sql }) => sql)).size).toBe(readyQuestions.length);
  expect(Object.keys(sqlQuestions).toSorted()).toEqual(readyQuestions.map(({ id }) => id).toSorted());
  expect(Object.keys(sqlTopics)).toEqual([...readyTopics]);
  for (const topic of readyTopics) expect(readyQuestions.some((question) => question.topic === topic)).toBe(true);
});

describe('numbers of persons and families', () => {
  test('are asked about at all', () => expect(ofPeople.length).toBeGreaterThan(5));

  test.for(ofPeople)('$id adds none of them over regions', ({ sql }) =>
    expect(sql).not.toMatch(/\b(sum|avg|median|total)\s*\(/i)
  );

  test.for(ofPeople.filter(({ sql }) => sql.includes('AS keterangan')))(
    '$id says "disembunyikan" where, and only where, a number that it shows is hidden, and shows none there',
    async ({ sql }) => {
      const rows = await rowsOf(sql);
      const isNumber = (value: unknown) => typeof value === 'number' || typeof value === 'bigint';
      for (const row of rows) {
        const { keterangan, ...rest } = row;
        if (keterangan === null) continue;
        expect(keterangan).toMatch(/^disembunyikan/);
        expect(Object.values(rest)).toContain(null);
        expect(Object.entries(row).filter(([, value]) => isNumber(value) && value === 0)).toEqual([]);
      }
    }
  );

  test.for([
    { id: 'luar-desil-kecamatan', shown: 'penerima_di_luar_desil_layak' },
    { id: 'layak-belum-desa', shown: 'layak_belum_terjangkau' },
    { id: 'penerima-desil', shown: 'penerima' },
    { id: 'jumlah-bantuan', shown: 'keluarga' },
    { id: 'umur-registri', shown: 'umur_median_hari' }
  ])('$id: what is not there in $shown is hidden, and said to be', async ({ id, shown }) => {
    const rows = await rowsOf(sqlOf(id));
    const unsaid = rows.filter((row) => row[shown] === null && row.keterangan !== 'disembunyikan');
    const said = rows.filter((row) => row[shown] !== null && row.keterangan !== null);
    expect({ unsaid, said }).toEqual({ unsaid: [], said: [] });
  });

  test('some are hidden in the sample, so that the above can fail', async () => {
    const all = await Promise.all(ofPeople.map(({ sql }) => rowsOf(sql)));
    expect(all.flat().some(({ keterangan }) => keterangan === 'disembunyikan')).toBe(true);
  });
});

describe('money', () => {
  test('of the programs adds up to the pagu in force and to the realisasi of the year', async () => {
    const number = (value: unknown) => Number(value);
    const programs = await rowsOf(
      `SELECT sum(realisasi)::VARCHAR AS realisasi, sum(pagu)::VARCHAR AS pagu FROM (${sqlOf('realisasi-program')})`
    );
    const [months] = await rowsOf(`SELECT sum(realisasi)::VARCHAR AS realisasi FROM (${sqlOf('realisasi-bulan')})`);
    const [sources] = await rowsOf(`SELECT sum(pagu)::VARCHAR AS pagu FROM (${sqlOf('sumber-dana')})`);
    const [spent] = await rowsOf(
      'SELECT sum(realisasi)::VARCHAR AS realisasi FROM realisasi WHERE tahun = (SELECT max(tahun) FROM realisasi)'
    );
    expect(programs[0]).toEqual({ realisasi: spent!.realisasi, pagu: sources!.pagu });
    expect(months).toEqual(spent);
    expect(number(spent!.realisasi)).toBeGreaterThan(0);
  });
});
