import { describe, expect, test } from 'vitest';
import { listPeriod, periodCode } from '$lib/extract/people/listPeriod';
import { readPeriod } from '$lib/source/period';
import { aid, csvSheet, desa, kk, link, type PersonRow, registrySheet } from './peopleSupport';

const person = (n: number): PersonRow => ({ kk: kk(n), nama: 'CONTOH', kode_wilayah: desa.X });
const recipient = (n: number, given: PersonRow): PersonRow => ({ ...person(n), ...given });
const registry = registrySheet([
  { ...person(1), desil: 1 },
  { ...person(2), desil: 9 }
]);

describe('what a stage of payment says of its period', () => {
  test.for([
    { tahap: 'Tahap 1', period: '2025', instalment: '1' },
    { tahap: 'TAHAP II', period: '2025', instalment: '2' },
    { tahap: '3', period: '2025', instalment: '3' },
    { tahap: '3.0', period: '2025', instalment: '3' },
    { tahap: 'ke-4', period: '2025', instalment: '4' },
    { tahap: 'TAHAP 1 TAHUN 2024', period: '2024', instalment: '1' },
    { tahap: 'Tahap 01 2024', period: '2024', instalment: '1' },
    { tahap: 'Termin 2', period: '2025', instalment: '2' },
    { tahap: 'TW II', period: '2025-06', instalment: null },
    { tahap: 'Triwulan 3', period: '2025-09', instalment: null },
    { tahap: 'Triwulan IV 2024', period: '2024-12', instalment: null },
    { tahap: 'Semester 2', period: '2025-12', instalment: null },
    { tahap: 'Maret 2025', period: '2025-03', instalment: null },
    { tahap: 'Tahap 2 Maret', period: '2025-03', instalment: '2 maret' },
    { tahap: 'Tahap 1-2', period: '2025', instalment: '1 2' },
    { tahap: 'Susulan', period: '2025', instalment: 'susulan' },
    { tahap: null, period: '2025', instalment: null }
  ])('$tahap: $period, instalment $instalment', ({ tahap, period, instalment }) => {
    const found = listPeriod({ tahap }, readPeriod('2025'))!;
    expect([periodCode(found), found.tahap]).toEqual([period, instalment]);
  });

  test.for([
    { cells: { triwulan: '2' }, period: '2025-06' },
    { cells: { triwulan: 'III' }, period: '2025-09' },
    { cells: { triwulan: 'TW 1' }, period: '2025-03' },
    { cells: { triwulan: '5' }, period: '2025' },
    { cells: { semester: '1' }, period: '2025-06' },
    { cells: { bulan: 'April', tahap: '1' }, period: '2025-04' },
    { cells: { periode: '2024', tahap: '2' }, period: '2024' }
  ])('columns $cells: $period', ({ cells, period }) =>
    expect(periodCode(listPeriod(cells, readPeriod('2025'))!)).toBe(period)
  );

  test('a period set in tepat.json holds whatever the stage says, and the stage still tells rows apart', () => {
    const found = ['TW II', 'Tahap 3'].map((tahap) => listPeriod({ tahap }, readPeriod('Maret 2025'), true)!);
    expect(found.map((one) => [periodCode(one), one.tahap])).toEqual([
      ['2025-03', 'tw ii'],
      ['2025-03', '3']
    ]);
  });
});

describe('a list in instalments', () => {
  const two = [
    recipient(1, { tahap: 'Tahap 1', nominal: 600 }),
    recipient(1, { tahap: 'Tahap 2', nominal: 600 }),
    recipient(2, { tahap: 'Tahap 1', nominal: 600 })
  ];

  test('a family paid twice in the year is one recipient, no duplicate, and got both amounts', async () => {
    const linked = await link([registry, csvSheet(two)]);
    expect(linked.of('X')).toMatchObject({
      penerima: 2,
      layak: 1,
      tidak_layak: 1,
      baris_ganda: 0,
      rupiah_layak: 120_000n,
      rupiah_tidak_layak: 60_000n,
      rupiah_ganda: 0n
    });
    expect(linked.tallies[0]).toMatchObject({
      baris: { dibaca: 3, dipakai: 3, ganda: 0 },
      rupiah: { dibaca: 180_000n, dipakai: 180_000n, ganda: 0n }
    });
    expect(linked.problems.map(({ code }) => code)).toContain('people-instalment');
  });

  test('the second row of a family in one instalment is a duplicate, however the stage is written', async () => {
    const linked = await link([registry, csvSheet([...two, recipient(1, { tahap: 'I', nominal: 600 })])]);
    expect(linked.of('X')).toMatchObject({
      penerima: 2,
      baris_ganda: 1,
      rupiah_layak: 120_000n,
      rupiah_ganda: 60_000n
    });
  });

  test('instalments within a month are one row of that month', async () => {
    const rows = [recipient(1, { tahap: '1', nominal: 5 }), recipient(1, { tahap: '2', nominal: 5 })];
    const linked = await link([registry, csvSheet(rows, { period: readPeriod('bulan Maret 2025') })]);
    expect(linked.of('X', { periode: '2025-03' })).toMatchObject({ layak: 1, baris_ganda: 0, rupiah_layak: 1000n });
    expect(linked.of('X')).toMatchObject({ layak: 1, baris_ganda: 0, rupiah_layak: 1000n });
  });

  test('persons of aid for persons known by their KK only are the same persons in each instalment', async () => {
    const aids = [aid('BLT', { unit: 'orang' })];
    const rows = ['1', '1', '2', '2'].map((tahap) => recipient(1, { tahap, nominal: 5 }));
    const linked = await link([registry, csvSheet(rows)], { aids });
    expect(linked.of('X')).toMatchObject({ penerima: 2, baris_ganda: 0, rupiah_layak: 2000n });
  });

  test('a column of quarters makes rows of quarters, not duplicates', async () => {
    const rows = [recipient(1, { triwulan: '1', nominal: 5 }), recipient(1, { triwulan: '2', nominal: 7 })];
    const linked = await link([registry, csvSheet(rows)]);
    expect(linked.of('X', { periode: '2025-03' })).toMatchObject({ layak: 1, rupiah_layak: 500n });
    expect(linked.of('X', { periode: '2025-06' })).toMatchObject({ layak: 1, rupiah_layak: 700n });
    expect(linked.of('X')).toMatchObject({ layak: 1, baris_ganda: 0, rupiah_layak: 1200n });
  });

  test('what an instalment without an amount is worth is not guessed from the value of a year', async () => {
    const aids = [aid('BLT', { nilai_satuan: 20_000n, bulan: 12 })];
    const rows = [recipient(1, { tahap: '1' }), recipient(1, { tahap: '2' })];
    const linked = await link([registry, csvSheet(rows)], { aids });
    expect(linked.of('X')).toMatchObject({ layak: 1, rupiah_layak: null });
    expect(linked.problems.map(({ code }) => code)).toContain('people-instalment-tariff');
  });
});
