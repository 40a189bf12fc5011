import { formatPercentRange } from '$lib/format/number';
import type { DataTable } from '$lib/format/table';
import type { Language } from '$lib/text/language';
import { providerName, registryName, unitName } from '$lib/text/targetingLabels';
import { targetingRegionText as text } from '$lib/text/targetingRegionText';
import type { RegionPage, Trend } from '$lib/view/targetingView';
import { cell } from '../cells';
import { count, rate, words } from '../columns';

/** Aid on the page of a desa: what there is, whom it reaches. */
export function aidTable({ aid, bulat }: RegionPage, language: Language): DataTable {
  return {
    columns: [
      words('nama', text.bantuan[language]),
      words('catatan', text.penyelenggara[language]),
      count('penerima', text.penerima[language]),
      rate('layak', text.terjangkau[language], bulat)
    ],
    rows: aid.map(({ nama, unit, penyelenggara, figures }) => ({
      nama,
      catatan: [penyelenggara === null ? null : providerName(penyelenggara)[language], unitName(unit)[language]]
        .filter((part) => part !== null)
        .join(', '),
      penerima: figures && cell(figures.classes.penerima, language),
      layak: figures && cell(figures.rates.covElig, language)
    }))
  };
}

/** Reached by year, each with its range and the registry it was read against. */
export function trendTable({ years }: Trend, bulat: boolean, language: Language): DataTable {
  return {
    columns: [
      words('tahun', text.tahun[language]),
      rate('terjangkau', text.terjangkau[language], bulat),
      words('rentang', text.rentang[language]),
      words('registri', text.registri[language])
    ],
    rows: years.map(({ tahun, covElig, interval, registri, vintase, isClosed }) => ({
      tahun: isClosed ? String(tahun) : `${tahun} (${text.berjalan[language]})`,
      terjangkau: cell(covElig, language),
      rentang: interval && formatPercentRange(...interval, language),
      registri: registryName({ registri, vintase })[language]
    }))
  };
}

/** Other desa of the kecamatan: reached and fresh. */
export function neighbourTable({ neighbours, bulat }: RegionPage, language: Language): DataTable {
  return {
    columns: [
      words('nama', text.desa[language]),
      rate('terjangkau', text.terjangkau[language], bulat),
      rate('segar', text.segar[language], bulat)
    ],
    rows: neighbours.map(({ kode, nama, covElig, fresh12 }) => ({
      kode,
      nama,
      terjangkau: cell(covElig, language),
      segar: cell(fresh12, language)
    }))
  };
}
