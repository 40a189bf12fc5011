import { expect, test } from 'vitest';
import { tablesRead } from '$lib/database/sqlTables';

test.for([
  { name: 'one table', sql: 'SELECT 1 FROM pagu', tables: ['pagu'] },
  { name: 'joins with aliases', sql: 'SELECT 1 FROM pagu AS p JOIN skpd s USING (kode)', tables: ['pagu', 'skpd'] },
  {
    name: 'a join by USING inside a WITH clause',
    sql: 'WITH a AS (SELECT 1 FROM pagu) SELECT 1 FROM realisasi JOIN a USING (x)',
    tables: ['pagu', 'realisasi', 'a']
  },
  { name: 'a subquery in a condition', sql: 'SELECT 1 FROM a WHERE x IN (SELECT y FROM b)', tables: ['a', 'b'] },
  { name: 'a quoted name', sql: 'SELECT 1 from "pagu"', tables: ['pagu'] },
  { name: 'a column of the name of a table is none', sql: 'SELECT pagu FROM realisasi', tables: ['realisasi'] },
  {
    name: 'words in text and comments are none',
    sql: "SELECT 'from akun' FROM pagu -- join skpd\n/* from x */",
    tables: ['pagu']
  },
  { name: 'no table', sql: 'SELECT 1', tables: [] }
])('tablesRead: $name', ({ sql, tables }) => expect(tablesRead(sql)).toEqual(tables));
