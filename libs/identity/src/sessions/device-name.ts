/** What a browser calls itself by, in the order in which it has to be asked: most also claim to be Chrome or Safari. */
const browsers: [RegExp, string][] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(?:OPR|OPiOS)\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

const nameIn = (userAgent: string, names: [RegExp, string][]): string | undefined =>
  names.find(([pattern]) => pattern.test(userAgent))?.[1];

/**
 * Browser and system in words that people know, such as `Firefox · Windows`; null when neither is known. Only names from
 * the lists above come out: what a header says is never kept.
 */
export function deviceNameOf(userAgent: string | undefined): string | null {
  const known = (userAgent ?? '').slice(0, 500);
  const names = [nameIn(known, browsers), nameIn(known, systems)].filter((name) => name !== undefined);
  return names.length === 0 ? null : names.join(' · ');
}
