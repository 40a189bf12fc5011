import type { CutAid } from '$lib/model/cuts/line';
import { tornadoOf, tornadoQuestions, type Tornado, type UncertainInput } from '$lib/model/cuts/tornado';
import {
  askPlan,
  freeFall,
  withFreeFall,
  type CertaintyQuestion,
  type CertaintyWork,
  type FallRange,
  type UncertainMoney
} from './cutsCertainty';
import { problemOf } from './cutsPlan';

/** How far prices and counts of recipients may be off, a ratio of themselves. */
const off = 0.1;
/** How far the agency's share of the regency's fall may be off, a ratio of itself. */
const shareOff = 0.25;

/** Name of the input that the fall of one source is. */
export function sourceInput(kode: string): string {
  return `sumber:${kode}`;
}

/**
 * What the number of those who lose follows from: the fall of each source of free TKD, the agency's share where the reader set one, the
 * price of aid, the counts of recipients (both times 0.9 to 1.1), equal weights or not (1 or 0), and who loses (1: those not eligible first).
 */
export function tornadoInputs({ scenario }: CertaintyQuestion, ranges: readonly FallRange[]): UncertainInput[] {
  const { bagian, equal, dropping, shocks } = scenario;
  const isShared = bagian !== null && Object.values(shocks).some(({ jenis }) => jenis === 'rupiah');
  const times = { low: 1 - off, mode: 1, high: 1 + off };
  const either = (is: boolean) => ({ low: 0, mode: is ? 1 : 0, high: 1 });
  return [
    ...ranges.map(({ kode, fall }) => ({ name: sourceInput(kode), range: fall })),
    ...(isShared
      ? [
          {
            name: 'bagian',
            range: {
              low: bagian * (1 - shareOff),
              mode: bagian,
              high: Math.max(bagian, Math.min(1, bagian * (1 + shareOff)))
            }
          }
        ]
      : []),
    { name: 'harga', range: times },
    { name: 'penerima', range: times },
    { name: 'bobot', range: either(equal) },
    { name: 'siapa', range: either(dropping === 'tepat') }
  ];
}

/** The question of a scenario with other values of its inputs, and what its free pool then loses, rupiah. */
export function movedQuestion(
  { input, scenario }: CertaintyQuestion,
  ranges: readonly FallRange[],
  values: ReadonlyMap<string, number>
): CertaintyQuestion & { fall: number } {
  const moved: CertaintyQuestion = {
    input: {
      ...input,
      aids: input.aids.map((aid) => scaledAid(aid, values.get('harga') ?? 1, values.get('penerima') ?? 1))
    },
    scenario: {
      ...scenario,
      bagian: values.get('bagian') ?? scenario.bagian,
      equal: values.get('bobot') === 1,
      dropping: values.get('siapa') === 1 ? 'tepat' : 'rata'
    }
  };
  const shift = ranges.reduce((sum, { kode, base, fall }) => {
    const value = values.get(sourceInput(kode)) ?? fall.mode;
    return sum + base * (value - fall.mode);
  }, 0);
  return { ...moved, fall: freeFall(moved.input, moved.scenario) + shift };
}

function scaledAid(aid: CutAid, price: number, count: number): CutAid {
  if (price === 1 && count === 1) return aid;
  const scaled = <One extends { jumlah: number | null }>(one: One): One => ({
    ...one,
    jumlah: one.jumlah === null ? null : Math.round(one.jumlah * count)
  });
  return {
    ...aid,
    perMonth: aid.perMonth === null ? null : aid.perMonth * price,
    recipients: aid.recipients?.map(scaled) ?? null,
    byRegion: aid.byRegion.map(scaled),
    ...(aid.byDesa && { byDesa: aid.byDesa.map(scaled) })
  };
}

/**
 * The tornado of recipients losing: one input at a time from its low to its high end, each plan worked out anew by the scenario's method.
 * Null where it cannot find the money. An end that is the scenario itself is not asked again.
 */
export async function cutsTornado(
  question: CertaintyQuestion,
  { ranges }: UncertainMoney,
  work: CertaintyWork
): Promise<Tornado> {
  const questions = tornadoQuestions(tornadoInputs(question, ranges));
  const [base] = questions;
  const answers: (number | null)[] = [];
  for (const one of questions) {
    const isBase = one !== base && [...one.values].every(([name, value]) => base!.values.get(name) === value);
    answers.push(isBase ? answers[0]! : await lostIn(movedQuestion(question, ranges, one.values), work));
  }
  return tornadoOf(questions, answers);
}

async function lostIn({ fall, ...question }: CertaintyQuestion & { fall: number }, work: CertaintyWork) {
  const problem = withFreeFall(problemOf(question, question.scenario), fall);
  const { isMet, lost } = await askPlan(question, problem, work);
  return isMet ? lost : null;
}
