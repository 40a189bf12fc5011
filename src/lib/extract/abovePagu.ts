import type { Problem } from '$lib/source/problem';
import { rupiah } from '$lib/source/rupiah';
import { groupBy } from './group';
import type { Span } from './series';
import type { PaguRow } from './stages';

/** Lines whose realisasi to the last month exceeds the pagu in force then: kept as they are, and reported once a unit and year. */
export function abovePagu(spans: readonly Span[], pagu: readonly PaguRow[]): Problem[] {
  const stages = groupBy(pagu, (row) => `${row.tahun}|${row.kode_skpd}`);
  return [...groupBy(spans, ({ tahun, kodeSkpd }) => `${tahun}|${kodeSkpd}`)].flatMap(([unit, own]) => {
    const last = Math.max(...own.map(({ bulan }) => bulan));
    const budget = lineSums(
      inForce(stages.get(unit) ?? [], last),
      (row) => `${row.kode_subkegiatan} ${row.kode_akun}`,
      (row) => row.pagu
    );
    if (budget.size === 0) return [];
    const spent = lineSums(
      own,
      (span) => `${span.kodeSubkegiatan} ${span.kodeAkun}`,
      (span) => span.realisasi
    );
    const over = [...spent].flatMap(([line, sum]) =>
      budget.has(line) && sum > budget.get(line)! ? [{ line, by: sum - budget.get(line)! }] : []
    );
    const most = over.toSorted((a, b) => (a.by === b.by ? (a.line < b.line ? -1 : 1) : a.by > b.by ? -1 : 1))[0];
    return most === undefined
      ? []
      : [
          problemOf(
            own.find(({ bulan }) => bulan === last)!,
            over.length,
            most
          )
        ];
  });
}

function inForce(rows: readonly PaguRow[], bulan: number): PaguRow[] {
  const valid = rows.filter((row) => row.sah && row.berlaku_bulan <= bulan);
  const highest = Math.max(...valid.map((row) => row.urutan_tahap));
  return valid.filter((row) => row.urutan_tahap === highest);
}

function lineSums<T>(rows: readonly T[], key: (row: T) => string, value: (row: T) => bigint): Map<string, bigint> {
  const out = new Map<string, bigint>();
  for (const row of rows) out.set(key(row), (out.get(key(row)) ?? 0n) + value(row));
  return out;
}

function problemOf({ file, tahun, kodeSkpd, bulan }: Span, count: number, most: { line: string; by: bigint }): Problem {
  return {
    kind: 'warning',
    code: 'above-pagu',
    place: { file, value: `${tahun} ${kodeSkpd} ${most.line}` },
    message: {
      id: `${count} rekening melampaui pagunya sampai bulan ${bulan} (terbanyak ${rupiah(most.by)}); disimpan apa adanya.`,
      en: `${count} accounts exceed their pagu by month ${bulan} (at most by ${rupiah(most.by)}); kept as they are.`
    },
    fix: {
      id: 'Periksa apakah pergeseran anggarannya sudah diekspor.',
      en: 'Check whether the reallocation of the budget has been exported.'
    }
  };
}
