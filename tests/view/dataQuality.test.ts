import { expect, test } from 'vitest';
import { layoutQuality } from '$lib/view/dataQuality';

const sheet = (layout: string, dibaca: number, dipakai: number, ditolak: number) => ({
  layout,
  baris: { dibaca, dipakai, induk: dibaca - dipakai - ditolak, total: 0, ditolak }
});

test('sheets of one file count as one file, and their rows are added by layout', () => {
  const report = {
    berkas: [
      { id_berkas: 'a', lembar: [sheet('rfk', 10, 8, 1)] },
      { id_berkas: 'b', lembar: [sheet('sipd-lra', 50, 20, 0), sheet('sipd-lra', 5, 2, 3)] },
      { id_berkas: 'c', lembar: [sheet('sipd-lra', 1, 1, 0)] },
      { id_berkas: 'd', lembar: [] }
    ],
    orang: null
  };
  expect(layoutQuality(report)).toEqual([
    { layout: 'sipd-lra', files: 2, read: 56, used: 23, compared: 30, rejected: 3 },
    { layout: 'rfk', files: 1, read: 10, used: 8, compared: 1, rejected: 1 }
  ]);
});

test('lists of people come last, without a count of files', () => {
  const penerima = { dibaca: 1300, dipakai: 1000, ganda: 200, luar_wilayah: 0, ditolak: 100 };
  const report = { berkas: [], orang: { berkas: 3, pembulatan: 100, baris: { penerima } } };
  expect(layoutQuality(report)).toEqual([
    { layout: 'penerima', files: null, read: 1300, used: 1000, compared: 200, rejected: 100 }
  ]);
});
