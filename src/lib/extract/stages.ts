import type { RowOf } from '$lib/contract/define';
import type { tables } from '$lib/contract/tables';
import { isStage, stageMayBeInForce, stageOrder } from '$lib/contract/stage';
import { rupiah } from '$lib/source/rupiah';
import type { PaguFact } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import type { Delivery } from './delivery';
import { groupBy } from './group';
import { type Held, heldRows } from './held';
import { lineOf, lineSums, shows, total } from './stageLines';
import { reconciled, reportDifference, unnamed, unreconciled } from './stageProblem';

/** A pagu fact with the file it came from. */
export type StageFact = PaguFact & { idBerkas: string };

export type PaguRow = RowOf<(typeof tables)['pagu']>;

/** A pagu table or rincian belanja of one unit and stage, as one file delivered it; the source of funds already a code. */
export interface DeclaredStage {
  tahun: number;
  kodeSkpd: string;
  /** A word of the contract; null when no text names it. */
  tahap: string | null;
  berlakuBulan: number | null;
  layout: string;
  file: string;
  idBerkas: string;
  facts: StageFact[];
}

export interface StagesRead {
  rows: PaguRow[];
  problems: Problem[];
  /** Rows of stages that cannot be placed until somebody answers, or that contradict the table that was used. */
  held: Held[];
}

/** A stage of one unit and year before it becomes rows. */
export interface Stage {
  tahap: string;
  berlakuBulan: number | null;
  disimpulkan: boolean;
  file: string;
  facts: StageFact[];
}

/**
 * Builds the stages of each unit and year: declared ones from pagu tables, and where the LRA shows a pagu that no declared
 * stage explains, an inferred one. The month in which the LRA first shows a stage is the month it takes effect.
 */
export function readStages(declared: readonly DeclaredStage[], deliveries: readonly Delivery[]): StagesRead {
  const out: StagesRead = { rows: [], problems: [], held: [] };
  const unitKey = ({ tahun, kodeSkpd }: { tahun: number; kodeSkpd: string }): string => `${tahun}|${kodeSkpd}`;
  const tablesOf = groupBy(declared, unitKey);
  const monthsOf = groupBy(deliveries, unitKey);
  for (const key of new Set([...tablesOf.keys(), ...monthsOf.keys()])) {
    const months = (monthsOf.get(key) ?? []).toSorted((a, b) => a.bulan - b.bulan);
    const stages = nameStages(tablesOf.get(key) ?? [], out);
    const placed = placeByLra(stages, months, out);
    const [tahun, kodeSkpd] = key.split('|') as [string, string];
    for (const stage of withMonths(placed, out, Number(tahun), kodeSkpd))
      out.rows.push(...stageRows(stage, Number(tahun), kodeSkpd));
  }
  return out;
}

/** Gives every declared stage its contract word, and makes one stage of files that hold parts or copies of it. */
function nameStages(declared: readonly DeclaredStage[], out: StagesRead): Stage[] {
  const shifts = declared.filter(({ tahap }) => tahap === 'pergeseran');
  const named = declared.flatMap((table) => {
    const sole = declared.length === 1 ? 'murni' : null;
    const tahap = table.tahap === 'pergeseran' && shifts.length === 1 ? 'pergeseran-1' : (table.tahap ?? sole);
    if (tahap !== null && isStage(tahap)) return [{ ...table, tahap }];
    const problem = unnamed(table);
    out.held.push(...heldRows(table.facts, problem.message));
    out.problems.push(problem);
    return [];
  });
  return [...groupBy(named, ({ tahap }) => tahap).values()].map((group) => mergeStage(group, out));
}

/**
 * Files of one stage. Parts that share no line are put together; a file that holds the same lines again counts once; one that differs is
 * reported and left out. The table that names sources of funds comes first.
 */
function mergeStage(group: readonly (DeclaredStage & { tahap: string })[], out: StagesRead): Stage {
  const sorted = group.toSorted(
    (a, b) =>
      Number(hasSources(b)) - Number(hasSources(a)) ||
      Number(a.layout !== 'pagu-datar') - Number(b.layout !== 'pagu-datar')
  );
  const first = sorted[0]!;
  const facts = [...first.facts];
  const known = lineSums(first.facts);
  for (const other of sorted.slice(1)) {
    const sums = lineSums(other.facts);
    if ([...sums.keys()].every((key) => !known.has(key))) {
      facts.push(...other.facts);
      for (const [key, sum] of sums) known.set(key, sum);
      continue;
    }
    const differing = [...sums].filter(([key, sum]) => (known.get(key) ?? 0n) !== sum).map(([key]) => key);
    out.problems.push(
      differing.length > 0
        ? unreconciled(first, other, differing.length, total(known), total(sums))
        : reconciled(first, other)
    );
    const left = other.facts.filter((fact) => differing.includes(lineOf(fact)));
    out.held.push(
      ...heldRows(left, {
        id: `berbeda dari ${first.file}, yang dipakai.`,
        en: `differs from ${first.file}, which was used.`
      })
    );
  }
  const berlakuBulan = group.map((table) => table.berlakuBulan).find((bulan) => bulan !== null) ?? null;
  return { tahap: first.tahap, berlakuBulan, disimpulkan: false, file: first.file, facts };
}

/** Walks the months of the LRA: each pagu it shows is a declared stage, or becomes one. */
function placeByLra(declared: readonly Stage[], months: readonly Delivery[], out: StagesRead): Stage[] {
  const stages = declared.map((stage) => ({ ...stage }));
  const sums = new Map(stages.map((stage) => [stage, lineSums(stage.facts)]));
  let current: Stage | null = null;
  for (const delivery of months) {
    const shown = new Map<string, bigint>();
    for (const fact of delivery.facts)
      if (fact.anggaran !== null) shown.set(lineOf(fact), (shown.get(lineOf(fact)) ?? 0n) + fact.anggaran);
    if (shown.size === 0 || (current !== null && shows(shown, sums.get(current)!))) continue;
    const known = stages.find((stage) => shows(shown, sums.get(stage)!));
    const stage: Stage = known ?? inferStage(stages, current, delivery, out);
    if (known === undefined) {
      stages.push(stage);
      sums.set(stage, shown);
      reportDifference(stages, sums, delivery, shown, out);
    } else if (known.berlakuBulan === null) known.berlakuBulan = known.tahap === 'murni' ? 1 : delivery.bulan;
    current = stage;
  }
  return stages;
}

function inferStage(stages: readonly Stage[], current: Stage | null, delivery: Delivery, out: StagesRead): Stage {
  const taken = new Set(stages.map(({ tahap }) => tahap));
  const said = delivery.tahap === 'pergeseran' ? null : delivery.tahap;
  const tahap = said !== null && isStage(said) && !taken.has(said) ? said : nextStage(taken, current);
  const first = current === null && !taken.has('murni') && said === null;
  const facts: StageFact[] = delivery.facts.flatMap((fact) =>
    fact.anggaran === null
      ? []
      : [
          {
            ...fact,
            tahun: delivery.tahun,
            tahap,
            berlakuBulan: null,
            kodeSumberDana: null,
            pagu: fact.anggaran,
            diblokir: null
          }
        ]
  );
  const berlakuBulan = first || tahap === 'murni' ? 1 : delivery.bulan;
  out.problems.push({
    kind: 'decision',
    code: 'stage',
    place: { file: delivery.file, value: `${delivery.tahun} ${delivery.kodeSkpd}` },
    message: {
      id: `pagu ${rupiah(total(lineSums(facts)))} menjadi tahap "${tahap}" sejak bulan ${berlakuBulan}${said === tahap ? '' : ' (disimpulkan)'}.`,
      en: `pagu ${rupiah(total(lineSums(facts)))} becomes stage "${tahap}" from month ${berlakuBulan}${said === tahap ? '' : ' (inferred)'}.`
    }
  });
  return { tahap, berlakuBulan, disimpulkan: said !== tahap, file: delivery.file, facts };
}

/** The next free word: murni first, then pergeseran-n; after a perubahan, pergeseran-setelah-perubahan-n. */
function nextStage(taken: ReadonlySet<string>, current: Stage | null): string {
  if (current === null && !taken.has('murni')) return 'murni';
  const after = current !== null && stageOrder(current.tahap) >= stageOrder('perubahan');
  for (let n = 1; ; n++) {
    const word = after ? `pergeseran-setelah-perubahan-${n}` : `pergeseran-${n}`;
    if (!taken.has(word)) return word;
  }
}

/** Months of effect for stages that no LRA shows: murni from January, a lone stage from January; others are asked about. */
function withMonths(
  stages: readonly Stage[],
  out: StagesRead,
  tahun: number,
  kodeSkpd: string
): (Stage & { berlakuBulan: number })[] {
  return stages.flatMap((stage) => {
    const berlakuBulan =
      stage.berlakuBulan ??
      (stage.tahap === 'murni' || stages.length === 1 || !stageMayBeInForce(stage.tahap) ? 1 : null);
    if (berlakuBulan !== null) return [{ ...stage, berlakuBulan }];
    const problem: Problem = {
      kind: 'question',
      code: 'stage-month',
      place: { file: stage.file, value: `${tahun} ${kodeSkpd} ${stage.tahap}` },
      message: {
        id: 'bulan mulai berlaku tidak diketahui, karena tidak ada LRA yang memuat pagu ini; tahap ini belum diimpor.',
        en: 'the month it takes effect is unknown, since no LRA shows this pagu; the stage is not imported yet.'
      },
      fix: { id: 'Tetapkan "berlaku_bulan" di tepat.json.', en: 'Set "berlaku_bulan" in tepat.json.' },
      tepatJson: `${JSON.stringify(stage.file)}: { "berlaku_bulan": 9 }`
    };
    out.held.push(...heldRows(stage.facts, problem.message));
    out.problems.push(problem);
    return [];
  });
}

/** Contract rows of a stage: one per line and source; a line that names a source in some rows only is one row without. */
function stageRows(stage: Stage & { berlakuBulan: number }, tahun: number, kodeSkpd: string): PaguRow[] {
  return [...groupBy(stage.facts, lineOf).values()].flatMap((line) => {
    const whole = line.every(({ kodeSumberDana }) => kodeSumberDana !== null);
    return [...groupBy(line, ({ kodeSumberDana }) => (whole ? kodeSumberDana! : '')).values()].map((facts) => ({
      tahun,
      kode_skpd: kodeSkpd,
      tahap: stage.tahap,
      urutan_tahap: stageOrder(stage.tahap),
      berlaku_bulan: stage.berlakuBulan,
      sah: stageMayBeInForce(stage.tahap),
      disimpulkan: stage.disimpulkan,
      kode_subkegiatan: facts[0]!.kodeSubkegiatan,
      kode_akun: facts[0]!.kodeAkun,
      kode_sumber_dana: whole ? facts[0]!.kodeSumberDana : null,
      pagu: facts.reduce((sum, fact) => sum + fact.pagu, 0n),
      diblokir: facts.every((fact) => fact.diblokir === null)
        ? null
        : facts.reduce((sum, fact) => sum + (fact.diblokir ?? 0n), 0n),
      id_berkas: facts[0]!.idBerkas
    }));
  });
}

function hasSources({ facts }: DeclaredStage): boolean {
  return facts.some(({ kodeSumberDana }) => kodeSumberDana !== null);
}
