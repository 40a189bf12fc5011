import { version } from '$app/environment';
import { page } from '$app/state';
import { formatDate } from '$lib/format/date';
import { assumptions } from '$lib/text/cutAssumptions';
import { memoRules } from '$lib/text/cutMemo';
import { scenarioLabels as words } from '$lib/text/cutScenarios';
import { cutHeadline, cutParagraph, reasonText, routeTexts } from '$lib/text/cutSentences';
import type { Language } from '$lib/text/language';
import { siteName, siteText, type DataLabelFacts } from '$lib/text/site';
import { planWorkbook, type PlanNotes } from '$lib/ui/planWorkbook';
import { saveFile } from '$lib/ui/saveFile';
import type { PlanView, ShownRow } from '$lib/view/cutsPlan';
import type { Desk } from './desk';
import { factsOf } from './facts';
import { stageOf } from './stage';

/** What stands beside a plan in its language. */
interface Told {
  language: Language;
  certainty: readonly string[];
}

/** Hands the plan to the reader as an Excel workbook, with what it rests on. */
export function savePlanWorkbook(view: PlanView, desk: Desk, told: Told): void {
  const { language } = told;
  const bytes = planWorkbook(
    view.rows,
    (row) => reasonOf(row as ShownRow, language),
    planNotes(view, desk, told),
    language
  );
  const { tahun, mulai } = view.scenario;
  saveFile(
    `rencana-potongan-${tahun}-${String(mulai).padStart(2, '0')}.xlsx`,
    new Blob([bytes as BlobPart]),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  );
}

/** The reason beside a row; only accounts have one. */
function reasonOf({ reason, potongan }: ShownRow, language: Language): string {
  if (reason === null) return '';
  const words = reasonText(reason, potongan)[language];
  return reason.route === null ? words : `${words} (${routeTexts[reason.route][language]})`;
}

function planNotes(view: PlanView, desk: Desk, { language, certainty }: Told): PlanNotes {
  const label = page.data.label as DataLabelFacts;
  const facts = factsOf(view);
  const data = desk.data(view.scenario);
  const { input, gaps } = data;
  const rows: [string, string][] = [
    [siteName, cutHeadline(facts)[language]],
    [words.summary[language], cutParagraph(facts)[language]],
    ...certainty.map((one): [string, string] => ['', one]),
    ...memoRules(view.scenario.rules).kept.map((rule): [string, string] => [words.rule[language], rule[language]]),
    ...assumptions(input.missing, gaps, view, language).map((one): [string, string] => ['', one]),
    [words.stage[language], stageOf(data)?.[language] ?? '–'],
    [words.dataDate[language], formatDate(label.perTanggal, language)],
    [words.dataVersion[language], desk.start.version],
    [words.modelVersion[language], `${siteName} ${version}`],
    [words.link[language], `${location.origin}${location.pathname}${desk.encode(view.scenario)}`]
  ];
  return label.contoh ? [[siteText.sample[language].toUpperCase(), siteText.sampleFooter[language]], ...rows] : rows;
}
