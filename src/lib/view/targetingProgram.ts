import { targetingAt, type ListClassRow } from '$lib/query/targeting';
import type { AidRow } from '$lib/query/targetingAid';
import { ruleOf } from './targetingClasses';
import { figuresOf } from './targetingFigures';
import { allAid, basisOf, type AidList, type TargetingSource } from './targetingSource';
import type { Program } from './targetingView';

/** Every aid of a year with what its list says at one region, by code; aid without a list has no figures. Without all aid merged. */
export async function programsOf(
  source: TargetingSource,
  { tahun, kodeWilayah, aids }: { tahun: number; kodeWilayah: string; aids: ReadonlyMap<string, AidRow> }
): Promise<Program[]> {
  const rows = await source.database.all(targetingAt, { tahun, kodeWilayah });
  const lists = source.lists.filter((list) => list.tahun === tahun && list.periode === String(tahun));
  const codes = new Set([...aids.keys(), ...lists.map(({ kode }) => kode)]);
  codes.delete(allAid);
  return [...codes].sort().map((kode) => {
    const list = lists.find((one) => one.kode === kode) ?? null;
    const row = list === null ? undefined : rows.find((one) => isRowOf(one, list));
    return programOf(source, { kode, aid: aids.get(kode), list, row, kodeWilayah });
  });
}

/** One aid, or all aid merged, with its row at one region. */
export function programOf(
  source: TargetingSource,
  facts: {
    kode: string;
    aid: AidRow | undefined;
    list: AidList | null;
    row: Parameters<typeof figuresOf>[1];
    kodeWilayah: string;
  }
): Program {
  const { kode, aid, list, row, kodeWilayah } = facts;
  const rule = ruleOf(aid, list);
  const region = source.regions.get(kodeWilayah) ?? source.home;
  return {
    ...{ kode, nama: aid?.nama ?? kode, populasi: rule.populasi, kategori: [...rule.kategori] },
    desilLayak: [...rule.desilLayak],
    unit: aid?.unit === 'orang' ? 'orang' : 'keluarga',
    penyelenggara: (aid?.penyelenggara as Program['penyelenggara']) ?? null,
    kuota: aid?.kuota ?? null,
    satuan: aid?.satuan ?? null,
    nilaiSatuan: aid?.nilaiSatuan ?? null,
    bulan: aid?.bulan ?? null,
    figures: row === undefined ? null : figuresOf(region, row, rule),
    basis: list === null ? null : basisOf(source, list.vintase, row?.tanggalDaftar ?? null)
  };
}

function isRowOf(row: ListClassRow, list: AidList): boolean {
  return row.kodeBantuan === list.kode && row.periode === list.periode && row.vintase === list.vintase;
}
