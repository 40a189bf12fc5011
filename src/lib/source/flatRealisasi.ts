import { readCode } from './code';
import { field, fieldText, type FlatHeader } from './flatTable';
import { flatLayout, whyBadCode } from './flatRead';
import { budgetNames, lineFields } from './flatPagu';
import { monthOf } from './period';
import type { Sheet } from './sheet';

/** Stands for "the export does not say which sub kegiatan": a realisasi table by account only. */
export const unknownSubkegiatan = '0';

/** Flat realisasi by account: leaves are full six-part accounts, higher rows are subtotals. */
export const flatRealisasi = flatLayout({
  name: 'realisasi-datar',
  title: { id: 'tabel realisasi datar', en: 'flat realisasi table' },
  score: 0.85,
  fields: [
    ...lineFields,
    field('uraian', 'nama_rekening', 'uraian_rekening'),
    field('anggaran', 'pagu', 'nominal', 'jumlah_anggaran', 'nilai_anggaran'),
    field('realisasi', 'jumlah_realisasi', 'nilai_realisasi', 'realisasi_keuangan'),
    field('persentase', 'presentase', 'persen', '%'),
    field('realisasi_ly', 'previous_realisasi', 'realisasi_tahun_lalu', 'realisasi_\\d{4}'),
    field('mulai_tgl', 'tanggal_mulai'),
    field('sampai_tgl', 'tanggal_sampai')
  ],
  required: ['kode_rekening', 'realisasi'],
  amounts: ['realisasi', 'anggaran'],
  confirm: spendingAccounts,
  place(row) {
    const kode = row.code('kode_rekening', 'akun');
    const unit = row.unit() ?? '';
    const when = `${row.text('tahun') ?? ''} ${row.text('bulan') ?? ''}`;
    const sub = row.code('kode_sub_kegiatan', 'nomenklatur') ?? '';
    return kode === null
      ? null
      : { kode, groups: [...new Set([`${unit} ${sub} ${when}`, `${unit}  ${when}`, `  ${when}`])] };
  },
  take(row, result, header) {
    const kodeAkun = row.code('kode_rekening', 'akun');
    if (kodeAkun === null)
      return /^(jumlah|total)/i.test(row.text('uraian') ?? '') ? 'total' : whyBadCode('kode_rekening');
    const uraian = row.text('uraian');
    if (uraian !== null)
      result.names.push({ table: 'akun', kode: kodeAkun, nama: uraian, tahun: row.integer('tahun') });
    if (kodeAkun.split('.').length < 6) return 'induk';
    const kodeSkpd = row.unit();
    if (kodeSkpd === null) return whyBadCode('kode_skpd');
    const sub = row.code('kode_sub_kegiatan', 'nomenklatur');
    if (header.columns.has('kode_sub_kegiatan') && sub?.split('.').length !== 6) return whyBadCode('kode_sub_kegiatan');
    const bulan = row.text('bulan');
    result.lra.push({
      kodeSkpd,
      kodeSubkegiatan: sub ?? unknownSubkegiatan,
      kodeAkun,
      anggaran: row.amount('anggaran'),
      realisasi: row.amount('realisasi'),
      tahun: row.integer('tahun') ?? undefined,
      bulan: bulan === null ? undefined : (monthOf(bulan) ?? row.integer('bulan') ?? undefined),
      origin: row.origin
    });
    budgetNames(row, result);
    return null;
  }
});

/** Most coded rows are spending accounts (5.x); a table of revenue and financing is the regency's APBD, another layout. */
function spendingAccounts(sheet: Sheet, header: FlatHeader): boolean {
  const codes = sheet.rows
    .slice(header.row + 1, header.row + 300)
    .map((cells) => readCode(fieldText(header, cells, 'kode_rekening') ?? '', 'akun'))
    .filter((code) => code !== null);
  return (
    codes.length > 0 &&
    codes.some((code) => code.kode.startsWith('5') && code.parts === 6) &&
    codes.every((code) => code.kode.startsWith('5'))
  );
}
