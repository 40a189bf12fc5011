/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { offlineServer } from '$lib/offline/serve';

// Registered only once a reader chose to keep pages; decides for each request whether the kept copy or the network answers.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const base = worker.registration.scope;
const server = offlineServer(base);

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(base)) return;
  if (request.mode === 'navigate')
    event.respondWith(server.page({ request, client: event.resultingClientId || event.clientId }));
  // the list says what is published now, so it is never read from a copy
  else if (!request.url.endsWith('/luring.json'))
    event.respondWith(server.part({ request, client: event.clientId, worker: event.resultingClientId }));
});

worker.addEventListener('message', (event) => {
  const asking = (event.source as Client | null)?.id ?? '';
  const answer = async () => {
    event.ports[0]?.postMessage(await server.originOf(asking));
    const open = await worker.clients.matchAll({ includeUncontrolled: true, type: 'all' });
    await server.keepOnly(new Set(open.map(({ id }) => id)));
  };
  event.waitUntil(answer());
});
