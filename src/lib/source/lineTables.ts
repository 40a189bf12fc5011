import { lineRoles } from '$lib/contract/values';
import { field } from './flatTable';
import { flatLayout, whyBadCode, whyBlank, type FlatRow, type Why } from './flatRead';
import type { SheetRead } from './layout';
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

/** Words for a role that agencies use beside those of the contract. */
const roleWords: Readonly<Record<string, string>> = {
  bantuan: 'langsung',
  'bantuan langsung': 'langsung',
  pendukung: 'penunjang',
  penyaluran: 'penunjang',
  pendataan: 'data',
  kantor: 'umum',
  rutin: 'umum'
};
const ratioFields = ['batas', 'templat'] as const;

/** Rules for cuts: role, largest share, priority, template and step of each group of accounts of a sub kegiatan. */
export const aturanPotong = flatLayout({
  name: 'aturan-potong',
  title: { id: 'aturan pemotongan', en: 'rules for cuts' },
  score: 0.91,
  fields: [
    field('kelompok_akun', 'kelompok_rekening', 'awalan_rekening', 'awalan_akun'),
    ...lineFields,
    field('peran', 'peran_belanja', 'peran_baris'),
    field('batas', 'batas_potong', 'batas_pemotongan', 'maksimal_potong', 'batas_%', 'batas_persen'),
    field('prioritas', 'kelas_prioritas', 'kelas'),
    field('templat', 'template', 'persentase_penyesuaian', 'templat_%', 'templat_persen'),
    field('satuan_potong', 'kelipatan', 'kelipatan_potong', 'harga_satuan'),
    field('dasar', 'dasar_aturan', 'dasar_hukum', 'keterangan')
  ],
  required: ['kode_sub_kegiatan', 'peran'],
  amounts: ['satuan_potong'],
  untallied: true,
  take(row, result) {
    const key = lineKey(row);
    if ('message' in key) return key;
    const kelompok_akun = accountGroup(row);
    if (kelompok_akun === null)
      return whyBadCode(row.text('kelompok_akun') === null ? 'kode_rekening' : 'kelompok_akun');
    const peran = row.text('peran')?.toLowerCase();
    if (peran === undefined) return whyBlank('peran');
    const role = lineRoles.find((one) => one === (roleWords[peran] ?? peran));
    if (role === undefined) return unknownRole;
    const [batas, templat] = ratioFields.map((name) => ratioText(row.text(name)));
    if (batas === undefined) return noRatio('batas');
    if (templat === undefined) return noRatio('templat');
    const prioritas = row.integer('prioritas');
    if (row.text('prioritas') !== null && (prioritas === null || prioritas < 1 || prioritas > 9)) return badPriority;
    const satuan_potong = row.amount('satuan_potong');
    if (satuan_potong !== null && satuan_potong <= 0n) return badStep;
    const dasar = row.text('dasar') ?? 'usulan SKPD, dasar tidak disebut';
    const rule = { ...key, kelompok_akun, peran: role, batas, prioritas, templat, satuan_potong, dasar };
    result.flat.push({
      table: 'aturan_potong',
      values: { tahun: row.integer('tahun'), ...rule },
      origin: row.origin
    });
    return null;
  },
  finish: (result) => ratioFields.forEach((name) => decideRatio(result, name))
});

/** The head of the accounts a rule is for; every account of spending where the row names none, null where it is no account. */
function accountGroup(row: FlatRow): string | null {
  const name = (['kelompok_akun', 'kode_rekening'] as const).find((one) => row.text(one) !== null);
  if (name === undefined || row.text(name) === '5') return '5';
  return row.code(name, 'akun');
}

/** A share as written: `40 %` stays text, `0,4` and `40` a number until the whole column is seen; null when blank, undefined when none. */
function ratioText(text: string | null): number | string | null | undefined {
  if (text === null || /^[-–]$/.test(text)) return null;
  const found = /^(\d{1,3}(?:[.,]\d+)?)\s*(%?)$/.exec(text);
  const value = Number(found?.[1]?.replace(',', '.'));
  if (!found || value > 100) return undefined;
  return found[2] === '%' ? `${value}%` : value;
}

/** Shares become ratios. Those without a sign are percent as soon as one of the column is above 1; the report says which was taken. */
function decideRatio(result: SheetRead, name: (typeof ratioFields)[number]): void {
  const plain = result.flat.map(({ values }) => values[name]).filter((value) => typeof value === 'number');
  const isPercent = plain.some((value) => value > 1);
  for (const { values } of result.flat) {
    const value = values[name];
    if (typeof value === 'string') values[name] = Number((Number.parseFloat(value) / 100).toFixed(6));
    else if (typeof value === 'number' && isPercent) values[name] = Number((value / 100).toFixed(6));
  }
  if (plain.length === 0) return;
  const unit = isPercent ? { id: 'persen (0–100)', en: 'percent (0–100)' } : { id: 'rasio (0–1)', en: 'a ratio (0–1)' };
  result.problems.push({
    kind: 'decision',
    code: 'ratio-unit',
    place: { file: result.file, sheet: result.sheet, value: name },
    message: { id: `${name} dibaca sebagai ${unit.id}.`, en: `${name} read as ${unit.en}.` }
  });
}

const unknownRole: Why = {
  code: 'peran',
  field: 'peran',
  message: { id: 'peran tidak dikenali.', en: 'the role is not recognised.' },
  fix: { id: `Pakai salah satu dari ${lineRoles.join(', ')}.`, en: `Use one of ${lineRoles.join(', ')}.` }
};
const badPriority: Why = {
  code: 'prioritas',
  field: 'prioritas',
  message: { id: 'bukan kelas prioritas.', en: 'is no priority class.' },
  fix: {
    id: 'Tulis bilangan bulat mulai 1 (paling akhir dipotong), atau kosongkan.',
    en: 'Write a whole number from 1 (cut last), or leave it blank.'
  }
};
const badStep: Why = {
  code: 'satuan-potong',
  field: 'satuan_potong',
  message: { id: 'kelipatan pemotongan bukan rupiah di atas nol.', en: 'the step of a cut is not rupiah above zero.' },
  fix: {
    id: 'Tulis harga satu barang, atau kosongkan bila bebas.',
    en: 'Write the price of one piece, or leave it blank.'
  }
};

function noRatio(name: (typeof ratioFields)[number]): Why {
  return {
    code: 'rasio',
    field: name,
    message: {
      id: 'bukan bagian antara 0 dan 1 atau 0 % dan 100 %.',
      en: 'is no share between 0 and 1 or 0 % and 100 %.'
    },
    fix: { id: 'Tulis seperti 0,4 atau 40 %.', en: 'Write it like 0.4 or 40 %.' }
  };
}
