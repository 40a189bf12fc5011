import { budgetComponent, regionalSources } from '$lib/contract/component';
import { isStage, stageName } from '$lib/contract/stage';
import type { Text } from './language';

const folded: Readonly<Record<string, Text>> = {
  jumlah: { id: 'Seluruh pendapatan', en: 'All revenue' },
  dbh: { id: 'DBH', en: 'Revenue sharing (DBH)' },
  dau: { id: 'DAU', en: 'General allocation (DAU)' },
  dak: { id: 'DAK', en: 'Special allocation (DAK)' },
  PAD: { id: 'PAD', en: 'Own-source revenue (PAD)' },
  TKD: { id: 'TKD', en: 'Central transfers (TKD)' },
  TRANSFER_DAERAH: { id: 'Transfer antar daerah', en: 'Transfers between regions' },
  LAIN: { id: 'Pendapatan lain', en: 'Other revenue' },
  SILPA: { id: 'SiLPA', en: 'Surplus carried over (SiLPA)' }
};

const short: Readonly<Record<string, Text>> = {
  dbh_pajak: { id: 'DBH pajak', en: 'DBH from taxes' },
  dbh_sda: { id: 'DBH sumber daya alam', en: 'DBH from natural resources' },
  dau_block: { id: 'DAU bebas', en: 'free DAU' },
  dau_ditentukan: { id: 'DAU yang ditentukan', en: 'earmarked DAU' },
  dak_fisik: { id: 'DAK fisik', en: 'physical DAK' },
  dak_nonfisik: { id: 'DAK nonfisik', en: 'non-physical DAK' },
  dbh: { id: 'DBH', en: 'DBH' },
  dau: { id: 'DAU', en: 'DAU' },
  dak: { id: 'DAK', en: 'DAK' },
  PAD: { id: 'PAD', en: 'PAD' },
  TKD: { id: 'TKD', en: 'TKD' }
};

/** Name of a component, or of the family, group or total that stands for several, for a table or legend. A key that is none is its own name. */
export function componentName(komponen: string): Text {
  return folded[komponen] ?? budgetComponent(komponen)?.name ?? { id: komponen, en: komponen };
}

/** The same within a sentence: shorter, and small letters but for abbreviations. */
export function componentPhrase(komponen: string): Text {
  const name = short[komponen] ?? componentName(komponen);
  return { id: lowered(name.id), en: lowered(name.en) };
}

/** A publisher and dataset as a reader sees it. */
export function sourceName(sumber: string): Text {
  return regionalSources.find((source) => source.sumber === sumber)?.name ?? { id: sumber, en: sumber };
}

/** A stage of a regional budget; a word that is none is its own name, and no stage says so. */
export function budgetStageName(tahap: string | null): Text {
  if (tahap === null) return { id: 'tahap tidak disebut', en: 'stage not named' };
  return isStage(tahap) ? stageName(tahap) : { id: tahap, en: tahap };
}

/** Columns of a budget within a sentence. */
export const ukuranNames: Readonly<Record<'anggaran' | 'realisasi', Text>> = {
  anggaran: { id: 'anggaran', en: 'budget' },
  realisasi: { id: 'realisasi', en: 'realised' }
};

/** `Pajak daerah` becomes `pajak daerah`; `DBH`, `Rp` and `SiLPA` stay. */
function lowered(text: string): string {
  return /^[A-Z][a-z]+( |$|,)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
