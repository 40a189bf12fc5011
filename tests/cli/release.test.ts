import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseReleases } from '$lib/contract/release';
import { readReleases } from '$lib/server/releases';
import { sha256 } from '../../src/cli/files';
import { release, type ReleaseOptions } from '../../src/cli/release';
import {
  coverageRow,
  fileRow,
  paguRow,
  realisasiRow,
  regionRow,
  sasaranRow,
  type SmallExtract,
  vintageRow,
  writeSmall
} from './releaseSupport';

let staticFolder: string;
let said: string[];
beforeEach(() => {
  staticFolder = mkdtempSync(join(tmpdir(), 'tepat-rilis-'));
  said = [];
  for (const method of ['log', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((line: unknown) => void said.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(staticFolder, { recursive: true, force: true });
});

const rilis = () => join(staticFolder, 'rilis');
const extract = () => join(staticFolder, 'extract');
const list = () => readFileSync(join(rilis(), 'rilis.json'), 'utf8');
const october: SmallExtract = { perTanggal: '2026-10-31' };
const september: SmallExtract = { perTanggal: '2026-09-30', tables: { pagu: [paguRow(900_000)] } };
const november: SmallExtract = { perTanggal: '2026-11-30', tables: { pagu: [paguRow(1_100_000)] } };

/** Writes an extract in the place of the last and releases it. */
async function publish(what: SmallExtract, options: ReleaseOptions = {}): Promise<0 | 1> {
  await writeSmall(extract(), what);
  return release({ staticFolder, tanggal: '2026-12-01', ...options });
}

describe('a release', () => {
  test('holds byte copies of the extract, under a name made of its date and hash, and says what the publisher said', async () => {
    expect(await publish(october, { tanggal: '2026-11-03', catatan: ['Realisasi Oktober'] })).toBe(0);
    const [first] = readReleases(rilis());
    const manifest = readFileSync(join(extract(), 'datapackage.json'));
    expect(first).toMatchObject({ terbit: '2026-11-03', per_tanggal: '2026-10-31', catatan: ['Realisasi Oktober'] });
    expect(first!.id).toBe(`2026-10-31-${sha256(manifest).slice(0, 8)}`);
    expect(readdirSync(first!.folder).sort()).toEqual(readdirSync(extract()).sort());
    for (const name of readdirSync(extract()))
      expect(readFileSync(join(first!.folder, name)).equals(readFileSync(join(extract(), name))), name).toBe(true);
    expect(first!.tabel.pagu).toEqual({
      sha256: sha256(readFileSync(join(extract(), 'pagu.parquet'))),
      rows: 1,
      bytes: readFileSync(join(extract(), 'pagu.parquet')).length
    });
  });

  test('is made once: the same extract again is said to be out and changes nothing', async () => {
    await publish(october);
    const before = list();
    expect(await release({ staticFolder, tanggal: '2026-12-24', catatan: ['lagi'] })).toBe(0);
    expect(said.join('\n')).toContain('Sudah terbit');
    expect(list()).toBe(before);
  });

  test('follows the last one, which stays as it was', async () => {
    await publish(october, { tanggal: '2026-11-03' });
    const before = readFileSync(join(readReleases(rilis())[0]!.folder, 'pagu.parquet'));
    expect(await publish(november)).toBe(0);
    const [first, second] = readReleases(rilis());
    expect([first!.per_tanggal, second!.per_tanggal]).toEqual(['2026-10-31', '2026-11-30']);
    expect(readFileSync(join(first!.folder, 'pagu.parquet')).equals(before)).toBe(true);
  });

  test('--check writes nothing', async () => {
    expect(await publish(october, { check: true })).toBe(0);
    expect(existsSync(rilis())).toBe(false);
    expect(said.join('\n')).toContain('tidak ada yang ditulis');
  });

  test('is finished after a run that was killed before it was listed', async () => {
    await publish(october);
    const [first] = readReleases(rilis());
    writeFileSync(join(first!.folder, 'pagu.parquet'), 'setengah');
    rmSync(join(rilis(), 'rilis.json'));
    mkdirSync(join(rilis(), '.baru'));
    expect(await release({ staticFolder, tanggal: '2026-12-01' })).toBe(0);
    expect(sha256(readFileSync(join(first!.folder, 'pagu.parquet')))).toBe(first!.tabel.pagu!.sha256);
    expect(readdirSync(rilis()).sort()).toEqual([first!.id, 'rilis.json'].sort());
  });
});

test('the licence that the publisher names is in datapackage.json, and none where none is named', async () => {
  const licenses = () =>
    (JSON.parse(readFileSync(join(extract(), 'datapackage.json'), 'utf8')) as { licenses?: unknown }).licenses;
  await writeSmall(extract(), october);
  expect(licenses()).toBeUndefined();
  await writeSmall(extract(), { ...october, lisensi: { nama: 'CC-BY-4.0', tautan: 'https://lisensi.example/by' } });
  expect(licenses()).toEqual([{ name: 'CC-BY-4.0', path: 'https://lisensi.example/by' }]);
});

describe('what may not be released', () => {
  const refused = async (what: SmallExtract, options: ReleaseOptions = {}) => {
    expect(await publish(what, options)).toBe(1);
    return said.join('\n');
  };

  test('an older month, unless an erratum says why', async () => {
    await publish(october);
    expect(await refused(september)).toContain('lebih lama daripada rilis terakhir (31');
    expect(readReleases(rilis())).toHaveLength(1);
    expect(await publish(september, { ralat: ['Oktober memuat SP2D yang dibatalkan'] })).toBe(0);
    expect(said.join('\n')).toContain('Perhatian: menerbitkan ulang keadaan 30');
    expect(readReleases(rilis())[1]!.ralat).toEqual([
      { tanggal: '2026-12-01', teks: 'Oktober memuat SP2D yang dibatalkan' }
    ]);
  });

  test('an old release in the place of the newest', async () => {
    await publish(october);
    await publish(november);
    expect(await refused(october)).toMatch(/sama dengan rilis lama 2026-10-31-/);
  });

  test('a day before the last release', async () => {
    await publish(october, { tanggal: '2026-11-30' });
    expect(await refused(november, { tanggal: '2026-11-03' })).toContain('mendahului rilis terakhir');
  });

  test('an internal extract', async () => {
    mkdirSync(staticFolder, { recursive: true });
    expect(await refused({ ...october, profil: 'internal' })).toContain('bukan profil publik');
  });

  test('made-up figures after real ones, and real ones after made-up ones', async () => {
    await publish(october);
    expect(await refused({ ...november, contoh: true })).toContain('data contoh, sedangkan rilis terakhir bukan');
    rmSync(rilis(), { recursive: true });
    await publish({ ...october, contoh: true });
    expect(await refused(november)).toContain('Rilis yang ada adalah data contoh');
  });

  test('an extract with a changed file, or with a file that is not its own', async () => {
    await writeSmall(extract(), october);
    writeFileSync(join(extract(), 'titipan.parquet'), '');
    expect(await release({ staticFolder })).toBe(1);
    expect(said.join('\n')).toContain('titipan.parquet bukan bagian ekstrak ini');
    rmSync(join(extract(), 'titipan.parquet'));
    copyFileSync(join(extract(), 'skpd.parquet'), join(extract(), 'pagu.parquet'));
    expect(await release({ staticFolder })).toBe(1);
    expect(said.join('\n')).toContain('pagu.parquet: not the file that datapackage.json lists');
  });

  test('nothing at all', async () => {
    expect(await release({ staticFolder })).toBe(1);
    expect(said.join('\n')).toContain('npm run extract');
  });

  test.each([
    ['changed', 'pagu.parquet', 'berubah sesudah terbit'],
    ['gone', 'kualitas.json', 'tidak ada lagi'],
    ['added', 'catatan.txt', 'bukan bagian rilis itu']
  ])('anything while a file of an earlier release is %s', async (what, name, sentence) => {
    await publish(october);
    const path = join(readReleases(rilis())[0]!.folder, name);
    if (what === 'gone') rmSync(path);
    else writeFileSync(path, 'lain');
    expect(await refused(november)).toContain(sentence);
    expect(readReleases(rilis())).toHaveLength(1);
  });

  test('anything while the list does not name a folder beside it', async () => {
    await publish(october);
    mkdirSync(join(rilis(), 'lama'));
    expect(await refused(november)).toContain('rilis/lama tidak tercatat');
  });
});

describe('the comparison with the last release', () => {
  /** What is said when `after` is checked against `before`. */
  async function compared(before: SmallExtract, after: SmallExtract): Promise<string[]> {
    await publish(before, { tanggal: '2026-11-03' });
    await writeSmall(extract(), after);
    said = [];
    expect(await release({ staticFolder, tanggal: '2026-12-01', check: true })).toBe(0);
    return said.filter((line) => line.startsWith('  - ')).map((line) => line.slice(4).replaceAll('\u00a0', ' '));
  }

  test('says how pagu and realisasi of each year and stage changed, to the rupiah, and which rows', async () => {
    const lines = await compared(
      { ...october, tables: { pagu: [paguRow(1_000_000)], realisasi: [realisasiRow(9, 400_000)] } },
      {
        ...november,
        tables: {
          pagu: [paguRow(1_050_000), paguRow(25_000, '5.1.02.01.01.0052'), paguRow(900_000, undefined, 'perubahan')],
          realisasi: [realisasiRow(9, 400_000), realisasiRow(10, 100_000)]
        }
      }
    );
    expect(lines).toContain('Pagu 2026 (murni) berubah +Rp75.000 (+7,5 %): Rp1.000.000 → Rp1.075.000.');
    expect(lines).toContain('Pagu 2026 (perubahan) baru: Rp900.000.');
    expect(lines).toContain('Realisasi 2026 berubah +Rp100.000 (+25,0 %): Rp400.000 → Rp500.000.');
    expect(lines).toContain('Tabel pagu: 1 → 3 baris (2 baru, 1 berubah).');
    expect(lines).toContain('Tabel realisasi: 1 → 2 baris (1 baru).');
  });

  test('says that money stayed the same, and counts a file exported again as no change of its rows', async () => {
    const lines = await compared(october, {
      ...november,
      tables: { pagu: [{ ...paguRow(1_000_000), id_berkas: 'bbbbbbbbbbbb' }] }
    });
    expect(lines[0]).toBe('Jumlah pagu dan realisasi tiap tahun tidak berubah.');
    expect(lines.join()).not.toContain('Tabel pagu');
  });

  test('names desa that lost their data, cells that came to light and cells that went, vintages, months and files', async () => {
    const [loa, teluk] = ['64.02.06.1001', '64.02.06.1002'];
    const lines = await compared(
      {
        ...october,
        tables: {
          wilayah: [regionRow(loa, 'Loa Contoh'), regionRow(teluk, 'Teluk Contoh')],
          vintase: [vintageRow('2024-T4', '2024-10-01')],
          sasaran: [sasaranRow(loa, ['layak', 'tidak_layak']), sasaranRow(teluk, [])],
          berkas: [fileRow('a', 'lra.xlsx', 'satu')],
          cakupan: [coverageRow(10, 'a')]
        }
      },
      {
        ...november,
        tables: {
          wilayah: [regionRow(loa, 'Loa Contoh'), regionRow(teluk, 'Teluk Contoh')],
          vintase: [vintageRow('2024-T4', '2024-10-01'), vintageRow('2025-T4', '2025-10-01')],
          sasaran: [sasaranRow(loa, ['layak', 'penerima'])],
          berkas: [fileRow('a', 'lra.xlsx', 'dua'), fileRow('b', 'rak.xlsx', 'tiga')],
          cakupan: [coverageRow(10, 'a'), coverageRow(11, 'a')]
        }
      }
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'Desa tanpa data sasaran 2025: 1, dahulu 0; baru tanpa data: Teluk Contoh.',
        '1 angka sasaran kini disembunyikan, padahal rilis lama menampilkannya.',
        '1 angka sasaran kini ditampilkan, dahulu disembunyikan.',
        'Vintase registri baru (1): 2025-T4.',
        'Bulan baru pada realisasi (1): November 2026.',
        'Berkas baru (1): rak.xlsx.',
        'Berkas diganti (1): lra.xlsx.'
      ])
    );
  });
});

describe('rilis.json', () => {
  const one = {
    id: `2026-10-31-${'a'.repeat(8)}`,
    terbit: '2026-11-03',
    per_tanggal: '2026-10-31',
    judul: 'Dinas',
    contoh: false,
    sha256: 'a'.repeat(64),
    sha256_kualitas: 'b'.repeat(64),
    catatan: [],
    ralat: [],
    tabel: { pagu: { sha256: 'c'.repeat(64), rows: 1, bytes: 2 } }
  };
  const later = { ...one, id: `2026-11-30-${'d'.repeat(8)}`, sha256: 'd'.repeat(64), terbit: '2026-12-01' };
  test('is read as it was written', () =>
    expect(parseReleases(JSON.stringify({ versi: 1, rilis: [one, later] }))).toEqual([one, later]));
  test.each([
    ['no JSON', '{', /bukan JSON/],
    ['another version', JSON.stringify({ versi: 2, rilis: [] }), /versi/],
    ['an id of another hash', JSON.stringify({ versi: 1, rilis: [{ ...one, sha256: 'e'.repeat(64) }] }), /id/],
    ['an id that climbs out of its folder', JSON.stringify({ versi: 1, rilis: [{ ...one, id: '../extract' }] }), /id/],
    ['one release twice', JSON.stringify({ versi: 1, rilis: [one, one] }), /dua kali/],
    ['the newest first', JSON.stringify({ versi: 1, rilis: [later, one] }), /terlama/]
  ])('is refused with %s', (_, text, message) => expect(() => parseReleases(text)).toThrow(message));
});
