import type { DesilBar } from '$lib/chart/desilBars';
import type { SharePart } from '$lib/chart/shareBar';
import { formatRupiahShort } from '$lib/format/number';
import { hidden, type Count } from '$lib/model/targeting/count';
import type { Language } from '$lib/text/language';
import { targetingAidText as text } from '$lib/text/targetingAidText';
import { outsideName } from '$lib/text/targetingCategory';
import { capital } from '$lib/text/word';
import type { DesilView, Figures } from '$lib/view/targetingView';

/** Coverage by desil, as the bars take it. */
export function desilBars({ rows }: DesilView): DesilBar[] {
  return rows.map(({ desil, coverage, rupiahShare, isEligible }) => ({ desil, coverage, rupiahShare, isEligible }));
}

/** Where the rupiah of a region went, as the bar takes it. */
export function moneyParts({ money, menurut }: Figures, language: Language): SharePart[] {
  const part = (kind: SharePart['kind'], name: string, value: Count): SharePart => ({
    kind,
    name,
    value,
    text: value === hidden ? text.hidden[language] : formatRupiahShort(value, language)
  });
  return [
    part('layak', text.rupiahLayak[language], money.layak),
    part('tidak_layak', capital(outsideName(menurut)[language]), money.tidakLayak),
    part('belum', text.rupiahTakDiketahui[language], money.takDiketahui),
    part('ganda', text.rupiahGanda[language], money.ganda)
  ];
}
