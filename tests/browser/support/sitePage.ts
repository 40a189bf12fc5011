import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Opens every part that can be opened, so that what it holds is looked at too; or closes them all. */
export async function openAll(page: Page, open = true): Promise<void> {
  await page.evaluate(async (open) => {
    const left = () => [...document.querySelectorAll('details')].filter((details) => details.open !== open);
    while (left().length > 0) {
      for (const details of left()) details.open = open;
      // A part tells that it is open in a task of its own, and may hold further parts.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
  }, open);
}

/** Elements that reach past the right or left edge of the page without a scrolling place of their own; empty when the page fits. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth > width ? [`page ${document.documentElement.scrollWidth}`] : [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX) ||
        scrolls(element.parentElement));
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      return own > 0 && (right > width + 1 || left < -1) && !scrolls(element.parentElement) && !scrolls(element);
    });
    const named = out.map((element) => `${element.tagName} ${element.getAttribute('class') ?? ''} ${element.id}`);
    // A drawing or a list may stick out where its own clip-path cuts it; what counts is that the page does not scroll.
    return wide.length === 0 ? [] : [...wide, ...named.slice(0, 5)];
  });
}

/** Visible text smaller than `least` CSS pixels, drawings at their drawn size; each with its size. */
export function smallText(page: Page, least = 12): Promise<string[]> {
  return page.evaluate((least) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? '';
      const element = walker.currentNode.parentElement!;
      // An arrow is a sign, hidden from screen readers, not text to be read.
      if (text === '' || element.getClientRects().length === 0 || element.closest('.visually-hidden, [aria-hidden]'))
        continue;
      const svg = element.closest('svg');
      const scale = svg && svg.viewBox.baseVal ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < least - 0.05) found.push(`${size.toFixed(1)} px: ${text.slice(0, 40)}`);
    }
    return found;
  }, least);
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules whose answer depends on colours, the only ones worth asking again in another colour scheme. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds against WCAG 2.2 A and AA: rule, place and reason, one line each. `colours` asks the rules of colour only. */
export async function axeFindings(page: Page, which: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Its other mode opens a page of its own to put the answers of foreign frames together, which takes as long again.
  if (page.frames().length > 1) throw new Error(`${page.url()} has a frame, which this would not look into`);
  // Only violations are read: describing every element that passed takes nearly half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (which === 'all' ? axe.withTags(levels) : axe.withRules(colourRules)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`)
  );
}
