import type { Text } from '$lib/text/language';
import type { RealizationFilter } from '$lib/url/filter';
import type { RealizationPage } from '$lib/view/realization';

/**
 * Parts of a filter that can be read but name nothing in the data, each as a sentence: a link of another agency, or of a year that is
 * not delivered. `view` is the answer to that filter.
 */
export function absentParts(filter: RealizationFilter, view: RealizationPage): Text[] {
  const { tahun, bulan, skpd, kode, jenis, sumberDana, tahap } = filter;
  const isThere: Record<keyof RealizationFilter, boolean> = {
    tahun: tahun === null || tahun === view.tahun,
    bulan: bulan === null || bulan === view.bulan,
    skpd: skpd === null || view.units.some((unit) => unit.kode === skpd),
    kode: kode === null || view.path.some((step) => step.kode === kode),
    jenis: jenis === null || view.jenis.some((one) => `${one.kode}.`.startsWith(`${jenis}.`)),
    sumberDana: sumberDana === null || view.sumberDana.some((source) => source.kode === sumberDana),
    tahap: tahap === null || view.stages.some((stage) => stage.tahap === tahap)
  };
  const names = Object.keys(isThere) as (keyof RealizationFilter)[];
  return names
    .filter((name) => !isThere[name])
    .map((name) => ({
      id: `${name} ${filter[name]} tidak ada dalam data ini.`,
      en: `${name} ${filter[name]} is not in these data.`
    }));
}
