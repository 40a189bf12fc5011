import { answerOf, answers, desilOf, step } from './categoryClass';
import type { Left } from './categoryCount';
import { type Cell, emptyCell } from './cells';
import { isDominated, type Largest, mergeLargest } from './dominance';
import { addTo, type ByDesil, type RegistryByDesil } from './rollUp';
import type { RecipientClass } from './tally';

/** What the classes of an aid depend on. */
export interface ClassRule {
  unit: 'orang' | 'keluarga';
  populasi: 'desil' | 'khusus';
  desilLayak: readonly number[];
}

/** The figures of a row of `sasaran`, counts in the aid's unit, rupiah in sen. */
export interface SasaranFigures {
  penerima: number;
  layak: number | null;
  tidak_layak: number | null;
  desil_kosong: number | null;
  tidak_tercatat: number | null;
  layak_terlewat: number | null;
  tidak_layak_di_luar: number | null;
  desil_kosong_di_luar: number | null;
  baris_ganda: number | null;
  rupiah_layak: bigint | null;
  rupiah_tidak_layak: bigint | null;
  rupiah_tak_diketahui: bigint | null;
  rupiah_ganda: bigint | null;
}

const noFigures: Omit<SasaranFigures, 'penerima'> = {
  layak: null,
  tidak_layak: null,
  desil_kosong: null,
  tidak_tercatat: null,
  layak_terlewat: null,
  tidak_layak_di_luar: null,
  desil_kosong_di_luar: null,
  baris_ganda: null,
  rupiah_layak: null,
  rupiah_tidak_layak: null,
  rupiah_tak_diketahui: null,
  rupiah_ganda: null
};

/**
 * The class of recipients of a desil (0 = not decided, -1 = not in the registry), where the registry knows the category with its answer
 * (`categoryClass.ts`). A category that the registry does not know, without a rule by desil, tells nobody apart.
 */
export function classOf(d: number, { populasi, desilLayak }: ClassRule): RecipientClass {
  if (d === -1) return 'tidak_tercatat';
  const answer = answerOf(d);
  if (answer === 'luar') return 'tidak_layak';
  if (answer === 'ragu') return 'desil_kosong';
  if (answer === 'dalam' && desilLayak.length === 0) return 'layak';
  const desil = desilOf(d);
  if (desil === 0) return 'desil_kosong';
  if (answer === null && populasi === 'khusus' && desilLayak.length === 0) return 'tanpa_aturan';
  return desilLayak.includes(desil) ? 'layak' : 'tidak_layak';
}

/** Recipients by desil alone, whatever the registry says of a category. */
export function byDesilAlone(byDesil: ByDesil): ByDesil {
  const out = new Map<number, Cell>();
  for (const [d, cell] of byDesil) {
    const sum = out.get(desilOf(d)) ?? emptyCell();
    addTo(sum, cell);
    out.set(desilOf(d), sum);
  }
  return out;
}

/** What one region is counted from. */
export interface FigureFacts {
  /** Null: nothing to compare with, only recipients are counted. */
  registry: RegistryByDesil | null;
  /** Units of the registry outside the list by desil, where it knows the category of the aid in all of the region; else null. */
  left: ReadonlyMap<number, Left> | null;
  /** False: the amounts of this programme and period are not known, so no rupiah is given, not even 0. */
  hasMoney: boolean;
}

/** The figures of one region. */
export function sasaranFigures(
  given: ByDesil,
  rule: ClassRule,
  { registry, left, hasMoney }: FigureFacts
): SasaranFigures {
  const byDesil = left === null ? byDesilAlone(given) : given;
  const all = [...byDesil.values()];
  const penerima = sumOf(all, 'penerima');
  if (registry === null) return { penerima, ...noFigures };
  const of = classCells(byDesil, rule);
  const hasRule = left !== null || classOf(1, rule) !== 'tanpa_aturan';
  const count = (kelas: RecipientClass): number => sumOf(of(kelas), 'penerima');
  const money = (cells: readonly Cell[]): bigint | null => (hasMoney ? rupiahOf(cells) : null);
  return {
    penerima,
    layak: hasRule ? count('layak') : null,
    tidak_layak: hasRule ? count('tidak_layak') : null,
    desil_kosong: count('desil_kosong'),
    tidak_tercatat: count('tidak_tercatat'),
    ...(left === null ? outside(byDesil, registry, rule) : outsideCategory(left, rule)),
    baris_ganda: sumOf(all, 'ganda'),
    rupiah_layak: money(of('layak')),
    rupiah_tidak_layak: money(of('tidak_layak')),
    rupiah_tak_diketahui: money(unknownOf(of)),
    rupiah_ganda:
      hasMoney && all.every(({ gandaTanpaRupiah }) => gandaTanpaRupiah === 0)
        ? all.reduce((sum, { rupiahGanda }) => sum + rupiahGanda, 0n)
        : null
  };
}

type ClassCells = (kelas: RecipientClass) => Cell[];

function classCells(byDesil: ByDesil, rule: ClassRule): ClassCells {
  return (kelas) => [...byDesil].filter(([d]) => classOf(d, rule) === kelas).map(([, cell]) => cell);
}

/** Where the aid has no rule by desil, nobody's money can be told apart: the four parts still add up to what was paid. */
function unknownOf(of: ClassCells): Cell[] {
  return [...of('desil_kosong'), ...of('tidak_tercatat'), ...of('tanpa_aturan')];
}

/** Columns of rupiah of a region that give away their largest part, for the public profile to hide. */
export function dominatedFigures(given: ByDesil, rule: ClassRule, hasCategory: boolean): (keyof SasaranFigures)[] {
  const byDesil = hasCategory ? given : byDesilAlone(given);
  const of = classCells(byDesil, rule);
  return [
    ...(isDominatedSum(of('layak')) ? (['rupiah_layak'] as const) : []),
    ...(isDominatedSum(of('tidak_layak')) ? (['rupiah_tidak_layak'] as const) : []),
    ...(isDominatedSum(unknownOf(of)) ? (['rupiah_tak_diketahui'] as const) : []),
    ...(isDominatedSum([...byDesil.values()], true) ? (['rupiah_ganda'] as const) : [])
  ];
}

type Outside = Pick<SasaranFigures, 'layak_terlewat' | 'tidak_layak_di_luar' | 'desil_kosong_di_luar'>;

/** Who does not receive: the registry less the recipients in it. Null for a category that the registry does not know. */
function outside(byDesil: ByDesil, registry: RegistryByDesil, rule: ClassRule): Outside {
  const left = (kelas: RecipientClass): number | null => {
    if (rule.populasi === 'khusus') return null;
    let sum = 0;
    for (const d of registry.keys()) {
      const registered = registeredOf(byDesil, registry, rule.unit, d);
      if (classOf(d, rule) !== kelas) continue;
      if (registered === null) return null;
      sum += registered - (byDesil.get(d)?.penerima ?? 0);
    }
    return sum;
  };
  return {
    layak_terlewat: left('layak'),
    tidak_layak_di_luar: left('tidak_layak'),
    desil_kosong_di_luar: left('desil_kosong')
  };
}

/** Who does not receive where the registry knows the category: its units less the recipients among them. */
function outsideCategory(left: ReadonlyMap<number, Left>, rule: ClassRule): Outside {
  const sums = { layak: 0, tidak_layak: 0, desil_kosong: 0 };
  let all = true;
  for (const [d, { dalam, ragu, luar }] of left) {
    // of the category, with its desil: as a recipient of that place would be classed
    const kelas = classOf(answers.dalam * step + d, rule) as keyof typeof sums;
    sums[kelas] += dalam;
    sums.desil_kosong += ragu;
    if (luar === null) all = false;
    else sums.tidak_layak += luar;
  }
  return {
    layak_terlewat: sums.layak,
    tidak_layak_di_luar: all ? sums.tidak_layak : null,
    desil_kosong_di_luar: sums.desil_kosong
  };
}

/**
 * Units of the registry of one desil: families, or persons. A family of which more persons receive than the registry lists has as many
 * persons as receive. Null where the members of a family are not known.
 */
export function registeredOf(
  byDesil: ByDesil,
  registry: RegistryByDesil,
  unit: 'orang' | 'keluarga',
  d: number
): number | null {
  const { keluarga, jiwa } = registry.get(d) ?? { keluarga: 0, jiwa: 0 };
  if (unit === 'keluarga') return keluarga;
  const cell = byDesil.get(d);
  return jiwa === null ? null : jiwa - (cell?.tercakup ?? 0) + (cell?.penerima ?? 0);
}

/** Sen of recipients; null where one of them has no known amount. */
export function rupiahOf(cells: readonly Cell[]): bigint | null {
  return cells.every(({ tanpaRupiah }) => tanpaRupiah === 0)
    ? cells.reduce((sum, { rupiah }) => sum + rupiah, 0n)
    : null;
}

/** Whether what these cells were paid together gives away the largest of it; of their extra rows with `ganda`. */
export function isDominatedSum(cells: readonly Cell[], ganda = false): boolean {
  let sum = 0n;
  let largest: Largest = [];
  for (const cell of cells) {
    sum += ganda ? cell.rupiahGanda : cell.rupiah;
    largest = mergeLargest(largest, ganda ? cell.terbesarGanda : cell.terbesar);
  }
  return isDominated(sum, largest);
}

/** Whether amounts of these cells are known at all: nobody's amount is, or there is nobody. */
export function knowsMoney(byDesil: ByDesil): boolean {
  const all = [...byDesil.values()];
  const rows = sumOf(all, 'penerima') + sumOf(all, 'ganda');
  return rows === 0 || sumOf(all, 'tanpaRupiah') + sumOf(all, 'gandaTanpaRupiah') < rows;
}

function sumOf(cells: readonly Cell[], name: 'penerima' | 'ganda' | 'tanpaRupiah' | 'gandaTanpaRupiah'): number {
  return cells.reduce((sum, cell) => sum + cell[name], 0);
}
