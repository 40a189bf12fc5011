import type { ParamMatcher } from '@sveltejs/kit';

/** The only language prefix there is: Indonesian lives at the root. */
export const match = ((param: string): param is 'en' => param === 'en') satisfies ParamMatcher;
