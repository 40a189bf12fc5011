import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { formatCell, type DataTable } from '$lib/format/table';
import { bridgeTable } from '$lib/chart/amountTables';
import { namedSteps } from '$lib/chart/bridge';
import { sCurveTable } from '$lib/chart/sCurveText';
import { isStage, stageName } from '$lib/contract/stage';
import { openNative, type NativeDatabase } from '$lib/server/native';
import { bridgeStepNames } from '$lib/text/bridge';
import type { Language } from '$lib/text/language';
import { runRateSentence } from '$lib/text/pace';
import { realizationText as text } from '$lib/text/realization';
import { rates } from '$lib/text/realizationRates';
import { forecastWords, headline, percentNote } from '$lib/text/realizationWords';
import { noFilter, type RealizationFilter } from '$lib/url/filter';
import { openAll } from './sitePage';
import { formatPercent, formatRupiahShort } from '$lib/format/number';
import type { Thresholds } from '$lib/model/exceptionRules';
import { realizationRate } from '$lib/model/realization';
import { accounts } from '$lib/query/work';
import { realizationViews, type RealizationView } from '$lib/view/realization';
import { siteFolder } from './site';

/** What the page must show for a filter, as text: worked out by native DuckDB over the site's own extract. */
export interface Shown {
  headline: string;
  lead: string;
  percentNote: string;
  /** Cells of the S-curve's and the bridge's tables, row by row. */
  curve: string[][];
  bridge: string[][];
  /** Name, pagu and share spent of each row below what is chosen; empty at a sub kegiatan. */
  rows: string[][];
  exceptions: string[];
}

/** Native answers for the site's extract. */
export interface NativeAnswers {
  database: NativeDatabase;
  view: (filter: Partial<RealizationFilter>, thresholds?: Partial<Thresholds>) => Promise<RealizationView>;
  shown: (filter: Partial<RealizationFilter>, language?: Language, thresholds?: Partial<Thresholds>) => Promise<Shown>;
}

/** Opens the extract that the site publishes. */
export async function nativeAnswers(): Promise<NativeAnswers> {
  const database = await openNative(join(siteFolder(), 'extract'));
  const views = realizationViews(database);
  const view: NativeAnswers['view'] = async (filter, thresholds = {}) =>
    (await views({ ...noFilter, ...filter }, thresholds))!;
  return {
    database,
    view,
    shown: async (filter, language = 'id', thresholds = {}) => {
      const found = await view(filter, thresholds);
      return shownOf(found, await rowsOf(database, found, filter.kode ?? null), language);
    }
  };
}

interface Row {
  nama: string;
  pagu: number | null;
  rate: number | null;
}

/** The rows right below what is chosen: of the tree, or the accounts of a sub kegiatan. */
async function rowsOf(database: NativeDatabase, view: RealizationView, kode: string | null): Promise<Row[]> {
  const depth = kode?.split('.').length ?? 0;
  if (depth < 6) {
    const level = { 0: 'program', 3: 'kegiatan', 5: 'subkegiatan' }[depth];
    return view.tree
      .filter(({ tingkat }) => tingkat === level)
      .map((node) => ({ ...node, rate: realizationRate(node.realisasi, node.pagu) }));
  }
  const { tahun, bulan } = view;
  const found = await database.all(accounts, {
    tahun,
    kodeSkpd: null,
    kode: kode!,
    bulan,
    kodeJenis: null,
    urutanTahap: null
  });
  return found.map(({ nama, kodeAkun, pagu, realisasi }) => ({
    nama: nama ?? kodeAkun,
    pagu,
    rate: realizationRate(realisasi, pagu)
  }));
}

function shownOf(view: RealizationView, rows: readonly Row[], language: Language): Shown {
  const run = runRateSentence({ neededPerMonth: view.pace.requiredRate, burnPerMonth: view.pace.burnRate })[language];
  // What a month needs is not said where no pagu is known; only after December is there no month left.
  const isSaid = view.pace.requiredRate !== null || view.bulan >= 12;
  return {
    headline: headline(view)[language],
    lead: `${forecastWords(view)[language]} ${isSaid ? run : ''}`.trim(),
    percentNote: `${percentNote(view)[language]}.`,
    curve: cellsOf(curveOf(view, language), language),
    bridge: view.bridge === null ? [] : cellsOf(bridgeOf(view, language), language),
    rows: rows.map(({ nama, pagu, rate }) => [
      nama,
      formatRupiahShort(pagu, language),
      formatPercent(rate, language, { digits: 0 })
    ]),
    exceptions: view.exceptions.slice(0, 10).map(({ nama }) => nama)
  };
}

function curveOf(view: RealizationView, language: Language): DataTable {
  const past = view.past.toReversed().map((year) => ({ tahun: year.tahun, rates: year.rates }));
  const [realisasi, rencana] = [rates(view, view.totals, view.bulan), rates(view, view.plan, 12)];
  return sCurveTable({ tahun: view.tahun, realisasi, rencana, past, forecast: view.forecast.path }, language);
}

function bridgeOf(view: RealizationView, language: Language): DataTable {
  const name = (key: string): string =>
    key in bridgeStepNames
      ? bridgeStepNames[key as keyof typeof bridgeStepNames][language]
      : isStage(key)
        ? stageName(key)[language]
        : key;
  return bridgeTable(namedSteps(view.bridge!.steps, name), language);
}

function cellsOf(table: DataTable, language: Language): string[][] {
  return table.rows.map((row) => table.columns.map((column) => formatCell(row[column.key], column, language, true)));
}

/** The same, read from the page with its folded parts opened, and closed again. Waits for no answer. */
export async function readShown(page: Page): Promise<Shown> {
  await openAll(page);
  const shown = await readOpened(page);
  await openAll(page, false);
  return shown;
}

function readOpened(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const tidy = (element: Element | null | undefined) =>
      (element?.textContent ?? '').replaceAll(/[ \n\t]+/g, ' ').trim();
    const ownText = (element: Element | null | undefined) => {
      const copy = element?.cloneNode(true) as Element | undefined;
      copy?.querySelectorAll('.row-note').forEach((note) => note.remove());
      return tidy(copy);
    };
    const cells = (table: Element | null | undefined) =>
      [...(table?.querySelectorAll('tbody tr:not(:has(> [colspan]))') ?? [])].map((row) =>
        [...row.children].map(ownText)
      );
    const figureWith = (start: string) =>
      [...document.querySelectorAll('figure')].find((figure) =>
        tidy(figure.querySelector('tbody th')).startsWith(start)
      );
    const murni = document.documentElement.lang === 'en' ? 'Original budget' : 'APBD murni';
    return {
      headline: tidy(document.querySelector('h1')),
      lead: tidy(document.querySelector('.lead')),
      percentNote: tidy(document.querySelector('#rincian .note')),
      curve: cells(document.querySelector('figure table')),
      bridge: cells(figureWith(murni)?.querySelector('table')),
      rows: cells(document.querySelector('#rincian > .table-scroll')).map(([name, pagu, , rate]) => [
        name!,
        pagu!,
        rate!
      ]),
      exceptions: [...document.querySelectorAll('#pengecualian .exceptions')]
        .slice(0, 1)
        .flatMap((table) => [...table.querySelectorAll('tbody th a')].map(tidy))
    };
  });
}

function select(page: Page, field: keyof RealizationFilter) {
  return page.locator(`form.filters label:has(span:text-is("${text[field].id}")) select`);
}

/** Chooses in one of the Indonesian page's filters. */
export async function choose(page: Page, field: keyof RealizationFilter, value: string): Promise<void> {
  await select(page, field).selectOption(value);
}

/** Values that a filter of the Indonesian page offers, without the blank one. */
export function offered(page: Page, field: keyof RealizationFilter): Promise<string[]> {
  return select(page, field)
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).filter(Boolean));
}

/** Resolves when the page shows this headline and is at rest: nothing is under way and nothing is told. */
export async function showsHeadline(page: Page, wanted: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document
        .querySelector('h1')
        ?.textContent?.replaceAll(/[ \n\t]+/g, ' ')
        .trim() === wanted && document.querySelector('.picture')?.getAttribute('aria-busy') === 'false',
    wanted
  );
}
