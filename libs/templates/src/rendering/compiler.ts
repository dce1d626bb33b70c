import type { CompiledMail, MailFrame } from './compile-mail.js';
import type { MailContent } from './content.js';

/**
 * Compiles a content (`compileMail`). What that takes (Markdown, MJML, HTML to text: some 40 MB) is loaded when somebody
 * first writes a message, so that a process that sends nothing does not carry it.
 */
export async function compile(content: MailContent, frame: MailFrame): Promise<CompiledMail> {
  const { compileMail } = await import('./compile-mail.js');
  return compileMail(content, frame);
}
