import type { Text } from '$lib/text/language';

/** The numbered stages leave room for this many pergeseran before the perubahan. */
const maxShift = 97;

const fixed: Record<string, { order: number; sah: boolean; name: Text }> = {
  'kua-ppas': { order: -20, sah: false, name: { id: 'KUA-PPAS', en: 'Budget policy draft (KUA-PPAS)' } },
  rapbd: { order: -10, sah: false, name: { id: 'Rancangan APBD', en: 'Draft budget' } },
  murni: { order: 0, sah: true, name: { id: 'APBD murni', en: 'Original budget' } },
  'kupa-ppas': { order: 980, sah: false, name: { id: 'KUPA-PPAS', en: 'Amendment policy draft (KUPA-PPAS)' } },
  'rapbd-perubahan': { order: 990, sah: false, name: { id: 'Rancangan APBD Perubahan', en: 'Draft amended budget' } },
  perubahan: { order: 1000, sah: true, name: { id: 'APBD Perubahan', en: 'Amended budget' } }
};

interface Shift {
  number: number;
  afterAmendment: boolean;
}

/** True for the words a `tahap` column may hold: `murni`, `pergeseran-1` … `-97`, `perubahan`, `pergeseran-setelah-perubahan-1` …, and the drafts. */
export function isStage(tahap: string): boolean {
  return Object.hasOwn(fixed, tahap) || shiftOf(tahap) !== null;
}

/**
 * The order in which stages follow each other within a year, as `urutan_tahap` holds it: murni 0, pergeseran-n 10n, perubahan 1000,
 * pergeseran-setelah-perubahan-n 1000 + 10n; drafts stand just before the stage they become. Throws an Error for any other word.
 */
export function stageOrder(tahap: string): number {
  if (Object.hasOwn(fixed, tahap)) return fixed[tahap]!.order;
  const shift = shiftOf(tahap);
  if (shift === null) throw new Error(unknown(tahap));
  return shift.number * 10 + (shift.afterAmendment ? 1000 : 0);
}

/** Whether figures of this stage may be treated as legally in force once it is enacted (`sah`); false for drafts. Throws as `stageOrder` does. */
export function stageMayBeInForce(tahap: string): boolean {
  if (!isStage(tahap)) throw new Error(unknown(tahap));
  return fixed[tahap]?.sah ?? true;
}

/** The name of a stage as a reader sees it. Throws an Error for a word that is no stage. */
export function stageName(tahap: string): Text {
  if (Object.hasOwn(fixed, tahap)) return fixed[tahap]!.name;
  const shift = shiftOf(tahap);
  if (shift === null) throw new Error(unknown(tahap));
  return shift.afterAmendment
    ? {
        id: `Pergeseran ke-${shift.number} setelah APBD Perubahan`,
        en: `Reallocation ${shift.number} after the amended budget`
      }
    : { id: `Pergeseran ke-${shift.number}`, en: `Reallocation ${shift.number}` };
}

function shiftOf(tahap: string): Shift | null {
  const match = /^pergeseran-(setelah-perubahan-)?([1-9]\d?)$/.exec(tahap);
  if (match === null) return null;
  const number = Number(match[2]);
  return number > maxShift ? null : { number, afterAmendment: match[1] !== undefined };
}

function unknown(tahap: string): string {
  return `tahap "${tahap}" is no stage. Use murni, pergeseran-1, …, perubahan or pergeseran-setelah-perubahan-1, ….`;
}
