import type { CutAid, CutInput, CutLine, CutSource } from '$lib/model/cuts/line';
import { defaultRules, type Rules, type Scenario } from '$lib/model/cuts/scenario';

/** A line of the office paid from free money, all of it open, with what the test says otherwise. */
export function lineOf(given: Partial<CutLine> & { id: string; pagu: number }): CutLine {
  return {
    kodeSkpd: 'A',
    kodeSubkegiatan: `1.06.01.2.06.${given.id}`,
    kodeAkun: '5.1.02.01.01.0052',
    sources: [{ sumber: 'PAD', pagu: given.pagu }],
    spent: 0,
    committed: 0,
    obligations: 0,
    role: 'umum',
    roleBasis: 'usulan',
    cap: null,
    priority: null,
    template: null,
    step: null,
    spm: false,
    dasar: null,
    aid: [],
    ...given
  };
}

/** An aid of which everything is known: one recipient of each of desil 1–4 a month at Rp1, for twelve months. */
export function aidOf(given: Partial<CutAid> & { kode: string }): CutAid {
  return {
    nama: given.kode,
    unit: 'keluarga',
    perMonth: 1,
    priceBasis: 'harga',
    months: 12,
    oneOff: false,
    eligible: [1, 2, 3, 4],
    recipients: [],
    missed: null,
    byRegion: [],
    ...given
  };
}

export const sources: readonly CutSource[] = [
  { kode: 'DAK', nama: 'DAK', kelompok: 'TKD', komponen: 'dak', terikat: true },
  { kode: 'DAU', nama: 'DAU', kelompok: 'TKD', komponen: 'dau', terikat: false },
  { kode: 'DBH', nama: 'DBH', kelompok: 'TKD', komponen: 'dbh', terikat: false },
  { kode: 'PAD', nama: 'PAD', kelompok: 'PAD', komponen: null, terikat: false }
];

/** The agency in January. */
export function inputOf(lines: readonly CutLine[], aids: readonly CutAid[] = [], mulai = 1): CutInput {
  return { tahun: 2026, mulai, lines, aids, sources, missing: [] };
}

/** A scenario without a shock under the rules of a new one, with what the test says otherwise. */
export function scenarioOf(given: Partial<Omit<Scenario, 'rules'>> & { rules?: Partial<Rules> } = {}): Scenario {
  return {
    tahun: 2026,
    mulai: 1,
    shocks: {},
    bagian: null,
    method: 'sebanding',
    dropping: 'rata',
    objective: 'bulan',
    equal: false,
    rounding: 1,
    ...given,
    decisions: given.decisions ?? {},
    rules: { ...defaultRules, ...given.rules }
  };
}
