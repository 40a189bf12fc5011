import { formatMonth } from '$lib/format/date';
import { formatNumber, formatPercent, formatPoints, formatRupiahShort, isKnown } from '$lib/format/number';
import type { Text } from './language';

export interface MonthChangeFacts {
  /** The month reported on, 1–12. */
  bulan: number;
  /** Realisasi of this month alone, rupiah; null when either end of the month is not known. */
  realisasi: number | null;
  /** Cumulative realisasi ÷ pagu at its end, a ratio. */
  realizationRate: number | null;
  /** Pagu now less pagu a month ago, rupiah; null when not known. */
  paguChange: number | null;
  /** (realisasi − rencana) ÷ pagu, ratios, now and a month ago; negative is below plan. */
  gap: number | null;
  gapBefore: number | null;
}

/** What changed since the month before: spending, pagu, distance to plan. One sentence; what is not known is left out or said. */
export function monthChangeSentence(facts: MonthChangeFacts): Text {
  const spent = spending(facts);
  const pagu = paguClause(facts.paguChange);
  const gap = gapClause(facts);
  const join = (language: 'id' | 'en') => [spent, pagu, gap].flatMap((part) => part?.[language] ?? []).join('; ');
  return { id: `${join('id')}.`, en: `${join('en')}.` };
}

export interface SpikeFacts {
  tahun: number;
  /** December ÷ mean of January–November; null when nothing was spent before December or a month is missing. */
  decemberMultiple: number | null;
  /** October–December ÷ the year, a ratio; null with a month missing or nothing spent. */
  q4Share: number | null;
}

/** How much of the year was left to its end; a title, so without a full stop. */
export function spikeSentence({ tahun, decemberMultiple, q4Share }: SpikeFacts): Text {
  if (!isKnown(q4Share)) {
    return {
      id: `Lonjakan akhir tahun ${tahun} tidak dihitung: ada bulan tanpa data, atau tidak ada belanja`,
      en: `The year-end spike of ${tahun} is not worked out: a month has no data, or nothing was spent`
    };
  }
  const share = (language: 'id' | 'en') => formatPercent(q4Share, language, { digits: 0 });
  const quarter = {
    id: `Oktober–Desember menyerap ${share('id')} belanja ${tahun}`,
    en: `October–December took ${share('en')} of spending in ${tahun}`
  };
  const december = decemberClause(decemberMultiple);
  return { id: quarter.id + december.id, en: quarter.en + december.en };
}

function decemberClause(multiple: number | null): Text {
  if (!isKnown(multiple)) return { id: '', en: '' };
  if (Math.abs(multiple - 1) < 0.05)
    return {
      id: '; Desember setara rata-rata bulan lain',
      en: '; December is level with the mean of the other months'
    };
  return {
    id: `; Desember ${formatNumber(multiple, 'id', { digits: 1 })} kali rata-rata bulan lain`,
    en: `; December is ${formatNumber(multiple, 'en', { digits: 1 })} times the mean of the other months`
  };
}

function spending({ bulan, realisasi, realizationRate }: MonthChangeFacts): Text {
  const month = { id: formatMonth(bulan, 'id'), en: formatMonth(bulan, 'en') };
  if (!isKnown(realisasi)) {
    return {
      id: `Belanja ${month.id} tidak diketahui karena data bulan itu atau bulan sebelumnya belum ada`,
      en: `Spending in ${month.en} is not known, since that month or the one before has no data`
    };
  }
  const total = isKnown(realizationRate)
    ? {
        id: ` menjadi ${formatPercent(realizationRate, 'id')} pagu`,
        en: ` to ${formatPercent(realizationRate, 'en')} of pagu`
      }
    : { id: '', en: '' };
  const size = { id: formatRupiahShort(realisasi, 'id', 'never'), en: formatRupiahShort(realisasi, 'en', 'never') };
  if (realisasi === 0) return { id: `Tidak ada belanja selama ${month.id}`, en: `Nothing was spent in ${month.en}` };
  if (realisasi < 0) {
    return {
      id: `Realisasi ${month.id} berkurang ${size.id} karena koreksi${total.id}`,
      en: `Realization fell by ${size.en} in ${month.en} after corrections${total.en}`
    };
  }
  return {
    id: `Realisasi ${month.id} bertambah ${size.id}${total.id}`,
    en: `Realization rose by ${size.en} in ${month.en}${total.en}`
  };
}

function paguClause(change: number | null): Text | null {
  if (!isKnown(change)) return null;
  if (change === 0) return { id: 'pagu tetap', en: 'pagu is unchanged' };
  const up = change > 0;
  return {
    id: `pagu ${up ? 'naik' : 'turun'} ${formatRupiahShort(change, 'id', 'never')}`,
    en: `pagu ${up ? 'rose' : 'fell'} by ${formatRupiahShort(change, 'en', 'never')}`
  };
}

function gapClause({ gap, gapBefore }: MonthChangeFacts): Text | null {
  if (!isKnown(gap) || !isKnown(gapBefore)) return null;
  const change = Math.abs(gap) - Math.abs(gapBefore);
  if (Math.sign(gap) * Math.sign(gapBefore) < 0) {
    return {
      id: `realisasi kini ${formatPoints(gap, 'id', { sign: 'never' })} di ${gap < 0 ? 'bawah' : 'atas'} rencana kas`,
      en: `realization is now ${formatPoints(gap, 'en', { sign: 'never' })} ${gap < 0 ? 'below' : 'above'} the cash plan`
    };
  }
  if (Math.abs(change) < 0.0005)
    return { id: 'jarak ke rencana kas tetap', en: 'the distance to the cash plan is unchanged' };
  return {
    id: `jarak ke rencana kas ${change > 0 ? 'melebar' : 'mengecil'} ${formatPoints(change, 'id', { sign: 'never' })}`,
    en: `the distance to the cash plan ${change > 0 ? 'grew' : 'narrowed'} by ${formatPoints(change, 'en', { sign: 'never' })}`
  };
}
