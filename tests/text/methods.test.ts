import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fundingMethodOf } from '$lib/text/fundingSentences';
import { methodGroups } from '$lib/text/methods';
import { allTerms } from '$lib/text/methodTerms';
import { pageNames } from '$lib/text/site';
import { targetingMethodOf } from '$lib/text/targetingWhy';

const methods = methodGroups.flatMap((group) => group.methods);

describe('the indicators of the method page', () => {
  test('anchors are unique, with those of the groups and of the terms, and can be written in an address', () => {
    const ids = [...methodGroups.map(({ id }) => id), ...methods.map(({ id }) => id), 'istilah'];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
    expect(ids).toContain('galat-eksklusi');
  });

  test.for(methods)('$id is shown on pages that exist, each once', ({ pages }) => {
    expect(pages.length).toBeGreaterThan(0);
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages.filter((page) => !(page in pageNames))).toEqual([]);
    expect(pages.filter((page) => !existsSync(`src/routes/[[lang=en]]${page}/+page.svelte`))).toEqual([]);
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

describe('every "why?" leads to its indicator', () => {
  const ids = methods.map(({ id }) => id);
  /** Anchors written beside a formula, in words and pages. */
  const written = ['src/lib/text', 'src/routes'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // Methods of a cut are something else: proportional, least harm.
      .filter((file) => /\.(ts|svelte)$/.test(file) && !/^cut|simulasi/.test(file))
      .flatMap((file) =>
        [...readFileSync(join(folder, file), 'utf8').matchAll(/\bmethod: '([^']+)'/g)].map(([, anchor]) => anchor!)
      )
  );

  test('of realization, funding and targeting', () => {
    expect(written).toContain('rupiah-berisiko');
    const asked = [...written, ...Object.values(fundingMethodOf), ...Object.values(targetingMethodOf)];
    expect(asked.length).toBeGreaterThan(25);
    expect(asked.filter((anchor) => !ids.includes(anchor))).toEqual([]);
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
