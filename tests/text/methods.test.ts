import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { methodGroups } from '$lib/text/methods';
import { allTerms } from '$lib/text/methodTerms';
import { pageNames } from '$lib/text/site';

const methods = methodGroups.flatMap((group) => group.methods);

describe('the indicators of the method page', () => {
  test('anchors are unique, with those of the groups and of the terms, and can be written in an address', () => {
    const ids = [...methodGroups.map(({ id }) => id), ...methods.map(({ id }) => id), 'istilah'];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
    expect(ids).toContain('galat-eksklusi');
  });

  test.for(methods)('$id is shown on a page that exists', ({ page }) => {
    expect(Object.keys(pageNames)).toContain(page);
    expect(existsSync(`src/routes/[[lang=en]]${page}/+page.svelte`)).toBe(true);
  });

  test.for(methods)('$id names code that exists', ({ code: [file, name] }) => {
    const source = readFileSync(`src/lib/model/${file}.ts`, 'utf8');
    expect(source).toMatch(new RegExp(`export (async )?function ${name}\\b`));
  });

  test.for(methods)('$id is said whole in both languages, and differently', (method) => {
    for (const part of ['definition', 'formula', 'nothing', 'edge', 'source'] as const) {
      const { id, en } = method[part];
      for (const words of [id, en]) expect(words.length, part).toBeGreaterThan(8);
      expect(id, part).not.toBe(en);
    }
    expect(method.definition.id).toMatch(/^[^.]*\.$/);
  });

  test('no word that accuses', () => {
    const words = JSON.stringify([methodGroups, allTerms()]);
    expect(words).not.toMatch(/bocor|salah sasaran|kerugian|leakage/i);
  });
});

describe('the terms', () => {
  const names = allTerms().map(({ name }) => name.id);

  test('each is explained once, in the order of the alphabet', () => {
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'id')));
  });

  test.for([
    ...['pagu', 'realisasi', 'pergeseran', 'SP2D', 'SPJ', 'APBD', 'TKD', 'DBH', 'DAU', 'DAK', 'SiLPA', 'SPM'],
    ...['desil', 'DTSEN', 'usul-sanggah', 'musdes', 'SIKS-NG']
  ])('%s is explained', (name) => {
    expect(names).toContain(name);
  });
});
