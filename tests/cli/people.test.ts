import * as XLSX from '@e965/xlsx';
import { DuckDBInstance } from '@duckdb/node-api';
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { extract, type ExtractOptions } from '../../src/cli/extract';
import { buildSite } from '../../src/cli/site';

const root = process.cwd();
const names = ['ZULKARNAEN PUTRAWIJAYA', 'SRI WAHYUNINGTYAS', 'Haji Ambo Dalle', 'KARTOSUWIRYO', 'Nyi Roro Mendut'];
const address = 'GANG KENANGA TUJUH';
const born = '17/04/1971';
const desa = ['Melayu', 'Panji', 'Loa Tebu'];
const families = 90;

let base: string;
let temporary: string;
const before = process.env.TMPDIR;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'tepat-orang-uji-'));
  temporary = join(base, 'sementara');
  mkdirSync(temporary);
  process.env.TMPDIR = temporary;
});
afterAll(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  rmSync(base, { recursive: true, force: true });
});

const kkOf = (i: number) => `640206${String((i % 28) + 1).padStart(2, '0')}0715${String(i + 1).padStart(4, '0')}`;
const nikOf = (i: number) => `640206${String((i % 28) + 41).padStart(2, '0')}0471${String(i + 1).padStart(4, '0')}`;
const nameOf = (i: number) => names[i % names.length]!;
const numbers = Array.from({ length: families }, (_, i) => i);

/** A registry of 90 families in three desa; a third of them in each. */
const registry = [
  'NO KK,NIK,NAMA,ALAMAT,TANGGAL LAHIR,KECAMATAN,DESA/KELURAHAN,DESIL NASIONAL,TANGGAL VERIFIKASI',
  ...numbers.map(
    (i) =>
      `${kkOf(i)},${nikOf(i)},${nameOf(i)},${address},${born},Tenggarong,${desa[i % 3]},${(i % 10) + 1},2025-0${(i % 6) + 1}-11`
  )
].join('\n');

/** A list of every other family, with damaged keys, a duplicate and somebody who is not in the registry. */
const list = [
  'NIK KPM;NO KK;NAMA KPM;ALAMAT;TGL LAHIR;KECAMATAN;KELURAHAN;NOMINAL',
  ...numbers
    .filter((i) => i % 2 === 0)
    .map((i) => `'${nikOf(i)};${kkOf(i)};${nameOf(i)};${address};${born};Tenggarong;${desa[i % 3]};2400000`),
  `${nikOf(0)};${kkOf(0)};${nameOf(0)};${address};${born};Tenggarong;Melayu;2400000`,
  `6,40206E+15;6,40206E+15;${nameOf(1)};${address};${born};Tenggarong;Panji;2400000`,
  `;;${nameOf(3)};${address};${born};Kenohan;Desa Tidak Ada;2400000`
].join('\n');

const settings = JSON.stringify({
  wilayah: '64.02',
  per_tanggal: '2026-05-31',
  bantuan: { SEMBAKO: { nama: 'Program Sembako', unit: 'keluarga', nilai_satuan: 200_000, bulan: 12 } }
});

/** The same with an entry for a file that is gone, which was named after a person. */
const staleSettings = JSON.stringify({
  ...(JSON.parse(settings) as object),
  berkas: { [`Daftar ${names[1]}.xlsx`]: { abaikan: true } }
});

/** Lists that cannot be used, each in its own way. */
const broken: Record<string, string | Uint8Array> = {
  'tepat.json': staleSettings,
  'terpotong 2025.csv': list.slice(0, list.length / 2) + ';"' + nameOf(2),
  'tanpa judul.csv': numbers
    .slice(0, 20)
    .map((i) => `${nikOf(i)},${nameOf(i)},${address},${born}`)
    .join('\n'),
  [`Surat ${names[2]}.pdf`]: '%PDF-1.4',
  'tanpa bantuan.xlsx': book([
    ['NIK', 'NO KK', 'NAMA', 'ALAMAT', 'DESA'],
    ...numbers.slice(0, 9).map((i) => [nikOf(i), Number(kkOf(i)), nameOf(i), address, desa[i % 3]!])
  ]),
  'kolom tertukar sembako 2025.csv': [
    'NIK,NAMA,NO KK,DESA',
    ...numbers.slice(0, 30).map((i) => `${nameOf(i)},${nikOf(i)},${kkOf(i)},Melayu`)
  ].join('\n'),
  [`sembako 2025 ${names[0]}.csv`]: list
};

function book(rows: (string | number)[][]): Uint8Array {
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(rows), nameOf(4));
  return XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
}

function folder(name: string, files: Record<string, string | Uint8Array>): string {
  mkdirSync(join(base, name), { recursive: true });
  for (const [file, content] of Object.entries({ 'tepat.json': settings, ...files }))
    writeFileSync(join(base, name, file), content);
  return join(base, name);
}

/** Runs the importer here, with all it says; an error is what it would say last. */
async function run(options: ExtractOptions): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const spies = (['log', 'error', 'warn'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...words: unknown[]) => void lines.push(words.join(' ')))
  );
  try {
    const code = await extract(options).catch((error: unknown) => {
      lines.push(String(error));
      return 1;
    });
    return { code, said: lines.join('\n') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

function filesBelow(path: string): string[] {
  return existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
}

/** Everything below a folder, as it is and, for Parquet, as rows. */
async function contents(path: string): Promise<Map<string, string>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const out = new Map<string, string>();
  for (const file of filesBelow(path)) {
    const rows = file.endsWith('.parquet')
      ? (await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}')`)).getRowObjectsJson()
      : [];
    out.set(file, readFileSync(file, 'utf8') + readFileSync(file, 'latin1') + JSON.stringify(rows));
  }
  connection.closeSync();
  instance.closeSync();
  return out;
}

/** What lies in the folder for temporary files, but for the code that tsx keeps there. */
function leftBehind(): string[] {
  return readdirSync(temporary).filter((name) => !name.startsWith('tsx-'));
}

const fileNames = [
  `sembako 2025 ${names[0]}.csv`,
  `sembako 2025 ${names[0]}`,
  `Daftar ${names[1]}.xlsx`,
  `Surat ${names[2]}.pdf`
];
const secrets = [
  ...numbers.flatMap((i) => [kkOf(i), nikOf(i)]),
  ...names.flatMap((name) => [name, name.toLowerCase(), name.replaceAll(' ', '-').toUpperCase()]),
  ...names.flatMap((name) =>
    name
      .toUpperCase()
      .split(' ')
      .filter((word) => word.length > 6)
  ),
  address,
  born,
  '1971-04-17'
];

function secretsIn(text: string, allowed: readonly string[] = []): string[] {
  const plain = allowed.reduce((rest, word) => rest.replaceAll(word, ''), text);
  return secrets.filter((secret) => plain.includes(secret));
}

describe('nothing of a person is left behind', () => {
  test.for(['public', 'internal'] as const)('%s: no key, name, address or date of birth', async (profile) => {
    const from = folder('semua', { 'DTSEN TW3 2025.csv': registry, 'BNBA Sembako 2025.csv': list, ...broken });
    const out = join(base, 'hasil', profile);
    const { code, said } = await run({ folder: from, out, profile, all: true });
    expect([code, said]).toEqual([2, expect.stringMatching(/registri DTSEN 2025-T3/)]);
    // the console is the operator's own: it names files, but no sheet that is named after a person
    expect(secretsIn(said, fileNames)).toEqual([]);
    const written = await contents(out);
    expect([...written.keys()].some((file) => file.endsWith('sasaran.parquet'))).toBe(true);
    for (const [file, text] of written) expect(secretsIn(text), file).toEqual([]);
    for (const [file, text] of await contents(`${out}-ditolak`)) expect(secretsIn(text, fileNames), file).toEqual([]);
    expect(leftBehind()).toEqual([]);
    expect(readdirSync(join(base, 'hasil')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('the internal profile has the rows of each desa, the public one hides what is few', async () => {
    const rows = async (profile: string): Promise<string> =>
      (await contents(join(base, 'hasil', profile))).get(join(base, 'hasil', profile, 'sasaran.parquet'))!;
    expect(await rows('internal')).toMatch(/"kode_bantuan":"SEMBAKO"[^}]*"kode_wilayah":"64.02.06.1001"/);
    expect(await rows('public')).not.toMatch(/"kode_bantuan":"SEMBAKO"[^}]*"kode_wilayah":"64.02.06.1001"/);
    expect(await rows('public')).toMatch(/"disembunyikan":true/);
    expect(await rows('internal')).not.toMatch(/"disembunyikan":true/);
  });

  test('the report pools files about people, without names, and without counts below ten', () => {
    const text = readFileSync(join(base, 'hasil', 'public', 'kualitas.json'), 'utf8');
    const { berkas, orang } = JSON.parse(text) as {
      berkas: { nama: string; masalah: { kalimat: { id: string; en: string } }[] }[];
      orang: { berkas: number; baris: Record<string, Record<string, number>>; rupiah: string | null };
    };
    expect(berkas.map(({ nama }) => nama)).toEqual(['berkas yang tidak dipakai', 'daftar penerima dan registri']);
    expect(orang.berkas).toBe(7);
    expect(orang.rupiah).toBeNull();
    expect(
      Object.values(orang.baris)
        .flatMap(Object.values)
        .filter((n) => n % 100 !== 0)
    ).toEqual([]);
    const sentences = berkas.flatMap(({ masalah }) => masalah.flatMap(({ kalimat }) => [kalimat.id, kalimat.en]));
    expect(sentences.length).toBeGreaterThan(4);
    expect(sentences.filter((one) => /\b\d+ (baris|rows|keluarga|families)\b/.test(one))).toEqual([]);
    expect(text).not.toContain('BNBA');
  });

  test('a list whose programme is a person’s name gives no programme of that name', async () => {
    const rows = list.split('\n').map((row, i) => `${row};${i === 0 ? 'NAMA PROGRAM' : names[0]}`);
    const from = folder('nama', { 'DTSEN TW3 2025.csv': registry, 'Daftar 2025.csv': rows.join('\n') });
    const out = join(base, 'hasil nama');
    const { code, said } = await run({ folder: from, out });
    expect([code, said]).toEqual([2, expect.stringMatching(/nama orang/)]);
    expect(secretsIn(said)).toEqual([]);
    expect(existsSync(join(out, 'registri.parquet'))).toBe(true);
    for (const [file, text] of await contents(out)) expect(secretsIn(text), file).toEqual([]);
  });
});

describe('a run that ends badly', () => {
  const plain = () => folder('biasa', { 'DTSEN TW3 2025.csv': registry, 'BNBA Sembako 2025.csv': list });

  test('killed while people are in memory: the next run clears what it left, and nothing of people was in it', async () => {
    const from = plain();
    const out = join(base, 'bunuh', 'e');
    mkdirSync(join(base, 'bunuh'));
    const child = spawn(
      process.execPath,
      ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), 'src/cli/extract.ts', from, '--out', out],
      { cwd: root, env: { ...process.env, TMPDIR: temporary } }
    );
    const watcher = watch(temporary, () => {
      if (readdirSync(temporary).some((name) => name.startsWith('tepat-orang-'))) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.on('exit', resolve));
    watcher.close();
    expect(child.signalCode).toBe('SIGKILL');
    expect(existsSync(out)).toBe(false);
    expect((await run({ folder: from, out })).code).toBe(0);
    expect(leftBehind()).toEqual([]);
    expect(readdirSync(join(base, 'bunuh'))).toEqual(['e']);
  });

  test('a disk that is full: one sentence, the old extract whole, nothing left beside it', async (context) => {
    const place = join(base, 'penuh');
    mkdirSync(place);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]).status !== 0)
      return context.skip('needs the right to mount a small disk');
    try {
      const from = plain();
      const out = join(place, 'e');
      expect((await run({ folder: from, out })).code).toBe(0);
      const old = filesBelow(out).map((file) => [file, statSync(file).size]);
      writeFileSync(join(place, 'isi'), Buffer.alloc(600_000));
      const { code, said } = await run({ folder: from, out });
      expect(code).toBe(1);
      expect(secretsIn(said)).toEqual([]);
      expect(filesBelow(out).map((file) => [file, statSync(file).size])).toEqual(old);
      expect(readdirSync(place).sort()).toEqual(['e', 'isi']);
      expect(leftBehind()).toEqual([]);
      expect(spawnSync('mount', ['-o', 'remount,ro', place]).status).toBe(0);
      expect((await run({ folder: from, out })).code).toBe(1);
      expect(leftBehind()).toEqual([]);
    } finally {
      spawnSync('umount', [place]);
    }
  });
});

test('an internal extract is built into a site only when that is said', async () => {
  const staticFolder = join(base, 'statis');
  mkdirSync(join(staticFolder, 'extract'), { recursive: true });
  writeFileSync(join(staticFolder, 'extract', 'kualitas.json'), JSON.stringify({ profil: 'internal' }));
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await buildSite({ staticFolder, out: join(base, 'situs') })).toBe(false);
  expect(said.mock.calls.flat().join()).toMatch(/--internal/);
  said.mockRestore();
});
