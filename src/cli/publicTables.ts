import { existsSync } from 'node:fs';
import type { ExtractTables } from '$lib/extract/assemble';
import { auditPublished, betweenTables, type DisclosureAudit, isSafe } from '$lib/extract/disclosureAudit';
import { protect } from '$lib/extract/protect';
import type { Dominated } from '$lib/extract/peopleCounts';
import { type Released, releasedCounts, withHeld } from '$lib/extract/released';
import { type HiddenInTable, hiddenReport, suppressTables } from '$lib/extract/suppressTables';
import { readReleases } from '$lib/server/releases';
import { startHighs } from '$lib/solver/highsSolver';
import { readPeopleTables } from './peopleTables';

/** What every release in a folder said of counts of people. Throws an Error where one of them is gone: it could not be held against. */
export async function releasedBefore(folder: string): Promise<Released> {
  const former: ExtractTables[] = [];
  for (const release of readReleases(folder)) {
    if (!existsSync(release.folder))
      throw new Error(
        `Rilis ${release.id} tercatat tetapi foldernya tidak ada; hasil baru tidak dapat dibandingkan dengannya dan tidak ditulis. Kembalikan ${release.folder}.`
      );
    former.push(await readPeopleTables(release.folder));
  }
  return releasedCounts(former);
}

export interface PublicOptions {
  perTanggal: string | null;
  dominated: Dominated;
  released: Released;
  /** Smallest count that shows, other than 0. */
  k: number;
}

/** The tables of the public profile, with progress and a report of what is hidden and why. */
export async function publicTables(
  exact: ExtractTables,
  { perTanggal, dominated, released, k }: PublicOptions
): Promise<ExtractTables> {
  const primary = protect(exact, { k, perTanggal, dominated });
  const tell = progress('angka tersembunyi terlindungi');
  const hidden = await suppressTables(exact, primary, startHighs, { k, released, onCell: tell });
  const { tables, held } = withHeld(hidden, released, k);
  for (const line of hiddenLines(hiddenReport(exact, primary, hidden, k), held, k)) console.log(line);
  return tables;
}

/** Attacks a written folder as an outsider would who keeps every release; throws an Error when he learns anything hidden. */
export async function auditFolder(
  folder: string,
  exact: ExtractTables,
  { released, k }: Pick<PublicOptions, 'released' | 'k'>
): Promise<void> {
  const tell = progress('angka tersembunyi diserang');
  const audit = await auditPublished(exact, await readPeopleTables(folder), k, startHighs, { released, onCell: tell });
  if (audit.tables.length === 0) return;
  const hidden = audit.tables.reduce((sum, one) => sum + (one.table === betweenTables ? 0 : one.hidden), 0);
  if (!isSafe(audit)) throw new Error(unsafe(audit));
  console.log(
    `Pemeriksaan penyingkapan atas berkas yang ditulis: ${hidden} angka tersembunyi, tidak satu pun dapat dihitung atau dipersempit.`
  );
}

function unsafe({ tables }: DisclosureAudit): string {
  return [
    'Tidak ditulis: angka yang tampil membuka yang disembunyikan. Hasil lama, bila ada, tidak diubah.',
    ...tables
      .filter(({ exact, narrow }) => exact + narrow > 0)
      .map(({ table, exact, narrow }) => `  ${table}: ${exact} dapat dihitung persis, ${narrow} terlalu sempit`),
    'Beri --profile internal dan --out lain untuk mesin dinas sendiri, dan laporkan ini kepada pengelola Tepat.'
  ].join('\n');
}

/** Says how far long work has come, at each tenth of it. */
function progress(what: string): (done: number, all: number) => void {
  let said = 0;
  return (done, all) => {
    const tenth = Math.floor((10 * done) / all);
    if (all < 500 || tenth <= said || tenth === 10) return;
    said = tenth;
    console.log(`  ${tenth * 10} % dari ${all} ${what}`);
  };
}

function hiddenLines(tables: readonly HiddenInTable[], held: number, k: number): string[] {
  const some = tables.filter(({ few, row, others }) => few + row + others > 0);
  if (some.length === 0) return [];
  const percent = (share: number | null): string =>
    share === null ? '–' : `${(100 * share).toFixed(1).replace('.', ',')} %`;
  return [
    '',
    `Disembunyikan dari umum (1 sampai ${k - 1} orang atau keluarga, dan yang akan membukanya):`,
    ...some.map(
      ({ table, cells, few, row, others, share }) =>
        `  ${table}: ${few + row + others} dari ${cells} angka = ${few} kecil + ${row} sebaris + ${others} pelindung; ${percent(share)} dari orang atau keluarga yang dihitung`
    ),
    ...(held > 0 ? [`  ${held} angka tetap seperti pada rilis sebelumnya: selisihnya kurang dari ${k}.`] : [])
  ];
}
