import { readFileSync } from 'node:fs';
import * as areas from 'idn-area-data';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadReference } from '../../src/cli/reference';
import { type DesaLists, type DesaOptions, desaResolver, type FoundPlace, type GivenPlace } from '$lib/extract/desa';
import { readPemekaran } from '$lib/extract/reference';

const home = '64.02';
let lists: DesaLists;
beforeAll(async () => {
  const { wilayah, regions, regencies, moved } = await loadReference(home);
  lists = { wilayah, regions, regencies, moved };
});

function found(given: GivenPlace, options: DesaOptions = {}, regency = home): string {
  const place = desaResolver(lists, regency, options)(given);
  if (!('kode' in place)) return place.question ? 'ask' : `none: ${place.reason.en}`;
  return place.reason === undefined ? place.kode : `${place.kode} but ${place.reason.en}`;
}

describe('codes', () => {
  test.for([
    { name: 'with dots', kode: '64.02.01.2001', expected: '64.02.01.2001' },
    { name: 'without dots, in the list of the home regency', kode: '6402012001', expected: '64.02.01.2001' },
    { name: 'a number of a spreadsheet', kode: '\u00016402012001.0', expected: '64.02.01.2001' },
    { name: 'with an apostrophe', kode: "'6402012001", expected: '64.02.01.2001' },
    { name: 'with dashes', kode: '64-02-01-2001', expected: '64.02.01.2001' },
    { name: 'a kecamatan with dots', kode: '64.02.06', expected: '64.02.06' },
    { name: 'a kecamatan of six digits is Kemendagri: BPS writes seven', kode: '640206', expected: '64.02.06' },
    { name: 'a BPS desa maps to the regency only', kode: '6403010001', expected: '64.02' },
    { name: 'a BPS kecamatan of the home regency', kode: '6403050', expected: '64.02' },
    { name: 'a BPS kecamatan of another', kode: '6402050', expected: '64.07' },
    { name: 'a DJPK code that is another regency to Kemendagri', kode: '17.03', expected: 'ask' },
    { name: 'four bare digits, which mean two regencies', kode: '6402', expected: 'ask' },
    { name: 'four bare digits that BPS gives the home regency', kode: '6403', expected: 'ask' },
    { name: 'four bare digits that mean one regency to both', kode: '6472', expected: '64.72' },
    { name: 'a desa of another regency', kode: '64.08.01.2003', expected: '64.08' },
    {
      name: 'a desa that is not listed, of a kecamatan that is',
      kode: '64.02.06.2999',
      expected: '64.02.06 but the code is in no official list.'
    },
    { name: 'a code of nobody', kode: '99.99.99.9999', expected: 'none: the code is in no official list.' },
    { name: 'a province alone', kode: '64', expected: 'none: the code is in no official list.' }
  ])('$name', ({ kode, expected }) => expect(found({ kode })).toBe(expected));

  test.for([
    { name: 'tepat.json says Kemendagri', given: { kode: '6402' }, sistemKode: 'kemendagri', expected: '64.02' },
    { name: 'tepat.json says BPS', given: { kode: '6402' }, sistemKode: 'bps', expected: '64.07' },
    { name: 'tepat.json says DJPK', given: { kode: '17.03' }, sistemKode: 'djpk', expected: '64.02' },
    {
      name: 'the regency beside it decides for Kemendagri',
      given: { kode: '6402', kabupaten: 'KAB. KUTAI KARTANEGARA' },
      expected: '64.02'
    },
    {
      name: 'the regency beside it decides for BPS',
      given: { kode: '6402', kabupaten: 'KUTAI BARAT' },
      expected: '64.07'
    },
    {
      name: 'the kecamatan and desa beside it decide',
      given: { kode: '6402', kecamatan: 'ANGGANA', desa: 'SEPATIN' },
      expected: '64.02.04.2001'
    },
    {
      name: 'BPS code of the home regency with names',
      given: { kode: '6403010002', kecamatan: 'Anggana', desa: 'Sepatin' },
      expected: '64.02.04.2001'
    }
  ] as { name: string; given: GivenPlace; sistemKode?: 'bps' | 'kemendagri' | 'djpk'; expected: string }[])(
    'an ambiguous code: $name',
    ({ given, sistemKode, expected }) => expect(found(given, { sistemKode })).toBe(expected)
  );

  test('every official code is found, with and without dots', () => {
    const resolve = desaResolver(lists, home);
    const desa = lists.wilayah.filter(({ tingkat }) => tingkat === 'desa' || tingkat === 'kelurahan');
    expect(desa).toHaveLength(237);
    for (const { kode } of desa) {
      expect(resolve({ kode: String(kode) })).toMatchObject({ kode, tingkat: 'desa', by: 'kode' });
      expect(resolve({ kode: String(kode).replaceAll('.', '') })).toMatchObject({ kode, tingkat: 'desa' });
    }
  });
});

describe('names', () => {
  test.for([
    ['capitals', 'SANGA SANGA', 'SANGA-SANGA DALAM', '64.02.15.1003'],
    ['no space', 'Sangasanga', 'sangasangadalam', '64.02.15.1003'],
    ['underscores', 'sanga_sanga', 'sanga_sanga_dalam', '64.02.15.1003'],
    ['the word desa', 'Kec. Anggana', 'Desa Sepatin', '64.02.04.2001'],
    ['the word kelurahan, shortened', 'KEC. TENGGARONG', 'Kel. Timbau', '64.02.06.1004'],
    ['Ds. with a point', 'Kecamatan Anggana', 'Ds.Sepatin', '64.02.04.2001'],
    ['desa at the end belongs to the name', 'Loa Kulu', 'Jonggon Desa', '64.02.02.2001'],
    ['a number before the name', 'Muara Muntai', '2001 PERIAN', '64.02.01.2001'],
    ['Moderen written Modern', 'Sebulu', 'Sebulu Modern', '64.02.07.2011'],
    ['a roman numeral written as a digit', 'Muara Badak', 'Gas Alam Badak 1', '64.02.05.2010'],
    ['a roman numeral written as a word', 'Kota Bangun Darat', 'Kota Bangun Dua', '64.02.19.2005'],
    ['k for q', 'Muara Muntai', 'Batuk', '64.02.01.2005'],
    ['a doubled letter', 'Muara Badak', 'Salo Cella', '64.02.05.2012'],
    ['bh for b', 'Tenggarong Seberang', 'Buana Jaya', '64.02.16.2008'],
    ['sei for sungai', 'Loa Kulu', 'Sei. Payang', '64.02.02.2002'],
    ['a shortened kecamatan', 'Tgr. Seberang', 'Embalut', '64.02.16.2003'],
    ['a shortened desa', 'Ma. Badak', 'Tj. Limau', '64.02.05.2005'],
    ['one letter missing', 'Tenggarong', 'Mangkurawng', '64.02.06.1010'],
    ['two letters changed over', 'Tenggarong', 'Malhuu', '64.02.06.1011'],
    ['a name that repeats in the regency, with its kecamatan', 'Sebulu', 'Sumber Sari', '64.02.07.2007'],
    ['hilir for ilir', 'Muara Muntai', 'Muara Muntai Hilir', '64.02.01.2008']
  ] as const)('%s', ([, kecamatan, desa, expected]) => expect(found({ kecamatan, desa })).toBe(expected));

  test.for([
    { name: 'a bare name that is unique', given: { desa: 'Perian' }, expected: '64.02.01.2001' },
    {
      name: 'a bare name that repeats',
      given: { desa: 'Sumber Sari' },
      expected: 'none: the name of the desa repeats in the regency; give its kecamatan or code.'
    },
    {
      name: 'a bare name with a wrong letter is not guessed',
      given: { desa: 'Periaan Baru' },
      expected: 'none: the name of the region is not known.'
    },
    { name: 'a kecamatan alone', given: { kecamatan: 'Anggana' }, expected: '64.02.04' },
    { name: 'the regency alone', given: { kabupaten: 'Kutai Kartanegara' }, expected: '64.02' },
    {
      name: 'another regency',
      given: { kabupaten: 'Kota Samarinda', kecamatan: 'Palaran', desa: 'Bukuan' },
      expected: '64.72'
    },
    {
      name: 'another regency that has a desa of the same name',
      given: { kabupaten: 'Kota Samarinda', desa: 'Melayu' },
      expected: '64.72'
    },
    {
      name: 'a kecamatan nobody knows',
      given: { kecamatan: 'Palaran', desa: 'Perian' },
      expected: 'none: the name of the kecamatan is not known.'
    },
    {
      name: 'a kecamatan nobody knows in the home regency, with a desa that is unique',
      given: { kabupaten: 'Kutai Kartanegara', kecamatan: 'Xyz', desa: 'Perian' },
      expected: '64.02.01.2001'
    },
    {
      name: 'a desa nobody knows counts in its kecamatan',
      given: { kecamatan: 'Anggana', desa: 'Xyz Abc' },
      expected: '64.02.04 but there is no desa of this name in the kecamatan.'
    },
    {
      name: 'a desa of another kecamatan counts in the regency',
      given: { kecamatan: 'Anggana', desa: 'Perian' },
      expected: '64.02 but code and names of the region contradict each other.'
    },
    {
      name: 'a digit is never taken for a slip',
      given: { kecamatan: 'Kota Bangun Darat', desa: 'Kota Bangun 4' },
      expected: '64.02.19 but there is no desa of this name in the kecamatan.'
    },
    {
      name: 'blank cells',
      given: { kecamatan: ' ', desa: '' },
      expected: 'none: there is no name or code of a region.'
    },
    {
      name: 'code and names that contradict each other within a kecamatan',
      given: { kode: '64.02.06.1002', kecamatan: 'Tenggarong', desa: 'Timbau' },
      expected: '64.02.06 but code and names of the region contradict each other.'
    },
    {
      name: 'a code against a name with a wrong letter',
      given: { kode: '64.02.06.1002', kecamatan: 'Tenggarong', desa: 'Timbo' },
      expected: '64.02.06.1002'
    },
    { name: 'a code in the column of names', given: { desa: '64.02.01.2001 - PERIAN' }, expected: '64.02.01.2001' },
    {
      name: 'a dotted code of another regency than the one named',
      given: { kode: '64.08.01.2003', kabupaten: 'Kutai Kartanegara' },
      expected: 'none: code and names of the region contradict each other.'
    }
  ] as { name: string; given: GivenPlace; expected: string }[])('$name', ({ given, expected }) =>
    expect(found(given)).toBe(expected)
  );

  test('every official name is found under its kecamatan, in capitals and run together', () => {
    const resolve = desaResolver(lists, home);
    const names = new Map(lists.wilayah.map(({ kode, nama }) => [String(kode), String(nama)]));
    const desa = lists.wilayah.filter(({ kode }) => String(kode).split('.').length === 4);
    for (const { kode, nama, kode_induk: induk } of desa) {
      const kecamatan = names.get(String(induk))!;
      expect(resolve({ kecamatan: kecamatan.toUpperCase(), desa: String(nama).toUpperCase() })).toMatchObject({ kode });
      const closed = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
      if (!/ (I|II|III)$/.test(String(nama)))
        expect(resolve({ kecamatan: closed(kecamatan), desa: closed(String(nama)) })).toMatchObject({ kode });
    }
    const bare = desa.filter(({ nama }) => !('kode' in resolve({ desa: String(nama) })));
    expect(new Set(bare.map(({ nama }) => nama))).toEqual(
      new Set([
        'Sumber Sari',
        'Tani Bhakti',
        'Sidomulyo',
        'Kampung Baru',
        'Tanjung Harapan',
        'Sedulang',
        'Bukit Raya',
        'Teluk Dalam'
      ])
    );
  });
});

describe('a kecamatan that was split', () => {
  test.for([
    { name: 'the parent in the list', kecamatan: 'Kota Bangun', desa: 'Kedang Ipil', expected: '64.02.19.2001' },
    {
      name: 'a name that repeats in the regency',
      kecamatan: 'Kota Bangun',
      desa: 'Sumber Sari',
      expected: '64.02.19.2007'
    },
    {
      name: 'a desa that shares its name with one of another kecamatan',
      kecamatan: 'SAMBOJA',
      desa: 'TANI BAKTI',
      expected: '64.02.20.2004'
    },
    { name: 'with a wrong letter', kecamatan: 'Samboja', desa: 'Bukit Merdekaa', expected: '64.02.20.1001' },
    { name: 'the kecamatan of today', kecamatan: 'Samboja Barat', desa: 'Tani Bhakti', expected: '64.02.20.2004' },
    { name: 'a desa that stayed', kecamatan: 'Kota Bangun', desa: 'Liang', expected: '64.02.08.2007' }
  ])('$name', ({ kecamatan, desa, expected }) => expect(found({ kecamatan, desa })).toBe(expected));

  test('an old code of a desa that moved is its code of today', () => {
    expect(found({ kode: '64.02.08.2001', kecamatan: 'Kota Bangun', desa: 'Kedang Ipil' })).toBe('64.02.19.2001');
  });

  test('an old code of the parent that is in no list gives way to the name', () => {
    expect(found({ kode: '64.02.08.2099', kecamatan: 'Kota Bangun', desa: 'Kedang Ipil' })).toBe('64.02.19.2001');
  });

  test('an old code that is known is enough', () => {
    const moved = [
      { kodeLama: '64.02.08.2010', kecamatanLama: '64.02.08', desa: 'Kedang Ipil', kodeSekarang: '64.02.19.2001' }
    ];
    expect(desaResolver({ ...lists, moved }, home)({ kode: '6402082010' })).toEqual({
      kode: '64.02.19.2001',
      tingkat: 'desa',
      by: 'pemekaran'
    });
  });

  test('the table names every desa of the two new kecamatan, by the names of the official list', async () => {
    const moved = readPemekaran(readFileSync('data/rujukan/pemekaran.csv', 'utf8'));
    const villages = (await areas.getVillages()).filter(({ district_code: kec }) =>
      ['64.02.19', '64.02.20'].includes(kec)
    );
    expect(moved.map(({ kodeSekarang, desa }) => [kodeSekarang, desa]).sort()).toEqual(
      villages.map(({ code, name }) => [code, name]).sort()
    );
  });
});

test('answers are kept: a place asked for again is the same object', () => {
  const resolve = desaResolver(lists, home);
  expect(resolve({ desa: 'Perian' })).toBe(resolve({ desa: 'Perian' }));
});

test('nothing specific to one regency: Bontang by its own names', async () => {
  const bontang = await loadReference('64.74');
  const resolve = desaResolver({ ...bontang }, '64.74');
  const kodes = [
    { kecamatan: 'bontang_barat', desa: 'gunung_telihan' },
    { kecamatan: 'bontang_utara', desa: 'loktuan' },
    { kecamatan: 'bontang_utara', desa: 'api_api' }
  ].map((given) => (resolve(given) as FoundPlace).kode);
  expect(kodes).toEqual(['64.74.03.1002', '64.74.01.1003', '64.74.01.1006']);
});
