import { expect } from 'vitest';
import type { Text } from '$lib/text/language';

/** The text with ordinary spaces, as a person would type it. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** What holds for every sentence of the site: nothing of the machine in it, no doubled or stray spaces, no word that reads as a verdict. */
export function readable(text: Text): void {
  for (const language of ['id', 'en'] as const) {
    const said = plain(text[language]);
    expect(said).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
    expect(said).not.toMatch(/ {2}|^ | $| [.,;:]|[.,;:]{2}|\(\)/);
    expect(said).not.toMatch(/bocor|salah sasaran|kerugian/i);
    expect(said.length).toBeGreaterThan(2);
  }
}
