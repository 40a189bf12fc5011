import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapTitle, paceHeadline, planClause, runRateSentence, shortfallSentence } from '$lib/text/pace';
import { plain, readable } from './readable';

test.for([
  {
    name: 'the usual month',
    facts: { tahun: 2026, bulan: 10, realizationRate: 0.613, planRate: 0.68 },
    id: 'Sepuluh bulan berlalu, 61 persen anggaran terpakai: 7 poin di bawah rencana kas.',
    en: 'Ten months in, 61 percent of the budget is spent: 7 points below the cash plan.'
  },
  {
    name: 'above plan, one month',
    facts: { tahun: 2026, bulan: 1, realizationRate: 0.08, planRate: 0.07 },
    id: 'Satu bulan berlalu, 8 persen anggaran terpakai: 1 poin di atas rencana kas.',
    en: 'One month in, 8 percent of the budget is spent: 1 point above the cash plan.'
  },
  {
    name: 'nothing spent, nothing planned',
    facts: { tahun: 2026, bulan: 1, realizationRate: 0, planRate: 0 },
    id: 'Satu bulan berlalu, belum ada anggaran yang terpakai: sesuai rencana kas.',
    en: 'One month in, nothing of the budget is spent: in line with the cash plan.'
  },
  {
    name: 'a closed year at exactly 100 percent',
    facts: { tahun: 2025, bulan: 12, realizationRate: 1, planRate: 1 },
    id: 'Tahun 2025 ditutup, seluruh anggaran terpakai: sesuai rencana kas.',
    en: '2025 is closed, all of the budget is spent: in line with the cash plan.'
  },
  {
    name: 'nearly everything is not everything',
    facts: { tahun: 2025, bulan: 12, realizationRate: 0.998, planRate: null },
    id: 'Tahun 2025 ditutup, lebih dari 99 persen anggaran terpakai: rencana kas belum ada.',
    en: '2025 is closed, more than 99 percent of the budget is spent: there is no cash plan on file.'
  },
  {
    name: 'nearly nothing is not nothing',
    facts: { tahun: 2026, bulan: 2, realizationRate: 0.001, planRate: 0.05 },
    id: 'Dua bulan berlalu, kurang dari 1 persen anggaran terpakai: 5 poin di bawah rencana kas.',
    en: 'Two months in, less than 1 percent of the budget is spent: 5 points below the cash plan.'
  },
  {
    name: 'above pagu',
    facts: { tahun: 2026, bulan: 10, realizationRate: 1.03, planRate: 0.9 },
    id: 'Sepuluh bulan berlalu, realisasi melampaui anggaran (103 persen): 13 poin di atas rencana kas.',
    en: 'Ten months in, spending exceeds the budget (103 percent): 13 points above the cash plan.'
  },
  {
    name: 'negative after a correction',
    facts: { tahun: 2026, bulan: 2, realizationRate: -0.02, planRate: 0.05 },
    id: 'Dua bulan berlalu, realisasi anggaran minus karena koreksi (minus 2 persen): 7 poin di bawah rencana kas.',
    en: 'Two months in, spending from the budget is negative after corrections (minus 2 percent): 7 points below the cash plan.'
  },
  {
    name: 'a month without a file',
    facts: { tahun: 2026, bulan: 3, realizationRate: null, planRate: 0.1 },
    id: 'Tiga bulan berlalu; data realisasi sampai Maret belum lengkap.',
    en: 'Three months in; realization data up to March are incomplete.'
  },
  {
    name: 'no pagu, one unit',
    facts: {
      tahun: 2026,
      bulan: 3,
      realizationRate: null,
      planRate: null,
      lacking: 'pagu' as const,
      scope: 'UPT Panti'
    },
    id: 'Tiga bulan berlalu; persentase realisasi UPT Panti tidak dihitung karena pagunya nol atau belum ada.',
    en: 'Three months in; no realization rate for UPT Panti, since its pagu is zero or not on file.'
  },
  {
    name: 'one program',
    facts: { tahun: 2026, bulan: 6, realizationRate: 0.5, planRate: 0.5, scope: 'Rehabilitasi Sosial' },
    id: 'Enam bulan berlalu, 50 persen anggaran Rehabilitasi Sosial terpakai: sesuai rencana kas.',
    en: 'Six months in, 50 percent of the budget of Rehabilitasi Sosial is spent: in line with the cash plan.'
  }
])('paceHeadline: $name', ({ facts, id, en }) => {
  const text = paceHeadline(facts);
  expect(plain(text.id)).toBe(id);
  expect(plain(text.en)).toBe(en);
});

const rate = fc.option(fc.double({ min: -2, max: 3, noNaN: true }));

test('paceHeadline holds for every value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), rate, rate, (bulan, realizationRate, planRate) => {
      readable(paceHeadline({ tahun: 2026, bulan, realizationRate, planRate }));
      readable(planClause(realizationRate, planRate, 1));
    })
  );
});

test.for([
  {
    name: 'fell behind and keeps falling',
    realisasi: [0.05, 0.1, 0.12],
    rencana: [0.05, 0.1, 0.2],
    id: 'Realisasi mulai tertinggal dari rencana kas pada Maret',
    en: 'Realization fell behind the cash plan in March'
  },
  {
    name: 'below from the first month, growing',
    realisasi: [0.01, 0.05],
    rencana: [0.03, 0.1],
    id: 'Realisasi di bawah rencana kas sejak Januari, dan jaraknya melebar',
    en: 'Realization has been below the cash plan since January, and the distance is growing'
  },
  {
    name: 'catching up',
    realisasi: [0.05, 0.06, 0.14],
    rencana: [0.05, 0.1, 0.16],
    id: 'Realisasi mulai tertinggal dari rencana kas pada Februari, dan jaraknya mulai mengecil',
    en: 'Realization fell behind the cash plan in February, and the distance is narrowing'
  },
  {
    name: 'neither, across a month without a file',
    realisasi: [0.05, 0.06, null, 0.26],
    rencana: [0.05, 0.1, 0.2, 0.3],
    id: 'Realisasi mulai tertinggal dari rencana kas pada Februari, dan jaraknya belum mengecil',
    en: 'Realization fell behind the cash plan in February, and the distance is not narrowing'
  },
  {
    name: 'ahead',
    realisasi: [0.2],
    rencana: [0.1],
    id: 'Realisasi di atas rencana kas sejak Januari',
    en: 'Realization has been above the cash plan since January'
  },
  {
    name: 'on plan',
    realisasi: [0.1, 0.2],
    rencana: [0.1, 0.203],
    id: 'Realisasi sesuai rencana kas sampai Februari',
    en: 'Realization is in line with the cash plan up to February'
  },
  {
    name: 'no plan',
    realisasi: [0.1],
    rencana: [null],
    id: 'Realisasi kumulatif; rencana kas belum ada',
    en: 'Cumulative realization; there is no cash plan on file'
  },
  {
    name: 'nothing at all',
    realisasi: [],
    rencana: [0.1],
    id: 'Data realisasi belum ada',
    en: 'There are no realization data yet'
  }
])('gapTitle: $name', ({ realisasi, rencana, id, en }) => {
  expect(gapTitle({ realizationRates: realisasi, planRates: rencana })).toEqual({ id, en });
});

test('gapTitle holds for every series', () => {
  fc.assert(
    fc.property(fc.array(rate, { maxLength: 12 }), fc.array(rate, { maxLength: 12 }), (realizationRates, planRates) => {
      readable(gapTitle({ realizationRates, planRates }));
    })
  );
});

test.for([
  {
    name: 'twice the pace of late',
    facts: { neededPerMonth: 10e9, burnPerMonth: 4e9 },
    id: 'Agar pagu habis pada Desember, perlu Rp10,0 M setiap bulan: 2,5 kali rata-rata tiga bulan terakhir (Rp4,0 M).'
  },
  {
    name: 'nothing spent of late',
    facts: { neededPerMonth: 10e9, burnPerMonth: 0 },
    id: 'Agar pagu habis pada Desember, perlu Rp10,0 M setiap bulan; tiga bulan terakhir tidak dapat dijadikan pembanding.'
  },
  {
    name: 'already used up',
    facts: { neededPerMonth: -1, burnPerMonth: 1e9 },
    id: 'Pagu sudah habis terpakai; tidak ada yang perlu dikejar.'
  },
  {
    name: 'December',
    facts: { neededPerMonth: null, burnPerMonth: 1e9 },
    id: 'Tidak ada bulan tersisa untuk dihitung.'
  }
])('runRateSentence: $name', ({ facts, id }) => {
  const text = runRateSentence(facts);
  expect(plain(text.id)).toBe(id);
  readable(text);
});

test('shortfallSentence: some, all, none, one', () => {
  expect(shortfallSentence(3, 0.667).id).toBe('Tiga sub kegiatan menyebabkan 67 persen kekurangan itu.');
  expect(shortfallSentence(2, 1).en).toBe('Two sub-activities account for all of the shortfall.');
  expect(shortfallSentence(1, 0.4).en).toBe('One sub-activity accounts for 40 percent of the shortfall.');
  expect(shortfallSentence(0, null).id).toBe('Tidak ada sub kegiatan di bawah rencana kasnya.');
});
