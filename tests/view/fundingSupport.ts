import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExtractTables, Row } from '$lib/extract/assemble';
import { writeExtract } from '../../src/cli/writeExtract';
import { file, smallTables, unitA, unitB } from './support';

/** Contract rows written as the importer writes them; the folder, and how to be rid of it. */
export async function fundingFolder(tables: ExtractTables): Promise<{ folder: string; remove(): void }> {
  const base = mkdtempSync(join(tmpdir(), 'tepat-funding-'));
  const folder = join(base, 'extract');
  const report = {
    versi: 1,
    profil: 'public',
    contoh: false,
    judul: 'Uji',
    alamat: null,
    per_tanggal: null,
    ambang: 10,
    berkas: [],
    bersama: []
  };
  await writeExtract(folder, tables, report as Parameters<typeof writeExtract>[2]);
  return { folder, remove: () => rmSync(base, { recursive: true, force: true }) };
}

/** Home region of the small extracts. */
export const home = '64.02';
export const kelas = 'Kabupaten di Kalimantan Timur';

const miliar = (amount: number): bigint => BigInt(Math.round(amount * 1e11));

/** Amounts of one column by component, Rp miliar; null is a leaf that the source leaves blank. */
export type Amounts = Readonly<Record<string, number | null>>;

export interface BudgetPart {
  tahun: number;
  wilayah?: string;
  sumber?: string;
  basis?: string;
  tahap?: string | null;
  sampaiBulan?: number;
  anggaran?: Amounts;
  realisasi?: Amounts;
}

/** Rows of `apbd_daerah`, one a component. */
export function budgetRows(parts: readonly BudgetPart[]): Row[] {
  return parts.flatMap(
    ({ tahun, wilayah = home, sumber = 'LRA daerah', basis = 'apbd', tahap = null, sampaiBulan = 12, ...amounts }) => {
      const { anggaran = {}, realisasi = {} } = amounts;
      return [...new Set([...Object.keys(anggaran), ...Object.keys(realisasi)])].map((komponen) => ({
        ...{
          tahun,
          kode_wilayah: wilayah,
          tahap,
          sampai_bulan: sampaiBulan,
          jenis: 'pendapatan',
          komponen,
          basis,
          sumber
        },
        subkomponen: null,
        kode_akun: null,
        anggaran: amount(anggaran[komponen]),
        realisasi: amount(realisasi[komponen]),
        id_berkas: file(tahun)
      }));
    }
  );
}

function amount(value: number | null | undefined): bigint | null {
  return value === null || value === undefined ? null : miliar(value);
}

/** Regions: the home one with a kecamatan, six of its class, one city. */
export const regions: Row[] = [
  ...['64.01', home, '64.03', '64.07', '64.08', '64.09', '64.11'].map((kode) => region(kode, kelas)),
  region('64.71', 'Kota di Kalimantan Timur'),
  { ...region('64.02.06', null), tingkat: 'kecamatan', kode_induk: home }
];

function region(kode: string, kelas_sebanding: string | null): Row {
  const none = { kode_bps: null, dapil: null, lintang: null, bujur: null, kolom: null, baris: null };
  return { kode, nama: `Wilayah ${kode}`, tingkat: 'kabupaten', kode_induk: '64', kelas_sebanding, ...none };
}

/** An indicator of a region; the month is null for a figure of the year. */
export function indicator(
  kode_wilayah: string,
  indikator: string,
  tahun: number,
  bulan: number | null,
  nilai: number,
  sumber: string
): Row {
  return { kode_wilayah, tahun, bulan, indikator, nilai, satuan: 'x', sumber, id_berkas: file(2026) };
}

/** The December indices of methods §6. */
export const indices: Row[] = [
  ...Object.entries({ 2020: 105.68, 2021: 107.66, 2022: 113.59, 2023: 116.56 }).map(([tahun, nilai]) =>
    indicator('00', 'ihk_2018', Number(tahun), 12, nilai, 'BPS')
  ),
  ...Object.entries({ 2023: 105.15, 2024: 106.8, 2025: 109.92 }).map(([tahun, nilai]) =>
    indicator('00', 'ihk_2022', Number(tahun), 12, nilai, 'BPS')
  )
];

const work = '1.06.05.2.02.0006';
const pay = '1.06.01.2.02.0001';
export const aid = '5.1.06.01.01.0001';
export const salary = '5.1.01.01.01.0001';

/** Pagu of one line and source at one stage, Rp miliar. */
function paguRow(
  tahun: number,
  line: { skpd?: string; sub: string; akun: string },
  sumber: string | null,
  pagu: number,
  tahap = 'murni'
): Row {
  return {
    ...{ tahun, kode_skpd: line.skpd ?? unitA, tahap, urutan_tahap: tahap === 'murni' ? 0 : 1000 },
    ...{ berlaku_bulan: tahap === 'murni' ? 1 : 9, sah: true, disimpulkan: false },
    ...{ kode_subkegiatan: line.sub, kode_akun: line.akun, kode_sumber_dana: sumber, pagu: miliar(pagu) },
    ...{ diblokir: null, id_berkas: file(tahun) }
  };
}

function need(tahun: number, line: { sub: string; akun: string }, perBulan: number, sampai_bulan: number): Row {
  const codes = { kode_skpd: unitA, kode_subkegiatan: line.sub, kode_akun: line.akun };
  return { tahun, ...codes, per_bulan: miliar(perBulan), sampai_bulan, id_berkas: file(tahun) };
}

function source(kode: string, kelompok: string, komponen_tkd: string | null, terikat: boolean): Row {
  return { kode, nama: `Sumber ${kode}`, kelompok, komponen_tkd, terikat };
}

/**
 * A regency whose DBH collapses in 2026: LRA with everything itemised 2024-2025 (2023 leaves DBH whole), budgets of 2026, DJPK for it and
 * its peers, transfers by month, and an agency whose aid is budgeted for nine months.
 */
export function regency(): ExtractTables {
  const small = smallTables([2023, 2024, 2025, 2026].map(agencyYear), {
    pagu: [2023, 2024, 2025, 2026].flatMap(agencyPagu),
    kewajiban: [
      need(2026, { sub: work, akun: aid }, 1.6, 12),
      need(2026, { sub: pay, akun: salary }, 1, 12),
      need(2026, { sub: pay, akun: salary }, 0.5, 2)
    ]
  });
  return {
    ...small,
    wilayah: regions,
    sumber_dana: [
      source('1.1', 'PAD', null, false),
      source('1.2.01.01.01', 'TKD', 'dbh_tak_dirinci', false),
      source('1.2.01.01.02', 'TKD', 'dau_block', false),
      source('2.2.01.01.04.0019', 'TKD', 'dak_nonfisik', true)
    ],
    indikator: [
      ...indices,
      indicator(home, 'penduduk', 2024, null, 800_000, 'Kemendagri, penduduk 2024'),
      indicator(home, 'penduduk', 2025, null, 806_964, 'Kemendagri, penduduk 2025'),
      indicator(home, 'penduduk', 2025, null, 845_621, 'BPS, penduduk 2025')
    ],
    angka_terbit: published,
    apbd_daerah: budgetRows([...ownBudgets, ...portal, ...monthly])
  };
}

function agencyYear(tahun: number) {
  const spent = Array.from({ length: tahun === 2026 ? 10 : 12 }, () => 4e9);
  const line = { akun: '5.1.02.01.01.0024', pagu: {} };
  return {
    tahun,
    lines: [
      { ...line, sub: work, spent },
      { ...line, sub: pay, skpd: unitB, spent: spent.map(() => 1e9) }
    ]
  };
}

function agencyPagu(tahun: number): Row[] {
  const rest = { 2023: 40, 2024: 42, 2025: 44, 2026: 29 }[tahun]!;
  const dbh = tahun === 2026 ? 5.76 : 14.4;
  return (['murni', 'perubahan'] as const).flatMap((tahap) => [
    paguRow(tahun, { sub: work, akun: aid }, '1.2.01.01.01', dbh, tahap),
    ...(tahun === 2026 ? [paguRow(tahun, { sub: work, akun: aid }, '1.2.01.01.02', 8.64, tahap)] : []),
    paguRow(tahun, { sub: pay, akun: salary }, '1.1', 13, tahap),
    paguRow(tahun, { sub: work, akun: '5.1.02.01.01.0024' }, null, rest - (tahap === 'murni' ? 1 : 0), tahap),
    paguRow(tahun, { skpd: unitB, sub: pay, akun: '5.1.02.01.01.0024' }, '2.2.01.01.04.0019', 2, tahap)
  ]);
}

const own = { pajak_daerah: 300, lain_pad: 200, bagi_hasil_provinsi: 700, lain_pendapatan: 100 };

const ownBudgets: BudgetPart[] = [
  {
    tahun: 2023,
    tahap: 'perubahan',
    anggaran: { ...own, dbh_tak_dirinci: 4000, dau_block: 400, dak_fisik: 100 },
    realisasi: { ...own, dbh_tak_dirinci: 5000, dau_block: 400, dak_fisik: 90 }
  },
  ...[2023, 2024, 2025].map((tahun) => ({
    tahun,
    tahap: 'murni',
    sumber: 'APBD per akun',
    anggaran: { ...own, dbh_pajak: 500, dbh_sda: tahun === 2023 ? 3500 : 4500, dau_block: 450, dak_fisik: 100 }
  })),
  {
    tahun: 2024,
    tahap: 'perubahan',
    anggaran: { ...own, dbh_pajak: 600, dbh_sda: 5400, dau_block: 500, dak_fisik: 100 },
    realisasi: { ...own, dbh_pajak: 500, dbh_sda: 5500, dau_block: 500, dak_fisik: 100 }
  },
  {
    tahun: 2025,
    tahap: 'perubahan',
    anggaran: { ...own, dbh_pajak: 500, dbh_sda: 4300, dau_block: 600, dak_fisik: 50 },
    realisasi: { ...own, pajak_daerah: 330, dbh_pajak: 400, dbh_sda: 4000, dau_block: 600, dak_fisik: 40 }
  },
  {
    tahun: 2026,
    tahap: 'murni',
    sumber: 'APBD per akun',
    anggaran: { ...own, dbh_pajak: 200, dbh_sda: 1300, dau_block: 2000, dak_fisik: 0 }
  }
];

const others = ['64.01', '64.03', '64.07', '64.08', '64.09', '64.11'];

const portal: BudgetPart[] = [2022, 2023, 2025].flatMap((tahun) => [
  portalPart(tahun, home, 500, 5000),
  ...others.map((wilayah, i) => portalPart(tahun, wilayah, 200 + 100 * i, 1800)),
  portalPart(tahun, '64.71', 900, 900)
]);

function portalPart(tahun: number, wilayah: string, pad: number, pusat: number): BudgetPart {
  const amounts = { pad_tak_dirinci: pad, transfer_pusat_tak_dirinci: pusat };
  return { tahun, wilayah, sumber: 'DJPK APBD', anggaran: amounts, realisasi: amounts };
}

const monthly: BudgetPart[] = [
  ...Array.from({ length: 12 }, (_, i) => transfers(2025, i + 1, 400 * (i + 1))),
  ...[1, 2, 3, 5, 6].map((bulan) => transfers(2026, bulan, 200 * bulan))
];

function transfers(tahun: number, sampaiBulan: number, dbh: number): BudgetPart {
  const budget = tahun === 2025 ? { dbh_tak_dirinci: 5000, dana_desa: 120 } : { dbh_tak_dirinci: 1500, dana_desa: 120 };
  const realisasi = { dbh_tak_dirinci: dbh, dana_desa: 10 * sampaiBulan };
  return { tahun, sumber: 'DJPK TKDD', basis: 'sp2d', sampaiBulan, anggaran: budget, realisasi };
}

const published: Row[] = [
  ['00', 2025, 'tkd', 'apbn', 919_900, 'satu'],
  ['00', 2025, 'tkd', 'outlook', 864_060, 'dua'],
  [home, 2025, 'tkd', 'pagu', 7080, 'tiga'],
  [home, 2025, 'tkd', 'pagu', 7870.27, 'empat'],
  [home, 2025, 'dtu', 'alokasi', 7850, 'lima']
].map(([kode_wilayah, tahun, ukuran, tahap, rupiah, sumber]) => ({
  ...{ kode_wilayah, tahun, ukuran, tahap, sumber },
  rupiah: miliar(rupiah as number),
  per_tanggal: null,
  ambang: 10,
  catatan: null,
  catatan_en: null,
  id_berkas: file(2026)
})) as Row[];
