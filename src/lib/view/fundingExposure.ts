import { compositionOver, itemOf } from '$lib/model/funding/fold';
import type { RevenueGroup, RevenueYear, Ukuran } from '$lib/model/funding/revenue';
import { byRule, fullYears, type RevenueSeries } from '$lib/model/funding/series';
import { byItem, groupOf, orderOfStage } from './fundingFigures';
import { onePercentOf, type ProgramFunding, type SourceView } from './fundingPrograms';

/** One component of a year's revenue, and what one percent less of it takes away. */
export interface ExposureRow {
  /** A component; a family or group where the region or the agency does not itemise it. */
  komponen: string;
  kelompok: RevenueGroup;
  /** Nominal rupiah of the region; null where not known. */
  rupiah: number | null;
  /** One percent of it, rupiah. */
  onePercent: number | null;
  /** One percent of the agency's pagu from sources of this component: rupiah and program-months; null where the agency names none. */
  agency: { rupiah: number; programMonths: number | null } | null;
}

/** What the region and the agency stand to lose by component. */
export interface ExposureView {
  tahun: number;
  ukuran: Ukuran;
  sumber: string;
  tahap: string | null;
  rows: ExposureRow[];
}

/**
 * One percent of each component: of the budget of the agency's own latest year where a series has it whole, else of the latest full year of
 * the series shown. Null without a full year.
 */
export function exposureView(
  series: readonly RevenueSeries[],
  used: RevenueSeries,
  programs: ProgramFunding | null
): ExposureView | null {
  const budget = series
    .filter(({ ukuran }) => ukuran === 'anggaran')
    .toSorted(byRule(orderOfStage))
    .find((one) => fullYears(one).some(({ tahun }) => tahun === programs?.tahun));
  const of = budget ?? used;
  const year =
    budget === undefined ? fullYears(used).at(-1) : fullYears(of).find(({ tahun }) => tahun === programs?.tahun);
  if (year === undefined) return null;
  const { sumber, ukuran } = of;
  return { tahun: year.tahun, ukuran, sumber, tahap: year.tahap, rows: exposureRows(year, programs) };
}

/** The region's components with the agency's sources; a family that either of them does not itemise is one row. */
function exposureRows(year: RevenueYear, programs: ProgramFunding | null): ExposureRow[] {
  const undivided = (programs?.sources ?? []).flatMap((source) => {
    const komponen = componentOfSource(source);
    const isUndivided = komponen !== null && komponen.endsWith('_tak_dirinci');
    return isUndivided ? [{ komponen, kelompok: groupOf(komponen), rupiah: source.pagu }] : [];
  });
  const items = compositionOver([year.components, undivided]).filter(({ unlisted }) => !unlisted.includes(0));
  const keys = new Set(items.map(({ komponen }) => komponen));
  return items.sort(byItem).map(({ komponen, kelompok, rupiah: [rupiah = null] }) => {
    const isMeant = (source: SourceView): boolean => {
      const named = componentOfSource(source);
      return named !== null && itemOf(named, groupOf(named), keys) === komponen;
    };
    const agency = programs && onePercentOf(programs, isMeant);
    return { komponen, kelompok, rupiah, onePercent: rupiah === null ? null : rupiah / 100, agency };
  });
}

/** The component of the region's revenue that a source of the agency comes from; null for a surplus carried over and the like. */
function componentOfSource({ komponenTkd, kelompok }: SourceView): string | null {
  if (komponenTkd !== null) return komponenTkd;
  return kelompok === 'PAD' ? 'pad_tak_dirinci' : kelompok === 'TRANSFER_DAERAH' ? 'transfer_daerah_tak_dirinci' : null;
}
