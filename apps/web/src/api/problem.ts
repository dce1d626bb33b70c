import type { Factor, FieldError, ProblemDetails } from './model.js';

/** An answer of the API that is an error: RFC 9457 problem details. `code` is stable, texts are not. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly fields: FieldError[];
  /** With `second_factor_required`: what the account takes. */
  readonly factors: Factor[];
  /** With `not_permitted`: why the person may not be contacted, in the reader's language. */
  readonly sentence: string | undefined;

  constructor(problem: ProblemDetails) {
    super(problem.detail || problem.title);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.requestId = problem.requestId || undefined;
    this.fields = problem.fields ?? [];
    this.factors = (problem.factors ?? []).filter(isFactor);
    this.sentence = problem.permission?.sentence;
  }
}

const isFactor = (text: string): text is Factor => ['totp', 'passkey', 'recovery_code'].includes(text);

/** The server could not be reached: nothing was saved, and trying again is safe. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('connection lost', { cause });
    this.name = 'ConnectionLost';
  }
}

/** @returns whether the error is a problem with this code, for example `invalid_credentials`. */
export function isProblem(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}

/** Reads a failed response; one without a problem document (a proxy's page, say) becomes `unexpected`. */
export async function toProblem(response: Response): Promise<ApiProblem> {
  const fallback: ProblemDetails = {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'unexpected',
    detail: response.statusText,
    requestId: response.headers.get('x-request-id') ?? '',
  };
  const body: unknown = await response.json().catch(() => null);
  const isDocument = typeof body === 'object' && body !== null && 'code' in body;
  return new ApiProblem(isDocument ? { ...fallback, ...(body as Partial<ProblemDetails>) } : fallback);
}
