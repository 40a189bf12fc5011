import { monthNames, stageInForce, type Year } from './calendar';
import { spentTo, type SpendingLine } from './spending';
import { totals, treeRows, type Leaf } from './tree';
import { xlsxBytes, type SheetCell } from './workbook';

const money = '"Rp"#,##0';
const titles = [
  'KAB. KUTAI KARTANEGARA (DATA CONTOH)',
  'REKAPITULASI BELANJA MENURUT URUSAN PEMERINTAH DAERAH, ORGANISASI, PROGRAM, KEGIATAN',
  'BESERTA HASIL DAN SUB KEGIATAN BESERTA KELUARAN'
];
const stageTitles = {
  murni: 'APBD MURNI',
  'pergeseran-1': 'PERGESERAN APBD',
  'pergeseran-2': 'PERGESERAN APBD',
  perubahan: 'APBD PERUBAHAN'
} as const;

/**
 * The LRA workbook of a month in SIPD's "Rekapitulasi Belanja" layout. As in the field, the years differ: 2023 is cumulative and says so,
 * 2025 says neither month nor stage (the file name has the month), 2026 says both.
 */
export function lraFile(
  lines: readonly SpendingLine[],
  tahun: Year,
  bulan: number
): { name: string; bytes: Uint8Array } {
  const cumulative = tahun === 2023;
  const leaves = lraLeaves(lines, tahun, bulan, cumulative);
  const head = header(tahun, bulan);
  const body = treeRows(leaves).map((row) => {
    const unit = row.unit?.kode ?? null;
    const nomenklatur = row.level === 'urusan' || row.level === 'bidang' || row.level === 'skpd' ? null : row.kode;
    const akun = row.kodeAkun === null ? null : sipdAkun(row.kodeAkun);
    const first = row.level === 'urusan' ? '1' : '1.06';
    return [first, unit, nomenklatur, akun, row.uraian, ...row.amounts.map(amount)];
  });
  const foot = [null, null, null, null, 'Jumlah', ...totals(leaves).map(amount)];
  const bytes = xlsxBytes('Sheet1', [...head.rows, ...body, foot], head.merges);
  const month = monthNames[bulan - 1];
  return { name: `LRA Dinsos ${cumulative && bulan > 1 ? `sd ${month}` : month} ${tahun}.xlsx`, bytes };
}

/** An account as SIPD's LRA and RAK print it: `5.1.02.01.001.00024`. */
export function sipdAkun(kodeAkun: string): string {
  const [a, b, c, d, e, f] = kodeAkun.split('.');
  return [a, b, c, d, e?.padStart(3, '0'), f?.padStart(5, '0')].filter((part) => part !== undefined).join('.');
}

/** Eight amounts a leaf: anggaran and realisasi of operasi, modal, tak terduga, transfer. Lines outside the stage in force are left out. */
function lraLeaves(lines: readonly SpendingLine[], tahun: Year, bulan: number, cumulative: boolean): Leaf[] {
  const stage = stageInForce(tahun, bulan);
  return lines
    .filter((line) => line.tahun === tahun && line.pagu[stage] !== 0)
    .map((line) => {
      const realisasi = cumulative ? spentTo(line, bulan) : (line.realisasi[bulan - 1] ?? 0);
      const amounts = [0, 0, 0, 0, 0, 0, 0, 0];
      const group = line.line.kodeAkun.startsWith('5.2.') ? 2 : 0;
      amounts[group] = line.pagu[stage];
      amounts[group + 1] = realisasi;
      return { unit: line.line.unit, kodeSubkegiatan: line.kodeSubkegiatan, kodeAkun: line.line.kodeAkun, amounts };
    });
}

/** Zero is the text "0,00" in the real export. */
function amount(rupiah: number): SheetCell {
  return rupiah === 0 ? '0,00' : { number: rupiah, format: money };
}

function header(tahun: Year, bulan: number): { rows: SheetCell[][]; merges: string[] } {
  const rows: SheetCell[][] = [...titles, `TAHUN ANGGARAN ${tahun}`, ...period(tahun, bulan)].map((title) => [title]);
  const merges = rows.map((_, index) => `A${index + 1}:M${index + 1}`);
  const top = rows.length + 2;
  const blank = [null, null, null, null];
  const pair = ['Anggaran', 'Realisasi'];
  rows.push(
    [],
    ['Kode', null, null, null, 'Uraian Urusan, Organisasi, Program, Kegiatan dan Sub Kegiatan', 'Kelompok Belanja'],
    [...blank, null, 'Operasi', null, 'Modal', null, 'Tak Terduga', null, 'Transfer'],
    [...blank, null, ...pair, ...pair, ...pair, ...pair],
    ['1', null, null, null, '2', '3', '4', '5', '6', '7', '8', '9', '10']
  );
  merges.push(`A${top}:D${top + 2}`, `E${top}:E${top + 2}`, `F${top}:M${top}`, `A${top + 3}:D${top + 3}`);
  merges.push(...['F:G', 'H:I', 'J:K', 'L:M'].map((pair) => pair.replace(':', `${top + 1}:`) + (top + 1)));
  return { rows, merges };
}

function period(tahun: Year, bulan: number): string[] {
  const month = monthNames[bulan - 1];
  if (tahun === 2023) return [`Periode : ${bulan === 1 ? '' : 'Januari s.d. '}${month} ${tahun}`];
  if (tahun === 2026) return [stageTitles[stageInForce(tahun, bulan)], `Bulan : ${month} ${tahun}`];
  return [];
}
