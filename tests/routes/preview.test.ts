import { describe, expect, test } from 'vitest';
import { drawnWidth, pngOfSvg } from '$lib/server/raster';
import { previewHead, type PreviewPlace } from '../../src/routes/previewHead';
import { previewSvg, type Preview } from '../../src/routes/previewSvg';

const page =
  '<head><meta name="description" content="Laju &amp; rencana"><title>68 persen terpakai · Tepat</title></head>';
const metas = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/(?:property|name)="([^"]+)" content="([^"]*)"/g)].map(([, name, value]) => [name, value])
  );

describe('what other sites show beside a link', () => {
  test.for<PreviewPlace & { picture: string; url: string }>([
    { route: '/', name: null, alamat: null, language: 'id', picture: './pratinjau/ringkasan.png', url: '' },
    { route: '/', name: null, alamat: null, language: 'en', picture: '../en/pratinjau/ringkasan.png', url: 'en/' },
    {
      ...{ route: '/sasaran/bantuan', name: null, alamat: null, language: 'id', url: 'sasaran/bantuan/' },
      picture: '../../pratinjau/sasaran-bantuan.png'
    },
    {
      ...{
        route: '/sasaran/[kode]',
        name: '64.02.07.2007',
        alamat: null,
        language: 'id',
        url: 'sasaran/64.02.07.2007/'
      },
      picture: '../../pratinjau/64.02.07.png'
    },
    {
      ...{ route: '/rilis/[id]', name: '2026-10', language: 'en', alamat: null, url: 'en/rilis/2026-10/' },
      picture: '../../../en/pratinjau/data.png'
    }
  ])('$language $route: $picture', ({ route, name, language, picture, url }) => {
    const alone = metas(previewHead(page, { route, name, language, alamat: null }));
    expect(alone).toMatchObject({ 'og:title': '68 persen terpakai', 'og:description': 'Laju &amp; rencana' });
    expect(alone).toMatchObject({ 'og:image': picture, 'twitter:card': 'summary_large_image' });
    expect(alone).not.toHaveProperty('og:url');
    const published = metas(previewHead(page, { route, name, language, alamat: 'https://example.go.id/tepat/' }));
    expect(published['og:url']).toBe(`https://example.go.id/tepat/${url}`);
    expect(published['og:image']).toBe(`https://example.go.id/tepat/${picture.replace(/^(\.\.?\/)+/, '')}`);
  });

  test('a title cannot leave its attribute', () => {
    const head = previewHead('<title>"&gt;&lt;script> $& · Tepat</title>', {
      route: '/',
      name: null,
      language: 'id',
      alamat: null
    });
    expect(metas(head)['og:title']).toBe('&quot;&gt;&lt;script> $&');
  });
});

const preview: Preview = {
  title: 'Sepuluh bulan berlalu, 68 persen anggaran terpakai: 14 poin di bawah rencana kas.',
  number: { value: '67,9\u00a0%', label: 'Realisasi 2026', detail: 'dari pagu APBD Perubahan 2026' },
  lead: null,
  agency: 'Dinas Sosial',
  label: '31 Oktober 2026 · APBD Perubahan 2026',
  sample: 'DATA CONTOH'
};
/** A stand-in for fonts: every letter half as wide as it is high. */
const measure = (text: string, attributes: string) =>
  Promise.resolve((text.length * Number(/font-size="(\d+)"/.exec(attributes)![1])) / 2);
const linesOf = (svg: string) =>
  [...svg.matchAll(/<text x="(\d+)" y="(\d+)" [^>]*font-size="(\d+)"[^>]*>([^<]*)</g)].map(([, x, y, size, text]) => ({
    ...{ x: Number(x), y: Number(y), size: Number(size), text: text! }
  }));

describe('the picture of a page', () => {
  const long = 'Dari 83 angka terbitan menurut ukuran dan tahunnya, enam bertentangan dan semuanya ditampilkan. ';
  test.for([
    { name: 'a headline and a number', given: preview },
    { name: 'a headline of five sentences', given: { ...preview, title: long.repeat(5).trim() } },
    { name: 'no number, a long lead', given: { ...preview, number: null, lead: long.repeat(6).trim() } },
    { name: 'one word', given: { ...preview, title: 'Metode', number: null, sample: null, label: null } },
    { name: 'a number that is hidden', given: { ...preview, number: { ...preview.number!, value: 'disembunyikan' } } }
  ])('$name stays inside, line below line', async ({ given }) => {
    const lines = linesOf(await previewSvg(given, measure));
    for (const { x, y, size, text } of lines) {
      expect(x + (text.length * size) / 2, text).toBeLessThanOrEqual(1200);
      expect(y, text).toBeLessThan(630);
      expect(y - size, text).toBeGreaterThan(40);
    }
    const title = lines.filter(
      ({ size }) => size === Math.max(38, lines.find(({ text }) => given.title.startsWith(text))!.size)
    );
    for (const [at, { y }] of title.entries()) if (at > 0) expect(y).toBeGreaterThan(title[at - 1]!.y);
    expect(lines.some(({ text }) => text === 'DATA CONTOH')).toBe(given.sample !== null);
    expect(lines.some(({ text }) => text.includes('Dinas Sosial'))).toBe(true);
  });

  test('sentences that do not fit are left out whole; a hidden number is said so', async () => {
    const texts = linesOf(await previewSvg({ ...preview, number: null, lead: long.repeat(9).trim() }, measure)).map(
      ({ text }) => text
    );
    expect(texts.filter((text) => text.includes('…'))).toEqual([]);
    const hidden = await previewSvg({ ...preview, number: { ...preview.number!, value: 'disembunyikan' } }, measure);
    expect(hidden).toContain('>disembunyikan</text>');
  });

  test('is a PNG of 1200 by 630, the same twice, with no font of the machine', async () => {
    const svg = await previewSvg(preview, drawnWidth);
    const [first, second] = [Buffer.from(await pngOfSvg(svg)), Buffer.from(await pngOfSvg(svg))];
    expect(first.equals(second)).toBe(true);
    expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(await drawnWidth('Rp5,3 M', 'font-family="PT Sans" font-size="40"')).toBeGreaterThan(80);
    expect(await drawnWidth('Rp5,3 M', 'font-family="PT Sans" font-size="80"')).toBeGreaterThan(160);
  });
});
