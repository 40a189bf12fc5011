import type { SampleFile } from './files';
import type { Posted, RegionBudget } from './regionBudget';
import { lastRegionMonth, type RegionYear } from './region';
import { csvBytes } from './workbook';

/** One printed row of the portal's APBD table. */
export interface PortalRow {
  akun: string;
  /** 0 for a total, more for what stands below it. */
  depth: number;
  anggaran: number;
  realisasi: number;
  /** The component of a leaf, as the contract names it; null for a sum. */
  komponen: string | null;
}

/** Depth, label and components added up. The portal gives central transfers as one sum, and prints transfers between regions below `Pendapatan Lainnya`. */
type Template = readonly [depth: number, akun: string, komponen: readonly string[], leaf?: string];

const transfersOf = [
  'dbh_pajak',
  'dbh_sda',
  'dau_block',
  'dau_ditentukan',
  'dak_fisik',
  'dak_nonfisik',
  'dana_desa',
  'insentif_fiskal'
];
const provinceOf = ['bagi_hasil_provinsi', 'bankeu_provinsi'];
const ownOf = ['pajak_daerah', 'retribusi_daerah', 'hasil_kekayaan', 'lain_pad'];
const otherSpending = [
  'belanja_hibah',
  'belanja_bansos',
  'belanja_tidak_terduga',
  'belanja_bagi_hasil',
  'belanja_bantuan_keuangan'
];
const otherRevenue = ['pendapatan_hibah', 'lain_pendapatan'];
const mainSpending = ['belanja_pegawai', 'belanja_barang_jasa', 'belanja_modal'];

const template: readonly Template[] = [
  [0, 'Pendapatan Daerah', [...ownOf, ...transfersOf, ...provinceOf, ...otherRevenue]],
  [1, 'PAD', ownOf],
  [2, 'Pajak Daerah', ['pajak_daerah'], 'pajak_daerah'],
  [2, 'Retribusi Daerah', ['retribusi_daerah'], 'retribusi_daerah'],
  [2, 'Hasil Pengelolaan Kekayaan Daerah yang Dipisahkan', ['hasil_kekayaan'], 'hasil_kekayaan'],
  [2, 'Lain-Lain PAD yang Sah', ['lain_pad'], 'lain_pad'],
  [1, 'TKDD', transfersOf],
  [2, 'Pendapatan Transfer Pemerintah Pusat', transfersOf, 'transfer_pusat_tak_dirinci'],
  [1, 'Pendapatan Lainnya', [...provinceOf, ...otherRevenue]],
  [2, 'Pendapatan Transfer Antar Daerah', provinceOf, 'transfer_daerah_tak_dirinci'],
  [2, 'Pendapatan Hibah', ['pendapatan_hibah'], 'pendapatan_hibah'],
  [
    2,
    'Lain-lain Pendapatan Sesuai dengan Ketentuan Peraturan Perundang-Undangan',
    ['lain_pendapatan'],
    'lain_pendapatan'
  ],
  [0, 'Belanja Daerah', [...mainSpending, ...otherSpending]],
  [1, 'Belanja Pegawai', ['belanja_pegawai']],
  [2, 'Belanja Pegawai', ['belanja_pegawai'], 'belanja_pegawai'],
  [1, 'Belanja Barang Jasa', ['belanja_barang_jasa']],
  [2, 'Belanja Barang dan Jasa', ['belanja_barang_jasa'], 'belanja_barang_jasa'],
  [1, 'Belanja Modal', ['belanja_modal']],
  [2, 'Belanja Modal', ['belanja_modal'], 'belanja_modal'],
  [1, 'Belanja Lainnya', otherSpending],
  [2, 'Belanja Bagi Hasil', ['belanja_bagi_hasil'], 'belanja_bagi_hasil'],
  [2, 'Belanja Bantuan Keuangan', ['belanja_bantuan_keuangan'], 'belanja_bantuan_keuangan'],
  [2, 'Belanja Hibah', ['belanja_hibah'], 'belanja_hibah'],
  [2, 'Belanja Bantuan Sosial', ['belanja_bansos'], 'belanja_bansos'],
  [2, 'Belanja Tidak Terduga', ['belanja_tidak_terduga'], 'belanja_tidak_terduga'],
  [0, 'Pembiayaan Daerah', ['silpa', '-penyertaan_modal']],
  [1, 'Penerimaan Pembiayaan Daerah', ['silpa']],
  [2, 'Sisa Lebih Perhitungan Anggaran Tahun Sebelumnya', ['silpa'], 'silpa'],
  [1, 'Pengeluaran Pembiayaan Daerah', ['penyertaan_modal']],
  [2, 'Penyertaan Modal Daerah', ['penyertaan_modal'], 'penyertaan_modal']
];

/** Years that the portal hands out as csv in miliar, rounded to ten million rupiah; the others are SpreadsheetML in rupiah. */
const inMiliar: readonly RegionYear[] = [2021, 2022];
const roundedTo = 10_000_000;

/** The rows of a region's year as the portal prints them: the budget last in force, realised to the last month known. */
export function portalRows({ tahun, posted }: RegionBudget): PortalRow[] {
  const round = (rupiah: number): number =>
    inMiliar.includes(tahun) ? Math.round(rupiah / roundedTo) * roundedTo : rupiah;
  const sum = (komponen: readonly string[], measure: keyof Posted): number =>
    komponen.reduce((all, name) => {
      const amount = posted.get(name.replace('-', ''))?.[measure] ?? 0;
      return all + (name.startsWith('-') ? -amount : amount);
    }, 0);
  return template.map(([depth, akun, komponen, leaf]) => ({
    akun,
    depth,
    anggaran: round(sum(komponen, 'perubahan')),
    realisasi: round(sum(komponen, 'realisasi')),
    komponen: leaf ?? null
  }));
}

/** The portal's APBD file of a region's year: `apbd_2024_Kab_Paser_periode_12.xml`, or csv in miliar. */
export function djpkFile(budget: RegionBudget): SampleFile {
  const { region, tahun } = budget;
  const rows = portalRows(budget);
  const csv = inMiliar.includes(tahun);
  const name = `apbd_${tahun}_${region.nama.replace('.', '').replaceAll(' ', '_')}_periode_${lastRegionMonth(tahun)}`;
  return csv
    ? { name: `${name}.csv`, bytes: miliarCsv(rows) }
    : { name: `${name}.xml`, bytes: new TextEncoder().encode(spreadsheet(rows)) };
}

/** Hierarchy is lost: every label has one leading space. */
function miliarCsv(rows: readonly PortalRow[]): Uint8Array {
  const miliar = (rupiah: number): string => {
    const [whole, cents] = (Math.abs(rupiah) / 1e9).toFixed(2).split('.') as [string, string];
    return `${rupiah < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents} M`;
  };
  return csvBytes([
    ['akun', 'anggaran', 'realisasi', 'persentase'],
    ...rows.map((row) => [` ${row.akun}`, miliar(row.anggaran), miliar(row.realisasi), percent(row)])
  ]);
}

/** SpreadsheetML 2003, whatever the portal calls it: rupiah as numbers, the percentage as text, hierarchy in leading spaces. */
function spreadsheet(rows: readonly PortalRow[]): string {
  const cell = (type: 'String' | 'Number', value: string | number): string =>
    `<Cell><Data ss:Type="${type}">${value}</Data></Cell>`;
  const line = (cells: readonly string[]): string => `   <Row>${cells.join('')}</Row>`;
  const body = rows.map((row) =>
    line([
      cell('String', `${'  '.repeat(row.depth)}${row.akun}`),
      cell('Number', row.anggaran),
      cell('Number', row.realisasi),
      cell('String', percent(row))
    ])
  );
  const header = line(['Akun', 'Anggaran', 'Realisasi', 'Persentase'].map((title) => cell('String', title)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<?mso-application progid="Excel.Sheet"?>',
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">',
    ' <Worksheet ss:Name="Data APBD">',
    '  <Table>',
    header,
    ...body,
    '  </Table>',
    ' </Worksheet>',
    '</Workbook>',
    ''
  ].join('\n');
}

function percent({ anggaran, realisasi }: PortalRow): string {
  return anggaran === 0 ? '0' : ((realisasi / anggaran) * 100).toFixed(2);
}
