import type { Release } from '$lib/contract/release';
import { atomFeed, type AtomEntry, uuidOf } from '$lib/format/atom';
import { extractFacts } from '$lib/server/siteData';
import { siteReleases } from '$lib/server/siteReleases';
import { releaseHeadline, releasePath, releaseText as text } from '$lib/text/release';
import { siteName } from '$lib/text/site';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Stands for the feed before the first release; afterwards the first release does, which never changes. */
const noRelease = '0'.repeat(64);

/** Releases as an Atom feed, newest first, in Indonesian; links are absolute where the site has an address. */
export const GET: RequestHandler = () => {
  const { releases, newest } = siteReleases();
  const { judul, alamat, perTanggal } = extractFacts();
  const base = alamat ?? '';
  const feed = atomFeed({
    id: uuidOf(mirrored(releases[0]?.sha256 ?? noRelease)),
    title: `${siteName}: ${text.history.id.toLowerCase()}, ${judul}`,
    updated: newest?.terbit ?? perTanggal ?? '2000-01-01',
    href: `${base}data/`,
    author: judul,
    language: 'id',
    self: alamat === null ? null : `${alamat}rilis.atom`,
    entries: releases.toReversed().map((release) => entryOf(release, base))
  });
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};

function entryOf(release: Release, base: string): AtomEntry {
  const { id, sha256, terbit, catatan, ralat } = release;
  const errata = ralat.map(({ teks }) => `${text.errata.id}: ${teks}`);
  return {
    id: uuidOf(sha256),
    title: releaseHeadline(release, 'id'),
    updated: terbit,
    href: `${base}${releasePath(id, 'id')}`,
    content: [...catatan, ...errata, `SHA-256 ${sha256}`].join('\n')
  };
}

/** The feed's own name, other than that of its first entry. */
function mirrored(sha256: string): string {
  return [...sha256].toReversed().join('');
}
