import type { CutLine } from './line';

/**
 * Who would likely approve a move (methods.md §4.2, domain.md E7; not settled there, so a hint and no more): within an objek the PPKD,
 * within a jenis of the same sub kegiatan the Sekda, beyond that a change of the regional budget (Perda; Perkada first, absorbed later).
 * Each is to be read with "perlu dicek TAPD".
 */
export type ApprovalRoute = 'rincian_objek' | 'objek' | 'jenis';

type Place = Pick<CutLine, 'kodeSkpd' | 'kodeSubkegiatan' | 'kodeAkun'>;

/** Route of money that moves from one line to another; null for `to`: it leaves the agency, which lowers the total of its jenis. */
export function approvalRoute(from: Place, to: Place | null): ApprovalRoute {
  if (to === null || from.kodeSkpd !== to.kodeSkpd || from.kodeSubkegiatan !== to.kodeSubkegiatan) return 'jenis';
  const same = (levels: number) => stem(from.kodeAkun, levels) === stem(to.kodeAkun, levels);
  return same(4) ? 'rincian_objek' : same(3) ? 'objek' : 'jenis';
}

/** The first levels of an account: 3 is jenis, 4 objek. */
function stem(kodeAkun: string, levels: number): string {
  return kodeAkun.split('.').slice(0, levels).join('.');
}
