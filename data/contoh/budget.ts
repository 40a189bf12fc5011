import { stages, years, type Stage, type Year } from './calendar';
import { between } from './random';
import { blocked, isDropped, isNew, permakananSize, santunanPagu } from './story';
import { codeInYear, compare, lineKey, lines, type Line } from './tables';

/** One funding source's part of a line, rupiah. */
export interface Part {
  kodeSumberDana: string;
  pagu: number;
}

/** A line in one year with its pagu at each stage; 0 means that the stage does not hold the line. */
export interface BudgetLine {
  line: Line;
  tahun: Year;
  /** Sub kegiatan code of that year. */
  kodeSubkegiatan: string;
  pagu: Record<Stage, number>;
  parts: Record<Stage, Part[]>;
  /** Blocked rupiah within the pagu; 0 where nothing is blocked. */
  diblokir: Record<Stage, number>;
}

/** Codes of the funding sources named in garis.csv, with the name the exports print. */
export const sources: Record<string, { kode: string; nama: string }> = {
  PAD: { kode: '1.1', nama: '[DANA UMUM] - PENDAPATAN ASLI DAERAH (PAD)' },
  DBH: { kode: '1.2.01.01.01', nama: '[DANA UMUM] - Dana Transfer Umum-Dana Bagi Hasil' },
  DAU: { kode: '1.2.01.01.02', nama: '[DANA UMUM] - Dana Transfer Umum-Dana Alokasi Umum' },
  SILPA: { kode: '1.4.01', nama: '[DANA UMUM] - Sisa Lebih Perhitungan Anggaran Tahun Sebelumnya' },
  PPPK: {
    kode: '2.2.01.01.02.0003',
    nama: '[DANA KHUSUS] - DAU Tambahan Dukungan Pendanaan atas Kebijakan Penggajian Pegawai Pemerintah dengan Perjanjian Kerja'
  },
  BLPS: { kode: '2.2.01.01.04.0019', nama: '[DANA KHUSUS] - DAK Non Fisik-Dana Bantuan BLPS' }
};

/** Every line of every year. Deterministic; the two pergeseran keep each year's total to the rupiah. */
export function budget(): BudgetLine[] {
  return years.flatMap((year) => {
    const murni = new Map(lines.map((line) => [lineKey(line), original(line, year)]));
    const first = balanced(
      shift(murni, (line) => firstShift(line, year)),
      murni
    );
    const second = balanced(
      shift(first, (line) => secondShift(line, year)),
      first
    );
    const last = new Map(lines.map((line) => [lineKey(line), revised(line, year, second.get(lineKey(line)) ?? 0)]));
    const own = lines.map((line) => budgetLine(line, year, [murni, first, second, last]));
    return own.toSorted((a, b) => compare(codeKey(a), codeKey(b)));
  });
}

function budgetLine(line: Line, tahun: Year, snapshots: readonly Map<string, number>[]): BudgetLine {
  const at = (stage: Stage) => snapshots[stages.indexOf(stage)]?.get(lineKey(line)) ?? 0;
  return {
    line,
    tahun,
    kodeSubkegiatan: codeInYear(line.kodeSubkegiatan, tahun),
    pagu: byStage(at),
    parts: byStage((stage) => split(line, tahun, at(stage))),
    diblokir: byStage((stage) => (blocked(line, tahun, stage) ? at(stage) : 0))
  };
}

/** Order of the exports: unit, sub kegiatan as coded that year, account. */
function codeKey({ line, kodeSubkegiatan }: BudgetLine): string {
  return `${line.unit.kode} ${kodeSubkegiatan} ${line.kodeAkun}`;
}

function byStage<T>(valueAt: (stage: Stage) => T): Record<Stage, T> {
  return {
    murni: valueAt('murni'),
    'pergeseran-1': valueAt('pergeseran-1'),
    'pergeseran-2': valueAt('pergeseran-2'),
    perubahan: valueAt('perubahan')
  };
}

const growth: Record<Year, number> = { 2023: 0.98, 2024: 1.06, 2025: 1.1, 2026: 1.11 };
const payGrowth: Record<Year, number> = { 2023: 1, 2024: 1.03, 2025: 1.06, 2026: 1.1 };
const balancingLine = '1.06.0.00.0.00.01.0000 1.06.01.2.09.0009 5.1.02.03.03.0001';

function isPay(line: Line): boolean {
  return line.pola === 'gaji' || line.pola === 'tpp';
}

function original(line: Line, year: Year): number {
  if (line.pola === 'santunan') return santunanPagu(year, 'murni');
  if (isNew(line, year)) return 0;
  if (isPay(line)) return whole(line, line.size * payGrowth[year]);
  return whole(
    line,
    line.size * growth[year] * permakananSize(line, year) * between(0.93, 1.07, year, lineKey(line), 'murni')
  );
}

/** Rounds rupiah to whole units of the thing bought (or whole thousands for each of a fixed quantity). */
function whole(line: Line, rupiah: number): number {
  const step = stepOf(line);
  return Math.round(rupiah / step) * step;
}

function stepOf(line: Line): number {
  return line.harga ?? (line.kuantitas ?? 1) * 1000;
}

/** Goods and cash that reach people: they receive what a pergeseran frees. Permakanan and santunan follow their lists of people instead. */
function isAid(line: Line): boolean {
  return (
    (line.kodeAkun === '5.1.02.01.01.0039' && line.pola !== 'duabulan') ||
    (line.kodeAkun.startsWith('5.1.06.') && line.pola !== 'santunan')
  );
}

function firstShift(line: Line, year: Year): number {
  const travel = line.kodeAkun.startsWith('5.1.02.04.');
  if (year === 2025) return travel ? 0.5 : line.pola === 'kantor' ? 0.7 : line.pola === 'rapat' ? 0.6 : 1;
  return travel ? 0.95 : line.pola === 'kantor' ? 0.97 : 1;
}

function secondShift(line: Line, year: Year): number {
  if (isPay(line) || line.pola === 'santunan') return 1;
  return between(0, 1, year, lineKey(line), 'pergeseran-2') < 0.15 ? 0.92 : 1;
}

/** Applies a factor to the lines that give and hands what they free to the aid lines that do not give, by size. */
function shift(before: Map<string, number>, factorOf: (line: Line) => number): Map<string, number> {
  const pagu = (line: Line) => before.get(lineKey(line)) ?? 0;
  const freed = lines.reduce((sum, line) => sum + pagu(line) - whole(line, pagu(line) * factorOf(line)), 0);
  const receivers = lines.filter((line) => isAid(line) && factorOf(line) === 1);
  const received = receivers.reduce((sum, line) => sum + pagu(line), 0);
  return new Map(
    lines.map((line) => {
      const extra = receivers.includes(line) ? freed * (pagu(line) / received) : 0;
      return [lineKey(line), whole(line, pagu(line) * factorOf(line) + extra)];
    })
  );
}

/** Rounding leaves a small difference; one lump-sum line takes it, so that a pergeseran does not change the total. */
function balanced(after: Map<string, number>, before: Map<string, number>): Map<string, number> {
  const total = (pagu: Map<string, number>) => [...pagu.values()].reduce((sum, value) => sum + value, 0);
  const rest = total(before) - total(after);
  return new Map(after).set(balancingLine, (after.get(balancingLine) ?? 0) + rest);
}

function revised(line: Line, year: Year, before: number): number {
  if (line.pola === 'santunan') return santunanPagu(year, 'perubahan');
  if (isDropped(line, year)) return 0;
  if (isNew(line, year)) return whole(line, line.size * growth[year]);
  return whole(line, before * revision(line, year));
}

function revision(line: Line, year: Year): number {
  if (year !== 2026)
    return { 2023: 1.04, 2024: 1.03, 2025: 0.985 }[year] * between(0.97, 1.03, year, lineKey(line), 'perubahan');
  if (isPay(line)) return 0.985;
  const protectedAid = /^1\.06\.(04\.2\.01|06\.2\.01)\./.test(line.kodeSubkegiatan);
  const support = line.kodeSubkegiatan.startsWith('1.06.01.');
  return (protectedAid ? 0.98 : support ? 0.8 : 0.86) * between(0.97, 1.03, year, lineKey(line), 'perubahan');
}

/** Parts of a pagu by funding source; in 2026 most of what DBH paid moves to DAU. */
function split(line: Line, year: Year, pagu: number): Part[] {
  if (pagu === 0) return [];
  const shares = sharesOf(line.sumberDana, year);
  const step = stepOf(line);
  let left = pagu;
  const parts = shares.map(([name, share], index) => {
    const part = index === shares.length - 1 ? left : Math.round((pagu * share) / step) * step;
    left -= part;
    return { kodeSumberDana: sources[name]?.kode ?? name, pagu: part };
  });
  return parts.filter((part) => part.pagu !== 0);
}

function sharesOf(text: string, year: Year): [name: string, share: number][] {
  const written = text.split('+').map((part): [string, number] => {
    const [, name = '', percent = '100'] = /^([A-Z]+)(\d+)?$/.exec(part) ?? [];
    return [name, Number(percent || 100) / 100];
  });
  if (year !== 2026) return written;
  const merged = new Map<string, number>();
  for (const [name, share] of written.flatMap(([name, share]): [string, number][] =>
    name === 'DBH'
      ? [
          ['DBH', share * 0.4],
          ['DAU', share * 0.6]
        ]
      : [[name, share]]
  )) {
    merged.set(name, (merged.get(name) ?? 0) + share);
  }
  return [...merged];
}
