/** What a report or a reply is about. */
export interface SampleOf {
  /** Of our message, with its angle brackets. */
  messageId: string;
  recipient: string;
  /** RFC 3463. */
  status?: string;
  action?: string;
}

/** Our address. */
export const ours = 'crm@havukka.example';
/** Lines of a letter. */
export const lines = (...text: string[]): string => text.join('\r\n');

/** The headers of our message, as they come back with it. */
export const originalHeaders = ({ messageId, recipient }: SampleOf): string =>
  lines(
    `Message-ID: ${messageId}`,
    `From: Havukka Palvelut Oy <${ours}>`,
    `To: ${recipient}`,
    'Subject: =?UTF-8?Q?Syysp=C3=A4iv=C3=A4?=',
    'Date: Mon, 23 Nov 2026 10:00:00 +0200',
    'Content-Type: text/plain; charset=utf-8',
  );

/** A complaint as feedback loops write them (RFC 5965); the person is often blackened out. */
export const complaint = (of: SampleOf): string =>
  lines(
    'From: <abuse@postipalvelu.example>',
    `To: <${ours}>`,
    'Date: Mon, 23 Nov 2026 10:30:00 +0200',
    'Subject: FW: Syyspäivä',
    'Message-ID: <fbl-20261123@postipalvelu.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report;',
    '\tboundary="part1_13d.2e68ed54_boundary"',
    '',
    '--part1_13d.2e68ed54_boundary',
    'Content-Type: text/plain; charset="US-ASCII"',
    'Content-Transfer-Encoding: 7bit',
    '',
    'This is an email abuse report for an email message received from IP 192.0.2.10.',
    '',
    '--part1_13d.2e68ed54_boundary',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: SomeGenerator/1.0',
    'Version: 1',
    `Original-Mail-From: <${ours}>`,
    'Original-Rcpt-To: <redacted@postipalvelu.example>',
    'Arrival-Date: Mon, 23 Nov 2026 08:00:00 +0000',
    'Reporting-MTA: dns; mail.postipalvelu.example',
    'Source-IP: 192.0.2.10',
    '',
    '--part1_13d.2e68ed54_boundary',
    'Content-Type: message/rfc822',
    'Content-Disposition: inline',
    '',
    originalHeaders({ ...of, recipient: 'redacted@postipalvelu.example' }),
    '',
    'Hei!',
    '',
    '--part1_13d.2e68ed54_boundary--',
    '',
  );

/** An answer to our message, by `recipient`. */
export const reply = (of: SampleOf, text: string, headers: string[] = []): string =>
  lines(
    `From: Matti Meikäläinen <${of.recipient}>`,
    `To: ${ours}`,
    'Date: Mon, 23 Nov 2026 11:00:00 +0200',
    'Subject: Re: =?UTF-8?Q?Syysp=C3=A4iv=C3=A4?=',
    `Message-ID: <reply-${Math.random().toString(36).slice(2)}@asiakas.example>`,
    `In-Reply-To: ${of.messageId}`,
    `References: ${of.messageId}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    ...headers,
    '',
    text,
    '',
    'ma 23. marrask. 2026 klo 10.00 Havukka Palvelut Oy <crm@havukka.example> kirjoitti:',
    '',
    '> Hei! Tässä syyspäivän ohjelma.',
    '> Peruuta tilaus: https://crm.havukka.example/u/xyz',
    '',
  );
