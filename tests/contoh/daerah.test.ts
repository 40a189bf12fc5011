import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { accountRows, accountYears } from '../../data/contoh/apbdAkun';
import { portalRows } from '../../data/contoh/djpk';
import { homeCode, lastRegionMonth, regions, regionYears, type RegionYear } from '../../data/contoh/region';
import type { RegionBudget } from '../../data/contoh/regionBudget';
import { allRegionBudgets, regionFiles, transferMonths } from '../../data/contoh/regionFiles';
import { regionTruth } from '../../data/contoh/regionTruth';
import { transfers } from '../../data/contoh/tkdd';
import { budgetComponent, tkdComponentKeys } from '$lib/contract/component';

const budgets = allRegionBudgets();
const files = new Map([...regionFiles(budgets)].map(({ name, bytes }) => [name, bytes]));
const truth = regionTruth(budgets);
const measures = ['murni', 'perubahan', 'realisasi'] as const;
const miliar = 1e9;

const blockOf = (komponen: string) => budgetComponent(komponen)!.jenis;
const isTkd = (komponen: string) => tkdComponentKeys.includes(komponen);

function sumOf({ posted }: RegionBudget, measure: (typeof measures)[number], keeps: (komponen: string) => boolean) {
  return [...posted].reduce((sum, [komponen, row]) => sum + (keeps(komponen) ? row[measure] : 0), 0);
}

/** Pendapatan − Belanja + Pembiayaan, rupiah. */
function balance(budget: RegionBudget, measure: (typeof measures)[number]): number {
  const block = (jenis: string) => sumOf(budget, measure, (komponen) => blockOf(komponen) === jenis);
  return block('pendapatan') - block('belanja') + block('penerimaan_pembiayaan') - block('pengeluaran_pembiayaan');
}

const home = (tahun: RegionYear) =>
  budgets.find(({ region, tahun: year }) => region.kode === homeCode && year === tahun)!;
const cases = budgets.map((budget) => ({ name: `${budget.region.nama} ${budget.tahun}`, budget }));

describe('the regional budgets', () => {
  test('cover the ten regencies and cities of Kalimantan Timur, 2020 to October 2026', () => {
    expect(regions).toHaveLength(10);
    expect(regions.every(({ kode }) => kode.startsWith('64.'))).toBe(true);
    expect(budgets).toHaveLength(70);
    expect(lastRegionMonth(2026)).toBe(10);
  });

  test.for(cases)('$name: both budgets balance to 0, and what is left of a closed year is its SiLPA', ({ budget }) => {
    expect(balance(budget, 'murni')).toBe(0);
    expect(balance(budget, 'perubahan')).toBe(0);
    if (budget.silpa !== null) expect(balance(budget, 'realisasi')).toBe(budget.silpa);
    else expect(budget.tahun).toBe(2026);
  });

  test.for(cases)('$name: SiLPA of the year before is carried over to the rupiah', ({ budget }) => {
    const before = budgets.find(({ region, tahun }) => region === budget.region && tahun === budget.tahun - 1);
    if (before === undefined) return expect(budget.tahun).toBe(2020);
    expect(budget.posted.get('silpa')).toMatchObject({ perubahan: before.silpa, realisasi: before.silpa });
  });

  test.for(cases)('$name: whole rupiah, nothing below zero, spending within the last budget', ({ budget }) => {
    for (const [komponen, row] of budget.posted) {
      for (const measure of measures) {
        expect(Number.isSafeInteger(row[measure]), `${komponen} ${measure}`).toBe(true);
        expect(row[measure], `${komponen} ${measure}`).toBeGreaterThanOrEqual(0);
      }
      if (blockOf(komponen) === 'belanja') expect(row.realisasi, komponen).toBeLessThanOrEqual(row.perubahan);
    }
  });

  test('cities have no Dana Desa and share nothing with villages', () => {
    for (const { region, posted } of budgets.filter((budget) => budget.region.nama.startsWith('Kota ')))
      for (const komponen of ['dana_desa', 'belanja_bagi_hasil', 'belanja_bantuan_keuangan'])
        expect(posted.get(komponen), region.nama).toEqual({ murni: 0, perubahan: 0, realisasi: 0 });
  });
});

describe('the story of the home region', () => {
  const tkd = (tahun: RegionYear, measure: (typeof measures)[number]) => sumOf(home(tahun), measure, isTkd);
  const dbh = (tahun: RegionYear) => sumOf(home(tahun), 'murni', (komponen) => komponen.startsWith('dbh_'));

  test('TKD about halves in 2026 against the budget of 2025, and DBH falls to a quarter', () => {
    const fall = tkd(2026, 'murni') / tkd(2025, 'perubahan');
    expect(fall).toBeGreaterThan(0.45);
    expect(fall).toBeLessThan(0.55);
    expect(dbh(2026) / dbh(2025)).toBeLessThan(0.25);
    expect(home(2026).posted.get('dau_block')!.murni).toBeGreaterThan(home(2025).posted.get('dau_block')!.murni);
  });

  const anchors = parse(readFileSync(new URL('../../data/contoh/jangkar.csv', import.meta.url), 'utf8'), {
    columns: true
  }) as Record<string, string>[];
  const anchor = (text: string) => {
    const found = anchors.filter((row) => row.angka === text);
    expect(found, text).toHaveLength(1);
    expect(found[0]!.satuan).toBe('miliar rupiah');
    return Number(found[0]!.nilai);
  };
  const revenue = (komponen: string) => blockOf(komponen) === 'pendapatan';
  const pad = (komponen: string) => budgetComponent(komponen)!.kelompok === 'PAD';
  const received = (komponen: string) => ['TKD', 'TRANSFER_DAERAH'].includes(budgetComponent(komponen)!.kelompok);
  const spending = (komponen: string) => blockOf(komponen) === 'belanja';
  const whole = (komponen: string) => spending(komponen) || blockOf(komponen) === 'pengeluaran_pembiayaan';
  const kukar = 'Kutai Kartanegara';

  test.for([
    { name: `APBD 2021 ${kukar}: PAD`, value: () => sumOf(home(2021), 'murni', pad), within: 0.1 },
    { name: `APBD 2021 ${kukar}: pendapatan transfer`, value: () => sumOf(home(2021), 'murni', received), within: 0.1 },
    { name: `APBD murni 2023 ${kukar}`, value: () => sumOf(home(2023), 'murni', whole), within: 0.1 },
    { name: `APBD perubahan 2023 ${kukar}`, value: () => sumOf(home(2023), 'perubahan', whole), within: 50 },
    { name: `SiLPA 2023 ${kukar}`, value: () => home(2023).silpa!, within: 0.005 },
    { name: `APBD murni 2024 ${kukar}`, value: () => sumOf(home(2024), 'murni', whole), within: 0.5 },
    { name: `Pendapatan 2024 ${kukar}: realisasi`, value: () => sumOf(home(2024), 'realisasi', revenue), within: 5 },
    {
      name: `Defisit 2024 ${kukar}`,
      value: () => sumOf(home(2024), 'realisasi', spending) - sumOf(home(2024), 'realisasi', revenue),
      within: 0.01
    },
    { name: `SiLPA 2024 ${kukar}`, value: () => home(2024).silpa!, within: 0.005 },
    {
      name: `APBD perubahan 2025 ${kukar}: pendapatan`,
      value: () => sumOf(home(2025), 'perubahan', revenue),
      within: 0.5
    },
    { name: `APBD perubahan 2025 ${kukar}: PAD`, value: () => sumOf(home(2025), 'perubahan', pad), within: 0.005 },
    {
      name: `APBD perubahan 2025 ${kukar}: pendapatan transfer`,
      value: () => sumOf(home(2025), 'perubahan', received),
      within: 0.5
    },
    {
      name: `APBD perubahan 2025 ${kukar}: belanja`,
      value: () => sumOf(home(2025), 'perubahan', spending),
      within: 0.5
    },
    {
      name: `APBD perubahan 2025 ${kukar}: belanja modal`,
      value: () => home(2025).posted.get('belanja_modal')!.perubahan,
      within: 2
    },
    { name: `TKD 2025 ${kukar}: pagu`, value: () => tkd(2025, 'realisasi'), within: 0.5 },
    { name: `TKD 2026 ${kukar}: DBH`, value: () => dbh(2026), within: 0.01 },
    {
      name: `TKD 2026 ${kukar}: DAU`,
      value: () => sumOf(home(2026), 'murni', (komponen) => komponen.startsWith('dau_')),
      within: 0.01
    },
    { name: `APBD murni 2026 ${kukar}`, value: () => sumOf(home(2026), 'murni', whole), within: 0.5 },
    { name: `APBD murni 2026 ${kukar}: pendapatan`, value: () => sumOf(home(2026), 'murni', revenue), within: 0.5 },
    { name: `APBD murni 2026 ${kukar}: SiLPA`, value: () => home(2026).posted.get('silpa')!.murni, within: 0.005 },
    {
      name: `TKDD 2020 ${kukar}: alokasi`,
      value: () => transfers(2020, 12).reduce((sum, { anggaran }) => sum + anggaran, 0),
      within: 0.1
    },
    {
      name: `TKDD 2020 ${kukar}: realisasi`,
      value: () => transfers(2020, 12).reduce((sum, { realisasi }) => sum + realisasi, 0),
      within: 0.1
    }
  ])('follows the published anchor: $name', ({ name, value, within }) => {
    expect(Math.abs(value() / miliar - anchor(name))).toBeLessThanOrEqual(within);
  });
});

describe('the exports', () => {
  test('are 124 files below 12 kB and 1 MB together', () => {
    expect(files.size).toBe(124);
    const sizes = [...files.values()].map((bytes) => bytes.length);
    expect(Math.max(...sizes)).toBeLessThan(12_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
  });

  test('are the same bytes on every run', () => {
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    for (const { name, bytes } of regionFiles()) expect(hash(bytes), name).toBe(hash(files.get(name)!));
  });

  test('the portal gives SpreadsheetML with every amount of the year, hierarchy in leading spaces, sums that add up', () => {
    const book = read(files.get('apbd_2024_Kab_Kutai_Kartanegara_periode_12.xml')!, { type: 'array' });
    expect(book.SheetNames).toEqual(['Data APBD']);
    const [header, ...rows] = utils.sheet_to_json<[string, number, number, string]>(book.Sheets['Data APBD']!, {
      header: 1
    });
    expect(header).toEqual(['Akun', 'Anggaran', 'Realisasi', 'Persentase']);
    expect(rows.map(([akun, anggaran, realisasi]) => [akun.trim(), anggaran, realisasi])).toEqual(
      portalRows(home(2024)).map(({ akun, anggaran, realisasi }) => [akun, anggaran, realisasi])
    );
    const amount = (label: string) => rows.filter(([akun]) => akun === label).map((row) => row[2])[0]!;
    expect(amount('  PAD') + amount('  TKDD') + amount('  Pendapatan Lainnya')).toBe(amount('Pendapatan Daerah'));
    expect(rows.filter(([akun]) => akun.trim() === 'Belanja Pegawai')).toHaveLength(2);
  });

  test('2021 and 2022 are csv in miliar, rounded to ten million rupiah, one leading space', () => {
    const text = new TextDecoder().decode(files.get('apbd_2022_Kota_Balikpapan_periode_12.csv'));
    const [, ...rows] = parse(text) as string[][];
    for (const [akun, anggaran, realisasi] of rows) {
      expect(akun).toMatch(/^ \S/);
      for (const cell of [anggaran, realisasi]) expect(cell).toMatch(/^-?\d{1,3}(\.\d{3})*,\d\d M$/);
    }
    const rupiah = (cell: string) =>
      Math.round(Number(cell.replace(' M', '').replaceAll('.', '').replace(',', '.')) * 100) * 1e7;
    const budget = budgets.find(({ region, tahun }) => region.nama === 'Kota Balikpapan' && tahun === 2022)!;
    expect(rows.map((row) => rupiah(row[1]!))).toEqual(portalRows(budget).map(({ anggaran }) => anggaran));
    for (const { komponen, anggaran } of portalRows(budget)) {
      const exact = komponen === null ? undefined : budget.posted.get(komponen)?.perubahan;
      if (exact !== undefined) expect(Math.abs(anggaran - exact), komponen!).toBeLessThanOrEqual(5e6);
    }
  });

  test('transfers are cumulative, end at what the regency books, and every sum is that of its parts', () => {
    for (const tahun of regionYears) {
      let before = 0;
      for (const bulan of transferMonths(tahun)) {
        const sum = transfers(tahun, bulan ?? 12).reduce((all, { realisasi }) => all + realisasi, 0);
        expect(sum, `${tahun} ${bulan}`).toBeGreaterThanOrEqual(before);
        before = sum;
      }
      expect(before).toBe(sumOf(home(tahun), 'realisasi', isTkd));
    }
    for (const [name, bytes] of files) {
      if (!name.startsWith('tkdd_')) continue;
      const rows = parse(new TextDecoder().decode(bytes), { columns: true }) as Record<string, string>[];
      const at = (kode: string, column: string) => Number(rows.find((row) => row.kode === kode)![column]);
      for (const column of ['anggaran_rp', 'realisasi_rp']) {
        expect(at('0', column), name).toBe(at('1', column) + at('2', column));
        expect(at('1', column), name).toBe(
          ['11', '12', '13', '14', '15'].reduce((sum, kode) => sum + at(kode, column), 0)
        );
        for (const group of ['11', '12', '13', '14', '15', '21'])
          expect(at(group, column), `${name} ${group}`).toBe(
            rows.filter(({ kode }) => kode!.startsWith(`${group}_`)).reduce((sum, row) => sum + Number(row[column]), 0)
          );
      }
    }
  });

  test('the allocation of 2025 is cut from March on, and no other month changes it', () => {
    const allocated = (tahun: RegionYear, bulan: number) =>
      transfers(tahun, bulan).reduce((sum, { anggaran }) => sum + anggaran, 0);
    expect(allocated(2025, 2)).toBeGreaterThan(allocated(2025, 3));
    for (const bulan of [4, 8, 12]) expect(allocated(2025, bulan)).toBe(allocated(2025, 3));
    for (const bulan of [2, 12]) expect(allocated(2024, bulan)).toBe(allocated(2024, 1));
  });

  test.for(accountYears.map((tahun) => ({ tahun })))(
    'accounts of $tahun: old codes until 2022, later the codes of 2025; leaves hold the components; sums of the file add up',
    ({ tahun }) => {
      const leaves = accountRows(home(tahun));
      const central = leaves.map(({ kodeAkun }) => kodeAkun).filter((kode) => kode.startsWith('4.2.01'));
      expect(central.some((kode) => kode.startsWith('4.2.01.01.'))).toBe(tahun < 2023);
      expect(central.some((kode) => kode.startsWith('4.2.01.07.'))).toBe(tahun >= 2023);
      for (const tahap of ['murni', 'perubahan'] as const) {
        const own = leaves.filter((row) => row.tahap === tahap);
        expect(own.reduce((sum, row) => sum + row.anggaran, 0)).toBe(sumOf(home(tahun), tahap, () => true));
        const closed = tahap === 'perubahan' && tahun !== 2026;
        expect(own.every(({ realisasi }) => (realisasi !== null) === closed)).toBe(true);
        if (closed)
          expect(own.reduce((sum, row) => sum + row.realisasi!, 0)).toBe(sumOf(home(tahun), 'realisasi', () => true));
        const rows = (
          parse(new TextDecoder().decode(files.get(`apbd_akun_${tahun}_64.02.csv`)), { columns: true }) as Record<
            string,
            string
          >[]
        ).filter((row) => row.tahap === tahap);
        const at = (kode: string) => Number(rows.find((row) => row.kode_akun === kode)!.anggaran);
        expect(at('4') - at('5') + at('6')).toBe(0);
        expect(at('4')).toBe(at('4.1') + at('4.2') + at('4.3'));
        expect(at('6')).toBe(at('6.1') - at('6.2'));
      }
    }
  );

  test('the truth has every leaf once, under a component of the contract', () => {
    const keys = truth.map(({ kodeWilayah, tahun, ekspor, tahap, sampaiBulan, komponen, rincian, kodeAkun }) =>
      [kodeWilayah, tahun, ekspor, tahap, sampaiBulan, komponen, rincian, kodeAkun].join('|')
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const { komponen } of truth) expect(budgetComponent(komponen), komponen).not.toBeNull();
    const exports = new Set(
      truth.map(({ kodeWilayah, tahun, ekspor, sampaiBulan }) => [kodeWilayah, tahun, ekspor, sampaiBulan].join())
    );
    expect(exports.size).toBe(files.size);
  });
});
