import { extractFacts, siteDatabase } from '$lib/server/siteData';
import type { Language, Text } from '$lib/text/language';
import { methodHeadline } from '$lib/text/method';
import { methodGroups } from '$lib/text/methods';
import { allTerms } from '$lib/text/methodTerms';
import { methodExamples } from '$lib/view/methodExamples';
import { exampleText } from './examples';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

/** Every indicator with a live example where the extract has one, in the words of one language, so that no page loads these texts. */
export const load: PageServerLoad = async ({ params }) => {
  const language: Language = params.lang === 'en' ? 'en' : 'id';
  const facts = extractFacts();
  const { ambang } = facts;
  // the smallest count that shows is the publisher's to raise
  const said = (text: Text) => text[language].replaceAll('{k}', String(ambang)).replaceAll('{k-1}', String(ambang - 1));
  const bulat = facts.profil === 'public';
  const examples = await methodExamples(await siteDatabase(), { bulat });
  return {
    label: { contoh: facts.contoh, perTanggal: facts.perTanggal, tahap: null },
    agency: facts.judul,
    headline: said(methodHeadline(methodGroups.flatMap(({ methods }) => methods).length)),
    perTanggal: facts.perTanggal,
    groups: methodGroups.map(({ id, name, methods }) => ({
      id,
      name: said(name),
      methods: methods.map((method) => {
        const example = examples.find((one) => one.id === method.id);
        return {
          ...{ id: method.id, pages: method.pages, code: `src/lib/model/${method.code[0]}.ts: ${method.code[1]}` },
          name: said(method.name),
          definition: said(method.definition),
          formula: said(method.formula),
          nothing: said(method.nothing),
          edge: said(method.edge),
          source: said(method.source),
          example: example === undefined ? null : exampleText(example, language, bulat)
        };
      })
    })),
    terms: allTerms().map(({ name, meaning }) => ({ name: said(name), meaning: said(meaning) }))
  };
};
