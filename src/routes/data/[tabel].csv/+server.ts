import { error } from '@sveltejs/kit';
import { csvSafe } from '$lib/format/csvSafe';
import { siteDatabase } from '$lib/server/siteData';
import { hasCsv, isText, textRows } from '$lib/view/dataPackage';
import { dataPackage } from '../package';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
  dataPackage()
    .resources.filter(({ name }) => hasCsv(name))
    .map(({ name }) => ({ tabel: name }));

/** One table of the extract as CSV, with every row of its Parquet file. */
export const GET: RequestHandler = async ({ params }) => {
  const table = dataPackage().resources.find(({ name }) => name === params.tabel && hasCsv(name));
  if (table === undefined) error(404, 'Tabel ini tidak ada.');
  const columns = table.schema.fields.map((field) => ({ name: field.name, isText: isText(field) }));
  const csv = csvSafe(columns, await textRows(await siteDatabase(), table));
  return new Response(csv, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
