import { formatDate } from '$lib/format/date';
import { formatNumber } from '$lib/format/number';
import { dataVersion, extractFacts, siteDatabase } from '$lib/server/siteData';
import { siteReleases } from '$lib/server/siteReleases';
import { dataHeadline, dataPageText as text, originText } from '$lib/text/dataPage';
import type { Language } from '$lib/text/language';
import { releaseCitation, releaseHeadline, releaseName } from '$lib/text/release';
import { siteName } from '$lib/text/site';
import {
  hasCsv,
  hasXlsx,
  type HiddenCounts,
  hiddenCounts,
  licenceNames,
  type PackageTable,
  tableOrigin
} from '$lib/view/dataPackage';
import { layoutQuality } from '$lib/view/dataQuality';
import { dataPackage, qualityReport } from '../../data/package';
import type { EntryGenerator, PageServerLoad } from './$types';
import { fieldRows } from './fields';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

/** The dictionary, the files and what is hidden, in the words of one language, so that no page loads the contract. */
export const load: PageServerLoad = async ({ params }) => {
  const language: Language = params.lang === 'en' ? 'en' : 'id';
  const facts = extractFacts();
  const { licenses, resources } = dataPackage();
  const database = await siteDatabase();
  const tables = await Promise.all(
    resources.map(async (table) => {
      const hidden = await hiddenCounts(database, table);
      const origin = originText(await tableOrigin(database, table), language);
      const parts = [origin, ...hiddenParts(table, hidden, language)];
      return { ...tableFor(table, language), hidden, origin: parts.join(' · ') };
    })
  );
  const rows = resources.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const date = facts.perTanggal === null ? null : formatDate(facts.perTanggal, language);
  const { releases, shown } = siteReleases();
  const version = `${text.version[language]} ${dataVersion()}`;
  return {
    ambang: facts.ambang,
    label: { contoh: facts.contoh, perTanggal: facts.perTanggal, tahap: null },
    agency: facts.judul,
    headline: dataHeadline(formatNumber(resources.length, language), formatNumber(rows, language))[language],
    facts: [
      facts.judul,
      ...(date === null ? [] : [`${text.asOf[language]} ${date}`]),
      ...(facts.contoh ? [text.sample[language]] : []),
      text[facts.profil][language]
    ],
    citation:
      shown === null
        ? [siteName, facts.judul, version, ...(date === null ? [] : [date])].join(', ')
        : releaseCitation(shown, facts.alamat, language),
    shown: shown === null ? null : { id: shown.id, name: releaseName(shown.terbit, language) },
    releases: releases.toReversed().map((release) => ({
      id: release.id,
      title: releaseHeadline(release, language),
      notes: release.catatan
    })),
    errata: releases
      .toReversed()
      .flatMap(({ id, ralat }) =>
        ralat.map(({ tanggal, teks }) => ({ id, date: formatDate(tanggal, language), text: teks }))
      ),
    licenses: licenceNames(licenses),
    tables,
    quality: layoutQuality(qualityReport())
  };
};

/** What a table hides, in words; nothing for a table in which nothing can be hidden. */
function hiddenParts(table: PackageTable, hidden: HiddenCounts | null, language: Language): string[] {
  const empty = table.schema.fields.filter(({ internalOnly }) => internalOnly === true).map(({ name }) => name);
  const rows =
    hidden === null
      ? []
      : [
          hidden.rows === 0
            ? text.hidesNothing[language]
            : `${formatNumber(hidden.rows, language)} ${text.rowsHide[language]}`
        ];
  return [...rows, ...(empty.length > 0 ? [`${text.internalOnly[language]}: ${empty.join(', ')}`] : [])];
}

function tableFor(table: PackageTable, language: Language) {
  const isEnglish = language === 'en';
  return {
    name: table.name,
    title: isEnglish ? table.titleEn : table.title,
    description: isEnglish ? table.descriptionEn : table.description,
    path: table.path,
    rows: table.rowCount,
    bytes: table.bytes,
    sha256: table.hash.replace(/^sha256:/, ''),
    source: table.sources.map(({ title }) => title).join('; '),
    csv: hasCsv(table.name),
    xlsx: hasXlsx(table),
    fields: fieldRows(table, language)
  };
}
