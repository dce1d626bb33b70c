import type { Language } from '@seloste/kernel';
import type { Target } from '../columns/targets.js';
import { cleanCell } from './clean.js';
import type { Reason, ReasonCode } from './reasons.js';

/** Which column becomes what, and what the user said about the whole file. */
export interface RowMapping {
  columns: { index: number; target: Target }[];
  /** Cells of a full row. */
  width: number;
  /** The language of everybody whose row names none: the user's word, never a guess. */
  language: Language | null;
}

/** The row's text goes into reasons and previews no longer than this. */
const longestQuote = 100;
const quote = (text: string): string =>
  text.length > longestQuote ? `${text.slice(0, longestQuote - 1)}…` : text;

/** One row, asked by target, which takes note of what is wrong with it. */
export class RowCells {
  /** Why the row cannot be imported. */
  readonly errors: Reason[] = [];
  /** What is left out of it, or worth knowing. */
  readonly remarks: Reason[] = [];

  constructor(
    private readonly cells: string[],
    private readonly mapping: RowMapping,
  ) {}

  /** Rows may lack cells after the last one that matters, and have empty ones too many; anything else has shifted. */
  hasRightWidth(): boolean {
    const last = Math.max(...this.mapping.columns.map(({ index }) => index));
    return (
      this.cells.length > last && this.cells.slice(this.mapping.width).every((cell) => cell.trim() === '')
    );
  }

  isMapped(target: Target): boolean {
    return this.mapping.columns.some((column) => column.target === target);
  }

  /** The cleaned cells of every column with this target, empty ones left out. */
  several(target: Target): string[] {
    return this.mapping.columns
      .filter((column) => column.target === target)
      .map(({ index }) => cleanCell(this.cells[index] ?? '', target === 'note'))
      .filter((text) => text !== '');
  }

  /** One cell; an error when it is longer than `most` characters. */
  one(target: Target, most: number): string | null {
    const text = this.several(target)[0] ?? null;
    if (text !== null && text.length > most) this.refuse('too_long', target, text);
    return text;
  }

  /** One cell as `read` understands it; else an error. */
  checked<Value>(target: Target, code: ReasonCode, read: (text: string) => Value | null): Value | null {
    return this.read(target, read, (text) => this.refuse(code, target, text));
  }

  /** One cell as `read` understands it; else it is left out, and said so. */
  known<Value>(target: Target, code: ReasonCode, read: (text: string) => Value | null): Value | null {
    return this.read(target, read, (text) => this.remark(code, target, text));
  }

  refuse(code: ReasonCode, field: Target, value?: string): void {
    this.errors.push({ code, field, ...(value === undefined ? {} : { value: quote(value) }) });
  }

  remark(code: ReasonCode, field: Target, value?: string): void {
    this.remarks.push({ code, field, ...(value === undefined ? {} : { value: quote(value) }) });
  }

  /** The first of the targets that has a value, for a preview. */
  peek(...targets: Target[]): string | null {
    const text = targets.map((target) => this.several(target)[0]).find((value) => value !== undefined);
    return text === undefined ? null : quote(text);
  }

  /** The targets' values one after another, for a preview. */
  peekAll(...targets: Target[]): string | null {
    return quote(targets.flatMap((target) => this.several(target)).join(' ')) || null;
  }

  private read<Value>(
    target: Target,
    read: (text: string) => Value | null,
    otherwise: (text: string) => void,
  ): Value | null {
    const text = this.several(target)[0];
    if (text === undefined) return null;
    const value = read(text);
    if (value === null) otherwise(text);
    return value;
  }
}
