import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { solvedStart, type CutStart } from '../../[[lang=en]]/simulasi/start';

export const prerender = true;

/** What the cut model reads, for the year and month that the page opens with; null where the extract has no pagu. */
export const GET: RequestHandler = async () => {
  const start = await solvedStart();
  if (start === null) return json(null);
  const { view: _, ...published } = start;
  return json(published satisfies CutStart);
};
