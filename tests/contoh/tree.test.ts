import { describe, expect, test } from 'vitest';
import { stageInForce, type Year } from '../../data/contoh/calendar';
import { sampleTruth } from '../../data/contoh/truth';
import { csvOf, monthOf, named, rupiah, sheetOf, yearOf } from './support';

type Cells = (string | number | null)[];
const truth = sampleTruth();
const lraNames = named(/^LRA /);
const rakNames = named(/^RAK /);

/** A printed row: where it stands in the tree, its path of codes, and its amounts. */
interface Printed {
  path: string[];
  amounts: number[];
  cells: Cells;
}

function lraRows(name: string): { rows: Printed[]; jumlah: number[] } {
  const sheet = sheetOf(name);
  const start = sheet.findIndex((row) => row[0] === '1' && row[4] === '2') + 1;
  const body = sheet.slice(start).filter((row) => row[4] !== null);
  const last = body.at(-1);
  const rows = body
    .slice(0, -1)
    .map((cells) => ({ path: pathOf(cells.slice(0, 4)), amounts: cells.slice(5, 13).map(rupiah), cells }));
  expect(last?.[4]).toBe('Jumlah');
  return { rows, jumlah: (last ?? []).slice(5, 13).map(rupiah) };
}

/** urusan, bidang, unit, program, kegiatan, sub kegiatan, akun 3 … akun 6: as deep as the row goes. */
function pathOf([first, unit, nomenklatur, akun]: Cells): string[] {
  const parts = (code: string, counts: number[]) =>
    counts.filter((count) => code.split('.').length >= count).map((count) => code.split('.').slice(0, count).join('.'));
  return [
    ...(first === '1' ? ['1'] : ['1', String(first)]),
    ...(unit ? [String(unit)] : []),
    ...(nomenklatur ? parts(String(nomenklatur), [3, 5, 6]) : []),
    ...(akun ? parts(String(akun), [3, 4, 5, 6]) : [])
  ];
}

function below(rows: readonly Printed[], path: readonly string[], depth: number): Printed[] {
  return rows.filter((row) => row.path.length === depth && path.every((code, index) => row.path[index] === code));
}

function columnSums(rows: readonly Printed[]): number[] {
  return rows.reduce((sum, row) => row.amounts.map((amount, index) => amount + (sum[index] ?? 0)), [] as number[]);
}

describe('each LRA workbook', () => {
  test('there is one for every month of 2023, 2025 and 2026 to October', () => {
    expect(lraNames.map((name) => `${yearOf(name)}-${monthOf(name)}`)).toEqual(
      [2023, 2025, 2026].flatMap((year) =>
        Array.from({ length: year === 2026 ? 10 : 12 }, (_, index) => `${year}-${index + 1}`)
      )
    );
  });

  test.for(lraNames)('%s: every parent is the sum of its children at ten levels', (name) => {
    const { rows, jumlah } = lraRows(name);
    expect(new Set(rows.map((row) => row.path.length))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    for (const row of rows) {
      if (row.path.length === 10) continue;
      expect(columnSums(below(rows, row.path, row.path.length + 1)), row.path.join(' > ')).toEqual(row.amounts);
    }
    expect(columnSums(rows.filter((row) => row.path.length === 1))).toEqual(jumlah);
  });

  test.for(lraNames)('%s: anggaran is the pagu in force, realisasi that of the month (2023: from January)', (name) => {
    const [tahun, bulan] = [yearOf(name) as Year, monthOf(name)];
    const { jumlah } = lraRows(name);
    const [anggaran, realisasi] = [0, 1].map((first) =>
      jumlah.filter((_, index) => index % 2 === first).reduce((sum, value) => sum + value, 0)
    );
    const months = Array.from({ length: bulan }, (_, index) => index + 1).filter(
      (month) => tahun === 2023 || month === bulan
    );
    const spent = months.reduce(
      (sum, month) => sum + (truth.total.realisasi[`${tahun}-${String(month).padStart(2, '0')}`] ?? NaN),
      0
    );
    expect(anggaran).toBe(truth.total.pagu[`${tahun} ${stageInForce(tahun, bulan)}`]);
    expect(realisasi).toBe(spent);
  });

  test('the leaves are the lines of the truth, to the rupiah', () => {
    const leaves = lraRows('LRA Dinsos April 2026.xlsx').rows.filter((row) => row.path.length === 10);
    const expected = truth.realisasi.filter((row) => row.tahun === 2026 && row.bulan === 4);
    expect(
      leaves.map((row) => [
        row.cells[1],
        row.cells[2],
        sixParts(String(row.cells[3])),
        (row.amounts[1] ?? 0) + (row.amounts[3] ?? 0)
      ])
    ).toEqual(expected.map((row) => [row.kodeSkpd, row.kodeSubkegiatan, row.kodeAkun, row.realisasi]));
  });

  test('prints what SIPD prints: titles, a three-row header, zero as text, long account codes', () => {
    const sheet = sheetOf('LRA Dinsos April 2026.xlsx');
    const column = sheet.map((row) => row[0]);
    expect(column.slice(0, 6)).toEqual([
      'KAB. KUTAI KARTANEGARA (DATA CONTOH)',
      'REKAPITULASI BELANJA MENURUT URUSAN PEMERINTAH DAERAH, ORGANISASI, PROGRAM, KEGIATAN',
      'BESERTA HASIL DAN SUB KEGIATAN BESERTA KELUARAN',
      'TAHUN ANGGARAN 2026',
      'PERGESERAN APBD',
      'Bulan : April 2026'
    ]);
    expect(sheet.some((row) => row[3] === '5.1.02.01.001.00024')).toBe(true);
    expect(sheet.slice(11).flatMap((row) => row.slice(5, 13))).not.toContain(0);
    expect(sheetOf('LRA Dinsos sd April 2023.xlsx').map((row) => row[0])).toContain(
      'Periode : Januari s.d. April 2023'
    );
    expect(sheetOf('LRA Dinsos April 2025.xlsx').some((row) => /Bulan|Periode/.test(String(row[0])))).toBe(false);
  });
});

describe('each RAK workbook', () => {
  test.for(rakNames)('%s: twelve months add up to the total and to the pagu of its stage', (name) => {
    const stage = name.includes('Murni') ? 'murni' : 'perubahan';
    const sheet = sheetOf(name);
    expect(sheet[2]?.slice(0, 6)).toEqual([
      'Kode Rekening',
      'Uraian',
      'Anggaran Tahun Ini',
      'Total RAK',
      'Realisasi',
      'Januari'
    ]);
    const rows = sheet.slice(3);
    for (const row of rows) {
      const months = row.slice(5, 17).map((cell) => Number(cell));
      expect(months.every((month) => month >= 0)).toBe(true);
      expect(months.reduce((sum, month) => sum + month, 0)).toBe(row[3]);
      expect(row[2]).toBe(row[3]);
    }
    expect(rows.at(-1)?.[0]).toBe('JUMLAH');
    expect(rows.at(-1)?.[2]).toBe(truth.total.pagu[`${yearOf(name)} ${stage}`]);
    expect(rows.at(-1)?.slice(2)).toEqual(rows[0]?.slice(2));
  });

  test('leaves add up to the total: every amount is repeated at each level, units twice', () => {
    const rows = sheetOf('RAK 2026 Murni.xlsx').slice(3);
    const leaves = rows.filter((row) => /^5(\.\d+){5}$/.test(String(row[0])));
    expect(leaves.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(rows.at(-1)?.[2]);
    expect(rows.filter((row) => row[0] === '1.06.0.00.0.00.01.0000').length).toBe(2);
  });
});

describe('each flat realisasi table', () => {
  test.for(named(/^realisasi_/))('%s: leaves are six-level accounts and add up to every subtotal', (name) => {
    const rows = csvOf(name);
    const leaves = rows.filter((row) => /^\d+\.\d+\.\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(row.kode_rekening ?? ''));
    for (const row of rows) {
      const own = leaves.filter(
        (leaf) =>
          leaf.kode_skpd === row.kode_skpd &&
          leaf.kode_sub_kegiatan === row.kode_sub_kegiatan &&
          `${leaf.kode_rekening}.`.startsWith(`${row.kode_rekening}.`)
      );
      for (const column of ['anggaran', 'realisasi', 'realisasi_ly'] as const) {
        expect(own.reduce((sum, leaf) => sum + Number(leaf[column]), 0)).toBe(Number(row[column]));
      }
    }
    const total = (column: string) => leaves.reduce((sum, leaf) => sum + Number(leaf[column]), 0);
    expect(total('anggaran')).toBe(truth.total.pagu[`2024 ${stageInForce(2024, monthOf(name))}`]);
    expect(total('realisasi')).toBe(truth.total.realisasi[`2024-${String(monthOf(name)).padStart(2, '0')}`]);
    expect(total('realisasi_ly')).toBeLessThanOrEqual(
      truth.total.realisasi[`2023-${String(monthOf(name)).padStart(2, '0')}`] ?? 0
    );
  });
});

function sixParts(kode: string): string {
  const [a, b, c, d, e, f] = kode.split('.');
  return [a, b, c, d, String(Number(e)).padStart(2, '0'), String(Number(f)).padStart(4, '0')].join('.');
}
