import type { Count } from '$lib/model/targeting/count';
import type { ClassCounts, TargetingRates } from '$lib/model/targeting/rates';
import type { TargetingFilter, TargetingMeasure } from '$lib/url/targetingFilter';

/** What is mapped: a measure of the filter, or who of one desil receives. */
export type Measure = TargetingMeasure | 'desil';

/**
 * Why a value has no number. `disembunyikan` protects people; the others say what is not there: a category that nobody named or
 * that the registry does not know, no
 * registry to compare with, no list, nobody eligible, no recipient, no family, or a figure that the files do not give.
 */
export type NoValue =
  | 'disembunyikan'
  | 'khusus'
  | 'kategori'
  | 'registri'
  | 'daftar'
  | 'layak'
  | 'penerima'
  | 'keluarga'
  | 'tidak-diberikan';

/** A low and a high end, ratios. */
export type Range = readonly [low: number, high: number];

/** The classes of one region, with the extra rows of the same recipient. */
export interface Classes extends ClassCounts {
  barisGanda: Count;
}

/** Rupiah paid by where it went; the four parts add to `total`. */
export interface Money {
  layak: Count;
  tidakLayak: Count;
  takDiketahui: Count;
  ganda: Count;
  total: Count;
  /** Rupiah to the eligible ÷ rupiah to recipients whose desil is known. */
  share40: Count;
  /** share40 ÷ share of the eligible desil in the nation; and ÷ in this region. 1 = neutral. */
  cghNat: Count;
  cghLoc: Count;
  /** Rupiah spent for each rupiah that reaches an eligible recipient. */
  leakCostRatio: Count;
}

/** A region with everything that its own row says. */
export interface Figures {
  kode: string;
  nama: string;
  tingkat: string;
  /** Whether desil or a category alone makes somebody eligible. */
  menurut: 'desil' | 'kategori';
  classes: Classes;
  /** TP + FN. */
  eligible: Count;
  /** TP + FP. */
  classified: Count;
  /** min(TP + FP, TP + FN) − TP: missed because aid went elsewhere. */
  missedByChoice: Count;
  rates: TargetingRates;
  /** Wilson 95 %; null where the rate has no number. */
  intervals: { ee: Range | null; eeChoice: Range | null; covElig: Range | null; ie: Range | null };
  /** What the rates could be once undecided recipients are; null where they are at most 5 % or not known. */
  bounds: { ee: Range | null; ie: Range | null };
  money: Money;
  /** Why the rates of the eligible, of the recipients, have no number; null where they have one. */
  lacks: { ee: NoValue | null; ie: NoValue | null };
}

/** How the value of a unit stands against the regency: outside the 99.8 % limits, or not to be told apart. */
export type Flag = 'tinggi' | 'rendah' | null;

/** One desa (or kecamatan) of the map, the funnel, the bands and the table. */
export interface Unit {
  kode: string;
  nama: string;
  /** Code of its kecamatan; its own where the level is the kecamatan. */
  kecamatan: string;
  dapil: string | null;
  /** Place in the hexagon layout; null without one, and for kecamatan. */
  kolom: number | null;
  baris: number | null;
  /** False where kecamatan or dapil leave it out. */
  listed: boolean;
  /** Numerator and denominator of the measure. */
  x: Count;
  n: Count;
  /** x ÷ n. */
  value: Count;
  lack: NoValue | null;
  /** Wilson 95 %; null without a number. */
  interval: Range | null;
  /** 95 % credible interval of the shrunk value; null without one, or where regions are pooled wholly. */
  credible: Range | null;
  /** Posterior mean: what a small number is drawn towards the regency by. Null without a number. */
  shrunk: number | null;
  /** 90 % band of the rank among all units, 1 = highest value; null where n < 10. */
  ranks: readonly [first: number, last: number] | null;
  /** Only where n >= 10. `warned` is between the 95 and the 99.8 % limits. */
  flag: Flag;
  warned: Flag;
  /** Counts for its row of the table. */
  penerima: Count;
  eligible: Count;
  layak: Count;
  layakTerlewat: Count;
  tidakLayak: Count;
  /** Recipients without a desil or not in the registry. */
  undecided: Count;
}

/** Limits of the funnel at one n. */
export interface FunnelLimit {
  n: number;
  lo95: number;
  hi95: number;
  lo998: number;
  hi998: number;
}

/** Everything about one measure over the desa or kecamatan. */
export interface Measured {
  measure: Measure;
  /** Of `measure` desil. */
  desil: number | null;
  tingkat: 'desa' | 'kecamatan';
  /** Why desa are not shown: the public profile, a year that is not over, nearly all of them hidden, or no such rows; null at desa. */
  why: 'profil' | 'tahun-berjalan' | 'disembunyikan' | 'tidak-ada' | null;
  /** By code. */
  units: Unit[];
  /** The regency's own rate, from its own row; the target of the funnel. */
  theta: Count;
  lack: NoValue | null;
  /** By n, for the lines; empty without theta. */
  limits: FunnelLimit[];
  /** Spread beyond chance: mean squared z after winsorising, and the variance added; null below ten units. */
  dispersion: { phi: number; tau2: number } | null;
  /** How the shrunk values came about; null without a number in any unit. */
  prior: { method: 'mle' | 'momen' | 'penuh'; a: number | null; b: number | null } | null;
  /** Upper ends of the classes of the map but the last, rising. */
  steps: number[];
  /** Units with a number, hidden ones, and ones without. */
  counts: { known: number; hidden: number; missing: number; high: number; low: number };
}

/** An aid of the year with what its list says at one region (the regency, or the kecamatan chosen). */
export interface Program {
  kode: string;
  nama: string;
  unit: 'orang' | 'keluarga';
  penyelenggara: 'pusat' | 'provinsi' | 'kabupaten' | 'desa' | null;
  populasi: 'desil' | 'khusus';
  /** Eligible categories; empty for aid by desil. */
  kategori: string[];
  desilLayak: number[];
  /** Recipients budgeted for in the whole regency; null without a quota. */
  kuota: number | null;
  satuan: string | null;
  nilaiSatuan: number | null;
  bulan: number | null;
  /** Null where the year has no list of it. */
  figures: Figures | null;
  basis: Basis | null;
}

/** Against which registry a list was read. */
export interface Basis {
  vintase: string;
  /** Name of the registry, and the day it holds from; null where there was none to compare with. */
  registri: string | null;
  berlakuSejak: string | null;
  /** Latest decision of the list, YYYY-MM-DD; null where the files do not say. */
  tanggalDaftar: string | null;
  /** True where the list is older than the registry it is compared with. */
  isMismatch: boolean;
}

/** One desil: registered, receiving, rupiah. Units of the aid. */
export interface DesilRow {
  desil: number;
  isEligible: boolean;
  terdaftar: Count;
  penerima: Count;
  /** penerima ÷ terdaftar. */
  coverage: Count;
  rupiah: Count;
  /** Rupiah ÷ rupiah of all desil; null without rupiah, hidden where one part is. */
  rupiahShare: Count;
}

/** Reach by desil of one region. */
export interface DesilView {
  kode: string;
  rows: DesilRow[];
  /** Benefits against families ranked by desil: -1 to 1, below 0 the lower desil get more. */
  concentration: Count;
  /** The curve: cumulative share of the registered and of the benefit, from (0, 0) to (1, 1); empty where hidden or missing. */
  curve: readonly (readonly [people: number, benefit: number])[];
  /** What the benefit is counted in: rupiah, or recipients where the lists give no rupiah. */
  benefit: 'rupiah' | 'penerima';
}

/** Families by how many aids they receive, and those with two aids that may not go together. */
export interface OverlapView {
  kode: string;
  families: { jumlah: number; keluarga: Count }[];
  /** Families with two aids or more; families with none. */
  several: Count;
  none: Count;
  pairs: { kode: string; lain: string; nama: string; namaLain: string; keluarga: Count; isForbidden: boolean }[];
}

/** Age of the registry's entries of one region and group. */
export interface Freshness {
  kode: string;
  vintase: string;
  perTanggal: string;
  keluarga: Count;
  segar: Count;
  /** Updated within 365 days ÷ all families. */
  fresh12: Count;
  /** Not updated within 365 days, or never. */
  stale: Count;
  tanpaTanggal: Count;
  tanggalDepan: Count;
  /** Days. */
  median: Count;
  p90: Count;
}

/** What an operator is asked to do in a desa. */
export type Task = 'perbarui' | 'verifikasi' | 'putuskan' | 'cocokkan' | 'periksa-tanggal';

/** One desa of the operators' list. */
export interface WorkRow {
  kode: string;
  nama: string;
  kecamatan: string;
  listed: boolean;
  keluarga: Count;
  fresh12: Count;
  /** Families not updated within 12 months; of them never dated. */
  stale: Count;
  tanpaTanggal: Count;
  /** Recipients without a desil, and not in the registry; of all aid merged. */
  desilKosong: Count;
  tidakTercatat: Count;
  undecided: Count;
  /** Missed by choice ÷ eligible, with its flag; of all aid merged. */
  eeChoice: Count;
  flag: Flag;
  /** What to do with how many, the largest first; empty where nothing is due or everything is hidden. */
  tasks: { task: Task; count: number }[];
}

export interface Worklist {
  vintase: string;
  perTanggal: string;
  /** Year of the recipients; null where no list of the year has desa rows. */
  tahun: number | null;
  /** Most families not updated first, hidden and missing after. */
  rows: WorkRow[];
}

/** Why a list and its payments differ, or are the same. */
export type PaymentReason =
  /** Within half a percent. */
  | 'sama'
  /** The list lacks months that were paid. */
  | 'bulan-daftar'
  /** Realisasi is delivered for fewer months than the list. */
  | 'bulan-realisasi'
  /** Another government pays it. */
  | 'penyelenggara'
  /** No budget line is named as paying for it. */
  | 'tanpa-belanja'
  /** The list gives no rupiah. */
  | 'tanpa-rupiah'
  /** No realisasi of these months. */
  | 'tanpa-realisasi'
  | 'disembunyikan'
  /** Nothing explains it. */
  | 'terbuka';

/** The list of one aid beside what its budget lines paid, whole regency, January to `bulan`. */
export interface Payment {
  kode: string;
  nama: string;
  /** Last month compared; 12 where the list is of the year. */
  bulan: number;
  /** Months of the year that the list covers, up to `bulan`; null where it has no months. */
  bulanDaftar: number[] | null;
  paid: Count;
  /** True where `paid` leaves out extra rows of the same recipient, since their number is hidden. */
  isWithoutExtra: boolean;
  realisasi: number | null;
  /** paid − realisasi. */
  difference: Count;
  reason: PaymentReason;
  lines: { kodeSkpd: string; kodeSubkegiatan: string; kodeAkun: string; bagian: number; realisasi: number | null }[];
}

/** What a reader may choose. */
export interface Choices {
  tahun: number[];
  /** Aid of the year with a list; SEMUA first where it is there. */
  bantuan: { kode: string; nama: string; hasDesa: boolean }[];
  /** Periods of the aid in the year: the year itself first, then months. */
  periode: string[];
  kecamatan: { kode: string; nama: string }[];
  dapil: string[];
  /** Desil with rows by kecamatan. */
  desil: number[];
  ukuran: TargetingMeasure[];
}

/** Everything the targeting page says, for one filter. Plain data, the same in both languages. */
export interface TargetingPage {
  /** TargetingRates are printed in whole percent: the public profile. */
  bulat: boolean;
  wilayah: { kode: string; nama: string };
  choices: Choices;
  /** The filter as it is shown: what was null is chosen, and what the extract lacks is replaced. */
  used: TargetingFilter & { tahun: number; periode: string; bantuan: string };
  /** Parts of the filter that the extract does not have and the page replaced. */
  replaced: (keyof TargetingFilter)[];
  aid: Program;
  /** True where the year is over by the extract's own date. */
  isClosed: boolean | null;
  kabupaten: Figures;
  /** The kecamatan chosen; null where none is. */
  kecamatan: Figures | null;
  measured: Measured;
  /** Every kecamatan, by code. */
  districts: Figures[];
  desil: DesilView | null;
  programs: Program[];
  overlap: OverlapView | null;
  freshness: { semua: Freshness | null; penerima: Freshness | null };
  worklist: Worklist | null;
  payments: Payment[];
}

/** What a desa is set against: low and high of similar desa, and where it stands. */
export interface Comparison {
  /** Class of similar regions; null where nobody set one and all desa of the regency are meant. */
  kelas: string | null;
  /** Regions of it with a number, this one included. */
  n: number;
  /** Share reached of the eligible: lowest, middle and highest of them. */
  low: number;
  median: number;
  high: number;
  /** More or fewer reached than the regency beyond what chance does; null where it cannot be told. */
  place: 'lebih-banyak' | 'lebih-sedikit' | 'tidak-dapat-dibedakan' | null;
}

/** One year of a region, all aid merged, from its own row. */
export interface TrendYear {
  tahun: number;
  /** Share of the eligible that is reached. */
  covElig: Count;
  /** Wilson 95 %; null without a number. */
  interval: Range | null;
  /** Registry that the year's lists are read against, as `registryName` takes it. */
  registri: string | null;
  vintase: string;
  /** False while the year runs: it is shown, and not compared. */
  isClosed: boolean;
}

/** How the share moved: by intervals that do not overlap, else it cannot be told. */
export type TrendMove = 'naik' | 'turun' | 'tidak-dapat-dibedakan';

/** A region over the years. */
export interface Trend {
  /** The region itself, or its kecamatan where the region has fewer than two years. */
  kode: string;
  nama: string;
  tingkat: string;
  /** The earliest first, all with a number. */
  years: TrendYear[];
  /** The last two years that are over; null with fewer. */
  move: { from: number; to: number; move: TrendMove; isOtherRegistry: boolean } | null;
}

/** One screen for a desa, kelurahan or kecamatan. */
export interface RegionPage {
  bulat: boolean;
  wilayah: { kode: string; nama: string; tingkat: string; dapil: string | null; kolom: number | null };
  /** Null on the page of a kecamatan. */
  kecamatan: { kode: string; nama: string } | null;
  kabupaten: { kode: string; nama: string };
  /** Year whose aid is shown; null without any list at this level. */
  tahun: number | null;
  basis: Basis | null;
  /** All aid merged, its own row; null where the level has none. */
  reach: Figures | null;
  /** Families in need by the latest registry where there is no list; null where hidden or not known. */
  need: Count;
  freshness: Freshness | null;
  around: {
    kecamatan: { covElig: Count; fresh12: Count } | null;
    kabupaten: { covElig: Count; fresh12: Count };
  };
  comparison: Comparison | null;
  /** Reached over the years; null without any year. */
  trend: Trend | null;
  /** Missed by choice outside the funnel; null within it, or where it cannot be told. */
  choiceFlag: Flag;
  /** Aid of the year, at this region where the extract has it, else at its kecamatan. */
  aid: Program[];
  aidLevel: 'desa' | 'kecamatan' | null;
  /** Other desa of the kecamatan; on the page of a kecamatan its desa. Share reached of the eligible. */
  neighbours: { kode: string; nama: string; covElig: Count; fresh12: Count }[];
}

/** A region that can be looked for. */
export interface RegionEntry {
  kode: string;
  nama: string;
  tingkat: string;
  /** Name of its kecamatan; null for a kecamatan itself. */
  kecamatan: string | null;
}

/** What stands out most. */
export type TargetingException =
  /** A desa outside the upper 99.8 % limit of what the choice misses. */
  | { rule: 'outside'; kode: string; nama: string; kecamatan: string; value: number; theta: number; others: number }
  /** A desa whose registry is updated least. */
  | { rule: 'stale'; kode: string; nama: string; kecamatan: string; stale: number; fresh12: number };

/** What the home page says of targeting. */
export interface TargetingSummary {
  bulat: boolean;
  tahun: number;
  basis: Basis;
  /** Eligible but not reached, families of all aid merged (or of the one aid there is), of the regency's own row. */
  ee: Count;
  missed: Count;
  eligible: Count;
  lack: NoValue | null;
  /** Null where one aid stands for all. */
  bantuan: string | null;
  exception: TargetingException | null;
}
