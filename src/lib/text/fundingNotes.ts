import { formatNumber, formatPercent, formatRupiahShort } from '$lib/format/number';
import type { LinkedIndex } from '$lib/model/funding/price';
import type { Agreement } from '$lib/model/funding/published';
import { budgetStageName, componentPhrase, sourceName, ukuranNames } from './fundingNames';
import type { Text } from './language';

export interface SeriesFacts {
  sumber: string;
  ukuran: 'anggaran' | 'realisasi';
  /** Stage of a budget series; null where the source names none. */
  tahap: string | null;
  /** Years between the first and the last that the source lacks. */
  gaps: readonly number[];
  /** Years whose realisasi is not of twelve months, with their last month. */
  partial: readonly { tahun: number; sampaiBulan: number }[];
  isWhole: boolean;
}

/** Which series is shown, and what it lacks. */
export function seriesNote({ sumber, ukuran, tahap, gaps, partial, isWhole }: SeriesFacts): Text {
  const source = sourceName(sumber);
  const stage = budgetStageName(tahap);
  const column = ukuranNames[ukuran];
  const of =
    ukuran === 'anggaran'
      ? { id: `${column.id}, ${stage.id}`, en: `${column.en}, ${stage.en}` }
      : { id: column.id, en: column.en };
  const months = partial.map(({ tahun, sampaiBulan }) => `${tahun} (${sampaiBulan})`).join(', ');
  const notes = [
    gaps.length > 0
      ? { id: `tahun ${gaps.join(', ')} tidak ada di sumber ini`, en: `${gaps.join(', ')} not in this source` }
      : null,
    partial.length > 0
      ? {
          id: `belum setahun penuh, tahun (bulan terakhir): ${months}`,
          en: `not a full year, year (last month): ${months}`
        }
      : null,
    isWhole ? null : { id: 'hanya transfer, bukan seluruh pendapatan', en: 'transfers only, not all revenue' }
  ].filter((note) => note !== null);
  return {
    id: [`${source.id}: ${of.id}`, ...notes.map(({ id }) => id)].join('; ') + '.',
    en: [`${source.en}: ${of.en}`, ...notes.map(({ en }) => en)].join('; ') + '.'
  };
}

export interface PriceFacts extends LinkedIndex {
  /** 00 for the nation. */
  kodeWilayah: string;
  tahunDasar: number | null;
}

/** Which index makes rupiah real: the nation's, unless the extract holds one of the region, which only index cities have. */
export function priceNote(facts: PriceFacts | null): Text {
  if (facts === null || facts.tahunDasar === null)
    return {
      id: 'Harga riil belum dapat dihitung: ekstrak tidak memuat indeks harga tahun-tahun ini.',
      en: 'Real prices cannot be worked out: the extract holds no price index of these years.'
    };
  const { kodeWilayah, tahunDasar, link, unlinked } = facts;
  const isNational = kodeWilayah === '00';
  const joined =
    link === null
      ? { id: '', en: '' }
      : {
          id: ` Indeks 2018=100 disambung ke 2022=100 pada Desember ${link.tahun} dengan faktor ${formatNumber(link.factor, 'id', { digits: 3 })}.`,
          en: ` The index 2018=100 is linked to 2022=100 at December ${link.tahun} by a factor of ${formatNumber(link.factor, 'en', { digits: 3 })}.`
        };
  const cut =
    unlinked.length === 0
      ? { id: '', en: '' }
      : {
          id: ` Indeks ${unlinked.join(', ')} tidak dapat disambung.`,
          en: ` The index of ${unlinked.join(', ')} cannot be linked.`
        };
  return {
    id: `Harga Desember ${tahunDasar} menurut IHK ${isNational ? 'nasional, karena IHK daerah ini tidak ada (hanya kota IHK yang memilikinya)' : `wilayah ${kodeWilayah}`}; hanya nilai Desember yang dimuat, bukan rata-rata dua belas bulan.${joined.id}${cut.id}`,
    en: `Prices of December ${tahunDasar} by the ${isNational ? 'national consumer price index, since there is none of this region (only index cities have one)' : `consumer price index of ${kodeWilayah}`}; only December values are loaded, not means of twelve months.${joined.en}${cut.en}`
  };
}

export interface PopulationFacts {
  penerbit: string;
  points: readonly { tahun: number; jiwa: number }[];
  others: readonly { tahun: number; jiwa: number; sumber: string }[];
}

/** Which population divides, for which years, and what other official numbers say. */
export function populationNote(facts: PopulationFacts | null): Text {
  if (facts === null || facts.points.length === 0)
    return {
      id: 'Angka per penduduk belum dapat dihitung: ekstrak tidak memuat jumlah penduduk.',
      en: 'Figures per head cannot be worked out: the extract holds no population.'
    };
  const { penerbit, points, others } = facts;
  const years = points.map(({ tahun }) => tahun).join(', ');
  const list = (language: 'id' | 'en') =>
    others
      .map(({ tahun, jiwa, sumber }) => `${formatNumber(jiwa, language)} (${tahun}, ${publisher(sumber)})`)
      .join(', ');
  return {
    id: `Pembagi: penduduk menurut ${penerbit} pada tahun yang sama (${years}); tahun lain tidak dihitung.${others.length === 0 ? '' : ` Angka lain, tidak dipakai: ${list('id')}.`}`,
    en: `Divided by the population of the same year by ${penerbit} (${years}); other years are not worked out.${others.length === 0 ? '' : ` Other figures, not used: ${list('en')}.`}`
  };
}

function publisher(sumber: string): string {
  return /^[^,;(]+/.exec(sumber)?.[0].trim() ?? sumber;
}

export interface AheadFacts {
  from: number;
  to: number;
  /** Budgeted TKD, rupiah. */
  change: number;
  /** Change ÷ before, a ratio; null where before is 0 or less. */
  rate: number | null;
  parts: readonly { komponen: string; change: number }[];
}

/** What the latest budget does to TKD, for the headline and the home page: `Anggaran TKD 2026 turun …: DBH turun …, DAU naik …`. */
export function aheadSentence(facts: AheadFacts | null): Text {
  if (facts === null)
    return {
      id: 'Perubahan anggaran TKD belum diketahui: perlu anggaran dua tahun berturut-turut.',
      en: 'The change of budgeted TKD is not known: it takes budgets of two years running.'
    };
  const { from, to, change, rate, parts } = facts;
  if (change === 0)
    return { id: `Anggaran TKD ${to} sama dengan ${from}.`, en: `Budgeted TKD of ${to} equals ${from}.` };
  const down = change < 0;
  const share = (language: 'id' | 'en') =>
    rate === null ? '' : ` (${formatPercent(rate, language, { sign: 'never' })})`;
  const largest = parts
    .filter((part) => Math.abs(part.change) >= Math.abs(change) * 0.02)
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, 3);
  const named = {
    id: largest
      .map(
        (part) =>
          `${componentPhrase(part.komponen).id} ${part.change < 0 ? 'turun' : 'naik'} ${formatRupiahShort(part.change, 'id', 'never')}`
      )
      .join(', '),
    en: largest
      .map(
        (part) =>
          `${componentPhrase(part.komponen).en} ${part.change < 0 ? 'down' : 'up'} ${formatRupiahShort(part.change, 'en', 'never')}`
      )
      .join(', ')
  };
  return {
    id: `Anggaran TKD ${to} ${down ? 'turun' : 'naik'} ${formatRupiahShort(change, 'id', 'never')}${share('id')} dari ${from}${named.id === '' ? '' : `: ${named.id}`}.`,
    en: `Budgeted TKD of ${to} is ${down ? 'down' : 'up'} ${formatRupiahShort(change, 'en', 'never')}${share('en')} from ${from}${named.en === '' ? '' : `: ${named.en}`}.`
  };
}

/** How published figures of one year and measure stand to each other, for a table. */
export const agreementNames: Readonly<Record<Agreement, Text>> = {
  single: { id: 'satu sumber', en: 'one source' },
  agree: { id: 'sama', en: 'agree' },
  'by-stage': { id: 'berbeda menurut tahap', en: 'differ by stage' },
  conflicting: { id: 'bertentangan', en: 'conflicting' }
};

/** How many published figures conflict; none is averaged. */
export function publishedSentence(groups: readonly { agreement: Agreement }[]): Text {
  if (groups.length === 0)
    return { id: 'Ekstrak tidak memuat angka terbitan.', en: 'The extract holds no published figures.' };
  const conflicting = groups.filter(({ agreement }) => agreement === 'conflicting').length;
  if (conflicting === 0)
    return {
      id: `Dari ${groups.length} angka terbitan (ukuran dan tahun), tidak ada yang bertentangan pada tahap yang sama.`,
      en: `Of ${groups.length} published measures by year, none conflict at one stage.`
    };
  return {
    id: `Dari ${groups.length} angka terbitan (ukuran dan tahun), ${conflicting} bertentangan; semuanya ditampilkan dengan sumbernya, tidak dirata-ratakan.`,
    en: `Of ${groups.length} published measures by year, ${conflicting} conflict; all are shown with their sources, none averaged.`
  };
}
