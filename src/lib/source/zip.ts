import { inflate } from './inflate';

/** One file inside a zip, as its central directory lists it. */
export interface ZipEntry {
  name: string;
  /** Bytes after unpacking, as declared. */
  size: number;
  /** CRC-32 of the unpacked bytes. */
  crc: number;
  encrypted: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  packedSize: number;
  /** Where its local header stands. */
  offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;

/** The files of a zip; null when its directory, which stands at the end, is missing or cut: the file was not copied whole. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) return null;
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number
    ];
    if (view.getUint32(at + 42, true) + 30 > end) return null;
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      size: view.getUint32(at + 24, true),
      crc: view.getUint32(at + 16, true),
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** The unpacked bytes of one file of a zip; null when they are damaged: size and checksum are compared with the directory. */
export function unzip(bytes: Uint8Array, { offset, method, packedSize, size, crc }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(offset, true) !== 0x04034b50) return null;
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packedSize > bytes.length) return null;
  const packed = bytes.subarray(from, from + packedSize);
  // no file shrinks to less than a thousandth, so a larger claim is damage or a trap, and is not given memory
  if (method === 8 && size > 1032 * packedSize + 64) return null;
  const content = method === 0 ? packed.slice() : method === 8 ? inflate(packed, size) : null;
  return content !== null && content.length === size && crc32(content) === crc ? content : null;
}

/** Where the end record stands; its comment must reach exactly to the end of the file. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === endSignature && at + endLength + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return null;
}

/** CRC-32 as zip counts it: tells bytes that rotted on the way from bytes that did not. */
function crc32(bytes: Uint8Array): number {
  const table = crcTable();
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = (table[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function crcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
}
