import type { CellValue } from '$lib/contract/order';

type Row = Readonly<Record<string, CellValue>>;

/** Classes of desa by the number of families, smallest first. */
const sizes = ['Desa kecil', 'Desa sedang', 'Desa besar'] as const;

/**
 * A default for `wilayah.kelas_sebanding`, by code: `Kelurahan`, or for desa a third by the families that the latest vintage has in them
 * (desa of equal size stand in one class). Only desa and kelurahan that the registry has rows of; their given class is for the caller to keep.
 */
export function comparableClasses(
  wilayah: readonly Row[],
  { vintase, registri }: { vintase: readonly Row[]; registri: readonly Row[] }
): Map<string, string> {
  const latest = vintase.reduce<Row | null>(
    (best, row) => (best === null || String(row.berlaku_sejak) > String(best.berlaku_sejak) ? row : best),
    null
  );
  const families = new Map<string, number>();
  for (const { vintase: kode, kode_wilayah, keluarga } of registri) {
    if (kode !== latest?.vintase || typeof keluarga !== 'number') continue;
    families.set(String(kode_wilayah), (families.get(String(kode_wilayah)) ?? 0) + keluarga);
  }
  const counted = wilayah.filter(({ kode }) => families.has(String(kode)));
  const ofLevel = (level: string): string[] =>
    counted.filter(({ tingkat }) => tingkat === level).map(({ kode }) => String(kode));
  const villages = ofLevel('desa');
  const sorted = villages.map((kode) => families.get(kode)!).sort((a, b) => a - b);
  const limits = [1, 2].map((third) => sorted[Math.ceil((sorted.length * third) / 3) - 1] ?? Infinity);
  const sizeOf = (kode: string): string => sizes[limits.filter((limit) => families.get(kode)! > limit).length]!;
  return new Map([
    ...ofLevel('kelurahan').map((kode): [string, string] => [kode, 'Kelurahan']),
    ...villages.map((kode): [string, string] => [kode, sizeOf(kode)])
  ]);
}

/** Tables whose desa have a class to compare with: their given one, else the default by size. */
export function withComparable<Tables extends { wilayah?: Row[]; vintase?: Row[]; registri?: Row[] }>(
  tables: Tables
): Tables {
  const { wilayah = [], vintase = [], registri = [] } = tables;
  const classes = comparableClasses(wilayah, { vintase, registri });
  const rows = wilayah.map((row) => ({
    ...row,
    kelas_sebanding: row.kelas_sebanding ?? classes.get(String(row.kode)) ?? null
  }));
  return { ...tables, wilayah: rows };
}
