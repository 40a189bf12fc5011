import type { PlaceFact } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import type { SheetInput } from './deliveries';
import { type DesaResolver, desaResolver, type FoundPlace } from './desa';
import { groupBy } from './group';
import { type Held, heldRows } from './held';
import type { ReferenceData } from './referenceData';
import type { FolderSettings } from './settings';

/** A fact with the region that it was found to be about. */
export interface PlacedFact {
  fact: PlaceFact;
  input: SheetInput;
  kode: string;
  tingkat: FoundPlace['tingkat'];
}

/** What went wrong while facts were given their place, time and aid. */
export interface Trouble {
  problems: Problem[];
  held: Held[];
}

/**
 * Every fact about regions with its region in the home regency. A row whose desa cannot be told is left out, also where its kecamatan can:
 * a count of a desa is none of its kecamatan. What was read in another spelling, or in one of two code systems, is said once a sheet.
 */
export function placedFacts(
  sheets: readonly SheetInput[],
  folder: FolderSettings,
  reference: ReferenceData,
  out: Trouble
): PlacedFact[] {
  const resolvers = new Map<string, DesaResolver>();
  return sheets.flatMap((input) => {
    if (input.sheet.places.length === 0) return [];
    if (folder.wilayah === undefined) return leaveOut(input.sheet.places, noRegency(input, folder), out);
    const system = input.settings.sistem_kode;
    const resolver = resolvers.get(system ?? '') ?? desaResolver(reference, folder.wilayah, { sistemKode: system });
    resolvers.set(system ?? '', resolver);
    return placedSheet(input, resolver, folder.wilayah, out);
  });
}

function placedSheet(input: SheetInput, resolve: DesaResolver, home: string, out: Trouble): PlacedFact[] {
  const seen = { ejaan: new Set<number>(), pemekaran: new Set<number>(), undotted: new Set<number>() };
  const byRow = groupBy(input.sheet.places, ({ origin }) => origin.row);
  const placed = [...byRow.values()].flatMap((facts): PlacedFact[] => {
    const { place, origin } = facts[0]!;
    const found = resolve(place);
    if (!('kode' in found) || found.reason !== undefined) return leaveOut(facts, unplaced(facts[0]!, found), out);
    if (found.kode !== home && !found.kode.startsWith(`${home}.`)) return leaveOut(facts, elsewhere(facts[0]!), out);
    if (found.by === 'ejaan' || found.by === 'pemekaran') seen[found.by].add(origin.row);
    if (found.tingkat !== 'kabupaten' && /^\d{6,}$/.test(place.kode ?? '')) seen.undotted.add(origin.row);
    return facts.map((fact) => ({ fact, input, kode: found.kode, tingkat: found.tingkat }));
  });
  out.problems.push(...decisions(input, seen));
  return placed;
}

/** Facts that cannot be used, with the reason once for each row of the sheet. */
export function leaveOut(facts: readonly PlaceFact[], problem: Problem, out: Trouble): [] {
  out.held.push(...heldRows(facts, problem.message));
  const { file, sheet } = problem.place;
  const asked = (other: Problem): boolean =>
    other.kind === 'question' &&
    other.code === problem.code &&
    other.place.file === file &&
    other.place.sheet === sheet;
  if (problem.kind !== 'question' || !out.problems.some(asked)) out.problems.push(problem);
  return [];
}

function unplaced({ place, origin: { file, sheet, row } }: PlaceFact, found: ReturnType<DesaResolver>): Problem {
  const reason = found.reason!;
  return {
    kind: found.question ? 'question' : 'reject',
    code: found.question ? 'region-system' : 'region',
    place: { file, sheet, row, value: [place.kode, place.kecamatan, place.desa].filter(Boolean).join(' / ') },
    message: {
      id: `wilayah tidak dapat ditentukan, jadi baris ini tidak diimpor: ${reason.id}`,
      en: `the region cannot be told, so the row is not imported: ${reason.en}`
    },
    fix: {
      id: 'Pakai kode Kemendagri dengan titik (64.02.06.1001), atau kecamatan dan nama desa yang resmi.',
      en: 'Use the Kemendagri code with dots (64.02.06.1001), or the official kecamatan and name.'
    },
    ...(found.question ? { tepatJson: `${JSON.stringify(file)}: { "sistem_kode": "kemendagri" }` } : {})
  };
}

function elsewhere({ place, origin: { file, sheet, row } }: PlaceFact): Problem {
  return {
    kind: 'reject',
    code: 'region-outside',
    place: { file, sheet, row, value: place.kode ?? place.kabupaten ?? '' },
    message: {
      id: 'wilayah di luar kabupaten ini; tidak diimpor.',
      en: 'a region outside this regency; not imported.'
    },
    fix: { id: 'Periksa "wilayah" di tepat.json.', en: 'Check "wilayah" in tepat.json.' }
  };
}

/** The regency is the folder's to say; most codes of the sheet tell which to propose. */
function noRegency({ sheet: { file, sheet, places } }: SheetInput, { wilayah }: FolderSettings): Problem {
  const codes = groupBy(
    places.flatMap(({ place }) => /^\d\d\.\d\d(?=\.|$)/.exec(place.kode ?? '')?.[0] ?? []),
    (kode) => kode
  );
  const [likely] = [...codes].sort((a, b) => b[1].length - a[1].length)[0] ?? [wilayah ?? '64.02'];
  return {
    kind: 'question',
    code: 'no-wilayah',
    place: { file, sheet },
    message: {
      id: 'kabupaten/kota folder ini belum ditetapkan; tabel wilayah ini belum diimpor.',
      en: 'the regency of the folder is not set; this table of regions is not imported yet.'
    },
    fix: {
      id: `Tulis "wilayah": "${likely}" di tepat.json (kode Kemendagri dengan titik).`,
      en: `Write "wilayah": "${likely}" in tepat.json (Kemendagri code with its dot).`
    }
  };
}

function decisions(
  { sheet: { file, sheet } }: SheetInput,
  { ejaan, pemekaran, undotted }: Record<'ejaan' | 'pemekaran' | 'undotted', ReadonlySet<number>>
): Problem[] {
  const say = (code: string, count: number, id: string, en: string): Problem[] =>
    count === 0
      ? []
      : [{ kind: 'decision', code, place: { file, sheet }, message: { id: `${count} ${id}`, en: `${count} ${en}` } }];
  return [
    ...say(
      'region-spelling',
      ejaan.size,
      'nama wilayah ditulis dengan ejaan lain dan dicocokkan dengan nama resminya.',
      'names of regions are spelt otherwise and were matched with the official ones.'
    ),
    ...say(
      'region-moved',
      pemekaran.size,
      'desa disebut di kecamatan induknya sebelum pemekaran; dicatat pada kecamatannya sekarang.',
      'desa are named under the kecamatan they lay in before it was split; entered under that of today.'
    ),
    ...say(
      'region-system',
      undotted.size,
      'kode wilayah tanpa titik dibaca sebagai kode Kemendagri, karena ada di daftar wilayah kabupaten ini.',
      'codes without dots are read as Kemendagri codes, since they are in the list of this regency.'
    )
  ];
}
