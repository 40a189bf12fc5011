import { lastMonth, stageInForce, stages, stageStart, type Stage, type Year } from './calendar';
import { sample, type Sample } from './files';
import { mainSource } from './lists';
import { regionTruth, type RegionTruth } from './regionTruth';
import type { SpendingLine } from './spending';

/** Codes that identify a budget line in the extract. */
export interface LineCodes {
  tahun: Year;
  kodeSkpd: string;
  kodeSubkegiatan: string;
  kodeAkun: string;
}

/** What an importer must find in the sample's files. Rupiah are whole numbers; months are 1–12. */
export interface SampleTruth {
  /** One row for each funding source of each line at each stage. `diblokir` is null where the file has no such column. */
  pagu: (LineCodes & {
    tahap: Stage;
    berlakuBulan: number;
    kodeSumberDana: string;
    pagu: number;
    diblokir: number | null;
  })[];
  /** One row for each line in the stage in force and each month with a file, zero included: rupiah spent in the month itself. */
  realisasi: (LineCodes & { bulan: number; realisasi: number })[];
  /** One row for each line and month of a cash plan. */
  rencanaKas: (LineCodes & { tahap: 'murni' | 'perubahan'; bulan: number; rencana: number })[];
  /** `fisik` is a ratio, cumulative. */
  kinerja: (Omit<LineCodes, 'kodeAkun'> & {
    bulan: number;
    fisik: number | null;
    masalah: string | null;
    tindakLanjut: string | null;
  })[];
  keluaran: (Omit<LineCodes, 'kodeAkun'> & {
    bulan: number;
    urutan: number;
    indikator: string;
    satuan: string;
    target: number;
    capaian: number | null;
  })[];
  /** Papers of one line and kind added together, as the contract's `komitmen` holds them. */
  komitmen: (LineCodes & { bulan: number; kodeSumberDana: string; jenis: string; nilai: number; terbayar: number })[];
  kewajiban: (LineCodes & { perBulan: number; sampaiBulan: number })[];
  /** Leaves of the regional budgets, transfers and accounts, by region, year, component and stage. */
  daerah: RegionTruth[];
  total: {
    /** Pagu by `2026 perubahan`. */
    pagu: Record<string, number>;
    /** Spent in the month by `2026-04`. */
    realisasi: Record<string, number>;
    /** Cash plan of the whole year by `2026 murni`. */
    rencanaKas: Record<string, number>;
  };
}

/** The numbers behind the files, for tests that import them. */
export function sampleTruth(from: Sample = sample()): SampleTruth {
  const pagu = from.lines.flatMap(paguRows);
  const realisasi = from.lines.flatMap(realisasiRows);
  const rencanaKas = from.lines.flatMap(planRows);
  return {
    pagu,
    realisasi,
    rencanaKas,
    kinerja: from.progress.map(progressRow),
    keluaran: from.outputs.map(({ unit, ...row }) => ({ ...row, kodeSkpd: unit.kode })),
    komitmen: commitmentRows(from),
    kewajiban: from.obligations.map(({ line, perBulan, sampaiBulan }) => ({ ...codes(line), perBulan, sampaiBulan })),
    daerah: regionTruth(from.regions),
    total: {
      pagu: addUp(
        pagu,
        (row) => `${row.tahun} ${row.tahap}`,
        (row) => row.pagu
      ),
      realisasi: addUp(
        realisasi,
        (row) => `${row.tahun}-${String(row.bulan).padStart(2, '0')}`,
        (row) => row.realisasi
      ),
      rencanaKas: addUp(
        rencanaKas,
        (row) => `${row.tahun} ${row.tahap}`,
        (row) => row.rencana
      )
    }
  };
}

function progressRow({
  tahun,
  bulan,
  unit,
  kodeSubkegiatan,
  fisik,
  masalah,
  tindakLanjut
}: Sample['progress'][number]): SampleTruth['kinerja'][number] {
  const ratio = fisik === null ? null : fisik / 10_000;
  return { tahun, bulan, kodeSkpd: unit.kode, kodeSubkegiatan, fisik: ratio, masalah, tindakLanjut };
}

function codes({ tahun, line, kodeSubkegiatan }: SpendingLine): LineCodes {
  return { tahun, kodeSkpd: line.unit.kode, kodeSubkegiatan, kodeAkun: line.kodeAkun };
}

function paguRows(line: SpendingLine): SampleTruth['pagu'] {
  return stages.flatMap((tahap) =>
    line.parts[tahap].map(({ kodeSumberDana, pagu }) => {
      const known = line.tahun === 2026 && tahap !== 'murni';
      const diblokir = known ? (line.diblokir[tahap] === 0 ? 0 : pagu) : null;
      return { ...codes(line), tahap, berlakuBulan: stageStart(line.tahun, tahap), kodeSumberDana, pagu, diblokir };
    })
  );
}

function realisasiRows(line: SpendingLine): SampleTruth['realisasi'] {
  return line.realisasi
    .slice(0, lastMonth(line.tahun))
    .map((realisasi, index) => ({ ...codes(line), bulan: index + 1, realisasi }))
    .filter(({ bulan }) => line.pagu[stageInForce(line.tahun, bulan)] !== 0);
}

function planRows(line: SpendingLine): SampleTruth['rencanaKas'] {
  return (['murni', 'perubahan'] as const)
    .filter((tahap) => line.pagu[tahap] !== 0)
    .flatMap((tahap) =>
      (tahap === 'murni' ? line.rencanaMurni : line.rencanaPerubahan).map((rencana, index) => ({
        ...codes(line),
        tahap,
        bulan: index + 1,
        rencana
      }))
    );
}

function commitmentRows({ commitments }: Sample): SampleTruth['komitmen'] {
  const rows = new Map<string, SampleTruth['komitmen'][number]>();
  for (const { line, bulan, jenis, nilai, terbayar } of commitments) {
    const row = { ...codes(line), bulan, kodeSumberDana: mainSource({ line }), jenis, nilai, terbayar };
    const key = [row.tahun, bulan, row.kodeSkpd, row.kodeSubkegiatan, row.kodeAkun, jenis].join(' ');
    const before = rows.get(key);
    rows.set(key, before ? { ...before, nilai: before.nilai + nilai, terbayar: before.terbayar + terbayar } : row);
  }
  return [...rows.values()];
}

function addUp<T>(rows: readonly T[], keyOf: (row: T) => string, valueOf: (row: T) => number): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const row of rows) totals[keyOf(row)] = (totals[keyOf(row)] ?? 0) + valueOf(row);
  return totals;
}
