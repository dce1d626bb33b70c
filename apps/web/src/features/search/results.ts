import type { ComponentType } from 'react';

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;

/** One line of the palette. */
export interface Result {
  id: string;
  title: string;
  subtitle?: string | null;
  excerpt?: string | null;
  occurredAt?: string | null;
  /** A face for people and companies, a picture for the rest. */
  look: { avatar: 'person' | 'company' } | { icon: Icon };
  /** The keys that do the same from anywhere. */
  keys?: string;
  run: () => void;
}

export interface ResultGroup {
  key: 'contact' | 'company' | 'interaction' | 'recent' | 'action';
  results: Result[];
}

/** Lower case without the dots and accents that people leave out when they type in a hurry. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fi');
}

/** Whether every word of the query begins a word of the text. */
export function matchesWords(text: string, q: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(q)
    .split(/\s+/)
    .filter(Boolean)
    .every((typed) => words.some((word) => word.startsWith(typed)));
}

/** The text in pieces, those that match a word of the query marked, whatever its case and accents. */
export function markWords(text: string, q: string): { text: string; isMatch: boolean }[] {
  const chars = [...text.normalize('NFC')];
  // One folded sign per sign, so that places in the one are places in the other.
  const folded = chars.map((char) => fold(char)[0] ?? ' ').join('');
  const isMarked = chars.map(() => false);
  for (const word of fold(q).split(/\s+/).filter(Boolean)) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      isMarked.fill(true, at, at + word.length);
    }
  }
  const pieces: { text: string; isMatch: boolean }[] = [];
  for (const [at, char] of chars.entries()) {
    const last = pieces.at(-1);
    const isMatch = isMarked[at] ?? false;
    if (last?.isMatch === isMatch) last.text += char;
    else pieces.push({ text: char, isMatch });
  }
  return pieces;
}
