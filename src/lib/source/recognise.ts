import { desilLong, desilWide, programCounts, recipientsLong, recipientsWide } from './aggregateTables';
import { bantuan, bantuanBelanja } from './aidTables';
import { djpkApbd } from './djpkApbd';
import { djpkTkdd } from './djpkTkdd';
import { flatPagu } from './flatPagu';
import { flatRealisasi } from './flatRealisasi';
import { batasWilayah, isGeoJson, readGeoJson } from './geojson';
import { indeksDesa } from './indeksDesa';
import type { FileSettings, Layout, Recognition, SheetRead } from './layout';
import { aturanPotong, keluaran, kewajiban, kontrak } from './lineTables';
import { limited, type Problem } from './problem';
import { rfk } from './progress';
import { indikator, nomenklatur, rekening } from './referenceTables';
import { regionalBudget } from './regionalBudget';
import { wilayahCatatan } from './regionTable';
import { rincianBelanja } from './rincianBelanja';
import type { Sheet, Workbook } from './sheet';
import { sipdLra } from './sipdLra';
import { sipdRak } from './sipdRak';
import { readWorkbook } from './workbook';

/** Every layout the importer knows; a sheet goes to the one that is surest of it. */
export const layouts: readonly Layout[] = [
  sipdLra,
  sipdRak,
  rincianBelanja,
  flatPagu,
  flatRealisasi,
  rfk,
  kontrak,
  keluaran,
  kewajiban,
  aturanPotong,
  nomenklatur,
  rekening,
  djpkApbd,
  djpkTkdd,
  regionalBudget,
  indikator,
  bantuan,
  bantuanBelanja,
  desilWide,
  desilLong,
  recipientsWide,
  recipientsLong,
  programCounts,
  indeksDesa,
  wilayahCatatan,
  batasWilayah
];

/** What one file gave: the sheets that were read, and every sheet that was left out, by name and reason. */
export interface FileRead {
  file: string;
  container: Workbook['container'] | 'geojson' | null;
  sheets: SheetRead[];
  problems: Problem[];
}

/**
 * Reads one export whatever its name: container, sheets, layout, facts. Bad input becomes a problem, never an exception. Its rejects show
 * cells, so files about people go to `recognisePeople` first, which shares the opened `workbook`.
 */
export function readExport(
  bytes: Uint8Array,
  file: string,
  settings: FileSettings = {},
  { workbook: open = () => readWorkbook(bytes, file) }: { workbook?: (() => Workbook) | undefined } = {}
): FileRead {
  if (settings.abaikan) {
    const message = { id: 'diabaikan menurut tepat.json.', en: 'ignored as tepat.json says.' };
    return {
      file,
      container: null,
      sheets: [],
      problems: [{ kind: 'decision', code: 'ignored', place: { file }, message }]
    };
  }
  if (isGeoJson(bytes)) return boundaries(bytes, file, settings);
  const workbook = open();
  const problems: Problem[] = [...workbook.problems];
  const sheets: SheetRead[] = [];
  for (const sheet of workbook.sheets) {
    const found = recogniseSheet(sheet, settings.layout);
    if (sheet.rows.every((row) => row.length === 0)) continue;
    if (sheet.hidden && !settings.lembar_tersembunyi)
      problems.push(leftOut(file, sheet, hiddenSheet, found === null ? undefined : file));
    else if (found === null) {
      // a file of one sheet is refused as a file, in one sentence
      if (workbook.sheets.length > 1) problems.push(leftOut(file, sheet, unknownSheet));
    } else sheets.push(readSheet(sheet, found, file, settings));
  }
  if (sheets.length === 0 && problems.every(({ kind }) => kind !== 'reject')) problems.push(unusable(file));
  return { file, container: workbook.container, sheets, problems };
}

/** GeoJSON is no workbook: its features are read as the rows of one sheet. */
function boundaries(bytes: Uint8Array, file: string, settings: FileSettings): FileRead {
  const read = readGeoJson(bytes, file, settings);
  if ('kind' in read) return { file, container: 'geojson', sheets: [], problems: [read] };
  const problems = read.used.length + read.rejects.length === 0 ? [unusable(file)] : [];
  return { file, container: 'geojson', sheets: [read], problems };
}

function readSheet(
  sheet: Sheet,
  { layout, recognition }: { layout: Layout; recognition: Recognition },
  file: string,
  settings: FileSettings
): SheetRead {
  const read = layout.read(sheet, { file, settings, recognition });
  return { ...read, problems: limited(read.problems) };
}

function recogniseSheet(sheet: Sheet, wanted?: string): { layout: Layout; recognition: Recognition } | null {
  const candidates = layouts
    .filter((layout) => wanted === undefined || layout.name === wanted)
    .flatMap((layout) => {
      const recognition = layout.recognise(sheet);
      return recognition === null ? [] : [{ layout, recognition }];
    });
  return candidates.sort((a, b) => b.recognition.score - a.recognition.score)[0] ?? null;
}

const hiddenSheet = { id: 'lembar tersembunyi, tidak diimpor.', en: 'hidden sheet, not imported.' };
const unknownSheet = {
  id: 'tata letak tidak dikenali, lembar ini dilewati.',
  en: 'layout not recognised, this sheet is left out.'
};

function leftOut(file: string, sheet: Sheet, message: Problem['message'], askFor?: string): Problem {
  const fix =
    askFor === undefined
      ? undefined
      : {
          id: `Bila memang harus dipakai: ${JSON.stringify(file)}: { "lembar_tersembunyi": true } di tepat.json.`,
          en: `If it should be used: ${JSON.stringify(file)}: { "lembar_tersembunyi": true } in tepat.json.`
        };
  return {
    kind: 'decision',
    code: sheet.hidden ? 'sheet-hidden' : 'sheet-unknown',
    place: { file, sheet: sheet.name },
    message,
    fix
  };
}

function unusable(file: string): Problem {
  return {
    kind: 'reject',
    code: 'file-unknown',
    place: { file },
    message: {
      id: 'tidak ada lembar dengan tata letak yang dikenali.',
      en: 'no sheet has a layout that is recognised.'
    },
    fix: {
      id: `Yang dikenali: ${layouts.map(({ title }) => title.id).join('; ')}. Ekspor ulang dalam salah satu bentuk itu.`,
      en: `Recognised: ${layouts.map(({ title }) => title.en).join('; ')}. Export again in one of these forms.`
    }
  };
}
