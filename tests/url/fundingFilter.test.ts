import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatFundingFilter,
  isDefaultFunding,
  noFundingFilter,
  parseFundingFilter,
  type FundingFilter
} from '$lib/url/fundingFilter';

test.for([
  { name: 'nothing asked', search: '', filter: {}, problems: 0 },
  {
    name: 'everything asked',
    search: '?sumber=LRA%20daerah~apbd~murni&ukuran=anggaran&harga=riil&per=kapita&tahunDasar=2023',
    filter: { sumber: 'LRA daerah~apbd~murni', ukuran: 'anggaran', harga: 'riil', per: 'kapita', tahunDasar: 2023 },
    problems: 0
  },
  { name: 'defaults spelt out', search: '?ukuran=realisasi&harga=nominal&per=total', filter: {}, problems: 0 },
  {
    name: 'words that are none',
    search: '?ukuran=rencana&harga=murah&per=kepala&tahunDasar=dulu',
    filter: {},
    problems: 4
  },
  { name: 'a source with markup', search: '?sumber=<script>', filter: {}, problems: 1 },
  { name: 'an empty value is no value', search: '?sumber=&tahunDasar=', filter: {}, problems: 0 }
] as { name: string; search: string; filter: Partial<FundingFilter>; problems: number }[])(
  'parse: $name',
  ({ search, filter, problems }) => {
    const found = parseFundingFilter(new URLSearchParams(search));
    expect(found.filter).toEqual({ ...noFundingFilter, ...filter });
    expect(found.problems).toHaveLength(problems);
  }
);

test('a problem names the value and gives an example, in both languages', () => {
  const [problem] = parseFundingFilter(new URLSearchParams('?harga=murah')).problems;
  expect(problem!.id).toContain('harga "murah"');
  expect(problem!.id).toContain('harga=riil');
  expect(problem!.en).toContain('harga "murah"');
});

test('what is written is read back, and defaults leave the address empty', () => {
  const filters = fc.record({
    sumber: fc.constantFrom(null, 'DJPK APBD~apbd', 'LRA daerah~apbd~pergeseran-2'),
    ukuran: fc.constantFrom('realisasi' as const, 'anggaran' as const),
    harga: fc.constantFrom('nominal' as const, 'riil' as const),
    per: fc.constantFrom('total' as const, 'kapita' as const),
    tahunDasar: fc.option(fc.integer({ min: 2000, max: 2099 }))
  });
  fc.assert(
    fc.property(filters, (filter) => {
      const search = formatFundingFilter(filter);
      expect(parseFundingFilter(new URLSearchParams(search))).toEqual({ filter, problems: [] });
      expect(isDefaultFunding(filter)).toBe(search === '');
    })
  );
  expect(formatFundingFilter(noFundingFilter, { lang: null })).toBe('');
});
