import { describe, expect, test } from 'vitest';
import type { Shock } from '$lib/model/cuts/scenario';
import { presetText, type PresetFacts } from '$lib/text/cutPresets';
import { readableCut } from './cutSupport';
import { plain } from './readable';

const fall = (nilai: number): Shock => ({ jenis: 'persen', nilai });
const lastYear: NonNullable<PresetFacts['lastYear']> = {
  ...{ sumber: 'DJPK', from: 2025, to: 2026, rate: -0.31, shocks: { DAU: fall(0.2), DBH: fall(0.4) } },
  parts: [
    { komponen: 'dau', rate: -0.2 },
    { komponen: 'dbh', rate: -0.4 },
    { komponen: 'dak', rate: null }
  ]
};
const news: PresetFacts['news'][number] = {
  ...{ ukuran: 'dbh', to: 2026, change: -2_000_000_000_000, rate: -0.5, sumber: 'Kompas', perTanggal: '2025-10-02' },
  ...{ catatan: 'rencana', catatanEn: 'planned', shocks: { DBH: fall(0.5) } }
};
/** Earmarked sources stay where all of TKD falls. */
const kept = { DAK: fall(0) };
const none: PresetFacts = { lastYear: null, news: [], share: null };

function offers(facts: Partial<PresetFacts>) {
  const [id, en] = (['id', 'en'] as const).map((language) => presetText({ ...none, ...facts }, kept, language)) as [
    ReturnType<typeof presetText>,
    ReturnType<typeof presetText>
  ];
  expect(en.map(({ key }) => key)).toEqual(id.map(({ key }) => key));
  id.forEach((one, at) => {
    readableCut({ id: one.label, en: en[at]!.label });
    readableCut({ id: one.title, en: en[at]!.title });
  });
  return id.map((one) => ({ ...one, label: plain(one.label), title: plain(one.title) }));
}

test('nothing known: nothing offered', () => expect(offers({})).toEqual([]));

test('last year says the fall of all transfers, and by component in its title', () => {
  expect(offers({ lastYear })).toEqual([
    {
      ...{ key: 'tahun-lalu', label: 'Seperti 2025–2026: TKD −31 %', shocks: lastYear.shocks, bagian: null },
      title: 'DJPK: DAU −20 %, DBH −40 %'
    }
  ]);
});

test('a rise has its sign', () => {
  const rose = { ...lastYear, rate: 0.08, parts: [{ komponen: 'dau', rate: 0.08 }], shocks: { DAU: fall(-0.08) } };
  expect(offers({ lastYear: rose })[0]).toMatchObject({
    label: 'Seperti 2025–2026: TKD +8 %',
    title: 'DJPK: DAU +8 %'
  });
});

test('a year whose total has no rate is offered without one', () =>
  expect(offers({ lastYear: { ...lastYear, rate: null } })[0]!.label).toBe('Seperti 2025–2026'));

test('a year that touches no source of the agency is not offered', () =>
  expect(offers({ lastYear: { ...lastYear, shocks: {} } })).toEqual([]));

describe('news', () => {
  test('a rate is a share of each source it is about', () =>
    expect(offers({ news: [news] })).toEqual([
      {
        ...{ key: 'berita-0', label: 'Berita: DBH −50 %', shocks: { DBH: fall(0.5) }, bagian: null },
        title: 'Kompas. 2025-10-02. rencana'
      }
    ]));
  const inRupiah = { ...news, ukuran: 'tkd', rate: null, shocks: {}, perTanggal: null, catatan: null, catatanEn: null };
  test('rupiah are the regency’s and come with the agency’s share', () =>
    expect(offers({ news: [inRupiah], share: { bagian: 0.02 } })).toEqual([
      {
        ...{ key: 'berita-0', label: 'Berita: TKD −Rp2,0 T', title: 'Kompas', bagian: 0.02 },
        shocks: { DAK: fall(0), TKD: { jenis: 'rupiah', nilai: 2_000_000_000_000 } }
      }
    ]));
  test.for([
    { name: 'rupiah without a known share', facts: { news: [inRupiah] } },
    {
      name: 'rupiah of a part of TKD only',
      facts: { news: [{ ...inRupiah, ukuran: 'dbh' }], share: { bagian: 0.02 } }
    },
    { name: 'a rate that touches no source of the agency', facts: { news: [{ ...news, shocks: {} }] } },
    { name: 'a measure without a name', facts: { news: [{ ...news, ukuran: 'lain' }] } }
  ])('$name is not offered', ({ facts }) => expect(offers(facts)).toEqual([]));
  test('several are offered in their order, each with a key of its own', () =>
    expect(offers({ lastYear, news: [news, { ...news, rate: -0.1 }] }).map(({ key }) => key)).toEqual([
      'tahun-lalu',
      'berita-0',
      'berita-1'
    ]));
});
