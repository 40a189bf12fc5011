import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRows } from '$lib/contract/check';
import { copySql, createTableSql } from '$lib/contract/create';
import type { Table } from '$lib/contract/define';
import { sortedByKey } from '$lib/contract/order';
import { tables as contract, type TableName } from '$lib/contract/tables';
import type { ExtractTables, Row } from '$lib/extract/assemble';

/** Tables that the targeting pages ask; one without rows is written empty. */
const asked = [
  'wilayah',
  'cakupan',
  'realisasi',
  'bantuan',
  'bantuan_belanja',
  'vintase',
  'registri',
  'kesegaran',
  'sasaran',
  'sasaran_desil',
  'tumpang_tindih',
  'pasangan_bantuan'
] as const satisfies readonly TableName[];

/** Contract rows checked and written as one Parquet file a table; the folder, and how to be rid of it. */
export async function targetingFolder(tables: ExtractTables): Promise<{ folder: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tepat-targeting-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const name of asked) {
    const table: Table = contract[name];
    const rows = sortedByKey(tables[name] ?? [], table.key);
    const problems = checkRows(table, rows);
    if (problems.length > 0) throw new Error(`${name}: ${problems.slice(0, 3).join('; ')}`);
    await connection.run(createTableSql(table));
    const values = rows.map(
      (row) =>
        `(${Object.keys(table.columns)
          .map((column) => literal(row[column] ?? null))
          .join(', ')})`
    );
    if (values.length > 0) await connection.run(`INSERT INTO "${name}" VALUES ${values.join(', ')}`);
    await connection.run(copySql(table, join(folder, `${name}.parquet`)));
  }
  connection.closeSync();
  instance.closeSync();
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function literal(value: Row[string]): string {
  if (value === null) return 'NULL';
  if (typeof value === 'bigint') return `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'object') return `[${[...value].map((one) => literal(one)).join(', ')}]`;
  return String(value);
}

/** A cell of a small table: its number, null where nothing was delivered, `h` where it is hidden. */
export type Cell = number | null | 'h';

const idBerkas = '0'.repeat(16);

/** A row with its hidden cells as the importer writes them: null, and named. */
export function masked(row: Record<string, Row[string] | 'h'>): Row {
  const hidden = Object.keys(row)
    .filter((name) => row[name] === 'h')
    .sort();
  const cells = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === 'h' ? null : value]));
  return { ...cells, disembunyikan: hidden.length > 0, kolom_tersembunyi: hidden, id_berkas: idBerkas } as Row;
}

/** Of a table that hides whole rows. */
function wholly(row: Record<string, Row[string] | 'h'>): Row {
  const { kolom_tersembunyi: _, ...rest } = masked(row);
  return rest;
}

/** TP, FP, U_r, M, FN, TN, U_n and extra rows of a region. */
export type EightCells = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

export interface ListPart {
  tahun?: number;
  periode?: string;
  kode?: string;
  vintase?: string;
  tanggal?: string | null;
  /** By code of the region. */
  rows: Readonly<Record<string, EightCells>>;
  /** Rupiah of every recipient and extra row; null where the list gives none. */
  tariff?: number | null;
}

/** Rows of `sasaran`; recipients are the sum of the four classes, hidden where one of them is. */
export function listTables(parts: readonly ListPart[]): Row[] {
  return parts.flatMap(
    ({
      tahun = 2025,
      periode = String(tahun),
      kode = 'SEMUA',
      vintase = '2025-T1',
      tanggal = '2025-06-30',
      rows,
      tariff = 600_000
    }) =>
      Object.entries(rows).map(
        ([kode_wilayah, [layak, tidak, kosong, luar, terlewat, diLuar, kosongDiLuar, ganda]]) => {
          const all = [layak, tidak, kosong, luar];
          const pay = (...cells: Cell[]) =>
            cells.includes('h') ? 'h' : tariff === null || cells.includes(null) ? null : sen(total(cells) * tariff);
          return masked({
            ...{ tahun, periode, kode_bantuan: kode, vintase, kode_wilayah, tanggal_daftar: tanggal },
            penerima: all.includes('h') ? 'h' : all.includes(null) ? null : total(all),
            ...{ layak, tidak_layak: tidak, desil_kosong: kosong, tidak_tercatat: luar, layak_terlewat: terlewat },
            ...{ tidak_layak_di_luar: diLuar, desil_kosong_di_luar: kosongDiLuar, baris_ganda: ganda },
            ...{
              rupiah_layak: pay(layak),
              rupiah_tidak_layak: pay(tidak),
              rupiah_tak_diketahui: pay(kosong, luar),
              rupiah_ganda: pay(ganda)
            }
          });
        }
      )
  );
}

function total(cells: readonly Cell[]): number {
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);
}

function sen(rupiah: number): bigint {
  return BigInt(Math.round(rupiah * 100));
}

/** The home region of the small regency. */
export const home = '64.02';
/** Its kecamatan: the first of six desa, the second of seven, the third of one. */
export const kecamatan = { hulu: '64.02.01', tengah: '64.02.02', hilir: '64.02.03' } as const;
const names = ['Air Baru', 'Batu Putih', 'Sumber Sari', 'Danau Lama', 'Ereng', 'Fajar'];
const others = ['Gunung Sari', 'Hutan Raya', 'Sumber Sari', 'Jaya', 'Karya', 'Laut Baru', 'Muara'];

/** Code of a desa: the n-th of a kecamatan, from 1. */
export function desa(of: string, n: number): string {
  return `${of}.${2000 + n}`;
}

/** Regions: the regency with three kecamatan and fourteen desa (one a kelurahan), and another regency. */
export const regions: Row[] = [
  region(home, 'Kabupaten Uji', 'kabupaten', '64'),
  region('64.03', 'Kabupaten Lain', 'kabupaten', '64'),
  region(kecamatan.hulu, 'Hulu', 'kecamatan', home, { dapil: 'Dapil 1' }),
  region(kecamatan.tengah, 'Tengah', 'kecamatan', home, { dapil: 'Dapil 2' }),
  region(kecamatan.hilir, 'Hilir', 'kecamatan', home, { dapil: 'Dapil 2' }),
  ...names.map((nama, i) => village(kecamatan.hulu, i + 1, nama, 'Dapil 1')),
  ...others.map((nama, i) => village(kecamatan.tengah, i + 1, nama, 'Dapil 2')),
  { ...village(kecamatan.hilir, 1, 'Ujung', 'Dapil 2'), tingkat: 'kelurahan' }
];

function village(of: string, n: number, nama: string, dapil: string): Row {
  const kelas_sebanding = n % 2 === 0 ? 'besar' : 'kecil';
  return region(desa(of, n), nama, 'desa', of, { dapil, kelas_sebanding, kolom: n, baris: Number(of.slice(-1)) * 4 });
}

function region(kode: string, nama: string, tingkat: string, kode_induk: string, more: Row = {}): Row {
  const none = {
    kode_bps: null,
    dapil: null,
    kelas_sebanding: null,
    lintang: null,
    bujur: null,
    kolom: null,
    baris: null
  };
  return { kode, nama, tingkat, kode_induk, ...none, ...more };
}

/** All aid merged in 2025. Kecamatan and regency hold recipients that no desa could be told of, so that levels do not add up. */
export const merged: Record<string, EightCells> = {
  [desa(kecamatan.hulu, 1)]: [60, 10, 0, 0, 40, 90, 0, 0],
  [desa(kecamatan.hulu, 2)]: [40, 10, 0, 10, 60, 80, 0, 0],
  // Nobody is eligible.
  [desa(kecamatan.hulu, 3)]: [0, 0, 0, 0, 0, 50, 0, 0],
  // Nobody receives.
  [desa(kecamatan.hulu, 4)]: [0, 0, 0, 0, 80, 70, 0, 0],
  // Few: hidden.
  [desa(kecamatan.hulu, 5)]: ['h', 'h', 'h', 'h', 20, 15, 0, 'h'],
  // Far more missed by choice than anywhere.
  [desa(kecamatan.hulu, 6)]: [20, 90, 0, 0, 100, 150, 0, 0],
  [desa(kecamatan.tengah, 1)]: [70, 12, 0, 0, 30, 90, 0, 0],
  [desa(kecamatan.tengah, 2)]: [55, 14, 0, 0, 45, 90, 10, 0],
  [desa(kecamatan.tengah, 3)]: [65, 11, 0, 0, 35, 90, 0, 0],
  [desa(kecamatan.tengah, 4)]: [58, 13, 0, 0, 42, 90, 0, 0],
  [desa(kecamatan.tengah, 5)]: [62, 10, 0, 0, 38, 90, 0, 0],
  // Everybody eligible is reached.
  [desa(kecamatan.tengah, 6)]: [50, 0, 0, 0, 0, 60, 0, 0],
  // Not delivered: no registry of non-recipients.
  [desa(kecamatan.tengah, 7)]: [30, 10, 0, 0, null, null, null, 0],
  [desa(kecamatan.hilir, 1)]: [45, 15, 0, 10, 55, 90, 0, 0],
  [kecamatan.hulu]: [130, 115, 0, 15, 300, 450, 0, 0],
  [kecamatan.tengah]: [395, 72, 0, 0, 200, 520, 10, 12],
  [kecamatan.hilir]: [45, 15, 0, 10, 55, 90, 0, 0],
  [home]: [580, 205, 10, 30, 560, 1070, 10, 12]
};

const above = (rows: Record<string, EightCells>) =>
  Object.fromEntries(Object.entries(rows).filter(([kode]) => kode.length < 13));

/** The kecamatan and the regency of a programme. */
const pkh: Record<string, EightCells> = {
  [kecamatan.hulu]: [100, 20, 0, 10, 330, 545, 0, 0],
  [kecamatan.tengah]: [200, 30, 0, 0, 395, 562, 10, 0],
  [kecamatan.hilir]: ['h', 'h', 0, 'h', 90, 100, 0, 0],
  [home]: [310, 55, 0, 20, 830, 1220, 20, 0]
};
const few: Record<string, EightCells> = Object.fromEntries(
  Object.keys(pkh).map((kode) => [
    kode,
    kode === home ? [null, null, 0, 0, null, null, null, 0] : ['h', 'h', 'h', 'h', null, null, null, 0]
  ])
);

/** Aid of a year. */
export function aidRow(kode_bantuan: string, nama: string, more: Row = {}): Row {
  return {
    ...{
      tahun: 2025,
      kode_bantuan,
      nama,
      unit: 'keluarga',
      penyelenggara: 'kabupaten',
      populasi: 'desil',
      kategori: [],
      desil_layak: [1, 2, 3, 4]
    },
    ...{
      kuota: null,
      satuan: 'rupiah per bulan',
      nilai_satuan: null,
      bulan: null,
      tidak_boleh_bersama: [],
      id_berkas: idBerkas
    },
    ...more
  };
}

/** Age of the registry, by region: families, fresh, undated, dated ahead, median days. */
export function freshRows(
  rows: Readonly<Record<string, readonly [Cell, Cell, Cell, Cell, Cell]>>,
  kelompok = 'semua'
): Row[] {
  return Object.entries(rows).map(([kode_wilayah, [keluarga, segar, tanpa, depan, median]]) =>
    masked({
      ...{ vintase: '2025-T1', kode_wilayah, kelompok, per_tanggal: '2026-10-31', keluarga, segar_12_bulan: segar },
      ...{ tanpa_tanggal: tanpa, tanggal_depan: depan, umur_median_hari: median, umur_p90_hari: median }
    })
  );
}

const line = {
  kode_skpd: '1.06.0.00.0.00.01.0000',
  kode_subkegiatan: '1.06.05.2.02.0006',
  kode_akun: '5.1.06.01.01.0001'
};

/** A regency as the public profile of an extract holds it: desa of all aid merged in the closed year, programmes above. */
export function regency(): ExtractTables {
  const months = ['2025-01', '2025-02', '2025-03'];
  const santunan: Record<string, EightCells> = { ...pkh, [home]: [150, 40, 0, 10, 990, 1230, 30, 0] };
  return {
    wilayah: regions,
    vintase: [
      { vintase: '2024-T3', registri: 'DTKS', berlaku_sejak: '2024-07-01', id_berkas: idBerkas },
      { vintase: '2025-T1', registri: 'DTSEN', berlaku_sejak: '2025-01-01', id_berkas: idBerkas }
    ],
    bantuan: [
      aidRow('LANSIA', 'Santunan lansia'),
      aidRow('PERMAKANAN', 'Permakanan', {
        unit: 'orang',
        populasi: 'khusus',
        desil_layak: [],
        kuota: 500,
        tidak_boleh_bersama: ['PKH']
      }),
      aidRow('PKH', 'PKH', { penyelenggara: 'pusat' }),
      aidRow('SANTUNAN', 'Santunan tunai', { kuota: 200, nilai_satuan: 20_000_000n, bulan: 12 })
    ],
    bantuan_belanja: [{ tahun: 2025, kode_bantuan: 'SANTUNAN', ...line, bagian: 0.5, id_berkas: idBerkas }],
    realisasi: [1, 2, 3].map((bulan) => ({
      ...{
        tahun: 2025,
        sejak_bulan: bulan,
        bulan,
        ...line,
        realisasi: sen(80_000_000),
        basis: 'SP2D',
        id_berkas: idBerkas
      }
    })),
    cakupan: [1, 2, 3].map((bulan) => ({
      tabel: 'realisasi',
      tahun: 2025,
      bulan,
      kode_skpd: line.kode_skpd,
      id_berkas: idBerkas
    })),
    registri: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null].flatMap((desil) =>
      [home, ...Object.values(kecamatan)].map((kode_wilayah) => {
        const few = kode_wilayah === kecamatan.hilir && desil === 10;
        return wholly({ vintase: '2025-T1', kode_wilayah, desil, keluarga: few ? 'h' : 100, jiwa: few ? 'h' : 350 });
      })
    ),
    kesegaran: [
      ...freshRows({
        [desa(kecamatan.hulu, 1)]: [200, 150, 10, 0, 200],
        [desa(kecamatan.hulu, 2)]: [190, 20, 30, 0, 800],
        [desa(kecamatan.hulu, 3)]: [50, 'h', 'h', 0, 'h'],
        [desa(kecamatan.hulu, 4)]: [0, 0, 0, 0, null],
        [desa(kecamatan.tengah, 1)]: [200, 200, 0, 0, 90],
        [kecamatan.hulu]: [860, 400, 60, 0, 300],
        [kecamatan.tengah]: [1100, 900, 0, 0, 120],
        [home]: [2200, 1500, 70, 10, 250]
      }),
      ...freshRows({ [home]: [800, 600, 20, 0, 200] }, 'penerima')
    ],
    sasaran: listTables([
      { rows: merged },
      { tahun: 2026, rows: above(merged), tanggal: '2026-09-30' },
      { kode: 'PKH', rows: pkh, tanggal: '2024-12-15' },
      { kode: 'SANTUNAN', rows: santunan, tariff: 600_000 },
      ...months.map((periode) => ({ kode: 'SANTUNAN', periode, rows: santunan, tariff: 200_000 })),
      { kode: 'PERMAKANAN', rows: few, tariff: null },
      {
        kode: 'LANSIA',
        vintase: 'tanpa',
        tanggal: null,
        rows: { [home]: [null, null, null, null, null, null, null, null] },
        tariff: null
      }
    ]).map((row) => (row.kode_bantuan === 'LANSIA' ? { ...row, penerima: 340 } : row)),
    sasaran_desil: ['SEMUA', 'PKH'].flatMap((kode_bantuan) =>
      [home, kecamatan.hulu, kecamatan.hilir].flatMap((kode_wilayah) =>
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((desil) => {
          const few = kode_wilayah === kecamatan.hilir && desil > 5;
          const penerima = few ? 'h' : Math.max(0, 120 - 20 * desil);
          return masked({
            ...{ tahun: 2025, kode_bantuan, vintase: '2025-T1', kode_wilayah, desil, terdaftar: 200, penerima },
            rupiah: penerima === 'h' ? 'h' : sen(penerima * 600_000)
          });
        })
      )
    ),
    tumpang_tindih: [home, kecamatan.hulu].flatMap((kode_wilayah) =>
      [700, 400, 120, kode_wilayah === home ? 30 : 'h'].map((keluarga, jumlah_bantuan) =>
        wholly({ tahun: 2025, vintase: '2025-T1', kode_wilayah, jumlah_bantuan, keluarga: keluarga as Cell })
      )
    ),
    pasangan_bantuan: [
      wholly({ tahun: 2025, kode_wilayah: home, kode_bantuan: 'PERMAKANAN', kode_bantuan_lain: 'PKH', keluarga: 14 }),
      wholly({ tahun: 2025, kode_wilayah: home, kode_bantuan: 'PKH', kode_bantuan_lain: 'SANTUNAN', keluarga: 'h' })
    ]
  };
}
