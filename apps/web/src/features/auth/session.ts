import type { Me } from '../../api/model.js';
import { meQuery } from '../../api/queries.js';
import { queryClient } from '../../api/query-client.js';
import { forgetDrafts } from '../../ui/use-form.js';
import { claimDrafts, forgetDrafts as forgetInteractionDrafts } from '../interactions/drafts.js';

let lastUserId: string | null = null;

/** After a login: what belonged to somebody else on this device goes; the same user's unsent texts stay. */
export function signedIn(me: Me): void {
  if (lastUserId !== me.id) forgetDrafts();
  claimDrafts(me.id);
  lastUserId = me.id;
  queryClient.clear();
  queryClient.setQueryData(meQuery.queryKey, me);
}

/** After a logout: nothing of the user stays in the page. */
export function signedOut(): void {
  lastUserId = null;
  forgetDrafts();
  forgetInteractionDrafts();
  queryClient.clear();
}
