import { readCode } from './code';
import { parseDate } from './date';
import type { BudgetBlock } from '$lib/contract/component';
import { field, fieldText } from './flatTable';
import { flatLayout, whyBadCode, whyBlank, type Why } from './flatRead';

/** Official nomenclature: urusan, bidang, program, kegiatan and sub kegiatan with their names. */
export const nomenklatur = flatLayout({
  name: 'nomenklatur',
  title: { id: 'nomenklatur program dan kegiatan', en: 'programme nomenclature' },
  score: 0.9,
  fields: [
    field('level', 'tingkat'),
    field('tahun'),
    field('kode', 'kode_normal', 'kode_nomenklatur'),
    field('uraian', 'nama', 'nomenklatur')
  ],
  required: ['level', 'kode', 'uraian'],
  amounts: [],
  confirm: (sheet, header) =>
    sheet.rows
      .slice(header.row + 1, header.row + 50)
      .some((cells) => /urusan|bidang|program|kegiatan/i.test(fieldText(header, cells, 'level') ?? '')),
  take(row, result) {
    const kode = row.code('kode', 'nomenklatur');
    if (kode === null) return whyBadCode('kode');
    const nama = row.text('uraian');
    if (nama === null) return whyBlank('uraian');
    result.names.push({ table: 'nomenklatur', kode, nama, tahun: row.integer('tahun') });
    return null;
  }
});

/** Official chart of accounts, by depth. */
export const rekening = flatLayout({
  name: 'rekening',
  title: { id: 'bagan akun standar', en: 'chart of accounts' },
  score: 0.89,
  fields: [
    field('level', 'tingkat'),
    field('tahun'),
    field('kode', 'kode_akun', 'kode_rekening'),
    field('uraian', 'nama', 'nama_akun')
  ],
  required: ['level', 'kode', 'uraian'],
  amounts: [],
  confirm: (sheet, header) =>
    sheet.rows
      .slice(header.row + 1, header.row + 50)
      .every((cells) => /^\d?$/.test(fieldText(header, cells, 'level') ?? '')),
  take(row, result) {
    const kode = row.code('kode', 'akun');
    if (kode === null) return whyBadCode('kode');
    const nama = row.text('uraian');
    if (nama === null) return whyBlank('uraian');
    result.names.push({ table: 'akun', kode, nama, tahun: row.integer('tahun') });
    return null;
  }
});

const components: readonly { prefix: string; jenis: BudgetBlock; komponen: string }[] = [
  { prefix: '4.1.01', jenis: 'pendapatan', komponen: 'pajak_daerah' },
  { prefix: '4.1.02', jenis: 'pendapatan', komponen: 'retribusi_daerah' },
  { prefix: '4.1.03', jenis: 'pendapatan', komponen: 'hasil_kekayaan' },
  { prefix: '4.1.04', jenis: 'pendapatan', komponen: 'lain_pad' },
  { prefix: '4.2.01', jenis: 'pendapatan', komponen: 'transfer_pusat_tak_dirinci' },
  { prefix: '4.2.02', jenis: 'pendapatan', komponen: 'transfer_daerah_tak_dirinci' },
  { prefix: '4.3.01', jenis: 'pendapatan', komponen: 'pendapatan_hibah' },
  { prefix: '4.3.02', jenis: 'pendapatan', komponen: 'dana_darurat' },
  { prefix: '4.3', jenis: 'pendapatan', komponen: 'lain_pendapatan' },
  { prefix: '5.1.01', jenis: 'belanja', komponen: 'belanja_pegawai' },
  { prefix: '5.1.02', jenis: 'belanja', komponen: 'belanja_barang_jasa' },
  { prefix: '5.1.03', jenis: 'belanja', komponen: 'belanja_bunga' },
  { prefix: '5.1.04', jenis: 'belanja', komponen: 'belanja_subsidi' },
  { prefix: '5.1.05', jenis: 'belanja', komponen: 'belanja_hibah' },
  { prefix: '5.1.06', jenis: 'belanja', komponen: 'belanja_bansos' },
  { prefix: '5.2', jenis: 'belanja', komponen: 'belanja_modal' },
  { prefix: '5.3', jenis: 'belanja', komponen: 'belanja_tidak_terduga' },
  { prefix: '5.4.01', jenis: 'belanja', komponen: 'belanja_bagi_hasil' },
  { prefix: '5.4.02', jenis: 'belanja', komponen: 'belanja_bantuan_keuangan' },
  { prefix: '6.1.01', jenis: 'penerimaan_pembiayaan', komponen: 'silpa' },
  { prefix: '6.1', jenis: 'penerimaan_pembiayaan', komponen: 'penerimaan_pembiayaan_lain' },
  { prefix: '6.2.02', jenis: 'pengeluaran_pembiayaan', komponen: 'penyertaan_modal' },
  { prefix: '6.2', jenis: 'pengeluaran_pembiayaan', komponen: 'pengeluaran_pembiayaan_lain' }
];

/** Which block and component of the regency's budget an account of three or more parts belongs to; null for any other. */
export function accountComponent(kodeAkun: string): { jenis: BudgetBlock; komponen: string } | null {
  const found = components.find(({ prefix }) => kodeAkun === prefix || kodeAkun.startsWith(`${prefix}.`));
  return found === undefined ? null : { jenis: found.jenis, komponen: found.komponen };
}

const noYear: Why = {
  code: 'tahun',
  field: 'tahun',
  message: { id: 'tahun kosong.', en: 'the year is blank.' },
  fix: {
    id: 'Isi kolom tahun atau tetapkan "tahun" di tepat.json.',
    en: 'Fill in the year or set "tahun" in tepat.json.'
  }
};

/** APBD of a regency by account: budget only, each account once. Subtotals above other rows are dropped by the extract. */
export const apbdAkun = flatLayout({
  name: 'apbd-akun',
  title: { id: 'APBD menurut akun', en: 'APBD by account' },
  score: 0.88,
  fields: [
    field('kode_bps'),
    field('kode_djpk'),
    field('kode_kemendagri'),
    field('wilayah', 'kode_wilayah'),
    field('tahun', 'tahun_anggaran'),
    field('tahap', 'tahapan'),
    field('kode_akun', 'kode_rekening'),
    field('uraian', 'nama_akun'),
    field('nilai', 'nilai_rp', 'anggaran', 'anggaran_rp', 'jumlah'),
    field('realisasi', 'realisasi_rp')
  ],
  required: ['tahun', 'kode_akun', 'nilai'],
  amounts: ['nilai', 'realisasi'],
  confirm: (sheet, header) =>
    ['kode_bps', 'kode_djpk', 'kode_kemendagri', 'wilayah'].some((name) => header.columns.has(name)) &&
    sheet.rows
      .slice(header.row + 1, header.row + 50)
      .some((cells) => /^[46]/.test(readCode(fieldText(header, cells, 'kode_akun') ?? '', 'akun')?.kode ?? '')),
  take(row, result) {
    const kode_akun = row.code('kode_akun', 'akun');
    if (kode_akun === null) return whyBadCode('kode_akun');
    const tahun = row.integer('tahun');
    if (tahun === null) return noYear;
    const component = accountComponent(kode_akun);
    if (component === null) return kode_akun.split('.').length < 3 ? 'induk' : whyBadCode('kode_akun');
    const values = {
      tahun,
      kode_wilayah: row.text('kode_kemendagri'),
      wilayah: row.text('wilayah'),
      kode_bps: row.text('kode_bps'),
      kode_djpk: row.text('kode_djpk'),
      tahap: row.text('tahap'),
      ...component,
      kode_akun,
      anggaran: row.amount('nilai'),
      realisasi: row.amount('realisasi')
    };
    result.flat.push({ table: 'apbd_daerah', values, origin: row.origin });
    const uraian = row.text('uraian');
    if (uraian !== null) result.names.push({ table: 'akun', kode: kode_akun, nama: uraian, tahun });
    return null;
  }
});

const badNumber: Why = {
  code: 'angka',
  field: 'nilai',
  message: { id: 'bukan angka.', en: 'is not a number.' },
  fix: {
    id: 'Perbaiki nilainya, atau kosongkan bila tidak ada.',
    en: 'Correct the value, or leave it blank if there is none.'
  }
};

/** Columns that may give the region, the surest first; plain `wilayah` does not say whose code it is. */
const regionFields = ['kode_kemendagri', 'kode_bps', 'wilayah'] as const;

/** Indicators in long form: region, year, period, name, value, unit, source. */
export const indikator = flatLayout({
  name: 'indikator',
  title: { id: 'tabel indikator', en: 'indicator table' },
  score: 0.88,
  fields: [
    field('kode_kemendagri'),
    field('kode_bps'),
    field('wilayah', 'kode_wilayah'),
    field('tahun'),
    field('bulan', 'periode'),
    field('indikator', 'nama_indikator'),
    field('nilai'),
    field('satuan'),
    field('sumber'),
    field('versi')
  ],
  required: ['tahun', 'indikator', 'nilai'],
  amounts: [],
  confirm: (_, header) => regionFields.some((name) => header.columns.has(name)),
  take(row, result, header) {
    const [kode_wilayah, kode_bps, wilayah] = regionFields.map((name) => row.text(name));
    const tahun = row.integer('tahun');
    const indikator = row.text('indikator');
    if (!kode_wilayah && !kode_bps && !wilayah) return whyBlank(regionFields.find((name) => header.columns.has(name))!);
    if (tahun === null) return noYear;
    if (indikator === null) return whyBlank('indikator');
    const nilai = plainNumber(row.text('nilai'));
    if (nilai === undefined) return badNumber;
    const bulan = row.integer('bulan');
    const versi = row.text('versi');
    const region = { kode_wilayah: kode_wilayah ?? null, kode_bps: kode_bps ?? null, wilayah: wilayah ?? null };
    const values = {
      ...region,
      tahun,
      bulan: bulan === 0 ? null : bulan,
      indikator,
      nilai,
      satuan: row.text('satuan'),
      sumber: row.text('sumber'),
      versi: versi === null ? null : (parseDate(versi) ?? versi)
    };
    result.flat.push({ table: 'indikator', values, origin: row.origin });
    return null;
  }
});

/** A value written with a decimal dot or comma and no thousands marks; null when blank. */
function plainNumber(text: string | null): number | null | undefined {
  if (text === null) return null;
  const clean = text.replace(/[\s\u00a0]/g, '').replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(clean) ? Number(clean) : undefined;
}
