import { promisedBy, recognise, recogniseText } from './container';
import { problem, type ContainerCode } from './containerProblem';
import { readCsv } from './csv';
import type { Dialect } from './csvTokens';
import { decodeText, type DecodedText } from './decodeText';
import { readHtml } from './html';
import type { Sheet, Workbook } from './sheet';
import { readOle2, readSpreadsheetMl, readXlsx, Unreadable } from './spreadsheet';
import type { Text } from '$lib/text/language';

type Container = Workbook['container'];

/**
 * Reads any export into sheets of raw cells. The container is recognised from the bytes alone; formulas give their cached value and are
 * never evaluated, error cells their text (`#N/A`), dates kept as numbers stay numbers. Whatever is wrong comes back as a problem: bad
 * input never throws. A workbook with a `reject` that names no sheet has no sheets.
 */
export function readWorkbook(bytes: Uint8Array, file: string): Workbook {
  try {
    return withNotes(readContainer(bytes, file), file);
  } catch (cause) {
    if (cause instanceof Unreadable) return rejected(cause.container, file, cause.code, cause.detail);
    // the readers below meet bytes that nobody foresaw; the person gets a sentence, not a stack trace
    return rejected('csv', file, 'unreadable', cause instanceof Error ? cause.message.slice(0, 120) : String(cause));
  }
}

function readContainer(bytes: Uint8Array, file: string): Workbook {
  const found = recognise(bytes);
  if (found.as === 'reject') return rejected(promisedBy(file) ?? 'csv', file, found.code, found.detail);
  if (found.as === 'zip') return { container: 'xlsx', ...readXlsx(bytes, found.entries, file) };
  if (found.as === 'ole2' || found.as === 'biff') return { container: 'xls', ...readOle2(bytes, file) };
  const decoded = decodeText(bytes);
  if (decoded === null) return rejected('csv', file, 'too-large', `${Math.round(bytes.length / 1e6)} MB`);
  return readTextual(decoded, file);
}

function readTextual(decoded: DecodedText, file: string): Workbook {
  const kind = recogniseText(decoded.text);
  if (decoded.nuls > decoded.text.length / 3) return rejected('csv', file, 'binary');
  if (kind.as === 'reject') return rejected('csv', file, kind.code, kind.detail);
  if (kind.as === 'spreadsheetml') return { container: 'spreadsheetml', ...readSpreadsheetMl(decoded.text, file) };
  if (kind.as === 'html') return fromHtml(decoded.text, file);
  const { rows, dialect, problems } = readCsv(decoded.text, file);
  const decisions = [problem('dialect', { file }, describeDialect(decoded, dialect))];
  if (decoded.nuls > 0) decisions.push(problem('nul-removed', { file }, String(decoded.nuls)));
  if (decoded.damaged > 0) decisions.push(problem('bytes-damaged', { file }, String(decoded.damaged)));
  return {
    container: 'csv',
    sheets: [{ name: baseName(file), hidden: false, rows }],
    problems: [...decisions, ...problems]
  };
}

function fromHtml(text: string, file: string): Workbook {
  const { tables, login } = readHtml(text);
  if (login || tables.length === 0) return rejected('html', file, 'web-page');
  const sheets = tables.map((rows, i): Sheet => ({ name: `tabel ${i + 1}`, hidden: false, rows }));
  return { container: 'html', sheets, problems: [] };
}

/** Adds what only the whole answer tells: nothing in it, or a name that promised something else. */
function withNotes(workbook: Workbook, file: string): Workbook {
  const { container, sheets, problems } = workbook;
  if (problems.some(({ kind, place }) => kind === 'reject' && place.sheet === undefined)) return workbook;
  if (sheets.every(({ rows }) => rows.every((row) => row.length === 0))) {
    return { container, sheets: [], problems: [...problems, problem('no-rows', { file })] };
  }
  const promised = promisedBy(file);
  if (promised === null || promised === container) return workbook;
  const ending = file.slice(file.lastIndexOf('.'));
  const detail = {
    id: `${ending} tetapi isinya ${names[container].id}`,
    en: `${ending} but it holds ${names[container].en}`
  };
  return { container, sheets, problems: [problem('extension', { file }, detail), ...problems] };
}

const names: Readonly<Record<Container, Text>> = {
  xlsx: { id: 'buku kerja Excel (.xlsx)', en: 'an Excel workbook (.xlsx)' },
  xls: { id: 'buku kerja Excel lama (.xls)', en: 'an old Excel workbook (.xls)' },
  spreadsheetml: { id: 'SpreadsheetML (XML)', en: 'SpreadsheetML (XML)' },
  csv: { id: 'CSV', en: 'CSV' },
  html: { id: 'tabel HTML', en: 'an HTML table' }
};

function describeDialect({ encoding }: DecodedText, { delimiter, quote }: Dialect): Text {
  const marks: Record<Dialect['delimiter'], Text> = {
    ',': { id: 'koma', en: 'commas' },
    ';': { id: 'titik koma', en: 'semicolons' },
    '\t': { id: 'tab', en: 'tabs' },
    '|': { id: 'garis tegak', en: 'vertical bars' }
  };
  const [id, en] = quote === "'" ? [', kutip tunggal', ', single quotes'] : ['', ''];
  return {
    id: `teks ${encoding} dengan pemisah ${marks[delimiter].id}${id}`,
    en: `${encoding} text separated by ${marks[delimiter].en}${en}`
  };
}

function rejected(container: Container, file: string, code: ContainerCode, detail?: Text | string): Workbook {
  return { container, sheets: [], problems: [problem(code, { file }, detail)] };
}

function baseName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).replace(/\.[^.]*$/, '');
}
