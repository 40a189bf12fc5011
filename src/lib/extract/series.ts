import type { Problem } from '$lib/source/problem';
import { amounts, type Delivery, type Kind, lineKey, sameFacts } from './delivery';
import { groupBy } from './group';
import { type Held, heldRows } from './held';
import { type Evidence, evidence, reading } from './seriesEvidence';
import { conflict, contradiction, decision, duplicate, reportGaps, reportNegative, unclear } from './seriesProblem';

/** Spending of one line over a span of months, in sen; already apart from what came before it. */
export interface Span {
  tahun: number;
  kodeSkpd: string;
  sejakBulan: number;
  bulan: number;
  kodeSubkegiatan: string;
  kodeAkun: string;
  realisasi: bigint;
  file: string;
  idBerkas: string;
}

export interface SeriesRead {
  spans: Span[];
  /** Months of each unit that were delivered, with the file. */
  covered: { tahun: number; kodeSkpd: string; bulan: number; idBerkas: string }[];
  problems: Problem[];
  /** Rows whose realisasi, or all of them, cannot be used until somebody answers. */
  held: Held[];
  /** Deliveries that contradict each other for one month: neither their realisasi nor their pagu is used. */
  conflicting: Delivery[];
}

/** A title that says "monthly" is believed against fewer comparisons than this: a young year of rising pay looks cumulative. */
const enoughAgainstMonthly = { pairs: 40, months: 4 };
const enoughAgainstCumulative = 20;

/** Turns monthly and cumulative deliveries into spending by month: each rupiah once, corrections kept, gaps left as gaps. */
export function readSeries(deliveries: readonly Delivery[]): SeriesRead {
  const out: SeriesRead = { spans: [], covered: [], problems: [], held: [], conflicting: [] };
  const clean = dropConflicts(deliveries, out);
  const byYear = groupBy(clean, ({ tahun }) => String(tahun));
  for (const year of byYear.values()) {
    const pooled = evidence([...groupBy(year, ({ kodeSkpd }) => kodeSkpd).values()]);
    for (const unit of groupBy(year, ({ kodeSkpd }) => kodeSkpd).values()) {
      const sorted = unit.toSorted((a, b) => a.bulan - b.bulan);
      const kinds = decideKinds(sorted, pooled, out);
      if (kinds !== null) spread(sorted, kinds, out);
    }
  }
  return out;
}

/** Two sheets for one unit and month: merged when they hold different lines, dropped when alike, held when they disagree. */
function dropConflicts(deliveries: readonly Delivery[], out: SeriesRead): Delivery[] {
  const groups = groupBy(deliveries, ({ tahun, kodeSkpd, bulan }) => `${tahun} ${kodeSkpd} ${bulan}`);
  return [...groups.values()].flatMap((group) => {
    const distinct = group.filter(
      (delivery, i) => !group.slice(0, i).some((earlier) => sameFacts(earlier.facts, delivery.facts))
    );
    for (const copy of group.filter((delivery) => !distinct.includes(delivery)))
      out.problems.push(duplicate(copy, distinct[0]!));
    const keys = distinct.flatMap(({ facts }) => [...new Set(facts.map(lineKey))]);
    if (new Set(keys).size === keys.length)
      return distinct.length === 1 ? distinct : [{ ...distinct[0]!, facts: distinct.flatMap(({ facts }) => facts) }];
    const problem = conflict(distinct);
    out.problems.push(problem);
    out.held.push(
      ...heldRows(
        group.flatMap(({ facts }) => facts),
        problem.message
      )
    );
    out.conflicting.push(...group);
    return [];
  });
}

/** Monthly or cumulative for each delivery of a unit: text first, then its own series, then the whole folder's year; null when nobody knows. */
function decideKinds(sorted: readonly Delivery[], pooled: Evidence, out: SeriesRead): Kind[] | null {
  const own = evidence([sorted]);
  const stated = new Set(sorted.map(({ sifat }) => sifat));
  const said = stated.size === 1 ? [...stated][0]! : null;
  const seen = reading(own);
  if (said !== null && seen !== null && said !== seen && outweighs(said, own, sorted.length))
    return holdRealisasi(sorted, contradiction(sorted, said, own), out);
  const inferred = seen ?? reading(pooled);
  const unknown = sorted.filter(({ sifat, bulan }) => sifat === null && bulan !== 1);
  if (unknown.length > 0 && inferred === null) {
    return holdRealisasi(sorted, unclear(sorted, own), out);
  }
  if (unknown.length > 0) out.problems.push(decision(sorted, inferred!, seen === null ? pooled : own, seen === null));
  return sorted.map(({ sifat, bulan }) => sifat ?? inferred ?? (bulan === 1 ? 'bulanan' : 'kumulatif'));
}

function outweighs(said: Kind, { pairs }: Evidence, months: number): boolean {
  if (said === 'kumulatif') return pairs >= enoughAgainstCumulative;
  return pairs >= enoughAgainstMonthly.pairs && months >= enoughAgainstMonthly.months;
}

/** The pagu of these deliveries is used all the same: only how to read their realisasi is open. */
function holdRealisasi(deliveries: readonly Delivery[], problem: Problem, out: SeriesRead): null {
  out.problems.push(problem);
  out.held.push(
    ...heldRows(
      deliveries.flatMap(({ facts }) => facts),
      problem.message,
      ['realisasi']
    )
  );
  return null;
}

/** Writes the spans of one unit's year. A cumulative month minus what is known before it; alone, it covers all months up to it. */
function spread(sorted: readonly Delivery[], kinds: readonly Kind[], out: SeriesRead): void {
  let known = 0;
  let total: ReadonlyMap<string, bigint> = new Map();
  // months after a gap, until a cumulative month covers them
  let apart: Span[] = [];
  const blankSince = new Map<string, number>();
  for (const [i, delivery] of sorted.entries()) {
    const cumulative = kinds[i] === 'kumulatif';
    const from = cumulative ? known + 1 : delivery.bulan;
    const now = cumulative
      ? new Map([...stillKnown(delivery, total, from, blankSince), ...amounts(delivery.facts)])
      : amounts(delivery.facts);
    const spans = cumulative
      ? cumulativeSpans(delivery, from, now, total, blankSince)
      : spansOf(delivery, () => from, now);
    reportNegative(delivery, spans, from, out);
    if (cumulative) apart = [];
    if (cumulative || known === delivery.bulan - 1) {
      out.spans.push(...spans);
      total = cumulative ? now : sum(total, now);
      known = delivery.bulan;
    } else apart.push(...spans);
    cover(delivery, cumulative ? from : delivery.bulan, out);
  }
  out.spans.push(...apart);
  reportGaps(sorted, kinds, out);
}

/** Lines whose cell is blank: not zero but unknown, so the last known amount stands, and the next known one covers the months between. */
function stillKnown(
  delivery: Delivery,
  total: ReadonlyMap<string, bigint>,
  from: number,
  blankSince: Map<string, number>
): Map<string, bigint> {
  const blank = delivery.facts.filter(({ realisasi }) => realisasi === null).map(lineKey);
  for (const key of blank) if (!blankSince.has(key)) blankSince.set(key, from);
  return new Map(blank.flatMap((key) => (total.has(key) ? [[key, total.get(key)!]] : [])));
}

function cumulativeSpans(
  delivery: Delivery,
  from: number,
  now: ReadonlyMap<string, bigint>,
  total: ReadonlyMap<string, bigint>,
  blankSince: Map<string, number>
): Span[] {
  const stated = amounts(delivery.facts);
  const known = new Map([...difference(now, total)].filter(([key]) => stated.has(key) || !blankSince.has(key)));
  const spans = spansOf(delivery, (key) => blankSince.get(key) ?? from, known);
  for (const key of known.keys()) blankSince.delete(key);
  return spans;
}

function spansOf(delivery: Delivery, since: (key: string) => number, now: ReadonlyMap<string, bigint>): Span[] {
  const { tahun, kodeSkpd, bulan } = delivery;
  const sourceOf = new Map(
    delivery.facts.map((fact) => [lineKey(fact), { file: fact.origin.file, idBerkas: fact.idBerkas }])
  );
  return [...now].map(([key, realisasi]) => {
    const [kodeSubkegiatan, kodeAkun] = key.split('|') as [string, string];
    return {
      tahun,
      kodeSkpd,
      sejakBulan: since(key),
      bulan,
      kodeSubkegiatan,
      kodeAkun,
      realisasi,
      ...(sourceOf.get(key) ?? { file: delivery.file, idBerkas: delivery.idBerkas })
    };
  });
}

/** What a cumulative month adds to the one before; a line it no longer prints has fallen to zero, as its total says. */
function difference(now: ReadonlyMap<string, bigint>, before: ReadonlyMap<string, bigint>): Map<string, bigint> {
  return new Map(
    [...new Set([...now.keys(), ...before.keys()])].map((key) => [key, (now.get(key) ?? 0n) - (before.get(key) ?? 0n)])
  );
}

function sum(a: ReadonlyMap<string, bigint>, b: ReadonlyMap<string, bigint>): Map<string, bigint> {
  return new Map([...new Set([...a.keys(), ...b.keys()])].map((key) => [key, (a.get(key) ?? 0n) + (b.get(key) ?? 0n)]));
}

function cover({ tahun, kodeSkpd, bulan, facts, idBerkas }: Delivery, from: number, out: SeriesRead): void {
  const known = new Set(
    out.covered
      .filter((row) => row.tahun === tahun && row.kodeSkpd === kodeSkpd)
      .map((row) => `${row.bulan} ${row.idBerkas}`)
  );
  for (const file of new Set([idBerkas, ...facts.map((fact) => fact.idBerkas)])) {
    for (let month = from; month <= bulan; month++) {
      if (!known.has(`${month} ${file}`)) out.covered.push({ tahun, kodeSkpd, bulan: month, idBerkas: file });
    }
  }
}
