import iconv from 'iconv-lite';
import { FileRefused } from '../imports.errors.js';

/** Encodings that a caller may name. `windows-1252` holds all of ISO 8859-1's letters. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
] as const;
export type Encoding = (typeof encodings)[number];

/** Bytes that files of other kinds begin with. */
const signatures: [bytes: number[], problem: 'file_is_spreadsheet' | 'file_is_binary'][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'file_is_spreadsheet'], // XLSX, ODS: a ZIP
  [[0x50, 0x4b, 0x05, 0x06], 'file_is_spreadsheet'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'file_is_spreadsheet'], // XLS
  [[0x25, 0x50, 0x44, 0x46], 'file_is_binary'], // PDF
  [[0x1f, 0x8b], 'file_is_binary'], // gzip
  [[0x89, 0x50, 0x4e, 0x47], 'file_is_binary'], // PNG
  [[0xff, 0xd8, 0xff], 'file_is_binary'], // JPEG
];

const longestSignature = 4;

const startsWith = (bytes: Buffer, signature: number[]): boolean =>
  signature.every((byte, position) => bytes[position] === byte);

function byteOrderMark(head: Buffer): Encoding | null {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  return null;
}

/**
 * Finds out how a file is encoded while its bytes pass by: a byte order mark decides; without one, bytes that are
 * valid to the end are UTF-8, and anything else is Windows-1252.
 */
export class EncodingDetector {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private head: Buffer = Buffer.alloc(0);
  private marked: Encoding | null = null;
  private isUtf8 = true;
  private started = false;

  /** @throws FileRefused as soon as the first bytes show that the file is not text. */
  add(chunk: Buffer): void {
    if (this.started) return this.check(chunk);
    this.head = Buffer.concat([this.head, chunk]);
    if (this.head.length >= longestSignature) this.begin();
  }

  /** The encoding of everything added. @throws FileRefused as {@link add} does */
  end(): Encoding {
    if (!this.started) this.begin();
    if (this.marked !== null) return this.marked;
    try {
      this.utf8.decode();
    } catch {
      this.isUtf8 = false;
    }
    return this.isUtf8 ? 'utf-8' : 'windows-1252';
  }

  private check(chunk: Buffer): void {
    if (this.marked !== null || !this.isUtf8) return;
    try {
      this.utf8.decode(chunk, { stream: true });
    } catch {
      this.isUtf8 = false;
    }
  }

  private begin(): void {
    const head = this.head;
    this.started = true;
    this.head = Buffer.alloc(0);
    for (const [bytes, problem] of signatures) if (startsWith(head, bytes)) throw new FileRefused(problem);
    this.marked = byteOrderMark(head);
    if (this.marked?.startsWith('utf-16')) return;
    const zeros = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
    if (zeros > head.length / 10) throw new FileRefused('file_is_binary');
    this.check(head);
  }
}

/** Without NUL, which no text column can hold, and with one kind of line break. */
const plain = (text: string): string => text.replaceAll('\0', '').replace(/\r\n?/g, '\n');

/** Text of a byte stream, piece by piece: without a byte order mark or NUL, every line break a `\n`. */
export async function* decode(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  let held = '';
  for await (const chunk of bytes) {
    const text = held + decoder.write(chunk);
    // A carriage return at the end may belong to a line feed that is yet to come.
    held = text.endsWith('\r') ? '\r' : '';
    const ready = plain(held === '' ? text : text.slice(0, -1));
    if (ready !== '') yield ready;
  }
  const rest = plain(held + (decoder.end() ?? ''));
  if (rest !== '') yield rest;
}
