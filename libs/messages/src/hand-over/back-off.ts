const minute = 60_000;
const hour = 60 * minute;

/** A message that could not be handed over for this long is given up, in milliseconds. */
const givenUpAfter = 72 * hour;

/**
 * When a message that the server did not take is tried again: in one minute, three, nine … at most six hours; null when
 * it has been tried long enough. `attempts` are those before this one.
 */
export function nextAttempt(
  { attempts, createdAt }: { attempts: number; createdAt: Date },
  now: Date,
): Date | null {
  if (now.getTime() - createdAt.getTime() > givenUpAfter) return null;
  return new Date(now.getTime() + Math.min(minute * 3 ** attempts, 6 * hour));
}
