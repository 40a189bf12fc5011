import { isNumber, ratio } from '$lib/model/targeting/count';
import { wilson } from '$lib/model/targeting/interval';
import { shrunk, type Prior } from '$lib/model/targeting/shrunk';
import type { TargetingSentences } from '$lib/text/targetingSentences';
import type { Figures, Measured, TargetingPage, Unit } from '$lib/view/targetingView';

/** Desa at either end of the bands. */
export const eachEnd = 6;

/** What the page shows of a unit and cannot work out: rate, interval and shrunk rate follow from numerator and denominator. */
type CarriedUnit = Pick<Unit, 'kode' | 'kolom' | 'baris' | 'x' | 'n' | 'lack' | 'flag' | 'layak'> &
  Partial<Pick<Unit, 'eligible' | 'penerima' | 'undecided'>> & { first: number | null; last: number | null };

/** Units a column at a time, each with commas between its cells, so that 237 desa weigh little; names have commas of their own. */
interface CarriedUnits {
  nama: string[];
  columns: Record<string, string>;
}

/** What the page is built with: its own numbers; those of the page about each aid stand there. */
export interface CarriedPage extends Omit<TargetingPage, 'measured'> {
  measured: Omit<Measured, 'units' | 'prior'> & {
    units: CarriedUnits;
    prior: Prior | null;
    /** By code, of the units that the bands draw. */
    credible: Record<string, Unit['credible']>;
  };
}

/** Leaves out what the page does not show, and what follows from what it carries. */
export function carried(page: TargetingPage): CarriedPage {
  const { measured } = page;
  const prior = priorOf(measured);
  const order = measured.units
    .map((unit) => ({ ...unit, at: shrunkOf(unit, prior) ?? -1 }))
    .filter(({ shrunk }) => shrunk !== null)
    .toSorted((a, b) => b.at - a.at);
  const drawn = new Set([...order.slice(0, eachEnd), ...order.slice(-eachEnd)]);
  return {
    ...page,
    ...{ districts: [], programs: [], overlap: null, payments: [], desil: null },
    kabupaten: withoutMoney(page.kabupaten),
    kecamatan: page.kecamatan && withoutMoney(page.kecamatan),
    aid: page.aid && { ...page.aid, figures: null },
    freshness: { ...page.freshness, penerima: null },
    // The operators' list has a page of its own.
    worklist: page.worklist && { ...page.worklist, rows: [] },
    measured: {
      ...measured,
      limits: measured.limits.map((limit) => mapValues(limit, (value) => Math.round(value * 1000) / 1000)),
      units: packed(measured.units, page.bulat),
      prior,
      credible: Object.fromEntries([...drawn].map(({ kode, credible }) => [kode, credible]))
    }
  };
}

/** The four numbers at the head of the page need no more; rupiah and the analysts' rates stand elsewhere, and in what the engine answers. */
function withoutMoney(figures: Figures): Figures {
  const { ee, ie, unk } = figures.rates;
  return {
    ...figures,
    rates: { ...nulls(figures.rates), ee, ie, unk },
    intervals: { ...nulls(figures.intervals), ie: figures.intervals.ie },
    bounds: nulls(figures.bounds),
    money: nulls(figures.money)
  };
}

function nulls<Values extends object>(values: Values): { [Key in keyof Values]: null } {
  return Object.fromEntries(Object.keys(values).map((key) => [key, null])) as { [Key in keyof Values]: null };
}

/** The prior with the mean that a page's own view leaves out: regions pooled wholly all have it. */
function priorOf({ prior, units }: Measured): Prior | null {
  const mean = units.find(({ shrunk }) => shrunk !== null)?.shrunk ?? 0;
  return prior && { ...prior, mean };
}

function shrunkOf({ x, n, lack }: Pick<Unit, 'x' | 'n' | 'lack'>, prior: Prior | null): number | null {
  return prior !== null && lack === null && isNumber(x) && isNumber(n) && n > 0 ? shrunk({ x, n }, prior) : null;
}

function mapValues<Numbers extends object>(numbers: Numbers, of: (value: number) => number): Numbers {
  return Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, of(value as number)])) as Numbers;
}

function packed(units: readonly Unit[], bulat: boolean): CarriedUnits {
  const rows = units.map((unit): CarriedUnit => {
    const { kode, kolom, baris, x, n, lack, flag, layak, ranks, eligible, penerima, undecided } = unit;
    const [first, last] = ranks ?? [null, null];
    // The table of the public profile has no columns for the recipients.
    const more = bulat ? {} : { penerima, undecided };
    return { kode, kolom, baris, x, n, lack, flag, layak, first, last, eligible, ...more };
  });
  const keys = Object.keys(rows[0] ?? {}) as (keyof CarriedUnit)[];
  const columns = Object.fromEntries(keys.map((key) => [key, rows.map((row) => row[key]).join()]));
  if (columns.eligible === columns.n) delete columns.eligible;
  if (rows.every((row) => row.lack === hiddenIn(row))) delete columns.lack;
  columns.kode = units.map(({ kode }, i) => (i > 0 && kode === nextCode(units[i - 1]!.kode) ? '' : kode)).join();
  return { nama: units.map(({ nama }) => nama), columns };
}

/** Why most units have no value: what it is made of is hidden. */
function hiddenIn({ x, n }: Pick<Unit, 'x' | 'n'>): Unit['lack'] {
  return x === 'disembunyikan' || n === 'disembunyikan' ? 'disembunyikan' : null;
}

/** The code after a code within its region: most desa have that of the one before. */
function nextCode(kode: string): string {
  const [last = ''] = /\d+$/.exec(kode) ?? [];
  return kode.slice(0, kode.length - last.length) + String(Number(last) + 1).padStart(last.length, '0');
}

/** The rows of the columns; a column that was left out is in none. */
function rowsOf({ nama, columns }: CarriedUnits): (CarriedUnit & { nama: string })[] {
  const cells = Object.entries(columns).map(([key, column]) => [key, column.split(',')] as const);
  const valueOf = (cell: string) => (cell === '' ? null : Number.isNaN(Number(cell)) ? cell : Number(cell));
  let kode = '';
  return nama.map((name, i) => {
    const row = Object.fromEntries(cells.map(([key, column]) => [key, valueOf(column[i]!)]));
    kode = row.kode === null ? nextCode(kode) : String(row.kode);
    return { nama: name, lack: hiddenIn(row as Pick<Unit, 'x' | 'n'>), ...row, kode } as ReturnType<
      typeof rowsOf
    >[number];
  });
}

/** The page as the components take it. */
export function unpacked(page: CarriedPage): TargetingPage {
  const { units, credible, prior, tingkat } = page.measured;
  const whole = rowsOf(units).map(({ first, last, ...row }): Unit => {
    const { kode, x, n } = row;
    const mid = shrunkOf(row, prior);
    return {
      ...{ eligible: n, penerima: null, undecided: null },
      ...row,
      value: ratio(x, n),
      interval: mid === null ? null : wilson(x as number, n as number),
      shrunk: mid,
      credible: credible[kode] ?? null,
      ranks: first === null || last === null ? null : [first, last],
      kecamatan: tingkat === 'desa' ? kode.slice(0, 8) : kode,
      listed: true,
      ...{ dapil: null, warned: null, tidakLayak: null, layakTerlewat: null }
    };
  });
  return { ...page, measured: { ...page.measured, units: whole } };
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
