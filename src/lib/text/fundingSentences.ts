import { formatDate } from '$lib/format/date';
import { formatPercent, formatRupiahShort } from '$lib/format/number';
import type { Why } from '$lib/ui/why';
import type { FundingView } from '$lib/view/funding';
import type { FundingPage, AmountUnitKey } from '$lib/view/fundingPage';
import type { FundingSummary } from '$lib/view/fundingSummary';
import {
  changeSentence,
  concentrationSentence,
  dependencySentence,
  growthSentence,
  peerSentence,
  unitPhrase
} from './funding';
import {
  arrivalSentence,
  budgetErrorSentence,
  monthsFundedSentence,
  owedSentence,
  stabilityRule,
  stabilitySentence
} from './fundingMoney';
import { sourceName } from './fundingNames';
import { aheadSentence, populationNote, priceNote, publishedSentence, seriesNote } from './fundingNotes';
import type { Language } from './language';

/** Every sentence made from the numbers of the funding page, in one language; they come with the numbers. */
export interface FundingSentences {
  headline: string;
  dependency: string;
  series: string;
  concentration: string;
  population: string;
  /** By unit: title of the composition, its unit, growth, and what prices or people it rests on. */
  units: Record<AmountUnitKey, { title: string; unit: string; growth: string; note: string }> | null;
  peers: string;
  errors: string;
  arrival: string;
  owed: string;
  /** By what is compared; empty where it is not there. */
  stability: Record<'anggaran' | 'realisasi', string>;
  published: string;
  source: string;
  why: Record<
    'composition' | 'dependency' | 'exposure' | 'errors' | 'months' | 'arrival' | 'stability' | 'peers' | 'balance',
    Why
  >;
}

const formulas = {
  composition: {
    id: 'komponen terdalam yang diberikan sumber, dijumlahkan; riil = nominal × indeks tahun dasar ÷ indeks tahun itu; per penduduk = rupiah ÷ jumlah penduduk tahun itu',
    en: 'the deepest components the source gives, added up; real = nominal × index of the base year ÷ index of that year; per resident = rupiah ÷ population of that year'
  },
  dependency: {
    id: 'bagian TKD = transfer pusat ÷ seluruh pendapatan; bagian PAD = PAD ÷ seluruh pendapatan; transfer provinsi bukan TKD',
    en: 'TKD share = central transfers ÷ all revenue; PAD share = own revenue ÷ all revenue; provincial transfers are not TKD'
  },
  exposure: {
    id: '1 % dari komponen; di dinas: 1 % dari pagu yang sumber dananya komponen itu; bulan program = rupiah itu ÷ kebutuhan sebulan belanja berulang yang dibayarnya',
    en: '1% of the component; in the agency: 1% of the pagu funded by it; programme-months = that rupiah ÷ monthly need of the recurring spending it pays for'
  },
  errors: {
    id: '(realisasi − anggaran) ÷ anggaran, tiap tahun penuh; rata-rata, dan akar rata-rata kuadratnya',
    en: '(realised − budgeted) ÷ budgeted, each full year; mean, and root of the mean square'
  },
  months: {
    id: 'pagu setelah penurunan ÷ kebutuhan tiap bulan, mulai Januari; penurunan dibagi rata pada semua yang dibayar sumber itu',
    en: 'pagu after the fall ÷ need of each month, from January; a fall is shared evenly by all that the source pays for'
  },
  peers: {
    id: 'bagian TKD tiap daerah sekelas dari sumber, tahun, dan tahap yang sama; persentil = daerah lain yang lebih rendah ÷ daerah lain, yang sama dihitung setengah; perlu lima daerah lain',
    en: 'TKD share of each region of the class from the same source, year and stage; percentile = other regions below ÷ other regions, ties counted half; it takes five others'
  },
  balance: {
    id: 'Pendapatan − Belanja + penerimaan pembiayaan − pengeluaran pembiayaan, tiap sumber dan tahap sendiri-sendiri; pada anggaran harus 0, pada realisasi sama dengan SiLPA',
    en: 'revenue − spending + financing receipts − financing outlays, each source and stage by itself; 0 in a budget, SiLPA in what was realised'
  },
  arrival: {
    id: 'TKD diterima sejak Januari ÷ anggaran TKD tahun itu; bulan tanpa berkas kosong, bukan nol',
    en: 'TKD received since January ÷ budgeted TKD of the year; a month without a file is empty, not zero'
  }
} as const;

/** Where each is explained whole: anchors of `/metode`. */
export const fundingMethodOf: Readonly<Record<keyof typeof formulas, string>> = {
  composition: 'susunan-pendapatan',
  dependency: 'ketergantungan',
  exposure: 'satu-persen-lebih-sedikit',
  errors: 'galat-anggaran',
  months: 'bulan-terbiayai',
  peers: 'posisi-di-kelas',
  balance: 'keseimbangan-anggaran',
  arrival: 'kedatangan-tkd'
};

/** The sentences of one page of funding. */
export function fundingSentences({ view, facts }: FundingPage, language: Language): FundingSentences {
  const { years, used } = view;
  const full = years?.rows.findLast(({ isFull }) => isFull) ?? null;
  const wilayah = view.wilayah.nama ?? view.wilayah.kode;
  const ukuran = used?.ukuran ?? 'realisasi';
  const jumlah = view.budgetErrors?.errors.find(({ komponen }) => komponen === 'jumlah');
  const files = fileNames(view.files);
  const source = used === null ? '' : sourceName(used.sumber)[language];
  const stabilityOf = (agency: FundingView['agency']['anggaran']): string =>
    agency === null ? '' : stabilitySentence({ ...agency.stability, ukuran: agency.ukuran })[language];
  const { anggaran, realisasi } = view.agency;
  const why = (key: keyof typeof formulas): Why => ({
    method: fundingMethodOf[key],
    formula: formulas[key][language],
    files
  });
  return {
    headline: view.ahead === null ? dependencyOf() : aheadSentence({ ...view.ahead, ...view.ahead.tkd })[language],
    dependency: dependencyOf(),
    series: used === null || years === null ? '' : seriesNote({ ...used, ...gapsOf(years.rows) })[language],
    concentration: concentrationSentence(years?.concentration ?? null)[language],
    population: populationNote(view.population)[language],
    units: facts === null || years === null ? null : unitSentences(),
    peers:
      view.peers === null
        ? peerSentence({
            kelas: view.wilayah.kelasSebanding ?? '–',
            tahun: 0,
            own: null,
            percentile: null,
            n: 0,
            median: null
          })[language]
        : peerSentence({ ...view.peers, ...view.peers.tkdShare, own: view.peers.own.tkdShare })[language],
    errors: jumlah === undefined ? '' : budgetErrorSentence(jumlah)[language],
    arrival: arrivalSentence(view.arrival?.pace ?? null)[language],
    owed: owedSentence(view.arrival?.owed.at(-1) ?? null)[language],
    stability: { anggaran: stabilityOf(anggaran), realisasi: stabilityOf(realisasi) },
    published: publishedSentence(view.published.groups)[language],
    source: [source, latestDate(view.files, language)].filter(Boolean).join(', '),
    why: {
      composition: why('composition'),
      dependency: {
        ...why('dependency'),
        ...(full === null || full.jumlah === null
          ? {}
          : {
              values: `${full.tahun}: ${formatRupiahShort(full.groups.TKD, language)} ÷ ${formatRupiahShort(full.jumlah, language)} = ${formatPercent(full.tkdShare, language)}`
            })
      },
      exposure: why('exposure'),
      errors: why('errors'),
      months: { method: fundingMethodOf.months, formula: formulas.months[language] },
      arrival: { method: fundingMethodOf.arrival, formula: formulas.arrival[language] },
      stability: { method: 'stabilitas', formula: stabilityRule[language] },
      peers: { method: fundingMethodOf.peers, formula: formulas.peers[language] },
      balance: { method: fundingMethodOf.balance, formula: formulas.balance[language] }
    }
  };

  function dependencyOf(): string {
    const { tahun = 0, tkdShare = null, padShare = null } = full ?? {};
    return dependencySentence({ wilayah, tahun, ukuran, tkdShare, padShare })[language];
  }

  function unitSentences(): NonNullable<FundingSentences['units']> {
    const { tahunDasar } = years!;
    const entries = Object.entries(facts!).map(([key, { change, growth, lacking }]) => {
      const [harga, per] = key.split('-') as ['nominal' | 'riil', 'total' | 'kapita'];
      const unit = { harga, per };
      const fullYears = years!.rows.filter(({ isFull }) => isFull);
      const what = full?.isWhole === false ? ('TKD' as const) : ('jumlah' as const);
      const [from, to] = [change?.from ?? fullYears.at(-2)?.tahun ?? 0, change?.to ?? fullYears.at(-1)?.tahun ?? 0];
      const notes = [
        harga === 'riil' ? priceNote(view.prices && { ...view.prices, tahunDasar })[language] : '',
        per === 'kapita' ? populationNote(view.population)[language] : ''
      ];
      const title = changeSentence({ from, to, what, ukuran, unit, change, lacking })[language];
      const grown = growth === null ? '' : growthSentence(growth)[language];
      return [
        key,
        { title, unit: unitPhrase(unit, tahunDasar)[language], growth: grown, note: notes.filter(Boolean).join(' ') }
      ] as const;
    });
    return Object.fromEntries(entries) as NonNullable<FundingSentences['units']>;
  }
}

/** What the summary says of funding: its number, and an exception where there is one. */
export function fundingSummarySentences(
  view: FundingView,
  { tkdShare, exception }: FundingSummary,
  language: Language
): { number: string; exception: string | null } {
  const wilayah = view.wilayah.nama ?? view.wilayah.kode;
  const { tahun = 0, ukuran = 'realisasi' as const, value = null } = tkdShare ?? {};
  const padShare = view.years?.rows.find((row) => row.tahun === tahun)?.padShare ?? null;
  const dependency = dependencySentence({ wilayah, tahun, ukuran, tkdShare: value, padShare })[language];
  const ahead = view.ahead === null ? '' : aheadSentence({ ...view.ahead, ...view.ahead.tkd })[language];
  return {
    number: [dependency, ahead].filter(Boolean).join(' '),
    exception:
      exception?.rule === 'months-unfunded'
        ? monthsFundedSentence({ nama: exception.line.nama, funded: exception.line })[language]
        : null
  };
}

function gapsOf(rows: NonNullable<FundingPage['view']['years']>['rows']) {
  return {
    gaps: rows.filter(({ sampaiBulan }) => sampaiBulan === null).map(({ tahun }) => tahun),
    partial: rows.flatMap(({ tahun, sampaiBulan, isFull }) =>
      sampaiBulan === null || isFull ? [] : [{ tahun, sampaiBulan }]
    )
  };
}

function fileNames(files: FundingPage['view']['files']): string[] {
  const names = files.flatMap(({ nama }) => (nama === null ? [] : [nama]));
  return names.length > 4 ? [...names.slice(0, 3), `+ ${names.length - 3}`] : names;
}

function latestDate(files: FundingPage['view']['files'], language: Language): string | null {
  const dates = files.flatMap(({ perTanggal }) => (perTanggal === null ? [] : [perTanggal])).sort();
  return dates.length === 0 ? null : formatDate(dates.at(-1)!, language);
}
