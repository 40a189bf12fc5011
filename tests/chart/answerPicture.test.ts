import { describe, expect, test } from 'vitest';
import { answerPicture } from '$lib/chart/answerPicture';
import type { FreeValueColumn } from '$lib/format/freeValue';

const column = (name: string, kind: FreeValueColumn['kind'] = 'integer', scale = 0): FreeValueColumn => ({
  name,
  kind,
  scale
});
const money = (name: string) => column(name, 'decimal', 2);

describe('a free answer is drawn', () => {
  test('as bars, of the first number by the first text, in the order of the answer', () => {
    const picture = answerPicture(
      [column('tahun'), column('desa', 'text'), column('penerima'), column('layak')],
      [
        ['2025', 'Sebulu', '30', '1'],
        ['2025', 'Anggana', '40', '2']
      ]
    );
    expect(picture).toEqual({
      kind: 'bars',
      column: column('penerima'),
      bars: [
        { label: 'Sebulu', value: 30, why: null },
        { label: 'Anggana', value: 40, why: null }
      ]
    });
  });

  test('without a bar where a number is hidden, and says that it is', () => {
    const picture = answerPicture(
      [column('desa', 'text'), column('penerima'), column('keterangan', 'text')],
      [
        ['Sebulu', null, 'disembunyikan'],
        ['Anggana', '40', null]
      ]
    );
    expect(picture).toMatchObject({
      bars: [
        { value: null, why: 'disembunyikan' },
        { value: 40, why: null }
      ]
    });
  });

  test('as lines over years, in their order, of numbers of one kind alone; what is missing is a gap', () => {
    const picture = answerPicture(
      [column('tahun'), money('anggaran'), column('desa'), money('realisasi')],
      [
        ['2025', '2.00', '7', null],
        ['2024', '1.00', '8', '0.50']
      ]
    );
    expect(picture).toMatchObject({
      kind: 'lines',
      time: 'tahun',
      lines: [
        {
          name: 'anggaran',
          points: [
            { x: 2024, value: 1 },
            { x: 2025, value: 2 }
          ]
        },
        {
          name: 'realisasi',
          points: [
            { x: 2024, value: 0.5 },
            { x: 2025, value: null }
          ]
        }
      ],
      ticks: [{ text: '2024' }, { text: '2025' }]
    });
  });
});

describe('a free answer is not drawn', () => {
  const bars = (count: number, label: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => [label(at), String(at)]);
  test.for([
    { name: 'of one row', columns: [column('desa', 'text'), column('n')], rows: bars(1, String) },
    {
      name: 'of more rows than bars can be read',
      columns: [column('desa', 'text'), column('n')],
      rows: bars(41, String)
    },
    { name: 'whose rows share a name', columns: [column('desa', 'text'), column('n')], rows: bars(3, () => 'Sebulu') },
    { name: 'without a number', columns: [column('desa', 'text'), column('tahun')], rows: bars(3, String) },
    { name: 'without a text', columns: [column('n'), column('m')], rows: bars(3, String) },
    {
      name: 'of which no number is known',
      columns: [column('desa', 'text'), column('n')],
      rows: [
        ['a', null],
        ['b', null]
      ]
    },
    {
      name: 'in which a month is there twice',
      columns: [column('bulan'), column('n')],
      rows: [
        ['1', '2'],
        ['1', '3']
      ]
    }
  ])('$name', ({ columns, rows }) => expect(answerPicture(columns, rows)).toBeNull());
});
