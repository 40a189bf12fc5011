import { between } from './random';
import type { RegionYear } from './region';

/** When money of a component arrives: weights of the months, January first. */
const weights: Readonly<Record<string, readonly number[]>> = {
  dbh_pajak: [0, 0, 18, 2, 0, 20, 2, 0, 20, 3, 10, 25],
  dbh_sda: [0, 0, 18, 2, 0, 20, 2, 0, 20, 3, 10, 25],
  dau_block: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  dau_ditentukan: [0, 0, 30, 0, 0, 0, 40, 0, 0, 30, 0, 0],
  dak_fisik: [0, 0, 0, 0, 25, 0, 0, 45, 0, 0, 30, 0],
  dak_nonfisik: [0, 0, 28, 0, 0, 26, 0, 0, 26, 0, 20, 0],
  dana_desa: [0, 0, 0, 35, 0, 0, 30, 0, 15, 0, 20, 0],
  insentif_fiskal: [0, 0, 0, 0, 0, 0, 50, 0, 0, 50, 0, 0],
  bagi_hasil_provinsi: [4, 4, 10, 5, 6, 11, 6, 6, 12, 7, 9, 20],
  bankeu_provinsi: [0, 0, 0, 10, 0, 20, 0, 20, 0, 20, 0, 30]
};
const own = [5, 6, 8, 8, 8, 9, 8, 9, 9, 9, 9, 12];

/** Of a year's rupiah of a component, what has arrived by the end of a month; all of it by December. The same in every region. */
export function arrived(year: number, komponen: string, tahun: RegionYear, month: number): number {
  const parts = (weights[komponen] ?? own).map((weight, i) => weight * swing(komponen, tahun, i));
  const all = sum(parts);
  return month >= 12 ? year : Math.round((year * sum(parts.slice(0, month))) / all);
}

/** Block DAU comes in twelve equal parts by law; other transfers are early or late by up to 15 %. */
function swing(komponen: string, tahun: RegionYear, index: number): number {
  return komponen === 'dau_block' ? 1 : between(0.85, 1.15, komponen, tahun, index, 'tiba');
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
