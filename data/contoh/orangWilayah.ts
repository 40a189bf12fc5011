import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { between } from './random';
import { compare } from './tables';

/** How well the registry of a desa is kept. */
export type Upkeep = 'segar' | 'sedang' | 'lama' | 'tidak_pernah';

/** What a desa is there to show; most show nothing but chance. */
export type DesaStory =
  | 'biasa'
  /** Families in need, and nobody on any list. */
  | 'tanpa_penerima'
  /** No family in desil 1-4. */
  | 'tanpa_layak'
  /** Fewer than ten families. */
  | 'kecil'
  /** Aid goes to others although families in need live there. */
  | 'terlewat'
  /** Those in need are reached, and many others with them. */
  | 'melebar'
  /** Hardly anybody outside the eligible desil receives. */
  | 'tepat';

/** A desa or kelurahan of the home regency with what the sample invents about it. */
export interface SampleDesa {
  /** Kemendagri code, `64.02.06.1001`. */
  kode: string;
  nama: string;
  kecamatan: { kode: string; nama: string };
  story: DesaStory;
  upkeep: Upkeep;
  /** Families in the registry, about. */
  families: number;
  /** From -1 (few poor) to 1 (many): how far the mix of desil leans. */
  lean: number;
}

const home = '64.02';

/** Desa with a story of their own; everything else is in `biasa`. */
const stories: Readonly<Record<string, DesaStory>> = {
  '64.02.12.2013': 'tanpa_penerima',
  '64.02.06.1004': 'tanpa_layak',
  '64.02.18.2007': 'kecil',
  '64.02.12.2015': 'kecil',
  '64.02.07.2004': 'terlewat',
  '64.02.11.2009': 'terlewat',
  '64.02.16.2011': 'terlewat',
  '64.02.03.2005': 'melebar',
  '64.02.10.2006': 'melebar',
  '64.02.02.2008': 'melebar',
  '64.02.05.2004': 'tepat',
  '64.02.17.2003': 'tepat'
};

/** Kecamatan whose registry nobody has kept since 2022, and one where much is old. */
const neglected = '64.02.12';
const old = ['64.02.01', '64.02.18', '64.02.09'];

/** Every desa and kelurahan of the home regency, by code; codes and names are the official ones. */
export function sampleDesa(): SampleDesa[] {
  const kecamatan = new Map(areas('districts').map(([kode = '', , nama = '']) => [kode, nama]));
  return areas('villages')
    .map(([kode = '', parent = '', nama = '']) =>
      desaOf(kode, nama, { kode: parent, nama: kecamatan.get(parent) ?? '' })
    )
    .toSorted((a, b) => compare(a.kode, b.kode));
}

/** Rows of an official table that lie in the home regency: code, code above, name. */
function areas(table: 'districts' | 'villages'): string[][] {
  const root = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'));
  return readFileSync(join(root, 'data', `${table}.csv`), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${home}.`))
    .map((line) => line.trim().split(','));
}

function desaOf(kode: string, nama: string, kecamatan: SampleDesa['kecamatan']): SampleDesa {
  const story = stories[kode] ?? 'biasa';
  const kelurahan = /\.1\d{3}$/.test(kode);
  const remote = [neglected, ...old].includes(kecamatan.kode);
  const usual = between(170, 620, kode, 'keluarga') * (kelurahan ? 1.6 : remote ? 0.55 : 1);
  return {
    kode,
    nama,
    kecamatan,
    story,
    upkeep: story === 'kecil' ? 'sedang' : upkeepOf(kode, kecamatan.kode),
    families: story === 'kecil' ? (kode === '64.02.18.2007' ? 6 : 8) : Math.round(usual),
    lean: Math.max(-1, Math.min(1, between(-0.8, 0.5, kode, 'condong') + (remote ? 0.55 : kelurahan ? 0 : 0.25)))
  };
}

function upkeepOf(kode: string, kecamatan: string): Upkeep {
  const chance = between(0, 1, kode, 'pemutakhiran');
  if (kecamatan === neglected) return chance < 0.55 ? 'tidak_pernah' : 'lama';
  if (old.includes(kecamatan)) return chance < 0.7 ? 'lama' : 'sedang';
  if (chance < 0.015) return 'tidak_pernah';
  return chance < 0.16 ? 'lama' : chance < 0.62 ? 'sedang' : 'segar';
}
