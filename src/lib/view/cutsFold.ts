import type { PlanView, ShownRow } from './cutsPlan';

/** Whether a view holds the accounts, and not only what stands above them. */
export function isWhole({ rows }: Pick<PlanView, 'rows'>): boolean {
  return rows.some(({ line }) => line !== null);
}

/** A view without its accounts and kegiatan, as a page carries it. Sums and reasons of a sub kegiatan stay. */
export function foldedView(view: PlanView): PlanView {
  const rows = view.rows
    .filter(({ level }) => level !== 'akun' && level !== 'kegiatan')
    .map((row): ShownRow => ({ ...row, children: [] }));
  return { ...view, rows };
}
