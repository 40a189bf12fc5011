import { lastMonth, stageInForce, type Year } from './calendar';
import { between } from './random';
import { plannedTo, spentTo, sum, type SpendingLine } from './spending';
import { stories } from './story';
import { units, type Unit } from './tables';

/** A sub kegiatan of a unit at the end of a month. */
export interface Progress {
  tahun: Year;
  bulan: number;
  unit: Unit;
  kodeSubkegiatan: string;
  /** Pagu in force in the month, rupiah. */
  pagu: number;
  /** Cash plan from January, rupiah. */
  rencana: number;
  /** Spent from January, rupiah. */
  realisasi: number;
  /** Physical progress in hundredths of a percent (10000 = done), cumulative; null where it was not reported. */
  fisik: number | null;
  masalah: string | null;
  tindakLanjut: string | null;
}

/** Lines grouped by year, unit and sub kegiatan, in that order. */
export function bySubkegiatan(lines: readonly SpendingLine[]): SpendingLine[][] {
  const groups = new Map<string, SpendingLine[]>();
  for (const line of lines) {
    const key = `${line.tahun} ${line.line.unit.kode} ${line.kodeSubkegiatan}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

/** Money and physical progress of every sub kegiatan in every month with files. */
export function progress(lines: readonly SpendingLine[]): Progress[] {
  return bySubkegiatan(lines).flatMap((group) => {
    const [{ tahun, kodeSubkegiatan, line }] = group as [SpendingLine, ...SpendingLine[]];
    let fisik = 0;
    return Array.from({ length: lastMonth(tahun) }, (_, index) => {
      const bulan = index + 1;
      const pagu = sum(group.map((each) => each.pagu[stageInForce(tahun, bulan)]));
      const rencana = sum(group.map((each) => plannedTo(each, bulan)));
      const realisasi = sum(group.map((each) => spentTo(each, bulan)));
      fisik = Math.max(fisik, fisikOf(group, bulan));
      const reported = line.unit !== units.upt || bulan > 1;
      const notes =
        notesOf(line.unit, kodeSubkegiatan, tahun, bulan) ??
        ordinaryNotes(bulan, rencana, realisasi, `${tahun} ${kodeSubkegiatan}`);
      return {
        tahun,
        bulan,
        unit: line.unit,
        kodeSubkegiatan,
        pagu,
        rencana,
        realisasi,
        fisik: reported ? fisik : null,
        ...notes
      };
    });
  });
}

/** Physical progress follows money, a few points ahead of it where the plan foresaw more; the stories of 2026 have a path of their own. */
function fisikOf(group: readonly SpendingLine[], bulan: number): number {
  const [{ tahun, kodeSubkegiatan, line }] = group as [SpendingLine, ...SpendingLine[]];
  const path = tahun === 2026 && line.unit === units.dinas ? fisikPaths[kodeSubkegiatan]?.[bulan - 1] : undefined;
  if (path !== undefined) return path;
  const pagu = sum(group.map((each) => each.pagu.perubahan));
  const total = sum(group.map((each) => sum(each.realisasi)));
  const spent = spentByGroup(group, bulan);
  if (pagu === 0 || total === 0 || (spent === 0 && bulan < 12)) return 0;
  if (bulan === 12) return 9600 + Math.round(400 * between(0, 1, tahun, kodeSubkegiatan, 'fisik akhir'));
  const plan =
    sum(group.map((each) => sum(each.rencanaMurni.slice(0, bulan)))) /
    Math.max(1, sum(group.map((each) => each.pagu.murni)));
  const ahead = 0.02 + 0.05 * between(0, 1, tahun, kodeSubkegiatan, 'fisik');
  return Math.min(9600, Math.round(10_000 * Math.min(Math.max(plan, spent / pagu), spent / pagu + ahead)));
}

function spentByGroup(group: readonly SpendingLine[], bulan: number): number {
  return sum(group.map((each) => spentTo(each, bulan)));
}

const fisikPaths: Record<string, readonly number[]> = {
  [stories.cashBehind.kodeSubkegiatan]: [
    0,
    0,
    500,
    1200,
    2000,
    3100,
    4800,
    6300,
    7600,
    10_000 * stories.cashBehind.fisikOktober
  ],
  [stories.cashAhead.kodeSubkegiatan]: [
    0,
    0,
    0,
    0,
    500,
    900,
    1400,
    2200,
    2900,
    10_000 * stories.cashAhead.fisikOktober
  ],
  [stories.nothing.kodeSubkegiatan]: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
};

interface Notes {
  masalah: string | null;
  tindakLanjut: string | null;
}

const none: Notes = { masalah: null, tindakLanjut: null };

function ordinaryNotes(bulan: number, rencana: number, realisasi: number, key: string): Notes {
  if (bulan < 5 || rencana === 0 || realisasi >= 0.7 * rencana) return none;
  const possible = / 1\.06\.01\./.test(key) ? ordinary.slice(0, 3) : ordinary; // support work has no recipients
  return possible[Math.floor(between(0, possible.length, key, 'catatan'))] ?? none;
}

const ordinary: readonly Notes[] = [
  {
    masalah: 'Jadwal kegiatan bergeser dari rencana kas.',
    tindakLanjut: 'Kegiatan dijadwalkan ulang pada triwulan berikutnya.'
  },
  {
    masalah: 'Dokumen pertanggungjawaban belum lengkap.',
    tindakLanjut: 'Melengkapi SPJ dan mengajukan pencairan sebelum batas akhir tahun.'
  },
  {
    masalah: 'Proses pemilihan penyedia lebih lama dari jadwal.',
    tindakLanjut: 'Berkoordinasi dengan UKPBJ agar kontrak segera ditandatangani.'
  },
  {
    masalah: 'Menunggu verifikasi daftar penerima dari desa.',
    tindakLanjut: 'Menyurati kecamatan dan menetapkan batas waktu verifikasi.'
  }
];

/** What the unit reports about the lines that have a story in 2026. */
function notesOf(unit: Unit, kodeSubkegiatan: string, tahun: Year, bulan: number): Notes | null {
  if (tahun !== 2026 || unit !== units.dinas) return null;
  const story = storyNotes.find(({ kode, sejak }) => kodeSubkegiatan.startsWith(kode) && bulan >= sejak);
  return story ? { masalah: story.masalah, tindakLanjut: story.tindakLanjut } : null;
}

const storyNotes: readonly (Notes & { kode: string; sejak: number })[] = [
  {
    kode: `${stories.late.kodeProgram}.`,
    sejak: 3,
    masalah: 'Petunjuk teknis pemberdayaan baru terbit pada bulan Agustus.',
    tindakLanjut: 'Kegiatan dimulai bulan September dan dipadatkan sampai Desember.'
  },
  {
    kode: stories.cashBehind.kodeSubkegiatan,
    sejak: 6,
    masalah: 'Barang sudah diterima, berkas tagihan penyedia belum lengkap.',
    tindakLanjut: 'PPK memeriksa berita acara serah terima dan mengajukan SPM.'
  },
  {
    kode: stories.cashAhead.kodeSubkegiatan,
    sejak: 8,
    masalah: 'Pekerjaan lapangan tertunda karena cuaca, termin sudah dibayar.',
    tindakLanjut: 'Menambah tenaga kerja dan menjadwalkan pemeriksaan mingguan.'
  },
  {
    kode: stories.nothing.kodeSubkegiatan,
    sejak: 4,
    masalah: 'Penetapan peserta menunggu hasil asesmen.',
    tindakLanjut: 'Asesmen dituntaskan bulan November.'
  },
  {
    kode: stories.blocked.kodeSubkegiatan,
    sejak: 3,
    masalah: 'Belanja komputer diblokir sejak pergeseran pertama.',
    tindakLanjut: 'Menunggu persetujuan TAPD untuk membuka blokir.'
  },
  {
    kode: stories.nineMonths.kodeSubkegiatan,
    sejak: 1,
    masalah: 'Anggaran santunan hanya cukup untuk sembilan bulan.',
    tindakLanjut: 'Mengusulkan tambahan pagu untuk Oktober sampai Desember.'
  }
];
