import { field, plainHeader } from './flatTable';
import { flatLayout, type FlatRow, whyBadCode, whyBlank } from './flatRead';
import type { SheetRead } from './layout';
import { readStage } from './period';

const skpdFields = [
  field('kode_skpd', 'kode_opd', 'kode_unit_skpd', 'kode_satker'),
  field('nama_skpd', 'nama_opd', 'nama_unit_skpd', 'skpd'),
  field('kode_sub_unit', 'kode_sub_skpd', 'kode_unit'),
  field('nama_sub_unit', 'nama_sub_skpd', 'nama_unit')
];
const nomenklaturFields = ['urusan', 'bidang_urusan', 'program', 'kegiatan', 'sub_kegiatan'].flatMap((level) => {
  const short = level.replace('sub_kegiatan', 'sub_?(?:kegiatan|giat)').replace(/^kegiatan$/, '(?:kegiatan|giat)');
  return [field(`kode_${level}`, `kode_${short}`), field(`nama_${level}`, `nama_${short}`)];
});

/** Flat pagu table: one row per sub kegiatan, account and source, of one stage. */
export const flatPagu = flatLayout({
  name: 'pagu-datar',
  title: { id: 'tabel pagu datar', en: 'flat pagu table' },
  score: 0.9,
  fields: [
    field('tahun', 'tahun_anggaran', 'ta'),
    field('tahap', 'tahapan', 'nama_tahap', 'jadwal'),
    field('berlaku_bulan', 'bulan_berlaku'),
    ...skpdFields,
    ...nomenklaturFields,
    field('kode_sumber_dana', 'kode_dana'),
    field('nama_sumber_dana', 'sumber_dana', 'nama_dana'),
    field('kode_rekening', 'kode_akun', 'rekening'),
    field('nama_rekening', 'nama_akun', 'uraian'),
    field('pagu', 'pagu_anggaran', 'anggaran', 'total_pagu', 'nilai_pagu'),
    field('diblokir', 'blokir', 'pagu_diblokir', 'nilai_blokir')
  ],
  required: ['kode_sub_kegiatan', 'kode_rekening', 'pagu'],
  amounts: ['pagu', 'diblokir'],
  confirm: (sheet, header) =>
    !sheet.rows[header.row]!.some((cell) => /^(realisasi|jenis|terbayar)$/.test(plainHeader(String(cell ?? '')))),
  take(row, result) {
    const key = budgetKey(row);
    if ('code' in key) return key;
    const pagu = row.amount('pagu');
    if (pagu === null) return whyBlank('pagu');
    const tahap = row.text('tahap');
    result.pagu.push({
      ...key,
      tahun: row.integer('tahun'),
      tahap: tahap === null ? null : (readStage(tahap) ?? tahap),
      berlakuBulan: row.integer('berlaku_bulan'),
      kodeSumberDana: row.text('kode_sumber_dana') ?? row.text('nama_sumber_dana'),
      pagu,
      diblokir: row.amount('diblokir'),
      origin: row.origin
    });
    budgetNames(row, result);
    return null;
  }
});

/** The unit, sub kegiatan and account of a row, or which of them is bad. The deepest unit that the row names is the SKPD. */
export function budgetKey(
  row: FlatRow
): { kodeSkpd: string; kodeSubkegiatan: string; kodeAkun: string } | ReturnType<typeof whyBadCode> {
  const kodeSkpd = row.unit();
  if (kodeSkpd === null) return whyBadCode('kode_skpd');
  const kodeSubkegiatan = row.code('kode_sub_kegiatan', 'nomenklatur');
  if (kodeSubkegiatan === null || kodeSubkegiatan.split('.').length !== 6 || /X/.test(kodeSubkegiatan))
    return whyBadCode('kode_sub_kegiatan');
  const kodeAkun = row.code('kode_rekening', 'akun');
  if (kodeAkun === null) return whyBadCode('kode_rekening');
  return { kodeSkpd, kodeSubkegiatan, kodeAkun };
}

/** Every code of a row with the name printed beside it. */
export function budgetNames(row: FlatRow, result: SheetRead): void {
  const tahun = row.integer('tahun');
  const add = (table: 'skpd' | 'nomenklatur' | 'akun', kode: string | null, nama: string | null): void => {
    if (kode !== null && nama !== null) result.names.push({ table, kode, nama, tahun });
  };
  add('skpd', row.code('kode_skpd', 'skpd'), row.text('nama_skpd'));
  add('skpd', row.code('kode_sub_unit', 'skpd'), row.text('nama_sub_unit'));
  for (const level of ['urusan', 'bidang_urusan', 'program', 'kegiatan', 'sub_kegiatan']) {
    add('nomenklatur', row.code(`kode_${level}`, 'nomenklatur'), row.text(`nama_${level}`));
  }
  add('akun', row.code('kode_rekening', 'akun'), row.text('nama_rekening'));
}

/** The fields that tie a flat row to a budget line, for the layouts that share them. */
export const lineFields = [
  field('tahun', 'tahun_anggaran', 'ta'),
  field('bulan', 'bln', 'periode'),
  ...skpdFields,
  ...nomenklaturFields,
  field('kode_rekening', 'kode_akun', 'rekening'),
  field('nama_rekening', 'nama_akun')
];
