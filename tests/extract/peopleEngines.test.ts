import { expect, test } from 'vitest';
import { linkPeople, type LinkedPeople } from '$lib/extract/people/linkPeople';
import type { PeopleEngine } from '$lib/extract/people/engine';
import type { PeopleSheet } from '$lib/source/people/sheet';
import { openPeopleEngine } from '../../src/cli/peopleEngine';
import { aid, byCode, csvSheet, desa, home, kk, nik, type PersonRow, registrySheet, wilayah } from './peopleSupport';
import { openWasmPeople } from './peopleWasm';

const aids = [
  aid('BLT'),
  aid('ORANG', { unit: 'orang' }),
  aid('KUOTA', { kuota: 12, desil_layak: [1, 2] }),
  aid('RAWAN', { populasi: 'khusus', kategori: ['disabilitas'], desil_layak: [], unit: 'orang' })
];
const places = [...Object.values(desa), '99.01.01', '', '98.01'];
/** The nth of some values, over and over. */
const turn = <T>(values: readonly T[], n: number): T => values[n % values.length]!;

function registry(rows: number, shift: number): PersonRow[] {
  return Array.from({ length: rows }, (_, n) => ({
    kk: kk((n + shift) % 40),
    nik: nik(n + shift),
    nama: 'CONTOH',
    kode_wilayah: turn(places, n * 7),
    desil: turn([1, 'Desil 2', 'iii', '4.0', 5, 10, '', 'belum', '11', 'D1'], n * 3),
    disabilitas: turn(['Ya', 'tidak', '', '2', 'belum didata', 'Tuna wicara', '0', 'x'], n),
    ppks: turn(['', 'Lanjut usia telantar', 'Disabilitas', '17'], n),
    tanggal: turn(['2025-03-01', '1/2/2025', '29 Februari 2024', '45000', '', '31.04.2025', 'Senin, 3 Maret 2025'], n)
  }));
}

function list(rows: number): PersonRow[] {
  const damaged = ['6.402E+15', "'0001000000000003", '0001.0000.0000.0004', '000100000000000', 'tidak ada', ''];
  return Array.from({ length: rows }, (_, n) => ({
    kk: n % 5 === 0 ? turn(damaged, n / 5) : kk((n * 11) % 55),
    nik: n % 4 === 0 ? '' : nik((n * 13) % 90),
    nama: 'CONTOH',
    kode_wilayah: turn(places, n * 3),
    nominal: turn(['600000', 'Rp 600,000', '300,000.50', '(300,000)', '0', '', 'x'], n),
    periode: turn(['2025-01', '2025-02', '2025', 'Maret 2025', '2026'], n),
    tahap: turn(['', 'Tahap 1', 'II'], n),
    program: turn(['BLT', 'ORANG', 'KUOTA', 'RAWAN', 'LAIN'], n * 2)
  }));
}

/** A csv as people leave it: a quoted line break, a row too long, one too short, a quote that never closes. */
function untidy(): PeopleSheet {
  const sheet = csvSheet(list(12), { file: 'berantakan.csv' });
  if (sheet.body.kind !== 'csv') throw new Error('not a csv');
  const text = new TextDecoder().decode(sheet.body.bytes);
  const more = `"${kk(1)}";${nik(1)};"CON\nTOH";${desa.X};600000;2025-01;;BLT\n${kk(2)};${nik(2)}\n${kk(3)};;;;;;;;;;;;;;;;;;;x\n`;
  return { ...sheet, body: { ...sheet.body, bytes: new TextEncoder().encode(`${text}${more}`) } };
}

function workbookSheet(): PeopleSheet {
  const rows = [
    [1000000000001, 'CONTOH', desa.Y, 500000.5],
    [kk(7), 'CONTOH', desa.Z, '500.000'],
    [null, '', null, null]
  ];
  const columns = { kk: 0, nama: 1, kode_wilayah: 2, nominal: 3 };
  return csvSheet([], { file: 'buku.xlsx', columns, angka: 'id', body: { kind: 'rows', rows } });
}

const sets: { name: string; sheets: () => PeopleSheet[]; perTanggal?: string | null }[] = [
  {
    name: 'two vintages of a registry, lists by family and person, months, stages, five programmes, damaged cells',
    sheets: () => [
      registrySheet(registry(60, 0), { per: 'orang' }),
      registrySheet(registry(45, 20), {
        file: 'dtsen 2026.csv',
        vintase: { kode: '2026-T1', registri: 'DTSEN', berlakuSejak: '2026-01-01' }
      }),
      csvSheet(list(180)),
      csvSheet(list(40), { file: 'orang.csv', per: 'orang', angka: 'en' })
    ]
  },
  {
    name: 'csv with broken lines, and cells of a workbook',
    sheets: () => [registrySheet(registry(30, 0)), untidy(), workbookSheet()]
  },
  { name: 'lists without a registry', sheets: () => [csvSheet(list(30))], perTanggal: null },
  { name: 'a registry without a list', sheets: () => [registrySheet(registry(30, 5), { per: 'orang' })] }
];

async function linkedBy(
  open: () => Promise<PeopleEngine & { close(): void }>,
  { sheets, perTanggal = '2026-03-31' }: (typeof sets)[number]
): Promise<LinkedPeople> {
  const engine = await open();
  try {
    const context = { aids, wilayah, homeRegion: home, regions: () => byCode, perTanggal };
    return await linkPeople(engine, sheets(), context);
  } finally {
    engine.close();
  }
}

test.for(sets)('DuckDB-WASM links as native DuckDB does, to every row and problem: $name', async (set) => {
  const native = await linkedBy(() => openPeopleEngine({ threads: 2 }), set);
  const wasm = await linkedBy(openWasmPeople, set);
  expect(wasm).toStrictEqual(native);
  expect(native.tallies.reduce((sum, { baris }) => sum + baris.dipakai, 0)).toBeGreaterThan(10);
  expect(native.tables.sasaran.length + native.tables.registri.length).toBeGreaterThan(5);
});
