import type { CutAid, CutInput, CutLine, RecipientClass } from './line';
import type { Stretch } from './problem';
import { compareKeys } from './round';
import type { Scenario } from './scenario';
import { classWeights } from './weights';

/** Money of one line for one class of one aid. */
export interface Slice {
  kodeBantuan: string;
  /** Null: money beyond what the recipients on the list need to the end of the year. Nobody measured what it buys. */
  kelas: RecipientClass | null;
  /** Rupiah. */
  width: number;
  /** Rupiah of one recipient-month (c). */
  perMonth: number;
  /** Harm of one rupiah, by the objective. */
  harm: number;
}

/** What of an aid the model can measure: price, months left and recipients. Null where one is missing: harm is unknown. */
export interface MeasuredAid {
  aid: CutAid;
  perMonth: number;
  /** Recipients of all classes. */
  count: number;
  /** Pagu of all lines that pay it, each by its share. */
  pagu: number;
}

/** Aids whose harm can be measured, by code: those with a price, months left, recipients, and a line that pays them. */
export function measuredAids(input: CutInput): Map<string, MeasuredAid> {
  const pagu = new Map<string, number>();
  for (const line of input.lines)
    for (const { kodeBantuan, bagian } of line.aid)
      pagu.set(kodeBantuan, (pagu.get(kodeBantuan) ?? 0) + line.pagu * bagian);
  const measured = new Map<string, MeasuredAid>();
  for (const aid of input.aids) {
    const count = (aid.recipients ?? []).reduce((sum, { jumlah }) => sum + jumlah, 0);
    const paid = pagu.get(aid.kode) ?? 0;
    if (aid.perMonth === null || aid.perMonth <= 0 || aid.months <= 0 || count <= 0 || paid <= 0) continue;
    measured.set(aid.kode, { aid, perMonth: aid.perMonth, count, pagu: paid });
  }
  return measured;
}

/**
 * What the rest of a line (pagu − spent) pays, by aid and class, with rising harm. Null where the line is aid but one of its aids is not
 * measured, or nobody says what it pays: its harm is unknown. methods.md §4.2.
 *
 * Recipients of an aid are attributed to its lines by pagu × bagian, so the money of a class is width = c × T × n. Where less is left
 * than that, every class has the same part of its months paid, and widths shrink alike. Where more is left, what is beyond comes last
 * (`tepat`) or stands in each class (`rata`, which knows no order). Shares that add up to less than 1 are taken to fill the line, since
 * the remainder of an aid account is not known to harm nobody.
 */
export function slicesOf(
  line: CutLine,
  measured: ReadonlyMap<string, MeasuredAid>,
  scenario: Pick<Scenario, 'dropping' | 'objective' | 'equal'>
): Slice[] | null {
  const shares = line.aid.reduce((sum, { bagian }) => sum + bagian, 0);
  if (shares <= 0) return null;
  const left = Math.max(0, line.pagu - (line.spent ?? line.pagu));
  const slices: Slice[] = [];
  for (const { kodeBantuan, bagian } of line.aid) {
    const one = measured.get(kodeBantuan);
    if (one === undefined) return null;
    const part = { left: (left * bagian) / shares, count: (one.count * line.pagu * bagian) / one.pagu };
    slices.push(...slicesOfAid(one, part, scenario));
  }
  return slices.filter(({ width }) => width > 0).sort(byHarm);
}

function slicesOfAid(
  { aid, perMonth, count }: MeasuredAid,
  part: { left: number; count: number },
  { dropping, objective, equal }: Pick<Scenario, 'dropping' | 'objective' | 'equal'>
): Slice[] {
  const recipients = aid.recipients ?? [];
  const weightOf = classWeights(recipients, equal);
  const needed = perMonth * aid.months * part.count;
  const paid = dropping === 'rata' ? part.left : Math.min(part.left, needed);
  const harmOf = (weight: number) => (objective === 'bulan' ? weight / perMonth : weight);
  const base = { kodeBantuan: aid.kode, perMonth };
  const slices = recipients.map(({ kelas, jumlah }): Slice => {
    return { ...base, kelas, width: (paid * jumlah) / count, harm: harmOf(weightOf(kelas)) };
  });
  const beyond = { ...base, kelas: null, width: part.left - paid, harm: Math.max(...slices.map(({ harm }) => harm)) };
  return [...slices, beyond];
}

/** Mild first; of equal harm, the class before what is beyond the list, higher desil first, aids by code. */
function byHarm(a: Slice, b: Slice): number {
  return (
    a.harm - b.harm ||
    Number(a.kelas === null) - Number(b.kelas === null) ||
    rankOf(b.kelas) - rankOf(a.kelas) ||
    compareKeys(a.kodeBantuan, b.kodeBantuan) ||
    compareKeys(String(a.kelas), String(b.kelas))
  );
}

function rankOf(kelas: RecipientClass | null): number {
  return typeof kelas === 'number' ? kelas : 0;
}

/** Slices as the solver sees them: one with the mean harm where every class loses alike, else one for each, mild first. */
export function stretchesOf(slices: readonly Slice[], dropping: Scenario['dropping']): Stretch[] {
  if (dropping === 'tepat' || slices.length === 0) return slices.map(({ width, harm }) => ({ width, harm }));
  const width = slices.reduce((sum, slice) => sum + slice.width, 0);
  return [{ width, harm: slices.reduce((sum, slice) => sum + slice.width * slice.harm, 0) / width }];
}

/** Rupiah that a cut takes from each slice: all alike (`rata`), or the mild ones first (`tepat`). */
export function takenFrom(slices: readonly Slice[], cut: number, dropping: Scenario['dropping']): number[] {
  const width = slices.reduce((sum, slice) => sum + slice.width, 0);
  if (dropping === 'rata') return slices.map((slice) => (width > 0 ? (cut * slice.width) / width : 0));
  let left = cut;
  return slices.map((slice) => {
    const taken = Math.min(left, slice.width);
    left -= taken;
    return taken;
  });
}
