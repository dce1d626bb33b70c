import type { Request } from 'express';

/** Of a layer of Express's router, what we look at. */
interface Layer {
  match(path: string): unknown;
  route?: { methods: Record<string, boolean> };
}

/** The other methods that a path has routes for when the request's own has none; empty for a path that is nobody's. */
export function otherMethods(request: Request): string[] {
  const path = request.baseUrl + request.path;
  const { stack } = (request.app as unknown as { router: { stack: Layer[] } }).router;
  const names = stack
    .filter(({ route }) => route !== undefined && route.methods._all !== true)
    .filter((layer) => layer.match(path) !== false)
    .flatMap(({ route }) => Object.keys(route?.methods ?? {}).map((name) => name.toUpperCase()));
  return names.includes(request.method) ? [] : [...new Set(names)].sort();
}
