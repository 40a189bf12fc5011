import { sampleDesa, type SampleDesa, type Upkeep } from './orangWilayah';

/** The two versions of the registry, older first; the index is the one of `PerVintage`. */
export const vintages = [
  { kode: '2025-T1', registri: 'DTSEN', berlakuSejak: '2025-01-01' },
  { kode: '2026-T1', registri: 'DTSEN', berlakuSejak: '2026-01-01' }
] as const;

/** A fact by vintage: 2025-T1, 2026-T1. */
export type PerVintage<T> = readonly [T, T];

/** An invented family. Its keys are of no province: none has the code 10. */
export interface Family {
  /** Number from 0, unique in the sample. */
  number: number;
  desa: SampleDesa;
  /** Family number, 16 digits. */
  kk: string;
  members: number;
  /** Whether the registry has it. */
  listed: PerVintage<boolean>;
  /** National desil 1-10; 0 = not yet decided. */
  desil: PerVintage<number>;
  /** Day of the last verification as days since 1970-01-01; null where the registry has none. */
  verified: PerVintage<number | null>;
}

/** First names of invented people; the family name of each is Contoh. */
const names = [
  ...[
    'Amat',
    'Siti',
    'Budi',
    'Rina',
    'Joko',
    'Dewi',
    'Udin',
    'Mega',
    'Rusli',
    'Yanti',
    'Hasan',
    'Norma',
    'Darius',
    'Lestari',
    'Bahar',
    'Wati'
  ],
  ...[
    'Galuh',
    'Anang',
    'Sari',
    'Ipung',
    'Rahma',
    'Tono',
    'Melati',
    'Jamal',
    'Ningsih',
    'Petrus',
    'Aminah',
    'Lukas',
    'Fatma',
    'Sarman',
    'Kasih',
    'Unai'
  ]
];

/** A ratio in [0, 1) from two whole numbers, by integer arithmetic only; one for each use of `purpose`. */
export function ratioOf(number: number, purpose: number): number {
  let mixed = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(purpose + 17, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}

/** Purposes of `ratioOf` about families; those of aids begin at 100. */
const purpose = {
  desil: 1,
  move: 2,
  members: 3,
  first: 4,
  firstBlank: 5,
  again: 6,
  second: 7,
  listed: 8,
  undecided: 9,
  wrong: 10,
  name: 11
};

/** The number a person carries: `member` 0 is the head of the family. */
export function nikOf(family: Family, member: number): string {
  return `1099${family.kk.slice(4, 6)}9${String(member).padStart(2, '0')}${String(family.number).padStart(7, '0')}`;
}

/** The invented name of a person. */
export function nameOf(family: Family, member: number): string {
  const index = Math.floor(ratioOf(family.number, purpose.name + 20 * member) * names.length);
  return `${names[index]} Contoh`;
}

/** Every family of the sample, desa by desa, with those that no registry has. */
export function families(): Family[] {
  const all: Family[] = [];
  for (const desa of sampleDesa()) {
    const mix = mixOf(desa);
    const outside = Math.round(desa.families * unlisted[desa.upkeep]);
    for (let i = 0; i < desa.families + outside; i++) all.push(familyOf(all.length, desa, mix, i >= desa.families));
  }
  return all;
}

/** Families beside each family of the registry that it does not have. */
const unlisted: Record<Upkeep, number> = { segar: 0.004, sedang: 0.008, lama: 0.028, tidak_pernah: 0.04 };
/** Share of families without a desil, and of those without a date of verification. */
const undecided: Record<Upkeep, number> = { segar: 0.008, sedang: 0.015, lama: 0.04, tidak_pernah: 0.06 };
const undated: Record<Upkeep, number> = { segar: 0.01, sedang: 0.03, lama: 0.08, tidak_pernah: 0.14 };
/** Share verified again before the second vintage. */
const renewed: Record<Upkeep, number> = { segar: 0.86, sedang: 0.44, lama: 0.07, tidak_pernah: 0 };

/** Percent of families of the regency by desil: 31 of 100 are in desil 1-4. */
const mix = [6, 7, 8, 10, 11, 12, 13, 13, 11, 9];

/** Cumulative share by desil of a desa: the mix of the regency, leaning to one end. */
function mixOf({ lean, story }: SampleDesa): number[] {
  const weights = mix.map((share, i) => (story === 'tanpa_layak' && i < 4 ? 0 : share * (1 + (lean * (4.5 - i)) / 5)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map((weight) => (before += weight) / total);
}

function familyOf(number: number, desa: SampleDesa, cumulative: readonly number[], outside: boolean): Family {
  const first = 1 + cumulative.findIndex((share) => ratioOf(number, purpose.desil) < share);
  const kecamatan = desa.kecamatan.kode.slice(-2);
  const listed = ratioOf(number, purpose.listed);
  return {
    number,
    desa,
    kk: `1099${kecamatan}100${String(number).padStart(7, '0')}`,
    members: 1 + Math.floor(ratioOf(number, purpose.members) * 5),
    // two in a hundred have left by the second vintage, three are new in it
    listed: outside ? [false, false] : [listed >= 0.03, listed < 0.03 || listed >= 0.05],
    desil: [decided(number, desa, first, 0), decided(number, desa, moved(number, desa, first), 1)],
    verified: verifiedOn(number, desa.upkeep)
  };
}

/** One family in six is one desil further in the next vintage. */
function moved(number: number, { story }: SampleDesa, desil: number): number {
  const chance = ratioOf(number, purpose.move);
  const next = chance < 0.08 ? desil - 1 : chance < 0.16 ? desil + 1 : desil;
  return Math.max(story === 'tanpa_layak' ? 5 : 1, Math.min(10, next));
}

function decided(number: number, { upkeep }: SampleDesa, desil: number, vintage: 0 | 1): number {
  // some that were undecided are decided by the second vintage
  return ratioOf(number, purpose.undecided) < undecided[upkeep] * (vintage === 0 ? 1 : 0.7) ? 0 : desil;
}

/** Days of verification by upkeep, first and last, for the first vintage. */
const firstDays: Record<Upkeep, readonly [string, string]> = {
  segar: ['2024-01-10', '2025-03-10'],
  sedang: ['2022-09-01', '2025-02-20'],
  lama: ['2019-07-01', '2023-06-30'],
  tidak_pernah: ['2018-03-01', '2022-10-31']
};
/** Days of those verified again before the second vintage. */
const secondDays: Record<Upkeep, readonly [string, string]> = {
  segar: ['2025-09-01', '2026-03-20'],
  sedang: ['2025-03-20', '2026-03-15'],
  lama: ['2025-04-01', '2025-12-20'],
  tidak_pernah: ['2022-10-31', '2022-10-31']
};
/** Slips of the pen that both vintages keep: days still to come. */
const wrongDays = ['2027-02-14', '2052-06-08', '2062-11-30'].map(dayNumber);

function verifiedOn(number: number, upkeep: Upkeep): PerVintage<number | null> {
  const wrong = ratioOf(number, purpose.wrong);
  if (wrong < 0.0012) return [wrongDays[number % 3]!, wrongDays[number % 3]!];
  const first =
    ratioOf(number, purpose.firstBlank) < undated[upkeep] ? null : within(firstDays[upkeep], number, purpose.first);
  const again = ratioOf(number, purpose.again) < renewed[upkeep];
  return [first, again ? within(secondDays[upkeep], number, purpose.second) : first];
}

function within([from, to]: readonly [string, string], number: number, use: number): number {
  return dayNumber(from) + Math.floor(ratioOf(number, use) * (dayNumber(to) - dayNumber(from) + 1));
}

/** Days from 1970-01-01 to a day written `YYYY-MM-DD`. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

/** A number of days since 1970-01-01 as `YYYY-MM-DD`. */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
