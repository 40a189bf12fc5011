import { describe, expect, test } from 'vitest';
import { tallyOf } from '$lib/source/layout';
import type { Cell } from '$lib/source/sheet';
import {
  bodyRows,
  dinas,
  importFiles,
  type Line,
  lines,
  lra,
  lraRows,
  monthly,
  other,
  paguOfLines,
  rakRows,
  spent,
  total,
  workbook
} from './support';

const file = 'LRA Januari 2026.xlsx';
const of = (rows: Cell[][], name = file) => importFiles({ [name]: workbook({ Sheet1: rows }) });
/** The row whose deepest code is this one, after an earlier one if given. */
const rowAt = (rows: Cell[][], kode: string, from = 0) =>
  rows.findIndex((row, i) => i >= from && row.slice(0, 4).findLast((cell) => cell !== null) === kode);

describe('subtotals', () => {
  test('a parent that is not the sum of its children is named once, and the details are used', async () => {
    const rows = lraRows(monthly(1));
    const at = rowAt(rows, '1.06.04.2.01.0001');
    rows[at]![5] = 831_000_000;
    const done = await of(rows);
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    const [said] = done.sentences.filter((text) => /subtotal/.test(text) && /selisih/.test(text));
    expect(said).toMatch(
      new RegExp(
        `^LRA Januari 2026.xlsx, lembar "Sheet1", baris ${at + 1}, kolom F, nilai "Rp831.000.000": subtotal tidak sama dengan jumlah rinciannya Rp830.000.000 \\(selisih Rp1.000.000\\)`
      )
    );
    expect(done.codes('warning').filter((code) => code === 'parent-sum')).toHaveLength(1);
  });

  test('a total that is exactly twice its details is said to be twice', async () => {
    const rows = lraRows(monthly(1));
    rows.at(-1)![5] = (rows.at(-1)![5] as number) * 2;
    const done = await of(rows);
    expect(done.sentences.filter((text) => /tepat dua kali lipat/.test(text))).toHaveLength(1);
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
  });

  test('totals of each unit and of everything all fit', async () => {
    const first = bodyRows(monthly(1));
    const second = bodyRows(monthly(1).map((line) => ({ ...line, skpd: other })));
    const jumlah = lraRows(monthly(1)).at(-1)!;
    const both = [
      ...jumlah.slice(0, 5),
      ...jumlah.slice(5).map((cell) => (typeof cell === 'number' ? 2 * cell : cell))
    ];
    const done = await of([...lraRows([]).slice(0, -1), ...first, jumlah, ...second, jumlah, both]);
    expect(done.codes('warning')).toEqual([]);
    expect(done.sum('pagu', 'pagu')).toBe(2n * paguOfLines);
  });

  test('header rows that a printed export repeats on each page are no data', async () => {
    const rows = lraRows(monthly(1));
    const again = rows.slice(4, 8);
    rows.splice(20, 0, ...again);
    const done = await of(rows);
    expect(done.codes('reject')).toEqual([]);
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
  });

  test('an LRA of several levels that are blank counts what is there', async () => {
    const rows = lraRows(monthly(1)).map((row) => (row[3] === '5.1.02' ? [...row.slice(0, 5)] : row));
    const done = await of(rows);
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(done.codes('reject')).toEqual([]);
  });
});

describe('codes', () => {
  test('#N/A on a leaf costs that row only, and no subtotal is called wrong for it', async () => {
    const rows = lraRows(monthly(1));
    const at = rowAt(rows, '5.1.02.02.01.0003');
    rows[at]![3] = '#N/A';
    const done = await of(rows);
    expect(done.codes('reject')).toEqual(['kode']);
    expect(done.sentences).toContainEqual(
      expect.stringMatching(new RegExp(`baris ${at + 1}, kolom D, nilai "#N/A": kode tidak dikenali`))
    );
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines - 3_000_000_000n);
    expect(done.codes('warning')).toEqual([]);
  });

  test.for([
    { name: 'first account of a sub kegiatan', kode: '5.1.02.01.01.0052', lost: 800_000_000 },
    { name: 'only account of a sub kegiatan', kode: '5.1.02.01.01.0039', lost: 500_000_000 }
  ])('#N/A on the $name', async ({ kode, lost }) => {
    const rows = lraRows(monthly(1));
    rows[rowAt(rows, kode)]![3] = '#N/A';
    const done = await of(rows);
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines - BigInt(lost) * 100n);
    expect(tallyOf(done.inputs[0]!.read.sheets[0]!)).toMatchObject({ dipakai: 11, ditolak: 1 });
  });

  test.for([{ kode: '5.1.02.04.01' }, { kode: '5.1.02.01' }, { kode: '5.1.01' }])(
    '#N/A on the subtotal $kode loses nothing',
    async ({ kode }) => {
      const rows = lraRows(monthly(1));
      rows[rowAt(rows, kode)]![3] = '#N/A';
      const done = await of(rows);
      expect(done.codes('reject')).toEqual([]);
      expect(done.codes('warning')).toEqual(['induk-kode']);
      expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    }
  );

  test('codes in one column: below a sub kegiatan whose code is lost, accounts are never given to the one before', async () => {
    const rows = lraRows(monthly(1), { oneColumn: true });
    const at = rows.findIndex((row) => row[0] === '1.06.04.2.01.0003');
    rows[at]![0] = '#N/A';
    const done = await of(rows);
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines - 50_000_000_000n);
    expect(done.sum('pagu', 'pagu', { kode_subkegiatan: '1.06.04.2.01.0001' })).toBe(83_000_000_000n);
    expect(done.codes('reject')).toEqual(['di-bawah-kode-rusak']);
  });

  test('rows of a template, and rows without a code, are left out and named', async () => {
    const rows = lraRows(monthly(1));
    const at = rowAt(rows, '1.06.04');
    rows.splice(
      at,
      0,
      ['1.06', dinas, 'X.XX.01.2.01.0001', '5.1.02.01.01.0001', 'Contoh belanja', 1000, 0],
      ['X.XX', null, null, null, 'CONTOH PENGISIAN', 1000, 0],
      [null, null, null, null, 'Sisa anggaran', 77]
    );
    const done = await of(rows);
    expect(done.codes('reject').sort()).toEqual(['baris-contoh', 'baris-contoh', 'tanpa-kode']);
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
  });

  test.for([
    {
      name: 'SIPD accounts of three and five digits',
      style: {
        akunText: (kode: string) =>
          kode
            .split('.')
            .map((part, i) => (i === 4 ? part.padStart(3, '0') : i === 5 ? part.padStart(5, '0') : part))
            .join('.')
      }
    },
    {
      name: 'unpadded accounts',
      style: {
        akunText: (kode: string) =>
          kode
            .split('.')
            .map((part, i) => (i === 2 ? String(Number(part)) : part))
            .join('.')
      }
    },
    {
      name: 'level .02. and two-digit leaves',
      style: { subText: (kode: string) => kode.replace('.2.', '.02.').replace(/\.00(\d\d)$/, '.$1') }
    },
    {
      name: 'a trailing dot',
      style: { subText: (kode: string) => `${kode}.`, akunText: (kode: string) => `${kode}.` }
    },
    { name: 'an apostrophe before the code', style: { subText: (kode: string) => `'${kode}` } },
    { name: 'compact accounts', style: { akunText: (kode: string) => kode.replaceAll('.', '') } },
    { name: 'compact accounts as numbers', style: { akunText: (kode: string) => Number(kode.replaceAll('.', '')) } }
  ])('$name come out in the one form', async ({ style }) => {
    const done = await importFiles({ [file]: lra(monthly(1), style) });
    const plain = await importFiles({ [file]: lra(monthly(1)) });
    const keys = (from: typeof done) =>
      from.tables.pagu!.map((row) => `${row.kode_subkegiatan} ${row.kode_akun} ${row.pagu}`).sort();
    expect(keys(done)).toEqual(keys(plain));
    expect(done.codes('reject')).toEqual([]);
    expect(done.codes('warning')).toEqual([]);
  });

  test('codes that a spreadsheet turned into numbers: 1.1 is 1.10 where the codes below say so', async () => {
    const own = monthly(1).map((line) => ({ ...line, sub: line.sub.replace('1.06.', '1.10.') }));
    const rows = lraRows(own).map((row) =>
      row.map((cell) => (typeof cell === 'string' && /^\d(\.\d\d?)?$/.test(cell) ? Number(cell) : cell))
    );
    expect(rows.some((row) => row[0] === 1.1)).toBe(true);
    const done = await of(rows);
    expect(
      done.tables.nomenklatur!.filter(({ tingkat }) => tingkat === 'bidang').map(({ kode, nama }) => `${kode} ${nama}`)
    ).toEqual(['1.10 BIDANG 1.10']);
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(done.codes('reject')).toEqual([]);
  });
});

describe('depth', () => {
  test('sub kegiatan without accounts', async () => {
    const done = await importFiles({ [file]: lra(monthly(1), { accounts: [] }) });
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(new Set(done.tables.pagu!.map(({ kode_akun }) => kode_akun))).toEqual(new Set(['5.1', '5.2']));
    expect(done.sum('realisasi', 'realisasi')).toBe(total(monthly(1)));
  });

  test('an LRA that ends at account level 3', async () => {
    const done = await importFiles({ [file]: lra(monthly(1), { accounts: [3] }) });
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(done.tables.pagu!.every(({ kode_akun }) => /^5\.\d\.\d\d$/.test(kode_akun as string))).toBe(true);
  });

  test('one pair of columns, codes in one column', async () => {
    const done = await importFiles({ [file]: lra(monthly(1), { pair: true, oneColumn: true }) });
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(done.sum('realisasi', 'realisasi')).toBe(total(monthly(1)));
  });

  test('an LRA without an SKPD code is asked about once and read with tepat.json', async () => {
    const rows = lraRows(monthly(1))
      .filter((row) => !(row[1] === dinas && row[2] === null))
      .map((row) => row.map((cell) => (cell === dinas ? null : cell)));
    const without = await of(rows);
    expect(without.codes('question')).toEqual(['no-skpd']);
    expect(without.codes('reject')).toEqual([]);
    expect(tallyOf(without.inputs[0]!.read.sheets[0]!).dipakai).toBe(0);
    const given = await importFiles({ [file]: workbook({ Sheet1: rows }) }, { kode_skpd: dinas });
    expect(given.sum('pagu', 'pagu', { kode_skpd: dinas })).toBe(paguOfLines);
  });
});

describe('columns', () => {
  const wide = (block: Cell[][], cells: (row: Cell[]) => Cell[]) => {
    const rows = lraRows(monthly(1), { zero: 0 });
    return [...rows.slice(0, 4), ...block, ...rows.slice(8).map((row) => [...row.slice(0, 5), ...cells(row)])];
  };
  const n = (cell: Cell | undefined) => (cell as number | null) ?? 0;
  const [code, blank] = [['Kode', null, null, null, 'Uraian'] as Cell[], [null, null, null, null, null] as Cell[]];

  test('measures above groups: Anggaran over Operasi, Modal; Realisasi over the same', async () => {
    const groups = ['Operasi', 'Modal', 'Tak Terduga', 'Transfer'];
    const block = [
      [...code, 'Anggaran', null, null, null, 'Realisasi', null, null, null],
      [...blank, ...groups, ...groups]
    ];
    const done = await of(
      wide(block, (row) => [row[5]!, row[7]!, row[9]!, row[11]!, row[6]!, row[8]!, row[10]!, row[12]!])
    );
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(done.sum('realisasi', 'realisasi')).toBe(total(monthly(1)));
    expect(done.codes('warning')).toEqual([]);
  });

  test.for([{ at: 'behind' }, { at: 'before' }])(
    'Total columns $at the groups are compared, never added',
    async ({ at }) => {
      const totals = (row: Cell[]): Cell[] => [n(row[5]) + n(row[7]), n(row[6]) + n(row[8])];
      const groups = ['Operasi', null, 'Modal', null];
      const pair = ['Anggaran', 'Realisasi'];
      const block =
        at === 'behind'
          ? [
              [...code, ...groups, 'Total', null],
              [...blank, ...pair, ...pair, ...pair]
            ]
          : [
              [...code, 'Jumlah', null, ...groups],
              [...blank, ...pair, ...pair, ...pair]
            ];
      const done = await of(
        wide(block, (row) =>
          at === 'behind' ? [...row.slice(5, 9), ...totals(row)] : [...totals(row), ...row.slice(5, 9)]
        )
      );
      expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
      expect(done.codes('warning')).toEqual([]);
      const wrong = wide(block, (row) =>
        at === 'behind'
          ? [...row.slice(5, 9), n(totals(row)[0]) + 1, totals(row)[1]!]
          : [n(totals(row)[0]) + 1, totals(row)[1]!, ...row.slice(5, 9)]
      );
      expect((await of(wrong)).codes('warning')).toContain('row-total');
    }
  );

  test('a pair of totals only, with rest and percentage beside it', async () => {
    const done = await of(
      wide([[...code, 'Jumlah Anggaran (Rp)', 'Jumlah Realisasi (Rp)', 'Sisa', '%']], (row) => [
        n(row[5]) + n(row[7]),
        n(row[6]) + n(row[8]),
        1,
        0.5
      ])
    );
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(done.sum('realisasi', 'realisasi')).toBe(total(monthly(1)));
  });

  test.for([
    {
      name: 'behind',
      labels: ['Anggaran 2026', 'Realisasi 2026', '%', 'Realisasi 2025'],
      cells: (a: number, r: number) => [a, r, 50, 999]
    },
    {
      name: 'before',
      labels: ['Realisasi 2025', 'Anggaran 2026', 'Realisasi 2026', '%'],
      cells: (a: number, r: number) => [999, a, r, 50]
    },
    {
      name: 'in words',
      labels: ['Realisasi Tahun Lalu', 'Anggaran', 'Realisasi', '%'],
      cells: (a: number, r: number) => [999, a, r, 50]
    }
  ])('a column of the year before, $name', async ({ labels, cells }) => {
    const done = await of(wide([[...code, ...labels]], (row) => cells(n(row[5]) + n(row[7]), n(row[6]) + n(row[8]))));
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(done.sum('realisasi', 'realisasi')).toBe(total(monthly(1)));
  });

  test('realisasi of last month, this month and up to this month under one merged label', async () => {
    const block = [
      [...code, 'Anggaran', 'Realisasi', null, null],
      [...blank, null, 's.d. Bulan Lalu', 'Bulan Ini', 's.d. Bulan Ini']
    ];
    const done = await importFiles({
      'LRA April 2026.xlsx': workbook({
        Sheet1: wide(block, (row) => [n(row[5]) + n(row[7]), 500, n(row[6]) + n(row[8]), 900])
      })
    });
    expect(done.sum('realisasi', 'realisasi', { bulan: 4, sejak_bulan: 4 })).toBe(total(monthly(1)));
  });

  test('swapped columns are asked about, and nothing of the sheet is used', async () => {
    const done = await importFiles({
      [file]: lra(lines.map((line) => ({ ...line, anggaran: line.realisasi, realisasi: line.anggaran })))
    });
    expect(done.codes('question')).toEqual(['swapped-columns']);
    expect(done.tables.pagu).toEqual([]);
    expect(done.tables.realisasi).toEqual([]);
    expect(tallyOf(done.inputs[0]!.read.sheets[0]!)).toMatchObject({ dipakai: 0, ditolak: 12 });
  });

  // Of a few lines all may be overspent: the file is taken at its word, and what stands above its pagu is said.
  test.for([
    { count: 1, isAsked: false },
    { count: 2, isAsked: false },
    { count: 4, isAsked: false },
    { count: 5, isAsked: true }
  ])('swapped columns of $count lines: asked about $isAsked, and never silent', async ({ count, isAsked }) => {
    const few = spent((_, { anggaran }) => Number(anggaran) / 4).slice(0, count);
    const done = await importFiles({
      [file]: lra(few.map((line) => ({ ...line, anggaran: line.realisasi, realisasi: line.anggaran })))
    });
    expect(done.codes('question')).toEqual(isAsked ? ['swapped-columns'] : []);
    expect(done.tables.realisasi).toHaveLength(isAsked ? 0 : count);
    if (isAsked) return;
    expect(done.codes('warning')).toContain('above-pagu');
    expect(done.sentences.find((text) => /melampaui/.test(text))).toMatch(new RegExp(`${count} rekening`));
    expect(done.sum('realisasi', 'realisasi')).toBe(4n * done.sum('pagu', 'pagu'));
  });

  test('blank is not zero', async () => {
    const done = await importFiles({ [file]: lra(spent((i) => (i === 0 ? null : i === 1 ? 0 : 5))) });
    const of = (kode_akun: string) =>
      done.tables.realisasi!.filter(
        (row) => row.kode_akun === kode_akun && row.kode_subkegiatan === '1.06.01.2.01.0001'
      );
    expect(of('5.1.02.01.01.0024')).toEqual([]);
    expect(of('5.1.02.01.01.0025').map(({ realisasi }) => realisasi)).toEqual([0n]);
  });

  test('realisasi above pagu is kept, and said', async () => {
    const done = await importFiles({ [file]: lra(spent((i) => (i === 1 ? 4_000_000 : 1000))) });
    expect(done.sum('realisasi', 'realisasi', { kode_akun: '5.1.02.01.01.0025' })).toBe(400_000_000n);
    expect(done.codes('warning')).toEqual(['above-pagu']);
    expect(done.sentences.find((text) => /melampaui/.test(text))).toMatch(/1 rekening .* Rp1.000.000/);
  });
});

describe('sheets', () => {
  test('several units sharing programme codes stay apart', async () => {
    const both = [...monthly(1), ...monthly(2).map((line) => ({ ...line, skpd: other }))];
    const done = await importFiles({ [file]: lra(both) });
    expect(done.sum('pagu', 'pagu', { kode_skpd: dinas })).toBe(paguOfLines);
    expect(done.sum('realisasi', 'realisasi', { kode_skpd: dinas })).toBe(total(monthly(1)));
    expect(done.sum('realisasi', 'realisasi', { kode_skpd: other })).toBe(total(monthly(2)));
  });

  test('33 units in one file', async () => {
    const units = Array.from({ length: 33 }, (_, i) => `1.06.0.00.0.00.${String(i + 1).padStart(2, '0')}.0000`);
    const all: Line[] = units.flatMap((skpd, u) => monthly((u % 12) + 1).map((line) => ({ ...line, skpd })));
    const done = await importFiles({ [file]: lra(all) });
    expect(done.tables.skpd).toHaveLength(33);
    for (const [u, skpd] of units.entries())
      expect(done.sum('realisasi', 'realisasi', { kode_skpd: skpd })).toBe(total(monthly((u % 12) + 1)));
    expect(done.codes('warning')).toEqual([]);
  });

  test('seven sheets, one a month, with a stale hidden sheet', async () => {
    const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli'];
    const sheets = Object.fromEntries(months.map((name, i) => [name, lraRows(monthly(i + 1))]));
    const done = await importFiles({
      'LRA 2026.xlsx': workbook({ ...sheets, 'Maret (lama)': lraRows(monthly(9)) }, { hidden: ['Maret (lama)'] })
    });
    for (const [i] of months.entries())
      expect(done.sum('realisasi', 'realisasi', { bulan: i + 1 })).toBe(total(monthly(i + 1)));
    expect(done.codes()).toContain('sheet-hidden');
    expect(done.codes('question')).toEqual([]);
  });

  test('one sheet a programme is one month of one unit', async () => {
    const of = (month: number) =>
      Object.fromEntries(
        ['1.06.01', '1.06.04', '1.06.05'].map((program) => [
          `Program ${program}`,
          lraRows(monthly(month).filter(({ sub }) => sub.startsWith(program)))
        ])
      );
    const done = await importFiles({
      'LRA Januari 2026.xlsx': workbook(of(1)),
      'LRA Februari 2026.xlsx': workbook(of(2))
    });
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(done.sum('realisasi', 'realisasi', { bulan: 1 })).toBe(total(monthly(1)));
    expect(done.sum('realisasi', 'realisasi', { bulan: 2 })).toBe(total(monthly(2)));
    expect(done.codes('warning')).toEqual([]);
  });

  test('one file a programme: every row names its own file', async () => {
    const files = Object.fromEntries(
      ['1.06.01', '1.06.04', '1.06.05'].map((program) => [
        `${program} Januari 2026.xlsx`,
        lra(monthly(1).filter(({ sub }) => sub.startsWith(program)))
      ])
    );
    const done = await importFiles(files);
    for (const table of ['pagu', 'realisasi'] as const) {
      const files = new Set(done.tables[table]!.map(({ id_berkas }) => id_berkas));
      expect(files.size, table).toBe(3);
    }
    expect(
      new Set(done.tables.cakupan!.filter(({ tabel }) => tabel === 'realisasi').map(({ id_berkas }) => id_berkas)).size
    ).toBe(3);
  });
});

test('a cash plan printed as SKPD and again as its unit is read once, months that are blank stay unknown', async () => {
  const rows = rakRows(lines, (line) =>
    Array.from({ length: 12 }, (_, m) => (m > 6 ? null : Number(line.anggaran) / 10))
  );
  const at = rows.findIndex((row) => row[0] === dinas);
  rows.splice(at, 0, rows[at]!);
  const done = await importFiles({ 'RAK.xlsx': workbook({ RAK: rows }) });
  expect(done.sum('rencana_kas', 'rencana')).toBe((paguOfLines / 10n) * 7n);
  expect(new Set(done.tables.rencana_kas!.map(({ bulan }) => bulan))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
  expect(done.codes('warning')).toEqual([]);
});
