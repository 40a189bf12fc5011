import type { RowOf } from '$lib/contract/define';
import type { tables } from '$lib/contract/tables';
import { isStage, stageMayBeInForce, stageOrder } from '$lib/contract/stage';
import { rupiah } from '$lib/source/budgetTree';
import type { PaguFact } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import { groupBy } from './group';
import type { Delivery } from './series';

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
  facts: PaguFact[];
}

export interface StagesRead {
  rows: PaguRow[];
  problems: Problem[];
  /** Declared stages that could not be placed until somebody answers. */
  held: DeclaredStage[];
}

interface Stage {
  tahap: string;
  berlakuBulan: number | null;
  disimpulkan: boolean;
  idBerkas: string;
  file: string;
  facts: PaguFact[];
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
    for (const stage of withMonths(placed, out, Number(tahun), kodeSkpd)) out.rows.push(...stageRows(stage, Number(tahun), kodeSkpd));
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
    out.held.push(table);
    out.problems.push(unnamed(table));
    return [];
  });
  return [...groupBy(named, ({ tahap }) => tahap).values()].map((group) => mergeStage(group, out));
}

/** Files of one stage: equal lines once, different lines together, lines that disagree reported; a table with sources wins. */
function mergeStage(group: readonly (DeclaredStage & { tahap: string })[], out: StagesRead): Stage {
  const sorted = group.toSorted((a, b) => Number(hasSources(b)) - Number(hasSources(a)) || Number(a.layout !== 'pagu-datar') - Number(b.layout !== 'pagu-datar'));
  const first = sorted[0]!;
  const facts = [...first.facts];
  const known = lineSums(first.facts);
  for (const other of sorted.slice(1)) {
    const sums = lineSums(other.facts);
    const differing = [...sums].filter(([key, sum]) => known.has(key) && known.get(key) !== sum);
    if (differing.length > 0) out.problems.push(unreconciled(first, other, differing.length, total(known), total(sums)));
    else out.problems.push(reconciled(first, other));
    facts.push(...other.facts.filter((fact) => !known.has(lineOf(fact))));
    for (const [key, sum] of sums) if (!known.has(key)) known.set(key, sum);
  }
  const berlakuBulan = group.map((table) => table.berlakuBulan).find((bulan) => bulan !== null) ?? null;
  return { tahap: first.tahap, berlakuBulan, disimpulkan: false, idBerkas: first.idBerkas, file: first.file, facts };
}

/** Walks the months of the LRA: each pagu it shows is a declared stage, or becomes one. */
function placeByLra(declared: readonly Stage[], months: readonly Delivery[], out: StagesRead): Stage[] {
  const stages = declared.map((stage) => ({ ...stage }));
  const sums = new Map(stages.map((stage) => [stage, lineSums(stage.facts)]));
  let current: Stage | null = null;
  for (const delivery of months) {
    const shown = new Map<string, bigint>();
    for (const fact of delivery.facts) if (fact.anggaran !== null) shown.set(lineOf(fact), (shown.get(lineOf(fact)) ?? 0n) + fact.anggaran);
    if (shown.size === 0 || (current !== null && same(sums.get(current)!, shown))) continue;
    const known = stages.find((stage) => same(sums.get(stage)!, shown));
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
  const facts: PaguFact[] = delivery.facts.flatMap((fact) =>
    fact.anggaran === null
      ? []
      : [{ ...fact, tahun: delivery.tahun, tahap, berlakuBulan: null, kodeSumberDana: null, pagu: fact.anggaran, diblokir: null }]
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
  return { tahap, berlakuBulan, disimpulkan: said !== tahap, idBerkas: delivery.idBerkas, file: delivery.file, facts };
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

/** A declared stage of the same name that differs from what the LRA shows is not mended, only reported. */
function reportDifference(stages: readonly Stage[], sums: ReadonlyMap<Stage, Map<string, bigint>>, delivery: Delivery, shown: ReadonlyMap<string, bigint>, out: StagesRead): void {
  const twin = stages.find((stage) => stage.tahap === delivery.tahap && !stage.disimpulkan && !same(sums.get(stage)!, shown));
  if (twin === undefined) return;
  out.problems.push({
    kind: 'warning',
    code: 'stage-differs',
    place: { file: delivery.file, value: `${delivery.tahun} ${delivery.kodeSkpd} ${delivery.tahap}` },
    message: {
      id: `pagu di LRA ${rupiah(total(shown))} berbeda dari ${twin.file} ${rupiah(total(sums.get(twin)!))}; keduanya disimpan sebagai tahap tersendiri.`,
      en: `the pagu in the LRA ${rupiah(total(shown))} differs from ${twin.file} ${rupiah(total(sums.get(twin)!))}; both are kept as stages of their own.`
    },
    fix: { id: 'Cocokkan kedua berkas dengan DPA yang sah.', en: 'Compare both files with the enacted DPA.' }
  });
}

/** Months of effect for stages that no LRA shows: murni from January, a lone stage from January; others are asked about. */
function withMonths(stages: readonly Stage[], out: StagesRead, tahun: number, kodeSkpd: string): (Stage & { berlakuBulan: number })[] {
  return stages.flatMap((stage) => {
    const berlakuBulan = stage.berlakuBulan ?? (stage.tahap === 'murni' || stages.length === 1 || !stageMayBeInForce(stage.tahap) ? 1 : null);
    if (berlakuBulan !== null) return [{ ...stage, berlakuBulan }];
    out.held.push({ tahun, kodeSkpd, tahap: stage.tahap, berlakuBulan: null, layout: '', file: stage.file, idBerkas: stage.idBerkas, facts: stage.facts });
    out.problems.push({
      kind: 'question',
      code: 'stage-month',
      place: { file: stage.file, value: `${tahun} ${kodeSkpd} ${stage.tahap}` },
      message: { id: 'bulan mulai berlaku tidak diketahui, karena tidak ada LRA yang memuat pagu ini; tahap ini belum diimpor.', en: 'the month it takes effect is unknown, since no LRA shows this pagu; the stage is not imported yet.' },
      fix: { id: 'Tetapkan "berlaku_bulan" di tepat.json.', en: 'Set "berlaku_bulan" in tepat.json.' },
      tepatJson: `"${stage.file}": { "berlaku_bulan": 9 }`
    });
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
      diblokir: facts.every((fact) => fact.diblokir === null) ? null : facts.reduce((sum, fact) => sum + (fact.diblokir ?? 0n), 0n),
      id_berkas: stage.idBerkas
    }));
  });
}

function hasSources({ facts }: DeclaredStage): boolean {
  return facts.some(({ kodeSumberDana }) => kodeSumberDana !== null);
}

function lineOf({ kodeSubkegiatan, kodeAkun }: { kodeSubkegiatan: string; kodeAkun: string }): string {
  return `${kodeSubkegiatan}|${kodeAkun}`;
}

function lineSums(facts: readonly PaguFact[]): Map<string, bigint> {
  const out = new Map<string, bigint>();
  for (const fact of facts) out.set(lineOf(fact), (out.get(lineOf(fact)) ?? 0n) + fact.pagu);
  return out;
}

/** Equal up to lines of zero, which some exports print and others leave out. */
function same(a: ReadonlyMap<string, bigint>, b: ReadonlyMap<string, bigint>): boolean {
  const covers = (x: ReadonlyMap<string, bigint>, y: ReadonlyMap<string, bigint>): boolean => [...x].every(([key, value]) => (y.get(key) ?? 0n) === value);
  return covers(a, b) && covers(b, a);
}

function total(sums: ReadonlyMap<string, bigint>): bigint {
  return [...sums.values()].reduce((a, b) => a + b, 0n);
}

function unnamed(table: DeclaredStage): Problem {
  return {
    kind: 'question',
    code: 'stage-name',
    place: { file: table.file, value: table.tahap ?? '' },
    message: { id: 'tahap anggarannya tidak disebut; berkas ini belum diimpor.', en: 'does not say its budget stage; not imported yet.' },
    fix: { id: 'Tetapkan "tahap": "murni", "pergeseran-1", "perubahan", … di tepat.json.', en: 'Set "tahap" to "murni", "pergeseran-1", "perubahan", … in tepat.json.' },
    tepatJson: `"${table.file}": { "tahap": "perubahan" }`
  };
}

function reconciled(first: DeclaredStage, other: DeclaredStage): Problem {
  return {
    kind: 'decision',
    code: 'stage-reconciled',
    place: { file: other.file, value: `${other.tahun} ${other.kodeSkpd} ${other.tahap}` },
    message: { id: `sama dengan ${first.file} pada setiap baris yang dimuat keduanya; dipakai satu kali.`, en: `equals ${first.file} on every line both hold; used once.` }
  };
}

function unreconciled(first: DeclaredStage, other: DeclaredStage, lines: number, one: bigint, two: bigint): Problem {
  return {
    kind: 'warning',
    code: 'stage-unreconciled',
    place: { file: other.file, value: `${other.tahun} ${other.kodeSkpd} ${other.tahap}` },
    message: {
      id: `${lines} baris berbeda dari ${first.file} (jumlah ${rupiah(two)} terhadap ${rupiah(one)}); yang dipakai ${first.file}, tidak dijumlahkan.`,
      en: `${lines} lines differ from ${first.file} (total ${rupiah(two)} against ${rupiah(one)}); ${first.file} was used, they are not added.`
    },
    fix: { id: 'Cocokkan kedua berkas dengan DPA yang sah.', en: 'Compare both files with the enacted DPA.' }
  };
}
