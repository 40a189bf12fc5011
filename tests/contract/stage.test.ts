import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStage, stageMayBeInForce, stageName, stageOrder } from '$lib/contract/stage';

test.for([
  { tahap: 'kua-ppas', order: -20, sah: false, id: 'KUA-PPAS' },
  { tahap: 'rapbd', order: -10, sah: false, id: 'Rancangan APBD' },
  { tahap: 'murni', order: 0, sah: true, id: 'APBD murni' },
  { tahap: 'pergeseran-1', order: 10, sah: true, id: 'Pergeseran ke-1' },
  { tahap: 'pergeseran-12', order: 120, sah: true, id: 'Pergeseran ke-12' },
  { tahap: 'rapbd-perubahan', order: 990, sah: false, id: 'Rancangan APBD Perubahan' },
  { tahap: 'perubahan', order: 1000, sah: true, id: 'APBD Perubahan' },
  { tahap: 'pergeseran-setelah-perubahan-2', order: 1020, sah: true, id: 'Pergeseran ke-2 setelah APBD Perubahan' }
])('$tahap stands at $order and is named', ({ tahap, order, sah, id }) => {
  expect(isStage(tahap)).toBe(true);
  expect(stageOrder(tahap)).toBe(order);
  expect(stageMayBeInForce(tahap)).toBe(sah);
  expect(stageName(tahap).id).toBe(id);
  expect(stageName(tahap).en).not.toBe('');
});

test.for([
  '',
  'Murni',
  'pergeseran',
  'pergeseran-0',
  'pergeseran-01',
  'pergeseran-98',
  'perubahan-1',
  'constructor',
  'toString'
])('"%s" is no stage, and the error names it', (tahap) => {
  expect(isStage(tahap)).toBe(false);
  for (const read of [stageOrder, stageName, stageMayBeInForce]) expect(() => read(tahap)).toThrow(`"${tahap}"`);
});

test('every pergeseran comes after the one before, before the drafts of the perubahan, and never shares an order', () => {
  const number = fc.integer({ min: 1, max: 97 });
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(Math.sign(stageOrder(`pergeseran-${a}`) - stageOrder(`pergeseran-${b}`))).toBe(Math.sign(a - b));
      expect(stageOrder(`pergeseran-${a}`)).toBeLessThan(stageOrder('kupa-ppas'));
      expect(stageOrder(`pergeseran-setelah-perubahan-${b}`)).toBeGreaterThan(stageOrder('perubahan'));
    })
  );
});
