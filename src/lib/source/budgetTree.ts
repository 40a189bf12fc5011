import { type Code, readCode } from './code';
import { cellText, columnLetter, type NameFact, type Origin, type Reject, type Tally } from './layout';
import type { AmountColumn, AmountReader } from './amountColumn';
import type { Problem } from './problem';
import type { Cell, Sheet } from './sheet';

/** Where a budget tree keeps its codes, its labels and its amounts. Column indexes from 0. */
export interface TreeColumns {
  codes: readonly number[];
  uraian: number;
  amounts: readonly AmountColumn[];
}

/** A row that has nothing below it: the only rows whose money is taken. */
export interface TreeLeaf {
  kodeSkpd: string;
  kodeSubkegiatan: string;
  /** Null where the export stops at sub kegiatan. */
  kodeAkun: string | null;
  /** One amount per amount column, in sen; null where the cell is blank. */
  amounts: (bigint | null)[];
  origin: Origin;
}

export interface TreeRead {
  leaves: TreeLeaf[];
  names: NameFact[];
  tally: Tally;
  rejects: Reject[];
  problems: Problem[];
  /** Subtotals that were compared with their details, by level of the tree. */
  checked: Map<number, number>;
}

interface Node {
  level: number;
  code: Code;
  row: number;
  stated: (bigint | null)[];
  /** Sum of the leaves below, per amount column. */
  leafSums: bigint[];
  /** Sum of what the direct children state, per amount column. */
  childSums: bigint[];
  children: number;
  context: { kodeSkpd: string | null; kodeSubkegiatan: string | null };
}

const levels = { urusan: 0, bidang: 1, program: 4, kegiatan: 5, subkegiatan: 6 } as const;
const shownPerSheet = 20;

/**
 * Walks an export that repeats its amounts at every level (up to ten), keeps the leaves, and compares each subtotal with
 * the details below it. Nothing is added twice; every row with an amount ends up as leaf, subtotal, total or reject.
 */
export function walkBudgetTree(sheet: Sheet, first: number, columns: TreeColumns, amounts: AmountReader, file: string, kodeSkpd?: string): TreeRead {
  return new Walk(sheet, columns, amounts, file, kodeSkpd ?? null).run(first);
}

class Walk {
  private readonly stack: Node[] = [];
  private readonly sums: bigint[];
  private readonly out: TreeRead;
  private mismatches = 0;
  private skpdLevel = 2;

  constructor(
    private readonly sheet: Sheet,
    private readonly columns: TreeColumns,
    private readonly amounts: AmountReader,
    private readonly file: string,
    private readonly givenSkpd: string | null
  ) {
    this.sums = columns.amounts.map(() => 0n);
    const tally: Tally = { dibaca: 0, dipakai: 0, induk: 0, total: 0, ditolak: 0, rupiah: {} };
    for (const { measure } of columns.amounts) tally.rupiah[measure] ??= { dibaca: 0n, dipakai: 0n, ditolak: 0n };
    this.out = { leaves: [], names: [], tally, rejects: [], problems: [], checked: new Map() };
  }

  run(first: number): TreeRead {
    this.skpdLevel = this.skpdComesFirst(first) ? -2 : 2;
    for (let index = first; index < this.sheet.rows.length; index++) {
      const cells = this.sheet.rows[index]!;
      if (cells.length > 0 && !isNumberRow(cells, index - first)) this.readRow(cells, index);
    }
    while (this.stack.length > 0) this.close();
    this.reportHiddenMismatches();
    return this.out;
  }

  private readRow(cells: readonly Cell[], index: number): void {
    const stated = this.columns.amounts.map((column) => this.amounts(cells[column.column] ?? null, column));
    const texts = codeTexts(cells, this.columns.codes);
    const uraian = cellText(cells[this.columns.uraian]);
    if (stated.every((amount) => amount === null) && (texts.length === 0 || readCode(texts.at(-1)!) === null)) return;
    this.out.tally.dibaca++;
    if (stated.includes(undefined)) return this.rejectBadAmount(cells, index, stated);
    const amounts = stated as (bigint | null)[];
    const words = texts.length === 1 && readCode(texts[0]!) === null ? texts[0]! : uraian;
    if (isTotal(texts.length === 0 ? uraian : words) && (texts.length === 0 || readCode(texts.at(-1)!) === null)) return this.total(amounts, index);
    if (texts.length === 0) return this.reject(cells, index, amounts, 'tanpa-kode', noCode, uraian ?? undefined);
    const code = readCode(texts.at(-1)!);
    if (code === null) return this.reject(cells, index, amounts, 'kode', badCode, texts.at(-1));
    if (/X/.test(code.kode) || /^\W*(contoh|templat|template|isi di sini)\b/i.test(uraian ?? '')) {
      return this.reject(cells, index, amounts, 'baris-contoh', templateRow, texts.at(-1));
    }
    this.open(code, texts, uraian, amounts, index);
  }

  private open(code: Code, texts: string[], uraian: string | null, stated: (bigint | null)[], index: number): void {
    const level = this.levelOf(code, index);
    while (this.stack.length > 0 && this.stack.at(-1)!.level >= level) this.close();
    const codes = texts.map((text) => readCode(text));
    const above = this.stack.at(-1)?.context ?? { kodeSkpd: null, kodeSubkegiatan: null };
    const context = {
      kodeSkpd: last(codes, 'skpd') ?? above.kodeSkpd ?? this.givenSkpd,
      kodeSubkegiatan: last(codes, 'subkegiatan') ?? above.kodeSubkegiatan
    };
    if (uraian !== null) this.name(code, uraian);
    const zeros = (): bigint[] => stated.map(() => 0n);
    this.stack.push({ level, code, row: index, stated, leafSums: zeros(), childSums: zeros(), children: 0, context });
  }

  /** A row is finished: a leaf if nothing came below it, else a subtotal to compare. */
  private close(): void {
    const node = this.stack.pop()!;
    const parent = this.stack.at(-1);
    if (node.children === 0) this.leaf(node);
    else {
      this.out.tally.induk++;
      this.compare(node);
    }
    if (!parent) return;
    parent.children++;
    node.leafSums.forEach((sum, i) => {
      parent.leafSums[i]! += sum;
      parent.childSums[i]! += node.stated[i] ?? sum;
    });
  }

  private leaf(node: Node): void {
    const { kodeSkpd, kodeSubkegiatan } = node.context;
    const cells = this.sheet.rows[node.row]!;
    const deep = node.code.kind === 'akun' || node.code.kind === 'subkegiatan';
    if (!deep && node.stated.every((amount) => (amount ?? 0n) === 0n)) {
      this.out.tally.induk++;
      return;
    }
    if (!deep || kodeSubkegiatan === null) return this.reject(cells, node.row, node.stated, 'tanpa-rincian', noDetail, node.code.kode);
    if (kodeSkpd === null) return this.reject(cells, node.row, node.stated, 'tanpa-skpd', noSkpd, node.code.kode);
    node.leafSums = node.stated.map((amount) => amount ?? 0n);
    node.stated.forEach((amount, i) => (this.sums[i]! += amount ?? 0n));
    this.count(node.stated, 'dipakai');
    this.out.tally.dipakai++;
    this.out.leaves.push({
      kodeSkpd,
      kodeSubkegiatan,
      kodeAkun: node.code.kind === 'akun' ? node.code.kode : null,
      amounts: node.stated,
      origin: this.origin(node.row)
    });
  }

  private compare(node: Node): void {
    this.out.checked.set(node.level, (this.out.checked.get(node.level) ?? 0) + 1);
    node.stated.forEach((stated, i) => {
      if (stated === null || stated === node.leafSums[i] || stated === node.childSums[i]) return;
      this.mismatch(node.row, i, stated, node.leafSums[i]!, 'induk');
    });
  }

  private total(stated: (bigint | null)[], index: number): void {
    while (this.stack.length > 0) this.close();
    this.out.tally.total++;
    stated.forEach((amount, i) => {
      if (amount !== null && amount !== this.sums[i]) this.mismatch(index, i, amount, this.sums[i]!, 'total');
    });
  }

  private mismatch(index: number, column: number, stated: bigint, sum: bigint, kind: 'induk' | 'total'): void {
    if (++this.mismatches > shownPerSheet) return;
    const twice = sum !== 0n && stated === 2n * sum;
    this.out.problems.push({
      kind: 'warning',
      code: kind === 'induk' ? 'parent-sum' : 'total-sum',
      place: { ...this.place(index), column: columnLetter(this.columns.amounts[column]!.column), value: rupiah(stated) },
      message: {
        id: `${kind === 'induk' ? 'subtotal' : 'jumlah'} tidak sama dengan jumlah rinciannya ${rupiah(sum)} (selisih ${rupiah(stated - sum)}${twice ? ', tepat dua kali lipat' : ''}); yang dipakai rinciannya.`,
        en: `the ${kind === 'induk' ? 'subtotal' : 'total'} differs from the sum of its details ${rupiah(sum)} (by ${rupiah(stated - sum)}${twice ? ', exactly twofold' : ''}); the details were used.`
      },
      fix: { id: 'Periksa rumus subtotal di ekspor asal.', en: 'Check the subtotal in the original export.' }
    });
  }

  private reportHiddenMismatches(): void {
    const more = this.mismatches - shownPerSheet;
    if (more <= 0) return;
    this.out.problems.push({
      kind: 'warning',
      code: 'parent-sum-more',
      place: { file: this.file, sheet: this.sheet.name },
      message: { id: `${more} subtotal lain juga berbeda dari rinciannya.`, en: `${more} more subtotals differ from their details.` }
    });
  }

  private rejectBadAmount(cells: readonly Cell[], index: number, stated: (bigint | null | undefined)[]): void {
    const bad = this.columns.amounts[stated.indexOf(undefined)]!;
    const value = cellText(cells[bad.column]) ?? '';
    const message = { id: 'bukan angka dalam format kolom ini.', en: 'is not a number in the format of this column.' };
    const known = stated.map((amount) => amount ?? null);
    this.reject(cells, index, known, 'angka', { message, fix: fixNumber }, value, columnLetter(bad.column));
  }

  private reject(cells: readonly Cell[], index: number, stated: (bigint | null)[], code: string, why: Why, value?: string, column?: string): void {
    this.out.tally.ditolak++;
    this.count(stated, 'ditolak');
    this.out.rejects.push({ origin: this.origin(index), reason: why.message, cells });
    const at = column ?? columnLetter(this.columns.codes.at(-1)!);
    this.out.problems.push({ kind: 'reject', code, place: { ...this.place(index), column: at, value }, message: why.message, fix: why.fix });
  }

  private count(stated: (bigint | null)[], outcome: 'dipakai' | 'ditolak'): void {
    stated.forEach((amount, i) => {
      const sum = this.out.tally.rupiah[this.columns.amounts[i]!.measure]!;
      sum.dibaca += amount ?? 0n;
      sum[outcome] += amount ?? 0n;
    });
  }

  private levelOf(code: Code, index: number): number {
    if (code.kind === 'akun') return 6 + code.parts;
    if (code.kind !== 'skpd') return levels[code.kind];
    const above = this.stack.find((node) => node.code.kind === 'skpd');
    if (above === undefined || !sameSkpd(above.code.kode, code.kode)) return this.skpdLevel;
    // An SKPD's own row is followed at once by its unit's row, often of the same code; an SKPD that has programs of its own has no unit level.
    const unitLevel = this.stack.at(-1) === above || this.stack.some((node) => node.level === this.skpdLevel + 1);
    const ownUnitFollows = above.code.kode !== code.kode && this.nextCode(index) === code.kode;
    return unitLevel && !ownUnitFollows ? this.skpdLevel + 1 : this.skpdLevel;
  }

  private nextCode(index: number): string | null {
    for (const cells of this.sheet.rows.slice(index + 1, index + 4)) {
      const text = codeTexts(cells, this.columns.codes).at(-1);
      if (text !== undefined) return readCode(text)?.kode ?? null;
    }
    return null;
  }

  private skpdComesFirst(first: number): boolean {
    for (const cells of this.sheet.rows.slice(first)) {
      const text = codeTexts(cells, this.columns.codes).at(-1);
      const code = text === undefined ? null : readCode(text);
      if (code !== null) return code.kind === 'skpd';
    }
    return false;
  }

  private name(code: Code, nama: string): void {
    const table = code.kind === 'skpd' ? 'skpd' : code.kind === 'akun' ? 'akun' : 'nomenklatur';
    this.out.names.push({ table, kode: code.kode, nama, tahun: null });
  }

  private origin(index: number): Origin {
    return { file: this.file, sheet: this.sheet.name, row: index + 1 };
  }

  private place(index: number) {
    return { file: this.file, sheet: this.sheet.name, row: index + 1 };
  }
}

interface Why {
  message: { id: string; en: string };
  fix: { id: string; en: string };
}

const fixNumber = { id: 'Perbaiki nilainya di ekspor, atau tetapkan "angka" di tepat.json.', en: 'Correct the value in the export, or set "angka" in tepat.json.' };
const noCode: Why = {
  message: { id: 'baris berisi jumlah tetapi tanpa kode.', en: 'the row has an amount but no code.' },
  fix: { id: 'Isi kodenya atau hapus baris ini.', en: 'Fill in the code or remove the row.' }
};
const badCode: Why = {
  message: { id: 'kode tidak dikenali.', en: 'the code is not recognised.' },
  fix: { id: 'Tulis kode resmi, misalnya 1.06.04.2.01.0001 atau 5.1.02.01.01.0024.', en: 'Use an official code such as 1.06.04.2.01.0001 or 5.1.02.01.01.0024.' }
};
const templateRow: Why = {
  message: { id: 'baris contoh dari templat.', en: "a template's sample row." },
  fix: { id: 'Hapus baris contoh dari ekspor.', en: 'Remove the sample row from the export.' }
};
const noDetail: Why = {
  message: { id: 'jumlah tanpa sub kegiatan di bawah atau di atasnya.', en: 'an amount with no sub kegiatan above or below it.' },
  fix: { id: 'Ekspor ulang sampai tingkat rekening.', en: 'Export again down to account level.' }
};
const noSkpd: Why = {
  message: { id: 'kode SKPD tidak ada di berkas.', en: 'the file has no SKPD code.' },
  fix: { id: 'Tetapkan "kode_skpd" di tepat.json.', en: 'Set "kode_skpd" in tepat.json.' }
};

/** The codes of a row; one code spread over several cells (5 | 1 | 02 | 01) is put together. */
export function codeTexts(cells: readonly Cell[], columns: readonly number[]): string[] {
  const texts = columns.map((column) => cellText(cells[column])).filter((text) => text !== null);
  const spread = texts.length > 1 && /^\d{1,2}$/.test(texts[0]!) && /^\d{1,2}$/.test(texts[1]!);
  return spread ? [texts.join('.')] : texts;
}

function last(codes: (Code | null)[], kind: Code['kind']): string | null {
  return codes.findLast((code) => code?.kind === kind)?.kode ?? null;
}

function sameSkpd(a: string, b: string): boolean {
  return a.split('.').slice(0, 7).join('.') === b.split('.').slice(0, 7).join('.');
}

function isTotal(text: string | null): boolean {
  return text !== null && /^\s*(grand\s+)?(jumlah|total)\b/i.test(text);
}

/** The row of column numbers below a header: 1, 2, 3, … */
function isNumberRow(cells: readonly Cell[], distance: number): boolean {
  if (distance > 3) return false;
  const texts = cells.map(cellText).filter((text) => text !== null);
  return texts.length >= 3 && texts.every((text) => /^\d{1,2}(\s*=.*)?$/.test(text)) && Number(texts[0]) === 1;
}

/** Plain rupiah for a message: 1.234.567,89. */
export function rupiah(sen: bigint): string {
  const sign = sen < 0n ? '-' : '';
  const digits = (sen < 0n ? -sen : sen).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${sign}Rp${whole}${digits.endsWith('00') ? '' : `,${digits.slice(-2)}`}`;
}
