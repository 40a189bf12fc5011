import { isNumber, ratio } from '$lib/model/targeting/count';
import { wilson } from '$lib/model/targeting/interval';
import type { TargetingSentences } from '$lib/text/targetingSentences';
import type { TargetingPage, Unit } from '$lib/view/targetingView';

/** Desa at either end of the bands. */
export const eachEnd = 6;
/** Below this denominator nothing is judged (`leastFlagged` of the model, which the page is read without). */
const leastFlagged = 10;

/** A unit as the page carries it: only what it shows, without names of fields, so that 237 desa weigh little. */
type CarriedUnit = [
  kode: string,
  nama: string,
  kolom: number | null,
  baris: number | null,
  /** Numerator and denominator: rate and interval follow from them. */
  x: Unit['x'],
  n: Unit['n'],
  lack: Unit['lack'],
  flag: Unit['flag'],
  counts: readonly [eligible: Unit['n'], layak: Unit['n'], penerima: Unit['n'], belum: Unit['n']],
  shrunk: number | null,
  /** Of those that the bands draw; the others are only counted. */
  band: Pick<Unit, 'credible' | 'ranks'> | null
];

/** What the page is built with: its own numbers; those of the page about each aid stand there. */
export interface CarriedPage extends Omit<TargetingPage, 'measured'> {
  measured: Omit<TargetingPage['measured'], 'units'> & { units: CarriedUnit[] };
}

/** Leaves out what the page does not show, and what follows from what it carries. */
export function carried(page: TargetingPage): CarriedPage {
  const { measured } = page;
  const order = measured.units
    .filter(({ shrunk }) => shrunk !== null)
    .toSorted((a, b) => b.shrunk! - a.shrunk!)
    .map(({ kode }) => kode);
  const drawn = new Set([...order.slice(0, eachEnd), ...order.slice(-eachEnd)]);
  return {
    ...page,
    ...{ districts: [], programs: [], overlap: null, payments: [], desil: null },
    freshness: { ...page.freshness, penerima: null },
    // The operators' list has a page of its own.
    worklist: page.worklist && { ...page.worklist, rows: [] },
    measured: {
      ...measured,
      limits: measured.limits.map((limit) => mapValues(limit, (value) => Math.round(value * 1000) / 1000)),
      units: measured.units.map((unit) => packed(unit, page.bulat, drawn.has(unit.kode)))
    }
  };
}

function mapValues<Numbers extends object>(numbers: Numbers, of: (value: number) => number): Numbers {
  return Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, of(value as number)])) as Numbers;
}

function packed(unit: Unit, bulat: boolean, isDrawn: boolean): CarriedUnit {
  const { kode, nama, kolom, baris, x, n, lack, flag, eligible, layak, credible, ranks } = unit;
  // The table of the public profile has no columns for these two.
  const more = bulat ? ([null, null] as const) : ([unit.penerima, unit.undecided] as const);
  const shrunk = unit.shrunk === null ? null : Math.round(unit.shrunk * 1000) / 1000;
  return [
    ...([kode, nama, kolom, baris, x, n, lack, flag] as const),
    [eligible, layak, ...more],
    shrunk,
    isDrawn ? { credible, ranks } : null
  ];
}

/** The page as the components take it. */
export function unpacked(page: CarriedPage): TargetingPage {
  const isDesa = page.measured.tingkat === 'desa';
  const units = page.measured.units.map(([kode, nama, kolom, baris, x, n, lack, flag, counts, shrunk, band]): Unit => {
    const [eligible, layak, penerima, undecided] = counts;
    const isKnown = lack === null && isNumber(x) && isNumber(n) && n > 0;
    return {
      ...{ kode, nama, kolom, baris, x, n, lack, flag, shrunk },
      ...{ eligible, layak, penerima, undecided },
      value: ratio(x, n),
      interval: isKnown ? wilson(x, n) : null,
      credible: band?.credible ?? null,
      ranks: band?.ranks ?? (isKnown && n >= leastFlagged ? [1, page.measured.units.length] : null),
      kecamatan: isDesa ? kode.slice(0, 8) : kode,
      listed: true,
      ...{ dapil: null, warned: null, tidakLayak: null, layakTerlewat: null }
    };
  });
  return { ...page, measured: { ...page.measured, units } };
}

/** Sentences that only the page about each aid prints. */
type AidWord = 'desil' | 'incidence' | 'money' | 'programs' | 'mismatches' | 'overlap' | 'payments';
type AidWhy = 'desil' | 'money' | 'programs' | 'overlap' | 'payments';
export interface OwnWords extends Omit<TargetingSentences, AidWord | 'why'> {
  why: Omit<TargetingSentences['why'], AidWhy>;
}

/** The sentences that the page prints. */
export function ownWords({ why, ...words }: TargetingSentences): OwnWords {
  const {
    desil: _1,
    incidence: _2,
    money: _3,
    programs: _4,
    mismatches: _5,
    overlap: _6,
    payments: _7,
    ...own
  } = words;
  const { desil: _8, money: _9, programs: _10, overlap: _11, payments: _12, ...whys } = why;
  return { ...own, why: whys };
}
