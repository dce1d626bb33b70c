/**
 * Why something could not start, as one sentence that says what to do.
 * Whoever starts it prints the message alone, without a stack, and ends with a non-zero code.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
