import fc from 'fast-check';
import { expect, test } from 'vitest';
import { otherData, scenarioProblemText } from '$lib/text/scenarioProblems';
import { decodeScenario, encodeScenario } from '$lib/url/scenario';
import type { ScenarioProblem } from '$lib/url/scenarioProblem';
import { known } from '../url/scenarioArbitrary';
import { both, readableCut } from './cutSupport';

type Of<Kode extends ScenarioProblem['kode']> = Extract<ScenarioProblem, { kode: Kode }>;

/** One or more of every kind: a kind that is added to the type and not here does not compile. */
const every: { [Kode in ScenarioProblem['kode']]: [Of<Kode>, ...Of<Kode>[]] } = {
  tak_terbaca: [{ kode: 'tak_terbaca', di: 'tkd', nilai: 'abc', contoh: '-30' }],
  kurang: [{ kode: 'kurang', di: 'skenario[0].isi.mulai', contoh: '7' }],
  tak_dikenal: [{ kode: 'tak_dikenal', di: 'skenario[0].isi.warna' }],
  diubah: [
    { kode: 'diubah', di: 'tkd', dari: '-30', menjadi: '-20' },
    { kode: 'diubah', di: 'tkd', dari: '', menjadi: '-20' }
  ],
  rusak: [{ kode: 'rusak' }],
  versi: [{ kode: 'versi', versi: '2' }],
  baris_tak_ada: [0, 1, 12].map((jumlah): Of<'baris_tak_ada'> => ({
    kode: 'baris_tak_ada',
    jumlah,
    potongan: jumlah * 5e6,
    baris: []
  })) as [Of<'baris_tak_ada'>],
  baris_ganda: [
    { kode: 'baris_ganda', jumlah: 1 },
    { kode: 'baris_ganda', jumlah: 3 }
  ],
  sumber_tak_ada: [{ kode: 'sumber_tak_ada', sumber: '9.9' }],
  tahun_tak_ada: [{ kode: 'tahun_tak_ada', tahun: 2031, dipakai: 2026 }],
  terlalu_banyak: [{ kode: 'terlalu_banyak', di: 'skenario', batas: 100 }],
  bukan_berkas: (['json', 'jenis', 'besar', 'kosong'] as const).map((sebab) => ({ kode: 'bukan_berkas', sebab })) as [
    Of<'bukan_berkas'>
  ]
};

test('every problem of a link or file has a sentence of its own in both languages, and none falls to the last resort', () => {
  for (const problem of Object.values(every).flat()) {
    const text = scenarioProblemText({ ...problem });
    readableCut(text);
    expect(text.id, problem.kode).not.toMatch(/^Ada yang tidak terbaca/);
    expect(text.id).not.toBe(text.en);
  }
  const first = Object.values(every).map(([problem]) => scenarioProblemText({ ...problem }).id);
  expect(new Set(first).size).toBe(first.length);
});

test.for([
  {
    problem: every.tak_terbaca[0],
    said: [
      'tkd: “abc” tidak terbaca; contoh yang terbaca: -30. Bagian itu dibiarkan seperti semula.',
      'tkd: “abc” cannot be read; one that can: -30. That part stays as it was.'
    ]
  },
  {
    problem: every.tahun_tak_ada[0],
    said: ['Tahun 2031 tidak ada di data ini; dipakai 2026.', 'The year 2031 is not in these data; 2026 is used.']
  },
  {
    problem: every.baris_tak_ada[1]!,
    said: [
      '1 baris dari skenario itu tidak ada di data ini; potongannya Rp5,0 jt tidak dipakai.',
      '1 line of the scenario is not in these data; its cut of Rp5.0 m is left out.'
    ]
  },
  {
    problem: every.baris_tak_ada[0],
    said: ['0 baris dari skenario itu tidak ada di data ini.', '0 lines of the scenario are not in these data.']
  },
  {
    problem: every.baris_ganda[0],
    said: [
      '1 keputusan dapat berarti lebih dari satu baris dan tidak dipakai.',
      '1 decision fits more than one line and is left out.'
    ]
  },
  {
    problem: every.diubah[1]!,
    said: ['tkd ditambahkan pada tautan: -20; itu dipakai.', 'tkd was added to the link: -20; it holds.']
  }
])('$problem.kode $problem.jumlah: $said.0', ({ problem, said }) =>
  expect(both(scenarioProblemText({ ...problem }))).toEqual(said)
);

test('another version of the data is said', () => readableCut(otherData));

test('whatever stands in an address, each thing told about it is a sentence', () => {
  const link = encodeScenario(known.base, 'lain');
  const damaged = fc.oneof(
    fc.string().map((value) => `?tkd=${value}`),
    fc.nat(link.length).map((end) => link.slice(0, end)),
    fc
      .tuple(fc.nat(link.length - 1), fc.constantFrom('a', 'Z', '0', '%', '&'))
      .map(([at, letter]) => link.slice(0, at) + letter + link.slice(at + 1))
  );
  fc.assert(
    fc.property(damaged, (search) => {
      for (const problem of decodeScenario(search, known).problems) {
        const text = scenarioProblemText({ ...problem });
        expect(text.id.length).toBeGreaterThan(10);
        expect(text.id).not.toMatch(/undefined|NaN|\[object|^Ada yang tidak terbaca/);
      }
    })
  );
});
