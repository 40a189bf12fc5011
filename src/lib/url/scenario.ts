import { hash32, hash48 } from './scenarioBytes';
import { packScenario, unpackScenario, type Unpacked } from './scenarioPack';
import { shown, type Report, type ScenarioProblem } from './scenarioProblem';
import { methods, readScenario, type ScenarioAddress } from './scenarioShape';

/** The longest address that mail clients and messengers are known to keep whole, characters. */
export const longestAddress = 2000;

/** What the page has, against which a link or a file is read. */
export interface KnownData {
  /** What holds where nothing is said: the page's own scenario. */
  base: ScenarioAddress;
  /** Ids of the lines of the data; decisions on others are reported and left out. */
  lines: readonly string[];
  /** Codes of the sources, beside `TKD`; null where they are not known, and all are taken. */
  sources: readonly string[] | null;
  /** Years the data hold; empty where any will do. */
  years: readonly number[];
  /** Name of the version of the data. */
  dataVersion: string;
}

/** What a link or a file says. */
export interface DecodedScenario {
  scenario: ScenarioAddress;
  problems: ScenarioProblem[];
  /** Whether it was made with the same data; null where it does not say. */
  dataVersionMatches: boolean | null;
  /** False where the address holds nothing of a scenario: the page shows its own. */
  found: boolean;
}

/** Name of the parameter with everything in it. It stands last, so that a link cut off anywhere is noticed. */
const packedName = 'rencana';
const plainNames = ['tahun', 'mulai', 'tkd', 'cara'] as const;
type PlainName = (typeof plainNames)[number];

const examples: Record<PlainName, string> = { tahun: '2026', mulai: '7', tkd: '-30', cara: 'terbaik' };

/**
 * A scenario as the search of an address: `?tahun=2026&mulai=7&tkd=-30&cara=terbaik&rencana=1…`. The main parameters can be read and
 * changed by hand (`tkd=-30`: TKD falls by 30 %; `tkd=-5000000rp` by as many rupiah); `rencana` holds everything, with a check. Forty cuts
 * by hand stay below `longestAddress`.
 */
export function encodeScenario(scenario: ScenarioAddress, dataVersion: string): string {
  const plain = plainNames.flatMap((name) => {
    const value = plainValue(scenario, name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return `?${[...plain, `${packedName}=${packScenario(scenario, dataVersion)}`].join('&')}`;
}

/** A main parameter as it is written; null where the scenario says nothing of it. */
function plainValue(scenario: ScenarioAddress, name: PlainName): string | null {
  if (name === 'tahun' || name === 'mulai') return String(scenario[name]);
  if (name === 'cara') return scenario.method;
  const shock = Object.hasOwn(scenario.shocks, 'TKD') ? scenario.shocks.TKD : undefined;
  if (shock === undefined) return null;
  if (shock.jenis === 'rupiah') return `${0 - shock.nilai}rp`;
  // 28.5, not 28.499999999999996
  return String(0 - Number((shock.nilai * 100).toPrecision(12)));
}

/**
 * Reads a scenario from an address, with or without the question mark. Never throws. Where the packed part is missing, cut off or of
 * another version (version 0 had the main parameters alone), the main parameters hold and the rest is the page's own; where a main
 * parameter was changed by hand, it holds. To read a link of another year or month, decode once for these, load the lines, decode again.
 */
export function decodeScenario(text: string, known: KnownData): DecodedScenario {
  const problems: ScenarioProblem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const given = parametersOf(text);
  const packedText = given.get(packedName);
  const packed = packedText === undefined ? null : unpacked(packedText, report);
  const start = packed === null ? known.base : fromPacked(packed, known, report);
  const asked = plainNames.reduce((scenario, name) => withPlain(scenario, name, given.get(name), packed !== null), {
    scenario: start,
    report
  });
  return {
    scenario: knownOnly(asked.scenario, known, report),
    problems,
    dataVersionMatches: packed === null ? null : packed.dataVersion === hash32(known.dataVersion),
    found: given.size > 0
  };
}

/** Our parameters of an address; mail clients that show an address as markup leave `amp;` before a name. */
function parametersOf(text: string): Map<string, string> {
  const ours: readonly string[] = [...plainNames, packedName];
  const pairs = [...new URLSearchParams(text.trim().replace(/^[?#]/, ''))];
  return new Map(
    pairs
      .map(([name, value]): [string, string] => [name.replace(/^(amp;)+/, ''), value])
      .filter(([name]) => ours.includes(name))
      .reverse() // the first of several holds
  );
}

function unpacked(text: string, report: Report): Unpacked | null {
  const read = unpackScenario(text);
  if (!('problem' in read)) return read;
  report(read.problem === 'versi' ? { kode: 'versi', versi: read.versi } : { kode: 'rusak' });
  return null;
}

function fromPacked(packed: Unpacked, known: KnownData, report: Report): ScenarioAddress {
  const lines = linesByHash(known.lines);
  const decisions: [string, unknown][] = [];
  let [missing, twice, cut] = [0, 0, 0];
  for (const [hash, decision] of packed.decisions) {
    const [line, other] = lines.get(hash) ?? [];
    if (line !== undefined && other === undefined) decisions.push([line, decision]);
    else if (line === undefined) [missing, cut] = [missing + 1, cut + (Number(decision.cut) || 0)];
    else twice++;
  }
  if (missing > 0) report({ kode: 'baris_tak_ada', jumlah: missing, potongan: cut, baris: [] });
  if (twice > 0) report({ kode: 'baris_ganda', jumlah: twice });
  const whole = { ...packed.scenario, decisions: Object.fromEntries(decisions) };
  return readScenario(whole, known.base, packedName, report);
}

/** Lines by what a link calls them; the same id twice is one line. */
function linesByHash(lines: readonly string[]): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const line of new Set(lines)) {
    const hash = hash48(line);
    const same = found.get(hash);
    if (same === undefined) found.set(hash, [line]);
    else same.push(line);
  }
  return found;
}

/** A scenario with one main parameter as the address gives it. */
function withPlain(
  { scenario, report }: { scenario: ScenarioAddress; report: Report },
  name: PlainName,
  given: string | undefined,
  isPacked: boolean
): { scenario: ScenarioAddress; report: Report } {
  const value = given?.trim().replace(/[.,;:)>\]]+$/, '') ?? '';
  const before = plainValue(scenario, name);
  if (value === '' || value === before) return { scenario, report };
  const changed = changedBy(scenario, name, value);
  if (changed === null) {
    report({ kode: 'tak_terbaca', di: name, nilai: shown(value), contoh: examples[name] });
    return { scenario, report };
  }
  const after = plainValue(changed, name);
  if (after === before) return { scenario, report };
  if (isPacked) report({ kode: 'diubah', di: name, dari: before ?? '', menjadi: after ?? '' });
  return { scenario: changed, report };
}

/** The scenario with a main parameter read from text; null where it cannot be read. */
function changedBy(scenario: ScenarioAddress, name: PlainName, value: string): ScenarioAddress | null {
  if (name === 'cara') {
    const method = methods.find((one) => one === value);
    return method === undefined ? null : { ...scenario, method };
  }
  if (name === 'tkd') {
    const shock = shockOf(value);
    return shock === null ? null : { ...scenario, shocks: { ...scenario.shocks, TKD: shock } };
  }
  const fits = name === 'tahun' ? /^20\d\d$/ : /^(0?[1-9]|1[0-2])$/;
  return fits.test(value) ? { ...scenario, [name]: Number(value) } : null;
}

/** `-30` and `-12,5%` are falls by a share, `-5000000rp` by rupiah; without the minus it rises. Null where it is neither, or out of reach. */
function shockOf(value: string): ScenarioAddress['shocks'][string] | null {
  const match = /^([-−+]?)(\d{1,15})(?:[.,](\d{1,12}))?(rp|%)?$/i.exec(value);
  if (match === null) return null;
  const [, sign, whole, part, unit] = match;
  const size = Number(`${whole}.${part ?? 0}`);
  const fall = sign === '-' || sign === '−' ? size : 0 - size;
  if (unit?.toLowerCase() === 'rp') return part === undefined ? { jenis: 'rupiah', nilai: fall } : null;
  return fall > 100 || fall < -1000 ? null : { jenis: 'persen', nilai: fall / 100 };
}

/** Without what the data do not hold: another year, sources and lines that are not there. */
export function knownOnly(scenario: ScenarioAddress, known: KnownData, report: Report): ScenarioAddress {
  const { years, sources, lines, base } = known;
  const hasYear = years.length === 0 || years.includes(scenario.tahun);
  if (!hasYear) report({ kode: 'tahun_tak_ada', tahun: scenario.tahun, dipakai: base.tahun });
  const isSource = (code: string) => code === 'TKD' || sources === null || sources.includes(code);
  const ends = scenario.uncertainty?.ends ?? {};
  for (const sumber of new Set([...Object.keys(scenario.shocks), ...Object.keys(ends)]))
    if (!isSource(sumber)) report({ kode: 'sumber_tak_ada', sumber: shown(sumber) });
  const held = new Set(lines);
  const decisions = Object.entries(scenario.decisions);
  const gone = decisions.filter(([line]) => !held.has(line));
  if (gone.length > 0)
    report({
      kode: 'baris_tak_ada',
      jumlah: gone.length,
      potongan: gone.reduce((sum, [, { cut }]) => sum + (cut ?? 0), 0),
      baris: gone.slice(0, 10).map(([line]) => shown(line))
    });
  return {
    ...scenario,
    tahun: hasYear ? scenario.tahun : base.tahun,
    shocks: Object.fromEntries(Object.entries(scenario.shocks).filter(([code]) => isSource(code))),
    decisions: Object.fromEntries(decisions.filter(([line]) => held.has(line))),
    ...(scenario.uncertainty && {
      uncertainty: {
        ...scenario.uncertainty,
        ends: Object.fromEntries(Object.entries(ends).filter(([code]) => isSource(code)))
      }
    })
  };
}
