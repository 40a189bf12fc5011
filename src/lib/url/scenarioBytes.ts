/** Bytes being written, for a link. */
export interface ByteWriter {
  byte: (value: number) => void;
  /** A whole number from 0 to 2^53 − 1, seven bits a byte, lowest first. */
  whole: (value: number) => void;
  /** Any number, or null; whole numbers are short. */
  number: (value: number | null) => void;
  text: (value: string) => void;
  /** The lowest `count` bytes of a whole number, lowest first. */
  fixed: (value: number, count: number) => void;
  bytes: () => Uint8Array;
}

/** The same, being read. Each throws a RangeError at the end of the bytes. */
export interface ByteReader {
  byte: () => number;
  whole: () => number;
  number: () => number | null;
  text: () => string;
  fixed: (count: number) => number;
  isAtEnd: () => boolean;
}

/** What stands before a number: that there is none, a whole one, a whole one below 0, or its digits as text. */
const [none, plus, minus, digits] = [0, 1, 2, 3];

/** Writes bytes one after the other. */
export function byteWriter(): ByteWriter {
  const out: number[] = [];
  const whole = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) out.push((rest % 128) + 128);
    out.push(rest);
  };
  const text = (value: string): void => {
    const encoded = new TextEncoder().encode(value);
    whole(encoded.length);
    for (const byte of encoded) out.push(byte);
  };
  const fixed = (value: number, count: number): void => {
    for (let at = 0; at < count; at++) out.push(Math.floor(value / 256 ** at) % 256);
  };
  const number = (value: number | null): void => {
    out.push(value === null ? none! : !Number.isSafeInteger(value) ? digits! : value < 0 ? minus! : plus!);
    if (value === null) return;
    if (Number.isSafeInteger(value)) whole(Math.abs(value));
    else text(String(value));
  };
  return { byte: (value) => void out.push(value & 255), whole, number, text, fixed, bytes: () => Uint8Array.from(out) };
}

/** Reads what `byteWriter` wrote, in the same order. */
export function byteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const byte = (): number => {
    if (at >= bytes.length) throw new RangeError('the bytes end here');
    return bytes[at++]!;
  };
  const whole = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const part = byte();
      value += (part % 128) * factor;
      if (!Number.isSafeInteger(value)) throw new RangeError('a number is too big');
      if (part < 128) return value;
    }
  };
  const text = (): string => {
    const length = whole();
    if (length > bytes.length - at) throw new RangeError('the bytes end here');
    return new TextDecoder().decode(bytes.subarray(at, (at += length)));
  };
  const fixed = (count: number): number => {
    let value = 0;
    for (let place = 0; place < count; place++) value += byte() * 256 ** place;
    return value;
  };
  const number = (): number | null => {
    const kind = byte();
    if (kind === none) return null;
    return kind === plus ? whole() : kind === minus ? -whole() : Number(text());
  };
  return { byte, whole, number, text, fixed, isAtEnd: () => at === bytes.length };
}

/** Bytes as letters, digits, - and _ (base64url without padding): what no mail client changes. */
export function bytesToText(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of such a text; null where it is none. */
export function textToBytes(text: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

/** A number of 32 bits that another text hardly shares: FNV-1a over its characters, mixed at the end. For finding slips, not for secrets. */
export function hash32(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number of 48 bits for a line: among 10,000 lines two share one in fewer than one case in a million. */
export function hash48(text: string): number {
  return hash32(text) + (hash32(text, 0x9e3779b9) % 65536) * 4294967296;
}
