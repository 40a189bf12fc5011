import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatReleases, releaseFiles, releaseId, releaseListFile, type Release } from '$lib/contract/release';
import { readReleases } from '$lib/server/releases';
import { makeFolder, sha256 } from './files';

/** An extract that may become a release. */
export interface Candidate {
  folder: string;
  judul: string;
  contoh: boolean;
  per_tanggal: string | null;
  sha256: string;
  sha256_kualitas: string;
  tabel: Release['tabel'];
}

/** Reads what a release says of an extract from its two JSON files. */
export function readCandidate(folder: string): Candidate {
  const text = (name: string): Buffer => readFileSync(join(folder, name));
  const [manifest, quality] = [text('datapackage.json'), text('kualitas.json')];
  const { judul, contoh, per_tanggal } = JSON.parse(quality.toString('utf8')) as Candidate;
  const { resources } = JSON.parse(manifest.toString('utf8')) as {
    resources: { name: string; hash: string; rowCount: number; bytes: number }[];
  };
  const tabel = resources.map(({ name, hash, rowCount: rows, bytes }) => [
    name,
    { sha256: hash.replace(/^sha256:/, ''), rows, bytes }
  ]);
  return {
    folder,
    judul,
    contoh,
    per_tanggal,
    sha256: sha256(manifest),
    sha256_kualitas: sha256(quality),
    tabel: Object.fromEntries(tabel) as Release['tabel']
  };
}

/** What is wrong with a folder of releases, one sentence each: a file that changed or is gone, and folders that no list names. */
export function releaseProblems(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const releases = readReleases(folder);
  const damaged = releases.flatMap((release) =>
    Object.entries(releaseFiles(release)).flatMap(([name, wanted]) => {
      const path = join(release.folder, name);
      if (!existsSync(path)) return [`rilis/${release.id}/${name} tidak ada lagi.`];
      return sha256(readFileSync(path)) === wanted ? [] : [`rilis/${release.id}/${name} berubah sesudah terbit.`];
    })
  );
  return [...damaged, ...releases.flatMap(strangers), ...unlisted(folder, releases)];
}

function strangers(release: Release & { folder: string }): string[] {
  if (!existsSync(release.folder)) return [];
  const own = releaseFiles(release);
  return readdirSync(release.folder)
    .filter((name) => !(name in own))
    .map((name) => `rilis/${release.id}/${name} bukan bagian rilis itu.`);
}

function unlisted(folder: string, releases: readonly Release[]): string[] {
  const known = new Set([releaseListFile, '.gitkeep', '.gitignore', ...releases.map(({ id }) => id)]);
  return readdirSync(folder)
    .filter((name) => !known.has(name))
    .map((name) => `rilis/${name} tidak tercatat di ${releaseListFile}, tetapi akan ikut terbit.`);
}

/** What the publisher says of a release. */
export interface Said {
  terbit: string;
  catatan: readonly string[];
  ralat: readonly string[];
}

/**
 * Freezes an extract as a folder of its own below `folder` and adds it to the list; the release. Whole or not at all: the copy is made
 * aside and checked, and only the list, replaced last, makes it a release. A copy that a killed run left unlisted is taken over.
 */
export function freeze(folder: string, candidate: Candidate, said: Said): Release {
  makeFolder(folder);
  const { folder: from, ...facts } = candidate;
  const release: Release = {
    id: releaseId({ ...facts, terbit: said.terbit }),
    terbit: said.terbit,
    per_tanggal: facts.per_tanggal,
    judul: facts.judul,
    contoh: facts.contoh,
    sha256: facts.sha256,
    sha256_kualitas: facts.sha256_kualitas,
    catatan: [...said.catatan],
    ralat: said.ralat.map((teks) => ({ tanggal: said.terbit, teks })),
    tabel: facts.tabel
  };
  const aside = join(folder, '.baru');
  rmSync(aside, { recursive: true, force: true });
  makeFolder(aside);
  try {
    for (const [name, wanted] of Object.entries(releaseFiles(release))) {
      cpSync(join(from, name), join(aside, name));
      if (sha256(readFileSync(join(aside, name))) !== wanted)
        throw new Error(`${name} berubah selagi disalin; rilis tidak dibuat. Jalankan lagi.`);
    }
    const place = join(folder, release.id);
    rmSync(place, { recursive: true, force: true });
    renameSync(aside, place);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  writeList(folder, [...readReleases(folder).map(({ folder: _, ...listed }) => listed), release]);
  return release;
}

function writeList(folder: string, releases: readonly Release[]): void {
  const list = join(folder, releaseListFile);
  writeFileSync(`${list}.baru`, formatReleases(releases));
  renameSync(`${list}.baru`, list);
}
