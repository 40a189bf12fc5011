import { describe, expect, test } from 'vitest';
import { readSettings, settingsFor, unmatchedSettings } from '$lib/extract/settings';

describe('tepat.json', () => {
  test('is optional', () => expect(readSettings(null)).toEqual({ settings: {}, problems: [] }));

  test.for([
    { name: 'is cut off', text: '{ "tahun": 2026', says: /tidak dapat dipakai/ },
    { name: 'is a list', text: '[]', says: /tidak dapat dipakai/ },
    { name: 'is empty', text: '', says: /tidak dapat dipakai/ }
  ])('that $name gives one question and no settings', ({ text, says }) => {
    const { settings, problems } = readSettings(text);
    expect(settings).toEqual({});
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ kind: 'question', place: { file: 'tepat.json' } });
    expect(problems[0]!.message.id).toMatch(says);
  });

  test('a slip of the pen costs its own entry only', () => {
    const text = JSON.stringify({
      contoh: true,
      tahunn: 2026,
      wilayah: '6402',
      berkas: { 'a.xlsx': { bulan: 13, abaikan: true }, 'b.xlsx': { bulan: 4, sifatt: 'bulanan' } }
    });
    const { settings, problems } = readSettings(text);
    expect(settings).toEqual({ contoh: true, berkas: { 'a.xlsx': { abaikan: true }, 'b.xlsx': { bulan: 4 } } });
    expect(problems.map(({ message }) => /"([^"]+)"/.exec(message.id)![1]).sort()).toEqual([
      'berkas.a.xlsx.bulan',
      'berkas.b.xlsx.sifatt',
      'tahunn',
      'wilayah'
    ]);
  });

  test.for([
    { key: 'tahap', value: 'akhir' },
    { key: 'layout', value: 'lra' },
    { key: 'kode_skpd', value: 'Dinas Sosial' },
    { key: 'sifat', value: 'harian' }
  ])('$key "$value" is no setting', ({ key, value }) => {
    expect(readSettings(JSON.stringify({ berkas: { a: { [key]: value } } })).problems).toHaveLength(1);
  });

  test.for([
    { lisensi: { nama: 'CC-BY-4.0', tautan: 'https://lisensi.example/by' }, problems: 0 },
    { lisensi: { nama: 'bebas sekali' }, problems: 2 },
    { lisensi: { judul: 'tanpa nama' }, problems: 1 },
    { lisensi: { nama: 'CC-BY-4.0', tautan: 'javascript:alert(1)' }, problems: 1 }
  ])('licence $lisensi: $problems problems', ({ lisensi, problems }) =>
    expect(readSettings(JSON.stringify({ lisensi })).problems).toHaveLength(problems)
  );

  test.for([
    { alamat: 'https://dinsos.example.go.id', expected: 'https://dinsos.example.go.id/' },
    { alamat: 'https://Example.go.id/dinsos/tepat', expected: 'https://example.go.id/dinsos/tepat/' },
    { alamat: 'https://example.go.id:8443/tepat/', expected: 'https://example.go.id:8443/tepat/' }
  ])('the site of $alamat is at $expected', ({ alamat, expected }) => {
    expect(readSettings(JSON.stringify({ alamat }))).toEqual({ settings: { alamat: expected }, problems: [] });
  });

  test.for([
    'http://example.go.id/',
    'dinsos.example.go.id',
    'https://',
    'https:///tepat',
    'https://a:b@example.go.id/',
    'https://example.go.id/?x=1',
    'https://example.go.id/#isi',
    'https://example.go.id/index.html',
    'https://exa mple.go.id/',
    'https://example.go.id/"><script>',
    'javascript:alert(1)',
    ''
  ])('"%s" is no address of a site and is asked about', (alamat) => {
    const { settings, problems } = readSettings(JSON.stringify({ alamat }));
    expect(settings).toEqual({});
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message.id).toMatch(/"alamat": .* bukan alamat situs: tulis alamat https/);
  });

  test('a publisher may hide more than counts below 10, and no less', () => {
    expect(readSettings('{"ambang": 25}')).toEqual({ settings: { ambang: 25 }, problems: [] });
    for (const ambang of [9, 3, 0, -10, 12.5, '20', null]) {
      const { settings, problems } = readSettings(JSON.stringify({ ambang }));
      expect(settings).toEqual({});
      expect(problems, String(ambang)).toHaveLength(1);
      expect(problems[0]!.message.id).toContain('"ambang"');
    }
  });

  test('patterns hold for many files, later ones over earlier ones, the own entry over all', () => {
    const folder = {
      kode_skpd: '1.06.0.00.0.00.01.0000',
      berkas: { '*.xlsx': { tahun: 2025, bulan: 1 }, 'lra*': { bulan: 2 }, 'lra a.xlsx': { bulan: 3 } }
    };
    expect(settingsFor(folder, 'lra a.xlsx')).toMatchObject({ tahun: 2025, bulan: 3, kode_skpd: folder.kode_skpd });
    expect(settingsFor(folder, 'lra b.xlsx')).toMatchObject({ tahun: 2025, bulan: 2 });
    expect(settingsFor(folder, '2025/x.xlsx')).toMatchObject({ bulan: 1 });
    expect(settingsFor(folder, 'x.csv').bulan).toBeUndefined();
    expect(settingsFor({ berkas: { 'a(1)+.csv': { bulan: 5 } } }, 'a(1)+.csv').bulan).toBe(5);
  });

  test('an entry that fits no file is asked about', () => {
    const folder = { berkas: { 'lra_aprl.xlsx': { bulan: 4 }, 'rak*': {}, 'lra.xlsx': {} } };
    expect(unmatchedSettings(folder, ['lra.xlsx', 'lra_april.xlsx']).map(({ place }) => place.value)).toEqual([
      'lra_aprl.xlsx',
      'rak*'
    ]);
  });
});
