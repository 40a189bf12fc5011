import { seededRandom } from '$lib/model/random';
import type { CutAid, CutInput, CutLine, LineRole } from '$lib/model/cuts/line';

const kecamatan = Array.from({ length: 20 }, (_, at) => `64.02.${String(at + 1).padStart(2, '0')}`);
/** Lines of one sub kegiatan, in turn: two of aid, its delivery, an office line and data work. */
const roles: LineRole[] = ['langsung', 'langsung', 'penunjang', 'umum', 'data'];

/**
 * A made-up agency with so many lines and every kind of rule at work: aid that comes whole, delivery bound to it, limits, contracts,
 * obligations, two earmarked sources beside free money, recipients by desil and kecamatan. The same for the same seed.
 */
export function manyLines(count: number, seed = 1): CutInput {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => Math.floor(low + random() * (high - low));
  const aids = Array.from({ length: Math.ceil(count / 10) }, (_, at) => aidOf(at, between));
  const lines = Array.from({ length: count }, (_, at) => lineOf(at, aids, between));
  return {
    tahun: 2026,
    mulai: 7,
    lines,
    aids,
    sources: [
      { kode: 'DAU', nama: 'DAU', kelompok: 'TKD', komponen: 'DAU', terikat: false },
      { kode: 'DBH', nama: 'DBH', kelompok: 'TKD', komponen: 'DBH', terikat: false },
      { kode: 'DAK', nama: 'DAK nonfisik', kelompok: 'TKD', komponen: 'DAK', terikat: true },
      { kode: 'DAU-T', nama: 'DAU yang ditentukan', kelompok: 'TKD', komponen: 'DAU', terikat: true }
    ],
    missing: []
  };
}

type Between = (low: number, high: number) => number;

function aidOf(at: number, between: Between): CutAid {
  const oneOff = at % 3 === 0;
  return {
    kode: `B${at}`,
    nama: `Bantuan ${at}`,
    unit: 'keluarga',
    perMonth: oneOff ? between(2, 40) * 500_000 : between(2, 12) * 50_000,
    priceBasis: 'harga',
    months: oneOff ? 1 : 6,
    oneOff,
    eligible: [1, 2, 3, 4],
    recipients: ([1, 2, 3, 4, 5, 'tidak_tercatat'] as const).map((kelas) => ({ kelas, jumlah: between(5, 200) })),
    missed: 100,
    byRegion: kecamatan.map((kodeWilayah) => ({ kodeWilayah, jumlah: between(5, 60) }))
  };
}

function lineOf(at: number, aids: readonly CutAid[], between: Between): CutLine {
  const [group, place] = [Math.floor(at / 5), at % 5];
  const role = roles[place]!;
  const aid = aids[(group * 2 + place) % aids.length]!;
  const isAid = role === 'langsung';
  const pagu = between(5, 5_000) * 1_000_000 + between(0, 1_000_000);
  const own = at % 4 === 0 ? Math.floor(pagu / 3) : 0;
  return {
    id: `l${at}`,
    kodeSkpd: '1.06.0.00.0.00.01.0000',
    kodeSubkegiatan: `1.06.05.2.02.${String(group).padStart(4, '0')}`,
    kodeAkun: isAid ? '5.1.06.01.01.0001' : `5.1.02.01.01.${String(place).padStart(4, '0')}`,
    pagu,
    sources: [
      { sumber: at % 2 === 0 ? 'DAU' : 'DBH', pagu: pagu - own },
      ...(own > 0 ? [{ sumber: at % 8 === 0 ? 'DAK' : 'DAU-T', pagu: own }] : [])
    ],
    spent: Math.floor(pagu * 0.3),
    committed: at % 7 === 0 ? Math.floor(pagu * 0.2) : 0,
    obligations: role === 'umum' ? Math.floor(pagu * 0.15) : 0,
    role,
    roleBasis: 'aturan',
    cap: at % 6 === 0 ? 0.4 : null,
    priority: (at % 4) + 1,
    template: null,
    step: isAid && aid.oneOff ? aid.perMonth : null,
    spm: at % 11 === 0,
    dasar: null,
    aid: isAid ? [{ kodeBantuan: aid.kode, bagian: 1 }] : []
  };
}
