import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { DataTable } from '$lib/format/table';
import { composeSvg } from '$lib/ui/pictureSvg';
import Decision from '$lib/ui/Decision.svelte';
import Figure from '$lib/ui/Figure.svelte';
import KeyFigures from '$lib/ui/KeyFigures.svelte';
import Rupiah from '$lib/ui/Rupiah.svelte';
import SortableTable from '$lib/ui/SortableTable.svelte';
import Term from '$lib/ui/Term.svelte';
import { href, navigation, regionHref, routeOf } from '$lib/ui/link';

const table: DataTable = {
  columns: [
    { key: 'nama', label: 'Sub kegiatan', kind: 'text' },
    { key: 'pagu', label: 'Pagu', kind: 'rupiah' },
    { key: 'catatan', label: 'Catatan', kind: 'text' }
  ],
  rows: [
    { nama: 'Alat Bantu', pagu: 1.4e9, catatan: 'belum ada realisasi' },
    { nama: 'Permakanan', pagu: null, catatan: null }
  ]
};
const tidy = (html: string) =>
  html
    .replaceAll('\u00a0', ' ')
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/ class="[^"]*"/g, '')
    .replaceAll(/\s+/g, ' ');

test('a figure is complete without a script: sentence, unit, picture, table, source, why', () => {
  const html = tidy(
    render(Figure, {
      props: {
        language: 'id',
        title: 'Sepuluh bulan berlalu',
        unit: 'Rp miliar',
        source: 'LRA SIPD',
        name: 'gambar',
        table,
        why: {
          method: 'tingkat-realisasi',
          formula: 'realisasi ÷ pagu',
          values: '1 ÷ 2 = 50 %',
          files: ['LRA.xlsx'],
          stage: 'APBD murni',
          asOf: '31 Oktober 2026'
        },
        children: createRawSnippet(() => ({ render: () => '<svg></svg>' }))
      }
    }).body
  );
  for (const part of [
    '<figure',
    '>Sepuluh bulan berlalu</h2>',
    'Rp miliar',
    '<svg',
    'Sumber: LRA SIPD',
    'href="tanam/gambar.html"',
    '<details>',
    '<caption',
    'Rp1.400.000.000',
    'realisasi ÷ pagu',
    '/metode/#tingkat-realisasi"',
    'LRA.xlsx',
    'APBD murni',
    '31 Oktober 2026'
  ]) {
    expect(html).toContain(part);
  }
  for (const kind of ['SVG', 'PNG', 'CSV']) expect(html).toContain(`aria-label="Unduh ${kind}: Sepuluh bulan berlalu"`);
  expect(html).not.toMatch(/\sstyle=/);
});

test('a sortable table prints every row, its notes under the names, and how it is sorted', () => {
  const html = tidy(
    render(SortableTable, {
      props: {
        language: 'id',
        table,
        caption: 'Daftar',
        name: 'daftar',
        searchable: true,
        noteKey: 'catatan',
        sort: { key: 'pagu', descending: true }
      }
    }).body
  );
  expect(html).toContain('aria-sort="descending"');
  expect(html).toMatch(/<th scope="row">Alat Bantu ?<span>belum ada realisasi<\/span>/);
  expect(html).not.toContain('>Catatan<');
  expect(html.indexOf('Alat Bantu')).toBeLessThan(html.indexOf('Permakanan'));
  expect(html).toContain('2 baris');
});

test('a search that matches nothing says what to do; an empty table does not speak of a search', () => {
  const found = render(SortableTable, { props: { language: 'id', table, caption: 'x', search: 'zzz' } }).body;
  expect(found).toContain('Kosongkan kotak pencarian');
  expect(
    render(SortableTable, { props: { language: 'en', table: { ...table, rows: [] }, caption: 'x' } }).body
  ).toContain('There are no rows yet.');
});

test('key figures carry the sign beside the colour and all digits on hover', () => {
  const html = tidy(
    render(KeyFigures, {
      props: {
        figures: [
          {
            label: 'Realisasi',
            value: '61,3 %',
            full: 'Rp33.800.000.000',
            detail: '6,7 poin di bawah',
            tone: 'below',
            spark: [0, 1]
          }
        ]
      }
    }).body
  );
  expect(html).toContain('title="Rp33.800.000.000"');
  expect(html).toContain('▼');
  expect(html).toContain('M0,22L112,2');
});

test('a decision, a term and an amount', () => {
  expect(
    tidy(
      render(Decision, {
        props: {
          language: 'id',
          title: 'Satu keputusan',
          sentence: 'Siapa, apa, kapan.',
          link: { href: '/x/', text: 'lihat' }
        }
      }).body
    )
  ).toMatch(/<h2 id="[^"]+">Satu keputusan<\/h2> ?<p>Siapa, apa, kapan. <a href="\/x\/">lihat<\/a>/);
  const term = render(Term, { props: { language: 'en', term: 'sp2d' } }).body;
  const [, target] = /popovertarget="([^"]+)"/.exec(term)!;
  expect(term).toContain(`id="${target}"`);
  expect(tidy(render(Rupiah, { props: { language: 'id', value: 10_612_000_000 } }).body)).toBe(
    '<data value="10612000000" title="Rp10.612.000.000">Rp10,6 M</data>'
  );
  expect(tidy(render(Rupiah, { props: { language: 'id', value: null } }).body)).toBe('–');
});

test('links end in a slash, keep the search, and go to the language asked for', () => {
  expect(href('/', 'id')).toBe('/');
  expect(href('/', 'en')).toBe('/en/');
  expect(href('/realisasi', 'id')).toBe('/realisasi/');
  expect(href('/realisasi', 'en', { search: '?tahun=2025', hash: 'kurva' })).toBe('/en/realisasi/?tahun=2025#kurva');
  expect(navigation).toEqual(['/', '/realisasi', '/pendanaan', '/sasaran', '/simulasi']);
  expect(regionHref('64.02.06', 'en')).toBe(href('/sasaran/[kode]', 'en', { kode: '64.02.06' }));
  expect(regionHref('64.02.06', 'id')).toMatch(/\/sasaran\/64\.02\.06\/$/);
});

test.for([
  { name: 'home', id: '/[[lang=en]]', expected: '/' },
  { name: 'a page', id: '/[[lang=en]]/realisasi', expected: '/realisasi' },
  { name: 'a page that is not in the navigation', id: '/[[lang=en]]/lain', expected: null },
  { name: 'an error page', id: null, expected: null }
])('routeOf: $name', ({ id, expected }) => expect(routeOf(id)).toBe(expected));

test('an exported picture travels with its title, unit and source, escaped', () => {
  const colours = { paper: '#fff', ink: '#000', faint: '#333', line: '#ddd', first: '#00f', other: '#888' };
  const look = { ...colours, serif: "Georgia, 'Noto Serif'", sans: 'system-ui' };
  const svg = composeSvg(
    { width: 336, height: 200, inner: '<path d="M0,0"/>', fontSize: 14, keys: [] },
    { title: 'A & B < C yang panjang sekali sehingga perlu dua baris', unit: 'Rp miliar', source: 'Sumber: "LRA"' },
    look
  );
  expect(svg).toContain('A &amp; B &lt; C');
  expect(svg).toContain('&quot;LRA&quot;');
  expect(svg).toContain('<g transform="translate(24 0)">');
  const [, height] = /height="([\d.]+)"/.exec(svg)!;
  expect(Number(height)).toBeGreaterThan(280);
  const titles = svg.match(/font-weight="700"/g)!;
  expect(titles.length).toBe(2);
});
