import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { lightColours } from '$lib/chart/lightColours';
import { embedImage, embedPage, embedSnippet, embedSvg, type EmbedFigure } from '$lib/ui/embed';
import { escapeMarkup, webAddress } from '$lib/ui/markup';
import { lookFrom } from '$lib/ui/pictureSvg';

const figure: EmbedFigure = {
  language: 'id',
  title: 'Realisasi tertinggal sejak Februari',
  unit: 'persen dari pagu',
  source: 'LRA SIPD, 31 Oktober 2026',
  label: 'DATA CONTOH · 31 Oktober 2026 · APBD Perubahan 2026',
  agency: 'Dinas Sosial',
  table: {
    columns: [
      { text: 'Desa', isNumber: false },
      { text: 'Keluarga', isNumber: true }
    ],
    rows: [
      ['Perian', 'disembunyikan'],
      ['Jantur', '–'],
      ['Batuq', '0']
    ]
  },
  picture: {
    width: 640,
    height: 200,
    fontSize: 14,
    inner: '<path d="M0 0"/>',
    keys: [
      [
        { sign: 'filled', text: 'desil layak' },
        { sign: 'faint', text: 'di luar desil layak' }
      ]
    ]
  },
  narrow: null,
  view: 'https://example.go.id/tepat/realisasi/?bulan=3&program=1.06',
  look: lookFrom((token) => lightColours[token] ?? '')
};
const everyForm = { snippet: embedSnippet, image: embedImage, file: embedSvg, page: embedPage };

/** Texts as an unkind data file may hold them. */
const hostile = fc.oneof(
  fc.constantFrom(
    '"><script>alert(1)</script>',
    "' onload='alert(1)",
    ']]><svg onload=alert(1)>',
    '</style><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '&lt;b&gt; &#60;i&#62;',
    '\u0000\u0008\ud800'
  ),
  fc.string({ unit: 'binary', maxLength: 40 })
);

/** Elements and attributes of markup, with those inside pictures that stand in an address. */
function everything(markup: string): { tags: string[]; attributes: [string, string][] } {
  const all = parse(markup, { comment: true }).querySelectorAll('*');
  const attributes = all.flatMap((one) => Object.entries(one.attributes));
  const inside = attributes
    .filter(([, value]) => value.startsWith('data:image/svg+xml,'))
    .map(([, value]) => everything(decodeURIComponent(value.slice('data:image/svg+xml,'.length))));
  return {
    tags: [...all.map((one) => one.rawTagName.toLowerCase()), ...inside.flatMap(({ tags }) => tags)],
    attributes: [...attributes, ...inside.flatMap((one) => one.attributes)]
  };
}

/** Markup with the pictures inside its addresses beside it. */
function opened(markup: string): string {
  const pictures = [...markup.matchAll(/data:image\/svg\+xml,([^"]*)/g)].map(([, svg]) => decodeURIComponent(svg!));
  return markup + pictures.join('');
}

describe('a figure for another site', () => {
  test.for(Object.entries(everyForm))(
    '%s names title, unit, source, label, agency and the way back',
    ([name, form]) => {
      const text = opened(form(figure));
      for (const part of ['Realisasi tertinggal sejak Februari', 'persen dari pagu', 'DATA CONTOH', 'Dinas Sosial'])
        expect(text, part).toContain(part);
      expect(text).toContain('31 Oktober 2026');
      expect(text).toContain('href="https://example.go.id/tepat/realisasi/?bulan=3&amp;program=1.06"');
      if (name !== 'image') expect(text).toContain('LRA SIPD');
    }
  );

  test('hidden, missing and zero stay three things, in the table of the code and in the drawn one', () => {
    for (const form of [embedSnippet, embedSvg])
      for (const cell of ['disembunyikan<', '>–<', '>0<']) expect(form(figure)).toContain(cell);
    expect(opened(embedSnippet(figure))).toContain('>di luar desil layak</text>');
  });

  test('a table too large to be drawn is told in the file, and whole in the code', () => {
    const rows = Array.from({ length: 40 }, (_, at) => [`Desa ${at}`, String(at)]);
    const long = { ...figure, table: { ...figure.table!, rows } };
    expect(embedSvg(long)).not.toContain('>Desa 39</text>');
    expect(embedSvg(long)).toContain('Desa 39: Keluarga 39');
    expect(embedSnippet(long)).toContain('>Desa 39</th>');
  });

  test('without an address, or with one that is no web page, nothing links', () => {
    for (const view of [null, 'file:///home/a/index.html', 'javascript:alert(1)', 'data:text/html,x'])
      for (const form of Object.values(everyForm)) expect(form({ ...figure, view })).not.toContain('<a ');
    expect(webAddress('http://127.0.0.1:8080/a b')).toBe('http://127.0.0.1:8080/a%20b');
  });

  test('no script, no style sheet, no name, nothing fetched: two of them cannot meet', () => {
    for (const form of [embedSnippet, embedImage]) {
      const { tags, attributes } = everything(form(figure) + form(figure));
      expect(
        tags.filter((tag) => /^(script|style|link|iframe|object|embed|foreignobject|use|form)$/.test(tag))
      ).toEqual([]);
      expect(attributes.filter(([name]) => /^(id|class|on.*)$/.test(name))).toEqual([]);
      const fetched = attributes.filter(
        ([name, value]) => /^(src|srcset|xlink:href)$/.test(name) && !value.startsWith('data:')
      );
      expect(fetched).toEqual([]);
    }
  });

  test('whatever the texts hold, the markup stays the same and says them', () => {
    const shape = (given: EmbedFigure) =>
      Object.values(everyForm).map((form) =>
        everything(form(given))
          .tags.filter((tag) => tag !== 'text')
          .join(' ')
      );
    // A long cell may keep the table from being drawn, a long text takes more lines: rules, signs and lines are not counted.
    const drawn = (all: string[]) => all.map((tags) => tags.replaceAll(/ (path|rect)\b/g, ''));
    const wanted = drawn(shape({ ...figure, picture: { ...figure.picture, keys: [[{ sign: 'filled', text: 'k' }]] } }));
    fc.assert(
      fc.property(hostile, hostile, hostile, (first, second, third) => {
        const cells = figure.table!.rows.map(([name]) => [name!, second]);
        const given = {
          ...figure,
          ...{
            title: `t ${first}`,
            unit: `u ${second}`,
            source: `s ${third}`,
            label: `l ${first}`,
            agency: `a ${second}`
          },
          table: { columns: [{ text: third, isNumber: false }, figure.table!.columns[1]!], rows: cells },
          picture: { ...figure.picture, keys: [[{ sign: 'filled' as const, text: `k ${third}` }]] }
        };
        expect(drawn(shape(given))).toEqual(wanted);
        for (const form of Object.values(everyForm))
          expect(everything(form(given)).attributes.filter(([name]) => name.startsWith('on'))).toEqual([]);
        expect(parse(embedSnippet(given)).querySelector('strong')!.text).toBe(parse(escapeMarkup(given.title)).text);
      }),
      { numRuns: 60 }
    );
  });
});

test('the light colours of a picture are those of the page', () => {
  const css = readFileSync('src/app.css', 'utf8');
  const root = /:root \{([\s\S]*?)\n\}/.exec(css)![1]!;
  for (const [name, value] of Object.entries(lightColours))
    expect(/(?:^|\n)\s*([^;]*);/.exec(root.slice(root.indexOf(`${name}:`)))![1]!.replace(`${name}: `, ''), name).toBe(
      value
    );
});
