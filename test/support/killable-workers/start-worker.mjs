import { enableCompileCache, flushCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Starts the bundled worker of a folder; what it imports is found from here. */
const [folder = '', worker = ''] = process.argv.slice(2);
const here = import.meta.url;

enableCompileCache(folder);
registerHooks({
  resolve(name, context, next) {
    const isBare = !/^[./]|:/.test(name) && context.parentURL?.startsWith(pathToFileURL(folder).href);
    return next(name, isBare ? { ...context, parentURL: here } : context);
  },
});
await import(pathToFileURL(join(folder, worker)).href);
flushCompileCache(); // whoever is killed does not come to it at its end
