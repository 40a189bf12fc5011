import { formatNumber } from '$lib/format/number';
import type { HarmDistribution } from '$lib/model/cuts/monteCarlo';
import type { Language, Text } from './language';

/** How strongly sources move together, as the reader chooses it. */
export const rhoTexts: readonly { rho: number; text: Text }[] = [
  { rho: 0, text: { id: 'sendiri-sendiri (0)', en: 'each on its own (0)' } },
  { rho: 0.5, text: { id: 'sebagian (0,5)', en: 'partly (0.5)' } },
  { rho: 0.8, text: { id: 'kuat (0,8)', en: 'strongly (0.8)' } }
];

/** The same with the correlation of a link that is none of them. */
export function rhoChoices(rho: number): readonly { rho: number; text: Text }[] {
  if (rhoTexts.some((one) => one.rho === rho)) return rhoTexts;
  const own = (language: Language) => formatNumber(rho, language, { digits: 2 });
  return [...rhoTexts, { rho, text: { id: own('id'), en: own('en') } }].toSorted((a, b) => a.rho - b.rho);
}

/** What a sample of draws solved one by one says; `notMet` is a share of them, 0–1. */
export function perDrawParagraph({
  draws,
  notMet,
  lost
}: {
  draws: number;
  notMet: number;
  lost: HarmDistribution;
}): Text {
  const count = (value: number, language: Language) => formatNumber(Math.round(value), language);
  const { p5, p50, p95 } = lost;
  const between = (language: Language, words: (low: string, middle: string, high: string) => string) =>
    p5 === null || p50 === null
      ? []
      : [words(count(p5, language), count(p50, language), p95 === null ? '' : count(p95, language))];
  const short = Math.round(notMet * draws);
  return {
    id: [
      `Dana terikat yang berubah dalam skenario ikut diundi: ${draws} undian, rencana tiap undian dihitung sendiri.`,
      short === 0
        ? 'Pada semuanya dana tertutup.'
        : short === draws
          ? 'Pada semuanya dana tidak tertutup.'
          : `Pada ${short} dari ${draws} undian dana tidak tertutup.`,
      ...between('id', (low, middle, high) =>
        high === ''
          ? `Yang kehilangan bantuan paling sedikit ${low} penerima, tengahnya ${middle}.`
          : `Yang kehilangan bantuan antara ${low} dan ${high} penerima; tengahnya ${middle}.`
      )
    ].join(' '),
    en: [
      `Earmarked money that the scenario changes is drawn too: ${draws} draws, each with a plan of its own.`,
      short === 0
        ? 'In all of them the money is found.'
        : short === draws
          ? 'In none of them is the money found.'
          : `In ${short} of ${draws} draws the money cannot be found.`,
      ...between('en', (low, middle, high) =>
        high === ''
          ? `At least ${low} recipients lose aid, the middle is ${middle}.`
          : `Between ${low} and ${high} recipients lose aid; the middle is ${middle}.`
      )
    ].join(' ')
  };
}
