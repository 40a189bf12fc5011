import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { sampleExtract } from '../support/sampleExtract';

/** Bytes that each table of the sample's extract may have: about 1.3 times what it has. A table without a budget fails. */
const budgets: Record<string, number> = {
  akun: 6_500,
  angka_terbit: 11_500,
  apbd_daerah: 38_000,
  aturan_potong: 4_700,
  bantuan: 4_000,
  bantuan_belanja: 2_300,
  batas_wilayah: 6_800,
  berkas: 25_500,
  cakupan: 4_500,
  indikator: 3_500,
  keluaran: 7_000,
  kesegaran: 14_200,
  kewajiban: 4_500,
  kinerja: 13_500,
  komitmen: 11_000,
  nomenklatur: 5_000,
  pagu: 18_000,
  pasangan_bantuan: 3_500,
  realisasi: 40_500,
  registri: 4_600,
  rencana_kas: 51_000,
  sasaran: 32_500,
  sasaran_desil: 19_000,
  skpd: 2_000,
  sumber_dana: 2_000,
  tumpang_tindih: 6_500,
  vintase: 900,
  wilayah: 9_500
};
const total = 333_000;

let bytes: Record<string, number> = {};

beforeAll(() => {
  const out = sampleExtract();
  const names = readdirSync(out).filter((name) => name.endsWith('.parquet'));
  bytes = Object.fromEntries(names.map((name) => [name.replace('.parquet', ''), statSync(join(out, name)).size]));
});

test('every table of the sample has a budget in bytes, and no budget is for a table that is gone', () => {
  expect(Object.keys(bytes).sort()).toEqual(Object.keys(budgets).sort());
});

test.for(Object.entries(budgets))('%s stays within %i bytes', ([table, budget]) => {
  expect(bytes[table]).toBeLessThanOrEqual(budget);
});

test('all tables together stay within their budget', () => {
  expect(Object.values(bytes).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(total);
});
