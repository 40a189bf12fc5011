import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExtractTables, Row } from '$lib/extract/assemble';
import { writeExtract } from '../../src/cli/writeExtract';

export const unitA = '1.06.0.00.0.00.01.0000';
export const unitB = '1.06.0.00.0.00.01.0001';
/** Lines of the small agency: cash aid, travel, aid paid once, and one line of another unit. */
export const cash = { kode_skpd: unitA, kode_subkegiatan: '1.06.05.2.02.0006', kode_akun: '5.1.06.01.01.0001' };
export const travel = { kode_skpd: unitA, kode_subkegiatan: '1.06.01.2.06.0009', kode_akun: '5.1.02.04.01.0001' };
export const tools = { kode_skpd: unitA, kode_subkegiatan: '1.06.05.2.02.0004', kode_akun: '5.1.06.03.02.0001' };
export const power = { kode_skpd: unitB, kode_subkegiatan: '1.06.01.2.08.0002', kode_akun: '5.1.02.02.01.0061' };
type Line = typeof cash;

const tahun = 2026;
const id_berkas = 'berkas';

/** Sen of whole rupiah. */
export function sen(rupiah: number): bigint {
  return BigInt(Math.round(rupiah * 100));
}

/** Pagu of a line from one source at the original budget, or at an amended one from a month on. */
export function paguRow(line: Line, kode_sumber_dana: string | null, rupiah: number, changedIn?: number): Row {
  const stage =
    changedIn === undefined
      ? { tahap: 'murni', urutan_tahap: 0, berlaku_bulan: 1 }
      : { tahap: 'perubahan', urutan_tahap: 1000, berlaku_bulan: changedIn };
  const rest = { sah: true, disimpulkan: false, diblokir: null, id_berkas };
  return { tahun, ...line, ...stage, kode_sumber_dana, pagu: sen(rupiah), ...rest };
}

/** Spending of a line in a span of months. */
export function spentRow(line: Line, sejak_bulan: number, bulan: number, rupiah: number): Row {
  return { tahun, ...line, sejak_bulan, bulan, realisasi: sen(rupiah), basis: null, id_berkas };
}

/** A contract or its like in a month's list. */
export function paperRow(line: Line, bulan: number, jenis: string, nilai: number, terbayar: number | null): Row {
  const paid = terbayar === null ? null : sen(terbayar);
  return { tahun, bulan, ...line, kode_sumber_dana: null, jenis, nilai: sen(nilai), terbayar: paid, id_berkas };
}

/** A rule of the agency. */
export function ruleRow(line: Line, kelompok_akun: string, peran: string, more: Row = {}): Row {
  const { kode_skpd, kode_subkegiatan } = line;
  const none = { batas: null, prioritas: null, templat: null, satuan_potong: null, dasar: 'usulan', id_berkas };
  return { tahun, kode_skpd, kode_subkegiatan, kelompok_akun, peran, ...none, ...more };
}

/** A monthly obligation. */
export function dueRow(line: Line, per_bulan: number, sampai_bulan: number): Row {
  return { tahun, ...line, per_bulan: sen(per_bulan), sampai_bulan, id_berkas };
}

/** Months delivered of a table. */
export function months(tabel: string, kode_skpd: string, bulan: readonly number[]): Row[] {
  return bulan.map((one) => ({ tabel, tahun, bulan: one, kode_skpd, id_berkas }));
}

/** An aid of the regency; paid by the month where `bulan` is given. */
export function aidRow(kode_bantuan: string, more: Row = {}): Row {
  return {
    ...{ tahun, kode_bantuan, nama: kode_bantuan, unit: 'keluarga', penyelenggara: 'kabupaten', populasi: 'desil' },
    ...{ kategori: [] },
    ...{ desil_layak: [1, 2, 3, 4], kuota: null, satuan: 'rupiah per bulan', nilai_satuan: sen(200_000), bulan: 9 },
    ...{ tidak_boleh_bersama: [], id_berkas, ...more }
  };
}

/** A list in one region; what is not given is missing. */
export function listRow(kode_bantuan: string, periode: string, kode_wilayah: string, more: Row): Row {
  const counts = ['penerima', 'layak', 'tidak_layak', 'desil_kosong', 'tidak_tercatat', 'layak_terlewat'].concat(
    ['tidak_layak_di_luar', 'desil_kosong_di_luar', 'baris_ganda'],
    ['rupiah_layak', 'rupiah_tidak_layak', 'rupiah_tak_diketahui', 'rupiah_ganda', 'tanggal_daftar']
  );
  const hidden = (more.kolom_tersembunyi as string[] | undefined) ?? [];
  return {
    ...Object.fromEntries(counts.map((name) => [name, null])),
    ...{ tahun, periode, kode_bantuan, vintase: '2026-T1', kode_wilayah },
    ...{ disembunyikan: hidden.length > 0, kolom_tersembunyi: hidden, id_berkas, ...more }
  };
}

/** Recipients of an aid by desil in the regency; null is hidden. */
export function desilRows(kode_bantuan: string, penerima: readonly (number | null)[]): Row[] {
  return penerima.map((count, i) => ({
    ...{ tahun, kode_bantuan, vintase: '2026-T1', kode_wilayah: '64.02', desil: i + 1, terdaftar: 1000 },
    ...{ penerima: count, rupiah: null, disembunyikan: count === null },
    ...{ kolom_tersembunyi: count === null ? ['penerima'] : [], id_berkas }
  }));
}

/** What pays for what. */
export function payRow(kode_bantuan: string, line: Line, bagian = 1): Row {
  return { tahun, kode_bantuan, ...line, bagian, id_berkas };
}

function region(kode: string, tingkat: string, kode_induk: string): Row {
  const none = { kode_bps: null, dapil: null, kelas_sebanding: null, lintang: null, bujur: null };
  return { kode, nama: kode, tingkat, kode_induk, ...none, kolom: null, baris: null };
}

function source(kode: string, kelompok: string, komponen_tkd: string | null, terikat: boolean): Row {
  return { kode, nama: kode, kelompok, komponen_tkd, terikat };
}

/**
 * A small agency: cash aid of Rp200,000 for nine months, Rp18 million from PAD and DBH, of which the first three months were paid in
 * April; travel cut by the amended budget of October; a unit that delivered three months of six.
 */
export function smallAgency(): ExtractTables {
  return {
    wilayah: [region('64.02', 'kabupaten', '64'), region('64.02.01', 'kecamatan', '64.02')].concat(
      region('64.02.02', 'kecamatan', '64.02')
    ),
    sumber_dana: [source('1.1', 'PAD', null, false), source('1.2.01.01.01', 'TKD', 'dbh_tak_dirinci', false)],
    pagu: [
      paguRow(cash, '1.1', 8_000_000),
      paguRow(cash, '1.2.01.01.01', 10_000_000),
      paguRow(travel, '1.1', 1000.5),
      paguRow(travel, '1.1', 400, 10),
      paguRow(cash, '1.1', 18_000_000, 10),
      paguRow(power, null, 600)
    ],
    realisasi: [
      spentRow(cash, 4, 4, 6_000_000),
      spentRow(travel, 1, 1, 100.25),
      spentRow(travel, 5, 8, 40),
      spentRow(power, 1, 1, 50)
    ],
    cakupan: [
      ...months('realisasi', unitA, [1, 2, 3, 4, 5, 6, 7, 8]),
      ...months('realisasi', unitB, [1, 2, 3]),
      ...months('komitmen', unitA, [2, 4])
    ],
    komitmen: [
      paperRow(travel, 2, 'kontrak', 500, 0),
      paperRow(travel, 4, 'kontrak', 300, 100),
      paperRow(travel, 4, 'spk', 50, 80),
      paperRow(travel, 4, 'utang', 30, null),
      paperRow(cash, 4, 'sk_penerima', 18_000_000, 6_000_000)
    ],
    kewajiban: [dueRow(travel, 10, 12), dueRow(travel, 5, 3), dueRow(cash, 2_000_000, 12)],
    aturan_potong: [
      ruleRow(travel, '5.1', 'penunjang', { batas: 0.9 }),
      ruleRow(travel, '5.1.02.04', 'umum', { batas: 0.5, prioritas: 4, templat: 0.5, satuan_potong: sen(10) })
    ],
    bantuan: [aidRow('SANTUNAN'), aidRow('PKH', { penyelenggara: 'pusat' })],
    bantuan_belanja: [payRow('SANTUNAN', cash)],
    sasaran: [
      listRow('SANTUNAN', '2026', '64.02', { penerima: 12, desil_kosong: 1, tidak_tercatat: 1, layak_terlewat: 77 }),
      listRow('SANTUNAN', '2026-06', '64.02', { penerima: 10 }),
      listRow('SANTUNAN', '2026', '64.02.01', { penerima: 12 }),
      listRow('SANTUNAN', '2026', '64.02.02', { kolom_tersembunyi: ['penerima'] })
    ],
    sasaran_desil: desilRows('SANTUNAN', [4, 3, 1, 1, 1, 0, 0, 0, 0, 0])
  };
}

/** Tables written as the importer writes them; a table without rows that it always writes is empty, another is not there. */
export async function cutFolder(tables: ExtractTables): Promise<{ folder: string; remove(): void }> {
  const base = mkdtempSync(join(tmpdir(), 'tepat-cuts-'));
  await writeExtract(join(base, 'extract'), tables, {
    ...{
      versi: 1,
      profil: 'internal',
      contoh: false,
      judul: 'Uji',
      alamat: null,
      per_tanggal: null,
      ambang: 10,
      berkas: [],
      bersama: []
    }
  });
  return { folder: join(base, 'extract'), remove: () => rmSync(base, { recursive: true, force: true }) };
}
