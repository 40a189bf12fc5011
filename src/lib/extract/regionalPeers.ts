import type { Row } from './assemble';
import type { ReferenceData } from './referenceData';
import { defaultPeerClass } from './regionName';
import type { FolderSettings } from './settings';

/**
 * Rows of `wilayah` with one for each regency whose budget is in the extract. Every regency has its class of comparable regions:
 * tepat.json's, else its own kind in its own province. A kota stands at the level of a kabupaten.
 */
export function withPeers(
  budgets: readonly Row[],
  { kelas_sebanding: classes = {} }: FolderSettings,
  { wilayah, regencies, regions }: ReferenceData
): Row[] {
  const known = new Set(wilayah.map(({ kode }) => kode));
  const named = new Set(budgets.map(({ kode_wilayah }) => kode_wilayah));
  const classOf = (kode: string): string | null => {
    const regency = regencies.find((one) => one.kode === kode);
    return classes[kode] ?? (regency === undefined ? null : defaultPeerClass(regency));
  };
  const home = wilayah.map((row) =>
    row.tingkat === 'kabupaten' ? { ...row, kelas_sebanding: classOf(String(row.kode)) } : row
  );
  const peers = regencies
    .filter(({ kode }) => named.has(kode) && !known.has(kode))
    .map(({ kode, nama, kodeProvinsi }) => ({
      kode,
      nama,
      tingkat: 'kabupaten',
      kode_induk: kodeProvinsi,
      kode_bps: regions.find((region) => region.kode === kode)?.kodeBps ?? null,
      dapil: null,
      kelas_sebanding: classOf(kode),
      lintang: null,
      bujur: null,
      kolom: null,
      baris: null
    }));
  return [...home, ...peers];
}
