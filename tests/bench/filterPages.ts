import { realizationText } from '$lib/text/realization';
import { targetingText } from '$lib/text/targetingPage';

/** One choice in a page's filter: the label of the select, and the value; '' is the blank choice. */
export type Step = [field: string, value: string];

/** What a select of the page offers as it opens: the value it has, and the others in their order. */
export interface Offer {
  own: string;
  others: string[];
}

/** Choices made once, before what is measured, and a round of choices that leads back to the view that they made. */
export interface Round {
  begin: Step[];
  steps: Step[];
}

/** A page whose filter asks the engine. */
export interface FilterPage {
  path: string;
  /** No step may lead to the page's own view, which asks nothing. */
  round: (offer: (label: string) => Offer) => Round;
}

/** The pages whose filter changes are measured. */
export const filterPages: readonly FilterPage[] = [
  { path: '/realisasi/', round: realizationRound },
  { path: '/sasaran/', round: targetingRound },
  { path: '/sasaran/bantuan/', round: aidRound }
];

/** Through the units, programs, kinds, sources, stages, months and years. */
function realizationRound(offer: (label: string) => Offer): Round {
  const text = realizationText;
  const through = [text.skpd.id, text.kode.id, text.jenis.id, text.sumberDana.id, text.tahap.id];
  const narrowed: Step = [text.bulan.id, '6'];
  const [kind, year] = [firstOf(offer(text.jenis.id)), firstOf(offer(text.tahun.id))];
  const steps: Step[] = [
    ...through.flatMap((label) => thereAndBack(label, offer(label), 3)),
    ...['3', '9', '6'].map((month): Step => [text.bulan.id, month]),
    // A change of year drops the month, so the kind keeps the view narrowed.
    [text.jenis.id, kind],
    [text.tahun.id, year],
    narrowed,
    [text.tahun.id, ''],
    narrowed,
    [text.jenis.id, '']
  ];
  return { begin: [narrowed], steps };
}

/** Through the measures of two years, the programmes, kecamatan, districts and desil. */
function targetingRound(offer: (label: string) => Offer): Round {
  const text = targetingText;
  const measures = thereAndBack(text.ukuran.id, offer(text.ukuran.id));
  const years = twoYears(offer);
  const others = [text.bantuan.id, text.kecamatan.id, text.dapil.id, text.perDesil.id];
  return {
    begin: years,
    steps: [
      ...measures,
      years[0]!,
      ...measures,
      years[1]!,
      ...others.flatMap((label) => thereAndBack(label, offer(label), 4))
    ]
  };
}

/** Through the programmes of the page's own year, the kecamatan, alone and with a programme, and two years. */
function aidRound(offer: (label: string) => Offer): Round {
  const text = targetingText;
  const years = twoYears(offer);
  const kecamatan = thereAndBack(text.kecamatan.id, offer(text.kecamatan.id), 5);
  const { own, others } = offer(text.bantuan.id);
  return {
    begin: years,
    steps: [
      ...others.map((aid): Step => [text.bantuan.id, aid]),
      ...kecamatan,
      [text.bantuan.id, own],
      ...kecamatan,
      ...years,
      ...years
    ]
  };
}

/** The other year and back: from then on the year stands in the address, and no choice leads to the page's own view. */
function twoYears(offer: (label: string) => Offer): Step[] {
  const years = offer(targetingText.tahun.id);
  return [
    [targetingText.tahun.id, firstOf(years)],
    [targetingText.tahun.id, years.own]
  ];
}

/** Through at most `most` other values of a select, and back to its own; nothing where there is no other. */
function thereAndBack(label: string, { own, others }: Offer, most = others.length): Step[] {
  const chosen = others.slice(0, most);
  return chosen.length === 0 ? [] : [...chosen, own].map((value): Step => [label, value]);
}

function firstOf({ others }: Offer): string {
  if (others[0] === undefined) throw new Error('a select offers one value only; the steps need two');
  return others[0];
}
