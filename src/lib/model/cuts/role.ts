import type { CutLine, LineRole } from './line';

/** Work on the registry of the poor (domain.md A3): what keeps the lists fresh. */
const dataWork = ['1.06.05.2.02.0001', '1.06.05.2.02.0002'];

/** Aid in money or goods to people: social assistance, and goods handed to the public. */
const aidAccounts = ['5.1.06', '5.1.02.01.01.0039'];
/** Accounts that reach the public in other ways: social impact, services to the public, grants, contingency. */
const publicAccounts = ['5.1.02.05.01.0004', '5.1.02.05.02.0002', '5.1.05', '5.3'];

/** Whether a code is the prefix itself or stands below it: `5.1.01` covers `5.1.01.01` and not `5.1.011`. An empty prefix covers nothing. */
export function isBelow(kode: string, prefix: string): boolean {
  const stem = prefix.replace(/\.+$/, '');
  return stem !== '' && (kode === stem || kode.startsWith(`${stem}.`));
}

/** Whether an account is aid itself, which the SPM rule and the account template leave alone. */
export function isAidAccount(kodeAkun: string): boolean {
  return aidAccounts.some((prefix) => isBelow(kodeAkun, prefix));
}

/**
 * The role a line has where nobody set one: aid itself by account or by what it is said to pay; data work by code; everything of the
 * support program (`….01`) is the office; whatever else a service program spends delivers it. A proposal: the reader may change it.
 */
export function proposeRole(line: Pick<CutLine, 'kodeSubkegiatan' | 'kodeAkun' | 'aid'>): LineRole {
  const paysPublic = publicAccounts.some((prefix) => isBelow(line.kodeAkun, prefix));
  if (line.aid.length > 0 || isAidAccount(line.kodeAkun) || paysPublic) return 'langsung';
  if (dataWork.includes(line.kodeSubkegiatan)) return 'data';
  return line.kodeSubkegiatan.split('.')[2] === '01' ? 'umum' : 'penunjang';
}
