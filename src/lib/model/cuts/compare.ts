/** A plan to be compared: the cut of each of its lines, whole rupiah, in the order of its lines. No cut at all is a plan as well. */
export interface ComparedPlan {
  nama: string;
  lines: readonly { kodeSubkegiatan: string }[];
  cuts: readonly number[];
}

/** What cuts are added up by. */
export type CompareLevel = 'program' | 'subkegiatan';

/** What each plan cuts of one program or sub kegiatan, rupiah. */
export interface ComparisonRow {
  kode: string;
  /** In the order of the plans; 0 where a plan cuts nothing there, or does not hold the line. */
  potongan: number[];
}

/** Plans side by side. */
export interface Comparison {
  nama: string[];
  /** By code; every row that some plan cuts. */
  rows: ComparisonRow[];
  /** What each plan cuts in total: the sum of its rows, to the rupiah. */
  jumlah: number[];
}

/** Puts plans side by side, by program or sub kegiatan; each may have lines of its own, as at another starting month. */
export function comparePlans(plans: readonly ComparedPlan[], level: CompareLevel): Comparison {
  const byCode = new Map<string, number[]>();
  plans.forEach(({ lines, cuts }, plan) =>
    lines.forEach(({ kodeSubkegiatan }, line) => {
      const cut = cuts[line] ?? 0;
      if (cut === 0) return;
      const kode = level === 'program' ? kodeSubkegiatan.split('.').slice(0, 3).join('.') : kodeSubkegiatan;
      const row = byCode.get(kode) ?? plans.map(() => 0);
      row[plan]! += cut;
      byCode.set(kode, row);
    })
  );
  const rows = [...byCode].map(([kode, potongan]) => ({ kode, potongan })).sort(byKode);
  return {
    nama: plans.map(({ nama }) => nama),
    rows,
    jumlah: plans.map((_, plan) => rows.reduce((sum, { potongan }) => sum + potongan[plan]!, 0))
  };
}

/** One step between two plans, rupiah. */
export interface WaterfallStep {
  /** Null for all smaller steps taken together. */
  kode: string | null;
  /** Rows it stands for. */
  banyak: number;
  /** What the second plan cuts more; below 0 less. */
  perubahan: number;
  /** Running total before and after it. */
  dari: number;
  ke: number;
}

/** The way from what one plan cuts to what another cuts, rupiah: `awal` and all steps add up to `akhir`. */
export interface Waterfall {
  awal: number;
  steps: WaterfallStep[];
  akhir: number;
}

/**
 * The differences between two plans of a comparison (places in it), largest first, ties by code; beyond `most` steps the rest is one step.
 * Rows that both cut alike make no step.
 */
export function waterfallOf(comparison: Comparison, [from, to]: readonly [number, number], most = 10): Waterfall {
  const changes = comparison.rows
    .map(({ kode, potongan }) => ({
      kode: kode as string | null,
      banyak: 1,
      perubahan: potongan[to]! - potongan[from]!
    }))
    .filter(({ perubahan }) => perubahan !== 0)
    .sort((a, b) => Math.abs(b.perubahan) - Math.abs(a.perubahan));
  const isMore = changes.length > most;
  const named = isMore ? changes.slice(0, most - 1) : changes;
  const rest = changes.slice(named.length);
  const together = { kode: null, banyak: rest.length, perubahan: rest.reduce((sum, one) => sum + one.perubahan, 0) };
  let total = comparison.jumlah[from]!;
  const steps = (isMore ? [...named, together] : named).map((step) => {
    const dari = total;
    total += step.perubahan;
    return { ...step, dari, ke: total };
  });
  return { awal: comparison.jumlah[from]!, steps, akhir: comparison.jumlah[to]! };
}

function byKode(a: ComparisonRow, b: ComparisonRow): number {
  return a.kode < b.kode ? -1 : a.kode > b.kode ? 1 : 0;
}
