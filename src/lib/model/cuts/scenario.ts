import type { LineRole, RecipientClass } from './line';

/** A fall (or, negative, a rise) of one source: share of what is still to come in the year, or rupiah. */
export type Shock = { jenis: 'persen'; nilai: number } | { jenis: 'rupiah'; nilai: number };

/** How a plan is found. */
export type Method = 'sebanding' | 'rata_pagu' | 'prioritas' | 'templat' | 'terbaik' | 'tangan';

/** Who is dropped within an aid: every class the same share, or not eligible and higher desil first. */
export type Dropping = 'rata' | 'tepat';

/** What harm counts: months of aid lost, or rupiah of aid lost. */
export type Objective = 'bulan' | 'rupiah';

/** Rules the reader may switch and set. */
export interface Rules {
  /** Earmarked sources pay their own lines only; off: every source is free money (to see its price). */
  terikat: boolean;
  /** Contracts signed and obligations to year-end are kept. What is spent can never be cut. */
  komitmen: boolean;
  /** Aid accounts of SPM lines are not cut, and other accounts of SPM sub kegiatan keep this share of pagu; null: off. */
  spm: number | null;
  /** Prefixes of accounts that are not cut (pay, BTT). */
  akun: readonly string[];
  /** Delivery is not cut deeper than the aid it delivers. */
  penunjang: boolean;
  /** Work on data is not cut. */
  data: boolean;
  /** Limits of `aturan_potong` hold. */
  batas: boolean;
  /** Things that come whole are cut whole. */
  satuan: boolean;
  /** An aid keeps at least this share of its pagu or is closed altogether; null: off. */
  minimum: number | null;
  /** No kecamatan loses more than this many times the share the regency loses; null: off. */
  kecamatan: number | null;
}
export type RuleName = keyof Rules;

/** What the reader decided about single lines. */
export interface LineDecision {
  role?: LineRole;
  /** A line whose harm nobody measured may be cut all the same. */
  allowed?: boolean;
  /** Not to be touched. */
  locked?: boolean;
  /** Cut by hand, rupiah. */
  cut?: number;
}

/** Weight of one recipient of a class in harm. */
export type Weights = Readonly<Partial<Record<RecipientClass, number>>>;

/** How uncertain the shocks are, as far as the reader said so. */
export interface Uncertainty {
  /** Correlation of the sources, 0–1; null where the default holds. */
  rho: number | null;
  /** Ends of the falls, ratios, by source code. */
  ends: Readonly<Record<string, { low: number; high: number }>>;
}

/** Everything a plan follows from, beside the data. */
export interface Scenario {
  tahun: number;
  /** First month the plan may touch, 1–12. */
  mulai: number;
  /** Shock by source code; the key `TKD` stands for every source of the group that has no entry of its own. */
  shocks: Readonly<Record<string, Shock>>;
  /** Share of the regency's shock the agency bears; null: shocks are of the agency's own money. */
  bagian: number | null;
  method: Method;
  dropping: Dropping;
  objective: Objective;
  /** Equal weights for all classes instead of 4, 3, 2, 1 and 0.25. */
  equal: boolean;
  /** Cuts are multiples of this many rupiah. */
  rounding: 1 | 1000;
  rules: Rules;
  decisions: Readonly<Record<string, LineDecision>>;
  /** Not there where the reader said nothing. No plan follows from it, only how certain one is. */
  uncertainty?: Uncertainty;
}

/** The rules a new scenario starts with. */
export const defaultRules: Rules = {
  terikat: true,
  komitmen: true,
  spm: 1,
  akun: ['5.1.01', '5.3'],
  penunjang: true,
  data: true,
  batas: true,
  satuan: true,
  minimum: null,
  kecamatan: null
};
