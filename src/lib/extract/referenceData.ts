import type { SumberDana } from '$lib/contract/sumberDana';
import type { Row } from './assemble';
import type { MovedDesa } from './desa';
import type { HexCentre } from './hexLayout';
import type { ReferenceFile } from './referenceFigures';
import type { Regency } from './regionName';

/** Another code of a region: BPS without dots, DJPK by province and regency. */
export interface RegionCodes {
  kode: string;
  kodeBps: string | null;
  kodeDjpk: string | null;
}

/** What the importer knows besides the exports: tables of data/rujukan, already read. */
export interface ReferenceData {
  /** Rows of `wilayah` for the regency of the extract; empty where none is set. */
  wilayah: Row[];
  /** Rows of `sumber_dana` that data/rujukan holds. */
  sumberDana: Row[];
  /** Official names: `nomenklatur|kode`, `akun|kode`, `skpd|kode` → name. */
  names: ReadonlyMap<string, string>;
  /** peta_kode.csv: `table|tahun|kode` → kode_tetap. */
  mapped: ReadonlyMap<string, string>;
  regions: readonly RegionCodes[];
  /** Every kabupaten and kota of the country. */
  regencies: readonly Regency[];
  /** Desa whose kecamatan was split, of every regency that is known. */
  moved: readonly MovedDesa[];
  /** Where kecamatan lie, for the map of hexagons where no boundaries are given. */
  centres: readonly HexCentre[];
  /** Price index, population and published figures, which `withReference` adds to an extract. */
  figures: readonly ReferenceFile[];
  /** The source of funds an export's text names; null when it is in no list. */
  findSource(text: string): SumberDana | null;
}
