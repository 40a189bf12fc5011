import { expect, test } from 'vitest';
import { dataPackage, tableSchema, type ExtractFile } from '$lib/contract/datapackage';
import { tables } from '$lib/contract/tables';

const file = (table: ExtractFile['table'], more: Partial<ExtractFile> = {}): ExtractFile => ({
  table,
  path: `${table}.parquet`,
  bytes: 1234,
  sha256: '0'.repeat(64),
  rows: 10,
  ...more
});
const options = { profile: 'public', title: 'Tepat, data contoh', sample: true } as const;

test('a descriptor of Data Package v2, with hash, bytes and key of each file', () => {
  const descriptor = dataPackage({ ...options, files: [file('realisasi')] });
  expect(descriptor).toMatchObject({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'tepat',
    version: '1.0.0',
    contractVersion: 1,
    extractProfile: 'public',
    sample: true,
    resources: [
      {
        $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
        name: 'realisasi',
        path: 'realisasi.parquet',
        format: 'parquet',
        bytes: 1234,
        hash: `sha256:${'0'.repeat(64)}`,
        rowCount: 10,
        schema: {
          $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
          primaryKey: [...tables.realisasi.key]
        }
      }
    ]
  });
  expect(descriptor).not.toHaveProperty('created');
});

test('the order of the files changes nothing, and the text is JSON without loss', () => {
  const files = [file('berkas'), file('pagu'), file('realisasi')];
  const text = JSON.stringify(dataPackage({ ...options, files }));
  expect(JSON.stringify(dataPackage({ ...options, files: [...files].reverse() }))).toBe(text);
  expect(JSON.parse(text)).toEqual(dataPackage({ ...options, files }));
});

test('a field says its type, unit, description in both languages and constraints', () => {
  const { fields } = tableSchema(tables.realisasi) as { fields: Record<string, unknown>[] };
  const field = (name: string) => fields.find((one) => one.name === name);
  expect(field('realisasi')).toMatchObject({
    type: 'number',
    sqlType: 'DECIMAL(20,2)',
    unit: 'rupiah',
    constraints: { required: true }
  });
  expect(field('bulan')).toMatchObject({ type: 'integer', constraints: { required: true, minimum: 1, maximum: 12 } });
  expect(field('basis')).toMatchObject({ type: 'string', constraints: { enum: ['SP2D', 'SPJ'] } });
  expect(field('basis')!.constraints).not.toHaveProperty('required');
  expect(field('kode_akun')).toMatchObject({ descriptionEn: tables.realisasi.columns.kode_akun.description.en });
});

test('a key that may hold null is a unique key, since a primary key may not', () => {
  const schema = tableSchema(tables.pagu);
  expect(schema).not.toHaveProperty('primaryKey');
  expect(schema.uniqueKeys).toEqual([[...tables.pagu.key]]);
  expect(schema.sortedBy).toEqual([...tables.pagu.key]);
});

test('lists are arrays and say what they hold, and columns kept internal are marked in the public profile only', () => {
  const aid = tableSchema(tables.bantuan) as { fields: Record<string, unknown>[] };
  expect(aid.fields.find(({ name }) => name === 'desil_layak')).toMatchObject({ type: 'array', sqlType: 'INTEGER[]' });
  const marked = (profile: 'public' | 'internal') =>
    (tableSchema(tables.kinerja, profile) as { fields: Record<string, unknown>[] }).fields
      .filter((one) => one.internalOnly === true)
      .map(({ name }) => name);
  expect(marked('public')).toEqual(['masalah', 'tindak_lanjut']);
  expect(marked('internal')).toEqual([]);
});

test.for([
  {
    name: 'a table twice',
    files: [file('pagu'), file('pagu', { path: 'pagu2.parquet' })],
    error: 'pagu2.parquet: pagu is already in pagu.parquet; a table is one file.'
  },
  {
    name: 'no such table',
    files: [file('gaji' as 'pagu')],
    error: 'gaji.parquet: "gaji" is no table of the contract.'
  },
  {
    name: 'a hash that is none',
    files: [file('pagu', { sha256: 'ABC' })],
    error: 'pagu.parquet: sha256 "ABC" is not 64 hexadecimal digits.'
  },
  {
    name: 'an absolute path',
    files: [file('pagu', { path: '/tmp/pagu.parquet' })],
    error: 'the path must be relative'
  },
  {
    name: 'a path upwards',
    files: [file('pagu', { path: 'a/../../pagu.parquet' })],
    error: 'the path must be relative'
  },
  {
    name: 'another host',
    files: [file('pagu', { path: 'https://example.org/pagu.parquet' })],
    error: 'the path must be relative'
  }
])('dataPackage refuses $name', ({ files, error }) => {
  expect(() => dataPackage({ ...options, files })).toThrow(error);
});
