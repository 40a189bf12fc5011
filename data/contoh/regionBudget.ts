import { between } from './random';
import { arrived } from './regionMonth';
import {
  figure,
  type Group,
  homeCode,
  homeFigure,
  type Measure,
  lastRegionMonth,
  partsOf,
  type Region,
  regionYears,
  rupiahOf,
  type RegionYear
} from './region';

/** One component of a regional budget in a year, whole rupiah. `realisasi` is of the whole year, or to October in the open one. */
export interface Posted {
  murni: number;
  perubahan: number;
  realisasi: number;
}

/** A region's year by component of the contract. */
export interface RegionBudget {
  region: Region;
  tahun: RegionYear;
  posted: ReadonlyMap<string, Posted>;
  /** Surplus at the end of the year, realised; null while the year is open. */
  silpa: number | null;
}

type Stage = keyof Posted;

type Shares = Readonly<Record<string, number>>;

/** Components of each revenue group, with their shares in the group. DAU has earmarked parts since 2023. */
const revenueParts: Partial<Record<Group, (tahun: RegionYear) => Shares>> = {
  PAD: () => ({ pajak_daerah: 0.33, retribusi_daerah: 0.02, hasil_kekayaan: 0.11, lain_pad: 0.54 }),
  DBH: () => ({ dbh_pajak: 0.17, dbh_sda: 0.83 }),
  DAU: (tahun): Shares => (tahun < 2023 ? { dau_block: 1 } : { dau_block: 0.78, dau_ditentukan: 0.22 }),
  DAK_FISIK: () => ({ dak_fisik: 1 }),
  DAK_NONFISIK: () => ({ dak_nonfisik: 1 }),
  DANA_DESA: () => ({ dana_desa: 1 }),
  INSENTIF: () => ({ insentif_fiskal: 1 }),
  PROVINSI: () => ({ bagi_hasil_provinsi: 0.93, bankeu_provinsi: 0.07 }),
  LAIN: () => ({ pendapatan_hibah: 0.06, lain_pendapatan: 0.94 })
};
/** Groups whose parts do not keep their shares from year to year and from plan to payment. */
const restless: readonly Group[] = ['PAD', 'DBH', 'PROVINSI', 'LAIN'];

/** Spending that is planned for itself; capital spending takes what is left. `absorbed` is spent by December, `october` by October. */
const spendingGroups: readonly { group: Group; komponen: string; absorbed: number; october: number }[] = [
  { group: 'PEGAWAI', komponen: 'belanja_pegawai', absorbed: 0.955, october: 0.79 },
  { group: 'BARANG_JASA', komponen: 'belanja_barang_jasa', absorbed: 0.89, october: 0.57 },
  { group: 'HIBAH', komponen: 'belanja_hibah', absorbed: 0.94, october: 0.66 },
  { group: 'BANSOS', komponen: 'belanja_bansos', absorbed: 0.9, october: 0.61 },
  { group: 'TIDAK_TERDUGA', komponen: 'belanja_tidak_terduga', absorbed: 0.35, october: 0.2 },
  { group: 'BAGI_HASIL', komponen: 'belanja_bagi_hasil', absorbed: 0.97, october: 0.7 },
  { group: 'BANTUAN_KEUANGAN', komponen: 'belanja_bantuan_keuangan', absorbed: 0.975, october: 0.72 }
];
const capital = { komponen: 'belanja_modal', october: 0.42 };
/** Cities have no villages to share with. */
const villageGroups: readonly Group[] = ['BAGI_HASIL', 'BANTUAN_KEUANGAN'];

/** Every year of a region. Budgets balance to 0, and the surplus of a closed year is the carry-over of the next, realised and perubahan. */
export function regionBudgets(region: Region): RegionBudget[] {
  let carried = rupiahOf(region.kode === homeCode ? 362 : firstCarry(region), region.kode, 'silpa', 2019);
  return regionYears.map((tahun) => {
    const budget = regionBudget(region, tahun, carried);
    carried = budget.silpa ?? 0;
    return budget;
  });
}

function firstCarry(region: Region): number {
  return 0.06 * figure(region, 'DBH', 'realisasi', 2020) + 0.03 * figure(region, 'DAU', 'realisasi', 2020);
}

function regionBudget(region: Region, tahun: RegionYear, carried: number): RegionBudget {
  const revenue = revenueOf(region, tahun);
  const totals = {
    murni: total(revenue, 'murni'),
    perubahan: total(revenue, 'perubahan'),
    realisasi: total(revenue, 'realisasi')
  };
  const silpa: Posted = { murni: plannedCarry(region, tahun, totals.murni), perubahan: carried, realisasi: carried };
  const equity = equityOf(region, tahun);
  const available = (stage: Stage): number => totals[stage] + silpa[stage] - equity[stage];
  const planned = { murni: available('murni'), perubahan: available('perubahan') };
  const open = lastRegionMonth(tahun) < 12;
  const surplus = open
    ? null
    : surplusOf(region, tahun, totals.realisasi, available('realisasi') - 0.925 * planned.perubahan);
  const spending = spendingOf(region, tahun, planned, surplus === null ? null : available('realisasi') - surplus);
  const posted = new Map([...revenue, ...spending, ['silpa', silpa] as const, ['penyertaan_modal', equity] as const]);
  return { region, tahun, posted, silpa: surplus };
}

/** Rupiah of each component of a revenue group in a year; they add up to the group. */
export function componentsOf(
  region: Region,
  group: Group,
  measure: Measure,
  tahun: RegionYear
): ReadonlyMap<string, number> {
  const parts = revenueParts[group]?.(tahun) ?? {};
  const whole = rupiahOf(figure(region, group, measure, tahun), region.kode, group, measure, tahun);
  const swing = (komponen: string): number =>
    restless.includes(group) ? between(0.94, 1.06, region.kode, komponen, tahun, measure) : 1;
  const amounts = partsOf(
    whole,
    Object.entries(parts).map(([komponen, share]) => share * swing(komponen))
  );
  return new Map(Object.keys(parts).map((komponen, i) => [komponen, amounts[i]!]));
}

function revenueOf(region: Region, tahun: RegionYear): Map<string, Posted> {
  const out = new Map<string, Posted>();
  for (const group of Object.keys(revenueParts) as Group[]) {
    const year = componentsOf(region, group, 'realisasi', tahun);
    const [murni, perubahan] = (['murni', 'perubahan'] as const).map((stage) =>
      componentsOf(region, group, stage, tahun)
    );
    for (const [komponen, rupiah] of year) {
      const realisasi = arrived(rupiah, komponen, tahun, lastRegionMonth(tahun));
      out.set(komponen, { murni: murni!.get(komponen)!, perubahan: perubahan!.get(komponen)!, realisasi });
    }
  }
  return out;
}

/** Carry-over that the original budget counts on, before the books are closed. */
function plannedCarry(region: Region, tahun: RegionYear, revenue: number): number {
  const known = region.kode === homeCode ? homeFigure('SILPA', 'murni', tahun) : null;
  return rupiahOf(
    known ?? (revenue / 1e9) * between(0.02, 0.06, region.kode, 'silpa', tahun),
    region.kode,
    'silpa',
    tahun
  );
}

function equityOf(region: Region, tahun: RegionYear): Posted {
  const size = region.kode === homeCode ? 1 : region.scale('PAD');
  const of = (measure: 'perubahan' | 'realisasi') =>
    rupiahOf((homeFigure('PENYERTAAN', measure, tahun) ?? 0) * size, region.kode, 'penyertaan', tahun);
  return { murni: of('perubahan'), perubahan: of('perubahan'), realisasi: of('realisasi') };
}

/** Surplus of a closed year: published for some years of the home region, elsewhere what is unspent, and never below 1.5 % of revenue. */
function surplusOf(region: Region, tahun: RegionYear, revenue: number, unspent: number): number {
  const known = region.kode === homeCode ? homeFigure('SILPA', 'realisasi', tahun) : null;
  if (known !== null) return rupiahOf(known, region.kode, 'surplus', tahun);
  return Math.max(Math.round(unspent), Math.round(revenue * between(0.015, 0.04, region.kode, 'surplus', tahun)));
}

/** Spending by component: shares of the home region's total, pay tilted, capital spending as the rest. */
function spendingOf(
  region: Region,
  tahun: RegionYear,
  planned: { murni: number; perubahan: number },
  spent: number | null
): Map<string, Posted> {
  const out = new Map<string, Posted>();
  const rest: Posted = { ...planned, realisasi: spent ?? 0 };
  for (const { group, komponen, absorbed, october } of spendingGroups) {
    const share = villageless(region, group) ? 0 : homeShare(group, tahun) * (group === 'PEGAWAI' ? region.pegawai : 1);
    const perubahan = Math.round((planned.perubahan * share) / 1000) * 1000;
    const murni = Math.round((planned.murni * share * murniTilt(group, planned)) / 1000) * 1000;
    const swing = between(0.985, 1.015, region.kode, komponen, tahun);
    const realisasi = Math.round(perubahan * (spent === null ? october : absorbed) * swing);
    out.set(komponen, { murni, perubahan, realisasi });
    rest.murni -= murni;
    rest.perubahan -= perubahan;
    rest.realisasi -= spent === null ? 0 : realisasi;
  }
  if (spent === null) rest.realisasi = Math.round(rest.perubahan * capital.october);
  return out.set(capital.komponen, rest);
}

function villageless({ nama }: Region, group: Group): boolean {
  return nama.startsWith('Kota ') && villageGroups.includes(group);
}

/** Share of a group in the home region's spending after the perubahan; the total there is what revenue and financing allow. */
function homeShare(group: Group, tahun: RegionYear): number {
  const revenue = Object.keys(revenueParts).reduce(
    (sum, name) => sum + (homeFigure(name as Group, 'perubahan', tahun) ?? 0),
    0
  );
  const carried = tahun === 2020 ? 362 : (homeFigure('SILPA', 'realisasi', (tahun - 1) as RegionYear) ?? 0);
  const all = revenue + carried - (homeFigure('PENYERTAAN', 'perubahan', tahun) ?? 0);
  return (homeFigure(group, 'perubahan', tahun) ?? 0) / all;
}

/** Pay hardly moves when the budget grows within the year, so its share in the original budget is higher. */
function murniTilt(group: Group, { murni, perubahan }: { murni: number; perubahan: number }): number {
  return group === 'PEGAWAI' ? (1.01 * perubahan) / murni : 1;
}

function total(posted: ReadonlyMap<string, Posted>, stage: Stage): number {
  return [...posted.values()].reduce((sum, row) => sum + row[stage], 0);
}
