import { describe, expect, test } from 'vitest';
import { buildNames, type YearName } from '$lib/extract/names';

const nomenklatur = (names: [number, string, string][], mapped = new Map<string, string>()) => {
  const parents = [...new Set(names.map(([tahun]) => tahun))].flatMap((tahun): [number, string, string][] => [
    [tahun, '1', 'WAJIB'],
    [tahun, '1.06', 'SOSIAL'],
    [tahun, '1.06.05', 'PERLINDUNGAN'],
    [tahun, '1.06.05.2.02', 'Pengelolaan Data']
  ]);
  const all: YearName[] = [...parents, ...names].map(([tahun, kode, nama]) => ({
    table: 'nomenklatur',
    tahun,
    kode,
    nama
  }));
  return buildNames(all, [], new Map(), mapped).nomenklatur;
};
const leaf = '1.06.05.2.02';
const identities = (rows: ReturnType<typeof nomenklatur>) =>
  Object.fromEntries(
    rows
      .filter(({ tingkat }) => tingkat === 'subkegiatan')
      .map(({ tahun, kode, kode_tetap }) => [`${tahun} ${kode.slice(-4)}`, kode_tetap])
  );

describe('identity across years', () => {
  test('a code that was renumbered is one identity, under its latest code', () => {
    const rows = nomenklatur([
      [2024, `${leaf}.0003`, 'Fasilitasi Bantuan Sosial'],
      [2025, `${leaf}.0006`, 'FASILITASI  Bantuan Sosial'],
      [2026, `${leaf}.0006`, 'Fasilitasi bantuan sosial']
    ]);
    expect(identities(rows)).toEqual({
      '2024 0003': `${leaf}.0006`,
      '2025 0006': `${leaf}.0006`,
      '2026 0006': `${leaf}.0006`
    });
  });

  test('a code that is used again for something else is never joined', () => {
    const rows = nomenklatur([
      [2024, `${leaf}.0003`, 'Fasilitasi Bantuan Sosial'],
      [2025, `${leaf}.0003`, 'Pendataan Keluarga'],
      [2025, `${leaf}.0006`, 'Fasilitasi Bantuan Sosial']
    ]);
    const found = identities(rows);
    expect(found['2024 0003']).toBe(found['2025 0006']);
    expect(found['2025 0003']).not.toBe(found['2024 0003']);
    expect(found['2025 0003']).not.toBeNull();
  });

  test('a code that is dropped and used again later gets an identity of its own', () => {
    const found = identities(
      nomenklatur([
        [2023, `${leaf}.0003`, 'Lama'],
        [2025, `${leaf}.0003`, 'Baru']
      ])
    );
    expect(found['2023 0003']).not.toBe(found['2025 0003']);
    expect(new Set(Object.values(found)).size).toBe(2);
  });

  test('a name that stands on two codes of one year joins nothing', () => {
    const found = identities(
      nomenklatur([
        [2024, `${leaf}.0009`, 'Gedung Lainnya'],
        [2025, `${leaf}.0009`, 'Gedung Lainnya'],
        [2025, `${leaf}.0010`, 'Gedung Lainnya']
      ])
    );
    expect(Object.values(found)).toEqual([null, null, null]);
  });

  test('equal names under different parents stay apart', () => {
    const rows = nomenklatur([
      [2024, `${leaf}.0001`, 'Koordinasi'],
      [2025, '1.06.04.2.01.0001', 'Koordinasi'],
      [2025, '1.06.04', 'REHABILITASI'],
      [2025, '1.06.04.2.01', 'Rehabilitasi Dasar']
    ]);
    const found = identities(rows);
    expect(found['2024 0001']).not.toBe(found['2025 0001']);
  });

  test('a mapping by hand wins', () => {
    const rows = nomenklatur(
      [
        [2024, `${leaf}.0003`, 'Nama Lama'],
        [2025, `${leaf}.0006`, 'Nama Baru']
      ],
      new Map([[`nomenklatur|2024|${leaf}.0003`, `${leaf}.0006`]])
    );
    expect(identities(rows)).toEqual({ '2024 0003': `${leaf}.0006`, '2025 0006': `${leaf}.0006` });
  });

  test('a code without a name is never joined', () => {
    const rows = buildNames(
      [],
      [
        { table: 'nomenklatur', tahun: 2024, kode: `${leaf}.0003` },
        { table: 'nomenklatur', tahun: 2025, kode: `${leaf}.0003` }
      ],
      new Map(),
      new Map()
    ).nomenklatur;
    expect(rows.every(({ kode_tetap }) => kode_tetap === null)).toBe(true);
  });
});

test('every used code comes with its parents', () => {
  const { nomenklatur, akun, skpd } = buildNames(
    [],
    [
      { table: 'nomenklatur', tahun: 2026, kode: '1.06.04.2.01.0001' },
      { table: 'akun', tahun: 2026, kode: '5.1.02.01.01.0024' },
      { table: 'skpd', tahun: 2026, kode: '1.06.0.00.0.00.01.0003' }
    ],
    new Map([['nomenklatur|1.06.04', 'PROGRAM REHABILITASI SOSIAL']]),
    new Map()
  );
  expect(nomenklatur.map(({ kode, tingkat, spm }) => `${kode} ${tingkat} ${spm}`).sort()).toEqual([
    '1 urusan false',
    '1.06 bidang false',
    '1.06.04 program false',
    '1.06.04.2.01 kegiatan true',
    '1.06.04.2.01.0001 subkegiatan true'
  ]);
  expect(nomenklatur.find(({ kode }) => kode === '1.06.04')!.nama).toBe('PROGRAM REHABILITASI SOSIAL');
  expect(akun).toHaveLength(6);
  expect(skpd.map(({ kode, kode_induk, tingkat }) => [kode, kode_induk, tingkat])).toEqual([
    ['1.06.0.00.0.00.01.0003', '1.06.0.00.0.00.01.0000', 'unit'],
    ['1.06.0.00.0.00.01.0000', null, 'skpd']
  ]);
});
