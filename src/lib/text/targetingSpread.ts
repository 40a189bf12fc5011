import { formatNumber } from '$lib/format/number';
import { isNumber } from '$lib/model/targeting/count';
import type { Measured, Program } from '$lib/view/targetingView';
import type { Text } from './language';
import { lackText, measureName, unitName } from './targetingLabels';
import { capital, countWord, percentWords } from './word';

/** Title of the map: from where to where the measure goes, and what has no number. */
export function spreadTitle({ measure, desil, tingkat, units, counts, lack }: Measured): Text {
  const name =
    measure === 'desil'
      ? { id: `Penerima di desil ${desil}`, en: `Recipients in desil ${desil}` }
      : measureName(measure);
  const values = units.flatMap(({ value }) => (isNumber(value) ? [value] : []));
  if (values.length === 0) {
    const reason = lackText(lack ?? units[0]?.lack ?? 'tidak-diberikan');
    return {
      id: `${name.id}: belum ada angka tiap ${tingkat} (${reason.id})`,
      en: `${name.en}: no figures by ${tingkat} (${reason.en})`
    };
  }
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const n = { id: formatNumber(values.length, 'id'), en: formatNumber(values.length, 'en') };
  const [least, most] = [percentWords(low), percentWords(high)];
  const isOne = least.id === most.id;
  const span = {
    id: `${isOne ? most.id : `dari ${least.id} sampai ${most.id}`} di ${n.id} ${tingkat}`,
    en: `${isOne ? most.en : `from ${least.en} to ${most.en}`} in ${n.en} ${tingkat}`
  };
  const rest = absentPhrase(counts);
  return { id: `${name.id}: ${span.id}${rest.id}`, en: `${name.en}: ${span.en}${rest.en}` };
}

function absentPhrase({ hidden: few, missing }: Measured['counts']): Text {
  const parts = [
    few === 0 ? null : { id: `${formatNumber(few, 'id')} disembunyikan`, en: `${formatNumber(few, 'en')} hidden` },
    missing === 0
      ? null
      : { id: `${formatNumber(missing, 'id')} tanpa angka`, en: `${formatNumber(missing, 'en')} without a figure` }
  ].filter((part) => part !== null);
  const all = (language: 'id' | 'en') => parts.map((part) => `; ${part[language]}`).join('');
  return { id: all('id'), en: all('en') };
}

/** Why the picture is by kecamatan; empty where it is by desa. */
export function levelSentence({ why }: Measured): Text {
  return why === null ? { id: '', en: '' } : levels[why];
}

const levels: Record<NonNullable<Measured['why']>, Text> = {
  profil: {
    id: 'Angka ini ditampilkan per kecamatan: untuk melindungi orang, data terbuka memuat desa hanya bagi semua bantuan bersama dalam setahun penuh.',
    en: 'These figures are shown by kecamatan: to protect people, open data have desa only for all aid together over a whole year.'
  },
  'tahun-berjalan': {
    id: 'Tahun ini belum berakhir: desa ditampilkan setelah tahunnya ditutup.',
    en: 'The year is not over yet: desa are shown once it is closed.'
  },
  disembunyikan: {
    id: 'Hampir semua desa disembunyikan karena angkanya kecil, sehingga ukuran ini ditampilkan per kecamatan.',
    en: 'Nearly all desa are hidden since their counts are small, so this measure is shown by kecamatan.'
  },
  'tidak-ada': {
    id: 'Data tiap desa untuk ukuran ini tidak ada, sehingga ditampilkan per kecamatan.',
    en: 'There are no figures by desa for this measure, so it is shown by kecamatan.'
  }
};

/** Title of the funnel: how many stand outside; a title, so without a full stop. */
export function funnelTitle({ tingkat, theta, lack, counts }: Measured): Text {
  if (!isNumber(theta)) {
    const reason = lackText(lack ?? 'tidak-diberikan');
    return {
      id: `Corong tidak digambar, sebab kabupaten tidak punya angkanya: ${reason.id}`,
      en: `No funnel is drawn, since the regency has no figure: ${reason.en}`
    };
  }
  const { high, low, known } = counts;
  if (known === 0)
    return { id: `Belum ada ${tingkat} yang dapat dibandingkan`, en: `No ${tingkat} can be compared yet` };
  if (high === 0 && low === 0)
    return {
      id: `Tidak ada ${tingkat} yang jelas berbeda dari angka kabupaten`,
      en: `No ${tingkat} clearly differs from the regency`
    };
  const parts = [
    high === 0
      ? null
      : {
          id: `di ${countWord(high).id} ${tingkat} jelas lebih banyak`,
          en: `in ${countWord(high).en} ${tingkat} clearly more`
        },
    low === 0
      ? null
      : {
          id: `di ${countWord(low).id} ${tingkat} jelas lebih sedikit`,
          en: `in ${countWord(low).en} ${tingkat} clearly fewer`
        }
  ].filter((part) => part !== null);
  const named = (language: 'id' | 'en') => parts.map((part) => part[language]).join(', ');
  return {
    id: capital(`${named('id')}; selebihnya tidak dapat dibedakan dari kabupaten`),
    en: capital(`${named('en')}; the rest cannot be told apart from the regency`)
  };
}

/** Title of the bands. */
export function bandsTitle({ tingkat, counts }: Measured): Text {
  const alike = counts.known - counts.high - counts.low;
  if (counts.known === 0) return { id: 'Belum ada rentang yang dapat digambar', en: 'There is no range to draw yet' };
  const [n, all] = [alike, counts.known].map((count) => ({
    id: formatNumber(count, 'id'),
    en: formatNumber(count, 'en')
  }));
  return {
    id: `Rentang, bukan peringkat: ${n!.id} dari ${all!.id} ${tingkat} tidak dapat dibedakan dari kabupaten`,
    en: `A range, not a rank: ${n!.en} of ${all!.en} ${tingkat} cannot be told apart from the regency`
  };
}

/** How small numbers are steadied, with the name of the method; empty without any number. */
export function shrinkSentence({ prior, tingkat }: Measured): Text {
  if (prior === null) return { id: '', en: '' };
  if (prior.method === 'penuh')
    return {
      id: `Perbedaan antar ${tingkat} tidak lebih besar dari kebetulan, sehingga urutannya tidak dibaca.`,
      en: `${capital(tingkat)} differ by no more than chance, so their order is not read.`
    };
  const method =
    prior.method === 'mle'
      ? { id: 'beta-binomial, kemungkinan maksimum', en: 'beta-binomial, maximum likelihood' }
      : {
          id: 'momen Martuzzi–Elliott, karena wilayahnya sedikit',
          en: 'moments of Martuzzi and Elliott, since regions are few'
        };
  return {
    id: `Untuk urutan, angka ${tingkat} yang kecil ditarik ke arah rata-rata (${method.id}).`,
    en: `For the order, small ${tingkat} are drawn towards the mean (${method.en}).`
  };
}

/** Whether regions differ by more than chance, and what the limits do about it; empty below ten regions. */
export function dispersionSentence({ dispersion, tingkat }: Measured): Text {
  if (dispersion === null) return { id: '', en: '' };
  const phi = {
    id: formatNumber(dispersion.phi, 'id', { digits: 1 }),
    en: formatNumber(dispersion.phi, 'en', { digits: 1 })
  };
  if (dispersion.tau2 === 0)
    return {
      id: `Perbedaan antar ${tingkat} sebesar yang ditimbulkan kebetulan (φ = ${phi.id}).`,
      en: `${capital(tingkat)} differ as much as chance makes them (φ = ${phi.en}).`
    };
  return {
    id: `Antar ${tingkat} berbeda lebih dari kebetulan (φ = ${phi.id}), sehingga batas corong dilebarkan.`,
    en: `${capital(tingkat)} differ by more than chance (φ = ${phi.en}), so the limits are widened.`
  };
}

/** What the sizes of the funnel count. */
export function denominatorName({ measure, desil }: Measured, unit: Program['unit']): Text {
  const who = unitName(unit);
  const texts: Record<Measured['measure'], Text> = {
    ee: { id: `${who.id} layak`, en: `eligible ${who.en}` },
    ee_choice: { id: `${who.id} layak`, en: `eligible ${who.en}` },
    ie: { id: 'penerima yang desilnya diketahui', en: 'recipients whose desil is known' },
    unk: { id: 'penerima', en: 'recipients' },
    fresh: { id: 'keluarga di registri', en: 'families in the registry' },
    cov_all: { id: `${who.id} di registri`, en: `${who.en} in the registry` },
    desil: { id: `${who.id} di desil ${desil}`, en: `${who.en} in desil ${desil}` }
  };
  return texts[measure];
}
