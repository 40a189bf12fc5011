import { error } from '@sveltejs/kit';
import type { Release } from '$lib/contract/release';
import { isTableName, tables } from '$lib/contract/tables';
import { formatDate } from '$lib/format/date';
import { extractFacts } from '$lib/server/siteData';
import { siteReleases } from '$lib/server/siteReleases';
import type { Language } from '$lib/text/language';
import { newerRelease, releaseCitation, releaseHeadline, releaseName, releaseText as text } from '$lib/text/release';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Every release, in both languages; none before the first. */
export const entries: EntryGenerator = () => siteReleases().releases.flatMap(({ id }) => [{ id }, { id, lang: 'en' }]);

/** One release as it was published, and what came after it. */
export const load: PageServerLoad = ({ params }) => {
  const language: Language = params.lang === 'en' ? 'en' : 'id';
  const { releases, newest, shown } = siteReleases();
  const at = releases.findIndex(({ id }) => id === params.id);
  const release = releases[at];
  if (release === undefined || newest === null) error(404, 'Rilis dengan nama itu tidak ada.');
  const later = releases.slice(at + 1);
  return {
    label: { contoh: release.contoh, perTanggal: release.per_tanggal, tahap: null },
    agency: release.judul,
    headline: releaseHeadline(release, language),
    citation: releaseCitation(release, extractFacts().alamat, language),
    newer: release === newest ? null : { id: newest.id, sentence: newerRelease(newest.terbit, language) },
    place: release !== newest ? text.pages[language] : text[shown === newest ? 'shownHere' : 'newestOnly'][language],
    facts: {
      id: release.id,
      sha256: release.sha256,
      published: formatDate(release.terbit, language),
      asOf: release.per_tanggal === null ? null : formatDate(release.per_tanggal, language)
    },
    notes: release.catatan,
    errata: release.ralat.map((one) => dated(one, language)),
    laterErrata: later.flatMap(({ ralat, terbit }) =>
      ralat.map((one) => ({ ...dated(one, language), from: releaseName(terbit, language) }))
    ),
    tables: tableList(release, releases[at - 1], language)
  };
};

function dated({ tanggal, teks }: Release['ralat'][number], language: Language) {
  return { date: formatDate(tanggal, language), text: teks };
}

/** Files of a release, and for each what became of it since the release before. */
function tableList(release: Release, before: Release | undefined, language: Language) {
  const files = Object.entries(release.tabel).map(([name, { sha256, rows, bytes }]) => {
    const old = before?.tabel[name];
    const change =
      before === undefined ? null : old === undefined ? 'fresh' : old.sha256 === sha256 ? 'same' : 'changed';
    return {
      name,
      title: isTableName(name) ? tables[name].title[language] : name,
      rows,
      bytes,
      sha256,
      change: change === null ? null : text[change][language],
      rowsBefore: change === 'changed' && old!.rows !== rows ? old!.rows : null
    };
  });
  const gone = Object.keys(before?.tabel ?? {}).filter((name) => !(name in release.tabel));
  return { files, gone };
}
