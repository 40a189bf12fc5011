import type { Aid } from './aids';
import { decidedOn, type Group } from './groups';
import { type Vintage, vintageAt } from './vintages';

/** A programme's period or year, or all aid of a year: the groups counted together. */
export interface YearPlan {
  /** Number under which it is counted. */
  y: number;
  tahun: number;
  /** Null for all aid. */
  aid: Aid | null;
  groups: readonly Group[];
  /** Vintage of the last list of the period or year: all of its units are linked to that one. */
  vintage: Vintage | null;
  tanggal: string | null;
}

/** A programme's period: one group, or one for each of its instalments. */
export interface PeriodPlan extends YearPlan {
  aid: Aid;
  periode: string;
  /** Last month; null for a list of the whole year. */
  bulan: number | null;
}

/** Which periods and years are compared with which vintage. */
export interface Plan {
  periods: readonly PeriodPlan[];
  years: readonly YearPlan[];
  all: readonly YearPlan[];
}

/** Decides the vintage of every period and year. */
export function planOf(groups: readonly Group[], vintages: readonly Vintage[], perTanggal: string | null): Plan {
  const day = (group: Group): string => decidedOn(group, perTanggal);
  const year = (own: readonly Group[], y: number, aid: Aid | null): YearPlan => ({
    y,
    tahun: own[0]!.tahun,
    aid,
    groups: own,
    vintage: vintageAt(vintages, own.map(day).reduce(latest)),
    tanggal: own.map(({ tanggal }) => tanggal).reduce((a, b) => (a === null ? b : b === null ? a : latest(a, b)))
  });
  const sorted = groups.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
  return {
    periods: [...grouped(sorted, ({ aid, periode }) => `${aid.kode}|${periode}`)].map((own, i) => {
      const { aid, periode, bulan } = own[0]!;
      return { ...year(own, i + 1, aid), aid, periode, bulan };
    }),
    years: [...grouped(sorted, ({ aid, tahun }) => `${aid.kode}|${tahun}`)].map((own, i) =>
      year(own, i + 1, own[0]!.aid)
    ),
    all: [...grouped(sorted, ({ tahun }) => String(tahun))].map((own, i) => year(own, i + 1, null))
  };
}

function keyOf({ aid, periode, tahap }: Group): string {
  return `${aid.kode}|${periode}|${tahap ?? ''}`;
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function grouped(groups: readonly Group[], key: (group: Group) => string): Group[][] {
  const out = new Map<string, Group[]>();
  for (const group of groups) out.set(key(group), [...(out.get(key(group)) ?? []), group]);
  return [...out.values()];
}
