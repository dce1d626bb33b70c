/** Type, SQL state and stack lines of what was thrown; never the message, which may quote values. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'a thrown value that is not an Error';
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const facts = [error.name, code, table, constraint].filter(Boolean).join(' ');
  return `${facts}\n${frames.slice(0, 8).join('\n')}`;
}
