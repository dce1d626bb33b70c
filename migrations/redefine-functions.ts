/** A function of the database, by name and types of its parameters; a part of its text; what stands there afterwards. */
export type Redefinition = readonly [routine: string, was: string, becomes: string];

/** The same functions with a part of their text replaced, or put back; fails when one is not as expected. */
export const redefine = (changes: readonly Redefinition[], direction: 'up' | 'down'): string =>
  changes
    .map(([routine, was, becomes]) => {
      const [from, to] = direction === 'up' ? [was, becomes] : [becomes, was];
      return `
  DO $do$ BEGIN
    ASSERT strpos(pg_get_functiondef('${routine}'::regprocedure), '${from}') > 0, '${routine} is not as expected';
    EXECUTE replace(pg_get_functiondef('${routine}'::regprocedure), '${from}', '${to}');
  END $do$;`;
    })
    .join('');
