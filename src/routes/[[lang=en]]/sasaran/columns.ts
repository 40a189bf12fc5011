import type { DataColumn } from '$lib/format/table';

/** A column of counts. */
export const count = (key: string, label: string): DataColumn => ({ key, label, kind: 'number' });

/** A column of ratios: whole percent in the public profile, one decimal else. */
export const rate = (key: string, label: string, bulat: boolean): DataColumn => ({
  key,
  label,
  kind: 'percent',
  digits: bulat ? 0 : 1
});

/** A column of words. */
export const words = (key: string, label: string, wideOnly = false): DataColumn => ({
  key,
  label,
  kind: 'text',
  wideOnly
});
