import { beforeAll, describe, expect, test } from 'vitest';
import { sample } from '../../data/contoh/files';
import { sampleTruth, type SampleTruth } from '../../data/contoh/truth';
import { type FolderSettings, readSettings } from '$lib/extract/settings';
import { budgetFiles } from '../support/budgetFiles';
import { importFiles, type Imported } from './support';

let done: Imported;
let truth: SampleTruth;
const sen = (rupiah: number | null) => (rupiah === null ? null : BigInt(Math.round(rupiah * 100)));
const text = (value: unknown) => JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}` : one));

beforeAll(async () => {
  const all = sample();
  truth = sampleTruth(all);
  const files = Object.fromEntries(Array.from(budgetFiles().values(), ({ name, bytes }) => [name, bytes]));
  const settings: FolderSettings = readSettings(new TextDecoder().decode(files['tepat.json'])).settings;
  delete files['tepat.json'];
  done = await importFiles(files, settings);
});

/** Rows as text, sorted, so that two lists compare whatever their order. */
const list = (rows: readonly unknown[][]) => rows.map((row) => row.join(' | ')).sort();

describe('the import of the sample is what the sample was written from, to the rupiah', () => {
  test('pagu of every line, source and stage', () => {
    const found = done.tables.pagu!.map((r) => [
      r.tahun,
      r.kode_skpd,
      r.kode_subkegiatan,
      r.kode_akun,
      r.tahap,
      r.berlaku_bulan,
      r.kode_sumber_dana,
      r.pagu,
      r.diblokir,
      r.disimpulkan
    ]);
    const expected = truth.pagu.map((r) => [
      r.tahun,
      r.kodeSkpd,
      r.kodeSubkegiatan,
      r.kodeAkun,
      r.tahap,
      r.berlakuBulan,
      r.kodeSumberDana,
      sen(r.pagu),
      sen(r.diblokir),
      false
    ]);
    expect(list(found)).toEqual(list(expected));
  });

  test('realisasi of every line and month, cumulative or not', () => {
    const rows = done.tables.realisasi!.filter((r) => r.realisasi !== 0n);
    const found = rows.map((r) => [
      r.tahun,
      r.sejak_bulan,
      r.bulan,
      r.kode_skpd,
      r.kode_subkegiatan,
      r.kode_akun,
      r.realisasi
    ]);
    const expected = truth.realisasi
      .filter((r) => r.realisasi !== 0)
      .map((r) => [r.tahun, r.bulan, r.bulan, r.kodeSkpd, r.kodeSubkegiatan, r.kodeAkun, sen(r.realisasi)]);
    expect(list(found)).toEqual(list(expected));
    const key = (tahun: unknown, bulan: unknown, skpd: unknown, sub: unknown, akun: unknown) =>
      [tahun, bulan, skpd, sub, akun].join(' ');
    const written = new Set(
      done.tables.realisasi!.map((r) => key(r.tahun, r.bulan, r.kode_skpd, r.kode_subkegiatan, r.kode_akun))
    );
    const lost = truth.realisasi.filter(
      (r) => !written.has(key(r.tahun, r.bulan, r.kodeSkpd, r.kodeSubkegiatan, r.kodeAkun))
    );
    expect(lost, 'a month without spending is zero, not absent').toEqual([]);
  });

  test('cash plan of every line, stage and month', () => {
    const found = done.tables.rencana_kas!.map((r) => [
      r.tahun,
      r.tahap,
      r.bulan,
      r.kode_skpd,
      r.kode_subkegiatan,
      r.kode_akun,
      r.rencana
    ]);
    expect(list(found)).toEqual(
      list(
        truth.rencanaKas.map((r) => [
          r.tahun,
          r.tahap,
          r.bulan,
          r.kodeSkpd,
          r.kodeSubkegiatan,
          r.kodeAkun,
          sen(r.rencana)
        ])
      )
    );
  });

  test('physical progress with problems and follow-up', () => {
    const found = done.tables.kinerja!.map((r) => [
      r.tahun,
      r.bulan,
      r.kode_skpd,
      r.kode_subkegiatan,
      r.fisik,
      r.masalah,
      r.tindak_lanjut
    ]);
    expect(list(found)).toEqual(
      list(
        truth.kinerja.map((r) => [r.tahun, r.bulan, r.kodeSkpd, r.kodeSubkegiatan, r.fisik, r.masalah, r.tindakLanjut])
      )
    );
  });

  test('outputs', () => {
    const found = done.tables.keluaran!.map((r) => [
      r.tahun,
      r.bulan,
      r.kode_skpd,
      r.kode_subkegiatan,
      r.urutan,
      r.indikator,
      r.satuan,
      r.target,
      r.capaian
    ]);
    expect(list(found)).toEqual(
      list(
        truth.keluaran.map((r) => [
          r.tahun,
          r.bulan,
          r.kodeSkpd,
          r.kodeSubkegiatan,
          r.urutan,
          r.indikator,
          r.satuan,
          r.target,
          r.capaian
        ])
      )
    );
  });

  test('commitments', () => {
    const found = done.tables.komitmen!.map((r) => [
      r.tahun,
      r.bulan,
      r.kode_skpd,
      r.kode_subkegiatan,
      r.kode_akun,
      r.kode_sumber_dana,
      r.jenis,
      r.nilai,
      r.terbayar
    ]);
    expect(list(found)).toEqual(
      list(
        truth.komitmen.map((r) => [
          r.tahun,
          r.bulan,
          r.kodeSkpd,
          r.kodeSubkegiatan,
          r.kodeAkun,
          r.kodeSumberDana,
          r.jenis,
          sen(r.nilai),
          sen(r.terbayar)
        ])
      )
    );
  });

  test('obligations', () => {
    const found = done.tables.kewajiban!.map((r) => [
      r.tahun,
      r.kode_skpd,
      r.kode_subkegiatan,
      r.kode_akun,
      r.per_bulan,
      r.sampai_bulan
    ]);
    expect(list(found)).toEqual(
      list(
        truth.kewajiban.map((r) => [r.tahun, r.kodeSkpd, r.kodeSubkegiatan, r.kodeAkun, sen(r.perBulan), r.sampaiBulan])
      )
    );
  });

  test('totals by year and stage, by month', () => {
    for (const [key, rupiah] of Object.entries(truth.total.pagu)) {
      const [tahun, tahap] = key.split(' ');
      expect(done.sum('pagu', 'pagu', { tahun: Number(tahun), tahap }), key).toBe(sen(rupiah));
    }
    for (const [key, rupiah] of Object.entries(truth.total.realisasi)) {
      const [tahun, bulan] = key.split('-').map(Number);
      expect(done.sum('realisasi', 'realisasi', { tahun, bulan }), key).toBe(sen(rupiah));
    }
  });
});

test('nothing is asked or refused', () => {
  expect(done.codes('question')).toEqual([]);
  expect(done.codes('reject')).toEqual([]);
  expect(new Set(done.codes('warning'))).toEqual(new Set(['negative-month', 'above-pagu']));
});

test('the sub kegiatan that was renumbered in 2025 is one identity', () => {
  const rows = done.tables.nomenklatur!.filter(
    ({ nama }) => nama === 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga'
  );
  expect(rows.map(({ tahun, kode }) => `${tahun} ${(kode as string).slice(-4)}`).sort()).toEqual([
    '2023 0003',
    '2024 0003',
    '2025 0006',
    '2026 0006'
  ]);
  expect(new Set(rows.map(({ kode_tetap }) => kode_tetap))).toEqual(new Set(['1.06.05.2.02.0006']));
});

test('no name of a recipient, no number of a contract, no supplier is anywhere in what was read', () => {
  const everything = text([done.tables, done.inputs, done.all]);
  expect(everything).not.toMatch(/PENERIMA CONTOH/i);
  const lists = Array.from(budgetFiles().values(), ({ name, bytes }) => [name, bytes] as const).filter(([name]) =>
    name.startsWith('kontrak_')
  );
  const secrets = lists.flatMap(([, bytes]) => {
    const [header, ...rows] = new TextDecoder()
      .decode(bytes)
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'));
    const columns = ['nomor', 'penyedia'].map((name) => header!.indexOf(name));
    return rows.flatMap((row) => columns.map((column) => row[column]!).filter(Boolean));
  });
  expect(secrets.length).toBeGreaterThan(100);
  expect([...new Set(secrets)].filter((secret) => everything.includes(secret))).toEqual([]);
});
