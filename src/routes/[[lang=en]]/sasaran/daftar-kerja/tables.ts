import type { DataTable } from '$lib/format/table';
import type { Language } from '$lib/text/language';
import { taskText } from '$lib/text/operatorTask';
import { targetingText as text } from '$lib/text/targetingPage';
import type { TargetingPage, Worklist } from '$lib/view/targetingView';
import { cell } from '../cells';
import { count, rate, words } from '../columns';

/** The operators' list: what is due in each desa. */
export function workTable(
  { rows }: Worklist,
  regions: TargetingPage['choices']['kecamatan'],
  bulat: boolean,
  language: Language
): DataTable {
  const kecamatan = new Map(regions.map(({ kode, nama }) => [kode, nama]));
  return {
    columns: [
      words('nama', text.desa[language]),
      words('kecamatan', text.kecamatan[language]),
      count('lama', text.lama[language]),
      rate('segar', text.segar[language], bulat),
      count('belum', text.belumDinilai[language]),
      words('tugas', text.tugas[language])
    ],
    rows: rows
      .filter(({ listed }) => listed)
      .map((row) => ({
        kode: row.kode,
        nama: row.nama,
        kecamatan: kecamatan.get(row.kecamatan) ?? null,
        lama: cell(row.stale, language),
        segar: cell(row.fresh12, language),
        belum: cell(row.undecided, language),
        tugas: row.tasks.map(({ task, count: due }) => taskText(task, due)[language]).join('; ') || null
      }))
  };
}
