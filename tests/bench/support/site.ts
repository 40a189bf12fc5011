import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '../../../src/cli/serve';

/** A folder served as a host would serve it: precompressed files as they are, the engine's own gzip untouched. */
export interface BenchSite {
  /** Address without a closing slash. */
  url: string;
  close(): Promise<void>;
}

/** Serves a built site on a free port of this machine. */
export async function benchSite(folder: string): Promise<BenchSite> {
  const server: Server = await serve(folder, 0);
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
