import type { Language } from '../api/model.js';

type Namespaces = Record<string, Record<string, unknown>>;

function byNamespace(files: Record<string, unknown>): Namespaces {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [
      path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
      texts as Record<string, unknown>,
    ]),
  );
}

/** One chunk per language with every namespace: a file <language>/<name>.json is the namespace <name>. */
export const bundles: Record<Language, () => Promise<Namespaces>> = {
  fi: async () => byNamespace((await import('./fi.js')).texts),
  sv: async () => byNamespace((await import('./sv.js')).texts),
  en: async () => byNamespace((await import('./en.js')).texts),
};
