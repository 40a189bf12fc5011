import {
  monthsFunded,
  paguAfterFall,
  programMonths,
  type MonthsFunded,
  type RegularLine
} from '$lib/model/funding/monthsFunded';
import { grouped } from '$lib/model/funding/grouped';
import type { Database } from '$lib/query/define';
import * as ask from '$lib/query/fundingPrograms';
import { nomenklaturNames } from '$lib/query/realization';

/** A source of funds in the agency's budget. */
export interface SourceView {
  /** `''` for money whose source the exports do not name. */
  kode: string;
  /** Null for that one. */
  nama: string | null;
  kelompok: string | null;
  /** In the words of `apbd_daerah.komponen`; null where it is not TKD. */
  komponenTkd: string | null;
  /** Whether its use is prescribed; null where the source is not named. */
  terikat: boolean | null;
  /** Pagu of the agency from it, rupiah. */
  pagu: number;
}

/** A program and the sources that pay for it. */
export interface ProgramFundingRow {
  kode: string;
  nama: string;
  /** Rupiah by code of the source. */
  pagu: Record<string, number>;
}

/** A line whose need recurs each month. */
export interface RegularLineView {
  kodeSkpd: string;
  kodeAkun: string;
  /** Rupiah a month, and the last month in which it is due. */
  needs: [perBulan: number, sampaiBulan: number][];
  /** Rupiah by code of the source; empty where nothing is appropriated. */
  pagu: Record<string, number>;
  /** Whether the need comes from the list of obligations, or from an even cash plan. */
  dasar: 'kewajiban' | 'rencana_kas';
}

/** A sub kegiatan with lines that recur. */
export interface RegularWork {
  kode: string;
  nama: string;
  lines: RegularLineView[];
}

/** What the agency's own sources pay for, at the stage in force in a month. */
export interface ProgramFunding {
  tahun: number;
  bulan: number;
  sources: SourceView[];
  programs: ProgramFundingRow[];
  /** In order of code; what does not recur is not there, and has no number of months. */
  works: RegularWork[];
}

/** Sources × programs and recurring lines of one year; null where the year has no pagu in force. */
export async function programFunding(
  database: Database,
  at: { tahun: number; bulan: number }
): Promise<ProgramFunding | null> {
  const [rows, sources, needs, linePagu, names] = await Promise.all([
    database.all(ask.programSources, at),
    database.all(ask.fundingSources, { tahun: at.tahun }),
    database.all(ask.regularNeeds, at),
    database.all(ask.linePaguBySource, at),
    database.all(nomenklaturNames, { tahun: at.tahun })
  ]);
  if (rows.length === 0) return null;
  const nameOf = new Map(names.map(({ kode, nama }) => [kode, nama]));
  const programs = [...grouped(rows, ({ kodeProgram }) => kodeProgram)].map(([kode, parts]) => ({
    kode,
    nama: nameOf.get(kode) ?? kode,
    pagu: bySource(parts)
  }));
  return { ...at, sources: sourceViews(rows, sources), programs, works: regularWorks(needs, linePagu, nameOf) };
}

/** Months that the whole pagu of a line pays for, after its sources fell by the ratios given (0.1 = 10 % less). */
export function lineMonths(line: RegularLineView, falls: Readonly<Record<string, number>> = {}): MonthsFunded | null {
  const regular = regularLine(line);
  return monthsFunded(paguAfterFall(regular, falls), regular.needs);
}

/** A line that its pagu does not carry to its last month. */
export interface ShortLine extends MonthsFunded {
  kode: string;
  nama: string;
  kodeAkun: string;
}

/** Lines without money for a twentieth of a month or more, after a fall; the largest shortfall in rupiah first. */
export function shortLines(works: readonly RegularWork[], falls: Readonly<Record<string, number>> = {}): ShortLine[] {
  return works
    .flatMap(({ kode, nama, lines }) =>
      lines.flatMap((line) => {
        const found = lineMonths(line, falls);
        return found === null || found.unfunded < 0.05 ? [] : [{ kode, nama, kodeAkun: line.kodeAkun, ...found }];
      })
    )
    .sort((a, b) => b.shortfall - a.shortfall || (a.kode + a.kodeAkun < b.kode + b.kodeAkun ? -1 : 1));
}

function regularLine({ needs, pagu }: RegularLineView): RegularLine {
  return { pagu, needs: needs.map(([perBulan, sampaiBulan]) => ({ perBulan, sampaiBulan })) };
}

/** What one percent less of some sources takes from the agency: rupiah, and program-months (null where nothing that recurs is paid from them). */
export function onePercentOf(
  { sources, works }: ProgramFunding,
  isMeant: (source: SourceView) => boolean
): { rupiah: number; programMonths: number | null } | null {
  const meant = sources.filter(isMeant);
  if (meant.length === 0) return null;
  const rupiah = meant.reduce((sum, { pagu }) => sum + pagu, 0) / 100;
  const lines = works.flatMap((work) => work.lines.map(regularLine));
  return { rupiah, programMonths: programMonths(rupiah, lines, new Set(meant.map(({ kode }) => kode))) };
}

function sourceViews(rows: readonly ask.ProgramSourceRow[], names: readonly ask.FundingSourceRow[]): SourceView[] {
  const known = new Map(names.map((source) => [source.kode, source]));
  return [...grouped(rows, ({ kodeSumberDana }) => kodeSumberDana ?? '')]
    .map(([kode, parts]) => {
      const { nama = null, kelompok = null, komponenTkd = null, terikat = null } = known.get(kode) ?? {};
      return { kode, nama, kelompok, komponenTkd, terikat, pagu: parts.reduce((sum, { pagu }) => sum + pagu, 0) };
    })
    .sort((a, b) => b.pagu - a.pagu || (a.kode < b.kode ? -1 : 1));
}

function regularWorks(
  needs: readonly ask.RegularNeedRow[],
  pagu: readonly ask.LinePaguBySourceRow[],
  nameOf: ReadonlyMap<string, string>
): RegularWork[] {
  const keyOf = (row: { kodeSkpd: string; kodeSubkegiatan: string; kodeAkun: string }) =>
    `${row.kodeSkpd} ${row.kodeSubkegiatan} ${row.kodeAkun}`;
  const granted = grouped(pagu, keyOf);
  const lineOf = ([key, rows]: [string, ask.RegularNeedRow[]]): RegularLineView => ({
    kodeSkpd: rows[0]!.kodeSkpd,
    kodeAkun: rows[0]!.kodeAkun,
    needs: rows.map(({ perBulan, sampaiBulan }) => [perBulan, sampaiBulan]),
    pagu: bySource(granted.get(key) ?? []),
    dasar: rows[0]!.dasar === 'rencana_kas' ? 'rencana_kas' : 'kewajiban'
  });
  return [...grouped(needs, ({ kodeSubkegiatan }) => kodeSubkegiatan)]
    .map(([kode, rows]) => ({ kode, nama: nameOf.get(kode) ?? kode, lines: [...grouped(rows, keyOf)].map(lineOf) }))
    .sort((a, b) => (a.kode < b.kode ? -1 : 1));
}

function bySource(rows: readonly { kodeSumberDana: string | null; pagu: number }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { kodeSumberDana, pagu } of rows) sums[kodeSumberDana ?? ''] = (sums[kodeSumberDana ?? ''] ?? 0) + pagu;
  return sums;
}
