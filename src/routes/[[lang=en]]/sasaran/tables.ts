import { formatPercentRange } from '$lib/format/number';
import type { DataTable } from '$lib/format/table';
import type { Language } from '$lib/text/language';
import { targetingText as text } from '$lib/text/targetingPage';
import type { RegionEntry, TargetingPage, Unit } from '$lib/view/targetingView';
import { cell } from './cells';
import { count, rate, words } from './columns';

/** What a unit is against the regency, in words; empty where it has no number. */
export function standing({ value, flag, ranks, lack }: Unit, language: Language): string | null {
  if (lack !== null || typeof value !== 'number') return null;
  if (flag !== null) return text[flag][language];
  return ranks === null ? text.kecil[language] : text.sama[language];
}

/** The ranks that a unit may have, `3–41`: a narrow band is a rank, a wide one says that its order cannot be told. Null without a number. */
export function rankRange({ ranks }: Unit): string | null {
  return ranks && [...new Set(ranks)].join('–');
}

/** Every listed desa (or kecamatan) with its value, range and counts. `kode` is kept for the link and the export. */
export function unitTable({ bulat, measured, choices }: TargetingPage, name: string, language: Language): DataTable {
  const kecamatan = new Map(choices.kecamatan.map(({ kode, nama }) => [kode, nama]));
  const isDesa = measured.tingkat === 'desa';
  return {
    columns: [
      words('nama', isDesa ? text.desa[language] : text.kecamatan[language]),
      ...(isDesa ? [words('kecamatan', text.kecamatan[language])] : []),
      rate('nilai', name, bulat),
      words('rentang', text.rentang[language]),
      words('urutan', text.urutan[language], true),
      words('status', text.status[language], true),
      count('eligible', text.layakKolom[language]),
      { ...count('layak', text.terjangkau[language]), wideOnly: true },
      // In the public profile nearly every desa has fewer than ten of these.
      ...(bulat
        ? []
        : [
            { ...count('penerima', text.penerima[language]), wideOnly: true },
            { ...count('belum', text.belumDinilai[language]), wideOnly: true }
          ])
    ],
    rows: measured.units
      .filter(({ listed }) => listed)
      .map((unit) => ({
        kode: unit.kode,
        nama: unit.nama,
        kecamatan: kecamatan.get(unit.kecamatan) ?? null,
        nilai: cell(unit.value, language),
        rentang: unit.interval === null ? null : formatPercentRange(...unit.interval, language),
        urutan: rankRange(unit),
        status: standing(unit, language),
        eligible: cell(unit.eligible, language),
        layak: cell(unit.layak, language),
        penerima: cell(unit.penerima, language),
        belum: cell(unit.undecided, language)
      }))
  };
}

/** Every region that has a page, where the extract has no measure of desa. */
export function regionTable(regions: readonly RegionEntry[], language: Language): DataTable {
  return {
    columns: [words('nama', text.desa[language]), words('kecamatan', text.kecamatan[language])],
    rows: regions.map(({ kode, nama, kecamatan }) => ({ kode, nama, kecamatan }))
  };
}
