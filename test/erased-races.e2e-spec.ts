import { setTimeout as wait } from 'node:timers/promises';
import { Erasures } from '@seloste/erasure';
import { newId, type RequestContext } from '@seloste/kernel';
import { aCompany, aContact, createTestApp, type Caller, type TestApp } from '@seloste/testing';
import { PlainErasures } from '../libs/erasure/src/execution/plain-erasures.js';
import { pseudonym } from './support/erasure/erase.js';
import { ImportSteps } from './support/import-steps.js';
import { make } from './support/two-teams.js';

const nightly: RequestContext = { actor: { kind: 'system', name: 'test' }, requestId: 'test' };

/** Where a transaction is stopped before it ends, as long as the test holds the lock of that number. */
const pauses = `
  CREATE FUNCTION pause_of_the_test() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(987, TG_ARGV[0]::int);
    RETURN NULL;
  END $$;
  CREATE TRIGGER erasing_pauses AFTER INSERT OR UPDATE ON suppressions FOR EACH STATEMENT EXECUTE FUNCTION pause_of_the_test(1);
  CREATE TRIGGER entering_pauses AFTER INSERT ON contact_points FOR EACH STATEMENT EXECUTE FUNCTION pause_of_the_test(2);`;
const erasing = 1;
const entering = 2;

type Enter = (email: string) => Promise<{ isRefused: boolean }>;

describe('whoever is erased while the same address comes in (design rule 6; G8, C8)', () => {
  let app: TestApp;
  let staff: Caller;
  let companyId: string;
  let other: string;
  let count = 0;

  const anAddress = () => `rinna.kkain${++count}@gmail.com`;
  const someone = (email: string) =>
    make(
      staff,
      '/contacts',
      aContact({ firstName: 'Rinna', lastName: `Kkäinen${count}`, emails: [email], companyId }),
    );
  const erased = (contactId: string) =>
    app.app.get(Erasures).erase(nightly, { contactId, ground: 'by_hand' });
  const respelled = (email: string) => email.replace('rinna.', 'rin.na.');

  /** The ways in, each with an answer that says whether it was refused as somebody who was erased. */
  const ways: [string, Enter][] = [
    [
      'a new person',
      async (email) => {
        const { status, body } = await staff.post(
          '/contacts',
          aContact({ lastName: 'Toinen', emails: [email] }),
        );
        return { isRefused: status === 409 && body.code === 'erased_person' };
      },
    ],
    [
      'an edit of another',
      async (email) => {
        const { status, body } = await staff.patch(`/contacts/${other}`, { emails: [email] });
        return { isRefused: status === 409 && body.code === 'erased_person' };
      },
    ],
    [
      'a list that is brought in',
      async (email) => {
        const steps = new ImportSteps(staff);
        const { summary } = await steps.run(checked.get(email) ?? '');
        return { isRefused: summary.erased === 1 };
      },
    ],
  ];
  /** Lists whose dry run found the address new, by the address. */
  const checked = new Map<string, string>();
  /** As a provider's other spelling, in a list checked before the person came. */
  const prepare = async (email: string) => {
    const steps = new ImportSteps(staff);
    const list = await steps.upload(`Etunimi;Sukunimi;Sähköposti\nAsko;Muu${count};${email}`);
    await steps.check(list);
    checked.set(email, list.id);
  };

  const living = (email: string) =>
    app.rows(
      `SELECT c.id FROM contact_points p JOIN contacts c ON c.id = p.contact_id WHERE p.value = $1 AND c.erased_at IS NULL`,
      [email],
    );
  const suppressed = async () =>
    (await app.rows<{ n: number }>(`SELECT count(*)::int AS n FROM suppressions WHERE reason = 'erasure'`))[0]
      ?.n ?? 0;
  const hold = (pause: number) => app.rows('SELECT pg_advisory_lock(987, $1)', [pause]);
  const release = (pause: number) => app.rows('SELECT pg_advisory_unlock(987, $1)', [pause]);
  const untilWaiting = async (most: number) => {
    const waiting = async () =>
      (
        await app.rows<{ n: number }>(
          `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        )
      )[0]?.n ?? 0;
    for (let i = 0; i < 150 && (await waiting()) < most; i++) await wait(20);
  };

  beforeAll(async () => {
    app = await createTestApp();
    staff = await app.signIn(await app.setUp(), { roles: ['sales_manager'] });
    companyId = await make(staff, '/companies', aCompany());
    other = await make(staff, '/contacts', aContact());
    await app.rows(pauses);
  });
  afterAll(() => app.close());

  it.each(ways)('is known again by %s that waits for the erasure', async (_, enter) => {
    const email = anAddress();
    await prepare(respelled(email));
    const id = await someone(email);
    await hold(erasing);
    const forgetting = erased(id);
    await untilWaiting(1);
    const coming = enter(respelled(email));
    await untilWaiting(2);
    await release(erasing);
    expect(await coming).toEqual({ isRefused: true });
    await forgetting;
    expect(await living(respelled(email))).toEqual([]);
  });

  it.each(ways)('is seen to share the address by an erasure that waits for %s', async (_, enter) => {
    const email = anAddress();
    await prepare(respelled(email));
    const id = await someone(email);
    const before = await suppressed();
    await hold(entering);
    const coming = enter(respelled(email));
    await untilWaiting(1);
    const forgetting = erased(id);
    await untilWaiting(2);
    await release(entering);
    expect(await coming).toEqual({ isRefused: false });
    expect(await forgetting).toMatchObject({ status: 'complete' });
    expect(await living(respelled(email))).toHaveLength(1);
    expect(await suppressed()).toBe(before);
  });

  it.each(ways)(
    'is never back unnoticed, whenever %s comes',
    async (_, enter) => {
      for (let round = 0; round < 6; round++) {
        const email = anAddress();
        await prepare(respelled(email));
        const id = await someone(email);
        const before = await suppressed();
        const late = (round % 3) * 5;
        const [{ isRefused }] = await Promise.all([
          enter(respelled(email)),
          wait(late).then(() => erased(id)),
        ]);
        expect(await living(respelled(email))).toHaveLength(isRefused ? 0 : 1);
        expect((await suppressed()) - before).toBe(isRefused ? 1 : 0);
      }
    },
    60_000,
  );

  const sayingNo = async (id: string) => {
    await hold(erasing);
    const forgetting = erased(id);
    await untilWaiting(1);
    const no = { channel: 'phone', purpose: 'all', note: 'Rinna soitti' };
    const [objected] = await Promise.all([
      staff.post(`/contacts/${id}/objections`, no),
      wait(300).then(() => release(erasing)),
    ]);
    await forgetting;
    return objected;
  };

  it('says no once more at that moment, which counts, without a word of what they said', async () => {
    for (let n = 0; n < 3; n++) await make(staff, '/contacts', aContact({ companyId }));
    const id = await someone(anAddress());
    expect((await sayingNo(id)).status).toBe(201);
    const notes = await app.rows('SELECT note FROM objections WHERE contact_id = $1', [id]);
    expect(notes).toEqual([{ note: '—' }]);
  });

  it('is gone at that moment, where a pseudonym would not hide them', async () => {
    const alone = await make(staff, '/companies', aCompany());
    const id = await make(staff, '/contacts', aContact({ companyId: alone, emails: [anAddress()] }));
    const { status, body } = await sayingNo(id);
    expect([status, body.code]).toEqual([409, 'erased']);
  });

  describe('with a colleague at the same moment (G17)', () => {
    const atOnce = async () => {
      const firm = await make(staff, '/companies', aCompany({ legalForm: 'sole_trader', name: 'Rinna Oma' }));
      const both = [anAddress(), anAddress()].map((email) =>
        make(staff, '/contacts', aContact({ companyId: firm, emails: [email] })),
      );
      return { firm, ids: await Promise.all(both) };
    };
    beforeAll(() =>
      app.rows(`
        CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.3); RETURN NULL; END $$;
        CREATE TRIGGER lingers AFTER INSERT OR UPDATE ON suppressions FOR EACH STATEMENT EXECUTE FUNCTION linger()`),
    );
    afterAll(() => app.rows('DROP FUNCTION linger() CASCADE'));

    it('takes the company that is nobody else any more', async () => {
      const { firm, ids } = await atOnce();
      const outcomes = await Promise.all(ids.map(erased));
      expect(outcomes).toMatchObject([{ status: 'complete' }, { status: 'complete' }]);
      const [company] = await app.rows('SELECT name FROM companies WHERE id = $1', [firm]);
      expect(company).toEqual({ name: expect.stringMatching(pseudonym) });
    });

    it('leaves to the long way, of two by a rule, the one who is left alone', async () => {
      const { ids } = await atOnce();
      const plain = app.app.get(PlainErasures);
      const prospects = await plain.seek(nightly, ids);
      const how = ids.map((contactId) => {
        const prospect = prospects.get(contactId);
        if (!prospect) throw new Error('Nobody was found.');
        const request = {
          contactId,
          ground: 'retention' as const,
          runId: newId(),
          asOf: '2099-01-01',
          prospect,
        };
        return plain.erase(nightly, request, () => Promise.resolve());
      });
      expect((await Promise.all(how)).sort()).toEqual([false, true]);
    });
  });

  it('has no reply kept that came afterwards', async () => {
    const id = await someone(anAddress());
    await erased(id);
    const [kept] = await app.rows(
      `SELECT keep_stop_reply(gen_random_uuid(), $1, NULL, '\\x01', 'fi', 'Rinna tässä, lopettakaa', now(), now()) AS "isNew"`,
      [id],
    );
    expect(kept).toEqual({ isNew: false });
  });
});
