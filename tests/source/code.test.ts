import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parentCode, readCode } from '$lib/source/code';

test.for([
  { name: 'current SIPD sub kegiatan', text: '1.06.05.2.02.0003', kind: 'subkegiatan', kode: '1.06.05.2.02.0003' },
  { name: 'zero-padded level part', text: '1.06.04.02.01.0001', kind: 'subkegiatan', kode: '1.06.04.2.01.0001' },
  { name: 'two-digit leaf of 2021', text: '7.01.02.2.01.01', kind: 'subkegiatan', kode: '7.01.02.2.01.0001' },
  { name: 'kegiatan of a province', text: '1.06.04.1.01', kind: 'kegiatan', kode: '1.06.04.1.01' },
  { name: 'program', text: '1.06.04', kind: 'program', kode: '1.06.04' },
  { name: 'bidang urusan of unsur penunjang, not an account', text: '5.01', kind: 'bidang', kode: '5.01' },
  {
    name: 'account printed by SIPD with three and five digits',
    text: '5.1.02.01.001.00024',
    kind: 'akun',
    kode: '5.1.02.01.01.0024'
  },
  { name: 'unpadded account', text: '5.1.2.02.01.0066', kind: 'akun', kode: '5.1.02.02.01.0066' },
  { name: 'compact account', text: '510601010001', kind: 'akun', kode: '5.1.06.01.01.0001' },
  { name: 'compact account of level 3', text: '5106', kind: 'akun', kode: '5.1.06' },
  { name: 'SKPD', text: '2.16.2.20.2.21.01.0000', kind: 'skpd', kode: '2.16.2.20.2.21.01.0000' },
  {
    name: 'SKPD with blanks and a closing dot',
    text: ' 1.06.0.00.0.00.01.0000. ',
    kind: 'skpd',
    kode: '1.06.0.00.0.00.01.0000'
  },
  {
    name: 'sub kegiatan of unsur penunjang',
    text: '5.01.02.2.01.0001',
    kind: 'subkegiatan',
    kode: '5.01.02.2.01.0001'
  },
  { name: 'nomenclature that holds for every bidang', text: 'X.XX.01.2.01', kind: 'kegiatan', kode: 'X.XX.01.2.01' }
])('readCode: $name', ({ text, kind, kode }) => expect(readCode(text)).toMatchObject({ kind, kode }));

test.for(['#N/A', '', 'Jumlah', '1.2.3.4', '5.1.02.01.001.123456', '64.02.06', 'A.01'])(
  'readCode: "%s" is no code',
  (text) => expect(readCode(text)).toBeNull()
);

describe('parentCode', () => {
  test.for([
    ['1.06.04.2.01.0001', '1.06.04.2.01'],
    ['1.06.04.2.01', '1.06.04'],
    ['1.06.04', '1.06'],
    ['5.1.02.01.01.0024', '5.1.02.01.01'],
    ['5.1.02.01.01', '5.1.02.01'],
    ['1.06.0.00.0.00.01.0003', '1.06.0.00.0.00.01.0000'],
    ['1.06.0.00.0.00.01.0000', null],
    ['1', null]
  ] as const)('%s is below %s', ([kode, parent]) => expect(parentCode(kode)).toBe(parent));
});

test('readCode: normalising twice changes nothing, and padding never changes a value', () => {
  const part = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(
      fc.integer({ min: 4, max: 6 }),
      part(9),
      part(99),
      part(99),
      part(99),
      part(9999),
      (a, b, c, d, e, f) => {
        const loose = [a, b, c, d, e, f].join('.');
        const once = readCode(loose, 'akun')!.kode;
        expect(readCode(once, 'akun')!.kode).toBe(once);
        expect(once.split('.').map(Number)).toEqual([a, b, c, d, e, f]);
      }
    )
  );
});
