import { dependencyOf, type Dependency, type RevenueYear, type Ukuran } from '$lib/model/funding/revenue';
import { grouped } from '$lib/model/funding/grouped';
import { fewestPeers, standingAmong, type PeerStanding } from '$lib/model/funding/peers';
import { fullYears, type RevenueSeries } from '$lib/model/funding/series';
import type { Database } from '$lib/query/define';
import { peerCoverage, peerRevenue, type PeerCoverageRow, type PeerRow } from '$lib/query/funding';
import { componentsOf } from './fundingFigures';

/** The home region among the regions of its class: same year, source, basis and stage. */
export interface PeersView {
  kelas: string;
  tahun: number;
  sumber: string;
  basis: string;
  tahap: string | null;
  ukuran: Ukuran;
  /** The home region's own shares in that source. */
  own: Dependency;
  tkdShare: PeerStanding;
  padShare: PeerStanding;
  /** Every region of the class with a share of TKD, the home region too, highest first. */
  regions: { kode: string; nama: string; tkdShare: number }[];
}

interface Home {
  kodeWilayah: string;
  kelasSebanding: string | null;
}

/**
 * Shares of the home region among its peers in the latest full year in which one source has it and at least five others; the series
 * shown comes first, since peers may not be in it. Null without a class, or where no source has enough of them.
 */
export async function peersOf(
  database: Database,
  home: Home,
  series: readonly RevenueSeries[],
  used: RevenueSeries
): Promise<PeersView | null> {
  const kelasSebanding = home.kelasSebanding;
  if (kelasSebanding === null) return null;
  const coverage = await database.all(peerCoverage, { kelasSebanding });
  const chosen = comparison(series, used, coverage);
  if (chosen === null) return null;
  const { year, of } = chosen;
  const { sumber, basis, ukuran } = of;
  const key = { kelasSebanding, tahun: year.tahun, sumber, basis, tahap: year.tahap };
  const rows = await database.all(peerRevenue, key);
  const regions = [...grouped(rows, ({ kodeWilayah }) => kodeWilayah)].map(([kode, found]) => ({
    kode,
    nama: found[0]!.nama,
    ...sharesOf(found, ukuran)
  }));
  const others = regions.filter(({ kode }) => kode !== home.kodeWilayah);
  const own = dependencyOf(year);
  const standing = (share: keyof Dependency) =>
    standingAmong(
      own[share],
      others.map((region) => region[share])
    );
  const { tahap, tahun } = year;
  return {
    ...{ kelas: kelasSebanding, tahun, sumber, basis, tahap, ukuran, own },
    tkdShare: standing('tkdShare'),
    padShare: standing('padShare'),
    regions: regions
      .flatMap(({ kode, nama, tkdShare }) => (tkdShare === null ? [] : [{ kode, nama, tkdShare }]))
      .sort((a, b) => b.tkdShare - a.tkdShare || (a.kode < b.kode ? -1 : 1))
  };
}

function sharesOf(rows: readonly PeerRow[], ukuran: Ukuran): Dependency {
  return dependencyOf({ tahun: 0, sampaiBulan: 12, tahap: null, components: componentsOf(rows, ukuran) });
}

/** The series and year to compare in; the one shown before others of the same column, later years before earlier ones. */
function comparison(
  series: readonly RevenueSeries[],
  used: RevenueSeries,
  coverage: readonly PeerCoverageRow[]
): { of: RevenueSeries; year: RevenueYear } | null {
  const others = series.filter((one) => one !== used && one.ukuran === used.ukuran);
  for (const of of [used, ...others]) {
    const year = fullYears(of).findLast((candidate) => {
      const row = coverage.find(
        ({ tahun, sumber, basis, tahap }) =>
          tahun === candidate.tahun && sumber === of.sumber && basis === of.basis && tahap === candidate.tahap
      );
      const isShown = dependencyOf(candidate).tkdShare !== null;
      return isShown && candidate.sampaiBulan === 12 && row !== undefined && row.wilayah > fewestPeers;
    });
    if (year !== undefined) return { of, year };
  }
  return null;
}
