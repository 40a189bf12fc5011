import { formatNumber, formatPercent, formatRupiahShort } from '$lib/format/number';
import type { RevenueChange } from '$lib/model/funding/change';
import type { PeerStanding } from '$lib/model/funding/peers';
import type { AmountUnit } from '$lib/model/funding/price';
import type { Concentration } from '$lib/model/funding/revenue';
import { componentPhrase } from './fundingNames';
import type { Language, Text } from './language';

/** A change smaller than this ratio of what was before is said to be none. */
const noticeable = 0.005;
/** Parts of a change that a sentence names, at most. */
const mostParts = 3;

export interface DependencyFacts {
  wilayah: string;
  tahun: number;
  ukuran: 'anggaran' | 'realisasi';
  /** Ratios of all revenue; null where the source does not give all of it. */
  tkdShare: number | null;
  padShare: number | null;
}

/** Headline: how much of the revenue comes from the centre, how much is the region's own. */
export function dependencySentence({ wilayah, tahun, ukuran, tkdShare, padShare }: DependencyFacts): Text {
  if (tkdShare === null && padShare === null)
    return {
      id: `Ketergantungan ${wilayah} pada TKD belum dapat dihitung: belum ada sumber yang memuat seluruh pendapatan setahun.`,
      en: `How far ${wilayah} depends on TKD cannot be worked out: no source gives all revenue of a year.`
    };
  const share = (ratio: number | null, language: Language) => formatPercent(ratio, language);
  const verb =
    ukuran === 'realisasi' ? { id: 'berasal', en: 'came' } : { id: 'dianggarkan', en: 'is budgeted to come' };
  return {
    id: `Pada ${tahun}, ${share(tkdShare, 'id')} pendapatan ${wilayah} ${verb.id} dari TKD dan ${share(padShare, 'id')} dari PAD.`,
    en: `In ${tahun}, ${share(tkdShare, 'en')} of the revenue of ${wilayah} ${verb.en} from TKD and ${share(padShare, 'en')} from PAD.`
  };
}

export interface ChangeFacts {
  from: number;
  to: number;
  /** What changes: all revenue, or the centre's transfers. */
  what: 'jumlah' | 'TKD';
  ukuran: 'anggaran' | 'realisasi';
  unit: AmountUnit;
  change: RevenueChange | null;
  /** What is missing for the unit chosen, where the change is null for that. */
  lacking?: 'indeks' | 'penduduk' | null;
}

/** How revenue went from one year to another, and which components did it: `DBH turun …, DAU naik …`. */
export function changeSentence({ from, to, what, ukuran, unit, change, lacking = null }: ChangeFacts): Text {
  const whole = {
    jumlah: {
      id: ukuran === 'anggaran' ? 'anggaran pendapatan' : 'pendapatan',
      en: ukuran === 'anggaran' ? 'budgeted revenue' : 'revenue'
    },
    TKD: { id: ukuran === 'anggaran' ? 'anggaran TKD' : 'TKD', en: ukuran === 'anggaran' ? 'budgeted TKD' : 'TKD' }
  }[what];
  if (change === null && lacking !== null)
    return {
      id: `Perubahan ${whole.id} dalam satuan ini belum dapat dihitung: ${lackingWords[lacking].id} untuk kedua tahun tidak lengkap.`,
      en: `The change of ${whole.en} cannot be worked out in this unit: ${lackingWords[lacking].en} is not known for both years.`
    };
  if (change === null)
    return {
      id: `Perubahan ${whole.id} belum dapat dihitung: perlu dua tahun penuh yang angkanya diketahui.`,
      en: `The change of ${whole.en} cannot be worked out: it takes two full years with known figures.`
    };
  const per = perPhrase(unit);
  const moved = movement(change.change, change.before, unit);
  const parts = change.parts.filter((part) => isNoticeable(part.change, change.before)).slice(0, mostParts);
  const named = (language: Language) =>
    parts
      .map((part) => `${componentPhrase(part.komponen)[language]} ${movement(part.change, null, unit)[language]}`)
      .join(', ');
  const why = { id: parts.length === 0 ? '' : `: ${named('id')}`, en: parts.length === 0 ? '' : `: ${named('en')}` };
  return {
    id: `Dari ${from} ke ${to}, ${whole.id}${per.id} ${moved.id}${why.id}.`,
    en: `From ${from} to ${to}, ${whole.en}${per.en} ${moved.en}${why.en}.`
  };
}

const lackingWords = {
  indeks: { id: 'indeks harga', en: 'the price index' },
  penduduk: { id: 'jumlah penduduk', en: 'the population' }
} as const;

/** `turun Rp1,5 T (19,4 %)`, `naik Rp100 M`, `tidak berubah`; the rate where what was before is given and above 0. */
function movement(change: number, before: number | null, unit: AmountUnit): Text {
  if (change === 0 || (before !== null && !isNoticeable(change, before)))
    return { id: 'hampir tidak berubah', en: 'hardly changed' };
  const down = change < 0;
  const rate = (language: Language) =>
    before !== null && before > 0 ? ` (${formatPercent(change / before, language, { sign: 'never' })})` : '';
  const size = (language: Language) => amount(change, unit, language);
  return {
    id: `${down ? 'turun' : 'naik'} ${size('id')}${rate('id')}`,
    en: `${down ? 'fell' : 'rose'} ${before === null ? '' : 'by '}${size('en')}${rate('en')}`
  };
}

function isNoticeable(change: number, before: number): boolean {
  return Math.abs(change) >= Math.abs(before) * noticeable && change !== 0;
}

function amount(change: number, { per }: AmountUnit, language: Language): string {
  return per === 'kapita'
    ? `Rp${formatNumber(Math.abs(change), language)}`
    : formatRupiahShort(change, language, 'never');
}

function perPhrase({ harga, per }: AmountUnit): Text {
  const head = per === 'kapita' ? { id: ' per penduduk', en: ' per head' } : { id: '', en: '' };
  const real = harga === 'riil' ? { id: ' riil', en: ' in real terms' } : { id: '', en: '' };
  return { id: `${head.id}${real.id}`, en: `${head.en}${real.en}` };
}

/** In what unit amounts are shown, for a unit line: `harga tahun 2025, per penduduk`. `tahunDasar` null: no index. */
export function unitPhrase({ harga, per }: AmountUnit, tahunDasar: number | null): Text {
  const price =
    harga === 'nominal'
      ? { id: 'nominal', en: 'nominal' }
      : tahunDasar === null
        ? { id: 'harga tetap, indeks tidak ada', en: 'constant prices, no index' }
        : { id: `harga Desember ${tahunDasar}`, en: `prices of December ${tahunDasar}` };
  return per === 'kapita' ? { id: `${price.id}, per penduduk`, en: `${price.en}, per head` } : price;
}

export interface GrowthFacts {
  from: number;
  to: number;
  /** Compound rates a year, ratios; null where not defined. */
  TKD: number | null;
  PAD: number | null;
  /** Unit in which they grew; nominal totals without it. */
  unit?: AmountUnit;
}

/** Own trend: growth a year of transfers and of own money. */
export function growthSentence({ from, to, TKD, PAD, unit = { harga: 'nominal', per: 'total' } }: GrowthFacts): Text {
  if (TKD === null && PAD === null)
    return {
      id: 'Laju pertumbuhan belum dapat dihitung: perlu dua tahun penuh yang angkanya diketahui dalam satuan ini.',
      en: 'Growth cannot be worked out: it takes two full years with known figures in this unit.'
    };
  const rate = (ratio: number | null, language: Language) => formatPercent(ratio, language, { sign: 'always' });
  return {
    id: `Antara ${from} dan ${to}, TKD${perPhrase(unit).id} tumbuh rata-rata ${rate(TKD, 'id')} dan PAD ${rate(PAD, 'id')} setahun.`,
    en: `Between ${from} and ${to}, TKD${perPhrase(unit).en} grew by ${rate(TKD, 'en')} and PAD by ${rate(PAD, 'en')} a year on average.`
  };
}

/** How concentrated revenue is over its components. */
export function concentrationSentence(concentration: Concentration | null): Text {
  if (concentration === null)
    return {
      id: 'Pemusatan pendapatan belum dapat dihitung: perlu dua komponen atau lebih yang angkanya diketahui.',
      en: 'Concentration cannot be worked out: it takes two or more components with known figures.'
    };
  const { hhi, normalised, n } = concentration;
  const alike = formatNumber(1 / hhi, 'id', { digits: 1 });
  const alikeEn = formatNumber(1 / hhi, 'en', { digits: 1 });
  return {
    id: `Pendapatan dari ${n} komponen sama terpusatnya dengan ${alike} komponen yang sama besar (indeks pemusatan ternormalkan ${formatNumber(normalised, 'id', { digits: 2 })}).`,
    en: `Revenue from ${n} components is as concentrated as ${alikeEn} components of equal size (normalised concentration index ${formatNumber(normalised, 'en', { digits: 2 })}).`
  };
}

export interface PeerFacts extends PeerStanding {
  kelas: string;
  tahun: number;
  /** Own share of TKD in revenue, a ratio; null where not known. */
  own: number | null;
}

/** Where the region stands among its class by its share of TKD. */
export function peerSentence({ kelas, tahun, own, percentile, n, median }: PeerFacts): Text {
  if (percentile === null || own === null)
    return {
      id: `Perbandingan dengan daerah sekelas (${kelas}) belum dapat dibuat: perlu lima daerah lain dengan sumber dan tahun yang sama, ada ${n}.`,
      en: `A comparison within its class (${kelas}) cannot be made: it takes five other regions with the same source and year, there are ${n}.`
    };
  const below = Math.round(percentile * n * 2) / 2;
  const digits = Number.isInteger(below) ? 0 : 1;
  return {
    id: `Pada ${tahun}, bagian TKD ${formatPercent(own, 'id')} lebih tinggi daripada ${formatNumber(below, 'id', { digits })} dari ${n} daerah lain sekelas (${kelas}); nilai tengahnya ${formatPercent(median, 'id')}.`,
    en: `In ${tahun}, a TKD share of ${formatPercent(own, 'en')} is above ${formatNumber(below, 'en', { digits })} of ${n} other regions of its class (${kelas}); their median is ${formatPercent(median, 'en')}.`
  };
}

export interface ExposureFacts {
  komponen: string;
  /** One percent of the component, rupiah; null where not known. */
  onePercent: number | null;
  /** The same in the agency's own sources; null where it names none of this component. */
  agency: { rupiah: number; programMonths: number | null } | null;
}

/** What one percent less of a component takes away, from the region and from the agency's own programs. */
export function exposureSentence({ komponen, onePercent, agency }: ExposureFacts): Text {
  const name = componentPhrase(komponen);
  if (onePercent === null)
    return { id: `Besar ${name.id} tidak diketahui.`, en: `The size of ${name.en} is not known.` };
  const region = {
    id: `Setiap 1 % ${name.id} yang berkurang mengurangi pendapatan ${formatRupiahShort(onePercent, 'id')}`,
    en: `Each 1% less of ${name.en} takes ${formatRupiahShort(onePercent, 'en')} from revenue`
  };
  if (agency === null)
    return {
      id: `${region.id}; anggaran dinas tidak menyebut sumber ini.`,
      en: `${region.en}; the agency's budget does not name this source.`
    };
  const { rupiah, programMonths: months } = agency;
  const worth = {
    id:
      months === null
        ? ''
        : `, setara ${formatNumber(months, 'id', { digits: 2 })} bulan kebutuhan rutin yang dibiayainya`,
    en: months === null ? '' : `, ${formatNumber(months, 'en', { digits: 2 })} months of the regular needs it pays for`
  };
  return {
    id: `${region.id}; bagian anggaran dinas ${formatRupiahShort(rupiah, 'id')}${worth.id}.`,
    en: `${region.en}; the agency's part is ${formatRupiahShort(rupiah, 'en')}${worth.en}.`
  };
}
