import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExtractTables } from '$lib/extract/assemble';
import { decisionWords } from '$lib/text/realizationWords';
import { file, goods, look, openTables, pay, smallTables, unitA, type Opened, type SmallLine } from './support';

// Three steady years that spent all of their pagu, half of it by June. This year falls short of it: by about 100 on each of two
// lines of one sub kegiatan, by about 150 on the one line of another.
const twoLines = '1.06.04.2.01.0001';
const oneLine = '1.06.05.2.02.0003';
const modal = '5.2.02.01.01.0001';
const accounts = [
  { sub: twoLines, akun: pay, first: 450 },
  { sub: twoLines, akun: goods, first: 450 },
  { sub: oneLine, akun: modal, first: 426 }
];
let opened: Opened;
let bound: Opened;

const halves = (first: number, second: number) => Array.from({ length: 12 }, (_, i) => (i < 6 ? first : second) / 6);
const years = [2023, 2024, 2025].map((tahun, i) => ({
  tahun,
  lines: accounts.map(({ sub, akun }): SmallLine => ({
    sub,
    akun,
    pagu: { murni: 1002 },
    spent: halves(498, 498 + 3 * (i - 1))
  }))
}));
const now = {
  tahun: 2026,
  lines: accounts.map(({ sub, akun, first }): SmallLine => ({
    sub,
    akun,
    pagu: { murni: 1002 },
    spent: halves(first, 0).slice(0, 6),
    rencana: { murni: halves(501, 501) }
  }))
};

/** Contracts for all that is left of a sub kegiatan, so that nothing of it can be moved. */
const contracts: ExtractTables = {
  komitmen: accounts
    .filter(({ sub }) => sub === twoLines)
    .map(({ sub, akun, first }) => ({
      ...{ tahun: 2026, bulan: 6, kode_skpd: unitA, kode_subkegiatan: sub, kode_akun: akun, kode_sumber_dana: null },
      ...{ jenis: 'kontrak', nilai: BigInt((1002 - first) * 100), terbayar: 0n, id_berkas: file(2026) }
    })),
  cakupan: [{ tabel: 'komitmen', tahun: 2026, bulan: 6, kode_skpd: unitA, id_berkas: file(2026) }]
};

beforeAll(async () => {
  opened = await openTables(smallTables([...years, now]));
  bound = await openTables(smallTables([...years, now], contracts));
});
afterAll(() => [opened, bound].forEach((one) => one.close()));

test('the sub kegiatan with most at risk is asked about, not the largest single line, and by the amount of the table', async () => {
  const { exceptions, decision } = await look(opened);
  expect(exceptions.map(({ kodeSubkegiatan }) => kodeSubkegiatan)).toEqual([twoLines, oneLine]);
  expect(exceptions[0]!.rupiahAtRisk).toBeGreaterThan(exceptions[1]!.rupiahAtRisk);
  expect(decision).toMatchObject({
    kodeSubkegiatan: twoLines,
    rupiahAtRisk: exceptions[0]!.rupiahAtRisk,
    untilMonth: 7,
    open: 2 * (1002 - 450),
    isCommitmentUnknown: true
  });
  const words = decisionWords(await look(opened));
  expect(words.id).toMatch(/31\s+Juli\s+2026/);
  expect(words.id).toContain('sebelum kontrak yang datanya belum ada');
});

test('what is wholly under contract can no longer be moved: the next one is asked about', async () => {
  const { exceptions, decision } = await look(bound);
  expect(exceptions[0]!.kodeSubkegiatan).toBe(twoLines);
  expect(decision).toMatchObject({ kodeSubkegiatan: oneLine, open: 1002 - 426, isCommitmentUnknown: false });
});

test('in the first month below, nothing is listed yet, so nothing is asked', async () => {
  const { atRisk, decision } = await look(opened, { bulan: 1 });
  expect(atRisk).toMatchObject({ rupiah: 0, count: 0 });
  expect(decision).toBeNull();
  expect(decisionWords(await look(opened, { bulan: 1 })).en).toContain('No decision is asked');
});

test('limits that the reader moves leave out small findings, and what is at risk with them', async () => {
  const all = await look(opened);
  const few = await look(opened, {}, { minimumRupiah: 1_000_000 });
  expect(all.exceptions.length).toBeGreaterThan(0);
  expect([few.exceptions, few.atRisk.count, few.decision]).toEqual([[], 0, null]);
});
