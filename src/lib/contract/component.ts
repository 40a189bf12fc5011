import type { Text } from '$lib/text/language';

/** `jenis` of `apbd_daerah`: the four blocks of a regional budget. */
export const budgetBlocks = ['pendapatan', 'belanja', 'penerimaan_pembiayaan', 'pengeluaran_pembiayaan'] as const;
export type BudgetBlock = (typeof budgetBlocks)[number];

/** Where a component belongs in the block above it: PAD, TKD (from the centre), transfers between regions, and so on. */
export type ComponentGroup =
  'PAD' | 'TKD' | 'TRANSFER_DAERAH' | 'LAIN' | 'OPERASI' | 'MODAL' | 'TIDAK_TERDUGA' | 'TRANSFER' | 'PEMBIAYAAN';

export interface BudgetComponent {
  komponen: string;
  jenis: BudgetBlock;
  kelompok: ComponentGroup;
  name: Text;
}

/**
 * The closed list of `komponen`, in the order of the LRA. One key for one meaning in every year, though account codes and labels
 * drift between 2021 and 2025. A name ending in `_tak_dirinci` is for what a source gives as a sum without its parts: the whole sum,
 * or the rest of it where only some parts are given. A sum never stands beside all its parts, so leaves always add up.
 */
export const budgetComponents = [
  c('pajak_daerah', 'pendapatan', 'PAD', 'Pajak daerah', 'Local taxes'),
  c('retribusi_daerah', 'pendapatan', 'PAD', 'Retribusi daerah', 'Local user charges'),
  c(
    'hasil_kekayaan',
    'pendapatan',
    'PAD',
    'Hasil pengelolaan kekayaan daerah yang dipisahkan',
    'Returns on regional enterprises'
  ),
  c('lain_pad', 'pendapatan', 'PAD', 'Lain-lain PAD yang sah', 'Other own-source revenue'),
  c('pad_tak_dirinci', 'pendapatan', 'PAD', 'PAD, tidak dirinci', 'Own-source revenue, not itemised'),
  c('dbh_pajak', 'pendapatan', 'TKD', 'DBH pajak', 'Revenue sharing: taxes'),
  c('dbh_sda', 'pendapatan', 'TKD', 'DBH sumber daya alam', 'Revenue sharing: natural resources'),
  c('dbh_lain', 'pendapatan', 'TKD', 'DBH lainnya', 'Revenue sharing: other'),
  c('dbh_tak_dirinci', 'pendapatan', 'TKD', 'DBH, tidak dirinci', 'Revenue sharing, not itemised'),
  c('dau_block', 'pendapatan', 'TKD', 'DAU yang tidak ditentukan penggunaannya', 'General allocation, free'),
  c('dau_ditentukan', 'pendapatan', 'TKD', 'DAU yang ditentukan penggunaannya', 'General allocation, earmarked'),
  c('dau_tak_dirinci', 'pendapatan', 'TKD', 'DAU, tidak dirinci', 'General allocation, not itemised'),
  c('dak_fisik', 'pendapatan', 'TKD', 'DAK fisik', 'Special allocation: physical'),
  c('dak_nonfisik', 'pendapatan', 'TKD', 'DAK nonfisik', 'Special allocation: non-physical'),
  c('dak_tak_dirinci', 'pendapatan', 'TKD', 'DAK, tidak dirinci', 'Special allocation, not itemised'),
  c('dana_desa', 'pendapatan', 'TKD', 'Dana Desa', 'Village fund'),
  c('insentif_fiskal', 'pendapatan', 'TKD', 'Insentif fiskal (dahulu DID)', 'Fiscal incentive (formerly DID)'),
  c(
    'transfer_pusat_lain',
    'pendapatan',
    'TKD',
    'Transfer pusat lainnya (otonomi khusus, keistimewaan, hibah ke daerah)',
    'Other central transfers'
  ),
  c(
    'transfer_pusat_tak_dirinci',
    'pendapatan',
    'TKD',
    'Transfer pemerintah pusat, tidak dirinci',
    'Central transfers, not itemised'
  ),
  c('bagi_hasil_provinsi', 'pendapatan', 'TRANSFER_DAERAH', 'Bagi hasil dari provinsi', 'Provincial revenue sharing'),
  c(
    'bankeu_provinsi',
    'pendapatan',
    'TRANSFER_DAERAH',
    'Bantuan keuangan dari provinsi atau daerah lain',
    'Grants from the province or other regions'
  ),
  c(
    'transfer_daerah_tak_dirinci',
    'pendapatan',
    'TRANSFER_DAERAH',
    'Transfer antar daerah, tidak dirinci',
    'Transfers between regions, not itemised'
  ),
  c('pendapatan_hibah', 'pendapatan', 'LAIN', 'Pendapatan hibah', 'Grants received'),
  c('dana_darurat', 'pendapatan', 'LAIN', 'Dana darurat', 'Emergency fund'),
  c('lain_pendapatan', 'pendapatan', 'LAIN', 'Lain-lain pendapatan daerah yang sah', 'Other lawful revenue'),
  c('belanja_pegawai', 'belanja', 'OPERASI', 'Belanja pegawai', 'Personnel'),
  c('belanja_barang_jasa', 'belanja', 'OPERASI', 'Belanja barang dan jasa', 'Goods and services'),
  c('belanja_bunga', 'belanja', 'OPERASI', 'Belanja bunga', 'Interest'),
  c('belanja_subsidi', 'belanja', 'OPERASI', 'Belanja subsidi', 'Subsidies'),
  c('belanja_hibah', 'belanja', 'OPERASI', 'Belanja hibah', 'Grants given'),
  c('belanja_bansos', 'belanja', 'OPERASI', 'Belanja bantuan sosial', 'Social assistance'),
  c(
    'belanja_operasi_tak_dirinci',
    'belanja',
    'OPERASI',
    'Belanja operasi, tidak dirinci',
    'Operating spending, not itemised'
  ),
  c('belanja_modal', 'belanja', 'MODAL', 'Belanja modal', 'Capital spending'),
  c('belanja_tidak_terduga', 'belanja', 'TIDAK_TERDUGA', 'Belanja tidak terduga', 'Contingency'),
  c('belanja_bagi_hasil', 'belanja', 'TRANSFER', 'Belanja bagi hasil', 'Revenue shared with villages'),
  c('belanja_bantuan_keuangan', 'belanja', 'TRANSFER', 'Belanja bantuan keuangan', 'Financial assistance'),
  c(
    'belanja_lain_tak_dirinci',
    'belanja',
    'TRANSFER',
    'Belanja lainnya, tidak dirinci',
    'Other spending, not itemised'
  ),
  c('silpa', 'penerimaan_pembiayaan', 'PEMBIAYAAN', 'SiLPA tahun sebelumnya', 'Surplus carried over'),
  c(
    'penerimaan_pembiayaan_lain',
    'penerimaan_pembiayaan',
    'PEMBIAYAAN',
    'Penerimaan pembiayaan lainnya',
    'Other financing receipts'
  ),
  c('penyertaan_modal', 'pengeluaran_pembiayaan', 'PEMBIAYAAN', 'Penyertaan modal daerah', 'Equity participation'),
  c(
    'pengeluaran_pembiayaan_lain',
    'pengeluaran_pembiayaan',
    'PEMBIAYAAN',
    'Pengeluaran pembiayaan lainnya',
    'Other financing outlays'
  )
] as const satisfies readonly BudgetComponent[];

/** Every value `komponen` may have. */
export const componentKeys: readonly string[] = budgetComponents.map(({ komponen }) => komponen);

/** The components that come from the centre (TKD); transfers from the province are transfers, but not TKD. */
export const tkdComponentKeys: readonly string[] = budgetComponents
  .filter(({ kelompok }) => kelompok === 'TKD')
  .map(({ komponen }) => komponen);

/** The component of a key; null when the key is none. */
export function budgetComponent(komponen: string): BudgetComponent | null {
  return budgetComponents.find((component) => component.komponen === komponen) ?? null;
}

function c(komponen: string, jenis: BudgetBlock, kelompok: ComponentGroup, id: string, en: string): BudgetComponent {
  return { komponen, jenis, kelompok, name: { id, en } };
}

/** A publisher and dataset of regional budgets, as `sumber` of `apbd_daerah` names it. Rows of two of them are never added. */
export interface RegionalSource {
  sumber: string;
  /** What it is, for a reader. */
  name: Text;
}

/** The closed list of `sumber` in `apbd_daerah`; the file itself stands in `id_berkas`. */
export const regionalSources = [
  {
    sumber: 'DJPK APBD',
    name: { id: 'Portal DJPK, postur APBD per daerah', en: 'DJPK portal, regional budgets by component' }
  },
  {
    sumber: 'DJPK TKDD',
    name: { id: 'Portal DJPK, transfer ke daerah', en: 'DJPK portal, transfers to regions' }
  },
  {
    sumber: 'LRA daerah',
    name: { id: 'Laporan realisasi anggaran pemerintah daerah', en: 'Realisation report of the regional government' }
  },
  {
    sumber: 'APBD per akun',
    name: { id: 'APBD menurut rekening, anggaran saja', en: 'Regional budget by account, budget only' }
  }
] as const satisfies readonly RegionalSource[];
export type RegionalSourceName = (typeof regionalSources)[number]['sumber'];

/** Every value `sumber` of `apbd_daerah` may have. */
export const regionalSourceNames: readonly string[] = regionalSources.map(({ sumber }) => sumber);
