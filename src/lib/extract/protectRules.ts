import type { Row } from './assemble';

/**
 * One reason to hide columns of a row: gives the names it hides, seeing what is hidden already. Rules of a table are applied in
 * order, each to what the ones before it left.
 */
type Rule = (row: Row, hidden: ReadonlySet<string>, k: number) => readonly string[];

const classes = ['layak', 'tidak_layak', 'desil_kosong', 'tidak_tercatat'] as const;
const sasaranCounts = [
  'penerima',
  ...classes,
  'layak_terlewat',
  'tidak_layak_di_luar',
  'desil_kosong_di_luar',
  'baris_ganda'
];
/** Parts of the families of `kesegaran`; what is left of them (dated, older than 12 months) has no column. */
const freshnessParts = ['segar_12_bulan', 'tanpa_tanggal', 'tanggal_depan'] as const;
const ages = ['umur_median_hari', 'umur_p90_hari'] as const;

/** Columns of rupiah of each table, with the counts of those who were paid it. */
export const moneyOf: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  sasaran: {
    rupiah_layak: ['layak'],
    rupiah_tidak_layak: ['tidak_layak'],
    rupiah_tak_diketahui: ['desil_kosong', 'tidak_tercatat'],
    rupiah_ganda: ['baris_ganda']
  },
  sasaran_desil: { rupiah: ['penerima'] }
};
const moneyRules = (table: string): Rule[] =>
  Object.entries(moneyOf[table] ?? {}).map(([column, counts]) => money(column, counts));

/** Columns of a row that hide because of counts in it that are hidden: the money behind them, the ages among them. */
export function followingHidden(table: string, row: Row, hidden: ReadonlySet<string>): readonly string[] {
  if (table === 'kesegaran') return agesOfHidden(row, hidden);
  return moneyRules(table).flatMap((rule) => rule(row, hidden, 0));
}

/** Columns of a row of `sasaran` that are hidden so that the row gives away no number of 1 to k - 1 people nor a sum of `dominating`, sorted. */
export function hiddenInSasaran(row: Row, k: number, dominating: readonly string[] = []): string[] {
  return hiddenBy(
    [
      small(sasaranCounts),
      dominated('sasaran', dominating),
      classesOfFew,
      swallowedByIneligible,
      swallowedByUnclassed,
      totalOfHidden,
      ...moneyRules('sasaran')
    ],
    row,
    k
  );
}

/**
 * Columns of a row of `sasaran_desil` that are hidden, sorted; `swallowed` names columns in which one desil holds everybody,
 * `dominating` money of one recipient.
 */
export function hiddenInSasaranDesil(
  row: Row,
  k: number,
  { swallowed = [], dominating = [] }: { swallowed?: readonly string[]; dominating?: readonly string[] } = {}
): string[] {
  return hiddenBy(
    [
      () => swallowed,
      small(['terdaftar', 'penerima']),
      dominated('sasaran_desil', dominating),
      together('terdaftar', ['penerima']),
      fewWithout,
      ...moneyRules('sasaran_desil')
    ],
    row,
    k
  );
}

/** Columns of a row of `kesegaran` that are hidden, sorted. */
export function hiddenInKesegaran(row: Row, k: number): string[] {
  return hiddenBy(
    [small(['keluarga', ...freshnessParts]), together('keluarga', freshnessParts), fewLeft, agesOfHidden, agesOfFew],
    row,
    k
  );
}

/**
 * Whether the counts of a row are hidden: one of 1 to k - 1 hides them all, since families and their members tell of each other.
 * For tables that hide whole rows.
 */
export function hidesRow(row: Row, counts: readonly string[], k: number): boolean {
  return row.disembunyikan === true || counts.some((name) => isFew(count(row, name), k));
}

function hiddenBy(rules: readonly Rule[], row: Row, k: number): string[] {
  const before: ReadonlySet<string> = new Set((row.kolom_tersembunyi ?? []) as readonly string[]);
  const all = rules.reduce<ReadonlySet<string>>(
    (hidden, rule) => new Set([...hidden, ...rule(row, hidden, k)]),
    before
  );
  const nobodyDated = datedFamilies(row) === 0;
  // what was not delivered is missing, not hidden; a median of nobody would say beside hidden counts that nobody is dated
  const delivered = (name: string): boolean => (row[name] ?? null) !== null || (nobodyDated && isAge(name));
  return [...all].filter((name) => before.has(name) || delivered(name)).sort();
}

function count(row: Row, name: string): number | null {
  const value = row[name];
  return typeof value === 'number' ? value : null;
}

function isFew(value: number | null, k: number): boolean {
  return value !== null && value > 0 && value < k;
}

/** A count of 1 to k - 1 people says something of persons that somebody may know. */
function small(names: readonly string[]): Rule {
  return (row, _, k) => names.filter((name) => isFew(count(row, name), k));
}

/** Where the whole is hidden its parts are too: they would add up to it, or say that all of it is one part. */
function together(whole: string, parts: readonly string[]): Rule {
  return (_, hidden) => (hidden.has(whole) ? parts : []);
}

/** Few recipients: none of their classes shows, not even a 0, which would say in which class the few are; nor do their extra rows. */
function classesOfFew(_: Row, hidden: ReadonlySet<string>): readonly string[] {
  return hidden.has('penerima') ? [...classes, 'baris_ganda'] : [];
}

/**
 * No eligible recipient among the classified ones: who is known to receive is known not to be eligible. Both classes hide, so that
 * the row looks like one in which both are few.
 */
function swallowedByIneligible(row: Row): readonly string[] {
  return count(row, 'layak') === 0 && (count(row, 'tidak_layak') ?? 0) > 0 ? ['layak', 'tidak_layak'] : [];
}

/** Every recipient without a desil, or every one outside the registry: all classes hide, since the zeros would say which. */
function swallowedByUnclassed(row: Row): readonly string[] {
  const everybody = count(row, 'penerima') ?? classes.reduce((sum, name) => sum + (count(row, name) ?? 0), 0);
  const one = [count(row, 'desil_kosong'), count(row, 'tidak_tercatat')].includes(everybody);
  return everybody > 0 && one ? classes : [];
}

/**
 * The total minus the classes that show is what the others hold together: one hidden class would follow, two would be narrowed (two
 * that add up to 2 are 1 and 1, to 18 are 9 and 9), and a few recipients of no delivered class would show.
 */
function totalOfHidden(row: Row, hidden: ReadonlySet<string>, k: number): readonly string[] {
  const total = count(row, 'penerima');
  if (total === null) return [];
  const left = classes.reduce((rest, name) => rest - (count(row, name) ?? 0), total);
  const some = classes.some((name) => count(row, name) !== null);
  return classes.some((name) => hidden.has(name)) || (some && isFew(left, k)) ? ['penerima'] : [];
}

/** Rupiah ÷ tariff = count: money shows only where every count behind it shows; one that is missing cannot be held against k. */
function money(column: string, counts: readonly string[]): Rule {
  return (row, hidden) => {
    const missing = counts.some((name) => count(row, name) === null);
    return counts.some((name) => hidden.has(name)) || (missing && row[column] !== 0n) ? [column] : [];
  };
}

/**
 * Money of which one recipient holds nearly all: his amount would follow. The counts behind it are hidden, and the money with them, so that
 * no sum of money gives back what sums of counts do not. Where one of these counts is hidden the money is too.
 */
function dominated(table: string, columns: readonly string[]): Rule {
  return (row, hidden) =>
    columns.flatMap((column) => {
      const counts = moneyOf[table]![column]!;
      const some = counts.filter((name) => (count(row, name) ?? 0) > 0);
      return counts.some((name) => hidden.has(name)) ? [] : [column, ...some];
    });
}

/** Registered minus receiving = registered without aid: few of them hide the recipients. */
function fewWithout(row: Row, _: ReadonlySet<string>, k: number): readonly string[] {
  const [all, receiving] = [count(row, 'terdaftar'), count(row, 'penerima')];
  return all !== null && receiving !== null && isFew(all - receiving, k) ? ['penerima'] : [];
}

/**
 * All families minus the parts that show = the hidden parts with the families of no column (dated, older than 12 months). While
 * those are few the smallest part that shows hides too; the share of a part and that of its complement are then both of k or more.
 */
function fewLeft(row: Row, hidden: ReadonlySet<string>, k: number): readonly string[] {
  const total = count(row, 'keluarga');
  if (total === null || hidden.has('keluarga')) return [];
  const shown = freshnessParts
    .filter((name) => !hidden.has(name) && (count(row, name) ?? 0) > 0)
    .map((name) => ({ name, value: count(row, name)! }))
    .sort((a, b) => a.value - b.value);
  let left = shown.reduce((rest, { value }) => rest - value, total);
  const more: string[] = [];
  for (const { name, value } of shown) {
    if (!isFew(left, k)) break;
    more.push(name);
    left += value;
  }
  return more;
}

/** Median and P90 of a row with hidden counts bound them: P90 of ten families below 365 days says that nine or ten are fresh. */
function agesOfHidden(_: Row, hidden: ReadonlySet<string>): readonly string[] {
  return ['keluarga', ...freshnessParts].some((name) => hidden.has(name)) ? ages : [];
}

/** A median of few dated families is close to the date of one of them; of a number that is not known it may be. */
function agesOfFew(row: Row, _: ReadonlySet<string>, k: number): readonly string[] {
  const dated = datedFamilies(row);
  return dated === null || isFew(dated, k) ? ages : [];
}

/** Families with a date that is not after the as-of date; null where that is not known. */
function datedFamilies(row: Row): number | null {
  const total = count(row, 'keluarga');
  return total === null ? null : total - (count(row, 'tanpa_tanggal') ?? 0) - (count(row, 'tanggal_depan') ?? 0);
}

function isAge(name: string): boolean {
  return (ages as readonly string[]).includes(name);
}
