import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { classifySumberDana, sumberDanaCode } from '$lib/contract/sumberDana';
import { readSumberDana } from '$lib/extract/reference';

const rows = readSumberDana(readFileSync('data/rujukan/sumber_dana.csv', 'utf8'));

test.for([
  { text: '[DANA UMUM] - PENDAPATAN ASLI DAERAH (PAD)', kode: '1.1', kelompok: 'PAD', terikat: false },
  { text: 'DANA UMUM-Pajak Daerah', kode: '1.1.01', kelompok: 'PAD', terikat: false },
  { text: 'DANA UMUM-Pajak Barang dan Jasa Tertentu (PBJT)', kode: '1.1.01', kelompok: 'PAD', terikat: false },
  { text: 'DANA KHUSUS-DAK Non Fisik-Dana Bantuan BLPS', kode: '2.2.01.01.04.0019', kelompok: 'TKD', terikat: true },
  {
    text: 'DANA KHUSUS-DAK NonFisik-Dana Pelayanan Perlindungan Perempuan dan Anak',
    kode: '2.2.01.01.04',
    kelompok: 'TKD',
    terikat: true
  },
  {
    text: '[DANA KHUSUS] - DAK Fisik-Bidang Pendidikan-Reguler-SD',
    kode: '2.2.01.01.03',
    kelompok: 'TKD',
    terikat: true
  },
  { text: '[DANA UMUM] - Dana Transfer Umum-Dana Alokasi Umum', kode: '1.2.01.01.02', kelompok: 'TKD', terikat: false },
  { text: 'DAU', kode: '1.2.01.01.02', kelompok: 'TKD', terikat: false },
  { text: 'DANA KHUSUS-Dana Transfer Umum-Dana Alokasi Umum', kode: '2.2.01.01.02', kelompok: 'TKD', terikat: true },
  { text: 'DAU yang Tidak Ditentukan Penggunaannya', kode: '1.2.01.01.02', kelompok: 'TKD', terikat: false },
  { text: 'DAU yang Ditentukan Penggunaannya', kode: '2.2.01.01.02', kelompok: 'TKD', terikat: true },
  { text: 'DANA KHUSUS-Kurang Bayar DBH SDA', kode: '2.2.01.01.01.0004', kelompok: 'TKD', terikat: false },
  { text: 'DANA KHUSUS-DBH Sawit', kode: '2.2.01.01.01.0014', kelompok: 'TKD', terikat: true },
  { text: 'DANA UMUM-Bantuan Keuangan', kode: '1.2.02.02', kelompok: 'TRANSFER_DAERAH', terikat: false },
  { text: 'SiLPA', kode: '1.4.01', kelompok: 'SILPA', terikat: false },
  { text: '1.1', kode: '1.1', kelompok: 'PAD', terikat: false },
  { text: '1.2.1.1.1', kode: '1.2.01.01.01', kelompok: 'TKD', terikat: false },
  {
    text: '2.2.01.01.04.0035 DAK Non Fisik-Dana BOK-BOK Puskesmas',
    kode: '2.2.01.01.04.0035',
    kelompok: 'TKD',
    terikat: true
  },
  { text: '[2.1.01.02.02] Pajak Rokok', kode: '2.1.01.02.02', kelompok: 'PAD', terikat: true }
])('"$text" is $kode', ({ text, ...expected }) => {
  expect(sumberDanaCode(text)).toMatchObject(expected);
});

test.for([
  { text: '', why: 'empty' },
  { text: 'Pajak Rokok', why: 'either free or earmarked' },
  { text: 'Bantuan Keuangan', why: 'either free or earmarked' },
  { text: 'DANA UMUM', why: 'no source, only a group' },
  { text: 'DANA UMUM-Dana Desa', why: 'never in that group' },
  { text: '1.2', why: 'a code too short to tell TKD from provincial transfers' },
  { text: '3.1', why: 'no such code' },
  { text: '1.1.01.01.01.00001', why: 'too wide for a code' },
  { text: '1.1.1.1.1.1.1', why: 'too long for a code' },
  { text: 'Program Rehabilitasi Sosial', why: 'something else' }
])('"$text" is not guessed: $why', ({ text }) => expect(sumberDanaCode(text)).toBeNull());

test('every source of the reference table is recognised by its code, and by its name with its group', () => {
  for (const { kode, nama, kelompok, komponen_tkd: komponenTkd, terikat } of rows) {
    const group = kode.startsWith('1') ? 'DANA UMUM' : 'DANA KHUSUS';
    const expected = { kode, kelompok, komponenTkd, terikat };
    expect(sumberDanaCode(kode)).toEqual(expected);
    expect(sumberDanaCode(`[${group}] - ${nama}`), nama).toEqual(expected);
    expect(sumberDanaCode(`${group}-${nama}`), nama).toEqual(expected);
    expect(classifySumberDana(kode)).toEqual({ kelompok, komponenTkd, terikat });
  }
});
