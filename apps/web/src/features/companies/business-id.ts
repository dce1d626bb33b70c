const weights = [7, 9, 10, 5, 8, 4, 2];

/** Keeps the digits of what is typed and sets the hyphen: `12345678` → `1234567-8`; six digits and a hyphen get their leading zero. */
export function maskBusinessId(typed: string): string {
  const old = /^\s*(\d{6})-(\d?)\s*$/.exec(typed);
  const digits = (old ? `0${old[1]}${old[2]}` : typed.replace(/^\s*FI/i, '').replace(/\D/g, '')).slice(0, 8);
  return digits.length > 7 || (old && digits.length === 7)
    ? `${digits.slice(0, 7)}-${digits.slice(7)}`
    : digits;
}

/** `ok` when the check digit matches, `wrong` when it does not, `incomplete` while digits are missing. */
export function checkBusinessId(value: string): 'ok' | 'wrong' | 'incomplete' {
  const match = /^(\d{7})-(\d)$/.exec(value);
  if (!match?.[1]) return 'incomplete';
  const sum = [...match[1]].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  const remainder = sum % 11;
  if (remainder === 1) return 'wrong';
  return (remainder === 0 ? 0 : 11 - remainder) === Number(match[2]) ? 'ok' : 'wrong';
}
