import type { IncomingHttpHeaders } from 'node:http';
import busboy from 'busboy';
import type { Request, Response } from 'express';

/**
 * What a form or a mail program posts (RFC 8058: multipart or urlencoded), as an object of strings. What is neither, too
 * large or broken gives no fields.
 * @param largest bytes of a body
 * @throws Error when the sender goes away, or sends more than that without having said so
 */
export async function readForm(
  request: Request,
  response: Response,
  largest: number,
): Promise<Record<string, string>> {
  if (Number(request.headers['content-length'] ?? 0) > largest) {
    response.setHeader('Connection', 'close'); // the rest is not waited for
    return {};
  }
  return fieldsIn(await bodyOf(request, largest), request.headers);
}

async function bodyOf(request: Request, largest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw new RangeError('more than a form holds');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const fieldsIn = (
  body: Buffer,
  headers: IncomingHttpHeaders,
): Record<string, string> | Promise<Record<string, string>> =>
  /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')
    ? Object.fromEntries(new URLSearchParams(body.toString()))
    : partsOf(body, headers);

/** The fields of a multipart form; none where it is no such form, or broken. */
function partsOf(body: Buffer, headers: IncomingHttpHeaders): Promise<Record<string, string>> {
  return new Promise((resolve) => {
    const fields = new Map<string, string>();
    try {
      const parser = busboy({ headers, limits: { fields: 20, files: 0 } });
      parser.on('field', (name, value) => fields.set(name, value));
      parser.on('error', () => resolve({}));
      parser.on('close', () => resolve(Object.fromEntries(fields)));
      parser.end(body);
    } catch {
      resolve({}); // no form, or one without a boundary
    }
  });
}
