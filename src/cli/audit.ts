import type { ExtractTables } from '$lib/extract/assemble';
import { auditPublished, type DisclosureAudit, isSafe } from '$lib/extract/disclosureAudit';
import { smallestPublished } from '$lib/extract/protect';
import { startHighs } from '$lib/solver/highsSolver';

/**
 * Attacks what is about to be published as an outsider would and says what he learns, with progress. True when he learns nothing.
 * Only numbers of cells are said, never which ones.
 */
export async function isSafeToPublish(exact: ExtractTables, published: ExtractTables): Promise<boolean> {
  const audit = await auditPublished(exact, published, smallestPublished, startHighs, (done, all) => {
    if (done % 1000 === 0) console.log(`  ${done} dari ${all} sel tersembunyi diperiksa`);
  });
  for (const line of auditLines(audit)) console.log(line);
  return isSafe(audit);
}

function auditLines(audit: DisclosureAudit): string[] {
  const sum = (of: 'hidden' | 'exact' | 'narrow'): number => audit.tables.reduce((total, one) => total + one[of], 0);
  const head = `\nPemeriksaan penyingkapan: ${audit.cells} sel, ${sum('hidden')} disembunyikan.`;
  if (isSafe(audit)) return [head, 'Tidak satu pun dapat dihitung atau dipersempit dari angka yang tampil.'];
  return [
    head,
    ...audit.tables.map(
      ({ table, hidden, exact, narrow }) =>
        `  ${table}: ${hidden} disembunyikan, ${exact} dapat dihitung persis, ${narrow} terlalu sempit`
    ),
    'Tidak ditulis: angka yang tampil membuka yang disembunyikan. Beri --profile internal untuk mesin dinas sendiri.'
  ];
}
