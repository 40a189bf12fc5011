import type { CutAid, RecipientClass } from './line';
import type { AidLoss } from './loss';
import { largestRemainder } from './round';

/** Every class, in the order of tables. */
export const recipientClasses: readonly RecipientClass[] = [
  ...([1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const),
  'desil_kosong',
  'tidak_tercatat',
  'disembunyikan'
];

/** What an aid loses, in whole recipients and whole rupiah. */
export interface WholeLoss {
  aid: CutAid;
  /** Recipients without aid for the rest of the year: recipient-months ÷ T. */
  lost: number;
  /** The same, before rounding. */
  exact: number;
  rupiah: number;
  byClass: Map<RecipientClass, number>;
}

/**
 * Losses in whole recipients, methods.md §4.2: recipient-months ÷ T, the total rounded and shared out by largest remainder over the aids,
 * then within each aid over its classes, ties by code, so that every table adds up to the same total. Rupiah likewise.
 */
export function wholeLosses(losses: readonly AidLoss[]): WholeLoss[] {
  const exact = losses.map(({ months, measured }) => months / measured.aid.months);
  const keys = losses.map(({ measured }) => measured.aid.kode);
  const lost = rounded(exact, keys);
  const rupiah = rounded(
    losses.map((loss) => loss.rupiah),
    keys
  );
  return losses.map(({ measured: { aid }, byClass }, at) => {
    const classes = recipientClasses.filter((kelas) => (byClass.get(kelas) ?? 0) > 0);
    const shares = classes.map((kelas) => byClass.get(kelas)! / aid.months);
    const order = classes.map((kelas) => String(recipientClasses.indexOf(kelas)).padStart(2, '0'));
    const whole = largestRemainder(shares, lost[at]!, order);
    return {
      ...{ aid, lost: lost[at]!, exact: exact[at]!, rupiah: rupiah[at]! },
      byClass: new Map(classes.map((kelas, slot) => [kelas, whole[slot]!]))
    };
  });
}

function rounded(shares: readonly number[], keys: readonly string[]): number[] {
  return largestRemainder(shares, Math.round(shares.reduce((sum, share) => sum + share, 0)), keys);
}
