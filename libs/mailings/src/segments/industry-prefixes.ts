import { industries, isIndustryCode } from '@seloste/companies';
import { InvalidInput } from '@seloste/kernel';

type Industry = (typeof industries)[number];

const isSection = (code: string): boolean => /^[A-Z]$/.test(code);

/** The divisions of a section, such as `C`: TOL 2008 lists them right after it. */
function divisionsOf(section: string): string[] {
  const from = industries.findIndex(({ code }) => code === section) + 1;
  const length = industries.slice(from).findIndex(({ code }) => isSection(code));
  return industries
    .slice(from, length < 0 ? undefined : from + length)
    .map(({ code }) => code)
    .filter((code) => code.length === 2);
}

const namedBy = (fits: (name: string) => boolean): Industry[] =>
  industries.filter(({ fi, sv, en }) => [fi, sv, en].some((name) => fits(name.toLowerCase())));

/**
 * The beginnings of industry codes that a filter means: a code of TOL 2008 or the beginning of one, or an industry's name
 * in Finnish, Swedish or English, or a part of it.
 * @throws InvalidInput when there is no such industry
 */
export function industryPrefixes(industry: string): string[] {
  const wanted = industry.trim().toLowerCase();
  if (/^\d+$/.test(wanted) && isIndustryCode(wanted)) return [wanted];
  if (isSection(wanted.toUpperCase())) return divisionsOf(wanted.toUpperCase());
  const named = namedBy((name) => name === wanted);
  const meant = named.length > 0 ? named : namedBy((name) => name.includes(wanted));
  if (wanted === '' || meant.length === 0)
    throw InvalidInput.of('filters.industry', 'industry', 'must be a code or a name of TOL 2008');
  return [...new Set(meant.flatMap(({ code }) => (isSection(code) ? divisionsOf(code) : [code])))];
}
