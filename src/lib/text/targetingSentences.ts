import { formatDate } from '$lib/format/date';
import { isNumber } from '$lib/model/targeting/count';
import type { Why } from '$lib/ui/why';
import type { TargetingException, TargetingPage, TargetingSummary } from '$lib/view/targetingView';
import type { Language, Text } from './language';
import {
  agreementSentence,
  boundsSentence,
  partsPhrase,
  reachHeadline,
  reachSentence,
  undecidedPhrase
} from './targeting';
import { decidedText, lackText, measureName, registryName } from './targetingLabels';
import { mismatchSentences, overlapSentence, paymentsSentence, programsSentence } from './targetingLists';
import {
  desilTitle,
  freshnessSentence,
  incidenceSentence,
  moneyTitle,
  outsideSentence,
  worklistSentence
} from './targetingMoney';
import {
  bandsTitle,
  denominatorName,
  dispersionSentence,
  funnelTitle,
  levelSentence,
  shrinkSentence,
  spreadTitle
} from './targetingSpread';
import { freshWhy, measureWhy, moneyValues, quotient, whyOf } from './targetingWhy';
import { countPhrase, joined } from './targetingWords';
import { percentWords } from './word';

/** Every sentence made from the numbers of the targeting page, in one language; they come with the numbers. */
export interface TargetingSentences {
  headline: string;
  lead: string;
  /** How what is missed divides; who cannot be decided. */
  parts: string;
  undecided: string;
  /** Name of the measure that is mapped. */
  measure: string;
  /** Why kecamatan are shown instead of desa; empty at desa. */
  level: string;
  mapTitle: string;
  funnelTitle: string;
  /** What the funnel's sizes count. */
  denominator: string;
  bandsTitle: string;
  /** How small numbers are steadied; whether desa differ by more than chance. */
  spread: string;
  dispersion: string;
  desil: string;
  incidence: string;
  money: string;
  programs: string;
  mismatches: string[];
  overlap: string;
  freshness: string;
  worklist: string;
  payments: string;
  source: string;
  /** What of the address the extract does not have. */
  replaced: Text[];
  why: Record<
    'ee' | 'measure' | 'funnel' | 'ranks' | 'desil' | 'money' | 'programs' | 'overlap' | 'freshness' | 'payments',
    Why
  >;
}

/** The sentences of one page of targeting. */
export function targetingSentences(page: TargetingPage, language: Language): TargetingSentences {
  const { measured, aid, desil, overlap, worklist } = page;
  const figures = page.kecamatan ?? page.kabupaten;
  const reach = {
    ...{ figures, unit: aid.unit, tahun: page.used.tahun },
    bantuan: page.used.bantuan === 'SEMUA' ? null : aid.nama,
    tempat: page.kecamatan === null ? null : `Kecamatan ${page.kecamatan.nama}`
  };
  const say = (text: Text | null): string => text?.[language] ?? '';
  return {
    headline: say(reachHeadline(reach, measured)),
    lead: joined(
      [
        reachSentence(reach, aid.basis, aid),
        outsideSentence(figures),
        boundsSentence(figures),
        agreementSentence(aid.basis)
      ],
      language
    ),
    parts: say(partsPhrase(figures)),
    undecided: say(undecidedPhrase(figures)),
    measure: measureOf(page, language),
    level: say(levelSentence(measured)),
    mapTitle: say(spreadTitle(measured)),
    funnelTitle: say(funnelTitle(measured)),
    denominator: say(denominatorName(measured, aid.unit)),
    bandsTitle: say(bandsTitle(measured)),
    spread: say(shrinkSentence(measured)),
    dispersion: say(dispersionSentence(measured)),
    desil: desil === null ? '' : say(desilTitle(desil)),
    incidence: desil === null ? '' : say(incidenceSentence(figures, desil)),
    money: say(moneyTitle(figures, aid.unit)),
    programs: say(programsSentence(page.programs, page.used.tahun)),
    mismatches: mismatchSentences(page.programs).map(say),
    overlap: overlap === null ? '' : say(overlapSentence(overlap)),
    freshness: say(freshnessSentence(page.freshness.semua)),
    worklist: worklist === null ? '' : say(worklistSentence(worklist, page.choices.kecamatan)),
    payments: say(paymentsSentence(page.payments)),
    source: sourceOf(page, language),
    replaced: page.replaced.map((name) => ({
      id: `${name} itu tidak ada dalam ekstrak ini; ditampilkan yang tersedia.`,
      en: `This extract does not have that ${name}; what is there is shown.`
    })),
    why: whyEntries(page, language)
  };
}

function measureOf({ measured }: TargetingPage, language: Language): string {
  const name = measureName(measured.measure)[language];
  return measured.measure === 'desil' && measured.desil !== null ? `${name}: desil ${measured.desil}` : name;
}

/** Lists and registry behind the figures, with their dates. */
function sourceOf({ aid, used, freshness, measured }: TargetingPage, language: Language): string {
  const list = {
    id: `Daftar penerima ${used.bantuan === 'SEMUA' ? 'semua bantuan' : aid.nama} ${used.tahun}`,
    en: `Lists of recipients of ${used.bantuan === 'SEMUA' ? 'all aid' : aid.nama} ${used.tahun}`
  }[language];
  const decided = aid.basis === null ? '' : decidedText(aid.basis)[language];
  const registry = aid.basis === null || aid.basis.registri === null ? null : registryName(aid.basis)[language];
  const asOf = freshness.semua === null ? null : formatDate(freshness.semua.perTanggal, language);
  if (measured.measure === 'fresh') return [registry, asOf].filter((part) => part !== null).join(', ');
  return [decided === '' ? list : `${list} (${decided})`, registry].filter((part) => part !== null).join('; ');
}

function whyEntries(page: TargetingPage, language: Language): TargetingSentences['why'] {
  const { bulat, aid, measured } = page;
  const figures = page.kecamatan ?? page.kabupaten;
  const freshness = page.freshness.semua;
  const basis = aid.basis;
  const mapped = measureWhy(measured, { figures, freshness, bulat }, language);
  const ee = quotient(figures.classes.layakTerlewat, figures.eligible, bulat, language);
  return {
    ee: whyOf('ee', basis, language, { values: ee }),
    measure: whyOf(measured.measure, basis, language, mapped),
    funnel: whyOf('funnel', basis, language),
    ranks: whyOf('ranks', basis, language),
    desil: whyOf('desil', basis, language),
    money: whyOf('money', basis, language, { values: moneyValues(figures, language) }),
    programs: whyOf('programs', null, language),
    overlap: whyOf('overlap', null, language),
    freshness: freshWhy(freshness, bulat, language),
    payments: whyOf('payments', null, language)
  };
}

const families = { id: 'keluarga', en: 'families' };

/** What the summary says of targeting: its number, and an exception where there is one. */
export function targetingSummarySentences(
  summary: TargetingSummary,
  language: Language
): { number: string; exception: string | null } {
  const { exception } = summary;
  return {
    number: [missedSentence(summary)[language], agreementSentence(summary.basis)[language]].filter(Boolean).join(' '),
    exception: exception === null ? null : exceptionSentence(exception)[language]
  };
}

function missedSentence({ ee, missed, eligible, tahun, lack, bantuan, basis }: TargetingSummary): Text {
  const aid = bantuan === null ? { id: 'bantuan apa pun', en: 'any aid' } : { id: bantuan, en: bantuan };
  if (!isNumber(ee)) {
    const reason = lackText(lack ?? 'tidak-diberikan');
    return {
      id: `Keluarga layak yang belum terjangkau pada ${tahun} belum dapat dihitung: ${reason.id}.`,
      en: `Eligible families not yet reached in ${tahun} cannot be counted: ${reason.en}.`
    };
  }
  const registry = registryName(basis);
  if (ee === 0)
    return {
      id: `Pada ${tahun}, semua keluarga layak menurut ${registry.id} terjangkau.`,
      en: `In ${tahun}, every family eligible by ${registry.en} was reached.`
    };
  return {
    id: `Pada ${tahun}, ${countPhrase(missed, families).id} layak belum terjangkau ${aid.id}: ${percentWords(ee).id} dari ${countPhrase(eligible, families).id} layak.`,
    en: `In ${tahun}, ${countPhrase(missed, { id: '', en: 'eligible families' }).en} were not yet reached by ${aid.en}: ${percentWords(ee).en} of ${countPhrase(eligible, { id: '', en: 'eligible families' }).en}.`
  };
}

function exceptionSentence(exception: TargetingException): Text {
  const { nama, kecamatan } = exception;
  if (exception.rule === 'outside') {
    const { value, theta } = exception;
    return {
      id: `Di ${nama} (Kecamatan ${kecamatan}), ${percentWords(value).id} keluarga layak belum terjangkau karena pilihan penerima; kabupaten ${percentWords(theta).id}.`,
      en: `In ${nama} (Kecamatan ${kecamatan}), ${percentWords(value).en} of eligible families are not reached because of the choice of recipients; the regency ${percentWords(theta).en}.`
    };
  }
  const { stale, fresh12 } = exception;
  return {
    id: `Data paling lama ada di ${nama} (Kecamatan ${kecamatan}): ${countPhrase(stale, families).id} lewat 12 bulan sejak diverifikasi, ${percentWords(fresh12).id} yang segar.`,
    en: `The oldest data are in ${nama} (Kecamatan ${kecamatan}): ${countPhrase(stale, families).en} are past 12 months since they were verified, ${percentWords(fresh12).en} are fresh.`
  };
}
