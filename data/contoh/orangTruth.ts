import { aids, type SampleAid } from './orangBantuan';
import { categoryTruth, disabledPeople, isKnownCategory, type CategoryTruth, type Disabled } from './orangKategori';
import { keeps, type FilledList, type Receipt } from './orangDaftar';
import { dayNumber, isoDay, vintages, type Family } from './orangKeluarga';
import { inPersonFile } from './orangRegistri';

/** Who is reached in one region: a row of `sasaran` before anything is hidden. Counts are in the aid's unit, money is rupiah. */
export interface TargetTruth {
  tahun: number;
  /** `2025` or `2025-03`: a list of several months counts in its last. */
  periode: string;
  /** `SEMUA` for distinct families over all aid. */
  kodeBantuan: string;
  vintase: string;
  /** Desa, kecamatan or the regency; each counted from the units, never added up. */
  kodeWilayah: string;
  /** Last day on which a list of the period was decided, as far as the files say; null where they do not. */
  tanggalDaftar: string | null;
  penerima: number;
  /** Recipients by desil 1-10; index 0 is without a desil. Those not in the registry are in none. */
  menurutDesil: number[];
  tidakTercatat: number;
  /** Families of the registry by desil that do not receive; null for aid by category or by person. */
  bukanPenerima: number[] | null;
  /** Recipients and others by category, where the vintage knows the categories of the aid; else null. */
  kategori: CategoryTruth | null;
  barisGanda: number;
  /** Rupiah by desil of the recipient, as `menurutDesil`; without repeated rows. */
  rupiahMenurutDesil: number[];
  rupiahTidakTercatat: number;
  rupiahGanda: number;
}

/** The registry in one region and vintage. */
export interface RegistryTruth {
  vintase: string;
  kodeWilayah: string;
  /** Families and persons by desil 1-10; index 0 is without a desil. */
  keluarga: number[];
  jiwa: number[];
  tanpaTanggal: number;
  /** Families verified at most 365 days before the as-of date. */
  segar: number;
  /** Families verified after the as-of date: slips of the pen. */
  tanggalDepan: number;
}

/** What the people files say, from the generator's own knowledge of who is who. */
export interface PeopleTruth {
  sasaran: TargetTruth[];
  registri: RegistryTruth[];
  /** Rows and rupiah of each list as they stand, repeated rows too. */
  daftar: { kodeBantuan: string; periode: string; baris: number; rupiah: number }[];
}

type Vintage = 0 | 1;

/** A unit counted once: its family where the registry of the vintage has it, and the finest region it belongs to. */
interface Unit {
  /** The first of its rows. */
  row: Receipt;
  family: Family | null;
  kodeWilayah: string;
  rupiah: number;
}

/** The ages of a vintage that another has replaced are counted to the last day on which it held. */
const lastDayOfFirst = isoDay(dayNumber(vintages[1].berlakuSejak) - 1);

/** The numbers behind the people files. `asOf` is the date to which ages of the last vintage are counted, `YYYY-MM-DD`. */
export function peopleTruth(families: readonly Family[], lists: readonly FilledList[], asOf: string): PeopleTruth {
  const years = [...new Set(lists.map(({ tahun }) => tahun))];
  const own = ([0, 1] as const).map((vintage) => byRegion(families.filter(({ listed }) => listed[vintage])));
  const regions = [...new Set(families.flatMap(({ desa }) => upwards(desa.kode)))].sort();
  const registri = regions.flatMap((kode) =>
    ([0, 1] as const).map((vintage) =>
      registryOf(kode, vintage, own[vintage]!.get(kode) ?? [], vintage === 0 ? lastDayOfFirst : asOf)
    )
  );
  const isDisabled = disabledPeople(lists);
  const registries = vintages.map(
    ({ kode }) =>
      new Map(
        registri.filter(({ vintase }) => vintase === kode).map(({ kodeWilayah, keluarga }) => [kodeWilayah, keluarga])
      )
  );
  const count = (part: readonly FilledList[], periode: string, aid: SampleAid | null): TargetTruth[] =>
    counted(part, { periode, aid, regions, registries, own, isDisabled });
  const sasaran = years.flatMap((tahun) => {
    const ofYear = lists.filter((list) => list.tahun === tahun);
    const single = aids.flatMap((aid) => {
      const ofAid = ofYear.filter((list) => list.aid === aid);
      const monthly = ofAid.filter(({ bulan }) => bulan !== null).flatMap((list) => count([list], periodOf(list), aid));
      return [...monthly, ...count(ofAid, String(tahun), aid)];
    });
    return [...single, ...count(ofYear, String(tahun), null)];
  });
  return {
    sasaran,
    registri,
    daftar: lists.map((list) => ({
      kodeBantuan: list.aid.kode,
      periode: periodOf(list),
      baris: list.receipts.length,
      rupiah: sum(list.receipts.map(({ rupiah }) => rupiah))
    }))
  };
}

/** `2025-03` for a list that ends in March, `2025` for one of the whole year. */
export function periodOf({ tahun, bulan }: Pick<FilledList, 'tahun' | 'bulan'>): string {
  return bulan === null ? String(tahun) : `${tahun}-${String(bulan[1]).padStart(2, '0')}`;
}

interface Frame {
  periode: string;
  /** Null for all aid merged into families. */
  aid: SampleAid | null;
  regions: readonly string[];
  /** Families of the registry by region and desil, for each vintage. */
  registries: readonly ReadonlyMap<string, readonly number[]>[];
  /** Families of each vintage by region. */
  own: readonly ReadonlyMap<string, readonly Family[]>[];
  isDisabled: Disabled;
}

function counted(
  lists: readonly FilledList[],
  { periode, aid, regions, registries, own, isDisabled }: Frame
): TargetTruth[] {
  const vintage: Vintage = lists.some((list) => decided(list) >= vintages[1].berlakuSejak) ? 1 : 0;
  const { units, extra } = unitsOf(lists, aid?.unit ?? 'keluarga', vintage);
  const said = lists.flatMap(({ tanggalDaftar }) => tanggalDaftar ?? []).sort();
  const frame = {
    tahun: lists[0]!.tahun,
    periode,
    kodeBantuan: aid?.kode ?? 'SEMUA',
    vintase: vintages[vintage].kode,
    tanggalDaftar: said.at(-1) ?? null
  };
  const rows = new Map(regions.map((kodeWilayah) => [kodeWilayah, { ...frame, kodeWilayah, ...nobody() }]));
  for (const { family, kodeWilayah, rupiah } of units.values()) {
    for (const kode of upwards(kodeWilayah)) addUnit(rows.get(kode)!, family ? family.desil[vintage] : null, rupiah);
  }
  for (const { kodeWilayah, rupiah } of extra) {
    for (const kode of upwards(kodeWilayah)) {
      const row = rows.get(kode)!;
      row.barisGanda++;
      row.rupiahGanda += rupiah;
    }
  }
  const missable = aid === null || (aid.populasi === 'desil' && aid.unit === 'keluarga');
  // every unit that the registry has is a family of it, so those that are left do not receive
  const others = (row: TargetTruth): number[] =>
    registries[vintage]!.get(row.kodeWilayah)!.map((all, desil) => all - row.menurutDesil[desil]!);
  if (aid !== null && isKnownCategory(aid, vintage)) {
    const within = (kode: string) => [...units.values()].filter(({ kodeWilayah }) => kodeWilayah.startsWith(kode));
    for (const row of rows.values())
      row.kategori = categoryTruth(within(row.kodeWilayah), own[vintage]!.get(row.kodeWilayah) ?? [], isDisabled);
  }
  return [...rows.values()].map((row) => (missable ? { ...row, bukanPenerima: others(row) } : row));
}

type Counts = Omit<TargetTruth, 'tahun' | 'periode' | 'kodeBantuan' | 'vintase' | 'kodeWilayah' | 'tanggalDaftar'>;

function nobody(): Counts {
  return {
    ...{ penerima: 0, menurutDesil: zeros(), tidakTercatat: 0, bukanPenerima: null, kategori: null, barisGanda: 0 },
    ...{ rupiahMenurutDesil: zeros(), rupiahTidakTercatat: 0, rupiahGanda: 0 }
  };
}

/** Adds a unit to the row of a region; a desil of null is a unit that the registry does not have. */
function addUnit(row: TargetTruth, desil: number | null, rupiah: number): void {
  row.penerima++;
  if (desil === null) {
    row.tidakTercatat++;
    row.rupiahTidakTercatat += rupiah;
  } else {
    row.menurutDesil[desil]!++;
    row.rupiahMenurutDesil[desil]! += rupiah;
  }
}

function zeros(): number[] {
  return Array.from({ length: 11 }, () => 0);
}

/** The day by which a list's vintage is chosen: the one it says, else the last of its period. */
function decided({ tanggalDaftar, tahun, bulan }: FilledList): string {
  return tanggalDaftar ?? new Date(Date.UTC(tahun, bulan?.[1] ?? 12, 0)).toISOString().slice(0, 10);
}

/** Distinct units over lists; a row of a unit that its own list already has is extra. */
function unitsOf(
  lists: readonly FilledList[],
  unit: SampleAid['unit'],
  vintage: Vintage
): { units: Map<string, Unit>; extra: Unit[] } {
  const units = new Map<string, Unit>();
  const extra: Unit[] = [];
  lists.forEach((list, which) => {
    const here = new Set<string>();
    list.receipts.forEach((row, i) => {
      const family = isKnown(row, vintage) ? row.family : null;
      const alone = `baris ${which} ${i}`;
      const ofFamily = (family ? `keluarga ${family.number}` : familyOf(row)) ?? alone;
      const ofPerson = personOf(row) ?? alone;
      const id = unit === 'orang' ? ofPerson : ofFamily;
      // a second row is one of the same unit of the aid, also where all aid is merged into families
      const twice = list.aid.unit === 'orang' ? ofPerson : ofFamily;
      const found = { row, family, kodeWilayah: family?.desa.kode ?? placeOf(row), rupiah: row.rupiah };
      const before = units.get(id);
      if (here.has(twice)) extra.push(found);
      else if (before) before.rupiah += row.rupiah;
      else units.set(id, found);
      here.add(twice);
    });
  });
  return { units, extra };
}

/** Whether the registry of a vintage can be asked for the row: by the family's number, or by the person's where it has that person. */
function isKnown({ family, member, kkForm, nikForm, newKk }: Receipt, vintage: Vintage): boolean {
  if (!family.listed[vintage]) return false;
  const person = member === 0 || (vintage === 1 && inPersonFile(family));
  return (keeps(kkForm) && !newKk) || (keeps(nikForm) && person);
}

/** Without a number of their own a person is somebody of their family, the same one in every list of the year. */
function personOf({ nik, kk, nikForm, kkForm }: Receipt): string | null {
  return keeps(nikForm) ? `nik ${nik}` : keeps(kkForm) ? `kk ${kk}` : null;
}

function familyOf({ nik, kk, nikForm, kkForm }: Receipt): string | null {
  return keeps(kkForm) ? `kk ${kk}` : keeps(nikForm) ? `nik ${nik}` : null;
}

/** The finest region that the row of an unmatched recipient names. */
function placeOf({ family, place }: Receipt): string {
  if (place === 'tanpa') return '64.02';
  return place === 'kecamatan' ? family.desa.kecamatan.kode : family.desa.kode;
}

/** Families by the regions they lie in. */
function byRegion(families: readonly Family[]): Map<string, Family[]> {
  const groups = new Map<string, Family[]>();
  for (const family of families) {
    for (const kode of upwards(family.desa.kode)) {
      (groups.get(kode) ?? groups.set(kode, []).get(kode)!).push(family);
    }
  }
  return groups;
}

/** A region and those above it, up to the regency. */
function upwards(kode: string): string[] {
  return [kode, kode.slice(0, 8), kode.slice(0, 5)].filter((one, i, all) => all.indexOf(one) === i);
}

function byDesil(families: readonly Family[], vintage: Vintage, amountOf: (family: Family) => number): number[] {
  const amounts = zeros();
  for (const family of families) amounts[family.desil[vintage]]! += amountOf(family);
  return amounts;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function registryOf(kodeWilayah: string, vintage: Vintage, own: readonly Family[], asOf: string): RegistryTruth {
  const ages = own.flatMap(({ verified }) => (verified[vintage] === null ? [] : dayNumber(asOf) - verified[vintage]));
  return {
    vintase: vintages[vintage].kode,
    kodeWilayah,
    keluarga: byDesil(own, vintage, () => 1),
    jiwa: byDesil(own, vintage, ({ members }) => members),
    tanpaTanggal: own.length - ages.length,
    segar: ages.filter((age) => age >= 0 && age <= 365).length,
    tanggalDepan: ages.filter((age) => age < 0).length
  };
}
