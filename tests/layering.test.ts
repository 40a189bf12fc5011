import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * What each folder may import of ours, its own files aside. Imports point down: routes, then view and ui, then text and chart,
 * then url, format and query, with model at the bottom knowing nothing of the rest.
 */
const allowed: Record<string, readonly string[]> = {
  contract: [],
  source: ['contract'],
  model: [],
  query: [],
  database: ['query', 'url'],
  solver: ['model'],
  server: ['query', 'database', 'contract'],
  url: [],
  format: [],
  offline: [],
  text: ['format', 'contract', 'model'],
  chart: ['format', 'model', 'text'],
  ui: ['chart', 'format', 'offline', 'text', 'model', 'contract', 'url'],
  extract: ['source', 'contract', 'model'],
  view: ['query', 'url', 'model'],
  cli: ['extract', 'source', 'contract', 'database', 'query', 'server', 'solver', 'format', 'model', 'offline'],
  routes: [
    'chart',
    'contract',
    'database',
    'format',
    'model',
    'offline',
    'query',
    'server',
    'solver',
    'text',
    'ui',
    'url',
    'view'
  ]
};

/** Modules that any folder but model may use, since they hold nothing but a type that every word a reader sees has. */
const open = ['src/lib/text/language'];

/** Imports that point up, each with its reason. `type` allows no values: they are gone when the code runs. */
const allowances: { from: string; to: string; kind: 'type' | 'value'; reason: string }[] = [
  {
    from: 'src/lib/text/realizationWords.ts',
    to: 'src/lib/view/realization',
    kind: 'type',
    reason: 'the sentences of a page are made from the numbers of that page'
  },
  {
    from: 'src/lib/text/realizationRates.ts',
    to: 'src/lib/view/realization',
    kind: 'type',
    reason: 'the rates of a page are made from the numbers of that page'
  },
  ...['view/funding', 'view/fundingPage', 'view/fundingSummary', 'ui/why'].map((to) => ({
    from: 'src/lib/text/fundingSentences.ts',
    to: `src/lib/${to}`,
    kind: 'type' as const,
    reason: 'the sentences of a page are made from the numbers of that page'
  })),
  ...['', 'Labels', 'Lists', 'Spread', 'Money', 'Trend', 'Why', 'Sentences', 'RegionSentences'].map((name) => ({
    from: `src/lib/text/targeting${name}.ts`,
    to: 'src/lib/view/targetingView',
    kind: 'type' as const,
    reason: 'the sentences of a page are made from the numbers of that page'
  })),
  ...['operatorTask', 'paymentReason'].map((name) => ({
    from: `src/lib/text/${name}.ts`,
    to: 'src/lib/view/targetingView',
    kind: 'type' as const,
    reason: 'the sentences of a page are made from the numbers of that page'
  })),
  ...['Why', 'Sentences', 'RegionSentences'].map((name) => ({
    from: `src/lib/text/targeting${name}.ts`,
    to: 'src/lib/ui/why',
    kind: 'type' as const,
    reason: 'an answer to "why?" is words in the shape that its component shows'
  })),
  {
    from: 'src/lib/text/realizationSentences.ts',
    to: 'src/lib/view/realization',
    kind: 'type',
    reason: 'the sentences of a page are made from the numbers of that page'
  },
  {
    from: 'src/lib/text/realizationSentences.ts',
    to: 'src/lib/view/exception',
    kind: 'type',
    reason: 'the reasons of an exception are made from its findings'
  },
  {
    from: 'src/lib/text/realizationSentences.ts',
    to: 'src/lib/ui/why',
    kind: 'type',
    reason: 'an answer to "why?" is words in the shape that its component shows'
  },
  {
    from: 'src/lib/text/realizationWords.ts',
    to: 'src/lib/ui/why',
    kind: 'type',
    reason: 'an answer to "why?" is words in the shape that its component shows'
  },
  {
    from: 'src/lib/ui/ExceptionTable.svelte',
    to: 'src/lib/view/exception',
    kind: 'type',
    reason: 'both pages show this table, and its props are the rows of the view'
  },
  ...(['component', 'stage'] as const).map((subject) => ({
    from: 'src/lib/view/fundingFigures.ts',
    to: `src/lib/contract/${subject}`,
    kind: 'value' as const,
    reason:
      'the closed lists say to which group a component belongs and in which order stages follow; no file holds that'
  }))
];

/** Files above 300 lines, each with its reason. */
const long: Record<string, string> = {
  'src/lib/view/targetingView.ts': 'types alone: what views, sentences and pages of targeting agree on, read as one',
  'src/routes/[[lang=en]]/realisasi/+page.svelte':
    'the page with all its figures; the parts that stand alone are components'
};

/** Our own files below a folder, with the path that git shows. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesOf(path) : /\.(ts|svelte|mjs)$/.test(entry.name) ? [path] : [];
    })
    .sort();
}

interface Import {
  from: string;
  /** Path from the root, without extension where the import has none. */
  to: string;
  isType: boolean;
}

/** Imports and re-exports, static or not, that stay below src. Side-effect imports are values. */
function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const statements = [
    ...text.matchAll(/\b(?:import|export)\s+(type\s+)?([^'"`;]*?)\bfrom\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/\bimport\s*()()['"]([^'"]+)['"]/g),
    ...text.matchAll(/\bimport\s*\(\s*()()['"]([^'"]+)['"]/g),
    ...text.matchAll(/\bnew URL\(\s*()()['"](\.[^'"]+)['"]/g)
  ];
  return statements.flatMap(([, type, names, target]) => {
    const to = resolved(path, target!);
    const isType = type !== undefined && type !== '' ? true : areTypes(names ?? '');
    return to === null ? [] : [{ from: path, to: to.replace(/\?.*$/, '').replace(/\.ts$/, ''), isType }];
  });
}

/** `{ type A, type B }` holds no value. */
function areTypes(names: string): boolean {
  const inside = /^\{([\s\S]*)\}\s*$/.exec(names.trim())?.[1];
  const parts =
    inside
      ?.split(',')
      .map((part) => part.trim())
      .filter(Boolean) ?? [];
  return parts.length > 0 && parts.every((part) => part.startsWith('type '));
}

function resolved(from: string, target: string): string | null {
  if (target.startsWith('$lib/')) return join('src/lib', target.slice('$lib/'.length));
  if (!target.startsWith('.')) return null;
  const path = normalize(join(dirname(from), target));
  return path.startsWith('src/') ? path : null;
}

/** `model` of `src/lib/model/series`, `routes` of `src/routes/…`; null for the root of src. */
function layerOf(path: string): string | null {
  const [, first, second] = path.split('/');
  return first === 'lib' ? (second ?? null) : first !== undefined && first in allowed ? first : null;
}

function isAllowed({ from, to, isType }: Import): boolean {
  const [above, below] = [layerOf(from), layerOf(to)];
  if (above === null || below === null || above === below) return true;
  if (allowed[above]!.includes(below) || (open.includes(to) && above !== 'model')) return true;
  return allowances.some((one) => one.from === from && one.to === to && (one.kind === 'value' || isType));
}

const all = filesOf('src');
const everyImport = all.flatMap(importsOf);
const code = (path: string) => readFileSync(path, 'utf8');

describe('imports point down', () => {
  test('every folder of src has a place in the table, and none is missing from it', () => {
    const folders = readdirSync('src/lib').concat('cli', 'routes');
    expect(folders.toSorted()).toEqual(Object.keys(allowed).toSorted());
  });

  test('imports are found at all', () => {
    expect(everyImport.length).toBeGreaterThan(300);
    expect(everyImport).toContainEqual({
      from: 'src/lib/view/tree.ts',
      to: 'src/lib/model/series',
      isType: false
    });
  });

  test.for(Object.keys(allowed))('%s', (layer) => {
    const wrong = everyImport.filter((one) => layerOf(one.from) === layer && !isAllowed(one));
    expect(wrong.map(({ from, to, isType }) => `${from} imports ${isType ? 'types of ' : ''}${to}`)).toEqual([]);
  });

  test('the table itself has no way around: nothing stands above itself', () => {
    const reach = (layer: string, seen: readonly string[]): string[] =>
      allowed[layer]!.flatMap((below) => (seen.includes(below) ? [below] : [below, ...reach(below, [...seen, below])]));
    for (const layer of Object.keys(allowed)) expect(reach(layer, [layer]), layer).not.toContain(layer);
  });

  test('every allowance is still needed', () => {
    const unused = allowances.filter(({ from, to }) => !everyImport.some((one) => one.from === from && one.to === to));
    expect(unused).toEqual([]);
  });

  test('a path that climbs out of its folder is written from $lib', () => {
    const climbing = all.filter((path) => path.startsWith('src/lib') && /from\s*['"]\.\.\/\.\.\//.test(code(path)));
    expect(climbing).toEqual([]);
  });
});

describe('what a layer may not do, however it is imported', () => {
  const below = (folder: string) => all.filter((path) => path.startsWith(`src/lib/${folder}/`));
  const matching = (paths: readonly string[], pattern: RegExp) => paths.filter((path) => pattern.test(code(path)));

  test('a model uses no engine, no file and no browser', () =>
    expect(
      matching(below('model'), /from\s*['"](?:node:|@duckdb|svelte|\$app|\$env)|\bfetch\(|\bdocument\.|\bwindow\./)
    ).toEqual([]));
  test('a chart never queries', () =>
    expect(matching(below('chart'), /\bDatabase\b|\bdatabase\.|\$lib\/(?:query|database|server)|\bfetch\(/)).toEqual(
      []
    ));
  test('a source and the extract never know the site, nor where they run', () =>
    expect(
      matching([...below('source'), ...below('extract')], /from\s*['"](?:node:|\$app|svelte)|\bdocument\.|\bfetch\(/)
    ).toEqual([]));
  test('nothing of the site or its commands imports a test', () =>
    expect(matching(all, /(?:from|import)\s*\(?\s*['"][^'"]*\btests\//)).toEqual([]));
  test('native DuckDB stays on the server and in the commands', () =>
    expect(
      matching(
        all.filter((path) => !/^src\/(lib\/server|cli)\//.test(path)),
        /from\s*['"]@duckdb\/node-api|from\s*['"]node:/
      )
    ).toEqual([]));
});

describe('the shape of the code', () => {
  test('no file is longer than 300 lines but those listed, and those are', () => {
    const lines = (path: string) => code(path).trimEnd().split('\n').length;
    expect(all.filter((path) => lines(path) > 300)).toEqual(Object.keys(long).toSorted());
  });

  test('a file is named for its subject', () => {
    const empty = /(^|\/)(utils?|helpers?|common|misc|managers?|[^/]*V2|index)(\.|\/)/i;
    expect(all.filter((path) => empty.test(path.replace(/^src\/lib\//, '')))).toEqual([]);
  });

  test('exports have names, and one file does not pass on what another exports', () => {
    expect(all.filter((path) => path.endsWith('.ts') && /^export default\b/m.test(code(path)))).toEqual([]);
    expect(all.filter((path) => /^export \*/m.test(code(path)))).toEqual([]);
  });

  test('nothing below src/lib asks another host', () => {
    // Names of XML spaces and of the data package profile are names, not addresses that anybody opens.
    const names = ['http://www.w3.org/', 'https://datapackage.org/profiles/'];
    const addresses = all
      .filter((path) => path.startsWith('src/lib/'))
      .flatMap((path) =>
        [...code(path).matchAll(/\b(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s'"`)]*/gi)]
          .map(([address]) => address)
          .filter((address) => /^(https?:|\/\/)/.test(address) && !names.some((name) => address.startsWith(name)))
          .map((address) => `${path}: ${address}`)
      );
    expect(addresses).toEqual([]);
  });

  test('no style attribute in the markup: the content policy would drop it', () => {
    const markup = all.filter((path) => path.endsWith('.svelte'));
    expect(markup.length).toBeGreaterThan(10);
    expect(
      markup.filter((path) => /\sstyle(:[\w-]+)?=|\{@html/.test(code(path).replace(/<style[\s\S]*<\/style>/, '')))
    ).toEqual([]);
  });
});
