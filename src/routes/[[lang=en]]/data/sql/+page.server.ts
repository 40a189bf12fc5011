import { isTableName } from '$lib/contract/tables';
import { tablesRead } from '$lib/database/sqlTables';
import { formatNumber } from '$lib/format/number';
import { readyQuestions, readyTopics } from '$lib/query/ready';
import { dataVersion, extractFacts } from '$lib/server/siteData';
import { dataPageText } from '$lib/text/dataPage';
import type { Language } from '$lib/text/language';
import { sqlHeadline } from '$lib/text/sqlConsole';
import { sqlQuestions, sqlTopics } from '$lib/text/sqlQuestions';
import type { PackageTable } from '$lib/view/dataPackage';
import { dataPackage } from '../../../data/package';
import { fieldRows } from '../fields';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

/** The tables with their dictionary, and the questions that they can answer, in the words of one language. */
export const load: PageServerLoad = ({ params }) => {
  const language: Language = params.lang === 'en' ? 'en' : 'id';
  const facts = extractFacts();
  const { resources } = dataPackage();
  const topics = topicsFor(resources, language);
  const questions = topics.reduce((sum, topic) => sum + topic.questions.length, 0);
  const number = (value: number) => formatNumber(value, language);
  return {
    label: { contoh: facts.contoh, perTanggal: facts.perTanggal, tahap: null },
    agency: facts.judul,
    headline: sqlHeadline(number(resources.length), number(questions))[language],
    source: `${facts.judul}, ${dataPageText.version[language]} ${dataVersion()}`,
    topics,
    tables: resources.map((table) => ({
      name: table.name,
      title: language === 'en' ? table.titleEn : table.title,
      description: language === 'en' ? table.descriptionEn : table.description,
      fields: fieldRows(table, language)
    }))
  };
};

/** Questions whose tables are all published, topic by topic; topics without one are left out. */
function topicsFor(resources: readonly PackageTable[], language: Language) {
  const published = new Set(resources.map(({ name }) => name));
  // Names of their own WITH clauses are no tables of the contract.
  const isThere = (name: string) => !isTableName(name) || published.has(name);
  return readyTopics
    .map((topic) => ({
      name: sqlTopics[topic]![language],
      questions: readyQuestions
        .filter((question) => question.topic === topic)
        .filter(({ sql }) => tablesRead(sql).every(isThere))
        .map(({ id, sql }) => ({ id, sql, name: sqlQuestions[id]![language] }))
    }))
    .filter(({ questions }) => questions.length > 0);
}
