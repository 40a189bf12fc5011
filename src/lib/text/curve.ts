import type { Text } from './language';

/** Words of curves and bullets of realisasi against its plan. */
export const curveText = {
  readMonth: { id: 'Baca per bulan: geser atau pakai tombol panah', en: 'Read by month: drag or use the arrow keys' },
  realisasi: { id: 'Realisasi', en: 'Realization' },
  plan: { id: 'Rencana kas', en: 'Cash plan' },
  planShort: { id: 'Rencana', en: 'Plan' },
  forecast: { id: 'Perkiraan', en: 'Forecast' },
  range: { id: 'rentang', en: 'range' },
  spent: { id: 'terpakai', en: 'spent' }
} as const satisfies Record<string, Text>;
