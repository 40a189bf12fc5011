import type { Text } from './language';

/**
 * How a resident proposes a family, objects or has data put right. The way from the RT to the desil, its dates and its quarter are those
 * reported by Suara NTB (25 October 2025) and Wartanett on updating DTSEN; that desa operators of the home regency propose changes, by Duta
 * Kaltim News. The dates are of that report, so they are named with it: no rule of the ministry was found.
 */
export const proposalSteps: readonly Text[] = [
  {
    id: 'Sampaikan ke RT/RW. Usul dan sanggah dibahas dalam musyawarah desa atau kelurahan, setiap bulan (tanggal 1–14 menurut Suara NTB, 25-10-2025; tanyakan jadwal desa Anda).',
    en: 'Tell the RT/RW. Proposals and objections are discussed in the musyawarah of the desa or kelurahan, every month (1st to 14th by Suara NTB, 25-10-2025; ask your desa for its dates).'
  },
  {
    id: 'Operator desa memasukkan pembaruan data dan usul perubahan desil ke SIKS-NG, lalu meneruskannya ke Dinas Sosial.',
    en: 'The desa’s operator enters updated data and proposed changes of desil in SIKS-NG and passes them on to the social agency.'
  },
  {
    id: 'Pendamping PKH memeriksa di lapangan, lalu BPS menetapkan desil; BPS memutakhirkannya tiap tiga bulan (Wartanett).',
    en: 'A PKH facilitator checks on the ground, then BPS sets the desil; BPS updates it every three months (Wartanett).'
  },
  {
    id: 'Warga juga dapat menyampaikannya sendiri melalui aplikasi Cek Bansos.',
    en: 'Residents can also send it themselves through the Cek Bansos app.'
  }
];
