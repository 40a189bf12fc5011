import { hidden, ratio, sum, type Count } from '$lib/model/targeting/count';
import { concentrationCoefficient, concentrationCurve } from '$lib/model/targeting/concentration';
import { desilAt, type DesilCountRow } from '$lib/query/targeting';
import { cellOf } from './targetingClasses';
import type { AidList, TargetingSource } from './targetingSource';
import type { DesilRow, DesilView } from './targetingView';

/** Who of each desil receives, in one region; null where the extract has no rows by desil of the list. */
export async function desilView(
  source: TargetingSource,
  list: AidList,
  kodeWilayah: string,
  eligible: readonly number[]
): Promise<DesilView | null> {
  const { tahun, kode: kodeBantuan, vintase } = list;
  const rows = await source.database.all(desilAt, { tahun, kodeBantuan, vintase, kodeWilayah });
  if (rows.length === 0) return null;
  const counted = rows.map((row) => counts(row));
  const total = sum(...counted.map(({ rupiah }) => rupiah));
  const shown: DesilRow[] = counted.map((row) => ({
    ...row,
    // a category alone asks for no desil: all are eligible
    isEligible: eligible.length === 0 || eligible.includes(row.desil),
    coverage: ratio(row.penerima, row.terdaftar),
    rupiahShare: ratio(row.rupiah, total)
  }));
  const benefit = total === null || total === 0 ? 'penerima' : 'rupiah';
  return { kode: kodeWilayah, rows: shown, benefit, ...concentrationOf(shown, benefit) };
}

function counts(row: DesilCountRow) {
  return {
    desil: row.desil,
    terdaftar: cellOf(row, row.terdaftar, 'terdaftar'),
    penerima: cellOf(row, row.penerima, 'penerima'),
    rupiah: cellOf(row, row.rupiah, 'rupiah')
  };
}

/** Without every desil's number there is no curve: it would show what is hidden. */
function concentrationOf(
  rows: readonly DesilRow[],
  benefit: 'rupiah' | 'penerima'
): Pick<DesilView, 'concentration' | 'curve'> {
  const cells: Count[] = rows.flatMap((row) => [row.terdaftar, row[benefit]]);
  if (cells.includes(hidden)) return { concentration: hidden, curve: [] };
  const groups = rows.map((row) => ({
    people: row.terdaftar as number | null,
    benefit: row[benefit] as number | null
  }));
  const known = groups.filter(
    (group): group is { people: number; benefit: number } => group.people !== null && group.benefit !== null
  );
  if (known.length < groups.length) return { concentration: null, curve: [] };
  return { concentration: concentrationCoefficient(known), curve: concentrationCurve(known) };
}
