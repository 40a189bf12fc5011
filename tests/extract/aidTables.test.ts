import { beforeAll, describe, expect, test } from 'vitest';
import { loadReference } from '../../src/cli/reference';
import { sha256 } from '../../src/cli/files';
import { assemble, type AssembleOptions, type Assembled } from '$lib/extract/assemble';
import { fileProblems } from '$lib/extract/quality';
import type { ReferenceData } from '$lib/extract/referenceData';
import { type FolderSettings, readSettings, settingsFor } from '$lib/extract/settings';
import { desilList, shareOf } from '$lib/source/aidTables';
import type { Problem } from '$lib/source/problem';
import { readExport } from '$lib/source/recognise';
import { checkCounts } from './support';

let reference: ReferenceData;
beforeAll(async () => {
  reference = await loadReference(null);
});

function read(
  files: Record<string, string>,
  settings: FolderSettings = {},
  options: AssembleOptions = {}
): Assembled & { all: Problem[]; bad: string[] } {
  const inputs = Object.entries(files).map(([name, text]) => {
    const bytes = new TextEncoder().encode(text);
    return { read: readExport(bytes, name, settingsFor(settings, name)), sha256: sha256(bytes) };
  });
  const done = assemble(inputs, settings, reference, options);
  checkCounts(inputs, done);
  const all = [...fileProblems(done.inputs), ...done.problems];
  return { ...done, all, bad: all.filter(({ kind }) => kind !== 'decision').map(({ code }) => code) };
}

const header =
  'tahun;kode_bantuan;nama;unit;penyelenggara;populasi;kategori;desil_layak;kuota;satuan;nilai_satuan;bulan;tidak_boleh_bersama';

describe('a table of aid', () => {
  test('by the contract’s own column names', () => {
    const done = read({
      'bantuan.csv': [
        header,
        '2025;SEMBAKO;Bantuan Sembako;keluarga;pusat;desil;;1-4;1200;rupiah per bulan;200000;12;',
        '2025;PERMAKANAN;Permakanan lanjut usia;orang;kabupaten;khusus;Lansia terlantar dan penyandang disabilitas;;850;paket per hari;;;PKH, SEMBAKO'
      ].join('\n')
    });
    expect(done.bad).toEqual([]);
    const [berkas] = done.tables.berkas!;
    expect(berkas).toMatchObject({ layout: 'bantuan', baris: 2, rupiah: null });
    expect(done.tables.bantuan).toEqual([
      {
        tahun: 2025,
        kode_bantuan: 'SEMBAKO',
        nama: 'Bantuan Sembako',
        unit: 'keluarga',
        penyelenggara: 'pusat',
        populasi: 'desil',
        kategori: [],
        desil_layak: [1, 2, 3, 4],
        kuota: 1200,
        satuan: 'rupiah per bulan',
        nilai_satuan: 20_000_000n,
        bulan: 12,
        tidak_boleh_bersama: [],
        id_berkas: berkas!.id_berkas
      },
      expect.objectContaining({
        kode_bantuan: 'PERMAKANAN',
        unit: 'orang',
        populasi: 'khusus',
        kategori: ['disabilitas', 'lansia_telantar'],
        desil_layak: [],
        kuota: 850,
        nilai_satuan: null,
        bulan: null,
        tidak_boleh_bersama: ['PKH', 'SEMBAKO']
      })
    ]);
  });

  test('by other words, with what is left out at its default', () => {
    const done = read(
      { 'a.csv': 'Kode,Nama Bantuan,Satuan Penerima,Pelaksana,Nominal\nBLT,BLT Dana Desa,KPM,Desa,"Rp300.000,00"' },
      { tahun: 2026 }
    );
    expect(done.bad).toEqual([]);
    expect(done.tables.bantuan).toMatchObject([
      {
        tahun: 2026,
        kode_bantuan: 'BLT',
        unit: 'keluarga',
        penyelenggara: 'desa',
        populasi: 'desil',
        desil_layak: [1, 2, 3, 4],
        kuota: null,
        satuan: 'penerima',
        nilai_satuan: 30_000_000n
      }
    ]);
  });

  test.for([
    { name: 'the code that stands for all aid', row: '2025;semua;X;keluarga;pusat;desil;;;;;;;', code: 'kode-bantuan' },
    { name: 'a unit nobody knows', row: '2025;A;X;rumah;pusat;desil;;;;;;;', code: 'unit' },
    { name: 'a desil above ten', row: '2025;A;X;keluarga;pusat;desil;;1-11;;;;;', code: 'desil' },
    { name: 'a category nobody knows', row: '2025;A;X;orang;pusat;khusus;veteran;;;;;;', code: 'kategori' },
    { name: 'half a recipient', row: '2025;A;X;keluarga;pusat;desil;;1-4;10,5;;;;', code: 'kuota' },
    { name: 'a thirteenth month', row: '2025;A;X;keluarga;pusat;desil;;1-4;;;;13;', code: 'bulan' },
    { name: 'no code', row: '2025;;X;keluarga;pusat;desil;;1-4;;;;;', code: 'kosong' },
    { name: 'no year', row: ';A;X;keluarga;pusat;desil;;1-4;;;;;', code: 'no-tahun' }
  ])('$name is left out with its reason', ({ row, code }) => {
    const done = read({ 'bantuan.csv': `${header}\n${row}` });
    expect(done.bad).toEqual([code]);
    expect(done.tables.bantuan ?? []).toEqual([]);
  });

  test('two rows of one aid and year: the same counts once, another is refused', () => {
    const row = '2025;A;X;keluarga;pusat;desil;;1-4;;;;;';
    expect(read({ 'a.csv': `${header}\n${row}\n${row}` }).bad).toEqual([]);
    const done = read({ 'a.csv': `${header}\n${row}\n${row.replace('1-4', '1-2')}` });
    expect(done.bad).toEqual(['two-rows']);
    expect(done.tables.bantuan).toMatchObject([{ desil_layak: [1, 2, 3, 4] }]);
  });

  test.for([
    ['1-4', [1, 2, 3, 4]],
    ['Desil 1 s.d. 4', [1, 2, 3, 4]],
    ['1 s/d 5', [1, 2, 3, 4, 5]],
    ['4, 2 dan 1', [1, 2, 4]],
    ['1;2;3', [1, 2, 3]],
    ['[1, 10]', [1, 10]],
    ['', undefined],
    ['semua', undefined],
    ['0-4', undefined]
  ] as const)('desil written as "%s"', ([text, expected]) => expect(desilList(text)).toEqual(expected));
});

describe('budget lines of aid', () => {
  const line = 'kode_bantuan;tahun;kode_skpd;kode_sub_kegiatan;kode_rekening;bagian';
  const skpd = '1.06.0.00.0.00.01.0000';
  const row = (kode: string, bagian: string): string =>
    `${kode};2025;${skpd};1.06.05.2.02.0003;5.1.06.01.01.0001;${bagian}`;

  test('shares that add to one are taken without a word', () => {
    const done = read({ 'b.csv': [line, row('A', '0,6'), row('B', '40 %')].join('\n') });
    expect(done.bad).toEqual([]);
    expect(done.tables.bantuan_belanja).toMatchObject([
      {
        kode_bantuan: 'A',
        kode_skpd: skpd,
        kode_subkegiatan: '1.06.05.2.02.0003',
        kode_akun: '5.1.06.01.01.0001',
        bagian: 0.6
      },
      { kode_bantuan: 'B', bagian: 0.4 }
    ]);
    // names of the line are in the reference tables of its year
    expect(done.tables.akun!.map(({ kode, tahun }) => `${tahun} ${kode}`)).toContain('2025 5.1.06.01.01.0001');
  });

  test('shares that do not are warned about, once a line', () => {
    expect(read({ 'b.csv': [line, row('A', '0,6'), row('B', '0,6')].join('\n') }).bad).toEqual(['bagian']);
  });

  test('thirds with three decimals are one', () => {
    expect(read({ 'b.csv': [line, row('A', '0,333'), row('B', '0,333'), row('C', '0,333')].join('\n') }).bad).toEqual(
      []
    );
  });

  test.for([
    [null, 1],
    ['1', 1],
    ['100', 1],
    ['60%', 0.6],
    ['0.25', 0.25],
    ['0', undefined],
    ['-1', undefined],
    ['150', undefined],
    ['separuh', undefined]
  ] as const)('a share written as %s', ([text, expected]) => expect(shareOf(text)).toBe(expected));
});

describe('tepat.json', () => {
  const settings = (value: object): FolderSettings => {
    const { settings: given, problems } = readSettings(JSON.stringify(value));
    expect(problems).toEqual([]);
    return given;
  };

  test('describes aid for every year that is known, or for one', () => {
    const given = settings({
      bantuan: {
        PKH: { nama: 'Program Keluarga Harapan', kuota: 12, nilai_satuan: 750000.5 },
        ALAT: { tahun: 2024, kategori: ['disabilitas'], unit: 'orang' }
      }
    });
    const done = read({}, given, { listYears: [2025, 2026], settingsSha256: 'ab'.repeat(32) });
    expect(done.tables.bantuan).toMatchObject([
      { tahun: 2025, kode_bantuan: 'PKH', kuota: 12, nilai_satuan: 75_000_050n, id_berkas: 'tepat.json' },
      { tahun: 2026, kode_bantuan: 'PKH', kuota: 12 },
      {
        tahun: 2024,
        kode_bantuan: 'ALAT',
        unit: 'orang',
        populasi: 'khusus',
        kategori: ['disabilitas'],
        desil_layak: []
      }
    ]);
    expect(done.tables.berkas).toMatchObject([{ id_berkas: 'tepat.json', baris: 3, sha256: 'ab'.repeat(32) }]);
  });

  test('a table of the folder goes before it', () => {
    const given = settings({ tahun: 2025, bantuan: { A: { unit: 'orang' } } });
    const done = read({ 'a.csv': `${header}\n2025;A;X;keluarga;pusat;desil;;1-4;;;;;` }, given);
    expect(done.tables.bantuan).toMatchObject([{ kode_bantuan: 'A', unit: 'keluarga' }]);
  });

  test('an aid for which no year is known is asked about', () => {
    expect(read({}, settings({ bantuan: { A: {} } })).bad).toEqual(['bantuan-tahun']);
  });

  test('says what a file about people does not', () => {
    const entry = {
      bantuan: 'PKH',
      vintase: '2025-T3',
      berlaku_sejak: '2025-07-01',
      tanggal_daftar: '2025-08-15',
      periode: '2025-08',
      kolom: { 'Nomor Induk': 'nik' },
      sistem_kode: 'djpk'
    };
    expect(settingsFor(settings({ berkas: { 'a.csv': entry } }), 'a.csv')).toMatchObject(entry);
  });

  test.for([
    { key: 'vintase', value: '2025-T5' },
    { key: 'vintase', value: 'DTSEN 2025' },
    { key: 'periode', value: '2025-13' },
    { key: 'tanggal_daftar', value: '2025-02-30' },
    { key: 'bantuan', value: 'SEMUA' },
    { key: 'kolom', value: { NIK: 'nomor' } }
  ])('refuses $key $value', ({ key, value }) => {
    const { problems } = readSettings(JSON.stringify({ berkas: { 'a.csv': { [key]: value } } }));
    expect(problems.map(({ code }) => code)).toEqual(['settings']);
  });

  test('refuses an aid called SEMUA and a desil 11', () => {
    const { settings: left, problems } = readSettings(
      JSON.stringify({ bantuan: { SEMUA: {}, A: { desil_layak: [1, 11] }, B: { unit: 'orang' } } })
    );
    expect(problems.length).toBeGreaterThanOrEqual(2);
    expect(left.bantuan?.B).toEqual({ unit: 'orang' });
    expect(Object.keys(left.bantuan ?? {})).not.toContain('SEMUA');
  });
});
