/** Of jest's JSON results, what is read here. */
export interface TestResults {
  testResults: { assertionResults: { fullName: string; status: string }[] }[];
}

interface Row {
  id: string;
  text: string;
  naming: { fullName: string; status: string }[];
  state: 'kept' | 'open' | 'BROKEN';
}

/**
 * The promises with the tests that name them. The last line is `kept/total`; a promise is kept when tests name it and
 * all of them passed, broken when one of them failed.
 * @param promises text by row id
 */
export function report(
  promises: Record<string, string>,
  results: TestResults,
): { lines: string[]; broken: boolean } {
  const tests = results.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed');
  const rows = Object.entries(promises).map(([id, text]): Row => {
    const naming = tests.filter(({ fullName }) => new RegExp(`\\b${id}\\b`).test(fullName));
    const failed = naming.some(({ status }) => status === 'failed');
    return { id, text, naming, state: naming.length === 0 ? 'open' : failed ? 'BROKEN' : 'kept' };
  });
  const kept = rows.filter(({ state }) => state === 'kept').length;
  return {
    lines: [...rows.flatMap(linesOf), `${kept}/${rows.length}`],
    broken: rows.some(({ state }) => state === 'BROKEN'),
  };
}

const linesOf = ({ id, text, naming, state }: Row): string[] => [
  `${id.padEnd(4)} ${state.padEnd(7)} ${text}`,
  ...naming.map(({ fullName, status }) => `       ${status === 'passed' ? '✓' : '✗'} ${fullName}`),
];
