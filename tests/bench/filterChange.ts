import type { Browser, Page } from 'playwright-core';
import { realizationText as text } from '$lib/text/realization';
import { keepNames } from './support/keepNames';
import { type BenchRow, milliseconds } from './support/row';
import { quantile } from './support/statistics';

/** What a series of filter changes took, in milliseconds. */
export interface FilterChanges {
  /** Change of a select to the first frame that shows the answer, engine and tables already there. */
  times: number[];
  /** The first question of a tab: engine start, tables and answer. */
  first: number;
  /** Tasks of the main thread over 50 ms during the changes, as the browser's own observer saw them. */
  longTasks: number[];
}

/** One choice in the page's filter; '' is the blank choice. */
type Step = [field: string, value: string];

/** Changes filters of the realization page as a reader would, `rounds` times through every field. */
export async function filterChanges(browser: Browser, url: string, rounds = 3): Promise<FilterChanges> {
  const context = await browser.newContext();
  try {
    await context.addInitScript(keepNames);
    const page = await context.newPage();
    await page.goto(`${url}/realisasi/`, { waitUntil: 'networkidle' });
    await page.evaluate(installClock);
    const steps = await stepsOf(page);
    const first = await change(page, narrowed);
    for (const step of steps) await change(page, step);
    await page.evaluate(() => void (window.bench.longTasks.length = 0));
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const step of steps) times.push(await change(page, step));
    }
    // Entries of the last change are delivered in a later task.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    return { times, first, longTasks: await page.evaluate(() => window.bench.longTasks) };
  } finally {
    await context.close();
  }
}

/** The view from which the steps start and to which they return: never the page's own one, which asks nothing. */
const narrowed: Step = [text.bulan.id, '6'];

/** A round through the units, programs, kinds, sources, stages, months and years that the page offers. */
async function stepsOf(page: Page): Promise<Step[]> {
  const offered = await page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLSelectElement>('form.filters select'), (select) => ({
      label: select.labels?.[0]?.querySelector('span')?.textContent ?? '',
      values: Array.from(select.options, ({ value }) => value)
    }))
  );
  const valuesOf = (label: string) => offered.find((field) => field.label === label)?.values.slice(1) ?? [];
  const through = [text.skpd.id, text.kode.id, text.jenis.id, text.sumberDana.id, text.tahap.id];
  const steps = through.flatMap((label): Step[] => {
    const values = valuesOf(label).slice(0, 3);
    return values.length === 0 ? [] : [...values.map((value): Step => [label, value]), [label, '']];
  });
  const [kind, year] = [valuesOf(text.jenis.id)[0], valuesOf(text.tahun.id)[0]];
  if (kind === undefined || year === undefined) throw new Error('the page offers no kinds or no past years');
  const months = ['3', '9', '6'].map((month): Step => [text.bulan.id, month]);
  // A change of year drops the month, so the kind keeps the view narrowed.
  return [
    ...steps,
    ...months,
    [text.jenis.id, kind],
    [text.tahun.id, year],
    narrowed,
    [text.tahun.id, ''],
    narrowed,
    [text.jenis.id, '']
  ];
}

function change(page: Page, [label, value]: Step): Promise<number> {
  return page.evaluate(([label, value]) => window.bench.change(label, value), [label, value] as const);
}

declare global {
  interface Window {
    bench: { longTasks: number[]; change(label: string, value: string): Promise<number> };
  }
}

/** Runs in the page. A view that is asked is marked busy; the frame after that mark goes away shows the answer. */
function installClock(): void {
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
      const section = document.querySelector('#pengecualian')!;
      let wasBusy = section.getAttribute('aria-busy') === 'true';
      const observer = new MutationObserver(() => {
        const busy = section.getAttribute('aria-busy') === 'true';
        if (wasBusy && !busy) done();
        wasBusy ||= busy;
      });
      const done = () => {
        observer.disconnect();
        resolve();
      };
      observer.observe(section, { attributes: true, attributeFilter: ['aria-busy'] });
    });
  window.bench = {
    longTasks,
    async change(label, value) {
      const select = find(label);
      if (!select) throw new Error(`no filter ${label}`);
      if (select.value === value) throw new Error(`${label} is ${value} already`);
      const begun = performance.now();
      const answer = answered();
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await answer;
      return (await painted()) - begun;
    }
  };
}

/** Rows of the table for the home case: how long a change takes, and the longest task meanwhile. */
export async function filterRows(browser: Browser, url: string): Promise<BenchRow[]> {
  const { times, first, longTasks } = await filterChanges(browser, url);
  const p95 = quantile(times, 0.95);
  const longest = Math.max(0, ...longTasks);
  return [
    {
      what: 'filter change, home case',
      measured: `p50 ${milliseconds(quantile(times, 0.5))}, p95 ${milliseconds(p95)}`,
      budget: 'p95 50 ms',
      isWithin: p95 <= 50,
      how: `${times.length} changes, after one round, change to painted answer; first question of the tab ${milliseconds(first)}`
    },
    {
      what: 'longest main-thread task',
      measured: longest === 0 ? 'below 50 ms' : milliseconds(longest),
      budget: '50 ms',
      isWithin: longest <= 50,
      how: `${longTasks.length} tasks over 50 ms in ${times.length} changes, by the browser's own observer`
    }
  ];
}
