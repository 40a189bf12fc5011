import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLabel } from '$lib/source/djpkLabels';
import { type SheetRead, tallyOf } from '$lib/source/layout';
import { readExport } from '$lib/source/recognise';
import type { Cell } from '$lib/source/sheet';
import { csv } from './support';

/** A line of a random budget: what it states, in rupiah, and the rows below it. */
interface Node {
  label: string;
  children: Node[];
  /** Whole rupiah; what is added to the sum of the children, 0 where the source is sound. */
  anggaran: bigint;
  realisasi: bigint;
  row: number;
}

const groups: Record<string, readonly string[]> = {
  'Pendapatan Daerah': ['PAD', 'TKDD', 'Pendapatan Lainnya'],
  PAD: ['Pajak Daerah', 'Retribusi Daerah', 'Lain-Lain PAD yang Sah'],
  TKDD: ['DBH', 'DAU', 'DAK Fisik', 'DAK Non Fisik', 'Dana Desa'],
  'Pendapatan Lainnya': ['Pendapatan Hibah', 'Dana Darurat', 'Pendapatan Transfer Antar Daerah'],
  'Belanja Daerah': ['Belanja Pegawai', 'Belanja Modal', 'Belanja Lainnya'],
  'Belanja Lainnya': ['Belanja Hibah', 'Belanja Bantuan Sosial', 'Belanja Tidak Terduga', 'Belanja Bagi Hasil'],
  'Penerimaan Pembiayaan Daerah': ['Sisa Lebih Perhitungan Anggaran Tahun Sebelumnya', 'Penerimaan Pinjaman Daerah'],
  'Pengeluaran Pembiayaan Daerah': ['Penyertaan Modal Daerah', 'Pembentukan Dana Cadangan']
};
const tops = ['Pendapatan Daerah', 'Belanja Daerah', 'Penerimaan Pembiayaan Daerah', 'Pengeluaran Pembiayaan Daerah'];
/** A source that is wrong is wrong by more than a double's noise. */
const error = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0n) },
  { weight: 1, arbitrary: fc.bigInt(-(10n ** 9n), 10n ** 9n).filter((by) => by > 1000n || by < -1000n) }
);
const amount = fc.bigInt(1n, 10n ** 12n);

function nodeOf(label: string): fc.Arbitrary<Node> {
  const below = groups[label] ?? [];
  const children: fc.Arbitrary<Node[]> =
    below.length === 0
      ? fc.constant([])
      : fc.subarray([...below], { minLength: 1 }).chain((labels) => fc.tuple(...labels.map(nodeOf)));
  return fc
    .record({ children, own: amount, spent: amount, off: error, spentOff: error })
    .map(({ children: list, own, spent, off, spentOff }) => {
      const sum = (measure: 'anggaran' | 'realisasi'): bigint => list.reduce((all, child) => all + child[measure], 0n);
      const stated =
        list.length === 0
          ? { anggaran: own, realisasi: spent }
          : { anggaran: sum('anggaran') + off, realisasi: sum('realisasi') + spentOff };
      return { label, children: list, ...stated, row: 0 };
    });
}

/** Rows in the order of the portal, each node told its row. */
function printed(nodes: Node[], rows: Cell[][]): Cell[][] {
  for (const node of nodes) {
    rows.push([node.label, String(node.anggaran), String(node.realisasi), '']);
    node.row = rows.length;
    printed(node.children, rows);
  }
  return rows;
}

const flat = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
/** Rows at or below which a difference was reported. */
const reported = (sheet: SheetRead, measure: string): Set<number> =>
  new Set(
    sheet.problems
      .filter(
        ({ code, place }) => ['parent-sum', 'rest'].includes(code) && (code === 'rest' || place.column === measure)
      )
      .map(({ place }) => place.row!)
  );

describe('components add to their parent, or the difference is reported', () => {
  const budget = fc.tuple(...tops.map(nodeOf));

  test('portal APBD, sound and wrong sums at every level', () => {
    fc.assert(
      fc.property(budget, (nodes) => {
        const rows = printed([...nodes], [['Akun', 'Anggaran', 'Realisasi', 'Persentase']]);
        const sheet = readExport(csv(rows), 'apbd 2024 Kab. Paser.csv', { satuan: 'rupiah' }).sheets[0]!;
        // a row is a leaf, a line above leaves, or left out: nothing else, and nothing twice
        expect(tallyOf(sheet)).toMatchObject({ dibaca: rows.length - 1, ditolak: 0 });
        for (const measure of ['anggaran', 'realisasi'] as const) {
          const told = reported(sheet, measure);
          for (const node of flat(nodes)) {
            const keys = new Set(flat([node]).map(({ label }) => readLabel(label)!.line));
            const names = new Set([...keys].map(({ komponen, subkomponen }) => `${komponen}|${subkomponen}`));
            const own = sheet.regional.filter(
              ({ jenis, komponen, subkomponen }) =>
                names.has(`${komponen}|${subkomponen}`) &&
                [...keys].some((line) => line.jenis === null || line.jenis === jenis)
            );
            const sum = own.reduce((all, fact) => all + (fact[measure] ?? 0n), 0n) / 100n;
            const said = flat([node]).some(({ row }) => told.has(row));
            if (!said) expect(sum, `${node.label} ${measure}`).toBe(node[measure]);
          }
        }
      }),
      { numRuns: 150 }
    );
  });

  test('a difference is reported exactly where a sum is wrong', () => {
    fc.assert(
      fc.property(budget, (nodes) => {
        const rows = printed([...nodes], [['Akun', 'Anggaran', 'Realisasi', 'Persentase']]);
        const sheet = readExport(csv(rows), 'apbd 2024 Kab. Paser.csv', { satuan: 'rupiah' }).sheets[0]!;
        for (const measure of ['anggaran', 'realisasi'] as const) {
          const wrong = flat(nodes).filter(
            ({ children, ...node }) =>
              children.length > 0 && node[measure] !== children.reduce((sum, child) => sum + child[measure], 0n)
          );
          expect([...reported(sheet, measure)].toSorted((a, b) => a - b)).toEqual(
            wrong.map(({ row }) => row).toSorted((a, b) => a - b)
          );
        }
      }),
      { numRuns: 150 }
    );
  });

  test('portal TKDD: leaves keep every total, however little is itemised', () => {
    const details = ['Transfer DBH PPh Pasal 21', 'Transfer DBH SDA Minyak Bumi', 'Transfer DBH CHT'];
    const component = fc.record({ rest: fc.bigInt(0n, 10n ** 12n), parts: fc.array(amount, { maxLength: 3 }) });
    fc.assert(
      fc.property(
        fc.array(component, { minLength: 2, maxLength: 5 }),
        fc.bigInt(0n, 10n ** 12n),
        (components, beyond) => {
          const names = ['DBH', 'DAU', 'DAK Fisik', 'DAK Non Fisik', 'DID'];
          // amounts that repeat in another component are what a damaged row looks like
          const seen = components.map(
            ({ rest, parts }) => new Set([...parts, rest + parts.reduce((a, b) => a + b, 0n)])
          );
          fc.pre(new Set(seen.flatMap((amounts) => [...amounts])).size === seen.reduce((n, { size }) => n + size, 0));
          const totals = components.map(({ rest, parts }) => rest + parts.reduce((a, b) => a + b, 0n));
          const all = totals.reduce((a, b) => a + b, beyond);
          const rows: Cell[][] = [
            ['tahun', 'nmpemda', 'kode', 'uraian', 'anggaran', 'realisasi'],
            ['2024', 'Kab. Paser', '0', 'Total TKDD', String(all), String(all)],
            ...components.flatMap(({ parts }, i): Cell[][] => [
              ['2024', 'Kab. Paser', `1${i + 1}`, names[i]!, String(totals[i]), String(totals[i])],
              ...parts.map((part, j): Cell[] => [
                '2024',
                'Kab. Paser',
                `1${i + 1}_6${i}${j}`,
                details[j]!,
                String(part),
                String(part)
              ])
            ])
          ];
          const sheet = readExport(csv(rows), 'tkdd.csv', { satuan: 'rupiah' }).sheets[0]!;
          for (const measure of ['anggaran', 'realisasi'] as const)
            expect(sheet.regional.reduce((sum, fact) => sum + (fact[measure] ?? 0n), 0n)).toBe(all * 100n);
          expect(sheet.problems.filter(({ kind }) => kind !== 'decision')).toEqual([]);
          expect(tallyOf(sheet)).toMatchObject({ dibaca: rows.length - 1, ditolak: 0 });
        }
      ),
      { numRuns: 150 }
    );
  });

  test('accounts at random depths: what is imported adds to every account above it', () => {
    const code = fc
      .tuple(
        fc.constantFrom('4.1.01', '4.2.01', '5.1.01', '5.1.02', '6.1.01'),
        fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 })
      )
      .map(([jenis, more]) => [jenis, ...more.map((part) => String(part).padStart(2, '0'))].join('.'));
    fc.assert(
      fc.property(
        fc.uniqueArray(code, { minLength: 2, maxLength: 12 }),
        fc.infiniteStream(amount),
        (codes, amounts) => {
          const leaves = new Map(
            codes
              .filter((one) => !codes.some((other) => other.startsWith(`${one}.`)))
              .map((one) => [one, amounts.next().value as bigint])
          );
          const above = [
            ...new Set(
              [...leaves.keys()].flatMap((one) => one.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.')))
            )
          ];
          const sumOf = (prefix: string): bigint =>
            [...leaves].reduce(
              (sum, [one, value]) => (one === prefix || one.startsWith(`${prefix}.`) ? sum + value : sum),
              0n
            );
          const rows = [
            ['kode_kemendagri', 'tahun', 'kode_akun', 'anggaran'],
            ...above.toSorted().map((one) => ['64.01', '2025', one, String(sumOf(one))])
          ];
          const sheet = readExport(csv(rows), 'apbd.csv').sheets[0]!;
          expect(new Map(sheet.regional.map(({ kodeAkun, anggaran }) => [kodeAkun, anggaran]))).toEqual(
            new Map([...leaves].map(([one, value]) => [one, value * 100n]))
          );
          expect(sheet.problems.filter(({ kind }) => kind !== 'decision')).toEqual([]);
        }
      ),
      { numRuns: 100 }
    );
  });
});
