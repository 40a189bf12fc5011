import { describe, expect, test } from 'vitest';
import { recognisePeople, type PeopleRead } from '$lib/source/people/recognisePeople';
import type { PeopleSheet } from '$lib/source/people/sheet';
import { utf8 } from './workbookFixture';

const rows = Array.from({ length: 20 }, (_, i) => i);
/** Keys nobody has: no province has the number 99. Every second person is a woman, born on a day + 40. */
const nik = (n: number): string => `990206${n % 2 ? 51 : 11}0170${String(n).padStart(4, '0')}`;
const kk = (n: number): string => `990206120110${String(n).padStart(4, '0')}`;

const read = (text: string, file = 'pkh 2025-03.csv'): PeopleRead => recognisePeople(utf8(text), file)!;
const codes = ({ problems }: PeopleRead) => problems.map(({ kind, code }) => `${kind} ${code}`);
function only(found: PeopleRead): PeopleSheet {
  expect(found.sheets, JSON.stringify(codes(found))).toHaveLength(1);
  return found.sheets[0]!;
}
const lines = (header: string, row: (n: number) => string): string => `${header}\n${rows.map(row).join('\n')}\n`;
const body = (found: PeopleRead): string => {
  const sheet = only(found);
  return sheet.body.kind === 'csv' ? new TextDecoder().decode(sheet.body.bytes) : '';
};

describe('headers that lie', () => {
  test('family numbers under NIK and personal numbers under KK: a question, nothing is read', () => {
    const found = read(lines('NAMA,NIK,NO KK,DESA', (n) => `Amat,${kk(n)},${nik(n)},Melayu`));
    expect(found.sheets).toEqual([]);
    expect(found.problems).toMatchObject([{ kind: 'question', code: 'people-swapped', place: { column: 'C' } }]);
  });
  test('the same numbers under their own headers are read', () =>
    expect(codes(read(lines('NAMA,NIK,NO KK,DESA', (n) => `Amat,${nik(n)},${kk(n)},Melayu`)))).toEqual([
      'decision people-recognised'
    ]));
  test('men only: nothing tells, so nothing is asked', () =>
    expect(read(lines('NAMA,NIK,NO KK,DESA', (n) => `Amat,${kk(n)},${nik(n * 2)},Melayu`)).sheets).toHaveLength(1));
  test('names with numbers under NIK, keys under NAMA: a question', () => {
    const found = read(lines('NAMA,NIK,DESA', (n) => `${nik(n)},Amat ${n},Melayu`));
    expect(codes(found)).toEqual(['question people-swapped']);
  });
  test('keys in the column of names of a list without NIK are said', () => {
    const found = read(lines('NAMA,NO KK,DESA', (n) => `${nik(n)},${kk(n)},Melayu`));
    expect(codes(found)).toContain('warning people-keys-as-names');
  });
  test('of two columns with one header the one that holds something is read', () => {
    const found = read(lines('NAMA,NIK,NIK,NO KK,NO KK,DESA,DESA', (n) => `Amat,,${nik(n)},,${kk(n)},,Melayu`));
    expect(only(found).columns).toEqual({ nama: 0, nik: 2, kk: 4, desa: 6 });
  });
});

describe('lines', () => {
  const text = lines('NAMA,NIK,DESA', (n) => `Amat,${nik(n)},Melayu`);
  test.for([
    { name: 'in two ways', ends: ['\n', '\r\n'] },
    { name: 'in three ways', ends: ['\r', '\r\n', '\n'] },
    { name: 'with a carriage return too many', ends: ['\r\r\n', '\r\n'] }
  ])('that end $name are all lines, each ending in a line feed', ({ ends }) => {
    let n = 0;
    const found = read(text.replace(/\n/g, () => ends[n++ % ends.length]!));
    expect(body(found)).toBe(text);
  });
  test('that all end in the same way leave the file as it is', () =>
    expect(only(read(text.replaceAll('\n', '\r\n'))).body).toMatchObject({ utf8: true }));
});

describe('amounts', () => {
  const amounts = (cell: (n: number) => string) =>
    read(lines('NAMA,NIK,NOMINAL', (n) => `Amat,${nik(n)},"${cell(n)}"`));
  test('thousands marked by dots here and commas there: a question, no rupiah are read', () => {
    const found = amounts((n) => (n % 2 ? '600.000' : '600,000'));
    expect(only(found).angka).toBeNull();
    expect(codes(found)).toContain('question people-numbers');
  });
  test.for([
    { name: 'dots', cell: '600.000', angka: 'id' },
    { name: 'dots and sen', cell: '1.600.000,00', angka: 'id' },
    { name: 'commas and sen', cell: '1,600,000.00', angka: 'en' },
    { name: 'Rp and a dash', cell: 'Rp 600.000,-', angka: 'id' }
  ])('$name throughout', ({ cell, angka }) => expect(only(amounts(() => cell)).angka).toBe(angka));
});

test('keys masked in every row are what the list holds, not a template’s example', () =>
  expect(only(read(lines('NAMA,NIK,DESA', (n) => `Amat,990206510${n % 10}XXXXXX,Melayu`))).firstRow).toBe(2));

test('a template with its example only is an empty list', () =>
  expect(codes(read('NAMA,NIK,DESA\nContoh: AMAT,9902XXXXXXXXXXXX,Melayu\n'))).toEqual(['reject people-empty']));
