import type { RealizationView } from './realization';

/** The view as the summary needs it: three exceptions and none of the long tables, so that the page stays light. */
export function summaryView(view: RealizationView): RealizationView {
  const lastFiles = view.files.filter(({ perTanggal }) => perTanggal !== null).toSorted((a, b) => (a.perTanggal! < b.perTanggal! ? 1 : -1));
  const layouts = new Set<string>();
  const files = lastFiles.filter(({ layout }) => !layouts.has(layout) && layouts.add(layout));
  return { ...view, exceptions: view.exceptions.slice(0, 3), tree: [], outputs: [], jenis: [], sumberDana: [], files };
}
