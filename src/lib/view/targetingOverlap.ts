import { hidden, sum, type Count } from '$lib/model/targeting/count';
import type { AidRow } from '$lib/query/targetingAid';
import { overlapAt, pairsAt } from '$lib/query/targeting';
import { allAid, listOf, type TargetingSource } from './targetingSource';
import type { OverlapView } from './targetingView';

/** How many aids the families of one region receive, and which two of them; null where the year has neither. */
export async function overlapView(
  source: TargetingSource,
  { tahun, kodeWilayah, aids }: { tahun: number; kodeWilayah: string; aids: ReadonlyMap<string, AidRow> }
): Promise<OverlapView | null> {
  const [rows, pairs] = await Promise.all([
    source.database.all(overlapAt, { tahun, kodeWilayah }),
    source.database.all(pairsAt, { tahun, kodeWilayah })
  ]);
  if (rows.length === 0 && pairs.length === 0) return null;
  const vintase = listOf(source, tahun, allAid)?.vintase ?? rows.at(-1)?.vintase;
  const families = rows
    .filter((row) => row.vintase === vintase)
    .map((row) => ({ jumlah: row.jumlah, keluarga: countOf(row) }));
  const receiving = families.filter(({ jumlah }) => jumlah >= 2).map(({ keluarga }) => keluarga);
  const none = families.find(({ jumlah }) => jumlah === 0);
  return {
    kode: kodeWilayah,
    families,
    several: families.length === 0 ? null : sum(...receiving),
    none: none?.keluarga ?? null,
    pairs: pairs.map(({ kode, lain, ...row }) => ({
      ...{ kode, lain },
      nama: aids.get(kode)?.nama ?? kode,
      namaLain: aids.get(lain)?.nama ?? lain,
      keluarga: countOf(row),
      isForbidden: forbids(aids, kode, lain) || forbids(aids, lain, kode)
    }))
  };
}

function countOf({ keluarga, disembunyikan }: { keluarga: number | null; disembunyikan: boolean }): Count {
  return disembunyikan ? hidden : keluarga;
}

function forbids(aids: ReadonlyMap<string, AidRow>, kode: string, lain: string): boolean {
  return (aids.get(kode)?.tidakBolehBersama ?? '').split(',').includes(lain);
}
