import { beforeAll, describe, expect, test } from 'vitest';
import * as areas from 'idn-area-data';
import { nameFinder, type NameFinder, readRegencies } from '$lib/extract/regionName';
import type { Row } from '$lib/extract/assemble';
import { type FolderSettings, readSettings } from '$lib/extract/settings';
import type { Cell } from '$lib/source/sheet';
import { csv, importFiles, workbook } from './support';

let find: NameFinder;
beforeAll(async () => {
  find = nameFinder(await readRegencies(areas));
});

describe('a region by its name', () => {
  test.for([
    ['2021__Kota_Kediri.csv', ['35.71']],
    ['2021__Kediri.csv', ['35.06', '35.71']],
    ['2022__Kab_Kediri', ['35.06']],
    ['2021__Batu.csv', ['35.79']],
    ['apbd 2024 Kab. Kutai Kartanegara periode 6.xml', ['64.02']],
    ['APBD_2024_KABUPATEN_KUTAI_BARAT', ['64.07']],
    ['tkdd_2025_64.02_bulan_06.csv', ['64.02']],
    ['Pemerintah Kota Bontang', ['64.74']],
    ['Kabupaten Bengkulu Utara', ['17.03']],
    ['Kota Bengkulu', ['17.71']],
    ['Kab. Toli-Toli', ['72.04']],
    ['kutaikartanegara 2024', ['64.02']],
    ['Kota Administrasi Jakarta Barat', ['31.73']],
    ['Provinsi Gorontalo', []],
    ['Kab. Malangan', []],
    ['5.1.02.01 rincian 2024', []],
    ['apbd 2024', []]
  ] as const)('%s', ([text, codes]) =>
    expect(
      find(text)
        .map(({ kode }) => kode)
        .sort()
    ).toEqual(codes)
  );

  test('each of the 514 is found by its own name, alone', async () => {
    const all = await readRegencies(areas);
    expect(all).toHaveLength(514);
    expect(
      all.filter(
        ({ nama, kode }) =>
          find(nama)
            .map((one) => one.kode)
            .join() !== kode
      )
    ).toEqual([]);
  });
});

const header: Cell[] = ['Akun', 'Anggaran', 'Realisasi', 'Persentase'];
/** A budget of the portal in rupiah: PAD and transfers, personnel and grants, and what was left of last year. */
const portal = (pad: number, realised = 0.5): Uint8Array => {
  const b = 1e9;
  const row = (label: string, amount: number): Cell[] => [label, amount * b, amount * b * realised, ''];
  return csv([
    header,
    row('Pendapatan Daerah', pad + 1500),
    row('PAD', pad),
    row('Pajak Daerah', pad - 10),
    row('Retribusi Daerah', 10),
    row('TKDD', 1500),
    row('Pendapatan Transfer Pemerintah Pusat', 1500),
    row('Belanja Daerah', pad + 1600),
    row('Belanja Pegawai', 800),
    row('Belanja Lainnya', pad + 800),
    row('Belanja Hibah', pad + 800),
    row('Pembiayaan Daerah', 100),
    row('Penerimaan Pembiayaan Daerah', 100),
    row('Sisa Lebih Perhitungan Anggaran Tahun Sebelumnya', 100)
  ]);
};
const regions = (rows: readonly Row[] | undefined): unknown[] => [
  ...new Set((rows ?? []).map(({ kode_wilayah }) => kode_wilayah))
];

describe('which region a file is about', () => {
  const one = async (name: string, settings: FolderSettings = {}) => importFiles({ [name]: portal(500) }, settings);

  test.for([
    { name: 'its name', file: 'apbd 2024 Kab. Paser.csv', settings: {}, expected: ['64.01'] },
    { name: 'the folder it lies in', file: 'Kab Paser/apbd 2024.csv', settings: {}, expected: ['64.01'] },
    {
      name: 'the home regency, where no name stands',
      file: 'apbd 2024.csv',
      settings: { wilayah: '64.02' },
      expected: ['64.02']
    },
    {
      name: 'tepat.json, before its name',
      file: 'apbd 2024 Kab. Paser.csv',
      settings: { berkas: { '*Paser*': { kode_wilayah: '64.03' } } },
      expected: ['64.03']
    }
  ])('$name', async ({ file, settings, expected }) => {
    const done = await one(file, settings);
    expect(done.codes('question')).toEqual([]);
    expect(regions(done.tables.apbd_daerah)).toEqual(expected);
  });

  test.for([
    {
      name: 'a name in no list, though there is a home regency',
      file: '2024__Malangan.csv',
      settings: { wilayah: '64.02' },
      code: 'no-region'
    },
    { name: 'nothing said, no home', file: 'apbd 2024.csv', settings: {}, code: 'no-region' },
    { name: 'a name that a kabupaten and a kota share', file: '2024__Malang.csv', settings: {}, code: 'region-name' },
    { name: 'no year', file: 'Kab Paser.csv', settings: {}, code: 'no-tahun' }
  ])('asked about: $name', async ({ file, settings, code }) => {
    const done = await one(file, settings);
    expect(done.codes('question')).toEqual([code]);
    expect(done.tables.apbd_daerah ?? []).toEqual([]);
  });

  test('the line to paste for an unknown region asks again when it is pasted unread', async () => {
    const asked = await one('2024__Malangan.csv');
    const line = asked.all.find(({ kind }) => kind === 'question')!.tepatJson!;
    const again = await one('2024__Malangan.csv', { berkas: JSON.parse(`{${line}}`) });
    expect(again.codes('question')).toEqual(['no-region']);
  });

  test('the folder settles a bare name only by the file that names the other one outright', async () => {
    const done = await importFiles({ '2024__Malang.csv': portal(500), '2024__Kota_Malang.csv': portal(300) });
    expect(done.codes('question')).toEqual([]);
    expect(regions(done.tables.apbd_daerah).toSorted()).toEqual(['35.07', '35.73']);
    const both = await importFiles({
      '2024__Malang.csv': portal(500),
      '2024__Kota_Malang.csv': portal(300),
      '2024__Kab_Malang.csv': portal(500)
    });
    expect(both.codes('question')).toEqual(['region-name']);
  });

  test('figures of a province are no regency', async () => {
    const done = await one('apbd 2024 Provinsi Jawa Timur.csv');
    expect(done.codes('reject')).toEqual(['region-province']);
  });

  test('a DJPK code and a name that disagree are asked about', async () => {
    const rows = [
      ['tahun', 'kdprov_djpk', 'kdpemda_djpk', 'nmpemda', 'uraian', 'anggaran', 'realisasi'],
      ['2024', '17', '03', 'Kab. Paser', 'DBH', '1000000000000', '1'],
      ['2024', '17', '03', 'Kab. Paser', 'DAU', '1000000000000', '1']
    ];
    const done = await importFiles({ 't.csv': csv(rows) });
    expect(done.codes('question')).toEqual(['region-conflict']);
  });
});

describe('files seen together', () => {
  test('the same file twice counts once, two versions are both named and neither is used', async () => {
    const same = await importFiles({ 'Kab Paser 2024.csv': portal(500), 'apbd 2024 Kab. Paser.csv': portal(500) });
    expect(same.codes('question')).toEqual([]);
    expect(same.tables.apbd_daerah).toHaveLength(6);
    const differing = await importFiles({ 'Kab Paser 2024.csv': portal(500), 'apbd 2024 Kab. Paser.csv': portal(501) });
    const asked = differing.all.filter(({ kind }) => kind === 'question');
    expect(asked.map(({ code }) => code)).toEqual(['two-versions']);
    expect(`${asked[0]!.place.file} ${asked[0]!.message.id}`).toMatch(
      /Kab Paser 2024\.csv.*apbd 2024 Kab\. Paser\.csv/
    );
    expect(differing.tables.apbd_daerah ?? []).toEqual([]);
  });

  test('the order of files changes nothing', async () => {
    const files = {
      'apbd 2024 Kab. Paser.csv': portal(500),
      'apbd 2024 Kota Bontang.csv': portal(400),
      '2024__Malang.csv': portal(300),
      '2024__Kota_Malang.csv': portal(200)
    };
    const there = await importFiles(files);
    const back = await importFiles(Object.fromEntries(Object.entries(files).toReversed()));
    expect(back.tables).toEqual(there.tables);
    expect(back.problems).toEqual(there.problems);
    expect(regions(there.tables.apbd_daerah)).toHaveLength(4);
  });

  test('a partial year keeps its month, and its rest is no SiLPA yet', async () => {
    const done = await importFiles({ 'apbd 2026 Kab. Paser periode 6.csv': portal(500) });
    expect(new Set(done.tables.apbd_daerah!.map(({ sampai_bulan }) => sampai_bulan))).toEqual(new Set([6]));
    expect(done.sentences.find((text) => text.includes('Pembiayaan:'))).toMatch(/sisa terealisasi s\.d\. bulan 6/);
  });

  test('months that repeat the figure of the year are no series', async () => {
    const months = Object.fromEntries(
      [3, 6, 9].map((month) => [`apbd 2021 Kab. Paser periode ${month}.csv`, portal(500)])
    );
    const done = await importFiles(months);
    expect(done.codes('warning')).toEqual(['flat-series']);
    expect(new Set(done.tables.apbd_daerah!.map(({ sampai_bulan }) => sampai_bulan))).toEqual(new Set([9]));
    const moving = Object.fromEntries(
      [3, 6, 9].map((month) => [`apbd 2024 Kab. Paser periode ${month}.csv`, portal(500, month / 12)])
    );
    const series = await importFiles(moving);
    expect(series.codes('warning')).toEqual([]);
    expect(new Set(series.tables.apbd_daerah!.map(({ sampai_bulan }) => sampai_bulan))).toEqual(new Set([3, 6, 9]));
  });

  test('one file under two names is noticed, and so is a region with a class of its own', async () => {
    const files = { 'apbd 2024 Kab. Paser.csv': portal(500), 'apbd 2024 Kota Bontang.csv': portal(500) };
    const done = await importFiles(files, { kelas_sebanding: { '64.74': 'Kota pesisir' } });
    expect(done.codes('warning')).toEqual(['twin-regions']);
    expect(done.tables.wilayah!.map(({ kode, kelas_sebanding }) => [kode, kelas_sebanding])).toEqual([
      ['64.01', 'Kabupaten di Kalimantan Timur'],
      ['64.74', 'Kota pesisir']
    ]);
  });

  test('a province stage word across two names is no stage: "Timur APBD" is not RAPBD', async () => {
    const done = await importFiles({ 'Jawa Timur APBD 2024 Kab. Malang.csv': accounts() });
    expect(new Set(done.tables.apbd_daerah!.map(({ tahap }) => tahap))).toEqual(new Set([null]));
  });
});

/** An APBD by account with subtotals, in whole miliar; `change` alters rows by account. */
function accounts(change: Record<string, [string, string]> = {}, extra: string[][] = []): Uint8Array {
  const rows: [string, string, number, number][] = [
    ['4', 'PENDAPATAN DAERAH', 2000, 1900],
    ['4.1', 'PENDAPATAN ASLI DAERAH', 500, 480],
    ['4.1.01', 'Pajak Daerah', 500, 480],
    ['4.2', 'PENDAPATAN TRANSFER', 1500, 1420],
    ['4.2.1', 'Pendapatan Transfer Pemerintah Pusat', 1400, 1330],
    ['4.2.1.07.01', 'DBH Pajak', 600, 550],
    ['4.2.1.08.01', 'DAU yang Tidak Ditentukan Penggunaannya', 800, 780],
    ['4.2.2.01', 'Pendapatan Bagi Hasil', 100, 90],
    ['5', 'BELANJA DAERAH', 2100, 1700],
    ['5.1.01', 'Belanja Pegawai', 1500, 1300],
    ['5.1.06.01', 'Belanja Bantuan Sosial kepada Individu', 600, 400],
    ['6.1.01', 'SiLPA Tahun Sebelumnya', 150, 160],
    ['6.2.02', 'Penyertaan Modal Daerah', 50, 50]
  ];
  const b = (miliar: number): string => `${miliar}000000000`;
  return csv([
    ['Kode Rekening', 'Uraian', 'Anggaran', 'Realisasi'],
    ...rows.map(([kode, uraian, anggaran, realisasi]) => [
      kode,
      uraian,
      ...(change[kode] ?? [b(anggaran), b(realisasi)])
    ]),
    ...extra
  ]);
}

test('tepat.json may name region, unit and class; what is no code is left out and asked about', () => {
  const good = {
    kelas_sebanding: { '64.02': 'Kabupaten penghasil migas' },
    berkas: { 'a.csv': { kode_wilayah: '64.02', satuan: 'miliar' } }
  };
  expect(readSettings(JSON.stringify(good))).toEqual({ settings: good, problems: [] });
  const { settings, problems } = readSettings('{"berkas": {"a.csv": {"kode_wilayah": "6402", "satuan": "ratus"}}}');
  expect(settings).toEqual({ berkas: { 'a.csv': {} } });
  expect(problems.map(({ code }) => code)).toEqual(['settings', 'settings']);
});

describe('budgets by account', () => {
  const file = 'LRA Kab Paser 2025.csv';

  test('leaves only, unpadded codes, subtotals compared, one component for every code', async () => {
    const done = await importFiles({ [file]: accounts() });
    expect(done.codes('warning').concat(done.codes('question'), done.codes('reject'))).toEqual([]);
    const rows = done.tables.apbd_daerah!;
    expect(rows.map(({ kode_akun, komponen }) => [kode_akun, komponen])).toEqual([
      ['4.1.01', 'pajak_daerah'],
      ['4.2.01.07.01', 'dbh_pajak'],
      ['4.2.01.08.01', 'dau_block'],
      ['4.2.02.01', 'bagi_hasil_provinsi'],
      ['5.1.01', 'belanja_pegawai'],
      ['5.1.06.01', 'belanja_bansos'],
      ['6.1.01', 'silpa'],
      ['6.2.02', 'penyertaan_modal']
    ]);
    expect(new Set(rows.map((row) => `${row.tahun} ${row.kode_wilayah} ${row.sumber} ${row.sampai_bulan}`))).toEqual(
      new Set(['2025 64.01 LRA daerah 12'])
    );
    expect(done.sentences.find((text) => text.includes('Pembiayaan:'))).toMatch(
      /= 0 pada anggaran; SiLPA terealisasi Rp310\.000\.000\.000\.$/
    );
  });

  test('a budget that does not balance says by how much', async () => {
    const done = await importFiles({
      [file]: accounts({ '5.1.06.01': ['650000000000', '400000000000'], '5': ['2150000000000', '1700000000000'] })
    });
    const warned = done.all.filter(({ kind }) => kind === 'warning');
    expect(warned.map(({ code }) => code)).toEqual(['identity-difference']);
    expect(warned[0]!.message.id).toContain('-Rp50.000.000.000');
  });

  test('a subtotal that differs is named with both amounts', async () => {
    const done = await importFiles({ [file]: accounts({ '4.2.1': ['1401000000000', '1330000000000'] }) });
    const warned = done.all.filter(({ code }) => code === 'parent-sum');
    expect(warned.map(({ place }) => [place.row, place.column, place.value])).toEqual([
      [6, 'anggaran', 'Rp1.401.000.000.000']
    ]);
  });

  test('blank is null, a bad amount is named, a balance row is only counted, an account twice is used once', async () => {
    const done = await importFiles({
      [file]: accounts({ '5.1.01': ['1500000000000', ''], '4.1.01': ['x', '480000000000'] }, [
        ['', 'SURPLUS/DEFISIT', '-100000000000', '200000000000'],
        ['5.1.01', 'Belanja Pegawai', '1', '1'],
        ['5.1.02', 'Belanja Barang dan Jasa', '', '']
      ])
    });
    expect(done.codes('reject').toSorted()).toEqual(['angka', 'kosong', 'two-rows']);
    const bad = done.all.find(({ code }) => code === 'angka')!;
    expect(bad.place).toMatchObject({ row: 4, column: 'C', value: 'x' });
    const pegawai = done.tables.apbd_daerah!.find(({ komponen }) => komponen === 'belanja_pegawai')!;
    expect(pegawai.realisasi).toBeNull();
  });

  test('two stages and two regions of one file stay apart, and each is checked', async () => {
    const part = (tahap: string, kode: string, times: number): string[][] =>
      [
        ['4.1.01', 'Pajak Daerah', 100],
        ['5.1.01', 'Belanja Pegawai', 150],
        ['6.1.01', 'SiLPA', 50]
      ].map(([akun, uraian, miliar]) => [
        kode,
        '2025',
        tahap,
        String(akun),
        String(uraian),
        `${Number(miliar) * times}000000000`,
        ''
      ]);
    const header = ['kode_kemendagri', 'tahun', 'tahap', 'kode_akun', 'uraian', 'anggaran', 'realisasi'];
    const rows = [header, ...part('murni', '64.01', 1), ...part('Perubahan', '64.01', 2), ...part('murni', '64.74', 3)];
    const done = await importFiles({ 'apbd.csv': csv(rows) });
    expect(done.all.filter(({ code }) => code === 'identity').map(({ place }) => place.value)).toEqual([
      '64.01 2025 LRA daerah murni',
      '64.01 2025 LRA daerah perubahan',
      '64.74 2025 LRA daerah murni'
    ]);
    expect(done.codes('warning').concat(done.codes('reject'), done.codes('question'))).toEqual([]);
  });

  test('two files of one budget: one itemises what the other sums up, and income and spending may come apart', async () => {
    const b = (miliar: number): string => `${miliar}000000000`;
    const head = ['kode_rekening', 'uraian', 'anggaran'];
    const done = await importFiles({
      'pendapatan Kab Paser 2025.csv': csv([
        head,
        ['4.1.01', 'Pajak Daerah', b(500)],
        ['4.2.01', 'Pendapatan Transfer Pemerintah Pusat', b(1400)]
      ]),
      'rincian transfer Kab Paser 2025.csv': csv([head, ['4.2.01.07', 'DBH', b(600)], ['4.2.01.08', 'DAU', b(800)]]),
      'belanja Kab Paser 2025.csv': csv([
        ['daerah', ...head],
        ['Kab. Paser', '5.1.01', 'Belanja Pegawai', b(1900)]
      ])
    });
    expect(done.codes('reject').concat(done.codes('question'), done.codes('warning'))).toEqual([]);
    expect(done.tables.apbd_daerah!.map(({ kode_akun }) => kode_akun).toSorted()).toEqual([
      '4.1.01',
      '4.2.01.07',
      '4.2.01.08',
      '5.1.01'
    ]);
    expect(done.codes('decision')).toContain('identity');
  });

  test('an account too coarse for one component is left out, and a name that contradicts its code is followed', async () => {
    const done = await importFiles({
      'apbd 2025 Kab Paser.csv': csv([
        ['kode_rekening', 'uraian', 'anggaran'],
        ['4.2', 'Pendapatan Transfer', '1500000000000'],
        ['4.2.01.07', 'Dana Alokasi Umum', '1'],
        ['5', 'Belanja Daerah', '1500000000000']
      ])
    });
    expect(done.codes('reject')).toEqual(['akun']);
    expect(done.codes('warning').toSorted()).toEqual(['account-name', 'parent-sum']);
    expect(done.tables.apbd_daerah!.map(({ komponen }) => komponen)).toEqual(['dau_tak_dirinci']);
  });

  test('an LRA as it is printed: titles, numbered accounts, differences beside the amounts', async () => {
    const rows: Cell[][] = [
      ['PEMERINTAH KABUPATEN KUTAI KARTANEGARA'],
      ['LAPORAN REALISASI ANGGARAN'],
      ['UNTUK PERIODE 1 JANUARI S.D. 30 JUNI 2025'],
      [],
      ['NO. URUT', 'URAIAN', 'ANGGARAN 2025', 'REALISASI 2025', 'LEBIH/(KURANG)', '%'],
      ['4', 'PENDAPATAN DAERAH', 900, 500, 400, 55.6],
      ['4.1.01', 'Pajak Daerah', 900, 500, 400, 55.6],
      ['5.1.01', 'Belanja Pegawai', 1000, 100, 900, 10],
      ['', 'SURPLUS/(DEFISIT)', -100, 400, null, null],
      ['6.1.01', 'SiLPA', 100, 120, -20, 120]
    ];
    const done = await importFiles({ 'unduhan.xlsx': workbook({ Sheet1: rows }) });
    expect(done.codes('reject').concat(done.codes('question'), done.codes('warning'))).toEqual([]);
    expect(
      done.tables.apbd_daerah!.map((row) => [
        row.kode_wilayah,
        row.tahun,
        row.sampai_bulan,
        row.kode_akun,
        row.realisasi
      ])
    ).toEqual([
      ['64.02', 2025, 6, '4.1.01', 50_000n],
      ['64.02', 2025, 6, '5.1.01', 10_000n],
      ['64.02', 2025, 6, '6.1.01', 12_000n]
    ]);
  });

  test('transfers alone are still accounts, where they have the codes of accounts', async () => {
    const head = ['kode_akun', 'uraian', 'anggaran', 'realisasi'];
    const done = await importFiles({
      'transfer 2025 Kab Paser.csv': csv([
        head,
        ['4.2.01.07', 'DBH', '1000', '900'],
        ['4.2.01.08', 'DAU', '2000', '1900']
      ])
    });
    expect(done.tables.apbd_daerah!.map(({ sumber, kode_akun }) => [sumber, kode_akun])).toEqual([
      ['LRA daerah', '4.2.01.07'],
      ['LRA daerah', '4.2.01.08']
    ]);
  });

  test('amounts in juta as a title says, and an agency table is no regional budget', async () => {
    const titled = await importFiles({
      'lra.csv': csv([
        ['PEMERINTAH KABUPATEN PASER', '', ''],
        ['LAPORAN REALISASI ANGGARAN TAHUN 2025 (dalam jutaan rupiah)', '', ''],
        ['Kode Rekening', 'Uraian', 'Anggaran'],
        ['4.1.01', 'Pajak Daerah', '500000'],
        ['5.1.01', 'Belanja Pegawai', '500000']
      ])
    });
    expect(
      titled.tables.apbd_daerah!.map(({ anggaran, kode_wilayah, tahun }) => [anggaran, kode_wilayah, tahun])
    ).toEqual([
      [50_000_000_000_000n, '64.01', 2025],
      [50_000_000_000_000n, '64.01', 2025]
    ]);
    const agency = await importFiles({
      'x.csv': csv([
        ['kode_sub_kegiatan', 'kode_rekening', 'uraian', 'anggaran'],
        ['1.06.04.2.01.0001', '5.1.01', 'Belanja Pegawai', '5']
      ])
    });
    expect(agency.tables.apbd_daerah).toBeUndefined();
  });
});
