import type { Problem } from '$lib/source/problem';
import type { Text } from '$lib/text/language';
import type { Row } from './assemble';
import type { SheetTally } from './people/tally';
import { decimal, type ProblemQuality, type QualityReport } from './quality';

/** Entry of `berkas` that all files about people share. */
export const peopleFileId = 'orang';
const peopleLayout = 'daftar penerima dan registri';

/** What files about people gave, before it is pooled. */
export interface PeopleInput {
  /** Paths and hashes of the files. */
  files: readonly { file: string; sha256: string }[];
  tallies: readonly SheetTally[];
  problems: readonly Problem[];
}

type RowCounts = SheetTally['baris'];

/** Files about people as `kualitas.json` shows them: all together, without names of files or sheets. */
export interface PeopleQuality {
  /** Files. */
  berkas: number;
  /** Counts are rounded up to a multiple of this: 1 in the internal profile. */
  pembulatan: number;
  /** Rows by outcome: dibaca = dipakai + ganda + luar_wilayah + ditolak, up to rounding. */
  baris: { penerima: RowCounts; registri: RowCounts };
  /** Cells of key columns by how they stand. */
  kunci: { nik: Record<string, number>; kk: Record<string, number> };
  /** Decimal rupiah of all lists; null in the public profile, and where no list has amounts. */
  rupiah: string | null;
}

/** Rounded up, so that 1 to 9 look like any number up to the step, and no difference of two counts tells of few. */
const publicStep = 100;
const outcomes = ['dibaca', 'dipakai', 'ganda', 'luar_wilayah', 'ditolak'] as const;

/** The row of `berkas` that all files about people share; `hash` gives the SHA-256 of a text. */
export function peopleFileRow(
  { files, tallies }: PeopleInput,
  profile: QualityReport['profil'],
  hash: (text: string) => string
): Row {
  const rows = tallies.reduce((sum, { baris }) => sum + baris.dibaca, 0);
  return {
    id_berkas: peopleFileId,
    nama: null,
    layout: peopleLayout,
    tahun: null,
    tahap: null,
    per_tanggal: null,
    sha256: hash(
      files
        .map(({ sha256 }) => sha256)
        .toSorted()
        .join('\n')
    ),
    baris: rounded(rows, profile),
    rupiah: profile === 'internal' ? rupiahOf(tallies) : null
  };
}

/** The quality report with files about people as one entry, and their problems without names, values, or counts of the public profile. */
export function withPeopleQuality(report: QualityReport, input: PeopleInput): QualityReport {
  if (input.files.length === 0) return report;
  const { profil } = report;
  const sen = profil === 'internal' ? rupiahOf(input.tallies) : null;
  const orang: PeopleQuality = {
    berkas: input.files.length,
    pembulatan: stepOf(profil),
    baris: { penerima: rowsOf(input.tallies, 'penerima', profil), registri: rowsOf(input.tallies, 'registri', profil) },
    kunci: { nik: keysOf(input.tallies, 'nik', profil), kk: keysOf(input.tallies, 'kk', profil) },
    rupiah: sen === null ? null : decimal(sen)
  };
  const pooled = {
    id_berkas: peopleFileId,
    nama: peopleLayout,
    wadah: null,
    lembar: [],
    masalah: pooledProblems(input, profil)
  };
  return { ...report, berkas: [...report.berkas, pooled], orang };
}

function stepOf(profile: QualityReport['profil']): number {
  return profile === 'internal' ? 1 : publicStep;
}

function rounded(count: number, profile: QualityReport['profil']): number {
  const step = stepOf(profile);
  return Math.ceil(count / step) * step;
}

function rowsOf(tallies: readonly SheetTally[], kind: SheetTally['kind'], profile: QualityReport['profil']): RowCounts {
  const own = tallies.filter((tally) => tally.kind === kind);
  const sums = outcomes.map((outcome) => [
    outcome,
    rounded(
      own.reduce((sum, { baris }) => sum + baris[outcome], 0),
      profile
    )
  ]);
  return Object.fromEntries(sums) as RowCounts;
}

function keysOf(
  tallies: readonly SheetTally[],
  role: 'nik' | 'kk',
  profile: QualityReport['profil']
): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { kunci } of tallies)
    for (const [name, count] of Object.entries(kunci[role] ?? {})) sums.set(name, (sums.get(name) ?? 0) + count);
  return Object.fromEntries([...sums].sort().map(([name, count]) => [name, rounded(count, profile)]));
}

/** Sen of all lists that have amounts; null where none has. */
function rupiahOf(tallies: readonly SheetTally[]): bigint | null {
  const known = tallies.flatMap(({ rupiah }) => (rupiah === null ? [] : [rupiah.dibaca]));
  return known.length === 0 ? null : known.reduce((sum, sen) => sum + sen, 0n);
}

/** Problems of all files, each sentence once: without its place, since names of files may be names of persons. */
function pooledProblems(input: PeopleInput, profile: QualityReport['profil']): ProblemQuality[] {
  const names = input.files.flatMap(({ file }) => [file, file.split('/').pop()!]);
  const sheets = input.tallies.map(({ sheet }) => sheet).filter((sheet) => sheet.length > 3);
  const hidden = [...new Set([...names, ...sheets])].sort((a, b) => b.length - a.length);
  const all = input.problems.map((problem): ProblemQuality => {
    const sentence = (language: keyof Text): string => {
      const { message, fix, place } = problem;
      const about = place.value === undefined ? '' : `"${place.value}": `;
      const text = `${about}${message[language]}${fix === undefined ? '' : ` ${fix[language]}`}`;
      return withoutCounts(withoutNames(text, hidden, language), language, profile);
    };
    return { jenis: problem.kind, kode: problem.code, kalimat: { id: sentence('id'), en: sentence('en') } };
  });
  const distinct = new Map(all.map((one) => [`${one.kode}|${one.jenis}|${one.kalimat.id}`, one]));
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function withoutNames(text: string, names: readonly string[], language: keyof Text): string {
  return names.reduce((rest, name) => rest.replaceAll(name, language === 'id' ? 'berkas itu' : 'that file'), text);
}

/** Counts of rows and families in a sentence, which in the public profile could be of few people. */
function withoutCounts(text: string, language: keyof Text, profile: QualityReport['profil']): string {
  const counted =
    /(^|[\s(])\d[\d.,]*(?= (?:baris|keluarga|sebutan|orang|penerima|lagi|rows|families|names|persons|recipients|further|more)\b)/g;
  return profile === 'internal' ? text : text.replace(counted, `$1${language === 'id' ? 'sejumlah' : 'some'}`);
}
