import type { LraFact } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import { rupiah } from '$lib/source/budgetTree';
import { groupBy } from './group';

/** One month of one unit as one sheet delivered it. */
export interface Delivery {
  tahun: number;
  bulan: number;
  kodeSkpd: string;
  /** What the text says or tepat.json fixes; null = to be inferred from the series. */
  sifat: 'bulanan' | 'kumulatif' | null;
  /** Stage the title names, else null. */
  tahap: string | null;
  file: string;
  idBerkas: string;
  facts: LraFact[];
}

/** Spending of one line over a span of months, in sen; already apart from what came before it. */
export interface Span {
  tahun: number;
  kodeSkpd: string;
  sejakBulan: number;
  bulan: number;
  kodeSubkegiatan: string;
  kodeAkun: string;
  realisasi: bigint;
  idBerkas: string;
}

export interface SeriesRead {
  spans: Span[];
  /** Months of each unit that were delivered, with the file. */
  covered: { tahun: number; kodeSkpd: string; bulan: number; idBerkas: string }[];
  problems: Problem[];
  /** Deliveries whose realisasi could not be used until somebody answers. */
  held: Delivery[];
}

/** So few comparisons say nothing. */
const enoughPairs = 5;
/** In a cumulative series a line falls only when it was corrected; in a monthly one it falls nearly as often as it rises. */
const cumulativeAtMost = 0.07;
const monthlyAtLeast = 0.15;

/** Turns monthly and cumulative deliveries into spending by month: each rupiah once, corrections kept, gaps left as gaps. */
export function readSeries(deliveries: readonly Delivery[]): SeriesRead {
  const out: SeriesRead = { spans: [], covered: [], problems: [], held: [] };
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

type Kind = 'bulanan' | 'kumulatif';

/** Two sheets for one unit and month: merged when they hold different lines, dropped when alike, held when they disagree. */
function dropConflicts(deliveries: readonly Delivery[], out: SeriesRead): Delivery[] {
  const groups = groupBy(deliveries, ({ tahun, kodeSkpd, bulan }) => `${tahun} ${kodeSkpd} ${bulan}`);
  return [...groups.values()].flatMap((group) => {
    const distinct = group.filter((delivery, i) => !group.slice(0, i).some((earlier) => sameFacts(earlier.facts, delivery.facts)));
    for (const copy of group.filter((delivery) => !distinct.includes(delivery))) out.problems.push(duplicate(copy, distinct[0]!));
    const keys = distinct.flatMap(({ facts }) => [...new Set(facts.map(lineKey))]);
    if (new Set(keys).size === keys.length) return distinct.length === 1 ? distinct : [{ ...distinct[0]!, facts: distinct.flatMap(({ facts }) => facts) }];
    out.problems.push(conflict(distinct));
    out.held.push(...distinct);
    return [];
  });
}

interface Evidence {
  pairs: number;
  falls: number;
}

/** How often a line that had spending falls from one delivered month to the next. */
function evidence(units: readonly (readonly Delivery[])[]): Evidence {
  const sum: Evidence = { pairs: 0, falls: 0 };
  for (const unit of units) {
    const sorted = unit.toSorted((a, b) => a.bulan - b.bulan);
    for (const [i, later] of sorted.entries()) {
      const earlier = sorted[i - 1];
      if (earlier === undefined) continue;
      const now = amounts(later.facts);
      for (const [key, before] of amounts(earlier.facts)) {
        if (before <= 0n) continue;
        sum.pairs++;
        if ((now.get(key) ?? 0n) < before) sum.falls++;
      }
    }
  }
  return sum;
}

/** What a share of falling lines says; null when it says nothing clear. */
function reading({ pairs, falls }: Evidence): Kind | null {
  if (pairs < enoughPairs) return null;
  return falls / pairs >= monthlyAtLeast ? 'bulanan' : falls / pairs <= cumulativeAtMost ? 'kumulatif' : null;
}

/** Monthly or cumulative for each delivery of a unit: text first, then its own series, then the whole folder's year; null when nobody knows. */
function decideKinds(sorted: readonly Delivery[], pooled: Evidence, out: SeriesRead): Kind[] | null {
  const own = evidence([sorted]);
  const stated = new Set(sorted.map(({ sifat }) => sifat));
  const said = stated.size === 1 ? [...stated][0]! : null;
  const seen = reading(own);
  if (said !== null && seen !== null && said !== seen && own.pairs >= 20) {
    out.problems.push(contradiction(sorted, said, own));
    out.held.push(...sorted);
    return null;
  }
  const inferred = seen ?? reading(pooled);
  const unknown = sorted.filter(({ sifat, bulan }) => sifat === null && bulan !== 1);
  if (unknown.length > 0 && inferred === null) {
    out.problems.push(unclear(sorted, own));
    out.held.push(...sorted);
    return null;
  }
  if (unknown.length > 0) out.problems.push(decision(sorted, inferred!, seen === null ? pooled : own, seen === null));
  return sorted.map(({ sifat, bulan }) => sifat ?? inferred ?? (bulan === 1 ? 'bulanan' : 'kumulatif'));
}

/** Writes the spans of one unit's year. A cumulative month minus what is known before it; alone, it covers all months up to it. */
function spread(sorted: readonly Delivery[], kinds: readonly Kind[], out: SeriesRead): void {
  let known = 0;
  let total = new Map<string, bigint>();
  let orphans: Span[] = [];
  for (const [i, delivery] of sorted.entries()) {
    const now = amounts(delivery.facts);
    const { tahun, bulan, kodeSkpd, idBerkas } = delivery;
    const cumulative = kinds[i] === 'kumulatif';
    const from = cumulative ? known + 1 : bulan;
    const spans: Span[] = [];
    for (const key of cumulative ? new Set([...now.keys(), ...total.keys()]) : now.keys()) {
      const [kodeSubkegiatan, kodeAkun] = key.split('|') as [string, string];
      const realisasi = cumulative ? (now.get(key) ?? 0n) - (total.get(key) ?? 0n) : now.get(key)!;
      spans.push({ tahun, kodeSkpd, sejakBulan: from, bulan, kodeSubkegiatan, kodeAkun, realisasi, idBerkas });
    }
    if (cumulative) {
      orphans = [];
      total = now;
      known = bulan;
    } else if (known === bulan - 1) {
      for (const [key, value] of now) total.set(key, (total.get(key) ?? 0n) + value);
      known = bulan;
    }
    reportNegative(delivery, spans, from, out);
    if (!cumulative && known !== bulan) orphans.push(...spans);
    else {
      out.spans.push(...spans);
      for (let month = from; month <= bulan; month++) out.covered.push({ tahun, kodeSkpd, bulan: month, idBerkas });
      continue;
    }
    out.covered.push({ tahun, kodeSkpd, bulan, idBerkas });
  }
  out.spans.push(...orphans);
  out.covered = uniqueCover(out.covered);
  reportGaps(sorted, kinds, out);
}

function uniqueCover(covered: SeriesRead['covered']): SeriesRead['covered'] {
  return [...new Map(covered.map((row) => [`${row.tahun} ${row.kodeSkpd} ${row.bulan} ${row.idBerkas}`, row])).values()];
}

function reportNegative(delivery: Delivery, spans: readonly Span[], from: number, out: SeriesRead): void {
  const negative = spans.filter(({ realisasi }) => realisasi < 0n);
  if (negative.length === 0) return;
  const sum = negative.reduce((all, { realisasi }) => all + realisasi, 0n);
  const first = negative[0]!;
  out.problems.push({
    kind: 'warning',
    code: 'negative-month',
    place: { file: delivery.file, value: `${first.kodeSubkegiatan} ${first.kodeAkun}` },
    message: {
      id: `${negative.length} rekening turun pada bulan ${from === delivery.bulan ? delivery.bulan : `${from}–${delivery.bulan}`} (${rupiah(sum)}); dicatat sebagai koreksi.`,
      en: `${negative.length} accounts fall in month ${from === delivery.bulan ? delivery.bulan : `${from}–${delivery.bulan}`} (${rupiah(sum)}); kept as corrections.`
    }
  });
}

function reportGaps(sorted: readonly Delivery[], kinds: readonly Kind[], out: SeriesRead): void {
  const { tahun, kodeSkpd, file } = sorted.at(-1)!;
  const months = new Set(out.covered.filter((row) => row.tahun === tahun && row.kodeSkpd === kodeSkpd).map(({ bulan }) => bulan));
  const missing = Array.from({ length: Math.max(...months) }, (_, i) => i + 1).filter((bulan) => !months.has(bulan));
  const spanned = sorted.flatMap(({ bulan }, i) => (kinds[i] === 'kumulatif' && bulan > (sorted[i - 1]?.bulan ?? 0) + 1 ? [`${(sorted[i - 1]?.bulan ?? 0) + 1}–${bulan}`] : []));
  if (missing.length > 0) {
    out.problems.push({
      kind: 'warning',
      code: 'month-gap',
      place: { file, value: `${tahun} ${kodeSkpd}` },
      message: { id: `tidak ada berkas untuk bulan ${missing.join(', ')}; kumulatif sesudahnya tidak dihitung.`, en: `no file for month ${missing.join(', ')}; cumulative figures after it are not computed.` },
      fix: { id: 'Tambahkan LRA bulan itu ke folder.', en: 'Add the LRA of that month to the folder.' }
    });
  }
  if (spanned.length === 0) return;
  out.problems.push({
    kind: 'decision',
    code: 'month-span',
    place: { file, value: `${tahun} ${kodeSkpd}` },
    message: { id: `realisasi bulan ${spanned.join(', ')} hanya diketahui sebagai satu angka.`, en: `realisasi of months ${spanned.join(', ')} is known as one figure only.` }
  });
}

function decision(sorted: readonly Delivery[], kind: Kind, { pairs, falls }: Evidence, pooled: boolean): Problem {
  const { tahun, kodeSkpd } = sorted[0]!;
  const months = sorted.map(({ bulan }) => bulan).join(', ');
  return {
    kind: 'decision',
    code: 'monthly-or-cumulative',
    place: { file: sorted[0]!.file, value: `${tahun} ${kodeSkpd}` },
    message: {
      id: `realisasi bulan ${months} dibaca ${kind === 'bulanan' ? 'per bulan' : 'kumulatif'}: ${falls} dari ${pairs} rekening yang sudah terpakai turun pada bulan berikutnya${pooled ? ' (dinilai dari seluruh unit)' : ''}.`,
      en: `realisasi of months ${months} read as ${kind === 'bulanan' ? 'in the month' : 'cumulative'}: ${falls} of ${pairs} accounts with spending fall in the next month${pooled ? ' (judged over all units)' : ''}.`
    }
  };
}

function unclear(sorted: readonly Delivery[], { pairs, falls }: Evidence): Problem {
  const { file, tahun, kodeSkpd } = sorted[0]!;
  return question(sorted, 'monthly-or-cumulative', file, `${tahun} ${kodeSkpd}`, {
    id: `tidak jelas apakah realisasinya per bulan atau kumulatif (${pairs} pembanding, ${falls} turun); realisasinya belum diimpor.`,
    en: `unclear whether realisasi is per month or cumulative (${pairs} comparisons, ${falls} falls); realisasi not imported yet.`
  });
}

function contradiction(sorted: readonly Delivery[], said: Kind, { pairs, falls }: Evidence): Problem {
  const { file, tahun, kodeSkpd } = sorted[0]!;
  return question(sorted, 'monthly-or-cumulative', file, `${tahun} ${kodeSkpd}`, {
    id: `judulnya menyebut ${said}, tetapi ${falls} dari ${pairs} rekening turun pada bulan berikutnya; realisasinya belum diimpor.`,
    en: `the title says ${said === 'bulanan' ? 'monthly' : 'cumulative'}, but ${falls} of ${pairs} accounts fall in the next month; realisasi not imported yet.`
  });
}

function question(sorted: readonly Delivery[], code: string, file: string, value: string, message: Problem['message']): Problem {
  const lines = [...new Set(sorted.map((delivery) => delivery.file))].map((name) => `"${name}": { "sifat": "kumulatif" }`);
  return {
    kind: 'question',
    code,
    place: { file, value },
    message,
    fix: { id: 'Tetapkan "sifat": "bulanan" atau "kumulatif" di tepat.json.', en: 'Set "sifat" to "bulanan" (monthly) or "kumulatif" (cumulative) in tepat.json.' },
    tepatJson: lines.join(',\n    ')
  };
}

function duplicate(copy: Delivery, first: Delivery): Problem {
  return {
    kind: 'decision',
    code: 'duplicate-month',
    place: { file: copy.file, value: `${copy.tahun}-${String(copy.bulan).padStart(2, '0')} ${copy.kodeSkpd}` },
    message: { id: `isinya sama dengan ${first.file}; dipakai satu kali.`, en: `the same content as ${first.file}; used once.` }
  };
}

function conflict(group: readonly Delivery[]): Problem {
  const { tahun, bulan, kodeSkpd } = group[0]!;
  const files = [...new Set(group.map(({ file }) => file))];
  return {
    kind: 'question',
    code: 'two-files-one-month',
    place: { file: files.join(' / '), value: `${tahun}-${String(bulan).padStart(2, '0')} ${kodeSkpd}` },
    message: { id: 'dua isi berbeda untuk bulan dan unit yang sama; keduanya belum dipakai.', en: 'two different contents for one month and unit; neither is used yet.' },
    fix: { id: 'Abaikan salah satunya, atau tetapkan bulannya, di tepat.json.', en: 'Ignore one of them, or set its month, in tepat.json.' },
    tepatJson: files.map((file) => `"${file}": { "abaikan": true }`).slice(-1).join('')
  };
}

function amounts(facts: readonly LraFact[]): Map<string, bigint> {
  const out = new Map<string, bigint>();
  for (const fact of facts) if (fact.realisasi !== null) out.set(lineKey(fact), (out.get(lineKey(fact)) ?? 0n) + fact.realisasi);
  return out;
}

function lineKey({ kodeSubkegiatan, kodeAkun }: LraFact): string {
  return `${kodeSubkegiatan}|${kodeAkun}`;
}

function sameFacts(a: readonly LraFact[], b: readonly LraFact[]): boolean {
  const print = (facts: readonly LraFact[]): string =>
    facts
      .map((fact) => `${lineKey(fact)}|${fact.anggaran}|${fact.realisasi}`)
      .sort()
      .join('\n');
  return a.length === b.length && print(a) === print(b);
}
