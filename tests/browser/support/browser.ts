import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { alone } from '../../support/madeOnce';

/**
 * Starts Chromium: the one named by CHROMIUM_PATH, else one found on this machine, else the one in `@sparticuz/chromium`,
 * which brings its own libraries. TEPAT_CHROMIUM=sparticuz asks for that one even where another is installed.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env.TEPAT_CHROMIUM === 'sparticuz' ? null : findChromium();
  const args = ['--disable-background-networking', '--disable-component-update'];
  if (installed) return chromium.launch({ executablePath: installed, args: ['--no-sandbox', ...args] });
  // Read when the package is imported: only then does it unpack the libraries it brings.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  // One process at a time: another would start what is half unpacked.
  const { packaged, executablePath } = await alone('chromium', async () => {
    const { default: packaged } = await import('@sparticuz/chromium');
    return { packaged, executablePath: await packaged.executablePath() };
  });
  // Its arguments are for one page in a cloud function: in a single process, closing one context ends the whole browser.
  const several = packaged.args.filter((argument) => argument !== '--single-process');
  return chromium.launch({ executablePath, args: [...several, ...args] });
}

/** Path of a Chrome or Chromium of this machine; null when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is "${named}", where no file is; unset it or correct it.`);
    return named;
  }
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome'];
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter)];
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
  ];
  return [...places, ...usual].find((path) => existsSync(path)) ?? null;
}

/**
 * Lists every request of a context that leaves `origin`, those of workers included, and stops it there. The list is empty
 * as long as none is made.
 */
export async function foreignRequests(context: BrowserContext, origin: string): Promise<string[]> {
  const foreign: string[] = [];
  await context.route(
    (url) => url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:',
    async (route) => {
      foreign.push(route.request().url());
      await route.abort();
    }
  );
  return foreign;
}
