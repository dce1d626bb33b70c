import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';

/** Half past one in the night of the eleventh in Helsinki. */
const at = '2027-03-10T23:30:00Z';

describe('days of the retention begin and end where the controller is', () => {
  let app: TestApp;
  let staff: Caller;
  const people: string[] = [];
  const found = async (path: string): Promise<unknown[]> => {
    const { body } = await staff.get(path).expect(200);
    return body.items.map(({ id, contactId }: { id?: string; contactId?: string }) => id ?? contactId);
  };

  beforeAll(async () => {
    app = await createTestApp({ clock: { now: () => new Date(at) } });
    staff = await app.signIn(await app.setUp(), { roles: ['sales_manager', 'privacy_officer'] });
    const { body: company } = await staff.post('/companies', aCompany()).expect(201);
    for (const day of ['2027-03-11', '2027-03-12']) {
      const { body } = await staff.post('/contacts', aContact({ companyId: company.id })).expect(201);
      people.push(body.id);
      await app.rows(
        `UPDATE contacts SET retention_started_on = $2, retention_due_on = $2, retention_review_on = NULL, retention_reviewed_on = NULL
         WHERE id = $1`,
        [body.id, day],
      );
    }
  });
  afterAll(() => app.close());

  it.each([
    ['the list of people', '/contacts?sort=retention&clockWithin=0', 1],
    ['the list of people, a day ahead', '/contacts?sort=retention&clockWithin=1', 2],
    ['the forecast, a day ahead', '/retention/forecast?days=1', 2],
  ])('in %s', async (_, path, count) => {
    expect(await found(path)).toEqual(people.slice(0, count));
  });

  it('in what leaves as a file', async () => {
    const filters = { clockWithin: 0 };
    const expiresAt = '2027-03-12T12:00:00Z';
    const { body } = await staff
      .post('/exports', { kind: 'contacts', filters, purpose: 'x', expiresAt })
      .expect(201);
    expect(body).toMatchObject({ expected: 1 });
  });
});
