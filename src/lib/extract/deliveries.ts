import { readStage } from '$lib/source/period';
import type { FileSettings, LraFact, PaguFact, SheetRead } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import type { Text } from '$lib/text/language';
import type { PlanDelivery } from './cashPlan';
import { groupBy } from './group';
import { type Held, heldRows } from './held';
import type { Delivery } from './delivery';
import { type FolderSettings } from './settings';
import type { DeclaredStage } from './stages';

/** A sheet with the identifier of its file and what tepat.json says of it. */
export interface SheetInput {
  sheet: SheetRead;
  idBerkas: string;
  settings: FileSettings;
}

/** What the sheets deliver, by year, month and unit, and the rows that wait for an answer. */
export interface Deliveries {
  realisasi: Delivery[];
  stages: DeclaredStage[];
  plans: PlanDelivery[];
  problems: Problem[];
  held: Held[];
}

/** Gives every fact of every sheet its year, month, unit and stage; what nobody says is asked about, once a sheet. */
export function readDeliveries(
  sheets: readonly SheetInput[],
  folder: FolderSettings,
  sources: ReadonlyMap<string, string>
): Deliveries {
  const out: Deliveries = { realisasi: [], stages: [], plans: [], problems: [], held: [] };
  for (const input of sheets) {
    out.realisasi.push(...realisasiOf(input, folder, out));
    out.stages.push(...stagesOf(input, folder, sources, out));
    out.plans.push(...plansOf(input, folder, out));
  }
  return out;
}

/** Year of a sheet: tepat.json for the file, then its text, then the folder's; null when nobody says. */
export function sheetYear({ sheet, settings }: SheetInput, folder: FolderSettings): number | null {
  return settings.tahun ?? sheet.period.tahun ?? folder.tahun ?? null;
}

function realisasiOf(input: SheetInput, folder: FolderSettings, out: Deliveries): Delivery[] {
  const { sheet, idBerkas, settings } = input;
  if (sheet.lra.length === 0) return [];
  const tahun = sheetYear(input, folder);
  const bulan = settings.bulan ?? sheet.period.bulan;
  const dated = answered(sheet, sheet.lra, (fact) => (fact.tahun ?? tahun) !== null, noYear(sheet), out);
  const monthly = answered(sheet, dated, (fact) => (fact.bulan ?? bulan) !== null, noMonth(sheet), out);
  const located = withUnit(sheet, monthly, settings.kode_skpd ?? folder.kode_skpd, out);
  warnOtherMonth(sheet, settings, out.problems);
  if (areSwapped(located)) {
    answered(sheet, located, () => false, swappedColumns(sheet), out);
    return [];
  }
  return [...groupBy(located, (fact) => `${fact.tahun ?? tahun} ${fact.bulan ?? bulan} ${fact.kodeSkpd}`).values()].map(
    (facts) => ({
      tahun: facts[0]!.tahun ?? tahun!,
      bulan: facts[0]!.bulan ?? bulan!,
      kodeSkpd: facts[0]!.kodeSkpd,
      sifat: settings.sifat ?? sheet.period.sifat,
      tahap: settings.tahap ?? sheet.period.tahap,
      file: sheet.file,
      idBerkas,
      facts: facts.map((fact) => ({ ...fact, idBerkas }))
    })
  );
}

function stagesOf(
  input: SheetInput,
  folder: FolderSettings,
  sources: ReadonlyMap<string, string>,
  out: Deliveries
): DeclaredStage[] {
  const { sheet, idBerkas, settings } = input;
  if (sheet.pagu.length === 0) return [];
  const tahun = sheetYear(input, folder);
  const complete = answered(sheet, sheet.pagu, (fact) => (fact.tahun ?? tahun) !== null, noYear(sheet), out);
  const dated = withUnit(sheet, complete, settings.kode_skpd ?? folder.kode_skpd, out);
  const stageOf = (fact: PaguFact): string | null => {
    const said = settings.tahap ?? fact.tahap ?? sheet.period.tahap;
    return said === null ? null : (readStage(said) ?? said);
  };
  return [...groupBy(dated, (fact) => `${fact.tahun ?? tahun} ${fact.kodeSkpd} ${stageOf(fact)}`).values()].map(
    (facts) => ({
      tahun: facts[0]!.tahun ?? tahun!,
      kodeSkpd: facts[0]!.kodeSkpd,
      tahap: stageOf(facts[0]!),
      berlakuBulan: settings.berlaku_bulan ?? facts[0]!.berlakuBulan,
      layout: sheet.layout,
      file: sheet.file,
      idBerkas,
      facts: facts.map((fact) => ({
        ...fact,
        idBerkas,
        kodeSumberDana: fact.kodeSumberDana === null ? null : (sources.get(fact.kodeSumberDana) ?? null)
      }))
    })
  );
}

function plansOf(input: SheetInput, folder: FolderSettings, out: Deliveries): PlanDelivery[] {
  const { sheet, idBerkas, settings } = input;
  if (sheet.rak.length === 0) return [];
  const tahun = sheetYear(input, folder);
  const dated = answered(sheet, sheet.rak, () => tahun !== null, noYear(sheet), out);
  const located = withUnit(sheet, dated, settings.kode_skpd ?? folder.kode_skpd, out);
  const tahap = settings.tahap ?? sheet.period.tahap;
  return [...groupBy(located, ({ kodeSkpd }) => kodeSkpd).values()].map((facts) => ({
    tahun: tahun!,
    kodeSkpd: facts[0]!.kodeSkpd,
    tahap: tahap === null ? null : (readStage(tahap) ?? tahap),
    file: sheet.file,
    idBerkas,
    facts
  }));
}

/** The facts that need no answer; the others are held, and the question is asked once for all of them. */
function answered<Fact extends { origin: Held['origin'] }>(
  sheet: SheetRead,
  facts: readonly Fact[],
  complete: (fact: Fact) => boolean,
  question: Problem,
  out: Deliveries
): Fact[] {
  const waiting = facts.filter((fact) => !complete(fact));
  if (waiting.length === 0) return [...facts];
  out.problems.push(question);
  out.held.push(...heldRows(waiting, question.message));
  return facts.filter(complete);
}

function withUnit<Fact extends { kodeSkpd: string; origin: Held['origin'] }>(
  sheet: SheetRead,
  facts: readonly Fact[],
  given: string | undefined,
  out: Deliveries
): Fact[] {
  const named = facts.map((fact) =>
    fact.kodeSkpd === '' && given !== undefined ? { ...fact, kodeSkpd: given } : fact
  );
  return answered(sheet, named, ({ kodeSkpd }) => kodeSkpd !== '', noSkpd(sheet), out);
}

/** Spending above budget on four lines in five: the two columns are more likely exchanged than nearly every line overspent. */
function areSwapped(facts: readonly LraFact[]): boolean {
  const filled = facts.filter(({ anggaran, realisasi }) => (anggaran ?? 0n) !== 0n || (realisasi ?? 0n) !== 0n);
  const over = filled.filter(({ anggaran, realisasi }) => (realisasi ?? 0n) > (anggaran ?? 0n));
  return filled.length >= 5 && over.length > 0.8 * filled.length && filled.some(({ anggaran }) => anggaran !== null);
}

function question(
  sheet: { file: string; sheet: string },
  code: string,
  message: Text,
  fix: Text,
  setting: string
): Problem {
  return {
    kind: 'question',
    code,
    place: { file: sheet.file, sheet: sheet.sheet },
    message,
    fix,
    tepatJson: `${JSON.stringify(sheet.file)}: { ${setting} }`
  };
}

function noYear(sheet: SheetRead): Problem {
  const message = {
    id: 'tahun anggaran tidak disebut di judul, nama lembar, atau nama berkas; lembar ini belum diimpor.',
    en: 'the budget year is not in the titles, the sheet name or the file name; this sheet is not imported yet.'
  };
  return question(
    sheet,
    'no-tahun',
    message,
    { id: 'Tetapkan "tahun" di tepat.json.', en: 'Set "tahun" in tepat.json.' },
    '"tahun": 2026'
  );
}

function noMonth(sheet: SheetRead): Problem {
  const message = {
    id: 'bulan tidak disebut di judul, nama lembar, atau nama berkas; lembar ini belum diimpor.',
    en: 'the month is not in the titles, the sheet name or the file name; this sheet is not imported yet.'
  };
  return question(
    sheet,
    'no-bulan',
    message,
    { id: 'Tetapkan "bulan" di tepat.json.', en: 'Set "bulan" in tepat.json.' },
    '"bulan": 4'
  );
}

/** The unit is in no row, no title and not in tepat.json. */
export function noSkpd(sheet: { file: string; sheet: string }): Problem {
  const message = {
    id: 'kode SKPD tidak ada di berkas; baris tanpa SKPD belum diimpor.',
    en: 'the file has no SKPD code; rows without one are not imported yet.'
  };
  const fix = { id: 'Tetapkan "kode_skpd" di tepat.json.', en: 'Set "kode_skpd" in tepat.json.' };
  return question(sheet, 'no-skpd', message, fix, '"kode_skpd": "1.06.0.00.0.00.01.0000"');
}

function swappedColumns(sheet: SheetRead): Problem {
  const message = {
    id: 'realisasi melebihi anggaran di hampir semua baris, kedua kolom tampaknya tertukar; lembar ini belum diimpor.',
    en: 'realisasi exceeds the budget on nearly every row, the two columns seem exchanged; this sheet is not imported yet.'
  };
  const fix = {
    id: 'Periksa judul kolom Anggaran dan Realisasi, perbaiki di ekspor, lalu jalankan lagi.',
    en: 'Check the Anggaran and Realisasi headers, correct the export, and run again.'
  };
  return question(sheet, 'swapped-columns', message, fix, '"abaikan": true');
}

/** The file's name says another month than its content: the content is used, and a person should look. */
function warnOtherMonth(sheet: SheetRead, settings: FileSettings, problems: Problem[]): void {
  const said = sheet.nameMonth;
  if (settings.bulan !== undefined || said === null || sheet.period.bulan === null || said === sheet.period.bulan)
    return;
  problems.push({
    kind: 'warning',
    code: 'month-differs',
    place: { file: sheet.file, sheet: sheet.sheet },
    message: {
      id: `nama berkas menyebut bulan ${said}, isinya bulan ${sheet.period.bulan}; yang dipakai isinya.`,
      en: `the file name says month ${said}, its content month ${sheet.period.bulan}; the content was used.`
    },
    fix: {
      id: 'Bila isinya yang salah, tetapkan "bulan" di tepat.json.',
      en: 'If the content is wrong, set "bulan" in tepat.json.'
    }
  });
}
