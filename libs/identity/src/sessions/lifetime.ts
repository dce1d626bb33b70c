const minute = 60_000;
const day = 24 * 60 * minute;

/** A session ends after this long without use, in milliseconds. */
export const idleLifetime = 14 * day;

/** A session ends after this long in any case, in milliseconds. */
export const longestLifetime = 30 * day;

/** A device that was not signed in from for this long is new again, in milliseconds; browsers keep no cookie longer. */
export const deviceLifetime = 400 * day;

/** How exactly the latest use of a session is written down, in milliseconds. */
export const seenPrecision = 10 * minute;

/** How long after proving who one is dangerous acts are allowed, in milliseconds. */
const proofLifetime = 10 * minute;

/** Is a proof of identity recent enough for a dangerous act? Times in milliseconds since 1970. */
export const isProofFresh = (provedAt: number, now: number): boolean => now < provedAt + proofLifetime;

/** Is the session over at `now`, by disuse or by age? All times in milliseconds since 1970. */
export const isOver = (session: { seenAt: number; expiresAt: number }, now: number): boolean =>
  now >= session.expiresAt || now >= session.seenAt + idleLifetime;
