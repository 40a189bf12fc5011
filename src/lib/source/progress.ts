import { field } from './flatTable';
import { flatLayout, type FlatRow, whyBadCode, type Why } from './flatRead';
import { budgetNames, lineFields } from './flatPagu';
import { monthOf } from './period';
import type { SheetRead } from './layout';

const noMonth: Why = {
  code: 'bulan',
  field: 'bulan',
  message: { id: 'bulan kosong atau bukan nama bulan.', en: 'the month is blank or not a month.' },
  fix: { id: 'Tulis 1–12 atau nama bulan.', en: 'Write 1–12 or the name of a month.' }
};

/** Month of a row, by number or by name; null when neither. */
export function rowMonth(row: FlatRow): number | null {
  const text = row.text('bulan');
  const month = text === null ? null : (monthOf(text) ?? row.integer('bulan'));
  return month !== null && month >= 1 && month <= 12 ? month : null;
}

/** The line of a row without an account: unit and sub kegiatan, or what is wrong with them. */
export function lineKey(row: FlatRow): { kode_skpd: string; kode_subkegiatan: string } | Why {
  const kode_skpd = row.unit();
  if (kode_skpd === null) return whyBadCode('kode_skpd');
  const kode_subkegiatan = row.code('kode_sub_kegiatan', 'nomenklatur');
  if (kode_subkegiatan?.split('.').length !== 6) return whyBadCode('kode_sub_kegiatan');
  return { kode_skpd, kode_subkegiatan };
}

/** RFK: physical progress of each sub kegiatan, with problem and follow-up. */
export const rfk = flatLayout({
  name: 'rfk',
  title: { id: 'RFK (realisasi fisik dan keuangan)', en: 'RFK (physical and financial progress)' },
  score: 0.9,
  fields: [
    ...lineFields,
    field(
      'fisik',
      'realisasi_fisik',
      'fisik_%',
      'realisasi_fisik_%',
      'realisasi_fisik_persen',
      'progres_fisik',
      'capaian_fisik'
    ),
    field('masalah', 'permasalahan', 'kendala', 'masalah_kendala'),
    field('tindak_lanjut', 'solusi', 'tindak_lanjut_solusi', 'upaya', 'catatan_verifikator')
  ],
  required: ['kode_sub_kegiatan', 'fisik'],
  amounts: [],
  take(row, result) {
    const key = lineKey(row);
    if ('message' in key) return key;
    const bulan = row.text('bulan') === null ? null : rowMonth(row);
    if (row.text('bulan') !== null && bulan === null) return noMonth;
    const fisik = percentText(row.text('fisik'));
    if (fisik === undefined) return notPercent;
    const values = {
      tahun: row.integer('tahun'),
      bulan,
      ...key,
      fisik,
      masalah: row.text('masalah'),
      tindak_lanjut: row.text('tindak_lanjut')
    };
    result.flat.push({ table: 'kinerja', values, origin: row.origin });
    budgetNames(row, result);
    return null;
  },
  finish: decideUnit
});

const notPercent: Why = {
  code: 'fisik',
  field: 'fisik',
  message: { id: 'bukan persen antara 0 dan 100.', en: 'is not a percentage between 0 and 100.' },
  fix: { id: 'Tulis kemajuan fisik kumulatif, 0–100.', en: 'Write the cumulative physical progress, 0–100.' }
};

/** A progress value as written, `74,5`, `74.5 %` or `0.745`; null when blank, undefined when it is none. */
function percentText(text: string | null): number | null | undefined {
  if (text === null || /^[-–]$/.test(text)) return null;
  const clean = text.replace(/\s*%$/, '').replace(',', '.');
  if (!/^\d{1,3}(\.\d+)?$/.test(clean)) return undefined;
  const value = Number(clean);
  return value <= 100 ? value : undefined;
}

/** The whole column is percent as soon as one value is above 1; otherwise it is taken for a ratio, and the report says so. */
function decideUnit(result: SheetRead): void {
  const values = result.flat
    .map((fact) => fact.values.fisik)
    .filter((value): value is number => typeof value === 'number');
  const percent = values.some((value) => value > 1);
  if (percent)
    for (const fact of result.flat)
      if (typeof fact.values.fisik === 'number') fact.values.fisik = Number((fact.values.fisik / 100).toFixed(6));
  if (values.length === 0) return;
  const unit = percent ? { id: 'persen (0–100)', en: 'percent (0–100)' } : { id: 'rasio (0–1)', en: 'a ratio (0–1)' };
  result.problems.push({
    kind: 'decision',
    code: 'fisik-unit',
    place: { file: result.file, sheet: result.sheet },
    message: { id: `kemajuan fisik dibaca sebagai ${unit.id}.`, en: `physical progress read as ${unit.en}.` }
  });
}
