import type { Text } from '$lib/text/language';
import { bytesToText, textToBytes } from './scenarioBytes';

/** The longest statement that a link may hold, in characters. */
const longest = 20_000;
/** From so many characters on the address is packed. */
const packFrom = 400;

const damaged: Text = {
  id: 'Tautan ini rusak atau terpotong, jadi kuerinya tidak dapat dibaca. Pilih pertanyaan atau tulis kueri sendiri.',
  en: 'This link is damaged or cut off, so its query could not be read. Choose a question or write a query of your own.'
};

/** What an address holds; `sql` is null where it holds none that can be read, and `problem` says why. */
export interface LinkedSql {
  sql: string | null;
  problem: Text | null;
}

/**
 * A statement as the part of an address behind `#`, which browsers keep to themselves: the host never sees it. Long ones are packed
 * (`z=`, deflate as base64url), where the browser can. An empty one is an empty text.
 */
export async function formatSqlLink(sql: string): Promise<string> {
  if (sql.trim() === '') return '';
  const plain = `sql=${encodeURIComponent(sql)}`;
  if (plain.length <= packFrom || typeof CompressionStream === 'undefined') return plain;
  const packed = new Blob([sql]).stream().pipeThrough(new CompressionStream('deflate'));
  return `z=${bytesToText(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

/** Reads such a part, with or without its `#`. Never throws, and unpacks no more than a statement may hold. */
export async function parseSqlLink(hash: string): Promise<LinkedSql> {
  const [, key, value] = /^#?(sql|z)=(.*)$/s.exec(hash) ?? [];
  if (key === undefined || value === undefined) return { sql: null, problem: null };
  try {
    const sql = key === 'sql' ? decodeURIComponent(value) : await unpacked(value);
    if (sql.trim() === '' || sql.length > longest || /\0/.test(sql)) return { sql: null, problem: damaged };
    return { sql, problem: null };
  } catch {
    return { sql: null, problem: damaged };
  }
}

async function unpacked(value: string): Promise<string> {
  const packed = textToBytes(value);
  if (packed === null) throw new RangeError('no base64url');
  const stream = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; ;) {
    const { done, value: part } = await reader.read();
    if (done) break;
    size += part.length;
    if (size > longest * 4) throw new RangeError('more than a statement');
    parts.push(part);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(await new Blob(parts).arrayBuffer());
}
