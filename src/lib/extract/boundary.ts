import type { Problem } from '$lib/source/problem';
import type { Row } from './assemble';
import { type Boundary, type GridShape, simplified, simplifiedWithGroups } from './boundaryShape';
import { groupBy } from './group';
import type { PlacedFact, Trouble } from './placedFacts';

/**
 * Rows of `batas_wilayah` from the boundaries of the folder: of every desa and kelurahan that has one, and of kecamatan. A kecamatan whose desa
 * all have boundaries is their union, so that lines of both levels meet; another takes its own where a file gives it. Where two files give
 * one region different boundaries the first file's is used, and that is said.
 */
export function boundaryRows(placed: readonly PlacedFact[], wilayah: readonly Row[], out: Trouble): Row[] {
  const given = firstOfEach(
    placed.filter(({ fact }) => fact.table === 'wilayah' && fact.batas !== undefined),
    out
  );
  const desa = given.filter(({ tingkat }) => tingkat === 'desa');
  const whole = wholeKecamatan(new Set(desa.map(({ kode }) => kode)), wilayah);
  const { shapes, outlines } = simplifiedWithGroups(desa.map(boundaryOf), whole);
  const own = given.filter(({ kode, tingkat }) => tingkat === 'kecamatan' && !outlines.has(kode));
  const byKode = new Map(given.map((one) => [one.kode, one]));
  return [
    ...[...shapes].flatMap(([kode, shape]) => rowsOf(kode, shape, byKode.get(kode)!)),
    ...[...outlines].flatMap(([kode, shape]) => rowsOf(kode, shape, byKode.get(whole.get(kode)![0]!)!)),
    ...[...simplified(own.map(boundaryOf))].flatMap(([kode, shape]) => rowsOf(kode, shape, byKode.get(kode)!))
  ];
}

function boundaryOf({ kode, fact }: PlacedFact): Boundary {
  return { kode, polygons: fact.batas ?? [] };
}

function firstOfEach(placed: readonly PlacedFact[], { problems }: Trouble): PlacedFact[] {
  return [...groupBy(placed, ({ kode }) => kode).values()].map((same) => {
    const first = same[0]!;
    const text = JSON.stringify(first.fact.batas);
    const other = same.find(({ fact }) => JSON.stringify(fact.batas) !== text);
    if (other !== undefined) problems.push(twoBoundaries(other, first));
    return first;
  });
}

function twoBoundaries({ fact: { origin }, kode }: PlacedFact, { fact: first }: PlacedFact): Problem {
  const { file, row } = first.origin;
  return {
    kind: 'warning',
    code: 'two-boundaries',
    place: { file: origin.file, sheet: origin.sheet, row: origin.row, value: kode },
    message: {
      id: `batas wilayah ini berbeda dari yang di ${file} fitur ${row}, yang dipakai.`,
      en: `the boundary of this region differs from that in ${file}, feature ${row}, which is used.`
    }
  };
}

/** Kecamatan of which every desa is among those known, with their desa. */
function wholeKecamatan(known: ReadonlySet<string>, wilayah: readonly Row[]): Map<string, string[]> {
  const desa = wilayah.filter(({ kode }) => String(kode).split('.').length === 4);
  const members = groupBy(desa, ({ kode_induk }) => String(kode_induk));
  return new Map(
    [...members].flatMap(([kode, rows]): [string, string[]][] => {
      const codes = rows.map((row) => String(row.kode));
      return codes.every((one) => known.has(one)) ? [[kode, codes]] : [];
    })
  );
}

function rowsOf(kode: string, shape: GridShape, { fact, input }: PlacedFact): Row[] {
  const { sumber = null } = fact.values;
  return shape.flatMap((rings, poligon) =>
    rings.map((ring, cincin) => ({
      kode_wilayah: kode,
      poligon,
      cincin,
      titik: ring.flat(),
      sumber,
      id_berkas: input.idBerkas
    }))
  );
}
