import { expect, test } from 'vitest';
import { readPeriod, readStage } from '$lib/source/period';

const nothing = { tahun: null, bulan: null, sejakBulan: null, sifat: null, tahap: null };
test.for([
  { text: 'TAHUN ANGGARAN 2026', expected: { tahun: 2026 } },
  { text: 'Bulan : April 2026', expected: { tahun: 2026, bulan: 4, sifat: 'bulanan' } },
  { text: 'Periode : Januari s.d. April 2026', expected: { tahun: 2026, bulan: 4, sejakBulan: 1, sifat: 'kumulatif' } },
  {
    text: 'Periode 1 Januari 2026 sampai dengan 30 Juni 2026',
    expected: { tahun: 2026, bulan: 6, sejakBulan: 1, sifat: 'kumulatif' }
  },
  { text: 's/d 31 Mei 2025', expected: { tahun: 2025, bulan: 5, sejakBulan: 1, sifat: 'kumulatif' } },
  { text: 'lra_januari.xlsx', expected: { bulan: 1 } },
  { text: 'LRA Dinsos Nopember 2025.xlsx', expected: { tahun: 2025, bulan: 11 } },
  { text: 'lra_2026_04.xlsx', expected: { tahun: 2026, bulan: 4 } },
  { text: 'Periode : ………', expected: {} },
  { text: 'Maret, Mei dan Juli 2026', expected: { tahun: 2026 } },
  { text: 'DINAS MARITIM 2024 dan 2025', expected: {} },
  {
    text: 'RENCANA ANGGARAN KAS SATUAN KERJA PERGESERAN APBD TAHUN 2026',
    expected: { tahun: 2026, tahap: 'pergeseran' }
  },
  { text: 'pagu_2026_pergeseran-1.csv', expected: { tahun: 2026, tahap: 'pergeseran-1' } },
  { text: 'pagu_2026_perubahan.csv', expected: { tahun: 2026, tahap: 'perubahan' } },
  { text: 'RAK 2026 Murni.xlsx', expected: { tahun: 2026, tahap: 'murni' } }
])('readPeriod: $text', ({ text, expected }) => expect(readPeriod(text)).toEqual({ ...nothing, ...expected }));

test.for([
  ['APBD PERUBAHAN', 'perubahan'],
  ['Pergeseran APBD ke-2', 'pergeseran-2'],
  ['PERGESERAN II', 'pergeseran-2'],
  ['APBD MURNI', 'murni'],
  ['Rancangan APBD', 'rapbd'],
  ['DPPA SKPD', 'perubahan'],
  ['Koordinasi dan Penyusunan Dokumen Perubahan RKA-SKPD', null],
  ['Dinas Sosial', null]
] as const)('readStage: %s', ([text, tahap]) => expect(readStage(text)).toBe(tahap));
