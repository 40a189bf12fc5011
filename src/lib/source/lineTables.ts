import { field } from './flatTable';
import { flatLayout, whyBadCode, whyBlank, type Why } from './flatRead';
import { lineFields } from './flatPagu';
import { lineKey, rowMonth } from './progress';

const commitmentKinds: readonly { pattern: RegExp; jenis: string }[] = [
  { pattern: /utang|hutang|tunda bayar|kurang bayar/i, jenis: 'utang' },
  { pattern: /nphd|hibah/i, jenis: 'nphd' },
  { pattern: /sk[_ ]?penerima/i, jenis: 'sk_penerima' },
  { pattern: /^spk$|surat perintah kerja/i, jenis: 'spk' },
  { pattern: /kontrak|surat perjanjian|e-?purchasing|surat pesanan/i, jenis: 'kontrak' }
];
const unknownKind: Why = {
  code: 'jenis',
  field: 'jenis',
  message: { id: 'jenis komitmen tidak dikenali.', en: 'the kind of commitment is not recognised.' },
  fix: { id: 'Pakai kontrak, spk, nphd, sk_penerima atau utang.', en: 'Use kontrak, spk, nphd, sk_penerima or utang.' }
};

/** Contracts, work orders, grants and unpaid obligations; numbers of contracts and names of suppliers are never read. */
export const kontrak = flatLayout({
  name: 'kontrak',
  title: { id: 'daftar kontrak dan utang', en: 'contracts and unpaid obligations' },
  score: 0.88,
  personal: true,
  fields: [
    ...lineFields,
    field('sumber_dana', 'kode_sumber_dana', 'nama_sumber_dana'),
    field('jenis', 'jenis_komitmen', 'jenis_kontrak', 'jenis_dokumen'),
    field('nilai', 'nilai_kontrak', 'nilai_spk', 'nilai_utang', 'jumlah'),
    field('terbayar', 'sudah_dibayar', 'realisasi_pembayaran', 'dibayar')
  ],
  required: ['kode_sub_kegiatan', 'jenis', 'nilai'],
  amounts: ['nilai', 'terbayar'],
  take(row, result) {
    const key = lineKey(row);
    if ('message' in key) return key;
    const kode_akun = row.code('kode_rekening', 'akun');
    if (kode_akun === null) return whyBadCode('kode_rekening');
    const jenis = commitmentKinds.find(({ pattern }) => pattern.test(row.text('jenis') ?? ''))?.jenis;
    if (jenis === undefined) return unknownKind;
    const nilai = row.amount('nilai');
    if (nilai === null) return whyBlank('nilai');
    const values = {
      tahun: row.integer('tahun'),
      bulan: rowMonth(row),
      ...key,
      kode_akun,
      kode_sumber_dana: row.text('sumber_dana'),
      jenis,
      nilai,
      terbayar: row.amount('terbayar')
    };
    result.flat.push({ table: 'komitmen', values, origin: row.origin });
    return null;
  }
});

/** Output of a sub kegiatan: target and achievement, each in its own unit. */
export const keluaran = flatLayout({
  name: 'keluaran',
  title: { id: 'target dan capaian keluaran', en: 'output targets and achievement' },
  score: 0.89,
  fields: [
    ...lineFields,
    field('urutan', 'no', 'nomor'),
    field('indikator', 'indikator_keluaran', 'keluaran', 'output'),
    field('satuan', 'unit_satuan'),
    field('target', 'target_keluaran', 'volume'),
    field('capaian', 'realisasi', 'realisasi_keluaran')
  ],
  required: ['kode_sub_kegiatan', 'indikator', 'satuan', 'target'],
  amounts: ['target', 'capaian'],
  take(row, result) {
    const key = lineKey(row);
    if ('message' in key) return key;
    const indikator = row.text('indikator');
    const satuan = row.text('satuan');
    if (indikator === null) return whyBlank('indikator');
    if (satuan === null) return whyBlank('satuan');
    const amount = (name: string): number | null => (row.amount(name) === null ? null : Number(row.amount(name)) / 100);
    const values = {
      tahun: row.integer('tahun'),
      bulan: rowMonth(row),
      ...key,
      urutan: row.integer('urutan') ?? 1,
      indikator,
      satuan,
      target: amount('target'),
      capaian: amount('capaian')
    };
    result.flat.push({ table: 'keluaran', values, origin: row.origin });
    return null;
  }
});

/** Obligations that come every month: pay, honoraria, subscriptions; 13th month and THR as rows of one month. */
export const kewajiban = flatLayout({
  name: 'kewajiban',
  title: { id: 'kewajiban bulanan', en: 'monthly obligations' },
  score: 0.9,
  fields: [
    ...lineFields,
    field('per_bulan', 'kewajiban_per_bulan', 'nilai_per_bulan'),
    field('sampai_bulan', 'bulan_akhir')
  ],
  required: ['kode_sub_kegiatan', 'kode_rekening', 'per_bulan'],
  amounts: ['per_bulan'],
  take(row, result) {
    const key = lineKey(row);
    if ('message' in key) return key;
    const kode_akun = row.code('kode_rekening', 'akun');
    if (kode_akun === null) return whyBadCode('kode_rekening');
    const per_bulan = row.amount('per_bulan');
    if (per_bulan === null) return whyBlank('per_bulan');
    const sampai_bulan = row.integer('sampai_bulan') ?? 12;
    result.flat.push({
      table: 'kewajiban',
      values: { tahun: row.integer('tahun'), ...key, kode_akun, per_bulan, sampai_bulan },
      origin: row.origin
    });
    return null;
  }
});
