import { lightColours } from '$lib/chart/lightColours';

/**
 * The rules of a page that decide about one drawing, for a file that has no page: those of classes that the markup has, outside any
 * condition, with light colours in place of their names.
 */
export function stylesFor(css: string, markup: string): string {
  const classes = new Set([...markup.matchAll(/[\w-]+/g)].map(([name]) => name));
  return rulesOf(css)
    .flatMap(({ selectors, body }) => {
      const wanted = selectors.filter((selector) => isWanted(selector, classes));
      // In the file the drawing is a group inside the svg, no svg of its own.
      const kept = wanted.map((selector) => selector.replaceAll(/\bsvg\b/g, '.gambar'));
      const declarations = coloured(body);
      return kept.length === 0 || declarations === '' ? [] : [`${kept.join(',')}{${declarations}}`];
    })
    .join('');
}

/** Rules of the top level; what stands inside a condition (@media, @container, @supports) is for screens, print and the like. */
function rulesOf(css: string): { selectors: string[]; body: string }[] {
  const rules: { selectors: string[]; body: string }[] = [];
  let [depth, start, head] = [0, 0, ''];
  const text = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{' && depth++ === 0) {
      head = text.slice(start, at).trim();
      start = at + 1;
    } else if (text[at] === '}' && --depth === 0) {
      if (!head.startsWith('@')) rules.push({ selectors: selectorsOf(head), body: text.slice(start, at).trim() });
      start = at + 1;
    }
  }
  return rules;
}

/** Splits a list of selectors at its own commas, not at those inside `:is(…)`. */
function selectorsOf(head: string): string[] {
  return head.split(/,(?![^(]*\))/).map((selector) => selector.trim());
}

function isWanted(selector: string, classes: ReadonlySet<string>): boolean {
  const named = [...selector.replaceAll(/:not\([^)]*\)/g, '').matchAll(/\.([\w-]+)/g)].map(([, name]) => name!);
  // The place of a drawing is shown or not by its width; a file has but the one.
  if (named.length === 0 || selector === '.drawing' || /:(hover|focus|active|focus-visible)\b/.test(selector))
    return false;
  return named.every((name) => classes.has(name));
}

/** Declarations that a drawing has, with colours for names; a drawing is always shown. */
function coloured(body: string): string {
  return body
    .split(';')
    .map((declaration) => declaration.trim())
    .filter((declaration) =>
      /^(color|fill|stroke|paint-order|font|text-anchor|dominant-baseline|opacity|display:\s*none)/.test(declaration)
    )
    .map((declaration) =>
      declaration.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => lightColours[name] ?? 'none')
    )
    .join(';');
}
