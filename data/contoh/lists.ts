import { lastMonth, monthNames, type Year } from './calendar';
import type { Commitment, Obligation } from './commitment';
import type { Output } from './output';
import type { Progress } from './progress';
import { nomenklaturName } from './tables';
import { csvBytes, xlsxBytes, type SheetCell } from './workbook';

const rfkHeader = [
  'tahun',
  'bulan',
  'kode_skpd',
  'nama_skpd',
  'kode_sub_kegiatan',
  'nama_sub_kegiatan',
  'pagu',
  'rak',
  'realisasi_anggaran',
  'realisasi_fisik',
  'permasalahan',
  'tindak_lanjut'
];

/** The RFK workbook of a month: money and physical progress (percent, cumulative), problem and follow-up. */
export function rfkFile(all: readonly Progress[], tahun: Year, bulan: number): { name: string; bytes: Uint8Array } {
  const rows = all
    .filter((row) => row.tahun === tahun && row.bulan === bulan)
    .map((row): SheetCell[] => [
      tahun,
      monthNames[bulan - 1] ?? '',
      row.unit.kode,
      row.unit.nama,
      row.kodeSubkegiatan,
      nomenklaturName(row.kodeSubkegiatan),
      row.pagu,
      row.rencana,
      row.realisasi,
      row.fisik === null ? null : row.fisik / 100,
      row.masalah,
      row.tindakLanjut
    ]);
  return { name: `RFK ${monthNames[bulan - 1]} ${tahun}.xlsx`, bytes: xlsxBytes('RFK', [rfkHeader, ...rows]) };
}

const kontrakHeader = [
  ...['tahun', 'bulan', 'kode_skpd', 'kode_sub_kegiatan', 'kode_rekening', 'sumber_dana'],
  ...['jenis', 'nomor', 'penyedia', 'nilai', 'terbayar']
];

/** The running list of contracts and unpaid bills at the end of a month; semicolons, as a spreadsheet set to Indonesian writes it. */
export function kontrakFile(
  all: readonly Commitment[],
  tahun: Year,
  bulan: number
): { name: string; bytes: Uint8Array } {
  const month = monthNames[bulan - 1] ?? '';
  const rows = all
    .filter((row) => row.tahun === tahun && row.bulan === bulan)
    .map((row) => [
      ...[tahun, month, row.line.line.unit.kode, row.line.kodeSubkegiatan, row.line.line.kodeAkun, mainSource(row)],
      ...[row.jenis, row.nomor, row.penyedia, row.nilai, row.terbayar]
    ]);
  return { name: `kontrak_${tahun}_${month.toLowerCase()}.csv`, bytes: csvBytes([kontrakHeader, ...rows], ';') };
}

/** The funding source that pays most of a contract's line, by code. */
export function mainSource({ line }: Pick<Commitment, 'line'>): string {
  const parts = line.parts.perubahan.length > 0 ? line.parts.perubahan : line.parts.murni;
  return parts.toSorted((a, b) => b.pagu - a.pagu)[0]?.kodeSumberDana ?? '';
}

/** Output targets and achievement of a year, month by month; a blank achievement was not reported. */
export function keluaranFile(all: readonly Output[], tahun: Year): { name: string; bytes: Uint8Array } {
  const header = [
    'tahun',
    'bulan',
    'kode_skpd',
    'kode_sub_kegiatan',
    'urutan',
    'indikator',
    'satuan',
    'target',
    'capaian'
  ];
  const rows = Array.from({ length: lastMonth(tahun) }, (_, index) => index + 1).flatMap((bulan) =>
    all
      .filter((row) => row.tahun === tahun && row.bulan === bulan)
      .map((row) => [
        tahun,
        monthNames[bulan - 1] ?? '',
        row.unit.kode,
        row.kodeSubkegiatan,
        row.urutan,
        row.indikator,
        row.satuan,
        row.target,
        row.capaian
      ])
  );
  return { name: `keluaran_${tahun}.csv`, bytes: csvBytes([header, ...rows]) };
}

/** Recurring obligations of a year. */
export function kewajibanFile(all: readonly Obligation[], tahun: Year): { name: string; bytes: Uint8Array } {
  const header = ['tahun', 'kode_skpd', 'kode_sub_kegiatan', 'kode_rekening', 'per_bulan', 'sampai_bulan'];
  const rows = all
    .filter((row) => row.tahun === tahun)
    .map(({ line, perBulan, sampaiBulan }) => [
      tahun,
      line.line.unit.kode,
      line.kodeSubkegiatan,
      line.line.kodeAkun,
      perBulan,
      sampaiBulan
    ]);
  return { name: `kewajiban_${tahun}.csv`, bytes: csvBytes([header, ...rows]) };
}
