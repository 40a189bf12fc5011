import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dataPackage } from '$lib/contract/datapackage';
import { isTableName, tables, type TableName } from '$lib/contract/tables';

/**
 * What Data Package 2.0 and its profiles demand of the parts that an extract uses (datapackage.org: Data Package, Data Resource, Table
 * Schema; read November 2026). A package may carry more; the profile of Table Schema 2.0 has no field type `list`.
 */
const text = z.string();
const path = text.regex(/^((?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*|(http|ftp)s?:\/\/.*)$/);
const named = z
  .array(text)
  .min(1)
  .refine((names) => new Set(names).size === names.length, 'one name twice');
const distinct = <T extends z.ZodType>(value: T) =>
  z
    .array(value)
    .min(1)
    .refine((values) => new Set(values).size === values.length, 'one value twice');
const described = { name: text, title: text.optional(), description: text.optional(), rdfType: text.optional() };
const limits = <T extends z.ZodType>(value: T) => ({ minimum: value.optional(), maximum: value.optional() });
const constraints = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ required: z.boolean().optional(), ...shape }).optional();
const isPattern = text.refine((pattern) => {
  try {
    return Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}, 'no regular expression');
const field = z.discriminatedUnion('type', [
  z.looseObject({
    ...described,
    type: z.literal('string'),
    constraints: constraints({ pattern: isPattern.optional(), enum: distinct(text).optional() })
  }),
  z.looseObject({ ...described, type: z.literal('integer'), constraints: constraints(limits(z.int())) }),
  z.looseObject({ ...described, type: z.literal('number'), constraints: constraints(limits(z.number())) }),
  z.looseObject({ ...described, type: z.literal('boolean'), constraints: constraints({}) }),
  z.looseObject({ ...described, type: z.literal('date'), constraints: constraints(limits(text)) }),
  z.looseObject({ ...described, type: z.literal('array'), constraints: constraints({}) })
]);
const schema = z
  .looseObject({
    $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
    fields: z.array(field).min(1),
    primaryKey: z.union([text, named]).optional(),
    uniqueKeys: z.array(named).min(1).optional()
  })
  .refine(({ fields }) => new Set(fields.map(({ name }) => name)).size === fields.length, 'one field twice')
  .refine(
    ({ fields, primaryKey = [], uniqueKeys = [] }) =>
      [primaryKey, ...uniqueKeys].flat().every((name) => fields.some((one) => one.name === name)),
    'a key names no field'
  );
const source = z.looseObject({ title: text.optional(), path: path.optional() });
const resource = z.looseObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/dataresource.json'),
  name: text.regex(/^[-a-z0-9._/]+$/),
  path,
  // A tabular resource says so; with a path it has no inline data.
  type: z.literal('table'),
  data: z.never().optional(),
  format: text,
  mediatype: text.regex(/^(.+)\/(.+)$/),
  bytes: z.int().nonnegative(),
  hash: text.regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/),
  sources: z.array(source).optional(),
  schema
});
const license = z
  .looseObject({ name: text.regex(/^[-a-zA-Z0-9._]+$/).optional(), path: path.optional(), title: text.optional() })
  .refine(({ name, path }) => name !== undefined || path !== undefined, 'neither name nor path');
const standard = z
  .looseObject({
    $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
    name: text.regex(/^[-a-z0-9._/]+$/).optional(),
    title: text.optional(),
    version: text.optional(),
    created: z.iso.datetime().optional(),
    licenses: z.array(license).min(1).optional(),
    resources: z.array(resource).min(1)
  })
  .refine(
    ({ resources }) => new Set(resources.map(({ name }) => name)).size === resources.length,
    'one resource twice'
  );

const files = Object.keys(tables)
  .filter((name): name is TableName => isTableName(name))
  .map((table) => ({ table, path: `${table}.parquet`, bytes: 1, sha256: '0'.repeat(64), rows: 1 }));

describe('datapackage.json and the standard', () => {
  test.each(['public', 'internal'] as const)(
    'every table of the %s profile is described as Data Package 2.0 demands',
    (profile) => {
      const licenses = [
        { name: 'CC-BY-4.0', title: 'Creative Commons Atribusi 4.0', path: 'https://lisensi.example/by' }
      ];
      const descriptor = dataPackage({ files, profile, title: 'Tepat', licenses });
      expect(standard.safeParse(descriptor).error?.issues ?? []).toEqual([]);
    }
  );

  test.each([
    ['a licence without name and path', { licenses: [{ title: 'bebas' }] }],
    ['no table', { resources: [] }],
    ['a list, which the profile does not know', { fieldType: 'list' }],
    ['a key of no column', { key: ['tidak_ada'] }]
  ])('the check finds %s', (_, { fieldType, key, ...wrong }: Record<string, unknown>) => {
    const descriptor = dataPackage({ files: files.slice(0, 1), profile: 'public', title: 'Tepat' }) as {
      resources: { schema: { fields: { type: unknown }[]; primaryKey?: unknown } }[];
    };
    const first = descriptor.resources[0]!.schema;
    if (fieldType !== undefined) first.fields[0]!.type = fieldType;
    if (key !== undefined) first.primaryKey = key;
    expect(standard.safeParse({ ...descriptor, ...wrong }).success).toBe(false);
  });
});
