import { cellAt, type Cell, type Cells, type RegistryCells } from './cells';
import { mergeLargest } from './dominance';
import type { RegionIndex } from './regionIndex';

/** The desil of one region, its own and those of all places in it. */
export type ByDesil = ReadonlyMap<number, Cell>;
export type RegistryByDesil = ReadonlyMap<number, { keluarga: number; jiwa: number | null }>;

/**
 * Cells of every region from those of places. Each unit has one place, so the sum over places is the number of distinct units; what is
 * counted in another regency is left out.
 */
export function rolledCells(cells: Cells, index: RegionIndex): ByDesil[] {
  const out: Cells = new Map(index.regions.map((_, w) => [w, new Map<number, Cell>()]));
  for (const [w, byDesil] of cells) {
    for (const region of index.chain(w)) for (const [d, cell] of byDesil) addTo(cellAt(out, region, d), cell);
  }
  return index.regions.map((_, w) => out.get(w)!);
}

/** Adds a cell to a sum. */
export function addTo(sum: Cell, cell: Cell): void {
  sum.penerima += cell.penerima;
  sum.rupiah += cell.rupiah;
  sum.terbesar = mergeLargest(sum.terbesar, cell.terbesar);
  sum.tanpaRupiah += cell.tanpaRupiah;
  sum.ganda += cell.ganda;
  sum.rupiahGanda += cell.rupiahGanda;
  sum.terbesarGanda = mergeLargest(sum.terbesarGanda, cell.terbesarGanda);
  sum.gandaTanpaRupiah += cell.gandaTanpaRupiah;
  sum.tercakup += cell.tercakup;
}

/** The registry of every region from that of places; persons of a region are null where those of one of its places are. */
export function rolledRegistry(cells: RegistryCells, index: RegionIndex): RegistryByDesil[] {
  const out = index.regions.map(() => new Map<number, { keluarga: number; jiwa: number | null }>());
  for (const [w, byDesil] of cells) {
    for (const region of index.chain(w)) {
      for (const [d, { keluarga, jiwa }] of byDesil) {
        const was = out[region]!.get(d) ?? { keluarga: 0, jiwa: 0 };
        const persons = was.jiwa === null || jiwa === null ? null : was.jiwa + jiwa;
        out[region]!.set(d, { keluarga: was.keluarga + keluarga, jiwa: persons });
      }
    }
  }
  return out;
}
