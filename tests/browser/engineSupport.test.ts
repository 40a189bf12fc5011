import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from './support/browser';
import { serveFolder } from './support/serve';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tepat situs '));
  await mkdir(join(folder, 'desa'));
  await writeFile(join(folder, 'desa', 'index.html'), 'desa');
  await writeFile(join(folder, '..', 'tepat-rahasia.txt'), 'rahasia');
});
afterAll(async () => {
  await rm(join(folder, '..', 'tepat-rahasia.txt'));
  await rm(folder, { recursive: true });
});

test('the server serves a folder below a prefix as a plain host does, and nothing outside it', async () => {
  const served = await serveFolder(folder, { prefix: '/dinsos' });
  const ask = async (path: string) => {
    const response = await fetch(`${served.origin}${path}`, { redirect: 'manual' });
    return [response.status, response.headers.get('location') ?? (await response.text())];
  };
  expect(await ask('/dinsos/desa/')).toEqual([200, 'desa']);
  expect(await ask('/dinsos/desa')).toEqual([301, '/dinsos/desa/']);
  expect(await ask('/desa/')).toEqual([404, '']);
  expect(await ask('/dinsos/tidak-ada')).toEqual([404, '']);
  expect(await ask('/dinsos/%2e%2e/tepat-rahasia.txt')).toEqual([404, '']);
  expect(await ask('/dinsos/..%2ftepat-rahasia.txt')).toEqual([404, '']);
  expect(served.requests).toHaveLength(6);
  await served.close();
});

test('the browser is the one named, else one on this machine, else none is found', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
  expect(() => findChromium({ CHROMIUM_PATH: '/tidak/ada' })).toThrow(/CHROMIUM_PATH is "\/tidak\/ada"/);
});
