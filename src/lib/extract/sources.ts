import type { ExtractTables, Row } from './assemble';
import { normalisedName } from './reference';
import type { ReferenceData } from './referenceData';

/** The code of each source of funds that an export names, by its text; a text in no list keeps a code made from its words. */
export function sourceCodes(texts: readonly string[], reference: ReferenceData): Map<string, string> {
  return new Map(texts.map((text) => [text, reference.findSource(text)?.kode ?? ownCode(text)]));
}

/** Rows of `sumber_dana`: every source a fact uses, official where known, else as the export names it. */
export function fundingSources(
  facts: ExtractTables,
  codes: ReadonlyMap<string, string>,
  reference: ReferenceData
): Row[] {
  const used = new Set<string>();
  for (const rows of Object.values(facts))
    for (const row of rows) if (typeof row.kode_sumber_dana === 'string') used.add(row.kode_sumber_dana);
  const official = new Map(reference.sumberDana.map((row) => [row.kode as string, row]));
  const text = new Map([...codes].map(([name, kode]) => [kode, name]));
  return [...used].map((kode) => {
    const found = reference.findSource(text.get(kode) ?? kode);
    const known = official.get(kode);
    if (known) return known;
    const kelompok = found?.kelompok ?? 'LAIN';
    return {
      kode,
      nama: text.get(kode) ?? kode,
      kelompok,
      komponen_tkd: found?.komponenTkd ?? null,
      terikat: found?.terikat ?? /^2(\.|$)|khusus/i.test(text.get(kode) ?? kode)
    };
  });
}

function ownCode(text: string): string {
  const code = /^\[?(\d(?:\.\d+)+)/.exec(text.trim())?.[1];
  return code ?? `lain:${normalisedName(text).replace(/ /g, '-')}`;
}
