import type { Database } from '$lib/query/define';
import * as recipients from '$lib/query/cutRecipients';
import * as ask from '$lib/query/cuts';
import { homeRegion } from '$lib/query/funding';
import { fundingSources, type FundingSourceRow } from '$lib/query/fundingPrograms';
import { nomenklaturNames, units } from '$lib/query/realization';
import { targetingAt, type ListClassRow } from '$lib/query/targeting';
import { aidLines, aidOfYear, type AidLineRow, type AidRow } from '$lib/query/targetingAid';

/** What is asked: a year, the first month the plan may touch (1–12), and a unit or the head of an SKPD's code; null for all units. */
export interface CutQuestion {
  tahun: number;
  mulai: number;
  kodeSkpd: string | null;
}

/** Rows of every table the cut model reads, for all units of a year. */
export interface CutRows {
  lines: ask.CutLineRow[];
  sources: ask.CutSourceRow[];
  stages: ask.CutStageRow[];
  commitments: ask.CutCommitmentRow[];
  commitmentMonths: ask.CutCommitmentMonthRow[];
  obligations: ask.CutObligationRow[];
  rules: ask.CutRuleRow[];
  funding: FundingSourceRow[];
  aids: AidRow[];
  aidLines: AidLineRow[];
  /** Lists of the home region; empty where the extract names none. */
  lists: ListClassRow[];
  desil: recipients.CutDesilRow[];
  districts: recipients.CutDistrictRow[];
  /** By desa, of an internal extract alone; empty otherwise. */
  desa: recipients.CutDistrictRow[];
}

/** How far down losses are told: public extracts stop at the kecamatan, whatever cells of a desa they publish. */
export type CutGrain = 'kecamatan' | 'desa';

/** Asks every question of the cut model. A table of rules that the extract lacks gives no rules. */
export async function cutRows(
  database: Database,
  { tahun, mulai }: Omit<CutQuestion, 'kodeSkpd'>,
  grain: CutGrain = 'kecamatan'
): Promise<CutRows> {
  const at = { tahun, mulai };
  const [home] = await database.all(homeRegion, {});
  const kode = home?.kodeWilayah ?? '';
  const [lines, sources, stages, commitments, commitmentMonths, obligations] = await Promise.all([
    database.all(ask.cutLines, at),
    database.all(ask.cutSources, at),
    database.all(ask.cutStages, at),
    database.all(ask.cutCommitments, at),
    database.all(ask.cutCommitmentMonths, at),
    database.all(ask.cutObligations, at)
  ]);
  const [rules, funding, aids, paidBy, lists, desil, districts, desa] = await Promise.all([
    rulesOf(database, tahun),
    database.all(fundingSources, { tahun }),
    database.all(aidOfYear, { tahun }),
    database.all(aidLines, { tahun }),
    database.all(targetingAt, { tahun, kodeWilayah: kode }),
    database.all(recipients.cutDesil, { tahun, kodeWilayah: kode }),
    database.all(recipients.cutDistricts, { tahun, kodeInduk: kode }),
    grain === 'desa' ? database.all(recipients.cutDesa, { tahun, kodeInduk: kode }) : []
  ]);
  const budget = { lines, sources, stages, commitments, commitmentMonths, obligations, rules, funding };
  return { ...budget, aids, aidLines: paidBy, lists, desil, districts, desa };
}

/** Extracts without a rule were written without the table. */
async function rulesOf(database: Database, tahun: number): Promise<ask.CutRuleRow[]> {
  try {
    return await database.all(ask.cutRules, { tahun });
  } catch (error) {
    if (error instanceof Error && /aturan_potong.*does not exist/i.test(error.message)) return [];
    throw error;
  }
}

/** Names of the codes of one year, by code. */
export interface CutNames {
  skpd: Record<string, string>;
  /** Program, kegiatan and sub kegiatan. */
  nomenklatur: Record<string, string>;
  akun: Record<string, string>;
}

/** Names of units, programme codes and accounts of a year; a code nobody names has no entry. */
export async function cutNames(database: Database, tahun: number): Promise<CutNames> {
  const [skpd, nomenklatur, akun] = await Promise.all([
    database.all(units, { tahun }),
    database.all(nomenklaturNames, { tahun }),
    database.all(ask.cutAccountNames, { tahun })
  ]);
  return { skpd: byCode(skpd), nomenklatur: byCode(nomenklatur), akun: byCode(akun) };
}

function byCode(rows: readonly { kode: string; nama: string }[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ kode, nama }) => [kode, nama]));
}
