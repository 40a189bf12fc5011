import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Serves a built site at a port of this machine; precompressed files go out as they are. Rejects when the port is taken. */
export function serve(folder: string, port: number): Promise<Server> {
  const handle = sirv(folder, { brotli: true, gzip: true, etag: true, single: false });
  const server = createServer((request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.endsWith('/') && existsSync(join(folder, pathname, 'index.html'))) {
      // Links of a page are relative to its folder, so it must be read at its own address.
      response.writeHead(308, { location: `${pathname}/${search}` }).end();
      return;
    }
    handle(request, response, () => {
      response.statusCode = 404;
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      response.end('Halaman tidak ada / no such page\n');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}
