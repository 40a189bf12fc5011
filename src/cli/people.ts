import type { ExtractTables, Row } from '$lib/extract/assemble';
import { type DesaResolver, desaResolver } from '$lib/extract/desa';
import { type LinkedPeople, linkPeople } from '$lib/extract/people/linkPeople';
import { peopleFileId } from '$lib/extract/peopleQuality';
import type { ReferenceData } from '$lib/extract/referenceData';
import { type FolderSettings, settingsFor } from '$lib/extract/settings';
import type { PeopleSheet } from '$lib/source/people/sheet';
import type { Problem } from '$lib/source/problem';
import { openPeopleEngine } from './peopleEngine';
import type { PeopleFile } from './readFolder';
import { tallyLine } from './report';
import { type PeopleIndex, peopleIndex } from './scan';

/** Lists of people after linking. `close` frees the engine's memory and removes its private folder. */
export interface LinkedFolder {
  linked: LinkedPeople;
  /** Problems of the files themselves and of linking. */
  problems: Problem[];
  /** Names and keys of the lists, for the scan of what is written; null where nothing of the lists is used. */
  index(): Promise<PeopleIndex | null>;
  close(): void;
}

export interface LinkOptions {
  folder: string;
  settings: FolderSettings;
  reference: ReferenceData;
  /** Tables of the other files: regions and described aid. */
  tables: ExtractTables;
  perTanggal: string | null;
}

/** Links the lists of a folder with its registries, with a line of progress each. Null where the folder holds no list of people. */
export async function linkFolder(
  people: readonly PeopleFile[],
  { folder, settings, reference, tables, perTanggal }: LinkOptions
): Promise<LinkedFolder | null> {
  if (people.length === 0) return null;
  const found = people.flatMap(({ read }) => [...read.problems, ...read.sheets.flatMap(({ problems }) => problems)]);
  const sheets = people.flatMap(({ read }) => read.sheets);
  const home = settings.wilayah;
  if (sheets.length === 0 || home === undefined) {
    const asked = sheets.length === 0 ? [] : [noRegion()];
    return { linked: nothing(), problems: [...found, ...asked], index: async () => null, close: () => undefined };
  }
  console.log(`\nMenautkan ${sheets.length} lembar data orang di memori mesin ini …`);
  const engine = await openPeopleEngine({ exports: folder });
  try {
    const linked = await linkPeople(engine, sheets, {
      aids: tables.bantuan ?? [],
      wilayah: regionRows(tables, reference),
      homeRegion: home,
      regions: resolvers(settings, reference, home),
      perTanggal,
      idBerkas: peopleFileId
    });
    for (const tally of linked.tallies) console.log(`  ${tally.file}, lembar "${tally.sheet}": ${tallyLine(tally)}`);
    return {
      linked,
      problems: [...found, ...linked.problems],
      index: () => peopleIndex(engine, sheets),
      close: () => engine.close()
    };
  } catch (error) {
    engine.close();
    throw withoutValues(error, sheets);
  }
}

function regionRows(tables: ExtractTables, reference: ReferenceData): readonly Row[] {
  return tables.wilayah ?? reference.wilayah;
}

/** One resolver for each code system that files are said to use. */
function resolvers(
  settings: FolderSettings,
  { wilayah, moved, regions, regencies }: ReferenceData,
  home: string
): (file: string) => DesaResolver {
  const made = new Map<string, DesaResolver>();
  return (file) => {
    const sistemKode = settingsFor(settings, file).sistem_kode;
    const key = sistemKode ?? '';
    const resolver =
      made.get(key) ?? desaResolver({ wilayah, moved, regions, regencies }, home, { sistemKode: sistemKode });
    made.set(key, resolver);
    return resolver;
  };
}

/** The engine's own messages may quote a cell: of them only the kind is kept. */
function withoutValues(error: unknown, sheets: readonly PeopleSheet[]): Error {
  const message = error instanceof Error ? error.message : String(error);
  const isEngine = /^\s*(?:[A-Z][\w-]* )+Error:/.test(message);
  if (!isEngine && error instanceof Error) return error;
  const kind = /^\s*((?:[A-Z][\w-]* )+Error)/.exec(message)?.[1] ?? 'galat';
  const full = /Out of Memory|No space left|disk/i.test(message);
  const advice = full
    ? 'Memori atau ruang penyimpanan sementara tidak cukup; kosongkan lalu jalankan lagi.'
    : 'Laporkan kepada pemelihara Tepat.';
  return new Error(`Data orang (${sheets.length} lembar) tidak dapat dihitung: ${kind}. ${advice}`);
}

function nothing(): LinkedPeople {
  const tables = {
    bantuan: [],
    vintase: [],
    registri: [],
    kesegaran: [],
    sasaran: [],
    sasaran_desil: [],
    tumpang_tindih: [],
    pasangan_bantuan: []
  };
  return { tables, dominated: new Map(), tallies: [], problems: [] };
}

function noRegion(): Problem {
  return {
    kind: 'question',
    code: 'people-region',
    place: { file: 'tepat.json' },
    message: {
      id: 'ada daftar orang, tetapi kabupaten/kotanya belum ditetapkan; daftar itu belum dihitung.',
      en: 'there are lists of people, but their regency is not set; they are not counted yet.'
    },
    fix: {
      id: 'Tulis "wilayah" dengan kode Kemendagri, misalnya "wilayah": "64.02", di tepat.json.',
      en: 'Write "wilayah" with the Kemendagri code, such as "wilayah": "64.02", in tepat.json.'
    }
  };
}
