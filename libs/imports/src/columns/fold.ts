/** A heading or word for comparison: lower case, å and ä as a, ö as o, and only letters and digits, single spaces between. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-zåäö])([A-ZÅÄÖ])/g, '$1 $2')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'a')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The same without spaces, so that "E-mail", "e mail" and "Email" are one word. */
export const squeeze = (text: string): string => fold(text).replaceAll(' ', '');

/** Is `a` at most one inserted, lost, changed or swapped letter away from `b`? */
export function isTypoOf(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 5) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const isSwap = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1) || isSwap;
}
