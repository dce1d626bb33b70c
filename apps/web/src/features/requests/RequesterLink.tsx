import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { actFor } from '../../api/acting.js';
import type { SubjectRequest } from './model.js';
import { requesterQuery } from './queries.js';

interface Props {
  request: SubjectRequest;
  /** Where to: the person's page, or the plan of their erasure. */
  to?: '/people/$id' | '/people/$id/erasure';
  className?: string;
  children?: ReactNode;
}

/** The way to the person. One who is restricted is seen for the request's sake, which goes on record as the reason. */
export function RequesterLink({ request, to = '/people/$id', className, children }: Props) {
  const person = useQuery(requesterQuery(request)).data;
  if (!request.contact) return null;
  return (
    <Link
      to={to}
      params={{ id: request.contact.id }}
      className={className}
      onClick={() => person?.restricted && actFor(request.reference)}
    >
      {children ?? request.contact.name}
    </Link>
  );
}
