import { describe, expect, test } from 'vitest';
import { atomFeed, uuidOf } from '$lib/format/atom';

const feed = {
  id: 'urn:uuid:satu',
  title: 'Rilis <Dinas> & "Sosial"',
  updated: '2026-11-03',
  href: 'data/',
  author: 'Dinas',
  language: 'id' as const,
  self: null,
  entries: []
};

describe('the feed', () => {
  test('without an entry is a feed with its title, day and author', () => {
    const xml = atomFeed(feed);
    expect(xml).toContain('<title>Rilis &lt;Dinas&gt; &amp; &quot;Sosial&quot;</title>');
    expect(xml).toContain('<updated>2026-11-03T00:00:00Z</updated>');
    expect(xml).not.toContain('<entry>');
    expect(xml).not.toContain('rel="self"');
  });

  test('names its own address where the site has one, and carries no character that XML cannot hold', () => {
    const content = `baris satu\nbaris dua \u0000\u0008\ud800 😀 ]]>`;
    const entry = { id: 'urn:uuid:dua', title: 'Rilis', updated: '2026-11-03', href: 'rilis/x/', content };
    const xml = atomFeed({ ...feed, self: 'https://dinas.example/rilis.atom', entries: [entry] });
    expect(xml).toContain('<link rel="self" type="application/atom+xml" href="https://dinas.example/rilis.atom"/>');
    expect(xml).toContain('<content type="text">baris satu\nbaris dua  😀 ]]&gt;</content>');
  });

  test('a hash gives one name, which is a UUID of version 8', () => {
    expect(uuidOf('e7f6f8aa6721305097b8f0fdbcdd13a429b069894b58d721cad785279fcecfd1')).toBe(
      'urn:uuid:e7f6f8aa-6721-8050-97b8-f0fdbcdd13a4'
    );
    expect(uuidOf('f'.repeat(64))).toBe('urn:uuid:ffffffff-ffff-8fff-bfff-ffffffffffff');
  });
});
