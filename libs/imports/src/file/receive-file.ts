import busboy from 'busboy';
import type { Request } from 'express';
import { FileRefused } from '../imports.errors.js';

/** Larger files are refused. */
export const largestFile = 50 * 1024 * 1024;

/** The name that the sender gave, without folders and control characters. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Surrogate}]/gu, '')
    .trim();
  return plain.slice(0, 200) || 'import.csv';
}

function parserOf(request: Request): busboy.Busboy {
  if (Number(request.headers['content-length'] ?? 0) > largestFile + 64 * 1024)
    throw new FileRefused('file_too_large');
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fileSize: largestFile, fields: 10, fieldSize: 1024, parts: 12 },
    });
  } catch {
    throw new FileRefused('file_missing'); // not multipart, or without a boundary
  }
}

/**
 * Takes the part `file` out of a multipart request while it arrives, without keeping it.
 * @param take reads the bytes to their end; what it throws is thrown, and the rest of the request is let go
 * @throws FileRefused when there is no file or it is larger than {@link largestFile}
 */
export async function receiveFile<T>(
  request: Request,
  take: (name: string, bytes: AsyncIterable<Buffer>) => Promise<T>,
): Promise<T> {
  const parser = parserOf(request);
  try {
    return await new Promise<T>((resolve, reject) => {
      let taken: Promise<T> | undefined;
      const missing = () => reject(new FileRefused('file_missing'));
      parser.on('file', (part, stream, { filename }) => {
        if (part !== 'file' || taken) return void stream.resume();
        taken = take(plainName(filename ?? ''), bounded(stream));
        taken.then(resolve, reject);
      });
      parser.on('error', missing);
      parser.on('close', () => {
        if (!taken) missing();
      });
      request.on('close', () => request.complete || parser.destroy(new Error('the sender went away')));
      request.pipe(parser);
    });
  } finally {
    request.unpipe(parser);
    request.resume();
  }
}

/** The bytes, and at their end an error when they were cut off at the limit. */
async function* bounded(stream: NodeJS.ReadableStream & { truncated?: boolean }): AsyncGenerator<Buffer> {
  for await (const chunk of stream) yield chunk as Buffer;
  if (stream.truncated) throw new FileRefused('file_too_large');
}
