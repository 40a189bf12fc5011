import { formatRupiahShort, isKnown } from '$lib/format/number';
import type { Text } from './language';

export interface BridgeFacts {
  /** The first pagu of the year, rupiah. */
  murni: number | null;
  /** Pagu in force, rupiah. */
  berlaku: number | null;
  /** What is left after realisasi and everything bound, rupiah; negative when more is bound than there is. */
  sisa: number | null;
}

/** The title of the bridge: from the first pagu to what is still free. */
export function bridgeTitle({ murni, berlaku, sisa }: BridgeFacts): Text {
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
  const left = leftClause(sisa);
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

function leftClause(sisa: number): Text {
  if (sisa === 0) return { id: 'tidak ada lagi yang bebas', en: 'nothing is left free' };
  if (sisa < 0) {
    return {
      id: `terikat ${formatRupiahShort(sisa, 'id', 'never')} lebih banyak daripada yang ada`,
      en: `${formatRupiahShort(sisa, 'en', 'never')} more is bound than there is`
    };
  }
  return { id: `${formatRupiahShort(sisa, 'id')} masih bebas`, en: `${formatRupiahShort(sisa, 'en')} is still free` };
}
