import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { answerOf } from './answers.ts';
import { AuditInserts, isAuditInsert } from './audit-inserts.ts';
import { newRowsOf } from './new-rows.ts';
import { pressLink, type OneClickPlan } from './one-click.ts';
import type { CreatePlan, FloorSettings, NewContactBody, ReadPlan, Statement } from './plan.ts';

/**
 * The floor: what a request costs at least. A bare node:http server in a process of its own that sends the same
 * statements to PostgreSQL, prepared alike, through a pool of the same size, and turns the rows into the same answer.
 * A look at people is on record before it is answered, as in the application. No login, no checks.
 */
function serve({ databaseUrl, poolSize, sessionOptions, plans, create, oneClick }: FloorSettings): void {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize, options: sessionOptions });
  const audits = new AuditInserts((statement) => pool.query(toQuery(statement)));
  const byPath = new Map(plans.map((plan) => [plan.path, plan]));
  const server = createServer((request, response) => {
    const [, page, token = ''] = (request.url ?? '').split('/');
    if (oneClick && page === 'u') return press(pool, oneClick, { token, request, response });
    const plan = byPath.get(request.url ?? '');
    const answering =
      request.method === 'POST' && create
        ? createContact(pool, create, request)
        : plan
          ? read(pool, audits, plan)
          : null;
    if (!answering) return send(response, 404, '{}');
    answering.then(
      (answer) => send(response, request.method === 'POST' ? 201 : 200, JSON.stringify(answer)),
      (error: Error) => send(response, 500, JSON.stringify({ error: error.message })),
    );
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

async function read(pool: pg.Pool, audits: AuditInserts, plan: ReadPlan): Promise<object> {
  const results: Record<string, unknown>[][] = [];
  const reads = plan.statements.filter((statement) => !isAuditInsert(statement));
  const last = reads.at(-1)?.wave ?? -1;
  for (let wave = 0; wave <= last; wave++) {
    const together = reads.filter((statement) => statement.wave === wave);
    const answered = await Promise.all(together.map((statement) => pool.query(toQuery(statement))));
    results.push(...answered.map(({ rows }) => rows as Record<string, unknown>[]));
  }
  await Promise.all(plan.statements.filter(isAuditInsert).map((look) => audits.add(look)));
  return answerOf(plan.kind, results, plan);
}

/** A press of a link, as a mail program makes it. */
function press(pool: pg.Pool, plan: OneClickPlan, { token, request, response }: Press): void {
  text(request)
    .then((body) => (body === 'List-Unsubscribe=One-Click' ? pressLink(pool, plan, token) : ''))
    .then(
      (answer) => {
        response.writeHead(answer ? 200 : 400, {
          'content-type': 'text/plain; charset=utf-8',
          'content-length': Buffer.byteLength(answer),
        });
        response.end(answer);
      },
      (error: Error) => {
        send(response, 500, JSON.stringify({ error: error.message }));
      },
    );
}

interface Press {
  token: string;
  request: IncomingMessage;
  response: ServerResponse;
}

const toQuery = ({ name, text, values }: Statement): pg.QueryConfig => ({
  ...(name === undefined ? {} : { name }),
  text,
  values,
});

async function createContact(pool: pg.Pool, plan: CreatePlan, request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString()) as NewContactBody;
  const { id, statements } = newRowsOf(plan, body);
  const client = await pool.connect();
  try {
    await client.query('START TRANSACTION');
    for (const statement of statements) await client.query(toQuery(statement));
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  return { id, ...body };
}

process.once('message', (settings: FloorSettings) => {
  serve(settings);
});
process.on('disconnect', () => process.exit());
