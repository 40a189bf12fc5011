import { describe, expect, test } from 'vitest';
import type { CutInput } from '$lib/model/cuts/line';
import { assumptions, type GapFacts } from '$lib/text/cutAssumptions';
import { readableCut } from './cutSupport';
import { plain } from './readable';

const noGaps: GapFacts = {
  ...{ unspentLines: 0, contractMonths: [], both: 0, aidObligations: 0, skPenerima: 0, arrears: 0, withoutSource: 0 }
};
const shown = { scenario: { mulai: 1, bagian: null, dropping: 'rata' as 'rata' | 'tepat' }, gap: 0 };
const told = (lacks: CutInput['missing'] = [], gaps: Partial<GapFacts> = {}, more: Partial<typeof shown> = {}) => {
  const [id, en] = (['id', 'en'] as const).map((language) =>
    assumptions(lacks, { ...noGaps, ...gaps }, { ...shown, ...more }, language)
  ) as [string[], string[]];
  expect(en, 'as many sentences in English').toHaveLength(id.length);
  id.forEach((one, at) => readableCut({ id: one, en: en[at]! }));
  expect(new Set(id).size, 'no sentence twice').toBe(id.length);
  return id.map(plain);
};

test('with whole data two things are taken for granted: who is dropped, and that DTSEN is not poverty', () => {
  expect(told()).toEqual([
    expect.stringMatching(/^Dalam satu bantuan semua kelas penerima kehilangan bagian yang sama/),
    'Kecocokan penerima diukur dengan DTSEN, bukan dengan kemiskinan.'
  ]);
});

test('every table that may be missing has a sentence of its own', () => {
  const every: Record<CutInput['missing'][number], true> = {
    ...{
      aturan_potong: true,
      kewajiban: true,
      komitmen: true,
      bantuan_belanja: true,
      realisasi: true,
      sasaran_desil: true
    }
  };
  const lacks = Object.keys(every) as CutInput['missing'][number][];
  for (const one of lacks) expect(told([one]), one).toHaveLength(told().length + 1);
  expect(told(lacks)).toHaveLength(told().length + lacks.length);
});

describe('each gap is said with its size, and only where there is one', () => {
  test.for([
    {
      name: 'the month of the contracts, the latest of several units',
      gaps: {
        contractMonths: [
          { kodeSkpd: 'A', bulan: 3 },
          { kodeSkpd: 'B', bulan: 10 }
        ]
      },
      says: 'Kontrak menurut daftar bulan Oktober.'
    },
    {
      name: 'one thing that two lists may hold',
      gaps: { both: 3_000_000 },
      says: 'Rp3,0 jt pada baris yang ada di daftar kontrak dan juga di daftar kewajiban bulanan: keduanya disisihkan. Bila itu kontrak yang sama, potongan yang mungkin lebih besar.'
    },
    { name: 'no list of contracts', gaps: { contractMonths: [{ kodeSkpd: 'A', bulan: null }] }, says: null },
    {
      name: 'obligations that are aid',
      gaps: { aidObligations: 2_000_000, skPenerima: 3_000_000 },
      says: 'Rp5,0 jt kewajiban adalah bantuan itu sendiri: tidak disisihkan, tetapi dihitung sebagai dampak.'
    },
    {
      name: 'arrears',
      gaps: { arrears: 2_500_000_000 },
      says: 'Rp2,5 M bantuan bulan-bulan lalu belum dibayar dan disisihkan.'
    },
    {
      name: 'pagu without a source',
      gaps: { withoutSource: 1 },
      says: 'Rp1 pagu tanpa sumber dana dianggap dana bebas.'
    }
  ])('$name', ({ gaps, says }) => {
    const found = told([], gaps);
    if (says === null) expect(found).toEqual(told());
    else expect(found).toContain(says);
  });
});

test('an exact drop names what it needs; a plan that is not proven says so', () => {
  expect(told([], {}, { scenario: { ...shown.scenario, dropping: 'tepat' } })[0]).toMatch(
    /daftar yang sudah diverifikasi/
  );
  const ended = (gap: number) => told([], {}, { gap }).find((one) => one.startsWith('Pencarian berhenti'));
  expect(ended(0.0021)).toMatch(/paling banyak 0,3 % di atas yang mungkin\.$/);
  expect(ended(0.00011)).toMatch(/paling banyak 0,02 % di atas yang mungkin\.$/);
  expect(ended(0)).toBeUndefined();
});
