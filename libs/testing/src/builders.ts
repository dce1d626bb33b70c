let count = 0;

/** A valid body for `POST /companies`. */
export function aCompany(fields: object = {}): Record<string, unknown> {
  return { name: `Kvarnen ${++count} Oy`, source: { kind: 'company', what: 'contact form' }, ...fields };
}

/** A valid body for `POST /contacts`. */
export function aContact(fields: object = {}): Record<string, unknown> {
  return {
    firstName: 'Åsa',
    lastName: `Lindqvist ${++count}`,
    sources: [{ kind: 'person', what: 'met at a fair' }],
    ...fields,
  };
}

/** A valid body for `POST /interactions`. */
export function anInteraction(fields: object = {}): Record<string, unknown> {
  return { type: 'call', direction: 'out', subject: 'Ringer i maj', ...fields };
}
