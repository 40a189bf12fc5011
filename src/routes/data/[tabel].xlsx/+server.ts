import { error } from '@sveltejs/kit';
import { extractFacts, siteDatabase } from '$lib/server/siteData';
import { siteReleases } from '$lib/server/siteReleases';
import { workbookNotes } from '$lib/text/workbook';
import { hasXlsx, licenceNames, textRows } from '$lib/view/dataPackage';
import { dataPackage } from '../package';
import { tableWorkbook } from '../workbook';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
  dataPackage()
    .resources.filter(hasXlsx)
    .map(({ name }) => ({ tabel: name }));

/** One table of the extract as an Excel workbook, with every row of its Parquet file. */
export const GET: RequestHandler = async ({ params }) => {
  const { licenses, resources } = dataPackage();
  const table = resources.find((one) => one.name === params.tabel && hasXlsx(one));
  if (table === undefined) error(404, 'Tabel ini tidak ada.');
  const { judul, contoh, perTanggal, alamat } = extractFacts();
  const notes = workbookNotes(table, {
    judul,
    contoh,
    perTanggal,
    alamat,
    release: siteReleases().shown?.id ?? null,
    licences: licenceNames(licenses)
  });
  const workbook = tableWorkbook(table, await textRows(await siteDatabase(), table), notes);
  return new Response(workbook as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
  });
};
