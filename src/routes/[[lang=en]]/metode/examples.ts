import { formatMonth } from '$lib/format/date';
import { formatNumber, formatPercent, formatRupiahShort } from '$lib/format/number';
import { hidden, isNumber, type Count } from '$lib/model/targeting/count';
import type { Language, Text } from '$lib/text/language';
import type { MethodExample } from '$lib/view/methodExamples';

const hiddenWord: Text = { id: 'disembunyikan', en: 'hidden' };
const allAidName: Text = { id: 'semua bantuan', en: 'all aid' };
const units = { keluarga: { id: 'keluarga', en: 'families' }, orang: { id: 'orang', en: 'people' } } satisfies Record<
  string,
  Text
>;

/** An example as a line: `2026 sampai Agustus: Rp… ÷ Rp… = 58,4 %`. `bulat`: shares of people in whole percent, as on their pages. */
export function exampleText(example: MethodExample, language: Language, bulat: boolean): string {
  const { unit, bantuan, part, whole, value } = example;
  const isOfPeople = unit !== 'rupiah' || bantuan !== null;
  const amount = (count: Count) => {
    if (count === hidden) return hiddenWord[language];
    if (unit === 'rupiah') return formatRupiahShort(count as number | null, language);
    return `${formatNumber(count as number | null, language)} ${units[unit][language]}`;
  };
  const digits = bulat && isOfPeople ? 0 : 1;
  const share = value === hidden ? hiddenWord[language] : formatPercent(value as number | null, language, { digits });
  const facts = [
    period(example, language),
    ...(bantuan === null ? [] : [bantuan === 'SEMUA' ? allAidName[language] : bantuan])
  ].join(', ');
  if (whole === null && value === null) return `${facts}: ${amount(part)}`;
  return isNumber(whole)
    ? `${facts}: ${amount(part)} ÷ ${amount(whole)} = ${share}`
    : `${facts}: ${amount(part)}; ${share}`;
}

function period({ tahun, bulan }: MethodExample, language: Language): string {
  if (bulan === null || bulan < 1) return String(tahun);
  const month = formatMonth(bulan, language);
  return language === 'id' ? `${tahun} sampai ${month}` : `${tahun} to ${month}`;
}
