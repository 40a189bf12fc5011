import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Effect } from '$lib/model/cuts/effect';
import type { RecipientClass } from '$lib/model/cuts/line';
import { recipientClasses } from '$lib/model/cuts/recipients';
import { className, desilTitle, hiddenText, kecamatanTitle } from '$lib/text/cutLosers';
import { both, readableCut } from './cutSupport';

const byClass = (...rows: [RecipientClass, number, number][]): Pick<Effect, 'byClass' | 'lost'> => ({
  byClass: rows.map(([kelas, before, lost]) => ({ kelas, before, lost })),
  lost: rows.reduce((sum, [, , lost]) => sum + lost, 0)
});

test('every class of recipients has a name', () => {
  for (const kelas of recipientClasses) readableCut(className(kelas));
  expect(new Set(recipientClasses.map((kelas) => className(kelas).id)).size).toBe(recipientClasses.length);
  readableCut(hiddenText);
});

describe('the sentence on desil', () => {
  test.for([
    {
      name: 'some of both',
      of: byClass([1, 100, 30], [5, 100, 10]),
      said: [
        '75 % dari yang kehilangan berada di desil 1–4; dari semua penerima 50 %',
        '75% of those who lose are in desil 1–4; of all recipients 50%'
      ]
    },
    { name: 'nobody loses', of: byClass([1, 100, 0]), said: ['Tidak ada yang kehilangan', 'Nobody loses'] },
    { name: 'no class at all', of: byClass(), said: ['Tidak ada yang kehilangan', 'Nobody loses'] },
    {
      name: 'one, and not of the poorest',
      of: byClass([1, 99, 0], [10, 1, 1]),
      said: [
        '0 % dari yang kehilangan berada di desil 1–4; dari semua penerima 99 %',
        '0% of those who lose are in desil 1–4; of all recipients 99%'
      ]
    }
  ])('$name', ({ of, said }) => expect(both(desilTitle(of))).toEqual(said));

  test('hidden classes are left out of it and the sentence says so: who is in them nobody may tell', () => {
    const [id, en] = both(desilTitle(byClass([1, 100, 30], [5, 100, 10], ['disembunyikan', 200, 60])));
    expect(id).toBe(
      'Tanpa kelas yang disembunyikan, 75 % dari yang kehilangan berada di desil 1–4; dari penerima 50 %'
    );
    expect(en).toBe('Without the hidden classes, 75% of those who lose are in desil 1–4; of recipients 50%');
  });
  test('all hidden: no share is said', () => {
    const [id, en] = both(desilTitle(byClass(['disembunyikan', 200, 60])));
    expect([id, en].join()).not.toMatch(/%/);
    expect(id).toBe('Desil dari yang kehilangan disembunyikan');
    expect(en).toBe('The desil of those who lose are hidden');
  });
});

describe('the sentence on kecamatan', () => {
  const region = (kodeWilayah: string, lost: number | null) => ({
    ...{ kodeWilayah, before: lost === null ? null : 100 + lost, lost, exact: lost }
  });
  const nameOf = (kode: string) => `Kecamatan ${kode}`;
  test.for([
    {
      name: 'many',
      of: [region('A', 3), region('B', 1200)],
      id: 'Paling banyak kehilangan di Kecamatan B: 1.200 penerima'
    },
    { name: 'one', of: [region('A', 1)], id: 'Paling banyak kehilangan di Kecamatan A: 1 penerima' },
    { name: 'none', of: [region('A', 0), region('B', 0)], id: 'Kehilangan menurut kecamatan' },
    { name: 'no kecamatan', of: [], id: 'Kehilangan menurut kecamatan' },
    { name: 'all hidden', of: [region('A', null)], id: 'Kehilangan menurut kecamatan' },
    {
      name: 'some hidden',
      of: [region('A', null), region('B', 12)],
      id: 'Di antara kecamatan yang ditampilkan, paling banyak kehilangan di Kecamatan B: 12 penerima'
    }
  ])('$name', ({ of, id }) => {
    const text = kecamatanTitle({ byRegion: of }, nameOf);
    expect(both(text)[0]).toBe(id);
    readableCut(text);
  });
  test('one recipient is one in English too', () =>
    expect(both(kecamatanTitle({ byRegion: [region('A', 1)] }, nameOf))[1]).toBe(
      'Most lose in Kecamatan A: 1 recipient'
    ));
});

test('both sentences are readable for any losses', () => {
  const row = fc.record({
    kelas: fc.constantFrom(...recipientClasses),
    before: fc.nat(1000),
    share: fc.double({ min: 0, max: 1, noNaN: true })
  });
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ kelas }) => kelas, maxLength: 13 }), (rows) => {
      const of = byClass(
        ...rows.map(({ kelas, before, share }): [RecipientClass, number, number] => [
          kelas,
          before,
          Math.floor(before * share)
        ])
      );
      readableCut(desilTitle(of));
      for (const percent of desilTitle(of).id.match(/\d+(?=\u00a0%)/g) ?? [])
        expect(Number(percent)).toBeLessThanOrEqual(100);
    })
  );
});
