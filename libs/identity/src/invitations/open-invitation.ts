import { accessMatrix, roles, type RequestContext } from '@seloste/kernel';
import type { Reader } from '@seloste/platform';
import { heldRoles } from '../access/access-of-user.js';
import { tokenHashOf } from '../random-token.js';

/** Roles whose holders invite. */
const invitingRoles = roles.filter((role) => 'users.manage' in accessMatrix[role]);

/** An invitation whose link works. */
export interface OpenInvitation {
  id: string;
  name: string;
  email: string;
  language: 'fi' | 'sv' | 'en';
  inviter: string;
  company: string;
  expiresAt: Date;
}

/**
 * SQL: an invitation at a time ($2) that is not over, of somebody who may still invite ($3): what somebody began ends with
 * their access (K5).
 */
const openInvitation = (which: string): string => `
  SELECT i.id, i.name, i.email, i.language, u.name AS inviter, c.name AS company, i.expires_at AS "expiresAt"
  FROM invitations i JOIN users u ON u.id = i.invited_by CROSS JOIN controllers c
  WHERE ${which} AND i.token_hash IS NOT NULL AND i.expires_at > $2::timestamptz
    AND (i.ends_at IS NULL OR i.ends_at > $2::timestamptz) AND u.deactivated_at IS NULL
    AND ${heldRoles('u.id', '$2::timestamptz')} && $3::text[]`;

/** The invitation of a link at a time; null when there is none, it is over, or whoever invited may not invite any more. */
export async function findOpenInvitation(
  reader: Reader,
  token: string,
  now: Date,
): Promise<OpenInvitation | null> {
  const which = openInvitation('i.token_hash = $1');
  const [row] = await reader.read<OpenInvitation>(which, [tokenHashOf(token), now, invitingRoles]);
  return row ?? null;
}

/** The invitation of somebody whose address is proven otherwise than by the link; null as above. */
export async function findInvitationTo(
  reader: Reader,
  email: string,
  now: Date,
): Promise<OpenInvitation | null> {
  const which = openInvitation('i.email = $1');
  const [row] = await reader.read<OpenInvitation>(which, [email, now, invitingRoles]);
  return row ?? null;
}

/** In whose name the account of an invitation is made: the inviter's, whose decision it was. */
export const inTheNameOf = (
  { requestId }: RequestContext,
  userId: string,
  language: string,
): RequestContext => ({
  actor: { kind: 'user', userId, permissions: new Map(), language },
  requestId,
});
