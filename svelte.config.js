import adapter from '@sveltejs/adapter-static';
import { execFileSync } from 'node:child_process';

/** The commit, so that two builds of one commit are byte-identical; a copy without git uses the package version. */
function version() {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return process.env.npm_package_version ?? '0';
  }
}

/** The one style attribute SvelteKit's route announcer sets; its hash is allowed and nothing else of the kind. */
const routeAnnouncer = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({
      pages: process.env.TEPAT_BUILD ?? 'build',
      precompress: process.env.TEPAT_KOMPRES !== 'tidak',
      strict: true
    }),
    files: { assets: process.env.TEPAT_STATIC ?? 'static' },
    paths: { relative: true },
    version: { name: version() },
    // Only a reader who keeps pages has a service worker.
    serviceWorker: { register: false },
    prerender: {
      handleHttpError: 'fail',
      handleMissingId: 'fail',
      // Pages of releases are there only once something was released.
      handleUnseenRoutes: ({ routes, message }) => {
        if (routes.some((route) => !route.includes('/rilis/'))) throw new Error(message);
      }
    },
    // Styles stand in the page: the first paint waits for no second request.
    inlineStyleThreshold: 10_000,
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        'style-src-attr': ['unsafe-hashes', routeAnnouncer],
        'img-src': ['self', 'data:'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'font-src': ['self'],
        'manifest-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none'],
        'object-src': ['none']
      }
    }
  }
};
