import type { Product } from './product.ts';
import type { Target } from './targets.ts';

interface Answer {
  status: number;
  /** Names of the query's parameters or of the body's fields that were refused. */
  refused: string[];
}

async function ask({ url, cookie }: Product, { method, path, body }: Target): Promise<Answer> {
  const answer = await fetch(url + path.replace('*', ''), {
    method,
    headers: { Cookie: cookie, 'Content-Type': 'application/json', ...reasonFor(path) },
    redirect: 'manual',
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  const problem = answer.status === 400 ? (JSON.parse(text) as { fields?: { field: string }[] }) : {};
  const refused = (problem.fields ?? []).map(({ field }) => field.split('.', 1)[0] ?? '');
  return { status: answer.status, refused };
}

/** Restricted people are shown to privacy officers who say why. */
export const reasonFor = (path: string): Record<string, string> =>
  path.includes('restriction') ? { 'X-Privacy-Reason': 'tietoturvatesti' } : {};

function without(target: Target, names: string[]): Target {
  const [path = '', query] = target.path.split('?');
  const parameters = new URLSearchParams(query);
  const fields = target.body === undefined ? null : (JSON.parse(target.body) as Record<string, unknown>);
  for (const name of names) {
    parameters.delete(name);
    if (fields) delete fields[name];
  }
  return {
    ...target,
    path: parameters.size > 0 ? `${path}?${parameters.toString()}` : path,
    ...(fields && { body: JSON.stringify(fields) }),
  };
}

/**
 * The target without the values that the product does not take as we make them up, so that what a scanner changes in the
 * others gets past validation; and whether it is taken so.
 */
export async function settle(
  product: Product,
  target: Target,
): Promise<{ target: Target; isTaken: boolean }> {
  let settled = target;
  for (let tries = 0; tries < 5; tries++) {
    const { status, refused } = await ask(product, settled);
    if (status < 400) return { target: settled, isTaken: true };
    const next = without(settled, refused);
    if (next.path === settled.path && next.body === settled.body) break;
    settled = next;
  }
  return { target: settled, isTaken: false };
}
