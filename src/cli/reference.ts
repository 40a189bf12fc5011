import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as areas from 'idn-area-data';
import { sumberDanaCode } from '$lib/contract/sumberDana';
import {
  readAkun,
  readKecamatanCentres,
  readNomenklatur,
  readPemekaran,
  readSkpd,
  readSumberDana,
  readWilayah
} from '$lib/extract/reference';
import type { ReferenceData } from '$lib/extract/referenceData';
import { type ReferenceFile, readAngkaTerbit, readIhk, readPenduduk } from '$lib/extract/referenceFigures';
import { readRegencies } from '$lib/extract/regionName';
import { root, sha256 } from './files';

const folder = join(root, 'data', 'rujukan');

/** The tables of data/rujukan, and the regions of a regency (its Kemendagri code, or null for none). */
export async function loadReference(wilayah: string | null): Promise<ReferenceData> {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const named = (table: string, rows: readonly { kode: string; nama: string }[]): [string, string][] =>
    rows.map(({ kode, nama }) => [`${table}|${kode}`, nama]);
  const sumberDana = readSumberDana(read('sumber_dana.csv'));
  return {
    wilayah: wilayah === null ? [] : await readWilayah(wilayah, areas),
    sumberDana,
    names: new Map([
      ...named('nomenklatur', readNomenklatur(read('nomenklatur_106.csv'), [0])),
      ...named('akun', readAkun(read('akun.csv'), [0])),
      ...named('skpd', readSkpd(read('skpd.csv'), [0]))
    ]),
    mapped: codeMap(),
    regions: records('kode_wilayah.csv').map(({ kode, kode_bps, kode_djpk }) => ({
      kode: kode!,
      kodeBps: kode_bps || null,
      kodeDjpk: kode_djpk || null
    })),
    regencies: await readRegencies(areas),
    moved: readPemekaran(read('pemekaran.csv')),
    centres: readKecamatanCentres(read('titik_kecamatan.csv')),
    figures: figureFiles(),
    findSource: sumberDanaCode
  };
}

/** Price index, population and published figures, with the hash of the file each stands in. */
function figureFiles(): ReferenceFile[] {
  const readers = [
    { nama: 'ihk.csv', table: 'indikator', rows: readIhk },
    { nama: 'penduduk.csv', table: 'indikator', rows: readPenduduk },
    { nama: 'angka_terbit.csv', table: 'angka_terbit', rows: readAngkaTerbit }
  ] as const;
  return readers.map(({ nama, table, rows }) => {
    const bytes = readFileSync(join(folder, nama));
    return { nama, table, sha256: sha256(bytes), rows: rows(bytes.toString('utf8')) };
  });
}

/** data/rujukan/peta_kode.csv (tabel, tahun, kode, kode_tetap, sumber), where somebody has mapped codes by hand. */
function codeMap(): Map<string, string> {
  if (!existsSync(join(folder, 'peta_kode.csv'))) return new Map();
  return new Map(
    records('peta_kode.csv').map(({ tabel, tahun, kode, kode_tetap }) => [`${tabel}|${tahun}|${kode}`, kode_tetap!])
  );
}

function records(name: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, name), 'utf8'), { columns: true, bom: true, skip_empty_lines: true });
}
