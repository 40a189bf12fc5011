import { expect, test } from 'vitest';
import { classes, csvSheet, desa, home, kk, link, type PersonRow, registrySheet } from './peopleSupport';

// Source: methods.md §1.8, worked example A17: villages X, Y and Z as lists with keys.

type Village = keyof typeof desa;
/** Families by desil 1 to 10, and families without a desil. */
const registered: Record<Village, { desil: number[]; missing: number }> = {
  X: { desil: [3, 4, 3, 2, 3, 2, 1, 1, 0, 0], missing: 1 },
  Y: { desil: [5, 3, 2, 2, 4, 3, 1, 0, 0, 0], missing: 1 },
  Z: { desil: [0, 0, 0, 0, 2, 3, 4, 3, 2, 1], missing: 0 }
};
const recipients: Record<Village, { desil: number[]; missing: number }> = {
  X: { desil: [2, 3, 2, 1, 1, 1, 0, 0, 0, 0], missing: 1 },
  Y: { desil: [], missing: 0 },
  Z: { desil: [0, 0, 0, 0, 1, 1, 0, 0, 0, 0], missing: 0 }
};

const keyOf = (village: Village, desil: number, n: number): string =>
  kk('XYZ'.indexOf(village) * 10_000 + desil * 100 + n);
const each = (counts: readonly number[], missing: number): { desil: number; n: number }[] =>
  [missing, ...counts].flatMap((count, desil) => Array.from({ length: count }, (_, n) => ({ desil, n })));

function registryRows(): PersonRow[] {
  return (Object.keys(desa) as Village[]).flatMap((village) =>
    each(registered[village].desil, registered[village].missing).map(({ desil, n }) => ({
      kk: keyOf(village, desil, n),
      nama: 'CONTOH',
      kode_wilayah: desa[village],
      desil: desil === 0 ? '' : desil
    }))
  );
}

function listRows(): PersonRow[] {
  const row = (kk: string, village: Village): PersonRow => ({
    kk,
    nama: 'CONTOH',
    kode_wilayah: desa[village],
    nominal: 600_000
  });
  const matched = (Object.keys(desa) as Village[]).flatMap((village) =>
    each(recipients[village].desil, recipients[village].missing).map(({ desil, n }) =>
      row(keyOf(village, desil, n), village)
    )
  );
  return [...matched, row(kk(90_001), 'X'), row(kk(90_002), 'X'), row(keyOf('X', 1, 0), 'X')];
}

test('golden A17: three villages with every edge case', async () => {
  const linked = await link([registrySheet(registryRows()), csvSheet(listRows())]);
  const million = 100_000_000n;
  const rupiah = ({
    rupiah_layak,
    rupiah_tidak_layak,
    rupiah_ganda,
    rupiah_tak_diketahui
  }: Record<string, unknown>) => [rupiah_layak, rupiah_tidak_layak, rupiah_ganda, rupiah_tak_diketahui];
  expect(classes(linked.of('X'))).toEqual([8, 2, 1, 2, 4, 5, 0, 1]);
  expect(classes(linked.of('Y'))).toEqual([0, 0, 0, 0, 12, 8, 1, 0]);
  expect(classes(linked.of('Z'))).toEqual([0, 2, 0, 0, 0, 13, 0, 0]);
  expect(classes(linked.of(home))).toEqual([8, 4, 1, 2, 16, 26, 1, 1]);
  expect(classes(linked.of('99.01.01'))).toEqual([8, 2, 1, 2, 16, 13, 1, 1]);
  expect(rupiah(linked.of('X'))).toEqual([
    (48n * million) / 10n,
    (12n * million) / 10n,
    (6n * million) / 10n,
    (18n * million) / 10n
  ]);
  expect(rupiah(linked.of('Y'))).toEqual([0n, 0n, 0n, 0n]);
  expect(rupiah(linked.of(home))).toEqual([
    (48n * million) / 10n,
    (24n * million) / 10n,
    (6n * million) / 10n,
    (18n * million) / 10n
  ]);
  expect(linked.tallies.find(({ kind }) => kind === 'penerima')).toMatchObject({
    baris: { dibaca: 16, dipakai: 15, ganda: 1, luar_wilayah: 0, ditolak: 0 },
    kelas: { layak: 8, tidak_layak: 4, desil_kosong: 1, tidak_tercatat: 2 },
    rupiah: { dibaca: 96n * (million / 10n), ganda: 6n * (million / 10n) }
  });
});
