/** What somebody writes in one language: a list of blocks, or MJML by hand. */
export interface MailContent {
  subject: string;
  /** What mail programs show beside the subject. */
  preheader: string | null;
  blocks: ContentBlock[] | null;
  mjml: string | null;
  /** Instead of both: words as they are, with the address of a link standing for itself. */
  letter?: string;
}

export const blockTypes = ['heading', 'text', 'button', 'divider'] as const;

/**
 * `text` may hold `**strong**`, `*emphasis*`, `[a link](https://…)`, lists and line breaks. No images: nothing in a
 * message tells us whether it was opened.
 */
export interface ContentBlock {
  type: (typeof blockTypes)[number];
  text?: string | null;
  url?: string | null;
}

/** An address that a message may lead to. */
export const isLinkAddress = (url: string): boolean =>
  /^(https?:\/\/|mailto:|tel:)[^\s<>"']+$/i.test(url) && URL.canParse(url);
