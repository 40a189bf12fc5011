/** Sen as plain rupiah for a message: `-Rp1.234.567,89`; whole rupiah without decimals. */
export function rupiah(sen: bigint): string {
  const sign = sen < 0n ? '-' : '';
  const digits = (sen < 0n ? -sen : sen).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${sign}Rp${whole}${digits.endsWith('00') ? '' : `,${digits.slice(-2)}`}`;
}
