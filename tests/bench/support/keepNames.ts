/**
 * Script for a page in which functions of these files run: the loader of the commands wraps every named function in a call
 * of `__name`, which a page does not have.
 */
export const keepNames = { content: 'globalThis.__name = (named) => named;' };
