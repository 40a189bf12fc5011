import type { Row } from '../assemble';
import type { Left } from './categoryCount';
import { type Dominated, placeOf } from '../peopleCounts';
import {
  byDesilAlone,
  type ClassRule,
  dominatedFigures,
  isDominatedSum,
  knowsMoney,
  registeredOf,
  rupiahOf,
  sasaranFigures
} from './figures';
import type { FamilyYear } from './families';
import type { RegionIndex } from './regionIndex';
import type { ByDesil, RegistryByDesil } from './rollUp';

/** One programme in one period or year, counted in every region. */
export interface Counted {
  tahun: number;
  periode: string;
  kode: string;
  rule: ClassRule;
  /** Code of the vintage it was compared with. */
  vintase: string;
  tanggal: string | null;
  byRegion: readonly ByDesil[];
  /** The vintage's registry in every region; null where there is none. */
  registry: readonly RegistryByDesil[] | null;
  /** What is left outside the list in every region, where the registry knows the category in all of it; null where no category is known. */
  left?: readonly (ReadonlyMap<number, Left> | null)[] | undefined;
}

const desils = Array.from({ length: 10 }, (_, i) => i + 1);
const shown = { disembunyikan: false };
const columns = { ...shown, kolom_tersembunyi: [] };

/** Vintage of lists that were compared with no registry. */
export const noVintage = 'tanpa';

/** Rows of `sasaran`: every region of every level, also where nobody receives or nobody is eligible. */
export function sasaranRows(index: RegionIndex, one: Counted, idBerkas: string): Row[] {
  const hasMoney = knowsMoney(one.byRegion[index.home]!);
  return index.regions.map(({ kode }, w) => ({
    tahun: one.tahun,
    periode: one.periode,
    kode_bantuan: one.kode,
    vintase: one.vintase,
    kode_wilayah: kode,
    tanggal_daftar: one.tanggal,
    ...sasaranFigures(one.byRegion[w]!, one.rule, {
      registry: one.registry === null ? null : one.registry[w]!,
      left: one.left?.[w] ?? null,
      hasMoney
    }),
    ...columns,
    id_berkas: idBerkas
  }));
}

/** Rows of `sasaran_desil` for a programme's year; none without a registry. */
export function desilRows(index: RegionIndex, one: Counted, idBerkas: string): Row[] {
  if (one.registry === null) return [];
  const hasMoney = knowsMoney(one.byRegion[index.home]!);
  return index.regions.flatMap(({ kode }, w) => {
    const byDesil = byDesilAlone(one.byRegion[w]!);
    return desils.map((desil) => {
      const cell = byDesil.get(desil);
      return {
        tahun: one.tahun,
        kode_bantuan: one.kode,
        vintase: one.vintase,
        kode_wilayah: kode,
        desil,
        terdaftar: registeredOf(byDesil, one.registry![w]!, one.rule.unit, desil),
        penerima: cell?.penerima ?? 0,
        rupiah: hasMoney ? rupiahOf(cell === undefined ? [] : [cell]) : null,
        ...columns,
        id_berkas: idBerkas
      };
    });
  });
}

/** Money of one programme's rows that gives away its largest part, by region; of a year by desil too. */
export function dominatedRows(index: RegionIndex, one: Counted, isYear: boolean): Dominated {
  const { tahun, periode, kode: kode_bantuan, vintase } = one;
  const out = new Map<string, readonly string[]>();
  index.regions.forEach(({ kode: kode_wilayah }, w) => {
    const row = { tahun, periode, kode_bantuan, vintase, kode_wilayah };
    const columns = dominatedFigures(one.byRegion[w]!, one.rule, (one.left?.[w] ?? null) !== null);
    if (columns.length > 0) out.set(placeOf('sasaran', row), columns);
    if (!isYear) return;
    for (const [desil, cell] of byDesilAlone(one.byRegion[w]!))
      if (isDominatedSum([cell])) out.set(placeOf('sasaran_desil', { ...row, desil }), ['rupiah']);
  });
  return out;
}

/** Rows of `registri`: desil 1 to 10 and, as null, not decided, in every region. */
export function registryRows(
  index: RegionIndex,
  vintase: string,
  registry: readonly RegistryByDesil[],
  idBerkas: string
): Row[] {
  return index.regions.flatMap(({ kode }, w) =>
    [...desils, 0].map((d) => {
      const { keluarga, jiwa } = registry[w]!.get(d) ?? { keluarga: 0, jiwa: 0 };
      const desil = d === 0 ? null : d;
      return { vintase, kode_wilayah: kode, desil, keluarga, jiwa, ...shown, id_berkas: idBerkas };
    })
  );
}

/** What the rows of overlap of one year are made from. */
export interface OverlapYear {
  tahun: number;
  vintase: string;
  /** Codes of the year's aids, sorted; the sets of `families` are places in this list. */
  aids: readonly string[];
  sets: FamilyYear['sets'];
  /** Null without a registry: then nobody knows who receives nothing. */
  registry: readonly RegistryByDesil[] | null;
}

/** Rows of `tumpang_tindih`: families by the number of different aids. 0 counts families of the registry, the others every recipient. */
export function overlapRows(index: RegionIndex, year: OverlapYear, idBerkas: string): Row[] {
  const most = Math.max(1, ...year.sets.filter(({ w }) => w < index.outside).map(({ aids }) => aids.length));
  const counts = index.regions.map(() => new Array<number>(most + 1).fill(0));
  const received = index.regions.map(() => 0);
  for (const { w, aids, inRegistry, keluarga } of year.sets) {
    for (const region of index.chain(w)) {
      counts[region]![aids.length]! += keluarga;
      if (inRegistry) received[region]! += keluarga;
    }
  }
  return index.regions.flatMap(({ kode }, w) => {
    const families = year.registry === null ? null : familiesOf(year.registry[w]!);
    counts[w]![0] = (families ?? 0) - received[w]!;
    return counts[w]!.map((keluarga, jumlah) => ({
      tahun: year.tahun,
      vintase: year.vintase,
      kode_wilayah: kode,
      jumlah_bantuan: jumlah,
      keluarga: jumlah === 0 && families === null ? null : keluarga,
      ...shown,
      id_berkas: idBerkas
    }));
  });
}

function familiesOf(byDesil: RegistryByDesil): number {
  return [...byDesil.values()].reduce((sum, { keluarga }) => sum + keluarga, 0);
}

/** Rows of `pasangan_bantuan`: each pair of the year's aids once, in every region, also where no family has both. */
export function pairRows(index: RegionIndex, { tahun, aids, sets }: OverlapYear, idBerkas: string): Row[] {
  const pairs = aids.flatMap((a, i) => aids.slice(i + 1).map((b, j) => ({ a, b, i, k: i + 1 + j })));
  const place = new Map(pairs.map(({ i, k }, n) => [`${i}|${k}`, n]));
  const counts = index.regions.map(() => new Array<number>(pairs.length).fill(0));
  for (const { w, aids: own, keluarga } of sets) {
    const had = own.flatMap((i, n) => own.slice(n + 1).map((k) => place.get(`${i}|${k}`)!));
    for (const region of index.chain(w)) for (const n of had) counts[region]![n]! += keluarga;
  }
  return index.regions.flatMap(({ kode }, w) =>
    pairs.map(({ a, b }, n) => ({
      tahun,
      kode_wilayah: kode,
      kode_bantuan: a,
      kode_bantuan_lain: b,
      keluarga: counts[w]![n]!,
      ...shown,
      id_berkas: idBerkas
    }))
  );
}

/** How all aid together is judged: families, desil 1 to 4. */
export const allAidRule: ClassRule = { unit: 'keluarga', populasi: 'desil', desilLayak: [1, 2, 3, 4] };
