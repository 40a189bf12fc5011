import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NativePeopleEngine, openPeopleEngine } from '../../src/cli/peopleEngine';
import { recognisePeople } from '$lib/source/people/recognisePeople';
import { latin1, utf16le, utf8 } from '../source/workbookFixture';

let engine: NativePeopleEngine;
let tables = 0;

beforeAll(async () => {
  engine = await openPeopleEngine({ threads: 1 });
});

afterAll(() => engine.close());

/** What the engine finds in the columns that were recognised: one object a row. */
async function loaded(bytes: Uint8Array): Promise<unknown> {
  const [sheet] = recognisePeople(bytes, 'pkh 2025.csv')!.sheets;
  const table = `coba_${++tables}`;
  const { broken } = await engine.load(sheet!, table);
  expect(broken).toEqual([]);
  return engine.rows(`SELECT * FROM ${table} ORDER BY rowid`);
}

const [nik, otherNik] = ['9902061708450003', '9902061708450011'];
const expected = [
  { nik, nama: 'Andr\u00e9 Contoh', desa: 'Melayu' },
  { nik: otherNik, nama: 'Siti Contoh', desa: 'Timbau' }
];

test.for([
  { name: 'a plain header', text: 'NIK;NAMA;DESA\n' },
  { name: 'titles, a blank line and a row of numbers', text: 'PENERIMA PKH\n2025\n\nNIK;NAMA;DESA\n(1);(2);(3)\n' },
  { name: 'a title over two lines', text: '"PENERIMA PKH\nTAHUN 2025";;\nNIK;NAMA;DESA\n' },
  { name: 'a header over two lines', text: '"NOMOR\nNIK";"NAMA\nKPM";DESA\n' },
  { name: 'blank lines above and below', text: '\n\n\nNIK;NAMA;DESA\n\n\n' },
  { name: 'lines of delimiters only', text: ';;\nNIK;NAMA;DESA\n;;\n' },
  { name: 'a hint for spreadsheets', text: 'sep=;\nNIK;NAMA;DESA\n' },
  { name: 'a template with an example', text: 'NIK;NAMA;DESA\n99XXXXXXXXXXXXXX;Contoh: nama;desa\n' },
  { name: 'headers of two rows', text: 'PENERIMA;;DOMISILI\nNIK;NAMA;DESA\n' }
])('the engine begins where the data begin: $name', async ({ text }) => {
  const rows = `${nik};"Andr\u00e9 Contoh";Melayu\n${otherNik};Siti Contoh;Timbau\n`;
  expect(await loaded(utf8(text + rows))).toEqual(expected);
  expect(await loaded(utf8(`\ufeff${text}${rows}`)), 'with a byte order mark').toEqual(expected);
  expect(await loaded(latin1(text + rows)), 'as windows-1252').toEqual(expected);
  expect(await loaded(utf16le(`\ufeff${text}${rows}`)), 'as UTF-16').toEqual(expected);
  expect(await loaded(utf8((text + rows).replaceAll('\n', '\r\n'))), 'with carriage returns').toEqual(expected);
  expect(await loaded(utf8((text + rows).replaceAll(';', '\t'))), 'with tabs').toEqual(expected);
});
