import type { BudgetBlock } from '$lib/contract/component';

/** Block and component of an account or label of a regional budget. */
export interface AccountComponent {
  jenis: BudgetBlock;
  komponen: string;
}

/** The year from which the accounts of Permendagri 90/2019 hold; before it the same digits mean other things. */
export const firstAccountYear = 2021;

/** By prefix, longest first among those that overlap. The accounts of central transfers are in `transferAccounts`. */
const accounts: readonly (readonly [prefix: string, jenis: BudgetBlock, komponen: string])[] = [
  ['4.1.01', 'pendapatan', 'pajak_daerah'],
  ['4.1.02', 'pendapatan', 'retribusi_daerah'],
  ['4.1.03', 'pendapatan', 'hasil_kekayaan'],
  ['4.1.04', 'pendapatan', 'lain_pad'],
  ['4.1', 'pendapatan', 'pad_tak_dirinci'],
  ['4.2.02.01', 'pendapatan', 'bagi_hasil_provinsi'],
  ['4.2.02.02', 'pendapatan', 'bankeu_provinsi'],
  ['4.2.02', 'pendapatan', 'transfer_daerah_tak_dirinci'],
  ['4.3.01', 'pendapatan', 'pendapatan_hibah'],
  ['4.3.02', 'pendapatan', 'dana_darurat'],
  ['4.3', 'pendapatan', 'lain_pendapatan'],
  ['5.1.01', 'belanja', 'belanja_pegawai'],
  ['5.1.02', 'belanja', 'belanja_barang_jasa'],
  ['5.1.03', 'belanja', 'belanja_bunga'],
  ['5.1.04', 'belanja', 'belanja_subsidi'],
  ['5.1.05', 'belanja', 'belanja_hibah'],
  ['5.1.06', 'belanja', 'belanja_bansos'],
  ['5.1', 'belanja', 'belanja_operasi_tak_dirinci'],
  ['5.2', 'belanja', 'belanja_modal'],
  ['5.3', 'belanja', 'belanja_tidak_terduga'],
  ['5.4.01', 'belanja', 'belanja_bagi_hasil'],
  ['5.4.02', 'belanja', 'belanja_bantuan_keuangan'],
  ['5.4', 'belanja', 'belanja_lain_tak_dirinci'],
  ['6.1.01', 'penerimaan_pembiayaan', 'silpa'],
  ['6.1', 'penerimaan_pembiayaan', 'penerimaan_pembiayaan_lain'],
  ['6.2.02', 'pengeluaran_pembiayaan', 'penyertaan_modal'],
  ['6.2', 'pengeluaran_pembiayaan', 'pengeluaran_pembiayaan_lain']
];

type Family = 'dbh' | 'dau' | 'dak' | 'dana_desa' | 'insentif_fiskal' | 'lain' | 'semua';

/** Central transfers: 2021 has them below 4.2.01.01 (dana perimbangan), 2025 in 4.2.01.05 to .09; no code is in both with two meanings. */
const transferAccounts: readonly (readonly [prefix: string, family: Family, komponen: string])[] = [
  ['4.2.01.01.01', 'dbh', 'dbh_tak_dirinci'],
  ['4.2.01.01.02', 'dau', 'dau_tak_dirinci'],
  ['4.2.01.01.03', 'dak', 'dak_fisik'],
  ['4.2.01.01.04', 'dak', 'dak_nonfisik'],
  ['4.2.01.02', 'insentif_fiskal', 'insentif_fiskal'],
  ['4.2.01.03', 'lain', 'transfer_pusat_lain'],
  ['4.2.01.04', 'lain', 'transfer_pusat_lain'],
  ['4.2.01.05', 'dana_desa', 'dana_desa'],
  ['4.2.01.06', 'insentif_fiskal', 'insentif_fiskal'],
  ['4.2.01.07.01', 'dbh', 'dbh_pajak'],
  ['4.2.01.07.02', 'dbh', 'dbh_sda'],
  ['4.2.01.07', 'dbh', 'dbh_tak_dirinci'],
  ['4.2.01.08.01', 'dau', 'dau_block'],
  ['4.2.01.08.02', 'dau', 'dau_ditentukan'],
  ['4.2.01.08', 'dau', 'dau_tak_dirinci'],
  ['4.2.01.09.01', 'dak', 'dak_fisik'],
  ['4.2.01.09.02', 'dak', 'dak_nonfisik'],
  ['4.2.01.09', 'dak', 'dak_tak_dirinci'],
  ['4.2.01', 'semua', 'transfer_pusat_tak_dirinci']
];

/**
 * Which block and component of the regency's budget an account belongs to, by code, name and year; null for any other account, for one
 * too coarse to belong to a single component (4, 4.2, 5, 6), and before 2021 for a central transfer whose name says nothing. A name that
 * names another transfer than the code does wins, for codes drifted between 2021 and 2025 and names did not. Transfers from the province
 * (4.2.02) are never TKD.
 */
export function accountComponent(kodeAkun: string, tahun: number, nama: string | null = null): AccountComponent | null {
  const below = (prefix: string): boolean => kodeAkun === prefix || kodeAkun.startsWith(`${prefix}.`);
  if (tahun < firstAccountYear) return nama === null ? null : oldAccount(kodeAkun, nama);
  const transfer = transferAccounts.find(([prefix]) => below(prefix));
  if (transfer !== undefined) {
    const [, family, komponen] = transfer;
    return { jenis: 'pendapatan', komponen: transferComponent(family, komponen, nama) };
  }
  const found = accounts.find(([prefix]) => below(prefix));
  return found === undefined ? null : { jenis: found[1], komponen: found[2] };
}

/** Whether the name of a central transfer names another kind of transfer than its code does. */
export function contradictsName(kodeAkun: string, nama: string): boolean {
  const code = transferAccounts.find(([prefix]) => kodeAkun === prefix || kodeAkun.startsWith(`${prefix}.`))?.[1];
  const name = familyOf(nama);
  return code !== undefined && name !== null && code !== 'semua' && code !== name;
}

/** The component that the name of a central transfer says, whatever its code: `Transfer DBH PPh Pasal 21` is `dbh_pajak`; null for any other name. */
export function transferOfName(nama: string): string | null {
  const family = familyOf(nama);
  return family === null ? null : refined(family, wholes[family], nama);
}

const wholes: Readonly<Record<Family, string>> = {
  dbh: 'dbh_tak_dirinci',
  dau: 'dau_tak_dirinci',
  dak: 'dak_tak_dirinci',
  dana_desa: 'dana_desa',
  insentif_fiskal: 'insentif_fiskal',
  lain: 'transfer_pusat_lain',
  semua: 'transfer_pusat_tak_dirinci'
};

function transferComponent(family: Family, komponen: string, nama: string | null): string {
  const named = nama === null ? null : familyOf(nama);
  if (named !== null && named !== family) return refined(named, wholes[named], nama!);
  return nama === null ? komponen : refined(family, komponen, nama);
}

/** A finer component where the name says one and the code does not. */
function refined(family: Family, komponen: string, nama: string): string {
  const plain = nama.toLowerCase();
  if (komponen === 'dbh_tak_dirinci') {
    if (/sawit|perkebunan/.test(plain)) return 'dbh_lain';
    // property tax of mines and oil fields is a tax, whatever its sector
    if (/\bpbb\b|bumi dan bangunan/.test(plain)) return 'dbh_pajak';
    if (sda.test(plain)) return 'dbh_sda';
    return pajak.test(plain) ? 'dbh_pajak' : komponen;
  }
  if (komponen === 'dau_tak_dirinci') {
    if (/tidak ditentukan|block grant|\bformula\b/.test(plain)) return 'dau_block';
    return earmarked.test(plain) ? 'dau_ditentukan' : komponen;
  }
  if (komponen === 'dak_tak_dirinci') {
    if (/non[ -]?fisik/.test(plain)) return 'dak_nonfisik';
    return /fisik/.test(plain) ? 'dak_fisik' : komponen;
  }
  return family === 'semua' ? (transferOfName(nama) ?? komponen) : komponen;
}

const sda =
  /\bsda\b|sumber ?daya alam|minyak|gas (bumi|alam)|migas|minerba|mineral|batu ?bara|pertambangan|iuran tetap|land ?rent|royalt|eksplor|hutan|psdh|iiuph|reboisasi|perikanan|panas ?bumi/;
const pajak = /pajak|\bpbb\b|\bpph\b|bumi dan bangunan|cukai|\bcht\b|tembakau/;
const earmarked =
  /ditentukan|earmark|kelurahan|pppk|penggajian|perjanjian kerja|pendidikan|kesehatan|pekerjaan umum|tambahan|spesific|specific/;

/** The kind of central transfer a name says; null where it says none. */
function familyOf(nama: string): Exclude<Family, 'semua'> | null {
  const plain = nama.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
  if (/provinsi|antar daerah|bantuan keuangan/.test(plain)) return null;
  if (/\bdana desa\b/.test(plain) && !/transfer ke daerah/.test(plain)) return 'dana_desa';
  if (/\bdid\b|insentif (daerah|fiskal)/.test(plain)) return 'insentif_fiskal';
  if (/\bdbh\b|bagi hasil/.test(plain)) return 'dbh';
  if (/\bdau\b|alokasi umum/.test(plain)) return 'dau';
  if (/\bdak\b|alokasi khusus/.test(plain)) return 'dak';
  return /otonomi khusus|\botsus\b|keistimewaan|\bdais\b|hibah ke daerah/.test(plain) ? 'lain' : null;
}

/** Labels of a budget by name, for the accounts of Permendagri 13/2006, where code 4.2.1 is a revenue share and 5.2.3 capital spending. */
const oldNames: readonly (readonly [name: RegExp, first: string, jenis: BudgetBlock, komponen: string])[] = [
  [/hasil pajak daerah|^pajak daerah/, '4', 'pendapatan', 'pajak_daerah'],
  [/retribusi/, '4', 'pendapatan', 'retribusi_daerah'],
  [/kekayaan daerah/, '4', 'pendapatan', 'hasil_kekayaan'],
  [/lain lain (pad|pendapatan asli)/, '4', 'pendapatan', 'lain_pad'],
  [/bagi hasil.*(provinsi|pemerintah daerah)/, '4', 'pendapatan', 'bagi_hasil_provinsi'],
  [/bantuan keuangan/, '4', 'pendapatan', 'bankeu_provinsi'],
  [/hibah/, '4', 'pendapatan', 'pendapatan_hibah'],
  [/darurat/, '4', 'pendapatan', 'dana_darurat'],
  [/belanja pegawai/, '5', 'belanja', 'belanja_pegawai'],
  [/barang (dan )?jasa/, '5', 'belanja', 'belanja_barang_jasa'],
  [/bunga/, '5', 'belanja', 'belanja_bunga'],
  [/subsidi/, '5', 'belanja', 'belanja_subsidi'],
  [/hibah/, '5', 'belanja', 'belanja_hibah'],
  [/bantuan sosial/, '5', 'belanja', 'belanja_bansos'],
  [/modal/, '5', 'belanja', 'belanja_modal'],
  [/tidak terduga/, '5', 'belanja', 'belanja_tidak_terduga'],
  [/bagi hasil/, '5', 'belanja', 'belanja_bagi_hasil'],
  [/bantuan keuangan/, '5', 'belanja', 'belanja_bantuan_keuangan'],
  [/sisa lebih|silpa/, '6', 'penerimaan_pembiayaan', 'silpa'],
  [/penyertaan modal/, '6', 'pengeluaran_pembiayaan', 'penyertaan_modal']
];

function oldAccount(kodeAkun: string, nama: string): AccountComponent | null {
  const transfer = kodeAkun.startsWith('4') ? transferOfName(nama) : null;
  if (transfer !== null) return { jenis: 'pendapatan', komponen: transfer };
  const plain = nama
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const found = oldNames.find(([name, first]) => kodeAkun.startsWith(first) && name.test(plain));
  if (found !== undefined) return { jenis: found[2], komponen: found[3] };
  if (kodeAkun.startsWith('6.1')) return { jenis: 'penerimaan_pembiayaan', komponen: 'penerimaan_pembiayaan_lain' };
  return kodeAkun.startsWith('6.2')
    ? { jenis: 'pengeluaran_pembiayaan', komponen: 'pengeluaran_pembiayaan_lain' }
    : null;
}
