const keys = {
  oidc_unavailable: 'problem.oidc_unavailable',
  oidc_expired: 'problem.oidc_expired',
  oidc_cancelled: 'problem.oidc_cancelled',
  oidc_failed: 'problem.oidc_failed',
  oidc_refused: 'problem.oidc_refused',
  too_many_requests: 'problem.too_many_requests',
  other: 'problem.other',
} as const;

/** The text for the code that a failed login with a provider comes back with; null without one. */
export function loginProblemKey(code: string | undefined) {
  if (code === undefined) return null;
  return code in keys ? keys[code as keyof typeof keys] : keys.other;
}
