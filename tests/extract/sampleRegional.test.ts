import { beforeAll, describe, expect, test } from 'vitest';
import { regionFiles } from '../../data/contoh/regionFiles';
import { regionTruth } from '../../data/contoh/regionTruth';
import { budgetComponent, type regionalSources } from '$lib/contract/component';
import { type Imported, importFiles } from './support';

const files = Object.fromEntries([...regionFiles()].map(({ name, bytes }) => [name, bytes]));
const truth = regionTruth();
type Source = (typeof regionalSources)[number]['sumber'];
const sourceOf: Record<(typeof truth)[number]['ekspor'], Source> = {
  apbd: 'DJPK APBD',
  tkdd: 'DJPK TKDD',
  akun: 'LRA daerah'
};
const sen = (rupiah: number | null) => (rupiah === null ? null : BigInt(rupiah) * 100n);
const list = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map(String).join(' | ')).toSorted();

let done: Imported;
beforeAll(async () => void (done = await importFiles(files, { contoh: true, wilayah: '64.02' })));

describe('the regional exports of the sample are read to the rupiah', () => {
  test('every leaf of every region, year, month and stage, and no other', () => {
    const found = done.tables.apbd_daerah!.map((row) => [
      row.sumber,
      row.kode_wilayah,
      row.tahun,
      row.tahap,
      row.sampai_bulan,
      row.jenis,
      row.komponen,
      row.subkomponen,
      row.kode_akun,
      row.anggaran,
      row.realisasi
    ]);
    const expected = truth.map((row) => [
      sourceOf[row.ekspor],
      row.kodeWilayah,
      row.tahun,
      row.tahap,
      row.sampaiBulan,
      budgetComponent(row.komponen)!.jenis,
      row.komponen,
      row.rincian,
      row.kodeAkun,
      sen(row.anggaran),
      sen(row.realisasi)
    ]);
    expect(expected.length).toBeGreaterThan(2_500);
    expect(list(found)).toEqual(list(expected));
  });

  test('nothing is asked, refused or doubted', () => {
    expect(done.codes('question')).toEqual([]);
    expect(done.codes('reject')).toEqual([]);
    expect(done.codes('warning')).toEqual([]);
  });

  test('every region is a row of wilayah in a class of its own kind', () => {
    const rows = done.tables.wilayah!.filter(({ kode }) => /^\d\d\.\d\d$/.test(String(kode)));
    expect(rows.map(({ kode }) => kode).sort()).toEqual(
      [...new Set(truth.map(({ kodeWilayah }) => kodeWilayah))].sort()
    );
    for (const { nama, kelas_sebanding } of rows)
      expect(kelas_sebanding).toBe(`${String(nama).split(' ')[0]} di Kalimantan Timur`);
  });
});
