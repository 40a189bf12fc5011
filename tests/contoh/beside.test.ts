import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { lastMonth, stageInForce, years, type Year } from '../../data/contoh/calendar';
import { add, cumulativeByLineAndMonth, key, months, paguByLine, truth } from './numbers';
import { csvOf, grouped, named, sheetOf } from './support';

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
