import { z } from 'zod';
import type { Problem } from '$lib/source/problem';
import type { FileSettings } from '$lib/source/layout';

const month = z.number().int().min(1).max(12);
const year = z.number().int().min(2010).max(2049);
const fileSettings = z.strictObject({
  abaikan: z.boolean().optional(),
  tahun: year.optional(),
  bulan: month.optional(),
  tahap: z.string().optional(),
  berlaku_bulan: month.optional(),
  layout: z.string().optional(),
  sifat: z.enum(['bulanan', 'kumulatif']).optional(),
  kode_skpd: z.string().optional(),
  angka: z.enum(['id', 'en']).optional(),
  lembar_tersembunyi: z.boolean().optional()
});

/** What a person writes in `tepat.json` beside the exports. Every key is optional. */
const folderSettings = z.strictObject({
  /** Name of the agency as the site prints it. */
  judul: z.string().optional(),
  /** True marks invented data: every page then says so. */
  contoh: z.boolean().optional(),
  /** Kemendagri code of the regency, e.g. 64.02. */
  wilayah: z
    .string()
    .regex(/^\d\d\.\d\d$/, 'kode kabupaten/kota Kemendagri, misalnya 64.02')
    .optional(),
  /** As-of date of the whole folder, YYYY-MM-DD; default the end of the last month delivered. */
  per_tanggal: z.iso.date().optional(),
  /** For files that do not say it themselves. */
  tahun: year.optional(),
  kode_skpd: z.string().optional(),
  /** Basis of realisasi, for files that do not say it. */
  basis: z.enum(['SP2D', 'SPJ']).optional(),
  /** Settings of single files: by path inside the folder, or by pattern with `*`. */
  berkas: z.record(z.string(), fileSettings).optional()
});
export type FolderSettings = z.infer<typeof folderSettings>;

/** Reads `tepat.json`; what is wrong comes back as one problem a person can act on, with the settings left empty. */
export function readSettings(text: string | null): { settings: FolderSettings; problems: Problem[] } {
  if (text === null) return { settings: {}, problems: [] };
  try {
    const parsed = folderSettings.safeParse(JSON.parse(text.replace(/^\ufeff/, '')));
    if (parsed.success) return { settings: parsed.data, problems: [] };
    const issue = parsed.error.issues[0]!;
    const at = issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '');
    return { settings: {}, problems: [invalid(`"${at}": ${issue.message}`)] };
  } catch (error) {
    return { settings: {}, problems: [invalid(error instanceof Error ? error.message : String(error))] };
  }
}

function invalid(detail: string): Problem {
  return {
    kind: 'question',
    code: 'settings',
    place: { file: 'tepat.json' },
    message: { id: `tidak dapat dipakai (${detail}); seluruh pengaturan diabaikan.`, en: `cannot be used (${detail}); all settings were ignored.` },
    fix: { id: 'Perbaiki lalu jalankan lagi; kunci yang dikenal ada di README.', en: 'Correct it and run again; the README lists the keys.' }
  };
}

/** Settings of one file: its own entry first, then patterns with `*`, then the folder's. */
export function settingsFor(folder: FolderSettings, file: string): FileSettings {
  const entries = Object.entries(folder.berkas ?? {});
  const own = entries.find(([name]) => name === file)?.[1];
  const pattern = entries.find(([name]) => name.includes('*') && matches(name, file))?.[1];
  return { tahun: undefined, kode_skpd: folder.kode_skpd, ...pattern, ...own };
}

function matches(pattern: string, file: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(file);
}

