interface Named {
  kode: string;
  nama: string;
  /** Code of its kecamatan. */
  kecamatan: string;
}

/**
 * Names of regions by code, for places without a column of kecamatan: a name that several have is followed by its kecamatan,
 * `Sumber Sari (Sebulu)`.
 */
export function distinctNames(
  regions: readonly Named[],
  kecamatan: readonly { kode: string; nama: string }[]
): ReadonlyMap<string, string> {
  const names = new Map(kecamatan.map(({ kode, nama }) => [kode, nama]));
  const count = new Map<string, number>();
  for (const { nama } of regions) count.set(nama, (count.get(nama) ?? 0) + 1);
  return new Map(
    regions.map(({ kode, nama, kecamatan: within }) => {
      const parent = count.get(nama)! > 1 && within !== kode ? names.get(within) : undefined;
      return [kode, parent === undefined ? nama : `${nama} (${parent})`];
    })
  );
}
