import { totalOf, type ComponentFigure, type RevenueGroup } from './revenue';

/** One line of a composition over years, aligned with the years asked for. */
export interface CompositionItem {
  /** A component, or the family or group it was folded into: dbh, dau, dak, PAD, TKD, TRANSFER_DAERAH. */
  komponen: string;
  kelompok: RevenueGroup;
  /** Rupiah by year; null where it is not known, or the source does not list it in that year. */
  rupiah: readonly (number | null)[];
  /** Places in `rupiah` where the list does not have it at all: nothing of it is in that total. */
  unlisted: readonly number[];
}

interface Family {
  komponen: string;
  kelompok: RevenueGroup;
  /** The component that stands for parts the source does not itemise. */
  rest: string;
  has(figure: Pick<ComponentFigure, 'komponen' | 'kelompok'>): boolean;
}

/** Inner families before the groups that hold them. */
const families: readonly Family[] = [
  ...(['dbh', 'dau', 'dak'] as const).map((komponen) => ({
    komponen,
    kelompok: 'TKD' as const,
    rest: `${komponen}_tak_dirinci`,
    has: (figure: { komponen: string }) => figure.komponen === komponen || figure.komponen.startsWith(`${komponen}_`)
  })),
  ...(
    [
      ['PAD', 'pad_tak_dirinci'],
      ['TKD', 'transfer_pusat_tak_dirinci'],
      ['TRANSFER_DAERAH', 'transfer_daerah_tak_dirinci']
    ] as const
  ).map(([kelompok, rest]) => ({
    komponen: kelompok,
    kelompok,
    rest,
    has: (figure: { kelompok: string }) => figure.kelompok === kelompok
  }))
];

/**
 * Lists of components made comparable: where a family is itemised in one list and stands undivided in another, it is one item in
 * all of them, its sum. What every list itemises alike stays as it is. Sums are kept; null where a part is not known.
 */
export function comparable(lists: readonly (readonly ComponentFigure[])[]): ComponentFigure[][] {
  return families.reduce<ComponentFigure[][]>(
    (folded, family) => (mustFold(folded, family) ? folded.map((list) => foldInto(list, family)) : folded),
    lists.map((list) => [...list])
  );
}

/** A composition over years: every item of `comparable`, in the order in which components first occur. */
export function compositionOver(lists: readonly (readonly ComponentFigure[])[]): CompositionItem[] {
  const folded = comparable(lists);
  const items = new Map<string, RevenueGroup>();
  for (const list of folded) for (const { komponen, kelompok } of list) items.set(komponen, kelompok);
  return [...items].map(([komponen, kelompok]) => {
    const found = folded.map((list) => list.find((figure) => figure.komponen === komponen));
    return {
      komponen,
      kelompok,
      rupiah: found.map((figure) => figure?.rupiah ?? null),
      unlisted: found.flatMap((figure, i) => (figure === undefined ? [i] : []))
    };
  });
}

/**
 * The item of a composition that a component belongs to: itself, the family or group it was folded into, or the undivided rest of its
 * family or group. The component's own key where the composition has none of them.
 */
export function itemOf(komponen: string, kelompok: RevenueGroup, items: ReadonlySet<string>): string {
  const own = families.filter((family) => family.has({ komponen, kelompok }));
  const keys = [komponen, ...own.flatMap((family) => [family.komponen, family.rest])];
  return keys.find((key) => items.has(key)) ?? komponen;
}

function mustFold(lists: readonly (readonly ComponentFigure[])[], { rest, has }: Family): boolean {
  const keys = lists
    .map((list) => list.filter((figure) => has(figure) && figure.rupiah !== 0).map(({ komponen }) => komponen))
    .filter((found) => found.length > 0)
    .map((found) => found.sort());
  const differ = keys.some((found) => found.join() !== keys[0]!.join());
  return differ && keys.some((found) => found.includes(rest));
}

function foldInto(list: readonly ComponentFigure[], { komponen, kelompok, has }: Family): ComponentFigure[] {
  const parts = list.filter(has);
  if (parts.length === 0) return [...list];
  const at = list.findIndex(has);
  const sum = { komponen, kelompok, rupiah: totalOf(parts) };
  return list.flatMap((figure, i) => (i === at ? [sum] : has(figure) ? [] : [figure]));
}
