import type { SampleFile } from './files';
import { type Group, homeCode, homeFigure, type Measure, partsOf, read, regions, type RegionYear } from './region';
import { componentsOf } from './regionBudget';
import { arrived } from './regionMonth';
import { csvBytes } from './workbook';

/** A transfer of the centre to the home region as the portal lists it, at the end of a month. */
export interface Transfer {
  kode: string;
  uraian: string;
  /** Component of the contract, as far as the label itemises it. */
  komponen: string;
  /** Allocated for the year, whole rupiah. */
  anggaran: number;
  /** Paid from January, whole rupiah. */
  realisasi: number;
}

const entries = read('tkdd.csv').map((row) => ({
  kode: row.kode!,
  uraian: row.uraian!,
  komponen: row.komponen!,
  sejak: Number(row.sejak),
  sampai: Number(row.sampai),
  bagian: Number(row.bagian)
}));

const groups: readonly Group[] = ['DBH', 'DAU', 'DAK_FISIK', 'DAK_NONFISIK', 'INSENTIF', 'DANA_DESA'];
/** KMK 29/2025 cut allocations of 2025; the portal shows that from this month on. */
const cutMonth = 3;

/** Every transfer of a year to the end of a month; they add up to the components of the regency's own books. */
export function transfers(tahun: RegionYear, bulan: number): Transfer[] {
  const home = regions.find(({ kode }) => kode === homeCode)!;
  return groups.flatMap((group) => {
    const allocated = componentsOf(home, group, allocation(group, tahun, bulan), tahun);
    const year = componentsOf(home, group, 'realisasi', tahun);
    return [...year].flatMap(([komponen, rupiah]) => {
      const own = entries.filter(
        (entry) => entry.komponen === komponen && entry.sejak <= tahun && tahun <= entry.sampai
      );
      const shares = own.map(({ bagian }) => bagian);
      const anggaran = partsOf(allocated.get(komponen)!, shares);
      const realisasi = partsOf(arrived(rupiah, komponen, tahun, bulan), shares);
      return own.map(({ kode, uraian }, i) => ({
        kode,
        uraian,
        komponen: tahun < 2023 && komponen === 'dau_block' ? 'dau_tak_dirinci' : komponen,
        anggaran: anggaran[i]!,
        realisasi: realisasi[i]!
      }));
    });
  });
}

function allocation(group: Group, tahun: RegionYear, bulan: number): Measure {
  const cut = bulan < cutMonth && homeFigure(group, 'alokasi_awal', tahun) !== null;
  return cut ? 'alokasi_awal' : 'alokasi';
}

/** Sums above the transfers: code, label, and the first digits of the codes below it. Transfers are printed below their own sum. */
const sums: readonly (readonly [kode: string, uraian: string, below: RegExp])[] = [
  ['0', 'Total TKDD', /./],
  ['1', 'Transfer ke Daerah', /^1/],
  ['11', 'DBH', /^11_/],
  ['12', 'DAU', /^12_/],
  ['13', 'DAK Fisik', /^13_/],
  ['14', 'DAK Non Fisik', /^14_/],
  ['15', 'DID', /^15_/],
  ['2', 'Dana Desa (total)', /^2/],
  ['21', 'Dana Desa', /^21_/]
];

const header = [
  'tahun',
  'kdprov_djpk',
  'nmprov',
  'kdpemda_djpk',
  'nmpemda',
  'keterangan_periode',
  'kode',
  'uraian',
  'anggaran_rp',
  'realisasi_rp',
  'persentase_sumber',
  'catatan'
];

/** The portal's TKDD table of the home region to the end of a month: `tkdd_2025_64.02_bulan_06.csv`; of a closed year alone `tkdd_2021_64.02.csv`. */
export function tkddFile(tahun: RegionYear, bulan: number | null): SampleFile {
  const leaves = transfers(tahun, bulan ?? 12);
  const rows = sums.flatMap(([kode, uraian, below]) => {
    const own = leaves.filter((leaf) => below.test(leaf.kode));
    const sum = {
      kode,
      uraian: label(uraian, tahun),
      anggaran: total(own, 'anggaran'),
      realisasi: total(own, 'realisasi')
    };
    return kode.length < 2 ? [sum] : [sum, ...own];
  });
  const month = bulan === null ? '' : `_bulan_${String(bulan).padStart(2, '0')}`;
  const region = [tahun, 17, 'Prov. Kaltim', '03', 'Kab. Kutai Kartanegara', 'Realisasi Berdasarkan SP2D'];
  return {
    name: `tkdd_${tahun}_${homeCode}${month}.csv`,
    bytes: csvBytes([
      header,
      ...rows.map((row) => [...region, row.kode, row.uraian, row.anggaran, row.realisasi, percent(row), null])
    ])
  };
}

/** Dana Insentif Daerah became Insentif Fiskal with UU 1/2022. */
function label(uraian: string, tahun: RegionYear): string {
  return uraian === 'DID' && tahun >= 2023 ? 'Insentif Fiskal' : uraian;
}

function total(rows: readonly Transfer[], measure: 'anggaran' | 'realisasi'): number {
  return rows.reduce((sum, row) => sum + row[measure], 0);
}

function percent({ anggaran, realisasi }: { anggaran: number; realisasi: number }): string {
  return anggaran === 0 ? '' : `${((realisasi / anggaran) * 100).toFixed(2).replace('.', ',')} %`;
}
