import type { Row } from '../assemble';
import { literal, wholeOf, type EngineRow, type PeopleEngine } from './engine';
import type { RegionIndex } from './regionIndex';
import { familyTable } from './registry';

/** Table of each region with itself and those above it, so that medians are taken of families and never of medians. */
export async function createAncestors(engine: PeopleEngine, index: RegionIndex): Promise<void> {
  const pairs = index.regions.flatMap((_, w) => index.chain(w).map((a) => `(${w}, ${a})`));
  await engine.run(`CREATE TABLE atas AS SELECT * FROM (VALUES ${pairs.join(', ')}) t(w, a)`);
}

/** What the rows of `kesegaran` of one vintage are counted from. */
export interface FreshnessQuestion {
  vintage: number;
  kode: string;
  /** As-of date, `YYYY-MM-DD`. */
  perTanggal: string;
  idBerkas: string;
  /** Tables of linked recipients whose families are `penerima`; none where no list was compared with this vintage. */
  recipients: readonly string[];
}

/** Rows of `kesegaran`, methods.md §1.6: every region, all families and, where lists were compared with the vintage, recipients only. */
export async function freshnessRows(
  engine: PeopleEngine,
  index: RegionIndex,
  question: FreshnessQuestion
): Promise<Row[]> {
  const families = familyTable(question.vintage);
  const all = await ageRows(engine, `SELECT * FROM ${families}`, question.perTanggal);
  const rows = regionRows(index, question, 'semua', all);
  if (question.recipients.length === 0) return rows;
  const received = question.recipients.map((table) => `SELECT fam FROM ${table} WHERE d >= 0`).join(' UNION ALL ');
  const some = await ageRows(engine, `SELECT * FROM ${families} WHERE f IN (${received})`, question.perTanggal);
  return [...rows, ...regionRows(index, question, 'penerima', some)];
}

function ageRows(engine: PeopleEngine, families: string, perTanggal: string): Promise<EngineRow[]> {
  return engine.rows(`SELECT a::INTEGER AS a, count(*)::INTEGER AS keluarga, (count(*) FILTER (umur BETWEEN 0 AND 365))::INTEGER AS segar,
      (count(*) FILTER (umur IS NULL))::INTEGER AS tanpa, (count(*) FILTER (umur < 0))::INTEGER AS depan,
      quantile_cont(umur, 0.5) FILTER (umur >= 0)::DOUBLE AS tengah, quantile_cont(umur, 0.9) FILTER (umur >= 0)::DOUBLE AS p90
    FROM (SELECT w, date_diff('day', tanggal, DATE ${literal(perTanggal)})::INTEGER AS umur FROM (${families}))
    JOIN atas USING (w) GROUP BY a ORDER BY a`);
}

function regionRows(
  index: RegionIndex,
  { kode, perTanggal, idBerkas }: FreshnessQuestion,
  kelompok: 'semua' | 'penerima',
  found: readonly EngineRow[]
): Row[] {
  const byRegion = new Map(found.map((row) => [wholeOf(row.a)!, row]));
  return index.regions.map((region, w) => {
    const row = byRegion.get(w);
    return {
      vintase: kode,
      kode_wilayah: region.kode,
      kelompok,
      per_tanggal: perTanggal,
      keluarga: wholeOf(row?.keluarga) ?? 0,
      segar_12_bulan: wholeOf(row?.segar) ?? 0,
      tanpa_tanggal: wholeOf(row?.tanpa) ?? 0,
      tanggal_depan: wholeOf(row?.depan) ?? 0,
      umur_median_hari: wholeOf(row?.tengah),
      umur_p90_hari: wholeOf(row?.p90),
      disembunyikan: false,
      kolom_tersembunyi: [],
      id_berkas: idBerkas
    };
  });
}
