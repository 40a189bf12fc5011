import type { DesaResolver } from '$lib/extract/desa';
import type { Row } from '$lib/extract/assemble';
import type { PeopleContext } from '$lib/extract/people/context';
import { linkPeople, type LinkedPeople } from '$lib/extract/people/linkPeople';
import type { PeopleRole, PeopleSheet } from '$lib/source/people/sheet';
import { readPeriod } from '$lib/source/period';
import { checkRows } from '$lib/contract/check';
import { sortedByKey } from '$lib/contract/order';
import { type TableName, tables } from '$lib/contract/tables';
import { expect } from 'vitest';
import { openPeopleEngine } from '../../src/cli/peopleEngine';

/** A row of a made-up list by role; a role that no row has is no column. */
export type PersonRow = Partial<Record<PeopleRole, string | number>>;

/** A KK and a NIK that nobody has: no province has the number 00. */
export const kk = (n: number): string => `0001${String(n).padStart(12, '0')}`;
export const nik = (n: number): string => `0002${String(n).padStart(12, '0')}`;

export const home = '99.01';
/** Three desa in two kecamatan of an invented regency, and one kecamatan without a desa. */
export const desa = { X: '99.01.01.2001', Y: '99.01.01.2002', Z: '99.01.02.2001' } as const;
export const wilayah: Row[] = ['99.01', '99.01.01', '99.01.02', ...Object.values(desa)].map((kode) => ({ kode }));

/** Finds a code as it is given, and nothing else. */
export const byCode: DesaResolver = ({ kode }) => {
  if (kode === undefined) return { reason: { id: 'tanpa kode.', en: 'no code.' } };
  const tingkat = (['kabupaten', 'kecamatan', 'desa'] as const)[kode.split('.').length - 2];
  return tingkat === undefined
    ? { reason: { id: 'kode tidak dikenal.', en: 'unknown code.' } }
    : { kode, tingkat, by: 'kode' };
};

/** A sheet of a csv with the given rows, as recognition would describe it. */
export function csvSheet(rows: readonly PersonRow[], given: Partial<PeopleSheet> = {}): PeopleSheet {
  const roles = [...new Set(rows.flatMap((row) => Object.keys(row) as PeopleRole[]))];
  const lines = [roles, ...rows.map((row) => roles.map((role) => String(row[role] ?? '')))];
  const text = lines.map((line) => line.join(';')).join('\n') + '\n';
  return {
    kind: 'penerima',
    per: 'keluarga',
    file: 'daftar.csv',
    sheet: 'daftar',
    columns: Object.fromEntries(roles.map((role, i) => [role, i])),
    firstRow: 2,
    program: 'BLT',
    period: readPeriod('2025'),
    vintase: null,
    tanggalDaftar: null,
    angka: roles.includes('nominal') ? 'en' : null,
    body: {
      kind: 'csv',
      bytes: new TextEncoder().encode(text),
      utf8: true,
      delimiter: ';',
      quote: '"',
      skipRows: 1,
      width: roles.length
    },
    problems: [],
    ...given
  };
}

/** A registry of the third quarter of 2025. */
export function registrySheet(rows: readonly PersonRow[], given: Partial<PeopleSheet> = {}): PeopleSheet {
  return csvSheet(rows, {
    kind: 'registri',
    file: 'dtsen.csv',
    program: null,
    vintase: { kode: '2025-T3', registri: 'DTSEN', berlakuSejak: '2025-07-01' },
    ...given
  });
}

/** A row of `bantuan`. */
export function aid(kode_bantuan: string, given: Row = {}): Row {
  return {
    tahun: 2025,
    kode_bantuan,
    nama: kode_bantuan,
    unit: 'keluarga',
    penyelenggara: 'kabupaten',
    populasi: 'desil',
    kategori: [],
    desil_layak: [1, 2, 3, 4],
    kuota: null,
    satuan: 'penerima',
    nilai_satuan: null,
    bulan: null,
    tidak_boleh_bersama: [],
    id_berkas: 'x',
    ...given
  };
}

export interface Linked extends LinkedPeople {
  /** The one row of `sasaran` of a region (X, Y, Z or a code), aid and period. */
  of(place: string, given?: { kode?: string; periode?: string }): Row;
}

/** Links sheets in an engine of their own; every table is held against the contract. */
export async function link(sheets: readonly PeopleSheet[], context: Partial<PeopleContext> = {}): Promise<Linked> {
  const engine = await openPeopleEngine({ threads: 2 });
  try {
    const linked = await linkPeople(engine, sheets, {
      aids: [aid('BLT')],
      wilayah,
      homeRegion: home,
      regions: () => byCode,
      perTanggal: '2025-12-31',
      ...context
    });
    for (const [name, rows] of Object.entries(linked.tables)) {
      const table = tables[name as TableName];
      expect(checkRows(table, sortedByKey(rows, table.key)), name).toEqual([]);
    }
    for (const { baris, kelas, kind, rupiah } of linked.tallies) {
      expect(baris.dibaca).toBe(baris.dipakai + baris.ganda + baris.luar_wilayah + baris.ditolak);
      if (kind === 'penerima') expect(Object.values(kelas).reduce((a, b) => a + b)).toBe(baris.dipakai);
      if (rupiah !== null)
        expect(rupiah.dibaca).toBe(rupiah.dipakai + rupiah.ganda + rupiah.luar_wilayah + rupiah.ditolak);
    }
    return { ...linked, of: (place, given) => sasaranOf(linked, place, given) };
  } finally {
    engine.close();
  }
}

function sasaranOf(
  { tables: { sasaran } }: LinkedPeople,
  place: string,
  { kode = 'BLT', periode = '2025' }: { kode?: string; periode?: string } = {}
): Row {
  const region = (desa as Record<string, string>)[place] ?? place;
  const rows = sasaran.filter(
    (row) => row.kode_wilayah === region && row.kode_bantuan === kode && row.periode === periode
  );
  expect(rows, `${place} ${kode} ${periode}`).toHaveLength(1);
  return rows[0]!;
}

/** The eight counts of a row: TP FP U_r M FN TN U_n and duplicates. */
export function classes(row: Row): unknown[] {
  return [
    row.layak,
    row.tidak_layak,
    row.desil_kosong,
    row.tidak_tercatat,
    row.layak_terlewat,
    row.tidak_layak_di_luar,
    row.desil_kosong_di_luar,
    row.baris_ganda
  ];
}
