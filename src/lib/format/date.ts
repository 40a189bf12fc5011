import type { Language } from '$lib/text/language';
import { missing } from './number';

/** A month 1–12: `Oktober`, or `Okt` when short; "–" for null and for what is not a month. */
export function formatMonth(
  bulan: number | null | undefined,
  language: Language,
  style: 'long' | 'short' = 'long'
): string {
  if (!isMonth(bulan)) return missing;
  return monthFormats[language][style].format(Date.UTC(2000, bulan - 1, 1));
}

/** A month with its year, `Oktober 2026`; "–" when either is null. */
export function formatMonthYear(
  tahun: number | null | undefined,
  bulan: number | null | undefined,
  language: Language,
  style: 'long' | 'short' = 'long'
): string {
  return isYear(tahun) && isMonth(bulan) ? `${formatMonth(bulan, language, style)}\u00a0${tahun}` : missing;
}

/** A date `YYYY-MM-DD` in words, `31 Oktober 2026`; "–" for null and for a day that does not exist. */
export function formatDate(date: string | null | undefined, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '') ?? [];
  const [tahun, bulan, tanggal] = [Number(year), Number(month), Number(day)];
  if (!isYear(tahun) || !isMonth(bulan) || !(tanggal >= 1 && tanggal <= daysOf(tahun, bulan))) return missing;
  return `${tanggal}\u00a0${formatMonth(bulan, language)}\u00a0${tahun}`;
}

/** The last day of a month as `YYYY-MM-DD`: what a report "up to October" is dated. Null for what is not a month. */
export function endOfMonth(tahun: number, bulan: number): string | null {
  if (!isYear(tahun) || !isMonth(bulan)) return null;
  return `${tahun}-${String(bulan).padStart(2, '0')}-${daysOf(tahun, bulan)}`;
}

/** Months of one year, `Januari–Oktober 2026`; one month alone where both ends are the same. */
export function formatMonthSpan(
  tahun: number | null,
  from: number | null,
  to: number | null,
  language: Language
): string {
  if (from === to) return formatMonthYear(tahun, to, language);
  return isYear(tahun) && isMonth(from) && isMonth(to)
    ? `${formatMonth(from, language)}–${formatMonthYear(tahun, to, language)}`
    : missing;
}

function monthFormat(language: Language, style: 'long' | 'short'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
}

/** Made once: making one takes as long as a thousand uses. */
const monthFormats = {
  id: { long: monthFormat('id', 'long'), short: monthFormat('id', 'short') },
  en: { long: monthFormat('en', 'long'), short: monthFormat('en', 'short') }
};

function isMonth(bulan: number | null | undefined): bulan is number {
  return Number.isInteger(bulan) && bulan! >= 1 && bulan! <= 12;
}

function isYear(tahun: number | null | undefined): tahun is number {
  return Number.isInteger(tahun) && tahun! >= 1900 && tahun! <= 9999;
}

function daysOf(tahun: number, bulan: number): number {
  return new Date(Date.UTC(tahun, bulan, 0)).getUTCDate();
}
