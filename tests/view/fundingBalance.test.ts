import { afterAll, beforeAll, expect, test } from 'vitest';
import { budgetComponent } from '$lib/contract/component';
import { balanceView, type BalanceRow } from '$lib/view/fundingBalance';
import { openEngines } from '../database/support/compareEngines';
import { budgetRows, fundingFolder, home, regions } from './fundingSupport';

const M = 1e9;
let extract: { folder: string; remove(): void };
let rows: BalanceRow[];
beforeAll(async () => {
  const budgets = budgetRows([
    {
      tahun: 2024,
      tahap: 'murni',
      anggaran: { pajak_daerah: 40, dau_block: 60, belanja_pegawai: 110, silpa: 15, penyertaan_modal: 5 },
      realisasi: { pajak_daerah: 45, dau_block: 58, belanja_pegawai: 95, silpa: 15, penyertaan_modal: 5 }
    },
    { tahun: 2025, tahap: 'murni', anggaran: { pajak_daerah: 40, belanja_pegawai: 47 } },
    { tahun: 2025, tahap: 'perubahan', sampaiBulan: 6, anggaran: { pajak_daerah: 50, belanja_pegawai: 50 } },
    { tahun: 2025, tahap: 'perubahan', sampaiBulan: 9, anggaran: { pajak_daerah: 52, belanja_pegawai: 52 } },
    { tahun: 2026, anggaran: { pajak_daerah: 40, belanja_pegawai: 40 }, realisasi: { pajak_daerah: 9 } },
    { tahun: 2023, anggaran: { pajak_daerah: 40 } }
  ]).map((row) => ({ ...row, jenis: budgetComponent(String(row.komponen))!.jenis }));
  extract = await fundingFolder({ apbd_daerah: budgets, wilayah: regions });
  const { native, wasm } = await openEngines(extract.folder);
  rows = await balanceView(native, home);
  expect(await balanceView(wasm, home), 'DuckDB-WASM checks otherwise').toStrictEqual(rows);
});
afterAll(() => extract.remove());

const of = (tahun: number) => rows.filter((row) => row.tahun === tahun);

test('a budget that balances passes, and what was realised leaves SiLPA', () => {
  expect(of(2024)).toEqual([
    expect.objectContaining({ rest: 0, isBalanced: true, silpa: (45 + 58 - 95 + 15 - 5) * M })
  ]);
});

test('each stage is checked by itself, the latest month of each, and a difference is shown', () => {
  expect(of(2025).map(({ tahap, sampaiBulan, rest, isBalanced }) => [tahap, sampaiBulan, rest, isBalanced])).toEqual([
    ['murni', 12, -7 * M, false],
    ['perubahan', 9, 0, true]
  ]);
});

test('spending without realisasi leaves no SiLPA, not a large one', () => {
  expect(of(2026)).toEqual([expect.objectContaining({ isBalanced: true, silpa: null })]);
});

test('a list of revenue alone is no budget to check', () => {
  expect(of(2023)).toEqual([]);
});
