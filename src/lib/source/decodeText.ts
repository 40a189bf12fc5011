/** Text of a file and how it was stored. */
export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** NUL characters that stood in the text and were taken out. */
  nuls: number;
  /** Bytes that are not valid in the encoding and became U+FFFD. */
  damaged: number;
}

/** What windows-1252 has at 0x80–0x9F; decoders that read it as Latin-1 leave control characters there. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A decoded string may not be longer than an engine allows; half a gigabyte is safe everywhere. */
const longest = 500_000_000;

/**
 * Decodes a whole file in ONE encoding: by its byte order mark, else UTF-16 by its pattern of zeros, else UTF-8 if it is valid (or all
 * but a few bytes of it), else windows-1252. null when the file is too long for one string.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  if (bytes.length > longest) return null;
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return cleaned(new TextDecoder(utf16).decode(bytes), utf16);
  try {
    return cleaned(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8');
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const valid = lenient.match(/[\u0080-\ufffc\ufffe-\uffff]+/g)?.length ?? 0;
    const invalid = lenient.match(/\ufffd/g)?.length ?? 0;
    // windows-1252 text almost never forms valid UTF-8 by chance, so many valid letters mean UTF-8 with damage
    if (valid > 9 * invalid) return cleaned(lenient, 'utf-8', invalid);
  }
  const latin = new TextDecoder('windows-1252').decode(bytes);
  return cleaned(
    latin.replace(/[\u0080-\u009f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80] ?? c),
    'windows-1252'
  );
}

function cleaned(text: string, encoding: DecodedText['encoding'], damaged = 0): DecodedText {
  if (!text.includes('\0')) return { text, encoding, nuls: 0, damaged };
  const without = text.replaceAll('\0', '');
  return { text: without, encoding, nuls: text.length - without.length, damaged };
}

/** UTF-16 by its mark, or because nearly every second byte of the beginning is zero and the others are not. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, Math.min(4096, bytes.length & ~1));
  if (sample.length < 4) return null;
  const zeroShare = (parity: number) =>
    sample.filter((byte, i) => byte === 0 && i % 2 === parity).length / (sample.length / 2);
  const [even, odd] = [zeroShare(0), zeroShare(1)];
  if (odd > 0.6 && even < 0.1) return 'utf-16le';
  return even > 0.6 && odd < 0.1 ? 'utf-16be' : null;
}
