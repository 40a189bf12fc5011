import { holidayPayMonth, thirteenthPayMonth, type Year } from './calendar';

/** How a kind of line is spent and planned through the year. Weights are relative, January first. */
export interface Pattern {
  spend: readonly number[];
  /** What the unit would like: early and even. The cash plan lies between this and habit. */
  wish: readonly number[];
  /** Share of the last pagu that a year spends: lowest and highest. */
  absorbed: readonly [number, number];
  /** False for pay, which does not swing from month to month. */
  noisy: boolean;
}

const even = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const fromFebruary = [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2];

const patterns: Record<string, Pattern> = {
  gaji: { spend: even, wish: even, absorbed: [0.958, 0.974], noisy: false },
  tpp: { spend: fromFebruary, wish: even, absorbed: [0.945, 0.965], noisy: false },
  bulanan: { spend: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.2], wish: even, absorbed: [0.92, 0.98], noisy: false },
  langganan: { spend: [0.3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.7], wish: even, absorbed: [0.88, 0.97], noisy: true },
  kantor: {
    spend: [0, 2, 4, 5, 5, 6, 6, 8, 9, 10, 13, 32],
    wish: [4, 8, 10, 9, 8, 9, 9, 8, 9, 9, 9, 8],
    absorbed: [0.82, 0.96],
    noisy: true
  },
  rapat: {
    spend: [1, 3, 6, 6, 7, 8, 8, 9, 10, 11, 12, 19],
    wish: [4, 8, 9, 9, 9, 9, 8, 9, 9, 9, 9, 8],
    absorbed: [0.76, 0.95],
    noisy: true
  },
  perjalanan: {
    spend: [1, 4, 6, 7, 8, 8, 8, 9, 10, 11, 12, 16],
    wish: [4, 8, 9, 9, 9, 9, 8, 9, 9, 9, 9, 8],
    absorbed: [0.84, 0.97],
    noisy: true
  },
  pelihara: {
    spend: [0, 1, 3, 4, 6, 7, 8, 9, 11, 12, 14, 25],
    wish: [2, 5, 8, 9, 10, 10, 10, 10, 10, 10, 9, 7],
    absorbed: [0.84, 0.97],
    noisy: true
  },
  pelatihan: {
    spend: [0, 1, 4, 5, 8, 9, 8, 9, 12, 12, 13, 19],
    wish: [0, 5, 9, 10, 11, 11, 11, 11, 11, 10, 7, 4],
    absorbed: [0.8, 0.95],
    noisy: true
  },
  pendataan: {
    spend: [0, 4, 9, 12, 9, 10, 10, 9, 9, 9, 8, 11],
    wish: [0, 8, 12, 12, 12, 12, 10, 9, 9, 8, 5, 3],
    absorbed: [0.86, 0.96],
    noisy: true
  },
  hibah: {
    spend: [0, 0, 0, 3, 8, 14, 12, 14, 14, 12, 10, 13],
    wish: [0, 0, 5, 15, 20, 15, 15, 10, 10, 10, 0, 0],
    absorbed: [0.94, 1],
    noisy: true
  },
  bencana: {
    spend: [2, 4, 6, 8, 9, 8, 8, 9, 9, 9, 10, 18],
    wish: even,
    absorbed: [0.7, 0.9],
    noisy: true
  },
  duabulan: {
    spend: [0, 2, 0, 13, 0, 14, 0, 15, 0, 15, 4, 37],
    wish: [0, 16, 0, 17, 0, 17, 0, 17, 0, 17, 0, 16],
    absorbed: [0.92, 0.98],
    noisy: true
  },
  pengadaan: {
    spend: [0, 0, 0, 0, 2, 3, 5, 7, 9, 13, 17, 44],
    wish: [0, 0, 0, 5, 10, 12, 13, 15, 15, 12, 10, 8],
    absorbed: [0.88, 0.97],
    noisy: true
  },
  modal: {
    spend: [0, 0, 0, 1, 3, 5, 7, 9, 10, 13, 17, 35],
    wish: [0, 0, 3, 8, 10, 12, 14, 14, 13, 12, 8, 6],
    absorbed: [0.9, 0.98],
    noisy: true
  },
  santunan: {
    spend: [0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 1],
    wish: [0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 1],
    absorbed: [0.95, 0.99],
    noisy: false
  }
};

/** Part of a cash plan that follows habit; the rest is wish. */
const habit = 0.8;

/** How a kind of line is spent and planned in a year; pay gets its two extra months where the year has them. */
export function patternOf(pola: string, year: Year): Pattern & { plan: readonly number[] } {
  const pattern = patterns[pola];
  if (!pattern) throw new Error(`pola "${pola}" is not a pattern of data/contoh; see pattern.ts.`);
  const isPay = pola === 'gaji' || pola === 'tpp';
  const spend = isPay ? withExtraPay(pattern.spend, year) : pattern.spend;
  const wish = isPay ? withExtraPay(pattern.wish, year) : pattern.wish;
  const blend = (index: number) => habit * share(spend, index) + (1 - habit) * share(wish, index);
  return { ...pattern, spend, wish, plan: spend.map((_, index) => blend(index)) };
}

function share(weights: readonly number[], index: number): number {
  return (weights[index] ?? 0) / weights.reduce((sum, weight) => sum + weight, 0);
}

function withExtraPay(weights: readonly number[], year: Year): number[] {
  const extra = [holidayPayMonth(year), thirteenthPayMonth];
  return weights.map((weight, index) => weight + (extra.includes(index + 1) ? 1 : 0));
}
