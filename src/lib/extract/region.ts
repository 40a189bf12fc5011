import type { Origin } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import type { RegionCodes } from './referenceData';

/** Provinces that BPS and Kemendagri number differently; every other province has the same two digits in both. */
const provinceOfBps: Readonly<Record<string, string>> = {
  '91': '92',
  '92': '96',
  '94': '91',
  '95': '93',
  '96': '94',
  '97': '95'
};

/** Anything that stands in a row of a file. */
interface Located {
  origin: Origin;
}

/** A region's code as the columns of a row give it. */
export interface GivenRegion {
  kode_wilayah?: unknown;
  /** From a column that does not say whose code it is. */
  wilayah?: unknown;
  kode_bps?: unknown;
  kode_djpk?: unknown;
}

/**
 * The Kemendagri code of a region, or why there is none. A bare `6402` in a column that does not say whose code it is means one
 * regency to Kemendagri and another to BPS: it is asked about, unless tepat.json says `sistem_kode`. `6400` is BPS's form of a province.
 */
export function findRegion(
  given: GivenRegion,
  system: 'bps' | 'kemendagri' | 'djpk' | undefined,
  regions: readonly RegionCodes[],
  fact: Located
): string | Problem {
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  const bare = text(given.wilayah);
  const kemendagri =
    text(given.kode_wilayah) ??
    (bare !== null && system !== 'djpk' && (bare.includes('.') || system === 'kemendagri') ? bare : null);
  if (kemendagri !== null) return dotted(kemendagri) ?? unknown(fact, kemendagri);
  const bps = text(given.kode_bps) ?? (bare !== null && (system === 'bps' || /^\d\d00$/.test(bare)) ? bare : null);
  if (bps !== null) return ofBps(bps, regions) ?? unknown(fact, bps);
  const djpk = text(given.kode_djpk) ?? (system === 'djpk' ? bare : null);
  if (djpk !== null) return regions.find(({ kodeDjpk }) => kodeDjpk === djpk)?.kode ?? unknown(fact, djpk);
  return bare !== null && /^\d{4}$/.test(bare) ? ambiguous(fact, bare) : unknown(fact, bare ?? '');
}

/** `64.02.06` as it is, `640206` with its dots; null when it has no region's shape. */
function dotted(kode: string): string | null {
  if (/^\d\d(\.\d\d){0,2}$|^\d\d\.\d\d\.\d\d\.\d{4}$/.test(kode)) return kode;
  const parts = /^(\d\d)(\d\d)?(\d\d)?(\d{4})?$/.exec(kode);
  return parts === null
    ? null
    : parts
        .slice(1)
        .filter((part) => part !== undefined)
        .join('.');
}

function ofBps(kode: string, regions: readonly RegionCodes[]): string | null {
  const listed = regions.find(({ kodeBps }) => kodeBps === kode)?.kode;
  if (listed !== undefined) return listed;
  const province = /^(\d\d)(00)?$/.exec(kode)?.[1];
  return province === undefined ? null : (provinceOfBps[province] ?? province);
}

function ambiguous({ origin: { file, sheet, row } }: Located, value: string): Problem {
  return {
    kind: 'question',
    code: 'region-system',
    place: { file, sheet, row, value },
    message: {
      id: 'kode wilayah tanpa titik ini berarti wilayah lain di Kemendagri dan di BPS; baris dengan kode ini belum diimpor.',
      en: 'this region code without dots means one region to Kemendagri and another to BPS; rows with it are not imported yet.'
    },
    fix: { id: 'Tetapkan "sistem_kode" di tepat.json.', en: 'Set "sistem_kode" in tepat.json.' },
    tepatJson: `${JSON.stringify(file)}: { "sistem_kode": "kemendagri" }`
  };
}

function unknown({ origin: { file, sheet, row } }: Located, value: string): Problem {
  return {
    kind: 'reject',
    code: 'region',
    place: { file, sheet, row, value },
    message: {
      id: 'kode wilayah tidak dikenal; baris dengan kode ini tidak diimpor.',
      en: 'the region code is not known; rows with it are not imported.'
    },
    fix: {
      id: 'Pakai kode Kemendagri dengan titik (64.02), atau tambahkan padanannya di data/rujukan/kode_wilayah.csv.',
      en: 'Use the Kemendagri code with dots (64.02), or add its counterpart to data/rujukan/kode_wilayah.csv.'
    }
  };
}
