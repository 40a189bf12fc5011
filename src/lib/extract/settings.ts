import { z } from 'zod';
import { isStage } from '$lib/contract/stage';
import { aidCategories, aidPopulations, aidProviders, aidUnits, allAid, smallestPublished } from '$lib/contract/values';
import { readCode } from '$lib/source/code';
import { peopleRoles } from '$lib/source/people/sheet';
import { layouts } from '$lib/source/recognise';
import type { Problem } from '$lib/source/problem';
import type { FileSettings } from '$lib/source/layout';

const month = z.number().int().min(1).max(12);
const skpd = z
  .string()
  .refine((kode) => readCode(kode, 'skpd')?.kode === kode, 'kode SKPD, misalnya 1.06.0.00.0.00.01.0000');
const regency = z.string().regex(/^\d\d\.\d\d$/, 'kode kabupaten/kota Kemendagri, misalnya 64.02');
const year = z.number().int().min(2010).max(2049);
const layoutNames = layouts.map(({ name }) => name) as [string, ...string[]];
const aidCode = z
  .string()
  .min(1)
  .refine((kode) => kode !== allAid, `${allAid} berarti semua bantuan dan tidak dapat menjadi kode satu bantuan`);
const address = z.string().transform((text, context) => {
  const published = publishedAddress(text);
  if (published !== null) return published;
  context.addIssue({
    code: 'custom',
    message: `"${text}" bukan alamat situs: tulis alamat https tempat situs terbit, tanpa ? dan #, misalnya dinsos.example.go.id/tepat/ dengan https:// di depannya`
  });
  return z.NEVER;
});
const fileSettings = z.strictObject({
  abaikan: z.boolean().optional(),
  tahun: year.optional(),
  bulan: month.optional(),
  tahap: z
    .string()
    .refine((tahap) => isStage(tahap) || tahap === 'pergeseran', 'murni, pergeseran-1, perubahan, …')
    .optional(),
  berlaku_bulan: month.optional(),
  layout: z.enum(layoutNames).optional(),
  sifat: z.enum(['bulanan', 'kumulatif']).optional(),
  kode_skpd: skpd.optional(),
  angka: z.enum(['id', 'en']).optional(),
  lembar_tersembunyi: z.boolean().optional(),
  sistem_kode: z.enum(['bps', 'kemendagri', 'djpk']).optional(),
  kode_wilayah: regency.optional(),
  satuan: z.enum(['rupiah', 'ribu', 'juta', 'miliar', 'triliun']).optional(),
  bantuan: aidCode.optional(),
  vintase: z
    .string()
    .regex(/^20\d\d-(T[1-4]|0[1-9]|1[0-2])$/, 'vintase registri: 2025-T3 (triwulan) atau 2025-03 (bulan)')
    .optional(),
  berlaku_sejak: z.iso.date().optional(),
  tanggal_daftar: z.iso.date().optional(),
  periode: z
    .string()
    .regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/, 'periode daftar: 2025 atau 2025-03')
    .optional(),
  kolom: z.record(z.string().min(1), z.enum(peopleRoles)).optional()
});
/** An aid as tepat.json describes it; what is left out has the default of an aid nobody described, see `aidRows`. */
const aidSettings = z.strictObject({
  nama: z.string().min(1).optional(),
  /** The year this holds for; without it, every year of the extract. */
  tahun: year.optional(),
  unit: z.enum(aidUnits).optional(),
  penyelenggara: z.enum(aidProviders).optional(),
  populasi: z.enum(aidPopulations).optional(),
  /** Eligible categories, for aid that is not chosen by desil. */
  kategori: z.array(z.enum(aidCategories)).optional(),
  desil_layak: z.array(z.number().int().min(1).max(10)).optional(),
  /** Recipients budgeted for in a year. */
  kuota: z.number().int().min(0).nullable().optional(),
  satuan: z.string().min(1).optional(),
  /** Rupiah for each unit and recipient. */
  nilai_satuan: z.number().min(0).max(1e15).nullable().optional(),
  /** Months paid in a year; null for one-off aid. */
  bulan: month.nullable().optional(),
  tidak_boleh_bersama: z.array(z.string().min(1)).optional()
});
export type AidSettings = z.infer<typeof aidSettings>;

/** What a person writes in `tepat.json` beside the exports. Every key is optional. */
const folderSettings = z.strictObject({
  /** Name of the agency as the site prints it. */
  judul: z.string().optional(),
  /** Https address where the site is published, perhaps below a folder; read to end in a slash. Feeds and preview pictures need it. */
  alamat: address.optional(),
  /** Licence of the published data: an identifier such as CC-BY-4.0, with its title and address where known. */
  lisensi: z
    .strictObject({
      nama: z.string().regex(/^[-a-zA-Z0-9._]+$/, 'singkatan lisensi tanpa spasi, misalnya CC-BY-4.0'),
      judul: z.string().min(1).optional(),
      tautan: z.url({ protocol: /^https?$/ }).optional()
    })
    .optional(),
  /** True marks invented data: every page then says so. */
  contoh: z.boolean().optional(),
  /** Smallest count of people or families that the public profile shows, other than 0; 10 where nobody asks for more, 100 at most: the quality report rounds to that. */
  ambang: z.number().int().min(smallestPublished, `paling kecil ${smallestPublished}`).max(100).optional(),
  /** Kemendagri code of the regency, e.g. 64.02. */
  wilayah: regency.optional(),
  /** Class of regions that a regency is compared with, by Kemendagri code; default "Kabupaten di …" or "Kota di …" of its province. */
  kelas_sebanding: z.record(regency, z.string().min(1)).optional(),
  /** As-of date of the whole folder, YYYY-MM-DD; default the end of the last month delivered. */
  per_tanggal: z.iso.date().optional(),
  /** For files that do not say it themselves. */
  tahun: year.optional(),
  kode_skpd: skpd.optional(),
  /** Basis of realisasi, for files that do not say it. */
  basis: z.enum(['SP2D', 'SPJ']).optional(),
  /** Settings of single files: by path inside the folder, or by pattern with `*`. */
  berkas: z.record(z.string(), fileSettings).optional(),
  /** Aid by its code: who is eligible, its unit and its price. A row of a table `bantuan` for the same code and year stands instead. */
  bantuan: z.record(aidCode, aidSettings).optional()
});
export type FolderSettings = z.infer<typeof folderSettings>;

/**
 * Reads `tepat.json`. A key or value that cannot be used is left out and asked about, one problem each; the others hold. Text that is
 * no JSON gives no settings at all.
 */
export function readSettings(text: string | null): { settings: FolderSettings; problems: Problem[] } {
  if (text === null) return { settings: {}, problems: [] };
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { settings: {}, problems: [invalid(error instanceof Error ? error.message : String(error), true)] };
  }
  const problems: Problem[] = [];
  // each turn takes out what the first refusal names, so that the rest can be used
  for (let turn = 0; turn < 1000; turn++) {
    const parsed = folderSettings.safeParse(given);
    if (parsed.success) return { settings: parsed.data, problems };
    const issue = parsed.error.issues[0]!;
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    if (paths[0]!.length === 0) return { settings: {}, problems: [...problems, invalid(issue.message, true)] };
    for (const path of paths) {
      const reason = issue.code === 'unrecognized_keys' ? 'kunci ini tidak dikenal / unknown key' : issue.message;
      problems.push(invalid(`"${path.join('.')}": ${reason}`, false));
      // what is missing cannot be taken out: the entry that lacks it is
      given = without(given, isThere(given, path) ? path : path.slice(0, -1));
    }
  }
  return { settings: {}, problems };
}

function isThere(value: unknown, [key, ...rest]: readonly PropertyKey[]): boolean {
  if (key === undefined) return true;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? isThere((value as Record<PropertyKey, unknown>)[key], rest)
    : false;
}

/** The value with what stands at a path taken out. */
function without(value: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return undefined;
  const entries = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(
    entries.flatMap(([name, inner]) =>
      name !== key ? [[name, inner]] : rest.length === 0 ? [] : [[name, without(inner, rest)]]
    )
  );
}

function invalid(detail: string, all: boolean): Problem {
  const what = all
    ? { id: 'seluruh pengaturan', en: 'all settings were' }
    : { id: 'pengaturan ini', en: 'this setting was' };
  return {
    kind: 'question',
    code: 'settings',
    place: { file: 'tepat.json' },
    message: {
      id: `tidak dapat dipakai (${detail}); ${what.id} diabaikan.`,
      en: `cannot be used (${detail}); ${what.en} ignored.`
    },
    fix: {
      id: 'Perbaiki lalu jalankan lagi; kunci yang dikenal ada di README.',
      en: 'Correct it and run again; the README lists the keys.'
    }
  };
}

/** An https address of a folder as it is printed, with its closing slash; null when a text is none. */
function publishedAddress(text: string): string | null {
  if (/[\s?#"'<>\\]/.test(text) || !/^https:\/\/[^/]/i.test(text)) return null;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username + url.password !== '' || /\.html?$/i.test(url.pathname)) return null;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** Names and patterns of `berkas` that fit no file of the folder: most likely a slip of the pen. */
export function unmatchedSettings(folder: FolderSettings, files: readonly string[]): Problem[] {
  const names = Object.keys(folder.berkas ?? {}).filter(
    (name) => !files.some((file) => name === file || (name.includes('*') && matches(name, file)))
  );
  return names.map((value) => ({
    kind: 'question',
    code: 'settings-file',
    place: { file: 'tepat.json', value },
    message: { id: 'tidak ada berkas bernama begitu di folder ini.', en: 'no file of the folder has this name.' },
    fix: {
      id: 'Tulis nama berkas persis seperti di folder, atau hapus entrinya.',
      en: 'Write the name exactly as in the folder, or remove the entry.'
    }
  }));
}

/** Settings of one file: the folder's, then patterns with `*` in their order, then its own entry. */
export function settingsFor(folder: FolderSettings, file: string): FileSettings {
  const entries = Object.entries(folder.berkas ?? {});
  const patterns = entries
    .filter(([name]) => name.includes('*') && matches(name, file))
    .map(([, settings]) => settings);
  const own = entries.find(([name]) => name === file)?.[1];
  return Object.assign({ kode_skpd: folder.kode_skpd }, ...patterns, own) as FileSettings;
}

function matches(pattern: string, file: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(file);
}
