import { isNumber } from '$lib/model/targeting/count';
import type { Database } from '$lib/query/define';
import { figuresOf } from './targetingFigures';
import { aidOf, desaFacts, listRows, type DesaFacts } from './targetingList';
import { aidByCode, basisOf, targetingSource, type ExtractState, type TargetingSource } from './targetingSource';
import type { TargetingException, TargetingSummary } from './targetingView';

/** A desa with fewer families than this is no example of a stale registry. */
export const leastFamilies = 10;

/**
 * What the home page says of targeting: who is eligible and not reached in the latest year whose desa are published, and the desa that
 * stands out most. Null where the extract has no list.
 */
export async function targetingSummary(database: Database, state: ExtractState): Promise<TargetingSummary | null> {
  const source = await targetingSource(database, state);
  if (source === null || source.lists.length === 0) return null;
  const desa = await desaFacts(source);
  const { list, rule, rows } = desa.list === null ? await onlyList(source) : desa;
  if (list === null) return null;
  const row = rows.get(source.home.kode);
  const figures = figuresOf(source.home, row, rule);
  return {
    ...{ bulat: source.bulat, tahun: list.tahun, eligible: figures.eligible, lack: figures.lacks.ee },
    basis: basisOf(source, list.vintase, row?.tanggalDaftar ?? null),
    ee: figures.rates.ee,
    missed: figures.classes.layakTerlewat,
    bantuan: desa.list === null ? ((await aidByCode(source, list.tahun)).get(list.kode)?.nama ?? list.kode) : null,
    exception: outside(source, desa) ?? stale(source, desa)
  };
}

/** Without all aid merged: the first list of the latest year. */
async function onlyList(source: TargetingSource) {
  const list = source.lists.find(({ periode, tahun }) => periode === String(tahun)) ?? source.lists[0]!;
  return listRows(source, list, aidOf(await aidByCode(source, list.tahun), list.kode));
}

/** The desa above the funnel that misses most by choice, small numbers drawn towards the regency. */
function outside(source: TargetingSource, { choice }: DesaFacts): TargetingException | null {
  if (choice.tingkat !== 'desa' || !isNumber(choice.theta)) return null;
  const high = choice.units.filter(({ flag }) => flag === 'tinggi');
  const [first, ...others] = high.sort((a, b) => (b.shrunk ?? 0) - (a.shrunk ?? 0) || (a.kode < b.kode ? -1 : 1));
  if (first === undefined || !isNumber(first.value)) return null;
  const { kode, nama, value } = first;
  return {
    rule: 'outside',
    ...{ kode, nama, value },
    ...placeOf(source, kode),
    theta: choice.theta,
    others: others.length
  };
}

/** The desa with the smallest share updated within a year. */
function stale(source: TargetingSource, { fresh }: DesaFacts): TargetingException | null {
  const known = source.desa.flatMap(({ kode, nama }) => {
    const row = fresh?.get(kode);
    if (!row || !isNumber(row.fresh12) || !isNumber(row.stale) || !isNumber(row.keluarga)) return [];
    return row.keluarga < leastFamilies || row.stale === 0
      ? []
      : [{ kode, nama, stale: row.stale, fresh12: row.fresh12 }];
  });
  const [first] = known.sort((a, b) => a.fresh12 - b.fresh12 || b.stale - a.stale || (a.kode < b.kode ? -1 : 1));
  return first === undefined ? null : { rule: 'stale', ...first, ...placeOf(source, first.kode) };
}

function placeOf({ regions }: TargetingSource, kode: string): { kecamatan: string } {
  return { kecamatan: regions.get(regions.get(kode)?.kodeInduk ?? '')?.nama ?? '' };
}
