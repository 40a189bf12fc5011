import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '$lib/extract/assemble';
import { heldValue, hiddenBefore, releasedCounts, withHeld } from '$lib/extract/released';

const k = 10;

test.each([
  { name: 'a count that did not change', value: 45, before: [45], out: 45 },
  { name: 'one family more stays as it was', value: 46, before: [45], out: 45 },
  { name: 'nine fewer stay as they were', value: 36, before: [45], out: 45 },
  { name: 'ten more show', value: 55, before: [45], out: 55 },
  { name: 'nothing was released before', value: 46, before: [], out: 46 },
  { name: 'close to what an older release said', value: 48, before: [45, 60], out: 60 }
])('heldValue: $name', ({ value, before, out }) => expect(heldValue(value, before, k)).toBe(out));

test('two releases never differ by 1 to 9, however often a count moves', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 10, max: 80 }), { minLength: 1, maxLength: 8 }), (values) => {
      const out: number[] = [];
      for (const value of values) out.push(heldValue(value, out, k));
      for (const a of out) for (const b of out) expect(a === b || Math.abs(a - b) >= k).toBe(true);
    })
  );
});

const row = (values: Partial<Row>): Row => ({
  ...{ tahun: 2026, periode: '2026', kode_bantuan: 'PKH', vintase: '2026-T1', kode_wilayah: '64.02.07' },
  ...{ penerima: 60, layak: 45, tidak_layak: 15, desil_kosong: 0, tidak_tercatat: 0, rupiah_layak: 9_000n },
  ...{ disembunyikan: false, kolom_tersembunyi: [] },
  ...values
});

test('money of a held count is hidden: it would tell the new one', () => {
  const released = releasedCounts([{ sasaran: [row({})] }]);
  const { tables, held } = withHeld({ sasaran: [row({ layak: 46, penerima: 61, rupiah_layak: 9_200n })] }, released, k);
  expect(held).toBe(2);
  expect(tables.sasaran![0]).toMatchObject({
    ...{ layak: 45, penerima: 60, rupiah_layak: null, disembunyikan: true },
    kolom_tersembunyi: ['rupiah_layak']
  });
});

test('what a release hid stays hidden, whole rows too', () => {
  const overlap = { tahun: 2025, vintase: '2025-T1', kode_wilayah: '64.02.07', jumlah_bantuan: 2, keluarga: null };
  const released = releasedCounts([
    {
      sasaran: [row({ layak: null, disembunyikan: true, kolom_tersembunyi: ['layak'] })],
      tumpang_tindih: [{ ...overlap, disembunyikan: true }]
    }
  ]);
  expect(hiddenBefore('sasaran', row({}), released)).toEqual(['layak']);
  expect(hiddenBefore('tumpang_tindih', { ...overlap, keluarga: 30 }, released)).toEqual(['keluarga']);
  expect(hiddenBefore('sasaran', row({ kode_wilayah: '64.02.08' }), released)).toEqual([]);
});
