import { hidden, type Count } from '$lib/model/targeting/count';
import { classSums, targetingRates, type ClassSums } from '$lib/model/targeting/rates';
import type { ClassRow } from '$lib/query/targeting';
import type { AidRow } from '$lib/query/targetingAid';
import { allAid, noVintage, type AidList } from './targetingSource';
import type { Classes, Figures, NoValue } from './targetingView';

/** What the classes of a list depend on. */
export interface AidRule {
  populasi: 'desil' | 'khusus';
  /** Eligible categories, where nobody is eligible by desil alone; empty where none is named. */
  kategori: readonly string[];
  desilLayak: readonly number[];
  /** False where no registry was there to compare the list with. */
  hasRegistry: boolean;
}

/** The eligible desil of an aid that nobody described, and of all aid merged. */
export const defaultDesil: readonly number[] = [1, 2, 3, 4];

/** The rule of an aid, with the defaults of one that nobody described. */
export function ruleOf(aid: AidRow | undefined, list: AidList | null): AidRule {
  const isCategory = list?.kode !== allAid && aid?.populasi === 'khusus';
  const given = (aid?.desilLayak ?? '').split(',').filter(Boolean).map(Number);
  return {
    populasi: isCategory ? 'khusus' : 'desil',
    kategori: isCategory ? (aid?.kategori ?? '').split(',').filter(Boolean) : [],
    desilLayak: list?.kode === allAid || aid === undefined ? defaultDesil : given,
    hasRegistry: list !== null && list.vintase !== noVintage
  };
}

/** A cell of a row: its number, hidden where its column is named as hidden, else null for what the files do not give. */
export function cellOf(row: { tersembunyi: string }, value: number | null, column: string): Count {
  if (value !== null) return value;
  return row.tersembunyi.split(',').includes(column) ? hidden : null;
}

/** What tells the eligible from the others: a category alone, or desil. */
export function judgedBy({ kategori, desilLayak }: Pick<AidRule, 'kategori' | 'desilLayak'>): Figures['menurut'] {
  return kategori.length > 0 && desilLayak.length === 0 ? 'kategori' : 'desil';
}

/** The classes of one region with the sums that follow from them, and why an error has no number. */
export interface ClassFigures extends Omit<ClassSums, 'notEligible'> {
  classes: Classes;
  lacks: Figures['lacks'];
}

/** Reads the classes of a row; undefined is a region that the list has no row of. */
export function classFigures(row: ClassRow | undefined, rule: AidRule): ClassFigures {
  const classes = row === undefined ? noClasses : classesOf(row);
  const { ee, ie } = targetingRates(classes);
  const { eligible, classified, undecided, missedByChoice, registered } = classSums(classes);
  return {
    ...{ classes, eligible, classified, undecided, missedByChoice, registered },
    lacks: {
      ee: lackOf(row, rule, { value: ee, of: eligible, empty: 'layak', known: [classes.layakTerlewat] }),
      ie: lackOf(row, rule, {
        value: ie,
        of: classified,
        empty: 'penerima',
        known: [classes.layak, classes.tidakLayak]
      })
    }
  };
}

/** Why a value has no number; null where it has one. `empty` names the denominator that is 0. */
export function noValue(value: Count, of: Count, empty: NoValue): NoValue | null {
  if (value === hidden) return 'disembunyikan';
  if (value !== null) return null;
  return of === 0 ? empty : 'tidak-diberikan';
}

function lackOf(
  row: ClassRow | undefined,
  { hasRegistry, populasi, kategori }: AidRule,
  { value, of, empty, known }: { value: Count; of: Count; empty: NoValue; known: readonly Count[] }
): NoValue | null {
  if (row === undefined) return 'daftar';
  if (!hasRegistry) return 'registri';
  // a category that the registry does not know has no such classes at all, hidden or not
  if (populasi === 'khusus' && known.every((cell) => cell === null))
    return kategori.length === 0 ? 'khusus' : 'kategori';
  return noValue(value, of, empty);
}

function classesOf(row: ClassRow): Classes {
  return {
    penerima: cellOf(row, row.penerima, 'penerima'),
    layak: cellOf(row, row.layak, 'layak'),
    tidakLayak: cellOf(row, row.tidakLayak, 'tidak_layak'),
    desilKosong: cellOf(row, row.desilKosong, 'desil_kosong'),
    tidakTercatat: cellOf(row, row.tidakTercatat, 'tidak_tercatat'),
    layakTerlewat: cellOf(row, row.layakTerlewat, 'layak_terlewat'),
    tidakLayakDiLuar: cellOf(row, row.tidakLayakDiLuar, 'tidak_layak_di_luar'),
    desilKosongDiLuar: cellOf(row, row.desilKosongDiLuar, 'desil_kosong_di_luar'),
    barisGanda: cellOf(row, row.barisGanda, 'baris_ganda')
  };
}

const noClasses: Classes = {
  penerima: null,
  layak: null,
  tidakLayak: null,
  desilKosong: null,
  tidakTercatat: null,
  layakTerlewat: null,
  tidakLayakDiLuar: null,
  desilKosongDiLuar: null,
  barisGanda: null
};
