import { formatNumber, formatPercent, formatRupiahShort, isKnown } from '$lib/format/number';
import type { Text } from './language';

export interface OutputFacts {
  /** The unit counted: orang, paket, keluarga. */
  satuan: string;
  target: number | null;
  capaian: number | null;
  /** Realisasi ÷ pagu of the same line, a ratio. */
  realizationRate: number | null;
  /** Realisasi, rupiah; cost per unit is this over capaian. */
  realisasi: number | null;
}

/** Output beside money: achieved of target, the money used for it, and what one unit cost. Never a percentage alone. */
export function outputSentence(facts: OutputFacts): Text {
  return { id: outputIn(facts, 'id'), en: outputIn(facts, 'en') };
}

/** Rupiah per unit achieved; null when nothing is achieved or either is not known. */
export function costPerUnit(realisasi: number | null, capaian: number | null): number | null {
  return isKnown(realisasi) && isKnown(capaian) && capaian > 0 ? realisasi / capaian : null;
}

function outputIn({ satuan, target, capaian, realizationRate, realisasi }: OutputFacts, language: 'id' | 'en'): string {
  const id = language === 'id';
  const money = isKnown(realizationRate)
    ? `${formatPercent(realizationRate, language, { digits: 0 })} ${id ? 'pagu terpakai' : 'of pagu used'}`
    : id
      ? 'pemakaian pagu belum diketahui'
      : 'use of pagu not known';
  if (!isKnown(capaian)) return `${id ? 'Capaian belum dilaporkan' : 'Achievement not reported yet'}; ${money}.`;
  const done = `${formatNumber(capaian, language)} ${satuan}`;
  const goal = isKnown(target)
    ? ` ${id ? 'dari' : 'of'} ${formatNumber(target, language)}${target > 0 ? ` (${formatPercent(capaian / target, language, { digits: 0 })})` : ''}`
    : id
      ? ', tanpa target'
      : ', no target set';
  const each = costPerUnit(realisasi, capaian);
  const cost = each === null ? '' : `; ${formatRupiahShort(each, language)} ${id ? 'per' : 'for each'} ${satuan}`;
  return `${done}${goal}; ${money}${cost}.`;
}
