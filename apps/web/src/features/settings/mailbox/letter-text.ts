/** A stretch of a letter: words, or an address to follow. */
export interface LetterPart {
  isLink: boolean;
  text: string;
}

/** The text of a letter with its web addresses apart; what ends a sentence is not part of one. */
export const partsOf = (text: string): LetterPart[] =>
  text
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,;:!?)])/)
    .filter((part) => part !== '')
    .map((part) => ({ isLink: /^https?:\/\//.test(part), text: part }));
