import { describe, expect, test } from 'vitest';
import type { Row } from '$lib/extract/assemble';
import { protect } from '$lib/extract/protect';
import type { AidCategory } from '$lib/contract/values';
import { aid, classes, csvSheet, desa, home, kk, link, nik, type PersonRow, registrySheet } from './peopleSupport';

const { X, Y, Z } = desa;
const disabled = aid('BLT', { unit: 'orang', populasi: 'khusus', kategori: ['disabilitas'], desil_layak: [] });
const perOrang = { per: 'orang' } as const;

/** A person of the registry: the family `k`, the person `n`. */
function person(k: number, n: number, disabilitas: string, more: PersonRow = {}): PersonRow {
  return { kk: kk(k), nik: nik(n), nama: 'CONTOH', desil: 3, kode_wilayah: X, disabilitas, ...more };
}

function recipient(k: number | null, n: number | null, more: PersonRow = {}): PersonRow {
  return {
    ...{ kk: k === null ? '' : kk(k), nik: n === null ? '' : nik(n), nama: 'CONTOH', kode_wilayah: X, nominal: 100 },
    ...more
  };
}

describe('aid of a category that the registry knows person by person', () => {
  const registry = registrySheet(
    [
      person(1, 11, 'Ya'),
      person(1, 12, 'Tidak'),
      person(2, 21, 'Tuna netra', { desil: 9 }),
      person(2, 22, '', { desil: 9 }),
      person(3, 31, 'belum didata'),
      person(4, 41, 'Ya', { kode_wilayah: Y }),
      person(4, 42, 'non disabilitas', { kode_wilayah: Y }),
      person(5, 51, '0', { kode_wilayah: Z })
    ],
    perOrang
  );

  test('eligible are the persons of the category, whatever their desil; who is missed is counted', async () => {
    const list = csvSheet([recipient(1, 11), recipient(2, 22), recipient(3, 31), recipient(null, 99)]);
    const linked = await link([registry, list], { aids: [disabled] });
    // TP, FP, U_r, M, FN, TN, U_n
    expect(classes(linked.of('X'))).toEqual([1, 1, 1, 1, 1, 1, 0, 0]);
    expect(classes(linked.of('Y'))).toEqual([0, 0, 0, 0, 1, 1, 0, 0]);
    expect(classes(linked.of('Z'))).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
    expect(classes(linked.of(home))).toEqual([1, 1, 1, 1, 2, 3, 0, 0]);
    expect(linked.of(home)).toMatchObject({
      ...{ rupiah_layak: 10_000n, rupiah_tidak_layak: 10_000n, rupiah_tak_diketahui: 20_000n }
    });
    expect(linked.tallies[0]!.kelas).toMatchObject({ layak: 1, tidak_layak: 1, desil_kosong: 1, tidak_tercatat: 1 });
    expect(linked.problems.map(({ code }) => code)).not.toContain('people-category-unknown');
  });

  test('a person the registry does not name is undecided where somebody of the family is of the category, else not of it', async () => {
    const list = csvSheet([recipient(1, 98), recipient(4, null, { kode_wilayah: Y }), recipient(5, 97)]);
    const linked = await link([registry, list], { aids: [disabled] });
    expect([linked.of('X'), linked.of('Y'), linked.of('Z')].map(classes)).toEqual([
      [0, 0, 1, 0, 2, 2, 1, 0],
      [0, 0, 1, 0, 1, 1, 0, 0],
      [0, 1, 0, 0, 0, 0, 0, 0]
    ]);
  });

  test('for aid of families a family is of the category with one of its members', async () => {
    const family = { ...disabled, unit: 'keluarga' };
    const linked = await link([registry, csvSheet([recipient(1, 12), recipient(3, 31)])], { aids: [family] });
    expect(classes(linked.of('X'))).toEqual([1, 0, 1, 0, 1, 0, 0, 0]);
    expect(classes(linked.of(home))).toEqual([1, 0, 1, 0, 2, 1, 0, 0]);
  });

  test('a rule by desil beside the category holds for both', async () => {
    const both = { ...disabled, desil_layak: [1, 2, 3] };
    const linked = await link([registry, csvSheet([recipient(2, 21)])], { aids: [both] });
    // 21 is of the category and of desil 9: not eligible
    expect(classes(linked.of('X'))).toEqual([0, 1, 0, 0, 1, 2, 1, 0]);
  });

  test('a year of several lists counts each person once', async () => {
    const list = csvSheet([
      recipient(1, 11, { periode: '2025-01' }),
      recipient(1, 11, { periode: '2025-02' }),
      recipient(2, 21, { periode: '2025-02' })
    ]);
    const linked = await link([registry, list], { aids: [disabled] });
    expect(classes(linked.of('X', { periode: '2025-01' }))).toEqual([1, 0, 0, 0, 1, 2, 1, 0]);
    expect(classes(linked.of('X'))).toEqual([2, 0, 0, 0, 0, 2, 1, 0]);
  });

  test('all aid merged is still judged by desil, and recipients by desil hold everybody', async () => {
    const linked = await link([registry, csvSheet([recipient(1, 11), recipient(2, 21)])], { aids: [disabled] });
    expect(classes(linked.of('X', { kode: 'SEMUA' }))).toEqual([1, 1, 0, 0, 1, 0, 0, 0]);
    const third = linked.tables.sasaran_desil.find(
      (row) => row.kode_bantuan === 'BLT' && row.kode_wilayah === X && row.desil === 3
    );
    expect(third).toMatchObject({ terdaftar: 3, penerima: 1, rupiah: 10_000n });
  });
});

describe('aid of a category in a registry by family', () => {
  const family = (k: number, disabilitas: string, more: PersonRow = {}): PersonRow => ({
    ...{ kk: kk(k), nik: nik(k * 10), nama: 'CONTOH', desil: 3, kode_wilayah: X, anggota: 4, disabilitas },
    ...more
  });

  test('a number of persons in each family is the population of persons', async () => {
    const registry = registrySheet([family(1, '2'), family(2, '0'), family(3, '1'), family(4, '')]);
    const linked = await link([registry, csvSheet([recipient(1, 10), recipient(2, 20)])], { aids: [disabled] });
    expect(classes(linked.of('X'))).toEqual([1, 1, 0, 0, 2, 12, 0, 0]);
  });

  test('more recipients of a family than it has such persons make nobody else reached', async () => {
    const registry = registrySheet([family(1, '1'), family(3, '2'), family(4, '0')]);
    const list = csvSheet([recipient(1, 10), recipient(1, 15), recipient(1, 16)]);
    const linked = await link([registry, list], { aids: [disabled] });
    expect(linked.of('X')).toMatchObject({ layak: 3, layak_terlewat: 2 });
  });

  test('only yes or no tells of families, not of persons', async () => {
    const registry = registrySheet([family(1, 'Ya'), family(2, 'Tidak')]);
    const persons = await link([registry, csvSheet([recipient(1, 10)])], { aids: [disabled] });
    expect(persons.of('X')).toMatchObject({ penerima: 1, layak: null, layak_terlewat: null });
    const families = await link([registry, csvSheet([recipient(2, 20)])], {
      aids: [{ ...disabled, unit: 'keluarga' }]
    });
    expect(classes(families.of('X'))).toEqual([0, 1, 0, 0, 1, 0, 0, 0]);
  });

  test('1 and 2 alone may mean yes and no: asked about, and not used', async () => {
    const registry = registrySheet([family(1, '1'), family(2, '2')]);
    const linked = await link([registry, csvSheet([recipient(1, 10)])], { aids: [disabled] });
    expect(linked.of('X')).toMatchObject({ layak: null, layak_terlewat: null });
    expect(linked.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['people-category-unclear', 'people-category-unknown'])
    );
  });
});

describe('what the registry does not know stays unknown', () => {
  const row = (k: number, place: string, more: PersonRow = {}): PersonRow => ({
    ...{ kk: kk(k), nik: nik(k), nama: 'CONTOH', desil: 3, kode_wilayah: place, ...more }
  });

  test('without such a column nobody is eligible or missed, and the importer says why', async () => {
    const linked = await link([registrySheet([row(1, X)], perOrang), csvSheet([recipient(1, 1)])], {
      aids: [disabled]
    });
    expect(classes(linked.of('X'))).toEqual([null, null, 0, 0, null, null, null, 0]);
    expect(linked.problems.find(({ code }) => code === 'people-category-unknown')?.message.id).toContain(
      'tidak memuat kategori disabilitas'
    );
  });

  test('a column in one file only: known in its desa, not in the kecamatan and the regency with others', async () => {
    const known = registrySheet([row(1, X, { disabilitas: 'Ya' }), row(2, X, { disabilitas: 'Tidak' })], perOrang);
    const blind = registrySheet([row(3, Y), row(4, Z)], { ...perOrang, file: 'lain.csv' });
    const linked = await link([known, blind, csvSheet([recipient(2, 2), recipient(3, 3)])], { aids: [disabled] });
    expect(classes(linked.of('X'))).toEqual([0, 1, 0, 0, 1, 0, 0, 0]);
    for (const place of ['Y', 'Z', '99.01.01', '99.01.02', home])
      expect(linked.of(place), place).toMatchObject({ layak: null, tidak_layak: null, layak_terlewat: null });
    expect(linked.of(home)).toMatchObject({ penerima: 2, rupiah_tak_diketahui: 20_000n });
    expect(linked.problems.find(({ code }) => code === 'people-category-unknown')?.message.id).toContain('sebagian');
  });

  test('aid of two categories needs both', async () => {
    const two = { ...disabled, kategori: ['disabilitas', 'lansia'] };
    const one = registrySheet([row(1, X, { disabilitas: 'Ya' })], perOrang);
    const both = registrySheet(
      [row(1, X, { disabilitas: 'Ya', lansia: 'Tidak' }), row(2, X, { disabilitas: '-', lansia: 'Ya' })],
      perOrang
    );
    const list = csvSheet([recipient(1, 1)]);
    expect((await link([one, list], { aids: [two] })).of('X')).toMatchObject({ layak_terlewat: null });
    expect(classes((await link([both, list], { aids: [two] })).of('X'))).toEqual([1, 0, 0, 0, 1, 0, 0, 0]);
  });

  test.for<{ kategori: AidCategory; cell: string; expected: number | null }>([
    { kategori: 'lansia_telantar', cell: 'Lanjut Usia Terlantar', expected: 1 },
    { kategori: 'disabilitas', cell: 'Anak dengan kedisabilitasan', expected: 1 },
    { kategori: 'anak_telantar', cell: 'Balita telantar', expected: 1 },
    { kategori: 'gelandangan_pengemis', cell: 'Pengemis', expected: 1 },
    { kategori: 'disabilitas', cell: 'Fakir miskin', expected: 0 },
    { kategori: 'disabilitas_telantar', cell: 'Penyandang disabilitas telantar', expected: 1 },
    { kategori: 'disabilitas_telantar', cell: 'Penyandang disabilitas', expected: null },
    { kategori: 'lansia', cell: 'Lanjut Usia Terlantar', expected: null }
  ])('a column of social needs: $cell and aid of $kategori', async ({ kategori, cell, expected }) => {
    const registry = registrySheet([row(1, X, { ppks: cell })], perOrang);
    const other = { kode_wilayah: Y, nik: nik(7), kk: kk(7) };
    const linked = await link([registry, csvSheet([recipient(9, 9, other)])], {
      aids: [{ ...disabled, kategori: [kategori] }]
    });
    expect(linked.of('X').layak_terlewat).toBe(expected);
  });
});

test('the public profile gives aid of a category from kecamatan up, with counts of 1 to 9 hidden', async () => {
  const registry = registrySheet(
    Array.from({ length: 60 }, (_, n) =>
      person(n + 1, n + 1, n < 30 ? 'Ya' : 'Tidak', { kode_wilayah: n < 50 ? X : Z })
    ),
    perOrang
  );
  const list = csvSheet(Array.from({ length: 20 }, (_, n) => recipient(n + 1, n + 1)));
  const linked = await link([registry, list], { aids: [disabled] });
  expect(classes(linked.of('X'))).toEqual([20, 0, 0, 0, 10, 20, 0, 0]);
  const shown = protect(linked.tables, { perTanggal: '2026-10-31' });
  const own = (rows: readonly Row[] | undefined) => (rows ?? []).filter((row) => row.kode_bantuan === 'BLT');
  const levels = [...own(shown.sasaran), ...own(shown.sasaran_desil)].map(({ kode_wilayah }) => kode_wilayah);
  expect(new Set(levels)).toEqual(new Set([home, '99.01.01', '99.01.02']));
  const of = (kode: string) => own(shown.sasaran).find((row) => row.kode_wilayah === kode && row.periode === '2025');
  expect(of('99.01.01')).toMatchObject({ layak: 20, layak_terlewat: 10, tidak_layak_di_luar: 20 });
  const few = protect(
    { sasaran: own(linked.tables.sasaran).map((row) => ({ ...row, layak_terlewat: 4 })) },
    { perTanggal: '2026-10-31' }
  );
  expect(few.sasaran?.every(({ layak_terlewat }) => layak_terlewat === null)).toBe(true);
});
