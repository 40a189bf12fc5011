import { publishedMeasureName, publishedStageName } from '$lib/contract/published';
import { formatDate } from '$lib/format/date';
import type { DataTable } from '$lib/format/table';
import { agreementNames } from '$lib/text/fundingNotes';
import { fundingLabels as text } from '$lib/text/fundingLabels';
import type { Language } from '$lib/text/language';
import type { FundingView } from '$lib/view/funding';

/** Published figures, each with stage, date and source; conflicting ones say so. */
export function publishedTable(published: FundingView['published'], language: Language): DataTable {
  const whole = (ukuran: string | null) =>
    ukuran === null ? null : `${text.exceeds[language]} ${publishedMeasureName(ukuran)?.[language] ?? ukuran}`;
  return {
    columns: [
      { key: 'apa', label: text.komponen[language], kind: 'text' },
      { key: 'tahap', label: text.stage[language], kind: 'text' },
      { key: 'rupiah', label: text.amount[language], kind: 'rupiah' },
      { key: 'cocok', label: text.agreement[language], kind: 'text', wideOnly: true },
      { key: 'tanggal', label: text.date[language], kind: 'text', wideOnly: true }
    ],
    rows: published.groups.flatMap(({ kodeWilayah, tahun, ukuran, agreement, exceeds, figures }) =>
      figures.map(({ tahap, rupiah, perTanggal, sumber, catatan, catatanEn }) => ({
        apa: `${tahun} · ${publishedMeasureName(ukuran)?.[language] ?? ukuran}${kodeWilayah === '00' ? ` (${text.nation[language]})` : ''}`,
        keterangan: [
          published.sources[sumber] ?? '',
          language === 'id' ? catatan : (catatanEn ?? catatan),
          whole(exceeds)
        ]
          .filter(Boolean)
          .join('; '),
        tahap: publishedStageName(tahap)?.[language] ?? tahap,
        rupiah,
        cocok: agreementNames[agreement][language],
        tanggal: perTanggal === null ? null : formatDate(perTanggal, language)
      }))
    )
  };
}
