/** A consumer price index of one month. */
export interface IndexPoint {
  tahun: number;
  bulan: number;
  /** 2018 or 2022: the year that is 100. */
  basis: 2018 | 2022;
  nilai: number;
}

/** Indices of one month of the year on one basis, and how the older basis was joined to it. */
export interface LinkedIndex {
  /** By year, oldest first, 2022 = 100 where that basis is known in any year, else 2018 = 100. */
  points: { tahun: number; nilai: number }[];
  basis: 2018 | 2022;
  /** Old ÷ new at the overlap; null where nothing had to be joined. */
  link: { tahun: number; factor: number } | null;
  /** Years whose index is known on the old basis only and could not be joined, since no month has both. */
  unlinked: number[];
}

/**
 * One index over the years from the values of one month (methods §6): years on the old basis are divided by the link factor, the
 * ratio of both bases in the latest year that has both. Null without any value of that month.
 */
export function linkIndex(points: readonly IndexPoint[], bulan = 12): LinkedIndex | null {
  const ofMonth = points.filter((point) => point.bulan === bulan && point.nilai > 0);
  const on = (basis: 2018 | 2022) =>
    new Map(ofMonth.filter((point) => point.basis === basis).map(({ tahun, nilai }) => [tahun, nilai]));
  const [old, fresh] = [on(2018), on(2022)];
  if (fresh.size === 0) return old.size === 0 ? null : { points: sorted(old), basis: 2018, link: null, unlinked: [] };
  const overlap = Math.max(...[...old.keys()].filter((tahun) => fresh.has(tahun)));
  const oldOnly = [...old].filter(([tahun]) => !fresh.has(tahun));
  if (oldOnly.length === 0) return { points: sorted(fresh), basis: 2022, link: null, unlinked: [] };
  const unlinked = oldOnly.map(([tahun]) => tahun).sort((a, b) => a - b);
  if (!Number.isFinite(overlap)) return { points: sorted(fresh), basis: 2022, link: null, unlinked };
  const factor = old.get(overlap)! / fresh.get(overlap)!;
  const joined = new Map([...fresh, ...oldOnly.map(([tahun, nilai]) => [tahun, nilai / factor] as const)]);
  return { points: sorted(joined), basis: 2022, link: { tahun: overlap, factor }, unlinked: [] };
}

/** What turns rupiah of a year into rupiah of the base year: index of the base ÷ index of the year; null where either is not known. */
export function realFactor(index: LinkedIndex | null, tahun: number, tahunDasar: number): number | null {
  const of = (year: number) => index?.points.find((point) => point.tahun === year)?.nilai ?? null;
  const [base, then] = [of(tahunDasar), of(tahun)];
  return base === null || then === null ? null : base / then;
}

/** Change of the index against the year before, a ratio; null where either year is not known. */
export function inflation(index: LinkedIndex | null, tahun: number): number | null {
  const factor = realFactor(index, tahun - 1, tahun);
  return factor === null ? null : factor - 1;
}

/** How amounts are to be shown: the two toggles of the page. */
export interface AmountUnit {
  harga: 'nominal' | 'riil';
  per: 'total' | 'kapita';
}

/** What a year's nominal rupiah are multiplied by: `price` for real rupiah, divided by `population` per head; null where one that is needed is not known. */
export function unitFactor(
  unit: AmountUnit,
  known: { price: number | null; population: number | null }
): number | null {
  const price = unit.harga === 'riil' ? known.price : 1;
  if (price === null) return null;
  if (unit.per === 'total') return price;
  return known.population === null || known.population <= 0 ? null : price / known.population;
}

function sorted(values: ReadonlyMap<number, number>): { tahun: number; nilai: number }[] {
  return [...values].map(([tahun, nilai]) => ({ tahun, nilai })).sort((a, b) => a.tahun - b.tahun);
}
