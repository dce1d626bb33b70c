import { aContact, aCompany, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { make, read } from './support/two-teams.js';

describe('answering a subject request (V3, V8, H13)', () => {
  let app: TestApp;
  let admin: Caller;
  let officer: Caller;
  let manager: Caller;
  let at = new Date('2027-03-01T08:00:00Z');
  const email = 'aila.hakija@asiakas.example';

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => at } });
    admin = await app.setUp();
    officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    manager = await app.signIn(admin, { roles: ['sales_manager'] });
    await make(
      manager,
      '/contacts',
      aContact({
        firstName: 'Aila',
        lastName: 'Hakija',
        emails: [email],
        phones: ['+358401234567'],
        language: 'sv',
      }),
    );
  });
  afterAll(() => app.close());

  const received = async (receivedAt: string, fields: object = {}) =>
    make(officer, '/subject-requests', {
      ...{ kind: 'access', identifier: email, receivedVia: 'letter', receivedAt },
      ...fields,
    });
  const detail = (id: string) => read(officer, `/subject-requests/${id}`);
  const letter = (fields: object = {}) => ({
    ...{ subject: 'Din begäran', body: 'Vi svarar senare.', way: 'email' },
    ...fields,
  });
  const identified = async (id: string) => {
    const { body } = await officer
      .post(`/subject-requests/${id}/verifications`, { way: 'phone', address: '040 123 4567' })
      .expect(201);
    await officer
      .post(`/subject-requests/${id}/verifications/${body.id}/confirmation`, { code: body.code })
      .expect(200);
  };

  it('is put off inside the first month only, told in the same moment, by the law’s reasons, once', async () => {
    const id = await received('2027-02-01T10:00:00Z');
    const extension = { months: 2, reason: 'complexity', letter: letter() };
    const { body } = await officer.post(`/subject-requests/${id}/extension`, extension).expect(201);
    expect(body).toMatchObject({ dueOn: '2027-05-01', extension: 2, extensionReason: 'complexity' });
    expect((await read(officer, `/subject-requests/${id}/letters`)).items).toMatchObject([
      { kind: 'extension', way: 'email', language: 'sv', sentOn: '2027-03-01' },
    ]);
    expect(await app.rows(`SELECT recipient FROM mail_messages WHERE template = 'written_letter'`)).toEqual([
      { recipient: email },
    ]);
    const again = await officer.post(`/subject-requests/${id}/extension`, extension).expect(409);
    expect(again.body.code).toBe('extended_already');
  });

  it('is not put off after the first month, and nothing is sent then', async () => {
    const id = await received('2027-01-31T10:00:00Z');
    const { body } = await officer
      .post(`/subject-requests/${id}/extension`, { months: 1, reason: 'complexity', letter: letter() })
      .expect(409);
    expect(body.code).toBe('too_late_to_extend');
    expect((await read(officer, `/subject-requests/${id}/letters`)).items).toEqual([]);
    expect(await detail(id)).toMatchObject({ dueOn: '2027-02-28', extension: 0, urgency: 'overdue' });
  });

  it('waits until it was shown whose it is, by a code at an address or number that we knew', async () => {
    const id = await received('2027-02-20T10:00:00Z');
    const decision = { outcome: 'granted', letter: letter() };
    expect((await officer.post(`/subject-requests/${id}/decision`, decision).expect(409)).body.code).toBe(
      'not_identified',
    );
    await officer
      .post(`/subject-requests/${id}/verifications`, { way: 'email', address: 'joku.muu@asiakas.example' })
      .expect(400);
    const { body: challenge } = await officer
      .post(`/subject-requests/${id}/verifications`, { way: 'email', address: email })
      .expect(201);
    expect(challenge.code).toBeNull();
    const answer = `/subject-requests/${id}/verifications/${challenge.id}/confirmation`;
    for (let i = 0; i < 6; i++)
      expect((await officer.post(answer, { code: `x${i}` }).expect(409)).body.code).toBe('code_refused');
    await identified(id);
    const { body } = await officer.post(`/subject-requests/${id}/decision`, decision).expect(201);
    expect(body).toMatchObject({ status: 'closed', outcome: 'granted' });
    expect(body.events.map(({ step }: { step: string }) => step)).toEqual([
      ...['received', 'challenged', 'challenged', 'identified', 'letter_sent', 'decided', 'closed'],
    ]);
  });

  it('lets a code count no longer than half an hour, and no older one beside a newer', async () => {
    const id = await received('2027-02-20T10:00:00Z');
    const ask = async () =>
      (
        await officer
          .post(`/subject-requests/${id}/verifications`, { way: 'phone', address: '+358401234567' })
          .expect(201)
      ).body as { id: string; code: string };
    const give = ({ id: verification, code }: { id: string; code: string }) =>
      officer.post(`/subject-requests/${id}/verifications/${verification}/confirmation`, { code });
    const first = await ask();
    const second = await ask();
    await give(first).expect(409);
    const now = at;
    at = new Date(at.getTime() + 31 * 60_000);
    await give(second).expect(409);
    at = now;
    await give(second).expect(200);
    await give(second).expect(409);
  });

  it('is refused with its ground alone, and by somebody whom nobody can identify without more data', async () => {
    const id = await received('2027-02-20T10:00:00Z', { identifier: 'tuntematon@muualla.example' });
    await officer
      .post(`/subject-requests/${id}/decision`, { outcome: 'refused', letter: letter() })
      .expect(400);
    await officer
      .post(`/subject-requests/${id}/decision`, { outcome: 'unidentified', letter: letter() })
      .expect(201);
    expect(
      await app.rows(
        `SELECT count(*)::int AS n FROM mail_messages WHERE recipient = 'tuntematon@muualla.example'`,
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('is passed on to the customer for whom the data is held (V3)', async () => {
    const company = await make(manager, '/companies', aCompany());
    const id = await received('2027-02-20T10:00:00Z');
    await officer
      .post(`/subject-requests/${id}/decision`, { outcome: 'passed_on', letter: letter() })
      .expect(400);
    const { body } = await officer
      .post(`/subject-requests/${id}/decision`, {
        outcome: 'passed_on',
        passedOnTo: company,
        letter: letter(),
      })
      .expect(201);
    expect(body.passedOnTo).toMatchObject({ id: company });
  });

  it('is prepared in the person’s language, with the address that it goes to', async () => {
    const id = await received('2027-02-20T10:00:00Z');
    const draft = await read(
      officer,
      `/subject-requests/${id}/letter-drafts?kind=answer&outcome=refused&grounds=legal_obligation`,
    );
    expect(draft).toMatchObject({ language: 'sv', address: email });
    expect(draft.body).toContain('Hej Aila Hakija,');
    expect(draft.body).toContain('dataombudsmannen');
  });

  it('never closes in silence: the database asks for the letter', async () => {
    const id = await received('2027-02-20T10:00:00Z');
    await expect(
      app.rows(
        `UPDATE subject_requests SET status = 'closed', outcome = 'granted', closed_at = now() WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('closed by its answer');
    await expect(
      app.rows(
        `UPDATE subject_requests SET extension = 1, extension_reason = 'complexity', due_on = '2027-04-20' WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('within the first month');
  });
});
