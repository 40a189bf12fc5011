import type { Column } from './define';
import { isStage } from './stage';

/** What a value must satisfy besides its type. A pattern covers the whole text. */
export interface Constraint {
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

const regionPattern = '\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?';
const subkegiatanPattern = '[\\dX](\\.[\\dX]{2}(\\.\\d{2}(\\.[12]\\.\\d{2}(\\.\\d{4})?)?)?)?';
const akunPattern = '\\d(\\.\\d(\\.\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?)?)?';

/** Codes have one normal form in an extract, at whatever level the source stops. */
const patterns: Record<string, string> = {
  kode_wilayah: regionPattern,
  'wilayah.kode': regionPattern,
  kode_subkegiatan: subkegiatanPattern,
  'nomenklatur.kode': subkegiatanPattern,
  kode_akun: akunPattern,
  kelompok_akun: akunPattern,
  'akun.kode': akunPattern,
  'sumber_dana.kode': '\\d(\\.\\d(\\.\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?)?)?',
  kode_sumber_dana: '\\d(\\.\\d(\\.\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?)?)?',
  tahap: 'murni|perubahan|pergeseran-(setelah-perubahan-)?[1-9]\\d?|(kua|kupa)-ppas|rapbd(-perubahan)?',
  periode: '\\d{4}(-(0[1-9]|1[0-2]))?',
  sha256: '[0-9a-f]{64}'
};

/** The constraint on one column of a table; empty where its type and closed list say all. */
export function constraintOf(table: string, name: string, column: Column): Constraint {
  const pattern = column.values === undefined ? (patterns[`${table}.${name}`] ?? patterns[name]) : undefined;
  return { ...(pattern === undefined ? {} : { pattern }), ...rangeOf(name, column) };
}

/** Whether a text satisfies the constraint of its column, beyond what the pattern can say: stages are numbered within their room. */
export function satisfies(name: string, text: string, pattern: RegExp): boolean {
  return pattern.test(text) && (name !== 'tahap' || isStage(text));
}

function rangeOf(name: string, column: Column): Constraint {
  if (column.unit === 'bulan') return { minimum: 1, maximum: 12 };
  if (name === 'desil' || name === 'desil_layak') return { minimum: 1, maximum: 10 };
  if (column.unit === 'tahun') return { minimum: 2000, maximum: 2100 };
  return ['baris', 'keluarga', 'orang', 'penerima', 'bantuan'].includes(column.unit ?? '') ? { minimum: 0 } : {};
}
