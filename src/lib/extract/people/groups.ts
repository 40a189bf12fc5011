import type { Aid } from './aids';
import { lastDayOf, type ListPeriod, periodCode } from './listPeriod';

/** One programme in one period and instalment: what duplicates are looked for in. */
export interface Group {
  /** Number of the group in SQL. */
  g: number;
  aid: Aid;
  periode: string;
  /** Instalment of the period; null where the list names none. */
  tahap: string | null;
  tahun: number;
  bulan: number | null;
  /** Last day on which a list of the group was decided; null where none says. */
  tanggal: string | null;
}

/** The groups of all lists together. */
export interface GroupBook {
  /** The group of an aid's period and instalment, made when it is new. */
  at(aid: Aid, period: ListPeriod): Group;
  /** Notes that a list of the group was decided on a day; the last one holds. */
  dated(g: number, tanggal: string): void;
  all(): readonly Group[];
}

/** An empty book. */
export function groupBook(): GroupBook {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  return {
    at: (aid, period) => {
      const periode = periodCode(period);
      const key = `${aid.kode}|${periode}|${period.tahap ?? ''}`;
      const group = byKey.get(key) ?? {
        g: groups.length + 1,
        aid,
        periode,
        tahap: period.tahap,
        tahun: period.tahun,
        bulan: period.bulan,
        tanggal: null
      };
      if (!byKey.has(key)) {
        byKey.set(key, group);
        groups.push(group);
      }
      return group;
    },
    dated: (g, tanggal) => {
      const group = groups[g - 1]!;
      if (group.tanggal === null || tanggal > group.tanggal) group.tanggal = tanggal;
    },
    all: () => groups
  };
}

/** The day by which a group's vintage is chosen: when its list was decided, else the last day of its period, but none after the as-of date. */
export function decidedOn(group: Group, perTanggal: string | null): string {
  const last = lastDayOf(group);
  return group.tanggal ?? (perTanggal !== null && perTanggal < last ? perTanggal : last);
}
