import { z } from 'zod';

/** Version of `rilis.json`. */
export const releaseListVersion = 1;

/** File below `rilis/` that lists every release. */
export const releaseListFile = 'rilis.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256: 64 angka heksadesimal');
const sentence = z.string().trim().min(1);

/** One Parquet file of a release; its name is the table's with `.parquet`. */
const releasedTable = z.strictObject({ sha256: hash, rows: z.int().nonnegative(), bytes: z.int().nonnegative() });

const release = z
  .strictObject({
    /** `<as-of date, else date of release>-<first 8 digits of sha256>`; also the name of its folder and part of its address. */
    id: z.string().regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/),
    /** Day on which it was released. */
    terbit: z.iso.date(),
    /** As-of date of the extract; null when the files do not say. */
    per_tanggal: z.iso.date().nullable(),
    /** Whose figures these are. */
    judul: sentence,
    /** Invented figures. */
    contoh: z.boolean(),
    /** SHA-256 of its datapackage.json, which names the hash of every table. */
    sha256: hash,
    /** SHA-256 of its kualitas.json. */
    sha256_kualitas: hash,
    /** What is new, in the publisher's words. */
    catatan: z.array(sentence),
    /** What earlier releases had wrong, and when that was said. */
    ralat: z.array(z.strictObject({ tanggal: z.iso.date(), teks: sentence })),
    tabel: z.record(z.string().regex(/^[a-z][a-z_]*$/), releasedTable)
  })
  .refine(({ id, sha256 }) => id.endsWith(sha256.slice(0, 8)), 'id tidak berakhir dengan 8 angka pertama sha256');

const releaseList = z
  .strictObject({ versi: z.literal(releaseListVersion), rilis: z.array(release) })
  .refine(({ rilis }) => new Set(rilis.map(({ id }) => id)).size === rilis.length, 'satu id berdiri dua kali')
  .refine(
    ({ rilis }) => rilis.every(({ terbit }, at) => at === 0 || rilis[at - 1]!.terbit <= terbit),
    'rilis tidak berurutan dari yang terlama'
  );

export type Release = z.infer<typeof release>;
export type ReleasedTable = z.infer<typeof releasedTable>;

/** Reads `rilis.json`: releases, oldest first. Throws an Error that says what cannot be used. */
export function parseReleases(text: string): Release[] {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${releaseListFile} bukan JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause
    });
  }
  const parsed = releaseList.safeParse(given);
  if (parsed.success) return parsed.data.rilis;
  const { path, message } = parsed.error.issues[0]!;
  throw new Error(`${releaseListFile} tidak dapat dipakai (${[...path, message].join(': ')}).`);
}

/** The text of `rilis.json` for these releases. */
export function formatReleases(releases: readonly Release[]): string {
  return JSON.stringify({ versi: releaseListVersion, rilis: releases }, null, 1) + '\n';
}

/** Name of a release from its dates and the SHA-256 of its datapackage.json. */
export function releaseId({ per_tanggal, terbit, sha256 }: Pick<Release, 'per_tanggal' | 'terbit' | 'sha256'>): string {
  return `${per_tanggal ?? terbit}-${sha256.slice(0, 8)}`;
}

/** Every file of a release by its name in the folder of the release, with its hash. */
export function releaseFiles({ sha256, sha256_kualitas, tabel }: Release): Record<string, string> {
  const tables = Object.entries(tabel).map(([name, table]) => [`${name}.parquet`, table.sha256] as const);
  return { 'datapackage.json': sha256, 'kualitas.json': sha256_kualitas, ...Object.fromEntries(tables) };
}
