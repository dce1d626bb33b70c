import { Injectable } from '@nestjs/common';
import { Database, Sealer } from '@seloste/platform';
import type { RenderedLetter } from './letters/letter.js';
import type { LetterTemplate, LetterValues } from './letters/letter-values.js';
import { writeLetter, type Writer } from './letters/write-letter.js';
import type { MailMessage } from './mail-message.entity.js';
import { valuesOfLetters } from './mailer.js';

/** Writes the letters of messages whose values are still there. */
@Injectable()
export class LetterDesk {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  /** In whose name letters are written. */
  async writer(): Promise<Writer> {
    const [row] = await this.database.read<{ name: string; time_zone: string }>(
      'SELECT name, time_zone FROM controllers',
    );
    return { company: row?.name ?? 'Seloste', timeZone: row?.time_zone ?? 'Europe/Helsinki' };
  }

  /** Null when the values are gone, or were sealed under another master key. */
  write(
    message: Pick<MailMessage, 'id' | 'template' | 'language' | 'sealedValues'>,
    writer: Writer,
  ): RenderedLetter | null {
    const values =
      message.sealedValues && this.sealer.open(message.sealedValues, valuesOfLetters, message.id);
    if (!values) return null;
    // The outbox was given the values of this very template.
    const template = message.template as LetterTemplate;
    return writeLetter(
      template,
      JSON.parse(values) as LetterValues[typeof template],
      writer,
      message.language,
    );
  }
}
