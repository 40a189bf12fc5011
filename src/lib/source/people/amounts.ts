import type { FileSettings } from '$lib/source/layout';
import { decideNumbers } from '$lib/source/number';
import type { Problem } from '$lib/source/problem';
import type { Cell } from '$lib/source/sheet';
import { sampleOf } from './header';
import { decision, type PeoplePlace, whichNumbers } from './peopleProblem';

/** How text of the column of amounts is written; `angka` null where there is no such column, or its cells contradict each other. */
export function amountStyle(
  place: PeoplePlace,
  column: number | undefined,
  body: readonly (readonly Cell[])[],
  settings: FileSettings
): { angka: 'id' | 'en' | null; problems: Problem[] } {
  if (column === undefined) return { angka: null, problems: [] };
  if (settings.angka !== undefined) return { angka: settings.angka, problems: [] };
  const cells = sampleOf(body, column);
  const texts = cells.filter((cell) => typeof cell === 'string');
  const contradicts = [/[.]\d{3}(?!\d)/, /,\d{3}(?!\d)/].every((mark) => texts.some((text) => isThousands(text, mark)));
  const style = decideNumbers(cells);
  if (contradicts) return { angka: null, problems: [whichNumbers(place, column)] };
  if (style.kind === 'comma' || style.kind === 'dot')
    return { angka: style.kind === 'comma' ? 'id' : 'en', problems: [] };
  if (style.kind !== 'ambiguous') return { angka: 'id', problems: [] };
  const [likelier] = style.readings;
  // a lone `200.000` has no sen behind three digits
  if (likelier === undefined || !texts.every((text) => /^[^.,]*(?:\d[.,]\d{3}(?!\d))?[^.,]*$/.test(text)))
    return { angka: null, problems: [whichNumbers(place, column)] };
  return { angka: likelier.kind === 'comma' ? 'id' : 'en', problems: [thousands(place)] };
}

/** Whether a mark stands before three last digits, and so between thousands: the only mark, or the first of several. */
function isThousands(text: string, mark: RegExp): boolean {
  const digits = text.replace(/^[^\d(-]*(?:rp|idr)\.?/i, '').replace(/,-+\s*$/, '');
  const first = /[.,]/.exec(digits);
  return first !== null && mark.test(digits) && mark.source.includes(first[0]);
}

function thousands(place: PeoplePlace): Problem {
  return decision('people-numbers', place, {
    id: 'tanda di depan tiga angka terakhir nominal dibaca sebagai ribuan: rupiah tidak ditulis dengan tiga angka desimal.',
    en: 'the mark before the last three digits of amounts is read as thousands: rupiah have no three decimals.'
  });
}
