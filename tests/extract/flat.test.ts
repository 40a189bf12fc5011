import { describe, expect, test } from 'vitest';
import { tallyOf } from '$lib/source/layout';
import { csv, dinas, importFiles, workbook } from './support';

const sub = '1.06.04.2.01.0001';
const akun = '5.1.02.01.01.0052';

describe('contracts', () => {
  const header = [
    'tahun',
    'bulan',
    'kode_skpd',
    'kode_sub_kegiatan',
    'kode_rekening',
    'sumber_dana',
    'jenis',
    'nomor',
    'penyedia',
    'nilai',
    'terbayar'
  ];
  const row = (bulan: string, jenis: string, nilai: string, terbayar: string, kode = akun) => [
    '2026',
    bulan,
    dinas,
    sub,
    kode,
    '1.1',
    jenis,
    '027/SPK/RAHASIA',
    'CV RAHASIA',
    nilai,
    terbayar
  ];
  const secret = (value: unknown) =>
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}` : one));

  test('contracts of one line and kind are added; numbers and suppliers are never read', async () => {
    const done = await importFiles({
      'kontrak.csv': csv(
        [
          header,
          row('4', 'kontrak', '1000', '400'),
          row('4', 'Kontrak', '500', '0'),
          row('4', 'SPK', '70', ''),
          row('April', 'tunda bayar', '9', '0'),
          row('4', 'arisan', '5', '5')
        ],
        ';'
      )
    });
    expect(done.tables.komitmen!.map(({ jenis, nilai, terbayar }) => [jenis, nilai, terbayar])).toEqual([
      ['kontrak', 150_000n, 40_000n],
      ['spk', 7000n, null],
      ['utang', 900n, 0n]
    ]);
    expect(tallyOf(done.inputs[0]!.read.sheets[0]!)).toMatchObject({
      dipakai: 4,
      ditolak: 1,
      rupiah: { nilai: { ditolak: 500n } }
    });
    expect(secret([done.tables, done.all, done.inputs])).not.toContain('RAHASIA');
  });

  test('the same list twice counts once; a list that differs is left out and named', async () => {
    const list = csv([header, row('4', 'kontrak', '1000', '400'), row('4', 'kontrak', '500', '0')]);
    const twice = await importFiles({ 'a.csv': list, 'b.csv': list });
    expect(twice.sum('komitmen', 'nilai')).toBe(150_000n);
    expect(twice.codes('reject')).toEqual([]);
    const differs = await importFiles({ 'a.csv': list, 'b.csv': csv([header, row('4', 'kontrak', '7000', '400')]) });
    expect(differs.sum('komitmen', 'nilai')).toBe(150_000n);
    expect(differs.codes('reject')).toEqual(['two-rows']);
    expect(tallyOf(differs.inputs[1]!.read.sheets[0]!)).toMatchObject({ dipakai: 0, ditolak: 1 });
  });

  test('months of a running list stay apart', async () => {
    const done = await importFiles({
      'a.csv': csv([header, row('4', 'kontrak', '1000', '400')]),
      'b.csv': csv([header, row('5', 'kontrak', '1000', '900')])
    });
    expect(done.tables.komitmen!.map(({ bulan, terbayar }) => [bulan, terbayar])).toEqual([
      [4, 40_000n],
      [5, 90_000n]
    ]);
  });

  test('a name in the wrong column is not repeated in a message', async () => {
    const done = await importFiles({
      'kontrak.csv': csv([
        header,
        row('4', 'kontrak', '1000', '0', 'CV RAHASIA'),
        row('4', 'kontrak', 'CV RAHASIA', '0'),
        row('4', 'kontrak', '10', '0')
      ])
    });
    expect(done.codes('reject')).toEqual(['kode', 'angka']);
    expect(done.sentences.join()).not.toContain('RAHASIA');
  });
});

describe('progress, outputs, obligations', () => {
  const rfk = (rows: (string | number | null)[][]) =>
    workbook({
      RFK: [
        ['tahun', 'bulan', 'kode_skpd', 'kode_sub_kegiatan', 'realisasi_fisik', 'permasalahan', 'tindak_lanjut'],
        ...rows
      ]
    });

  test.for([
    { name: 'percent as numbers', values: [0, 12.5, 100], ratios: [0, 0.125, 1] },
    { name: 'percent as text', values: ['0', '12,5 %', '100%'], ratios: [0, 0.125, 1] },
    { name: 'ratios', values: [0, 0.125, 1], ratios: [0, 0.125, 1] },
    { name: 'blank is not zero', values: [0, null, 100], ratios: [0, null, 1] }
  ])('physical progress: $name', async ({ values, ratios }) => {
    const done = await importFiles({
      'RFK.xlsx': rfk(values.map((value, i) => [2026, i + 1, dinas, sub, value, null, null]))
    });
    expect(done.tables.kinerja!.map(({ fisik }) => fisik)).toEqual(ratios);
  });

  test('progress beyond 100 or in words is left out and named', async () => {
    const done = await importFiles({
      'RFK.xlsx': rfk([
        [2026, 1, dinas, sub, 120, null, null],
        [2026, 2, dinas, sub, 'selesai', null, null],
        [2026, 13, dinas, sub, 5, null, null],
        [2026, 3, dinas, sub, 50, 'Hujan', 'Jadwal ulang']
      ])
    });
    expect(done.codes('reject')).toEqual(['fisik', 'fisik', 'bulan']);
    expect(done.tables.kinerja).toMatchObject([
      { bulan: 3, fisik: 0.5, masalah: 'Hujan', tindak_lanjut: 'Jadwal ulang' }
    ]);
  });

  test('a month that only the name of the file says', async () => {
    const rows = [
      ['kode_skpd', 'kode_sub_kegiatan', 'realisasi_fisik'],
      [dinas, sub, '40']
    ];
    const done = await importFiles({ 'RFK Juni 2026.csv': csv(rows) });
    expect(done.tables.kinerja).toMatchObject([{ tahun: 2026, bulan: 6, fisik: 0.4 }]);
    const asked = await importFiles({ 'RFK.csv': csv(rows) });
    expect(asked.codes('question')).toEqual(['no-tahun']);
    expect(tallyOf(asked.inputs[0]!.read.sheets[0]!)).toMatchObject({ dipakai: 0, ditolak: 1 });
  });

  test('two obligations of one account and amount are both owed', async () => {
    const header = ['tahun', 'kode_skpd', 'kode_sub_kegiatan', 'kode_rekening', 'per_bulan', 'sampai_bulan'];
    const done = await importFiles({
      'kewajiban.csv': csv([
        header,
        ['2026', dinas, sub, akun, '100', '12'],
        ['2026', dinas, sub, akun, '100', '12'],
        ['2026', dinas, sub, akun, '100', '6'],
        ['2026', dinas, sub, akun, '', '6']
      ])
    });
    expect(done.tables.kewajiban!.map(({ per_bulan, sampai_bulan }) => [per_bulan, sampai_bulan])).toEqual([
      [20_000n, 12],
      [10_000n, 6]
    ]);
    expect(done.codes('reject')).toEqual(['kosong']);
  });

  test('outputs: blank achievement is not zero', async () => {
    const header = [
      'tahun',
      'bulan',
      'kode_skpd',
      'kode_sub_kegiatan',
      'urutan',
      'indikator',
      'satuan',
      'target',
      'capaian'
    ];
    const done = await importFiles({
      'keluaran.csv': csv([
        header,
        ['2026', '1', dinas, sub, '1', 'Orang dilayani', 'orang', '120,5', ''],
        ['2026', '2', dinas, sub, '1', 'Orang dilayani', 'orang', '120,5', '0']
      ])
    });
    expect(done.tables.keluaran!.map(({ target, capaian }) => [target, capaian])).toEqual([
      [120.5, null],
      [120.5, 0]
    ]);
  });
});

describe('regions', () => {
  const indicators = (column: string, kode: string) =>
    csv([
      [column, 'tahun', 'indikator', 'nilai', 'satuan', 'sumber'],
      [kode, '2025', 'P0', '6,72', '%', 'BPS']
    ]);
  test.for([
    { name: 'BPS 6403 is Kutai Kartanegara', column: 'kode_bps', kode: '6403', expected: '64.02' },
    { name: 'BPS 6402 is Kutai Barat', column: 'kode_bps', kode: '6402', expected: '64.07' },
    { name: 'Kemendagri with dots', column: 'kode_wilayah', kode: '64.02', expected: '64.02' },
    {
      name: 'Kemendagri without dots, in a column that says so',
      column: 'kode_kemendagri',
      kode: '6402',
      expected: '64.02'
    },
    {
      name: 'a desa without dots, in a column that says so',
      column: 'kode_kemendagri',
      kode: '6402061001',
      expected: '64.02.06.1001'
    },
    { name: 'a province as BPS writes it', column: 'wilayah', kode: '6400', expected: '64' },
    { name: 'Papua, which BPS numbers otherwise', column: 'wilayah', kode: '9400', expected: '91' },
    { name: 'the nation', column: 'wilayah', kode: '1000', expected: '00' }
  ])('$name', async ({ column, kode, expected }) => {
    const done = await importFiles({ 'i.csv': indicators(column, kode) });
    expect(done.tables.indikator!.map(({ kode_wilayah }) => kode_wilayah)).toEqual([expected]);
  });

  test.for(['wilayah', 'kode_wilayah'])(
    'a bare 6402 in a column "%s" is asked about, and tepat.json answers',
    async (column) => {
      const bytes = indicators(column, '6402');
      const done = await importFiles({ 'i.csv': bytes });
      expect(done.codes('question')).toEqual(['region-system']);
      expect(done.all.find(({ kind }) => kind === 'question')!.tepatJson).toBe(
        '"i.csv": { "sistem_kode": "kemendagri" }'
      );
      const answer = async (sistem_kode: 'bps' | 'kemendagri') =>
        (await importFiles({ 'i.csv': bytes }, { berkas: { 'i.csv': { sistem_kode } } })).tables.indikator![0]!
          .kode_wilayah;
      expect([await answer('kemendagri'), await answer('bps')]).toEqual(['64.02', '64.07']);
    }
  );

  test('a code of no list is left out, once named for all its rows', async () => {
    const rows = ['2020', '2021', '2022'].map((tahun) => ['6499', tahun, 'P0', '1', '%', 'BPS']);
    const done = await importFiles({
      'i.csv': csv([['kode_bps', 'tahun', 'indikator', 'nilai', 'satuan', 'sumber'], ...rows])
    });
    expect(done.codes('reject')).toEqual(['region']);
    expect(tallyOf(done.inputs[0]!.read.sheets[0]!)).toMatchObject({ dipakai: 0, ditolak: 3 });
  });

  test('of several versions of one figure the latest holds', async () => {
    const row = (versi: string, nilai: string) => ['6403', '2025', 'P0', nilai, '%', 'BPS', versi];
    const done = await importFiles({
      'a.csv': csv([
        ['kode_bps', 'tahun', 'indikator', 'nilai', 'satuan', 'sumber', 'versi'],
        row('01/12/2024', '8'),
        row('30/11/2025', '6,72')
      ])
    });
    expect(done.tables.indikator!.map(({ nilai }) => nilai)).toEqual([6.72]);
  });
});
