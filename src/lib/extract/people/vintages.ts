import type { PeopleSheet, SheetVintage } from '$lib/source/people/sheet';

/** A version of the registry, with its number in SQL. */
export interface Vintage extends SheetVintage {
  number: number;
}

/** The vintages of registry sheets, earliest first; where sheets differ about the first day of one, the earliest holds. */
export function vintagesOf(sheets: readonly PeopleSheet[]): Vintage[] {
  const byCode = new Map<string, SheetVintage>();
  for (const { vintase } of sheets) {
    if (vintase === null) continue;
    const was = byCode.get(vintase.kode);
    if (was === undefined || before(vintase, was)) byCode.set(vintase.kode, vintase);
  }
  return [...byCode.values()]
    .sort((a, b) => (before(a, b) ? -1 : 1))
    .map((vintage, i) => ({ ...vintage, number: i + 1 }));
}

function before(a: SheetVintage, b: SheetVintage): boolean {
  const key = ({ berlakuSejak, kode, registri }: SheetVintage): string => `${berlakuSejak}|${kode}|${registri}`;
  return key(a) < key(b);
}

/** The vintage that held on a day: the last that began by then, else the first there is; null without a registry. */
export function vintageAt(vintages: readonly Vintage[], day: string): Vintage | null {
  return vintages.findLast(({ berlakuSejak }) => berlakuSejak <= day) ?? vintages[0] ?? null;
}

/**
 * The day to which the ages of a vintage are counted: the as-of date, but for a vintage that another one has replaced the last day on which
 * it held. Its families were checked again since, which the newer one shows.
 */
export function freshnessDate(vintages: readonly Vintage[], vintage: Vintage, perTanggal: string): string {
  const next = vintages.find(({ berlakuSejak }) => berlakuSejak > vintage.berlakuSejak);
  if (next === undefined || perTanggal < next.berlakuSejak) return perTanggal;
  return new Date(Date.parse(`${next.berlakuSejak}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
