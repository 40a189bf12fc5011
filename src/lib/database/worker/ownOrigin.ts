/** The URL, made whole, when it is of the page's own origin; else a TypeError, before any request is made. */
export function ownUrl(url: string, base: string): string {
  const whole = new URL(url, base);
  if (whole.origin !== new URL(base).origin)
    throw new TypeError(`${whole.href} is of another origin; it is not asked for`);
  return whole.href;
}
