import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LineRole } from '$lib/model/cuts/line';
import type { Bound } from '$lib/model/cuts/problem';
import type { ApprovalRoute } from '$lib/model/cuts/route';
import type { Method } from '$lib/model/cuts/scenario';
import { cutLabels } from '$lib/text/cutLabels';
import {
  boundText,
  cutHeadline,
  cutParagraph,
  losersText,
  methodName,
  reasonText,
  routeTexts,
  shockText,
  type ReasonFacts
} from '$lib/text/cutSentences';
import { anyFacts, both, facts, readableCut, scenario } from './cutSupport';

type Losers = Parameters<typeof losersText>[0];
const losers = (keluarga: number, orang: number): Losers => ({
  lost: keluarga + orang,
  lostByUnit: { keluarga, orang }
});

test.for([
  { name: 'nobody', of: losers(0, 0), said: ['tidak ada', 'nobody'] },
  { name: 'one family', of: losers(1, 0), said: ['1 keluarga', '1 family'] },
  { name: 'one person', of: losers(0, 1), said: ['1 orang', '1 person'] },
  { name: 'many families', of: losers(1902, 0), said: ['1.902 keluarga', '1,902 families'] },
  { name: 'both units', of: losers(1902, 12), said: ['1.902 keluarga dan 12 orang', '1,902 families and 12 people'] }
])('who loses: $name', ({ of, said }) => expect(both(losersText(of))).toEqual(said));

describe('what happens', () => {
  const tkd = (nilai: number, others = {}) => scenario({ shocks: { TKD: { jenis: 'persen', nilai }, ...others } });
  const still = { DAK: { jenis: 'persen', nilai: 0 } } as const;
  test.for([
    {
      name: 'free transfers',
      of: tkd(0.3, still),
      demand: 7e9,
      said: ['TKD bebas turun 30 %', 'free transfers fall by 30%']
    },
    { name: 'all transfers', of: tkd(0.3), demand: 7e9, said: ['TKD turun 30 %', 'transfers fall by 30%'] },
    { name: 'a part of a percent', of: tkd(0.285), demand: 7e9, said: ['TKD turun 28,5 %', 'transfers fall by 28.5%'] },
    {
      name: 'sources of their own',
      of: tkd(0.3, { DAU: { jenis: 'rupiah', nilai: 1e9 } }),
      demand: 7_100_000_000,
      said: ['Dana turun Rp7,1 M', 'money falls by Rp7.1 bn']
    },
    { name: 'a rise', of: tkd(-0.1), demand: 0, said: ['Dana tidak turun', 'no money is lost'] },
    { name: 'nothing', of: tkd(0), demand: 0, said: ['Dana tidak turun', 'no money is lost'] },
    {
      name: 'a rise of one source beside a fall of others',
      of: tkd(0.3, { DAU: { jenis: 'persen', nilai: -0.2 } }),
      demand: 7_100_000_000,
      said: ['Dana turun Rp7,1 M', 'money falls by Rp7.1 bn']
    }
  ])('$name', ({ of, demand, said }) => expect(both(shockText({ scenario: of, demand }))).toEqual(said));
});

describe('the headline', () => {
  const nobody = { lost: 0, lostByUnit: { keluarga: 0, orang: 0 }, poorest: 0 };
  const one = { lost: 1, lostByUnit: { keluarga: 1, orang: 0 }, poorest: 0 };
  test.for([
    {
      name: 'many lose',
      of: facts(),
      said: [
        'TKD bebas turun 30 %: 1.902 keluarga kehilangan bantuan',
        'Free transfers fall by 30%: 1,902 families lose aid'
      ]
    },
    {
      name: 'one loses',
      of: facts({ effect: one }),
      said: ['TKD bebas turun 30 %: 1 keluarga kehilangan bantuan', 'Free transfers fall by 30%: 1 family loses aid']
    },
    {
      name: 'nobody loses',
      of: facts({ effect: nobody }),
      said: ['TKD bebas turun 30 %: tidak ada yang kehilangan bantuan', 'Free transfers fall by 30%: nobody loses aid']
    },
    {
      name: 'what is not found comes before who loses',
      of: facts({ unmet: 1_300_000_000 }),
      said: ['TKD bebas turun 30 %: Rp1,3 M belum tertutup', 'Free transfers fall by 30%: Rp1.3 bn not yet found']
    },
    {
      name: 'a source that rises',
      of: facts({
        scenario: scenario({ shocks: { TKD: { jenis: 'persen', nilai: -0.1 } } }),
        demand: 0,
        effect: nobody
      }),
      said: ['Dana tidak turun: tidak ada yang perlu dipotong', 'No money is lost: nothing has to be cut']
    }
  ])('$name', ({ of, said }) => expect(both(cutHeadline(of))).toEqual(said));
});

describe('the paragraph', () => {
  const said = (of: Parameters<typeof cutParagraph>[0]) => both(cutParagraph(of))[0];
  test('says what is found, from what, who loses, and how cutting alike compares', () =>
    expect(both(cutParagraph(facts({ inProportion: 2400 })))).toEqual([
      'Mulai Januari 2026 perlu ditutup Rp7,1 M. Paling sedikit dampak: Rp2,0 M dipotong dari bantuan langsung dan Rp5,1 M dari perkantoran dan penyaluran. Yang kehilangan bantuan sampai akhir tahun setara 1.902 keluarga; 431 di antaranya desil 1–4. Bila dipotong sebanding, 2.400 penerima kehilangan.',
      'From January 2026 on, Rp7.1 bn has to be found. Least harm: Rp2.0 bn is cut from the aid itself and Rp5.1 bn from the office and delivery. As many as 1,902 families would go without aid to the end of the year; 431 of them in desil 1–4. Cut in proportion, 2,400 recipients would lose.'
    ]));
  test('is silent about cutting alike where that is no worse', () => {
    expect(said(facts({ inProportion: 1902 }))).not.toContain('sebanding');
    expect(said(facts({ inProportion: 2400 }))).toContain('sebanding');
  });
  test('one recipient more when cut alike is one recipient', () =>
    expect(both(cutParagraph(facts({ inProportion: 1, effect: { lost: 0 } })))[1]).toContain(
      '1 recipient would lose.'
    ));
  test('says what is not found and what nobody measured, only where there is any', () => {
    const all = said(facts({ unmet: 1_300_000_000, effect: { unmeasured: 50_000_000 } }));
    expect(all).toContain('Dengan aturan yang menyala Rp1,3 M belum tertutup.');
    expect(all).toContain('Sebanyak Rp50,0 jt dipotong dari baris yang dampaknya tidak terukur.');
    expect(said(facts())).not.toMatch(/belum tertutup|tidak terukur/);
  });
  test('nothing falls: nothing is cut', () =>
    expect(said(facts({ demand: 0 }))).toBe('Tidak ada dana yang turun, sehingga rencana ini tidak memotong apa pun.'));
  test('is the same for the same scenario', () => expect(cutParagraph(facts())).toEqual(cutParagraph(facts())));
});

test('headline and paragraph are readable for any plan, and never say that somebody loses where nobody does', () =>
  fc.assert(
    fc.property(anyFacts, (of) => {
      for (const text of [shockText(of), cutHeadline(of), cutParagraph(of)]) readableCut(text);
      const headline = both(cutHeadline(of));
      if (of.demand > 0 && of.unmet === 0 && of.effect.lost === 0) expect(headline[1]).toMatch(/nobody loses aid$/);
      if (of.demand > 0 && of.unmet > 0) expect(headline[1]).toMatch(/not yet found$/);
      expect(headline[0]).not.toMatch(/TKD.*turun −/);
    })
  ));

describe('the reason beside a line', () => {
  const line = (given: Partial<ReasonFacts>): ReasonFacts => ({
    ...{ role: 'umum', bound: null, room: 100, unknown: false, fixed: null },
    ...given
  });
  test.for([
    { name: 'set by hand', of: line({ fixed: 40 }), cut: 40, said: 'ditentukan sendiri' },
    { name: 'set by hand to nothing', of: line({ fixed: 0 }), cut: 0, said: 'ditentukan sendiri' },
    { name: 'protected whole', of: line({ room: 0, bound: 'spm' }), cut: 0, said: 'pelayanan minimal (SPM)' },
    { name: 'could be cut, need not be', of: line({ room: 50, bound: 'batas' }), cut: 0, said: 'tidak perlu dipotong' },
    { name: 'cut in part', of: line({ room: 50, bound: 'batas' }), cut: 20, said: 'perkantoran' },
    {
      name: 'cut as far as it may be',
      of: line({ room: 50, bound: 'batas' }),
      cut: 50,
      said: 'perkantoran; selebihnya batas rekening'
    },
    { name: 'cut altogether', of: line({ role: 'langsung' }), cut: 100, said: 'bantuan langsung' },
    {
      name: 'nobody measured, and allowed',
      of: line({ role: 'langsung', unknown: true }),
      cut: 10,
      said: 'diizinkan; dampak tidak terukur'
    }
  ])('$name', ({ of, cut, said }) => expect(both(reasonText(of, cut))[0]).toBe(said));

  test('every bound, role, method and route has words', () => {
    const bounds: Record<Parameters<typeof boundText>[0], true> = {
      ...{ terpakai: true, komitmen: true, spm: true, akun: true, data: true, batas: true, kunci: true },
      ...{ tak_terukur: true, penunjang: true, minimum: true, tangan: true, habis: true, satuan: true },
      ...{ pembulatan: true, negatif: true }
    };
    const roles: Record<LineRole, true> = { langsung: true, penunjang: true, data: true, umum: true };
    for (const bound of Object.keys(bounds)) {
      readableCut(boundText(bound as keyof typeof bounds));
      for (const role of Object.keys(roles) as LineRole[])
        for (const cut of [0, 50, 100]) readableCut(reasonText(line({ role, bound: bound as Bound, room: 50 }), cut));
    }
    const methods: Record<Method, true> = {
      ...{ sebanding: true, rata_pagu: true, prioritas: true, templat: true, terbaik: true, tangan: true }
    };
    for (const method of Object.keys(methods)) readableCut(methodName(method as Method));
    const routes: Record<ApprovalRoute, true> = { rincian_objek: true, objek: true, jenis: true };
    for (const route of Object.keys(routes) as ApprovalRoute[]) {
      readableCut(routeTexts[route]);
      expect(routeTexts[route].id).toMatch(/perlu dicek TAPD$/);
    }
  });
});

test('no label of the page uses a word that blames or counts people as damage', () => {
  for (const [name, text] of Object.entries(cutLabels)) {
    expect(text.id, name).not.toMatch(/bocor|salah sasaran|kerugian|korban/i);
    expect(text.en, name).not.toMatch(/victim|leak/i);
    expect([text.id.length > 0, text.en.length > 0], name).toEqual([true, true]);
  }
});
