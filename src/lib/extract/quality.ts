import type { Problem } from '$lib/source/problem';
import { type SheetRead, tallyOf } from '$lib/source/layout';
import { sentence } from '$lib/source/problem';
import type { Text } from '$lib/text/language';
import { type InputFile, fileId } from './assemble';
import type { PeopleQuality } from './peopleQuality';
import { smallestPublished } from '$lib/contract/values';
import { settingsFor, type FolderSettings } from './settings';

/** Rows of a sheet by outcome, and rupiah as decimal text; read = used + rejected in both. */
export interface SheetQuality {
  lembar: string;
  layout: string;
  tahun: number | null;
  bulan: number | null;
  tahap: string | null;
  baris: { dibaca: number; dipakai: number; induk: number; total: number; ditolak: number };
  rupiah: Record<string, { dibaca: string; dipakai: string; ditolak: string }>;
}

export interface ProblemQuality {
  jenis: Problem['kind'];
  kode: string;
  kalimat: Text;
}

export interface FileQuality {
  id_berkas: string;
  nama: string;
  wadah: string | null;
  lembar: SheetQuality[];
  masalah: ProblemQuality[];
}

/** The importer's report as `kualitas.json`: what was read, used, rejected and decided, per file; no time of writing, so that bytes repeat. */
export interface QualityReport {
  versi: 1;
  profil: 'public' | 'internal';
  contoh: boolean;
  judul: string;
  /** Https address where the site is published, with its closing slash; null when `tepat.json` gives none. */
  alamat: string | null;
  per_tanggal: string | null;
  /** Smallest count of people that a public extract shows, other than 0. */
  ambang: number;
  /** Licence of the published data; absent where the publisher names none. */
  lisensi?: FolderSettings['lisensi'];
  berkas: FileQuality[];
  /** Problems that show only when files are seen together. */
  bersama: ProblemQuality[];
  /** Files about people, pooled; absent where there are none. */
  orang?: PeopleQuality;
}

/** Every problem of the files themselves, in file order. */
export function fileProblems(inputs: readonly InputFile[]): Problem[] {
  return inputs.flatMap(({ read }) => [...read.problems, ...read.sheets.flatMap(({ problems }) => problems)]);
}

export function qualityReport(
  inputs: readonly InputFile[],
  shared: readonly Problem[],
  folder: FolderSettings,
  profil: 'public' | 'internal',
  per_tanggal: string | null,
  agency: string | null = null
): QualityReport {
  return {
    versi: 1,
    profil,
    contoh: folder.contoh ?? false,
    judul: folder.judul ?? agency ?? 'Perangkat daerah',
    alamat: folder.alamat ?? null,
    per_tanggal,
    ambang: folder.ambang ?? smallestPublished,
    ...(folder.lisensi === undefined ? {} : { lisensi: folder.lisensi }),
    berkas: inputs.map((input) => (input.read.sheets.length === 0 ? unusedQuality(input) : fileQuality(input, folder))),
    bersama: shared.map((problem) =>
      problem.place.file === 'tepat.json' ? withoutPlace(problem) : problemQuality(problem)
    )
  };
}

function fileQuality({ read, sha256 }: InputFile, folder: FolderSettings): FileQuality {
  return {
    id_berkas: fileId(sha256),
    nama: read.file,
    wadah: read.container,
    lembar: read.sheets.map((sheet) => sheetQuality(sheet, folder)),
    masalah: [...read.problems, ...read.sheets.flatMap(({ problems }) => problems)].map(problemQuality)
  };
}

/** A file of which nothing was used may be a letter about a person, named so: the report says only that it was there. */
function unusedQuality({ read, sha256 }: InputFile): FileQuality {
  return {
    ...{ id_berkas: fileId(sha256), nama: 'berkas yang tidak dipakai', wadah: read.container, lembar: [] },
    masalah: read.problems.map(withoutPlace)
  };
}

/** A problem without names of files, sheets and settings, which people choose and which may be those of persons. */
function withoutPlace({ kind, code, message, fix }: Problem): ProblemQuality {
  const isSetting = code.startsWith('settings');
  const [said, mend] = isSetting ? [unusedSetting, undefined] : [message, fix];
  const whole = (language: keyof Text): string => [said[language], mend?.[language]].filter(Boolean).join(' ');
  return { jenis: kind, kode: code, kalimat: { id: whole('id'), en: whole('en') } };
}

const unusedSetting: Text = {
  id: 'satu pengaturan di tepat.json tidak dapat dipakai.',
  en: 'a setting in tepat.json cannot be used.'
};

function sheetQuality(sheet: SheetRead, folder: FolderSettings): SheetQuality {
  const settings = settingsFor(folder, sheet.file);
  const { rupiah, ...baris } = tallyOf(sheet);
  return {
    lembar: sheet.sheet,
    layout: sheet.layout,
    tahun: settings.tahun ?? sheet.period.tahun,
    bulan: settings.bulan ?? sheet.period.bulan,
    tahap: settings.tahap ?? sheet.period.tahap,
    baris,
    rupiah: Object.fromEntries(
      Object.entries(rupiah).map(([name, sum]) => [
        name,
        { dibaca: decimal(sum.dibaca), dipakai: decimal(sum.dipakai), ditolak: decimal(sum.ditolak) }
      ])
    )
  };
}

function problemQuality(problem: Problem): ProblemQuality {
  return {
    jenis: problem.kind,
    kode: problem.code,
    kalimat: { id: sentence(problem, 'id'), en: sentence(problem, 'en') }
  };
}

/** Sen as decimal text of rupiah: `1234.50`. */
export function decimal(sen: bigint): string {
  const digits = (sen < 0n ? -sen : sen).toString().padStart(3, '0');
  return `${sen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
