import { formatMonthYear } from '$lib/format/date';
import { formatNumber, formatPercent, formatRupiah } from '$lib/format/number';
import type { HiddenChange, ReleaseComparison, TableChange, TotalChange } from './compareRelease';

/** What changes from the last release to the next, one sentence a line, most weighty first: money, desa, what is hidden, then rows and files. */
export function comparisonLines(comparison: ReleaseComparison): string[] {
  const { totals, desaWithoutData, hidden, vintages, months, files, tables } = comparison;
  const money = totals.map(totalLine);
  return [
    ...(money.length > 0 ? money : ['Jumlah pagu dan realisasi tiap tahun tidak berubah.']),
    ...desaWithoutData.map(desaLine),
    ...hidden.flatMap(hiddenLines),
    ...listLine('Vintase registri baru', vintages.added),
    ...listLine('Vintase registri hilang', vintages.removed),
    ...months.flatMap(({ table, added, removed }) => [
      ...listLine(`Bulan baru pada ${table}`, added.map(monthName)),
      ...listLine(`Bulan hilang pada ${table}`, removed.map(monthName))
    ]),
    ...listLine('Berkas baru', files.added),
    ...listLine('Berkas diganti', files.replaced),
    ...listLine('Berkas hilang', files.removed),
    ...tableLines(tables)
  ];
}

function totalLine({ table, tahun, tahap, before, after }: TotalChange): string {
  const name = [table === 'pagu' ? 'Pagu' : 'Realisasi', tahun, ...(tahap === null ? [] : [`(${tahap})`])].join(' ');
  if (before === null) return `${name} baru: ${formatRupiah(after, 'id')}.`;
  if (after === null) return `${name} hilang; dahulu ${formatRupiah(before, 'id')}.`;
  const share =
    before === 0 ? '' : ` (${formatPercent((after - before) / before, 'id', { digits: 1, sign: 'always' })})`;
  return `${name} berubah ${formatRupiah(after - before, 'id', 'always')}${share}: ${formatRupiah(before, 'id')} → ${formatRupiah(after, 'id')}.`;
}

function desaLine({ tahun, before, after }: ReleaseComparison['desaWithoutData'][number]): string {
  const what = `Desa tanpa data sasaran ${tahun}`;
  if (after === null) return `${what}: semua desa; dahulu ${before?.length ?? 'juga semua'}.`;
  if (before === null) return `${what}: ${after.length}; dahulu belum ada desa yang berdata.`;
  const fresh = after.filter((name) => !before.includes(name));
  return `${what}: ${after.length}, dahulu ${before.length}${fresh.length > 0 ? `; baru tanpa data: ${few(fresh)}` : ''}.`;
}

/** Figures shown once may be compared with the old release: the publisher must know. */
function hiddenLines({ table, newlyHidden, newlyShown }: HiddenChange): string[] {
  const count = (n: number): string => `${formatNumber(n, 'id')} angka ${table}`;
  return [
    ...(newlyHidden > 0 ? [`${count(newlyHidden)} kini disembunyikan, padahal rilis lama menampilkannya.`] : []),
    ...(newlyShown > 0 ? [`${count(newlyShown)} kini ditampilkan, dahulu disembunyikan.`] : [])
  ];
}

function tableLines(tables: readonly TableChange[]): string[] {
  const changed = tables.filter(
    ({ before, after, rows }) => before !== after || (rows !== null && rows.added + rows.removed + rows.changed > 0)
  );
  const same = tables.length - changed.length;
  return [...changed.map(tableLine), ...(same > 0 ? [`${same} dari ${tables.length} tabel tidak berubah.`] : [])];
}

function tableLine({ table, before, after, rows }: TableChange): string {
  if (before === null) return `Tabel ${table} baru: ${formatNumber(after, 'id')} baris.`;
  if (after === null) return `Tabel ${table} hilang; dahulu ${formatNumber(before, 'id')} baris.`;
  const parts =
    rows === null
      ? ['kuncinya berubah, jadi barisnya tidak dicocokkan']
      : [
          ...(rows.added > 0 ? [`${formatNumber(rows.added, 'id')} baru`] : []),
          ...(rows.removed > 0 ? [`${formatNumber(rows.removed, 'id')} hilang`] : []),
          ...(rows.changed > 0 ? [`${formatNumber(rows.changed, 'id')} berubah`] : [])
        ];
  return `Tabel ${table}: ${formatNumber(before, 'id')} → ${formatNumber(after, 'id')} baris (${parts.join(', ')}).`;
}

function listLine(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${what} (${names.length}): ${few(names)}.`];
}

/** The first names; the rest as a number. */
function few(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown}, dan ${names.length - 5} lagi` : shown;
}

function monthName(month: string): string {
  const [tahun, bulan] = month.split('-').map(Number);
  return formatMonthYear(tahun, bulan, 'id').replace(' ', ' ');
}
