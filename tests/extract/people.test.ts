import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPeriod } from '$lib/source/period';
import { openPeopleEngine } from '../../src/cli/peopleEngine';
import { aid, classes, csvSheet, desa, home, kk, link, nik, type PersonRow, registrySheet } from './peopleSupport';

const X = desa.X;
const Z = desa.Z;
const family = (n: number, desil: number | '', given: PersonRow = {}): PersonRow => ({
  kk: kk(n),
  nik: nik(n),
  nama: 'CONTOH',
  kode_wilayah: X,
  desil,
  tanggal: '2025-06-01',
  ...given
});
const recipient = (n: number, given: PersonRow = {}): PersonRow => ({
  kk: kk(n),
  nik: '',
  nama: 'CONTOH',
  kode_wilayah: X,
  ...given
});

describe('who is one recipient', () => {
  test.for([
    {
      name: 'a family by its KK, in the registry’s desa whatever the list says',
      rows: [recipient(1, { kode_wilayah: Z })],
      expected: [1, 0, 0, 0, 2, 1, 1, 0]
    },
    {
      name: 'a family by a person’s NIK where its KK is another or damaged',
      rows: [recipient(77, { nik: nik(2) }), recipient(0, { kk: '6.402E+15', nik: nik(1) })],
      expected: [2, 0, 0, 0, 1, 1, 1, 0]
    },
    {
      name: 'a second row of the family is a duplicate, also when the two rows carry different keys',
      rows: [recipient(1), recipient(1), recipient(0, { kk: '', nik: nik(1) })],
      expected: [1, 0, 0, 0, 2, 1, 1, 2]
    },
    {
      name: 'rows without a usable key are each one, not in the registry',
      rows: [recipient(0, { kk: '' }), recipient(0, { kk: '-' }), recipient(0, { kk: '6402' })],
      expected: [0, 0, 0, 3, 3, 1, 1, 0]
    },
    {
      name: 'an unknown family twice is one and a duplicate',
      rows: [recipient(500), recipient(500)],
      expected: [0, 0, 0, 1, 3, 1, 1, 1]
    },
    {
      name: 'desil not decided is neither eligible nor not',
      rows: [recipient(5), recipient(4)],
      expected: [0, 1, 1, 0, 3, 0, 0, 0]
    },
    {
      name: 'blank rows, totals and a header printed again are nobody',
      rows: [
        recipient(1),
        recipient(0, { kk: '', nama: '', kode_wilayah: '' }),
        recipient(0, { kk: '', nama: 'JUMLAH', kode_wilayah: '' }),
        recipient(0, { kk: 'NO KK', nama: 'NAMA', kode_wilayah: 'KODE' }),
        recipient(0, { kk: '(1)', nama: '(3)', kode_wilayah: '(4)' })
      ],
      expected: [1, 0, 0, 0, 2, 1, 1, 0]
    }
  ])('$name', async ({ rows, expected }) => {
    const registry = registrySheet([family(1, 1), family(2, 2), family(3, 4), family(4, 7), family(5, '')]);
    const linked = await link([registry, csvSheet(rows)]);
    expect(classes(linked.of('X'))).toEqual(expected);
    expect(classes(linked.of(home))).toEqual(expected);
  });

  test('two eligible elders of one family are two recipients of aid of persons, the same elder twice is not', async () => {
    const person = (n: number, kkOf: number): PersonRow => ({ ...family(n, 2), kk: kk(kkOf), nik: nik(n) });
    const registry = registrySheet([person(1, 1), person(2, 1), person(3, 1), person(4, 2)], { per: 'orang' });
    const list = csvSheet([
      recipient(1, { nik: nik(1) }),
      recipient(1, { nik: nik(2) }),
      recipient(9, { nik: nik(2) })
    ]);
    const linked = await link([registry, list], { aids: [aid('BLT', { unit: 'orang' })] });
    expect(classes(linked.of('X'))).toEqual([2, 0, 0, 0, 2, 0, 0, 1]);
    expect(linked.of('X', { kode: 'SEMUA' })).toMatchObject({
      penerima: 1,
      layak: 1,
      layak_terlewat: 1,
      baris_ganda: 1
    });
    expect(linked.tables.registri.find(({ kode_wilayah, desil }) => kode_wilayah === X && desil === 2)).toMatchObject({
      keluarga: 2,
      jiwa: 4
    });
  });

  test('persons whose list gives a KK only: each is one in its month, and the same in the next', async () => {
    const list = (bulan: string): PersonRow[] => [1, 2].map(() => recipient(1, { periode: bulan }));
    const registry = registrySheet([family(1, 1, { anggota: 3 })]);
    const linked = await link([registry, csvSheet([...list('2025-01'), ...list('2025-02')])], {
      aids: [aid('BLT', { unit: 'orang' })]
    });
    expect(classes(linked.of('X', { periode: '2025-01' }))).toEqual([2, 0, 0, 0, 1, 0, 0, 0]);
    expect(classes(linked.of('X'))).toEqual([2, 0, 0, 0, 1, 0, 0, 0]);
  });

  test('a family in two programmes is no duplicate: it overlaps', async () => {
    const registry = registrySheet([family(1, 1), family(2, 2), family(3, 8)]);
    const linked = await link([
      registry,
      csvSheet([recipient(1), recipient(2)]),
      csvSheet([recipient(1), recipient(600)], { file: 'lain.csv', program: 'PKH' })
    ]);
    expect(linked.of('X', { kode: 'SEMUA' })).toMatchObject({
      penerima: 3,
      layak: 2,
      tidak_tercatat: 1,
      baris_ganda: 0
    });
    const overlap = linked.tables.tumpang_tindih.filter(({ kode_wilayah }) => kode_wilayah === X);
    expect(overlap.map(({ jumlah_bantuan, keluarga }) => [jumlah_bantuan, keluarga])).toEqual([
      [0, 1],
      [1, 2],
      [2, 1]
    ]);
    const pair = linked.tables.pasangan_bantuan.find(({ kode_wilayah }) => kode_wilayah === home);
    expect(pair).toMatchObject({ kode_bantuan: 'BLT', kode_bantuan_lain: 'PKH', keluarga: 1 });
    expect(linked.tables.bantuan).toMatchObject([{ kode_bantuan: 'PKH', unit: 'keluarga', desil_layak: [1, 2, 3, 4] }]);
  });
});

describe('where a recipient counts', () => {
  const registry = registrySheet([
    family(1, 1),
    family(2, 1, { kode_wilayah: '99.01.02' }),
    family(3, 9, { kode_wilayah: '' })
  ]);

  test('unmatched in its own desa, else its kecamatan, else the regency; of another regency nowhere', async () => {
    const places = [Z, '99.01.02', '', '98.01.01.2001'];
    const linked = await link([
      registry,
      csvSheet(places.map((kode_wilayah, i) => recipient(900 + i, { kode_wilayah })))
    ]);
    const unmatched = (place: string): unknown => linked.of(place).tidak_tercatat;
    expect([unmatched('X'), unmatched('Z'), unmatched('99.01.02'), unmatched('99.01.01'), unmatched(home)]).toEqual([
      0, 1, 2, 0, 3
    ]);
    expect(linked.tallies.find(({ kind }) => kind === 'penerima')?.baris).toMatchObject({
      dibaca: 4,
      dipakai: 3,
      luar_wilayah: 1
    });
  });

  test('matched where the registry has it, though the list says another regency', async () => {
    const linked = await link([registry, csvSheet([recipient(1, { kode_wilayah: '98.01.01.2001' })])]);
    expect(linked.of('X')).toMatchObject({ penerima: 1, layak: 1 });
  });

  test('a desa without families and without recipients has its rows, with zeros', async () => {
    const linked = await link([registry, csvSheet([recipient(1)])]);
    expect(classes(linked.of('Y'))).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(classes(linked.of(home))).toEqual([1, 0, 0, 0, 1, 1, 0, 0]);
  });
});

describe('vintages', () => {
  const early = registrySheet([family(1, 3)], {
    file: 'lama.csv',
    vintase: { kode: '2025-T1', registri: 'DTSEN', berlakuSejak: '2025-01-01' }
  });
  const late = registrySheet([family(1, 6)]);
  const list = (tanggalDaftar: string | null, bulan: string): ReturnType<typeof csvSheet> =>
    csvSheet([recipient(1)], { file: `${bulan}.csv`, period: readPeriod(`bulan ${bulan} 2025`), tanggalDaftar });

  test('a list is compared with the vintage of its day, its year with that of the last list', async () => {
    const linked = await link([late, early, list('2025-02-10', 'Februari'), list(null, 'Agustus')]);
    expect(linked.of('X', { periode: '2025-02' })).toMatchObject({
      vintase: '2025-T1',
      layak: 1,
      tanggal_daftar: '2025-02-10'
    });
    expect(linked.of('X', { periode: '2025-08' })).toMatchObject({
      vintase: '2025-T3',
      tidak_layak: 1,
      tanggal_daftar: null
    });
    expect(linked.of('X')).toMatchObject({
      vintase: '2025-T3',
      tidak_layak: 1,
      penerima: 1,
      tanggal_daftar: '2025-02-10'
    });
  });

  test('a list older than every vintage takes the first, with a warning', async () => {
    const linked = await link([late, list('2025-02-10', 'Februari')]);
    expect(linked.of('X', { periode: '2025-02' }).vintase).toBe('2025-T3');
    expect(linked.problems.map(({ code }) => code)).toContain('people-vintage-mismatch');
  });

  test('without a registry only recipients are counted', async () => {
    const linked = await link([csvSheet([recipient(1, { nominal: 100 }), recipient(1, { nominal: 100 })])]);
    expect(linked.of('X')).toMatchObject({
      vintase: 'tanpa',
      penerima: 1,
      layak: null,
      layak_terlewat: null,
      rupiah_layak: null
    });
    expect(linked.tables.registri).toEqual([]);
    expect(linked.tables.tumpang_tindih.find(({ jumlah_bantuan }) => jumlah_bantuan === 0)?.keluarga).toBe(null);
  });
});

describe('rupiah', () => {
  const registry = registrySheet([family(1, 1), family(2, 9), family(3, 1)]);

  test('a list without amounts is worth the unit value, for each month it covers', async () => {
    const aids = [aid('BLT', { nilai_satuan: 20_000_000n, bulan: 12 })];
    const quarter = csvSheet([recipient(1, { periode: 'Triwulan I 2025' }), recipient(2, { periode: '2025-04' })]);
    const linked = await link([registry, quarter], { aids });
    expect(linked.of('X', { periode: '2025-03' })).toMatchObject({ rupiah_layak: 60_000_000n, rupiah_tidak_layak: 0n });
    expect(linked.of('X')).toMatchObject({ rupiah_layak: 60_000_000n, rupiah_tidak_layak: 20_000_000n });
  });

  test('without amounts and without a unit value there is no rupiah, not 0', async () => {
    const linked = await link([registry, csvSheet([recipient(1)])]);
    expect(linked.of('X')).toMatchObject({ layak: 1, rupiah_layak: null, rupiah_ganda: null });
    expect(linked.of('Y')).toMatchObject({ rupiah_layak: null });
  });

  test('a blank amount beside others is not 0: what it belongs to is not known', async () => {
    const rows = [recipient(1, { nominal: 500 }), recipient(3, { nominal: '' }), recipient(2, { nominal: 700 })];
    const linked = await link([registry, csvSheet(rows)]);
    expect(linked.of('X')).toMatchObject({ rupiah_layak: null, rupiah_tidak_layak: 70_000n, rupiah_ganda: 0n });
    expect(linked.problems.map(({ code }) => code)).toContain('people-amount');
  });

  test('a category without a rule by desil has no classes by desil, but all that was paid', async () => {
    const aids = [aid('BLT', { populasi: 'khusus', desil_layak: [] })];
    const linked = await link([registry, csvSheet([recipient(1, { nominal: 5 }), recipient(900, { nominal: 7 })])], {
      aids
    });
    expect(classes(linked.of('X'))).toEqual([null, null, 0, 1, null, null, null, 0]);
    expect(linked.of('X')).toMatchObject({
      penerima: 2,
      rupiah_layak: 0n,
      rupiah_tidak_layak: 0n,
      rupiah_tak_diketahui: 1200n
    });
  });
});

describe('registry', () => {
  test('freshness: age 365 is fresh, 366 is not, a day after the as-of date is an error', async () => {
    const dates = ['2025-06-30', '2024-06-30', '2024-07-01', '2023-01-15', '', '2025-01-01', '2024-06-29'];
    const rows = dates.map((tanggal, i) => family(i + 1, 1, { tanggal }));
    const linked = await link([registrySheet(rows), csvSheet([recipient(1), recipient(4)])], {
      perTanggal: '2025-06-30'
    });
    const all = linked.tables.kesegaran.filter(({ kode_wilayah }) => kode_wilayah === home);
    expect(all).toMatchObject([
      {
        kelompok: 'semua',
        keluarga: 7,
        segar_12_bulan: 4,
        tanpa_tanggal: 1,
        tanggal_depan: 0,
        umur_median_hari: 364.5
      },
      { kelompok: 'penerima', keluarga: 2, segar_12_bulan: 1, tanpa_tanggal: 0 }
    ]);
    const later = await link([registrySheet([family(1, 1, { tanggal: '2025-07-01' })])], { perTanggal: '2025-06-30' });
    expect(later.tables.kesegaran.find(({ kode_wilayah }) => kode_wilayah === X)).toMatchObject({
      tanggal_depan: 1,
      segar_12_bulan: 0,
      umur_median_hari: null
    });
  });

  test('a family whose rows contradict each other is undecided; one that stands twice is one', async () => {
    const linked = await link([registrySheet([family(1, 1), family(1, 5), family(2, 2), family(2, 2)])]);
    const counts = linked.tables.registri.filter(({ kode_wilayah, keluarga }) => kode_wilayah === X && keluarga !== 0);
    expect(counts.map(({ desil, keluarga }) => [desil, keluarga])).toEqual([
      [2, 1],
      [null, 1]
    ]);
    expect(linked.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['people-desil-conflict', 'people-family-twice'])
    );
  });

  test('rows without a KK belong to the family of their identifier', async () => {
    const rows = [
      family(1, 2, { id_keluarga: 'A1' }),
      family(2, 2, { kk: '', id_keluarga: 'A1' }),
      family(3, 3, { kk: '', id_keluarga: 'B2' }),
      family(4, 4, { kk: '' })
    ];
    const linked = await link([registrySheet(rows, { per: 'orang' })]);
    const counts = linked.tables.registri.filter(({ kode_wilayah, keluarga }) => kode_wilayah === X && keluarga !== 0);
    expect(counts.map(({ desil, keluarga, jiwa }) => [desil, keluarga, jiwa])).toEqual([
      [2, 1, 2],
      [3, 1, 1],
      [4, 1, 1]
    ]);
  });
});

describe('the native engine', () => {
  test('a row with too many cells and a quote that never closes are counted by line, the rest is read', async () => {
    const sheet = csvSheet([recipient(1), recipient(2)]);
    const body = sheet.body as { bytes: Uint8Array };
    const text = `${new TextDecoder().decode(body.bytes)}${kk(3)};;CONTOH;${X};lebih;lagi\n${kk(4)};;"CONTOH;${X}\n`;
    const linked = await link([
      { ...sheet, body: { ...sheet.body, bytes: new TextEncoder().encode(text) } as typeof sheet.body }
    ]);
    expect(linked.tallies[0]?.baris).toMatchObject({ dibaca: 4, dipakai: 2, ditolak: 2 });
    const lines = linked.problems.filter(({ code }) => code === 'people-line');
    expect(lines.map(({ place }) => place.row)).toEqual([4, 5]);
    expect(JSON.stringify(linked)).not.toContain(kk(3));
  });

  test('its folder goes when it is closed, and what a killed run left goes at the next start', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'tepat-uji-'));
    try {
      const nobody = 2 ** 22 + 12_345;
      const left = mkdtempSync(join(temporary, `tepat-orang-${nobody}-`));
      const engine = await openPeopleEngine({ temporary });
      expect(existsSync(left)).toBe(false);
      expect(existsSync(engine.folder)).toBe(true);
      await engine.load(csvSheet([recipient(1)]), 'daftar');
      expect(readdirSync(engine.folder)).toEqual([]);
      engine.close();
      engine.close();
      expect(readdirSync(temporary)).toEqual([]);
    } finally {
      rmSync(temporary, { recursive: true });
    }
  });

  test('a workbook’s numbers are told from its texts', async () => {
    const engine = await openPeopleEngine();
    try {
      const rows = [
        [6402010101010010, 'A'],
        ['6402010101010011', 5]
      ];
      const sheet = csvSheet([], { columns: { kk: 0, nama: 1 }, body: { kind: 'rows', rows } });
      await engine.load(sheet, 'buku');
      expect(await engine.rows('SELECT kk, nama FROM buku')).toEqual([
        { kk: '\u00016402010101010010', nama: 'A' },
        { kk: '6402010101010011', nama: '\u00015' }
      ]);
    } finally {
      engine.close();
    }
  });
});
