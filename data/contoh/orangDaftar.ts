import {
  aidOf,
  aids,
  devicePrice,
  listYears,
  motorPrice,
  motors,
  sampleLists,
  type ListYear,
  type SampleAid,
  type SampleList
} from './orangBantuan';
import { nameOf, nikOf, ratioOf, type Family } from './orangKeluarga';
import type { SpendingLine } from './spending';
import { compare } from './tables';

/** How a key stands in its cell; every way after `akhiran_nol` has lost digits. */
export type KeyForm =
  'baik' | 'apostrof' | 'spasi' | 'strip' | 'akhiran_nol' | 'ilmiah' | 'angka' | 'lima_belas' | 'kosong';

/** Where a row says its person lives, as far as a reader can tell. */
export type PlaceForm = 'desa' | 'ejaan' | 'kecamatan' | 'tanpa';

/** A row of a list of recipients. */
export interface Receipt {
  family: Family;
  /** Place in the family; 0 is its head. */
  member: number;
  name: string;
  nik: string;
  kk: string;
  nikForm: KeyForm;
  kkForm: KeyForm;
  /** A family number that no registry knows, of a family that was divided. */
  newKk: boolean;
  place: PlaceForm;
  /** Rupiah that the row stands for, whether the list prints it or not. */
  rupiah: number;
}

/** A list with its rows, in the order of desa and families; repeated rows come last. */
export interface FilledList extends SampleList {
  receipts: Receipt[];
}

const purpose = { draw: 100, person: 200, damage: 300, form: 400, place: 500, divided: 501, unknown: 502 };

/** Every list with its rows. */
export function filledLists(families: readonly Family[], lines: readonly SpendingLine[]): FilledList[] {
  const lists = sampleLists(lines);
  return listYears.flatMap((tahun) => {
    const chosen = (aid: SampleAid, barred?: ReadonlySet<Family>) =>
      ranked(families, aid, tahun, { most: mostOf(lists, aid, tahun), barred });
    const orders = new Map(aids.filter(({ kode }) => kode !== 'PERMAKANAN').map((aid) => [aid.kode, chosen(aid)]));
    // who receives PKH or SEMBAKO may not receive permakanan: a few slip through
    const barred = new Set(aidOf('PERMAKANAN').tidakBolehBersama.flatMap((kode) => orders.get(kode)!));
    orders.set('PERMAKANAN', chosen(aidOf('PERMAKANAN'), barred));
    return lists
      .filter((list) => list.tahun === tahun)
      .map((list) => ({ ...list, receipts: receiptsOf(list, orders.get(list.aid.kode)!) }));
  });
}

/** Families that the lists of an aid and year can hold together. */
function mostOf(lists: readonly SampleList[], aid: SampleAid, tahun: ListYear): number {
  const own = lists.filter((list) => list.tahun === tahun && list.aid === aid);
  return Math.max(...own.map(({ rows, skip }) => rows + skip));
}

/**
 * The families that an aid chooses first, in their order: by chance, weighted by their desil and by what their desa is there to show.
 */
function ranked(
  families: readonly Family[],
  aid: SampleAid,
  tahun: ListYear,
  { most, barred }: { most: number; barred?: ReadonlySet<Family> | undefined }
): Family[] {
  const draw = purpose.draw + aids.indexOf(aid);
  const scores = new Float64Array(families.length);
  families.forEach((family, i) => {
    const weight = weightOf(family, aid, tahun) * (barred?.has(family) ? 0.05 : 1);
    scores[i] = weight > 0 ? ratioOf(family.number, draw) / weight : Infinity;
  });
  const last = scores.toSorted()[most]!;
  return families
    .filter((_, i) => scores[i]! < last)
    .sort((a, b) => scores[a.number]! - scores[b.number]! || a.number - b.number);
}

function weightOf({ desa, desil, listed, number }: Family, { weight, populasi }: SampleAid, tahun: ListYear): number {
  if (desa.story === 'tanpa_penerima') return 0;
  const vintage = tahun === 2025 ? 0 : 1;
  // a list of 2025 cannot know a family that is new in 2026
  if (tahun === 2025 && !listed[0] && listed[1]) return 0;
  const own = desil[listed[1] ? vintage : 0];
  const needy = own >= 1 && own <= 4;
  const base = listed[0] || listed[1] ? weight[own]! : 2.2 + ratioOf(number, purpose.unknown);
  if (populasi === 'khusus') return base;
  const lenient = desa.upkeep === 'tidak_pernah' ? 2.4 : desa.upkeep === 'lama' ? 1.8 : 1;
  if (desa.story === 'terlewat') return needy ? base * 0.16 : base * 9;
  if (desa.story === 'melebar') return needy ? base * 1.1 : base * 7;
  if (desa.story === 'tepat') return needy ? base * 1.2 : base * 0.05;
  return needy ? base : base * lenient;
}

function receiptsOf(list: SampleList, order: readonly Family[]): Receipt[] {
  const { rows, extra, skip, aid, tahun } = list;
  const chosen: Receipt[] = [];
  for (const family of order.slice(skip)) {
    for (const member of membersOf(family, aid)) {
      if (chosen.length < rows - extra) chosen.push(receipt(family, member, list));
    }
  }
  const priced =
    aid.kode === 'ALAT-BANTU'
      ? chosen.map((row, i) => (i < motors[tahun] ? { ...row, rupiah: motorPrice } : row))
      : chosen;
  return [...priced.toSorted(byPlace), ...repeated(priced, extra, aid)];
}

/** Rows that come twice: spread over the list, with a key that says whose they are, and never a motorcycle. */
function repeated(rows: readonly Receipt[], extra: number, { unit }: SampleAid): Receipt[] {
  const known = rows.filter(
    ({ nikForm, kkForm, rupiah }) => (keeps(nikForm) || (unit === 'keluarga' && keeps(kkForm))) && rupiah !== motorPrice
  );
  const picked = Array.from({ length: extra }, (_, i) => known[Math.floor(((i + 0.5) * known.length) / extra)]!);
  return picked.toSorted(byPlace);
}

function byPlace(a: Receipt, b: Receipt): number {
  return compare(a.family.desa.kode, b.family.desa.kode) || a.family.number - b.family.number || a.member - b.member;
}

/** Who of a family receives: its head, or for aid by person somebody of it, and now and then two. */
function membersOf(family: Family, aid: SampleAid): number[] {
  if (aid.unit === 'keluarga') return [0];
  const chance = ratioOf(family.number, purpose.person + aids.indexOf(aid));
  const one = Math.floor(chance * family.members);
  return aid.kode === 'PERMAKANAN' && family.members > 1 && chance > 0.93 ? [one, (one + 1) % family.members] : [one];
}

function receipt(family: Family, member: number, { aid, tahun, bulan }: SampleList): Receipt {
  const { nikForm, kkForm } = formsOf(family, member, aid, tahun);
  const stays = family.listed[0] && family.listed[1];
  const newKk =
    aid.unit === 'keluarga' &&
    stays &&
    nikForm === 'baik' &&
    kkForm === 'baik' &&
    ratioOf(family.number, purpose.divided) < 0.003;
  return {
    family,
    member,
    name: nameOf(family, member),
    nik: nikOf(family, member),
    kk: newKk ? `${family.kk.slice(0, 6)}2${family.kk.slice(7)}` : family.kk,
    nikForm,
    kkForm,
    newKk,
    place: placeOf(family),
    rupiah: rupiahOf(family, aid, bulan)
  };
}

/** Whether all 16 digits can be read from a cell. */
export function keeps(form: KeyForm): boolean {
  return form === 'baik' || form === 'apostrof' || form === 'spasi' || form === 'strip' || form === 'akhiran_nol';
}

/** Kecamatan whose sheet of the alat bantu list of 2025 holds the keys as numbers. */
export const typedAsNumbers = '64.02.11';

const harmless: readonly KeyForm[] = ['apostrof', 'spasi', 'strip', 'akhiran_nol'];
const lost: readonly KeyForm[] = ['ilmiah', 'lima_belas', 'kosong'];

/**
 * How a recipient's keys stand in the lists of an aid and year: the same in each of them. Families that only one vintage has keep both keys or
 * lose both, so that whether two rows are one unit never hangs on which key is left.
 */
function formsOf(
  family: Family,
  member: number,
  aid: SampleAid,
  tahun: ListYear
): { nikForm: KeyForm; kkForm: KeyForm } {
  // one sheet of this list was typed into number cells
  if (aid.kode === 'ALAT-BANTU' && tahun === 2025 && family.desa.kecamatan.kode === typedAsNumbers)
    return { nikForm: 'angka', kkForm: 'angka' };
  const index = aids.indexOf(aid) + 10 * (tahun - listYears[0]);
  const chance = ratioOf(family.number, purpose.damage + index);
  const pick = ratioOf(family.number, purpose.form + index);
  const gentle = harmless[Math.floor(pick * harmless.length)]!;
  const harsh = lost[Math.floor(pick * lost.length)]!;
  if (chance < 0.02) return { nikForm: gentle, kkForm: chance < 0.008 ? gentle : 'baik' };
  if (chance < 0.03) return { nikForm: harsh, kkForm: harsh };
  const stays = family.listed[0] && family.listed[1] && member === 0;
  if (chance < 0.04 && stays) return { nikForm: 'baik', kkForm: harsh };
  if (chance < 0.05 && stays) return { nikForm: harsh, kkForm: 'baik' };
  return { nikForm: 'baik', kkForm: 'baik' };
}

/** How a family's place is written, in every list: a few spell the desa in their own way, some that no registry has do not name it. */
function placeOf(family: Family): PlaceForm {
  const chance = ratioOf(family.number, purpose.place);
  if (!family.listed[0] && !family.listed[1] && chance < 0.14) return chance < 0.03 ? 'tanpa' : 'kecamatan';
  return chance > 0.95 ? 'ejaan' : 'desa';
}

const pkhAmounts = [600_000, 750_000, 975_000, 1_100_000];

function rupiahOf(family: Family, aid: SampleAid, bulan: SampleList['bulan']): number {
  const months = bulan === null ? 1 : bulan[1] - bulan[0] + 1;
  if (aid.kode === 'ALAT-BANTU') return devicePrice;
  if (aid.kode === 'PKH') return pkhAmounts[family.number % pkhAmounts.length]!;
  return aid.nilaiSatuan! * (aid.kode === 'KUBE' ? 1 : months);
}
