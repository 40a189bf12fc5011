import { join } from 'node:path';
import { root } from './files';
import { serve } from './serve';
import { buildOwnSite, prepareExtract } from './site';

// npm start: extracts, builds, serves; each step is skipped when nothing changed.
const port = Number(process.env.PORT ?? 4173);
console.log('1/3 Ekstrak');
const code = await prepareExtract();
if (code === 1) process.exit(1);
console.log('2/3 Situs');
if (!(await buildOwnSite())) process.exit(1);
console.log('3/3 Penyaji');
try {
  await serve(join(root, 'build'), port);
  console.log(`Buka http://localhost:${port} (Ctrl+C untuk berhenti)`);
  if (code === 2) console.log('Masih ada pertanyaan pengimpor di atas; jawab di tepat.json lalu jalankan lagi.');
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(
    taken ? `Porta ${port} sedang dipakai. Tutup program itu, atau jalankan dengan PORT=4174 npm start.` : String(error)
  );
  process.exit(1);
}
