import { portalFields, rowBudget } from './djpkColumns';
import { isRefused, moneyOf, openSheet, type PortalForm } from './djpkSheet';
import { damagedGroups, type TkddRow, tkddTree } from './djpkTkddTree';
import { measures, readLines, reject } from './djpkTree';
import { field, fieldText, findHeader, type FlatHeader } from './flatTable';
import type { Layout, NamedRegion, ReadContext, SheetRead } from './layout';
import { type Period, readPeriod } from './period';
import { transferOfName } from './regionalBudgetAccount';
import type { Cell, Sheet } from './sheet';
import type { Text } from '$lib/text/language';

const fields = [
  ...portalFields,
  field('keterangan_periode', 'keterangan', 'basis'),
  field('kode', 'kode_akun', 'kode_komponen'),
  field('uraian', 'komponen', 'akun', 'jenis', 'jenis_tkdd', 'jenis_transfer', 'nama'),
  field('anggaran', 'anggaran_.*', 'pagu', 'pagu_.*', 'alokasi', 'alokasi_.*'),
  field('realisasi', 'realisasi_.*', 'penyaluran', 'penyaluran_.*'),
  field('persentase', '%', 'persen', 'persentase_.*')
];
const required = ['uraian', 'anggaran', 'realisasi'];
/** Labels that only a budget as a whole has. */
const ownMoney = /^(belanja|pajak daerah|retribusi|pembiayaan|pad$|pendapatan asli)/i;

/** Portal DJPK, transfers to one region by component, with or without the portal's codes (`11_611111`). */
export const djpkTkdd: Layout = {
  name: 'djpk-tkdd',
  title: { id: 'portal DJPK: TKDD', en: 'DJPK portal: TKDD' },
  recognise(sheet) {
    const header = findHeader(sheet, fields, required);
    if (header === null || hasAccounts(sheet, header)) return null;
    const labels = sheet.rows.slice(header.row + 1).flatMap((cells) => fieldText(header, cells, 'uraian') ?? []);
    const kinds = new Set(labels.flatMap((label) => transferOfName(label)?.split('_')[0] ?? []));
    return labels.some((label) => ownMoney.test(label)) || kinds.size < 2 ? null : { score: 0.93, header: header.row };
  },
  read: readTkdd
};

/** Codes of another shape than the portal's: a budget by account, of which only the transfers were exported. */
function hasAccounts(sheet: Sheet, header: FlatHeader): boolean {
  const codes = sheet.rows.slice(header.row + 1).flatMap((cells) => fieldText(header, cells, 'kode') ?? []);
  return codes.filter((code) => /^\d{1,2}(_\d+)?\*?$/.test(code)).length * 2 < codes.length;
}

const form: PortalForm = { name: 'djpk-tkdd', fields, required, label: 'uraian', isTotal };

/** Rows of one region, year and month: a table of transfers of its own. */
interface Block {
  tahun: number | null;
  period: Period;
  bulan: number | null;
  basis: 'alokasi' | 'sp2d';
  wilayah: NamedRegion | null;
  rows: TkddRow[];
}

function readTkdd(sheet: Sheet, context: ReadContext): SheetRead {
  const open = openSheet(form, sheet, context);
  const { header, result, units } = open;
  const blocks = new Map<string, Block>();
  const rows = sheet.rows.slice(header.row + 1).flatMap((cells, i) => {
    const origin = { file: context.file, sheet: sheet.name, row: header.row + i + 2 };
    const row = tkddRow(cells, header, { money: moneyOf(open, cells), origin });
    if (row !== null) addToBlock(row, header, blocks, result.titles);
    return row ?? [];
  });
  if (isRefused(open, rows)) return result;
  for (const block of blocks.values()) takeBlock(block, result, units.rounding);
  return result;
}

function tkddRow(
  cells: readonly Cell[],
  header: FlatHeader,
  { money, origin }: Pick<TkddRow, 'money' | 'origin'>
): TkddRow | null {
  const label = fieldText(header, cells, 'uraian');
  const filled = ['uraian', 'anggaran', 'realisasi'].some((name) => fieldText(header, cells, name) !== null);
  const isHeader = header.labels.get('uraian') === label?.toLowerCase();
  return !filled || isHeader
    ? null
    : { kode: fieldText(header, cells, 'kode'), label: label ?? '', money, origin, cells };
}

function addToBlock(row: TkddRow, header: FlatHeader, blocks: Map<string, Block>, titles: readonly string[]): void {
  const said = fieldText(header, row.cells, 'keterangan_periode') ?? '';
  const period = readPeriod(said);
  const { tahun, bulan: month, wilayah } = rowBudget(header, row.cells);
  const bulan = month ?? period.bulan;
  const basis = /sp2d/i.test([said, ...titles].join(' ')) ? 'sp2d' : 'alokasi';
  const key = JSON.stringify([tahun, bulan, basis, wilayah]);
  const block = blocks.get(key) ?? { tahun, period, bulan, basis, wilayah, rows: [] };
  block.rows.push(row);
  blocks.set(key, block);
}

function takeBlock(block: Block, result: SheetRead, rounding: bigint): void {
  const { tops, unplaced } = tkddTree(block.rows);
  for (const row of unplaced) {
    reject(
      result,
      row,
      unknownRow,
      Object.fromEntries(measures.map((measure, i) => [measure, row.money[i]!.sen ?? 0n]))
    );
    const place = { ...row.origin, value: row.label };
    result.problems.push({ kind: 'reject', code: 'label', place, message: unknownRow, fix: fixRow });
  }
  const sound = damagedGroups(tops, result);
  const leaves = readLines(sound, result, { rounding, partial: true });
  result.regional.push(
    ...leaves.map((leaf) => ({
      ...leaf,
      tahun: block.tahun ?? block.period.tahun,
      sampaiBulan: block.bulan,
      tahap: null,
      wilayah: block.wilayah,
      kodeAkun: null,
      basis: block.basis,
      sumber: 'DJPK TKDD' as const,
      pembulatan: rounding
    }))
  );
}

function isTotal(label: string): boolean {
  return /^(total|jumlah)|^(tkdd?|transfer ke daerah( dan dana desa)?)$/i.test(label);
}

const unknownRow: Text = {
  id: 'baris tanpa komponen yang dikenal di atasnya.',
  en: 'a row with no component that is known above it.'
};
const fixRow: Text = {
  id: 'Perbaiki uraian atau kodenya seperti di portal.',
  en: 'Correct its label or code as the portal prints it.'
};
