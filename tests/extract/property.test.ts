import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCode } from '$lib/source/code';
import { layouts, readExport } from '$lib/source/recognise';
import type { Cell } from '$lib/source/sheet';
import { csv, cut, dinas, importFiles, type Line, type LraStyle, lra, lraRows, workbook } from './support';

const two = (n: number) => String(n).padStart(2, '0');
const line: fc.Arbitrary<Line> = fc
  .record({
    program: fc.integer({ min: 1, max: 4 }),
    kegiatan: fc.integer({ min: 1, max: 3 }),
    sub: fc.integer({ min: 1, max: 12 }),
    kelompok: fc.constantFrom('5.1.01', '5.1.02', '5.1.06', '5.2.02', '5.3.01', '5.4.02'),
    objek: fc.integer({ min: 1, max: 5 }),
    rincian: fc.integer({ min: 1, max: 3 }),
    leaf: fc.integer({ min: 1, max: 99 }),
    anggaran: fc.integer({ min: 0, max: 9_000_000_000 }),
    realisasi: fc.integer({ min: 0, max: 5_000_000_000 })
  })
  .map(({ program, kegiatan, sub, kelompok, objek, rincian, leaf, anggaran, realisasi }) => ({
    sub: `1.06.${two(program)}.2.${two(kegiatan)}.00${two(sub)}`,
    akun: `${kelompok}.${two(objek)}.${two(rincian)}.00${two(leaf)}`,
    anggaran: anggaran + realisasi,
    realisasi
  }));
const budget = fc.uniqueArray(line, { minLength: 1, maxLength: 30, selector: ({ sub, akun }) => `${sub} ${akun}` });
const dots = (n: number) => n.toString().replace(/\B(?=(\d{3})+$)/g, '.');
const style: fc.Arbitrary<LraStyle> = fc.record(
  {
    amount: fc.constantFrom(
      (n: number): Cell => n,
      (n: number): Cell => `${dots(n)},00`,
      (n: number): Cell => `Rp${dots(n)},00`,
      (n: number): Cell => `${dots(n).replaceAll('.', ',')}.00`
    ),
    oneColumn: fc.boolean(),
    pair: fc.boolean(),
    accounts: fc.constantFrom([3, 4, 5, 6], [1, 2, 3, 4, 5, 6], [6], [4, 6], [3], []),
    subText: fc.constantFrom(
      (kode: string): Cell => kode,
      (kode: string): Cell => kode.replace('.2.', '.02.')
    )
  },
  { requiredKeys: ['oneColumn', 'pair', 'accounts'] }
);
const sum = (lines: readonly Line[], name: 'anggaran' | 'realisasi') =>
  lines.reduce((all, one) => all + BigInt(one[name] as number) * 100n, 0n);

describe('any budget printed in any style', () => {
  test('comes in with its totals, to the rupiah, and every subtotal fits', async () => {
    await fc.assert(
      fc.asyncProperty(budget, style, fc.constantFrom('xlsx', 'csv', 'biff8'), async (lines, printed, container) => {
        const zero = printed.amount?.(1000) === '1,000.00' ? '0.00' : '0,00';
        const rows = lraRows(lines, {
          ...printed,
          zero: printed.amount === undefined || typeof printed.amount(1) === 'number' ? 0 : zero
        });
        const bytes = container === 'csv' ? csv(rows) : workbook({ Sheet1: rows }, { type: container as 'xlsx' });
        const done = await importFiles({ 'LRA Januari 2026.xlsx': bytes });
        expect(done.sum('pagu', 'pagu')).toBe(sum(lines, 'anggaran'));
        expect(done.sum('realisasi', 'realisasi')).toBe(sum(lines, 'realisasi'));
        expect(done.codes('warning').filter((code) => code !== 'above-pagu')).toEqual([]);
      }),
      { numRuns: 60 }
    );
  });

  test('keeps each line where it belongs', async () => {
    await fc.assert(
      fc.asyncProperty(budget, async (lines) => {
        const done = await importFiles({ 'LRA Januari 2026.xlsx': lra(lines) });
        const key = (sub: string, akun: string, pagu: bigint) => `${sub} ${akun} ${pagu}`;
        const expected = lines.map(({ sub, akun, anggaran }) => key(sub, akun, BigInt(anggaran as number) * 100n));
        const found = done.tables.pagu!.map((row) =>
          key(row.kode_subkegiatan as string, row.kode_akun as string, row.pagu as bigint)
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 25 }
    );
  });

  test('loses only what is damaged: accepted + rejected = read', async () => {
    await fc.assert(
      fc.asyncProperty(
        budget,
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.nat({ max: 12 }),
            fc.constantFrom<Cell>('#N/A', 'abc', null, '1.2.3.4.5.6.7', '#REF!', -5, 'Jumlah', true)
          ),
          { maxLength: 6 }
        ),
        async (lines, damage) => {
          const rows = lraRows(lines).map((row) => [...row]);
          for (const [at, column, value] of damage) rows[8 + (at % (rows.length - 8))]![column] = value;
          await importFiles({ 'LRA Januari 2026.xlsx': workbook({ Sheet1: rows }) });
        }
      ),
      { numRuns: 60 }
    );
  });
});

describe('codes', () => {
  test('are the same after a second reading, in every variant', () => {
    fc.assert(
      fc.property(line, ({ sub, akun }) => {
        for (const variant of [
          sub,
          sub.replace('.2.', '.02.'),
          `${sub}.`,
          `'${sub}`,
          sub.split('.').map(Number).join('.')
        ]) {
          expect(readCode(variant, 'nomenklatur')).toMatchObject({ kind: 'subkegiatan', kode: sub });
        }
        const sipd = akun
          .split('.')
          .map((part, i) => (i === 4 ? part.padStart(3, '0') : i === 5 ? part.padStart(5, '0') : part));
        for (const variant of [akun, sipd.join('.'), akun.replaceAll('.', ''), akun.split('.').map(Number).join('.')]) {
          expect(readCode(variant, 'akun')).toMatchObject({ kind: 'akun', kode: akun, parts: 6 });
        }
        for (const parts of [1, 2, 3, 5, 6])
          expect(readCode(cut(sub, parts), 'nomenklatur')!.kode).toBe(cut(sub, parts));
      })
    );
  });

  test('any text is a code or null', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('akun', 'nomenklatur', 'skpd', undefined), (text, kind) => {
        const code = readCode(text, kind);
        if (code !== null)
          expect(
            readCode(code.kode, code.kind === 'akun' ? 'akun' : code.kind === 'skpd' ? 'skpd' : 'nomenklatur')?.kode
          ).toBe(code.kode);
      })
    );
  });
});

describe('nothing crashes the reader', () => {
  test('any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3000 }),
        fc.constantFrom('a.xlsx', 'a.xls', 'a.csv', 'a'),
        (bytes, name) => {
          const read = readExport(bytes, name);
          expect(read.problems.length + read.sheets.length).toBeGreaterThan(0);
        }
      ),
      { numRuns: 300 }
    );
  });

  test('any change of a byte, any cut of a workbook', () => {
    const good = lra([{ sub: '1.06.04.2.01.0001', akun: '5.1.02.01.01.0024', anggaran: 1, realisasi: 1 }]);
    fc.assert(
      fc.property(
        fc.nat({ max: good.length - 1 }),
        fc.nat({ max: 255 }),
        fc.nat({ max: good.length }),
        (at, value, length) => {
          const bytes = good.slice(0, length);
          if (at < bytes.length) bytes[at] = value;
          const read = readExport(bytes, 'a.xlsx');
          expect(read.problems.length + read.sheets.length).toBeGreaterThan(0);
        }
      ),
      { numRuns: 200 }
    );
  });

  test('any cells under any known header', () => {
    const headers = [
      'tahun',
      'bulan',
      'kode_skpd',
      'kode_sub_kegiatan',
      'kode_rekening',
      'pagu',
      'anggaran',
      'realisasi',
      'jenis',
      'nilai',
      'realisasi_fisik',
      'per_bulan',
      'indikator',
      'satuan',
      'target',
      'wilayah',
      'Uraian',
      'Kode',
      'Januari',
      'Februari',
      'Maret',
      'level',
      'sumber_dana',
      'akun',
      'sub kegiatan',
      'total',
      'kode_bps',
      'kode_akun'
    ];
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.constantFrom<Cell>(
        '1.06.04.2.01.0001',
        '5.1.02.01.01.0024',
        dinas,
        '2026',
        '4',
        'Jumlah',
        '1.234',
        '1.234,5',
        '#N/A',
        null,
        'kontrak',
        'program'
      ),
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null)
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...headers), { minLength: 3, maxLength: 14 }),
        fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 12 }),
        (header, rows) => {
          const sheet = { name: 'S', hidden: false, rows: [header, ...rows] };
          for (const layout of layouts) {
            const recognition = layout.recognise(sheet);
            if (recognition === null) continue;
            const read = layout.read(sheet, { file: 'f.csv', settings: {}, recognition });
            expect(read.used.length + read.rejects.length + read.induk + read.total).toBeLessThanOrEqual(rows.length);
          }
        }
      ),
      { numRuns: 500 }
    );
  });
});
