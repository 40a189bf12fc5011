import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const require = createRequire(import.meta.url);
const fontFiles = [
  '@expo-google-fonts/gelasio/700Bold/Gelasio_700Bold.ttf',
  '@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf',
  '@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf'
];

let ready: Promise<Uint8Array[]> | undefined;

/**
 * An SVG as PNG bytes of its own size, drawn with the fonts that come with the site's packages (Gelasio for headlines, PT Sans for the
 * rest): no font of this machine is read, so that every machine makes the same bytes.
 */
export async function pngOfSvg(svg: string): Promise<Uint8Array> {
  ready ??= start();
  const resvg = new Resvg(svg, { font: { fontBuffers: await ready, defaultFontFamily: 'PT Sans' } });
  const image = resvg.render();
  const png = image.asPng();
  image.free();
  resvg.free();
  return png;
}

/** Width that a text takes when drawn, in pixels; leading and trailing blanks count for nothing. */
export async function drawnWidth(text: string, attributes: string): Promise<number> {
  ready ??= start();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="100"><text y="60" ${attributes}>${text}</text></svg>`;
  const resvg = new Resvg(svg, { font: { fontBuffers: await ready, defaultFontFamily: 'PT Sans' } });
  const width = resvg.getBBox()?.width ?? 0;
  resvg.free();
  return width;
}

async function start(): Promise<Uint8Array[]> {
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return fontFiles.map((file) => readFileSync(require.resolve(file)));
}
