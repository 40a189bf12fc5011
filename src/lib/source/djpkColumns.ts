import { field, fieldInteger, fieldText, type FlatHeader, type Field } from './flatTable';
import type { NamedRegion } from './layout';
import { readPeriod } from './period';
import type { Cell } from './sheet';

/** Columns in which a portal table may say its year, month and region, row by row. */
export const portalFields: readonly Field[] = [
  field('tahun', 'tahun_anggaran'),
  field('bulan', 'sampai_bulan', 'periode'),
  field('kdprov_djpk', 'kdprov', 'kode_provinsi_djpk'),
  field('kdpemda_djpk', 'kdpemda', 'kode_pemda_djpk'),
  field('kode_djpk'),
  field('kode_kemendagri'),
  field('kode_bps'),
  field('nmpemda', 'nama_pemda', 'pemda', 'daerah', 'wilayah', 'nama_daerah')
];

/** Which budget a row is part of; null where it does not say. */
export interface RowBudget {
  tahun: number | null;
  /** Last month covered, 1–12. */
  bulan: number | null;
  wilayah: NamedRegion | null;
}

/** Year, month and region as the columns of a row say them. */
export function rowBudget(header: FlatHeader, cells: readonly Cell[]): RowBudget {
  const month = fieldInteger(header, cells, 'bulan') ?? readPeriod(fieldText(header, cells, 'bulan') ?? '').bulan;
  return {
    tahun: fieldInteger(header, cells, 'tahun'),
    bulan: month !== null && month >= 1 && month <= 12 ? month : null,
    wilayah: regionOf((name) => fieldText(header, cells, name))
  };
}

/** The portal numbers provinces and regencies apart: 17 and 03 make 17.03. Null where no column says a region. */
function regionOf(text: (name: string) => string | null): NamedRegion | null {
  const [province, regency] = [text('kdprov_djpk'), text('kdpemda_djpk')];
  const joined = province && regency ? `${province.padStart(2, '0')}.${regency.padStart(2, '0')}` : null;
  const region: NamedRegion = {
    kodeKemendagri: text('kode_kemendagri'),
    kodeBps: text('kode_bps'),
    kodeDjpk: text('kode_djpk') ?? joined,
    nama: text('nmpemda')
  };
  return Object.values(region).every((value) => value === null) ? null : region;
}
