import type { AreaSource } from './reference';

/** A kabupaten or kota of the official list. */
export interface Regency {
  /** Kemendagri code with its dot, e.g. 64.02. */
  kode: string;
  /** `Kabupaten Kutai Kartanegara`, `Kota Kediri`. */
  nama: string;
  kodeProvinsi: string;
  provinsi: string;
}

/** The official list with the names of its provinces, by code. */
export async function readRegencies(
  areas: Pick<AreaSource, 'getRegencies'> & { getProvinces(): Promise<{ code: string; name: string }[]> }
): Promise<Regency[]> {
  const provinces = new Map((await areas.getProvinces()).map(({ code, name }) => [code, name]));
  return (await areas.getRegencies())
    .map(({ code, name, province_code: kodeProvinsi }) => ({
      kode: code,
      nama: name,
      kodeProvinsi,
      provinsi: provinces.get(kodeProvinsi) ?? kodeProvinsi
    }))
    .sort((a, b) => (a.kode < b.kode ? -1 : 1));
}

/** Whether a regency is a kota; the others are kabupaten. */
export function isKota({ nama }: Regency): boolean {
  return /^kota\b/i.test(nama);
}

/** Class of regions a regency is compared with unless tepat.json names another: its own kind in its own province. */
export function defaultPeerClass(regency: Regency): string {
  return `${isKota(regency) ? 'Kota' : 'Kabupaten'} di ${regency.provinsi}`;
}

/** Finds the regencies a text names; built once for the whole list. */
export type NameFinder = (text: string) => Regency[];

/**
 * Looks for names and dotted Kemendagri codes in a text such as `apbd 2024 Kab. Kutai Kartanegara periode 6.xml`. A name that only one
 * kind of regency has needs no prefix (`Surabaya`); one that a kabupaten and a kota share gives both, unless `Kab.` or `Kota` stands
 * before it. Empty where no regency is named, or only a province.
 */
export function nameFinder(regencies: readonly Regency[]): NameFinder {
  const names = new Map<string, Regency[]>();
  for (const regency of regencies) {
    const name = bareName(regency.nama);
    names.set(name, [...(names.get(name) ?? []), regency]);
  }
  const byCode = new Map(regencies.map((regency) => [regency.kode, regency]));
  const closed = new Map([...names].map(([name, list]) => [name.replaceAll(' ', ''), list]));
  return (text) => {
    const coded = [...text.matchAll(/(?<![\d.])\d\d\.\d\d(?![\d.]*\d)/g)].flatMap(([code]) => byCode.get(code) ?? []);
    if (coded.length > 0) return [...new Set(coded)];
    const found = mentions(words(text), names);
    if (found.length > 0) return found;
    return closed.get(remainder(text).replaceAll(' ', '')) ?? [];
  };
}

/** What is left of a text when dates, months and the usual words of such files are taken out: a name nobody knows, or nothing. */
export function remainder(text: string): string {
  return words(text)
    .split(' ')
    .filter((word) => word !== '' && !/^\d+$/.test(word) && !usual.has(word))
    .join(' ');
}

/** Whether a text is about a province as a whole. */
export function namesProvince(text: string): boolean {
  return /\bprov(insi)?\b/.test(words(text));
}

const usual = new Set(
  (
    'apbd tkdd tkd djpk portal data csv xml xls xlsx html lra realisasi anggaran daerah periode bulan tahun per akun rekening kode murni ' +
    'perubahan pergeseran penetapan laporan pemerintah kabupaten kota kab pemda sd s d sampai dengan ke ta tahap rincian pendapatan ' +
    'belanja pembiayaan transfer dana desa sheet tabel lembar ekspor export unduhan download copy salinan final baru januari februari ' +
    'maret april mei juni juli agustus september oktober november desember jan feb mar apr jun jul agu agt sep okt nov des ' +
    'postur komponen menurut dan semester triwulan rp rupiah miliar juta kumulatif bulanan'
  ).split(' ')
);

function words(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function bareName(nama: string): string {
  return words(nama).replace(/^(kabupaten|kota)( administrasi)? /, '');
}

interface Mention {
  start: number;
  end: number;
  found: Regency[];
}

function mentions(text: string, names: ReadonlyMap<string, readonly Regency[]>): Regency[] {
  const padded = ` ${text} `;
  const all: Mention[] = [];
  for (const [name, list] of names) {
    for (let at = padded.indexOf(` ${name} `); at >= 0; at = padded.indexOf(` ${name} `, at + 1)) {
      const before = /(\w+)$/.exec(padded.slice(0, at))?.[1] ?? '';
      const end = at + name.length + 1;
      if (/^prov(insi)?$/.test(before)) continue;
      all.push({ start: at, end, found: ofKind(list, before) });
    }
  }
  // "Bengkulu Utara" is not also Bengkulu
  const widest = all.filter((one) => !all.some((other) => other !== one && covers(other, one)));
  return [...new Set(widest.flatMap(({ found }) => found))];
}

/** Kabupaten or kota, where the word before the name says which. */
function ofKind(list: readonly Regency[], before: string): Regency[] {
  if (/^kota(madya)?$/.test(before)) return list.filter(isKota);
  if (/^kab(upaten)?$/.test(before)) return list.filter((regency) => !isKota(regency));
  return [...list];
}

function covers(wide: Mention, narrow: Mention): boolean {
  return wide.start <= narrow.start && wide.end >= narrow.end && wide.end - wide.start > narrow.end - narrow.start;
}
