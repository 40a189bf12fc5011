import type { InputFile } from '$lib/extract/assemble';
import { groupBy } from '$lib/extract/group';
import { rupiah } from '$lib/source/rupiah';
import { type SheetRead, tallyOf } from '$lib/source/layout';
import { layouts } from '$lib/source/recognise';
import { type Problem, sentence } from '$lib/source/problem';

const months = [
  '',
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember'
];
const shown = 12;

/** One line a sheet: what it is, of when, how many rows and how much money. */
export function sheetLine(sheet: SheetRead): string {
  const title = layouts.find(({ name }) => name === sheet.layout)?.title.id ?? sheet.layout;
  const { tahun, bulan, tahap } = sheet.period;
  const when = [bulan === null ? null : months[bulan], tahun, tahap].filter((part) => part !== null).join(' ');
  const { dibaca, dipakai, induk, total, ditolak, rupiah: money12 } = tallyOf(sheet);
  const rows = `${dibaca} baris = ${dipakai} dipakai + ${induk} subtotal + ${total} jumlah + ${ditolak} ditolak`;
  const months12 = Object.entries(money12).filter(([name]) => name.startsWith('bulan_'));
  const plain = Object.entries(money12).filter(([name]) => !name.startsWith('bulan_'));
  const money = plain.map(
    ([name, sum]) => `${name} ${rupiah(sum.dibaca)}${sum.ditolak === 0n ? '' : ` (ditolak ${rupiah(sum.ditolak)})`}`
  );
  if (months12.length > 0) money.push(`rencana ${rupiah(months12.reduce((all, [, sum]) => all + sum.dibaca, 0n))}`);
  return [title, when, rows, ...money].filter(Boolean).join('; ');
}

/** The report a person acts on: questions first, then what was left out, what to look at, what was decided. */
export function printReport(problems: readonly Problem[], rejectFolder: string | null, all: boolean): void {
  const groups: [Problem['kind'], string][] = [
    ['question', 'Perlu jawaban Anda'],
    ['reject', `Ditolak${rejectFolder === null ? '' : `, baris lengkapnya di ${rejectFolder}`}`],
    ['warning', 'Perlu dilihat'],
    ['decision', 'Keputusan pengimpor']
  ];
  for (const [kind, title] of groups) {
    const group = problems.filter((problem) => problem.kind === kind);
    if (group.length === 0) continue;
    console.log(`\n${title} (${group.length})`);
    const lines = all ? group.map((problem) => sentence(problem)) : shortened(group);
    for (const line of lines) console.log(`  - ${line}`);
  }
  const lines = [...new Set(problems.flatMap(({ tepatJson }) => (tepatJson === undefined ? [] : [tepatJson])))];
  if (lines.length > 0)
    console.log(
      `\nTempel ke tepat.json di folder itu, lalu ubah seperlunya:\n{\n  "berkas": {\n    ${lines.join(',\n    ')}\n  }\n}`
    );
}

/** The first of each kind of problem, with how many more there are; decisions once a kind, others up to twelve. */
function shortened(group: readonly Problem[]): string[] {
  return [...groupBy(group, ({ code }) => code).values()].flatMap((same) => {
    const most = same[0]!.kind === 'decision' ? 1 : shown;
    const lines = same.slice(0, most).map((problem) => sentence(problem));
    return same.length > most
      ? [...lines, `… ${same.length - most} lagi seperti ini; semuanya dengan --rinci dan di kualitas.json`]
      : lines;
  });
}

/** Rejected rows as csv files by name, one for each export that has any, each row with its place and reason. */
export function rejectFiles(inputs: readonly InputFile[]): Map<string, string> {
  const out = new Map<string, string>();
  for (const { read } of inputs) {
    const rejects = read.sheets.flatMap((sheet) => sheet.rejects);
    if (rejects.length === 0) continue;
    const rows = rejects.map(({ origin, reason, cells }) => [
      origin.file,
      origin.sheet,
      origin.row,
      reason.id,
      ...cells
    ]);
    const text = [['berkas', 'lembar', 'baris', 'alasan', 'isi'], ...rows]
      .map((row) => row.map(csvCell).join(','))
      .join('\n');
    out.set(freeName(read.file.replace(/[^\w.-]+/g, '_').replace(/^\.+/, ''), out), `${text}\n`);
  }
  return out;
}

/** A file name that no other export took: names that differ only in odd letters would meet. */
function freeName(name: string, taken: ReadonlyMap<string, string>): string {
  for (let n = 1; ; n++) {
    const free = n === 1 ? `${name}.csv` : `${name}-${n}.csv`;
    if (!taken.has(free)) return free;
  }
}

/** A csv cell that a spreadsheet will not run as a formula, whether it cuts at commas, semicolons or tabs. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = value
    .replace(/(^|[;\t\r\n])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1$2'")
    .replace(/^(?=[\t\r\n])/, "'");
  return /[",;\n\r\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
