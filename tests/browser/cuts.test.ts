import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LineDecision, Scenario } from '$lib/model/cuts/scenario';
import { cutLabels as text } from '$lib/text/cutLabels';
import { cutMethods } from '$lib/text/cutRules';
import { boundText, cutParagraph } from '$lib/text/cutSentences';
import { decodeScenario, encodeScenario, type KnownData } from '$lib/url/scenario';
import { factsOf } from '../../src/routes/[[lang=en]]/simulasi/facts';
import { launchBrowser } from './support/browser';
import {
  falling,
  moveTo,
  nativeCuts,
  patience,
  searchOf,
  settled,
  showsHeadline,
  type NativeCuts
} from './support/cutPage';
import { axeFindings, openAll, overflowing, smallText } from './support/sitePage';
import { textOf, visit, type Visit } from './support/site';

let browser: Browser;
let native: NativeCuts;
let first: Scenario;
beforeAll(async () => {
  [browser, native] = [await launchBrowser(), await nativeCuts()];
  first = await native.first(1);
});
afterAll(async () => {
  native?.close();
  await browser?.close();
});

const desk = { context: { viewport: { width: 1280, height: 900 } } };
/** The solver's wasm; the engine has its own below /engine/. */
const solverFile = /_app\/.*\.wasm$/;
const quiet = ({ complaints, foreign }: Visit) =>
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('without JavaScript', () => {
  test.each(['/simulasi/', '/en/simulasi/'])(
    '%s has the first scenario whole: headline, numbers, methods, plan, losers, rules',
    async (path) => {
      const language = path.startsWith('/en/') ? 'en' : 'id';
      const noScript = { context: { javaScriptEnabled: false, viewport: { width: 390, height: 844 } } };
      const { page, complaints, close } = await visit(browser, path, noScript);
      const view = await native.view(first);
      expect(await page.locator('h1').innerText()).toBe(await native.headline(first, language));
      expect(await textOf(page, '.lead')).toBe(cutParagraph(factsOf(view))[language]);
      const numbers = await page.locator('.key-figures .value').allInnerTexts();
      expect(numbers).toHaveLength(4);
      for (const number of numbers) expect(number).toMatch(/\d/);
      const methods = await page.locator('#cara tbody tr').allInnerTexts();
      expect(methods).toHaveLength(Object.keys(cutMethods).length);
      for (const { name } of Object.values(cutMethods)) expect(methods.join()).toContain(name[language]);
      const cut = view.rows.filter(({ level, potongan }) => level === 'subkegiatan' && potongan > 0).length;
      expect(await page.locator('#rencana tbody tr.subkegiatan').count()).toBe(cut);
      expect(cut).toBeGreaterThan(3);
      expect(await page.locator('#kehilangan .table-scroll').first().locator('tbody tr').count()).toBe(
        view.effect.byAid.length
      );
      expect(await page.locator('#aturan .rules > li').count()).toBe(10);
      expect(await page.locator('#andaian li').count()).toBeGreaterThan(1);
      expect(await textOf(page, 'noscript p')).toBe(text.needsScript[language]);
      expect(await page.locator('.needs-script:visible').count(), 'controls that do nothing').toBe(0);
      expect(complaints).toEqual([]);
      await close();
    }
  );
});

describe('the slider', () => {
  test('changes headline, numbers and address to what the solver finds natively; undo and redo go back and forth', async () => {
    const opened = await visit(browser, '/simulasi/', desk);
    const { page, served, close } = opened;
    const [start, more, most] = await Promise.all(
      [0.3, 0.45, 0.6].map((share) => native.headline(falling(first, share)))
    );
    expect(new Set([start, more, most]).size).toBe(3);
    expect(served.requests.filter((path) => /wasm|data\.json$/.test(path) && !path.includes('__data'))).toEqual([]);
    await moveTo(page, 45);
    await showsHeadline(page, more!);
    await expect.poll(() => searchOf(page), patience).toMatch(/tkd=-45&cara=terbaik&rencana=1/);
    expect(
      served.requests.filter((path) => /\/(engine|extract)\//.test(path)),
      'the engine is not needed'
    ).toEqual([]);
    const own = (await native.view(falling(first, 0.45))).effect;
    expect((await page.locator('.key-figures .value').nth(1).innerText()).replaceAll('.', '')).toBe(String(own.lost));

    await button(page, text.undo.id).click();
    await showsHeadline(page, start!);
    await expect.poll(() => searchOf(page), patience).toBe('');
    expect(await button(page, text.undo.id).isDisabled()).toBe(true);
    await button(page, text.redo.id).click();
    await showsHeadline(page, more!);
    await expect.poll(() => searchOf(page), patience).toMatch(/tkd=-45/);
    await page.locator('.slider input').focus();
    await page.keyboard.press('Control+z');
    await showsHeadline(page, start!);
    await page.keyboard.press('Control+Shift+z');
    await showsHeadline(page, more!);
    await page.locator('#cara').getByRole('button', { name: cutMethods.sebanding.name.id }).click();
    await expect.poll(() => searchOf(page), patience).toMatch(/cara=sebanding/);
    await moveTo(page, 60);
    await showsHeadline(page, await native.headline({ ...falling(first, 0.6), method: 'sebanding' }));
    await button(page, text.reset.id).click();
    await showsHeadline(page, start!);
    await expect.poll(() => searchOf(page), patience).toBe('');
    quiet(opened);
    await close();
  });

  test('moved with the keys in one go is undone at once', async () => {
    const opened = await visit(browser, '/simulasi/', desk);
    const { page, close } = opened;
    const start = await page.locator('h1').innerText();
    await page.locator('.slider input').focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    await showsHeadline(page, await native.headline(falling(first, 0.35)));
    await page.keyboard.press('Control+z');
    await showsHeadline(page, start);
    expect(await page.locator('.slider input').inputValue()).toBe('30');
    expect(await button(page, text.undo.id).isDisabled()).toBe(true);
    quiet(opened);
    await close();
  });

  test('what is typed and cannot be read is said, and the plan stays', async () => {
    const opened = await visit(browser, '/simulasi/', desk);
    const { page, close } = opened;
    const start = await page.locator('h1').innerText();
    const field = page.locator('.main .number input');
    await field.fill('-300');
    await field.press('Tab');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toBe(text.percentWrong.id);
    expect(await page.locator('h1').innerText()).toBe(start);
    await field.fill('-10');
    await field.press('Tab');
    await showsHeadline(page, await native.headline(falling(first, -0.1)));
    expect(await page.getByRole('alert').count()).toBe(0);
    quiet(opened);
    await close();
  });
});

describe('decisions on lines', () => {
  /** Three lines of the first plan: one that may be cut, one to lock, one to call something else. */
  async function lines(): Promise<{ id: string; nama: string; decision: LineDecision }[]> {
    const { rows } = await native.view(first);
    const office = rows.filter(
      ({ level, reason }) => level === 'akun' && reason!.role === 'umum' && reason!.room > 2_000_000
    );
    const [cut, locked, called] = office as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
    return [
      { id: cut.id!, nama: cut.nama!, decision: { cut: 1_500_000 } },
      { id: locked.id!, nama: locked.nama!, decision: { locked: true } },
      { id: called.id!, nama: called.nama!, decision: { role: 'data' } }
    ];
  }
  const known = async (): Promise<KnownData> => {
    const { input } = await native.data(1);
    return {
      ...{ base: first, lines: input.lines.map(({ id }) => id), sources: null, years: [] },
      dataVersion: ''
    };
  };
  /** The row of a line in the plan, all rows shown. */
  const rowOf = async (page: Page, id: string) => {
    const { rows } = await native.view(first);
    const shown = rows.filter(({ level }) => level === 'akun');
    return page.locator('#rencana tbody tr.akun').nth(shown.findIndex((row) => row.id === id));
  };
  async function expectDecisions(page: Page, language: 'id' | 'en'): Promise<void> {
    const [cut, locked, called] = await lines();
    const box = page.getByLabel(text.edit[language]);
    if (!(await box.isChecked())) await box.check();
    expect(await (await rowOf(page, cut!.id)).locator('input[type="text"]').inputValue()).toMatch(
      /^1[.,]?500[.,]?000$/
    );
    expect(await (await rowOf(page, locked!.id)).getByLabel(text.lock[language]).isChecked()).toBe(true);
    expect(await (await rowOf(page, called!.id)).locator('select').inputValue()).toBe('data');
  }

  test('a cut by hand, a lock and a role are in the link, there again on reload and in English', async () => {
    const opened = await visit(browser, '/simulasi/', desk);
    const { page, served, close } = opened;
    const [cut, locked, called] = await lines();
    await page.getByLabel(text.edit.id).check();
    const field = (await rowOf(page, cut!.id)).locator('input[type="text"]');
    await field.fill('1.500.000');
    await field.press('Tab');
    await (await rowOf(page, locked!.id)).getByLabel(text.lock.id).check();
    await (await rowOf(page, called!.id)).locator('select').selectOption('data');
    const decisions = Object.fromEntries([cut!, locked!, called!].map(({ id, decision }) => [id, decision]));
    const wanted: Scenario = { ...first, decisions };
    await expect
      .poll(async () => decodeScenario(searchOf(page), await known()).scenario.decisions, patience)
      .toEqual(decisions);
    await showsHeadline(page, await native.headline(wanted));
    await expectDecisions(page, 'id');
    const search = searchOf(page);
    await page.reload();
    await showsHeadline(page, await native.headline(wanted));
    await expectDecisions(page, 'id');
    await page.locator('a[hreflang="en"]').click();
    await page.waitForURL((url) => url.pathname.endsWith('/en/simulasi/'));
    await showsHeadline(page, await native.headline(wanted, 'en'));
    await expectDecisions(page, 'en');
    expect(searchOf(page)).toBe(search);
    await page.goto(`${served.url}/en/simulasi/${search}`);
    await showsHeadline(page, await native.headline(wanted, 'en'));
    await expectDecisions(page, 'en');
    quiet(opened);
    await close();
  });

  test('the link to English carries a scenario that was only just asked', async () => {
    const opened = await visit(browser, '/simulasi/', desk);
    const { page, close } = opened;
    await moveTo(page, 45);
    await showsHeadline(page, await native.headline(falling(first, 0.45)));
    await page.locator('a[hreflang="en"]').click();
    await page.waitForURL((url) => url.pathname.endsWith('/en/simulasi/'));
    await showsHeadline(page, await native.headline(falling(first, 0.45), 'en'));
    expect(searchOf(page)).toMatch(/tkd=-45/);
    quiet(opened);
    await close();
  });
});

describe('a link', () => {
  const good = () => encodeScenario(falling(first, 0.4), 'lain');
  const altered = (search: string) => {
    const at = search.indexOf('rencana=') + 30;
    return search.slice(0, at) + (search[at] === 'A' ? 'B' : 'A') + search.slice(at + 1);
  };
  const stranger: Scenario['decisions'] = { '1.06|9.99.99.9.99.9999|5.1.02': { cut: 5_000_000 } };
  const links: { name: string; search: () => string; says: RegExp; fall: number }[] = [
    { name: 'cut off', search: () => good().slice(0, -12), says: /^Tautan terpotong atau berubah di jalan/, fall: 0.4 },
    { name: 'altered', search: () => altered(good()), says: /^Tautan terpotong atau berubah di jalan/, fall: 0.4 },
    {
      name: 'of a line that is not here',
      search: () => encodeScenario({ ...falling(first, 0.4), decisions: stranger }, 'lain'),
      says: /^1 baris dari skenario itu tidak ada di data ini; potongannya Rp5,0\u00a0jt/,
      fall: 0.4
    },
    {
      name: 'made with other data',
      search: good,
      says: /^Tautan ini dibuat dengan data yang lebih lama atau lain/,
      fall: 0.4
    },
    {
      name: 'of an unknown year',
      search: () => '?tahun=2031&tkd=-40',
      says: /^Tahun 2031 tidak ada di data ini/,
      fall: 0.4
    },
    { name: 'turun=zzz', search: () => '?turun=zzz', says: /^turun: “zzz” tidak terbaca/, fall: 0.3 },
    { name: 'turun of a source that is not here', search: () => '?turun=9.9.99~20', says: /9\.9\.99/, fall: 0.3 },
    { name: 'tkd=abc', search: () => '?tkd=abc', says: /^tkd: “abc” tidak terbaca/, fall: 0.3 },
    { name: 'tkd=-500', search: () => '?tkd=-500', says: /^tkd: “-500” tidak terbaca/, fall: 0.3 },
    {
      name: 'a script for a value',
      search: () => '?cara=<script>alert(1)</script>',
      says: /^cara: “<script>/,
      fall: 0.3
    }
  ];
  test.each(links)('$name: a sentence, and a page that works', async ({ search, says, fall }) => {
    const opened = await visit(browser, `/simulasi/${search()}`, desk);
    const { page, close } = opened;
    await showsHeadline(page, await native.headline(falling(first, fall)));
    await expect
      .poll(() => page.locator('.status > p').allInnerTexts(), patience)
      .toEqual(expect.arrayContaining([expect.stringMatching(says)]));
    await moveTo(page, 55);
    await showsHeadline(page, await native.headline(falling(first, 0.55)));
    expect(await page.locator('.status > p').count(), 'what was said of the link is gone').toBe(0);
    quiet(opened);
    await close();
  });

  test('with parameters of somebody else is the page as it was built, and says nothing', async () => {
    const opened = await visit(browser, '/simulasi/?utm_source=surat', desk);
    await settled(opened.page);
    expect(await opened.page.locator('h1').innerText()).toBe(await native.headline(first));
    expect(await opened.page.locator('.status > p').count()).toBe(0);
    quiet(opened);
    await opened.close();
  });

  test('of another month asks the engine for that month first', async () => {
    const scenario = falling(await native.first(7), 0.5);
    const opened = await visit(browser, `/simulasi/${encodeScenario(scenario, 'lain')}`, desk);
    await showsHeadline(opened.page, await native.headline(scenario));
    expect(await opened.page.getByLabel(text.mulai.id).inputValue()).toBe('7');
    quiet(opened);
    await opened.close();
  });
});

test('a link of another month whose data cannot be had: controls and plan stay, it is said, and the next try opens it', async () => {
  let isMissing = true;
  const scenario = falling(await native.first(7), 0.5);
  const opened = await visit(browser, `/simulasi/${encodeScenario(scenario, 'lain')}`, {
    ...desk,
    mutate: (path) =>
      isMissing && /\/(engine|extract)\//.test(path) ? { status: 503, body: new Uint8Array() } : undefined
  });
  const { page, close } = opened;
  await page.getByText(/^Tautan ini mulai Juli\s2026; data bulan itu tidak dapat diambil/).waitFor(patience);
  expect(await page.getByLabel(text.mulai.id).inputValue()).toBe(String(first.mulai));
  expect(await page.locator('h1').innerText()).toBe(await native.headline(first));
  isMissing = false;
  await page.locator('.status').getByRole('button', { name: text.retry.id }).click();
  await showsHeadline(page, await native.headline(scenario));
  expect(await page.getByLabel(text.mulai.id).inputValue()).toBe('7');
  await close();
});

describe('the way back from a link', () => {
  test('the bare address of the page shows its own scenario again', async () => {
    const opened = await visit(browser, `/simulasi/${encodeScenario(falling(first, 0.4), 'lain')}`, desk);
    const { page, close } = opened;
    await showsHeadline(page, await native.headline(falling(first, 0.4)));
    await page.locator('nav a[aria-current="page"]').click();
    await showsHeadline(page, await native.headline(first));
    expect(searchOf(page)).toBe('');
    quiet(opened);
    await close();
  });

  test('data that could not be had when a link was opened: the next try opens the link', async () => {
    let isMissing = true;
    const opened = await visit(browser, `/simulasi/${encodeScenario(falling(first, 0.4), 'lain')}`, {
      ...desk,
      mutate: (path) =>
        isMissing && path === '/simulasi/data.json' ? { status: 503, body: new Uint8Array() } : undefined
    });
    const { page, close } = opened;
    await page.getByText(/^Data untuk menghitung tidak dapat diambil/).waitFor(patience);
    isMissing = false;
    await page.locator('.work').getByRole('button', { name: text.retry.id }).click();
    await showsHeadline(page, await native.headline(falling(first, 0.4)));
    expect(searchOf(page)).toMatch(/tkd=-40/);
    await close();
  });

  test('a fall of one source that was tried on the page of funding opens here', async () => {
    const { sources } = await native.view(first);
    const source = sources.find(({ terikat, kode }) => !terikat && kode !== 'TKD')!;
    const shocks: Scenario['shocks'] = { [source.kode]: { jenis: 'persen', nilai: 0.2 } };
    const opened = await visit(browser, `/simulasi/?turun=${source.kode}~20`, desk);
    await showsHeadline(opened.page, await native.headline({ ...first, shocks }));
    quiet(opened);
    await opened.close();
  });
});

describe('the plan', () => {
  test('shows sub kegiatan that are cut; accounts, every line, full rupiah and a search are a box away', async () => {
    const opened = await visit(browser, '/simulasi/', desk);
    const { page, close } = opened;
    const { rows } = await native.view(first);
    const count = (level: string) => page.locator(`#rencana tbody tr.${level}`).count();
    const of = (level: string, cutOnly: boolean) =>
      rows.filter((row) => row.level === level && (!cutOnly || row.potongan > 0)).length;
    const shows = (wanted: [subkegiatan: number, akun: number]) =>
      expect.poll(async () => [await count('subkegiatan'), await count('akun')], patience).toEqual(wanted);
    await shows([of('subkegiatan', true), 0]);
    await page.getByLabel(text.accounts.id).check();
    await shows([of('subkegiatan', true), of('akun', true)]);
    await page.getByLabel(text.planAll.id).check();
    await shows([of('subkegiatan', false), of('akun', false)]);
    await page.getByLabel(text.fullRupiah.id).check();
    const total = (await page.locator('#rencana tbody tr.jumlah td').allInnerTexts()).map((cell) =>
      cell.match(/Rp([\d.]+)/)?.[1]?.replaceAll('.', '')
    );
    expect(total.slice(0, 3).map(Number)).toEqual([rows[0]!.sebelum, rows[0]!.potongan, rows[0]!.sesudah]);
    const named = rows.find(({ level, nama }) => level === 'akun' && nama !== null)!.nama!;
    await page.locator('#rencana').getByRole('searchbox').fill(named);
    expect(await page.locator('#rencana tbody tr.akun th').allInnerTexts()).toEqual(
      rows
        .filter(({ level, nama }) => level === 'akun' && nama?.toLowerCase().includes(named.toLowerCase()))
        .map(() => expect.stringContaining(named))
    );
    quiet(opened);
    await close();
  });
});

test('another month starts the engine and is answered; undo needs it no more', async () => {
  const opened = await visit(browser, '/simulasi/', desk);
  const { page, served, close } = opened;
  await page.getByLabel(text.mulai.id).selectOption('7');
  const wanted = { ...first, mulai: 7 };
  await showsHeadline(page, await native.headline(wanted));
  expect(served.requests.some((path) => path.includes('/engine/'))).toBe(true);
  expect(await textOf(page, '.lead')).toContain('Mulai Juli 2026');
  await button(page, text.undo.id).click();
  await showsHeadline(page, await native.headline(first));
  quiet(opened);
  await close();
});

describe('the solver', () => {
  test('is cancelled while it works: the plan before stays, and may be asked again', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const opened = await visit(browser, '/simulasi/', {
      ...desk,
      mutate: async (path) => {
        if (solverFile.test(path)) await held;
        return undefined;
      }
    });
    const { page, close } = opened;
    const before = await page.locator('#rencana table').innerText();
    await moveTo(page, 50);
    await page.locator('.work').getByRole('button', { name: text.cancel.id }).click();
    await page.getByText(text.cancelled.id).waitFor();
    expect(await page.locator('h1').innerText()).toBe(await native.headline(first));
    expect(await page.locator('#rencana table').innerText()).toBe(before);
    release();
    await page.locator('.work').getByRole('button', { name: text.retry.id }).click();
    await showsHeadline(page, await native.headline(falling(first, 0.5)));
    expect(await page.locator('.work p').count()).toBe(0);
    quiet(opened);
    await close();
  });

  test('is not there: a sentence says so, the page goes on in proportion, every other method works, and it is asked for again', async () => {
    let isMissing = true;
    const opened = await visit(browser, '/simulasi/', {
      ...desk,
      mutate: (path) => (isMissing && solverFile.test(path) ? { status: 404, body: new Uint8Array() } : undefined)
    });
    const { page, foreign, complaints, close } = opened;
    await moveTo(page, 50);
    await page.getByText(text.solverFailed.id).waitFor(patience);
    await showsHeadline(page, await native.headline({ ...falling(first, 0.5), method: 'sebanding' }));
    for (const method of ['rata_pagu', 'prioritas', 'templat', 'tangan', 'sebanding'] as const) {
      await page.locator('#cara').getByRole('button', { name: cutMethods[method].name.id }).click();
      await showsHeadline(page, await native.headline({ ...falling(first, 0.5), method }));
    }
    isMissing = false;
    await page.locator('.work').getByRole('button', { name: text.retry.id }).click();
    await settled(page);
    await expect.poll(() => page.locator('#cara tbody tr').count(), patience).toBe(6);
    expect(await page.getByText(text.solverFailed.id).count()).toBe(0);
    expect(foreign).toEqual([]);
    expect(complaints.filter((one) => !/404|wasm|status of/i.test(one))).toEqual([]);
    await close();
  });

  test('a cut by hand above what a line may lose is said with what became of it', async () => {
    const { rows } = await native.view(first);
    const line = rows.find(({ reason }) => reason !== null && reason.bound === 'spm')!;
    const scenario = { ...first, decisions: { [line.id!]: { cut: line.sebelum } } };
    const { clamps } = await native.view(scenario);
    expect(clamps).toHaveLength(1);
    const opened = await visit(browser, `/simulasi/${encodeScenario(scenario, 'lain')}`, desk);
    await showsHeadline(opened.page, await native.headline(scenario));
    expect(await opened.page.locator('#rencana').innerText()).toContain(boundText(clamps[0]!.reason).id);
    quiet(opened);
    await opened.close();
  });

  test('data that cannot be had are said, and the next try has them', async () => {
    let isMissing = true;
    const opened = await visit(browser, '/simulasi/', {
      ...desk,
      mutate: (path) =>
        isMissing && path === '/simulasi/data.json' ? { status: 503, body: new Uint8Array() } : undefined
    });
    const { page, close } = opened;
    await moveTo(page, 50);
    await page.getByText(/^Data untuk menghitung tidak dapat diambil/).waitFor(patience);
    expect(await page.locator('h1').innerText()).toBe(await native.headline(first));
    isMissing = false;
    await page.locator('.work').getByRole('button', { name: text.retry.id }).click();
    await showsHeadline(page, await native.headline(falling(first, 0.5)));
    expect(await page.locator('.status > p').count()).toBe(0);
    await close();
  });
});

describe('by keyboard', () => {
  test('every control is reached in the order of the page, and nobody is caught', async () => {
    const opened = await visit(browser, '/simulasi/', desk);
    const { page, close } = opened;
    await page.getByLabel(text.edit.id).check();
    await page.locator('#rencana tr.akun').first().waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const reached = await page.evaluate(() => {
      const wanted = 'a[href], button:not(:disabled), select, input, summary, [tabindex="0"]';
      return [...document.querySelectorAll(wanted)].filter(
        (element) => element.checkVisibility({ contentVisibilityAuto: true }) && (element as HTMLElement).tabIndex >= 0
      ).length;
    });
    expect(reached).toBeGreaterThan(100);
    await page.evaluate(() => Object.assign(window, { seen: [] }));
    await page.locator('.skip').focus();
    for (let i = 0; i < reached; i++) {
      await page.evaluate(() => (window as unknown as { seen: Element[] }).seen.push(document.activeElement!));
      await page.keyboard.press('Tab');
    }
    const seen = await page.evaluate(() => {
      const { seen } = window as unknown as { seen: Element[] };
      const follows = (a: Element, b: Element) =>
        Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
      const nameless = seen.filter((one) => {
        const control = one as HTMLInputElement;
        return !(one.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? one.textContent)?.trim();
      });
      return {
        distinct: new Set(seen).size,
        inOrder: seen.every((element, index) => index === 0 || follows(seen[index - 1]!, element)),
        nameless: nameless.map(({ outerHTML }) => outerHTML)
      };
    });
    expect(seen).toEqual({ distinct: reached, inOrder: true, nameless: [] });
    quiet(opened);
    await close();
  });

  test('slider, number, month, method, rule and a line are all worked without a mouse', async () => {
    const opened = await visit(browser, '/simulasi/', desk);
    const { page, close } = opened;
    const asked = () =>
      decodeScenario(searchOf(page), { ...{ base: first, lines: [], sources: null, years: [] }, dataVersion: '' })
        .scenario;
    await page.locator('.slider input').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => asked().shocks.TKD, patience).toEqual({ jenis: 'persen', nilai: 0.31 });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('40');
    await page.keyboard.press('Enter');
    await expect.poll(() => asked().shocks.TKD, patience).toEqual({ jenis: 'persen', nilai: 0.4 });
    await page.locator('#cara').getByRole('button', { name: cutMethods.prioritas.name.id }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => asked().method, patience).toBe('prioritas');
    await page.locator('#aturan').getByRole('checkbox').nth(5).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => asked().rules.data, patience).toBe(false);
    await page.getByLabel(text.edit.id).focus();
    await page.keyboard.press('Space');
    await page.locator('#rencana').getByLabel(text.lock.id).first().focus();
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('#rencana').getByLabel(text.lock.id).first().isChecked(), patience).toBe(true);
    await settled(page);
    quiet(opened);
    await close();
  });
});

describe.each(['/simulasi/', '/en/simulasi/'])('%s with every line open to be changed', (path) => {
  const language = path.startsWith('/en/') ? 'en' : 'id';
  let opened: Visit;
  beforeAll(async () => {
    opened = await visit(browser, path);
    await openAll(opened.page);
    await opened.page.getByLabel(text.edit[language]).check();
    await opened.page.locator('#rencana tr.akun').first().waitFor();
  });
  afterAll(() => opened?.close());
  test.each([
    { width: 320, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' },
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' }
  ] as const)('$width px, $colorScheme: fits, is legible and accessible', async ({ width, colorScheme }) => {
    const { page } = opened;
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await overflowing(page), 'reaches past the edge').toEqual([]);
    expect(await smallText(page), 'text under 12 px').toEqual([]);
    expect(await axeFindings(page, colorScheme === 'light' ? 'all' : 'colours'), 'WCAG 2.2 AA').toEqual([]);
  });
  test('after a question it still is', async () => {
    const { page } = opened;
    await moveTo(page, 60);
    await settled(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowing(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    quiet(opened);
  });
});
