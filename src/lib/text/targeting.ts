import { formatPercentRange } from '$lib/format/number';
import { hidden, isNumber } from '$lib/model/targeting/count';
import type { Basis, Figures, Measured, NoValue, Program, Range } from '$lib/view/targetingView';
import type { Text } from './language';
import { categoryNames, outsideName } from './targetingCategory';
import { registryName, unitName } from './targetingLabels';
import { countPhrase, numberPhrase, sharePhrase } from './targetingWords';
import { capital, countWord, percentWords } from './word';

/** Whose reach a sentence is about. */
export interface ReachFacts {
  figures: Figures;
  /** Null where all aid merged is meant. */
  bantuan: string | null;
  unit: Program['unit'];
  /** Place at the start of the sentence; null for the regency. */
  tempat: string | null;
  tahun: number;
}

/** Headline: how many of the eligible are not reached. `high` desa stand clearly above, by what `measured` shows. */
export function reachHeadline({ figures, bantuan, unit, tempat, tahun }: ReachFacts, measured: Measured | null): Text {
  const aid = bantuan === null ? { id: 'bantuan', en: 'aid' } : { id: bantuan, en: bantuan };
  const who = unitName(unit);
  const place = tempat === null ? { id: '', en: '' } : { id: `Di ${tempat}, `, en: `In ${tempat}, ` };
  const { ee } = figures.rates;
  if (!isNumber(ee)) return noReach({ place, aid, who, tahun, lack: figures.lacks.ee ?? 'tidak-diberikan' });
  const sentence =
    ee === 0
      ? {
          id: `semua ${who.id} layak sudah terjangkau ${aid.id}`,
          en: `all eligible ${who.en} are reached by ${aid.en}`
        }
      : ee === 1
        ? {
            id: `belum satu pun ${who.id} layak terjangkau ${aid.id}`,
            en: `none of the eligible ${who.en} is reached by ${aid.en} yet`
          }
        : {
            id: `${percentWords(ee).id} ${who.id} layak belum terjangkau ${aid.id}`,
            en: `${percentWords(ee).en} of eligible ${who.en} are not yet reached by ${aid.en}`
          };
  const more = measured === null ? { id: '', en: '' } : clearlyMore(measured);
  return {
    id: `${begun(place.id, sentence.id)}${more.id}.`,
    en: `${begun(place.en, sentence.en)}${more.en}.`
  };
}

function begun(place: string, sentence: string): string {
  return place === '' ? capital(sentence) : place + sentence;
}

/** Only of what is missed: another measure says nothing of the headline. */
function clearlyMore({ measure, tingkat, counts }: Measured): Text {
  if ((measure !== 'ee' && measure !== 'ee_choice') || counts.high === 0) return { id: '', en: '' };
  const n = countWord(counts.high);
  const cause = measure === 'ee' ? { id: '', en: '' } : { id: ' karena pilihan', en: ' because of the choice' };
  return {
    id: `; di ${n.id} ${tingkat} jelas lebih banyak${cause.id}`,
    en: `; in ${n.en} ${tingkat} clearly more${cause.en}`
  };
}

function noReach(facts: { place: Text; aid: Text; who: Text; tahun: number; lack: NoValue }): Text {
  const { place, aid, who, tahun, lack } = facts;
  const texts: Record<NoValue, Text> = {
    disembunyikan: {
      id: `angka ${who.id} yang belum terjangkau ${aid.id} disembunyikan untuk melindungi orang`,
      en: `the number of ${who.en} not yet reached by ${aid.en} is hidden to protect people`
    },
    khusus: {
      id: `${aid.id} dipilih menurut kategori, sehingga yang belum terjangkau tidak dapat dihitung dari desil`,
      en: `${aid.en} is given by category, so who is not yet reached cannot be counted from desil`
    },
    kategori: {
      id: `${aid.id} dipilih menurut kategori yang belum dimuat registri di seluruh wilayah ini, sehingga yang belum terjangkau tidak dapat dihitung`,
      en: `${aid.en} is given by a category that the registry does not know in all of this region, so who is not yet reached cannot be counted`
    },
    registri: {
      id: `daftar penerima ${aid.id} belum dibandingkan dengan registri`,
      en: `the recipients of ${aid.en} have not been compared with a registry`
    },
    daftar: {
      id: `belum ada daftar penerima ${aid.id} untuk ${tahun}`,
      en: `there is no list of recipients of ${aid.en} for ${tahun} yet`
    },
    layak: {
      id: `menurut registri tidak ada ${who.id} yang layak menerima ${aid.id}`,
      en: `by the registry no ${who.en} are eligible for ${aid.en}`
    },
    penerima: { id: `tidak ada penerima ${aid.id}`, en: `nobody receives ${aid.en}` },
    keluarga: { id: 'registri tidak memuat keluarga', en: 'the registry holds no family' },
    'tidak-diberikan': {
      id: `yang belum terjangkau ${aid.id} belum dapat dihitung: berkas tidak memuat semua ${who.id} layak`,
      en: `who is not yet reached by ${aid.en} cannot be counted: the files do not hold all eligible ${who.en}`
    }
  };
  return { id: `${begun(place.id, texts[lack].id)}.`, en: `${begun(place.en, texts[lack].en)}.` };
}

/** Who is eligible for an aid. */
export interface EligibilityRule {
  kategori: readonly string[];
  desilLayak: readonly number[];
}

/** What the headline is made of: eligible, reached, missed, with the parts of what is missed. Empty where the rate has no number. */
export function reachSentence({ figures, unit }: ReachFacts, basis: Basis | null, rule: EligibilityRule): Text {
  const { classes, eligible, rates } = figures;
  if (!isNumber(rates.ee) || basis === null) return { id: '', en: '' };
  const who = { id: `${unitName(unit).id} layak`, en: `eligible ${unitName(unit).en}` };
  const registry = registryName(basis);
  const desil = eligibleSpan(rule);
  const parts = partsPhrase(figures);
  const tail = {
    id: parts.id === '' ? '' : `: ${parts.id}`,
    en: parts.en === '' ? '' : `: ${parts.en}`
  };
  return {
    id: `Dari ${countPhrase(eligible, who).id} (${desil.id}) menurut ${registry.id}, ${numberPhrase(classes.layak).id} terjangkau dan ${numberPhrase(classes.layakTerlewat).id} belum${tail.id}.`,
    en: `Of ${countPhrase(eligible, who).en} (${desil.en}) by ${registry.en}, ${numberPhrase(classes.layak).en} are reached and ${numberPhrase(classes.layakTerlewat).en} are not${tail.en}.`
  };
}

/** How what is missed divides: by fewer recipients than eligible, and by the choice. Empty where nobody is missed or it is not known. */
export function partsPhrase({ classes, missedByChoice, menurut }: Figures): Text {
  const missed = classes.layakTerlewat;
  if (missedByChoice === hidden) return { id: 'pembagiannya disembunyikan', en: 'how it divides is hidden' };
  if (!isNumber(missed) || !isNumber(missedByChoice) || missed === 0) return { id: '', en: '' };
  const [choice, quota] = [numberPhrase(missedByChoice), numberPhrase(missed - missedByChoice)];
  const byQuota = {
    id: `${quota.id} karena penerima lebih sedikit daripada yang layak`,
    en: `${quota.en} because there are fewer recipients than eligible`
  };
  const byChoice = {
    id: `${choice.id} karena bantuan diterima yang ${outsideName(menurut).id}`,
    en: `${choice.en} because aid went ${outsideName(menurut).en}`
  };
  const whole = (one: Text): Text => ({
    id: `semuanya ${one.id.replace(/^\S+ /, '')}`,
    en: `all ${one.en.replace(/^\S+ /, '')}`
  });
  if (missedByChoice === 0) return whole(byQuota);
  if (missedByChoice === missed) return whole(byChoice);
  return { id: `${byQuota.id}, ${byChoice.id}`, en: `${byQuota.en}, ${byChoice.en}` };
}

/** Who is eligible in words: desil, a category, or both. */
function eligibleSpan({ kategori, desilLayak }: EligibilityRule): Text {
  const names = categoryNames(kategori);
  const desil = desilSpan(desilLayak);
  if (kategori.length === 0) return desil;
  return desilLayak.length === 0 ? names : { id: `${names.id}, ${desil.id}`, en: `${names.en}, ${desil.en}` };
}

/** Eligible desil in words: `desil 1–4`, `desil 1, 2, dan 5`. */
export function desilSpan(desil: readonly number[]): Text {
  if (desil.length === 0) return { id: 'menurut kategori', en: 'by category' };
  const [first, last] = [desil[0]!, desil.at(-1)!];
  if (desil.length === 1) return { id: `desil ${first}`, en: `desil ${first}` };
  const isRun = last - first === desil.length - 1;
  if (isRun) return { id: `desil ${first}–${last}`, en: `desil ${first}–${last}` };
  const head = desil.slice(0, -1).join(', ');
  return { id: `desil ${head}, dan ${last}`, en: `desil ${head} and ${last}` };
}

/** Always said beside an error. */
export function agreementSentence(basis: Basis | null): Text {
  if (basis === null || basis.registri === null) return { id: '', en: '' };
  const registry = registryName(basis);
  return {
    id: `Mengukur kecocokan dengan ${registry.id}, bukan kemiskinan.`,
    en: `Measures agreement with ${registry.en}, not poverty.`
  };
}

/** Where undecided recipients could move an error; empty without bounds. */
export function boundsSentence({ bounds, rates, menurut }: Figures): Text {
  if (bounds.ee === null && bounds.ie === null) return { id: '', en: '' };
  const range = (of: Range, language: 'id' | 'en') => formatPercentRange(of[0], of[1], language);
  const [ee, ie] = [bounds.ee, bounds.ie];
  const parts = (language: 'id' | 'en'): string =>
    [
      ee === null ? '' : `${language === 'id' ? 'yang belum terjangkau' : 'not yet reached'} ${range(ee, language)}`,
      ie === null
        ? ''
        : `${language === 'id' ? 'penerima' : 'recipients'} ${outsideName(menurut)[language]} ${range(ie, language)}`
    ]
      .filter(Boolean)
      .join(language === 'id' ? ' dan ' : ' and ');
  return {
    id: `Karena ${sharePhrase(rates.unk).id} penerima belum dapat dinilai, angka sebenarnya ada di antara: ${parts('id')}.`,
    en: `Since ${sharePhrase(rates.unk).en} of recipients are not yet decided, the true figures lie between: ${parts('en')}.`
  };
}

/** How many recipients nothing can be said of. */
export function undecidedPhrase({ classes, rates, menurut }: Figures): Text {
  const { unk } = rates;
  if (unk === hidden) return { id: 'disembunyikan untuk melindungi orang', en: 'hidden to protect people' };
  if (unk === null) return { id: '', en: '' };
  if (unk === 0)
    return menurut === 'desil'
      ? { id: 'semua penerima ditemukan dan berdesil', en: 'every recipient is found and has a desil' }
      : { id: 'semua penerima ditemukan dan dapat dinilai', en: 'every recipient is found and can be judged' };
  const kosong = numberPhrase(classes.desilKosong);
  const luar = numberPhrase(classes.tidakTercatat);
  return {
    id: `${kosong.id} tanpa ${menurut}, ${luar.id} tidak ada di registri`,
    en: `${kosong.en} without a ${menurut === 'desil' ? 'desil' : 'category'}, ${luar.en} not in the registry`
  };
}
