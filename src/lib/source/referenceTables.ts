import { parseDate } from './date';
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

const noYear: Why = {
  code: 'tahun',
  field: 'tahun',
  message: { id: 'tahun kosong.', en: 'the year is blank.' },
  fix: {
    id: 'Isi kolom tahun atau tetapkan "tahun" di tepat.json.',
    en: 'Fill in the year or set "tahun" in tepat.json.'
  }
};

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
