import type { BandRow } from '$lib/chart/bands';
import type { DesilBar } from '$lib/chart/desilBars';
import type { SharePart } from '$lib/chart/shareBar';
import { formatNumber, formatPercentRange, formatRupiahShort } from '$lib/format/number';
import { hidden, isNumber, type Count } from '$lib/model/targeting/count';
import type { Language } from '$lib/text/language';
import { targetingText as text } from '$lib/text/targetingPage';
import type { KeyFigure } from '$lib/ui/keyFigure';
import type { DesilView, Figures, Measured, TargetingPage } from '$lib/view/targetingView';
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

/** Coverage by desil, as the bars take it. */
export function desilBars({ rows }: DesilView): DesilBar[] {
  return rows.map(({ desil, coverage, rupiahShare, isEligible }) => ({ desil, coverage, rupiahShare, isEligible }));
}

/** Where the rupiah of a region went, as the bar takes it. */
export function moneyParts({ money }: Figures, language: Language): SharePart[] {
  const part = (kind: SharePart['kind'], name: string, value: Count): SharePart => ({
    kind,
    name,
    value,
    text: value === hidden ? text.hidden[language] : formatRupiahShort(value, language)
  });
  return [
    part('layak', text.rupiahLayak[language], money.layak),
    part('tidak_layak', text.rupiahDiLuar[language], money.tidakLayak),
    part('belum', text.rupiahTakDiketahui[language], money.takDiketahui),
    part('ganda', text.rupiahGanda[language], money.ganda)
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
