import type { BudgetBlock } from '$lib/contract/component';
import { compact, differsBy } from './djpkSpelling';

/** A line of the portal's budget table: where it may stand and what it is where it has no details. */
export interface ApbdLine {
  key: string;
  /** Lines it may stand below; the one that was printed last above it is meant. Empty at the top. */
  parents: readonly string[];
  /** Null for the sums of a whole block, which are never a leaf, and for lines that only check others. */
  jenis: BudgetBlock | null;
  komponen: string | null;
  /** Official name, for lines that share their component with others; null elsewhere. */
  subkomponen: string | null;
  /** Counts against its parent: outlays below net financing. */
  negative?: boolean;
}

/** How a printed label was understood: as it stands, or with letters missing. */
export interface LabelRead {
  line: ApbdLine;
  /** The label of the dictionary, where the printed one lost letters; null when it is whole. */
  mended: string | null;
}

type Entry = readonly [
  key: string,
  parents: string,
  jenis: BudgetBlock | null,
  komponen: string | null,
  labels: string
];

const income = 'pendapatan';
const spending = 'belanja';
const receipt = 'penerimaan_pembiayaan';
const outlay = 'pengeluaran_pembiayaan';

/** Labels of all years seen, apart by `|`; case, spaces and marks do not count. */
const entries: readonly Entry[] = [
  ['pendapatan', '', null, null, 'Pendapatan Daerah|Pendapatan|Jumlah Pendapatan|Total Pendapatan Daerah'],
  ['pad', 'pendapatan', income, 'pad_tak_dirinci', 'PAD|Pendapatan Asli Daerah|Pendapatan Asli Daerah (PAD)'],
  ['pajak_daerah', 'pad', income, 'pajak_daerah', 'Pajak Daerah|Pendapatan Pajak Daerah|Hasil Pajak Daerah'],
  ['retribusi_daerah', 'pad', income, 'retribusi_daerah', 'Retribusi Daerah|Hasil Retribusi Daerah'],
  [
    'hasil_kekayaan',
    'pad',
    income,
    'hasil_kekayaan',
    'Hasil Pengelolaan Kekayaan Daerah yang Dipisahkan|Hasil Pengelolaan Kekayaan Daerah Yang Sah'
  ],
  ['lain_pad', 'pad', income, 'lain_pad', 'Lain-Lain PAD yang Sah|Lain-lain Pendapatan Asli Daerah yang Sah'],
  [
    'tkdd',
    'pendapatan',
    income,
    'transfer_pusat_tak_dirinci',
    'TKDD|TKD|Transfer ke Daerah|Transfer ke Daerah dan Dana Desa|Pendapatan Transfer|Dana Perimbangan'
  ],
  [
    'transfer_pusat',
    'tkdd|pendapatan',
    income,
    'transfer_pusat_tak_dirinci',
    'Pendapatan Transfer Pemerintah Pusat|Transfer Pemerintah Pusat|Transfer Pemerintah Pusat - Dana Perimbangan'
  ],
  ['dbh', 'transfer_pusat|tkdd', income, 'dbh_tak_dirinci', 'DBH|Dana Bagi Hasil|Dana Bagi Hasil (DBH)'],
  ['dbh_pajak', 'dbh|transfer_pusat|tkdd', income, 'dbh_pajak', 'DBH Pajak|Dana Bagi Hasil Pajak'],
  [
    'dbh_sda',
    'dbh|transfer_pusat|tkdd',
    income,
    'dbh_sda',
    'DBH SDA|DBH Sumber Daya Alam|Dana Bagi Hasil Sumber Daya Alam|Dana Bagi Hasil Bukan Pajak'
  ],
  ['dau', 'transfer_pusat|tkdd', income, 'dau_tak_dirinci', 'DAU|Dana Alokasi Umum|Dana Alokasi Umum (DAU)'],
  ['dak', 'transfer_pusat|tkdd', income, 'dak_tak_dirinci', 'DAK|Dana Alokasi Khusus|Dana Alokasi Khusus (DAK)'],
  ['dak_fisik', 'dak|transfer_pusat|tkdd', income, 'dak_fisik', 'DAK Fisik|Dana Alokasi Khusus Fisik'],
  ['dak_nonfisik', 'dak|transfer_pusat|tkdd', income, 'dak_nonfisik', 'DAK Non Fisik|Dana Alokasi Khusus Non Fisik'],
  ['dana_desa', 'transfer_pusat|tkdd|lainnya', income, 'dana_desa', 'Dana Desa'],
  [
    'insentif_fiskal',
    'transfer_pusat|tkdd|lainnya',
    income,
    'insentif_fiskal',
    'DID|Dana Insentif Daerah|Dana Insentif Daerah (DID)|Insentif Fiskal|Dana Insentif Fiskal'
  ],
  [
    'transfer_pusat_lain',
    'transfer_pusat|tkdd|lainnya',
    income,
    'transfer_pusat_lain',
    'Dana Otonomi Khusus|Dana Otsus|Dana Keistimewaan|Dana Penyesuaian dan Otonomi Khusus|Hibah ke Daerah'
  ],
  ['lainnya', 'pendapatan', income, 'lain_pendapatan', 'Pendapatan Lainnya|Lain-lain Pendapatan Daerah yang Sah'],
  [
    'transfer_daerah',
    'tkdd|lainnya|pendapatan',
    income,
    'transfer_daerah_tak_dirinci',
    'Pendapatan Transfer Antar Daerah|Transfer Antar Daerah'
  ],
  [
    'bagi_hasil_provinsi',
    'transfer_daerah|tkdd|lainnya',
    income,
    'bagi_hasil_provinsi',
    'Pendapatan Bagi Hasil|Bagi Hasil Pajak dari Provinsi dan Pemerintah Daerah Lainnya|Dana Bagi Hasil Pajak dari Provinsi dan Pemerintah Daerah Lainnya'
  ],
  [
    'bankeu_provinsi',
    'transfer_daerah|tkdd|lainnya',
    income,
    'bankeu_provinsi',
    'Bantuan Keuangan|Bantuan Keuangan dari Provinsi atau Pemerintah Daerah Lainnya'
  ],
  ['pendapatan_hibah', 'lainnya', income, 'pendapatan_hibah', 'Pendapatan Hibah|Hibah'],
  ['dana_darurat', 'lainnya', income, 'dana_darurat', 'Dana Darurat'],
  [
    'lain_pendapatan',
    'lainnya',
    income,
    'lain_pendapatan',
    'Lain-lain Pendapatan Sesuai dengan Ketentuan Peraturan Perundang-Undangan|Lain-lain Pendapatan|Pendapatan Lainnya Sesuai dengan Ketentuan Peraturan Perundang-Undangan'
  ],
  ['belanja', '', null, null, 'Belanja Daerah|Belanja|Jumlah Belanja|Total Belanja Daerah'],
  ['belanja_operasi', 'belanja', spending, 'belanja_operasi_tak_dirinci', 'Belanja Operasi'],
  ['belanja_pegawai', 'belanja_operasi|belanja', spending, 'belanja_pegawai', 'Belanja Pegawai'],
  [
    'belanja_barang_jasa',
    'belanja_operasi|belanja',
    spending,
    'belanja_barang_jasa',
    'Belanja Barang dan Jasa|Belanja Barang Jasa|Belanja Barang & Jasa'
  ],
  ['belanja_modal', 'belanja', spending, 'belanja_modal', 'Belanja Modal'],
  ['belanja_lainnya', 'belanja', spending, 'belanja_lain_tak_dirinci', 'Belanja Lainnya'],
  ['belanja_transfer', 'belanja', spending, 'belanja_lain_tak_dirinci', 'Belanja Transfer'],
  ['belanja_bunga', 'belanja_lainnya|belanja_operasi|belanja', spending, 'belanja_bunga', 'Belanja Bunga'],
  ['belanja_subsidi', 'belanja_lainnya|belanja_operasi|belanja', spending, 'belanja_subsidi', 'Belanja Subsidi'],
  ['belanja_hibah', 'belanja_lainnya|belanja_operasi|belanja', spending, 'belanja_hibah', 'Belanja Hibah'],
  [
    'belanja_bansos',
    'belanja_lainnya|belanja_operasi|belanja',
    spending,
    'belanja_bansos',
    'Belanja Bantuan Sosial|Belanja Bansos'
  ],
  ['belanja_tidak_terduga', 'belanja_lainnya|belanja', spending, 'belanja_tidak_terduga', 'Belanja Tidak Terduga'],
  [
    'belanja_bagi_hasil',
    'belanja_lainnya|belanja_transfer|belanja',
    spending,
    'belanja_bagi_hasil',
    'Belanja Bagi Hasil'
  ],
  [
    'belanja_bantuan_keuangan',
    'belanja_lainnya|belanja_transfer|belanja',
    spending,
    'belanja_bantuan_keuangan',
    'Belanja Bantuan Keuangan'
  ],
  ['surplus', '', null, null, 'Surplus/(Defisit)|Surplus/Defisit|Surplus (Defisit)|Defisit'],
  ['pembiayaan', '', null, null, 'Pembiayaan Daerah|Pembiayaan|Pembiayaan Netto|Pembiayaan Neto'],
  [
    'penerimaan',
    'pembiayaan',
    receipt,
    'penerimaan_pembiayaan_lain',
    'Penerimaan Pembiayaan Daerah|Penerimaan Pembiayaan'
  ],
  [
    'silpa',
    'penerimaan',
    receipt,
    'silpa',
    'Sisa Lebih Perhitungan Anggaran Tahun Sebelumnya|SiLPA Tahun Sebelumnya|Sisa Lebih Perhitungan Anggaran Tahun Anggaran Sebelumnya|Penggunaan SiLPA'
  ],
  ['cair_cadangan', 'penerimaan', receipt, 'penerimaan_pembiayaan_lain', 'Pencairan Dana Cadangan'],
  [
    'jual_kekayaan',
    'penerimaan',
    receipt,
    'penerimaan_pembiayaan_lain',
    'Penjualan Kekayaan Daerah yang Dipisahkan|Hasil Penjualan Kekayaan Daerah yang Dipisahkan'
  ],
  [
    'terima_pinjaman',
    'penerimaan',
    receipt,
    'penerimaan_pembiayaan_lain',
    'Penerimaan Pinjaman Daerah|Pinjaman Daerah'
  ],
  [
    'kembali_pinjaman',
    'penerimaan',
    receipt,
    'penerimaan_pembiayaan_lain',
    'Penerimaan Kembali Pemberian Pinjaman Daerah|Penerimaan Kembali Pinjaman Daerah'
  ],
  [
    'terima_lain',
    'penerimaan',
    receipt,
    'penerimaan_pembiayaan_lain',
    'Penerimaan Pembiayaan Lainnya Sesuai dengan Ketentuan Peraturan Perundang-Undangan|Penerimaan Pembiayaan Lainnya'
  ],
  [
    'pengeluaran',
    'pembiayaan',
    outlay,
    'pengeluaran_pembiayaan_lain',
    'Pengeluaran Pembiayaan Daerah|Pengeluaran Pembiayaan'
  ],
  ['bentuk_cadangan', 'pengeluaran', outlay, 'pengeluaran_pembiayaan_lain', 'Pembentukan Dana Cadangan'],
  [
    'penyertaan_modal',
    'pengeluaran',
    outlay,
    'penyertaan_modal',
    'Penyertaan Modal Daerah|Penyertaan Modal|Penyertaan Modal (Investasi) Daerah'
  ],
  [
    'bayar_pokok',
    'pengeluaran',
    outlay,
    'pengeluaran_pembiayaan_lain',
    'Pembayaran Cicilan Pokok Utang yang Jatuh Tempo|Pembayaran Pokok Utang'
  ],
  ['beri_pinjaman', 'pengeluaran', outlay, 'pengeluaran_pembiayaan_lain', 'Pemberian Pinjaman Daerah'],
  [
    'keluar_lain',
    'pengeluaran',
    outlay,
    'pengeluaran_pembiayaan_lain',
    'Pengeluaran Pembiayaan Lainnya Sesuai dengan Ketentuan Peraturan Perundang-Undangan|Pengeluaran Pembiayaan Lainnya'
  ],
  [
    'silpa_berjalan',
    '',
    null,
    null,
    'Sisa Lebih Pembiayaan Anggaran Tahun Berkenaan|SiLPA|Sisa Lebih Pembiayaan Anggaran (SiLPA)|SiLPA Tahun Berkenaan'
  ]
];

/** Lines that check the others and have no parent: the balance above and below financing. */
export const balanceLines: readonly string[] = ['surplus', 'silpa_berjalan'];

/** Every line of the portal's budget table, in its order. */
export const apbdLines: readonly ApbdLine[] = entries.map(([key, parents, jenis, komponen, labels]) => ({
  key,
  parents: parents === '' ? [] : parents.split('|'),
  jenis,
  komponen,
  subkomponen: sharesComponent(key, komponen) ? labels.split('|')[0]! : null,
  negative: key === 'pengeluaran'
}));

const byLabel = new Map(
  entries.flatMap(([, , , , labels], i) =>
    labels.split('|').map((label) => [compact(label), { line: apbdLines[i]!, label }])
  )
);

/** The line a printed label means; null when it is in no year's table. A label that lost up to two letters is mended where only one line fits. */
export function readLabel(text: string): LabelRead | null {
  const printed = compact(text);
  const exact = byLabel.get(printed);
  if (exact !== undefined) return { line: exact.line, mended: null };
  if (printed.length < 9) return null;
  const near = [...byLabel].filter(
    ([label]) => Math.abs(label.length - printed.length) <= 2 && differsBy(label, printed, 2)
  );
  const lines = new Set(near.map(([, { line }]) => line));
  return lines.size === 1 ? { line: near[0]![1].line, mended: near[0]![1].label } : null;
}

/** A group line and a leaf of its own group share a component without meaning the same: only leaves that share are told apart. */
function sharesComponent(key: string, komponen: string | null): boolean {
  const leaves = entries.filter(
    ([other, , , its]) => its === komponen && !entries.some(([, parents]) => parents.split('|').includes(other))
  );
  return komponen !== null && leaves.length > 1 && leaves.some(([other]) => other === key);
}
