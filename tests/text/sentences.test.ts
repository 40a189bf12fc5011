import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bridgeTitle, unpaidSentence } from '$lib/text/bridge';
import {
  decisionSentence,
  exceptionReason,
  ruleNames,
  ruleSentence,
  type ExceptionFacts,
  type ExceptionRule
} from '$lib/text/exception';
import { figureText, rowCount } from '$lib/text/figure';
import { forecastMethodText, forecastSentence } from '$lib/text/forecast';
import { glossary } from '$lib/text/glossary';
import { monthChangeSentence, spikeSentence } from '$lib/text/month';
import { costPerUnit, outputSentence } from '$lib/text/output';
import { dataLabelText, pageNames, siteText } from '$lib/text/site';
import { plain, readable } from './readable';

const amount = fc.option(fc.double({ min: -1e12, max: 1e13, noNaN: true }));
const ratio = fc.option(fc.double({ min: -2, max: 3, noNaN: true }));
const history = { tahun: 2026, method: 'chain-ladder', reason: 'history', years: 3 } as const;

test.for([
  {
    name: 'a band',
    facts: { ...history, forecastRate: 0.9, lowRate: 0.84, highRate: 0.95 },
    id: 'Bila pola tiga tahun lalu berulang, tahun 2026 ditutup pada 84–95 % pagu.',
    en: 'If the pattern of the past three years repeats, 2026 closes at 84–95% of pagu.'
  },
  {
    name: 'a band without width',
    facts: { ...history, forecastRate: 0.9, lowRate: 0.9, highRate: 0.9 },
    id: 'Bila pola tiga tahun lalu berulang, tahun 2026 ditutup pada sekitar 90 % pagu.',
    en: 'If the pattern of the past three years repeats, 2026 closes at about 90% of pagu.'
  },
  {
    name: 'the cash plan, which has no band',
    facts: {
      ...history,
      method: 'cash-plan' as const,
      reason: 'no-history' as const,
      years: 0,
      forecastRate: 0.97,
      lowRate: null,
      highRate: null
    },
    id: 'Bila sisa rencana kas dijalankan, tahun 2026 ditutup pada sekitar 97 % pagu; rentangnya tidak dapat dihitung.',
    en: 'If the rest of the cash plan is carried out, 2026 closes at about 97% of pagu; its range cannot be worked out.'
  },
  {
    name: 'nothing to rest on',
    facts: {
      ...history,
      method: null,
      reason: 'no-history-no-plan' as const,
      forecastRate: null,
      lowRate: null,
      highRate: null
    },
    id: 'Perkiraan akhir tahun tidak ditampilkan: belum ada tahun lengkap maupun rencana kas sebagai dasar.',
    en: 'No year-end forecast is shown: there is neither a complete year nor a cash plan to rest on.'
  },
  {
    name: 'a closed year',
    facts: {
      ...history,
      method: 'complete' as const,
      reason: 'year-complete' as const,
      forecastRate: 0.926,
      lowRate: 0.926,
      highRate: 0.926
    },
    id: 'Tahun 2026 sudah ditutup pada 92,6 % pagu.',
    en: '2026 closed at 92.6% of pagu.'
  }
])('forecastSentence: $name', ({ facts, id, en }) => {
  const text = forecastSentence(facts);
  expect(plain(text.id)).toBe(id);
  expect(plain(text.en)).toBe(en);
});

test('forecastMethodText names the method and its error', () => {
  expect(plain(forecastMethodText('chain-ladder', 0.051).id)).toBe('perkiraan: chain ladder, galat uji mundur ±5,1 %');
  expect(forecastMethodText('cash-plan', null).en).toBe('forecast: following the cash plan, not yet backtested');
  expect(forecastMethodText(null, null).id).toBe('tanpa perkiraan');
});

const month = { bulan: 10, realisasi: 2.9e9, realizationRate: 0.613, paguChange: 0, gap: -0.067, gapBefore: -0.055 };
test.for([
  {
    name: 'spending, pagu unchanged, distance growing',
    facts: month,
    id: 'Realisasi Oktober bertambah Rp2,9 M menjadi 61,3 % pagu; pagu tetap; jarak ke rencana kas melebar 1,2 poin.',
    en: 'Realization rose by Rp2.9 bn in October to 61.3% of pagu; pagu is unchanged; the distance to the cash plan grew by 1.2 points.'
  },
  {
    name: 'a correction, pagu cut, sides changed',
    facts: { ...month, realisasi: -1e8, paguChange: -6.7e9, gap: 0.02, gapBefore: -0.01 },
    id: 'Realisasi Oktober berkurang Rp100 jt karena koreksi menjadi 61,3 % pagu; pagu turun Rp6,7 M; realisasi kini 2,0 poin di atas rencana kas.',
    en: 'Realization fell by Rp100 m in October after corrections to 61.3% of pagu; pagu fell by Rp6.7 bn; realization is now 2.0 points above the cash plan.'
  },
  {
    name: 'nothing spent, no plan',
    facts: { ...month, realisasi: 0, paguChange: null, gap: null, gapBefore: null },
    id: 'Tidak ada belanja selama Oktober.',
    en: 'Nothing was spent in October.'
  },
  {
    name: 'the month before is missing',
    facts: { ...month, realisasi: null, paguChange: null, gap: null, gapBefore: null },
    id: 'Belanja Oktober tidak diketahui karena data bulan itu atau bulan sebelumnya belum ada.',
    en: 'Spending in October is not known, since that month or the one before has no data.'
  }
])('monthChangeSentence: $name', ({ facts, id, en }) => {
  const text = monthChangeSentence(facts);
  expect(plain(text.id)).toBe(id);
  expect(plain(text.en)).toBe(en);
});

test.for([
  {
    name: 'a spike',
    facts: { tahun: 2025, decemberShare: 0.222, decemberMultiple: 3.15, lastQuarterShare: 0.43 },
    id: 'Desember 2025 menyerap 22 % belanja setahun, 3,2 kali rata-rata bulan lain; triwulan terakhir 43 %'
  },
  {
    name: 'a flat year',
    facts: { tahun: 2025, decemberShare: 1 / 12, decemberMultiple: 1, lastQuarterShare: 0.25 },
    id: 'Desember 2025 menyerap 8 % belanja setahun, sama dengan rata-rata bulan lain; triwulan terakhir 25 %'
  },
  {
    name: 'a month missing',
    facts: { tahun: 2025, decemberShare: null, decemberMultiple: null, lastQuarterShare: null },
    id: 'Lonjakan akhir tahun 2025 tidak dihitung: ada bulan yang belum ada datanya, atau tidak ada belanja'
  }
])('spikeSentence: $name', ({ facts, id }) => {
  expect(plain(spikeSentence(facts).id)).toBe(id);
  readable(spikeSentence(facts));
});

test.for([
  {
    name: 'cut, and some left',
    facts: { murni: 62.4e9, berlaku: 55.2e9, sisa: 10.6e9 },
    id: 'Dari pagu murni Rp62,4 M yang turun menjadi Rp55,2 M, Rp10,6 M masih bebas'
  },
  {
    name: 'one stage, nothing left',
    facts: { murni: 62.4e9, berlaku: 62.4e9, sisa: 0 },
    id: 'Dari pagu murni Rp62,4 M, tidak ada lagi yang bebas'
  },
  {
    name: 'more bound than there is',
    facts: { murni: 1e9, berlaku: null, sisa: -4e8 },
    id: 'Dari pagu murni Rp1,0 M, terikat Rp400 jt lebih banyak daripada yang ada'
  },
  {
    name: 'a step missing',
    facts: { murni: 1e9, berlaku: 1e9, sisa: null },
    id: 'Dari pagu ke sisa: sebagian langkah belum ada datanya'
  }
])('bridgeTitle: $name', ({ facts, id }) => {
  expect(plain(bridgeTitle(facts).id)).toBe(id);
  readable(bridgeTitle(facts));
});

test('unpaid obligations: both, one, none, unknown', () => {
  expect(plain(unpaidSentence({ utang: 1.2e9, kontrakSisa: 3e9 }).id)).toBe(
    'Di samping realisasi ada Rp1,2 M kewajiban yang belum dibayar dan Rp3,0 M nilai kontrak yang belum dibayar.'
  );
  expect(plain(unpaidSentence({ utang: null, kontrakSisa: 3e9 }).en)).toBe(
    'Beside realization there is Rp3.0 bn in contract value not yet paid.'
  );
  expect(unpaidSentence({ utang: 0, kontrakSisa: 0 }).id).toBe('Tidak ada kewajiban atau kontrak yang belum dibayar.');
  expect(unpaidSentence({ utang: null, kontrakSisa: null }).id).toContain('tidak diketahui');
});

const reasons: { facts: ExceptionFacts; id: string; en: string }[] = [
  {
    facts: { rule: 'behind-plan', realizationRate: 0.38, planRate: 0.7, months: 2 },
    id: '32,0 poin di bawah rencana kas, 2 bulan berturut-turut',
    en: '32.0 points below the cash plan, 2 months running'
  },
  {
    facts: { rule: 'behind-physical', realizationRate: 0.38, fisik: 0.74 },
    id: 'keuangan jauh di belakang fisik: 38,0 % berbanding 74,0 %',
    en: 'money far behind physical progress: 38.0% against 74.0%'
  },
  {
    facts: { rule: 'ahead-of-physical', realizationRate: 0.9999, fisik: 0.2 },
    id: 'keuangan jauh di depan fisik: 99,9 % berbanding 20,0 %',
    en: 'money far ahead of physical progress: 99.9% against 20.0%'
  },
  {
    facts: { rule: 'nothing-spent', bulan: 10, planned: 1.4e9 },
    id: 'belum ada realisasi sampai Oktober, rencana Rp1,4 M',
    en: 'nothing spent yet by October, Rp1.4 bn planned'
  },
  { facts: { rule: 'above-pagu', excess: 5e6 }, id: 'Rp5,0 jt di atas pagu', en: 'Rp5.0 m above pagu' },
  {
    facts: { rule: 'late-surge', share: 0.6 },
    id: 'menumpuk di akhir tahun: 60 % pagu tersisa',
    en: 'piling up at year-end: 60% of pagu is left'
  },
  {
    facts: { rule: 'negative-month', bulan: 7, rupiah: -2e6 },
    id: 'Juli minus Rp2,0 jt (koreksi)',
    en: 'July is minus Rp2.0 m (correction)'
  },
  { facts: { rule: 'blocked', rupiah: 3e8 }, id: 'Rp300 jt diblokir', en: 'Rp300 m is blocked' }
];
test.for(reasons)('exceptionReason: $facts.rule', ({ facts, id, en }) => {
  expect(plain(exceptionReason(facts).id)).toBe(id);
  expect(plain(exceptionReason(facts).en)).toBe(en);
});

test('every rule has its sentence, which carries the threshold the reader set', () => {
  for (const rule of Object.keys(ruleNames) as ExceptionRule[])
    readable(ruleSentence(rule, rule === 'nothing-spent' ? 6 : 0.1));
  expect(plain(ruleSentence('behind-plan', 0.15).id)).toContain('15 poin');
  expect(ruleSentence('nothing-spent', 6).en).toContain('June');
});

test('decision: who, what, by when; or that none is asked', () => {
  const text = decisionSentence({
    nama: 'Permakanan',
    rupiahAtRisk: 2.9e9,
    who: 'Bidang Rehabilitasi Sosial',
    action: 'contract',
    deadline: { id: '30 November 2026', en: '30 November 2026' }
  });
  expect(plain(text.id)).toBe(
    'Permakanan: Rp2,9 M berisiko tidak terpakai. Bidang Rehabilitasi Sosial perlu menandatangani kontrak yang tersisa paling lambat 30 November 2026.'
  );
  expect(decisionSentence(null).en).toContain('No decision is asked this month');
});

test.for([
  {
    name: 'achieved beside money',
    facts: { satuan: 'orang', target: 500, capaian: 412, realizationRate: 0.61, realisasi: 494.4e6 },
    id: '412 orang dari 500 (82 %); 61 % pagu terpakai; Rp1,2 jt per orang.'
  },
  {
    name: 'nothing achieved has no cost',
    facts: { satuan: 'paket', target: 10, capaian: 0, realizationRate: 0.2, realisasi: 1e6 },
    id: '0 paket dari 10 (0 %); 20 % pagu terpakai.'
  },
  {
    name: 'no target, no rate',
    facts: { satuan: 'unit', target: null, capaian: 3, realizationRate: null, realisasi: null },
    id: '3 unit, tanpa target; pemakaian pagu belum diketahui.'
  },
  {
    name: 'a target of zero gives no percentage',
    facts: { satuan: 'unit', target: 0, capaian: 3, realizationRate: 1, realisasi: null },
    id: '3 unit dari 0; 100 % pagu terpakai.'
  },
  {
    name: 'not reported',
    facts: { satuan: 'unit', target: 3, capaian: null, realizationRate: 0.5, realisasi: 1 },
    id: 'Capaian belum dilaporkan; 50 % pagu terpakai.'
  }
])('outputSentence: $name', ({ facts, id }) => {
  expect(plain(outputSentence(facts).id)).toBe(id);
  readable(outputSentence(facts));
});

test('cost per unit is unknown rather than infinite', () => {
  expect(costPerUnit(1e6, 0)).toBeNull();
  expect(costPerUnit(null, 5)).toBeNull();
  expect(costPerUnit(1e6, 5)).toBe(200_000);
});

test('every generator is readable for every value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), amount, amount, ratio, ratio, ratio, (bulan, a, b, x, y, z) => {
      readable(monthChangeSentence({ bulan, realisasi: a, realizationRate: x, paguChange: b, gap: y, gapBefore: z }));
      readable(spikeSentence({ tahun: 2025, decemberShare: x, decemberMultiple: y, lastQuarterShare: z }));
      readable(bridgeTitle({ murni: a, berlaku: b, sisa: a === null || b === null ? null : a - b }));
      readable(unpaidSentence({ utang: a, kontrakSisa: b }));
      readable(forecastSentence({ ...history, forecastRate: x, lowRate: y, highRate: z }));
      readable(outputSentence({ satuan: 'orang', target: a, capaian: b, realizationRate: x, realisasi: a }));
    })
  );
});

test('fixed words exist in both languages and differ where they are sentences', () => {
  const all = [
    ...Object.values(siteText),
    ...Object.values(pageNames),
    ...Object.values(figureText),
    ...Object.values(glossary).flatMap(({ name, meaning }) => [name, meaning])
  ];
  for (const text of all) readable(text);
  for (const { meaning } of Object.values(glossary)) expect(meaning.id).not.toBe(meaning.en);
});

test('the data label leaves out what is not known', () => {
  const tahap = { id: 'APBD Perubahan 2026', en: 'Revised budget 2026' };
  expect(plain(dataLabelText({ contoh: true, perTanggal: '2026-10-31', tahap, basis: 'SP2D' }).id)).toBe(
    '31 Oktober 2026 · APBD Perubahan 2026 · SP2D'
  );
  expect(dataLabelText({ contoh: false, perTanggal: null, tahap }).en).toBe('Revised budget 2026');
  expect(dataLabelText({ contoh: true, perTanggal: null, tahap: null }).id).toBe('');
  expect(rowCount(1, 1).en).toBe('1 row');
  expect(rowCount(3, 1200).id).toBe('3 dari 1.200 baris');
});
