import { byteReader, byteWriter, bytesToText, hash32, hash48, textToBytes, type ByteWriter } from './scenarioBytes';
import type { ByteReader } from './scenarioBytes';
import { droppings, methods, objectives, roles, shockKinds, type ScenarioAddress } from './scenarioShape';

/** First character of a packed scenario; 2 where it says how uncertain the shocks are, which 1 could not. */
const versions = { plain: '1', uncertain: '2' } as const;
/** Digits and small letters at the end that tell whether anything before them changed: 32 bits. They never end in a mark. */
const checkLength = 7;
/** Accounts that version 1 does not write. They stay as they are, whatever a new scenario starts with one day. */
const usualAccounts = ['5.1.01', '5.3'];
/** Switches of the rules, in the order of their bits. */
const switches = ['terikat', 'komitmen', 'penunjang', 'data', 'batas', 'satuan'] as const;

/** A packed scenario whose lines are known only by their hash. */
export interface Unpacked {
  /** As written, without decisions; its values have not been checked. */
  scenario: Record<string, unknown>;
  /** Hash of the line and what was decided. */
  decisions: [line: number, decision: Record<string, unknown>][];
  /** Hash of the version of the data it was made with. */
  dataVersion: number;
}

/**
 * A whole scenario as letters, digits, - and _, the same text for the same scenario: version, bytes, check. Nothing is left to a default
 * that could change, so an old link keeps its meaning. Lines are named by 48 bits of a hash, which stays right when other lines come or go.
 */
export function packScenario(scenario: ScenarioAddress, dataVersion: string): string {
  const out = byteWriter();
  out.fixed(hash32(dataVersion), 4);
  out.number(scenario.tahun);
  out.number(scenario.mulai);
  for (const index of choicesOf(scenario)) out.byte(index);
  out.number(scenario.bagian);
  writeRules(out, scenario.rules);
  const shocks = Object.entries(scenario.shocks).sort(byKey);
  out.whole(shocks.length);
  for (const [source, { jenis, nilai }] of shocks) {
    out.text(source);
    out.byte(shockKinds.indexOf(jenis));
    out.number(nilai);
  }
  writeDecisions(out, scenario.decisions);
  if (scenario.uncertainty) writeUncertainty(out, scenario.uncertainty);
  const version = scenario.uncertainty ? versions.uncertain : versions.plain;
  const body = version + bytesToText(out.bytes());
  return body + checkOf(body);
}

function choicesOf({ method, dropping, objective, equal, rounding }: ScenarioAddress): number[] {
  return [
    methods.indexOf(method),
    droppings.indexOf(dropping),
    objectives.indexOf(objective),
    Number(equal) + (rounding === 1000 ? 2 : 0)
  ];
}

function writeRules(out: ByteWriter, rules: ScenarioAddress['rules']): void {
  const isUsual = rules.akun.join() === usualAccounts.join();
  const bits = switches.reduce((sum, name, bit) => sum + (rules[name] ? 2 ** bit : 0), 0);
  out.byte(bits + (isUsual ? 0 : 2 ** switches.length));
  for (const value of [rules.spm, rules.minimum, rules.kecamatan]) out.number(value);
  if (isUsual) return;
  out.whole(rules.akun.length);
  for (const account of rules.akun) out.text(account);
}

function writeDecisions(out: ByteWriter, decisions: ScenarioAddress['decisions']): void {
  const given = Object.entries(decisions)
    .filter(([, decision]) => Object.values(decision).some((value) => value !== undefined))
    .sort(byKey);
  out.whole(given.length);
  for (const [line, { role, allowed, locked, cut }] of given) {
    out.fixed(hash48(line), 6);
    const hasCut = cut === undefined ? 0 : 1;
    out.byte(
      (role === undefined ? 0 : roles.indexOf(role) + 1) + 8 * three(allowed) + 32 * three(locked) + 128 * hasCut
    );
    if (cut !== undefined) out.number(cut);
  }
}

function writeUncertainty(out: ByteWriter, { rho, ends }: NonNullable<ScenarioAddress['uncertainty']>): void {
  out.number(rho);
  const given = Object.entries(ends).sort(byKey);
  out.whole(given.length);
  for (const [source, { low, high }] of given) {
    out.text(source);
    out.number(low);
    out.number(high);
  }
}

/** 0 not said, 1 no, 2 yes. */
function three(value: boolean | undefined): number {
  return value === undefined ? 0 : value ? 2 : 1;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function checkOf(body: string): string {
  return hash32(body).toString(36).padStart(checkLength, '0');
}

/**
 * Reads a packed scenario. `rusak` where it was cut off or altered, `versi` where another version made it. Marks and spaces that mail
 * clients leave in or behind a link are dropped first. Never throws.
 */
export function unpackScenario(text: string): Unpacked | { problem: 'rusak' } | { problem: 'versi'; versi: string } {
  const packed = text.replace(/\s/g, '').replace(/[^A-Za-z0-9]+$/, '');
  const [body, check] = [packed.slice(0, -checkLength), packed.slice(-checkLength)];
  if (body === '' || checkOf(body) !== check) return { problem: 'rusak' };
  const version = body.slice(0, 1);
  if (version !== versions.plain && version !== versions.uncertain) return { problem: 'versi', versi: version };
  const bytes = textToBytes(body.slice(1));
  try {
    return bytes === null ? { problem: 'rusak' } : readPacked(byteReader(bytes), version === versions.uncertain);
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'rusak' };
    throw error;
  }
}

function readPacked(from: ByteReader, isUncertain: boolean): Unpacked | { problem: 'rusak' } {
  const dataVersion = from.fixed(4);
  const [tahun, mulai] = [from.number(), from.number()];
  const [method, dropping, objective, rest] = [from.byte(), from.byte(), from.byte(), from.byte()];
  const bagian = from.number();
  const rules = readRules(from);
  const shocks = Array.from(times(from), () => {
    const source = from.text();
    return [source, { jenis: shockKinds[from.byte()], nilai: from.number() }] as const;
  });
  const scenario = {
    tahun,
    mulai,
    shocks: Object.fromEntries(shocks),
    bagian,
    method: methods[method],
    dropping: droppings[dropping],
    objective: objectives[objective],
    equal: rest % 2 === 1,
    rounding: rest >= 2 ? 1000 : 1,
    rules,
    decisions: {}
  };
  const decisions = Array.from(times(from), () => readDecision(from));
  const uncertainty = isUncertain ? { uncertainty: readUncertainty(from) } : {};
  const whole = { ...scenario, ...uncertainty };
  return from.isAtEnd() ? { scenario: whole, decisions, dataVersion } : { problem: 'rusak' };
}

function readUncertainty(from: ByteReader): Record<string, unknown> {
  const rho = from.number();
  const ends = Array.from(times(from), () => {
    const source = from.text();
    return [source, { low: from.number(), high: from.number() }] as const;
  });
  return { rho, ends: Object.fromEntries(ends) };
}

/** As many turns as the next number says; each reads at least one byte, so the bytes end before a false number does. */
function* times(from: ByteReader): Generator<number> {
  const count = from.whole();
  for (let at = 0; at < count; at++) yield at;
}

function readRules(from: ByteReader): Record<string, unknown> {
  const bits = from.byte();
  const flags = switches.map((name, bit) => [name, Math.floor(bits / 2 ** bit) % 2 === 1] as const);
  const [spm, minimum, kecamatan] = [from.number(), from.number(), from.number()];
  const akun = bits < 2 ** switches.length ? usualAccounts : Array.from(times(from), () => from.text());
  return { ...Object.fromEntries(flags), spm, minimum, kecamatan, akun };
}

function readDecision(from: ByteReader): [number, Record<string, unknown>] {
  const line = from.fixed(6);
  const bits = from.byte();
  const decision: Record<string, unknown> = {};
  if (bits % 8 > 0) decision.role = roles[(bits % 8) - 1];
  const [allowed, locked] = [Math.floor(bits / 8) % 4, Math.floor(bits / 32) % 4];
  if (allowed > 0) decision.allowed = allowed === 2;
  if (locked > 0) decision.locked = locked === 2;
  if (bits >= 128) decision.cut = from.number();
  return [line, decision];
}
