import type { AidPart, CutInput, CutLine, CutSource, SourcePagu } from '$lib/model/cuts/line';
import { isBelow, proposeRole } from '$lib/model/cuts/role';
import { grouped } from '$lib/model/funding/grouped';
import type { CutLineRow, CutRuleRow } from '$lib/query/cuts';
import { buildAid, type AidMoney, type BuiltAid } from './cutsAid';
import type { CutQuestion, CutRows } from './cutsRows';

/** What the input rests on and leaves out, for the page to say. */
export interface CutGaps {
  /** Units whose realisasi before `mulai` is not whole: nothing of theirs can be cut. */
  unspent: string[];
  /** Lines whose realisasi is not known. */
  unspentLines: number;
  /** Month of the list of contracts that each unit is read from; null where it has none before `mulai`. */
  contractMonths: { kodeSkpd: string; bulan: number | null }[];
  /** Unpaid rupiah of decrees that name recipients of an aid: not set aside, since harm weighs them. */
  skPenerima: number;
  /** Rupiah that contracts and obligations set aside on the same line, the smaller of the two: twice, if they are one thing. */
  both: number;
  /** Rupiah of listed obligations that are the aid itself: not set aside, since harm weighs them. */
  aidObligations: number;
  /** Rupiah of aid of months before `mulai` that is not paid yet: set aside as an obligation. */
  arrears: number;
  /** Rupiah of pagu without a source, taken for free money. */
  withoutSource: number;
  aids: Omit<BuiltAid, 'aid'>[];
}

/** What the model reads, and what it rests on. */
export interface CutRead {
  input: CutInput;
  gaps: CutGaps;
}

type LineKey = Pick<CutLineRow, 'kodeSkpd' | 'kodeSubkegiatan' | 'kodeAkun'>;

/** `kodeSkpd|kodeSubkegiatan|kodeAkun`, the id of a line. */
export function lineId({ kodeSkpd, kodeSubkegiatan, kodeAkun }: LineKey): string {
  return `${kodeSkpd}|${kodeSubkegiatan}|${kodeAkun}`;
}

/**
 * The model's input of one question. Money is whole rupiah: pagu is rounded down and what is spent or owed up, so that nothing is cut that
 * is not there. Decrees naming recipients and monthly obligations are set aside on every line but for the share that pays an aid: there
 * they are that aid, and the model's harm weighs them. Aid by the month that is due for months gone by and unpaid is an obligation.
 */
export function cutInput(rows: CutRows, { tahun, mulai, kodeSkpd }: CutQuestion): CutRead {
  const inScope = (row: { kodeSkpd: string }) => row.kodeSkpd.startsWith(kodeSkpd ?? '');
  const lines = rows.lines.filter(inScope);
  const parts = partsByLine(rows);
  const built = buildAids(rows, { lines, parts, mulai });
  const context: LineContext = {
    parts,
    mulai,
    sources: grouped(rows.sources.filter(inScope), lineId),
    commitments: new Map(rows.commitments.map((row) => [lineId(row), row])),
    obligations: new Map(rows.obligations.map((row) => [lineId(row), row.sisa])),
    rules: grouped(rows.rules, ruleKey),
    arrears: arrearsByLine(lines, parts, built)
  };
  const drawn = lines.map((row) => lineOf(row, context));
  const input: CutInput = {
    ...{ tahun, mulai },
    lines: drawn.map(({ line }) => line),
    aids: built.map(({ aid }) => aid),
    sources: rows.funding.map(sourceOf),
    missing: missingOf(rows, { mulai, inScope, lines, built })
  };
  return { input, gaps: gapsOf(rows, { drawn, built, lines, inScope }) };
}

interface LineContext {
  parts: ReadonlyMap<string, AidPart[]>;
  mulai: number;
  sources: ReadonlyMap<string, CutRows['sources']>;
  commitments: ReadonlyMap<string, CutRows['commitments'][number]>;
  obligations: ReadonlyMap<string, number>;
  rules: ReadonlyMap<string, CutRuleRow[]>;
  arrears: ReadonlyMap<string, number>;
}

interface DrawnLine {
  line: CutLine;
  /** Rupiah not set aside because they are aid. */
  skPenerima: number;
  aidObligations: number;
  arrears: number;
  /** Set aside by contracts and by obligations alike. */
  both: number;
}

function lineOf(row: CutLineRow, context: LineContext): DrawnLine {
  const id = lineId(row);
  const { kodeSkpd, kodeSubkegiatan, kodeAkun, spm } = row;
  const sources = sourcesOf(context.sources.get(id) ?? []);
  const aid = context.parts.get(id) ?? [];
  const aidShare = Math.min(1, sum(aid.map(({ bagian }) => bagian)));
  const owed = context.commitments.get(id);
  const due = context.obligations.get(id) ?? 0;
  const arrears = context.arrears.get(id) ?? 0;
  const rule = ruleOf(context.rules.get(ruleKey(row)) ?? [], kodeAkun);
  const decreed = owed?.skPenerima ?? 0;
  const line: CutLine = {
    ...{ id, kodeSkpd, kodeSubkegiatan, kodeAkun, sources, aid, spm },
    pagu: sum(sources.map(({ pagu }) => pagu)),
    spent: row.realisasi === null ? null : Math.ceil(row.realisasi),
    committed: Math.ceil((owed?.kontrak ?? 0) + (owed?.utang ?? 0) + decreed * (1 - aidShare)),
    obligations: Math.ceil(due * (1 - aidShare) + arrears),
    ...ruledBy(rule),
    role: (rule?.peran as CutLine['role'] | undefined) ?? proposeRole({ kodeSubkegiatan, kodeAkun, aid }),
    roleBasis: rule === null ? 'usulan' : 'aturan'
  };
  const both = Math.min(owed?.kontrak ?? 0, due * (1 - aidShare));
  return { line, skPenerima: decreed * aidShare, aidObligations: due * aidShare, arrears, both };
}

function sourcesOf(rows: CutRows['sources']): SourcePagu[] {
  return rows.map(({ kodeSumberDana, pagu }) => ({ sumber: kodeSumberDana, pagu: Math.floor(pagu) }));
}

function ruledBy(rule: CutRuleRow | null): Pick<CutLine, 'cap' | 'priority' | 'template' | 'step' | 'dasar'> {
  if (rule === null) return { cap: null, priority: null, template: null, step: null, dasar: null };
  const { batas, prioritas, templat, satuanPotong, dasar } = rule;
  const step = satuanPotong !== null && satuanPotong > 0 ? Math.round(satuanPotong) : null;
  return { cap: batas, priority: prioritas, template: templat, step, dasar };
}

function ruleKey({ kodeSkpd, kodeSubkegiatan }: { kodeSkpd: string; kodeSubkegiatan: string }): string {
  return `${kodeSkpd}|${kodeSubkegiatan}`;
}

/** The rule with the longest group of accounts that holds the account; null without one. */
function ruleOf(rules: readonly CutRuleRow[], kodeAkun: string): CutRuleRow | null {
  const holding = rules.filter(({ kelompokAkun }) => isBelow(kodeAkun, kelompokAkun));
  return holding.toSorted((a, b) => b.kelompokAkun.length - a.kelompokAkun.length)[0] ?? null;
}

/** What each line pays of which aid; an aid that the year does not describe is left out, so that its lines count as unmeasured. */
function partsByLine({ aidLines, aids }: CutRows): Map<string, AidPart[]> {
  const known = new Set(aids.map(({ kode }) => kode));
  const described = aidLines.filter(({ kodeBantuan }) => known.has(kodeBantuan));
  return new Map(
    [...grouped(described, lineId)].map(([id, rows]) => [
      id,
      rows.map(({ kodeBantuan, bagian }) => ({ kodeBantuan, bagian }))
    ])
  );
}

interface AidScope {
  lines: readonly CutLineRow[];
  parts: ReadonlyMap<string, AidPart[]>;
  mulai: number;
}

/** Aid of the regency, and any other that its budget pays for. */
function buildAids(rows: CutRows, { lines, parts, mulai }: AidScope): BuiltAid[] {
  const money = (of: readonly CutLineRow[], kode: string): AidMoney[] =>
    of.flatMap((row) =>
      (parts.get(lineId(row)) ?? [])
        .filter(({ kodeBantuan }) => kodeBantuan === kode)
        .map(({ bagian }) => ({
          pagu: row.pagu * bagian,
          spent: row.realisasi === null ? null : row.realisasi * bagian
        }))
    );
  const paid = new Set([...parts.values()].flat().map(({ kodeBantuan }) => kodeBantuan));
  return rows.aids
    .filter(({ kode, penyelenggara }) => penyelenggara === 'kabupaten' || paid.has(kode))
    .map((aid) => {
      const { lists, desil, districts, desa } = rows;
      const own = { money: money(lines, aid.kode), moneyOfAll: money(rows.lines, aid.kode) };
      return buildAid({ aid, lists, desil, districts, desa, ...own }, mulai);
    });
}

/** Aid by the month that is due for the months before `mulai` and not paid, rupiah by line; only at a set price. */
function arrearsByLine(
  lines: readonly CutLineRow[],
  parts: ReadonlyMap<string, AidPart[]>,
  built: readonly BuiltAid[]
): Map<string, number> {
  const due = new Map(built.map(({ aid, dueBefore }) => [aid.kode, dueBefore]));
  const pagu = new Map<string, number>();
  const each = lines.flatMap((row) => (parts.get(lineId(row)) ?? []).map((part) => ({ row, ...part })));
  for (const { row, kodeBantuan, bagian } of each)
    pagu.set(kodeBantuan, (pagu.get(kodeBantuan) ?? 0) + row.pagu * bagian);
  const out = new Map<string, number>();
  for (const { row, kodeBantuan, bagian } of each) {
    const share = (row.pagu * bagian) / (pagu.get(kodeBantuan) || 1);
    const unpaid = (due.get(kodeBantuan) ?? 0) * share - (row.realisasi ?? 0) * bagian;
    const left = (row.pagu - (row.realisasi ?? 0)) * bagian;
    const id = lineId(row);
    out.set(id, (out.get(id) ?? 0) + Math.max(0, Math.min(unpaid, left)));
  }
  return out;
}

function sourceOf({ kode, nama, kelompok, komponenTkd, terikat }: CutRows['funding'][number]): CutSource {
  return { kode, nama, kelompok: kelompok as CutSource['kelompok'], komponen: komponenTkd, terikat };
}

interface Scope {
  inScope(row: { kodeSkpd: string }): boolean;
  lines: readonly CutLineRow[];
  built: readonly BuiltAid[];
}

/** Tables that say nothing here. In January no list of contracts is expected yet. */
function missingOf(rows: CutRows, { mulai, inScope, lines, built }: Scope & { mulai: number }): CutInput['missing'] {
  const paying = built.filter(({ aid }) => rows.aidLines.some(({ kodeBantuan }) => kodeBantuan === aid.kode));
  const lacks: Record<CutInput['missing'][number], boolean> = {
    aturan_potong: !rows.rules.some(inScope),
    kewajiban: !rows.obligations.some(inScope),
    komitmen: mulai > 1 && !rows.commitmentMonths.some(inScope),
    bantuan_belanja: rows.aidLines.length === 0,
    realisasi: lines.some(({ realisasi }) => realisasi === null),
    sasaran_desil: rows.desil.length === 0 || paying.some(({ aid }) => aid.recipients === null)
  };
  return (Object.keys(lacks) as CutInput['missing'][number][]).filter((table) => lacks[table]);
}

function gapsOf(rows: CutRows, { drawn, built, lines, inScope }: Scope & { drawn: readonly DrawnLine[] }): CutGaps {
  const unknown = lines.filter(({ realisasi }) => realisasi === null);
  const months = new Map(rows.commitmentMonths.map(({ kodeSkpd, bulan }) => [kodeSkpd, bulan]));
  const total = (of: (one: DrawnLine) => number) => Math.round(sum(drawn.map(of)));
  const nameless = drawn.flatMap(({ line }) => line.sources.filter(({ sumber }) => sumber === null));
  return {
    unspent: [...new Set(unknown.map(({ kodeSkpd }) => kodeSkpd))],
    unspentLines: unknown.length,
    contractMonths: rows.stages
      .filter(inScope)
      .map(({ kodeSkpd }) => ({ kodeSkpd, bulan: months.get(kodeSkpd) ?? null })),
    both: total(({ both }) => both),
    skPenerima: total(({ skPenerima }) => skPenerima),
    aidObligations: total(({ aidObligations }) => aidObligations),
    arrears: total(({ arrears }) => arrears),
    withoutSource: sum(nameless.map(({ pagu }) => pagu)),
    aids: built.map(({ aid: _, ...rest }) => rest)
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
