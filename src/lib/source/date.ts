/** Month names as they are written in Indonesian and English, long and short, to 1–12. */
const months: Readonly<Record<string, number>> = {
  januari: 1,
  january: 1,
  jan: 1,
  februari: 2,
  pebruari: 2,
  february: 2,
  feb: 2,
  peb: 2,
  maret: 3,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  mei: 5,
  may: 5,
  juni: 6,
  june: 6,
  jun: 6,
  juli: 7,
  july: 7,
  jul: 7,
  agustus: 8,
  august: 8,
  agu: 8,
  agt: 8,
  ags: 8,
  aug: 8,
  september: 9,
  sep: 9,
  sept: 9,
  oktober: 10,
  october: 10,
  okt: 10,
  oct: 10,
  november: 11,
  nopember: 11,
  nov: 11,
  nop: 11,
  desember: 12,
  december: 12,
  des: 12,
  dec: 12
};

/**
 * A calendar day written as text, as `YYYY-MM-DD`: year first (`2022-09-12`, `2022/9/12`), day first (`12/09/2022`, `12-9-2022`,
 * `12.09.2022`) or with a month's name (`12 September 2022`); a time behind it is dropped. null when it is no existing day or the year
 * has two digits. Month-first dates do not occur in these exports, so `12/31/2022` is null, never guessed.
 */
export function parseDate(text: string): string | null {
  const day = text
    .trim()
    .replace(/[T ]\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?( ?(Z|[+-]\d{2}:?\d{2}|WIB|WITA|WIT))?$/i, '');
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(day);
  if (yearFirst) return toIso(yearFirst[1], Number(yearFirst[3]), yearFirst[4]);
  const dayFirst = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(day);
  if (dayFirst) return toIso(dayFirst[4], Number(dayFirst[3]), dayFirst[1]);
  const named = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})$/i.exec(day);
  return named ? toIso(named[3], months[(named[2] ?? '').toLowerCase()], named[1]) : null;
}

/** The day of a spreadsheet's serial number (1900 system; 1 = 1900-01-01), as `YYYY-MM-DD`; null outside 1900-03-01 … 9999-12-31. */
export function serialDate(serial: number): string | null {
  // before day 61 the system counts a 29 February 1900 that never was
  if (!(serial >= 61 && serial < 2958466)) return null;
  return new Date((Math.floor(serial) - 25569) * 86_400_000).toISOString().slice(0, 10);
}

function toIso(year: string | undefined, month: number | undefined, day: string | undefined): string | null {
  if (month === undefined || month < 1 || month > 12) return null;
  const [y, d] = [Number(year), Number(day)];
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (d < 1 || d > days) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
