import type { ContainerCode } from './containerProblem';
import type { Text } from '$lib/text/language';
import { zipEntries, type ZipEntry } from './zip';

/** What the bytes are: something to read on, or the reason why not. */
export type Recognised =
  | { as: 'zip'; entries: readonly ZipEntry[] }
  | { as: 'ole2' | 'biff' | 'text' }
  | { as: 'reject'; code: ContainerCode; detail?: Text };

/** What a text is. */
export type TextKind = { as: 'csv' | 'html' | 'spreadsheetml' } | { as: 'reject'; code: ContainerCode; detail?: Text };

const documents: readonly (readonly [prefix: string, Text])[] = [
  ['%PDF', { id: 'dokumen PDF', en: 'a PDF document' }],
  ['\x89PNG', { id: 'gambar PNG', en: 'a PNG image' }],
  ['\xff\xd8\xff', { id: 'gambar JPEG', en: 'a JPEG image' }],
  ['GIF8', { id: 'gambar GIF', en: 'a GIF image' }],
  ['BM', { id: 'gambar BMP', en: 'a BMP image' }],
  ['II*\0', { id: 'gambar TIFF', en: 'a TIFF image' }],
  ['MM\0*', { id: 'gambar TIFF', en: 'a TIFF image' }],
  ['{\\rtf', { id: 'dokumen RTF', en: 'an RTF document' }],
  ['Rar!', { id: 'arsip RAR', en: 'a RAR archive' }],
  ["7z\xbc\xaf'", { id: 'arsip 7z', en: 'a 7z archive' }],
  ['\x1f\x8b', { id: 'berkas gzip', en: 'a gzip file' }],
  ['SQLite format 3', { id: 'basis data SQLite', en: 'an SQLite database' }],
  ['PAR1', { id: 'berkas Parquet', en: 'a Parquet file' }],
  ['MIME-Version:', { id: 'arsip halaman web (MHTML)', en: 'a web archive (MHTML)' }]
];

/** Recognises a container from its first bytes (and a zip from its directory); the name of the file plays no part. */
export function recognise(bytes: Uint8Array): Recognised {
  if (bytes.length === 0) return { as: 'reject', code: 'empty' };
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return recogniseZip(bytes);
  if ('PK\x03\x04'.startsWith(head)) return { as: 'reject', code: 'zip-truncated' };
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { as: 'ole2' };
  // a bare BIFF stream: record type BOF of one of its versions, then the length of that record
  if (/^\t[\0\x02\x04\x08][\x04\x06\x08\x10]\0/.test(head)) return { as: 'biff' };
  const document = documents.find(([prefix]) => head.startsWith(prefix));
  // two letters alone are no proof: a csv may begin with "BM"
  if (document && !(document[0] === 'BM' && isText(bytes))) {
    return { as: 'reject', code: 'not-a-workbook', detail: document[1] };
  }
  return { as: 'text' };
}

/** What kind of text it is; `text` is decoded already. */
export function recogniseText(text: string): TextKind {
  const head = text.slice(0, 4096).replace(/^[\ufeff\s]+/, '');
  if (/^<\?(?:xml|mso)|^<(?:\w+:)?Workbook\b/.test(head)) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head)) return { as: 'spreadsheetml' };
    if (/<html\b/i.test(head)) return { as: 'html' };
    return { as: 'reject', code: 'not-a-workbook', detail: { id: 'XML lain', en: 'some other XML' } };
  }
  if (/^<(?:!doctype|!--|html|head|body|table|meta|title|style|script|div|center|form|h\d|p|br)\b/i.test(head))
    return { as: 'html' };
  if (/^<!--/.test(head)) return { as: 'html' };
  if (/^[{[]\s*["{[]/.test(head))
    return { as: 'reject', code: 'not-a-workbook', detail: { id: 'data JSON', en: 'JSON data' } };
  if (controlShare(text) > 0.02) return { as: 'reject', code: 'binary' };
  return { as: 'csv' };
}

/** The container that the ending of a name promises; null when it promises none. */
export function promisedBy(file: string): 'xlsx' | 'xls' | 'csv' | 'spreadsheetml' | 'html' | null {
  const ending = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  if (['xlsx', 'xlsm', 'xlsb', 'xltx'].includes(ending)) return 'xlsx';
  if (ending === 'xls' || ending === 'xlt') return 'xls';
  if (['csv', 'tsv', 'tab', 'txt', 'psv'].includes(ending)) return 'csv';
  if (ending === 'xml') return 'spreadsheetml';
  return ending === 'html' || ending === 'htm' ? 'html' : null;
}

function recogniseZip(bytes: Uint8Array): Recognised {
  const entries = zipEntries(bytes);
  if (entries === null) return { as: 'reject', code: 'zip-truncated' };
  if (entries.some(({ encrypted }) => encrypted)) return { as: 'reject', code: 'password' };
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (
    has(/^\/?xl\/workbook\.(?:xml|bin)$/i) ||
    (has(/^\[Content_Types\]\.xml$/i) && has(/worksheets?\/[^/]*\.(?:xml|bin)$/i))
  ) {
    return { as: 'zip', entries };
  }
  const not = (id: string, en: string): Recognised => ({ as: 'reject', code: 'not-a-workbook', detail: { id, en } });
  if (has(/^word\//i)) return not('dokumen Word', 'a Word document');
  if (has(/^ppt\//i)) return not('presentasi PowerPoint', 'a PowerPoint presentation');
  if (has(/^content\.xml$/i)) return not('dokumen OpenDocument', 'an OpenDocument file');
  return not('arsip zip biasa', 'a plain zip archive');
}

function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
}

/** Of the first 64k characters, the share that no text holds: control characters and what could not be decoded. */
function controlShare(text: string): number {
  const sample = text.slice(0, 65_536);
  return (
    (sample.match(/[\u0001-\u0008\u000e-\u001f\u007f\u0081\u008d\u008f\u0090\u009d\ufffd]/g)?.length ?? 0) /
    Math.max(1, sample.length)
  );
}
