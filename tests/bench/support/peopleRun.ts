import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { desaResolver } from '$lib/extract/desa';
import { linkPeople } from '$lib/extract/people/linkPeople';
import { recognisePeople } from '$lib/source/people/recognisePeople';
import { openPeopleEngine } from '../../../src/cli/peopleEngine';
import { loadReference } from '../../../src/cli/reference';

// A process of its own, so that its peak memory is its own: node peopleRun.ts <importer|bare> <folder with registry.csv and list.csv>.

const home = '64.02';
const [which = '', folder = ''] = process.argv.slice(2);

/** Recognition, linking and counting, as the command does them. */
async function importer(): Promise<{ seconds: number; counted: number }> {
  const reference = await loadReference(home);
  const begun = performance.now();
  const engine = await openPeopleEngine({ exports: folder });
  try {
    const sheets = ['registry.csv', 'list.csv'].flatMap(
      (file) => recognisePeople(readFileSync(join(folder, file)), file, settings[file])?.sheets ?? []
    );
    const resolve = desaResolver(reference, home);
    const { tables } = await linkPeople(engine, sheets, {
      ...{ aids: [], wilayah: reference.wilayah, homeRegion: home, regions: () => resolve, perTanggal: '2025-12-31' }
    });
    const all = tables.sasaran.find((row) => row.kode_wilayah === home && row.kode_bantuan === 'BLT');
    return { seconds: (performance.now() - begun) / 1000, counted: Number(all?.layak) };
  } finally {
    engine.close();
  }
}

const settings: Record<string, { vintase?: string; bantuan?: string; periode?: string }> = {
  'registry.csv': { vintase: '2025-T3' },
  'list.csv': { bantuan: 'BLT', periode: '2025' }
};

/** What somebody would write by hand who only wants the classes by desa: keys as they stand, by KK, else by NIK, duplicates once. */
const bareSql = `
  CREATE TABLE registry AS SELECT no_kk, nik, TRY_CAST(desil_nasional AS INTEGER) AS desil, kecamatan, desa FROM read_csv('REGISTRY', delim = ';', header = true, all_varchar = true);
  CREATE TABLE list AS SELECT no_kk, nik, kecamatan, desa, CAST(nominal AS DECIMAL(20,2)) AS nominal FROM read_csv('LIST', delim = ',', header = true, all_varchar = true);
  CREATE TABLE linked AS SELECT coalesce(k.no_kk, n.no_kk, l.no_kk) AS family, any_value(coalesce(k.desil, n.desil)) AS desil,
      any_value(coalesce(k.no_kk, n.no_kk)) AS registered, any_value(coalesce(k.kecamatan, n.kecamatan, l.kecamatan)) AS kecamatan,
      any_value(coalesce(k.desa, n.desa, l.desa)) AS desa, count(*) AS n, sum(nominal) AS nominal
    FROM list l LEFT JOIN registry k ON l.no_kk = k.no_kk LEFT JOIN registry n ON CASE WHEN k.no_kk IS NULL THEN l.nik END = n.nik GROUP BY family;
  CREATE TABLE received AS SELECT kecamatan, desa, count(*) FILTER (desil <= 4) AS tp, count(*) FILTER (desil > 4) AS fp,
      count(*) FILTER (registered IS NOT NULL AND desil IS NULL) AS ur, count(*) FILTER (registered IS NULL) AS m, sum(n - 1) AS extra, sum(nominal) AS nominal
    FROM linked GROUP BY kecamatan, desa;
  CREATE TABLE missed AS SELECT kecamatan, desa, count(*) FILTER (desil <= 4) AS fn, count(*) FILTER (desil > 4) AS tn
    FROM registry r ANTI JOIN linked l ON r.no_kk = l.family GROUP BY kecamatan, desa;`;

async function bare(): Promise<{ seconds: number; counted: number }> {
  const begun = performance.now();
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const sql = bareSql
    .replace('REGISTRY', join(folder, 'registry.csv').replaceAll("'", "''"))
    .replace('LIST', join(folder, 'list.csv').replaceAll("'", "''"));
  for (const statement of sql.split(';\n')) await connection.run(statement);
  const reader = await connection.runAndReadAll('SELECT sum(tp)::INTEGER AS tp FROM received');
  return { seconds: (performance.now() - begun) / 1000, counted: Number(reader.getRowObjectsJS()[0]!.tp) };
}

const { seconds, counted } = await (which === 'bare' ? bare() : importer());
// maxRSS is in kilobytes on every system.
console.log(JSON.stringify({ seconds, counted, peak: process.resourceUsage().maxRSS * 1024 }));
