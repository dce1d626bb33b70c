/**
 * The promises with the tests that name them.
 * @param {Record<string, string>} promises text by row id
 * @param {{ testResults: { assertionResults: { fullName: string, status: string }[] }[] }} results jest's JSON
 * @returns {{ lines: string[], broken: boolean }} the last line is `kept/total`; broken when a test of a promise failed
 */
export function report(promises, results) {
  const tests = results.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed');
  const rows = Object.entries(promises).map(([id, text]) => {
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

const linesOf = ({ id, text, naming, state }) => [
  `${id.padEnd(4)} ${state.padEnd(7)} ${text}`,
  ...naming.map(({ fullName, status }) => `       ${status === 'passed' ? '✓' : '✗'} ${fullName}`),
];
