import { expect, test } from 'vitest';
import { budgetComponent } from '$lib/contract/component';
import { accountComponent, contradictsName, transferOfName } from '$lib/source/regionalBudgetAccount';

/** Codes drifted between 2021 and 2025; the component of a meaning did not. */
test.for([
  // 2021: transfers below dana perimbangan
  [2021, '4.2.01.01.01', 'Dana Transfer Umum-Dana Bagi Hasil (DBH)', 'dbh_tak_dirinci'],
  [2021, '4.2.01.01.01.0001', 'DBH Pajak Bumi dan Bangunan', 'dbh_pajak'],
  [2021, '4.2.01.01.01.0003', 'DBH PPh Pasal 25 dan Pasal 29/WPOPDN', 'dbh_pajak'],
  [2021, '4.2.01.01.01.0004', 'DBH Cukai Hasil Tembakau (CHT)', 'dbh_pajak'],
  [2021, '4.2.01.01.01.0005', 'DBH Sumber Daya Alam (SDA) Minyak Bumi', 'dbh_sda'],
  [2021, '4.2.01.01.01.0009', 'DBH SDA Mineral dan Batubara-Royalty', 'dbh_sda'],
  [2021, '4.2.01.01.02', 'Dana Transfer Umum-Dana Alokasi Umum (DAU)', 'dau_tak_dirinci'],
  [2021, '4.2.01.01.02.0002', 'DAU Tambahan Dukungan Pendanaan Kelurahan', 'dau_ditentukan'],
  [2021, '4.2.01.01.03', 'Dana Transfer Khusus-Dana Alokasi Khusus (DAK) Fisik', 'dak_fisik'],
  [2021, '4.2.01.01.03.0001', 'DAK Fisik-Bidang Pendidikan-Reguler-PAUD', 'dak_fisik'],
  [2021, '4.2.01.01.04', 'Dana Transfer Khusus-Dana Alokasi Khusus (DAK) Non Fisik', 'dak_nonfisik'],
  [2021, '4.2.01.02', 'Dana Insentif Daerah (DID)', 'insentif_fiskal'],
  [2021, '4.2.01.05', 'Dana Desa', 'dana_desa'],
  [2021, '4.2.02.01', 'Pendapatan Bagi Hasil', 'bagi_hasil_provinsi'],
  [2021, '4.2.02.01.01', 'Pendapatan Bagi Hasil Pajak', 'bagi_hasil_provinsi'],
  // 2023: both shapes are met
  [2023, '4.2.01.01.01', 'Dana Bagi Hasil (DBH)', 'dbh_tak_dirinci'],
  [2023, '4.2.01.07.01', 'DBH Pajak', 'dbh_pajak'],
  [2023, '4.2.01.08.02.0004', 'DAU yang Ditentukan Penggunaannya Bidang Pendidikan', 'dau_ditentukan'],
  [2023, '4.2.01.06', 'Insentif Fiskal', 'insentif_fiskal'],
  // 2025
  [2025, '4.2.01.07', 'Dana Bagi Hasil (DBH)', 'dbh_tak_dirinci'],
  [2025, '4.2.01.07.01', 'DBH Pajak', 'dbh_pajak'],
  [2025, '4.2.01.07.02', 'DBH Sumber Daya Alam', 'dbh_sda'],
  [2025, '4.2.01.07.03', 'DBH Lainnya (Perkebunan Sawit)', 'dbh_lain'],
  [2025, '4.2.01.08', 'Dana Alokasi Umum (DAU)', 'dau_tak_dirinci'],
  [2025, '4.2.01.08.01', 'DAU yang Tidak Ditentukan Penggunaannya', 'dau_block'],
  [2025, '4.2.01.08.01.0001', 'DAU', 'dau_block'],
  [2025, '4.2.01.08.02.0001', 'DAU Tambahan Dukungan Pendanaan Kelurahan', 'dau_ditentukan'],
  [2025, '4.2.01.09', 'Dana Alokasi Khusus (DAK)', 'dak_tak_dirinci'],
  [2025, '4.2.01.09.01', 'DAK Fisik', 'dak_fisik'],
  [2025, '4.2.01.09.02', 'DAK Non Fisik', 'dak_nonfisik'],
  [2025, '4.2.01.05', 'Dana Desa', 'dana_desa'],
  [2025, '4.2.01.06', 'Insentif Fiskal', 'insentif_fiskal'],
  [2025, '4.2.01', 'Pendapatan Transfer Pemerintah Pusat', 'transfer_pusat_tak_dirinci'],
  [2025, '4.2.02.01', 'Pendapatan Bagi Hasil', 'bagi_hasil_provinsi'],
  [2025, '4.2.02.02', 'Bantuan Keuangan', 'bankeu_provinsi'],
  [2025, '4.2.02', 'Pendapatan Transfer Antar Daerah', 'transfer_daerah_tak_dirinci'],
  // a name that contradicts its code is followed
  [2025, '4.2.01.07.01', 'DAU yang Tidak Ditentukan Penggunaannya', 'dau_block'],
  // without a name the code alone decides
  [2025, '4.2.01.07.02', null, 'dbh_sda'],
  [2021, '4.2.01.01.01.0005', null, 'dbh_tak_dirinci'],
  [2025, '5.1.06.01', 'Belanja Bantuan Sosial kepada Individu', 'belanja_bansos'],
  [2025, '5.4.02.05', 'Belanja Bantuan Keuangan kepada Desa', 'belanja_bantuan_keuangan'],
  [2025, '6.1.01', 'SiLPA', 'silpa'],
  [2025, '6.2.03', 'Pembayaran Cicilan Pokok Utang', 'pengeluaran_pembiayaan_lain'],
  // 2020: the digits of Permendagri 13/2006 mean other things, so names decide
  [2020, '4.2.01', 'Dana Bagi Hasil Pajak/Bagi Hasil Bukan Pajak', 'dbh_pajak'],
  [2020, '5.2.03', 'Belanja Modal', 'belanja_modal'],
  [2020, '5.1.05', 'Belanja Bantuan Sosial', 'belanja_bansos']
] as const)('%i %s %s is %s', ([tahun, kode, nama, komponen]) => {
  const found = accountComponent(kode, tahun, nama);
  expect(found?.komponen).toBe(komponen);
  expect(found?.jenis).toBe(budgetComponent(komponen)!.jenis);
});

test.for([
  { name: 'all income', kode: '4', tahun: 2025 },
  { name: 'transfers from anywhere', kode: '4.2', tahun: 2025 },
  { name: 'all spending', kode: '5', tahun: 2025 },
  { name: 'an account of no budget', kode: '7.1.01', tahun: 2025 },
  { name: 'an account of the old chart without a name', kode: '4.2.01', tahun: 2020 }
])('$name has no single component', ({ kode, tahun }) => expect(accountComponent(kode, tahun)).toBeNull());

test('what comes from the province is a transfer but not TKD', () => {
  for (const kode of ['4.2.02', '4.2.02.01', '4.2.02.01.01.0001', '4.2.02.02'])
    expect(budgetComponent(accountComponent(kode, 2025, 'Bagi Hasil Pajak Daerah Provinsi')!.komponen)!.kelompok).toBe(
      'TRANSFER_DAERAH'
    );
});

test('a name that means another transfer than its code is noticed, one that says less is not', () => {
  expect(contradictsName('4.2.01.07', 'Dana Alokasi Umum')).toBe(true);
  expect(contradictsName('4.2.01.07', 'Dana Bagi Hasil')).toBe(false);
  expect(contradictsName('4.2.01', 'Dana Desa')).toBe(false);
  expect(contradictsName('5.1.01', 'Belanja Pegawai')).toBe(false);
});

test.for([
  ['Transfer DBH PPh Pasal 21', 'dbh_pajak'],
  ['Transfer DBH PBB Migas', 'dbh_pajak'],
  ['Dana Alokasi Umum', 'dau_tak_dirinci'],
  ['DAK Non Fisik', 'dak_nonfisik'],
  ['Insentif Fiskal', 'insentif_fiskal'],
  ['Dana Desa (total)', 'dana_desa'],
  ['Dana Keistimewaan DIY', 'transfer_pusat_lain'],
  ['Bagi Hasil Pajak Provinsi', null],
  ['Dana Tunjangan Profesi Guru PNSD', null]
])('the name %s says %s', ([nama, komponen]) => expect(transferOfName(nama!)).toBe(komponen));
