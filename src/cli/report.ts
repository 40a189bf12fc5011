import { groupBy } from '$lib/extract/group';
import { type RecipientClass, recipientClasses, type SheetTally } from '$lib/extract/people/tally';
import { rupiah } from '$lib/source/rupiah';
import { type SheetRead, tallyOf } from '$lib/source/layout';
import type { PeopleSheet } from '$lib/source/people/sheet';
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

/** One line a sheet about people: what it is, of which aid or vintage and when. Its rows are counted once they are linked. */
export function peopleLine({ kind, per, program, period, vintase, columns }: PeopleSheet): string {
  const when = [period.bulan === null ? null : months[period.bulan], period.tahun].filter((part) => part !== null);
  const what =
    kind === 'registri'
      ? ['registri', vintase?.registri, vintase?.kode, per === 'orang' ? 'per orang' : 'per keluarga']
      : ['daftar penerima', program ?? (columns.program === undefined ? null : 'bantuan menurut kolom'), ...when];
  return what.filter((part) => part !== null && part !== undefined).join(' ');
}

const classWords: Readonly<Record<RecipientClass, string>> = {
  layak: 'layak',
  tidak_layak: 'di luar desil layak',
  desil_kosong: 'tanpa desil',
  tidak_tercatat: 'tidak tercatat',
  tanpa_registri: 'tanpa registri pembanding',
  tanpa_aturan: 'tanpa aturan desil'
};

/** What became of the rows of a sheet about people: rows, classes, damaged keys and rupiah, all as numbers. */
export function tallyLine({ kind, baris, kelas, kunci, rupiah: money }: SheetTally): string {
  const out = [
    ['ganda', baris.ganda],
    ['di luar wilayah', baris.luar_wilayah],
    ['ditolak', baris.ditolak]
  ] as const;
  const left = out.filter(([, n]) => n > 0).map(([word, n]) => ` + ${n} ${word}`);
  const classes = recipientClasses
    .filter((name) => kelas[name] > 0)
    .map((name) => `${kelas[name]} ${classWords[name]}`);
  const damaged = (['nik', 'kk'] as const).flatMap((role) => {
    const { baik = 0, ...others } = kunci[role] ?? {};
    const found = Object.entries(others).filter(([, n]) => n > 0);
    return found.length === 0
      ? []
      : [`${role.toUpperCase()}: ${baik} baik, ${found.map(([name, n]) => `${n} ${name}`).join(', ')}`];
  });
  return [
    `${baris.dibaca} baris = ${baris.dipakai} dipakai${left.join('')}`,
    ...(kind === 'penerima' && classes.length > 0 ? [classes.join(', ')] : []),
    ...damaged,
    ...(money === null ? [] : [`rupiah ${rupiah(money.dibaca)}`])
  ].join('; ');
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
  const answers = answersOf(problems);
  if (answers !== null) console.log(`\nTempel ke tepat.json di folder itu, lalu ubah seperlunya:\n${answers}`);
}

/** Lines of tepat.json that answer the questions, as one JSON text: aid for the whole folder, the rest by file; null without a question. */
function answersOf(problems: readonly Problem[]): string | null {
  const folder = new Map<string, Map<string, unknown>>();
  for (const { tepatJson } of problems) {
    if (tepatJson === undefined) continue;
    for (const [name, value] of Object.entries(JSON.parse(`{${tepatJson}}`) as Record<string, object>)) {
      const section = name === 'bantuan' ? name : 'berkas';
      const entries = section === 'bantuan' ? Object.entries(value) : [[name, value] as const];
      const all = folder.get(section) ?? folder.set(section, new Map()).get(section)!;
      for (const [key, answer] of entries) all.set(key, { ...(all.get(key) as object), ...(answer as object) });
    }
  }
  if (folder.size === 0) return null;
  const sections = [...folder].map(
    ([section, entries]) =>
      `  "${section}": {\n    ${[...entries].map(([key, answer]) => `${JSON.stringify(key)}: ${onOneLine(answer)}`).join(',\n    ')}\n  }`
  );
  return `{\n${sections.join(',\n')}\n}`;
}

/** JSON as a person writes it on one line: `{ "bulan": 3 }`. */
function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${onOneLine(inner)}`)
    .join(', ')} }`;
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

/** A csv cell that a spreadsheet will not run as a formula, whether it cuts at commas, semicolons or tabs. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = value
    .replace(/(^|[;\t\r\n])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1$2'")
    .replace(/^(?=[\t\r\n])/, "'");
  return /[",;\n\r\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
