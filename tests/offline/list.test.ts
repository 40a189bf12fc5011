import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatOfflineFiles,
  formatOfflineIndex,
  listsOf,
  type OfflineIndex,
  packages,
  parseOfflineFiles,
  parseOfflineIndex
} from '$lib/offline/list';

const list = {
  path: 'luring/utama-id.json',
  sha256: 'x',
  package: 'utama',
  language: 'id',
  bytes: 3,
  sent: 1
} as const;
const index: OfflineIndex = {
  version: 'v1',
  asOf: '2026-10-31',
  lists: [list, { ...list, language: 'en' }, { ...list, package: 'mesin', language: null }]
};

describe('what can be kept', () => {
  test('is read as it was written', () => {
    expect(parseOfflineIndex(formatOfflineIndex(index))).toEqual(index);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            path: fc.constantFrom('', 'sasaran/', 'en/__data.json'),
            sha256: fc.string(),
            bytes: fc.nat(),
            sent: fc.nat()
          })
        ),
        (files) => void expect(parseOfflineFiles(formatOfflineFiles(files))).toEqual(files)
      )
    );
  });

  test('of one language holds what is of every language too, and nothing of the other', () => {
    expect(listsOf(index, packages, 'en').map(({ package: of, language }) => [of, language])).toEqual([
      ['utama', 'en'],
      ['mesin', null]
    ]);
    expect(listsOf(index, ['desa'], 'id')).toEqual([]);
  });

  test.for([
    { name: 'a host’s page for a missing file', text: '<!doctype html><title>404</title>' },
    { name: 'nothing', text: '' },
    { name: 'null', text: 'null' },
    { name: 'another file', text: '{"resources":[]}' },
    {
      name: 'a list of an unknown package',
      text: '{"versi":"1","daftar":[{"jalur":"a","sha256":"","paket":"semua","bytes":1,"kirim":1}]}'
    }
  ])('is not read from $name', ({ text }) => expect(parseOfflineIndex(text)).toBeNull());

  test.for(['/etc/passwd', '../rahasia', 'a/../../b', 'https://contoh.invalid/a.js', '//contoh.invalid/a.js'])(
    'lies inside the site: %s does not',
    (path) => {
      expect(parseOfflineFiles(JSON.stringify([[path, 'x', 1, 1]]))).toBeNull();
      expect(parseOfflineIndex(formatOfflineIndex({ ...index, lists: [{ ...list, path }] }))).toBeNull();
    }
  );

  test('text that is no list of files gives none', () =>
    fc.assert(fc.property(fc.json(), (text) => void expect(() => parseOfflineFiles(text)).not.toThrow())));
});
