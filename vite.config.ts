import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that open a browser first: they take longest, and one left for the end would run alone. */
class BrowserFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const opensBrowser = ({ moduleId }: TestSpecification) => moduleId.includes('/tests/browser/');
    return [...sorted.filter(opensBrowser), ...sorted.filter((file) => !opensBrowser(file))];
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [sveltekit()],
  // What most pages share is one file: a page asks for fewer, and small files compress badly. The cut model is one page's, whose many
  // parts share it.
  ...(isSsrBuild
    ? {}
    : {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [{ name: 'dasar', minShareCount: 8, test: (id: string) => !/model.cuts/.test(id) }]
              }
            }
          }
        }
      }),
  ssr: { external: ['@duckdb/node-api'] },
  test: {
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    sequence: { sequencer: BrowserFirst },
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'] } },
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'] } }
    ]
  }
}));
