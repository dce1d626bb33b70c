import { newId } from '@seloste/kernel';
import { aContact, createTestApp, databaseOf, type TestApp } from '@seloste/testing';
import { PersonLinks } from './person-links.js';

describe('the links of a person', () => {
  let app: TestApp;
  let links: PersonLinks;
  let contactId: string;

  beforeAll(async () => {
    app = await createTestApp();
    links = app.app.get(PersonLinks);
    const admin = await app.setUp();
    ({
      body: { id: contactId },
    } = await admin.post('/contacts', aContact()).expect(201));
  });
  afterAll(() => app.close());

  const issue = (ids: string[]) =>
    databaseOf(app).transaction((tx) =>
      links.issue(
        tx,
        ids.map((id) => ({
          id,
          contactId,
          kind: 'message' as const,
          language: 'sv' as const,
          purpose: 'newsletter',
          channel: 'email' as const,
          messageId: id,
        })),
      ),
    );

  it('are issued by the hundred and found by their token alone', async () => {
    const ids = Array.from({ length: 300 }, () => newId());
    await issue(ids);
    const id = String(ids[17]);
    expect(await links.find(links.tokenOf(id))).toEqual({
      id,
      contactId,
      restricted: false,
      kind: 'message',
      language: 'sv',
      purpose: 'newsletter',
      purposeClass: 'marketing',
      channel: 'email',
      messageId: id,
      consentId: null,
      issuedAt: expect.any(Date),
    });
    expect(links.urlsOf(id)).toEqual({
      unsubscribe: `http://127.0.0.1/u/${links.tokenOf(id)}`,
      preferences: `http://127.0.0.1/p/${links.tokenOf(id)}`,
      confirmation: `http://127.0.0.1/c/${links.tokenOf(id)}`,
    });
  });

  it('hold 192 bits that the database does not', async () => {
    const id = newId();
    await issue([id]);
    const token = links.tokenOf(id);
    expect(token).toMatch(/^[\w-]{32}$/);
    const [row] = await app.rows<{ row: string }>(
      'SELECT l::text AS row FROM contact_links l WHERE id = $1',
      [id],
    );
    expect(row?.row).not.toContain(token);
    expect(row?.row).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });

  it.each(['', 'x', '0'.repeat(32), 'ä'.repeat(5000), '../../etc', '\u0000'])(
    'open nothing with a token that nobody was given',
    async (token) => {
      expect(await links.find(token)).toBeNull();
    },
  );

  it('work for a restricted person, and name nobody once the person is gone', async () => {
    const id = newId();
    await issue([id]);
    await app.rows('UPDATE contacts SET restricted = true WHERE id = $1', [contactId]);
    expect(await links.find(links.tokenOf(id))).toMatchObject({ contactId, restricted: true });
    await app.rows('UPDATE contacts SET restricted = false WHERE id = $1', [contactId]);
    await app.rows('DELETE FROM contacts WHERE id = $1', [contactId]);
    expect(await links.find(links.tokenOf(id))).toMatchObject({ contactId: null, language: 'sv' });
  });
});
