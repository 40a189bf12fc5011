import { describe, expect, test } from 'vitest';
import { readLabel } from '$lib/source/djpkLabels';
import type { FileSettings, SheetRead } from '$lib/source/layout';
import { tallyOf } from '$lib/source/layout';
import { readExport } from '$lib/source/recognise';
import type { Cell } from '$lib/source/sheet';
import { csv, workbook } from '../extract/support';

const header: Cell[] = ['Akun', 'Anggaran', 'Realisasi', 'Persentase'];
const budget: Cell[][] = [
  header,
  ['Pendapatan Daerah', '2.000,00 M', '1.000,00 M', '50,00'],
  ['PAD', '500,00 M', '250,00 M', '50,00'],
  ['Pajak Daerah', '300,00 M', '150,00 M', '50,00'],
  ['Retribusi Daerah', '200,00 M', '100,00 M', '50,00'],
  ['TKDD', '1.500,00 M', '750,00 M', '50,00'],
  ['Pendapatan Transfer Pemerintah Pusat', '1.500,00 M', '750,00 M', '50,00'],
  ['Belanja Daerah', '2.000,00 M', '1.000,00 M', '50,00'],
  ['Belanja Pegawai', '800,00 M', '400,00 M', '50,00'],
  ['Belanja Pegawai', '800,00 M', '400,00 M', '50,00'],
  ['Belanja Lainnya', '1.200,00 M', '600,00 M', '50,00'],
  ['Belanja Hibah', '700,00 M', '350,00 M', '50,00'],
  ['Belanja Bantuan Sosial', '500,00 M', '250,00 M', '50,00']
];

/** The budget with one cell changed. */
function changed(label: string, column: number, value: Cell): Cell[][] {
  const row = budget.findIndex(([first]) => first === label);
  return budget.map((cells, i) => (i === row ? cells.with(column, value) : cells));
}

function read(rows: readonly (readonly Cell[])[], settings: FileSettings = {}): SheetRead {
  const { sheets } = readExport(csv(rows), 'apbd 2024 Kab. Paser.csv', settings);
  expect(sheets).toHaveLength(1);
  return sheets[0]!;
}

const codes = ({ problems }: SheetRead): string[] =>
  problems.map(({ code }) => code).filter((code) => !['number-style', 'unit', 'rounding'].includes(code));
const amounts = (sheet: SheetRead): Record<string, [bigint | null, bigint | null]> =>
  Object.fromEntries(sheet.regional.map(({ komponen, anggaran, realisasi }) => [komponen, [anggaran, realisasi]]));
const m = (miliar: number): bigint => BigInt(miliar) * 10n ** 11n;

const whole = {
  pajak_daerah: [m(300), m(150)],
  retribusi_daerah: [m(200), m(100)],
  transfer_pusat_tak_dirinci: [m(1500), m(750)],
  belanja_pegawai: [m(800), m(400)],
  belanja_hibah: [m(700), m(350)],
  belanja_bansos: [m(500), m(250)]
};

describe('forms of one table', () => {
  const plain = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replace(/ M$/, '') : cell);
  const dotted = (cell: Cell): Cell =>
    typeof cell === 'string' && / M$/.test(cell) ? cell.replace(/ M$/, '').replaceAll('.', '').replace(',', '.') : cell;
  const scaled =
    (factor: number) =>
    (cell: Cell): Cell =>
      typeof cell === 'string' && / M$/.test(cell) ? Number(dotted(cell)) * factor : cell;
  const all = (change: (cell: Cell) => Cell) => budget.map((row) => row.map(change));
  test.for([
    { name: 'text with M', rows: budget },
    { name: 'plain miliar, decimal comma', rows: all(plain) },
    { name: 'plain miliar, decimal dot', rows: all(dotted) },
    { name: 'rupiah', rows: all(scaled(1e9)) },
    {
      name: 'triliun as T',
      rows: all((cell) =>
        typeof scaled(1)(cell) === 'number' ? `${(Number(dotted(cell)) / 1000).toFixed(4)} T` : cell
      )
    },
    {
      name: 'juta as jt',
      rows: all((cell) => (typeof scaled(1)(cell) === 'number' ? `${Number(dotted(cell)) * 1000} jt` : cell))
    },
    { name: 'spaces before labels', rows: budget.map(([label, ...cells]) => [`     ${label}`, ...cells]) }
  ])('$name', ({ rows }) => {
    const sheet = read(rows);
    expect(amounts(sheet)).toEqual(whole);
    expect(codes(sheet)).toEqual([]);
    expect(tallyOf(sheet)).toMatchObject({ dibaca: 12, dipakai: 6, induk: 6, ditolak: 0 });
  });

  test('a spreadsheet with native numbers in miliar, its unit in a title', () => {
    const rows = [['Postur APBD (dalam miliar rupiah)'], ...all(scaled(1))];
    const { sheets } = readExport(workbook({ 'Data APBD': rows }), 'unduhan.xlsx');
    expect(amounts(sheets[0]!)).toEqual(whole);
  });

  test('SpreadsheetML as the portal sends it', () => {
    const bytes = workbook({ 'Data APBD': all(scaled(1e9)) }, { type: 'xlml' });
    const { sheets, container } = readExport(bytes, 'apbd.csv');
    expect(container).toBe('spreadsheetml');
    expect(amounts(sheets[0]!)).toEqual(whole);
  });

  test('a page with an error instead of data is refused, with a remedy', () => {
    const page = '<!DOCTYPE html><html><body><h1>Whoops, looks like something went wrong.</h1></body></html>';
    const { sheets, problems } = readExport(new TextEncoder().encode(page), 'apbd 2024 Kab. Paser.xml');
    expect(sheets).toEqual([]);
    expect(problems.filter(({ kind }) => kind === 'reject')).toMatchObject([{ code: 'web-page' }]);
  });
});

describe('units', () => {
  const plain = (total: string, part: string): Cell[][] => [
    header,
    ['Pendapatan Daerah', total, part, ''],
    ['PAD', total, part, ''],
    ['TKDD', '0', '0', ''],
    ['Belanja Daerah', total, part, ''],
    ['Belanja Pegawai', total, part, '']
  ];

  test.for([
    { name: 'miliar', total: '2223.07', sen: 222_307n * 10n ** 9n },
    { name: 'juta', total: '2223070.25', sen: 222_307_025n * 10n ** 6n },
    { name: 'triliun', total: '2.22', sen: 222n * 10n ** 12n },
    { name: 'rupiah', total: '2223070250000.75', sen: 222_307_025_000_075n }
  ])('the size of the budget tells $name, and what is realised in January follows', ({ total, sen }) => {
    const sheet = read(plain(total, '0.01'));
    expect(amounts(sheet).pad_tak_dirinci![0]).toBe(sen);
    const one = sen / BigInt(Math.round(Number(total) * 100));
    expect(amounts(sheet).pad_tak_dirinci![1]).toBe(one);
  });

  test('what is realised alone has no size to tell by: it is asked about, nothing is guessed, and tepat.json answers', () => {
    const rows = plain('', '45.12');
    const sheet = read(rows);
    expect(sheet.regional).toEqual([]);
    expect(sheet.problems.filter(({ kind }) => kind === 'question')).toMatchObject([
      { code: 'unit', tepatJson: '"apbd 2024 Kab. Paser.csv": { "satuan": "miliar" }' }
    ]);
    expect(tallyOf(sheet)).toMatchObject({ dipakai: 0, ditolak: 5 });
    expect(amounts(read(rows, { satuan: 'miliar' })).belanja_pegawai).toEqual([null, 4512n * 10n ** 9n]);
  });

  test('a cell that lost its M is left blank, and its parent keeps the total', () => {
    const sheet = read(changed('Pajak Daerah', 1, '300,00'));
    expect(amounts(sheet)).toEqual({ ...whole, pajak_daerah: [null, m(150)], pad_tak_dirinci: [m(300), null] });
    expect(codes(sheet)).toEqual(['unit-lost', 'rest']);
    expect(tallyOf(sheet)).toMatchObject({ dipakai: 6, induk: 6, ditolak: 0 });
    expect(sheet.rejects).toMatchObject([{ partly: true, origin: { row: 4 } }]);
  });

  test('a zero needs no unit', () => {
    const sheet = read([...budget, ['Belanja Bunga', '0', '0,00', '0']]);
    expect(amounts(sheet)).toEqual({ ...whole, belanja_bunga: [0n, 0n] });
    expect(codes(sheet)).toEqual([]);
  });

  test('one column without any unit beside one with it lost them all', () => {
    const rows = budget.map((cells, i) => (i === 0 ? cells : cells.with(2, String(cells[2]).replace(' M', ''))));
    const sheet = read(rows);
    expect(Object.values(amounts(sheet)).every(([, realisasi]) => realisasi === null)).toBe(true);
    expect(codes(sheet).filter((code) => code === 'unit-lost')).toHaveLength(12);
  });
});

describe('labels', () => {
  test.for([
    ['Belanjaodal', 'belanja_modal'],
    ['Penyertaanodal Daerah', 'penyertaan_modal'],
    ['Belanja Barang Jasa', 'belanja_barang_jasa'],
    ['BELANJA BARANG DAN JASA', 'belanja_barang_jasa'],
    ['  Lain-Lain PAD yang Sah ', 'lain_pad'],
    ['Pemberian Pinjaman Daerah', 'beri_pinjaman'],
    ['Penerimaan Pinjaman Daerah', 'terima_pinjaman']
  ])('%s is %s', ([text, key]) => expect(readLabel(text!)!.line.key).toBe(key));

  test.for(['Pajak Kendaraan Bermotor', 'Jumlah Penduduk', 'x', ''])('%s is no label', (text) =>
    expect(readLabel(text)).toBeNull()
  );

  test('blank is null and zero is zero', () => {
    const sheet = read([...budget, ['Belanja Bunga', '', '', ''], ['Belanja Subsidi', '0,00 M', '0,00 M', '0']]);
    expect(amounts(sheet)).toMatchObject({ belanja_bunga: [null, null], belanja_subsidi: [0n, 0n] });
  });

  test('an unknown label is left out, and its amount stays in the total', () => {
    const sheet = read(changed('Pajak Daerah', 0, 'Pajak Kendaraan Bermotor'));
    expect(amounts(sheet)).toMatchObject({ pad_tak_dirinci: [m(300), m(150)], retribusi_daerah: [m(200), m(100)] });
    expect(codes(sheet)).toEqual(['label', 'rest']);
  });

  test('a line without details is itself the leaf', () => {
    const sheet = read(budget.filter(([label]) => !['Pajak Daerah', 'Retribusi Daerah'].includes(String(label))));
    expect(amounts(sheet).pad_tak_dirinci).toEqual([m(500), m(250)]);
    expect(codes(sheet)).toEqual([]);
  });

  test('"Belanja Lainnya" twice: the second completes the first, so it is a detail', () => {
    const rows = changed('Belanja Lainnya', 1, '1.300,00 M').map((cells) =>
      cells[0] === 'Belanja Daerah' ? cells.with(1, '2.100,00 M') : cells
    );
    const sheet = read([...rows, ['Belanja Lainnya', '100,00 M', '0,00 M', '']]);
    expect(amounts(sheet).belanja_lain_tak_dirinci).toEqual([m(100), 0n]);
    expect(codes(sheet).filter((code) => code !== 'percent')).toEqual([]);
  });

  test('"Belanja Lainnya" twice: the second contradicts the first, so it is left out and named', () => {
    const sheet = read([...budget, ['Belanja Lainnya', '77,00 M', '66,00 M', '']]);
    expect(amounts(sheet)).toEqual(whole);
    expect(codes(sheet)).toEqual(['label-repeated']);
    expect(tallyOf(sheet).rupiah.anggaran!.ditolak).toBe(m(77));
  });

  test('a line printed twice above its details is the same line, not one of them', () => {
    const twice = budget.flatMap((cells) => (cells[0] === 'PAD' ? [cells, cells] : [cells]));
    const sheet = read(twice);
    expect(amounts(sheet)).toEqual(whole);
    expect(codes(sheet)).toEqual([]);
    expect(tallyOf(sheet)).toMatchObject({ dibaca: 13, dipakai: 6, induk: 7 });
  });

  test('the order of rows does not matter', () => {
    const [head, ...rows] = budget;
    for (const order of [rows.toReversed(), rows.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))]) {
      const sheet = read([head!, ...order]);
      expect(amounts(sheet)).toEqual(whole);
      expect(codes(sheet)).toEqual([]);
    }
  });

  test('several regions and years of one file are budgets of their own', () => {
    const rows = ['Kab. Paser', 'Kota Bontang'].flatMap((pemda) =>
      budget.slice(1).map((cells) => ['2023', '9', pemda, ...cells])
    );
    const sheet = read([['tahun', 'periode', 'nama_pemda', ...header], ...rows]);
    expect(sheet.regional).toHaveLength(12);
    expect(
      new Set(sheet.regional.map(({ tahun, sampaiBulan, wilayah }) => `${tahun} ${sampaiBulan} ${wilayah?.nama}`))
    ).toEqual(new Set(['2023 9 Kab. Paser', '2023 9 Kota Bontang']));
    expect(codes(sheet)).toEqual([]);
  });

  test('a transfer between regions stands below whichever line was printed above it', () => {
    const below = (above: string): Cell[][] =>
      budget.flatMap((cells) =>
        cells[0] === above ? [cells, ['Pendapatan Transfer Antar Daerah', '0,00 M', '0,00 M', '']] : [cells]
      );
    for (const above of ['Pendapatan Transfer Pemerintah Pusat', 'TKDD']) expect(codes(read(below(above)))).toEqual([]);
  });
});

describe('damage', () => {
  test('columns that change places are noticed by the percentages', () => {
    const sheet = read(budget.map((cells, i) => (i === 0 ? ['Akun', 'Realisasi', 'Anggaran', 'Persentase'] : cells)));
    expect(sheet.regional).toEqual([]);
    expect(sheet.problems.filter(({ kind }) => kind === 'reject')).toMatchObject([{ code: 'columns-swapped' }]);
    expect(tallyOf(sheet)).toMatchObject({ dibaca: 12, ditolak: 12 });
  });

  test('percentages a hundred times too large are said once', () => {
    const sheet = read(budget.map((cells, i) => (i === 0 ? cells : cells.with(3, '5000.00'))));
    expect(amounts(sheet)).toEqual(whole);
    expect(codes(sheet)).toEqual(['percent-hundredfold']);
  });

  test('one wrong cell shows in its percentage, its parent and nowhere else', () => {
    const sheet = read(changed('Pajak Daerah', 1, '900,00 M'));
    expect(codes(sheet)).toEqual(['percent', 'parent-sum']);
    expect(sheet.problems.find(({ code }) => code === 'parent-sum')!.place.row).toBe(3);
  });

  test('a table cut short says which block it lost', () => {
    const sheet = read(budget.slice(0, 7));
    expect(amounts(sheet)).toMatchObject({ pajak_daerah: [m(300), m(150)] });
    expect(codes(sheet)).toEqual(['incomplete']);
  });

  test('text in an amount is named with its cell', () => {
    const sheet = read(changed('Pajak Daerah', 1, 'n/a'));
    expect(sheet.problems.find(({ code }) => code === 'angka')!.place).toMatchObject({
      row: 4,
      column: 'anggaran',
      value: 'n/a'
    });
    expect(amounts(sheet)).toMatchObject({ pajak_daerah: [null, m(150)], pad_tak_dirinci: [m(300), null] });
  });
});
