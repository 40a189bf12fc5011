import { formatDate, formatMonthYear } from '$lib/format/date';
import type { Basis, Measure, NoValue } from '$lib/view/targetingView';
import type { Language, Text } from './language';

/** What a reader calls a measure, and what the literature does. */
export interface MeasureName extends Text {
  formal: Text;
}

const measures: Record<Measure, MeasureName> = {
  ee_choice: {
    id: 'Layak belum terjangkau karena pilihan',
    en: 'Eligible not reached because of the choice',
    formal: { id: 'exclusion error, bagian pilihan', en: 'exclusion error, the part of the choice' }
  },
  ee: {
    id: 'Layak belum terjangkau',
    en: 'Eligible not yet reached',
    formal: { id: 'exclusion error', en: 'exclusion error' }
  },
  ie: {
    id: 'Penerima di luar desil layak',
    en: 'Recipients outside the eligible desil',
    formal: { id: 'inclusion error', en: 'inclusion error' }
  },
  unk: {
    id: 'Penerima belum dapat dinilai',
    en: 'Recipients not yet decided',
    formal: { id: 'unclassified share', en: 'unclassified share' }
  },
  fresh: {
    id: 'Data diverifikasi 12 bulan terakhir',
    en: 'Entries verified in the last 12 months',
    formal: { id: 'kesegaran registri', en: 'freshness of the registry' }
  },
  cov_all: {
    id: 'Penerima dari semua yang terdaftar',
    en: 'Recipients of everybody registered',
    formal: { id: 'programme size', en: 'programme size' }
  },
  desil: {
    id: 'Penerima di satu desil',
    en: 'Recipients in one desil',
    formal: { id: 'cakupan desil', en: 'coverage of the desil' }
  }
};

/** Plain name of a measure, with the formal one beside it. */
export function measureName(measure: Measure): MeasureName {
  return measures[measure];
}

/** Why a value has no number: short, for a cell or after a dash. */
export function lackText(lack: NoValue): Text {
  return lacks[lack];
}

const lacks: Record<NoValue, Text> = {
  disembunyikan: { id: 'disembunyikan', en: 'hidden' },
  khusus: { id: 'dipilih menurut kategori, bukan desil', en: 'chosen by category, not by desil' },
  kategori: { id: 'registri belum memuat kategorinya', en: 'the registry does not know its category yet' },
  registri: { id: 'belum dibandingkan dengan registri', en: 'not compared with a registry' },
  daftar: { id: 'tidak ada daftar penerima', en: 'no list of recipients' },
  layak: { id: 'tidak ada yang layak menurut registri', en: 'nobody is eligible by the registry' },
  penerima: { id: 'tidak ada penerima', en: 'no recipient' },
  keluarga: { id: 'tidak ada keluarga di registri', en: 'no family in the registry' },
  'tidak-diberikan': { id: 'angkanya tidak ada di berkas', en: 'the files do not give it' }
};

/** A version of the registry: `triwulan I 2025`, `Maret 2025`, `tanpa registri`. A code of another kind is shown as it is. */
export function vintageName(vintase: string): Text {
  if (vintase === 'tanpa') return { id: 'tanpa registri', en: 'no registry' };
  const [, tahun, triwulan, bulan] = /^(\d{4})-(?:T([1-4])|(\d{2}))$/.exec(vintase) ?? [];
  if (triwulan !== undefined) {
    const roman = ['I', 'II', 'III', 'IV'][Number(triwulan) - 1];
    return { id: `triwulan ${roman} ${tahun}`, en: `quarter ${triwulan} of ${tahun}` };
  }
  if (bulan === undefined) return { id: vintase, en: vintase };
  return {
    id: formatMonthYear(Number(tahun), Number(bulan), 'id'),
    en: formatMonthYear(Number(tahun), Number(bulan), 'en')
  };
}

/** The registry a list was compared with: `DTSEN triwulan I 2025`. */
export function registryName({ registri, vintase }: Pick<Basis, 'registri' | 'vintase'>): Text {
  const name = vintageName(vintase);
  const prefix = registri === null ? '' : `${registri} `;
  return { id: prefix + name.id, en: prefix + name.en };
}

/** Year and registry for the line above the headline. */
export function yearAndRegistry(tahun: number, basis: Basis | null): Text {
  if (basis === null) return { id: `tahun ${tahun}`, en: `year ${tahun}` };
  const name = registryName(basis);
  return { id: `tahun ${tahun} · ${name.id}`, en: `year ${tahun} · ${name.en}` };
}

/** A period: `2025`, or `Maret 2025` for 2025-03. */
export function formatPeriod(periode: string, language: Language): string {
  const [tahun, bulan] = periode.split('-');
  return bulan === undefined ? periode : formatMonthYear(Number(tahun), Number(bulan), language);
}

/** Which government runs an aid; a word that is not known is shown as it is. */
export function providerName(penyelenggara: string): Text {
  return providers[penyelenggara] ?? { id: penyelenggara, en: penyelenggara };
}

const providers: Readonly<Record<string, Text>> = {
  pusat: { id: 'pemerintah pusat', en: 'central government' },
  provinsi: { id: 'provinsi', en: 'province' },
  kabupaten: { id: 'kabupaten', en: 'regency' },
  desa: { id: 'desa', en: 'desa' }
};

/** What recipients are counted in. */
export function unitName(unit: 'orang' | 'keluarga'): Text {
  return unit === 'orang' ? { id: 'orang', en: 'people' } : { id: 'keluarga', en: 'families' };
}

/** What a list was decided on, in words; empty where the files do not say. */
export function decidedText({ tanggalDaftar }: Basis): Text {
  if (tanggalDaftar === null) return { id: '', en: '' };
  return {
    id: `ditetapkan ${formatDate(tanggalDaftar, 'id')}`,
    en: `decided ${formatDate(tanggalDaftar, 'en')}`
  };
}
