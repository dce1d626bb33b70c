/** What PostgreSQL, the network and the driver say by a code: no connection, shut out, gone. */
const codes = /^(08|57P|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND)/;

/** What the driver says in words alone. */
const words = /^(Connection terminated|Client (has encountered|was closed)|timeout exceeded when)/;

/** What TypeORM says of a transaction whose connection has ended under it. */
const names = /^(QueryRunner(Provider)?AlreadyReleased|TransactionNotStarted)Error$/;

/** The database is away, or has shut us out: nothing is wrong with what was done, and it goes on when the database is back. */
export function isDatabaseLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  return (
    (typeof code === 'string' && codes.test(code)) || words.test(error.message) || names.test(error.name)
  );
}
