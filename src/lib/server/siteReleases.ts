import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FrozenRelease, readReleases } from './releases';
import { staticFolder } from './siteData';

/** Releases that the site carries, and which of them its pages show. */
export interface SiteReleases {
  /** Oldest first. */
  releases: readonly FrozenRelease[];
  newest: FrozenRelease | null;
  /** The release that the extract is; null where the extract was never released. */
  shown: FrozenRelease | null;
}

/** Releases of the site being built; none where nothing was released. */
export function siteReleases(): SiteReleases {
  const releases = readReleases(join(staticFolder, 'rilis'));
  const manifest = readFileSync(join(staticFolder, 'extract', 'datapackage.json'));
  const sha256 = createHash('sha256').update(manifest).digest('hex');
  return {
    releases,
    newest: releases.at(-1) ?? null,
    shown: releases.find((release) => release.sha256 === sha256) ?? null
  };
}
