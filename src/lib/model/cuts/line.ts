/**
 * What the cut model reads: lines of the budget, the aid they pay for, and who receives it. methods.md §4.2. Money is whole rupiah
 * as a JavaScript number (exact below 2^53), counts are recipients, shares are ratios.
 */

/** What a line is for: the aid itself, its delivery, data about families, or the office. */
export type LineRole = 'langsung' | 'penunjang' | 'data' | 'umum';

/** Class a recipient belongs to: desil, or why none is known. `disembunyikan` pools the classes the published files hide. */
export type RecipientClass =
  1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 'desil_kosong' | 'tidak_tercatat' | 'disembunyikan';

/** Pagu of a line from one source of funds; the sources of a line add up to its pagu. */
export interface SourcePagu {
  /** Code of the source; null where the exports do not name it (then the money is taken for free money, and the page says so). */
  sumber: string | null;
  pagu: number;
}

/** What one line pays of one aid. */
export interface AidPart {
  kodeBantuan: string;
  /** Share of the line that pays for this aid, 0–1; the shares of a line add up to at most 1. */
  bagian: number;
}

/** One line of the budget in the LRA: unit × sub kegiatan × account, at the stage in force in the starting month. */
export interface CutLine {
  /** `kodeSkpd|kodeSubkegiatan|kodeAkun`. */
  id: string;
  kodeSkpd: string;
  kodeSubkegiatan: string;
  kodeAkun: string;
  pagu: number;
  sources: readonly SourcePagu[];
  /** Realisasi of the months before the starting month; null where a month was not delivered: the line cannot be judged and is kept. */
  spent: number | null;
  /** Contracts signed and not yet paid, each counted at max(0, nilai − terbayar): what was paid is within `spent`. */
  committed: number;
  /** Obligations from the starting month to year-end: pay, honoraria, subscriptions, 13th month. */
  obligations: number;
  role: LineRole;
  /** Whether the role was set by `aturan_potong` or proposed from code and account. */
  roleBasis: 'aturan' | 'usulan';
  /** Largest share of the pagu that may be cut (`batas`); null without a limit of its own. */
  cap: number | null;
  /** Priority class, 1 is cut last; null where none was set. */
  priority: number | null;
  /** Share the account template cuts; null where the template does not name the account. */
  template: number | null;
  /** Step of a cut where things come whole, rupiah; null where any amount will do. */
  step: number | null;
  /** True for sub kegiatan of minimum service standards (SPM). */
  spm: boolean;
  /** Ground of the rule as `aturan_potong` gives it; null without a row. */
  dasar: string | null;
  aid: readonly AidPart[];
}

/** Recipients of an aid in one class. */
export interface ClassCount {
  kelas: RecipientClass;
  jumlah: number;
}

/** Recipients of an aid in one region. */
export interface RegionCount {
  kodeWilayah: string;
  /** Null where the count is hidden or not known. */
  jumlah: number | null;
  /** True where the published files hide it. */
  tersembunyi?: boolean;
}

/** An aid of the regency and who receives it at the starting month. */
export interface CutAid {
  kode: string;
  nama: string;
  unit: 'orang' | 'keluarga';
  /** Rupiah of one recipient-month; of one piece where the aid is paid once; null where nobody set or measured it (harm unknown). */
  perMonth: number | null;
  /** Whether `perMonth` is a set price, or pagu ÷ (quota × months): an assumption the page names. */
  priceBasis: 'harga' | 'pagu_per_kuota';
  /** Months from the starting month that the money was to pay (T); 1 for aid paid once. */
  months: number;
  oneOff: boolean;
  /** Desil that are eligible; empty where the aid goes by a category. */
  eligible: readonly number[];
  /** Recipients by class; null where no list says (harm unknown). */
  recipients: readonly ClassCount[] | null;
  /** Families in need who are not reached (FN), of the list's own year; null where not measurable or hidden. */
  missed: number | null;
  /** Recipients by kecamatan; empty where no list says. */
  byRegion: readonly RegionCount[];
  /** Recipients by desa and kelurahan, of an internal extract alone; not there in public ones. */
  byDesa?: readonly RegionCount[];
}

/** A source of funds, as far as cuts need it. */
export interface CutSource {
  kode: string;
  nama: string;
  kelompok: 'PAD' | 'TKD' | 'TRANSFER_DAERAH' | 'LAIN' | 'SILPA';
  /** Component of TKD; null for other groups. */
  komponen: string | null;
  /** True where its use is prescribed: it pays its own lines only. */
  terikat: boolean;
}

/** Everything the model reads of the agency, at one starting month. */
export interface CutInput {
  tahun: number;
  /** First month the plan may touch, 1–12. */
  mulai: number;
  lines: readonly CutLine[];
  aids: readonly CutAid[];
  sources: readonly CutSource[];
  /** Tables the extract does not hold: what the page then assumes is said. */
  missing: readonly ('aturan_potong' | 'kewajiban' | 'komitmen' | 'bantuan_belanja' | 'realisasi' | 'sasaran_desil')[];
}
