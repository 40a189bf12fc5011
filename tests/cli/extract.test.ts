import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv, cumulative, dinas, lra, monthly, workbook } from '../extract/support';

const root = process.cwd();
let base: string;
beforeAll(() => (base = mkdtempSync(join(tmpdir(), 'tepat cli é '))));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A folder of exports with a name of its own. */
function folder(name: string, files: Record<string, Uint8Array | string>): string {
  for (const [file, bytes] of Object.entries(files)) {
    mkdirSync(join(base, name, file, '..'), { recursive: true });
    writeFileSync(join(base, name, file), bytes);
  }
  return join(base, name);
}

function run(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/run.mjs', 'extract', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env }
  });
  expect(`${stdout}${stderr}`, 'no stack trace').not.toMatch(/^\s+at .*:\d+:\d+/m);
  return { status, out: stdout, err: stderr };
}

/** Every file of a folder as bytes in base 64, by name. */
const bytesOf = (path: string) =>
  Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [name, readFileSync(join(path, name)).toString('base64')])
  );
const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei'];
const good = Object.fromEntries(months.map((name, i) => [`LRA ${name} 2026.xlsx`, lra(cumulative(i + 1))]));

describe('exit codes', () => {
  test('0: everything is imported, from and to paths with spaces and letters of any kind', () => {
    const from = folder('masukan baik – ok', {
      ...good,
      'ünïcode "x" =1.csv': csv([
        ['a', 'b'],
        ['1', '2']
      ])
    });
    const to = join(base, 'hasil ü baik');
    const { status, out } = run([from, '--out', to]);
    expect(status).toBe(0);
    expect(out).toMatch(/realisasi 60/);
    expect(readdirSync(to)).toContain('datapackage.json');
    expect(JSON.parse(readFileSync(join(to, 'kualitas.json'), 'utf8')).berkas).toHaveLength(6);
  });

  test('2: what is clear is imported, and the lines to paste are printed', () => {
    const from = folder('tanya', { 'LRA Maret 2026.xlsx': lra(monthly(3)) });
    const { status, out } = run([from, '--out', join(base, 'tanya-hasil')]);
    expect(status).toBe(2);
    const pasted = /\{\n {2}"berkas": \{\n[\s\S]*?\n\}/.exec(out)![0];
    writeFileSync(join(from, 'tepat.json'), pasted);
    expect(run([from, '--out', join(base, 'tanya-hasil')]).status).toBe(0);
  });

  test('1: nothing usable; an extract that was there stays', () => {
    const to = join(base, 'tetap');
    run([folder('dulu', good), '--out', to]);
    const before = bytesOf(to);
    const { status, out } = run([folder('rusak', { 'a.xlsx': 'PK\x03\x04', 'kosong.csv': '' }), '--out', to]);
    expect(status).toBe(1);
    expect(out).toMatch(/Tidak ada yang dapat dipakai/);
    expect(out.match(/^ {2}- /gm)).toHaveLength(2);
    expect(bytesOf(to)).toEqual(before);
  });

  test('--strict turns a reject into 1, and the rejected rows stand beside the extract', () => {
    const rows = [
      ['tahun', 'tahap', 'kode_skpd', 'kode_sub_kegiatan', 'kode_rekening', 'pagu'],
      ['2026', 'murni', dinas, '1.06.04.2.01.0001', '5.1.02.01.01.0052', '1000'],
      ['2026', 'murni', dinas, '#N/A', '5.1.02.01.01.0052', '=7']
    ];
    const from = folder('ketat', { 'pagu a.csv': csv(rows), 'pagu_a.csv': csv(rows) });
    const to = join(base, 'ketat-hasil');
    expect(run([from, '--out', to]).status).toBe(0);
    expect(run([from, '--out', to, '--strict']).status).toBe(1);
    expect(readdirSync(`${to}-ditolak`)).toHaveLength(2);
    expect(readFileSync(join(`${to}-ditolak`, readdirSync(`${to}-ditolak`)[0]!), 'utf8')).toContain("'=7");
    const clean = folder('ketat2', good);
    run([clean, '--out', to]);
    expect(existsSync(`${to}-ditolak`), 'rejects of an earlier run are gone').toBe(false);
  });

  test('--check writes nothing', () => {
    const to = join(base, 'periksa');
    const { status, out } = run([folder('p', good), '--out', to, '--check']);
    expect([status, existsSync(to)]).toEqual([0, false]);
    expect(out).toMatch(/tidak ada yang ditulis/);
  });

  test.for([
    {
      name: 'an internal extract below static/',
      args: () => [folder('i', good), '--out', join(root, 'static', 'uji-internal'), '--profile', 'internal'],
      says: /internal tidak boleh/
    },
    { name: 'an unknown profile', args: () => ['--profile', 'rahasia'], says: /rahasia/ },
    { name: 'a folder that is not there', args: () => [join(base, 'tidak-ada')], says: /tidak ada/ },
    { name: 'an unknown option', args: () => ['--hapus'], says: /hapus/ },
    {
      name: 'the folder of exports as its own result',
      args: () => [folder('diri', good), '--out', join(base, 'diri')],
      says: /Hasil tidak boleh/
    },
    {
      name: 'a folder with somebody’s files as result',
      args: () => [folder('i', good), '--out', folder('milik orang', { 'skripsi.docx': 'x' })],
      says: /skripsi.docx/
    },
    {
      name: 'a result below a file',
      args: () => [folder('i', good), '--out', join(folder('i', good), '..', 'i', 'LRA Mei 2026.xlsx', 'x')],
      says: /Beri --out lain/
    },
    {
      name: 'a result where nobody may write',
      args: () => [folder('i', good), '--out', '/proc/tepat/hasil'],
      says: /Beri --out lain/
    }
  ])('1: refuses $name, in one sentence', ({ args, says }) => {
    const { status, err } = run(args());
    expect(status).toBe(1);
    expect(err).toMatch(says);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(root, 'static', 'uji-internal'))).toBe(false);
  });

  test('1: an extract of the other profile is not replaced unless the publisher says so; without --profile it is public', () => {
    const from = folder('profil', good);
    const to = join(base, 'profil-hasil');
    const profile = () => (JSON.parse(readFileSync(join(to, 'kualitas.json'), 'utf8')) as { profil: string }).profil;
    expect(run([from, '--out', to]).status).toBe(0);
    expect(profile()).toBe('public');
    const refused = run([from, '--out', to, '--profile', 'internal']);
    expect([refused.status, profile()]).toEqual([1, 'public']);
    expect(refused.err).toMatch(/berprofil public, yang ini internal; folder itu tidak diganti/);
    expect(run([from, '--out', to, '--profile', 'internal', '--ganti-profil']).status).toBe(0);
    expect(profile()).toBe('internal');
    const forgotten = run([from, '--out', to]);
    expect([forgotten.status, profile()]).toEqual([1, 'internal']);
    expect(forgotten.err).toMatch(/berprofil internal, yang ini public/);
  });

  test('a link into static/ is static/', () => {
    const link = join(base, 'tautan');
    mkdirSync(join(root, 'static'), { recursive: true });
    symlinkSync(join(root, 'static'), link);
    expect(run([folder('i', good), '--out', join(link, 'uji-internal'), '--profile', 'internal']).status).toBe(1);
  });
});

describe('the same input gives the same bytes', () => {
  test('in any time zone and language', () => {
    const from = folder('ulang', {
      ...good,
      'RFK Maret 2026.csv': csv([
        ['kode_skpd', 'kode_sub_kegiatan', 'realisasi_fisik'],
        [dinas, '1.06.04.2.01.0001', '12,5']
      ])
    });
    const one = join(base, 'ulang-1');
    const two = join(base, 'ulang-2');
    expect(run([from, '--out', one], { TZ: 'Pacific/Kiritimati', LANG: 'en_US.UTF-8', LC_ALL: 'C' }).status).toBe(0);
    expect(
      run([from, '--out', two], { TZ: 'America/Los_Angeles', LANG: 'id_ID.UTF-8', LC_ALL: 'tr_TR.UTF-8' }).status
    ).toBe(0);
    expect(bytesOf(two)).toEqual(bytesOf(one));
  });
});

describe('a killed run', () => {
  test('leaves the old extract whole, and the next run leaves no trace of it', async () => {
    const from = folder('bunuh', good);
    const to = join(base, 'bunuh hasil', 'e');
    expect(run([from, '--out', to]).status).toBe(0);
    const before = bytesOf(to);
    const child = spawn(
      process.execPath,
      ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), 'src/cli/extract.ts', from, '--out', to],
      { cwd: root }
    );
    const watcher = watch(join(base, 'bunuh hasil'), () => {
      if (readdirSync(join(base, 'bunuh hasil')).some((name) => /^\.e-\d+$/.test(name))) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.on('exit', resolve));
    watcher.close();
    expect(child.signalCode).toBe('SIGKILL');
    const left = readdirSync(join(base, 'bunuh hasil'));
    if (left.includes('e')) expect(bytesOf(to)).toEqual(before);
    expect(run([from, '--out', to]).status).toBe(0);
    expect(bytesOf(to)).toEqual(before);
    expect(readdirSync(join(base, 'bunuh hasil'))).toEqual(['e']);
  });

  test('an extract caught between two renames comes back', () => {
    const from = folder('antara', good);
    const to = join(base, 'antara hasil', 'e');
    run([from, '--out', to]);
    const before = bytesOf(to);
    writeFileSync(
      join(base, 'rename.mjs'),
      `import { renameSync } from 'node:fs'; renameSync(${JSON.stringify(to)}, ${JSON.stringify(join(base, 'antara hasil', '.e-lama'))});`
    );
    spawnSync(process.execPath, [join(base, 'rename.mjs')]);
    expect(existsSync(to)).toBe(false);
    expect(run([from, '--out', to]).status).toBe(0);
    expect(bytesOf(to)).toEqual(before);
    expect(readdirSync(join(base, 'antara hasil'))).toEqual(['e']);
  });
});

test('an internal extract keeps problems and follow-up, a public one does not', () => {
  const rfk = workbook({
    RFK: [
      ['tahun', 'bulan', 'kode_skpd', 'kode_sub_kegiatan', 'realisasi_fisik', 'permasalahan', 'tindak_lanjut'],
      [2026, 3, dinas, '1.06.04.2.01.0001', 40, 'HAMBATAN RAHASIA', 'RAPAT']
    ]
  });
  const from = folder('dalam', { ...good, 'RFK.xlsx': rfk });
  for (const [profile, kept] of [
    ['internal', true],
    ['public', false]
  ] as const) {
    const to = join(base, `dalam-${profile}`);
    expect(run([from, '--out', to, '--profile', profile]).status).toBe(0);
    const everything = readdirSync(to)
      .map((name) => readFileSync(join(to, name), 'latin1'))
      .join('');
    expect(everything.includes('HAMBATAN RAHASIA'), profile).toBe(kept);
  }
});
