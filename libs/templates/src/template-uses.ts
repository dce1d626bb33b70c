import { Injectable } from '@nestjs/common';
import type { Reader } from '@seloste/platform';

/** Says whether something that will still be sent is made from the newest version of a template. */
export type TemplateUse = (reader: Reader, templateId: string) => Promise<boolean>;

/** Lets the modules that send say which templates they still need. */
@Injectable()
export class TemplateUses {
  private readonly known: TemplateUse[] = [];

  tell(use: TemplateUse): void {
    this.known.push(use);
  }

  async isUsed(reader: Reader, templateId: string): Promise<boolean> {
    for (const use of this.known) if (await use(reader, templateId)) return true;
    return false;
  }
}
