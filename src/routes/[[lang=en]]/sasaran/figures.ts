import type { BandRow } from '$lib/chart/bands';
import { formatNumber, formatPercentRange } from '$lib/format/number';
import { isNumber } from '$lib/model/targeting/count';
import type { Language } from '$lib/text/language';
import { targetingText as text } from '$lib/text/targetingPage';
import type { KeyFigure } from '$lib/ui/keyFigure';
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

/** Desa with a number, as the bands take them: the shrunk rate within its 95 % credible interval. */
export function bandRows({ units }: Measured): BandRow[] {
  return units.flatMap(({ kode, nama, listed, shrunk, credible, interval, ranks }) =>
    !listed || shrunk === null || interval === null
      ? []
      : [
          {
            kode,
            nama,
            lo: (credible ?? interval)[0],
            mid: shrunk,
            hi: (credible ?? interval)[1],
            rankLo: ranks?.[0] ?? null,
            rankHi: ranks?.[1] ?? null
          }
        ]
  );
}
