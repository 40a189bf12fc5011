import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Method, RuleName } from '$lib/model/cuts/scenario';
import { defaultRules } from '$lib/model/cuts/scenario';
import {
  basisText,
  certaintyHeadline,
  certaintyLabels,
  certaintyParagraph,
  fallName,
  progressText,
  regretCost,
  regretHeadline,
  regretNote,
  shortText,
  tornadoHeadline,
  tornadoText
} from '$lib/text/cutCertainty';
import { perDrawParagraph, rhoTexts } from '$lib/text/cutDraws';
import { conflictLabels, conflictName, conflictText, lowerText, priceText, releaseText } from '$lib/text/cutConflict';
import { onAsking } from '$lib/text/cutOnAsking';
import { plain, readable } from './readable';

describe('how likely it is that the money cannot be found', () => {
  test.for([
    { notEnough: 0, id: 'Pada semua undian, penurunan masih tertutup oleh Rp27,6 M yang boleh dipotong' },
    { notEnough: 0.0002, id: 'Kemungkinan kurang dari 0,1 % penurunan melebihi Rp27,6 M yang boleh dipotong' },
    { notEnough: 0.004, id: 'Kemungkinan 0,4 % penurunan melebihi Rp27,6 M yang boleh dipotong' },
    { notEnough: 0.23, id: 'Kemungkinan 23 % penurunan melebihi Rp27,6 M yang boleh dipotong' },
    { notEnough: 0.9999, id: 'Kemungkinan lebih dari 99,9 % penurunan melebihi Rp27,6 M yang boleh dipotong' },
    { notEnough: 1, id: 'Kemungkinan 100 % penurunan melebihi Rp27,6 M yang boleh dipotong' }
  ])('$notEnough', ({ notEnough, id }) => {
    const text = certaintyHeadline({ notEnough, most: 27_557_165_000 });
    readable(text);
    expect(plain(text.id)).toBe(id);
  });

  test('a chance that is neither none nor all never prints as 0 or 100 %', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (notEnough) => {
        const said = plain(certaintyHeadline({ notEnough, most: 1e9 }).id);
        expect(said).not.toMatch(/Kemungkinan (0|0,0|100|100,0) %/);
      })
    );
  });
});

describe('the draws in plain words', () => {
  const fall = { p5: 8e9, p50: 11e9, p95: 15e9, draws: 10_000, rho: 0.5 };
  test.for([
    { lost: { p5: 10.4, p50: 200, p95: 900 }, says: 'antara 10 dan 900 penerima; tengahnya 200.' },
    {
      lost: { p5: 10, p50: 200, p95: null },
      says: 'paling sedikit 10 penerima, tengahnya 200; pada P95 dana tidak tertutup.'
    },
    { lost: { p5: 10, p50: null, p95: null }, says: 'Pada separuh undian atau lebih dana tidak tertutup' },
    { lost: { p5: null, p50: null, p95: null }, says: 'Pada separuh undian atau lebih dana tidak tertutup' }
  ])('$says', ({ lost, says }) => {
    const text = certaintyParagraph({
      ...{ fall, most: 9e9, notEnough: 0.1, solved: 11, lost: { ...lost, infeasible: 0.1 } }
    });
    readable(text);
    expect(plain(text.id)).toContain(says);
    expect(plain(text.id)).toContain(
      '10.000 undian dengan benih tetap dan korelasi 0,5; rencana dihitung pada 11 besar'
    );
    expect(plain(text.en)).toContain('10,000 draws with a fixed seed and a correlation of 0.5');
  });
});

describe('the tornado', () => {
  test('a source is named with the ends of its fall, a rise as a rise', () => {
    const text = tornadoText('sumber:1.2', { nama: 'DAU', low: -0.05, high: 0.45 });
    expect([text.name, text.low, text.high].map(({ id }) => plain(id))).toEqual(['DAU', 'naik 5 %', 'turun 45 %']);
    expect(tornadoText('sumber:1.2', { nama: 'DAU', low: 0, high: 0.1 }).low.id).toBe('tetap');
  });

  test.for(['bagian', 'harga', 'penerima', 'bobot', 'siapa'])('%s has a name and both ends in words', (name) => {
    const { name: title, low, high } = tornadoText(name, null);
    [title, low, high].forEach(readable);
    expect(title.id).not.toBe(name);
  });

  test.for([
    { swing: 1200, id: 'Yang paling menentukan: DAU (selisih 1.200 penerima)' },
    { swing: 0, id: 'Tidak ada dari yang diuji mengubah banyaknya yang kehilangan' },
    { swing: null, id: 'DAU: pada salah satu ujungnya dana tidak tertutup' }
  ])('headline: $id', ({ swing, id }) => {
    const text = tornadoHeadline({ id: 'DAU', en: 'DAU' }, swing);
    readable(text);
    expect(plain(text.id)).toBe(id);
  });
});

describe('regret', () => {
  test('names the plan and what it was made for; without one it says so', () => {
    const text = regretHeadline([{ method: 'terbaik', madeFor: 'p95' }]);
    expect(text.id).toBe('Paling sedikit menyesal: “Paling sedikit dampak” yang disiapkan untuk penurunan besar');
    readable(regretHeadline([]));
    const methods: Method[] = ['terbaik', 'sebanding', 'rata_pagu', 'prioritas', 'templat', 'tangan'];
    for (const method of methods)
      for (const madeFor of ['p5', 'skenario', 'p95'] as const) readable(regretHeadline([{ method, madeFor }]));
  });

  test('a plan that is short says of how much; where nothing can be found there is a dash', () => {
    expect(plain(shortText(2_500_000_000, false).id)).toBe('kurang Rp2,5 M');
    expect(shortText(2_500_000_000, true).id).toBe('–');
  });

  test('what the plan costs in vain is said where it costs anything', () => {
    readable(regretCost(2294)!);
    expect(regretCost(2294)!.id).toContain('2.294 penerima kehilangan tanpa perlu');
    expect([regretCost(0), regretCost(-3), regretCost(null)]).toEqual([null, null, null]);
  });

  test('falls and units are named', () => {
    expect(plain(fallName('p95', 15e9).id)).toBe('turun banyak (P95): Rp15,0 M');
    for (const name of ['p5', 'skenario', 'p95'] as const) readable(fallName(name, 0));
    readable(regretNote('bulan'));
    expect(regretNote('rupiah').id).toContain('rupiah bantuan');
  });
});

describe('a request that cannot be met', () => {
  test.for([
    { rules: [], says: 'Tidak ada aturan yang menahannya: uangnya memang tidak ada lagi.' },
    { rules: ['batas'], says: 'Yang menahannya satu aturan:' },
    {
      rules: ['batas', 'tak_terukur'],
      says: 'Yang menahannya 2 aturan bersama-sama:'
    }
  ] as const)('$rules', ({ rules, says }) => {
    const text = conflictText({ rules: [...rules], asked: 37_027_462_000, foundInAll: 27_557_165_000 });
    readable(text);
    expect(plain(text.id)).toBe(`Dari Rp37,0 M yang diminta, paling banyak Rp27,6 M dapat ditutup. ${says}`);
  });

  test('a release says whether it is enough', () => {
    expect(releaseText(0).id).toBe('melepaskan ini saja sudah cukup');
    expect(plain(releaseText(2e9).id)).toBe('bila ini dilepaskan masih kurang Rp2,0 M');
  });

  test('every part of a conflict has a name', () => {
    for (const one of [...(Object.keys(defaultRules) as RuleName[]), 'kunci', 'tangan', 'tak_terukur'] as const)
      readable(conflictName(one));
  });

  test('the lower fall is a percent where one percent says it, else rupiah', () => {
    const percent = lowerText(
      { shocks: { TKD: { jenis: 'persen', nilai: 0.7442 }, DAK: { jenis: 'persen', nilai: 0 } } },
      1
    );
    expect(plain(percent.id)).toBe('Turunkan menjadi 74,42 %');
    const rupiah = lowerText({ shocks: { DAU: { jenis: 'rupiah', nilai: 27e9 } } }, 27e9);
    expect(plain(rupiah.id)).toBe('Turunkan menjadi Rp27,0 M');
  });
});

describe('draws with earmarked money, solved one by one', () => {
  const lost = { p5: 10.4, p50: 20, p95: 35, infeasible: 0 };
  test.for([
    {
      name: 'all are met',
      notMet: 0,
      lost,
      says: /Pada semuanya dana tertutup\. Yang kehilangan bantuan antara 10 dan 35 penerima; tengahnya 20\.$/
    },
    {
      name: 'some are not',
      notMet: 0.25,
      lost: { ...lost, p95: null },
      says: /Pada 10 dari 40 undian dana tidak tertutup\. Yang kehilangan bantuan paling sedikit 10 penerima, tengahnya 20\.$/
    },
    {
      name: 'none is',
      notMet: 1,
      lost: { p5: null, p50: null, p95: null, infeasible: 1 },
      says: /dihitung sendiri\. Pada semuanya dana tidak tertutup\.$/
    }
  ])('$name', ({ notMet, lost, says }) => {
    const text = perDrawParagraph({ draws: 40, notMet, lost });
    readable(text);
    expect(plain(text.id)).toMatch(says);
  });
});

describe('the price of a rule', () => {
  const price = { rule: 'data', relaxed: 'off', months: 1141.1, rupiah: 342e6, found: 0 } as const;
  test.for([
    { ...price, id: 'tanpa aturan ini, 1.141 bulan bantuan atau Rp342 jt bantuan tidak perlu hilang.' },
    { ...price, months: 0, rupiah: 0.2, id: 'tidak ada pada skenario ini.' },
    { ...price, months: -1e-9, rupiah: 0, id: 'tidak ada pada skenario ini.' },
    { ...price, months: null, rupiah: null, found: 2e9, id: 'tanpa aturan ini, Rp2,0 M lebih banyak dapat ditutup.' },
    { ...price, months: null, rupiah: null, id: 'tanpa aturan ini, yang belum tertutup tidak berkurang.' }
  ])('$id', ({ id, ...facts }) => {
    const text = priceText(facts);
    readable(text);
    expect(plain(text.id)).toBe(id);
  });

  test.for([
    { rule: 'batas', step: 0.05, says: 'bila batas naik 5 % dari pagu' },
    { rule: 'spm', step: -0.05, says: 'bila bagian yang disisakan turun 5 % dari pagu' },
    { rule: 'minimum', step: -0.05, says: 'bila bagian yang disisakan turun 5 % dari pagu' },
    { rule: 'kecamatan', step: 0.05, says: 'bila batasnya naik 0,05 kali' }
  ] as const)('a rule with a setting is relaxed by a step: $rule', ({ rule, step, says }) => {
    const text = priceText({ ...price, rule, relaxed: { step } });
    readable(text);
    expect(plain(text.id)).toContain(says);
  });
});

test('every label reads as a sentence of the site', () => {
  for (const labels of [certaintyLabels, conflictLabels, onAsking]) Object.values(labels).forEach(readableLabel);
  rhoTexts.forEach(({ text }) => readable(text));
  (['sejarah', 'asumsi', 'sendiri'] as const).forEach((basis) => readable(basisText(basis, 6)));
  readable(progressText(3, 28));
});

/** Two letters are enough for a heading such as P5. */
function readableLabel(text: { id: string; en: string }): void {
  if (text.id.length > 2) readable(text);
}
