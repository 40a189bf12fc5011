import { parseDate } from '$lib/source/date';
import { type Period, readPeriod } from '$lib/source/period';
import type { SheetVintage } from './sheet';

/** A day written out inside a text: `31 Maret 2025`, `31-Mar-2025`, `31-03-2025`, `31/3/2025`, `2025-03-31`, `20250331`. */
const dayPattern =
  /(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)|(?<!\d)\d{1,2}(?:\s+[a-z]{3,9}\.?\s+|-[a-z]{3,9}-)20\d\d(?!\d)|(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:20\d\d)(?!\d)|(?<!\d)20\d\d([-/.])\d{1,2}\2\d{1,2}(?!\d)/gi;
const quarterPattern =
  /(?<![a-z])(?:triwulan|tri ?wulan|tw|kuartal|q|t)[\s._-]*(?:ke)?[\s._-]*(iv|iii|ii|i|[1-4])(?![a-z\d])/i;
const halfPattern = /(?<![a-z])(?:semester|smt|sem)[\s._-]*(?:ke)?[\s._-]*(ii|i|1|2)(?![a-z\d])/i;
const stagePattern = /(?<![a-z])(?:tahap|termin)[\s._-]*(?:ke)?[\s._-]*(iv|iii|ii|i|[1-4])(?![a-z\d])/i;
/** A law or decree with its number and year: the year is the law's. */
const legal = /(?<![a-z])(?:nomor|no\.?)\s*:?\s*[\w./-]+\s+tahun\s+20\d\d/gi;
const romans = ['', 'i', 'ii', 'iii', 'iv'];

/** The first existing day that a text names, `YYYY-MM-DD`; null when it names none. */
export function dayIn(text: string): string | null {
  const days = [...text.matchAll(dayPattern)].map(([found]) => dayOf(found));
  return days.find((day) => day !== null) ?? null;
}

/** "2 Tahun 2025" has the form of a day, and is none. */
function dayOf(found: string): string | null {
  return parseDate(found.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3').replace(/\s+/g, ' '));
}

function withoutDays(text: string): string {
  return text.replace(dayPattern, (found) => (dayOf(found) === null ? found : ' '));
}

/** What a text says of the months a list covers, the days it names left out: a decree's date is not what the list is for. */
export function listPeriodIn(text: string): Period & { byStage: boolean } {
  const plain = text.replace(/_/g, ' ').replace(legal, ' ');
  const period = readPeriod(withoutDays(plain));
  const tahun = period.tahun ?? yearOf(dayIn(plain));
  const none = { byStage: false, tahun };
  const half = halfPattern.exec(plain);
  if (half) return { ...period, ...none, ...span(half[1]!, 6) };
  const quarter = quarterPattern.exec(plain);
  if (quarter) return { ...period, ...none, ...span(quarter[1]!, 3) };
  const stage = period.bulan === null ? stagePattern.exec(plain) : null;
  if (stage) return { ...period, tahun, ...span(stage[1]!, 3), byStage: true };
  return { ...period, ...none, tahap: null };
}

/** The version of a registry that a text names; null where it names none, or only a year. */
export function vintageIn(text: string): SheetVintage | null {
  const plain = text.replace(/_/g, ' ').replace(legal, ' ');
  const day = dayIn(plain);
  const { tahun: said, bulan } = readPeriod(plain);
  const tahun = said ?? yearOf(day);
  if (tahun === null || tahun < 2010) return null;
  const registri = registryIn(plain, tahun);
  const quarter = quarterPattern.exec(plain);
  if (quarter) {
    const n = numeral(quarter[1]!);
    return { kode: `${tahun}-T${n}`, registri, berlakuSejak: `${tahun}-${two(n * 3 - 2)}-01` };
  }
  if (day !== null) return { kode: day.slice(0, 7), registri, berlakuSejak: day };
  return bulan === null
    ? null
    : { kode: `${tahun}-${two(bulan)}`, registri, berlakuSejak: `${tahun}-${two(bulan)}-01` };
}

/** The registry a text names, else the one that was in force: DTKS until the year 2024, DTSEN from 2025. */
export function registryIn(text: string, tahun: number): string {
  const named = /(?<![a-z])(dtsen|dtks)(?![a-z])/i.exec(text)?.[1];
  return named?.toUpperCase() ?? (tahun < 2025 ? 'DTKS' : 'DTSEN');
}

function span(word: string, months: number): Pick<Period, 'bulan' | 'sejakBulan' | 'sifat' | 'tahap'> {
  const bulan = numeral(word) * months;
  return { bulan, sejakBulan: bulan - months + 1, sifat: null, tahap: null };
}

function numeral(word: string): number {
  return /\d/.test(word) ? Number(word) : romans.indexOf(word.toLowerCase());
}

function yearOf(day: string | null): number | null {
  return day === null ? null : Number(day.slice(0, 4));
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
