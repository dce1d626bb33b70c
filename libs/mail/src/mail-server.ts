import { isLoopback } from '@seloste/platform';

/**
 * How we talk to the mail server of SMTP_URL: mail crosses a network encrypted or not at all (GDPR Art. 32), and a
 * message brings in nothing from files or the network.
 */
export const mailServer = (smtpUrl: string) => ({
  url: smtpUrl,
  requireTLS: !isLoopback(new URL(smtpUrl).hostname),
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  disableFileAccess: true,
  disableUrlAccess: true,
});
