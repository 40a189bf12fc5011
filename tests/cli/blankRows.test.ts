import { DuckDBInstance } from '@duckdb/node-api';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unzip, zipEntries } from '$lib/source/zip';
import { cumulative, lra, total } from '../extract/support';

let base: string;
beforeAll(() => (base = mkdtempSync(join(tmpdir(), 'tepat-kosong-'))));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A zip of named parts, deflated: the spreadsheet library's own writer takes minutes for as much. */
function zipOf(parts: Record<string, Uint8Array>): Uint8Array {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [label, packed] = [Buffer.from(name), deflateRawSync(content)];
    const sizes = Buffer.alloc(22);
    sizes.writeUInt16LE(20, 0);
    sizes.writeUInt16LE(8, 4);
    sizes.writeUInt32LE(crc32(content), 10);
    sizes.writeUInt32LE(packed.length, 14);
    sizes.writeUInt32LE(content.length, 18);
    const lengths = Buffer.from([label.length, 0, 0, 0]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), sizes, lengths, label, packed]);
    files.push(local);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), sizes, lengths, place, label]));
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06'), end]));
}

/** An xlsx again, with so many formatted blank rows after its own, as Excel leaves them when a whole sheet was coloured. */
function withBlankRows(xlsx: Uint8Array, rows: number): { bytes: Uint8Array; unpacked: number } {
  const parts = Object.fromEntries(zipEntries(xlsx)!.map((entry) => [entry.name, unzip(xlsx, entry)!]));
  const [name, sheet] = Object.entries(parts).find(([part]) => part.endsWith('worksheets/sheet1.xml'))!;
  const cells = '<c s="0"/>'.repeat(18);
  const xml = new TextDecoder().decode(sheet);
  expect(xml).toContain('</sheetData>');
  const large = Buffer.from(xml.replace('</sheetData>', `${`<row>${cells}</row>`.repeat(rows)}</sheetData>`));
  return { bytes: zipOf({ ...parts, [name]: large }), unpacked: large.length };
}

test('200 MB of blank rows in a workbook: the command imports what stands above them, to the rupiah', async () => {
  const from = join(base, 'masukan');
  const file = 'LRA Maret 2026.xlsx';
  const large = withBlankRows(lra(cumulative(3)), 1_048_000);
  expect(large.unpacked).toBeGreaterThan(200_000_000);
  expect(large.bytes.length, 'small to send, large to open').toBeLessThan(2_000_000);
  mkdirSync(from);
  writeFileSync(join(from, 'LRA Januari 2026.xlsx'), lra(cumulative(1)));
  writeFileSync(join(from, 'LRA Februari 2026.xlsx'), lra(cumulative(2)));
  writeFileSync(join(from, file), large.bytes);
  const to = join(base, 'hasil');
  // A heap that an object for each of the 18,864,000 blank cells would not fit into.
  const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=1024' };
  const args = ['src/cli/run.mjs', 'extract', from, '--out', to];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect(status, `${stdout}${stderr}`).toBe(0);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = await connection.runAndReadAll(
    `SELECT count(*)::INTEGER, max(bulan), (sum(realisasi) * 100)::VARCHAR FROM read_parquet('${join(to, 'realisasi.parquet')}')`
  );
  const [count, lastMonth, sen] = rows.getRows()[0]!;
  connection.closeSync();
  instance.closeSync();
  expect([count, lastMonth, BigInt(Math.round(Number(sen)))]).toEqual([36, 3, total(cumulative(3))]);
  const report = JSON.parse(readFileSync(join(to, 'kualitas.json'), 'utf8')) as { berkas: { nama: string }[] };
  expect(report.berkas.map(({ nama }) => nama)).toContain(file);
});
