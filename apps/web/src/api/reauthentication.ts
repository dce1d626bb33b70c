type Prover = () => Promise<boolean>;

let prover: Prover | null = null;

/** Says who asks the user to prove their identity: the dialog of the frame. @returns what takes it back. */
export function onReauthentication(ask: Prover): () => void {
  prover = ask;
  return () => {
    if (prover === ask) prover = null;
  };
}

/**
 * Sends a request. Where it needs a fresh proof of identity, the user is asked for one, and it is sent once more;
 * whoever declines gets the refusal.
 */
export async function fetchWithProof(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 403 || prover === null) return response;
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  if ((problem as { code?: string } | null)?.code !== 'reauthentication_required') return response;
  return (await prover()) ? fetch(again) : response;
}
