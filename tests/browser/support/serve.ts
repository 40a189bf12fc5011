import { readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** What a test makes of one answer: other bytes, another status, a shorter body than announced, other headers. */
export interface Mutation {
  body?: Uint8Array;
  status?: number;
  headers?: Record<string, string>;
  /** Bytes after which the connection is cut. */
  cutAfter?: number;
}

export interface ServeOptions {
  /** Path below which the folder is served, such as `/dinsos/tepat`; without a closing slash. */
  prefix?: string;
  /** Called for each request with the path below the prefix and the file's bytes (null when there is none). It may wait. */
  mutate?: (path: string, body: Uint8Array | null) => Mutation | undefined | Promise<Mutation | undefined>;
  headers?: Record<string, string>;
}

export interface Served {
  /** `http://127.0.0.1:port` and the prefix, without a closing slash. */
  url: string;
  origin: string;
  /** Paths asked for, in order, below the prefix where they are below it. */
  requests: string[];
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2'
};

/** A plain static file server, as the simplest host would be: `/` is index.html, no fallback page, no compression. */
export async function serveFolder(folder: string, options: ServeOptions = {}): Promise<Served> {
  const { prefix = '', mutate, headers } = options;
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : null;
    requests.push(path ?? pathname);
    const file = path === null ? null : await findFile(folder, path);
    if (file === 'folder') return void response.writeHead(301, { location: `${pathname}/` }).end();
    const body = file ? await readFile(file) : null;
    const mutation = (path !== null && (await mutate?.(path, body))) || {};
    const type = types[extname(file ?? path ?? '')] ?? 'application/octet-stream';
    send(response, mutation.body ?? body, {
      ...mutation,
      headers: { 'content-type': type, ...headers, ...mutation.headers }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}${prefix}`,
    origin,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

function send(response: ServerResponse, body: Uint8Array | null, { status, headers, cutAfter }: Mutation): void {
  if (status === undefined && !body) status = 404;
  response.writeHead(status ?? 200, { ...headers, 'content-length': body?.length ?? 0 });
  if (cutAfter === undefined || !body) return void response.end(body ?? '');
  response.write(body.subarray(0, cutAfter), () => response.destroy());
}

/** The file of a path, inside the folder only; a folder's is its index.html, reached with a closing slash as on real hosts. */
async function findFile(folder: string, path: string): Promise<string | 'folder' | null> {
  const file = normalize(join(folder, path));
  if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) return null;
  const found = await stat(file).catch(() => null);
  if (!found) return null;
  if (found.isFile()) return file;
  const index = join(file, 'index.html');
  if (!(await stat(index).catch(() => null))) return null;
  return path.endsWith('/') ? index : 'folder';
}
