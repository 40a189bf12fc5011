import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tallyOf } from '$lib/source/layout';
import { importFiles, type Imported } from './support';

const data = '../shared/data';
const present = existsSync(data);
if (!present) console.warn(`${data} is absent: tests on real exports are skipped`);

/** All files of a folder of real exports. */
function filesOf(folder: string): Record<string, Uint8Array> {
  const path = join(data, folder);
  return Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [name, new Uint8Array(readFileSync(join(path, name)))])
  );
}

describe.skipIf(!present)('Lampung Selatan, January to April 2026', () => {
  let done: Imported;
  beforeAll(async () => {
    done = await importFiles(filesOf('lra-lampungselatan-kominfo-2026'));
  });

  test('is one year and four months of one unit', () => {
    const realisasi = done.tables.realisasi!;
    expect(new Set(realisasi.map(({ tahun }) => tahun))).toEqual(new Set([2026]));
    expect([...new Set(realisasi.map(({ bulan }) => bulan))].sort()).toEqual([1, 2, 3, 4]);
    expect(new Set(realisasi.map(({ kode_skpd }) => kode_skpd))).toEqual(new Set(['2.16.2.20.2.21.01.0000']));
    expect(done.latest).toEqual({ tahun: 2026, bulan: 4 });
  });

  test('has its pagu once, not four times and not tenfold', () => {
    expect(done.sum('pagu', 'pagu')).toBe(1_081_094_190_000n);
    expect(new Set(done.tables.pagu!.map(({ tahap, disimpulkan }) => `${tahap} ${disimpulkan}`))).toEqual(
      new Set(['murni true'])
    );
    expect(done.tables.pagu).toHaveLength(192);
  });

  test.for([
    { bulan: 1, rupiah: 126_091_861n },
    { bulan: 2, rupiah: 250_955_054n },
    { bulan: 3, rupiah: 637_656_722n },
    { bulan: 4, rupiah: 1_142_726_955n }
  ])('realisasi of month $bulan is that of the month itself', ({ bulan, rupiah }) => {
    expect(done.sum('realisasi', 'realisasi', { bulan, sejak_bulan: bulan })).toBe(rupiah * 100n);
  });

  test('monthly is recognised as monthly, and said', () => {
    expect(done.tables.realisasi!.every((row) => row.sejak_bulan === row.bulan)).toBe(true);
    const said = done.sentences.filter((text) => /dibaca per bulan/.test(text));
    expect(said).toHaveLength(1);
    expect(done.codes('question')).toEqual([]);
    expect(done.codes('reject')).toEqual([]);
  });

  test('each month has 192 leaf accounts in 481 rows, and every subtotal of ten levels equals its details', () => {
    const sheets = done.inputs.flatMap(({ read }) => read.sheets).filter(({ layout }) => layout === 'sipd-lra');
    expect(sheets).toHaveLength(4);
    for (const sheet of sheets) {
      expect(tallyOf(sheet)).toMatchObject({ dibaca: 481, dipakai: 192, induk: 288, total: 1, ditolak: 0 });
      expect(sheet.problems.map(({ message }) => message.id).join()).toMatch(
        /di 10 tingkat; 192 baris rincian dipakai, 288 subtotal dicocokkan/
      );
    }
    expect(done.codes('warning')).toEqual([]);
  });

  test('42 sub kegiatan, 11 kegiatan, 5 program and 3 bidang carry names', () => {
    const count = (tingkat: string) => done.tables.nomenklatur!.filter((row) => row.tingkat === tingkat).length;
    expect([count('bidang'), count('program'), count('kegiatan'), count('subkegiatan')]).toEqual([3, 5, 11, 42]);
    expect(done.tables.nomenklatur!.every(({ nama, kode }) => nama !== kode)).toBe(true);
  });

  test('accounts of three and five digits have the official form', () => {
    for (const { kode_akun } of done.tables.pagu!) expect(kode_akun).toMatch(/^5\.\d\.\d\d\.\d\d\.\d\d\.\d{4}$/);
  });

  test('the cash plan is January to July, and its other sheets are named and left out', () => {
    expect(done.sum('rencana_kas', 'rencana')).toBe(782_492_545_900n);
    expect([...new Set(done.tables.rencana_kas!.map(({ bulan }) => bulan))].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const left = done.all.filter(({ code, place }) => /^sheet-/.test(code) && place.file === 'rak.xlsx');
    expect(left.map(({ place }) => place.sheet).sort()).toEqual([
      'Sheet1',
      'Sheet10',
      'Sheet2',
      'Sheet3',
      'Sheet4',
      'Sheet5',
      'Sheet6',
      'Sheet7',
      'Sheet8',
      'Sheet9'
    ]);
    expect(left.find(({ place }) => place.sheet === 'Sheet7')!.code).toBe('sheet-hidden');
  });

  test('a month without its file is a gap, and the months after it are kept apart', async () => {
    const files = filesOf('lra-lampungselatan-kominfo-2026');
    delete files['lra_februari.xlsx'];
    const without = await importFiles(files);
    expect(without.tables.cakupan!.filter(({ tabel }) => tabel === 'realisasi').map(({ bulan }) => bulan)).toEqual([
      1, 3, 4
    ]);
    expect(without.codes('warning')).toEqual(['month-gap']);
    expect(without.sum('realisasi', 'realisasi', { bulan: 3, sejak_bulan: 3 })).toBe(63_765_672_200n);
  });
});

describe.skipIf(!present)('other real tables', () => {
  test('APBD of Kukar balances to exactly 0, and social assistance is 6,456,800,000', async () => {
    const { tables } = await importFiles(filesOf('apbd-kukar'));
    const rows = tables.apbd_daerah!;
    const sum = (...jenis: string[]) =>
      rows
        .filter((row) => jenis.includes(row.jenis as string))
        .reduce((all, row) => all + (row.anggaran as bigint), 0n);
    expect(rows).toHaveLength(21);
    expect(sum('pendapatan')).toBe(728_591_930_625_900n);
    expect(sum('belanja')).toBe(778_004_530_625_900n);
    expect(sum('pendapatan', 'penerimaan_pembiayaan') - sum('belanja', 'pengeluaran_pembiayaan')).toBe(0n);
    expect(rows.find(({ komponen }) => komponen === 'belanja_bansos')!.anggaran).toBe(645_680_000_000n);
    expect(new Set(rows.map(({ kode_wilayah }) => kode_wilayah))).toEqual(new Set(['64.02']));
  });

  test('six csv dialects hold the same 490 values', async () => {
    const files = filesOf('csv-dialek');
    const each = await Promise.all(
      Object.entries(files).map(async ([name, bytes]) => (await importFiles({ [name]: bytes })).tables.indikator!)
    );
    expect(each).toHaveLength(6);
    const plain = (rows: (typeof each)[number]) =>
      rows.map(({ id_berkas, ...row }) => ({ ...row, id_berkas: typeof id_berkas }));
    for (const rows of each) {
      expect(rows).toHaveLength(490);
      expect(plain(rows)).toEqual(plain(each[0]!));
    }
    const together = await importFiles(files);
    expect(together.tables.indikator).toHaveLength(490);
    expect(together.codes('reject')).toEqual([]);
  });

  test('nomenclature and accounts have the listed counts', async () => {
    const { tables } = await importFiles(filesOf('nomenklatur'));
    const count = (table: 'nomenklatur' | 'akun', tingkat: string) =>
      tables[table]!.filter((row) => row.tingkat === tingkat).length;
    expect([
      count('nomenklatur', 'program'),
      count('nomenklatur', 'kegiatan'),
      count('nomenklatur', 'subkegiatan')
    ]).toEqual([138, 483, 1881]);
    const levels = [1, 2, 3, 4].map(
      (parts) => tables.akun!.filter(({ kode }) => (kode as string).split('.').length === parts).length
    );
    expect(levels).toEqual([8, 27, 112, 578]);
  });

  test('penduduk is no layout of the importer: the file is refused in one sentence', async () => {
    const { all, tables } = await importFiles(filesOf('penduduk'));
    expect(all.filter(({ kind }) => kind === 'reject')).toHaveLength(1);
    expect(Object.entries(tables).filter(([, rows]) => rows.length > 0)).toEqual([]);
  });

  test.for(['bansos-kelurahan-bontang', 'kukar-boundaries', 'kukar-idm2024'])(
    '%s waits for the regency of the folder: one question a file, nothing is guessed',
    async (folder) => {
      const files = filesOf(folder);
      const { all, tables } = await importFiles(files);
      for (const name of Object.keys(files).filter((file) => file !== 'LICENSE')) {
        const asked = all.filter(({ kind, place }) => kind === 'question' && place.file === name);
        expect(
          asked.map(({ code }) => code),
          name
        ).toEqual(['no-wilayah']);
      }
      const filled = Object.entries(tables).filter(([, rows]) => rows.length > 0);
      expect(filled.map(([name]) => name).filter((name) => name !== 'berkas')).toEqual([]);
    }
  );
});
