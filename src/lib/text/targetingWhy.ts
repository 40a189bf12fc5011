import { formatDate } from '$lib/format/date';
import { formatPercent, formatRupiahShort } from '$lib/format/number';
import { isNumber, type Count } from '$lib/model/targeting/count';
import { classSums } from '$lib/model/targeting/rates';
import type { Why } from '$lib/ui/why';
import type { Basis, Figures, Freshness, Measured } from '$lib/view/targetingView';
import type { Language, Text } from './language';
import { decidedText, measureName, registryName } from './targetingLabels';
import { numberPhrase } from './targetingWords';

/** Formula of each thing that the targeting page says. */
export const targetingFormulas = {
  ee: {
    id: 'layak belum terjangkau = layak yang bukan penerima ÷ semua yang layak (exclusion error); karena jatah = (layak − min(penerima, layak)) ÷ layak; karena pilihan = (min(penerima, layak) − layak yang menerima) ÷ layak',
    en: 'eligible not reached = eligible who do not receive ÷ all eligible (exclusion error); by quota = (eligible − min(recipients, eligible)) ÷ eligible; by choice = (min(recipients, eligible) − eligible who receive) ÷ eligible'
  },
  ee_choice: {
    id: '(min(penerima berdesil, layak) − layak yang menerima) ÷ layak: yang meleset karena bantuan diterima di luar desil layak, bukan karena jatahnya kurang',
    en: '(min(recipients with a desil, eligible) − eligible who receive) ÷ eligible: missed because aid went outside the eligible desil, not because there was too little'
  },
  ie: {
    id: 'penerima di luar desil layak ÷ penerima yang desilnya diketahui (inclusion error); yang belum dapat dinilai tidak dihitung',
    en: 'recipients outside the eligible desil ÷ recipients whose desil is known (inclusion error); those not yet decided are left out'
  },
  unk: {
    id: '(penerima tanpa desil + penerima yang tidak ada di registri) ÷ semua penerima',
    en: '(recipients without a desil + recipients not in the registry) ÷ all recipients'
  },
  fresh: {
    id: 'keluarga yang diverifikasi paling lama 365 hari sebelum tanggal acuan ÷ semua keluarga, termasuk yang belum pernah diverifikasi',
    en: 'families verified at most 365 days before the as-of date ÷ all families, those never verified included'
  },
  cov_all: {
    id: 'semua penerima ÷ semua yang tercatat di registri, dalam satuan bantuan itu',
    en: 'all recipients ÷ everybody in the registry, in the unit of the aid'
  },
  desil: {
    id: 'penerima pada desil itu ÷ yang tercatat pada desil itu; koefisien konsentrasi = 2 Σ (bagian manfaat × titik tengah urutan) − 1, di bawah 0 berarti desil bawah menerima lebih banyak',
    en: 'recipients in the desil ÷ registered in the desil; concentration coefficient = 2 Σ (share of the benefit × mid-rank) − 1, below 0 the lower desil get more'
  },
  funnel: {
    id: 'batas binomial eksak dengan interpolasi di sekitar angka kabupaten (Spiegelhalter 2005), 95 % dan 99,8 %; dilebarkan bila desa berbeda lebih dari kebetulan; hanya wilayah dengan sedikitnya 10 yang ditandai',
    en: 'exact binomial limits, interpolated, around the figure of the regency (Spiegelhalter 2005), 95% and 99.8%; widened where desa differ by more than chance; only regions of ten or more are flagged'
  },
  ranks: {
    id: 'rentang kredibel 95 % dan rata-rata posterior beta-binomial, yang juga menentukan urutan; kisaran urutan 90 % dari simulasi dengan benih tetap',
    en: '95% credible interval and mean of the beta-binomial posterior, which also gives the order; 90% range of ranks by simulation with a fixed seed'
  },
  money: {
    id: 'rupiah yang dibayarkan = kepada yang layak + di luar desil layak + belum dapat dinilai + atas baris ganda',
    en: 'rupiah paid = to the eligible + outside the eligible desil + not yet decided + on duplicate rows'
  },
  programs: {
    id: 'tiap bantuan dalam satuannya sendiri, dibandingkan dengan registri yang berlaku pada tanggal daftarnya',
    en: 'each aid in its own unit, compared with the registry that held at the date of its list'
  },
  overlap: {
    id: 'keluarga (KK) menurut banyaknya bantuan berbeda yang diterima dalam setahun; dua penerima dalam satu keluarga pada bantuan yang sama tidak dihitung dua',
    en: 'families (KK) by the number of different aids received in the year; two recipients of the same aid in a family are not counted as two'
  },
  payments: {
    id: 'rupiah menurut daftar sampai bulan itu, dibandingkan dengan realisasi rekening yang membayarnya (realisasi × bagian) sejak Januari; selisih sampai 0,5 % disebut cocok',
    en: 'rupiah by the list up to the month, beside the realisasi of the lines that pay for it (realisasi × share) since January; a difference of up to 0.5% is called agreement'
  },
  reach: {
    id: 'layak yang menerima ÷ semua yang layak menurut registri; rentang Wilson 95 %: sejauh mana angka kecil bergerak karena kebetulan',
    en: 'eligible who receive ÷ all eligible by the registry; Wilson 95% range: how far a small number moves by chance'
  }
} as const satisfies Record<string, Text>;

/** Where each is explained whole: anchors of `/metode`. */
export const targetingMethodOf: Readonly<Record<keyof typeof targetingFormulas, string>> = {
  ee: 'galat-eksklusi',
  ee_choice: 'galat-eksklusi',
  ie: 'galat-inklusi',
  unk: 'belum-dapat-dinilai',
  fresh: 'kesegaran',
  cov_all: 'cakupan-semua',
  desil: 'cakupan-desil',
  funnel: 'batas-corong',
  ranks: 'rentang-peringkat',
  money: 'kelas-rupiah',
  programs: 'galat-eksklusi',
  overlap: 'tumpang-tindih',
  payments: 'daftar-terhadap-pembayaran',
  reach: 'cakupan-layak'
};

/** What an answer to "why?" shares: the registry, the date of the list. `formula` stands for its own in other words. */
export function whyOf(
  key: keyof typeof targetingFormulas,
  basis: Basis | null,
  language: Language,
  { values = '', formula = targetingFormulas[key] }: { values?: string; formula?: Text } = {}
): Why {
  const registry = basis === null || basis.registri === null ? undefined : registryName(basis)[language];
  const decided = basis === null ? '' : decidedText(basis)[language];
  return {
    method: targetingMethodOf[key],
    formula: formula[language],
    ...(values === '' ? {} : { values }),
    ...(decided === '' ? {} : { asOf: decided }),
    ...(registry === undefined ? {} : { note: registry })
  };
}

/** A quotient with its own values; empty where a part has no number. */
export function quotient(x: Count, n: Count, bulat: boolean, language: Language): string {
  if (!isNumber(x) || !isNumber(n) || n === 0) return '';
  const share = formatPercent(x / n, language, { digits: bulat ? 0 : 1 });
  return `${numberPhrase(x)[language]} ÷ ${numberPhrase(n)[language]} = ${share}`;
}

/** The quotient of the measure that is mapped, of the whole region. */
export function measureWhy(
  { measure }: Measured,
  facts: { figures: Figures; freshness: Freshness | null; bulat: boolean },
  language: Language
): { formula: Text; values: string } {
  const { classes, eligible, classified, missedByChoice } = facts.figures;
  const { undecided, registered } = classSums(classes);
  const of = (x: Count, n: Count) => quotient(x, n, facts.bulat, language);
  const values: Record<Measured['measure'], string> = {
    ee: of(classes.layakTerlewat, eligible),
    ee_choice: of(missedByChoice, eligible),
    ie: of(classes.tidakLayak, classified),
    unk: of(undecided, classes.penerima),
    fresh: of(facts.freshness?.segar ?? null, facts.freshness?.keluarga ?? null),
    cov_all: of(classes.penerima, registered),
    desil: ''
  };
  const { id, en } = targetingFormulas[measure];
  const { formal } = measureName(measure);
  return { formula: { id: `${id} (${formal.id})`, en: `${en} (${formal.en})` }, values: values[measure] };
}

/** The parts of the rupiah with what they add to; empty where one has no number. */
export function moneyValues({ money }: Figures, language: Language): string {
  const parts = [money.layak, money.tidakLayak, money.takDiketahui, money.ganda];
  if (!parts.every(isNumber) || !isNumber(money.total)) return '';
  const shown = parts.map((part) => formatRupiahShort(part as number, language));
  return `${shown.join(' + ')} = ${formatRupiahShort(money.total, language)}`;
}

/** The as-of date of the registry's ages, in words. */
export function freshWhy(row: Freshness | null, bulat: boolean, language: Language): Why {
  const values = quotient(row?.segar ?? null, row?.keluarga ?? null, bulat, language);
  return {
    method: targetingMethodOf.fresh,
    formula: targetingFormulas.fresh[language],
    ...(values === '' ? {} : { values }),
    ...(row === null ? {} : { asOf: formatDate(row.perTanggal, language) })
  };
}
