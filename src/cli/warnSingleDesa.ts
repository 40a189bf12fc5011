import type { ExtractTables } from '$lib/extract/assemble';
import { type SingleDesa, singleDesa } from '$lib/extract/singleDesa';

/** Tells the publisher, and nobody else, which published figures are those of one desa alone. */
export function warnSingleDesa(tables: ExtractTables): void {
  const found = singleDesa(tables);
  if (found.length === 0) return;
  const name = new Map((tables.wilayah ?? []).map(({ kode, nama }) => [String(kode), String(nama)]));
  console.log(
    `\nPerhatian: ${found.length} angka kecamatan atau kabupaten berasal dari satu desa saja, jadi menerbitkannya sama dengan menerbitkan angka desa itu:`
  );
  for (const one of found.slice(0, 5)) console.log(`  - ${line(one, name)}`);
  if (found.length > 5) console.log(`  - … ${found.length - 5} lagi seperti ini`);
  console.log(
    'Jumlah di bawah 10 tetap disembunyikan. Bila angka itu tidak boleh terbit, keluarkan berkasnya dan jalankan lagi.'
  );
}

function line({ table, of, kodeInduk, kodeDesa }: SingleDesa, name: ReadonlyMap<string, string>): string {
  return `${table}, ${of}, ${name.get(kodeInduk) ?? kodeInduk}: hanya ${name.get(kodeDesa) ?? kodeDesa}`;
}
