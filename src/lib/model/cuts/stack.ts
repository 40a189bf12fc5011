import type { LineDecision, Rules, Scenario, Shock } from './scenario';

/** A part in which two scenarios differ so that one of them had to give way. */
export interface StackConflict {
  /** Part of the scenario, as `shocks.DBH` or `decisions.<line>.cut`. */
  di: string;
  pertama: unknown;
  kedua: unknown;
  /** Which one holds, and why: `pertama` as nothing makes one stricter, or the one that is. */
  dipakai: 'pertama' | 'kedua';
  sebab: 'berbeda' | 'lebih_ketat';
}

/** Two scenarios as one. */
export interface Stacked {
  scenario: Scenario;
  /** In the order of the parts of a scenario; empty where they go together. Rules made stricter are none. */
  conflicts: StackConflict[];
}

/** Takes a conflict that was found. */
type Note = (di: string, pertama: unknown, kedua: unknown, other?: Partial<StackConflict>) => void;

/**
 * Two scenarios on top of each other: the shocks of both, of two falls of one source in the same unit the deeper one, the stricter of each
 * rule, and the decisions of both. Where nothing is stricter the first one holds. A shock of a source beside the other's shock of `TKD`
 * takes the source out of it, as in any scenario, and is a conflict since it may make the fall smaller.
 */
export function stackScenarios(first: Scenario, second: Scenario): Stacked {
  const conflicts: StackConflict[] = [];
  const note: Note = (di, pertama, kedua, other = {}) =>
    void conflicts.push({ di, pertama, kedua, dipakai: 'pertama', sebab: 'berbeda', ...other });
  for (const part of ['tahun', 'mulai', 'bagian', 'method', 'dropping', 'objective', 'equal'] as const)
    if (first[part] !== second[part]) note(part, first[part], second[part]);
  const scenario = {
    ...first,
    // A multiple of 1,000 is one of 1 as well.
    rounding: Math.max(first.rounding, second.rounding) as Scenario['rounding'],
    shocks: stackedShocks(first, second, note),
    rules: stricterRules(first.rules, second.rules),
    decisions: stackedDecisions(first, second, note)
  };
  return { scenario, conflicts };
}

function stackedShocks(first: Scenario, second: Scenario, note: Note): Record<string, Shock> {
  const shocks = new Map(Object.entries(first.shocks));
  for (const [source, shock] of Object.entries(second.shocks)) {
    const held = shocks.get(source);
    if (held === undefined) shocks.set(source, shock);
    else if (held.jenis !== shock.jenis) note(`shocks.${source}`, held, shock);
    else if (held.nilai !== shock.nilai) {
      const isDeeper = shock.nilai > held.nilai;
      note(`shocks.${source}`, held, shock, { dipakai: isDeeper ? 'kedua' : 'pertama', sebab: 'lebih_ketat' });
      if (isDeeper) shocks.set(source, shock);
    }
  }
  noteTakenOut(first, second, note);
  return Object.fromEntries(shocks);
}

/** Sources that one scenario sets and the other leaves to TKD: the single one holds. */
function noteTakenOut({ shocks: first }: Scenario, { shocks: second }: Scenario, note: Note): void {
  const tkd = (shocks: Scenario['shocks']) => (Object.hasOwn(shocks, 'TKD') ? shocks.TKD : undefined);
  const [ofFirst, ofSecond] = [tkd(first), tkd(second)];
  if (ofSecond !== undefined)
    for (const [source, shock] of Object.entries(first))
      if (source !== 'TKD' && !Object.hasOwn(second, source)) note(`shocks.${source}`, shock, ofSecond);
  if (ofFirst !== undefined)
    for (const [source, shock] of Object.entries(second))
      if (source !== 'TKD' && !Object.hasOwn(first, source))
        note(`shocks.${source}`, ofFirst, shock, { dipakai: 'kedua' });
}

/** The stricter of each rule: on before off, a larger share kept, a smaller spread between kecamatan, the accounts of both. */
export function stricterRules(first: Rules, second: Rules): Rules {
  return {
    terikat: first.terikat || second.terikat,
    komitmen: first.komitmen || second.komitmen,
    spm: stricter(first.spm, second.spm, Math.max),
    akun: widestPrefixes([...first.akun, ...second.akun]),
    penunjang: first.penunjang || second.penunjang,
    data: first.data || second.data,
    batas: first.batas || second.batas,
    satuan: first.satuan || second.satuan,
    minimum: stricter(first.minimum, second.minimum, Math.max),
    kecamatan: stricter(first.kecamatan, second.kecamatan, Math.min)
  };
}

/** Null is a rule that is off. */
function stricter(a: number | null, b: number | null, of: (a: number, b: number) => number): number | null {
  return a === null ? b : b === null ? a : of(a, b);
}

/** Prefixes without those that a shorter one of them covers, each once, in order. */
function widestPrefixes(prefixes: readonly string[]): string[] {
  const each = [...new Set(prefixes)].sort();
  return each.filter((prefix) => !each.some((shorter) => shorter !== prefix && prefix.startsWith(shorter)));
}

function stackedDecisions(first: Scenario, second: Scenario, note: Note): Record<string, LineDecision> {
  const decisions = new Map(Object.entries(first.decisions));
  for (const [line, decision] of Object.entries(second.decisions)) {
    const held = decisions.get(line);
    decisions.set(line, held === undefined ? decision : bothDecisions(held, decision, `decisions.${line}`, note));
  }
  return Object.fromEntries(decisions);
}

/** Two decisions on one line. Not to be touched is stricter than a cut, and not allowed stricter than allowed. */
function bothDecisions(first: LineDecision, second: LineDecision, di: string, note: Note): LineDecision {
  const both: LineDecision = { ...second, ...first };
  for (const part of ['role', 'cut'] as const)
    if (first[part] !== undefined && second[part] !== undefined && first[part] !== second[part])
      note(`${di}.${part}`, first[part], second[part]);
  if (first.allowed !== undefined && second.allowed !== undefined && first.allowed !== second.allowed) {
    note(`${di}.allowed`, first.allowed, second.allowed, strictest(!first.allowed));
    both.allowed = false;
  }
  if (first.locked === true || second.locked === true) both.locked = true;
  const isNewlyLocked = (one: LineDecision, other: LineDecision) => one.locked === true && other.locked !== true;
  const isLockAgainstCut =
    (isNewlyLocked(first, second) && (second.cut ?? 0) > 0) || (isNewlyLocked(second, first) && (first.cut ?? 0) > 0);
  if (isLockAgainstCut) {
    const locks = first.locked === true;
    note(`${di}.locked`, locks ? true : first.cut, locks ? second.cut : true, strictest(locks));
    delete both.cut;
  }
  return both;
}

function strictest(isFirst: boolean): Partial<StackConflict> {
  return { dipakai: isFirst ? 'pertama' : 'kedua', sebab: 'lebih_ketat' };
}
