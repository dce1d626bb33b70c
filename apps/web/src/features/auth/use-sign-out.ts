import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.js';
import { signedOut } from './session.js';

/** Ends the session; the login follows. */
export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    await api.DELETE('/sessions/current').catch(() => undefined);
    await navigate({ to: '/login' });
    signedOut();
  };
}
