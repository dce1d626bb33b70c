const first = (text: string): string => Array.from(text)[0] ?? '';

/**
 * An e-mail address or a phone number that its owner knows again, and whom a forwarded message reaches does not learn:
 * `a•••@k•••.fi`, `+358 ••• 67`.
 */
export function masked(value: string): string {
  const at = value.lastIndexOf('@');
  if (at > 0) {
    const domain = value.slice(at + 1);
    const ending = domain.slice(domain.lastIndexOf('.'));
    return `${first(value)}•••@${first(domain)}•••${ending}`;
  }
  return `${value.startsWith('+') ? value.slice(0, 4) : ''} ••• ${value.slice(-2)}`.trim();
}
