/** One entry of a feed. */
export interface AtomEntry {
  /** `urn:uuid:…`; never changes. */
  id: string;
  title: string;
  /** Day of the last change, YYYY-MM-DD. */
  updated: string;
  /** Address of its page: absolute, or relative to the feed. */
  href: string;
  /** Plain text. */
  content: string;
}

export interface AtomFeed extends Omit<AtomEntry, 'content'> {
  /** Who publishes it. */
  author: string;
  language: 'id' | 'en';
  /** Absolute address of the feed itself; null where the site has none. */
  self: string | null;
  /** Newest first. */
  entries: readonly AtomEntry[];
}

/** A feed as Atom 1.0 (RFC 4287). Days stand for their first second in UTC, since a release has no hour. */
export function atomFeed(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    ...head(feed),
    `  <author><name>${escaped(feed.author)}</name></author>`,
    ...(feed.self === null ? [] : [`  <link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`]),
    ...feed.entries.flatMap((entry) => [
      '  <entry>',
      ...head(entry).map((line) => `  ${line}`),
      `    <content type="text">${escaped(entry.content)}</content>`,
      '  </entry>'
    ]),
    '</feed>',
    ''
  ].join('\n');
}

function head({ id, title, updated, href }: Omit<AtomEntry, 'content'>): string[] {
  return [
    `  <id>${escaped(id)}</id>`,
    `  <title>${escaped(title)}</title>`,
    `  <updated>${updated}T00:00:00Z</updated>`,
    `  <link rel="alternate" type="text/html" href="${escaped(href)}"/>`
  ];
}

/** A name for what a hash names (64 hexadecimal digits), without any address: a UUID of version 8 (RFC 9562). */
export function uuidOf(sha256: string): string {
  const variant = ((parseInt(sha256[16]!, 16) & 3) | 8).toString(16);
  const parts = [
    sha256.slice(0, 8),
    sha256.slice(8, 12),
    `8${sha256.slice(13, 16)}`,
    `${variant}${sha256.slice(17, 20)}`,
    sha256.slice(20, 32)
  ];
  return `urn:uuid:${parts.join('-')}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML; what XML 1.0 cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"]/g, (sign) => entities[sign]!)
    .replaceAll(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      ''
    );
}
