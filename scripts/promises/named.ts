/** The name of a test or of a group of them: of `it`, `describe`, and of either with a table; one that is skipped has none. */
const names = /(?:\b(?:it|describe)|\)|`)\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/g;

/**
 * Which promises are named by tests, as their sources say; a group's name counts for the tests in it, as in jest's results.
 * @param ids the rows, as in promises.json
 * @param sources the texts of spec files
 */
export function namedIn(ids: readonly string[], sources: readonly string[]): Set<string> {
  const all = sources.flatMap((source) => [...source.matchAll(names)].map((match) => match[2] ?? ''));
  return new Set(ids.filter((id) => all.some((name) => new RegExp(`\\b${id}\\b`).test(name))));
}
