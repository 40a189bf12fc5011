import { formatMonth } from '$lib/format/date';
import type { StackedYear } from '$lib/chart/stackedYears';
import type { LineSeries } from '$lib/chart/lines';
import { componentName } from '$lib/text/fundingNames';
import { fundingLabels as text } from '$lib/text/fundingLabels';
import type { Language } from '$lib/text/language';
import type { FundingView } from '$lib/view/funding';
import type { YearsInUnit } from '$lib/view/fundingPage';

const tones = { PAD: 'apbd', TKD: 'tkd', TRANSFER_DAERAH: 'lain', LAIN: 'lain' } as const;

/** Bars of the composition in the unit of `factors`; a year that the unit cannot show is a gap. */
export function stackedYears(
  { rows, items }: NonNullable<FundingView['years']>,
  factors: YearsInUnit['factors'],
  language: Language
): StackedYear[] {
  // Steps of one hue go by the size of a component in the latest year that has it.
  const sized = items.toSorted((a, b) => (lastOf(b.rupiah) ?? 0) - (lastOf(a.rupiah) ?? 0));
  const steps = new Map(
    sized.map((item) => [
      item.komponen,
      sized.filter(({ kelompok }) => tones[kelompok] === tones[item.kelompok]).indexOf(item)
    ])
  );
  return rows.map(({ tahun, sampaiBulan, isFull }, i) => {
    const factor = factors[i] ?? null;
    const parts = items.map(({ komponen, kelompok, rupiah, unlisted }) => ({
      key: komponen,
      name: componentName(komponen)[language],
      value: unlisted.includes(i) ? 0 : scaled(rupiah[i] ?? null, factor),
      tone: tones[kelompok],
      step: steps.get(komponen) ?? 0
    }));
    return {
      tahun,
      note:
        sampaiBulan === null || isFull
          ? null
          : `${text.until[language]} ${formatMonth(sampaiBulan, language, 'short')}`,
      isFull,
      parts: sampaiBulan === null || factor === null ? null : parts
    };
  });
}

function scaled(rupiah: number | null, factor: number | null): number | null {
  return rupiah === null || factor === null ? null : rupiah * factor;
}

function lastOf(values: readonly (number | null)[]): number | null {
  return values.findLast((value) => value !== null) ?? null;
}

/** TKD received as a share of the year's budget, a line for each year, the latest strong. */
export function arrivalLines({ years }: NonNullable<FundingView['arrival']>): LineSeries[] {
  return years.map(({ tahun, totals, anggaran }, i) => ({
    key: String(tahun),
    name: String(tahun),
    tone: i === years.length - 1 ? 'tkd' : 'lain',
    strong: i === years.length - 1,
    points: totals.map((value, month) => ({
      x: month + 1,
      value: value === null || anggaran === null || anggaran <= 0 ? null : value / anggaran
    }))
  }));
}

/** The agency and the region's TKD, indexed to 100 in the base year. */
export function indexLines(
  { years, stability }: NonNullable<FundingView['agency']['anggaran']>,
  language: Language
): LineSeries[] {
  const base = years.find(({ tahun }) => tahun === stability.tahunDasar);
  const index = (value: number | null, of: number | null | undefined) =>
    value === null || of === null || of === undefined || of <= 0 ? null : (value / of) * 100;
  return (['agency', 'tkd'] as const).map((key) => ({
    key,
    name: (key === 'agency' ? text.agencyName : text.tkdName)[language],
    tone: key === 'agency' ? 'apbd' : 'tkd',
    strong: true,
    points: years.map((year) => ({ x: year.tahun, value: index(year[key], base?.[key]) }))
  }));
}
