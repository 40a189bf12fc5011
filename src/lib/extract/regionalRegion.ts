import type { NamedRegion, RegionalFact, SheetRead } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import type { SheetInput } from './deliveries';
import { groupBy } from './group';
import type { ReferenceData } from './referenceData';
import { findRegion } from './region';
import { isKota, nameFinder, type NameFinder, namesProvince, type Regency, remainder } from './regionName';

/** Facts of one sheet that speak of one region: its Kemendagri code, or why it is not known. */
export interface Located {
  input: SheetInput;
  facts: readonly RegionalFact[];
  region: string | Problem;
}

interface Candidate {
  input: SheetInput;
  facts: readonly RegionalFact[];
  /** Decided, or the regencies the text may mean, with the text. */
  found: string | Problem | { text: string; regencies: readonly Regency[] };
}

/**
 * The region of every regional fact: tepat.json, else the columns of its rows, else titles, sheet name and file name. A bare name that a
 * kabupaten and a kota share is settled by the folder, where a file that names the other one outright stands beside it; else it is asked about.
 */
export function locateFacts(
  inputs: readonly SheetInput[],
  home: string | undefined,
  reference: ReferenceData
): { located: Located[]; problems: Problem[] } {
  const find = nameFinder(reference.regencies);
  const candidates = inputs.flatMap((input) =>
    [...groupBy(input.sheet.regional, ({ wilayah }) => JSON.stringify(wilayah)).values()].map((facts): Candidate => ({
      input,
      facts,
      found: candidateOf(input, facts, { home, reference, find })
    }))
  );
  const certain = new Set(candidates.flatMap(({ found }) => (typeof found === 'string' ? [found] : [])));
  const problems: Problem[] = [];
  const located = candidates.map(({ input, facts, found }): Located => {
    if (typeof found === 'string' || 'kind' in found) return { input, facts, region: found };
    const settled = bySibling(found.regencies, certain);
    if (settled === null) return { input, facts, region: ambiguous(input.sheet, found) };
    problems.push(siblingDecided(input.sheet, found.text, settled));
    return { input, facts, region: settled.kode };
  });
  return { located, problems };
}

interface Knowledge {
  home: string | undefined;
  reference: ReferenceData;
  find: NameFinder;
}

function candidateOf(
  { sheet, settings }: SheetInput,
  facts: readonly RegionalFact[],
  knowledge: Knowledge
): Candidate['found'] {
  const { reference, find, home } = knowledge;
  if (settings.kode_wilayah !== undefined) {
    const known = reference.regencies.some(({ kode }) => kode === settings.kode_wilayah);
    return known ? settings.kode_wilayah : unlisted(sheet, settings.kode_wilayah);
  }
  const [{ wilayah, origin }] = facts as [RegionalFact, ...RegionalFact[]];
  if (wilayah !== null) return ofColumns(wilayah, { origin }, sheet, settings.sistem_kode, knowledge);
  const base = sheet.file
    .split(/[\\/]/)
    .pop()!
    .replace(/\.[^.]*$/, '');
  const texts = [...sheet.titles, sheet.sheet, base, sheet.file];
  for (const text of texts) {
    const regencies = find(text);
    if (regencies.length === 1) return regencies[0]!.kode;
    if (regencies.length > 1) return { text, regencies };
  }
  if (texts.some(namesProvince)) return province(sheet);
  // a name that nobody knows is not the home regency
  return home !== undefined && remainder(base) === '' ? home : unnamed(sheet, remainder(base));
}

function ofColumns(
  { kodeKemendagri, kodeBps, kodeDjpk, nama }: NamedRegion,
  fact: Pick<RegionalFact, 'origin'>,
  sheet: SheetRead,
  system: 'bps' | 'kemendagri' | 'djpk' | undefined,
  { reference, find }: Knowledge
): Candidate['found'] {
  const isCode = nama !== null && /^[\d.\s]+$/.test(nama);
  if (kodeKemendagri !== null || kodeBps !== null || isCode) {
    const given = { kode_wilayah: kodeKemendagri, kode_bps: kodeBps, wilayah: isCode ? nama : null };
    const found = findRegion(given, system, reference.regions, fact);
    if (typeof found !== 'string') return found;
    if (!/^\d\d\.\d\d$/.test(found)) return province(sheet);
    return reference.regencies.some(({ kode }) => kode === found) ? found : unnamed(sheet, found);
  }
  const byCode = reference.regions.find((region) => kodeDjpk !== null && region.kodeDjpk === kodeDjpk)?.kode ?? null;
  const named = nama === null ? [] : find(nama);
  if (byCode !== null)
    return named.length === 1 && named[0]!.kode !== byCode ? disagreeing(sheet, `${kodeDjpk} ${nama}`) : byCode;
  if (named.length === 1) return named[0]!.kode;
  if (named.length > 1) return { text: nama!, regencies: named };
  if (nama !== null && namesProvince(nama)) return province(sheet);
  return unnamed(sheet, nama ?? kodeDjpk ?? '');
}

/** Of a kabupaten and a kota of one name, the one that no other file of the folder names outright. */
function bySibling(regencies: readonly Regency[], certain: ReadonlySet<string>): Regency | null {
  if (regencies.length !== 2 || isKota(regencies[0]!) === isKota(regencies[1]!)) return null;
  const left = regencies.filter(({ kode }) => !certain.has(kode));
  return left.length === 1 ? left[0]! : null;
}

function siblingDecided({ file, sheet }: SheetRead, text: string, { kode, nama }: Regency): Problem {
  const other = /^kota/i.test(nama) ? 'Kabupaten' : 'Kota';
  return {
    kind: 'decision',
    code: 'region-sibling',
    place: { file, sheet, value: text },
    message: {
      id: `dibaca sebagai ${nama} (${kode}), karena ${other} senama punya berkas sendiri di folder ini.`,
      en: `read as ${nama} (${kode}), since the ${other} of the same name has a file of its own in this folder.`
    }
  };
}

/** The line to paste holds a code that no regency has, wherever none can be proposed: pasted unread it asks again. */
function ask(sheet: SheetRead, code: string, value: string, message: Problem['message'], kode: string): Problem {
  return {
    kind: 'question',
    code,
    place: { file: sheet.file, sheet: sheet.sheet, value },
    message,
    fix: { id: 'Tetapkan "kode_wilayah" di tepat.json.', en: 'Set "kode_wilayah" in tepat.json.' },
    tepatJson: `${JSON.stringify(sheet.file)}: { "kode_wilayah": "${kode}" }`
  };
}

function ambiguous(sheet: SheetRead, { text, regencies }: { text: string; regencies: readonly Regency[] }): Problem {
  const list = regencies.map(({ kode, nama }) => `${nama} (${kode})`).join(' / ');
  const message = {
    id: `nama daerahnya bisa berarti ${list}; belum diimpor.`,
    en: `the name of its region may mean ${list}; not imported yet.`
  };
  return ask(sheet, 'region-name', text, message, regencies[0]!.kode);
}

function unnamed(sheet: SheetRead, value: string): Problem {
  const message = {
    id: 'daerahnya tidak disebut, atau namanya tidak ada di daftar kabupaten/kota; belum diimpor.',
    en: 'its region is not named, or the name is in no list of regencies; not imported yet.'
  };
  return ask(sheet, 'no-region', value, message, '00.00');
}

function unlisted(sheet: SheetRead, value: string): Problem {
  const message = {
    id: 'kode_wilayah di tepat.json bukan kode kabupaten/kota; belum diimpor.',
    en: 'kode_wilayah of tepat.json is the code of no regency; not imported yet.'
  };
  return ask(sheet, 'no-region', value, message, '00.00');
}

function disagreeing(sheet: SheetRead, value: string): Problem {
  const message = {
    id: 'kode DJPK dan nama daerahnya menunjuk daerah yang berbeda; belum diimpor.',
    en: 'its DJPK code and its name mean different regions; not imported yet.'
  };
  return ask(sheet, 'region-conflict', value, message, '00.00');
}

function province({ file, sheet }: SheetRead): Problem {
  return {
    kind: 'reject',
    code: 'region-province',
    place: { file, sheet },
    message: {
      id: 'angka provinsi, bukan kabupaten/kota; tidak diimpor.',
      en: 'figures of a province, not of a regency; not imported.'
    },
    fix: {
      id: 'Ambil tabel kabupaten atau kotanya; atau tetapkan "kode_wilayah" bila memang daerah itu.',
      en: 'Take the table of the regency; or set "kode_wilayah" if it is one after all.'
    }
  };
}
