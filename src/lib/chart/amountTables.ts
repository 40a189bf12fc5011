import { formatMonth } from '$lib/format/date';
import type { DataTable } from '$lib/format/table';
import { curveText } from '$lib/text/curve';
import { figureText } from '$lib/text/figure';
import type { Language } from '$lib/text/language';
import { bridgeBars, type BridgeStep } from './bridge';
import type { MonthAmount } from './monthBars';

/** A bridge as a table: each step with its amount and the sum after it, rupiah. */
export function bridgeTable(steps: readonly BridgeStep[], language: Language): DataTable {
  return {
    columns: [
      { key: 'label', label: language === 'id' ? 'Langkah' : 'Step', kind: 'text' },
      { key: 'rupiah', label: language === 'id' ? 'Jumlah' : 'Amount', kind: 'rupiah' },
      { key: 'to', label: language === 'id' ? 'Sesudahnya' : 'After it', kind: 'rupiah' }
    ],
    rows: bridgeBars(steps).map(({ label, rupiah, to }) => ({ label, rupiah, to }))
  };
}

/** Monthly amounts as a table, rupiah; a month without a file is null. */
export function monthBarsTable(months: readonly MonthAmount[], language: Language): DataTable {
  return {
    columns: [
      { key: 'bulan', label: figureText.month[language], kind: 'text' },
      { key: 'rupiah', label: curveText.realisasi[language], kind: 'rupiah' }
    ],
    rows: months.map(({ bulan, rupiah }) => ({ bulan: formatMonth(bulan, language), rupiah }))
  };
}
