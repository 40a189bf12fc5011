import type { SpendingLine } from './spending';
import { lastMonth, stageInForce, stageStart, holidayPayMonth, thirteenthPayMonth, type Year } from './calendar';
import { spentTo, sum } from './spending';
import { santunanPeople, santunanPerMonth } from './story';
import { lineKey } from './tables';

/** A contract, work order, grant agreement, recipients' decree or unpaid bill, as the list of a month shows it. */
export interface Commitment {
  tahun: Year;
  bulan: number;
  line: SpendingLine;
  jenis: 'kontrak' | 'spk' | 'nphd' | 'sk_penerima' | 'utang';
  /** Number of the paper; invented. */
  nomor: string;
  /** Supplier; invented. */
  penyedia: string;
  /** Rupiah agreed. */
  nilai: number;
  /** Rupiah paid from January to the end of the month. */
  terbayar: number;
}

/** A payment that recurs each month. */
export interface Obligation {
  tahun: Year;
  line: SpendingLine;
  /** Rupiah for each month up to `sampaiBulan`. */
  perBulan: number;
  /** Last month (1–12) in which it is due. */
  sampaiBulan: number;
}

/** Unpaid bills of the year before: rupiah, and the share paid by the month from which it is paid. */
const bills: readonly { key: string; tahun: Year; rupiah: number; paidFrom: number; paidShare: number }[] = [
  { key: '1.06.04.2.01.0001 5.1.02.01.01.0039', tahun: 2024, rupiah: 118_500_000, paidFrom: 10, paidShare: 1 },
  { key: '1.06.04.2.01.0001 5.1.02.01.01.0039', tahun: 2025, rupiah: 142_000_000, paidFrom: 9, paidShare: 1 },
  { key: '1.06.04.2.01.0001 5.1.02.01.01.0039', tahun: 2026, rupiah: 236_000_000, paidFrom: 10, paidShare: 0.35 },
  { key: '1.06.05.2.02.0004 5.1.06.03.02.0001', tahun: 2026, rupiah: 164_500_000, paidFrom: 11, paidShare: 1 }
];

const jenisByPola: Record<string, Commitment['jenis']> = {
  pengadaan: 'kontrak',
  modal: 'kontrak',
  duabulan: 'kontrak',
  hibah: 'nphd',
  santunan: 'sk_penerima'
};
const workOrders = /^5\.1\.02\.02\.01\.00(26|3[013])$/;

/** The running list of each month: what was agreed by then and how much of it was paid. Bills of last year are in no contract. */
export function commitments(lines: readonly SpendingLine[]): Commitment[] {
  return lines.flatMap((line, index) => {
    const jenis = jenisByPola[line.line.pola] ?? (workOrders.test(line.line.kodeAkun) ? 'spk' : undefined);
    if (!jenis || sum(line.realisasi) === 0) return [];
    const start = jenis === 'spk' ? 1 : Math.max(1, firstPaid(line) - (jenis === 'kontrak' ? 2 : 1));
    const budgeted = months(line.tahun).filter((bulan) => line.pagu[stageInForce(line.tahun, bulan)] !== 0);
    return budgeted.flatMap((bulan) => [
      ...unpaidBill(line, bulan),
      ...(bulan >= start ? agreed(line, jenis, bulan, index) : [])
    ]);
  });
}

function months(tahun: Year): number[] {
  return Array.from({ length: lastMonth(tahun) }, (_, index) => index + 1);
}

function firstPaid(line: SpendingLine): number {
  return line.realisasi.findIndex((rupiah) => rupiah > 0) + 1;
}

function billOf({ line, tahun }: SpendingLine): (typeof bills)[number] | undefined {
  return bills.find((bill) => bill.tahun === tahun && lineKey(line) === `1.06.0.00.0.00.01.0000 ${bill.key}`);
}

function billPaid(line: SpendingLine, bulan: number): number {
  const bill = billOf(line);
  return bill && bulan >= bill.paidFrom ? Math.round(bill.rupiah * bill.paidShare) : 0;
}

function unpaidBill(line: SpendingLine, bulan: number): Commitment[] {
  const bill = billOf(line);
  if (!bill) return [];
  const nomor = `TAGIHAN-${line.tahun - 1}`;
  return [
    {
      tahun: line.tahun,
      bulan,
      line,
      jenis: 'utang',
      nomor,
      penyedia: 'PENYEDIA CONTOH 00',
      nilai: bill.rupiah,
      terbayar: billPaid(line, bulan)
    }
  ];
}

/** One paper, or two (60 % and 40 %) for contracts above Rp1 miliar; the first is paid first. */
function agreed(line: SpendingLine, jenis: Commitment['jenis'], bulan: number, index: number): Commitment[] {
  const total = agreedTotal(line, jenis, bulan);
  const values = jenis === 'kontrak' && total > 1_000_000_000 ? [Math.round((total * 0.6) / 1000) * 1000] : [];
  values.push(total - sum(values));
  let paid = spentTo(line, bulan) - billPaid(line, bulan);
  return values.map((nilai, part) => {
    const terbayar = Math.min(nilai, paid);
    paid -= terbayar;
    const nomor = `${jenis.toUpperCase()}-${index + 1}.${part + 1}/DINSOS/${line.tahun}`;
    const penyedia = `PENYEDIA CONTOH ${String(((index + part) % 24) + 1).padStart(2, '0')}`;
    return { tahun: line.tahun, bulan, line, jenis, nomor, penyedia, nilai, terbayar };
  });
}

/** What the line's papers agree on, within the pagu in force: an addendum follows where the perubahan raises it. */
function agreedTotal(line: SpendingLine, jenis: Commitment['jenis'], bulan: number): number {
  const pagu = line.pagu[stageInForce(line.tahun, bulan)];
  if (jenis === 'sk_penerima') return pagu;
  return Math.min(pagu, sum(line.realisasi)) - (billOf(line)?.rupiah ?? 0);
}

/**
 * Pay, honoraria, subscriptions and santunan by the month. THR and 13th pay are set aside in equal parts until their month, so that
 * months left x rupiah is what remains to be paid, and 0 once it is paid.
 */
export function obligations(lines: readonly SpendingLine[]): Obligation[] {
  return lines.flatMap((line) => {
    const row = (perBulan: number, sampaiBulan: number): Obligation => ({
      tahun: line.tahun,
      line,
      perBulan,
      sampaiBulan
    });
    const { pola } = line.line;
    if (pola === 'santunan') return [row(santunanPeople[line.tahun] * santunanPerMonth, 12)];
    if (sum(line.realisasi) === 0) return [];
    if (pola === 'bulanan' || pola === 'langganan') return [row(Math.round(sum(line.realisasi) / 12_000) * 1000, 12)];
    if (pola !== 'gaji' && pola !== 'tpp') return [];
    const pay = line.realisasi[stageStart(line.tahun, 'perubahan') - 2] ?? 0; // an ordinary month
    return [holidayPayMonth(line.tahun), thirteenthPayMonth]
      .map((month) => row(Math.round(pay / month), month))
      .concat(row(pay, 12));
  });
}
