import { combine, hidden, ratio, type Count } from '$lib/model/targeting/count';
import { freshnessAcross, type FreshnessRow } from '$lib/query/targeting';
import { cellOf } from './targetingClasses';
import type { TargetingSource } from './targetingSource';
import type { Freshness, NoValue, Task, Unit, WorkRow, Worklist } from './targetingView';

/** Age of the registry in every region of the latest vintage that says it, by code; null without any. */
export async function freshnessOf(
  source: TargetingSource,
  kelompok: 'semua' | 'penerima'
): Promise<ReadonlyMap<string, Freshness & { tingkat: string }> | null> {
  for (const { vintase } of source.vintages) {
    const rows = await source.database.all(freshnessAcross, { vintase, kelompok });
    if (rows.length > 0) return new Map(rows.map((row) => [row.kodeWilayah, freshness(row, vintase)]));
  }
  return null;
}

function freshness(row: FreshnessRow, vintase: string): Freshness & { tingkat: string } {
  const keluarga = cellOf(row, row.keluarga, 'keluarga');
  const segar = cellOf(row, row.segar, 'segar_12_bulan');
  return {
    ...{ kode: row.kodeWilayah, tingkat: row.tingkat, vintase, perTanggal: row.perTanggal, keluarga, segar },
    fresh12: ratio(segar, keluarga),
    stale: combine([keluarga, segar], (all, fresh) => all - fresh),
    tanpaTanggal: cellOf(row, row.tanpaTanggal, 'tanpa_tanggal'),
    tanggalDepan: cellOf(row, row.tanggalDepan, 'tanggal_depan'),
    median: cellOf(row, row.median, 'umur_median_hari'),
    p90: cellOf(row, row.p90, 'umur_p90_hari')
  };
}

/** Why the freshness of a region has no number. */
export function lackOfFreshness(row: Freshness | undefined): NoValue | null {
  if (row === undefined) return 'registri';
  if (row.fresh12 === hidden) return 'disembunyikan';
  if (row.fresh12 !== null) return null;
  return row.keluarga === 0 ? 'keluarga' : 'tidak-diberikan';
}

/** What the worklist stands on: freshness by code, and recipients of all aid merged by code where desa have them. */
interface WorkFacts {
  fresh: ReadonlyMap<string, Freshness>;
  /** Units of the measure "missed by choice" of all aid merged. */
  units: ReadonlyMap<string, Unit>;
  undecided: ReadonlyMap<string, { desilKosong: Count; tidakTercatat: Count }>;
  tahun: number | null;
  isListed: (kode: string) => boolean;
}

/**
 * Desa with the most families not updated within a year first; hidden and missing ones after, by code, since a place in the order would
 * tell their number. Null where no desa has a row.
 */
export function worklistOf(source: TargetingSource, facts: WorkFacts): Worklist | null {
  const rows = source.desa.flatMap(({ kode, nama, kodeInduk }) => {
    const own = facts.fresh.get(kode);
    return own === undefined ? [] : [{ kode, nama, kecamatan: kodeInduk ?? '', ...workOf(own, facts) }];
  });
  const [first] = rows;
  const any = first === undefined ? undefined : facts.fresh.get(first.kode);
  if (any === undefined) return null;
  const due = (row: WorkRow) => (typeof row.stale === 'number' ? row.stale : -1);
  return {
    ...{ vintase: any.vintase, perTanggal: any.perTanggal, tahun: facts.tahun },
    rows: rows.sort((a, b) => due(b) - due(a) || (a.kode < b.kode ? -1 : 1))
  };
}

function workOf(own: Freshness, facts: WorkFacts): Omit<WorkRow, 'kode' | 'nama' | 'kecamatan'> {
  const { desilKosong = null, tidakTercatat = null } = facts.undecided.get(own.kode) ?? {};
  const unit = facts.units.get(own.kode);
  const { keluarga, fresh12, stale, tanpaTanggal } = own;
  const due: [Task, Count][] = [
    ['perbarui', dated(own)],
    ['verifikasi', tanpaTanggal],
    ['putuskan', desilKosong],
    ['cocokkan', tidakTercatat],
    ['periksa-tanggal', own.tanggalDepan]
  ];
  return {
    listed: facts.isListed(own.kode),
    ...{ keluarga, fresh12, stale, tanpaTanggal, desilKosong, tidakTercatat },
    undecided: unit?.undecided ?? null,
    eeChoice: unit?.value ?? null,
    flag: unit?.flag ?? null,
    tasks: due
      .flatMap(([task, count]) => (typeof count === 'number' && count > 0 ? [{ task, count }] : []))
      .sort((a, b) => b.count - a.count)
  };
}

/**
 * Families with a date older than a year: not fresh, less those without a date and those dated after the as-of date; all that are not
 * fresh where one of these is hidden, since they are to be updated too.
 */
function dated({ stale, tanpaTanggal, tanggalDepan }: Freshness): Count {
  const older = combine([stale, tanpaTanggal, tanggalDepan], (due, undated, future) => due - undated - future);
  return older === hidden ? stale : older;
}
