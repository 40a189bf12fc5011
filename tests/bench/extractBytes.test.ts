import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { extract } from '../../src/cli/extract';
import { writeSample } from '../../src/cli/sample';

/** Bytes that each table of the sample's extract may have: about 1.3 times what it has. A table without a budget fails. */
const budgets: Record<string, number> = {
  akun: 6_500,
  angka_terbit: 11_500,
  apbd_daerah: 38_000,
  berkas: 25_500,
  cakupan: 4_500,
  indikator: 3_500,
  keluaran: 7_000,
  kewajiban: 4_500,
  kinerja: 13_500,
  komitmen: 11_000,
  nomenklatur: 5_000,
  pagu: 18_000,
  realisasi: 40_500,
  rencana_kas: 51_000,
  skpd: 2_000,
  sumber_dana: 2_000,
  wilayah: 6_000
};
const total = 240_000;

let base = '';
let bytes: Record<string, number> = {};

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'tepat-'));
  vi.spyOn(console, 'log').mockImplementation(() => {});
  await writeSample(join(base, 'contoh'));
  const out = join(base, 'extract');
  expect(await extract({ folder: join(base, 'contoh'), out })).toBe(0);
  const names = readdirSync(out).filter((name) => name.endsWith('.parquet'));
  bytes = Object.fromEntries(names.map((name) => [name.replace('.parquet', ''), statSync(join(out, name)).size]));
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

test('every table of the sample has a budget in bytes, and no budget is for a table that is gone', () => {
  expect(Object.keys(bytes).sort()).toEqual(Object.keys(budgets).sort());
});

test.for(Object.entries(budgets))('%s stays within %i bytes', ([table, budget]) => {
  expect(bytes[table]).toBeLessThanOrEqual(budget);
});

test('all tables together stay within their budget', () => {
  expect(Object.values(bytes).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(total);
});
