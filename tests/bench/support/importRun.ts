import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../../src/cli/extract';

// A process of its own, so that its peak memory is the importer's: node importRun.ts <folder of exports> <out>.
const [folder = '', out = ''] = process.argv.slice(2);
const begun = performance.now();
const code = await extract({ folder, out });
const seconds = (performance.now() - begun) / 1000;
const report = JSON.parse(readFileSync(join(out, 'kualitas.json'), 'utf8')) as {
  berkas: { lembar?: { baris: { dibaca: number; dipakai: number } }[] }[];
};
const sheets = report.berkas.flatMap(({ lembar }) => lembar ?? []);
const read = sheets.reduce((sum, { baris }) => sum + baris.dibaca, 0);
const used = sheets.reduce((sum, { baris }) => sum + baris.dipakai, 0);
// maxRSS is in kilobytes on every system.
console.log(JSON.stringify({ code, seconds, read, used, peak: process.resourceUsage().maxRSS * 1024 }));
