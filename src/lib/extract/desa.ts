import type { Text } from '$lib/text/language';
import { codeReadings, commonRegion, isWithin, type CodeReading, type CodeSystem } from './desaCode';
import { findName, type NameForm, nameForm, type NameMatch, type NamedArea, placeReasons } from './desaName';
import { groupBy } from './group';
import type { RegionCodes } from './referenceData';
import { nameFinder, type Regency } from './regionName';

/** Where something is, as the cells of a row say. */
export interface GivenPlace {
  kode?: string | undefined;
  kabupaten?: string | undefined;
  kecamatan?: string | undefined;
  desa?: string | undefined;
}

/** A desa that lies in another kecamatan than older lists say. */
export interface MovedDesa {
  /** Code before the move; null where it is not known. */
  kodeLama: string | null;
  /** Code of the kecamatan it lay in. */
  kecamatanLama: string;
  desa: string;
  /** Code of today. */
  kodeSekarang: string;
}

/** How a place was found: by its code, by its name, by a name in another spelling, or by a name or code from before its kecamatan was split. */
export type PlaceEvidence = 'kode' | 'nama' | 'ejaan' | 'pemekaran';

/** A region found. With `reason`, more was said but could not be told, and this is the smallest region that is sure. */
export interface FoundPlace {
  kode: string;
  tingkat: 'desa' | 'kecamatan' | 'kabupaten';
  by: PlaceEvidence;
  reason?: Text;
  question?: boolean;
}
/** Why nothing was found; `question` where an answer in tepat.json would help. A reason never repeats what a file holds. */
export interface NoPlace {
  reason: Text;
  question?: boolean;
}
export type DesaResolver = (given: GivenPlace) => FoundPlace | NoPlace;

/** The official lists that a resolver is built from. */
export interface DesaLists {
  /** Regions of the home regency, as rows of `wilayah`; other regencies may be among them and are not looked into. */
  wilayah: readonly Readonly<Record<string, unknown>>[];
  moved: readonly MovedDesa[];
  regions: readonly RegionCodes[];
  regencies: readonly Regency[];
}

export interface DesaOptions {
  /** What tepat.json says of the file's codes. */
  sistemKode?: CodeSystem | undefined;
}

interface Index {
  home: string;
  kecamatan: readonly NamedArea[];
  /** Every desa and kelurahan of the regency. */
  desa: readonly NamedArea[];
  /** Desa of each kecamatan. */
  within: ReadonlyMap<string, readonly NamedArea[]>;
  /** Desa that lay in each kecamatan and do no longer. */
  movedFrom: ReadonlyMap<string, readonly NamedArea[]>;
  movedCode: ReadonlyMap<string, string>;
  known: ReadonlySet<string>;
  readings(code: string): CodeReading[];
  regenciesIn(text: string): readonly Regency[];
}

/** What the names of a place say. */
interface Named {
  /** Null where they say nothing that is known. */
  found: { kode: string; by: PlaceEvidence; sure: boolean } | null;
  /** What they leave open. */
  reason: Text | null;
}

/**
 * Finds the desa, kecamatan or regency that code and names mean, in a home regency (its Kemendagri code). A code that two issuers use is
 * decided by the names beside it, then by the home regency's own list; a bare `6402` that nothing decides is a question. Code and names that
 * contradict each other give the region that holds both. A region of another regency is given as far as its code says. Answers are kept, so
 * that a repeated question costs nothing.
 */
export function desaResolver(lists: DesaLists, home: string, options: DesaOptions = {}): DesaResolver {
  const index = indexOf(lists, home);
  const answers = new Map<string, FoundPlace | NoPlace>();
  return (given) => {
    const key = [given.kode, given.kabupaten, given.kecamatan, given.desa].join('\u0000');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = resolve(index, given, options);
    answers.set(key, answer);
    return answer;
  };
}

function indexOf({ wilayah, moved, regions, regencies }: DesaLists, home: string): Index {
  const areas = wilayah
    .map(({ kode, nama }) => ({ kode: String(kode), form: nameForm(String(nama)) }))
    .filter((area): area is NamedArea => area.form !== null && area.kode.startsWith(`${home}.`));
  const ofParts = (parts: number): NamedArea[] => areas.filter(({ kode }) => kode.split('.').length === parts);
  const desa = ofParts(4);
  const lists = { regencies: new Set(regencies.map(({ kode }) => kode)), regions };
  const here = moved.filter(({ kodeSekarang }) => kodeSekarang.startsWith(`${home}.`));
  return {
    home,
    kecamatan: ofParts(3),
    desa,
    within: groupBy(desa, ({ kode }) => kode.slice(0, kode.lastIndexOf('.'))),
    movedFrom: new Map(
      [...groupBy(here, ({ kecamatanLama }) => kecamatanLama)].map(([kecamatan, list]) => [
        kecamatan,
        list.flatMap((one) => ({ kode: one.kodeSekarang, form: nameForm(one.desa)! }))
      ])
    ),
    movedCode: new Map(here.flatMap(({ kodeLama, kodeSekarang }) => (kodeLama ? [[kodeLama, kodeSekarang]] : []))),
    known: new Set([home, ...areas.map(({ kode }) => kode)]),
    readings: (code) => codeReadings(code, lists),
    regenciesIn: kept(nameFinder(regencies))
  };
}

/** A function of one text that works each text out once: a file names few regencies, and finding one reads the whole list. */
function kept<Answer>(find: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const answer = answers.get(text) ?? find(text);
    answers.set(text, answer);
    return answer;
  };
}

function resolve(index: Index, given: GivenPlace, { sistemKode }: DesaOptions): FoundPlace | NoPlace {
  const code = given.kode?.trim() || codeBefore(given.desa);
  const readings = code === null ? [] : index.readings(code);
  const names = namesOf(index, given);
  const chosen = chooseReading(index, readings, names, sistemKode);
  if (chosen === 'ask') return { reason: placeReasons.system, question: true };
  if (chosen === null) {
    if (names.found !== null) return placeOf(index, names.found, names.reason);
    if (code !== null) return { reason: placeReasons.code };
    return { reason: names.reason ?? placeReasons.blank };
  }
  return combined(index, codedPlace(index, chosen.kode), names);
}

/** A desa column that holds `64.02.01.2001 Perian` gives the code too. */
function codeBefore(desa: string | undefined): string | null {
  return /^\s*(\d\d\.\d\d\.\d\d\.\d{4}|\d{10})(?!\d)/.exec(desa ?? '')?.[1] ?? null;
}

/** The reading that holds: the only one, the one tepat.json names, the one the names confirm, else a desa of the home regency. */
function chooseReading(
  index: Index,
  readings: readonly CodeReading[],
  { found }: Named,
  system: CodeSystem | undefined
): CodeReading | 'ask' | null {
  const open = system === undefined ? readings : readings.filter((reading) => reading.system === system);
  if (open.length < 2) return open[0] ?? null;
  if (found !== null) {
    const confirmed = open.filter(({ kode }) => isWithin(found.kode, kode) || isWithin(kode, found.kode));
    if (confirmed.length === 1) return confirmed[0]!;
  }
  return open.find(({ kode }) => isListedDesa(index, kode)) ?? 'ask';
}

function isListedDesa({ known, movedCode }: Index, kode: string): boolean {
  return kode.split('.').length === 4 && (known.has(kode) || movedCode.has(kode));
}

/** A code with what became of it: a desa that moved, or the smallest listed region it lies in. */
function codedPlace(index: Index, kode: string): { kode: string; by: PlaceEvidence; reason: Text | null } {
  if (!isWithin(kode, index.home) || index.known.has(kode)) return { kode, by: 'kode', reason: null };
  const today = index.movedCode.get(kode);
  if (today !== undefined) return { kode: today, by: 'pemekaran', reason: null };
  const kecamatan = kode.split('.').slice(0, 3).join('.');
  return { kode: index.known.has(kecamatan) ? kecamatan : index.home, by: 'kode', reason: placeReasons.code };
}

function combined(index: Index, coded: ReturnType<typeof codedPlace>, names: Named): FoundPlace | NoPlace {
  const { found } = names;
  if (found === null || isWithin(coded.kode, found.kode)) return placeOf(index, { ...coded, sure: true }, coded.reason);
  // names say more than a code that ends at a kecamatan or regency, or that is no longer in the list
  if (isWithin(found.kode, coded.kode)) return placeOf(index, found, names.reason);
  const old = coded.reason !== null && found.by === 'pemekaran';
  if (old) return placeOf(index, found, names.reason);
  if (!found.sure) return placeOf(index, { ...coded, sure: true }, coded.reason);
  const both = commonRegion(coded.kode, found.kode);
  if (both === null) return { reason: placeReasons.conflict };
  return placeOf(index, { kode: both, by: 'kode', sure: true }, placeReasons.conflict);
}

function placeOf(index: Index, { kode, by }: NonNullable<Named['found']>, reason: Text | null): FoundPlace {
  const parts = isWithin(kode, index.home) ? kode.split('.').length : 2;
  const level = parts === 4 ? 'desa' : parts === 3 ? 'kecamatan' : 'kabupaten';
  const where = parts === 2 ? kode.split('.').slice(0, 2).join('.') : kode;
  return { kode: where, tingkat: level, by, ...(reason === null ? {} : { reason }) };
}

/** What the names say: the regency first, then the kecamatan, then the desa within it. */
function namesOf(index: Index, given: GivenPlace): Named {
  const regency = regencyOf(index, given.kabupaten);
  if (regency === 'elsewhere' || (regency !== null && regency !== index.home)) {
    const found = regency === 'elsewhere' ? null : { kode: regency, by: 'nama' as const, sure: true };
    return { found, reason: found === null ? placeReasons.unknown : null };
  }
  const kecamatan = kecamatanOf(index, given.kecamatan);
  const desa = formOf(given.desa);
  const home = regency === null ? null : { kode: regency, by: 'nama' as const, sure: true };
  if (kecamatan === 'unknown') {
    const inHome = home === null || desa === null ? null : bareDesa(index, desa).found;
    return { found: inHome ?? home, reason: inHome === null ? placeReasons.kecamatan : null };
  }
  if (desa === null) return { found: kecamatan ?? home, reason: null };
  if (kecamatan === null) {
    const bare = bareDesa(index, desa);
    return { found: bare.found ?? home, reason: bare.reason };
  }
  return desaWithin(index, kecamatan, desa);
}

function formOf(text: string | undefined): NameForm | null {
  return text === undefined ? null : nameForm(text);
}

/** Code of the regency named; null where none is named, `elsewhere` where the name is of no regency that is known. */
function regencyOf(index: Index, text: string | undefined): string | 'elsewhere' | null {
  if (text === undefined) return null;
  const found = index.regenciesIn(text);
  if (found.some(({ kode }) => kode === index.home)) return index.home;
  return found.length === 1 ? found[0]!.kode : found.length > 1 ? 'elsewhere' : null;
}

const anyWay: readonly NameMatch[] = ['exact', 'spelling', 'abbreviated', 'letter'];
const sureWays: readonly NameMatch[] = ['exact', 'spelling'];

function evidence(match: NameMatch): { by: PlaceEvidence; sure: boolean } {
  return { by: match === 'exact' ? 'nama' : 'ejaan', sure: sureWays.includes(match) };
}

function kecamatanOf(index: Index, text: string | undefined): NonNullable<Named['found']> | 'unknown' | null {
  const form = formOf(text);
  if (form === null) return null;
  const found = findName(form, index.kecamatan, anyWay);
  return found === null || found === 'many' ? 'unknown' : { kode: found.kode, ...evidence(found.match) };
}

/** A desa by its name alone: only where the regency has one of that name, letter by letter or in another spelling. */
function bareDesa(index: Index, desa: NameForm): Named {
  const found = findName(desa, index.desa, sureWays);
  if (found === 'many') return { found: null, reason: placeReasons.repeated };
  if (found === null) return { found: null, reason: placeReasons.unknown };
  return { found: { kode: found.kode, ...evidence(found.match) }, reason: null };
}

/** A desa of a kecamatan, also one that lay in it before a split. The kecamatan is what is left when the desa cannot be told. */
function desaWithin(index: Index, kecamatan: NonNullable<Named['found']>, desa: NameForm): Named {
  const own = index.within.get(kecamatan.kode) ?? [];
  const gone = index.movedFrom.get(kecamatan.kode) ?? [];
  const sure = findName(desa, own, sureWays);
  if (sure !== null && sure !== 'many')
    return {
      found: { kode: sure.kode, ...evidence(sure.match), ...(kecamatan.sure ? {} : { by: 'ejaan' }) },
      reason: null
    };
  const moved = sure === null ? findName(desa, gone, sureWays) : null;
  if (moved !== null && moved !== 'many')
    return { found: { kode: moved.kode, by: 'pemekaran', sure: true }, reason: null };
  // a name that another kecamatan has letter by letter is no slip of the pen
  const elsewhere = findName(desa, index.desa, sureWays);
  if (elsewhere !== null && elsewhere !== 'many' && kecamatan.sure)
    return { found: { kode: index.home, by: 'nama', sure: true }, reason: placeReasons.conflict };
  if (elsewhere !== null) return { found: kecamatan, reason: placeReasons.desa };
  const close = findName(desa, [...own, ...gone], ['abbreviated', 'letter']);
  if (close === 'many') return { found: kecamatan, reason: placeReasons.similar };
  if (close === null) return { found: kecamatan, reason: placeReasons.desa };
  const by = own.some(({ kode }) => kode === close.kode) ? 'ejaan' : 'pemekaran';
  return { found: { kode: close.kode, by, sure: false }, reason: null };
}
