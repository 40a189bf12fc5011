import { check, totalsOf, unmetOf, type Violation } from './check';
import { bindingBounds, type BindingBound } from './binding';
import { burden40, lossConcentration, lossVariation, poorShareOfLoss, type Loss } from './equity';
import { lineHarm } from './limits';
import type { CutInput, RecipientClass } from './line';
import { aidLosses, unmeasuredCut, type AidLoss } from './loss';
import { aidMonths, type AidMonths } from './months';
import type { Cuts, Problem, Unmet } from './problem';
import { recipientClasses, wholeLosses, type WholeLoss } from './recipients';
import { desaLosses, regionLosses, type RegionLoss } from './regionLoss';
import { approvalRoute, type ApprovalRoute } from './route';
import type { Scenario } from './scenario';

/** Exclusion error of one aid before and after a plan (methods.md §1.3: missed ÷ eligible). */
export interface ExclusionChange {
  /** Eligible recipients before, and those of them who lose. */
  reached: number;
  lost: number;
  /** Families in need who are not reached, before. */
  missed: number;
  /** missed ÷ (missed + reached), and (missed + lost) ÷ the same; null where nobody is eligible. */
  before: number | null;
  after: number | null;
}

/** What a plan does to one aid. */
export interface AidEffect {
  kode: string;
  nama: string;
  unit: 'orang' | 'keluarga';
  oneOff: boolean;
  priceBasis: 'harga' | 'pagu_per_kuota';
  /** Recipients before; those who lose, as whole recipients without aid for the rest of the year (recipient-months ÷ T). */
  before: number;
  lost: number;
  /** Recipient-months and rupiah of aid lost. */
  months: number;
  rupiah: number;
  /** Null where eligibility goes by a category, or a count is missing or hidden. */
  exclusion: ExclusionChange | null;
  /** Null where the aid is paid once or it is not known what was spent. */
  monthsFunded: AidMonths | null;
}

/** Recipients of a class over all aids; who receives two counts twice. */
export interface ClassEffect {
  kelas: RecipientClass;
  before: number;
  lost: number;
}

/** What a plan does. Recipients add up: by aid, by class and in total they are the same whole number. */
export interface Effect {
  /** Rupiah cut. */
  cut: number;
  /** Harm by the objective, weighted: what the methods are compared by. Cuts of unknown harm are in `unmeasured` and not in here. */
  harm: number;
  /** Recipient-months and rupiah of aid lost: the two objectives, side by side, without weights. */
  months: number;
  rupiah: number;
  /** Recipients losing, in all and by unit. Recipients of two aids count twice. */
  lost: number;
  lostByUnit: { orang: number; keluarga: number };
  /** Of those, desil 1–4; and those without a known desil, some of whom may be as poor. */
  poorest: number;
  withoutDesil: number;
  byAid: AidEffect[];
  byClass: ClassEffect[];
  byRegion: RegionLoss[];
  /** By desa, of an internal extract alone; empty in public ones. */
  byDesa: RegionLoss[];
  /** Aids that lose and whose kecamatan nobody published: they are in no row of `byRegion`. */
  unplaced: string[];
  /** methods.md §4.4, of recipients whose desil is known; null where nothing is lost or a class is hidden. */
  burden40: number | null;
  poorShare: number | null;
  concentration: number | null;
  /** Weighted coefficient of variation of the loss rates of kecamatan; null where nothing is lost or one is hidden. */
  regionVariation: number | null;
  /** Rupiah cut from lines whose harm nobody measured. */
  unmeasured: number;
  unmet: Unmet;
  /** Rules that the plan breaks; of the heuristics only equity and cuts by hand can be, and `belum_tertutup`. */
  violations: Violation[];
  binding: BindingBound[];
  /** Likely approval of each line that is cut, a hint to be checked with TAPD. */
  routes: { id: string; route: ApprovalRoute }[];
}

/** What a plan does to recipients, to the poor, to kecamatan and to the rules. */
export function effect(input: CutInput, problem: Problem, cuts: Cuts, scenario: Scenario): Effect {
  const losses = aidLosses(input, problem, cuts, scenario);
  const whole = wholeLosses(losses);
  const totals = totalsOf(cuts);
  const byClass = classEffects(whole);
  const byRegion = regionLosses(whole);
  const lostOf = (unit: 'orang' | 'keluarga') => sum(whole, ({ aid, lost }) => (aid.unit === unit ? lost : 0));
  return {
    cut: sum(totals, (cut) => cut),
    harm: planHarm(problem, cuts),
    months: sum(losses, ({ months }) => months),
    rupiah: sum(whole, ({ rupiah }) => rupiah),
    lost: sum(whole, ({ lost }) => lost),
    lostByUnit: { orang: lostOf('orang'), keluarga: lostOf('keluarga') },
    poorest: sum(byClass, ({ kelas, lost }) => (typeof kelas === 'number' && kelas <= 4 ? lost : 0)),
    withoutDesil: sum(byClass, ({ kelas, lost }) => (typeof kelas === 'number' ? 0 : lost)),
    byAid: losses.map((loss, at) => aidEffect(loss, whole[at]!)),
    byClass,
    byRegion,
    byDesa: desaLosses(whole),
    unplaced: whole.filter(({ aid, lost }) => lost > 0 && aid.byRegion.length === 0).map(({ aid }) => aid.kode),
    ...spreadOverDesil(losses),
    regionVariation: spreadOverRegions(byRegion),
    unmeasured: unmeasuredCut(problem, cuts),
    unmet: unmetOf(problem, cuts),
    violations: check(problem, cuts),
    binding: bindingBounds(problem, cuts),
    routes: problem.lines.flatMap(({ line }, at) =>
      totals[at]! > 0 ? [{ id: line.id, route: approvalRoute(line, null) }] : []
    )
  };
}

/** Weighted harm of a plan by the objective of its problem: the sum over its lines, stretch by stretch. */
export function planHarm(problem: Problem, cuts: Cuts): number {
  return sum(totalsOf(cuts), (cut, at) => lineHarm(problem.lines[at]!.stretches, cut));
}

function aidEffect(loss: AidLoss, { lost, rupiah, byClass }: WholeLoss): AidEffect {
  const { aid, count } = loss.measured;
  const { kode, nama, unit, oneOff, priceBasis } = aid;
  return {
    ...{ kode, nama, unit, oneOff, priceBasis, before: count, lost, months: loss.months, rupiah },
    exclusion: exclusionChange(loss, byClass),
    monthsFunded: aidMonths(loss.measured, loss.left, loss.rupiah)
  };
}

/** Those who lose and are eligible join the missed. Null where a class is hidden, as it may hold eligible recipients. */
function exclusionChange(loss: AidLoss, lostByClass: ReadonlyMap<RecipientClass, number>): ExclusionChange | null {
  const { eligible, missed, recipients } = loss.measured.aid;
  if (missed === null || eligible.length === 0 || hidesSome(loss)) return null;
  const isEligible = (kelas: RecipientClass) => typeof kelas === 'number' && eligible.includes(kelas);
  const reached = sum(recipients ?? [], ({ kelas, jumlah }) => (isEligible(kelas) ? jumlah : 0));
  const lost = sum([...lostByClass], ([kelas, count]) => (isEligible(kelas) ? count : 0));
  const share = (count: number) => (missed + reached > 0 ? count / (missed + reached) : null);
  return { reached, lost, missed, before: share(missed), after: share(missed + lost) };
}

function hidesSome({ measured }: AidLoss): boolean {
  return (measured.aid.recipients ?? []).some(({ kelas, jumlah }) => kelas === 'disembunyikan' && jumlah > 0);
}

function classEffects(whole: readonly WholeLoss[]): ClassEffect[] {
  return recipientClasses
    .map((kelas): ClassEffect => {
      const before = sum(whole, ({ aid }) => countOf(aid.recipients, kelas));
      return { kelas, before, lost: sum(whole, ({ byClass }) => byClass.get(kelas) ?? 0) };
    })
    .filter(({ before }) => before > 0);
}

function countOf(recipients: AidLoss['measured']['aid']['recipients'], kelas: RecipientClass): number {
  return sum(recipients ?? [], (one) => (one.kelas === kelas ? one.jumlah : 0));
}

/** Equity by desil, from losses before rounding: rounding would make small plans look uneven. */
function spreadOverDesil(losses: readonly AidLoss[]): Pick<Effect, 'burden40' | 'poorShare' | 'concentration'> {
  if (losses.some(hidesSome)) return { burden40: null, poorShare: null, concentration: null };
  const byDesil = Array.from({ length: 10 }, (_, at): Loss => {
    const kelas = (at + 1) as RecipientClass;
    return {
      before: sum(losses, ({ measured }) => countOf(measured.aid.recipients, kelas)),
      lost: sum(losses, ({ measured, byClass }) => (byClass.get(kelas) ?? 0) / measured.aid.months)
    };
  });
  return {
    burden40: burden40(byDesil),
    poorShare: poorShareOfLoss(byDesil),
    concentration: lossConcentration(byDesil)
  };
}

function spreadOverRegions(regions: readonly RegionLoss[]): number | null {
  const known: Loss[] = [];
  for (const { before, exact } of regions) {
    if (before === null || exact === null) return null;
    known.push({ before, lost: exact });
  }
  return lossVariation(known);
}

function sum<Item>(items: readonly Item[], of: (item: Item, at: number) => number): number {
  return items.reduce((total, item, at) => total + of(item, at), 0);
}
