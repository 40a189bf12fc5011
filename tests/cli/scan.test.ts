import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExtractTables } from '$lib/extract/assemble';
import { qualityReport } from '$lib/extract/quality';
import { recognisePeople } from '$lib/source/people/recognisePeople';
import { type NativePeopleEngine, openPeopleEngine } from '../../src/cli/peopleEngine';
import { looksLikeKey, peopleIn, peopleIndex, type PeopleIndex, plainName, type ScanOptions } from '../../src/cli/scan';
import { writeExtract } from '../../src/cli/writeExtract';

const key = '6402064107710003';
/** A number of sixteen digits that is no date, as made-up lists have them. */
const madeUp = '9999888877776666';
const list = `NIK,NO KK,NAMA,DESA,KECAMATAN
${madeUp},'6402060101120004,"H. Zulkarnaen  Putrawijaya, S.Pd",Melayu,Tenggarong
6402064107710005,6402060101120006,Kartosuwiryo,Panji,Tenggarong
6402064107710007,6402060101120008,TIDAK ADA,Panji,Tenggarong
6402064107710009,6402060101120010,Loa Tebu,Panji,Tenggarong
6402064107710011,6402060101120012,Ida Bagus Made Oka Wirya Negara Putra,Panji,Tenggarong
`;

let base: string;
let engine: NativePeopleEngine;
let index: PeopleIndex;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'tepat-pindai-'));
  engine = await openPeopleEngine({ temporary: base });
  const bytes = new TextEncoder().encode(list);
  const read = recognisePeople(bytes, 'sembako 2025.csv', { bantuan: 'SEMBAKO', periode: '2025' });
  expect(read!.sheets).toHaveLength(1);
  index = await peopleIndex(engine, read!.sheets);
});
afterAll(() => {
  engine.close();
  rmSync(base, { recursive: true, force: true });
});

const options = (): ScanOptions => ({
  index,
  known: new Set(['Kelompok Kartosuwiryo', 'Kartosuwiryo']),
  allowed: ['Loa Tebu']
});
const hash = `${madeUp}${'a'.repeat(48)}`;

describe('what the scan finds', () => {
  test.for([
    { name: 'a key in a text', text: `kontrak ${key} a`, found: true },
    { name: 'two keys without a sign between', text: `${key}6402064107710004`, found: true },
    { name: 'a key in groups as printed on a card', text: '6402 0641 0771 0003', found: true },
    { name: 'a key of the list that no agency would issue', text: madeUp, found: true },
    { name: 'a number of sixteen digits that is nobody’s', text: '1234567890123456', found: false },
    { name: 'seventeen digits', text: `1${key}`, found: false },
    { name: 'codes with dots', text: '1.06.0.00.0.00.01.0000', found: false },
    { name: 'a name as it is in the list', text: 'H. Zulkarnaen  Putrawijaya, S.Pd', found: true },
    { name: 'a name in a code made of it', text: 'BANTUAN-H-ZULKARNAEN-PUTRAWIJAYA-S-PD', found: true },
    { name: 'a long name, by its first six words', text: 'untuk Ida Bagus Made Oka Wirya Negara', found: true },
    { name: 'a name of one word that is the whole text', text: 'KARTOSUWIRYO', found: true },
    { name: 'a name of one word inside a text', text: 'Jalan Kartosuwiryo 5', found: false },
    { name: 'a text that is there without any list', text: 'Kartosuwiryo', found: false },
    { name: 'words of the contract in a column of names', text: 'tidak ada registri', found: false },
    { name: 'a name that is a region’s', text: 'Desa Loa Tebu', found: false },
    { name: 'somebody who is in no list', text: 'Budi Santoso', found: false }
  ])('$name: $found', async ({ text, found }) => {
    expect(await peopleIn([{ place: 'tabel, kolom', text }], options())).toEqual(found ? ['tabel, kolom'] : []);
  });

  test('a hash of sixteen digits at its start is no key', async () => {
    const texts = [
      { place: 'a', text: hash },
      { place: 'b', text: hash.slice(0, 16) }
    ];
    expect(await peopleIn(texts, options())).toEqual([]);
    expect(await peopleIn(texts.slice(1), options())).toEqual(['b']);
  });

  test.for([
    { digits: key, is: true },
    { digits: '6402060112990001', is: true },
    { digits: '6402063513990001', is: false },
    { digits: '6400060112990001', is: false },
    { digits: '6402060112990000', is: false },
    { digits: '3600000000000000', is: false }
  ])('$digits looks like a key: $is', ({ digits, is }) => expect(looksLikeKey(digits)).toBe(is));

  test('names are compared without marks, case and signs', () => {
    expect(plainName('  Moch. Ša’dullah-Al\tFaruq ')).toBe('MOCH SA DULLAH AL FARUQ');
  });
});

describe('the writer refuses', () => {
  const aid = (nama: string): ExtractTables => ({
    bantuan: [
      {
        tahun: 2025,
        kode_bantuan: 'SEMBAKO',
        nama,
        unit: 'keluarga',
        penyelenggara: 'kabupaten',
        populasi: 'desil',
        kategori: [],
        desil_layak: [1, 2, 3, 4],
        kuota: null,
        satuan: 'rupiah',
        nilai_satuan: null,
        bulan: null,
        tidak_boleh_bersama: [],
        id_berkas: 'orang'
      }
    ]
  });
  const report = qualityReport([], [], {}, 'public', null);

  test.for([
    { name: 'nothing where a word is part of a name', tables: aid('Bantuan Zulkarnaen'), report, place: null },
    {
      name: 'a name of the list in a table',
      tables: aid('Bantuan H. Zulkarnaen Putrawijaya S.Pd'),
      report,
      place: /bantuan\.parquet, kolom nama/
    },
    { name: 'a key as money', tables: { pagu: [money()] }, report, place: /pagu\.parquet, kolom pagu/ },
    { name: 'a key in the report', tables: {}, report: { ...report, judul: key }, place: /kualitas\.json/ }
  ])('$name', async ({ tables, report: given, place }) => {
    const out = join(base, 'hasil');
    await writeExtract(out, aid('Program Sembako'), report);
    const old = readFileSync(join(out, 'bantuan.parquet')).toString('hex');
    const written = writeExtract(out, tables, given, { scan: options() });
    if (place === null) return expect(await written).not.toEqual([]);
    const refusal = await written.then(
      () => '',
      (error: Error) => error.message
    );
    expect(refusal).toMatch(place);
    expect(refusal).not.toMatch(/Zulkarnaen|6402064107710003/i);
    expect(readFileSync(join(out, 'bantuan.parquet')).toString('hex')).toBe(old);
    expect(readdirSync(base).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  function money() {
    return {
      tahun: 2025,
      kode_skpd: '1.06.0.00.0.00.01.0000',
      tahap: 'murni',
      urutan_tahap: 0,
      berlaku_bulan: 1,
      sah: true,
      disimpulkan: false,
      kode_subkegiatan: '1.06.04.2.01.0001',
      kode_akun: '5.1.02.01.01.0024',
      kode_sumber_dana: null,
      pagu: BigInt(key) * 100n,
      diblokir: null,
      id_berkas: 'a'
    };
  }
});
