/** A part of an OpenAPI document. */
export type Schema = { [key: string]: unknown } & {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  enum?: unknown[];
  format?: string;
  example?: unknown;
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
};

/** A body that the description of a route asks for: what is required, and nothing else. */
export function sampleOf(document: Schema, method: string, path: string): unknown {
  const at = (...keys: string[]): Schema | undefined =>
    keys.reduce<Schema | undefined>((part, key) => part?.[key] as Schema | undefined, document);
  const body = at('paths', `/api/v1${path}`, method, 'requestBody', 'content', 'application/json', 'schema');
  if (!body) return undefined;
  const resolve = (schema: Schema): Schema => {
    const part = schema.$ref ?? schema.allOf?.[0]?.$ref;
    return part ? (at(...part.slice(2).split('/')) ?? {}) : schema;
  };
  const valueOf = (given: Schema): unknown => {
    const schema = resolve(given);
    if (schema.example !== undefined) return schema.example;
    if (schema.enum) return schema.enum[0];
    if (schema.format === 'date') return '2026-11-20';
    if (schema.format === 'date-time') return '2026-11-20T10:00:00Z';
    if (schema.format === 'uuid') return '01a207bb-e5b0-704d-8b14-5b9a3e99f598';
    if (schema.type === 'boolean') return true;
    if (schema.type === 'number' || schema.type === 'integer') return 1;
    if (schema.type === 'array') return schema.items ? [valueOf(schema.items)] : [];
    if (schema.type === 'string') return 'Sana';
    const required = schema.required ?? [];
    return Object.fromEntries(required.map((key) => [key, valueOf(schema.properties?.[key] ?? {})]));
  };
  return valueOf(body);
}
