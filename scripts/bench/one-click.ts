import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Target } from './load.ts';
import { newId } from './new-rows.ts';
import type { Statement } from './plan.ts';

/** The statements of one press of one link, and the values in them that differ each time. */
export interface OneClickPlan {
  token: string;
  /** The first looks the link up; the others are one transaction. */
  statements: Statement[];
  linkId: string;
  contactId: string;
  /** Ids that the application made up. */
  ids: string[];
}

/** What a mail program sends (RFC 8058). */
export function oneClickRequest({ port }: Target, token: string): Buffer {
  const body = 'List-Unsubscribe=One-Click';
  const head = [
    `POST /u/${token} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** @throws Error when the application did not do what is to be compared */
export function oneClickPlanOf(
  token: string,
  statements: Statement[],
  link: Pick<OneClickPlan, 'linkId' | 'contactId'>,
): OneClickPlan {
  const inserts = statements.filter(({ text }) => /INSERT INTO "?(objections|audit_events)\b/.test(text));
  if (inserts.length !== 2 || !/link_by_token/.test(statements[0]?.text ?? ''))
    throw new Error(
      'a click is not a look-up, an objection and its audit event any more: see scripts/bench/one-click.ts',
    );
  const made = new Set(JSON.stringify(inserts.map(({ values }) => values)).match(uuid));
  made.delete(link.contactId);
  made.delete(link.linkId);
  return { token, statements, ...link, ids: [...made] };
}

/** What the application does for a press, by the same statements. @returns its answer */
export async function pressLink(pool: pg.Pool, plan: OneClickPlan, token: string): Promise<string> {
  const [lookUp, ...acts] = plan.statements;
  if (!lookUp) return '';
  const hash = createHash('sha256').update(token).digest();
  const { rows } = await pool.query<{ id: string; contactId: string }>({
    ...queryOf(lookUp),
    values: [hash],
  });
  const [link] = rows;
  if (!link) return '';
  const made = plan.ids.map((old): [string, string] => [old, newId()]);
  const replacements: [string, string][] = [
    ...made,
    [plan.linkId, link.id],
    [plan.contactId, link.contactId],
  ];
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string')
      return replacements.reduce((text, [from, to]) => text.replaceAll(from, to), value);
    return Array.isArray(value) ? value.map(replace) : value;
  };
  const client = await pool.connect();
  try {
    await client.query('START TRANSACTION');
    for (const act of acts) await client.query({ ...queryOf(act), values: act.values.map(replace) });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  return `Tehty. ${token}\n`;
}

const queryOf = ({ name, text, values }: Statement): pg.QueryConfig => ({
  ...(name === undefined ? {} : { name }),
  text,
  values,
});
