import type { Why } from '$lib/ui/why';
import type { ExceptionView } from '$lib/view/exception';
import type { RealizationView } from '$lib/view/realization';
import { bridgeTitle, unpaidSentence } from './bridge';
import { credibilitySentence } from './credibility';
import { exceptionReason, exclusionNames } from './exception';
import { forecastMethodText } from './forecast';
import type { Language } from './language';
import { spikeSentence } from './month';
import { outputSentence } from './output';
import { runRateSentence } from './pace';
import { realizationText } from './realization';
import * as words from './realizationWords';

/**
 * Every sentence made from the numbers of a view, in one language. They come with the numbers, from the build or with the
 * engine's answer, so that a page does not carry the rules of both languages.
 */
export interface RealizationSentences {
  headline: string;
  forecast: string;
  runRate: string;
  unpaid: string;
  curveTitle: string;
  method: string;
  percentNote: string;
  bridgeTitle: string;
  /** About the last complete year; null where there is none. */
  spike: string | null;
  credibility: string;
  sources: Record<'pace' | 'pagu' | 'months', string>;
  /** By exception, in the order of the view. */
  reasons: string[][];
  /** By output, in the order of the view. */
  outputs: string[];
  why: Record<'rate' | 'curve' | 'rows' | 'months' | 'bridge' | 'risk', Why>;
}

/** What the summary says of the same view. */
export interface SummarySentences extends Pick<
  RealizationSentences,
  'headline' | 'forecast' | 'curveTitle' | 'method' | 'percentNote' | 'reasons'
> {
  source: string;
  decision: string;
  changed: string;
  gap: string;
  /** Method alone, where the forecast has no band to name. */
  bareMethod: string;
  atRisk: string;
  why: Pick<RealizationSentences['why'], 'curve' | 'risk'>;
}

/** The sentences of the realization page. */
export function realizationSentences(view: RealizationView, language: Language): RealizationSentences {
  const stepOf = (key: string): number | null => view.bridge?.steps.find((step) => step.key === key)?.rupiah ?? null;
  const spiked = view.past.findLast(({ spike }) => spike.q4Share !== null);
  const bridge = bridgeTitle({
    murni: stepOf('murni'),
    berlaku: stepOf('pagu'),
    sisa: stepOf('sisa'),
    bebas: stepOf('bebas')
  });
  const { pace, utang, kontrakSisa } = view;
  return {
    ...shared(view, language),
    // Before December no rate means no pagu or no realisasi, which the headline says.
    runRate:
      pace.requiredRate === null && view.bulan < 12
        ? ''
        : runRateSentence({ neededPerMonth: pace.requiredRate, burnPerMonth: pace.burnRate })[language],
    unpaid: unpaidSentence({ utang, kontrakSisa })[language],
    bridgeTitle: bridge[language],
    spike: spiked === undefined ? null : spikeSentence({ tahun: spiked.tahun, ...spiked.spike })[language],
    credibility: credibilitySentence(view.credibility.outturn)[language],
    sources: {
      pace: words.sourceLine(view, language),
      pagu: words.sourceLine(view, language, 'pagu'),
      months: words.sourceLine(view, language, 'months')
    },
    outputs: view.outputs.map(
      ({ satuan, target, capaian, rate, isMain, realisasi }) =>
        outputSentence({ satuan, target, capaian, realizationRate: rate, realisasi: isMain ? realisasi : null })[
          language
        ]
    ),
    why: {
      rate: words.whyRate(view, language),
      curve: words.whyCurve(view, language),
      rows: words.whyRows(view, language),
      months: words.whyMonths(view, language),
      bridge: words.whyBridge(view, language),
      risk: words.whyRisk(view, language)
    }
  };
}

/** The sentences of the summary, about the exceptions that its view holds. */
export function summarySentences(view: RealizationView, language: Language): SummarySentences {
  return {
    ...shared(view, language),
    source: words.sourceLine(view, language),
    decision: words.decisionWords(view)[language],
    changed: words.changeWords(view)[language],
    gap: words.gapWords(view)[language],
    bareMethod: forecastMethodText(view.forecast.method, null)[language],
    atRisk: words.atRiskWords(view)[language],
    why: { curve: words.whyCurve(view, language), risk: words.whyRisk(view, language) }
  };
}

function shared(view: RealizationView, language: Language) {
  return {
    headline: words.headline(view)[language],
    forecast: words.forecastWords(view)[language],
    curveTitle: words.curveTitle(view)[language],
    method: forecastMethodText(view.forecast.method, view.forecast.meanAbsoluteError)[language],
    percentNote: words.percentNote(view)[language],
    reasons: view.exceptions.map((one) => reasonsOf(one, language))
  };
}

/** The findings in words, the same phrase once; what was left out of the risk, and notes where the extract is internal. */
function reasonsOf({ findings, apart, masalah, tindakLanjut }: ExceptionView, language: Language): string[] {
  const notes = [
    masalah === null ? null : `${realizationText.problem[language]}: ${masalah}`,
    tindakLanjut === null ? null : `${realizationText.followUp[language]}: ${tindakLanjut}`
  ].filter((note) => note !== null);
  return [
    ...new Set([
      ...findings.map(({ finding }) => exceptionReason(finding)[language]),
      ...apart.map(({ reason }) => exclusionNames[reason][language]),
      ...notes
    ])
  ];
}
