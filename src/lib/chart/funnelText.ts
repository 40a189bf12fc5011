import { formatNumber } from '$lib/format/number';
import { unplaced, type FunnelKey, type FunnelPoint } from './funnel';
import type { Language, Text } from '$lib/text/language';

/** Words on a funnel. */
export const funnelText = {
  within: {
    id: 'tidak dapat dibedakan dari rata-rata',
    en: 'cannot be told apart from the average'
  },
  '95': { id: 'batas 95 %', en: '95% limits' },
  '998': { id: 'batas 99,8 %', en: '99.8% limits' },
  kabupaten: { id: 'kabupaten', en: 'regency' },
  tinggi: { id: 'di atas batas', en: 'above the limits' },
  rendah: { id: 'di bawah batas', en: 'below the limits' },
  read: { id: 'Baca per titik: arahkan atau pakai tombol panah', en: 'Read by dot: point or use the arrow keys' }
} as const satisfies Record<string, Text>;

/** The key of a funnel: only what it shows, and what it cannot show and why. */
export function funnelKey(
  points: readonly FunnelPoint[],
  hasLimits: boolean,
  language: Language
): { kind: FunnelKey['kind']; text: string }[] {
  const { hidden, missing } = unplaced(points);
  const kinds = [
    ...(hasLimits ? (['within'] as const) : []),
    ...(['tinggi', 'rendah'] as const).filter((side) => points.some(({ flag }) => flag === side)),
    ...(hasLimits ? (['998', '95'] as const) : [])
  ];
  const absent = notDrawn(hidden, missing, language);
  return [
    ...kinds.map((kind) => ({ kind, text: funnelText[kind][language] })),
    ...(absent === '' ? [] : [{ kind: 'absent' as const, text: absent }])
  ];
}

function notDrawn(hidden: number, missing: number, language: Language): string {
  const parts = [
    ...(hidden === 0 ? [] : [`${formatNumber(hidden, language)} ${language === 'id' ? 'disembunyikan' : 'hidden'}`]),
    ...(missing === 0
      ? []
      : [`${formatNumber(missing, language)} ${language === 'id' ? 'tanpa angka' : 'without a figure'}`])
  ];
  return parts.length === 0 ? '' : `${language === 'id' ? 'tidak digambar' : 'not drawn'}: ${parts.join(', ')}`;
}
