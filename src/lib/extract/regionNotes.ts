import type { CellValue } from '$lib/contract/order';
import { swappedWarning } from '$lib/source/geojson';
import type { Problem } from '$lib/source/problem';
import type { Row } from './assemble';
import { groupBy } from './group';
import { type HexCentre, hexLayout, type HexPoint } from './hexLayout';
import type { PlacedFact, Trouble } from './placedFacts';

/**
 * Rows of `wilayah` with what the folder's tables and boundaries say of them: electoral district (of a kecamatan it holds for its desa too),
 * class to compare with, label point; and the cell of each desa of the home regency on the map of hexagons. A point that was checked against
 * its polygon goes before one that was not. The argument is left as it is.
 */
export function withNotes(
  wilayah: readonly Row[],
  placed: readonly PlacedFact[],
  home: string | undefined,
  centres: readonly HexCentre[],
  out: Trouble
): Row[] {
  const facts = groupBy(
    placed.filter(({ fact }) => fact.table === 'wilayah'),
    ({ kode }) => kode
  );
  out.problems.push(...exchanged(placed));
  const noted = wilayah.map((row) => {
    const own = facts.get(String(row.kode)) ?? [];
    const above = facts.get(String(row.kode_induk)) ?? [];
    const point = pointOf(own);
    return {
      ...row,
      dapil: said(own, 'dapil', out) ?? said(above, 'dapil', out) ?? row.dapil ?? null,
      kelas_sebanding: said(own, 'kelas_sebanding', out) ?? row.kelas_sebanding ?? null,
      lintang: point?.lintang ?? row.lintang ?? null,
      bujur: point?.bujur ?? row.bujur ?? null
    };
  });
  return home === undefined ? noted : withCells(noted, home, centres);
}

/** What the files say in a column; null when none does. Where two differ the first file's word holds, and that is said. */
function said(facts: readonly PlacedFact[], column: string, { problems }: Trouble): CellValue {
  const given = facts.filter(({ fact }) => fact.values[column] !== null && fact.values[column] !== undefined);
  const first = given[0];
  if (first === undefined) return null;
  const other = given.find(({ fact }) => fact.values[column] !== first.fact.values[column]);
  if (other !== undefined) {
    const problem = twoNotes(other, column);
    if (!problems.some(({ code, place }) => code === problem.code && place.value === problem.place.value))
      problems.push(problem);
  }
  return first.fact.values[column]!;
}

function twoNotes({ fact: { origin }, kode }: PlacedFact, column: string): Problem {
  return {
    kind: 'warning',
    code: 'two-notes',
    place: { file: origin.file, sheet: origin.sheet, row: origin.row, column, value: kode },
    message: {
      id: 'catatan wilayah ini berbeda dari yang disebut lebih dulu, yang dipakai.',
      en: 'the note on this region differs from an earlier one, which is used.'
    }
  };
}

function pointOf(facts: readonly PlacedFact[]): { lintang: number; bujur: number } | null {
  const points = facts.filter(
    ({ fact }) => typeof fact.values.lintang === 'number' && typeof fact.values.bujur === 'number'
  );
  const best = points.find(({ fact }) => fact.values.di_dalam === true) ?? points[0];
  return best === undefined
    ? null
    : { lintang: best.fact.values.lintang as number, bujur: best.fact.values.bujur as number };
}

/** Tables of points whose columns were exchanged; boundaries say so themselves. */
function exchanged(placed: readonly PlacedFact[]): Problem[] {
  const swapped = placed.filter(
    ({ fact, input }) => fact.values.ditukar === true && input.sheet.layout === 'catatan-wilayah'
  );
  return [...groupBy(swapped, ({ fact: { origin } }) => `${origin.file}|${origin.sheet}`).values()].map((same) => {
    const { file, sheet } = same[0]!.fact.origin;
    return swappedWarning({ file, sheet }, same.length);
  });
}

/** Desa of the home regency with their cells; label points where they are known, else the centre of the kecamatan. */
function withCells(rows: readonly Row[], home: string, centres: readonly HexCentre[]): Row[] {
  const own = rows.filter(({ kode }) => String(kode).startsWith(`${home}.`));
  const points = own.flatMap(({ kode, kode_induk, lintang, bujur }): HexPoint[] =>
    String(kode).split('.').length !== 4
      ? []
      : [
          {
            kode: String(kode),
            kecamatan: String(kode_induk),
            lintang: lintang as number | null,
            bujur: bujur as number | null
          }
        ]
  );
  const districts = own.filter(({ tingkat }) => tingkat === 'kecamatan');
  const known = new Map(centres.map((centre) => [centre.kecamatan, centre]));
  for (const { kode, lintang, bujur } of districts)
    if (typeof lintang === 'number' && typeof bujur === 'number')
      known.set(String(kode), { kecamatan: String(kode), lintang, bujur });
  const names = new Map(districts.map(({ kode, nama }) => [String(kode), String(nama)]));
  const cells = hexLayout(points, [...known.values()], names);
  return rows.map((row) => {
    const cell = cells.get(String(row.kode));
    return cell === undefined ? row : { ...row, kolom: cell.kolom, baris: cell.baris };
  });
}
