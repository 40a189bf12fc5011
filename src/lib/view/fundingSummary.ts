import { shortLines, type ShortLine } from './fundingPrograms';
import type { FundingView } from './funding';

/** What the home page says of funding: one number, and an exception where it applies. */
export interface FundingSummary {
  /** Share of TKD in revenue in the latest full year, a ratio; null where no source gives all revenue. */
  tkdShare: { tahun: number; ukuran: 'anggaran' | 'realisasi'; value: number } | null;
  /** The latest budget of TKD against the one before; null without two years running. Rupiah and ratio. */
  tkdChange: { from: number; to: number; change: number; rate: number | null } | null;
  exception: FundingException | null;
}

export type FundingException =
  /** The latest budget takes more than `tkdFall` of TKD; `komponen` did most of it. */
  | {
      rule: 'tkd-falls';
      from: number;
      to: number;
      change: number;
      rate: number;
      komponen: string;
      komponenChange: number;
    }
  /** A line that recurs has no money for some of its months. */
  | { rule: 'months-unfunded'; tahun: number; line: ShortLine };

/** TKD falling by more than this ratio is an exception. */
export const tkdFall = 0.1;
/** A line without money for this many months or more is one. */
export const monthsShort = 1;

/**
 * The funding number of the home page. Of two exceptions the one of the agency itself comes first: a line short of a month or more by the
 * largest shortfall; then a fall of budgeted TKD by more than a tenth.
 */
export function fundingSummary(view: FundingView): FundingSummary {
  const row = view.years?.rows.findLast(({ isFull, tkdShare }) => isFull && tkdShare !== null);
  const { ahead } = view;
  return {
    tkdShare:
      row === undefined || row.tkdShare === null || view.used === null
        ? null
        : { tahun: row.tahun, ukuran: view.used.ukuran, value: row.tkdShare },
    tkdChange:
      ahead === null ? null : { from: ahead.from, to: ahead.to, change: ahead.tkd.change, rate: ahead.tkd.rate },
    exception: unfundedMonths(view) ?? tkdFalls(view)
  };
}

function unfundedMonths({ programs }: FundingView): FundingException | null {
  if (programs === null) return null;
  const line = shortLines(programs.works).find(({ unfunded }) => unfunded >= monthsShort - 1e-9);
  return line === undefined ? null : { rule: 'months-unfunded', tahun: programs.tahun, line };
}

function tkdFalls({ ahead }: FundingView): FundingException | null {
  if (ahead === null || ahead.tkd.rate === null || ahead.tkd.rate > -tkdFall) return null;
  const { from, to, tkd } = ahead;
  const part = tkd.parts.reduce((most, one) => (one.change < most.change ? one : most), tkd.parts[0]!);
  const { komponen, change: komponenChange } = part;
  return { rule: 'tkd-falls', from, to, change: tkd.change, rate: tkd.rate!, komponen, komponenChange };
}
