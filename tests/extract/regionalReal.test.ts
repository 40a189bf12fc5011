import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '$lib/extract/assemble';
import { tallyOf } from '$lib/source/layout';
import { importFiles, type Imported } from './support';

const data = '../shared/data';
const present = existsSync(data);
if (!present) console.warn(`${data} is absent: tests on real exports are skipped`);

/** All files of a folder of real exports. */
function filesOf(folder: string): Record<string, Uint8Array> {
  const path = join(data, folder);
  return Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [name, new Uint8Array(readFileSync(join(path, name)))])
  );
}

type Measure = 'anggaran' | 'realisasi';
const miliar = 10n ** 11n;
const sum = (rows: readonly Row[], measure: Measure): bigint =>
  rows.reduce((all, row) => all + ((row[measure] as bigint | null) ?? 0n), 0n);
const abs = (value: bigint): bigint => (value < 0n ? -value : value);

describe.skipIf(!present)('portal DJPK, 38 regencies of Jawa Timur, 2021 and 2022', () => {
  let done: Imported;
  let rows: Row[];
  beforeAll(async () => {
    done = await importFiles(filesOf('djpk-apbd-jatim-2021-2022'));
    rows = done.tables.apbd_daerah ?? [];
  });

  test('every file is one region and one year, from its name; nothing is asked and nothing is lost', () => {
    expect(done.codes('question')).toEqual([]);
    expect(done.codes('reject')).toEqual([]);
    for (const tahun of [2021, 2022]) {
      const regions = new Set(rows.filter((row) => row.tahun === tahun).map(({ kode_wilayah }) => kode_wilayah));
      expect(regions.size).toBe(38);
    }
    expect(new Set(rows.map(({ sumber, basis, sampai_bulan }) => `${sumber} ${basis} ${sampai_bulan}`))).toEqual(
      new Set(['DJPK APBD apbd 12'])
    );
  });

  test('a kabupaten and a kota of one name are told apart, and the folder settles the bare name', () => {
    const idOf = (name: string): string => String(done.tables.berkas!.find(({ nama }) => nama === name)!.id_berkas);
    const regionOf = (name: string) =>
      new Set(rows.filter(({ id_berkas }) => id_berkas === idOf(name)).map(({ kode_wilayah }) => kode_wilayah));
    expect(regionOf('2021__Kediri.csv')).toEqual(new Set(['35.06']));
    expect(regionOf('2021__Kota_Kediri.csv')).toEqual(new Set(['35.71']));
    expect(regionOf('2021__Batu.csv')).toEqual(new Set(['35.79']));
    expect(regionOf('2021__Surabaya.csv')).toEqual(new Set(['35.78']));
    expect(done.codes('decision').filter((code) => code === 'region-sibling')).toHaveLength(14);
  });

  test.for([
    { tahun: 2021, measure: 'anggaran', total: 9_081_717n },
    { tahun: 2021, measure: 'realisasi', total: 9_680_395n },
    { tahun: 2022, measure: 'anggaran', total: 9_343_990n },
    { tahun: 2022, measure: 'realisasi', total: 9_703_000n }
  ] as const)('Pendapatan Daerah $tahun, $measure', ({ tahun, measure, total }) => {
    const leaves = rows.filter((row) => row.tahun === tahun && row.jenis === 'pendapatan');
    // leaves are rounded to 0.01 miliar one by one, and differ from the sum that is rounded once: at most half a digit for each
    expect(abs(sum(leaves, measure) - total * (miliar / 100n))).toBeLessThan(miliar / 10n);
  });

  test('every line equals its leaves but for rounding, except net financing that the portal printed as zero', () => {
    const wrong = done.all.filter(({ code }) => code === 'parent-sum');
    expect(wrong).toHaveLength(18);
    expect(new Set(wrong.map(({ place }) => place.value))).toEqual(new Set(['Rp0']));
  });

  test('the hundredfold percentages of Kota Kediri are noticed, and the money is not touched', () => {
    const found = done.all.filter(({ code }) => code === 'percent-hundredfold');
    expect(found.map(({ place }) => place.file)).toEqual(['2021__Kota_Kediri.csv']);
    expect(found[0]!.message.id).toMatch(/123,11 %/);
    const pad = rows.find(
      (row) => row.tahun === 2021 && row.kode_wilayah === '35.71' && row.komponen === 'pajak_daerah'
    )!;
    expect([pad.anggaran, pad.realisasi]).toEqual([11_289n * (miliar / 100n), 11_583n * (miliar / 100n)]);
  });

  test('Banyuwangi and Blitar 2022 are noticed as one file under two names', () => {
    const found = done.all.filter(({ code }) => code === 'twin-regions');
    expect(found.map(({ place }) => place.file)).toEqual(['2022__Blitar.csv']);
    expect(found[0]!.message.id).toContain('2022__Banyuwangi.csv');
  });

  test('blank is null, never zero', () => {
    const kediri = rows.filter((row) => row.tahun === 2021 && row.kode_wilayah === '35.71');
    const blank = kediri.find(({ komponen }) => komponen === 'pendapatan_hibah')!;
    expect([blank.anggaran, blank.realisasi]).toEqual([null, null]);
    const bangkalan = rows.find(
      (row) => row.kode_wilayah === '35.26' && row.tahun === 2021 && row.komponen === 'pendapatan_hibah'
    )!;
    expect([bangkalan.anggaran, bangkalan.realisasi]).toEqual([0n, 0n]);
  });

  test('labels that lost their M are read and said', () => {
    const modal = rows.filter((row) => row.tahun === 2021 && row.komponen === 'belanja_modal');
    expect(modal).toHaveLength(38);
    expect(done.all.filter(({ code }) => code === 'label-mended')).toHaveLength(37);
  });

  test('the identity is shown for all 76 budgets, and its only difference is the real one of Mojokerto', () => {
    expect(done.codes('decision').filter((code) => code === 'identity')).toHaveLength(75);
    const differing = done.all.filter(({ code }) => code === 'identity-difference');
    expect(differing.map(({ place }) => place.file)).toEqual(['2021__Mojokerto.csv']);
    expect(differing[0]!.message.id).toContain('Rp27.48');
  });

  test('each region has a row of wilayah with its class', () => {
    const peers = done.tables.wilayah!;
    expect(peers).toHaveLength(38);
    expect(
      new Set(peers.map(({ kelas_sebanding, tingkat, kode_induk }) => `${kelas_sebanding} ${tingkat} ${kode_induk}`))
    ).toEqual(new Set(['Kabupaten di Jawa Timur kabupaten 35', 'Kota di Jawa Timur kabupaten 35']));
  });
});

describe.skipIf(!present)('transfers to Kutai Kartanegara 2020', () => {
  let done: Imported;
  let rows: Row[];
  beforeAll(async () => {
    done = await importFiles(filesOf('tkdd-kukar-2020'));
    rows = done.tables.apbd_daerah ?? [];
  });

  test('the total is kept to the rupiah, on the basis of payments', () => {
    expect(sum(rows, 'anggaran')).toBe(381_204_071_404_600n);
    expect(sum(rows, 'realisasi')).toBe(376_250_522_397_400n);
    expect(
      new Set(rows.map((row) => `${row.tahun} ${row.kode_wilayah} ${row.sampai_bulan} ${row.basis} ${row.sumber}`))
    ).toEqual(new Set(['2020 64.02 12 sp2d DJPK TKDD']));
  });

  test.for([
    {
      komponen: ['dbh_pajak', 'dbh_sda', 'dbh_tak_dirinci'],
      anggaran: 2_747_103_951_046n,
      realisasi: 2_747_103_883_246n
    },
    { komponen: ['dau_block', 'dau_tak_dirinci'], anggaran: 452_961_957_000n, realisasi: 440_463_493_000n },
    { komponen: ['dak_fisik'], anggaran: 149_101_592_000n, realisasi: 112_364_633_728n },
    { komponen: ['dak_nonfisik'], anggaran: 251_991_281_000n, realisasi: 251_691_281_000n },
    { komponen: ['insentif_fiskal'], anggaran: 25_334_156_000n, realisasi: 25_334_156_000n },
    { komponen: ['dana_desa'], anggaran: 185_547_777_000n, realisasi: 185_547_777_000n }
  ])('$komponen', ({ komponen, anggaran, realisasi }) => {
    const own = rows.filter((row) => komponen.includes(String(row.komponen)));
    expect([sum(own, 'anggaran'), sum(own, 'realisasi')]).toEqual([anggaran * 100n, realisasi * 100n]);
  });

  test('the damaged row is left out with its reason, and it is the only one', () => {
    const rejected = done.all.filter(({ kind }) => kind === 'reject');
    expect(rejected.map(({ code, place }) => [code, place.row])).toEqual([['row-damaged', 4]]);
    expect(rejected[0]!.message.id).toMatch(/Dana Desa.*Rp2\.747\.103\.951\.046/);
    const tally = tallyOf(done.inputs[0]!.read.sheets[0]!);
    expect(tally).toMatchObject({ dibaca: 18, ditolak: 1 });
    expect(done.codes('question')).toEqual([]);
  });
});

describe.skipIf(!present)('APBD of Kutai Kartanegara by account', () => {
  let done: Imported;
  beforeAll(async () => {
    done = await importFiles(filesOf('apbd-kukar'));
  });

  test('21 leaves of one region, budget only', () => {
    const rows = done.tables.apbd_daerah!;
    expect(rows).toHaveLength(21);
    expect(new Set(rows.map((row) => `${row.tahun} ${row.kode_wilayah} ${row.sumber} ${row.realisasi}`))).toEqual(
      new Set(['2024 64.02 APBD per akun null'])
    );
    const block = (jenis: string) =>
      sum(
        rows.filter((row) => row.jenis === jenis),
        'anggaran'
      );
    expect(['pendapatan', 'belanja', 'penerimaan_pembiayaan', 'pengeluaran_pembiayaan'].map(block)).toEqual([
      728_591_930_625_900n,
      778_004_530_625_900n,
      50_000_000_000_000n,
      587_400_000_000n
    ]);
    expect(
      sum(
        rows.filter(({ komponen }) => komponen === 'belanja_bansos'),
        'anggaran'
      )
    ).toBe(645_680_000_000n);
  });

  test('it balances to zero, and that is said', () => {
    const said = done.sentences.filter((text) => text.includes('Pendapatan − Belanja + Pembiayaan'));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/= 0 pada anggaran\.$/);
    expect(done.codes('question')).toEqual([]);
    expect(done.codes('reject')).toEqual([]);
  });
});
