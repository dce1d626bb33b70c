import { isUtf8 } from 'node:buffer';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { DomainError } from '@seloste/kernel';
import { json, Router, type Request, type RequestHandler } from 'express';

/** No body of ours is nested deeper; a deeper one is there to exhaust the stack. */
const deepest = 20;

/** A body in another encoding would be stored with its letters lost. */
class NotUtf8 extends DomainError {
  constructor() {
    super('invalid', 'not_utf8', 'The body must be UTF-8.');
  }
}

class NestedTooDeeply extends DomainError {
  constructor() {
    super('invalid', 'nested_too_deeply', `The body must not be nested deeper than ${deepest} levels.`);
  }
}

/** A name that would reach an object's prototype where it is copied carelessly. */
class ForbiddenName extends DomainError {
  constructor() {
    super('invalid', 'forbidden_name', 'The body must not hold a field named __proto__.');
  }
}

/** Takes bodies of JSON in UTF-8, at most 1 MB and `deepest` levels; uploads (multipart) are read by their own route. */
export function readableBodies(): RequestHandler {
  const lossy = new WeakSet<object>();
  const parse = json({
    limit: '1mb',
    verify: (request, _response, body) => {
      if (!isUtf8(body)) lossy.add(request);
    },
  });
  const read = Router().use(
    (request, _response, next) => next(isReadable(request) ? undefined : new UnsupportedMediaTypeException()),
    parse,
    (request, _response, next) => {
      if (lossy.has(request)) next(new NotUtf8());
      else next(flawIn(request.body, deepest));
    },
  );
  // What only reads has no body: it does not pay for the looking.
  return (request, response, next) => (request.method === 'GET' ? next() : read(request, response, next));
}

const isReadable = (request: Request): boolean =>
  request.headers['content-length'] === '0' || request.is(['json', 'multipart']) !== false;

/** What is wrong with a parsed body that may go `levels` deep. */
function flawIn(value: unknown, levels: number): DomainError | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0) return new NestedTooDeeply();
  if (Object.hasOwn(value, '__proto__')) return new ForbiddenName();
  for (const inner of Object.values(value)) {
    const flaw = flawIn(inner, levels - 1);
    if (flaw) return flaw;
  }
  return undefined;
}
