import { describe, expect, test } from 'vitest';
import { stories } from '../../data/contoh/story';
import type { LineCodes } from '../../data/contoh/truth';
import { add, dinas, ofSub, pagu, spent, truth } from './numbers';
import { csvOf, grouped } from './support';

describe('the stories of 2026', () => {
  const fisik = (kode: string) =>
    truth.kinerja.find((row) => row.tahun === 2026 && row.bulan === 10 && ofSub(kode)({ ...row, kodeAkun: '' }))
      ?.fisik ?? NaN;
  const rate = (kode: string) => spent(2026, 10, ofSub(kode)) / pagu(2026, 'perubahan', ofSub(kode));

  test('a program of its own starts in September', () => {
    const program = (row: LineCodes) => row.kodeSubkegiatan.startsWith(`${stories.late.kodeProgram}.`);
    expect(spent(2026, 8, program)).toBe(0);
    expect(spent(2026, 9, program)).toBeGreaterThan(0);
    expect(spent(2025, 8, program)).toBeGreaterThan(0);
  });

  test('electricity is above its pagu, and with it the sub kegiatan', () => {
    const { kodeSubkegiatan, kodeAkun } = stories.abovePagu;
    const line = (row: LineCodes) => ofSub(kodeSubkegiatan)(row) && row.kodeAkun === kodeAkun;
    expect(spent(2026, 10, line) / pagu(2026, 'perubahan', line)).toBeCloseTo(1.045, 2);
    expect(rate(kodeSubkegiatan)).toBeGreaterThan(1);
  });

  test('money is far behind the goods of alat bantu, and ahead of the work at the cemetery', () => {
    expect(fisik(stories.cashBehind.kodeSubkegiatan) - rate(stories.cashBehind.kodeSubkegiatan)).toBeGreaterThan(0.6);
    expect(rate(stories.cashAhead.kodeSubkegiatan) - fisik(stories.cashAhead.kodeSubkegiatan)).toBeGreaterThan(0.3);
  });

  test('exactly one sub kegiatan with pagu has spent nothing', () => {
    const rows = truth.realisasi.filter((row) => row.tahun === 2026);
    const groups = grouped(rows, (row) => `${row.kodeSkpd} ${row.kodeSubkegiatan}`);
    const own = [...groups].filter(([, group]) => add(group.map((row) => row.realisasi)) === 0).map(([sub]) => sub);
    expect(own).toEqual([`${dinas} ${stories.nothing.kodeSubkegiatan}`]);
  });

  test('one line is negative in one month, and its sub kegiatan with it', () => {
    const negative = truth.realisasi.filter((row) => row.realisasi < 0);
    const { kodeSubkegiatan, kodeAkun, month, rupiah } = stories.negative;
    expect(negative).toEqual([
      { tahun: 2026, kodeSkpd: dinas, kodeSubkegiatan, kodeAkun, bulan: month, realisasi: rupiah }
    ]);
    expect(spent(2026, 5, ofSub(kodeSubkegiatan)) - spent(2026, 4, ofSub(kodeSubkegiatan))).toBe(rupiah);
  });

  test('computers are blocked from the first pergeseran on, and unspent', () => {
    const blocked = truth.pagu.filter((row) => (row.diblokir ?? 0) > 0);
    expect(new Set(blocked.map((row) => `${row.tahun} ${row.tahap}`))).toEqual(
      new Set(['2026 pergeseran-1', '2026 pergeseran-2', '2026 perubahan'])
    );
    expect(new Set(blocked.map((row) => row.kodeAkun))).toEqual(new Set([stories.blocked.kodeAkun]));
    expect(
      spent(2026, 10, (row) => ofSub(stories.blocked.kodeSubkegiatan)(row) && row.kodeAkun === stories.blocked.kodeAkun)
    ).toBe(0);
    expect(csvOf('pagu_2026_murni.csv')[0]).not.toHaveProperty('diblokir');
    expect(csvOf('pagu_2026_perubahan.csv')[0]).toHaveProperty('diblokir');
  });

  test('santunan tunai is budgeted for nine months and owed for twelve', () => {
    const { kodeSubkegiatan, kodeAkun } = stories.nineMonths;
    const line = (row: LineCodes) => row.kodeSubkegiatan === kodeSubkegiatan && row.kodeAkun === kodeAkun;
    const perMonth = truth.kewajiban.find((row) => row.tahun === 2026 && line(row));
    expect(perMonth).toMatchObject({ perBulan: 1_600_000_000, sampaiBulan: 12 });
    expect(pagu(2026, 'perubahan', line) / (perMonth?.perBulan ?? 1)).toBe(9);
    expect(pagu(2025, 'perubahan', line) / 1_600_000_000).toBe(12);
  });
});
