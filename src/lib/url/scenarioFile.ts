import { knownOnly, type KnownData } from './scenario';
import { shown, type Report, type ScenarioProblem } from './scenarioProblem';
import { isTable, readScenario, type ScenarioAddress } from './scenarioShape';

/** A scenario and what the reader calls it. */
export interface NamedScenario {
  nama: string;
  isi: ScenarioAddress;
}

/** What stands in a file beside its scenarios. */
const kind = 'tepat-skenario';
const version = 1;
/** Characters; a file of twenty scenarios with every line decided is below. */
const longest = 8_000_000;
const mostScenarios = 20;
const longestName = 80;

/** Scenarios as a file (JSON): the lines and sources by their codes, so that it can be read and mended by hand. Same input, same bytes. */
export function formatScenarioFile(scenarios: readonly NamedScenario[], dataVersion: string): string {
  const file = { berkas: kind, versi: version, versiData: dataVersion, skenario: scenarios };
  return `${JSON.stringify(file, sorted, 2)}\n`;
}

/** Objects with their keys in order, but for the two that the file itself is made of; anything else as it is. */
function sorted(_key: string, value: unknown): unknown {
  if (!isTable(value) || 'berkas' in value || 'isi' in value) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** What a file of scenarios says. */
export interface ScenarioFile {
  scenarios: NamedScenario[];
  problems: ScenarioProblem[];
  /** Whether it was made with the same data; null where it does not say. */
  dataVersionMatches: boolean | null;
}

/**
 * Reads a file of scenarios. Never throws: what cannot be read is reported with its path (`skenario[0].isi.rules.spm`) and taken from the
 * page's own scenario; a file that is none gives no scenario and says why.
 */
export function readScenarioFile(text: string, known: KnownData): ScenarioFile {
  const problems: ScenarioProblem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const nothing = (sebab: 'json' | 'jenis' | 'besar' | 'kosong'): ScenarioFile => ({
    scenarios: [],
    problems: [...problems, { kode: 'bukan_berkas', sebab }],
    dataVersionMatches: null
  });
  if (text.length > longest) return nothing('besar');
  const file = parsed(text);
  if (file === undefined) return nothing('json');
  if (!isTable(file) || file.berkas !== kind || !Array.isArray(file.skenario)) return nothing('jenis');
  if (file.versi !== version) report({ kode: 'versi', versi: shown(file.versi) });
  reportUnknown(file, ['berkas', 'versi', 'versiData', 'skenario'], '', report);
  const items: unknown[] = file.skenario;
  if (items.length > mostScenarios) report({ kode: 'terlalu_banyak', di: 'skenario', batas: mostScenarios });
  const scenarios = items.slice(0, mostScenarios).flatMap((item, at) => readNamed(item, at, known, report));
  if (scenarios.length === 0) return nothing('kosong');
  const { versiData } = file;
  return {
    scenarios,
    problems,
    dataVersionMatches: typeof versiData === 'string' ? versiData === known.dataVersion : null
  };
}

/** Undefined where it is no JSON; a mark of byte order before it is dropped. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function readNamed(item: unknown, at: number, known: KnownData, report: Report): NamedScenario[] {
  const path = `skenario[${at}]`;
  if (!isTable(item) || !isTable(item.isi)) {
    report({ kode: 'tak_terbaca', di: path, nilai: shown(item), contoh: '{"nama":"A","isi":{}}' });
    return [];
  }
  reportUnknown(item, ['nama', 'isi'], `${path}.`, report);
  const isi = knownOnly(readScenario(item.isi, known.base, `${path}.isi`, report), known, report);
  return [{ nama: nameOf(item.nama, at, report), isi }];
}

/** A name of one line; a missing or unreadable one is a number. */
function nameOf(given: unknown, at: number, report: Report): string {
  const name = typeof given === 'string' ? given.replace(/[\p{C}\s]+/gu, ' ').trim() : '';
  if (name !== '' && name.length <= longestName) return name;
  report({ kode: 'tak_terbaca', di: `skenario[${at}].nama`, nilai: shown(given), contoh: 'Skenario A' });
  return name === '' ? `Skenario ${at + 1}` : name.slice(0, longestName);
}

function reportUnknown(found: object, names: readonly string[], path: string, report: Report): void {
  for (const name of Object.keys(found))
    if (!names.includes(name)) report({ kode: 'tak_dikenal', di: path + shown(name) });
}
