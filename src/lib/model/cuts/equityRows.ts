import type { CutAid, CutLine } from './line';
import type { LinearRow } from './problem';
import type { MeasuredAid } from './stretch';

/** Recipients of an aid in each kecamatan as shares of those placed; null where none are placed or a cell is hidden. */
export function regionShares({ byRegion }: Pick<CutAid, 'byRegion'>): Map<string, number> | null {
  let all = 0;
  for (const { jumlah } of byRegion) {
    if (jumlah === null) return null;
    all += jumlah;
  }
  return all > 0 ? new Map(byRegion.map(({ kodeWilayah, jumlah }) => [kodeWilayah, jumlah! / all])) : null;
}

/**
 * One row for each kecamatan: recipient-months lost there ÷ those before ≤ `most` × the same of the regency. Every class of a kecamatan
 * is taken to lose alike, also where the plan drops by class, since no list gives class by kecamatan and line. Aids whose kecamatan are
 * not known or hidden are left out on both sides. Rows are scaled to a largest coefficient of 1, so that a term is rupiah.
 */
export function equityRows(
  lines: readonly CutLine[],
  measured: ReadonlyMap<string, MeasuredAid>,
  most: number
): LinearRow[] {
  const placed = [...measured.values()].flatMap((one) => {
    const shares = regionShares(one.aid);
    return shares === null ? [] : [{ ...one, shares, months: one.count * one.aid.months }];
  });
  const byCode = new Map(placed.map((one) => [one.aid.kode, one]));
  const all = placed.reduce((sum, { months }) => sum + months, 0);
  return [...new Set(placed.flatMap(({ shares }) => [...shares.keys()]))].sort().flatMap((name) => {
    const before = placed.reduce((sum, { shares, months }) => sum + months * (shares.get(name) ?? 0), 0);
    if (before <= 0) return [];
    const terms = lines.flatMap((line, index) => {
      const parts = line.role === 'langsung' ? line.aid : [];
      const total = parts.reduce((sum, { bagian }) => sum + bagian, 0);
      const coefficient = parts.reduce((sum, { kodeBantuan, bagian }) => {
        const one = byCode.get(kodeBantuan);
        if (one === undefined || total <= 0) return sum;
        return sum + (bagian / total / one.perMonth) * ((one.shares.get(name) ?? 0) / before - most / all);
      }, 0);
      return coefficient === 0 ? [] : [{ line: index, coefficient }];
    });
    return terms.length === 0 ? [] : [{ name, terms: scaled(terms) }];
  });
}

function scaled(terms: LinearRow['terms']): LinearRow['terms'] {
  const largest = terms.reduce((most, { coefficient }) => Math.max(most, Math.abs(coefficient)), 0);
  return terms.map(({ line, coefficient }) => ({ line, coefficient: coefficient / largest }));
}
