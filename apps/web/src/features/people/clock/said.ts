/**
 * The clock's sentence in two: what happens, and why. "Erased on 14.3.2027: customer relationship ended 14.3.2026, 12
 * months" → "Erased on 14.3.2027" and "Customer relationship ended 14.3.2026, 12 months".
 */
export function saidInTwo(reason: string): [what: string, why: string] {
  const at = reason.indexOf(': ');
  if (at < 0) return [reason, ''];
  const why = reason.slice(at + 2);
  return [reason.slice(0, at), why.charAt(0).toLocaleUpperCase() + why.slice(1)];
}
