import type { Worklist } from '$lib/view/targetingView';

/** Rows of the operators' list that stand on the targeting page; the whole list has a page of its own. */
const most = 10;

/** The head of the list. */
export function shortWorklist(list: Worklist | null): Worklist | null {
  return list && { ...list, rows: list.rows.filter(({ listed }) => listed).slice(0, most) };
}
