import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buildProblem } from '$lib/model/cuts/build';
import { defaultScenario } from '$lib/model/cuts/defaultScenario';
import a22 from '../golden/a22-least-harm.json';
import { manyLines } from '../bench/support/cutLines';
import { problemOf } from '../model/cuts/support/problems';
import { foreignRequests, launchBrowser } from './support/browser';
import { contentSecurityPolicy } from './support/engineSite';
import { serveFolder, type Served, type ServeOptions } from './support/serve';

const root = fileURLToPath(new URL('../..', import.meta.url));
let browser: Browser;
let folder: string;
let context: BrowserContext | null = null;
let served: Served | null = null;
let foreign: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'tepat-solver-'));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: './',
    resolve: { alias: { $lib: join(root, 'src', 'lib') } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      rollupOptions: {
        input: join(root, 'tests/browser/support/solverPage.ts'),
        output: { entryFileNames: 'page.js', chunkFileNames: '[name].js' }
      }
    }
  });
  const head = `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${contentSecurityPolicy()}"><link rel="icon" href="data:,">`;
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html>${head}<title>uji</title><script type="module" src="page.js"></script>`
  );
});
afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});
afterEach(async () => {
  await context?.close();
  await served?.close();
  context = served = null;
  expect(foreign, 'requests to another origin').toEqual([]);
});

async function visit(options: ServeOptions = {}): Promise<Page> {
  served = await serveFolder(folder, options);
  context = await browser.newContext();
  foreign = await foreignRequests(context, served.origin);
  const page = await context.newPage();
  await page.goto(`${served.url}/`);
  await page.waitForFunction(() => 'solver' in window);
  return page;
}

const juta = 1_000_000;
const small = problemOf(
  {
    lines: a22.lines.map(({ pagu, room, step, harm }) => ({
      ...{ pagu: [pagu], room, step },
      stretches: [{ width: room, harm }]
    })),
    demands: [700]
  },
  { unit: juta }
);
const scenario = defaultScenario(2026, 7, { TKD: { jenis: 'persen', nilai: 0.25 } });
const large = buildProblem(manyLines(1000), { ...scenario, dropping: 'tepat', rules: { ...scenario.rules, spm: 0.5 } });

test('the least harmful plan under the policy of the site; the solver comes with the first question and not before', async () => {
  const page = await visit({ prefix: '/dinsos/tepat' });
  const heavy = () => served!.requests.filter((path) => /wasm|worker/i.test(path));
  expect(heavy()).toEqual([]);
  const answer = await page.evaluate((problem) => window.solver.ask(problem), small);
  expect(answer).toMatchObject({ status: 'optimal', unmet: [0] });
  expect('harm' in answer && answer.harm).toBeCloseTo(150.5, 9);
  expect(heavy().length).toBe(2);
  await page.evaluate((problem) => window.solver.ask(problem), small);
  expect(heavy().length).toBe(2);
});

test('the page stays free while a large plan is worked out, is told how far it is, and may cancel it', async () => {
  const page = await visit();
  await page.evaluate((problem) => window.solver.ask(problem), small);
  expect(await page.evaluate((problem) => window.solver.turnsDuring(problem), large)).toBeGreaterThan(5);
  const progress = await page.evaluate(() => window.solver.progress);
  expect(progress.length).toBeGreaterThan(0);
  expect(await page.evaluate((problem) => window.solver.ask(problem, 1), large)).toEqual({ status: 'dibatalkan' });
  expect(await page.evaluate((problem) => window.solver.ask(problem), small)).toMatchObject({ status: 'optimal' });
});

test.for([
  { name: 'the wasm is not there', file: /\.wasm/, body: undefined },
  { name: 'the wasm is damaged', file: /\.wasm/, body: new Uint8Array([0, 97, 115, 109, 1]) },
  { name: 'the script is not there', file: /worker.*\.js/i, body: undefined }
])('$name: the question is answered with an error, not with silence', async ({ file, body }) => {
  const page = await visit({
    mutate: (path) => (file.test(path) ? (body ? { body } : { status: 404, body: new Uint8Array() }) : undefined)
  });
  const answer = await page.evaluate((problem) => window.solver.ask(problem), small);
  expect(answer).toHaveProperty('thrown');
});

test('what is sent: one wasm and one script', async () => {
  const files = await readdir(folder, { recursive: true });
  expect(files.filter((name) => name.endsWith('.wasm'))).toHaveLength(1);
  expect(files.filter((name) => /worker.*\.js$/i.test(name))).toHaveLength(1);
});
