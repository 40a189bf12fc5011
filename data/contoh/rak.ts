import { monthNames, stageStart, type Year } from './calendar';
import { sipdAkun } from './lra';
import { spentTo, sum, type SpendingLine } from './spending';
import { totals, treeRows, type Leaf, type TreeRow } from './tree';
import { xlsxBytes, type SheetCell } from './workbook';

const money = '"Rp."#,##0.00';

/** The cash plan (RAK) of a year, at the original budget or after the perubahan. Each unit is printed as SKPD and again as its unit. */
export function rakFile(
  lines: readonly SpendingLine[],
  tahun: Year,
  stage: 'murni' | 'perubahan'
): { name: string; bytes: Uint8Array } {
  const leaves = rakLeaves(lines, tahun, stage);
  const title = stage === 'murni' ? 'APBD MURNI' : 'APBD PERUBAHAN';
  const body = treeRows(leaves).flatMap((row) => {
    const cells = [codeOf(row), row.uraian, ...row.amounts.map(amount)];
    return row.level === 'skpd' ? [cells, cells] : [cells];
  });
  const rows: SheetCell[][] = [
    [
      `RENCANA ANGGARAN KAS SATUAN KERJA PERANGKAT DAERAH KAB. KUTAI KARTANEGARA ${title} TAHUN ${tahun} DINAS SOSIAL (DATA CONTOH)`
    ],
    [],
    ['Kode Rekening', 'Uraian', 'Anggaran Tahun Ini', 'Total RAK', 'Realisasi', ...monthNames],
    ...body,
    ['JUMLAH', null, ...totals(leaves).map(amount)]
  ];
  const name = `RAK ${tahun} ${stage === 'murni' ? 'Murni' : 'Perubahan'}.xlsx`;
  return { name, bytes: xlsxBytes('RAK Belanja', rows, ['A1:Q1']) };
}

/** Fifteen amounts a leaf: anggaran, total of the plan, realisasi before the stage, and twelve months. */
function rakLeaves(lines: readonly SpendingLine[], tahun: Year, stage: 'murni' | 'perubahan'): Leaf[] {
  return lines
    .filter((line) => line.tahun === tahun && line.pagu[stage] !== 0)
    .map((line) => {
      const plan = stage === 'murni' ? line.rencanaMurni : line.rencanaPerubahan;
      const amounts = [line.pagu[stage], sum(plan), spentTo(line, stageStart(tahun, stage) - 1), ...plan];
      return { unit: line.line.unit, kodeSubkegiatan: line.kodeSubkegiatan, kodeAkun: line.line.kodeAkun, amounts };
    });
}

function codeOf(row: TreeRow): string {
  if (row.kodeAkun !== null) return sipdAkun(row.kodeAkun);
  return row.level === 'skpd' && row.unit ? row.unit.kode : row.kode;
}

function amount(rupiah: number): SheetCell {
  return { number: rupiah, format: money };
}
