import { formatNumber, formatPercent, formatRupiahShort } from '$lib/format/number';
import type { HarmDistribution } from '$lib/model/cuts/monteCarlo';
import type { Method, Objective } from '$lib/model/cuts/scenario';
import { cutMethods } from './cutRules';
import type { Language, Text } from './language';

/** Words of the part on certainty: headings, controls, columns. */
export const certaintyLabels = {
  again: { id: 'Hitung ulang', en: 'Work out again' },
  stale: {
    id: 'Skenario atau rentang sudah berubah; angka di bawah dari yang sebelumnya.',
    en: 'The scenario or a range has changed; the numbers below are of the one before.'
  },
  cancel: { id: 'Batalkan', en: 'Cancel' },
  cancelled: { id: 'Dibatalkan.', en: 'Cancelled.' },
  failed: {
    id: 'Perhitungan tidak dapat dijalankan. Periksa sambungan, lalu coba lagi; bila tetap gagal, muat ulang halaman ini.',
    en: 'This could not be worked out. Check the connection and try again; if it still fails, reload this page.'
  },
  loading: { id: 'Mengambil data dan pemecah persoalan …', en: 'Fetching the data and the solver …' },
  ranges: { id: 'Rentang penurunan tiap sumber', en: 'Range of the fall of each source' },
  source: { id: 'Sumber dana', en: 'Source' },
  toCome: { id: 'Masih akan datang', en: 'Still to come' },
  low: { id: 'Terendah (%)', en: 'Lowest (%)' },
  mode: { id: 'Skenario', en: 'Scenario' },
  high: { id: 'Tertinggi (%)', en: 'Highest (%)' },
  basis: { id: 'Dasar', en: 'Rests on' },
  rho: { id: 'Sumber turun bersama-sama', en: 'Sources fall together' },
  fallTitle: { id: 'Penurunan dana bebas yang mungkin', en: 'Possible falls of free money' },
  fallUnit: {
    id: 'Rupiah; dari yang melampaui 5 % sampai yang melampaui 95 % kemungkinan; negatif berarti naik',
    en: 'Rupiah; from above 5 % to above 95 % of what may come; negative is a rise'
  },
  all: { id: 'Semua dana bebas', en: 'All free money' },
  what: { id: 'Ukuran', en: 'Measure' },
  p5: { id: 'P5', en: 'P5' },
  p50: { id: 'P50', en: 'P50' },
  p95: { id: 'P95', en: 'P95' },
  fall: { id: 'Penurunan dana bebas', en: 'Fall of free money' },
  lost: { id: 'Penerima yang kehilangan', en: 'Recipients losing' },
  rupiah: { id: 'Rupiah bantuan yang hilang', en: 'Rupiah of aid lost' },
  harm: { id: 'Akibat bagi penerima', en: 'What it does to recipients' },
  perDraw: {
    id: 'Akibat bila dana terikat ikut diundi',
    en: 'What it does where earmarked money is drawn too'
  },
  notMet: { id: 'tidak tertutup', en: 'not found' },
  tornado: { id: 'Yang paling menentukan', en: 'What matters most' },
  tornadoUnit: {
    id: 'Penerima yang kehilangan bila satu hal berubah dan yang lain tetap; garis tegak: skenario ini',
    en: 'Recipients losing if one thing changes and the rest stays; upright line: this scenario'
  },
  input: { id: 'Yang berubah', en: 'What changes' },
  atLow: { id: 'Pada ujung rendah', en: 'At the low end' },
  atHigh: { id: 'Pada ujung tinggi', en: 'At the high end' },
  swing: { id: 'Selisih', en: 'Difference' },
  regret: { id: 'Rencana yang paling sedikit disesali', en: 'The plan regretted least' },
  plan: { id: 'Rencana', en: 'Plan' },
  madeFor: { id: 'Disiapkan untuk', en: 'Made for' },
  lostBy: { id: 'Kehilangan karenanya', en: 'Losing by it' },
  least: { id: 'paling sedikit menyesal', en: 'least regret' },
  sourceLine: {
    id: 'pagu, daftar penerima, dan galat anggaran pada ekstrak ini; model potongan Tepat',
    en: 'pagu, recipient lists and budget errors of this extract; the cut model of Tepat'
  },
  wrongRange: {
    id: 'Isi angka dari −100 sampai 100 dengan terendah ≤ skenario ≤ tertinggi. Yang dipakai tetap rentang sebelumnya.',
    en: 'Enter numbers from −100 to 100 with lowest ≤ scenario ≤ highest. In use is the range before.'
  },
  noRange: {
    id: 'Tidak ada sumber TKD bebas pada dinas ini, sehingga tidak ada yang diundi.',
    en: 'This agency has no source of free TKD, so there is nothing to draw.'
  }
} as const satisfies Record<string, Text>;

/** What a range rests on; `years` where it is past budgets. */
export function basisText(basis: 'sejarah' | 'asumsi' | 'sendiri', years: number): Text {
  return {
    sejarah: { id: `galat anggaran ${years} tahun`, en: `budget errors of ${years} years` },
    asumsi: {
      id: 'asumsi: setengah penurunan, paling sedikit 5 poin',
      en: 'assumed: half the fall, at least 5 points'
    },
    sendiri: { id: 'diisi sendiri', en: 'typed by you' }
  }[basis];
}

/** What the draws say, rupiah; `notEnough` is a share of draws, 0–1, `solved` the plans that were worked out. */
export interface CertaintyFacts {
  fall: { p5: number; p50: number; p95: number; draws: number; rho: number };
  most: number;
  notEnough: number;
  lost: HarmDistribution;
  solved: number;
}

/** The finding in one sentence: how likely it is that the money cannot be found. */
export function certaintyHeadline({ notEnough, most }: Pick<CertaintyFacts, 'notEnough' | 'most'>): Text {
  const money = (language: Language) => formatRupiahShort(most, language);
  if (notEnough === 0)
    return {
      id: `Pada semua undian, penurunan masih tertutup oleh ${money('id')} yang boleh dipotong`,
      en: `In every draw the fall is covered by the ${money('en')} that may be cut`
    };
  const chance = { id: shareText(notEnough, 'id'), en: shareText(notEnough, 'en') };
  return {
    id: `Kemungkinan ${chance.id} penurunan melebihi ${money('id')} yang boleh dipotong`,
    en: `A chance of ${chance.en} that more falls away than the ${money('en')} that may be cut`
  };
}

/** A share that is neither nothing nor everything never prints as 0 or 100 %. */
function shareText(share: number, language: Language): string {
  const digits = share < 0.01 || (share > 0.99 && share < 1) ? 1 : 0;
  const least = 0.001;
  if (share < least) return `${{ id: 'kurang dari', en: 'less than' }[language]} ${formatPercent(least, language)}`;
  if (share < 1 && share > 1 - least)
    return `${{ id: 'lebih dari', en: 'more than' }[language]} ${formatPercent(1 - least, language)}`;
  return formatPercent(share, language, { digits });
}

/** The draws in plain words: falls, who loses, and how it was worked out. */
export function certaintyParagraph(facts: CertaintyFacts): Text {
  return { id: paragraph(facts, 'id'), en: paragraph(facts, 'en') };
}

function paragraph({ fall, lost, solved }: CertaintyFacts, language: Language): string {
  const money = (rupiah: number) => formatRupiahShort(rupiah, language);
  const count = (value: number | null) => formatNumber(value === null ? null : Math.round(value), language);
  const [low, middle, high] = [money(fall.p5), money(fall.p50), money(fall.p95)];
  const rho = formatNumber(fall.rho, language, { digits: 1 });
  const plans = formatNumber(solved, language);
  const draws = formatNumber(fall.draws, language);
  const known = lost.p5 !== null && lost.p50 !== null;
  if (language === 'id')
    return [
      `Sembilan dari sepuluh undian jatuh antara ${low} dan ${high}; tengahnya ${middle}.`,
      ...(known && lost.p95 !== null
        ? [
            `Yang kehilangan bantuan antara ${count(lost.p5)} dan ${count(lost.p95)} penerima; tengahnya ${count(lost.p50)}.`
          ]
        : known
          ? [
              `Yang kehilangan bantuan paling sedikit ${count(lost.p5)} penerima, tengahnya ${count(lost.p50)}; pada P95 dana tidak tertutup.`
            ]
          : ['Pada separuh undian atau lebih dana tidak tertutup, sehingga penerimanya tidak disebut.']),
      `${draws} undian dengan benih tetap dan korelasi ${rho}; rencana dihitung pada ${plans} besar penurunan dan dibaca di antaranya. Dana terikat tetap seperti skenario.`
    ].join(' ');
  return [
    `Nine of ten draws lie between ${low} and ${high}; the middle is ${middle}.`,
    ...(known && lost.p95 !== null
      ? [`Between ${count(lost.p5)} and ${count(lost.p95)} recipients lose aid; the middle is ${count(lost.p50)}.`]
      : known
        ? [
            `At least ${count(lost.p5)} recipients lose aid, the middle is ${count(lost.p50)}; at P95 the money cannot be found.`
          ]
        : ['In half of the draws or more the money cannot be found, so recipients are not named.']),
    `${draws} draws with a fixed seed and a correlation of ${rho}; plans were worked out for ${plans} sizes of the fall and read off between them. Earmarked money stays as in the scenario.`
  ].join(' ');
}

/** How far the work has come. */
export function progressText(solved: number, of: number): Text {
  return {
    id: `Menghitung rencana ${solved} dari ${of} …`,
    en: `Working out plan ${solved} of ${of} …`
  };
}

const inputs: Readonly<Record<string, { name: Text; low: Text; high: Text }>> = {
  bagian: {
    name: { id: 'Bagian dinas dari penurunan daerah', en: 'The agency’s share of the regency’s fall' },
    low: { id: 'seperempat lebih kecil', en: 'a quarter less' },
    high: { id: 'seperempat lebih besar', en: 'a quarter more' }
  },
  harga: {
    name: { id: 'Harga bantuan', en: 'Price of aid' },
    low: { id: '10 % lebih murah', en: '10 % cheaper' },
    high: { id: '10 % lebih mahal', en: '10 % dearer' }
  },
  penerima: {
    name: { id: 'Jumlah penerima', en: 'Number of recipients' },
    low: { id: '10 % lebih sedikit', en: '10 % fewer' },
    high: { id: '10 % lebih banyak', en: '10 % more' }
  },
  bobot: {
    name: { id: 'Bobot desil', en: 'Weights of desil' },
    low: { id: 'yang miskin lebih berat', en: 'the poor weigh more' },
    high: { id: 'semua sama', en: 'all alike' }
  },
  siapa: {
    name: { id: 'Siapa yang kehilangan', en: 'Who loses' },
    low: { id: 'semua kelas sama rata', en: 'every class alike' },
    high: { id: 'yang tidak layak lebih dulu', en: 'those not eligible first' }
  }
};

/** Names of one bar of the tornado and of its ends. `source` is the source of money it is about, with the ends of its fall (ratios). */
export function tornadoText(
  name: string,
  source: { nama: string; low: number; high: number } | null
): { name: Text; low: Text; high: Text } {
  if (source === null) return inputs[name] ?? { name: same(name), low: same(''), high: same('') };
  const end = (fall: number) => ({ id: fallText(fall, 'id'), en: fallText(fall, 'en') });
  return { name: same(source.nama), low: end(source.low), high: end(source.high) };
}

function same(text: string): Text {
  return { id: text, en: text };
}

function fallText(fall: number, language: Language): string {
  const percent = formatPercent(Math.abs(fall), language, { digits: 0 });
  if (Math.round(Math.abs(fall) * 100) === 0) return { id: 'tetap', en: 'no change' }[language];
  const words = fall > 0 ? { id: 'turun', en: 'falls' } : { id: 'naik', en: 'rises' };
  return `${words[language]} ${percent}`;
}

/** The finding of the tornado: the input that moves most, or that its end cannot be met. `name` is that of the widest bar. */
export function tornadoHeadline(name: Text, swing: number | null): Text {
  if (swing === null)
    return {
      id: `${name.id}: pada salah satu ujungnya dana tidak tertutup`,
      en: `${name.en}: at one of its ends the money cannot be found`
    };
  if (swing === 0)
    return {
      id: 'Tidak ada dari yang diuji mengubah banyaknya yang kehilangan',
      en: 'Nothing that was tried changes how many lose'
    };
  return {
    id: `Yang paling menentukan: ${name.id} (selisih ${formatNumber(swing, 'id')} penerima)`,
    en: `What matters most: ${name.en} (a difference of ${formatNumber(swing, 'en')} recipients)`
  };
}

/** Names of the falls that plans are tried on. */
export function fallName(name: 'p5' | 'skenario' | 'p95', rupiah: number): Text {
  const words = {
    p5: { id: 'turun sedikit (P5)', en: 'small fall (P5)' },
    skenario: { id: 'seperti skenario', en: 'as the scenario' },
    p95: { id: 'turun banyak (P95)', en: 'large fall (P95)' }
  }[name];
  return {
    id: `${words.id}: ${formatRupiahShort(rupiah, 'id')}`,
    en: `${words.en}: ${formatRupiahShort(rupiah, 'en')}`
  };
}

/** What stands in place of a regret: what the plan is short of in that fall, rupiah; a dash where no plan finds the money. */
export function shortText(short: number, isHopeless: boolean): Text {
  if (isHopeless || short === 0) return same('–');
  return { id: `kurang ${formatRupiahShort(short, 'id')}`, en: `short of ${formatRupiahShort(short, 'en')}` };
}

/** The finding of the regrets. `least` are the plans that tie for the least. */
export function regretHeadline(least: readonly { method: Method; madeFor: 'p5' | 'skenario' | 'p95' }[]): Text {
  const [first] = least;
  if (first === undefined)
    return {
      id: 'Tidak ada rencana yang menutup dana pada penurunan mana pun',
      en: 'No plan finds the money in any fall'
    };
  const made = {
    p5: { id: 'penurunan kecil', en: 'a small fall' },
    skenario: { id: 'penurunan skenario', en: 'the fall of the scenario' },
    p95: { id: 'penurunan besar', en: 'a large fall' }
  }[first.madeFor];
  const { name } = cutMethods[first.method];
  return {
    id: `Paling sedikit menyesal: “${name.id}” yang disiapkan untuk ${made.id}`,
    en: `Least regret: “${name.en}” made for ${made.en}`
  };
}

/** What the plan regretted least costs where little falls away: recipients who then lose in vain. Null where none do. */
export function regretCost(inVain: number | null): Text | null {
  if (inVain === null || inVain <= 0) return null;
  return {
    id: `Harganya: bila dana turun sedikit saja, ${formatNumber(inVain, 'id')} penerima kehilangan tanpa perlu.`,
    en: `Its price: if only little falls away, ${formatNumber(inVain, 'en')} recipients lose needlessly.`
  };
}

/** How to read the table of regrets. */
export function regretNote(objective: Objective): Text {
  const unit =
    objective === 'rupiah'
      ? { id: 'rupiah bantuan, berbobot desil', en: 'rupiah of aid, weighted by desil' }
      : { id: 'bulan bantuan, berbobot desil', en: 'months of aid, weighted by desil' };
  return {
    id: `Rencana diputuskan sekarang dan tidak diubah lagi. Penyesalan: dampak di atas rencana terbaik bagi penurunan itu (${unit.id}). Rencana yang kurang dianggap lebih buruk daripada yang berlebih.`,
    en: `A plan is decided now and stays. Regret: harm beyond the best plan for that fall (${unit.en}). A plan that falls short counts as worse than one that cuts too much.`
  };
}
