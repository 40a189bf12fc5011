import { tables, type TableName } from '$lib/contract/tables';
import { stageOrder } from '$lib/contract/stage';
import type { ExtractTables, Row } from '$lib/extract/assemble';
import type { QualityReport } from '$lib/extract/quality';
import { writeExtract } from '../../src/cli/writeExtract';

/** What a small extract of one agency holds; what is left out is as in October 2026. */
export interface SmallExtract {
  perTanggal?: string | null;
  profil?: QualityReport['profil'];
  contoh?: boolean;
  judul?: string;
  lisensi?: QualityReport['lisensi'];
  tables?: ExtractTables;
}

const skpd = '1.06.0.00.0.00.01.0000';

/** A row of pagu in rupiah. */
export function paguRow(rupiah: number, akun = '5.1.02.01.01.0024', tahap = 'murni'): Row {
  return {
    tahun: 2026,
    kode_skpd: skpd,
    tahap,
    urutan_tahap: stageOrder(tahap),
    berlaku_bulan: tahap === 'murni' ? 1 : 9,
    sah: true,
    disimpulkan: false,
    kode_subkegiatan: '1.06.04.2.01.0001',
    kode_akun: akun,
    kode_sumber_dana: null,
    pagu: BigInt(rupiah) * 100n,
    diblokir: null,
    id_berkas: 'aaaaaaaaaaaa'
  };
}

/** A row of realisasi of one month, in rupiah. */
export function realisasiRow(bulan: number, rupiah: number): Row {
  return {
    tahun: 2026,
    sejak_bulan: bulan,
    bulan,
    kode_skpd: skpd,
    kode_subkegiatan: '1.06.04.2.01.0001',
    kode_akun: '5.1.02.01.01.0024',
    realisasi: BigInt(rupiah) * 100n,
    basis: 'SP2D',
    id_berkas: 'aaaaaaaaaaaa'
  };
}

/** A desa or a region above it. */
export function regionRow(kode: string, nama: string): Row {
  const given = { kode, nama, tingkat: 'desa', kode_induk: kode.slice(0, 8) };
  return { ...emptyRow('wilayah'), ...given };
}

/** A version of the registry. */
export function vintageRow(vintase: string, berlaku_sejak: string): Row {
  return { vintase, registri: 'DTSEN', berlaku_sejak, id_berkas: 'aaaaaaaaaaaa' };
}

/** All aid of 2025 in one region; what is named is hidden, all else 20. */
export function sasaranRow(kode_wilayah: string, hidden: string[]): Row {
  const given = { tahun: 2025, periode: '2025', kode_bantuan: 'SEMUA', vintase: '2024-T4', kode_wilayah };
  const counts = ['penerima', 'layak', 'tidak_layak'].map((name) => [name, hidden.includes(name) ? null : 20]);
  return {
    ...emptyRow('sasaran'),
    ...given,
    ...Object.fromEntries(counts),
    disembunyikan: hidden.length > 0,
    kolom_tersembunyi: hidden.toSorted(),
    id_berkas: 'aaaaaaaaaaaa'
  };
}

/** A source file. */
export function fileRow(id: string, nama: string, content: string): Row {
  const sha256 = content.padEnd(64, '0').replaceAll(/[^0-9a-f]/g, 'a');
  return { ...emptyRow('berkas'), id_berkas: id.repeat(12), nama, layout: 'sipd-lra', sha256, baris: 1 };
}

/** A month of realisasi that a file delivered. */
export function coverageRow(bulan: number, file: string): Row {
  return { tabel: 'realisasi', tahun: 2026, bulan, kode_skpd: skpd, id_berkas: file.repeat(12) };
}

function emptyRow(table: TableName): Row {
  return Object.fromEntries(Object.keys(tables[table].columns).map((name) => [name, null]));
}

/** Writes a small extract as the importer would. */
export async function writeSmall(folder: string, given: SmallExtract = {}): Promise<void> {
  const {
    perTanggal = '2026-10-31',
    profil = 'public',
    contoh = false,
    judul = 'Dinas Sosial',
    lisensi,
    tables
  } = given;
  const report: QualityReport = {
    versi: 1,
    profil,
    contoh,
    judul,
    alamat: null,
    per_tanggal: perTanggal,
    ambang: 10,
    berkas: [],
    bersama: [],
    ...(lisensi === undefined ? {} : { lisensi })
  };
  await writeExtract(folder, tables ?? { pagu: [paguRow(1_000_000)] }, report);
}
