import { parseNumber } from './amount';
import type { CellRead } from './djpkAmount';
import type { Origin } from './layout';
import { decideNumbers } from './number';
import type { Problem } from './problem';
import type { Cell } from './sheet';

/** Money and the printed percentage of one row. */
export interface PercentRow {
  money: readonly CellRead[];
  percent: Cell;
  origin: Origin;
}

export interface PercentCheck {
  problems: Problem[];
  /** The percentages are those of anggaran over realisasi: the two columns change places. */
  swapped: boolean;
}

/** So many rows must agree before a whole column is said to be wrong. */
const enough = 5;

/** Compares realisasi ÷ anggaran with the percentages a source prints beside them. The percentages themselves are never used. */
export function checkPercent(rows: readonly PercentRow[], rounding: bigint): PercentCheck {
  const style = decideNumbers(rows.map(({ percent }) => percent));
  const compared = rows.flatMap(({ money, percent, origin }) => {
    const stated = parseNumber(percent, style);
    const [anggaran, realisasi] = money.map(({ sen }) => sen);
    if (typeof stated !== 'number' || stated === 0 || !anggaran || !realisasi) return [];
    const points = typeof percent === 'string' && percent.includes('%') ? stated * 100 : stated;
    return [{ points, anggaran: Number(anggaran), realisasi: Number(realisasi), percent, origin }];
  });
  const half = Number(rounding);
  const fits = ({ points, anggaran, realisasi }: (typeof compared)[number], scale = 1): boolean =>
    within(points / scale, realisasi, anggaran, half);
  const wrong = compared.filter((row) => !fits(row));
  if (wrong.length === 0) return { problems: [], swapped: false };
  const inverse = wrong.filter(({ points, anggaran, realisasi }) => within(points, anggaran, realisasi, half));
  // a row that was spent to the rupiah reads the same both ways
  const telling = compared.filter(({ anggaran, realisasi }) => anggaran !== realisasi);
  if (inverse.length >= enough && inverse.length > telling.length / 2) return { problems: [], swapped: true };
  const magnified = wrong.filter((row) => fits(row, 100) || fits(row, 10));
  if (magnified.length >= enough && magnified.length > compared.length / 2) {
    const others = wrong.filter((row) => !magnified.includes(row));
    return { problems: [hundredfold(magnified[0]!, magnified.length), ...others.map(differs)], swapped: false };
  }
  return { problems: wrong.map(differs), swapped: false };
}

/** Whether a percentage lies where the rounding of both amounts allows, with half of its own last digit. */
function within(points: number, over: number, under: number, half: number): boolean {
  const [low, high] = [over - half, over + half];
  const corners = [low, high].flatMap((value) =>
    [under - half, under + half].map((below) => (below === 0 ? Infinity : (value / below) * 100))
  );
  const own = 0.0051;
  return points >= Math.min(...corners) - own && points <= Math.max(...corners) + own;
}

interface Compared {
  points: number;
  anggaran: number;
  realisasi: number;
  percent: Cell;
  origin: Origin;
}

function percentText({ anggaran, realisasi }: Compared): string {
  return ((realisasi / anggaran) * 100).toFixed(2).replace('.', ',');
}

function hundredfold(row: Compared, count: number): Problem {
  return {
    kind: 'warning',
    code: 'percent-hundredfold',
    place: { ...row.origin, column: 'persentase', value: String(row.percent) },
    message: {
      id: `${count} persentase berkas ini sepuluh atau seratus kali terlalu besar (di sini seharusnya ${percentText(row)} %); jumlah uangnya tidak terpengaruh, persentasenya tidak dipakai.`,
      en: `${count} percentages of this file are ten or a hundred times too large (here ${percentText(row)} % is right); the amounts are not affected, and the percentages are not used.`
    }
  };
}

function differs(row: Compared): Problem {
  return {
    kind: 'warning',
    code: 'percent',
    place: { ...row.origin, column: 'persentase', value: String(row.percent) },
    message: {
      id: `persentase tidak cocok dengan realisasi dibagi anggaran (${percentText(row)} %): salah satu dari ketiganya keliru.`,
      en: `the percentage does not fit realisasi over anggaran (${percentText(row)} %): one of the three is wrong.`
    },
    fix: { id: 'Cocokkan baris ini dengan portal.', en: 'Compare this row with the portal.' }
  };
}
