import { sources } from './budget';
import { monthNames, stageInForce, type Stage, type Year } from './calendar';
import type { SpendingLine } from './spending';
import { akunRows, type Leaf } from './tree';
import { akunName, nomenklaturName, units } from './tables';
import { csvBytes } from './workbook';

const nameBySource = new Map(Object.values(sources).map(({ kode, nama }) => [kode, nama]));

const paguHeader = [
  'tahun',
  ...[
    'urusan',
    'skpd',
    'sub_unit',
    'bidang_urusan',
    'program',
    'kegiatan',
    'sub_kegiatan',
    'sumber_dana',
    'rekening',
    'standar_harga'
  ].flatMap((level) => [`kode_${level}`, `nama_${level}`]),
  'pagu'
];

/**
 * The flat pagu table of a stage, one row for each funding source of a line. 2023 and 2024 carry the stage in a column, later years in
 * the file name; `diblokir` is there only where the year has something blocked.
 */
export function paguFile(
  lines: readonly SpendingLine[],
  tahun: Year,
  stage: Stage
): { name: string; bytes: Uint8Array } {
  const withStage = tahun <= 2024;
  const withBlocked = tahun === 2026 && stage !== 'murni';
  const header = [
    ...paguHeader.slice(0, 1),
    ...(withStage ? ['tahap'] : []),
    ...paguHeader.slice(1),
    ...(withBlocked ? ['diblokir'] : [])
  ];
  const rows = lines
    .filter((line) => line.tahun === tahun)
    .flatMap((line) =>
      line.parts[stage].map((part) => [
        tahun,
        ...(withStage ? [stage] : []),
        ...levels(line, part.kodeSumberDana),
        part.pagu,
        ...(withBlocked ? [line.diblokir[stage] === 0 ? 0 : part.pagu] : [])
      ])
    );
  return { name: `pagu_${tahun}_${stage}.csv`, bytes: csvBytes([header, ...rows]) };
}

/** The ten code and name pairs of a flat pagu row. */
function levels(line: SpendingLine, kodeSumberDana: string): string[] {
  const { unit, kodeAkun, barang } = line.line;
  const nomenklatur = (parts: number): [string, string] => {
    const kode = line.kodeSubkegiatan.split('.').slice(0, parts).join('.');
    return [kode, nomenklaturName(kode)];
  };
  return [
    ...nomenklatur(1),
    units.dinas.kode,
    units.dinas.nama,
    unit.kode,
    unit.nama,
    ...nomenklatur(2),
    ...nomenklatur(3),
    ...nomenklatur(5),
    ...nomenklatur(6),
    kodeSumberDana,
    nameBySource.get(kodeSumberDana) ?? '',
    kodeAkun,
    akunName(kodeAkun),
    standardPriceCode(kodeAkun),
    barang
  ];
}

/** A standard-price code in the usual shape; invented from the account. */
function standardPriceCode(kodeAkun: string): string {
  const [, , c = '', d = '', e = '', f = ''] = kodeAkun.split('.');
  return `1.1.${c}.${d}.${e}.0001.0${f}`;
}

const realisasiHeader = [
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

/** The flat realisasi table of a month (not cumulative): every account level of every sub kegiatan, with the same month of the year before. */
export function realisasiFile(
  lines: readonly SpendingLine[],
  tahun: Year,
  bulan: number
): { name: string; bytes: Uint8Array } {
  const stage = stageInForce(tahun, bulan);
  const before = new Map(
    lines.filter((line) => line.tahun === tahun - 1).map((line) => [keyOf(line), line.realisasi[bulan - 1] ?? 0])
  );
  const leaves = lines
    .filter((line) => line.tahun === tahun && line.pagu[stage] !== 0)
    .map((line) => leafOf(line, [line.pagu[stage], line.realisasi[bulan - 1] ?? 0, before.get(keyOf(line)) ?? 0]));
  const groups = [...new Set(leaves.map(groupOf))];
  const rows = groups.flatMap((group) =>
    realisasiRows(
      leaves.filter((leaf) => groupOf(leaf) === group),
      tahun,
      bulan
    )
  );
  const name = `realisasi_${tahun}_${(monthNames[bulan - 1] ?? '').toLowerCase()}.csv`;
  return { name, bytes: csvBytes([realisasiHeader, ...rows]) };
}

function groupOf(leaf: Leaf): string {
  return `${leaf.unit.kode} ${leaf.kodeSubkegiatan}`;
}

/** Every account level of one sub kegiatan; amounts are anggaran, realisasi, and last year's realisasi. */
function realisasiRows(leaves: readonly Leaf[], tahun: Year, bulan: number): (string | number | null)[][] {
  const [{ unit, kodeSubkegiatan }] = leaves as [Leaf, ...Leaf[]];
  return akunRows(leaves, unit, kodeSubkegiatan, 1).map(
    ({ kodeAkun, uraian, amounts: [anggaran = 0, realisasi = 0, before = 0] }) => {
      const percent = ((realisasi / (anggaran || 1)) * 100).toFixed(2);
      return [
        tahun,
        monthNames[bulan - 1] ?? '',
        unit.kode,
        kodeSubkegiatan,
        kodeAkun,
        uraian,
        anggaran,
        realisasi,
        percent,
        before
      ];
    }
  );
}

function keyOf(line: SpendingLine): string {
  return `${line.line.unit.kode} ${line.line.kodeSubkegiatan} ${line.line.kodeAkun}`;
}

function leafOf(line: SpendingLine, amounts: number[]): Leaf {
  return { unit: line.line.unit, kodeSubkegiatan: line.kodeSubkegiatan, kodeAkun: line.line.kodeAkun, amounts };
}
