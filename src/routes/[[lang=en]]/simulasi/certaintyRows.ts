import type { RangeRow } from '$lib/chart/rangeBars';
import { formatNumber, formatRupiahShort } from '$lib/format/number';
import type { DataTable } from '$lib/format/table';
import type { FallDistribution } from '$lib/model/cuts/monteCarlo';
import type { Objective } from '$lib/model/cuts/scenario';
import type { Tornado } from '$lib/model/cuts/tornado';
import { certaintyLabels as text, fallName, shortText, tornadoText } from '$lib/text/cutCertainty';
import { cutMethods } from '$lib/text/cutRules';
import type { Language, Text } from '$lib/text/language';
import { rangeQuantiles, type CutsOverFalls, type CutsPerDraw, type UncertainMoney } from '$lib/view/cutsCertainty';
import type { CutsRegret } from '$lib/view/cutsRegret';
import { sourceInput } from '$lib/view/cutsTornado';

/** Falls of each source and of all free money: bars from P5 to P95, all of it in the first colour. */
export function fallRows(money: UncertainMoney, fall: FallDistribution, language: Language): RangeRow[] {
  return fallsOf(money, fall, language).map(({ key, nama, p5, p95 }) => ({
    ...{ key, label: nama, low: p5, high: p95, isStrong: key === '' },
    lowText: '',
    highText: `${formatRupiahShort(p5, language)} – ${formatRupiahShort(p95, language)}`
  }));
}

/** The same in numbers. */
export function fallTable(money: UncertainMoney, fall: FallDistribution, language: Language): DataTable {
  return {
    columns: [
      { key: 'nama', label: text.source[language], kind: 'text' },
      ...quantiles.map((key) => ({ key, label: text[key][language], kind: 'rupiah' as const }))
    ],
    rows: fallsOf(money, fall, language).map(({ nama, p5, p50, p95 }) => ({ nama, p5, p50, p95 }))
  };
}

const quantiles = ['p5', 'p50', 'p95'] as const;

function fallsOf({ ranges }: UncertainMoney, { p5, p50, p95 }: FallDistribution, language: Language) {
  return [
    { key: '', nama: text.all[language], p5, p50, p95 },
    ...ranges.map((range) => ({ key: range.kode, nama: range.nama, ...rangeQuantiles(range) }))
  ];
}

/** What falls do to recipients at P5, P50 and P95; null where the money cannot be found. */
export function harmTable(fall: FallDistribution, { lost, rupiah }: CutsOverFalls, language: Language): DataTable {
  return {
    columns: [
      { key: 'nama', label: text.what[language], kind: 'text' },
      { key: 'fall', label: text.fall[language], kind: 'rupiah' },
      { key: 'lost', label: text.lost[language], kind: 'number' },
      { key: 'rupiah', label: text.rupiah[language], kind: 'rupiah' }
    ],
    rows: quantiles.map((key) => ({
      nama: text[key][language],
      fall: Math.round(fall[key]),
      lost: whole(lost[key]) ?? text.notMet[language],
      rupiah: whole(rupiah[key]) ?? text.notMet[language]
    }))
  };
}

/** The same with earmarked money drawn too, over the draws that were solved. */
export function drawTable({ lost, rupiah }: CutsPerDraw, language: Language): DataTable {
  return {
    columns: [
      { key: 'nama', label: text.what[language], kind: 'text' },
      { key: 'lost', label: text.lost[language], kind: 'number' },
      { key: 'rupiah', label: text.rupiah[language], kind: 'rupiah' }
    ],
    rows: quantiles.map((key) => ({
      nama: text[key][language],
      lost: whole(lost[key]) ?? text.notMet[language],
      rupiah: whole(rupiah[key]) ?? text.notMet[language]
    }))
  };
}

function whole(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

/** The name of a bar of the tornado. */
export function tornadoBarName(name: string, money: UncertainMoney): Text {
  return namesOf(name, money).name;
}

function namesOf(name: string, { ranges }: UncertainMoney) {
  const source = ranges.find(({ kode }) => sourceInput(kode) === name);
  return tornadoText(name, source === undefined ? null : { nama: source.nama, ...source.fall });
}

/** Bars of recipients losing about the scenario, the widest first, with the ends of each input under its name. */
export function tornadoRows({ bars }: Tornado, money: UncertainMoney, language: Language): RangeRow[] {
  return bars.map(({ name, low, high, swing }) => {
    const words = namesOf(name, money);
    const label = `${words.name[language]} (${words.low[language]} – ${words.high[language]})`;
    const bar = { key: name, label, isStrong: true };
    if (low === null || high === null || swing === null)
      return { ...bar, low: null, high: null, lowText: '', highText: text.notMet[language] };
    const [least, most] = [Math.min(low, high), Math.max(low, high)];
    const highText = formatNumber(most, language);
    return { ...bar, low: least, high: most, lowText: swing === 0 ? '' : formatNumber(least, language), highText };
  });
}

/** The same in numbers: recipients losing at either end. */
export function tornadoTable({ bars }: Tornado, money: UncertainMoney, language: Language): DataTable {
  return {
    columns: [
      { key: 'nama', label: text.input[language], kind: 'text' },
      { key: 'lowEnd', label: text.atLow[language], kind: 'text' },
      { key: 'low', label: `${text.atLow[language]}: ${text.lost[language]}`, kind: 'number' },
      { key: 'highEnd', label: text.atHigh[language], kind: 'text' },
      { key: 'high', label: `${text.atHigh[language]}: ${text.lost[language]}`, kind: 'number' },
      { key: 'swing', label: text.swing[language], kind: 'number' }
    ],
    rows: bars.map(({ name, low, high, swing }) => {
      const words = namesOf(name, money);
      return {
        nama: words.name[language],
        lowEnd: words.low[language],
        low: low ?? text.notMet[language],
        highEnd: words.high[language],
        high: high ?? text.notMet[language],
        swing
      };
    })
  };
}

/** Plans against falls: regret as a number, or what the plan is short of. */
export function regretTable(
  { falls, rows, hopeless }: CutsRegret,
  objective: Objective,
  language: Language
): DataTable {
  const kind = objective === 'rupiah' ? ('rupiah' as const) : ('number' as const);
  return {
    columns: [
      { key: 'nama', label: text.plan[language], kind: 'text' },
      { key: 'madeFor', label: text.madeFor[language], kind: 'text' },
      { key: 'lost', label: text.lostBy[language], kind: 'number' },
      ...falls.map(({ name, rupiah }) => ({ key: name, label: fallName(name, rupiah)[language], kind }))
    ],
    rows: rows.map(({ method, madeFor, lost, regrets, short, isLeast }) => {
      const made = fallName(madeFor, falls.find(({ name }) => name === madeFor)!.rupiah)[language];
      const cells = falls.map(({ name }, at): [string, string | number] => {
        const regret = regrets[at] ?? null;
        return [name, regret === null ? shortText(short[at]!, hopeless.includes(name))[language] : Math.round(regret)];
      });
      return {
        nama: cutMethods[method].name[language],
        madeFor: `${made}${isLeast ? `; ${text.least[language]}` : ''}`,
        lost,
        ...Object.fromEntries(cells)
      };
    })
  };
}
