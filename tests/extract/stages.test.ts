import { describe, expect, test } from 'vitest';
import { tallyOf } from '$lib/source/layout';
import {
  csv,
  cumulative,
  dinas,
  importFiles,
  type Line,
  lines,
  lra,
  monthly,
  other,
  paguOfLines,
  rakRows,
  spent,
  workbook
} from './support';

const header = ['tahun', 'kode_skpd', 'kode_sub_kegiatan', 'kode_sumber_dana', 'kode_rekening', 'pagu', 'diblokir'];
type Source = string | null;
/** A flat pagu table of some lines, each whole or cut into two sources. */
function pagu(
  of: readonly Line[],
  sources: Source[] = ['1.1'],
  blocked: (line: Line) => string | null = () => null
): Uint8Array {
  const rows = of.flatMap((line) =>
    sources.map((source, i) => {
      const half = Math.floor((line.anggaran as number) / sources.length);
      const part = i === 0 ? (line.anggaran as number) - half * (sources.length - 1) : half;
      return ['2026', line.skpd ?? dinas, line.sub, source, line.akun, String(part), blocked(line)];
    })
  );
  return csv([header, ...rows]);
}
/** The lines after some of their pagu moved from the first to the second. */
const moved = (by: number, from = lines): Line[] =>
  from.map((line, i) => ({ ...line, anggaran: (line.anggaran as number) + (i === 0 ? -by : i === 1 ? by : 0) }));
const withPagu = (month: number, of: readonly Line[]): Line[] =>
  monthly(month).map((line, i) => ({ ...line, anggaran: of[i]!.anggaran }));
const title = (...more: string[]) => ({ titles: ['REKAPITULASI BELANJA', 'TAHUN ANGGARAN 2026', ...more] });
const monthlyFolder = { berkas: { 'LRA*': { sifat: 'bulanan' as const } } };
const stagesOf = (done: Awaited<ReturnType<typeof importFiles>>) =>
  [...new Set(done.tables.pagu!.map((row) => `${row.tahap} ${row.berlaku_bulan} ${row.disimpulkan}`))].sort();

describe('stages', () => {
  test('a budget that changes within the year becomes inferred stages, each from the month that shows it first', async () => {
    const done = await importFiles(
      {
        'LRA Januari 2026.xlsx': lra(monthly(1)),
        'LRA Februari 2026.xlsx': lra(monthly(2)),
        'LRA Maret 2026.xlsx': lra(withPagu(3, moved(1_000_000))),
        'LRA April 2026.xlsx': lra(withPagu(4, moved(1_000_000))),
        'LRA Mei 2026.xlsx': lra(withPagu(5, moved(2_500_000)))
      },
      monthlyFolder
    );
    expect(stagesOf(done)).toEqual(['murni 1 true', 'pergeseran-1 3 true', 'pergeseran-2 5 true']);
    expect(done.sum('pagu', 'pagu', { tahap: 'pergeseran-1' })).toBe(paguOfLines);
    expect(done.codes('question')).toEqual([]);
  });

  test('titles name the stages', async () => {
    const done = await importFiles(
      {
        'LRA Januari 2026.xlsx': lra(monthly(1), title('APBD MURNI', 'Bulan : Januari 2026')),
        'LRA April 2026.xlsx': lra(withPagu(4, moved(5)), title('PERGESERAN APBD', 'Bulan : April 2026')),
        'LRA Oktober 2026.xlsx': lra(withPagu(10, moved(9)), title('APBD PERUBAHAN', 'Bulan : Oktober 2026')),
        'LRA November 2026.xlsx': lra(withPagu(11, moved(11)), title('PERGESERAN APBD', 'Bulan : November 2026'))
      },
      monthlyFolder
    );
    expect(stagesOf(done).map((stage) => stage.replace(/ (true|false)$/, ''))).toEqual([
      'murni 1',
      'pergeseran-1 4',
      'pergeseran-setelah-perubahan-1 11',
      'perubahan 10'
    ]);
  });

  test('a pagu table and an LRA that show the same are one stage, with the sources of the table', async () => {
    const done = await importFiles({
      'pagu_2026_murni.csv': pagu(lines, ['1.1', '1.2.01.01.02']),
      'LRA Januari 2026.xlsx': lra(monthly(1))
    });
    expect(stagesOf(done)).toEqual(['murni 1 false']);
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(done.tables.pagu!.every(({ kode_sumber_dana }) => kode_sumber_dana !== null)).toBe(true);
    expect(done.tables.sumber_dana!.map(({ kode }) => kode).sort()).toEqual(['1.1', '1.2.01.01.02']);
  });

  test.for([{ accounts: [] }, { accounts: [3] }, { accounts: [3, 4] }])(
    'an LRA that stops at accounts of level $accounts shows the stage of the table',
    async ({ accounts }) => {
      const done = await importFiles({
        'pagu_2026_murni.csv': pagu(lines),
        'LRA Januari 2026.xlsx': lra(monthly(1), { accounts })
      });
      expect(stagesOf(done)).toEqual(['murni 1 false']);
      expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    }
  );

  test('realisasi by account only shows the stage of the table too', async () => {
    const rows = [
      ['kode_rekening', 'uraian', 'anggaran', 'realisasi'],
      ...[...new Set(lines.map(({ akun }) => akun))].map((akun) => [
        akun,
        akun,
        String(lines.filter((line) => line.akun === akun).reduce((sum, line) => sum + (line.anggaran as number), 0)),
        '1'
      ])
    ];
    const done = await importFiles(
      { 'pagu_2026_murni.csv': pagu(lines), 'Realisasi Januari 2026.csv': csv(rows) },
      { kode_skpd: dinas }
    );
    expect(stagesOf(done)).toEqual(['murni 1 false']);
  });

  test('a table and an itemised list of one stage are reconciled, never added', async () => {
    const columns = [
      'KODE/NAMA URUSAN',
      'KODE/NAMA BIDANG URUSAN',
      'KODE/NAMA UNIT SKPD',
      'KODE/NAMA PROGRAM',
      'KODE/NAMA KEGIATAN',
      'KODE/NAMA SUB KEGIATAN',
      'KODE/NAMA AKUN',
      'STANDAR HARGA',
      'SPESIFIKASI',
      'SUMBER DANA',
      'PAKET/KELOMPOK BELANJA',
      'KETERANGAN BELANJA',
      'NAMA PENERIMA BANTUAN',
      'KOEFISIEN (MURNI)',
      'HARGA SATUAN (MURNI)',
      'TOTAL HARGA (MURNI)'
    ];
    const items = (of: readonly Line[]) =>
      of.map(({ sub, akun, anggaran }) => [
        '1 WAJIB',
        '1.06 SOSIAL',
        `${dinas} DINAS`,
        '1.06.04 P',
        '1.06.04.2.01 K',
        `${sub} S`,
        `${akun} A`,
        '',
        '',
        '[DANA UMUM] - PENDAPATAN ASLI DAERAH (PAD)',
        '',
        '',
        'FULANAH',
        '1',
        anggaran,
        anggaran
      ]);
    const rincian = (of: readonly Line[]) => workbook({ R: [columns, ...items(of)] });
    const one = await importFiles({ 'pagu_2026_murni.csv': pagu(lines, [null]), 'Rincian 2026.xlsx': rincian(lines) });
    expect(one.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(one.codes()).toContain('stage-reconciled');
    expect(one.tables.pagu!.every(({ kode_sumber_dana }) => kode_sumber_dana === '1.1')).toBe(true);
    const two = await importFiles({
      'pagu_2026_murni.csv': pagu(lines, [null]),
      'Rincian 2026.xlsx': rincian(moved(7))
    });
    expect(two.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(two.codes('warning')).toEqual(['stage-unreconciled']);
    const table = two.inputs.find(({ read }) => read.file.startsWith('pagu'))!.read.sheets[0]!;
    expect(tallyOf(table)).toMatchObject({ dipakai: 10, ditolak: 2 });
    const text = JSON.stringify([one.tables, one.all, one.inputs, two.inputs], (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value
    );
    expect(text).not.toContain('FULANAH');
  });

  test('a stage that no LRA shows is asked for its month; tepat.json answers', async () => {
    const files = { 'pagu_2026_murni.csv': pagu(lines), 'pagu_2026_perubahan.csv': pagu(moved(3)) };
    const done = await importFiles(files);
    expect(done.codes('question')).toEqual(['stage-month']);
    expect(stagesOf(done)).toEqual(['murni 1 false']);
    expect(tallyOf(done.inputs[1]!.read.sheets[0]!)).toMatchObject({ dipakai: 0, ditolak: 12 });
    const answered = await importFiles(files, { berkas: { 'pagu_2026_perubahan.csv': { berlaku_bulan: 9 } } });
    expect(stagesOf(answered)).toEqual(['murni 1 false', 'perubahan 9 false']);
  });

  test('two tables without a stage are asked about', async () => {
    const done = await importFiles({ 'a 2026.csv': pagu(lines), 'b 2026.csv': pagu(moved(3)) });
    expect(done.codes('question')).toEqual(['stage-name', 'stage-name']);
    expect(done.tables.pagu).toEqual([]);
  });

  test('one file a programme makes one stage of its parts', async () => {
    const part = (program: string) => pagu(lines.filter(({ sub }) => sub.startsWith(program)));
    const done = await importFiles({
      'pagu_2026_murni_a.csv': part('1.06.01'),
      'pagu_2026_murni_b.csv': part('1.06.04'),
      'pagu_2026_murni_c.csv': part('1.06.05')
    });
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(new Set(done.tables.pagu!.map(({ id_berkas }) => id_berkas)).size).toBe(3);
  });

  test('what is blocked is kept beside the pagu, and blank is not zero', async () => {
    const done = await importFiles({
      'pagu_2026_murni.csv': pagu(lines, ['1.1'], (line) => (line.akun === '5.2.02.10.01.0002' ? '60000000' : null))
    });
    const blocked = done.tables.pagu!.map(({ diblokir }) => diblokir);
    expect(blocked.filter((value) => value !== null)).toEqual([6_000_000_000n]);
  });

  test('a unit below an SKPD has stages of its own', async () => {
    const unit = '1.06.0.00.0.00.01.0001';
    const rows = lines.map(({ sub, akun, anggaran }) => ['2026', dinas, unit, sub, akun, String(anggaran)]);
    const done = await importFiles({
      'pagu_2026_murni.csv': csv([
        ['tahun', 'kode_skpd', 'kode_sub_unit', 'kode_sub_kegiatan', 'kode_rekening', 'pagu'],
        ...rows
      ])
    });
    expect(new Set(done.tables.pagu!.map(({ kode_skpd }) => kode_skpd))).toEqual(new Set([unit]));
    expect(done.tables.skpd!.map(({ kode, tingkat }) => `${kode} ${tingkat}`)).toEqual([
      `${unit} unit`,
      `${dinas} skpd`
    ]);
  });
});

describe('cash plans', () => {
  const plan = (share: number) => (line: Line) =>
    Array.from({ length: 12 }, () => Math.floor(((line.anggaran as number) * share) / 12));
  test('a plan takes the stage its title names, or the one whose pagu it shows', async () => {
    const done = await importFiles(
      {
        'pagu_2026_murni.csv': pagu(lines),
        'pagu_2026_perubahan.csv': pagu(moved(9)),
        'RAK.xlsx': workbook({ RAK: rakRows(moved(9), plan(1), 'RENCANA ANGGARAN KAS TAHUN 2026') })
      },
      { berkas: { 'pagu_2026_perubahan.csv': { berlaku_bulan: 9 } } }
    );
    expect(new Set(done.tables.rencana_kas!.map(({ tahap }) => tahap))).toEqual(new Set(['perubahan']));
  });

  test('two different plans of one stage: neither is used, and a person is asked', async () => {
    const done = await importFiles({
      'RAK a 2026.xlsx': workbook({ RAK: rakRows(lines, plan(1)) }),
      'RAK b 2026.xlsx': workbook({ RAK: rakRows(lines, plan(0.5)) })
    });
    expect(done.codes('question')).toEqual(['two-plans']);
    expect(done.tables.rencana_kas).toEqual([]);
    expect(done.inputs.map(({ read }) => tallyOf(read.sheets[0]!).dipakai)).toEqual([0, 0]);
  });

  test('the same plan twice counts once; plans of two units go together', async () => {
    const bytes = workbook({ RAK: rakRows(lines, plan(1)) });
    const done = await importFiles({
      'RAK a 2026.xlsx': bytes,
      'RAK b 2026.xlsx': bytes,
      'RAK c 2026.xlsx': workbook({
        RAK: rakRows(
          lines.map((line) => ({ ...line, skpd: other })),
          plan(1)
        )
      })
    });
    const one = lines.reduce((sum, line) => sum + 12n * 100n * BigInt(Math.floor((line.anggaran as number) / 12)), 0n);
    expect(done.sum('rencana_kas', 'rencana')).toBe(2n * one);
    expect(done.codes('question')).toEqual([]);
  });
});

test('a cumulative series whose pagu changes keeps both', async () => {
  const of = (month: number) =>
    month < 3 ? cumulative(month) : cumulative(month).map((line, i) => ({ ...line, anggaran: moved(4)[i]!.anggaran }));
  const names = ['Januari', 'Februari', 'Maret', 'April'];
  const done = await importFiles(Object.fromEntries(names.map((name, i) => [`LRA ${name} 2026.xlsx`, lra(of(i + 1))])));
  expect(stagesOf(done)).toEqual(['murni 1 true', 'pergeseran-1 3 true']);
  expect(done.sum('realisasi', 'realisasi')).toBe(
    cumulative(4).reduce((sum, line) => sum + BigInt(line.realisasi as number) * 100n, 0n)
  );
});

test('a line without any budget and without spending is no stage of its own', async () => {
  const zero = spent((i) => (i < 3 ? i : 0)).map((line, i) => (i === 11 ? { ...line, anggaran: 0 } : line));
  const done = await importFiles({
    'pagu_2026_murni.csv': pagu(zero.slice(0, 11)),
    'LRA Januari 2026.xlsx': lra(zero)
  });
  expect(stagesOf(done)).toEqual(['murni 1 false']);
});
