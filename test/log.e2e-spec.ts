import { aContact, createTestApp, eventually, type Caller, type TestApp } from '@seloste/testing';
import { Jobs, log } from '@seloste/platform';
import { symbols } from 'pino';

const person = { firstName: 'Hannele', lastName: 'Hakasalo', title: 'Ostopäällikkö' };
const personal = /Hannele|Hakasalo|Ostop|hakasalo|40 ?765 ?4321|407654321|havukka\.example|Aino Testaaja/i;

describe('the technical log', () => {
  let app: TestApp;
  let staff: Caller;
  const lines: string[] = [];
  const stream = Reflect.get(log, symbols.streamSym) as { write: (line: string) => unknown };
  const { write } = stream;

  beforeAll(async () => {
    stream.write = (line) => lines.push(line);
    log.level = 'trace';
    app = await createTestApp();
    staff = await app.setUp();
  });
  afterAll(async () => {
    log.level = 'fatal';
    await app.close();
    stream.write = write;
  });

  const logged = (part: RegExp) => lines.filter((line) => part.test(line));
  const aPerson = () =>
    aContact({ ...person, emails: ['hannele.hakasalo@e.example'], phones: ['040 765 4321'] });

  it('says what was asked and what came of it, and names nobody (K6)', async () => {
    const { body } = await staff.post('/contacts', aPerson()).expect(201);
    await staff.patch(`/contacts/${body.id}`, { title: 'Ostopäällikkö Hakasalo' }).expect(200);
    await staff.get('/search?q=Hakasalo').expect(200);
    await staff.get('/contacts?q=hannele.hakasalo@e.example').expect(200);
    await staff.post('/contacts', { ...aPerson(), emails: ['Hannele Hakasalo'] }).expect(400);
    await staff.post('/contacts', { ...aPerson(), 'Hannele Hakasalo': true }).expect(400);
    const broken = '{"firstName": "Hannele Hakasalo"';
    await staff.agent.post('/api/v1/contacts').type('json').send(broken).expect(400);
    await app.stranger.post('/sessions', { email: 'hakasalo@e.example', password: 'Hakasalo 1' }).expect(401);
    await eventually(() => Promise.resolve(expect(logged(/request completed/).length).toBeGreaterThan(7)));
    expect(logged(personal)).toEqual([]);
  });

  it('names nobody when a statement fails whose error quotes the row (K6)', async () => {
    await app.rows('ALTER TABLE contacts ADD CONSTRAINT nobody_new CHECK (false) NOT VALID');
    const { text } = await staff.post('/contacts', aPerson()).expect(500);
    expect(text).not.toMatch(personal);
    await eventually(() => Promise.resolve(expect(logged(/"status":500/)).not.toEqual([])));
    expect(logged(/23514|QueryFailedError/)).not.toEqual([]);
    expect(logged(personal)).toEqual([]);
  });

  it('names nobody when work in the queue fails, and neither does the queue (K6)', async () => {
    const jobs = app.app.get(Jobs);
    await jobs.handle('tests.fail', () => Promise.reject(new Error('Hannele Hakasalo is no company')));
    await jobs.send('tests.fail', { id: null });
    const outputs = () => app.rows<{ output: string | null }>('SELECT output::text FROM pgboss.job');
    await eventually(async () => {
      expect((await outputs()).filter(({ output }) => output?.includes('message'))).not.toEqual([]);
    }, 20_000);
    expect(JSON.stringify(await outputs())).not.toMatch(personal);
    expect(logged(personal)).toEqual([]);
  });
});
