/** A prefix code: how many codes there are of each length, and the symbols in the order of their codes. */
interface Code {
  counts: Uint16Array;
  symbols: Uint16Array;
}

/** Where the reader stands, and the bits it has taken but not used. */
interface Bits {
  bytes: Uint8Array;
  at: number;
  held: number;
  count: number;
}

const longestCode = 15;
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258
];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

/**
 * Unpacks DEFLATE (RFC 1951) into exactly `size` bytes; null when the data are damaged, cut, or of another size. The reader inside the
 * spreadsheet library loops for ever on one changed byte, so nothing reaches it that was not unpacked and checked here.
 */
export function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  const bits: Bits = { bytes: packed, at: 0, held: 0, count: 0 };
  const out = new Uint8Array(size);
  let length = 0;
  for (let last = 0; last === 0;) {
    last = take(bits, 1);
    const type = take(bits, 2);
    if (last < 0 || type < 0 || type === 3) return null;
    if (type === 0) length = copyStored(bits, out, length);
    else {
      const codes = type === 1 ? fixedCodes() : readCodes(bits);
      length = codes === null ? -1 : unpack(bits, codes, out, length);
    }
    if (length < 0) return null;
  }
  return length === size ? out : null;
}

/** The next `count` bits; -1 at the end of the data. */
function take(bits: Bits, count: number): number {
  while (bits.count < count) {
    if (bits.at >= bits.bytes.length) return -1;
    bits.held |= (bits.bytes[bits.at++] as number) << bits.count;
    bits.count += 8;
  }
  const value = bits.held & ((1 << count) - 1);
  bits.held >>>= count;
  bits.count -= count;
  return value;
}

/** The next symbol of a code; -1 when the bits are none. */
function symbol(bits: Bits, { counts, symbols }: Code): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= longestCode; length++) {
    if (bits.count === 0) {
      if (bits.at >= bits.bytes.length) return -1;
      bits.held = bits.bytes[bits.at++] as number;
      bits.count = 8;
    }
    code |= bits.held & 1;
    bits.held >>>= 1;
    bits.count--;
    const count = counts[length] as number;
    if (code - count < first) return symbols[index + code - first] ?? -1;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return -1;
}

/** Copies a stored block; the new length, or -1 when it does not fit. */
function copyStored(bits: Bits, out: Uint8Array, length: number): number {
  // whole bytes that were taken ahead go back
  bits.at -= bits.count >> 3;
  bits.held = bits.count = 0;
  const { bytes, at } = bits;
  if (at + 4 > bytes.length) return -1;
  const size = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
  if (at + 4 + size > bytes.length || length + size > out.length) return -1;
  out.set(bytes.subarray(at + 4, at + 4 + size), length);
  bits.at = at + 4 + size;
  return length + size;
}

/** Unpacks one block of symbols; the new length, or -1 when it is damaged. */
function unpack(bits: Bits, [literals, distances]: [Code, Code], out: Uint8Array, start: number): number {
  let length = start;
  for (;;) {
    const found = symbol(bits, literals);
    if (found < 0) return -1;
    if (found === 256) return length;
    if (found < 256) {
      if (length >= out.length) return -1;
      out[length++] = found;
      continue;
    }
    const run = (lengthBase[found - 257] ?? NaN) + take(bits, lengthExtra[found - 257] ?? 0);
    const slot = symbol(bits, distances);
    if (slot < 0 || slot > 29) return -1;
    const extra = slot < 4 ? 0 : (slot >> 1) - 1;
    const distance = (slot < 4 ? slot : (2 + (slot & 1)) << extra) + take(bits, extra) + 1;
    if (!(run >= 3) || distance < 1 || distance > length || length + run > out.length) return -1;
    for (let i = 0; i < run; i++, length++) out[length] = out[length - distance] as number;
  }
}

function fixedCodes(): [Code, Code] {
  const lengths = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
  return [toCode(lengths), toCode(Array<number>(30).fill(5))];
}

/** The codes that a block brings with it; null when they are damaged. */
function readCodes(bits: Bits): [Code, Code] | null {
  const [literals, distances, orders] = [take(bits, 5) + 257, take(bits, 5) + 1, take(bits, 4) + 4] as [
    number,
    number,
    number
  ];
  if (literals > 286 || distances > 30) return null;
  const orderLengths = Array<number>(19).fill(0);
  for (let i = 0; i < orders; i++) orderLengths[lengthOrder[i] as number] = Math.max(0, take(bits, 3));
  const order = toCode(orderLengths);
  const lengths: number[] = [];
  while (lengths.length < literals + distances) {
    const found = symbol(bits, order);
    if (found < 0) return null;
    if (found < 16) lengths.push(found);
    else {
      const [repeat, value] =
        found === 16
          ? [3 + take(bits, 2), lengths.at(-1) ?? 0]
          : found === 17
            ? [3 + take(bits, 3), 0]
            : [11 + take(bits, 7), 0];
      for (let i = 0; i < repeat; i++) lengths.push(value);
    }
  }
  if (lengths.length > literals + distances) return null;
  return [toCode(lengths.slice(0, literals)), toCode(lengths.slice(literals))];
}

function toCode(lengths: readonly number[]): Code {
  const counts = new Uint16Array(longestCode + 1);
  for (const length of lengths) counts[length] = (counts[length] as number) + 1;
  counts[0] = 0;
  const symbols = lengths.map((length, value) => ({ length, value })).filter(({ length }) => length > 0);
  symbols.sort((a, b) => a.length - b.length || a.value - b.value);
  return { counts, symbols: Uint16Array.from(symbols, ({ value }) => value) };
}
