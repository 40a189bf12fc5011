import { akunName, compare, nomenklaturName, type Unit } from './tables';

/** A leaf of the export: amounts of one account in one sub kegiatan. */
export interface Leaf {
  unit: Unit;
  kodeSubkegiatan: string;
  kodeAkun: string;
  amounts: readonly number[];
}

/** A printed row: a level of the tree with the sums of its leaves. */
export interface TreeRow {
  level: 'urusan' | 'bidang' | 'skpd' | 'program' | 'kegiatan' | 'subkegiatan' | 'akun';
  unit: Unit | null;
  /** Urusan, bidang, program, kegiatan or sub kegiatan; on an account row, its sub kegiatan. */
  kode: string;
  /** Account of level 3–6 on account rows. */
  kodeAkun: string | null;
  uraian: string;
  amounts: number[];
}

/** The rows of a SIPD tree in printed order: urusan, bidang, then for each unit its programs down to six-level accounts. */
export function treeRows(leaves: readonly Leaf[]): TreeRow[] {
  const bidang = '1.06';
  const top = (level: 'urusan' | 'bidang', kode: string): TreeRow => row({ level, unit: null, kode, leaves });
  return [
    top('urusan', '1'),
    top('bidang', bidang),
    ...groupBy(leaves, (leaf) => leaf.unit.kode).flatMap(([, own]) => {
      const unit = (own[0] as Leaf).unit;
      return [row({ level: 'skpd', unit, kode: bidang, leaves: own }), ...nomenklaturRows(own, unit, 3)];
    })
  ];
}

/** Column sums of some leaves. */
export function totals(leaves: readonly Leaf[]): number[] {
  return (leaves[0]?.amounts ?? []).map((_, column) =>
    leaves.reduce((sum, leaf) => sum + (leaf.amounts[column] ?? 0), 0)
  );
}

const levelByParts = { 3: 'program', 5: 'kegiatan', 6: 'subkegiatan' } as const;

function nomenklaturRows(leaves: readonly Leaf[], unit: Unit, parts: 3 | 5 | 6): TreeRow[] {
  return groupBy(leaves, (leaf) => firstParts(leaf.kodeSubkegiatan, parts)).flatMap(([kode, own]) => [
    row({ level: levelByParts[parts], unit, kode, leaves: own }),
    ...(parts === 6 ? akunRows(own, unit, kode, 3) : nomenklaturRows(own, unit, parts === 3 ? 5 : 6))
  ]);
}

/** Account rows of one sub kegiatan from a level of the account tree down to six-level accounts. */
export function akunRows(leaves: readonly Leaf[], unit: Unit, kode: string, parts: number): TreeRow[] {
  return groupBy(leaves, (leaf) => firstParts(leaf.kodeAkun, parts)).flatMap(([kodeAkun, own]) => [
    { level: 'akun' as const, unit, kode, kodeAkun, uraian: akunName(kodeAkun), amounts: totals(own) },
    ...(parts === 6 ? [] : akunRows(own, unit, kode, parts + 1))
  ]);
}

interface RowParts {
  level: Exclude<TreeRow['level'], 'akun'>;
  unit: Unit | null;
  kode: string;
  leaves: readonly Leaf[];
}

function row({ level, unit, kode, leaves }: RowParts): TreeRow {
  const uraian = level === 'skpd' && unit ? unit.nama : nomenklaturName(kode);
  return { level, unit, kode, kodeAkun: null, uraian, amounts: totals(leaves) };
}

function firstParts(kode: string, parts: number): string {
  return kode.split('.').slice(0, parts).join('.');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].toSorted(([a], [b]) => compare(a, b));
}
