import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultThresholds, rules, type Finding } from '$lib/model/exceptionRules';
import type { Action } from '$lib/model/exceptions';
import type { ForecastMethod, ForecastReason } from '$lib/model/forecast';
import type { RiskExclusion } from '$lib/model/rupiahAtRisk';
import { bridgeStepNames, bridgeTitle, unpaidSentence } from '$lib/text/bridge';
import { credibilitySentence } from '$lib/text/credibility';
import { decisionRule, decisionSentence, type ActionName } from '$lib/text/decision';
import {
  exceptionReason,
  exclusionNames,
  riskDefinition,
  ruleNames,
  ruleSentence,
  type ExceptionFacts,
  type ExceptionRule
} from '$lib/text/exception';
import { figureText, rowCount } from '$lib/text/figure';
import { forecastMethodText, forecastSentence, type MethodName, type ReasonName } from '$lib/text/forecast';
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
    id: 'Perkiraan akhir tahun tidak ditampilkan: belum ada tahun lengkap maupun rencana kas sampai Desember sebagai dasar.',
    en: 'No year-end forecast is shown: there is neither a complete year nor a cash plan up to December to rest on.'
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
    facts: { tahun: 2025, decemberMultiple: 3.15, q4Share: 0.432 },
    id: 'Oktober–Desember menyerap 43 % belanja 2025; Desember 3,2 kali rata-rata bulan lain'
  },
  {
    name: 'a flat year',
    facts: { tahun: 2025, decemberMultiple: 1, q4Share: 0.25 },
    id: 'Oktober–Desember menyerap 25 % belanja 2025; Desember setara rata-rata bulan lain'
  },
  {
    name: 'nothing before December',
    facts: { tahun: 2025, decemberMultiple: null, q4Share: 1 },
    id: 'Oktober–Desember menyerap 100 % belanja 2025'
  },
  {
    name: 'a month missing',
    facts: { tahun: 2025, decemberMultiple: null, q4Share: null },
    id: 'Lonjakan akhir tahun 2025 tidak dihitung: ada bulan tanpa data, atau tidak ada belanja'
  }
])('spikeSentence: $name', ({ facts, id }) => {
  expect(plain(spikeSentence(facts).id)).toBe(id);
  readable(spikeSentence(facts));
});

test.for([
  {
    name: 'cut, and some free',
    facts: { murni: 62.4e9, berlaku: 55.2e9, sisa: 21.4e9, bebas: 10.6e9 },
    id: 'Dari pagu murni Rp62,4 M yang turun menjadi Rp55,2 M, Rp10,6 M masih bebas'
  },
  {
    name: 'one stage, nothing free',
    facts: { murni: 62.4e9, berlaku: 62.4e9, sisa: 1e9, bebas: 0 },
    id: 'Dari pagu murni Rp62,4 M, tidak ada lagi yang bebas'
  },
  {
    name: 'more bound than there is',
    facts: { murni: 1e9, berlaku: null, sisa: 1e8, bebas: -4e8 },
    id: 'Dari pagu murni Rp1,0 M, terikat Rp400 jt lebih banyak daripada yang ada'
  },
  {
    name: 'contracts not known',
    facts: { murni: 1e9, berlaku: 1e9, sisa: 4e8, bebas: null },
    id: 'Dari pagu murni Rp1,0 M, Rp400 jt belum terpakai'
  },
  {
    name: 'overspent',
    facts: { murni: 1e9, berlaku: 1e9, sisa: -4e8, bebas: null },
    id: 'Dari pagu murni Rp1,0 M, realisasi Rp400 jt di atasnya'
  },
  {
    name: 'a step missing',
    facts: { murni: 1e9, berlaku: 1e9, sisa: null, bebas: null },
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
    facts: { rule: 'nothingSpent', pagu: 2e9, rencana: 1.4e9 },
    id: 'belum ada realisasi, rencana Rp1,4 M',
    en: 'nothing spent yet, Rp1.4 bn planned'
  },
  {
    facts: { rule: 'moneyBehindWork', realisasiRate: 0.38, fisik: 0.74 },
    id: 'keuangan jauh di belakang fisik: 38,0 % berbanding 74,0 %',
    en: 'money far behind physical progress: 38.0% against 74.0%'
  },
  {
    facts: { rule: 'behindPlan', realisasi: 3.8e8, rencana: 7e8, rate: -0.457 },
    id: '46 % di bawah rencana kas: Rp380 jt dari Rp700 jt',
    en: '46% below the cash plan: Rp380 m of Rp700 m'
  },
  {
    facts: { rule: 'forecastBelow', forecast: 6e8, high: 7e8, meant: 1e9 },
    id: 'diperkirakan Rp600 jt dari Rp1,0 M sampai Desember, paling banyak Rp700 jt',
    en: 'forecast Rp600 m of Rp1.0 bn by December, Rp700 m at most'
  },
  {
    facts: { rule: 'lateSurge', perMonth: 4e8, usual: 1e8, ratio: 4 },
    id: 'menumpuk di akhir tahun: Rp400 jt sebulan, 4,0 kali biasanya (Rp100 jt)',
    en: 'piling up at year-end: Rp400 m a month, 4.0 times the usual (Rp100 m)'
  },
  {
    facts: { rule: 'moneyAheadOfWork', realisasiRate: 0.9999, fisik: 0.2 },
    id: 'keuangan jauh di depan fisik: 99,9 % berbanding 20,0 %',
    en: 'money far ahead of physical progress: 99.9% against 20.0%'
  },
  {
    facts: { rule: 'abovePagu', realisasi: 105e6, pagu: 100e6 },
    id: 'Rp5,0 jt di atas pagu',
    en: 'Rp5.0 m above pagu'
  },
  {
    facts: { rule: 'negativeMonth', month: 7, amount: -2e6 },
    id: 'Juli minus Rp2,0 jt (koreksi)',
    en: 'July is minus Rp2.0 m (correction)'
  },
  {
    facts: { rule: 'blocked', diblokir: 3e8, pagu: 1e9 },
    id: 'Rp300 jt dari Rp1,0 M diblokir',
    en: 'Rp300 m of Rp1.0 bn is blocked'
  }
];
test.for(reasons)('exceptionReason: $facts.rule', ({ facts, id, en }) => {
  expect(plain(exceptionReason(facts).id)).toBe(id);
  expect(plain(exceptionReason(facts).en)).toBe(en);
});

// The words know every name of the model: a new one there is a type error here.
type Covers<Words, Model extends Words> = Model;
export type Covered = [
  Covers<ExceptionFacts, Finding>,
  Covers<ActionName, Action>,
  Covers<MethodName, ForecastMethod>,
  Covers<ReasonName, ForecastReason>,
  Covers<keyof typeof exclusionNames, RiskExclusion>
];

test('what a line without a plan says of itself', () => {
  expect(exceptionReason({ rule: 'nothingSpent', pagu: 1e9, rencana: null }).id).toBe('belum ada realisasi');
});

test('every rule of the model has its words, which carry the limits the reader set', () => {
  const limits = {
    ...defaultThresholds,
    behindPlan: 0.15,
    workGap: 0.25,
    nothingSpentFrom: 6,
    lateSurge: 2.5,
    negativeWithin: 3
  };
  expect(Object.keys(ruleNames)).toEqual([...rules]);
  for (const rule of rules) {
    readable(ruleNames[rule]);
    readable(ruleSentence(rule, limits));
  }
  const said = (rule: ExceptionRule) => plain(ruleSentence(rule, limits).en);
  expect(said('behindPlan')).toContain('15%');
  expect(said('moneyBehindWork')).toContain('25 points');
  expect(said('nothingSpent')).toContain('June');
  expect(said('lateSurge')).toContain('2.5 times');
  expect(said('negativeMonth')).toContain('3 months');
  for (const text of [riskDefinition, decisionRule, ...Object.values(exclusionNames)]) readable(text);
});

const decided = {
  tahun: 2026,
  nama: 'Permakanan',
  rupiahAtRisk: 2.9e9,
  who: 'Bidang Rehabilitasi Sosial',
  untilMonth: 11,
  open: 3.4e9,
  isCommitmentUnknown: false
};

test('decision: who, what, by when; or that none is asked', () => {
  expect(plain(decisionSentence({ ...decided, action: 'bill' }).id)).toBe(
    'Permakanan: Rp2,9 M berisiko tidak terpakai. Bidang Rehabilitasi Sosial perlu menagih dan membayar pekerjaan yang sudah selesai paling lambat 30 November 2026; Rp3,4 M masih dapat digerakkan.'
  );
  for (const action of ['start', 'bill', 'speed-up', 'speed-up-or-shift', 'inspect'] as ActionName[])
    readable(decisionSentence({ ...decided, action, isCommitmentUnknown: true }));
  expect(decisionSentence(null).en).toContain('No decision is asked this month');
});

test('credibility: rated, not yet, never', () => {
  const years = [
    { tahun: 2023, value: 0.92 },
    { tahun: 2024, value: 0.941 },
    { tahun: 2025, value: null }
  ];
  expect(plain(credibilitySentence({ years, grade: 'B' }).id)).toBe(
    'Realisasi terhadap APBD murni: 92,0 % (2023), 94,1 % (2024), – (2025); nilai B menurut PEFA PI-1.'
  );
  expect(credibilitySentence({ years: years.slice(0, 1), grade: null }).en).toContain('not rated');
  readable(credibilitySentence({ years: [], grade: null }));
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
      readable(spikeSentence({ tahun: 2025, decemberMultiple: y, q4Share: z }));
      readable(bridgeTitle({ murni: a, berlaku: b, sisa: b, bebas: a }));
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
    ...Object.values(bridgeStepNames),
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
