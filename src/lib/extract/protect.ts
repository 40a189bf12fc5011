import { allAid, smallestPublished } from '$lib/contract/values';
import type { ExtractTables, Row } from './assemble';
import { groupBy } from './group';
import { type Dominated, placeOf } from './peopleCounts';
import { hiddenInKesegaran, hiddenInSasaran, hiddenInSasaranDesil, hidesRow } from './protectRules';

export interface Protection {
  /** Smallest count that shows, other than 0; default 10. */
  k?: number;
  /** As-of date of the extract, YYYY-MM-DD; null = not known, so that no year counts as closed. */
  perTanggal: string | null;
  /** Money of which one recipient holds nearly all; default none, as where only counts were delivered. */
  dominated?: Dominated;
}

const none: Dominated = new Map();

/**
 * The tables of the public profile: rows of the grains that may be published, with every count of 1 to k - 1 hidden and all in its row
 * that would give it away. A hidden figure is null and named in `kolom_tersembunyi`; in tables without that column the whole row is
 * hidden. What one row gives away by another (a kecamatan minus its desa) is for `suppressTables`.
 */
export function protect(
  tables: ExtractTables,
  { k = smallestPublished, perTanggal, dominated = none }: Protection
): ExtractTables {
  const guarded: ExtractTables = {
    registri: hiddenRegistry(tables.registri?.filter(aboveDesa) ?? [], k),
    kesegaran: (tables.kesegaran ?? [])
      .filter((row) => aboveDesa(row) || row.kelompok === 'semua')
      .map((row) => withHidden(row, hiddenInKesegaran(row, k))),
    sasaran: (tables.sasaran ?? [])
      .filter((row) => isWholeRegency(row) || (isYear(row) && (aboveDesa(row) || isMergedAndClosed(row, perTanggal))))
      .map((row) => withHidden(row, hiddenInSasaran(row, k, dominated.get(placeOf('sasaran', row))))),
    sasaran_desil: hiddenByDesil(tables.sasaran_desil?.filter(aboveDesa) ?? [], k, dominated),
    tumpang_tindih: hiddenFamilies(tables.tumpang_tindih?.filter(aboveDesa) ?? [], k),
    pasangan_bantuan: hiddenFamilies(tables.pasangan_bantuan?.filter(aboveDesa) ?? [], k)
  };
  const delivered = Object.entries(guarded).filter(([name]) => name in tables);
  return { ...tables, ...Object.fromEntries(delivered) };
}

/** Kecamatan and kabupaten, by the parts of a Kemendagri code: a desa has four. */
function aboveDesa({ kode_wilayah }: Row): boolean {
  return String(kode_wilayah).split('.').length < 4;
}

function isWholeRegency({ kode_wilayah }: Row): boolean {
  return String(kode_wilayah).split('.').length < 3;
}

/** Months are for the regency alone: from one to the next a kecamatan changes by a few people, who would be known by the difference. */
function isYear({ periode, tahun }: Row): boolean {
  return periode === String(tahun);
}

function isMergedAndClosed(row: Row, perTanggal: string | null): boolean {
  return row.kode_bantuan === allAid && isClosed(row, perTanggal);
}

/** A year is closed when the extract stands after its last day: its figures no longer move from one extract to the next. */
function isClosed({ tahun }: Row, perTanggal: string | null): boolean {
  return perTanggal !== null && perTanggal > `${Number(tahun)}-12-31`;
}

function hiddenFamilies(rows: readonly Row[], k: number): Row[] {
  return rows.map((row) => wholeRow(row, ['keluarga'], hidesRow(row, ['keluarga'], k)));
}

/** Registry rows of 1 to k - 1 families or persons are hidden, and every desil of a region where one desil holds everybody. */
function hiddenRegistry(rows: readonly Row[], k: number): Row[] {
  const counts = ['keluarga', 'jiwa'];
  const swallowed = swallowedIn(rows, ['vintase', 'kode_wilayah'], counts);
  return rows.map((row) => {
    const all = row.desil !== null && swallowed.has(keyOf(row, ['vintase', 'kode_wilayah']));
    return wholeRow(row, counts, all || hidesRow(row, counts, k));
  });
}

function hiddenByDesil(rows: readonly Row[], k: number, dominated: Dominated): Row[] {
  const region = ['tahun', 'kode_bantuan', 'vintase', 'kode_wilayah'];
  const columns = ['terdaftar', 'penerima'] as const;
  const swallowed = columns.map((column) => ({ column, regions: swallowedIn(rows, region, [column]) }));
  return rows.map((row) => {
    const all = swallowed.filter(({ regions }) => regions.has(keyOf(row, region))).map(({ column }) => column);
    const dominating = dominated.get(placeOf('sasaran_desil', row)) ?? [];
    return withHidden(row, hiddenInSasaranDesil(row, k, { swallowed: all, dominating }));
  });
}

/** Regions in which one desil holds everybody whose desil is known: each person's desil would follow. */
function swallowedIn(rows: readonly Row[], region: readonly string[], counts: readonly string[]): Set<string> {
  const known = rows.filter(({ desil }) => desil !== null);
  const groups = [...groupBy(known, (row) => keyOf(row, region))];
  const filled = (row: Row): boolean => counts.some((name) => Number(row[name] ?? 0) > 0);
  return new Set(groups.filter(([, same]) => same.filter(filled).length === 1).map(([key]) => key));
}

function keyOf(row: Row, names: readonly string[]): string {
  return names.map((name) => String(row[name])).join('|');
}

function withHidden(row: Row, hidden: readonly string[]): Row {
  const nulls = Object.fromEntries(hidden.map((name) => [name, null]));
  return { ...row, ...nulls, disembunyikan: hidden.length > 0, kolom_tersembunyi: hidden };
}

function wholeRow(row: Row, counts: readonly string[], hide: boolean): Row {
  return hide
    ? { ...row, ...Object.fromEntries(counts.map((name) => [name, null])), disembunyikan: true }
    : { ...row, disembunyikan: false };
}
