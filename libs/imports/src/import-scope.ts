import { actingUserId, scopeOf, type RequestContext } from '@seloste/kernel';

/** Whose imports the caller sees: everybody's (null) who may import for everybody, else their own. */
export const importerSeenBy = (context: RequestContext): string | null =>
  scopeOf(context, 'contacts.import') === 'all' ? null : actingUserId(context);
