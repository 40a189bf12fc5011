import { formatPercent, formatRupiahShort } from '$lib/format/number';
import type { Shock } from '$lib/model/cuts/scenario';
import { componentPhrase } from './fundingNames';
import type { Language, Text } from './language';

/** A change of the regency's transfers that a scenario may start from, as the view of cuts finds it. */
export interface PresetFacts {
  lastYear: {
    sumber: string;
    from: number;
    to: number;
    rate: number | null;
    parts: readonly { komponen: string; rate: number | null }[];
    shocks: Readonly<Record<string, Shock>>;
  } | null;
  news: readonly {
    ukuran: string;
    to: number;
    change: number;
    rate: number | null;
    sumber: string;
    perTanggal: string | null;
    catatan: string | null;
    catatanEn: string | null;
    shocks: Readonly<Record<string, Shock>>;
  }[];
  share: { bagian: number } | null;
}

/** One button: what it sets, and where the numbers come from. */
export interface PresetOffer {
  key: string;
  label: string;
  title: string;
  shocks: Readonly<Record<string, Shock>>;
  bagian: number | null;
}

const measures: Readonly<Record<string, Text>> = {
  tkd: { id: 'TKD', en: 'TKD' },
  dtu: { id: 'DBH dan DAU', en: 'DBH and DAU' },
  dbh: { id: 'DBH', en: 'DBH' },
  dau: { id: 'DAU', en: 'DAU' },
  dak: { id: 'DAK', en: 'DAK' },
  dak_fisik: { id: 'DAK fisik', en: 'DAK fisik' },
  dak_nonfisik: { id: 'DAK nonfisik', en: 'DAK nonfisik' }
};

/**
 * The buttons in order (`kept`: shocks of earmarked sources that a fall of all TKD leaves as they are): last year's change as a whole and by component, then what publications say, the latest first. News of rupiah alone is the whole
 * regency's, so it comes with the agency's share of the free budget, and is not offered where that is not known.
 */
export function presetText(
  { lastYear, news, share }: PresetFacts,
  kept: Readonly<Record<string, Shock>>,
  language: Language
): PresetOffer[] {
  const offers: PresetOffer[] = [];
  if (lastYear !== null && Object.keys(lastYear.shocks).length > 0) {
    const parts = lastYear.parts
      .flatMap(({ komponen, rate }) =>
        rate === null ? [] : `${componentPhrase(komponen)[language]} ${signed(rate, language)}`
      )
      .join(', ');
    const label = { id: 'Seperti', en: 'As in' }[language];
    offers.push({
      key: 'tahun-lalu',
      label: `${label} ${lastYear.from}–${lastYear.to}${lastYear.rate === null ? '' : `: TKD ${signed(lastYear.rate, language)}`}`,
      title: `${lastYear.sumber}: ${parts}`,
      shocks: lastYear.shocks,
      bagian: null
    });
  }
  for (const [at, one] of news.entries()) {
    const name = measures[one.ukuran]?.[language];
    if (name === undefined) continue;
    const note = language === 'id' ? one.catatan : one.catatanEn;
    const title = [one.sumber, one.perTanggal, note].filter((part) => part !== null).join('. ');
    const key = `berita-${at}`;
    const label = { id: 'Berita', en: 'News' }[language];
    if (one.rate !== null && Object.keys(one.shocks).length > 0)
      offers.push({
        key,
        label: `${label}: ${name} ${signed(one.rate, language)}`,
        title,
        shocks: one.shocks,
        bagian: null
      });
    else if (one.rate === null && share !== null && one.ukuran === 'tkd')
      offers.push({
        key,
        label: `${label}: ${name} ${formatRupiahShort(one.change, language, 'always')}`,
        title,
        shocks: { ...kept, TKD: { jenis: 'rupiah', nilai: -one.change } },
        bagian: share.bagian
      });
  }
  return offers;
}

function signed(rate: number | null, language: Language): string {
  return formatPercent(rate, language, { digits: 0, sign: 'always' });
}
