import { formatNumber } from '$lib/format/number';
import { hidden, isNumber } from '$lib/model/targeting/count';
import type { Why } from '$lib/ui/why';
import type { RegionPage } from '$lib/view/targetingView';
import type { Language, Text } from './language';
import { agreementSentence, partsPhrase } from './targeting';
import { lackText, registryName } from './targetingLabels';
import { freshnessSentence } from './targetingMoney';
import { proposalSteps } from './targetingSteps';
import { trendSentence } from './targetingTrend';
import { freshWhy, quotient, whyOf } from './targetingWhy';
import { aboutTen, countPhrase, joined, numberPhrase, ofTen, sharePhrase } from './targetingWords';
import { capital, percentWords } from './word';

/** The words of a desa's page in one language. */
export interface RegionSentences {
  title: string;
  headline: string;
  /** What the ten squares show. */
  squares: string;
  reach: string;
  certainty: string;
  freshTitle: string;
  fresh: string;
  compared: string;
  aidTitle: string;
  aid: string;
  trend: string;
  /** How to propose, object, correct. */
  steps: string[];
  why: Record<'reach' | 'freshness', Why>;
}

const eligibleFamilies = { id: 'keluarga layak', en: 'eligible families' };
const families = { id: 'keluarga', en: 'families' };

/** Every sentence of the page of one desa, kelurahan or kecamatan. */
export function regionSentences(page: RegionPage, language: Language): RegionSentences {
  const { reach, basis, bulat } = page;
  const say = (text: Text): string => text[language];
  const values = quotient(reach?.classes.layak ?? null, reach?.eligible ?? null, bulat, language);
  return {
    title: `${regionName(page)} ${page.tahun ?? ''}`.trim(),
    headline: say(headline(page)),
    squares: say(squares(page)),
    reach: joined([reachedSentence(page), agreementSentence(basis)], language),
    certainty: say(certainty(page)),
    freshTitle: say(freshTitle(page)),
    fresh: joined([freshnessSentence(page.freshness), freshAround(page), freshNote(page)], language),
    compared: joined([comparedSentence(page), placeSentence(page), choiceSentence(page)], language),
    aidTitle: say(aidTitle(page)),
    aid: say(aidNote(page)),
    trend: say(trendSentence(page.trend)),
    steps: proposalSteps.map(say),
    why: {
      reach: whyOf('reach', basis, language, { values }),
      freshness: freshWhy(page.freshness, bulat, language)
    }
  };
}

/** `Desa Sumber Sari`, `Kelurahan Melayu`, `Kecamatan Sebulu`. */
export function regionName({ wilayah }: Pick<RegionPage, 'wilayah'>): string {
  return `${capital(wilayah.tingkat)} ${wilayah.nama}`;
}

function headline(page: RegionPage): Text {
  const name = regionName(page);
  const { reach, need } = page;
  const covElig = reach?.rates.covElig ?? null;
  if (isNumber(covElig)) {
    const tens = aboutTen(covElig, { id: 'keluarga yang layak', en: 'eligible families' });
    const verb = covElig === 0 ? { id: 'terjangkau', en: 'is reached' } : { id: 'sudah terjangkau', en: 'are reached' };
    return { id: `Di ${name}, ${tens.id} ${verb.id} bantuan.`, en: `In ${name}, ${tens.en} ${verb.en} by aid.` };
  }
  if (covElig === hidden || reach?.lacks.ee === 'disembunyikan')
    return {
      id: `Di ${name}, angka yang terjangkau disembunyikan untuk melindungi orang.`,
      en: `In ${name}, the number reached is hidden to protect people.`
    };
  if (reach?.lacks.ee === 'layak')
    return {
      id: `Menurut registri, di ${name} tidak ada keluarga yang layak.`,
      en: `By the registry, no family in ${name} is eligible.`
    };
  if (isNumber(need) && need > 0)
    return {
      id: `Di ${name} ada ${countPhrase(need, eligibleFamilies).id}; yang terjangkau belum diketahui.`,
      en: `${name} has ${countPhrase(need, eligibleFamilies).en}; how many are reached is not known.`
    };
  const reason = lackText(reach?.lacks.ee ?? 'daftar');
  return {
    id: `Di ${name}, yang terjangkau belum diketahui: ${reason.id}.`,
    en: `In ${name}, who is reached is not known: ${reason.en}.`
  };
}

function squares({ reach }: RegionPage): Text {
  const covElig = reach?.rates.covElig ?? null;
  if (!isNumber(covElig)) {
    const reason = lackText(covElig === hidden ? 'disembunyikan' : (reach?.lacks.ee ?? 'daftar'));
    return { id: `Terjangkau: ${reason.id}`, en: `Reached: ${reason.en}` };
  }
  const about = aboutTen(covElig, eligibleFamilies);
  const range = reach?.intervals.covElig ?? null;
  if (range === null) return { id: capital(about.id), en: capital(about.en) };
  const ends = ofTen(range, { id: '', en: '' });
  return { id: `${capital(about.id)} terjangkau; ${ends.id}`, en: `${capital(about.en)} reached; ${ends.en}` };
}

/** Eligible, missed and why; empty where nothing of it has a number. */
function reachedSentence({ reach, basis, tahun }: RegionPage): Text {
  if (reach === null || basis === null)
    return {
      id: 'Belum ada daftar penerima yang dapat dibandingkan dengan registri di sini.',
      en: 'There is no list of recipients to compare with the registry here yet.'
    };
  const { classes, eligible } = reach;
  const registry = registryName(basis);
  if (eligible === 0) return { id: '', en: '' };
  if (!isNumber(eligible))
    return {
      id: `Keluarga layak menurut ${registry.id}: ${numberPhrase(eligible).id}.`,
      en: `Families eligible by ${registry.en}: ${numberPhrase(eligible).en}.`
    };
  const parts = partsPhrase(reach);
  const missed = classes.layakTerlewat;
  const first = {
    id: `${capital(countPhrase(eligible, eligibleFamilies).id)} menurut ${registry.id}`,
    en: `${capital(countPhrase(eligible, eligibleFamilies).en)} by ${registry.en}`
  };
  if (missed === 0)
    return { id: `${first.id}; pada ${tahun} semuanya terjangkau.`, en: `${first.en}; in ${tahun} all are reached.` };
  const tail = { id: parts.id === '' ? '' : `: ${parts.id}`, en: parts.en === '' ? '' : `: ${parts.en}` };
  return {
    id: `${first.id}. Pada ${tahun}, ${countPhrase(missed, families).id} belum terjangkau${tail.id}.`,
    en: `${first.en}. In ${tahun}, ${countPhrase(missed, families).en} ${missed === 1 ? 'is' : 'are'} not yet reached${tail.en}.`
  };
}

/** How far the share moves by chance, in tens; and who cannot be decided. */
function certainty({ reach }: RegionPage): Text {
  const range = reach?.intervals.covElig ?? null;
  const unk = reach?.rates.unk ?? null;
  const undecided =
    isNumber(unk) && unk > 0
      ? {
          id: ` ${capital(percentWords(unk).id)} penerima belum dapat dinilai.`,
          en: ` ${capital(percentWords(unk).en)} of recipients are not yet decided.`
        }
      : { id: '', en: '' };
  if (range === null) return { id: undecided.id.trim(), en: undecided.en.trim() };
  const ends = ofTen(range, eligibleFamilies);
  return {
    id: `Karena jumlah keluarganya terbatas, kebetulan saja dapat menggeser angka ini: ${ends.id}.${undecided.id}`,
    en: `Since there are only so many families, chance alone can move this figure: ${ends.en}.${undecided.en}`
  };
}

/** Below this share of fresh entries a desa's data are called old. */
const oldShare = 0.5;

function freshTitle({ freshness, wilayah }: RegionPage): Text {
  const what = wilayah.tingkat === 'kecamatan' ? { id: 'kecamatan', en: 'kecamatan' } : { id: 'desa', en: 'desa' };
  const fresh12 = freshness?.fresh12 ?? null;
  if (!isNumber(fresh12)) return { id: 'Seberapa baru datanya', en: 'How fresh the data are' };
  return fresh12 < oldShare
    ? { id: `Data ${what.id} ini sudah lama tidak diperbarui`, en: `The data of this ${what.en} are old` }
    : { id: `Sebagian besar data ${what.id} ini masih baru`, en: `Most data of this ${what.en} are recent` };
}

/** The same share of the kecamatan, else of the regency. */
function freshAround({ freshness, around, kecamatan, kabupaten }: RegionPage): Text {
  const beside = around.kecamatan ?? around.kabupaten;
  const name = kecamatan === null ? kabupaten.nama : `Kecamatan ${kecamatan.nama}`;
  if (!isNumber(freshness?.fresh12 ?? null) || !isNumber(beside.fresh12)) return { id: '', en: '' };
  return { id: `${name}: ${percentWords(beside.fresh12).id}.`, en: `${name}: ${percentWords(beside.fresh12).en}.` };
}

function freshNote({ freshness }: RegionPage): Text {
  const fresh12 = freshness?.fresh12 ?? null;
  if (!isNumber(fresh12) || fresh12 === 1) return { id: '', en: '' };
  return {
    id: 'Angka di halaman ini dapat berubah setelah operator desa memperbarui data.',
    en: 'Figures on this page may change once the desa’s operator updates the data.'
  };
}

/** Kecamatan and regency beside it, and where similar places lie. */
function comparedSentence({ reach, around, kecamatan, kabupaten, comparison, wilayah }: RegionPage): Text {
  const covElig = reach?.rates.covElig ?? null;
  if (!isNumber(covElig))
    return {
      id: 'Tidak dapat dibandingkan: angka di sini tidak ada atau disembunyikan.',
      en: 'Cannot be compared: the figure here is missing or hidden.'
    };
  const places = [
    { name: regionName({ wilayah }), value: covElig },
    ...(around.kecamatan === null || kecamatan === null
      ? []
      : [{ name: `Kecamatan ${kecamatan.nama}`, value: around.kecamatan.covElig }]),
    { name: kabupaten.nama, value: around.kabupaten.covElig }
  ];
  const named = (language: 'id' | 'en') =>
    places.map(({ name, value }) => `${name} ${sharePhrase(value)[language]}`).join(', ');
  const similar = comparison === null ? { id: '', en: '' } : similarPhrase(comparison, wilayah.tingkat);
  return {
    id: `Keluarga layak yang terjangkau: ${named('id')}.${similar.id}`,
    en: `Eligible families reached: ${named('en')}.${similar.en}`
  };
}

function similarPhrase({ kelas, n, low, high }: NonNullable<RegionPage['comparison']>, tingkat: string): Text {
  const level = tingkat === 'kecamatan' ? 'kecamatan' : 'desa';
  const count = { id: formatNumber(n, 'id'), en: formatNumber(n, 'en') };
  const who =
    kelas === null
      ? { id: `Di ${count.id} ${level} kabupaten ini`, en: `In the ${count.en} ${level} of this regency` }
      : { id: `Di ${count.id} ${level} sebanding (${kelas})`, en: `In ${count.en} similar ${level} (${kelas})` };
  return {
    id: ` ${who.id}, dari ${percentWords(low).id} sampai ${percentWords(high).id}.`,
    en: ` ${who.en}, from ${percentWords(low).en} to ${percentWords(high).en}.`
  };
}

/** Where it stands, or that this cannot be told. */
function placeSentence({ comparison }: RegionPage): Text {
  if (comparison === null) return { id: '', en: '' };
  const places: Record<'none' | NonNullable<typeof comparison.place>, Text> = {
    'lebih-banyak': {
      id: 'Di sini jelas lebih banyak yang terjangkau daripada di kabupaten.',
      en: 'Clearly more are reached here than in the regency.'
    },
    'lebih-sedikit': {
      id: 'Di sini jelas lebih sedikit yang terjangkau daripada di kabupaten.',
      en: 'Clearly fewer are reached here than in the regency.'
    },
    'tidak-dapat-dibedakan': {
      id: 'Perbedaan dengan kabupaten tidak cukup jelas untuk diperingkatkan.',
      en: 'The difference from the regency is not clear enough to rank.'
    },
    none: { id: 'Keluarganya terlalu sedikit untuk dibandingkan.', en: 'There are too few families to compare.' }
  };
  return places[comparison.place ?? 'none'];
}

/** Where the part that the choice misses stands outside the limits; empty within them. */
function choiceSentence({ choiceFlag }: RegionPage): Text {
  if (choiceFlag === null) return { id: '', en: '' };
  return choiceFlag === 'tinggi'
    ? {
        id: 'Bagian yang meleset karena pilihan penerima jelas lebih besar daripada di kabupaten.',
        en: 'The part that the choice of recipients misses is clearly larger than in the regency.'
      }
    : {
        id: 'Bagian yang meleset karena pilihan penerima jelas lebih kecil daripada di kabupaten.',
        en: 'The part that the choice of recipients misses is clearly smaller than in the regency.'
      };
}

function aidTitle(page: RegionPage): Text {
  const place =
    page.aidLevel === 'kecamatan' && page.kecamatan !== null ? `Kecamatan ${page.kecamatan.nama}` : regionName(page);
  const year = page.tahun === null ? '' : `, ${page.tahun}`;
  return { id: `Bantuan di ${place}${year}`, en: `Aid in ${place}${year}` };
}

function aidNote({ aid, aidLevel, kecamatan }: RegionPage): Text {
  if (aid.length === 0) return { id: 'Belum ada daftar bantuan di sini.', en: 'There is no list of aid here yet.' };
  return aidLevel === 'kecamatan' && kecamatan !== null
    ? {
        id: 'Untuk melindungi orang, tiap bantuan ditampilkan bagi seluruh kecamatan ini.',
        en: 'To protect people, each aid is shown for this whole kecamatan.'
      }
    : { id: '', en: '' };
}
