/** What this page reads of kualitas.json. */
export interface QualityReport {
  berkas: { id_berkas: string; lembar?: { layout: string | null; baris: SheetRows }[] }[];
  /** Lists about people, rounded in the public profile; null or absent when none were read. */
  orang?: { berkas: number; pembulatan: number; baris: Record<string, PeopleRows> } | null;
}

interface SheetRows {
  dibaca: number;
  dipakai: number;
  induk: number;
  total: number;
  ditolak: number;
}

interface PeopleRows {
  dibaca: number;
  dipakai: number;
  ganda: number;
  luar_wilayah: number;
  ditolak: number;
}

/** Rows of one layout: read = used + compared + rejected. */
export interface LayoutQuality {
  layout: string;
  /** Null where the report does not part them by layout, as for lists about people. */
  files: number | null;
  read: number;
  used: number;
  /** Subtotals and totals, compared with the rows below them; in lists about people rows given twice or of another region. */
  compared: number;
  rejected: number;
}

/** Files and rows by layout, those with most files first, then the lists about people. */
export function layoutQuality(report: QualityReport): LayoutQuality[] {
  const found = new Map<string, LayoutQuality & { ids: Set<string> }>();
  for (const { id_berkas: id, lembar } of report.berkas)
    for (const { layout, baris } of lembar ?? []) {
      const name = layout ?? '–';
      const sum = found.get(name) ?? {
        layout: name,
        files: 0,
        read: 0,
        used: 0,
        compared: 0,
        rejected: 0,
        ids: new Set()
      };
      sum.ids.add(id);
      sum.read += baris.dibaca;
      sum.used += baris.dipakai;
      sum.compared += baris.induk + baris.total;
      sum.rejected += baris.ditolak;
      found.set(name, sum);
    }
  const sheets = [...found.values()].map(({ ids, ...sum }) => ({ ...sum, files: ids.size }));
  const people = Object.entries(report.orang?.baris ?? {}).map(([layout, baris]) => ({
    layout,
    files: null,
    read: baris.dibaca,
    used: baris.dipakai,
    compared: baris.ganda + baris.luar_wilayah,
    rejected: baris.ditolak
  }));
  return [...sheets.toSorted((a, b) => b.files - a.files || (a.layout < b.layout ? -1 : 1)), ...people];
}
