import type { DataTable } from '$lib/format/table';
import { dataPageText as text } from '$lib/text/dataPage';
import type { Language } from '$lib/text/language';
import type { HiddenCounts } from '$lib/view/dataPackage';
import type { LayoutQuality } from '$lib/view/dataQuality';

/** Tables in which something is hidden. */
export function hiddenTable(
  tables: readonly { title: string; rows: number; hidden: HiddenCounts | null }[],
  language: Language
): DataTable {
  return {
    columns: [
      { key: 'tabel', label: text.table[language], kind: 'text' },
      { key: 'baris', label: text.rows[language], kind: 'number' },
      { key: 'tersembunyi', label: text.hiddenRows[language], kind: 'number' },
      { key: 'angka', label: text.hiddenNumbers[language], kind: 'number' }
    ],
    rows: tables.flatMap(({ title, rows, hidden }) =>
      hidden === null || hidden.rows === 0
        ? []
        : [{ tabel: title, baris: rows, tersembunyi: hidden.rows, angka: hidden.numbers }]
    )
  };
}

/** Files and rows by layout. */
export function qualityTable(quality: readonly LayoutQuality[], language: Language): DataTable {
  const count = (key: string, label: string) => ({ key, label, kind: 'number' as const });
  return {
    columns: [
      { key: 'layout', label: text.layout[language], kind: 'text' },
      count('files', text.files[language]),
      count('read', text.read[language]),
      count('used', text.used[language]),
      count('compared', text.compared[language]),
      count('rejected', text.rejected[language])
    ],
    rows: quality.map((one) => ({ ...one }))
  };
}
