import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
const dir = process.argv[2];
const s = createServer(sirv(dir, { dev: true })).listen(0);
const url = `http://127.0.0.1:${s.address().port}`;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const path of ['/sasaran/64.02.07.2007/', '/en/sasaran/64.02.07.2007/']) {
  const c = await b.newContext({ viewport: { width: 390, height: 844 } });
  const p = await c.newPage();
  await p.goto(url + path); await p.locator('.board svg').waitFor();
  const pdf = await p.pdf({ preferCSSPageSize: true });
  writeFileSync(`/tmp/five4/${path.startsWith('/en') ? 'en' : 'id'}.pdf`, pdf);
  console.log(path, pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length);
}
await b.close(); s.close();
