import type { AidRow } from '$lib/query/targetingAid';
import { targetingMeasures, type TargetingFilter, type TargetingMeasure } from '$lib/url/targetingFilter';
import { allAid, mergedList, type TargetingSource } from './targetingSource';
import type { Choices, TargetingPage } from './targetingView';

/** A filter with every null filled and what the extract lacks replaced. */
export interface Chosen {
  used: TargetingPage['used'];
  replaced: TargetingPage['replaced'];
}

/**
 * What of a filter can be shown. Default: the latest year whose desa are published, all aid merged, the whole year. Null where the extract
 * has no list: the registry alone is shown then.
 */
export function chooseList(source: TargetingSource, filter: TargetingFilter): Chosen {
  const years = yearsOf(source);
  const ownYear = mergedList(source)?.tahun ?? years[0] ?? registryYear(source);
  const tahun = filter.tahun !== null && years.includes(filter.tahun) ? filter.tahun : ownYear;
  const aids = aidsOf(source, tahun);
  const ownAid = aids.includes(allAid) ? allAid : (aids[0] ?? allAid);
  const bantuan = filter.bantuan !== null && aids.includes(filter.bantuan) ? filter.bantuan : ownAid;
  const periods = periodsOf(source, tahun, bantuan);
  const asked = filter.periode !== null && periods.includes(filter.periode) ? filter.periode : null;
  const periode = asked ?? periods[0] ?? String(tahun);
  const isKecamatan = source.kecamatan.some(({ kode }) => kode === filter.kecamatan);
  const isDapil = dapilOf(source).includes(filter.dapil ?? '');
  const used = {
    ...filter,
    ...{ tahun, bantuan, periode },
    kecamatan: isKecamatan ? filter.kecamatan : null,
    dapil: isDapil ? filter.dapil : null
  };
  const names = ['tahun', 'bantuan', 'periode', 'kecamatan', 'dapil'] as const;
  return { used, replaced: names.filter((name) => filter[name] !== null && filter[name] !== used[name]) };
}

/** What a reader may choose beside what is used. `desil` are those with rows, `measures` those that can be worked out. */
export function choicesOf(
  source: TargetingSource,
  { tahun, bantuan }: Chosen['used'],
  more: { aids: ReadonlyMap<string, AidRow>; desil: number[]; measures?: readonly TargetingMeasure[] }
): Choices {
  const hasDesa = (kode: string) =>
    source.lists.some((list) => list.tahun === tahun && list.kode === kode && list.levels.includes('desa'));
  return {
    tahun: yearsOf(source),
    bantuan: aidsOf(source, tahun).map((kode) => ({
      kode,
      nama: more.aids.get(kode)?.nama ?? kode,
      hasDesa: hasDesa(kode)
    })),
    periode: periodsOf(source, tahun, bantuan),
    kecamatan: source.kecamatan.map(({ kode, nama }) => ({ kode, nama })),
    dapil: dapilOf(source),
    desil: more.desil,
    ukuran: [...(more.measures ?? targetingMeasures)]
  };
}

function yearsOf({ lists }: TargetingSource): number[] {
  return [...new Set(lists.map(({ tahun }) => tahun))].sort((a, b) => b - a);
}

/** Without any list: the year of the latest registry. */
function registryYear({ vintages, perTanggal }: TargetingSource): number {
  return Number((vintages[0]?.berlakuSejak ?? perTanggal ?? '1970').slice(0, 4));
}

/** All aid first, then by code. */
function aidsOf({ lists }: TargetingSource, tahun: number): string[] {
  const codes = [...new Set(lists.filter((list) => list.tahun === tahun).map(({ kode }) => kode))];
  return codes.sort((a, b) => Number(b === allAid) - Number(a === allAid) || (a < b ? -1 : 1));
}

/** The whole year first, then months. */
/** Periods in which regions below the regency can be compared; all of them where none can: a public extract has months of the regency only. */
function periodsOf({ lists }: TargetingSource, tahun: number, kode: string): string[] {
  const all = lists.filter((list) => list.tahun === tahun && list.kode === kode);
  const below = all.filter(({ levels }) => levels.some((level) => level !== 'kabupaten'));
  return (below.length > 0 ? below : all).map(({ periode }) => periode).sort();
}

function dapilOf({ desa, kecamatan }: TargetingSource): string[] {
  const names = [...desa, ...kecamatan].flatMap(({ dapil }) => (dapil === null ? [] : [dapil]));
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'id', { numeric: true }));
}
