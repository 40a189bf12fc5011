import { formatRupiahShort, isKnown } from '$lib/format/number';
import type { Text } from './language';

export interface BridgeFacts {
  /** The first pagu of the year, rupiah. */
  murni: number | null;
  /** Pagu in force, rupiah. */
  berlaku: number | null;
  /** Pagu less realisasi, rupiah; negative when more was spent than appropriated. */
  sisa: number | null;
  /** What is left of that after contracts and obligations, rupiah; negative when more is bound than there is; null when those are not known. */
  bebas: number | null;
}

/** Names of the steps that are not stages, by the keys of the bridge model. */
export const bridgeStepNames = {
  murni: { id: 'APBD murni', en: 'Original budget' },
  pagu: { id: 'Berlaku', en: 'In force' },
  realisasi: { id: 'Realisasi', en: 'Realization' },
  sisa: { id: 'Sisa', en: 'Left' },
  komitmen: { id: 'Kontrak belum dibayar', en: 'Contracts not yet paid' },
  kewajiban: { id: 'Kewajiban lain', en: 'Other obligations' },
  bebas: { id: 'Bebas', en: 'Free' }
} as const satisfies Record<string, Text>;

/** The title of the bridge: from the first pagu to what is still free. */
export function bridgeTitle({ murni, berlaku, sisa, bebas }: BridgeFacts): Text {
  if (!isKnown(murni) || !isKnown(sisa)) {
    return {
      id: 'Dari pagu ke sisa: sebagian langkah belum ada datanya',
      en: 'From pagu to what is left: some steps have no data yet'
    };
  }
  const from = {
    id: `Dari pagu murni ${formatRupiahShort(murni, 'id')}`,
    en: `Of the original pagu of ${formatRupiahShort(murni, 'en')}`
  };
  const change = changeClause(murni, berlaku);
  const left = isKnown(bebas) ? freeClause(bebas) : leftClause(sisa);
  return { id: `${from.id}${change.id}, ${left.id}`, en: `${from.en}${change.en}, ${left.en}` };
}

/** Unpaid obligations (work received, not paid) and unpaid contract value, rupiah: what a percentage of realisasi hides. Null is said. */
export function unpaidSentence({ utang, kontrakSisa }: { utang: number | null; kontrakSisa: number | null }): Text {
  const parts = [
    amountClause(utang, { id: 'kewajiban yang belum dibayar', en: 'in unpaid obligations' }),
    amountClause(kontrakSisa, { id: 'nilai kontrak yang belum dibayar', en: 'in contract value not yet paid' })
  ].filter((part) => part !== null);
  if (utang === null && kontrakSisa === null) {
    return {
      id: 'Kewajiban dan kontrak yang belum dibayar tidak diketahui: datanya belum ada.',
      en: 'Unpaid obligations and contracts are not known: there are no data.'
    };
  }
  if (parts.length === 0)
    return { id: 'Tidak ada kewajiban atau kontrak yang belum dibayar.', en: 'No obligation or contract is unpaid.' };
  return {
    id: `Di samping realisasi ada ${parts.map((part) => part.id).join(' dan ')}.`,
    en: `Beside realization there is ${parts.map((part) => part.en).join(' and ')}.`
  };
}

function amountClause(rupiah: number | null, what: Text): Text | null {
  if (!isKnown(rupiah) || rupiah === 0) return null;
  return { id: `${formatRupiahShort(rupiah, 'id')} ${what.id}`, en: `${formatRupiahShort(rupiah, 'en')} ${what.en}` };
}

function changeClause(murni: number, berlaku: number | null): Text {
  if (!isKnown(berlaku) || berlaku === murni) return { id: '', en: '' };
  const up = berlaku > murni;
  return {
    id: ` yang ${up ? 'naik' : 'turun'} menjadi ${formatRupiahShort(berlaku, 'id')}`,
    en: `, now ${up ? 'up' : 'down'} to ${formatRupiahShort(berlaku, 'en')}`
  };
}

function freeClause(sisa: number): Text {
  if (sisa === 0) return { id: 'tidak ada lagi yang bebas', en: 'nothing is left free' };
  if (sisa < 0) {
    return {
      id: `terikat ${formatRupiahShort(sisa, 'id', 'never')} lebih banyak daripada yang ada`,
      en: `${formatRupiahShort(sisa, 'en', 'never')} more is bound than there is`
    };
  }
  return { id: `${formatRupiahShort(sisa, 'id')} masih bebas`, en: `${formatRupiahShort(sisa, 'en')} is still free` };
}

function leftClause(sisa: number): Text {
  const size = { id: formatRupiahShort(sisa, 'id', 'never'), en: formatRupiahShort(sisa, 'en', 'never') };
  if (sisa === 0) return { id: 'seluruhnya terpakai', en: 'all of it is spent' };
  if (sisa < 0) return { id: `realisasi ${size.id} di atasnya`, en: `spending is ${size.en} above it` };
  return { id: `${size.id} belum terpakai`, en: `${size.en} is not spent yet` };
}
