import type { Browser, Page } from 'playwright-core';
import { keepNames } from './support/keepNames';
import { type BenchRow, milliseconds } from './support/row';
import { quantile } from './support/statistics';

/** Loads of the page, each with a first move and later ones. */
const loads = 5;
/** From the touch of the control to the first move, in milliseconds. */
const handTime = 500;
const later = [35, 40, 45, 50, 25, 30, 20, 35];

/** Rows of the table for the fall of TKD on the page of cuts: the first move after the page was opened, and those after it. */
export async function sliderRows(browser: Browser, url: string): Promise<BenchRow[]> {
  const firstMoves: number[] = [];
  const others: number[] = [];
  for (let load = 0; load < loads; load++) {
    const context = await browser.newContext();
    try {
      await context.addInitScript(keepNames);
      const page = await context.newPage();
      await page.goto(`${url}/simulasi/`, { waitUntil: 'networkidle' });
      // A hand comes to the slider before it moves it.
      await page.locator('.slider input').focus();
      await page.waitForTimeout(handTime);
      firstMoves.push(await move(page, 33));
      for (const percent of later) others.push(await move(page, percent));
    } finally {
      await context.close();
    }
  }
  const how = `${loads} cold loads of /simulasi/, from the move to the painted answer; the hand came half a second before`;
  return [
    {
      what: 'first move of the slider',
      measured: `median ${milliseconds(quantile(firstMoves, 0.5))}, slowest ${milliseconds(Math.max(...firstMoves))}`,
      budget: milliseconds(200),
      isWithin: Math.max(...firstMoves) <= 200,
      how
    },
    {
      what: 'later moves of the slider',
      measured: `median ${milliseconds(quantile(others, 0.5))}, slowest ${milliseconds(Math.max(...others))}`,
      budget: milliseconds(200),
      isWithin: Math.max(...others) <= 200,
      how: `${others.length} moves, the same`
    }
  ];
}

/** Milliseconds from a move of the slider to the frame that shows its answer. */
function move(page: Page, percent: number): Promise<number> {
  return page.evaluate((percent) => {
    const slider = document.querySelector<HTMLInputElement>('.slider input')!;
    const heading = document.querySelector('h1')!;
    const before = heading.textContent;
    const begun = performance.now();
    return new Promise<number>((resolve) => {
      const look = () => {
        const isDone = heading.textContent !== before && document.querySelector('.shown[aria-busy="false"]') !== null;
        if (!isDone) return void requestAnimationFrame(look);
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - begun);
          channel.port2.postMessage(null);
        });
      };
      slider.value = String(percent);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      requestAnimationFrame(look);
    });
  }, percent);
}
