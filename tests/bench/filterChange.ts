import type { Browser, Page } from 'playwright-core';
import { engineText } from '$lib/text/engine';
import { filterPages, type FilterPage, type Offer, type Step } from './filterPages';
import { keepNames } from './support/keepNames';
import { type BenchRow, milliseconds } from './support/row';
import { quantile } from './support/statistics';

/** What a series of filter changes took, in milliseconds. */
export interface FilterChanges {
  /** Change of a select to the first frame that shows the answer, engine and tables already there, each asked before. */
  times: number[];
  /** The same for the first round, in which every choice is made for the first time. */
  newTimes: number[];
  /** As `times`, to the frame that shows the whole page: rows of long tables below the first screen come after the answer. */
  whole: number[];
  /** The first question of a tab: engine start, tables and answer. */
  first: number;
  /** Tasks of the main thread over 50 ms during both, as the browser's own observer saw them. */
  longTasks: number[];
}

/** Changes filters of a page as a reader would: once through every field, then `rounds` times again. */
export async function filterChanges(
  browser: Browser,
  url: string,
  { path, round }: FilterPage,
  rounds = 3
): Promise<FilterChanges> {
  const context = await browser.newContext();
  try {
    await context.addInitScript(keepNames);
    const page = await context.newPage();
    await page.goto(url + path, { waitUntil: 'networkidle' });
    await page.evaluate(installClock, engineText.ask.id);
    const { begin, steps } = round(await offersOf(page));
    const first = await change(page, begin[0]!);
    for (const step of begin.slice(1)) await change(page, step);
    await page.evaluate(() => void (window.bench.longTasks.length = 0));
    const times: Change[][] = [];
    for (let done = 0; done <= rounds; done++) {
      const taken: Change[] = [];
      for (const step of steps) taken.push(await change(page, step));
      times.push(taken);
    }
    // Entries of the last change are delivered in a later task.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    const longTasks = await page.evaluate(() => window.bench.longTasks);
    const later = times.slice(1).flat();
    return {
      times: later.map(({ answer }) => answer),
      newTimes: times[0]!.map(({ answer }) => answer),
      whole: later.map(({ whole }) => whole),
      first: first.answer,
      longTasks
    };
  } finally {
    await context.close();
  }
}

/** What the selects of the page offer, by their labels; a select that is not there offers nothing. */
async function offersOf(page: Page): Promise<(label: string) => Offer> {
  const fields = await page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLSelectElement>('form.filters select'), (select) => ({
      label: select.labels?.[0]?.querySelector('span')?.textContent ?? '',
      own: select.value,
      others: Array.from(select.options, ({ value }) => value).filter((value) => value !== select.value)
    }))
  );
  return (label) => fields.find((field) => field.label === label) ?? { own: '', others: [] };
}

/** Milliseconds from one change to the frame that shows the answer, and to the one that shows all of it. */
interface Change {
  answer: number;
  whole: number;
}

function change(page: Page, [label, value]: Step): Promise<Change> {
  return page.evaluate(([label, value]) => window.bench.change(label, value), [label, value] as const);
}

declare global {
  interface Window {
    bench: { longTasks: number[]; change(label: string, value: string): Promise<Change> };
  }
}

/** Runs in the page. While a view is asked the page says so, in the sentence `asking`; the frame after that sentence goes away shows the answer. */
function installClock(asking: string): void {
  const longTasks: number[] = [];
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => longTasks.push(duration))).observe({
    type: 'longtask'
  });
  const find = (label: string) =>
    Array.from(document.querySelectorAll<HTMLSelectElement>('form.filters select')).find(
      (select) => select.labels?.[0]?.querySelector('span')?.textContent === label
    );
  const painted = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(null);
      })
    );
  const answered = () =>
    new Promise<void>((resolve) => {
      const status = document.querySelector('main .status')!;
      const isBusy = () =>
        status.querySelector('progress') !== null ||
        Array.from(status.children).some(({ textContent }) => textContent === asking);
      let wasBusy = isBusy();
      const observer = new MutationObserver(() => {
        const busy = isBusy();
        if (wasBusy && !busy) done();
        wasBusy ||= busy;
      });
      const done = () => {
        observer.disconnect();
        resolve();
      };
      observer.observe(status, { childList: true, characterData: true, subtree: true });
    });
  const late = (what: string) =>
    new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error(`${what} was not answered within a minute`)), 60_000)
    );
  window.bench = {
    longTasks,
    async change(label, value) {
      const select = find(label);
      if (!select) throw new Error(`no filter ${label}`);
      if (select.value === value) throw new Error(`${label} is ${value} already`);
      const begun = performance.now();
      const answer = answered();
      select.value = value;
      if (select.value !== value) throw new Error(`${label} does not offer ${value}`);
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await Promise.race([answer, late(`${label}=${value}`)]);
      const shown = await painted();
      let whole = shown;
      while (document.querySelector('main [aria-busy="true"]') !== null) whole = await painted();
      return { answer: shown - begun, whole: whole - begun };
    }
  };
}

/** Rows of the table for each page with a filter: how long a change takes, and the longest task meanwhile. */
export async function filterRows(browser: Browser, url: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const page of filterPages) rows.push(...rowsOf(page.path, await filterChanges(browser, url, page)));
  return rows;
}

function rowsOf(path: string, { times, newTimes, whole, first, longTasks }: FilterChanges): BenchRow[] {
  const p95 = quantile(times, 0.95);
  const longest = Math.max(0, ...longTasks);
  const isNew = `asked for the first time p50 ${milliseconds(quantile(newTimes, 0.5))}, p95 ${milliseconds(quantile(newTimes, 0.95))}`;
  return [
    {
      what: `filter change, ${path}`,
      measured: `p50 ${milliseconds(quantile(times, 0.5))}, p95 ${milliseconds(p95)}`,
      budget: 'p95 50 ms',
      isWithin: p95 <= 50,
      how: `${times.length} changes, after one round, change to painted answer; whole page p50 ${milliseconds(quantile(whole, 0.5))}, p95 ${milliseconds(quantile(whole, 0.95))}; ${isNew}; first question of the tab ${milliseconds(first)}`
    },
    {
      what: `longest main-thread task, ${path}`,
      measured: longest === 0 ? 'below 50 ms' : milliseconds(longest),
      budget: '50 ms',
      isWithin: longest <= 50,
      how: `${longTasks.length} tasks over 50 ms in ${times.length + newTimes.length} changes, by the browser's own observer`
    }
  ];
}
