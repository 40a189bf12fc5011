import { expect, test } from 'vitest';
import { meantRegion, searchRegions, type RegionName } from '$lib/ui/regionSearch';

const regions: RegionName[] = [
  ['64.02.02', 'Loa Kulu', null],
  ['64.02.02.2004', 'Loa Kulu Kota', 'Loa Kulu'],
  ['64.02.02.2005', 'Loh Sumber', 'Loa Kulu'],
  ['64.02.02.2014', 'Sumber Sari', 'Loa Kulu'],
  ['64.02.07.2007', 'Sumber Sari', 'Sebulu'],
  ['64.02.15.1003', 'Sanga-Sanga Dalam', 'Sanga Sanga'],
  ['64.02.15', 'Sanga Sanga', null],
  ['64.02.19.2004', 'Kota Bangun I', 'Kota Bangun Darat'],
  ['64.02.19.2005', 'Kota Bangun II', 'Kota Bangun Darat']
];
const codes = (search: string) => searchRegions(regions, search).map(([kode]) => kode);

test.for([
  {
    name: 'a repeated name gives each, by kecamatan',
    search: 'sumber sari',
    expected: ['64.02.02.2014', '64.02.07.2007']
  },
  { name: 'a name with its kecamatan', search: 'Sumber Sari Sebulu', expected: ['64.02.07.2007'] },
  {
    name: 'names that begin so come before names that hold it',
    search: 'sumber',
    expected: ['64.02.02.2014', '64.02.07.2007', '64.02.02.2005']
  },
  { name: 'without spaces or hyphens', search: 'sangasanga', expected: ['64.02.15', '64.02.15.1003'] },
  { name: 'a code', search: '64.02.07.2007', expected: ['64.02.07.2007'] },
  { name: 'nothing typed', search: '  ', expected: [] },
  { name: 'signs only', search: '?!', expected: [] },
  { name: 'no such name', search: 'Jakarta', expected: [] }
])('searchRegions: $name', ({ search, expected }) => expect(codes(search)).toEqual(expected));

test.for([
  { name: 'a name that repeats must be chosen by kecamatan', search: 'sumber sari', expected: null },
  { name: 'the exact name, though longer ones begin with it', search: 'kota bangun i', expected: '64.02.19.2004' },
  { name: 'the only one found', search: 'loh', expected: '64.02.02.2005' },
  { name: 'several that only look alike', search: 'sumber', expected: null },
  { name: 'none', search: 'x', expected: null }
])('meantRegion: $name', ({ search, expected }) => expect(meantRegion(regions, search)?.[0] ?? null).toBe(expected));
