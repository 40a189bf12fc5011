import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadReference } from '../../src/cli/reference';
import { sha256 } from '../../src/cli/files';
import { assemble, type Assembled, type Row } from '$lib/extract/assemble';
import { fileProblems } from '$lib/extract/quality';
import type { ReferenceData } from '$lib/extract/referenceData';
import { type FolderSettings, settingsFor } from '$lib/extract/settings';
import { readExport } from '$lib/source/recognise';
import { sentence } from '$lib/source/problem';
import { checkCounts } from './support';

const data = '../shared/data';
const present = existsSync(data);
if (!present) console.warn(`${data} is absent: tests on real tables of regions are skipped`);

const references = new Map<string, ReferenceData>();

interface Read extends Assembled {
  codes: Record<'reject' | 'question' | 'warning' | 'decision', string[]>;
  sentences: string[];
}

async function read(files: Record<string, string | Uint8Array>, settings: FolderSettings = {}): Promise<Read> {
  const home = settings.wilayah ?? '';
  if (!references.has(home)) references.set(home, await loadReference(settings.wilayah ?? null));
  const inputs = Object.entries(files).map(([name, content]) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return { read: readExport(bytes, name, settingsFor(settings, name)), sha256: sha256(bytes) };
  });
  const done = assemble(inputs, settings, references.get(home)!);
  checkCounts(inputs, done);
  const all = [...fileProblems(done.inputs), ...done.problems];
  const codes = { reject: [], question: [], warning: [], decision: [] } as Read['codes'];
  for (const { kind, code } of all) codes[kind].push(code);
  return { ...done, codes, sentences: all.map((problem) => sentence(problem)) };
}

function folder(name: string): Record<string, Uint8Array> {
  const path = join(data, name);
  return Object.fromEntries(readdirSync(path).map((file) => [file, new Uint8Array(readFileSync(join(path, file)))]));
}

function pick(rows: readonly Row[] | undefined, where: Row): Row[] {
  return (rows ?? []).filter((row) => Object.entries(where).every(([name, value]) => row[name] === value));
}

describe.skipIf(!present)('Bontang: families and their aid by kelurahan', () => {
  let done: Read;
  beforeAll(async () => {
    done = await read(folder('bansos-kelurahan-bontang'), { wilayah: '64.74', tahun: 2024 });
  });

  test('nothing is rejected; only the aid nobody described is asked about', () => {
    expect(done.codes.reject).toEqual([]);
    expect(done.codes.question).toEqual(['bantuan-baru']);
  });

  test('families by number of programmes add up to 5,315', () => {
    const rows = pick(done.tables.tumpang_tindih, { kode_wilayah: '64.74' });
    const sorted = rows.toSorted((a, b) => Number(a.jumlah_bantuan) - Number(b.jumlah_bantuan));
    expect(sorted.map(({ keluarga }) => keluarga)).toEqual([1778, 1472, 1032, 612, 274, 115, 29, 3]);
    expect(sorted.reduce((sum, { keluarga }) => sum + Number(keluarga), 0)).toBe(5315);
    expect(new Set(rows.map(({ vintase, tahun }) => `${vintase} ${tahun}`))).toEqual(new Set(['tanpa 2024']));
  });

  test.for([
    ['SEMBAKO', 1734],
    ['PKH', 1253],
    ['BLT', 680]
  ] as const)('%s is received by %i families', ([kode, families]) => {
    const [row] = pick(done.tables.sasaran, { kode_wilayah: '64.74', kode_bantuan: kode });
    expect(row).toMatchObject({
      penerima: families,
      layak: null,
      vintase: 'tanpa',
      periode: '2024',
      kolom_tersembunyi: []
    });
  });

  test('programmes are not added to each other: there is no row of all aid', () => {
    expect(pick(done.tables.sasaran, { kode_bantuan: 'SEMUA' })).toEqual([]);
  });

  test('each of 15 kelurahan, three kecamatan and the city has a row for each of seven kinds of aid', () => {
    const regions = new Set((done.tables.sasaran ?? []).map(({ kode_wilayah }) => kode_wilayah));
    expect(regions.size).toBe(19);
    expect(done.tables.sasaran).toHaveLength(19 * 7);
  });
});

describe.skipIf(!present)('Indeks Desa of Kutai Kartanegara', () => {
  let done: Read;
  beforeAll(async () => {
    done = await read(folder('kukar-idm2024'), { wilayah: '64.02' });
  });

  test('193 desa with their value, three parts and class', () => {
    const idm = pick(done.tables.indikator, { indikator: 'idm' });
    expect(idm).toHaveLength(193);
    expect(idm.reduce((sum, { nilai }) => sum + Number(nilai), 0) / 193).toBeCloseTo(0.796913, 6);
    expect(new Set(idm.map(({ tahun }) => tahun))).toEqual(new Set([2024]));
    const classes = pick(done.tables.indikator, { indikator: 'status_idm' });
    const count = (nilai: number): number => classes.filter((row) => row.nilai === nilai).length;
    expect([count(5), count(4), count(3), count(2), count(1)]).toEqual([87, 83, 23, 0, 0]);
    for (const part of ['iks', 'ike', 'ikl'])
      expect(pick(done.tables.indikator, { indikator: part })).toHaveLength(193);
    expect(done.codes.reject).toEqual([]);
    expect(done.codes.question).toEqual([]);
  });

  test('codes without dots, which BPS would read as another regency, are read by the list of the home regency', async () => {
    const [name, bytes] = Object.entries(folder('kukar-idm2024'))[0]!;
    const text = new TextDecoder().decode(bytes);
    const lines = text
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split(',').slice(1).join(','));
    const bare = await read({ [name]: lines.join('\n') }, { wilayah: '64.02' });
    expect(pick(bare.tables.indikator, { indikator: 'idm' })).toHaveLength(193);
    expect(bare.codes.question).toEqual([]);
    expect(bare.codes.decision).toContain('region-system');
  });
});

describe.skipIf(!present)('boundaries of Kutai Kartanegara', () => {
  let done: Read;
  beforeAll(async () => {
    done = await read(folder('kukar-boundaries'), { wilayah: '64.02' });
  });

  test('237 desa and 20 kecamatan have a point; 11 label points outside their polygon are replaced', () => {
    const points = (done.tables.wilayah ?? []).filter(({ lintang }) => lintang !== null);
    expect(points.filter(({ kode }) => String(kode).split('.').length === 4)).toHaveLength(237);
    expect(points.filter(({ tingkat }) => tingkat === 'kecamatan')).toHaveLength(20);
    expect(done.sentences.filter((text) => /^desa_64.02.geojson.*\b11 titik label/.test(text))).toHaveLength(1);
    expect(done.codes.question).toEqual([]);
  });

  test('every desa has a cell of its own on the map of hexagons', () => {
    const cells = (done.tables.wilayah ?? []).flatMap(({ kolom, baris }) =>
      kolom === null ? [] : [`${kolom} ${baris}`]
    );
    expect(cells).toHaveLength(237);
    expect(new Set(cells).size).toBe(237);
  });

  test('a table of points alone gives the points as they stand', async () => {
    const csv = folder('kukar-boundaries')['desa_64.02_centroids.csv']!;
    const alone = await read({ 'titik.csv': csv }, { wilayah: '64.02' });
    expect(pick(alone.tables.wilayah, { kode: '64.02.01.2001' })[0]).toMatchObject({
      lintang: -0.616330914927201,
      bujur: 116.45751422261553
    });
  });
});

test('GeoJSON with exchanged coordinates, without codes, with points, and damaged', async () => {
  const square = (x: number, y: number, swap = false): number[][][] => [
    [
      [x, y],
      [x + 0.1, y],
      [x + 0.1, y + 0.1],
      [x, y + 0.1],
      [x, y]
    ].map((pair) => (swap ? pair.toReversed() : pair))
  ];
  const feature = (properties: object, geometry: object | null): object => ({ type: 'Feature', properties, geometry });
  const features = [
    feature({ KODE_DESA: '6402012001' }, { type: 'Polygon', coordinates: square(116.4, -0.6) }),
    feature(
      { NAMA: 'Muara Leka', NAMA_KEC: 'MUARA MUNTAI' },
      { type: 'Polygon', coordinates: square(116.4, -0.5, true) }
    ),
    feature({ WADMKD: 'Jantur', WADMKC: 'Muara Muntai' }, { type: 'Point', coordinates: [116.3, -0.4] }),
    feature({ kode: '64.02.01.2005', lat: 116.35, lng: -0.35 }, { type: 'Point', coordinates: [0, 0] }),
    feature({ kode: '64.02.01.2006' }, { type: 'Polygon', coordinates: square(500_000, 9_950_000) }),
    feature({ luas: 3 }, { type: 'Point', coordinates: [116.3, -0.4] }),
    feature({ kode: '64.02.01.2007' }, null)
  ];
  const done = await read(
    { 'batas.json': JSON.stringify({ type: 'FeatureCollection', features }) },
    { wilayah: '64.02' }
  );
  const point = (kode: string): unknown => {
    const [row] = pick(done.tables.wilayah, { kode });
    return [row!.lintang, row!.bujur];
  };
  expect(point('64.02.01.2001')).toEqual([-0.55, 116.45]);
  expect(point('64.02.01.2002')).toEqual([-0.45, 116.45]);
  expect(point('64.02.01.2004')).toEqual([-0.4, 116.3]);
  expect(point('64.02.01.2005')).toEqual([-0.35, 116.35]);
  expect(done.codes.warning).toContain('lat-lng');
  expect(done.codes.reject).toEqual(['geojson', 'geojson', 'geojson']);
  const broken = await read({ 'b.geojson': '{"type":"FeatureCollection","features":[{"type":' }, { wilayah: '64.02' });
  expect(broken.codes.reject).toEqual(['geojson']);
});

describe('families by desil', () => {
  const kecamatan = '64.02.15'; // Sanga Sanga has five kelurahan
  const names = ['Jawa', 'Pendingin', 'Sanga-Sanga Dalam', 'Sari Jaya', 'Sanga-Sanga Muara'];
  const wide = (rows: readonly string[]): string =>
    [
      `DATA DTSEN TRIWULAN III TAHUN 2025`,
      'Kecamatan;Kelurahan;Desil 1;Desil 2;Desil 3;Desil 4;Belum ditentukan',
      ...rows
    ].join('\n');

  test('one column a desil: rows of kelurahan, and the kecamatan added up; total rows are not families', async () => {
    const rows = names.map((name, i) => `SANGA SANGA;${name};${i + 1};1.200;0;3;4`);
    const done = await read({ 'a.csv': wide([...rows, 'JUMLAH;;15;6.000;0;15;20']) }, { wilayah: '64.02' });
    expect(done.codes.question).toEqual([]);
    expect(
      pick(done.tables.registri, { kode_wilayah: kecamatan }).map(({ desil, keluarga }) => [desil, keluarga])
    ).toEqual([
      [1, 15],
      [2, 6000],
      [3, 0],
      [4, 15],
      [null, 20]
    ]);
    expect(done.tables.registri).toHaveLength(6 * 5);
    expect(done.tables.vintase).toEqual([
      {
        vintase: '2025-T3',
        registri: 'DTSEN',
        berlaku_sejak: '2025-07-01',
        id_berkas: done.tables.berkas![0]!.id_berkas
      }
    ]);
    expect(pick(done.tables.registri, { kode_wilayah: '64.02' })).toEqual([]);
    expect(done.codes.warning).toEqual(['region-incomplete']);
  });

  test('a blank cell is not zero: the sum of that desil is not known, the others are', async () => {
    const rows = names.map((name, i) => `SANGA SANGA;${name};${i === 0 ? '' : 2};5;5;5;0`);
    const done = await read({ 'a.csv': wide(rows) }, { wilayah: '64.02' });
    expect(pick(done.tables.registri, { kode_wilayah: kecamatan }).map(({ keluarga }) => keluarga)).toEqual([
      null,
      25,
      25,
      25,
      0
    ]);
  });

  test('one row a desil, with persons; a desil nobody is in may be left out', async () => {
    const rows = names.flatMap((name, i) => [
      `${name};1;10;35`,
      ...(i > 2 ? [`${name};2;${i};4`] : []),
      `${name};-;1;2`
    ]);
    const text = ['Kelurahan;Desil;Jumlah KK;Jumlah Jiwa', ...rows.map((row) => row)].join('\n');
    const done = await read(
      { 'a.csv': text.replace(/^(Kelurahan)/, 'Nama $1') },
      { wilayah: '64.02', berkas: { 'a.csv': { vintase: '2026-T1' } } }
    );
    expect(pick(done.tables.registri, { kode_wilayah: kecamatan })).toMatchObject([
      { desil: 1, keluarga: 50, jiwa: 175, vintase: '2026-T1' },
      { desil: null, keluarga: 5, jiwa: 10 },
      { desil: 2, keluarga: 7, jiwa: 8 }
    ]);
  });

  test('a kecamatan that the file gives itself stands; it is compared with its parts', async () => {
    const rows = [...names.map((name) => `SANGA SANGA;${name};2;5;5;5;0`), 'SANGA SANGA;;11;25;25;25;0'];
    const done = await read({ 'a.csv': wide(rows) }, { wilayah: '64.02' });
    expect(pick(done.tables.registri, { kode_wilayah: kecamatan, desil: 1 })).toMatchObject([{ keluarga: 11 }]);
    expect(done.codes.warning).toContain('region-sum');
  });

  test.for([
    {
      name: 'no vintage',
      text: 'Kecamatan;Kelurahan;Desil 1;Desil 2;Desil 3;Desil 4\nSanga Sanga;Jawa;1;2;3;4',
      codes: ['vintase']
    },
    { name: 'a negative count', text: wide(['SANGA SANGA;Jawa;-1;2;3;4;0']), codes: ['angka'] },
    { name: 'half a family', text: wide(['SANGA SANGA;Jawa;1,5;2;3;4;0']), codes: ['angka'] },
    { name: 'a word', text: wide(['SANGA SANGA;Jawa;banyak;2;3;4;0']), codes: ['angka'] },
    { name: 'a desa nobody knows', text: wide(['SANGA SANGA;Xyz Abc;1;2;3;4;0']), codes: ['region'] },
    { name: 'a name that repeats', text: wide([';Sumber Sari;1;2;3;4;0']), codes: ['region'] },
    {
      name: 'two figures for one desa',
      text: wide(['SANGA SANGA;Jawa;1;2;3;4;0', 'SANGA SANGA;JAWA;9;2;3;4;0']),
      codes: ['two-figures']
    }
  ])('$name is never taken as it is', async ({ text, codes }) => {
    const done = await read({ 'a.csv': text }, { wilayah: '64.02' });
    expect([...done.codes.reject, ...done.codes.question]).toEqual(codes);
    expect(pick(done.tables.registri, { desil: 1 })).toEqual([]);
  });

  test('without the regency nothing is guessed; the regency of the codes is proposed', async () => {
    const done = await read({ 'a.csv': 'Kode Desa;Desil 1;Desil 2;Desil 3;Desil 4\n64.74.03.1001;1;2;3;4' });
    expect(done.codes.question).toEqual(['no-wilayah']);
    expect(done.sentences.join()).toContain('"wilayah": "64.74"');
    expect(done.tables.registri).toBeUndefined();
  });
});

describe('recipients by region', () => {
  test('in long form, with months; the period is the row’s own', async () => {
    const text =
      'kode_desa,tahun,bulan,program,jumlah_penerima\n64.02.15.1001,2025,3,PKH,40\n64.02.15.1002,2025,3,PKH,2';
    const done = await read(
      { 'a.csv': text },
      { wilayah: '64.02', bantuan: { PKH: { unit: 'keluarga', penyelenggara: 'pusat' } } }
    );
    expect(done.tables.sasaran).toMatchObject([
      { periode: '2025-03', kode_bantuan: 'PKH', penerima: 40 },
      { periode: '2025-03', kode_bantuan: 'PKH', penerima: 2 }
    ]);
    expect(done.tables.bantuan).toMatchObject([
      { tahun: 2025, kode_bantuan: 'PKH', penyelenggara: 'pusat', desil_layak: [1, 2, 3, 4] }
    ]);
  });
});

describe('notes on regions', () => {
  test('the district of a kecamatan holds for its desa; a class only where it is said', async () => {
    const text = 'kode_wilayah,dapil,kelas_sebanding\n64.02.15,Dapil 2,\n64.02.15.1001,,Kelurahan tepi sungai';
    const done = await read({ 'wilayah.csv': text }, { wilayah: '64.02' });
    expect(pick(done.tables.wilayah, { kode: '64.02.15.1002' })[0]).toMatchObject({
      dapil: 'Dapil 2',
      kelas_sebanding: null
    });
    expect(pick(done.tables.wilayah, { kode: '64.02.15.1001' })[0]).toMatchObject({
      dapil: 'Dapil 2',
      kelas_sebanding: 'Kelurahan tepi sungai'
    });
    expect(pick(done.tables.wilayah, { kode: '64.02.06' })[0]).toMatchObject({ dapil: null });
  });

  test('the name beside the code of a kecamatan is the kecamatan’s, also where a desa shares it', async () => {
    const done = await read({ 'dapil.csv': 'kode_wilayah,nama,dapil\n64.02.04,Anggana,Dapil 3' }, { wilayah: '64.02' });
    expect(pick(done.tables.wilayah, { kode: '64.02.04' })[0]).toMatchObject({ dapil: 'Dapil 3' });
    expect(pick(done.tables.wilayah, { kode: '64.02.04.2001' })[0]).toMatchObject({ dapil: 'Dapil 3' });
  });

  test('without any point the desa still have cells, from the centres of their kecamatan', async () => {
    const done = await read({}, { wilayah: '64.02' });
    const cells = (done.tables.wilayah ?? []).filter(({ kolom }) => kolom !== null);
    expect(cells).toHaveLength(237);
  });
});
