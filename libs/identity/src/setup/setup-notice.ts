import type { INestApplicationContext } from '@nestjs/common';
import { AppConfig } from '@seloste/platform';
import { SetupService } from './setup.service.js';
import { SetupToken } from './setup-token.js';

/** What the operator must know to begin, for the terminal; null once the first administrator has been made. */
export async function setupNotice(app: INestApplicationContext): Promise<string | null> {
  if (await app.get(SetupService, { strict: false }).isDone()) return null;
  const token = app.get(SetupToken, { strict: false }).printable;
  const { publicUrl } = app.get(AppConfig, { strict: false });
  return `First start: open ${publicUrl}/setup with the setup token ${token ?? 'that SELOSTE_SETUP_TOKEN holds'}`;
}
