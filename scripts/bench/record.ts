import { eavesdrop, signIn, startApp } from './app.ts';
import { Connection, rawRequest, type Target } from './load.ts';
import { oneClickPlanOf, oneClickRequest, type OneClickPlan } from './one-click.ts';
import type { AnswerKind, CreatePlan, ReadPlan } from './plan.ts';
import { newContactBody, type Requests } from './requests.ts';
import { toStatements } from './waves.ts';

type Answer = Record<string, unknown>;

export interface Recording {
  lists: ReadPlan[];
  people: { contact: ReadPlan; timeline: ReadPlan }[];
  searches: ReadPlan[];
  create: CreatePlan;
  oneClick: OneClickPlan | null;
}

/** Asks the application for everything once, and writes down which statements each request takes. */
export async function record(databaseUrl: string, folder: string, requests: Requests): Promise<Recording> {
  const app = await startApp({ databaseUrl, folder, isRecorded: true });
  const target: Target = { port: app.port, cookie: await signIn(app.port) };
  const connection = await Connection.open(app.port);
  const ask = async (path: string, body?: object): Promise<Answer> =>
    JSON.parse((await connection.send(rawRequest(target, path, body))).toString()) as Answer;
  const read = async (path: string, kind: AnswerKind): Promise<ReadPlan> => {
    const [answer, events] = await eavesdrop(app.child, () => ask(path));
    return { path, kind, statements: toStatements(events), answer };
  };
  try {
    await eavesdrop(app.child, () => ask('/api/v1/search?q=warm')); // hears out the start as well
    const lists: ReadPlan[] = [];
    for (const path of requests.lists) lists.push(...(await readPages(read, path)));
    const people: Recording['people'] = [];
    for (const { contact, timeline } of requests.people)
      people.push({ contact: await read(contact, 'contact'), timeline: await read(timeline, 'timeline') });
    const searches: ReadPlan[] = [];
    for (const path of requests.searches) searches.push(await read(path, 'search'));
    const body = newContactBody(requests.companyIds[0] ?? '');
    const [answer, events] = await eavesdrop(app.child, () => ask('/api/v1/contacts', body));
    const create = createPlanOf(toStatements(events), body, String(answer.id));
    const [token] = requests.tokens;
    const press = () => connection.send(oneClickRequest(target, token ?? ''));
    const oneClick = token === undefined ? null : oneClickOf(token, (await eavesdrop(app.child, press))[1]);
    return { lists, people, searches, create, oneClick };
  } finally {
    connection.close();
    await app.stop();
  }
}

/** The objection carries whose link it was. */
function oneClickOf(token: string, events: Parameters<typeof toStatements>[0]): OneClickPlan {
  const statements = toStatements(events);
  const values = statements.find(({ text }) => /INSERT INTO "?objections/.test(text))?.values ?? [];
  const [id, contactId] = values.map(String);
  const linkId = values
    .map(String)
    .findLast((value) => isUuid.test(value) && value !== id && value !== contactId);
  return oneClickPlanOf(token, statements, { contactId: contactId ?? '', linkId: linkId ?? '' });
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The first page of a list and the one after it: people scroll on. */
async function readPages(
  read: (path: string, kind: AnswerKind) => Promise<ReadPlan>,
  path: string,
): Promise<ReadPlan[]> {
  const first = await read(path, 'list');
  const cursor = first.answer.nextCursor;
  if (typeof cursor !== 'string') return [first];
  return [first, await read(`${path}&cursor=${encodeURIComponent(cursor)}`, 'list')];
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** What is written, without what was looked up before and after. */
function createPlanOf(
  statements: CreatePlan['statements'],
  body: CreatePlan['body'],
  id: string,
): CreatePlan {
  const writes = statements.filter(({ text }) => /\bINSERT INTO\b|\bUPDATE\b/.test(text));
  const made = new Set(JSON.stringify(writes.map(({ values }) => values)).match(uuid));
  const isOurs = (one: string): boolean => one !== id && one.slice(0, 8) === id.slice(0, 8);
  return { statements: writes, ids: [id, ...[...made].filter(isOurs)], body };
}
