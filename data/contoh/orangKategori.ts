import type { AidCategory } from '../../src/lib/contract/values';
import type { SampleAid } from './orangBantuan';
import { keeps, type FilledList, type Receipt } from './orangDaftar';
import { ratioOf, type Family } from './orangKeluarga';
import { inPersonFile } from './orangRegistri';

/** Who of the invented people is disabled, as the registry of 2026 knows it; that of 2025 does not ask. */
export type Disabled = (family: Family, member: number) => boolean;

/** Categories that each vintage of the registry knows, older first. */
export const knownCategories: readonly (readonly AidCategory[])[] = [[], ['disabilitas']];

/** Purpose of `ratioOf`: chance to be disabled; one a member. */
const purpose = 700;

/** Most of those who got a device of 2026, and of the others about one in a hundred. */
export function disabledPeople(lists: readonly FilledList[]): Disabled {
  const equipped = new Set(
    lists
      .filter(({ aid, tahun }) => aid.kode === 'ALAT-BANTU' && tahun === 2026)
      .flatMap(({ receipts }) => receipts.map(({ family, member }) => `${family.number} ${member}`))
  );
  return ({ number }, member) =>
    ratioOf(number, purpose + member) < (equipped.has(`${number} ${member}`) ? 0.82 : 0.012);
}

/** Disabled members of a family. */
export function disabledIn(family: Family, isDisabled: Disabled): number {
  return Array.from({ length: family.members }, (_, member) => isDisabled(family, member)).filter(Boolean).length;
}

/** Recipients by what the registry says of their category, and persons of the registry who do not receive. */
export interface CategoryTruth {
  dalam: number;
  /** A person whom a family's rows do not name, while somebody of the family is disabled. */
  ragu: number;
  luar: number;
  /** Rupiah of the recipients above. */
  rupiah: { dalam: number; ragu: number; luar: number };
  sisaDalam: number;
  sisaLuar: number;
}

/** A recipient counted once, with the family the registry has. */
export interface CategoryUnit {
  row: Receipt;
  family: Family | null;
  rupiah: number;
}

/** Whether a vintage knows all categories of an aid, so that it can be judged by them. */
export function isKnownCategory({ kategori }: SampleAid, vintage: 0 | 1): boolean {
  return kategori.length > 0 && kategori.every((one) => knownCategories[vintage]!.includes(one));
}

/** What the registry says of recipients and of everybody in its families, in one region. */
export function categoryTruth(
  units: readonly CategoryUnit[],
  families: readonly Family[],
  isDisabled: Disabled
): CategoryTruth {
  const truth = { dalam: 0, ragu: 0, luar: 0, rupiah: { dalam: 0, ragu: 0, luar: 0 }, sisaDalam: 0, sisaLuar: 0 };
  const received = new Map<Family, { dalam: number; luar: number }>();
  for (const { row, family, rupiah } of units) {
    if (family === null) continue;
    const answer = answerOf(row, family, isDisabled);
    truth[answer]++;
    truth.rupiah[answer] += rupiah;
    const own = received.get(family) ?? { dalam: 0, luar: 0 };
    if (answer !== 'ragu') own[answer]++;
    received.set(family, own);
  }
  for (const family of families) {
    const [disabled, own] = [disabledIn(family, isDisabled), received.get(family)];
    truth.sisaDalam += Math.max(disabled - (own?.dalam ?? 0), 0);
    truth.sisaLuar += Math.max(family.members - disabled - (own?.luar ?? 0), 0);
  }
  return truth;
}

/** Where the registry lists persons, by the person; where it only counts those of a family, by the family. */
function answerOf({ nikForm, member }: Receipt, family: Family, isDisabled: Disabled): 'dalam' | 'ragu' | 'luar' {
  if (disabledIn(family, isDisabled) === 0) return 'luar';
  if (!inPersonFile(family)) return 'dalam';
  if (!keeps(nikForm)) return 'ragu';
  return isDisabled(family, member) ? 'dalam' : 'luar';
}
