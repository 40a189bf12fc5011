import type { Trend, TrendMove } from '$lib/view/targetingView';
import type { Text } from './language';
import { capital } from './word';

/** How the share reached moved between the last two years that are over, by which rule, and what else may have moved it; empty without a year. */
export function trendSentence(trend: Trend | null): Text {
  const latest = trend?.years.at(-1);
  if (trend === null || latest === undefined) return { id: '', en: '' };
  const { move } = trend;
  if (move === null) return unreadSentence(trend);
  const place = `${capital(trend.tingkat)} ${trend.nama}`;
  const found = moves[move.move];
  const registry = move.isOtherRegistry
    ? { id: ' Registri pembandingnya juga berganti.', en: ' The registry compared with changed too.' }
    : { id: '', en: '' };
  return {
    id: `Di ${place}, dari ${move.from} ke ${move.to} ${found.id}.${registry.id}`,
    en: `In ${place}, from ${move.from} to ${move.to} ${found.en}.${registry.en}`
  };
}

const moves: Record<TrendMove, Text> = {
  naik: {
    id: 'bagian yang terjangkau naik: rentang 95 % yang baru seluruhnya di atas yang lama',
    en: 'the share reached rose: the new 95% range lies wholly above the old one'
  },
  turun: {
    id: 'bagian yang terjangkau turun: rentang 95 % yang baru seluruhnya di bawah yang lama',
    en: 'the share reached fell: the new 95% range lies wholly below the old one'
  },
  'tidak-dapat-dibedakan': {
    id: 'perubahannya tidak dapat dibedakan: rentang 95 % kedua tahun beririsan',
    en: 'the change cannot be told apart: the 95% ranges of both years overlap'
  }
};

/** Fewer than two years are over. */
function unreadSentence({ years, nama, tingkat }: Trend): Text {
  const open = years.find(({ isClosed }) => !isClosed);
  const place = `${capital(tingkat)} ${nama}`;
  if (open === undefined || years.length === 1)
    return {
      id: `Baru ada satu tahun di ${place}, jadi arah perubahannya belum diketahui.`,
      en: `There is only one year for ${place}, so which way it moves is not known yet.`
    };
  return {
    id: `${open.tahun} belum berakhir, jadi di ${place} naik atau turunnya belum dinilai.`,
    en: `${open.tahun} is not over, so whether ${place} rises or falls is not judged yet.`
  };
}
