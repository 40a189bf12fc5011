import type { BudgetLine } from '$lib/model/assessment';
import { sumOrNull } from '$lib/model/series';
import type { CommitmentRow, ObligationRow } from '$lib/query/work';
import { lineKey } from './line';

/** What is bound and not yet paid, rupiah; null where one of the units shown delivered no such list: partial sums look complete. */
export interface Promises {
  /** Contracts signed, their part not yet paid. */
  kontrakSisa: number | null;
  /** Bills of earlier periods not yet paid; they stand in the contract list. */
  utang: number | null;
  /** Pay and other monthly obligations still due to year-end. */
  kewajibanSisa: number | null;
}

/** Promises of the lines shown; all null when nothing is shown. */
export function promisesOf(
  shown: readonly BudgetLine[],
  commitments: readonly CommitmentRow[],
  obligations: readonly ObligationRow[]
): Promises {
  if (shown.length === 0) return { kontrakSisa: null, utang: null, kewajibanSisa: null };
  const bills = new Map(commitments.map((row) => [lineKey(row), row.utang]));
  const due = new Map(obligations.map((row) => [lineKey(row), row.sisa]));
  const listed = new Set(obligations.map(({ kodeSkpd }) => kodeSkpd));
  return {
    kontrakSisa: sumOrNull(shown.map((line) => line.komitmen)),
    utang: sumOrNull(shown.map(({ kode, komitmen }) => (komitmen === null ? null : (bills.get(kode) ?? 0)))),
    kewajibanSisa: sumOrNull(shown.map(({ kode, kodeSkpd }) => (listed.has(kodeSkpd) ? (due.get(kode) ?? 0) : null)))
  };
}
