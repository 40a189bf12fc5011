import { formatMonth } from '$lib/format/date';
import { formatNumber, formatPercent, formatRupiah, formatRupiahShort } from '$lib/format/number';
import { tkdKey } from '$lib/model/cuts/demand';
import type { LineRole } from '$lib/model/cuts/line';
import type { Dropping, Method, Objective, Shock } from '$lib/model/cuts/scenario';
import type { StackConflict } from '$lib/model/cuts/stack';
import { keepLabels } from './cutKeep';
import { cutLabels } from './cutLabels';
import { cutMethods } from './cutRules';
import { shockText, type CutFacts } from './cutSentences';
import type { Language, Text } from './language';

/** Words of keeping, comparing and handing on scenarios. */
export const scenarioLabels = {
  ...keepLabels,
  kept: { id: 'Tersimpan di tab ini', en: 'Kept in this tab' },
  choose: { id: 'Ikut dibandingkan', en: 'To be compared' },
  name: { id: 'Nama', en: 'Name' },
  rename: { id: 'Ganti nama', en: 'Rename' },
  actions: { id: 'Tindakan', en: 'Actions' },
  baseline: { id: 'Pagu apa adanya', en: 'Pagu as it is' },
  present: { id: 'Yang tampak sekarang', en: 'Shown now' },
  scenario: { id: 'Skenario', en: 'Scenario' },
  chooseSome: {
    id: 'Pilih dua atau tiga untuk dibandingkan.',
    en: 'Choose two or three to compare.'
  },
  stack: { id: 'Tumpuk', en: 'Stack' },
  stackHint: {
    id: 'Tumpuk menggabungkan dua skenario tersimpan: penurunan dan keputusan keduanya, dan dari tiap aturan yang lebih ketat.',
    en: 'Stacking joins two kept scenarios: the falls and decisions of both, and of each rule the stricter.'
  },
  working: { id: 'Menghitung skenario …', en: 'Working the scenarios out …' },
  notWorked: {
    id: 'Salah satu skenario tidak dapat dihitung: tidak ada pagu pada bulan itu, atau pemecah persoalan tidak berjalan.',
    en: 'One of the scenarios cannot be worked out: there is no pagu in its month, or the solver does not run.'
  },
  linkShown: { id: 'Tautan ke skenario ini', en: 'Link to this scenario' },
  copyByHand: {
    id: 'Peramban tidak mengizinkan penyalinan: salin tautan di bawah.',
    en: 'The browser does not allow copying: copy the link below.'
  },
  comparison: { id: 'Perbandingan', en: 'Comparison' },
  numbers: { id: 'Angka pokok tiap skenario', en: 'The main numbers of each scenario' },
  inWords: { id: 'Dalam kata-kata', en: 'In words' },
  bySub: { id: 'Potongan menurut sub kegiatan', en: 'Cuts by sub kegiatan' },
  subkegiatan: { id: 'Sub kegiatan', en: 'Sub kegiatan' },
  step: { id: 'Langkah', en: 'Step' },
  change: { id: 'Perubahan potongan', en: 'Change of the cut' },
  wayUnit: { id: 'Rupiah yang dipotong, menurut program', en: 'Rupiah cut, by program' },
  nothingCut: {
    id: 'Tanpa pemotongan: pagu tetap dan tidak ada penerima yang kehilangan bantuan. Dana yang turun belum ditutup.',
    en: 'No cut: the pagu stays and no recipient loses aid. The money that falls is not found.'
  },
  sameCuts: { id: 'Keduanya memotong program yang sama sama besar.', en: 'Both cut the same programs alike.' },
  modelVersion: { id: 'Versi model', en: 'Model version' },
  dataVersion: { id: 'Versi data', en: 'Data version' },
  dataDate: { id: 'Tanggal data', en: 'Date of the data' },
  stage: { id: 'Tahap anggaran', en: 'Budget stage' },
  summary: { id: 'Ringkasan', en: 'Summary' },
  link: { id: 'Tautan', en: 'Link' },
  rule: { id: 'Aturan', en: 'Rule' }
} as const satisfies Record<string, Text>;

/** Said once a scenario is kept. */
export function keptText(nama: string): Text {
  return { id: `“${nama}” disimpan di tab ini.`, en: `“${nama}” is kept in this tab.` };
}

/** Said once scenarios came from a file. */
export function openedText(jumlah: number): Text {
  return {
    id: `${formatNumber(jumlah, 'id')} skenario dibuka dari berkas; tekan “${cutLabels.open.id}” untuk menampilkannya.`,
    en: `${formatNumber(jumlah, 'en')} ${jumlah === 1 ? 'scenario' : 'scenarios'} opened from the file; press “${cutLabels.open.en}” to show one.`
  };
}

/** Said beside a link that mail clients may break: `length` and `most` are characters. */
export function longLinkText(length: number, most: number): Text {
  return {
    id: `Tautan ini ${formatNumber(length, 'id')} huruf, lebih dari ${formatNumber(most, 'id')} yang aman di surel dan pesan. Kirim berkas skenarionya saja.`,
    en: `This link has ${formatNumber(length, 'en')} characters, more than the ${formatNumber(most, 'en')} that mail and messengers keep whole. Send the file of scenarios instead.`
  };
}

/** The sentence above a waterfall: what the second plan cuts against the first; rupiah. */
export function wayTitle({ dari, ke, awal, akhir }: { dari: string; ke: string; awal: number; akhir: number }): Text {
  const more = akhir - awal;
  if (more === 0)
    return { id: `“${ke}” memotong sama banyak dengan “${dari}”`, en: `“${ke}” cuts as much as “${dari}”` };
  const size = (language: Language) => formatRupiahShort(Math.abs(more), language);
  return {
    id: `“${ke}” memotong ${size('id')} lebih ${more > 0 ? 'banyak' : 'sedikit'} daripada “${dari}”`,
    en: `“${ke}” cuts ${size('en')} ${more > 0 ? 'more' : 'less'} than “${dari}”`
  };
}

/** A name that fits below a column: whole words up to about `letters`, without the word PROGRAM that all begin with, and not shouted. */
export function shortName(nama: string, letters = 30): string {
  const plain = nama.replace(/^program\s+/i, '');
  const calm = plain === plain.toUpperCase() ? plain.charAt(0) + plain.slice(1).toLowerCase() : plain;
  if (calm.length <= letters) return calm;
  return `${calm.slice(0, letters + 1).replace(/\s+\S*$/, '')}…`;
}

/** What a scenario is called until the reader names it: what happens, and the method where it is not the usual one. */
export function firstName(facts: Pick<CutFacts, 'scenario' | 'demand'>, language: Language): string {
  const { method } = facts.scenario;
  const shock = shockText(facts)[language];
  const start = shock.charAt(0).toUpperCase() + shock.slice(1);
  return method === 'terbaik' ? start : `${start}, ${cutMethods[method].name[language]}`;
}

/** The step that takes the smaller differences together. */
export function restStep(banyak: number): Text {
  return {
    id: `${formatNumber(banyak, 'id')} program lain`,
    en: `${formatNumber(banyak, 'en')} other ${banyak === 1 ? 'program' : 'programs'}`
  };
}

const parts: Readonly<Record<string, Text>> = {
  tahun: cutLabels.year,
  mulai: cutLabels.mulai,
  bagian: { id: 'Bagian dinas', en: 'The agency’s share' },
  method: cutLabels.how,
  dropping: cutLabels.dropping,
  objective: cutLabels.objective,
  equal: cutLabels.equal,
  role: cutLabels.role,
  cut: cutLabels.byHand,
  allowed: cutLabels.allow,
  locked: cutLabels.lock
};

/** Where two scenarios do not go together, in a sentence. `names` are what the reader calls them, `nameOf` names a source or a line. */
export function conflictText(
  { di, pertama, kedua, dipakai, sebab }: StackConflict,
  names: readonly [string, string],
  nameOf: (kode: string) => string
): Text {
  const { part, subject } = placeOf(di, nameOf);
  const used = names[dipakai === 'pertama' ? 0 : 1];
  const sentence = (language: Language) => {
    const head = [subject, parts[part]?.[language] ?? (subject === '' ? part : '')]
      .filter((one) => one !== '')
      .join(', ');
    const [first, second] = [pertama, kedua].map((value) => valueText(part, value)[language]);
    return language === 'id'
      ? `${head}: “${names[0]}” ${first}, “${names[1]}” ${second}. Yang dipakai “${used}”${sebab === 'lebih_ketat' ? ' karena lebih ketat' : ''}.`
      : `${head}: “${names[0]}” ${first}, “${names[1]}” ${second}. “${used}” holds${sebab === 'lebih_ketat' ? ', being stricter' : ''}.`;
  };
  return { id: sentence('id'), en: sentence('en') };
}

/** `decisions.<line>.cut` and `shocks.<source>` hold codes with points of their own. */
function placeOf(di: string, nameOf: (kode: string) => string): { part: string; subject: string } {
  if (di.startsWith('shocks.')) {
    const kode = di.slice('shocks.'.length);
    return { part: 'shock', subject: kode === tkdKey ? 'TKD' : nameOf(kode) };
  }
  if (!di.startsWith('decisions.')) return { part: di, subject: '' };
  const end = di.lastIndexOf('.');
  return { part: di.slice(end + 1), subject: nameOf(di.slice('decisions.'.length, end)) };
}

function valueText(part: string, value: unknown): Text {
  const both = (of: (language: Language) => string): Text => ({ id: of('id'), en: of('en') });
  switch (part) {
    case 'mulai':
      return both((language) => formatMonth(value as number, language));
    case 'bagian':
      return value === null
        ? { id: 'tidak dipakai', en: 'not used' }
        : both((language) => formatPercent(value as number, language));
    case 'method':
      return cutMethods[value as Method].name;
    case 'dropping':
    case 'objective':
    case 'role':
      return cutLabels[value as Dropping | Objective | LineRole];
    case 'shock':
      return shockWords(value as Shock);
    case 'equal':
    case 'allowed':
      return value === true ? { id: 'ya', en: 'yes' } : { id: 'tidak', en: 'no' };
    case 'cut':
      return both((language) => formatRupiah(value as number, language));
    case 'locked':
      return value === true
        ? { id: 'dikunci', en: 'locked' }
        : both((language) => formatRupiah(value as number, language));
    default:
      return both(() => String(value));
  }
}

function shockWords({ jenis, nilai }: Shock): Text {
  if (nilai === 0) return cutLabels.noChange;
  const size = (language: Language) =>
    jenis === 'persen' ? formatPercent(Math.abs(nilai), language) : formatRupiahShort(Math.abs(nilai), language);
  return nilai > 0
    ? { id: `turun ${size('id')}`, en: `falls by ${size('en')}` }
    : { id: `naik ${size('id')}`, en: `rises by ${size('en')}` };
}
