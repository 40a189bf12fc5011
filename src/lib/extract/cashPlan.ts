import type { RowOf } from '$lib/contract/define';
import type { tables } from '$lib/contract/tables';
import { isStage, stageOrder } from '$lib/contract/stage';
import { rupiah } from '$lib/source/rupiah';
import type { RakFact } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import { groupBy } from './group';
import { type Held, heldRows } from './held';
import type { PaguRow } from './stages';

export type PlanRow = RowOf<(typeof tables)['rencana_kas']>;

/** The cash plan of one unit as one sheet delivered it. */
export interface PlanDelivery {
  tahun: number;
  kodeSkpd: string;
  tahap: string | null;
  file: string;
  idBerkas: string;
  facts: RakFact[];
}

export interface PlansRead {
  rows: PlanRow[];
  problems: Problem[];
  /** Rows of plans that contradict each other. */
  held: Held[];
}

/** Cash plans by month. A plan without a stage word is the stage whose pagu it shows, else murni; a shift without a number likewise. */
export function readCashPlans(plans: readonly PlanDelivery[], pagu: readonly PaguRow[]): PlansRead {
  const out: PlansRead = { rows: [], problems: [], held: [] };
  const named = plans.map((plan) => ({ ...plan, tahap: planStage(plan, pagu, out.problems) }));
  for (const group of groupBy(named, ({ tahun, kodeSkpd, tahap }) => `${tahun} ${kodeSkpd} ${tahap}`).values()) {
    const facts = mergePlans(group, out);
    if (facts === null) continue;
    const { tahun, kodeSkpd, tahap } = group[0]!;
    const fileIds = new Map(group.map(({ file, idBerkas }) => [file, idBerkas]));
    for (const [key, line] of groupBy(facts, ({ kodeSubkegiatan, kodeAkun }) => `${kodeSubkegiatan}|${kodeAkun}`)) {
      const [kode_subkegiatan, kode_akun] = key.split('|') as [string, string];
      for (let month = 1; month <= 12; month++) {
        const amounts = line.map(({ bulan }) => bulan[month - 1] ?? null).filter((amount) => amount !== null);
        if (amounts.length === 0) continue;
        const rencana = amounts.reduce((a, b) => a + b, 0n);
        const id_berkas = fileIds.get(line[0]!.origin.file)!;
        out.rows.push({
          tahun,
          tahap,
          urutan_tahap: stageOrder(tahap),
          sejak_bulan: month,
          bulan: month,
          kode_skpd: kodeSkpd,
          kode_subkegiatan,
          kode_akun,
          rencana,
          id_berkas
        });
      }
    }
  }
  return out;
}

/** Parts of a plan together, copies once; two different plans of one stage are asked about. */
function mergePlans(group: readonly PlanDelivery[], out: PlansRead): RakFact[] | null {
  const print = ({ facts }: PlanDelivery): string =>
    facts
      .map((fact) => `${fact.kodeSubkegiatan}|${fact.kodeAkun}|${fact.bulan.join()}`)
      .sort()
      .join('\n');
  const distinct = [...new Map(group.map((plan) => [print(plan), plan])).values()];
  const keys = distinct.flatMap(({ facts }) => [
    ...new Set(facts.map((fact) => `${fact.kodeSubkegiatan}|${fact.kodeAkun}`))
  ]);
  if (new Set(keys).size === keys.length) return distinct.flatMap(({ facts }) => facts);
  const files = [...new Set(distinct.map(({ file }) => file))];
  const problem: Problem = {
    kind: 'question',
    code: 'two-plans',
    place: { file: files.join(' / '), value: `${group[0]!.tahun} ${group[0]!.kodeSkpd} ${group[0]!.tahap}` },
    message: {
      id: 'dua rencana kas yang berbeda untuk tahap yang sama; keduanya belum dipakai.',
      en: 'two different cash plans for one stage; neither is used yet.'
    },
    fix: {
      id: 'Tetapkan "tahap" masing-masing, atau abaikan salah satunya, di tepat.json.',
      en: 'Set the "tahap" of each, or ignore one, in tepat.json.'
    },
    tepatJson: files
      .map((file) => `${JSON.stringify(file)}: { "tahap": "perubahan" }`)
      .slice(-1)
      .join('')
  };
  out.held.push(
    ...heldRows(
      group.flatMap(({ facts }) => facts),
      problem.message
    )
  );
  out.problems.push(problem);
  return null;
}

function planStage(plan: PlanDelivery, pagu: readonly PaguRow[], problems: Problem[]): string {
  if (plan.tahap !== null && isStage(plan.tahap)) return plan.tahap;
  const own = pagu.filter((row) => row.tahun === plan.tahun && row.kode_skpd === plan.kodeSkpd);
  const wanted = plan.tahap === 'pergeseran' ? 'pergeseran-' : '';
  const shown = new Map<string, bigint>();
  for (const fact of plan.facts)
    if (fact.anggaran !== null) shown.set(`${fact.kodeSubkegiatan}|${fact.kodeAkun}`, fact.anggaran);
  const match = [...groupBy(own, ({ tahap }) => tahap)].find(
    ([tahap, rows]) => tahap.startsWith(wanted) && matches(rows, shown)
  )?.[0];
  const tahap = match ?? (plan.tahap === 'pergeseran' ? 'pergeseran-1' : 'murni');
  const sum = [...shown.values()].reduce((a, b) => a + b, 0n);
  problems.push({
    kind: 'decision',
    code: 'plan-stage',
    place: { file: plan.file, value: `${plan.tahun} ${plan.kodeSkpd}` },
    message: {
      id: `rencana kas tahap "${tahap}"${match === undefined ? ' (pagunya tidak sama dengan tahap mana pun)' : ' (pagunya sama)'}; anggaran ${rupiah(sum)}.`,
      en: `cash plan of stage "${tahap}"${match === undefined ? ' (its pagu equals no stage)' : ' (its pagu is the same)'}; budget ${rupiah(sum)}.`
    }
  });
  return tahap;
}

function matches(rows: readonly PaguRow[], shown: ReadonlyMap<string, bigint>): boolean {
  const sums = new Map<string, bigint>();
  for (const row of rows) {
    const key = `${row.kode_subkegiatan}|${row.kode_akun}`;
    sums.set(key, (sums.get(key) ?? 0n) + row.pagu);
  }
  return (
    shown.size > 0 &&
    [...new Set([...sums.keys(), ...shown.keys()])].every((key) => (sums.get(key) ?? 0n) === (shown.get(key) ?? 0n))
  );
}
