import type { AidCategory } from '../../src/lib/contract/values';
import type { SpendingLine } from './spending';
import { units } from './tables';
import { santunanPerMonth } from './story';

/** Years with lists of recipients: the first is closed, the second ends in October. */
export const listYears = [2025, 2026] as const;
export type ListYear = (typeof listYears)[number];

/** An aid of the sample, as `bantuan.csv` describes it. */
export interface SampleAid {
  kode: string;
  nama: string;
  unit: 'keluarga' | 'orang';
  penyelenggara: 'pusat' | 'kabupaten';
  populasi: 'desil' | 'khusus';
  /** Eligible categories; empty for aid by desil. */
  kategori: readonly AidCategory[];
  desilLayak: readonly number[];
  /** Recipients that the budget of a year is for; null where the provider sets none. */
  kuota: Record<ListYear, number | null>;
  satuan: string;
  /** Rupiah; null where it differs between recipients. */
  nilaiSatuan: number | null;
  /** Months paid in a year; null for one-off aid. */
  bulan: Record<ListYear, number | null>;
  tidakBolehBersama: readonly string[];
  /** Budget lines that pay for it: sub kegiatan as coded since 2025, account. Empty where another government pays. */
  belanja: readonly (readonly [kodeSubkegiatan: string, kodeAkun: string])[];
  /** How likely a family is chosen, by desil; index 0 is a family without one. */
  weight: readonly number[];
}

const needy = [1, 2, 3, 4] as const;
const motorLine = ['1.06.04.2.01.0003', '5.1.06.01.02.0001'] as const;
const deviceLine = ['1.06.04.2.01.0003', '5.1.02.01.01.0039'] as const;
const santunanLine = ['1.06.05.2.02.0006', '5.1.06.01.01.0001'] as const;
const permakananLine = ['1.06.04.2.01.0001', '5.1.02.01.01.0039'] as const;
const kubeLine = ['1.06.05.2.02.0004', '5.1.06.03.02.0001'] as const;

/** The six aids, by code. */
export const aids: readonly SampleAid[] = [
  {
    ...{ kode: 'ALAT-BANTU', nama: 'Alat bantu penyandang disabilitas', unit: 'orang', penyelenggara: 'kabupaten' },
    ...{ populasi: 'khusus', kategori: ['disabilitas'], desilLayak: [], kuota: { 2025: 440, 2026: 330 } },
    ...{ satuan: 'unit', nilaiSatuan: null },
    ...{ bulan: { 2025: null, 2026: null }, tidakBolehBersama: [], belanja: [motorLine, deviceLine] },
    weight: [1.5, 3, 3, 2.5, 2.5, 2, 1.5, 1.2, 1, 1, 1]
  },
  {
    ...{ kode: 'KUBE', nama: 'Peralatan kelompok usaha bersama', unit: 'keluarga', penyelenggara: 'kabupaten' },
    ...{
      populasi: 'desil',
      kategori: [],
      desilLayak: needy,
      kuota: { 2025: 1730, 2026: 1350 },
      satuan: 'anggota kelompok'
    },
    ...{ nilaiSatuan: 2_000_000, bulan: { 2025: null, 2026: null }, tidakBolehBersama: [], belanja: [kubeLine] },
    weight: [1, 3, 4, 5, 5, 1.2, 0.6, 0.3, 0.15, 0.05, 0.02]
  },
  {
    ...{ kode: 'PERMAKANAN', nama: 'Permakanan lanjut usia dan penyandang disabilitas telantar', unit: 'orang' },
    ...{ penyelenggara: 'kabupaten', populasi: 'khusus', kategori: ['disabilitas_telantar', 'lansia_telantar'] },
    ...{ desilLayak: [], kuota: { 2025: 500, 2026: 500 } },
    ...{ satuan: 'rupiah per bulan', nilaiSatuan: 250_000, bulan: { 2025: 12, 2026: 12 } },
    ...{ tidakBolehBersama: ['PKH', 'SEMBAKO'], belanja: [permakananLine] },
    weight: [3, 6, 5, 4, 3, 2, 1, 0.7, 0.5, 0.3, 0.2]
  },
  {
    ...{ kode: 'PKH', nama: 'Program Keluarga Harapan', unit: 'keluarga', penyelenggara: 'pusat' },
    ...{
      populasi: 'desil',
      kategori: [],
      desilLayak: needy,
      kuota: { 2025: null, 2026: null },
      satuan: 'rupiah per triwulan'
    },
    ...{ nilaiSatuan: null, bulan: { 2025: 12, 2026: 12 }, tidakBolehBersama: [], belanja: [] },
    weight: [2, 10, 9, 6, 3.5, 0.5, 0.28, 0.14, 0.06, 0.02, 0.01]
  },
  {
    ...{ kode: 'SANTUNAN', nama: 'Santunan tunai', unit: 'keluarga', penyelenggara: 'kabupaten' },
    ...{
      populasi: 'desil',
      kategori: [],
      desilLayak: needy,
      kuota: { 2025: 8000, 2026: 8000 },
      satuan: 'rupiah per bulan'
    },
    ...{ nilaiSatuan: santunanPerMonth, bulan: { 2025: 12, 2026: 9 }, tidakBolehBersama: [], belanja: [santunanLine] },
    weight: [3, 6, 6, 5, 4.5, 0.9, 0.5, 0.3, 0.15, 0.06, 0.03]
  },
  {
    ...{ kode: 'SEMBAKO', nama: 'Program Sembako (BPNT)', unit: 'keluarga', penyelenggara: 'pusat' },
    ...{
      populasi: 'desil',
      kategori: [],
      desilLayak: needy,
      kuota: { 2025: null, 2026: null },
      satuan: 'rupiah per bulan'
    },
    ...{ nilaiSatuan: 200_000, bulan: { 2025: 12, 2026: 12 }, tidakBolehBersama: [], belanja: [] },
    weight: [2, 8, 8, 7, 5.5, 0.6, 0.35, 0.2, 0.08, 0.03, 0.01]
  }
];

/** The aid of a code. */
export function aidOf(kode: string): SampleAid {
  const aid = aids.find((one) => one.kode === kode);
  if (!aid) throw new Error(`the sample has no aid ${kode}`);
  return aid;
}

/** One list of an aid: what it covers, when it was decided, how many rows and what each is paid. */
export interface SampleList {
  aid: SampleAid;
  tahun: ListYear;
  /** First and last month covered; null for a list of the whole year. */
  bulan: readonly [number, number] | null;
  /** Day the list says it was decided, in a column or in tepat.json; null where nothing says. */
  tanggalDaftar: string | null;
  /** Rows, those of duplicates included. */
  rows: number;
  /** Rows that repeat a recipient. */
  extra: number;
  /** Recipients at the top of the ranking that this list leaves out: lists of a year differ a little. */
  skip: number;
}

/** Price of a three-wheeled motorcycle and of another device, rupiah. */
export const motorPrice = 38_000_000;
export const devicePrice = 4_500_000;
/** Motorcycles handed over; in 2026 they and the other devices are delivered and hardly paid (see `story.ts`). */
export const motors: Record<ListYear, number> = { 2025: 104, 2026: 62 };
const devices: Record<ListYear, number> = { 2025: 296, 2026: 215 };

/** Every list, in the order of aids and time; what the regency pays fits the payments of its budget lines. */
export function sampleLists(lines: readonly SpendingLine[]): SampleList[] {
  return listYears.flatMap((tahun) => [
    {
      aid: aidOf('ALAT-BANTU'),
      tahun,
      bulan: null,
      tanggalDaftar: null,
      rows: motors[tahun] + devices[tahun],
      extra: 1,
      skip: 0
    },
    { ...yearList('KUBE', tahun, 10 * Math.floor(paid(lines, tahun, kubeLine) / 20_000_000)), extra: 3 },
    ...permakanan(lines, tahun),
    ...quarters(tahun).map((list): SampleList => ({
      ...list,
      aid: aidOf('PKH'),
      tanggalDaftar: pkhDays[tahun][list.skip]!
    })),
    ...santunan(lines, tahun),
    ...sembako(tahun)
  ]);
}

/** Days on which the ministry's lists were decided; the first of 2025 precedes every vintage of the registry. */
const pkhDays: Record<ListYear, readonly string[]> = {
  2025: ['2024-12-20', '2025-04-07', '2025-07-04', '2025-10-06'],
  2026: ['2026-01-12', '2026-04-06', '2026-07-06']
};

function yearList(kode: string, tahun: ListYear, rows: number): SampleList {
  return { aid: aidOf(kode), tahun, bulan: null, tanggalDaftar: null, rows, extra: 0, skip: 0 };
}

/** Quarters with a list; `skip` counts them. */
function quarters(tahun: ListYear): SampleList[] {
  return Array.from({ length: tahun === 2025 ? 4 : 3 }, (_, i) => ({
    ...yearList('PKH', tahun, 4500 - 40 * i),
    bulan: [3 * i + 1, 3 * i + 3],
    extra: 6 + i,
    skip: i
  }));
}

function permakanan(lines: readonly SpendingLine[], tahun: ListYear): SampleList[] {
  const count = tahun === 2025 ? 6 : 4;
  const rows = Math.floor(paid(lines, tahun, permakananLine) / 500_000 / count);
  return Array.from({ length: count }, (_, i) => ({
    ...yearList('PERMAKANAN', tahun, rows),
    bulan: [2 * i + 1, 2 * i + 2],
    extra: i % 2,
    skip: 4 * i
  }));
}

/** Santunan: as many rows as the payment of the quarter bought; 2026's first list was decided before the year began. */
function santunan(lines: readonly SpendingLine[], tahun: ListYear): SampleList[] {
  const payments = realisasi(lines, tahun, santunanLine).filter((rupiah) => rupiah > 0);
  return payments.map((rupiah, i) => ({
    ...yearList('SANTUNAN', tahun, rupiah / (3 * santunanPerMonth)),
    bulan: [3 * i + 1, 3 * i + 3],
    tanggalDaftar: tahun === 2026 && i === 0 ? '2025-12-29' : null,
    extra: 40 + 7 * i,
    skip: 60 * i
  }));
}

function sembako(tahun: ListYear): SampleList[] {
  const spans: [number, number][] = tahun === 2025 ? [[1, 6], [7, 12]] : [[1, 6], [7, 9]]; // prettier-ignore
  return spans.map((bulan, i) => ({ ...yearList('SEMBAKO', tahun, 11_200 - 150 * i), bulan, extra: 55, skip: 90 * i }));
}

/** Payments of a line of the agency by month, rupiah. */
function realisasi(
  lines: readonly SpendingLine[],
  tahun: ListYear,
  [kodeSubkegiatan, kodeAkun]: readonly [string, string]
): number[] {
  const line = lines.find(
    (one) =>
      one.tahun === tahun &&
      one.line.unit === units.dinas &&
      one.kodeSubkegiatan === kodeSubkegiatan &&
      one.line.kodeAkun === kodeAkun
  );
  if (!line) throw new Error(`no budget line ${kodeSubkegiatan} ${kodeAkun} in ${tahun}`);
  return line.realisasi.slice(0, tahun === 2025 ? 12 : 10);
}

function paid(lines: readonly SpendingLine[], tahun: ListYear, line: readonly [string, string]): number {
  return realisasi(lines, tahun, line).reduce((sum, rupiah) => sum + rupiah, 0);
}
