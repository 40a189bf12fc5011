import type { RealizationView } from './realization';

/** The view as the summary needs it: three exceptions and none of the long tables, so that the page stays light. */
export function summaryView(view: RealizationView): RealizationView {
  const latest = view.files.toSorted((a, b) => ((a.perTanggal ?? '') < (b.perTanggal ?? '') ? 1 : -1));
  const files = latest.filter(({ layout }, i) => latest.findIndex((other) => other.layout === layout) === i);
  return { ...view, exceptions: view.exceptions.slice(0, 3), tree: [], outputs: [], jenis: [], sumberDana: [], files };
}
