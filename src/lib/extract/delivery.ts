import type { LraFact } from '$lib/source/layout';

/** A fact with the file it came from: one month may be delivered in several files. */
export type DeliveredFact = LraFact & { idBerkas: string };

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
  facts: DeliveredFact[];
}

export type Kind = 'bulanan' | 'kumulatif';

/** Realisasi of each line in sen; a line whose cell is blank is not among them. */
export function amounts(facts: readonly LraFact[]): Map<string, bigint> {
  const out = new Map<string, bigint>();
  for (const fact of facts)
    if (fact.realisasi !== null) out.set(lineKey(fact), (out.get(lineKey(fact)) ?? 0n) + fact.realisasi);
  return out;
}

/** A line within its unit and year. */
export function lineKey({ kodeSubkegiatan, kodeAkun }: LraFact): string {
  return `${kodeSubkegiatan}|${kodeAkun}`;
}

/** Whether two deliveries hold the same lines with the same money, in any order. */
export function sameFacts(a: readonly LraFact[], b: readonly LraFact[]): boolean {
  const print = (facts: readonly LraFact[]): string =>
    facts
      .map((fact) => `${lineKey(fact)}|${fact.anggaran}|${fact.realisasi}`)
      .sort()
      .join('\n');
  return a.length === b.length && print(a) === print(b);
}
