import type { CutLine } from './line';
import type { Bound } from './problem';
import { isAidAccount, isBelow } from './role';
import type { LineDecision, Rules } from './scenario';

/** How far a line may be cut, and why no further. */
export interface Room {
  /** Rupiah, ≥ 0. */
  room: number;
  /** The rule with the smallest limit, the first of `Bound` where several agree; null where all that is not spent may go. */
  bound: Bound;
}

/**
 * Largest cut of a line, methods.md §4.2: min(cap × B, B − max(floor of the rules, R + contracts unpaid + obligations)), and 0 where a rule,
 * a lock, or harm that nobody measured protects it. `unknown`: that harm is not known. What was spent can never be cut, whatever rules
 * are on; where nobody knows what was spent, nothing may be.
 */
export function roomOf(line: CutLine, rules: Rules, decision: LineDecision | undefined, unknown: boolean): Room {
  if (line.spent === null || line.spent >= line.pagu) return { room: 0, bound: 'terpakai' };
  const rest = Math.floor(line.pagu - line.spent);
  let [room, bound]: [number, Bound] = [rest, null];
  for (const [name, limit] of limitsOf(line, line.spent, rules)) {
    if (limit < room) [room, bound] = [limit, name];
  }
  if (decision?.locked && room > 0) [room, bound] = [0, 'kunci'];
  if (unknown && !decision?.allowed && room > 0) [room, bound] = [0, 'tak_terukur'];
  return { room, bound };
}

/** Limits of the rules that are on, whole rupiah ≥ 0, in the order of `Bound`. */
function limitsOf(line: CutLine, spent: number, rules: Rules): [Bound, number][] {
  const limits: [Bound, number][] = [];
  const add = (name: Bound, limit: number) => limits.push([name, Math.max(0, Math.floor(limit + 1e-6))]);
  if (rules.komitmen) add('komitmen', line.pagu - spent - line.committed - line.obligations);
  if (rules.spm !== null && line.spm) add('spm', isAidAccount(line.kodeAkun) ? 0 : line.pagu * (1 - rules.spm));
  if (rules.akun.some((prefix) => isBelow(line.kodeAkun, prefix))) add('akun', 0);
  if (rules.data && line.role === 'data') add('data', 0);
  if (rules.batas && line.cap !== null) add('batas', line.pagu * line.cap);
  return limits;
}
