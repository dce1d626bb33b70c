import { aCompany, aContact, anInteraction, type Caller, type TestApp } from '@seloste/testing';

/** The rooms in which somebody is erased: who works there, and short ways to do so. */
export class Mentioned {
  private constructor(
    readonly app: TestApp,
    readonly officer: Caller,
    readonly seller: Caller,
  ) {}

  static async on(app: TestApp): Promise<Mentioned> {
    const admin = await app.setUp();
    const officer = await app.signIn(admin, { roles: ['privacy_officer'] });
    return new Mentioned(app, officer, await app.signIn(admin, { roles: ['sales_manager'] }));
  }

  async company(fields: object = {}): Promise<string> {
    return (await this.seller.post('/companies', aCompany(fields)).expect(201)).body.id;
  }

  async person(fields: object = {}): Promise<string> {
    return (await this.seller.post('/contacts', aContact(fields)).expect(201)).body.id;
  }

  async note(contactId: string, fields: object): Promise<string> {
    const note = anInteraction({ contactIds: [contactId], ...fields });
    return (await this.seller.post('/interactions', note).expect(201)).body.id;
  }

  /** Plans and erases; how it stands. */
  async erase(contactId: string): Promise<Record<string, unknown> & { id: string; status: string }> {
    const { body: plan } = await this.officer.post(`/contacts/${contactId}/erasure-plans`).expect(201);
    const asked = { contactId, planId: plan.id, ground: 'request' };
    const { body } = await this.officer.post('/erasures', asked);
    return this.erasure(body.id);
  }

  async erasure(id: string) {
    return (await this.officer.get(`/erasures/${id}`).expect(200)).body;
  }

  /** What a record of a table says in a column, as the database's owner reads it. */
  async said(table: string, column: string, id: string): Promise<string> {
    const [row] = await this.app.rows<{ said: string }>(
      `SELECT ${column}::text AS said FROM ${table} WHERE id = $1`,
      [id],
    );
    return row?.said ?? '';
  }
}
