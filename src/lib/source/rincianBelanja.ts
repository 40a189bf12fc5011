import { readCode } from './code';
import { type Field } from './flatTable';
import { flatLayout, type FlatRow, whyBadCode, whyBlank } from './flatRead';
import { readStage } from './period';

/** Headers such as `KODE/NAMA SUB KEGIATAN`, `KODE DAN NAMA AKUN` or plain `SUB KEGIATAN`; separate name columns are left alone. */
function column(name: string, words: string): Field {
  return { name, aliases: [new RegExp(`^kode_(?:dan_)?(?:nama_)?${words}$`), new RegExp(`^${words}$`)] };
}

/**
 * SIPD "rincian belanja" (16 columns): one row per item of expenditure with its source of funds. One cell holds code and
 * name. The recipient's name, the item's description and its specification are never read.
 */
export const rincianBelanja = flatLayout({
  name: 'sipd-rincian',
  title: { id: 'rincian belanja SIPD', en: 'SIPD itemised expenditure' },
  score: 0.91,
  personal: true,
  fields: [
    column('sub_kegiatan', 'sub_?(?:kegiatan|giat)'),
    column('kegiatan', '(?:kegiatan|giat)'),
    column('program', 'program'),
    column('unit', '(?:unit_skpd|unit|skpd|sub_unit)'),
    column('bidang', 'bidang_urusan'),
    column('urusan', 'urusan'),
    column('akun', '(?:akun|rekening)'),
    column('sumber_dana', 'sumber_dana'),
    // of several stages side by side, the last one is what the file is about
    {
      name: 'total',
      aliases: [
        /^total_harga_(?:perubahan|setelah.*)$/,
        /^total_harga_pergeseran.*$/,
        /^total_harga(?:_murni)?$/,
        /^total$/,
        /^jumlah$/
      ]
    }
  ],
  required: ['sub_kegiatan', 'akun', 'sumber_dana', 'total'],
  amounts: ['total'],
  take(row, result, header) {
    if (isTotal(row)) return 'total';
    const kodeSkpd = row.unit();
    if (kodeSkpd === null) return whyBadCode('unit');
    const kodeSubkegiatan = row.code('sub_kegiatan', 'nomenklatur');
    if (kodeSubkegiatan?.split('.').length !== 6) return whyBadCode('sub_kegiatan');
    const kodeAkun = row.code('akun', 'akun');
    if (kodeAkun === null) return whyBadCode('akun');
    const pagu = row.amount('total');
    if (pagu === null) return whyBlank('total');
    const sumber = row.text('sumber_dana');
    result.pagu.push({
      tahun: null,
      tahap: result.period.tahap ?? stageOfHeader(header.labels.get('total') ?? ''),
      berlakuBulan: null,
      kodeSkpd,
      kodeSubkegiatan,
      kodeAkun,
      kodeSumberDana: sumber,
      pagu,
      diblokir: null,
      origin: row.origin
    });
    for (const [field, table] of named) {
      const name = splitName(row, field);
      if (name !== null) result.names.push({ table, ...name, tahun: null });
    }
    return null;
  }
});

/** `TOTAL HARGA (MURNI)` names its stage; null for a plain total. */
function stageOfHeader(label: string): string | null {
  return /setelah/.test(label) ? 'perubahan' : readStage(label.replace(/^total_harga_?/, ''));
}

const named = [
  ['unit', 'skpd'],
  ['urusan', 'nomenklatur'],
  ['bidang', 'nomenklatur'],
  ['program', 'nomenklatur'],
  ['kegiatan', 'nomenklatur'],
  ['sub_kegiatan', 'nomenklatur'],
  ['akun', 'akun']
] as const;

/** `1.06.04 PROGRAM REHABILITASI SOSIAL` → its code and its name. */
function splitName(row: FlatRow, field: string): { kode: string; nama: string } | null {
  const match = /^(\S+)[\s-]+(.+)$/.exec(row.text(field) ?? '');
  const kind = field === 'akun' ? 'akun' : field === 'unit' ? 'skpd' : 'nomenklatur';
  const code = match ? readCode(match[1]!, kind) : null;
  return code === null || match === null ? null : { kode: code.kode, nama: match[2]!.trim() };
}

function isTotal(row: FlatRow): boolean {
  return ['urusan', 'bidang', 'unit', 'program', 'kegiatan', 'sub_kegiatan', 'akun'].some((field) =>
    /^(jumlah|total)\b/i.test(row.text(field) ?? '')
  );
}
