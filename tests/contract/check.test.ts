import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRows } from '$lib/contract/check';
import { compareKeys, sortedByKey } from '$lib/contract/order';
import { tables } from '$lib/contract/tables';

const line = {
  tahun: 2026,
  kode_skpd: '1.06.0.00.0.00.01.0000',
  tahap: 'murni',
  urutan_tahap: 0,
  berlaku_bulan: 1,
  sah: true,
  disimpulkan: false,
  kode_subkegiatan: '1.06.04.2.01.0001',
  kode_akun: '5.1.06.01.02.0001',
  kode_sumber_dana: null as string | null,
  pagu: 1_000_000_00n,
  diblokir: null,
  id_berkas: 'a1'
};
const aid = {
  tahun: 2026,
  kode_bantuan: 'SANTUNAN',
  nama: 'Santunan tunai',
  unit: 'orang',
  penyelenggara: 'kabupaten',
  populasi: 'desil',
  kategori: [],
  desil_layak: [1, 2, 3, 4],
  kuota: null,
  satuan: 'per bulan',
  nilai_satuan: 200_000_00n,
  bulan: 12,
  tidak_boleh_bersama: ['PKH'],
  id_berkas: 'a1'
};
const file = {
  id_berkas: 'a1',
  nama: 'lra.xlsx',
  layout: 'lra',
  tahun: 2026,
  tahap: null,
  per_tanggal: '2026-02-28',
  sha256: 'a'.repeat(64),
  baris: 1,
  rupiah: 0n
};

test('rows that hold to the contract have nothing against them, and no rows neither', () => {
  expect(checkRows(tables.pagu, [line, { ...line, kode_sumber_dana: null, kode_akun: '5.1.06.02.01.0001' }])).toEqual(
    []
  );
  expect(checkRows(tables.bantuan, [aid])).toEqual([]);
  expect(checkRows(tables.berkas, [file])).toEqual([]);
  expect(checkRows(tables.pagu, [])).toEqual([]);
});

test.for([
  {
    name: 'an unknown column',
    row: { ...line, extra: 1 },
    wrong: 'pagu, row 1, column extra: is no column of this table.'
  },
  {
    name: 'null where not allowed',
    row: { ...line, pagu: null },
    wrong: 'pagu, row 1, column pagu: null is not allowed here.'
  },
  {
    name: 'undefined is not null',
    row: { ...line, diblokir: undefined },
    wrong: 'pagu, row 1, column diblokir: null is not allowed here.'
  },
  {
    name: 'money as a number',
    row: { ...line, pagu: 1.5 },
    wrong: 'pagu, row 1, column pagu: 1.5 is no DECIMAL(20,2).'
  },
  {
    name: 'money that does not fit',
    row: { ...line, pagu: 10n ** 20n },
    wrong: 'column pagu: 100000000000000000000n is no DECIMAL(20,2).'
  },
  { name: 'a fraction for an integer', row: { ...line, tahun: 2026.5 }, wrong: 'column tahun: 2026.5 is no INTEGER.' },
  {
    name: 'a number too large for an integer',
    row: { ...line, tahun: 2 ** 31 },
    wrong: 'column tahun: 2147483648 is no INTEGER.'
  },
  { name: 'a number for text', row: { ...line, id_berkas: 7 }, wrong: 'column id_berkas: 7 is no VARCHAR.' },
  {
    name: 'empty text',
    row: { ...line, id_berkas: ' ' },
    wrong: 'column id_berkas: empty text; write null where the value is not known.'
  },
  { name: 'a NUL in text', row: { ...line, id_berkas: 'a\0' }, wrong: 'column id_berkas: "a\0" is no VARCHAR.' },
  { name: 'half a surrogate pair', row: { ...line, id_berkas: '\ud800' }, wrong: 'is no VARCHAR.' },
  { name: 'yes for a boolean', row: { ...line, sah: 'ya' }, wrong: 'column sah: "ya" is no BOOLEAN.' },
  {
    name: 'a month beyond the year',
    row: { ...line, berlaku_bulan: 13 },
    wrong: 'column berlaku_bulan: 13 is outside 1 to 12.'
  },
  {
    name: 'a code in another form',
    row: { ...line, kode_subkegiatan: '1.06.04.02.01.0001' },
    wrong: 'column kode_subkegiatan: "1.06.04.02.01.0001" is not in the form'
  },
  {
    name: 'an account with five digits',
    row: { ...line, kode_akun: '5.1.02.01.001.00024' },
    wrong: 'column kode_akun: "5.1.02.01.001.00024" is not in the form'
  },
  {
    name: 'a stage that is none',
    row: { ...line, tahap: 'pergeseran-98' },
    wrong: 'column tahap: "pergeseran-98" is not in the form'
  },
  {
    name: 'a stage out of its order',
    row: { ...line, tahap: 'perubahan' },
    wrong: 'column urutan_tahap: 0 is not the order of tahap "perubahan", which is 1000.'
  }
])('checkRows on pagu finds $name', ({ row, wrong }) => {
  const found = checkRows(tables.pagu, [row]);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(wrong);
});

test('checkRows finds a missing column', () => {
  const { diblokir: _, ...row } = line;
  expect(checkRows(tables.pagu, [row])).toEqual([
    'pagu, row 1, column diblokir: column is missing. Give null where the value is not known.'
  ]);
});

test.for([
  {
    name: 'a value outside its closed list',
    table: tables.bantuan,
    row: { ...aid, unit: 'jiwa' },
    wrong: 'column unit: "jiwa" is not one of orang, keluarga.'
  },
  {
    name: 'a list that is none',
    table: tables.bantuan,
    row: { ...aid, desil_layak: 4 },
    wrong: 'column desil_layak: 4 is no list.'
  },
  {
    name: 'text within a list of numbers',
    table: tables.bantuan,
    row: { ...aid, desil_layak: [1, '2'] },
    wrong: 'column desil_layak: "2" is no INTEGER.'
  },
  {
    name: 'a desil beyond ten',
    table: tables.bantuan,
    row: { ...aid, desil_layak: [1, 11] },
    wrong: 'column desil_layak: 11 is outside 1 to 10.'
  },
  {
    name: 'a day that does not exist',
    table: tables.berkas,
    row: { ...file, per_tanggal: '2026-02-30' },
    wrong: 'column per_tanggal: "2026-02-30" is no DATE.'
  },
  {
    name: 'a hash that is none',
    table: tables.berkas,
    row: { ...file, sha256: 'abc' },
    wrong: 'column sha256: "abc" is not in the form'
  },
  {
    name: 'a negative count',
    table: tables.berkas,
    row: { ...file, baris: -1 },
    wrong: 'column baris: -1 is outside 0 to Infinity.'
  }
])('checkRows finds $name', ({ table, row, wrong }) => {
  const found = checkRows(table, [row]);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(wrong);
});

test('NaN and infinity are no ratios', () => {
  const row = {
    tahun: 2026,
    kode_bantuan: 'A',
    kode_skpd: 'B',
    kode_subkegiatan: '1.06',
    kode_akun: '5',
    bagian: NaN,
    id_berkas: 'a1'
  };
  expect(checkRows(tables.bantuan_belanja, [row])[0]).toContain('column bagian: NaN is no DOUBLE.');
  expect(checkRows(tables.bantuan_belanja, [{ ...row, bagian: -Infinity }])[0]).toContain(
    'column bagian: -Infinity is no DOUBLE.'
  );
});

test('two rows of one key are named with both their rows, even far apart, and null equals null', () => {
  const other = { ...line, kode_akun: '5.1.06.02.01.0001' };
  expect(checkRows(tables.pagu, [line, line])).toEqual([
    expect.stringMatching(/^pagu, row 2, column tahun \+ .*: key .* is the key of row 1 too\.$/)
  ]);
  const found = checkRows(tables.pagu, [line, other, line]);
  expect(found.some((text) => text.startsWith('pagu, row 3') && text.endsWith('is the key of row 1 too.'))).toBe(true);
});

test('rows out of the order of the key are named; null comes last', () => {
  const sourced = { ...line, kode_sumber_dana: '1.1' };
  expect(checkRows(tables.pagu, [sourced, line])).toEqual([]);
  expect(checkRows(tables.pagu, [line, sourced])).toEqual([expect.stringContaining('row 2')]);
});

test('a wholly wrong table gives a hundred sentences and the count of the rest', () => {
  const found = checkRows(
    tables.pagu,
    Array.from({ length: 500 }, () => ({ ...line, pagu: null }))
  );
  expect(found).toHaveLength(101);
  expect(found[100]).toBe('pagu: 400 more problems like these.');
});

test('shuffled rows sorted by their key always pass, and the arguments are left alone', () => {
  const key = fc.record({
    kode_skpd: fc.string({ unit: 'binary', minLength: 1 }),
    bulan: fc.integer({ min: 1, max: 12 })
  });
  fc.assert(
    fc.property(fc.array(key), (rows) => {
      const before = structuredClone(rows);
      const sorted = sortedByKey(rows, ['kode_skpd', 'bulan']);
      expect(rows).toEqual(before);
      for (let i = 1; i < sorted.length; i++)
        expect(compareKeys(sorted[i - 1]!, sorted[i]!, ['kode_skpd', 'bulan'])).toBeLessThanOrEqual(0);
    })
  );
});

test('text is ordered by code point, as DuckDB does, not by UTF-16 unit', () => {
  const texts = ['\u{1F600}', '\uFB01', 'a', 'Z', '', 'ab'].map((text) => ({ text }));
  const bytes = (text: string) => Buffer.from(text, 'utf8');
  const expected = texts.map(({ text }) => text).sort((a, b) => Buffer.compare(bytes(a), bytes(b)));
  expect(sortedByKey(texts, ['text']).map(({ text }) => text)).toEqual(expected);
});
