/** One route with values in all its places, for a scanner to change them one after another. */
export interface Target {
  /** `GET /api/v1/contacts/{id}` */
  name: string;
  method: string;
  /** Path and query. An id marked with `*` is to be tried; sqlmap then leaves other places alone. */
  path: string;
  /** A JSON body. */
  body?: string;
}

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  oneOf?: Schema[];
  example?: unknown;
}
interface Parameter {
  name: string;
  in: string;
  schema?: Schema;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** They would end the scanner's own session or login; their parameters are the same as those of others. */
const ownEnd = /^(DELETE .*\/sessions\/|PUT .*\/me\/password|POST .*\/sessions$)/;
const nobody = '01a207bb-e5b0-704d-8b14-5b9a3e99f598';

/** Every route of the description that takes something: once for its ids, and once for its query or body. Cursors are left out: they are sealed. @param known real ids by noun */
export function targetsOf(api: OpenApi, known: Record<string, string>): Target[] {
  const targets = Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([verb, operation]) => {
      const method = verb.toUpperCase();
      const name = `${method} ${path}`;
      if (ownEnd.test(name)) return [];
      const id = known[path.split('/')[3] ?? ''] ?? nobody;
      const filled = path.replace(/\{\w+\}/g, id);
      const inside = { name, method, ...questionOf(api, filled, operation) };
      return [
        ...(filled === path ? [] : [{ name, method, path: path.replace(/\{\w+\}/g, `${id}*`) }]),
        ...(inside.path === filled && inside.body === undefined ? [] : [inside]),
      ];
    }),
  );
  return targets.sort((a, b) => rankOf(a) - rankOf(b));
}

/** What reads comes first, and what may leave nothing to try comes last. */
const rankOf = ({ method, name }: Target): number =>
  method === 'GET' ? 0 : /DELETE|archival|settings|\/me\/|undertaking|users|grants/.test(name) ? 2 : 1;

function questionOf(api: OpenApi, path: string, operation: Operation): Pick<Target, 'path' | 'body'> {
  const query = new URLSearchParams();
  for (const { name, in: place, schema } of operation.parameters ?? [])
    if (place === 'query' && name !== 'cursor') query.append(name, String(valueOf(api, schema ?? {}, name)));
  const json = operation.requestBody?.content['application/json']?.schema;
  return {
    path: query.size > 0 ? `${path}?${query.toString()}` : path,
    ...(json && { body: JSON.stringify(valueOf(api, json, 'body')) }),
  };
}

/** Something that the schema allows, so that the request gets past validation as often as may be. */
function valueOf(api: OpenApi, schema: Schema, name: string, depth = 0): unknown {
  const reference = schema.$ref?.split('/').at(-1);
  if (reference !== undefined) return valueOf(api, api.components.schemas[reference] ?? {}, name, depth);
  const [one] = schema.allOf ?? schema.oneOf ?? [];
  if (one) return valueOf(api, one, name, depth);
  if (name === 'secondFactorRoles') return []; // or we were locked out
  if (schema.enum?.[0] !== undefined) return schema.enum[0];
  if (schema.example !== undefined) return schema.example;
  if (schema.type === 'array') return depth > 4 ? [] : [valueOf(api, schema.items ?? {}, name, depth + 1)];
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, inner]) => [key, valueOf(api, inner, key, depth + 1)]),
    );
  if (schema.type === 'number' || schema.type === 'integer') return 1;
  if (schema.type === 'boolean') return true;
  return textFor(name, schema.format);
}

function textFor(name: string, format = ''): string {
  if (/^(ends|expires|due)At$|^until$/.test(name)) return inTenDays(format);
  if (format === 'uuid') return nobody;
  if (format === 'date') return '2026-11-23';
  if (format === 'date-time' || /At$|^since$/.test(name)) return '2026-11-23T10:00:00Z';
  if (/emails?$/i.test(name)) return 'mittaria@uusi.example';
  if (/phones?$/i.test(name)) return '+358401234567';
  if (/password/i.test(name)) return 'hauki ui syvällä';
  if (/Ids?$/.test(name)) return nobody;
  if (name === 'sort') return 'name';
  return 'Sahko';
}

function inTenDays(format: string): string {
  const time = new Date(Date.now() + 10 * 24 * 60 * 60_000).toISOString();
  return format === 'date' ? time.slice(0, 10) : time;
}
