import { describe, expect, test } from 'vitest';
import { tallyOf } from '$lib/source/layout';
import {
  csv,
  cumulative,
  dinas,
  importFiles,
  type Line,
  lra,
  lraRows,
  monthly,
  paguOfLines,
  spent,
  total,
  workbook
} from './support';

const names = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember'
];
const titled = (...more: string[]) => ({
  titles: ['KAB. CONTOH', 'REKAPITULASI BELANJA', 'TAHUN ANGGARAN 2026', ...more]
});
/** One LRA a month, by file name; `months` from 1. */
const series = (
  months: readonly number[],
  of: (month: number) => Line[],
  title: (month: number) => string[] = () => []
) => Object.fromEntries(months.map((m) => [`LRA ${names[m - 1]} 2026.xlsx`, lra(of(m), titled(...title(m)))]));
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('monthly or cumulative', () => {
  test('both kinds of one year give the same spending', async () => {
    const one = await importFiles(series(upTo(6), monthly));
    const two = await importFiles(series(upTo(6), cumulative));
    const rows = (done: typeof one) =>
      done.tables
        .realisasi!.map(
          ({ bulan, kode_akun, kode_subkegiatan, realisasi }) =>
            `${bulan} ${kode_subkegiatan} ${kode_akun} ${realisasi}`
        )
        .sort();
    expect(rows(one)).toEqual(rows(two));
    expect(one.sentences.filter((text) => /dibaca per bulan/.test(text))).toHaveLength(1);
    expect(two.sentences.filter((text) => /dibaca kumulatif/.test(text))).toHaveLength(1);
    for (const m of upTo(6)) expect(two.sum('realisasi', 'realisasi', { bulan: m })).toBe(total(monthly(m)));
  });

  test('a correction makes one month negative and the series stays cumulative', async () => {
    const corrected = (month: number) =>
      cumulative(month).map((line, i) =>
        i === 3 && month >= 5 ? { ...line, realisasi: (line.realisasi as number) - 300_000 } : line
      );
    const done = await importFiles(series(upTo(8), corrected));
    expect(done.sum('realisasi', 'realisasi')).toBe(total(corrected(8)));
    expect(
      done.tables.realisasi!.filter(({ realisasi }) => (realisasi as bigint) < 0n).map(({ bulan }) => bulan)
    ).toEqual([5]);
    expect(done.codes('warning')).toEqual(['negative-month']);
    expect(done.codes('question')).toEqual([]);
  });

  test('pay that is the same every month is not taken for a cumulative series', async () => {
    const done = await importFiles(series(upTo(4), () => spent((i) => (i + 1) * 10_000)));
    expect(done.codes('question')).toEqual(['monthly-or-cumulative']);
    expect(done.tables.realisasi).toEqual([]);
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    const answered = await importFiles(
      series(upTo(4), () => spent((i) => (i + 1) * 10_000)),
      { berkas: { 'LRA *': { sifat: 'bulanan' } } }
    );
    expect(answered.sum('realisasi', 'realisasi')).toBe(4n * total(spent((i) => (i + 1) * 10_000)));
  });

  test('while it is unclear, rows count as used for their pagu and as waiting for their realisasi', async () => {
    const done = await importFiles(series([3], monthly));
    expect(done.codes('question')).toEqual(['monthly-or-cumulative']);
    const tally = tallyOf(done.inputs[0]!.read.sheets[0]!);
    expect(tally).toMatchObject({ dipakai: 12, ditolak: 0 });
    expect(tally.rupiah.anggaran!.ditolak).toBe(0n);
    expect(tally.rupiah.realisasi).toEqual({ dibaca: total(monthly(3)), dipakai: 0n, ditolak: total(monthly(3)) });
    expect(done.all.find(({ kind }) => kind === 'question')!.tepatJson).toBe(
      '"LRA Maret 2026.xlsx": { "sifat": "kumulatif" }'
    );
  });

  test('titles decide, and may differ from month to month', async () => {
    const done = await importFiles({
      ...series([1, 2], monthly, (m) => [`Bulan : ${names[m - 1]} 2026`]),
      ...series([3, 4], cumulative, (m) => [`Periode : Januari s.d. ${names[m - 1]} 2026`])
    });
    for (const m of upTo(4))
      expect(done.sum('realisasi', 'realisasi', { bulan: m, sejak_bulan: m })).toBe(total(monthly(m)));
    expect(done.codes('question')).toEqual([]);
  });

  test('a title that says cumulative over figures that fall is asked about', async () => {
    const done = await importFiles(series(upTo(6), monthly, (m) => [`Periode : Januari s.d. ${names[m - 1]} 2026`]));
    expect(done.codes('question')).toEqual(['monthly-or-cumulative']);
    expect(done.sentences.find((text) => /judulnya menyebut kumulatif/.test(text))).toBeDefined();
  });

  test('cumulative with April as its first file covers January to April in one figure', async () => {
    const done = await importFiles(series([4, 5, 6, 7], cumulative));
    expect(done.sum('realisasi', 'realisasi', { sejak_bulan: 1, bulan: 4 })).toBe(total(cumulative(4)));
    expect(done.sum('realisasi', 'realisasi', { sejak_bulan: 5, bulan: 5 })).toBe(total(monthly(5)));
    expect(done.codes('warning')).toEqual([]);
  });

  test('a cumulative month that is missing makes the next one cover two', async () => {
    const done = await importFiles(series([1, 2, 4, 5], cumulative));
    expect(done.sum('realisasi', 'realisasi', { sejak_bulan: 3, bulan: 4 })).toBe(
      total(monthly(3)) + total(monthly(4))
    );
    expect(done.codes()).toContain('month-span');
    expect(done.codes('warning')).toEqual([]);
  });

  test('monthly with January missing is a gap, never a zero', async () => {
    const done = await importFiles(series([2, 3, 4], monthly));
    expect(done.tables.cakupan!.filter(({ tabel }) => tabel === 'realisasi').map(({ bulan }) => bulan)).toEqual([
      2, 3, 4
    ]);
    expect(done.tables.realisasi!.some(({ sejak_bulan }) => sejak_bulan === 1)).toBe(false);
    expect(done.sentences.find((text) => /tidak ada berkas untuk bulan 1/.test(text))).toBeDefined();
  });

  test('a blank cell in a cumulative month is unknown: the next known month covers it, and nothing turns negative', async () => {
    const blankInMarch = (month: number) =>
      cumulative(month).map((line, i) => (i === 4 && month === 3 ? { ...line, realisasi: null } : line));
    const done = await importFiles(
      series(upTo(5), blankInMarch, (m) => [`Periode : Januari s.d. ${names[m - 1]} 2026`])
    );
    expect(done.sum('realisasi', 'realisasi')).toBe(total(cumulative(5)));
    const line = done.tables
      .realisasi!.filter(({ kode_akun }) => kode_akun === '5.1.01.01.02.0001')
      .map(({ sejak_bulan, bulan }) => `${sejak_bulan}-${bulan}`);
    expect(line.sort()).toEqual(['1-1', '2-2', '3-4', '5-5']);
    expect(done.codes('warning')).toEqual([]);
  });
});

describe('files', () => {
  test('the same month twice with the same content counts once', async () => {
    const done = await importFiles({
      ...series([1, 2], monthly),
      'salinan/LRA Februari 2026 (1).xlsx': lra(monthly(2))
    });
    expect(done.sum('realisasi', 'realisasi', { bulan: 2 })).toBe(total(monthly(2)));
    expect(done.codes()).toContain('duplicate-month');
    expect(done.codes('question')).toEqual([]);
  });

  test('the same month twice with different content: neither is used, the other months are', async () => {
    const done = await importFiles(
      { ...series([1, 2], monthly), 'LRA Februari 2026 baru.xlsx': lra(monthly(7)) },
      { berkas: { '*': { sifat: 'bulanan' } } }
    );
    expect(done.codes('question')).toEqual(['two-files-one-month']);
    expect(done.sum('realisasi', 'realisasi', { bulan: 2 })).toBe(0n);
    expect(done.sum('realisasi', 'realisasi', { bulan: 1 })).toBe(total(monthly(1)));
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    const chosen = await importFiles(
      { ...series([1, 2], monthly), 'LRA Februari 2026 baru.xlsx': lra(monthly(7)) },
      { berkas: { '*': { sifat: 'bulanan' }, 'LRA Februari 2026.xlsx': { abaikan: true } } }
    );
    expect(chosen.sum('realisasi', 'realisasi', { bulan: 2 })).toBe(total(monthly(7)));
  });

  test('two years in one folder stay two years', async () => {
    const old = Object.fromEntries(
      upTo(3).map((m) => [
        `2025/LRA ${names[m - 1]} 2025.xlsx`,
        lra(monthly(m + 4), { titles: ['REKAPITULASI BELANJA', 'TAHUN ANGGARAN 2025'] })
      ])
    );
    const done = await importFiles({ ...series(upTo(3), monthly), ...old });
    for (const m of upTo(3)) {
      expect(done.sum('realisasi', 'realisasi', { tahun: 2026, bulan: m })).toBe(total(monthly(m)));
      expect(done.sum('realisasi', 'realisasi', { tahun: 2025, bulan: m })).toBe(total(monthly(m + 4)));
    }
    expect(done.latest).toEqual({ tahun: 2026, bulan: 3 });
  });

  test('the month of the content wins over that of the name, and a person is told', async () => {
    const done = await importFiles({ 'LRA Maret 2026.xlsx': lra(monthly(2), titled('Bulan : Februari 2026')) });
    expect(done.tables.realisasi!.every(({ bulan }) => bulan === 2)).toBe(true);
    expect(done.codes('warning')).toContain('month-differs');
  });

  test.for([
    { name: 'left as dots in its template', title: 'Periode : ……', file: 'lra.xlsx', asked: 'no-bulan' },
    { name: 'left as dots, but in the name', title: 'Periode : ……………', file: 'lra_februari_2026.xlsx', asked: null },
    { name: 'as a number in the name', title: '', file: 'lra_2026_02.xlsx', asked: null },
    { name: 'as a folder', title: '', file: '2026-02/lra.xlsx', asked: null }
  ])('a period $name', async ({ title, file, asked }) => {
    const done = await importFiles(
      { [file]: lra(monthly(2), titled(title)) },
      { berkas: { '*': { sifat: 'bulanan' } } }
    );
    expect(done.codes('question')).toEqual(asked === null ? [] : [asked]);
    if (asked === null) expect(done.sum('realisasi', 'realisasi', { bulan: 2 })).toBe(total(monthly(2)));
    else expect(tallyOf(done.inputs[0]!.read.sheets[0]!)).toMatchObject({ dipakai: 0, ditolak: 12 });
  });

  test('an LRA without a year is asked about, and read with tepat.json', async () => {
    const bytes = lra(monthly(1), { titles: ['REKAPITULASI BELANJA'] });
    const done = await importFiles({ 'LRA Januari.xlsx': bytes });
    expect(done.codes('question')).toEqual(['no-tahun']);
    expect((await importFiles({ 'LRA Januari.xlsx': bytes }, { tahun: 2026 })).sum('realisasi', 'realisasi')).toBe(
      total(monthly(1))
    );
  });

  test('the order of files changes nothing', async () => {
    const files = {
      ...series(upTo(4), cumulative),
      ...{
        'RFK.csv': csv([
          ['tahun', 'bulan', 'kode_skpd', 'kode_sub_kegiatan', 'realisasi_fisik'],
          ['2026', '3', dinas, '1.06.04.2.01.0001', '12,5']
        ])
      }
    };
    const one = await importFiles(files);
    const two = await importFiles(Object.fromEntries(Object.entries(files).reverse()));
    const plain = (done: typeof one) =>
      JSON.stringify([done.tables, done.sentences], (_, value: unknown) =>
        typeof value === 'bigint' ? `${value}` : value
      );
    expect(plain(two)).toBe(plain(one));
  });
});

describe('flat realisasi', () => {
  const header = [
    'tahun',
    'bulan',
    'kode_skpd',
    'kode_sub_kegiatan',
    'kode_rekening',
    'uraian',
    'anggaran',
    'realisasi',
    'persentase',
    'realisasi_ly'
  ];
  const rows = (month: number) => [
    header,
    ...lraRows(monthly(month))
      .slice(8, -1)
      .flatMap((row) =>
        row[3]
          ? [
              [
                '2026',
                String(month),
                dinas,
                row[2]!,
                row[3],
                row[4]!,
                Number(row[5] === '0,00' ? 0 : row[5]) + Number(row[7] === '0,00' ? 0 : row[7]),
                Number(row[6] === '0,00' ? 0 : row[6]) + Number(row[8] === '0,00' ? 0 : row[8]),
                '50',
                '999'
              ]
            ]
          : []
      )
  ];

  test('leaves are the full accounts, higher rows are subtotals that are compared', async () => {
    const done = await importFiles(
      { 'realisasi.csv': csv([...rows(1), ...rows(2).slice(1)]) },
      { berkas: { '*': { sifat: 'bulanan' } } }
    );
    expect(done.sum('realisasi', 'realisasi', { bulan: 2 })).toBe(total(monthly(2)));
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(done.codes('warning')).toEqual([]);
    const wrong = rows(1);
    const at = wrong.findIndex((row) => row[4] === '5.1.02');
    wrong[at]![6] = 1;
    expect((await importFiles({ 'realisasi.csv': csv(wrong) })).sentences).toContainEqual(
      expect.stringMatching(new RegExp(`baris ${at + 1}, .*subtotal tidak sama`))
    );
  });

  test('by account only, without sub kegiatan', async () => {
    const own = [
      ['kode_rekening', 'uraian', 'anggaran', 'realisasi'],
      ['5.1', 'Operasi', '300', '30'],
      ['5.1.02.01.01.0024', 'ATK', '100', '10'],
      ['5.1.02.01.01.0025', 'Kertas', '200', '20'],
      ['', 'Jumlah', '300', '30']
    ];
    const done = await importFiles({ 'Realisasi Januari 2026.csv': csv(own) }, { kode_skpd: dinas });
    expect(done.sum('realisasi', 'realisasi')).toBe(3000n);
    expect(new Set(done.tables.realisasi!.map(({ kode_subkegiatan }) => kode_subkegiatan))).toEqual(new Set(['0']));
    expect(tallyOf(done.inputs[0]!.read.sheets[0]!)).toMatchObject({ dibaca: 4, dipakai: 2, induk: 1, total: 1 });
  });
});

test('a workbook with a month a sheet, in which one sheet repeats another, counts it once', async () => {
  const done = await importFiles(
    {
      'LRA 2026.xlsx': workbook({
        Januari: lraRows(monthly(1)),
        Februari: lraRows(monthly(2)),
        'Februari (2)': lraRows(monthly(2))
      })
    },
    { berkas: { '*': { sifat: 'bulanan' } } }
  );
  expect(done.sum('realisasi', 'realisasi')).toBe(total(monthly(1)) + total(monthly(2)));
});
