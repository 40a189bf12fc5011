import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePlans, waterfallOf, type ComparedPlan } from '$lib/model/cuts/compare';

const plan = (nama: string, cuts: Record<string, number>): ComparedPlan => ({
  nama,
  lines: Object.keys(cuts).map((key) => ({ kodeSubkegiatan: key.split('|')[0]! })),
  cuts: Object.values(cuts)
});
const baseline = plan('dasar', { '1.06.01.2.01.0001': 0 });
const a = plan('A', { '1.06.01.2.01.0001|x': 500, '1.06.01.2.01.0001|y': 200, '1.06.04.2.01.0001': 300 });
const b = plan('B', { '1.06.01.2.01.0001': 100, '1.06.04.2.01.0001': 300, '1.06.05.2.02.0003': 650 });

test('plans stand side by side, and each adds up to what it cuts', () => {
  expect(comparePlans([baseline, a, b], 'program')).toEqual({
    nama: ['dasar', 'A', 'B'],
    rows: [
      { kode: '1.06.01', potongan: [0, 700, 100] },
      { kode: '1.06.04', potongan: [0, 300, 300] },
      { kode: '1.06.05', potongan: [0, 0, 650] }
    ],
    jumlah: [0, 1000, 1050]
  });
});

test('the way from A to B leaves out what both cut alike and ends at B', () => {
  expect(waterfallOf(comparePlans([baseline, a, b], 'subkegiatan'), [1, 2])).toEqual({
    awal: 1000,
    steps: [
      { kode: '1.06.05.2.02.0003', banyak: 1, perubahan: 650, dari: 1000, ke: 1650 },
      { kode: '1.06.01.2.01.0001', banyak: 1, perubahan: -600, dari: 1650, ke: 1050 }
    ],
    akhir: 1050
  });
});

test('a plan and itself differ in nothing', () => {
  expect(waterfallOf(comparePlans([a, a], 'program'), [0, 1])).toEqual({ awal: 1000, steps: [], akhir: 1000 });
  expect(comparePlans([], 'program')).toEqual({ nama: [], rows: [], jumlah: [] });
});

test('whatever the plans, each way adds up to the rupiah in no more steps than asked for', () => {
  const cut = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900_000_000_000 }));
  const codes = fc.constantFrom(...Array.from({ length: 30 }, (_, at) => `1.06.0${at % 4}.2.01.00${10 + at}`));
  const plans = fc.array(fc.dictionary(codes, cut), { minLength: 2, maxLength: 3 });
  fc.assert(
    fc.property(plans, fc.integer({ min: 1, max: 8 }), (given, most) => {
      const comparison = comparePlans(
        given.map((cuts, at) => plan(`P${at}`, cuts)),
        'subkegiatan'
      );
      comparison.jumlah.forEach((total, at) =>
        expect(total).toBe(Object.values(given[at]!).reduce((sum, value) => sum + value, 0))
      );
      const { awal, steps, akhir } = waterfallOf(comparison, [0, 1], most);
      expect(steps.length).toBeLessThanOrEqual(most);
      expect(steps.reduce((sum, { perubahan }) => sum + perubahan, awal)).toBe(akhir);
      steps.forEach((step, at) => expect(step.dari).toBe(at === 0 ? awal : steps[at - 1]!.ke));
      expect(steps.at(-1)?.ke ?? awal).toBe(akhir);
      const differing = comparison.rows.filter(({ potongan }) => potongan[0] !== potongan[1]).length;
      expect(steps.reduce((sum, { banyak }) => sum + banyak, 0)).toBe(differing);
    })
  );
});
