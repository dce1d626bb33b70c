import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { InvalidInput, StaleVersion } from '@seloste/kernel';
import type { NextFunction, Request, Response } from 'express';

const hasVersion = (body: unknown): body is { version: number } =>
  body !== null && typeof body === 'object' && 'version' in body && typeof body.version === 'number';

/**
 * Gives every answer that has a `version` its ETag, for a later If-Match. No interceptor: with one, Nest sends every
 * answer through an observable, which took a tenth of the time of a short request.
 */
export const etags = () => (_request: Request, response: Response, next: NextFunction) => {
  const json = response.json.bind(response);
  response.json = (body: unknown) => {
    if (hasVersion(body)) response.setHeader('ETag', `"${body.version}"`);
    return json(body);
  };
  next();
};

/** The version in `If-Match`, or undefined when the caller does not care about lost updates. */
export function ifMatchOf(request: Request): number | undefined {
  const header = request.header('if-match')?.trim();
  if (header === undefined || header === '*') return undefined;
  const match = /^(?:W\/)?"(\d+)"$/.exec(header);
  if (!match) throw InvalidInput.of('If-Match', 'etag', 'If-Match must be an ETag that we gave out.');
  return Number(match[1]);
}

const describeIfMatch: ParameterDecorator = (target, method) => {
  const handler = method && Object.getOwnPropertyDescriptor(target, method);
  if (handler)
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The ETag that was read; 412 when the record has changed since.',
    })(target, method, handler);
};

/** Parameter decorator: see {@link ifMatchOf}. */
export const IfMatch = createParamDecorator(
  (_: unknown, execution: ExecutionContext): number | undefined =>
    ifMatchOf(execution.switchToHttp().getRequest<Request>()),
  [describeIfMatch],
);

/** @throws StaleVersion when the caller's version is not the record's. */
export function assertVersion(record: { version: number }, ifMatch: number | undefined): void {
  if (ifMatch !== undefined && ifMatch !== record.version) throw new StaleVersion();
}
