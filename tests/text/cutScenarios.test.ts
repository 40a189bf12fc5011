import { describe, expect, test } from 'vitest';
import type { Scenario } from '$lib/model/cuts/scenario';
import { stackScenarios, type StackConflict } from '$lib/model/cuts/stack';
import {
  conflictText,
  firstName,
  keptText,
  longLinkText,
  openedText,
  restStep,
  scenarioLabels,
  shortName,
  wayTitle
} from '$lib/text/cutScenarios';
import { plain } from './readable';
import { both, readableCut, scenario } from './cutSupport';

const nameOf = (kode: string) => ({ DBH: 'DBH sawit', 'U|1.06.01.2.06|5.1.02.01': 'ATK' })[kode] ?? kode;
const told = (conflict: StackConflict) => conflictText(conflict, ['A', 'B'], nameOf);

describe('where two scenarios do not go together', () => {
  const line = 'U|1.06.01.2.06|5.1.02.01';
  test.for<[Partial<Scenario>, Partial<Scenario>, string]>([
    [{ mulai: 1 }, { mulai: 7 }, 'Mulai bulan: “A” Januari, “B” Juli. Yang dipakai “A”.'],
    [{ bagian: null }, { bagian: 0.05 }, 'Bagian dinas: “A” tidak dipakai, “B” 5,0 %. Yang dipakai “A”.'],
    [{ equal: true }, { equal: false }, 'Bobot semua kelas sama: “A” ya, “B” tidak. Yang dipakai “A”.'],
    [
      { method: 'sebanding' },
      { method: 'tangan' },
      'Cara memotong: “A” Sebanding dengan yang boleh dipotong, “B” Ditentukan sendiri. Yang dipakai “A”.'
    ],
    [
      { shocks: { TKD: { jenis: 'persen', nilai: 0.1 } } },
      { shocks: { TKD: { jenis: 'persen', nilai: 0.3 } } },
      'TKD: “A” turun 10,0 %, “B” turun 30,0 %. Yang dipakai “B” karena lebih ketat.'
    ],
    [
      { shocks: { DBH: { jenis: 'rupiah', nilai: -2e9 } } },
      { shocks: { DBH: { jenis: 'persen', nilai: 0 } } },
      'DBH sawit: “A” naik Rp2,0 M, “B” tetap. Yang dipakai “A”.'
    ],
    [
      { decisions: { [line]: { cut: 1_000_000 } } },
      { decisions: { [line]: { cut: 2_500_000 } } },
      'ATK, Potongan sendiri (Rp): “A” Rp1.000.000, “B” Rp2.500.000. Yang dipakai “A”.'
    ],
    [
      { decisions: { [line]: { cut: 1_000_000 } } },
      { decisions: { [line]: { locked: true } } },
      'ATK, Kunci: “A” Rp1.000.000, “B” dikunci. Yang dipakai “B” karena lebih ketat.'
    ],
    [
      { decisions: { [line]: { role: 'umum' } } },
      { decisions: { [line]: { role: 'langsung' } } },
      'ATK, Peran: “A” perkantoran, “B” bantuan langsung. Yang dipakai “A”.'
    ]
  ])('%j on %j', ([first, second, sentence]) => {
    const { conflicts } = stackScenarios(
      { ...scenario(), shocks: {}, ...first },
      { ...scenario(), shocks: {}, ...second }
    );
    expect(conflicts.map((conflict) => plain(told(conflict).id))).toEqual([sentence]);
    conflicts.map(told).forEach(readableCut);
  });

  test('an unknown part is named by itself', () => {
    const text = told({ di: 'baru', pertama: 1, kedua: 2, dipakai: 'pertama', sebab: 'berbeda' });
    expect(text.id).toBe('baru: “A” 1, “B” 2. Yang dipakai “A”.');
  });
});

test.for([
  {
    awal: 0,
    akhir: 7e9,
    text: ['“B” memotong Rp7,0 M lebih banyak daripada “A”', '“B” cuts Rp7.0 bn more than “A”']
  },
  {
    awal: 7e9,
    akhir: 5e9,
    text: ['“B” memotong Rp2,0 M lebih sedikit daripada “A”', '“B” cuts Rp2.0 bn less than “A”']
  },
  { awal: 7e9, akhir: 7e9, text: ['“B” memotong sama banyak dengan “A”', '“B” cuts as much as “A”'] }
])('a waterfall from $awal to $akhir says which plan cuts more', ({ awal, akhir, text }) => {
  expect(both(wayTitle({ dari: 'A', ke: 'B', awal, akhir }))).toEqual(text);
});

test.for([
  ['PROGRAM REHABILITASI SOSIAL', 'Rehabilitasi sosial'],
  ['PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH', 'Penunjang urusan pemerintahan…'],
  ['Pagu apa adanya', 'Pagu apa adanya']
])('%s is %s below a column', ([nama, short]) => {
  expect(shortName(nama!)).toBe(short);
});

test.for<[Partial<Scenario>, string, string]>([
  [{ method: 'terbaik' }, 'TKD turun 25 %', 'Transfers fall by 25%'],
  [{ method: 'tangan' }, 'TKD turun 25 %, Ditentukan sendiri', 'Transfers fall by 25%, By hand'],
  [
    { method: 'terbaik', shocks: { DBH: { jenis: 'rupiah', nilai: 5e9 } } },
    'Dana turun Rp5,0 M',
    'Money falls by Rp5.0 bn'
  ]
])('a scenario %j is first called %s', ([given, id, en]) => {
  const own = scenario({ shocks: { TKD: { jenis: 'persen', nilai: 0.25 } }, ...given });
  expect((['id', 'en'] as const).map((language) => plain(firstName({ scenario: own, demand: 5e9 }, language)))).toEqual(
    [id, en]
  );
});

test('labels, and sentences for one and many, can be read', () => {
  const sentences = [keptText('A'), openedText(1), openedText(3), longLinkText(2400, 2000), restStep(1), restStep(5)];
  [...Object.values(scenarioLabels), ...sentences].forEach(readableCut);
});
