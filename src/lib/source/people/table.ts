import { recognise, recogniseText } from '$lib/source/container';
import { problem as containerProblem } from '$lib/source/containerProblem';
import { readCsv } from '$lib/source/csv';
import { readRecords } from '$lib/source/csvTokens';
import { decodeText } from '$lib/source/decodeText';
import type { Problem } from '$lib/source/problem';
import type { Cell, Workbook } from '$lib/source/sheet';
import type { PeopleBody } from './sheet';

/** A table that may be about people: the rows its columns are judged by, and where all of its rows are. */
export interface PeopleTable {
  name: string;
  /** Place among the sheets of a workbook, from 1; null for a csv, which is named like its file. */
  number: number | null;
  hidden: boolean;
  /** The beginning of a csv, or every row of a workbook's sheet. */
  rows: readonly (readonly Cell[])[];
  /** Whether `rows` are all the rows there are. */
  whole: boolean;
  /** Where the data rows are that start with row `first` (from 0). */
  body(first: number): PeopleBody;
  /** About the file as a container; never a cell. */
  problems: Problem[];
}

/** So much of a csv is parsed in JavaScript; the rest goes to the engine's reader. */
const headLength = 65_536;

/** Tables of a file: one of a csv, of which only the beginning is read, or one for each sheet of a workbook. */
export function peopleTables(bytes: Uint8Array, file: string, workbook: () => Workbook): PeopleTable[] {
  const found = recognise(bytes);
  if (found.as === 'reject') return [];
  if (found.as === 'text') {
    const text = asUtf8(bytes);
    if (text === null) return [];
    const head = headOf(text.bytes);
    const kind = recogniseText(head.text);
    if (kind.as === 'csv') return [csvTable(text, head, file)];
    if (kind.as === 'reject') return [];
  }
  const { sheets, problems } = workbook();
  return sheets.map(({ name, hidden, rows }, i) => ({
    name,
    number: i + 1,
    hidden,
    rows,
    whole: true,
    body: (first) => ({ kind: 'rows', rows: rows.slice(first) }),
    // problems of the workbook, once: none of them shows a cell
    problems: i === 0 ? [...problems] : []
  }));
}

function csvTable(text: Utf8, { text: head, whole }: { text: string; whole: boolean }, file: string): PeopleTable {
  const { rows, dialect } = readCsv(head, file);
  let width = 0;
  readRecords(head, dialect, (fields) => {
    width = Math.max(width, fields.length);
  });
  const { delimiter, quote } = dialect;
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return {
    name: base.replace(/\.[^.]*$/, ''),
    number: null,
    hidden: false,
    rows,
    whole,
    body: (first) => ({ kind: 'csv', bytes: text.bytes, utf8: text.own, delimiter, quote, skipRows: first, width }),
    problems: text.damaged > 0 ? [containerProblem('bytes-damaged', { file }, String(text.damaged))] : []
  };
}

interface Utf8 {
  bytes: Uint8Array;
  /** The bytes are the file's own. */
  own: boolean;
  damaged: number;
}

/** The text of a file as UTF-8 with line feeds, which is all that the engine's reader takes; null when it is too long to be converted. */
function asUtf8(bytes: Uint8Array): Utf8 | null {
  if (!bytes.includes(0) && isUtf8(bytes)) {
    const lines = hasLineFeeds(bytes) && !mixesLineEnds(bytes) ? bytes : withLineFeeds(bytes);
    const marked = marksQuote(lines);
    return { bytes: marked ? lines.subarray(3) : lines, own: lines === bytes && !marked, damaged: 0 };
  }
  const decoded = decodeText(bytes);
  if (decoded === null) return null;
  return { bytes: withLineFeeds(new TextEncoder().encode(decoded.text)), own: false, damaged: decoded.damaged };
}

/** A byte order mark before a quote: the engine's reader, skipping lines, then takes the quote for a letter and counts its line breaks. */
function marksQuote(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && (bytes[3] === 0x22 || bytes[3] === 0x27);
}

/** Old Macintosh text ends its lines with carriage returns only. */
function hasLineFeeds(bytes: Uint8Array): boolean {
  return bytes.includes(10) || !bytes.includes(13);
}

/** Lines that end in more than one way: the engine's reader refuses them. A line break inside a quoted cell counts too, which does no harm. */
function mixesLineEnds(bytes: Uint8Array): boolean {
  let [alone, pairs] = [0, 0];
  for (let at = bytes.indexOf(10); at >= 0 && (alone === 0 || pairs === 0); at = bytes.indexOf(10, at + 1)) {
    if (bytes[at - 1] === 13) pairs++;
    else alone++;
  }
  if (alone > 0 && pairs > 0) return true;
  for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1)) if (bytes[at + 1] !== 10) return true;
  return false;
}

/** The same lines, each ending in one line feed. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    let end = at;
    while (bytes[end] === 13) end++;
    // carriage returns before a line feed are part of that line end; by themselves each ends a line
    if (end > at && bytes[end] === 10) at = end;
    out[length++] = bytes[at] === 13 ? 10 : bytes[at]!;
  }
  return out.subarray(0, length);
}

/** Reads on in pieces: a whole file as one string would cost its size twice over. */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += 1 << 20)
      decoder.decode(bytes.subarray(at, at + (1 << 20)), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The beginning of a text in whole lines. */
function headOf(bytes: Uint8Array): { text: string; whole: boolean } {
  if (bytes.length <= headLength) return { text: new TextDecoder().decode(bytes), whole: true };
  const piece = bytes.subarray(0, headLength);
  const end = piece.lastIndexOf(10) + 1;
  return { text: new TextDecoder().decode(piece.subarray(0, end === 0 ? headLength : end)), whole: false };
}
