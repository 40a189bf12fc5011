/** What a title, a sheet name or a file name says about time and stage; null where it says nothing. */
export interface Period {
  tahun: number | null;
  /** Last month covered, 1–12. */
  bulan: number | null;
  /** First month covered, when the text names one ("Januari s.d. April"). */
  sejakBulan: number | null;
  /** `kumulatif` for "s.d.", `bulanan` for "Bulan April"; null when the text does not say. */
  sifat: 'bulanan' | 'kumulatif' | null;
  /** `murni`, `pergeseran-n`, `perubahan`, …; a pergeseran without a number is `pergeseran`. */
  tahap: string | null;
}

const monthNames: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'peb', 'pebruari', 'february'],
  ['maret', 'mar', 'mrt', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agu', 'agt', 'ags', 'aug', 'agus', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov', 'nop', 'nopember'],
  ['desember', 'des', 'dec', 'december']
];
const monthPattern = monthNames
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|');

/** The month a word names, 1–12 ("Mei", "Nopember", "OKT"); null when it names none. */
export function monthOf(word: string): number | null {
  const clean = word.trim().toLowerCase().replace(/\.$/, '');
  const index = monthNames.findIndex((names) => names.includes(clean));
  return index < 0 ? null : index + 1;
}

/** Reads year, month or span, monthly or cumulative, and stage from free text. Never throws. */
export function readPeriod(text: string): Period {
  const plain = text.toLowerCase().replace(/[_\u00a0]+/g, ' ');
  const months = [...plain.matchAll(new RegExp(`(?<![a-z])(${monthPattern})(?![a-z])`, 'g'))].map((m) =>
    monthOf(m[1]!)!
  );
  const until = /(s\s*\.?\s*\/?\s*d\s*\.?(?![a-z])|sampai( dengan)?|hingga|(?<=[a-z]\s?)[-–](?=\s?[a-z]))/.test(plain);
  const span = months.length >= 2 && until;
  const tahun = readYear(plain);
  const spoken =
    until && months.length > 0
      ? 'kumulatif'
      : /(?<![a-z])bulan(?![a-z])/.test(plain) && months.length === 1
        ? 'bulanan'
        : null;
  return {
    tahun,
    bulan:
      months.length === 0 ? monthNumber(plain, tahun) : span ? months.at(-1)! : months.length === 1 ? months[0]! : null,
    sejakBulan: span ? months[0]! : spoken === 'kumulatif' ? 1 : null,
    sifat: spoken,
    tahap: readStage(plain)
  };
}

/** `murni`, `pergeseran-2`, `perubahan`, `pergeseran-setelah-perubahan-1`, `rapbd`; null when the text names no stage. */
export function readStage(text: string): string | null {
  const plain = text.toLowerCase().replace(/[_\s\u00a0.-]+/g, ' ');
  const number = /pergeseran\s*(?:apbd\s*)?(?:ke\s*)?(\d{1,2}|iv|iii|ii|i|v)?(?![\da-z])/.exec(plain);
  const n = number ? ({ i: '1', ii: '2', iii: '3', iv: '4', v: '5' }[number[1] ?? ''] ?? number[1] ?? '') : '';
  if (/pergeseran\s*(apbd\s*)?setelah/.test(plain))
    return `pergeseran-setelah-perubahan${/\d/.exec(plain)?.[0] ? `-${/(\d)\s*$/.exec(plain)?.[1] ?? 1}` : '-1'}`;
  if (/(?<![a-z])r\s?apbd|rancangan/.test(plain)) return /perubahan/.test(plain) ? 'rapbd-perubahan' : 'rapbd';
  if (/kua\s*ppas|kupa/.test(plain)) return 'kua-ppas';
  if (number) return /^\d{4}$/.test(n) || n === '' ? 'pergeseran' : `pergeseran-${n}`;
  if (
    /(apbd|dpa|anggaran|pagu|rak|anggaran kas|kas)\s*(tahun\s*\d{4}\s*)?perubahan|perubahan\s*(apbd|dpa|anggaran|rak)|(?<![a-z])(p apbd|papbd|apbdp|apbd p|dppa)(?![a-z])|^\s*perubahan\s*$|\d\s+perubahan(?![a-z])/.test(
      plain
    )
  ) {
    return 'perubahan';
  }
  if (/(?<![a-z])(murni|induk)(?![a-z])/.test(plain)) return 'murni';
  return null;
}

function readYear(plain: string): number | null {
  const labelled = /(?:tahun(?: anggaran)?|t\.?a\.?)\s*:?\s*(20[1-4]\d)(?!\d)/.exec(plain);
  const years = new Set([...plain.matchAll(/(?<!\d)(20[1-4]\d)(?!\d)/g)].map((m) => Number(m[1])));
  return labelled ? Number(labelled[1]) : years.size === 1 ? [...years][0]! : null;
}

/** A month written as digits beside the year: `lra_2026_04`, `04-2026`, `2026-04-30`, `bulan 4`. */
function monthNumber(plain: string, tahun: number | null): number | null {
  const named = /(?<![a-z])(?:bulan|bln|periode)\s*(?:ke)?\s*[-:]?\s*(0?[1-9]|1[0-2])(?!\d)/.exec(plain);
  const beside =
    tahun === null
      ? null
      : new RegExp(`${tahun}[ ._-]?(0[1-9]|1[0-2])(?!\\d)|(?<!\\d)(0[1-9]|1[0-2])[ ._-]?${tahun}`).exec(plain);
  const found = named?.[1] ?? beside?.[1] ?? beside?.[2];
  return found === undefined ? null : Number(found);
}
