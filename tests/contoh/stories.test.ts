import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { lastMonth, stageInForce, stages, years, type Year } from '../../data/contoh/calendar';
import { sampleTruth, type LineCodes } from '../../data/contoh/truth';
import { stories } from '../../data/contoh/story';
import { csvOf, grouped, named, sheetOf } from './support';

const truth = sampleTruth();
const complete = [2023, 2024, 2025] as const;
const dinas = '1.06.0.00.0.00.01.0000';

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function key(row: LineCodes): string {
  return [row.tahun, row.kodeSkpd, row.kodeSubkegiatan, row.kodeAkun].join(' ');
}

/** Pagu of each line at each stage. */
const paguByLine = new Map<string, number>();
for (const row of truth.pagu) {
  const at = `${key(row)} ${row.tahap}`;
  paguByLine.set(at, (paguByLine.get(at) ?? 0) + row.pagu);
}

function months(year: Year): number[] {
  return Array.from(
    { length: lastMonth(year) },
    (_, index) => truth.total.realisasi[`${year}-${String(index + 1).padStart(2, '0')}`] ?? NaN
  );
}

/** Rupiah spent from January to a month by what the filter keeps. */
function spent(year: Year, month: number, keeps: (row: LineCodes) => boolean): number {
  return add(
    truth.realisasi.filter((row) => row.tahun === year && row.bulan <= month && keeps(row)).map((row) => row.realisasi)
  );
}

/** Rupiah spent from January by line and month. */
function cumulativeByLineAndMonth(): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of truth.realisasi) {
    sums.set(`${key(row)} ${row.bulan}`, (sums.get(`${key(row)} ${row.bulan - 1}`) ?? 0) + row.realisasi);
  }
  return sums;
}

function pagu(year: Year, stage: string, keeps: (row: LineCodes) => boolean): number {
  return add(
    truth.pagu.filter((row) => row.tahun === year && row.tahap === stage && keeps(row)).map((row) => row.pagu)
  );
}

const ofSub = (kode: string) => (row: LineCodes) => row.kodeSkpd === dinas && row.kodeSubkegiatan === kode;

describe('the money of the years', () => {
  test('the total lies between Rp60 and Rp75 miliar at every stage', () => {
    for (const total of Object.values(truth.total.pagu)) {
      expect(total).toBeGreaterThan(60e9);
      expect(total).toBeLessThan(75e9);
    }
  });

  test.for(years)('%i: both pergeseran keep the total, and move something', (year) => {
    const [murni, first, second] = stages.map((stage) => truth.total.pagu[`${year} ${stage}`]);
    expect([first, second]).toEqual([murni, murni]);
    const moved = (from: string, to: string) =>
      truth.pagu.filter(
        (row) =>
          row.tahun === year &&
          row.tahap === from &&
          paguByLine.get(`${key(row)} ${from}`) !== paguByLine.get(`${key(row)} ${to}`)
      ).length;
    expect(moved('murni', 'pergeseran-1')).toBeGreaterThan(10);
    expect(moved('pergeseran-1', 'pergeseran-2')).toBeGreaterThan(10);
  });

  test('the perubahan of 2026 cuts between 5 and 10 %', () => {
    const ratio = (truth.total.pagu['2026 perubahan'] ?? 0) / (truth.total.pagu['2026 murni'] ?? 1);
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(0.95);
  });

  test('only one line is ever spent beyond the pagu in force', () => {
    const above = new Set<string>();
    const cumulative = new Map<string, number>();
    for (const row of truth.realisasi) {
      cumulative.set(key(row), (cumulative.get(key(row)) ?? 0) + row.realisasi);
      const limit = paguByLine.get(`${key(row)} ${stageInForce(row.tahun, row.bulan)}`) ?? 0;
      if ((cumulative.get(key(row)) ?? 0) > limit) above.add(key(row));
    }
    expect([...above]).toEqual([`2026 ${dinas} ${stories.abovePagu.kodeSubkegiatan} ${stories.abovePagu.kodeAkun}`]);
  });

  test('every amount is whole rupiah', () => {
    const amounts = [
      ...truth.pagu.map((row) => row.pagu),
      ...truth.realisasi.map((row) => row.realisasi),
      ...truth.rencanaKas.map((row) => row.rencana),
      ...truth.komitmen.flatMap((row) => [row.nilai, row.terbayar]),
      ...truth.kewajiban.map((row) => row.perBulan)
    ];
    expect(amounts.every(Number.isSafeInteger)).toBe(true);
  });

  test('some lines of every year have two sources, and the parts are those of the csv', () => {
    for (const year of years) {
      for (const stage of stages) {
        const rows = csvOf(`pagu_${year}_${stage}.csv`);
        const expected = truth.pagu.filter((row) => row.tahun === year && row.tahap === stage);
        expect(
          rows.map((row) => [
            row.kode_sub_unit,
            row.kode_sub_kegiatan,
            row.kode_rekening,
            row.kode_sumber_dana,
            Number(row.pagu)
          ])
        ).toEqual(
          expected.map((row) => [row.kodeSkpd, row.kodeSubkegiatan, row.kodeAkun, row.kodeSumberDana, row.pagu])
        );
        expect(new Set(expected.map(key)).size).toBeLessThan(expected.length);
      }
    }
  });

  test('a line is added by the perubahan of 2024 and one is removed by that of 2026', () => {
    const lines = (year: Year, stage: string) =>
      new Set(truth.pagu.filter((row) => row.tahun === year && row.tahap === stage).map(key));
    expect([...lines(2024, 'perubahan')].filter((line) => !lines(2024, 'murni').has(line))).toEqual([
      `2024 ${dinas} 1.06.07.2.01.0001 5.2.03.01.01.0001`
    ]);
    expect([...lines(2026, 'murni')].filter((line) => !lines(2026, 'perubahan').has(line))).toEqual([
      `2026 ${dinas} 1.06.01.2.06.0009 5.1.02.04.01.0005`
    ]);
  });
});

describe('the shape of the years', () => {
  test.for(complete)(
    '%i ends at 88–94 %% of its pagu, a quarter to a third of it by June, with a December of 2.5–3.5 ordinary months',
    (year) => {
      const spending = months(year);
      const total = truth.total.pagu[`${year} perubahan`] ?? NaN;
      const december = spending[11] ?? NaN;
      expect(add(spending) / total).toBeGreaterThan(0.88);
      expect(add(spending) / total).toBeLessThan(0.94);
      expect(add(spending.slice(0, 6)) / total).toBeGreaterThan(0.25);
      expect(add(spending.slice(0, 6)) / total).toBeLessThan(0.35);
      expect(december / (add(spending.slice(0, 11)) / 11)).toBeGreaterThan(2.5);
      expect(december / (add(spending.slice(0, 11)) / 11)).toBeLessThan(3.5);
    }
  );

  test('2026 has ten months and is on its way: 60–75 % of its pagu', () => {
    const spending = months(2026);
    expect(spending).toHaveLength(10);
    expect(spending.every((month) => month > 0)).toBe(true);
    expect(add(spending) / (truth.total.pagu['2026 perubahan'] ?? NaN)).toBeGreaterThan(0.6);
    expect(add(spending) / (truth.total.pagu['2026 perubahan'] ?? NaN)).toBeLessThan(0.75);
  });

  test('the holiday and 13th pay stand in their months', () => {
    const gaji = (year: Year, month: number) =>
      truth.realisasi.find((row) => row.tahun === year && row.bulan === month && row.kodeAkun === '5.1.01.01.01.0001')
        ?.realisasi ?? NaN;
    for (const [year, month] of [
      [2023, 4],
      [2024, 3],
      [2025, 3],
      [2026, 3],
      [2026, 6]
    ] as const) {
      expect(gaji(year, month) / gaji(year, 2)).toBeCloseTo(2, 3);
    }
  });
});

describe('the stories of 2026', () => {
  const fisik = (kode: string) =>
    truth.kinerja.find((row) => row.tahun === 2026 && row.bulan === 10 && ofSub(kode)({ ...row, kodeAkun: '' }))
      ?.fisik ?? NaN;
  const rate = (kode: string) => spent(2026, 10, ofSub(kode)) / pagu(2026, 'perubahan', ofSub(kode));

  test('a program of its own starts in September', () => {
    const program = (row: LineCodes) => row.kodeSubkegiatan.startsWith(`${stories.late.kodeProgram}.`);
    expect(spent(2026, 8, program)).toBe(0);
    expect(spent(2026, 9, program)).toBeGreaterThan(0);
    expect(spent(2025, 8, program)).toBeGreaterThan(0);
  });

  test('electricity is above its pagu, and with it the sub kegiatan', () => {
    const { kodeSubkegiatan, kodeAkun } = stories.abovePagu;
    const line = (row: LineCodes) => ofSub(kodeSubkegiatan)(row) && row.kodeAkun === kodeAkun;
    expect(spent(2026, 10, line) / pagu(2026, 'perubahan', line)).toBeCloseTo(1.045, 2);
    expect(rate(kodeSubkegiatan)).toBeGreaterThan(1);
  });

  test('money is far behind the goods of alat bantu, and ahead of the work at the cemetery', () => {
    expect(fisik(stories.cashBehind.kodeSubkegiatan) - rate(stories.cashBehind.kodeSubkegiatan)).toBeGreaterThan(0.6);
    expect(rate(stories.cashAhead.kodeSubkegiatan) - fisik(stories.cashAhead.kodeSubkegiatan)).toBeGreaterThan(0.3);
  });

  test('exactly one sub kegiatan with pagu has spent nothing', () => {
    const rows = truth.realisasi.filter((row) => row.tahun === 2026);
    const groups = grouped(rows, (row) => `${row.kodeSkpd} ${row.kodeSubkegiatan}`);
    const own = [...groups].filter(([, group]) => add(group.map((row) => row.realisasi)) === 0).map(([sub]) => sub);
    expect(own).toEqual([`${dinas} ${stories.nothing.kodeSubkegiatan}`]);
  });

  test('one line is negative in one month, and its sub kegiatan with it', () => {
    const negative = truth.realisasi.filter((row) => row.realisasi < 0);
    const { kodeSubkegiatan, kodeAkun, month, rupiah } = stories.negative;
    expect(negative).toEqual([
      { tahun: 2026, kodeSkpd: dinas, kodeSubkegiatan, kodeAkun, bulan: month, realisasi: rupiah }
    ]);
    expect(spent(2026, 5, ofSub(kodeSubkegiatan)) - spent(2026, 4, ofSub(kodeSubkegiatan))).toBe(rupiah);
  });

  test('computers are blocked from the first pergeseran on, and unspent', () => {
    const blocked = truth.pagu.filter((row) => (row.diblokir ?? 0) > 0);
    expect(new Set(blocked.map((row) => `${row.tahun} ${row.tahap}`))).toEqual(
      new Set(['2026 pergeseran-1', '2026 pergeseran-2', '2026 perubahan'])
    );
    expect(new Set(blocked.map((row) => row.kodeAkun))).toEqual(new Set([stories.blocked.kodeAkun]));
    expect(
      spent(2026, 10, (row) => ofSub(stories.blocked.kodeSubkegiatan)(row) && row.kodeAkun === stories.blocked.kodeAkun)
    ).toBe(0);
    expect(csvOf('pagu_2026_murni.csv')[0]).not.toHaveProperty('diblokir');
    expect(csvOf('pagu_2026_perubahan.csv')[0]).toHaveProperty('diblokir');
  });

  test('santunan tunai is budgeted for nine months and owed for twelve', () => {
    const { kodeSubkegiatan, kodeAkun } = stories.nineMonths;
    const line = (row: LineCodes) => row.kodeSubkegiatan === kodeSubkegiatan && row.kodeAkun === kodeAkun;
    const perMonth = truth.kewajiban.find((row) => row.tahun === 2026 && line(row));
    expect(perMonth).toMatchObject({ perBulan: 1_600_000_000, sampaiBulan: 12 });
    expect(pagu(2026, 'perubahan', line) / (perMonth?.perBulan ?? 1)).toBe(9);
    expect(pagu(2025, 'perubahan', line) / 1_600_000_000).toBe(12);
  });
});

describe('what stands beside the money', () => {
  test('Fasilitasi is renumbered between 2024 and 2025, under one name', () => {
    const codes = (year: Year) =>
      new Set(
        csvOf(`pagu_${year}_murni.csv`)
          .filter((row) => row.nama_sub_kegiatan === 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga')
          .map((row) => row.kode_sub_kegiatan)
      );
    expect(years.map((year) => [...codes(year)])).toEqual([
      ['1.06.05.2.02.0003'],
      ['1.06.05.2.02.0003'],
      ['1.06.05.2.02.0006'],
      ['1.06.05.2.02.0006']
    ]);
  });

  test('there are 30–45 sub kegiatan in seven programs, each with 2–8 accounts in its unit', () => {
    const rows = truth.pagu.filter((row) => row.tahun === 2026 && row.tahap === 'murni');
    const subs = new Set(rows.map((row) => row.kodeSubkegiatan));
    expect(subs.size).toBeGreaterThanOrEqual(30);
    expect(subs.size).toBeLessThanOrEqual(45);
    expect(new Set([...subs].map((kode) => kode.slice(0, 7))).size).toBe(7);
    const accounts = grouped(rows, (row) => `${row.kodeSkpd} ${row.kodeSubkegiatan}`);
    for (const [sub, own] of accounts) {
      const count = new Set(own.map((row) => row.kodeAkun)).size;
      expect(count, sub).toBeGreaterThanOrEqual(2);
      expect(count, sub).toBeLessThanOrEqual(8);
    }
  });

  test('papers stay within the pagu in force and are never paid beyond what the line spent; some are part-paid, some unpaid', () => {
    for (const row of truth.komitmen) {
      expect(row.terbayar).toBeGreaterThanOrEqual(0);
      expect(row.terbayar).toBeLessThanOrEqual(row.nilai);
    }
    const groups = grouped(truth.komitmen, (row) => `${key(row)} ${row.bulan}`);
    const linesSpent = cumulativeByLineAndMonth();
    for (const [where, rows] of groups) {
      const upTo = linesSpent.get(where) ?? NaN;
      expect(add(rows.map((row) => row.terbayar)), where).toBeLessThanOrEqual(upTo);
      const [first] = rows as [(typeof rows)[number]];
      const limit = paguByLine.get(`${key(first)} ${stageInForce(first.tahun, first.bulan)}`) ?? 0;
      expect(add(rows.map((row) => row.nilai)), where).toBeLessThanOrEqual(limit);
    }
    const now = csvOf('kontrak_2026_oktober.csv').map((row) => Number(row.terbayar) / Number(row.nilai));
    expect(now.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(3);
    expect(now.filter((share) => share === 0).length).toBeGreaterThan(1);
    expect(new Set(csvOf('kontrak_2026_oktober.csv').map((row) => row.jenis))).toEqual(
      new Set(['kontrak', 'spk', 'nphd', 'sk_penerima', 'utang'])
    );
  });

  test('bills of last year are unpaid in October 2026', () => {
    const bills = truth.komitmen.filter((row) => row.tahun === 2026 && row.bulan === 10 && row.jenis === 'utang');
    expect(add(bills.map((row) => row.nilai - row.terbayar))).toBe(317_900_000);
  });

  test('physical progress never falls, ends at 96 % or more, and one unit left one month blank', () => {
    const groups = grouped(truth.kinerja, (row) => `${row.tahun} ${row.kodeSkpd} ${row.kodeSubkegiatan}`);
    for (const [where, rows] of groups) {
      const known = rows.flatMap((row) => row.fisik ?? []);
      expect(known, where).toEqual(known.toSorted((a, b) => a - b));
      if (!where.startsWith('2026')) expect(known.at(-1), where).toBeGreaterThanOrEqual(0.96);
    }
    expect(
      new Set(truth.kinerja.filter((row) => row.fisik === null).map((row) => `${row.kodeSkpd} ${row.bulan}`))
    ).toEqual(new Set(['1.06.0.00.0.00.01.0001 1']));
  });

  test('the RFK carries the money of the month', () => {
    const rows = sheetOf('RFK Oktober 2026.xlsx').slice(1);
    expect(add(rows.map((row) => Number(row[6])))).toBe(truth.total.pagu['2026 perubahan']);
    expect(add(rows.map((row) => Number(row[8])))).toBe(add(months(2026)));
    expect(named(/^RFK /)).toHaveLength(46);
  });

  test('the rincian holds the pagu murni, coefficient times price, and invented recipients for the importer to drop', () => {
    const [header, ...rows] = sheetOf('Rincian Belanja 2026 Murni.xlsx');
    expect(header).toHaveLength(16);
    for (const row of rows) expect(Number(String(row[13]).split(' ')[0]) * Number(row[14])).toBe(row[15]);
    expect(add(rows.map((row) => Number(row[15])))).toBe(truth.total.pagu['2026 murni']);
    const recipients = rows.filter((row) => row[12] !== null);
    expect(recipients.length).toBeGreaterThan(2);
    for (const row of recipients) expect(row[12]).toMatch(/^PENERIMA CONTOH \d\d$/);
  });

  test('published anchors are the numbers that the sample uses', () => {
    const anchors = parse(readFileSync(new URL('../../data/contoh/jangkar.csv', import.meta.url), 'utf8'), {
      columns: true
    }) as Record<string, string>[];
    const anchor = (text: string) => Number(anchors.find((row) => row.angka?.startsWith(text))?.nilai);
    const people = (year: Year, column: 'target' | 'capaian') =>
      add(
        truth.keluaran
          .filter(
            (row) =>
              row.tahun === year && row.bulan === lastMonth(year) && row.indikator.endsWith('penerima permakanan')
          )
          .map((row) => row[column] ?? NaN)
      );
    expect(people(2024, 'target')).toBe(anchor('Penerima permakanan 2024'));
    expect(people(2024, 'capaian')).toBe(anchor('Penerima permakanan 2024 menurut'));
    expect(people(2025, 'target')).toBe(anchor('Sasaran permakanan 2025'));
    expect(anchor('Santunan tunai')).toBe(200_000);
    for (const row of anchors) expect(row.sumber).toBeTruthy();
  });

  test('outputs are cumulative, within reach of their targets, and some months are not reported', () => {
    const groups = grouped(truth.keluaran, (row) => `${row.tahun} ${row.kodeSubkegiatan} ${row.urutan}`);
    for (const [where, rows] of groups) {
      const known = rows.flatMap((row) => row.capaian ?? []);
      expect(known, where).toEqual(known.toSorted((a, b) => a - b));
      expect(known.at(-1), where).toBeLessThanOrEqual(rows.at(-1)?.target ?? 0);
    }
    expect(truth.keluaran.filter((row) => row.capaian === null).length).toBeGreaterThan(5);
  });
});
