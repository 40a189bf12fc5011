import type { BandRow } from '$lib/chart/bands';
import { formatNumber, formatPercentRange } from '$lib/format/number';
import { isNumber } from '$lib/model/targeting/count';
import type { Language, Text } from '$lib/text/language';
import { targetingText as text } from '$lib/text/targetingPage';
import type { KeyFigure } from '$lib/ui/keyFigure';
import type { TargetingLook } from '$lib/url/targetingFilter';
import type { Figures, Measured, TargetingPage } from '$lib/view/targetingView';
import type { OwnWords } from './carried';
import { countText, rateText } from './cells';

/** Four numbers: missed, outside the eligible desil, not decided, fresh; of the kecamatan where one is chosen. */
export function keyFigures(
  page: TargetingPage,
  words: Pick<OwnWords, 'parts' | 'undecided'>,
  language: Language
): KeyFigure[] {
  const place = page.kecamatan ?? page.kabupaten;
  const { rates, classes, intervals } = place;
  const fresh = page.freshness.semua;
  const range = (interval: Figures['intervals']['ee']) =>
    interval === null ? '' : ` (${formatPercentRange(...interval, language)})`;
  return [
    {
      label: text.terlewat[language],
      value: rateText(rates.ee, language, page.bulat),
      full: countText(classes.layakTerlewat, language),
      detail: words.parts
    },
    {
      label: text.diLuar[language],
      value: rateText(rates.ie, language, page.bulat),
      full: countText(classes.tidakLayak, language),
      detail: `${countText(classes.tidakLayak, language)}${range(intervals.ie)}`
    },
    {
      label: text.belumDinilai[language],
      value: rateText(rates.unk, language, page.bulat),
      detail: words.undecided
    },
    {
      label: text.segar[language],
      value: rateText(fresh?.fresh12 ?? null, language, page.bulat),
      detail:
        fresh !== null && isNumber(fresh.keluarga)
          ? `${formatNumber(fresh.keluarga, language)} ${text.keluarga[language].toLowerCase()}`
          : ''
    }
  ];
}

/** Desa with a number under names that tell them apart, as the bands take them: the shrunk rate within its 95 % credible interval. */
export function bandRows({ units }: Measured, names: ReadonlyMap<string, string>): BandRow[] {
  return units.flatMap(({ kode, nama, listed, shrunk, credible, interval, ranks }) =>
    !listed || shrunk === null || interval === null
      ? []
      : [
          {
            kode,
            nama: names.get(kode) ?? nama,
            lo: (credible ?? interval)[0],
            mid: shrunk,
            hi: (credible ?? interval)[1],
            rankLo: ranks?.[0] ?? null,
            rankHi: ranks?.[1] ?? null
          }
        ]
  );
}

/** The unit that a region of the address marks: itself, or its kecamatan where kecamatan are shown. */
export function markedUnit({ tingkat }: Measured, { wilayah }: TargetingLook): string | null {
  return tingkat === 'desa' ? wilayah : (wilayah?.slice(0, 8) ?? null);
}

/** Says that a region in the address is none of the extract; empty where it is one, or none is asked for. */
export function unknownRegion({ measured, choices }: TargetingPage, look: TargetingLook): Text[] {
  const { wilayah } = look;
  const marked = markedUnit(measured, look);
  const isKnown = [...measured.units, ...choices.kecamatan].some(({ kode }) => kode === marked);
  if (wilayah === null || isKnown) return [];
  return [
    {
      id: `wilayah "${wilayah}" tidak ada di data ini dan diabaikan.`,
      en: `wilayah "${wilayah}" is not in these data and was ignored.`
    }
  ];
}
