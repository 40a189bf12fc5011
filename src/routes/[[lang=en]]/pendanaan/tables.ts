import type { DataTable } from '$lib/format/table';
import { formatNumber, formatRupiahShort } from '$lib/format/number';
import { componentName, budgetStageName, sourceName } from '$lib/text/fundingNames';
import { fundingLabels as text } from '$lib/text/fundingLabels';
import type { Language } from '$lib/text/language';
import type { FundingPage, YearsInUnit } from '$lib/view/fundingPage';
import type { FundingView } from '$lib/view/funding';

/** Components by year, in the unit of `factors`; null where the source does not say. */
export function compositionTable(
  years: NonNullable<FundingView['years']>,
  factors: YearsInUnit['factors'],
  language: Language
): DataTable {
  const amounts = (rupiah: readonly (number | null)[]) =>
    Object.fromEntries(
      years.rows.map(({ tahun }, i) => {
        const [value, factor] = [rupiah[i] ?? null, factors[i] ?? null];
        return [String(tahun), value === null || factor === null ? null : value * factor];
      })
    );
  return {
    columns: [
      { key: 'komponen', label: text.komponen[language], kind: 'text' },
      ...years.rows.map(({ tahun }) => ({ key: String(tahun), label: String(tahun), kind: 'rupiah' as const }))
    ],
    rows: [
      ...years.items.map(({ komponen, rupiah }) => ({
        komponen: componentName(komponen)[language],
        ...amounts(rupiah)
      })),
      { komponen: text.jumlah[language], ...amounts(years.rows.map(({ jumlah }) => jumlah)) }
    ]
  };
}

/** What changed between the two years compared, by component, largest first; the difference of the amounts shown. */
export function changeTable(
  years: NonNullable<FundingView['years']>,
  { factors, compared }: YearsInUnit,
  language: Language
): DataTable | null {
  if (compared === null) return null;
  const [from, to] = compared.map((tahun) => years.rows.findIndex((row) => row.tahun === tahun)) as [number, number];
  const amount = (rupiah: readonly (number | null)[], i: number, unlisted: readonly number[] = []) =>
    unlisted.includes(i) ? 0 : (rupiah[i] ?? 0) * (factors[i] ?? 0);
  const sums = years.rows.map(({ jumlah }) => jumlah);
  const whole = amount(sums, to);
  const row = (komponen: string, before: number, after: number) => ({
    komponen,
    before,
    after,
    share: whole > 0 ? after / whole : null,
    change: after - before,
    rate: before > 0 ? (after - before) / before : null
  });
  const parts = years.items.map(({ komponen, rupiah, unlisted }) =>
    row(componentName(komponen)[language], amount(rupiah, from, unlisted), amount(rupiah, to, unlisted))
  );
  return {
    columns: [
      { key: 'komponen', label: text.komponen[language], kind: 'text' },
      { key: 'before', label: String(compared[0]), kind: 'rupiah', wideOnly: true },
      { key: 'after', label: String(compared[1]), kind: 'rupiah' },
      { key: 'share', label: `${text.share[language]} ${compared[1]}`, kind: 'percent', wideOnly: true },
      { key: 'change', label: text.change[language], kind: 'rupiah' },
      { key: 'rate', label: text.rate[language], kind: 'percent' }
    ],
    rows: [
      ...parts.sort((one, other) => Math.abs(other.change) - Math.abs(one.change)),
      row(text.jumlah[language], amount(sums, from), whole)
    ]
  };
}

/** Shares of TKD and of own revenue by year, ratios; null where a source does not give the whole revenue. */
export function dependencyTable(years: NonNullable<FundingView['years']>, language: Language): DataTable {
  return {
    columns: [
      { key: 'tahun', label: text.tahun[language], kind: 'text' },
      { key: 'tkd', label: text.tkdShare[language], kind: 'percent' },
      { key: 'pad', label: text.padShare[language], kind: 'percent' },
      { key: 'jumlah', label: text.jumlah[language], kind: 'rupiah' }
    ],
    rows: years.rows.map(({ tahun, isFull, sampaiBulan, tkdShare, padShare, jumlah }) => ({
      tahun: isFull || sampaiBulan === null ? String(tahun) : `${tahun} (1–${sampaiBulan})`,
      tkd: tkdShare,
      pad: padShare,
      jumlah
    }))
  };
}

/** One percent less of each component. */
export function exposureTable(exposure: NonNullable<FundingView['exposure']>, language: Language): DataTable {
  return {
    columns: [
      { key: 'komponen', label: text.komponen[language], kind: 'text' },
      { key: 'onePercent', label: text.onePercent[language], kind: 'rupiah' },
      { key: 'agency', label: text.agencyOnePercent[language], kind: 'rupiah' },
      { key: 'months', label: text.programMonths[language], kind: 'number', digits: 1, wideOnly: true }
    ],
    rows: exposure.rows.map(({ komponen, onePercent, agency }) => ({
      komponen: componentName(komponen)[language],
      onePercent,
      agency: agency?.rupiah ?? null,
      months: agency?.programMonths ?? null
    }))
  };
}

/** Shares of TKD of the regions of one class, highest first. */
export function peerTable(peers: NonNullable<FundingView['peers']>, language: Language): DataTable {
  return {
    columns: [
      { key: 'nama', label: text.region[language], kind: 'text' },
      { key: 'share', label: text.tkdShare[language], kind: 'percent' }
    ],
    rows: peers.regions.map(({ nama, tkdShare }) => ({ nama, share: tkdShare }))
  };
}

/** Budget errors by component; the last year's amounts beside them. */
export function errorTable(errors: NonNullable<FundingView['budgetErrors']>, language: Language): DataTable {
  const last = errors.stages.at(-1)?.tahun ?? '';
  return {
    columns: [
      { key: 'komponen', label: text.komponen[language], kind: 'text' },
      { key: 'anggaran', label: `${text.anggaran[language]} ${last}`, kind: 'rupiah', wideOnly: true },
      { key: 'realisasi', label: `${text.realisasi[language]} ${last}`, kind: 'rupiah', wideOnly: true },
      { key: 'mean', label: text.meanError[language], kind: 'percent' },
      { key: 'rmse', label: text.spread[language], kind: 'percent' },
      { key: 'n', label: text.years[language], kind: 'number' }
    ],
    rows: errors.errors.map(({ komponen, anggaran, realisasi, mean, rmse, n }) => ({
      komponen: komponen === 'jumlah' ? text.jumlah[language] : componentName(komponen)[language],
      anggaran: anggaran.at(-1) ?? null,
      realisasi: realisasi.at(-1) ?? null,
      mean,
      rmse,
      n
    }))
  };
}

/** Sources of the agency's own budget. */
export function sourceTable(programs: NonNullable<FundingView['programs']>, language: Language): DataTable {
  const whole = programs.sources.reduce((sum, { pagu }) => sum + pagu, 0);
  return {
    columns: [
      { key: 'nama', label: text.source[language], kind: 'text' },
      { key: 'use', label: text.use[language], kind: 'text' },
      { key: 'pagu', label: text.pagu[language], kind: 'rupiah' },
      { key: 'share', label: text.share[language], kind: 'percent' }
    ],
    rows: programs.sources.map(({ nama, kode, terikat, pagu }) => ({
      nama: nama ?? text.unnamed[language],
      kode,
      use: terikat === null ? null : text[terikat ? 'earmarked' : 'free'][language],
      pagu,
      share: whole === 0 ? null : pagu / whole
    }))
  };
}

/** Programs × sources: a column for each source that pays, largest first. */
export function programTable(programs: NonNullable<FundingView['programs']>, language: Language): DataTable {
  return {
    columns: [
      { key: 'nama', label: text.program[language], kind: 'text' },
      { key: 'jumlah', label: text.jumlah[language], kind: 'rupiah' },
      ...programs.sources.map(({ kode, nama }) => ({
        key: `s${kode}`,
        label: nama ?? text.unnamed[language],
        kind: 'rupiah' as const
      }))
    ],
    rows: programs.programs.map(({ kode, nama, pagu }) => ({
      nama,
      kode,
      jumlah: Object.values(pagu).reduce((sum, one) => sum + one, 0),
      ...Object.fromEntries(programs.sources.map((source) => [`s${source.kode}`, pagu[source.kode] ?? null]))
    }))
  };
}

/** TKD not received by the end of closed years. */
export function owedTable(arrival: NonNullable<FundingView['arrival']>, language: Language): DataTable {
  return {
    columns: [
      { key: 'tahun', label: text.tahun[language], kind: 'text' },
      { key: 'anggaran', label: text.anggaran[language], kind: 'rupiah' },
      { key: 'realisasi', label: text.received[language], kind: 'rupiah' },
      { key: 'owed', label: text.owed[language], kind: 'rupiah' }
    ],
    rows: arrival.owed.map(({ tahun, anggaran, realisasi, owed }) => ({
      tahun: String(tahun),
      anggaran,
      realisasi,
      owed
    }))
  };
}

/** Pendapatan − Belanja + Pembiayaan of each budget, with what comes out. */
export function balanceTable(balance: FundingPage['balance'], language: Language): DataTable {
  const stage = ({ tahap, sampaiBulan }: FundingPage['balance'][number]) =>
    [
      tahap === null ? null : budgetStageName(tahap)[language],
      sampaiBulan === 12 ? null : `1–${formatNumber(sampaiBulan, language)}`
    ]
      .filter(Boolean)
      .join(', ');
  const result = ({ rest, isBalanced }: FundingPage['balance'][number]): string =>
    isBalanced === null
      ? text.incomplete[language]
      : isBalanced
        ? `✓ ${text.balances[language]}`
        : `✗ ${text.differs[language]} ${formatRupiahShort(rest, language)}`;
  return {
    columns: [
      { key: 'tahun', label: text.tahun[language], kind: 'text' },
      { key: 'sumber', label: text.series[language], kind: 'text' },
      { key: 'tahap', label: text.stage[language], kind: 'text', wideOnly: true },
      { key: 'result', label: text.result[language], kind: 'text' },
      { key: 'silpa', label: text.silpa[language], kind: 'rupiah' }
    ],
    rows: balance.map((row) => ({
      tahun: String(row.tahun),
      sumber: sourceName(row.sumber)[language],
      tahap: stage(row) || null,
      result: result(row),
      silpa: row.silpa
    }))
  };
}
