import type { Me } from '../../api/model.js';
import { meQuery } from '../../api/queries.js';
import { queryClient } from '../../api/query-client.js';
import { claimDrafts, forgetDrafts } from '../../ui/drafts.js';

/** After a login: what belonged to somebody else on this device goes; the same user's unsent texts stay. */
export function signedIn(me: Me): void {
  claimDrafts(me.id);
  queryClient.clear();
  queryClient.setQueryData(meQuery.queryKey, me);
}

/** After a logout: nothing of the user stays in the page. */
export function signedOut(): void {
  forgetDrafts();
  queryClient.clear();
}
