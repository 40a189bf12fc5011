import { describe, expect, test } from 'vitest';
import { csv, dinas, importFiles, workbook } from './support';

const sub = '1.06.04.2.01.0003';
const header = [
  'Tahun',
  'Kode SKPD',
  'Kode Sub Kegiatan',
  'Kelompok Akun',
  'Peran',
  'Batas',
  'Prioritas',
  'Templat',
  'Satuan Potong',
  'Dasar'
];
const rule = (akun: string, peran: string, ...rest: (string | number | null)[]) => [
  2026,
  dinas,
  sub,
  akun,
  peran,
  ...rest
];
const texts = (rows: (string | number | null)[][]) =>
  rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));

describe('rules for cuts', () => {
  test('a rule is read with its role, limit, priority, template, step and ground; blank is not zero', async () => {
    const done = await importFiles({
      'aturan.csv': csv(
        texts([
          header,
          rule('5.1.06', 'langsung', '0,4', 1, '', '38.000.000', 'PP 2/2018'),
          rule('5.1.02', 'umum', '', '', '', '', 'usulan')
        ]),
        ';'
      )
    });
    const rows = done.tables.aturan_potong!.map(({ id_berkas: _, ...row }) => row);
    const line = { tahun: 2026, kode_skpd: dinas, kode_subkegiatan: sub };
    expect(rows).toEqual([
      {
        ...{ ...line, kelompok_akun: '5.1.06', peran: 'langsung', batas: 0.4, prioritas: 1, templat: null },
        ...{ satuan_potong: 3_800_000_000n, dasar: 'PP 2/2018' }
      },
      {
        ...{ ...line, kelompok_akun: '5.1.02', peran: 'umum', batas: null, prioritas: null, templat: null },
        ...{ satuan_potong: null, dasar: 'usulan' }
      }
    ]);
    expect(done.codes('reject')).toEqual([]);
  });

  test.for([
    { name: 'ratios', written: ['0', '0,4', '1'], ratios: [0, 0.4, 1] },
    { name: 'percent with its sign', written: ['0 %', '40 %', '100%'], ratios: [0, 0.4, 1] },
    { name: 'percent without one, decided by the whole column', written: ['0', '1', '40'], ratios: [0, 0.01, 0.4] },
    { name: 'a sign beside ratios', written: ['40 %', '0.5', '1'], ratios: [0.4, 0.5, 1] },
    { name: 'blank and dash', written: ['', '-', '0,25'], ratios: [null, null, 0.25] }
  ])('a share is a ratio: $name', async ({ written, ratios }) => {
    const accounts = ['5.1.01', '5.1.02', '5.1.06'];
    const rows = written.map((batas, i) => rule(accounts[i]!, 'umum', batas, '', batas, '', 'usulan'));
    const done = await importFiles({ 'aturan.csv': csv(texts([header, ...rows]), ';') });
    expect(done.tables.aturan_potong!.map(({ batas }) => batas)).toEqual(ratios);
    expect(done.tables.aturan_potong!.map(({ templat }) => templat)).toEqual(ratios);
  });

  test('words that agencies use for a role, and a rule for every account of a sub kegiatan', async () => {
    const done = await importFiles({
      'aturan.xlsx': workbook({
        Aturan: [
          ['tahun', 'kode_skpd', 'kode_sub_kegiatan', 'kode_rekening', 'peran'],
          [2026, dinas, sub, '', 'Bantuan langsung'],
          [2026, dinas, sub, '5.1.02.04.01.0003', 'penyaluran']
        ]
      })
    });
    const rows = done.tables.aturan_potong!;
    expect(rows.map(({ kelompok_akun, peran }) => [kelompok_akun, peran])).toEqual([
      ['5', 'langsung'],
      ['5.1.02.04.01.0003', 'penunjang']
    ]);
    expect(rows.map(({ dasar }) => dasar)).toEqual(Array(2).fill('usulan SKPD, dasar tidak disebut'));
  });

  test.for([
    { name: 'an unknown role', row: rule('5.1.06', 'pelengkap', '', '', '', '', 'x'), code: 'peran', column: 'E' },
    { name: 'no role', row: rule('5.1.06', '', '', '', '', '', 'x'), code: 'kosong', column: 'E' },
    {
      name: 'a limit above the whole',
      row: rule('5.1.06', 'umum', '140', '', '', '', 'x'),
      code: 'rasio',
      column: 'F'
    },
    { name: 'a limit below zero', row: rule('5.1.06', 'umum', '-0,4', '', '', '', 'x'), code: 'rasio', column: 'F' },
    { name: 'a limit in words', row: rule('5.1.06', 'umum', 'separuh', '', '', '', 'x'), code: 'rasio', column: 'F' },
    { name: 'a priority of none', row: rule('5.1.06', 'umum', '', 0, '', '', 'x'), code: 'prioritas', column: 'G' },
    {
      name: 'a step of nothing',
      row: rule('5.1.06', 'umum', '', '', '', '0', 'x'),
      code: 'satuan-potong',
      column: 'I'
    },
    { name: 'an account that is none', row: rule('ATK', 'umum', '', '', '', '', 'x'), code: 'kode', column: 'D' }
  ])('left out with file, row, column and how to mend it: $name', async ({ row, code, column }) => {
    const done = await importFiles({
      'aturan.csv': csv(texts([header, rule('5.1.01', 'umum', '', '', '', '', 'x'), row]), ';')
    });
    expect(done.tables.aturan_potong).toHaveLength(1);
    const [reject] = done.all.filter(({ kind }) => kind === 'reject');
    expect(reject).toMatchObject({ code, place: { file: 'aturan.csv', row: 3, column } });
    expect(reject!.fix?.id.length).toBeGreaterThan(10);
  });

  test('the same rule twice counts once; two that differ are reported', async () => {
    const one = csv(texts([header, rule('5.1.06', 'langsung', '0,4', 1, '', '', 'x')]), ';');
    const twice = await importFiles({ 'a.csv': one, 'b.csv': one });
    expect([twice.tables.aturan_potong!.length, twice.codes('reject')]).toEqual([1, []]);
    const other = csv(texts([header, rule('5.1.06', 'langsung', '0,2', 1, '', '', 'x')]), ';');
    const differs = await importFiles({ 'a.csv': one, 'b.csv': other });
    expect(differs.tables.aturan_potong!.map(({ batas }) => batas)).toEqual([0.4]);
    expect(differs.codes('reject')).toEqual(['two-rows']);
  });
});
