import type { Language } from '@seloste/kernel';
import { fill, phrasebooks, type Scene } from './fill.js';
import type { MadeCompany, Making } from './making.js';
import type { ContactRow, InteractionRow, UserRow } from './rows.js';
import { sellers } from './staff.js';
import type { StepName } from './texts/language.js';
import { logged, planThreads } from './threads.js';
import { closingTimeBefore, day, earlierToday, startOfDay, timesFrom } from './working-time.js';

/** The people and the thing that one thread is about. */
interface Talk {
  company: MadeCompany;
  person: ContactRow;
  other: ContactRow | null;
  author: UserRow;
  product: number;
  /** Subject of the last e-mail, for the answers. */
  mail: string | null;
}

const nameOf = (person: ContactRow): string => `${person.first_name} ${person.last_name}`;

/** Mails, chats and forms are in the person's language; what we log ourselves is in ours. */
function languageOf(step: StepName, { person, author }: Talk): Language {
  const [type] = logged[step];
  return ['email', 'chat', 'form'].includes(type) ? person.language : author.language;
}

function sceneOf({ company, person, other, author, product }: Talk, language: Language, at: number): Scene {
  return {
    language,
    at,
    product,
    first: person.first_name,
    other: other ? nameOf(other) : phrasebooks[language].someone,
    me: author.name,
    town: company.town,
    townGenitive: company.townGenitive,
  };
}

function textOf(
  { random }: Making,
  step: StepName,
  talk: Talk,
  at: number,
): { subject: string; body: string } {
  const language = languageOf(step, talk);
  const book = phrasebooks[language];
  const scene = sceneOf(talk, language, at);
  const [pattern, text] = random.pick(book.steps[step]);
  const [type, direction] = logged[step];
  const fresh = fill(random, pattern || '{P}', scene);
  const subject = pattern === '' ? `${book.reply}${talk.mail ?? fresh}` : fresh;
  if (type === 'email' && pattern !== '') talk.mail = fresh;
  const isOwnWord = (type === 'call' && direction === 'out' && step !== 'notReached') || type === 'meeting';
  const next = isOwnWord && random.chance(0.5) ? ` ${random.pick(book.next)}` : '';
  return { subject, body: fill(random, text + next, scene) };
}

function log(making: Making, step: StepName, talk: Talk, at: number): void {
  const { random, data, now } = making;
  const [wanted, towards, minutes] = logged[step];
  // Visits are kept for eighteen months: of what was before, only meetings are told.
  const isGone = wanted === 'visit' && at < now - 540 * day;
  const [type, direction] = isGone ? (['meeting', null] as const) : [wanted, towards];
  const occurred = new Date(at).toISOString();
  const written = new Date(Math.min(at + random.int(1, 90) * 60_000, now)).toISOString();
  const row: InteractionRow = {
    id: random.id(new Date(at)),
    type,
    direction,
    occurred_at: occurred,
    duration_minutes:
      minutes === 0 ? null : Math.max(1, Math.round((minutes * (0.5 + random.next())) / 5) * 5 || minutes),
    ...textOf(making, step, talk, at),
    company_id: talk.company.row.id,
    author_id: talk.author.id,
    edited_at: null,
    version: 1,
    created_at: written,
  };
  const present = type === 'meeting' && talk.other ? [talk.person, talk.other] : [talk.person];
  present.forEach((person, position) => {
    data.participants.push({
      interaction_id: row.id,
      contact_id: person.id,
      position,
      occurred_at: occurred,
    });
    if ((person.last_interaction_at ?? '') < occurred) person.last_interaction_at = occurred;
  });
  if ((talk.company.row.last_interaction_at ?? '') < occurred)
    talk.company.row.last_interaction_at = occurred;
  if (random.chance(0.01)) revise(making, row);
  data.interactions.push(row);
}

/** Somebody added a sentence afterwards; what it was before is kept. */
function revise({ random, data, now }: Making, row: InteractionRow): void {
  const at = new Date(Math.min(Date.parse(row.created_at) + random.int(5, 2000) * 60_000, now)).toISOString();
  const { id, subject, body, type, direction, occurred_at, duration_minutes } = row;
  const before = body.replace(/ [^.\n]+\.$/, '');
  const revision = { type, direction, occurred_at, duration_minutes, subject, body: before };
  data.revisions.push({
    id: random.id(new Date(at)),
    interaction_id: id,
    revised_at: at,
    revised_by: row.author_id,
    ...revision,
  });
  row.edited_at = at;
  row.version = 2;
}

function begin({ random, staff }: Making, company: MadeCompany, people: readonly ContactRow[]): Talk | null {
  const person = random.chance(0.6) ? people[0] : random.pick(people);
  if (!person) return null;
  const others = people.filter((p) => p !== person);
  return {
    company,
    person,
    other: others.length > 0 ? random.pick(others) : null,
    author: random.chance(0.9) ? company.owner : random.pick(staff.slice(0, sellers)),
    product: random.pick(company.products),
    mail: null,
  };
}

/** Threads begin more often the nearer to today. */
function tell(making: Making, company: MadeCompany, people: readonly ContactRow[], steps: number): void {
  const { random, now } = making;
  const { relationship_status: status, relationship_ended_on: endedOn } = company.row;
  const until = endedOn ? Math.max(Date.parse(endedOn), company.since + day) : closingTimeBefore(now);
  const threads = planThreads(random, { status, isNew: !company.isOld, steps });
  const { since } = company;
  const starts = threads.map(() => since + random.next() ** 0.62 * (until - since)).sort((a, b) => a - b);
  if (!company.isOld) starts[0] = since;
  threads.forEach((thread, i) => {
    const talk = begin(making, company, people);
    if (!talk) return;
    const times = timesFrom(random, { start: starts[i] ?? since, count: thread.length, until, since });
    thread.forEach((step, n) => {
      log(making, step, talk, times[n] ?? until);
    });
  });
}

/** How many contacts each company gets: customers many, some of them very many; they add up to `count`. */
function share({ random, now }: Making, companies: readonly MadeCompany[], count: number): number[] {
  const pull = { prospect: 3.4, customer: 21, former: 14, partner: 8 };
  const weights = companies.map(({ row, since }) => {
    const years = (now - since) / (365 * day);
    return pull[row.relationship_status] * (0.3 + random.next() ** 3 * 3) * (0.3 + years / 3);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => Math.floor((weight / total) * count));
  for (let left = count - shares.reduce((sum, n) => sum + n, 0); left > 0; left--) {
    const lucky = random.int(0, shares.length - 1);
    shares[lucky] = (shares[lucky] ?? 0) + 1;
  }
  return shares;
}

const everyday: readonly StepName[] = [
  'howGoing', 'coldCall', 'offerMail', 'introReply', 'qualityRound', 'followUpCall', 'invoiceQuestion', 'chatQuestion',
  'upsellCall', 'firstMeeting', 'complaintMail', 'offerRequest', 'internalNote', 'renewalMail',
] as const; // prettier-ignore

/** Yesterday and today, so that the Today page has something to tell. */
function tellLatest(
  making: Making,
  companies: readonly MadeCompany[],
  people: Map<string, ContactRow[]>,
  yesterday: number,
  today: number,
): void {
  const { random, now } = making;
  const isActive = ({ row }: MadeCompany): boolean =>
    row.archived_at === null &&
    (row.relationship_status === 'customer' || row.relationship_status === 'prospect');
  const active = companies.filter((company) => isActive(company) && people.has(company.row.id));
  for (let i = 0; i < yesterday + today; i++) {
    const company = random.pick(active);
    const talk = begin(making, company, people.get(company.row.id) ?? []);
    const at =
      i < yesterday ? earlierToday(random, startOfDay(now) - 6 * 3_600_000) : earlierToday(random, now);
    const step = everyday[i % everyday.length] ?? 'howGoing';
    if (talk) log(making, step, talk, Math.max(at, i < yesterday ? 0 : startOfDay(now)));
  }
}

/** What happened between us, over three years up to `now`. */
export function makeInteractions(
  making: Making,
  companies: readonly MadeCompany[],
  people: Map<string, ContactRow[]>,
  count: number,
): void {
  const [yesterday, today] = [Math.ceil(count / 1500), Math.ceil(count / 2500)];
  const known = companies.filter(({ row }) => people.has(row.id));
  const shares = share(making, known, count - yesterday - today);
  known.forEach((company, i) => {
    tell(making, company, people.get(company.row.id) ?? [], shares[i] ?? 0);
  });
  tellLatest(making, known, people, yesterday, today);
  making.data.interactions.sort((a, b) => a.occurred_at.localeCompare(b.occurred_at));
}
