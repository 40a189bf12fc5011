import { lastMonth, stageInForce, type Year } from './calendar';
import { between } from './random';
import { spentTo, sum, type SpendingLine } from './spending';
import { santunanPeople, santunanPerMonth, stories } from './story';
import { codeInYear, units, type Unit } from './tables';

/** Target and achievement of one indicator at the end of a month, both cumulative. */
export interface Output {
  tahun: Year;
  bulan: number;
  unit: Unit;
  kodeSubkegiatan: string;
  urutan: number;
  indikator: string;
  satuan: string;
  target: number;
  /** Null where the unit did not report. */
  capaian: number | null;
}

interface Indicator {
  /** Code as in garis.csv. */
  kode: string;
  urutan: number;
  indikator: string;
  satuan: string;
  target(tahun: Year, bulan: number, group: readonly SpendingLine[]): number;
  capaian(tahun: Year, bulan: number, target: number, group: readonly SpendingLine[]): number;
}

/** Things bought with one account: what the pagu in force buys, and what the rupiah spent has bought. */
function things(kode: string, urutan: number, kodeAkun: string, indikator: string, satuan: string): Indicator {
  const lineOf = (group: readonly SpendingLine[]) => group.find(({ line }) => line.kodeAkun === kodeAkun);
  return {
    kode,
    urutan,
    indikator,
    satuan,
    target: (tahun, bulan, group) =>
      Math.round((lineOf(group)?.pagu[stageInForce(tahun, bulan)] ?? 0) / (lineOf(group)?.line.harga ?? 1)),
    capaian: (tahun, bulan, target, group) => {
      const line = lineOf(group);
      if (!line) return 0;
      const delivered =
        tahun === 2026 && line.line.kodeSubkegiatan === stories.cashBehind.kodeSubkegiatan
          ? deliveredUnpaid[bulan - 1]
          : undefined;
      return delivered === undefined
        ? Math.floor(spentTo(line, bulan) / (line.line.harga ?? 1))
        : Math.round(target * delivered);
    }
  };
}

/** Several kinds of things as one output of their sub kegiatan: targets and achievements added. */
function together(
  kode: string,
  urutan: number,
  indikator: string,
  satuan: string,
  parts: readonly Indicator[]
): Indicator {
  return {
    kode,
    urutan,
    indikator,
    satuan,
    target: (tahun, bulan, group) => parts.reduce((all, part) => all + part.target(tahun, bulan, group), 0),
    capaian: (tahun, bulan, _, group) =>
      parts.reduce((all, part) => all + part.capaian(tahun, bulan, part.target(tahun, bulan, group), group), 0)
  };
}

/** People served: a target of its own, and a share of it reached as the money of the sub kegiatan is spent. */
function people(
  kode: string,
  urutan: number,
  indikator: string,
  targets: readonly number[],
  reached: readonly number[],
  regular = false
): Indicator {
  return {
    kode,
    urutan,
    indikator,
    satuan: 'orang',
    target: (tahun) => targets[tahun - 2023] ?? 0,
    capaian: (tahun, bulan, target, group) => {
      const total = sum(group.map((line) => sum(line.realisasi)));
      const done = total === 0 ? 0 : sum(group.map((line) => spentTo(line, bulan))) / total;
      const share = regular ? (served[bulan - 1] ?? 1) * (done > 0 ? 1 : 0) : done;
      return Math.round(target * (reached[tahun - 2023] ?? 1) * share);
    }
  };
}

/** A list of people served all year is nearly full once the first delivery is made. */
const served = [0, 0.86, 0.86, 0.92, 0.92, 0.95, 0.95, 0.97, 0.97, 0.99, 0.99, 1];
/** Alat bantu 2026: goods handed over, whether paid or not. */
const deliveredUnpaid = [0, 0, 0, 0.04, 0.11, 0.2, 0.41, 0.58, 0.74, 0.84];

const santunan: Indicator = {
  kode: '1.06.05.2.02.0003',
  urutan: 1,
  indikator: 'Penerima santunan tunai Rp200.000 per bulan',
  satuan: 'orang',
  target: (tahun) => santunanPeople[tahun],
  capaian: (_, bulan, __, group) => {
    const paid = group.find(({ line }) => line.pola === 'santunan')?.realisasi.slice(0, bulan) ?? [];
    return Math.max(0, ...paid) / (3 * santunanPerMonth);
  }
};

/** Published targets of permakanan: 850 people in 2024 (615 reached), 500 in 2025; see jangkar.csv. */
const indicators: readonly Indicator[] = [
  people(
    '1.06.04.2.01.0001',
    2,
    'Penyandang disabilitas telantar penerima permakanan',
    [320, 350, 205, 205],
    [0.9, 0.7143, 0.94, 0.92],
    true
  ),
  people(
    '1.06.04.2.01.0001',
    3,
    'Lanjut usia telantar penerima permakanan',
    [480, 500, 295, 295],
    [0.91, 0.73, 0.96, 0.95],
    true
  ),
  things('1.06.04.2.01.0001', 1, '5.1.02.01.01.0039', 'Paket permakanan yang diserahkan', 'paket'),
  together('1.06.04.2.01.0003', 1, 'Alat bantu yang diserahkan, semua jenis', 'unit', [
    things('1.06.04.2.01.0003', 2, '5.1.06.01.02.0001', 'Sepeda motor roda tiga yang diserahkan', 'unit'),
    things('1.06.04.2.01.0003', 3, '5.1.02.01.01.0039', 'Alat bantu lain yang diserahkan', 'unit')
  ]),
  things('1.06.04.2.01.0003', 2, '5.1.06.01.02.0001', 'Sepeda motor roda tiga yang diserahkan', 'unit'),
  things('1.06.04.2.01.0003', 3, '5.1.02.01.01.0039', 'Alat bantu lain yang diserahkan', 'unit'),
  people(
    '1.06.04.2.01.0005',
    1,
    'Orang yang mendapat bimbingan fisik, mental, spiritual, dan sosial',
    [300, 320, 320, 280],
    [0.92, 0.94, 0.9, 0.95]
  ),
  people(
    '1.06.04.2.02.0007',
    1,
    'Orang yang mendapat bimbingan keterampilan',
    [120, 120, 130, 110],
    [0.95, 0.9, 0.93, 0.9]
  ),
  santunan,
  things('1.06.05.2.02.0004', 1, '5.1.06.03.02.0001', 'Kelompok usaha bersama yang menerima peralatan', 'kelompok'),
  things('1.06.06.2.01.0001', 1, '5.1.02.01.01.0039', 'Paket makanan untuk korban bencana', 'paket'),
  things('1.06.06.2.01.0002', 1, '5.1.02.01.01.0039', 'Paket sandang untuk korban bencana', 'paket'),
  people(
    '1.06.02.2.03.0001',
    1,
    'Pekerja sosial masyarakat yang dilatih',
    [237, 237, 237, 237],
    [0.9, 0.95, 0.92, 0.9]
  ),
  people('1.06.02.2.03.0002', 1, 'TKSK yang dilatih dan mendapat tali asih', [20, 20, 20, 20], [1, 1, 1, 1]),
  things('1.06.02.2.03.0004', 1, '5.1.05.05.01.0001', 'Lembaga kesejahteraan sosial penerima hibah', 'lembaga')
];

/** Every indicator of the agency's own seed programmes, each month with files. */
export function outputs(lines: readonly SpendingLine[]): Output[] {
  const own = lines.filter(({ line }) => line.unit === units.dinas);
  return [...new Set(own.map(({ tahun }) => tahun))].flatMap((tahun) =>
    indicators.flatMap((indicator) => {
      const group = own.filter((line) => line.tahun === tahun && line.line.kodeSubkegiatan === indicator.kode);
      return Array.from({ length: lastMonth(tahun) }, (_, index): Output => {
        const target = indicator.target(tahun, index + 1, group);
        const { kode, urutan, indikator, satuan } = indicator;
        const reported =
          between(0, 1, tahun, kode, urutan, index, 'dilaporkan') > 0.03 || index === lastMonth(tahun) - 1;
        const capaian = reported ? indicator.capaian(tahun, index + 1, target, group) : null;
        return {
          tahun,
          bulan: index + 1,
          unit: units.dinas,
          kodeSubkegiatan: codeInYear(kode, tahun),
          urutan,
          indikator,
          satuan,
          target,
          capaian
        };
      });
    })
  );
}
