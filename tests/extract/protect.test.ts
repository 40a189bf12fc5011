import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRows } from '$lib/contract/check';
import { sortedByKey } from '$lib/contract/order';
import { tables } from '$lib/contract/tables';
import type { Row } from '$lib/extract/assemble';
import { protect } from '$lib/extract/protect';

const classes = ['layak', 'tidak_layak', 'desil_kosong', 'tidak_tercatat'] as const;
const perTanggal = '2026-05-31';

/** A row of `sasaran` of the kabupaten; recipients are the sum of their classes unless they are given. */
function sasaran(given: Row = {}): Row {
  const row: Row = {
    tahun: 2025,
    periode: '2025',
    kode_bantuan: 'SEMBAKO',
    vintase: '2025-T3',
    kode_wilayah: '64.02',
    tanggal_daftar: '2025-08-01',
    layak: 0,
    tidak_layak: 0,
    desil_kosong: 0,
    tidak_tercatat: 0,
    layak_terlewat: 0,
    tidak_layak_di_luar: 0,
    desil_kosong_di_luar: 0,
    baris_ganda: 0,
    disembunyikan: false,
    kolom_tersembunyi: [],
    id_berkas: 'orang',
    ...given
  };
  const money = (...names: string[]): bigint => names.reduce((sum, name) => sum + 60_000_000n * count(row, name), 0n);
  return {
    rupiah_layak: money('layak'),
    rupiah_tidak_layak: money('tidak_layak'),
    rupiah_tak_diketahui: money('desil_kosong', 'tidak_tercatat'),
    rupiah_ganda: money('baris_ganda'),
    penerima: classes.reduce((sum, name) => sum + Number(row[name] ?? 0), 0),
    ...row
  };
}

function kesegaran(given: Row): Row {
  const row: Row = { segar_12_bulan: 0, tanpa_tanggal: 0, tanggal_depan: 0, ...given };
  const { keluarga, tanpa_tanggal, tanggal_depan } = row;
  const dated = Number(keluarga) - Number(tanpa_tanggal) - Number(tanggal_depan);
  return {
    vintase: '2025-T3',
    kode_wilayah: '64.02.06.1001',
    kelompok: 'semua',
    per_tanggal: perTanggal,
    umur_median_hari: dated > 0 ? 200 : null,
    umur_p90_hari: dated > 0 ? 900.5 : null,
    disembunyikan: false,
    kolom_tersembunyi: [],
    id_berkas: 'orang',
    ...row
  };
}

function byDesil(given: Row): Row {
  return {
    tahun: 2025,
    kode_bantuan: 'SEMBAKO',
    vintase: '2025-T3',
    kode_wilayah: '64.02.06',
    desil: 1,
    terdaftar: 0,
    penerima: 0,
    rupiah: BigInt(Number(given.penerima ?? 0)) * 60_000_000n,
    disembunyikan: false,
    kolom_tersembunyi: [],
    id_berkas: 'orang',
    ...given
  };
}

function registry(desil: number | null, keluarga: number | null, jiwa: number | null): Row {
  return {
    vintase: '2025-T3',
    kode_wilayah: '64.02.06',
    desil,
    keluarga,
    jiwa,
    disembunyikan: false,
    id_berkas: 'orang'
  };
}

function count(row: Row, name: string): bigint {
  return BigInt(Number(row[name] ?? 0));
}

type Targeting = 'sasaran' | 'kesegaran' | 'sasaran_desil' | 'registri' | 'tumpang_tindih' | 'pasangan_bantuan';

/** What the public profile makes of rows of one table. */
function publicRows(table: Targeting, rows: Row[], k = 10): Row[] {
  return protect({ [table]: rows }, { k, perTanggal })[table]!;
}

const hiddenIn = (table: Targeting, row: Row): readonly unknown[] =>
  publicRows(table, [row])[0]!.kolom_tersembunyi as readonly unknown[];

describe('rows that the public profile holds', () => {
  const desa = '64.02.06.1001';
  test.for<{ name: string; table: Targeting; row: Row; kept: boolean }>([
    { name: 'a programme in a kecamatan', table: 'sasaran', row: { kode_wilayah: '64.02.06' }, kept: true },
    { name: 'a programme in the month of a kecamatan', table: 'sasaran', row: { periode: '2025-03' }, kept: true },
    { name: 'a programme in a desa', table: 'sasaran', row: { kode_wilayah: desa }, kept: false },
    {
      name: 'all aid in a desa, closed year',
      table: 'sasaran',
      row: { kode_wilayah: desa, kode_bantuan: 'SEMUA' },
      kept: true
    },
    {
      name: 'all aid in a desa, running year',
      table: 'sasaran',
      row: { kode_wilayah: desa, kode_bantuan: 'SEMUA', tahun: 2026, periode: '2026' },
      kept: false
    },
    {
      name: 'all aid in a desa, one month',
      table: 'sasaran',
      row: { kode_wilayah: desa, kode_bantuan: 'SEMUA', periode: '2025-03' },
      kept: false
    },
    { name: 'desil in a desa', table: 'sasaran_desil', row: { kode_wilayah: desa }, kept: false },
    { name: 'the registry of a desa', table: 'registri', row: { kode_wilayah: desa, desil: 1 }, kept: false },
    { name: 'the registry of a kecamatan', table: 'registri', row: { desil: 1 }, kept: true },
    { name: 'pairs of aid in a desa', table: 'pasangan_bantuan', row: { kode_wilayah: desa }, kept: false },
    {
      name: 'the freshness of a desa',
      table: 'kesegaran',
      row: { kode_wilayah: desa, kelompok: 'semua' },
      kept: true
    },
    {
      name: 'the freshness of those in a desa who receive',
      table: 'kesegaran',
      row: { kode_wilayah: desa, kelompok: 'penerima' },
      kept: false
    },
    {
      name: 'an aid in a kecamatan, one month',
      table: 'sasaran',
      row: { kode_wilayah: '64.02.06', kode_bantuan: 'PKH', periode: '2025-03' },
      kept: false
    },
    {
      name: 'an aid in the regency, one month',
      table: 'sasaran',
      row: { kode_wilayah: '64.02', kode_bantuan: 'PKH', periode: '2025-03' },
      kept: true
    },
    { name: 'overlap in a desa, closed year', table: 'tumpang_tindih', row: { kode_wilayah: desa }, kept: false },
    { name: 'overlap in a kecamatan', table: 'tumpang_tindih', row: { kode_wilayah: '64.02.06' }, kept: true }
  ])('$name: $kept', ({ table, row, kept }) => {
    const full: Row = { ...sasaran(), keluarga: 100, ...row };
    expect(publicRows(table, [full])).toHaveLength(kept ? 1 : 0);
  });

  test('a year is closed on the day after its last, and never where the date is not known', () => {
    const row = sasaran({ kode_wilayah: desa, kode_bantuan: 'SEMUA' });
    const kept = (date: string | null) => protect({ sasaran: [row] }, { perTanggal: date }).sasaran!.length;
    expect([kept('2025-12-31'), kept('2026-01-01'), kept(null)]).toEqual([0, 1, 0]);
  });

  test('tables that tell of no people stay as they are, and no table appears that was not there', () => {
    const pagu: Row[] = [{ pagu: 5n }];
    const out = protect({ pagu, sasaran: [] }, { perTanggal });
    expect(out.pagu).toBe(pagu);
    expect(Object.keys(out)).toEqual(['pagu', 'sasaran']);
  });
});

describe('sasaran: what is hidden in a row', () => {
  test.for<{ name: string; row: Row; hidden: string[] }>([
    {
      name: 'nothing where every count is 0 or at least 10',
      row: { layak: 10, tidak_layak: 12, layak_terlewat: 40 },
      hidden: []
    },
    { name: 'nothing where all recipients are eligible', row: { layak: 30 }, hidden: [] },
    {
      name: 'a few of one class with their money, and the total that minus the others would be they',
      row: { layak: 30, tidak_layak: 9, desil_kosong: 10, tidak_tercatat: 20 },
      hidden: ['penerima', 'rupiah_tidak_layak', 'tidak_layak']
    },
    {
      name: 'money of undecided and unmatched with either of them',
      row: { layak: 30, tidak_layak: 11, desil_kosong: 4, tidak_tercatat: 20 },
      hidden: ['desil_kosong', 'penerima', 'rupiah_tak_diketahui']
    },
    {
      name: 'two few classes, though each could be either: together they are 9 and 9, or 1 and 1',
      row: { layak: 30, desil_kosong: 9, tidak_tercatat: 9 },
      hidden: ['desil_kosong', 'penerima', 'rupiah_tak_diketahui', 'tidak_tercatat']
    },
    {
      name: 'all about recipients where they are few, but not those who are missed',
      row: { layak: 5, layak_terlewat: 50, tidak_layak_di_luar: 80 },
      hidden: [
        'baris_ganda',
        'desil_kosong',
        'layak',
        'penerima',
        'rupiah_ganda',
        'rupiah_layak',
        'rupiah_tak_diketahui',
        'rupiah_tidak_layak',
        'tidak_layak',
        'tidak_tercatat'
      ]
    },
    { name: 'few who are missed', row: { layak: 50, layak_terlewat: 1 }, hidden: ['layak_terlewat'] },
    {
      name: 'few extra rows with their money',
      row: { layak: 50, baris_ganda: 2 },
      hidden: ['baris_ganda', 'rupiah_ganda']
    },
    {
      name: 'both classes where no classified recipient is eligible',
      row: { tidak_layak: 50, tidak_tercatat: 20 },
      hidden: ['layak', 'penerima', 'rupiah_layak', 'rupiah_tidak_layak', 'tidak_layak']
    },
    {
      name: 'every class where nobody is in the registry',
      row: { tidak_tercatat: 50 },
      hidden: [
        'desil_kosong',
        'layak',
        'penerima',
        'rupiah_layak',
        'rupiah_tak_diketahui',
        'rupiah_tidak_layak',
        'tidak_layak',
        'tidak_tercatat'
      ]
    },
    {
      name: 'the total where only a class that was not delivered is few',
      row: {
        penerima: 55,
        layak: 30,
        tidak_layak: 20,
        desil_kosong: null,
        tidak_tercatat: null,
        rupiah_tak_diketahui: null
      },
      hidden: ['penerima']
    },
    {
      name: 'nothing of a category that no desil tells apart',
      row: { penerima: 500, layak: null, tidak_layak: null, tidak_tercatat: 50 },
      hidden: []
    },
    {
      name: 'money without its count',
      row: { penerima: 100, layak: null, tidak_layak: null, rupiah_layak: 500n, rupiah_tidak_layak: 0n },
      hidden: ['rupiah_layak']
    }
  ])('$name', ({ row, hidden }) => expect(hiddenIn('sasaran', sasaran(row))).toEqual(hidden));

  test('a hidden figure is null and named; one that was not delivered is null and not named', () => {
    const [row] = publicRows('sasaran', [sasaran({ layak: 3, tidak_layak: 30, layak_terlewat: null })]);
    expect(row).toMatchObject({ layak: null, layak_terlewat: null, tidak_layak: 30, disembunyikan: true });
    expect(row!.kolom_tersembunyi).toEqual(['layak', 'penerima', 'rupiah_layak']);
  });

  test('what came hidden stays hidden, and its total with it', () => {
    const row = sasaran({
      penerima: 60,
      layak: 40,
      tidak_layak: null,
      kolom_tersembunyi: ['tidak_layak'],
      rupiah_tidak_layak: null
    });
    expect(hiddenIn('sasaran', row)).toEqual(['penerima', 'tidak_layak']);
  });

  test('the argument is left as it is', () => {
    const row = sasaran({ layak: 3, tidak_layak: 30 });
    const before = structuredClone(row);
    publicRows('sasaran', [row]);
    expect(row).toEqual(before);
  });
});

describe('kesegaran: what is hidden in a row', () => {
  const all = ['umur_median_hari', 'umur_p90_hari'];
  test.for<{ name: string; row: Row; hidden: string[] }>([
    { name: 'nothing', row: { keluarga: 100, segar_12_bulan: 40, tanpa_tanggal: 20 }, hidden: [] },
    { name: 'nothing where all are fresh', row: { keluarga: 100, segar_12_bulan: 100 }, hidden: [] },
    {
      name: 'few families: the whole row',
      row: { keluarga: 9, segar_12_bulan: 9 },
      hidden: ['keluarga', 'segar_12_bulan', 'tanggal_depan', 'tanpa_tanggal', ...all]
    },
    { name: 'few fresh ones', row: { keluarga: 100, segar_12_bulan: 3 }, hidden: ['segar_12_bulan', ...all] },
    { name: 'few that are not fresh', row: { keluarga: 100, segar_12_bulan: 95 }, hidden: ['segar_12_bulan', ...all] },
    {
      name: 'few old ones that no column holds: the smallest part goes too',
      row: { keluarga: 100, segar_12_bulan: 75, tanpa_tanggal: 20 },
      hidden: ['tanpa_tanggal', ...all]
    },
    {
      name: 'few without a date and few old ones: all but the fresh are few',
      row: { keluarga: 100, segar_12_bulan: 94, tanpa_tanggal: 4 },
      hidden: ['segar_12_bulan', 'tanpa_tanggal', ...all]
    },
    {
      name: 'the median of few dated families',
      row: { keluarga: 100, tanpa_tanggal: 91 },
      hidden: ['tanpa_tanggal', ...all]
    }
  ])('$name', ({ row, hidden }) => expect(hiddenIn('kesegaran', kesegaran(row))).toEqual(hidden));
});

describe('desil, overlap and pairs: what is hidden', () => {
  const others = byDesil({ desil: 9, terdaftar: 50, penerima: 30 });
  test.for<{ name: string; row: Row; hidden: string[] }>([
    { name: 'nothing', row: { terdaftar: 100, penerima: 40 }, hidden: [] },
    { name: 'nothing where all of a desil receive', row: { terdaftar: 100, penerima: 100 }, hidden: [] },
    { name: 'few recipients with their money', row: { terdaftar: 100, penerima: 4 }, hidden: ['penerima', 'rupiah'] },
    { name: 'few who do not receive', row: { terdaftar: 100, penerima: 94 }, hidden: ['penerima', 'rupiah'] },
    { name: 'few of a desil', row: { terdaftar: 9, penerima: 0 }, hidden: ['penerima', 'rupiah', 'terdaftar'] }
  ])('sasaran_desil: $name', ({ row, hidden }) =>
    expect(publicRows('sasaran_desil', [byDesil(row), others])[0]!.kolom_tersembunyi).toEqual(hidden)
  );

  test('sasaran_desil: recipients all of one desil hide in every desil of the region, others do not', () => {
    const rows = [1, 2].map((desil) => byDesil({ desil, terdaftar: 200, penerima: desil === 1 ? 50 : 0 }));
    const elsewhere = [1, 2].map((desil) => byDesil({ desil, kode_wilayah: '64.02', terdaftar: 200, penerima: 50 }));
    const out = publicRows('sasaran_desil', [...rows, ...elsewhere]);
    expect(out.map((row) => row.penerima)).toEqual([null, null, 50, 50]);
    expect(out.map((row) => row.terdaftar)).toEqual([200, 200, 200, 200]);
  });

  test('registri: few families hide with their members, few members hide their families', () => {
    const out = publicRows('registri', [
      registry(1, 9, 40),
      registry(2, 20, 70),
      registry(3, 10, 9),
      registry(4, null, 5)
    ]);
    expect(out.map((row) => [row.keluarga, row.jiwa, row.disembunyikan])).toEqual([
      [null, null, true],
      [20, 70, false],
      [null, null, true],
      [null, null, true]
    ]);
  });

  test('registri: all families of one desil hide in every desil; a registry without desil does not', () => {
    const one = publicRows('registri', [registry(1, 0, 0), registry(4, 90, 300), registry(null, 20, 60)]);
    expect(one.map((row) => row.keluarga)).toEqual([null, null, 20]);
    expect(publicRows('registri', [registry(null, 90, 300)])[0]!.keluarga).toBe(90);
  });

  test.for(['tumpang_tindih', 'pasangan_bantuan'] as const)('%s: single cells', (table) => {
    const of = (keluarga: number | null): Row => ({
      tahun: 2025,
      kode_wilayah: '64.02',
      keluarga,
      disembunyikan: false
    });
    expect(publicRows(table, [0, 1, 9, 10, null].map(of)).map((row) => [row.keluarga, row.disembunyikan])).toEqual([
      [0, false],
      [null, true],
      [null, true],
      [10, false],
      [null, false]
    ]);
  });
});

/** Sums of every choice among some numbers, with how many were chosen. */
function sums(values: readonly number[]): number[] {
  return values.reduce<number[]>((all, value) => [...all, ...all.map((sum) => sum + value)], [0]);
}

const isFew = (value: number, k = 10) => value > 0 && value < k;
const people = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 3000 }));
const maybe = fc.option(people, { freq: 8 });

describe('whatever the row, nobody can reckon a number of 1 to 9 people from it', () => {
  const shown = (row: Row, names: readonly string[]): number[] =>
    names.map((name) => row[name]).filter((value): value is number => typeof value === 'number');
  const counts = [
    ...classes,
    'penerima',
    'layak_terlewat',
    'tidak_layak_di_luar',
    'desil_kosong_di_luar',
    'baris_ganda'
  ];

  test('sasaran: no cell, no total minus classes, no rate with its complement; the contract holds', () => {
    const given = fc.record({
      layak: maybe,
      tidak_layak: maybe,
      desil_kosong: maybe,
      tidak_tercatat: maybe,
      layak_terlewat: maybe,
      tidak_layak_di_luar: maybe,
      desil_kosong_di_luar: maybe,
      baris_ganda: maybe
    });
    fc.assert(
      fc.property(given, people, (cells, undelivered) => {
        const full = sasaran(cells);
        const complete = classes.every((name) => full[name] !== null);
        const before = { ...full, penerima: Number(full.penerima) + (complete ? 0 : undelivered) };
        const [row] = publicRows('sasaran', [before]) as [Row];
        expect(checkRows(tables.sasaran, [row])).toEqual([]);
        expect(shown(row, counts).filter((value) => isFew(value))).toEqual([]);
        if (row.penerima !== null) {
          const left = sums(shown(row, classes)).map((sum) => Number(row.penerima) - sum);
          expect(left.filter((value) => isFew(value))).toEqual([]);
        }
        for (const [rupiah, ...of] of [
          ['rupiah_layak', 'layak'],
          ['rupiah_tidak_layak', 'tidak_layak'],
          ['rupiah_tak_diketahui', 'desil_kosong', 'tidak_tercatat'],
          ['rupiah_ganda', 'baris_ganda']
        ] as const)
          if (row[rupiah] !== null) expect(isFew(Number(row[rupiah]! as bigint) / 60_000_000)).toBe(false);
          else expect(of.some((name) => row[name] === null)).toBe(true);
      }),
      { numRuns: 1000 }
    );
  });

  test('kesegaran: no cell, no families minus parts', () => {
    fc.assert(
      fc.property(people, people, people, people, (segar_12_bulan, tanpa_tanggal, tanggal_depan, old) => {
        const keluarga = segar_12_bulan + tanpa_tanggal + tanggal_depan + old;
        const [row] = publicRows('kesegaran', [
          kesegaran({ keluarga, segar_12_bulan, tanpa_tanggal, tanggal_depan })
        ]) as [Row];
        expect(checkRows(tables.kesegaran, [row])).toEqual([]);
        const parts = shown(row, ['segar_12_bulan', 'tanpa_tanggal', 'tanggal_depan']);
        const left = row.keluarga === null ? [] : sums(parts).map((sum) => keluarga - sum);
        expect([...parts, ...left, Number(row.keluarga ?? 0)].filter((value) => isFew(value))).toEqual([]);
      }),
      { numRuns: 1000 }
    );
  });

  test('every table obeys the contract after it was protected', () => {
    const rows = [1, 2, 3].map((desil) => byDesil({ desil, terdaftar: 9 * desil, penerima: desil }));
    for (const [name, given] of [
      ['sasaran_desil', rows],
      ['registri', [1, 2, null].map((desil) => registry(desil, 9, 12))]
    ] as const)
      expect(checkRows(tables[name], sortedByKey(publicRows(name, [...given]), tables[name].key))).toEqual([]);
  });
});

/**
 * The strongest attacker knows the rules and tries every row that could have been published as this one. With k = 4 and small numbers
 * all rows can be tried: no hidden number of 1 to 3 may have one value only.
 */
describe('who knows the rules and tries every row still has a choice for each hidden few', () => {
  const k = 4;
  const range = [0, 1, 2, 3, 4, 5, 6, 7];

  function cornered(worlds: Row[], table: Targeting, names: readonly string[]): string[] {
    const groups = new Map<string, Row[]>();
    for (const [i, row] of publicRows(table, worlds, k).entries()) {
      const text = JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      groups.set(text, [...(groups.get(text) ?? []), worlds[i]!]);
    }
    return [...groups].flatMap(([text, rows]) =>
      names
        .filter((name) => {
          const values = new Set(rows.map((row) => row[name] as number));
          return values.size === 1 && isFew([...values][0]!, k);
        })
        .map((name) => `${name} in ${text}`)
    );
  }

  test('sasaran', () => {
    const worlds = range.flatMap((layak) =>
      range.flatMap((tidak_layak) =>
        range.flatMap((desil_kosong) =>
          range.map((tidak_tercatat) => sasaran({ layak, tidak_layak, desil_kosong, tidak_tercatat }))
        )
      )
    );
    expect(cornered(worlds, 'sasaran', [...classes, 'penerima'])).toEqual([]);
  });

  test('sasaran: a row never says that no recipient is eligible', () => {
    const worlds = range.flatMap((layak) =>
      range.flatMap((tidak_layak) => range.map((tidak_tercatat) => sasaran({ layak, tidak_layak, tidak_tercatat })))
    );
    const swallowed = (row: Row) => row.layak === 0 && Number(row.tidak_layak) > 0;
    const groups = new Map<string, boolean[]>();
    for (const [i, row] of publicRows('sasaran', worlds, k).entries()) {
      const text = JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      groups.set(text, [...(groups.get(text) ?? []), swallowed(worlds[i]!)]);
    }
    expect([...groups].filter(([, all]) => all.every(Boolean)).map(([text]) => text)).toEqual([]);
  });

  test('kesegaran', () => {
    // every way to divide each number of families, so that no row is missing at the edge
    const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, i) => i);
    const worlds = upTo(16).flatMap((keluarga) =>
      upTo(keluarga).flatMap((segar_12_bulan) =>
        upTo(keluarga - segar_12_bulan).flatMap((tanpa_tanggal) =>
          upTo(keluarga - segar_12_bulan - tanpa_tanggal).map((tanggal_depan) =>
            kesegaran({ keluarga, segar_12_bulan, tanpa_tanggal, tanggal_depan })
          )
        )
      )
    );
    expect(cornered(worlds, 'kesegaran', ['keluarga', 'segar_12_bulan', 'tanpa_tanggal', 'tanggal_depan'])).toEqual([]);
  });

  test('sasaran_desil', () => {
    const other = byDesil({ desil: 9, terdaftar: 50, penerima: 30 });
    const values = [...range, 8, 9, 10, 11];
    const rows = values.flatMap((terdaftar) =>
      values.filter((penerima) => penerima <= terdaftar).map((penerima) => byDesil({ terdaftar, penerima }))
    );
    const published = new Map<string, Row[]>();
    for (const row of rows) {
      const text = JSON.stringify(publicRows('sasaran_desil', [row, other], k)[0], (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value
      );
      published.set(text, [...(published.get(text) ?? []), row]);
    }
    for (const [text, same] of published)
      for (const few of [
        (row: Row) => Number(row.terdaftar),
        (row: Row) => Number(row.penerima),
        (row: Row) => Number(row.terdaftar) - Number(row.penerima)
      ]) {
        const possible = new Set(same.map(few));
        expect(possible.size === 1 && isFew([...possible][0]!, k), text).toBe(false);
      }
  });
});
